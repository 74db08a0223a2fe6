import { texts } from '../../core/i18n';

export const { t, vi, en } = texts({
  screen: 'Điều hành', overview: 'Tổng quan', open: 'Đang giải quyết', late: 'Quá hạn', today: 'Phải xong hôm nay', main: 'Chính', skip: 'Tới nội dung', signOut: 'Đăng xuất',
  reload: 'Tải lại', loading: 'Đang tải số liệu…', failed: 'Chưa tải được số liệu', retry: 'Thử lại', back: 'Quay lại', keys: 'Phím tắt', close: 'Đóng',
  noRight: 'Tài khoản này không được xem báo cáo. Hãy đăng nhập bằng tài khoản lãnh đạo, giám đốc trung tâm, người tổng hợp báo cáo hoặc kiểm tra.',
  away: 'Không liên lạc được với máy chủ.', cut: 'Mất kết nối từ {at}. Số liệu bên dưới là của lúc {asOf}.', training: 'Tập huấn',
  // the sentence
  sayNone: '{period} chưa có hồ sơ nào được giải quyết xong.', sayDone: '{period} đã giải quyết xong {n} hồ sơ, ', sayRate: '{rate} trước và đúng hạn ({a}/{b})',
  sayLate: '{n} hồ sơ quá hạn', sayNow: 'Đang có ', sayWhere: ', nhiều nhất ở {name} ({n})', sayNoLate: 'Không hồ sơ nào quá hạn', sayToday: '{n} hồ sơ phải xong trước {at}',
  sayTodayEnd: ' để không thêm hồ sơ nào trễ', sayTodayRest: '{n} hồ sơ phải xong trước ngày làm việc tới', sayNoToday: 'hôm nay không còn hồ sơ nào phải xong', sayLast: ' Hôm nay là ngày làm việc cuối tháng.',
  rate: 'Đúng hạn', rateExtended: 'Đúng hạn, tính cả đang trễ', medianWait: 'Chờ trung vị', online: 'Trực tuyến', minutes: '{n} phút', seconds: '{n} giây', noData: 'chưa có', before: 'so với kỳ trước',
  // due today
  todayHead: 'Phải xong hôm nay', todaySub: 'chưa trễ, nhưng sẽ trễ nếu không xong trước {at}', todaySubRest: 'chưa trễ, nhưng sẽ trễ trước ngày làm việc tới', todayNone: 'Không có hồ sơ nào sẽ trễ trong hôm nay.', allOf: 'Cả {n} hồ sơ', toSign: 'Cần ký', toIssue: 'Đã ký, cần phát hành', openKeys: 'Bấm T rồi Enter để mở hồ sơ gấp nhất',
  // the strip
  stripHead: '{n} hồ sơ đang giải quyết, theo ngày làm việc còn lại', stripNone: 'Không có hồ sơ nào đang giải quyết.', asTable: 'Xem dạng bảng', asChart: 'Xem dạng hình',
  zoneLate: 'Quá hạn {n}', zoneSoon: 'Sắp đến hạn {n}', zoneIn: 'Còn hạn {n}', zonePaused: 'Tạm dừng {n}', todayAxis: 'Hôm nay', pausedAxis: 'Tạm dừng', undatedAxis: 'Không hạn',
  stripSay: '{n} hồ sơ đang giải quyết: {late} quá hạn, {soon} sắp đến hạn (trong đó {today} phải xong hôm nay), {rest} còn hạn, {paused} tạm dừng. Bảng số liệu xem bằng nút Xem dạng bảng.',
  dayLate: 'trễ {n} ngày', dayToday: 'hôm nay', dayLeft: 'còn {n} ngày', dayNone: 'không có hạn', dayPaused: 'tạm dừng', group: 'Nhóm', total: 'Tổng cộng', legendLate: 'Quá hạn', legendSoon: 'Sắp đến hạn: phải xong hôm nay, hoặc chỉ còn một phần năm thời hạn (ít nhất 4 giờ làm việc)', legendIn: 'Còn hạn',
  // waits
  waitHead: 'Thời gian chờ trong ngày, phút', waitDays: '{n} ngày có khách gần nhất, đến {date}', waitToday: 'hôm nay', waitNone: 'Chưa có ai lấy số trong những ngày này.', promise: 'Mức 15 phút', median: 'Trung vị', p90: '9 trên 10 người chờ không quá mức này',
  waitSay: 'Chờ trung vị theo nửa giờ lấy số, cao nhất {median} phút lúc {at}; 9 trên 10 người chờ không quá {p90} phút. {within} người chờ không quá 15 phút ({rate}).',
  halfHour: 'Giờ lấy số', issued: 'Lấy số', served: 'Phục vụ xong', noShow: 'Vắng mặt', waited: 'Đã gọi', longest: 'Lâu nhất', p90Short: '90 %', days: 'Số ngày', oneDay: '1 ngày', manyDays: '{n} ngày',
  // now
  nowHead: 'Ngay lúc này', nowAt: 'lúc {at}', waiting: 'đang chờ', longestWait: 'lâu nhất', countersOpen: 'quầy mở', counterOpen: 'Mở', counterPaused: 'Tạm nghỉ', counterClosed: 'Đóng', free: 'Rảnh', calling: 'đang gọi', noCounters: 'Chưa có quầy nào.', noShowToday: 'vắng mặt',
  // settled
  doneHead: 'Kết quả giải quyết trong kỳ', early: 'Trước hạn', onTime: 'Đúng hạn', lateDone: 'Quá hạn', doneSay: 'Trong {n} hồ sơ xong: {early} trước hạn, {onTime} đúng hạn, {late} quá hạn.',
  // satisfaction
  happyHead: 'Mức độ hài lòng', happyNote: '{n} đánh giá trong kỳ', happyNone: 'Trong kỳ chưa có đánh giá nào.', happyFew: 'Mới có {n} đánh giá, cần {least} mới đủ để nói.', happySay: 'Hài lòng trở lên: {rate} ({a}/{b}), khoảng tin cậy 95 %: {low}–{high} %.', level5: 'Rất hài lòng', level4: 'Hài lòng', level3: 'Bình thường', level2: 'Không hài lòng', level1: 'Rất không hài lòng',
  // overdue
  lateHead: 'Hồ sơ quá hạn', lateSub: 'trễ nhiều nhất trước', lateNone: 'Không có hồ sơ nào quá hạn.', colLeft: 'Còn lại', code: 'Mã hồ sơ', procedure: 'Thủ tục', applicant: 'Người nộp', officer: 'Phụ trách', state: 'Trạng thái', due: 'Hạn trả', nobody: 'Chưa phân công', count: 'Số hồ sơ',
  // rates
  by: 'Xem theo', byField: 'Lĩnh vực', byProcedure: 'Thủ tục', byOfficer: 'Cán bộ', byUnit: 'Đơn vị', byMonth: 'Tháng tiếp nhận', ratesHead: 'Tỷ lệ đúng hạn theo {by}', ratesNone: 'Trong kỳ này không có hồ sơ nào.',
  carried: 'Kỳ trước chuyển sang', received: 'Tiếp nhận', inTime: 'Đang giải quyết, trong hạn', overdue: 'Đang quá hạn', ofAll: 'chung {rate}', dotSay: 'Tỷ lệ đúng hạn của từng nhóm, gạch đứng là tỷ lệ chung {rate}.', receivedOnline: 'Tiếp nhận trực tuyến', numbers: 'xong đúng hạn / xong',
  // periods
  period: 'Kỳ báo cáo', dayP: 'Hôm nay', monthP: 'Tháng {n}', quarterP: 'Quý {n}', otherP: 'Kỳ khác…', otherHead: 'Kỳ báo cáo khác', orDates: 'Hoặc từ ngày đến ngày', yearP: 'Năm {n}', reportingP: 'Tháng 15–14', printPage: 'In trang này', previous: 'Kỳ trước', next: 'Kỳ sau', from: 'Từ ngày', to: 'Đến ngày', show: 'Xem', badDates: 'Kiểm tra lại ngày', badDate: 'Nhập ngày dạng 31/12/2026', badOrder: 'Đến ngày phải sau hoặc bằng Từ ngày, cách nhau không quá mười năm',
  dayName: 'Ngày {d}', monthName: 'Tháng {n}/{y}', quarterName: 'Quý {n}/{y}', yearName: 'Năm {y}', reportingMonthName: 'Tháng báo cáo {n}/{y}', reportingQuarterName: 'Quý báo cáo {n}/{y}', halfName: '6 tháng {n}/{y}', reportingHalfName: '6 tháng báo cáo {n}/{y}', reportingNineName: '9 tháng báo cáo {y}', reportingYearName: 'Năm báo cáo {y}', freeName: 'Từ {a} đến {b}', upToNow: 'đến hiện tại', ended: 'trọn kỳ', span: '{a} – {b}, {how}',
  // exports
  excel: 'Excel', csv: 'CSV', print: 'In báo cáo', printing: 'Đang lập trang in…', printFailed: 'Chưa lập được trang in: {why}', exportOf: 'Tải xuống', printReady: 'Trang in đã mở ở thẻ mới.',
  // lists and one dossier
  listToday: 'Hồ sơ phải xong hôm nay', listLate: 'Hồ sơ quá hạn', listOpen: 'Hồ sơ đang giải quyết', listCell: 'Hồ sơ {what}', figureOf: '{column} – {period}', listCount: '{n} hồ sơ', more: 'Xem thêm', empty: 'Không có hồ sơ nào.', ofGroup: 'nhóm: {name}', verdict: 'Kết luận', resultAt: 'Xong lúc',
  accepted: 'Tiếp nhận', promised: 'Hẹn trả', legalDue: 'Hạn theo luật', unit: 'Đơn vị', channel: 'Kênh nộp', field: 'Lĩnh vực', signedBy: 'Người ký', ledgerHead: 'Hạn trả sinh ra thế nào', historyHead: 'Diễn biến', limit: 'Thời hạn', calendar: 'Lịch', unconfirmed: 'Rơi vào năm chưa có lịch nghỉ chính thức', stretch: 'Khoảng', reason: 'Lý do', counted: 'Tính', sumUp: 'Cộng dồn', ledgerSay: 'Thời hạn {limit}, tính từ {from}: {n}.', at: 'Lúc', who: 'Ai', what: 'Việc', daysN: '{n} ngày', hoursN: '{n} giờ làm việc', ongoing: 'còn tiếp',
  foot: 'Số liệu lúc {at}. Ngày còn lại tính theo ngày làm việc, đã trừ nghỉ lễ. Tỷ lệ đúng hạn = (trước hạn + đúng hạn) / đã giải quyết xong trong kỳ.', unitOnly: 'Chỉ hồ sơ của đơn vị mình.',
  remindHead: 'Việc được nhắc',
  remindSub: 'mới nhất trước; bấm Đã biết không làm hồ sơ xong',
  remindWhat: 'Việc',
  remindAt: 'Nhắc lúc',
  noted: 'Đã biết',
  closedHead: 'Chốt số liệu (biểu II.06a)',
  closePeriod: 'Chốt số liệu của kỳ này',
  closeAsk: 'Chốt xong thì số liệu của kỳ này được giữ nguyên. Thay đổi về sau thành một lần chốt mới, lần cũ vẫn còn.',
  closeYes: 'Chốt',
  closeNo: 'Thôi',
  closedNot: 'Kỳ này chưa chốt.',
  closedSay: 'Đã chốt, lần {n}, lúc {at}, bởi {who}; tính tới dòng {seq} của nhật ký.',
  closedChanged: 'Có {n} hồ sơ thay đổi so với lần trước.',
  c3: 'Tiếp nhận', c4: 'trực tuyến', c5: 'trực tiếp, bưu chính', c6: 'từ kỳ trước', c7: 'Đã giải quyết', c8: 'trước hạn', c9: 'đúng hạn', c10: 'quá hạn', c11: 'Đang giải quyết', c12: 'trong hạn', c13: 'quá hạn',
  keyToday: 'Tới hồ sơ gấp nhất hôm nay (Enter mở)', keyLate: 'Danh sách quá hạn', keyOpen: 'Danh sách đang giải quyết', keyHome: 'Tổng quan', keyMove: 'Lên, xuống trong danh sách', keyBack: 'Quay lại', keyHelp: 'Danh sách phím này',
}, {
  screen: 'Manager', overview: 'Overview', open: 'Open', late: 'Overdue', today: 'Due today', main: 'Main', skip: 'To the content', signOut: 'Sign out',
  reload: 'Load again', loading: 'Loading the figures…', failed: 'The figures could not be loaded', retry: 'Try again', back: 'Back', keys: 'Keys', close: 'Close',
  noRight: 'This account may not read reports. Sign in as a leader, director of the centre, reporter or inspector.',
  away: 'The server cannot be reached.', cut: 'No connection since {at}. The figures below are those of {asOf}.', training: 'Training',
  sayNone: '{period}: nothing has been settled yet.', sayDone: '{period}: {n} [n:dossier|dossiers] settled, ', sayRate: '{rate} early or on time ({a}/{b})',
  sayLate: '{n} overdue', sayNow: 'Open now: ', sayWhere: ', most of them in {name} ({n})', sayNoLate: 'Nothing is overdue', sayToday: '{n} to be settled before {at}',
  sayTodayEnd: ' so that nothing more becomes late', sayTodayRest: '{n} to be settled before the next working day', sayNoToday: 'nothing is left to be settled today', sayLast: ' Today is the last working day of the month.',
  rate: 'On time', rateExtended: 'On time, open late counted', medianWait: 'Median wait', online: 'Online', minutes: '{n} min', seconds: '{n} s', noData: 'none yet', before: 'against the period before',
  todayHead: 'To be settled today', todaySub: 'not late yet, but late unless settled before {at}', todaySubRest: 'not late yet, but late before the next working day', todayNone: 'Nothing will become late today.', allOf: 'All {n}', toSign: 'To be signed', toIssue: 'Signed, to be issued', openKeys: 'Press T, then Enter, to open the most urgent one',
  stripHead: '{n} open [n:dossier|dossiers] by working days left', stripNone: 'No dossier is open.', asTable: 'Show as a table', asChart: 'Show as a chart',
  zoneLate: 'Overdue {n}', zoneSoon: 'Near due {n}', zoneIn: 'In time {n}', zonePaused: 'Paused {n}', todayAxis: 'Today', pausedAxis: 'Paused', undatedAxis: 'No limit',
  stripSay: '{n} open [n:dossier|dossiers]: {late} overdue, {soon} near due ({today} of them to be settled today), {rest} in time, {paused} paused. The button Show as a table gives the figures.',
  dayLate: '{n} [n:day|days] late', dayToday: 'today', dayLeft: '{n} [n:day|days] left', dayNone: 'no limit', dayPaused: 'paused', group: 'Group', total: 'Total', legendLate: 'Overdue', legendSoon: 'Near due: to be settled today, or within the last fifth of the limit (4 working hours at least)', legendIn: 'In time',
  waitHead: 'Waits through the day, minutes', waitDays: 'the last {n} days with visitors, up to {date}', waitToday: 'today', waitNone: 'Nobody took a ticket in these days.', promise: '15 minutes', median: 'Median', p90: '9 of 10 people wait no longer than this',
  waitSay: 'Median wait by half hour of the ticket, highest {median} minutes at {at}; 9 of 10 people wait no longer than {p90} minutes. {within} people waited at most 15 minutes ({rate}).',
  halfHour: 'Ticket taken', issued: 'Issued', served: 'Served', noShow: 'No-shows', waited: 'Called', longest: 'Longest', p90Short: '90 %', days: 'Days', oneDay: '1 day', manyDays: '{n} days',
  nowHead: 'Right now', nowAt: 'at {at}', waiting: 'waiting', longestWait: 'longest wait', countersOpen: 'counters open', counterOpen: 'Open', counterPaused: 'Paused', counterClosed: 'Closed', free: 'Free', calling: 'calling', noCounters: 'There is no counter yet.', noShowToday: 'no-shows',
  doneHead: 'How the period was settled', early: 'Early', onTime: 'On time', lateDone: 'Late', doneSay: 'Of {n} settled: {early} early, {onTime} on time, {late} late.',
  happyHead: 'Satisfaction', happyNote: '{n} [n:answer|answers] in the period', happyNone: 'Nobody answered in this period.', happyFew: 'Only {n} [n:answer|answers] so far, {least} are needed to say something.', happySay: 'Satisfied or more: {rate} ({a}/{b}), 95 % interval: {low}–{high} %.', level5: 'Very satisfied', level4: 'Satisfied', level3: 'Neutral', level2: 'Dissatisfied', level1: 'Very dissatisfied',
  lateHead: 'Overdue dossiers', lateSub: 'most days late first', lateNone: 'No dossier is overdue.', colLeft: 'Left', code: 'Code', procedure: 'Procedure', applicant: 'Applicant', officer: 'Officer', state: 'State', due: 'Due', nobody: 'Nobody yet', count: 'Dossiers',
  by: 'By', byField: 'Field', byProcedure: 'Procedure', byOfficer: 'Officer', byUnit: 'Unit', byMonth: 'Month of acceptance', ratesHead: 'On-time rate by {by}', ratesNone: 'No dossier in this period.',
  carried: 'Carried over', received: 'Received', inTime: 'Open, in time', overdue: 'Open, overdue', ofAll: 'all {rate}', dotSay: 'On-time rate of each group; the upright line is the rate of all, {rate}.', receivedOnline: 'Received online', numbers: 'settled in time / settled',
  period: 'Period', dayP: 'Today', monthP: '{n}', quarterP: 'Quarter {n}', otherP: 'Other…', otherHead: 'Other periods', orDates: 'Or from one date to another', yearP: 'Year {n}', reportingP: 'Month 15–14', printPage: 'Print this page', previous: 'Period before', next: 'Period after', from: 'From', to: 'To', show: 'Show', badDates: 'Check the dates', badDate: 'Enter a date like 31/12/2026', badOrder: 'The end must not come before the begin, nor more than ten years after it',
  dayName: '{d}', monthName: '{n} {y}', quarterName: 'Quarter {n}/{y}', yearName: 'Year {y}', reportingMonthName: 'Reporting month {n}/{y}', reportingQuarterName: 'Reporting quarter {n}/{y}', halfName: 'Half year {n}/{y}', reportingHalfName: 'Reporting half year {n}/{y}', reportingNineName: 'Reporting nine months {y}', reportingYearName: 'Reporting year {y}', freeName: 'From {a} to {b}', upToNow: 'up to now', ended: 'complete', span: '{a} – {b}, {how}',
  excel: 'Excel', csv: 'CSV', print: 'Print report', printing: 'Making the page…', printFailed: 'The page could not be made: {why}', exportOf: 'Download', printReady: 'The page is open in a new tab.',
  listToday: 'To be settled today', listLate: 'Overdue dossiers', listOpen: 'Open dossiers', listCell: 'Dossiers, {what}', figureOf: '{column} – {period}', listCount: '{n} [n:dossier|dossiers]', more: 'Show more', empty: 'No dossiers.', ofGroup: 'group: {name}', verdict: 'Verdict', resultAt: 'Settled at',
  accepted: 'Accepted', promised: 'Promised', legalDue: 'Legal due date', unit: 'Unit', channel: 'Channel', field: 'Field', signedBy: 'Signed by', ledgerHead: 'How the due date arose', historyHead: 'History', limit: 'Limit', calendar: 'Calendar', unconfirmed: 'Lies in a year whose calendar is not confirmed', stretch: 'Stretch', reason: 'Reason', counted: 'Counted', sumUp: 'Total', ledgerSay: 'Limit {limit}, counted from {from}: {n}.', at: 'At', who: 'Who', what: 'What', daysN: '{n} [n:day|days]', hoursN: '{n} working [n:hour|hours]', ongoing: 'goes on',
  foot: 'Figures of {at}. Days left are working days, holidays taken off. On-time rate = (early + on time) / settled in the period.', unitOnly: 'Only the dossiers of your unit.',
  remindHead: 'Reminders',
  remindSub: 'newest first; taking note settles nothing',
  remindWhat: 'What',
  remindAt: 'Reminded',
  noted: 'Noted',
  closedHead: 'Closed figures (form II.06a)',
  closePeriod: 'Close the figures of this period',
  closeAsk: 'Once closed, the figures of this period stay as they are. A later change makes a new version; the old one remains.',
  closeYes: 'Close',
  closeNo: 'Cancel',
  closedNot: 'This period is not closed.',
  closedSay: 'Closed, version {n}, at {at}, by {who}; counted up to row {seq} of the log.',
  closedChanged: '{n} [n:dossier|dossiers] changed since the version before.',
  c3: 'Received', c4: 'online', c5: 'counter, post', c6: 'carried over', c7: 'Resolved', c8: 'early', c9: 'on time', c10: 'late', c11: 'Open', c12: 'in time', c13: 'overdue',
  keyToday: 'To the most urgent dossier of today (Enter opens it)', keyLate: 'List of overdue ones', keyOpen: 'List of open ones', keyHome: 'Overview', keyMove: 'Up and down in a list', keyBack: 'Back', keyHelp: 'This list of keys',
});

/** Names of states, channels, verdicts and of what a stretch of the ledger is. */
export const words = texts({
  arrived: 'Chờ kiểm tra', supplement_before: 'Yêu cầu bổ sung trước tiếp nhận', refused: 'Từ chối tiếp nhận', accepted: 'Đã tiếp nhận', processing: 'Đang xử lý', with_agency: 'Liên thông', awaiting_supplement: 'Chờ bổ sung', awaiting_payment: 'Chờ nghĩa vụ tài chính', suspended: 'Tạm dừng', withdrawal_requested: 'Yêu cầu rút', stopped: 'Dừng xử lý', result_ready: 'Có kết quả', returned: 'Đã trả kết quả',
  counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính', early: 'Trước hạn', on_time: 'Đúng hạn', late: 'Quá hạn', in_time: 'Còn hạn', near_due: 'Sắp đến hạn', overdue: 'Quá hạn', paused: 'Tạm dừng',
  moved_by_cutoff: 'Nhận sau giờ chốt', moved_by_rest_day: 'Nhận vào ngày nghỉ', day_of_receipt: 'Ngày tiếp nhận', session: 'Giờ làm việc', working_day: 'Ngày làm việc', calendar_day: 'Ngày theo lịch', make_up_day: 'Ngày làm bù', lunch: 'Nghỉ trưa', night: 'Ngoài giờ', weekly_rest: 'Nghỉ hằng tuần', day_off: 'Nghỉ lễ', partial_day_off: 'Nghỉ một phần ngày', pause: 'Tạm dừng', rolled: 'Lùi tới ngày làm việc',
}, {
  arrived: 'Arrived', supplement_before: 'Papers asked before acceptance', refused: 'Refused', accepted: 'Accepted', processing: 'Being processed', with_agency: 'With another agency', awaiting_supplement: 'Awaiting papers', awaiting_payment: 'Awaiting payment', suspended: 'Suspended', withdrawal_requested: 'Withdrawal asked', stopped: 'Stopped', result_ready: 'Result ready', returned: 'Returned',
  counter: 'Counter', online: 'Online', post: 'Post', early: 'Early', on_time: 'On time', late: 'Late', in_time: 'In time', near_due: 'Near due', overdue: 'Overdue', paused: 'Paused',
  moved_by_cutoff: 'Received after the cut-off', moved_by_rest_day: 'Received on a rest day', day_of_receipt: 'Day of receipt', session: 'Working hours', working_day: 'Working day', calendar_day: 'Calendar day', make_up_day: 'Make-up day', lunch: 'Lunch', night: 'After hours', weekly_rest: 'Weekly rest', day_off: 'Holiday', partial_day_off: 'Part of the day off', pause: 'Paused', rolled: 'Moved to a working day',
});

/** What a reminder is about. */
export const reminded = texts({
  near_due: 'Sắp đến hạn', due_today: 'Đến hạn hôm nay', overdue: 'Quá hạn', unscanned: 'Chưa quét giấy tờ', unconfirmed: 'Chưa xác nhận bàn giao', answer: 'Chưa trả lời', uncollected: 'Chưa nhận kết quả',
}, {
  near_due: 'Near due', due_today: 'Due today', overdue: 'Overdue', unscanned: 'Papers not scanned', unconfirmed: 'Hand-over not confirmed', answer: 'Answer owed', uncollected: 'Result not fetched',
});
