/** Texts of the administrator's screen. */
import type { Schemas } from '../../core/api';
import { language, texts } from '../../core/i18n';

export const { t, vi, en } = texts({
  screen: 'Quản trị', pages: 'Các mục quản trị', skip: 'Tới nội dung', signOut: 'Đăng xuất', close: 'Đóng', goBack: 'Quay lại', retry: 'Thử lại', loading: 'Đang tải…', failed: 'Chưa tải được.', failedUnknown: 'Có lỗi chưa rõ. Hãy thử lại.',
  away: 'Không liên lạc được với máy chủ. Những gì đã nhập vẫn còn; kiểm tra dây mạng rồi thử lại.', cut: 'Mất kết nối từ {at} ngày {day}. Nội dung bên dưới có thể đã cũ; chưa lưu được gì cho đến khi có lại kết nối.',
  noRight: 'Tài khoản này không có quyền quản trị. Hãy đăng nhập bằng tài khoản quản trị hoặc kiểm tra.',
  accounts: 'Tài khoản', sites: 'Điểm tiếp nhận', services: 'Nhóm thủ tục', counters: 'Quầy', rules: 'Quy tắc ưu tiên', devices: 'Thiết bị', printers: 'Máy in', calendar: 'Lịch làm việc', log: 'Nhật ký', backups: 'Sao lưu',
  // forms
  save: 'Lưu thay đổi', add: 'Thêm', saving: 'Đang gửi…', cannotSave: 'Chưa lưu được', name: 'Tên', code: 'Mã', codeHint: 'Chữ không dấu và số, tối đa 15 ký tự; không đổi được về sau.', stateHead: 'Trạng thái', inUse1: 'Đang dùng', retired: 'Ngừng dùng', retire: 'Ngừng dùng', useAgain: 'Dùng lại', retireTitle: 'Ngừng dùng {name}?', otherActs: 'Việc khác', foundNothing: 'Không tìm thấy.',
  neverChanged: 'Chưa ai sửa từ khi tạo.', changed: 'Sửa lần cuối: {who}, {at}', commandLine: 'dòng lệnh', askName: 'Nhập tên', askCode: 'Nhập mã gồm chữ không dấu và số', noted: 'Đã ghi lại', what: 'Mục',
  inUse: 'Không ngừng được: {what} đang dùng. Hãy đóng hoặc ngừng {what} trước.', ticketsWaiting: 'Không đổi được: còn người đang chờ ở {what} mà không quầy nào khác gọi. Hãy giao {what} cho quầy khác, hoặc chờ gọi hết.',
  conflictTitle: '{who} vừa sửa mục này', conflictAt: 'Sửa lúc {at}.', conflictText: 'Những gì đang nhập chưa bị mất. Chọn giữ để xem lại rồi lưu đè lên bản mới, hoặc bỏ để lấy bản mới.', theirs: 'Bản mới', mine: 'Đang nhập', keepMine: 'Giữ phần đang nhập', takeTheirs: 'Lấy bản mới',
  // accounts
  accountsLead: 'Ai đăng nhập được và được làm gì. Mỗi người một tài khoản.', newAccount: 'Thêm tài khoản', findAccount: 'Tìm theo tên, tài khoản, vai trò', person: 'Họ tên', roles: 'Vai trò', unit: 'Đơn vị', unitHint: 'Chuyên viên thụ lý và lãnh đạo phòng phải có đơn vị.', noUnit: 'Không thuộc đơn vị nào', locked: 'Đã khóa', fullName: 'Họ và tên', accountCode: 'Tên đăng nhập', accountCodeHint: 'Chữ thường không dấu, bắt đầu bằng chữ cái, ví dụ tiepnhan4; không đổi được về sau.', makeAccount: 'Tạo tài khoản',
  askAccountCode: 'Nhập tên đăng nhập bằng chữ thường không dấu, từ 2 ký tự', askRole: 'Chọn ít nhất một vai trò', askUnit: 'Chọn đơn vị cho vai trò này',
  passwordTitle: 'Mật khẩu chỉ hiện một lần', passwordText: 'Mật khẩu của {account}:', passwordNote: 'Ghi lại và đưa tận tay người dùng. Máy chủ không giữ mật khẩu này; nếu mất thì cấp mật khẩu mới.', newPassword: 'Cấp mật khẩu mới', newPasswordTitle: 'Cấp mật khẩu mới cho {name}?', newPasswordText: 'Mật khẩu cũ hết dùng được và mọi phiên đang mở của người này kết thúc ngay.', lock: 'Khóa tài khoản', unlock: 'Mở khóa', lockTitle: 'Khóa tài khoản của {name}?', lockText: 'Người này bị đăng xuất ngay ở mọi máy và không đăng nhập được nữa. Việc đã làm vẫn giữ nguyên trong nhật ký.', notYourself: 'Không ai tự khóa tài khoản của mình',
  rolePHAT_SO: 'Hướng dẫn, phát số', roleTIEP_NHAN: 'Công chức một cửa', roleTHU_LY: 'Chuyên viên thụ lý', roleLD_PHONG: 'Lãnh đạo phòng', roleLANH_DAO: 'Lãnh đạo UBND xã', roleVAN_THU: 'Văn thư', roleGD_TT: 'Giám đốc Trung tâm', roleTO_HOP_BC: 'Tổng hợp báo cáo', roleQUAN_TRI: 'Quản trị hệ thống', roleKIEM_TRA: 'Thanh tra, kiểm tra',
  // sites, services, counters
  sitesLead: 'Những nơi người dân đến. Mỗi điểm có quầy và thiết bị riêng.', newSite: 'Thêm điểm', site: 'Điểm tiếp nhận', address: 'Địa chỉ', retireSiteText: 'Điểm này không còn phát số và không hiện trên màn hình nào. Quầy và thiết bị của điểm phải ngừng dùng trước.',
  servicesLead: 'Người dân lấy số theo nhóm, theo thứ tự trên máy lấy số. Nhóm đóng không phát số mới; ai đang chờ vẫn được gọi.', newService: 'Thêm nhóm', service: 'Nhóm thủ tục', letter: 'Chữ cái', letterHint: 'Một chữ A–Z, đứng đầu các số của nhóm; không đổi được về sau.', nameEn: 'Tên tiếng Anh', nameEnHint: 'Hiện khi người dân chọn tiếng Anh.', noEnglish: 'chưa có tên tiếng Anh', servedBy: 'Quầy phục vụ', servedByNone: 'Chưa quầy nào', helps: 'hỗ trợ', order: 'Thứ tự', moveUp: 'Đưa {name} lên trước', moveDown: 'Đưa {name} xuống sau', closedService: 'Đóng', openService: 'Đang phát số', openAgain: 'Phát số lại', closeService: 'Đóng nhóm', closeServiceTitle: 'Đóng nhóm {name}?', closeServiceText: 'Máy lấy số thôi phát số của nhóm này ngay. Ai đang chờ vẫn được gọi.', askLetter: 'Nhập một chữ cái A–Z',
  countersLead: 'Mỗi quầy phục vụ những nhóm nào. Đổi xong, lượt gọi kế tiếp theo ngay.', newCounter: 'Thêm quầy', counter: 'Quầy', profile: 'Nhóm phục vụ', profileHint: 'Việc chính: quầy gọi trước tiên. Hỗ trợ: chỉ gọi người đã chờ lâu hơn số phút đã đặt.', own: 'Việc chính', help: 'Hỗ trợ', none: 'Không', afterWait: 'khi đã chờ', minutes: 'phút', helpText: '{service} (hỗ trợ sau {n} phút)', counterSiteHint: 'Quầy không chuyển sang điểm khác; điểm mới thì thêm quầy mới.', askMinutes: 'Nhập số phút chờ của {service}', retireCounterText: 'Không ai ngồi vào quầy này được nữa và quầy thôi phục vụ các nhóm. Số đã phát và nhật ký vẫn giữ tên quầy.',
  // rules
  rulesLead: 'Ai được gọi trước. Đổi xong có hiệu lực từ lượt gọi kế tiếp; người đang chờ giữ chỗ theo giờ lấy số.', classes: 'Đối tượng', classesHint: 'Hạng nhỏ đi trước khi cùng đến hạn. Mức chờ tính bằng phút. P0 luôn là hàng thường, vì máy lấy số chỉ phát P0.', class: 'Đối tượng', lane: 'Hàng', laneOrdinary: 'Thường', lanePriority: 'Ưu tiên', laneUrgent: 'Khẩn cấp', rank: 'Hạng', target: 'Mức chờ (phút)', lateBecomes: 'Đến trễ hẹn thành', stays: 'giữ nguyên',
  caps: 'Giới hạn', maxPriority: 'Ưu tiên liên tiếp', maxPriorityHint: 'Số lượt ưu tiên gọi liền khi còn người thường chờ; trống là không giới hạn.', maxOrdinary: 'Thường liên tiếp', maxOrdinaryHint: 'Số lượt thường gọi liền khi còn người ưu tiên chờ; trống là không giới hạn.', hardMax: 'Chờ lâu nhất (phút)', hardMaxHint: 'Ai chờ quá mức này được gọi trước mọi người; trống là không dùng.',
  windows: 'Vắng mặt và hẹn', returnWindow: 'Được quay lại trong (phút)', returnWindowHint: 'Sau khi bị ghi vắng.', returnDelay: 'Gọi lại sớm nhất sau (phút)', returnDelayHint: 'Kể từ khi quay lại.', appointmentLate: 'Trễ hẹn quá (phút)', appointmentLateHint: 'Trễ hơn mức này thì thành đối tượng ở cột cuối.', tryRules: 'Thử trước', putInForce: 'Đưa vào áp dụng', rulesSound: 'Quy tắc hợp lệ. Chưa có gì thay đổi.', rulesSaved: 'Đã áp dụng từ lượt gọi kế tiếp.', askNumber: '{what}: nhập số nguyên, không âm',
  classP0: 'Người dân', classP1: 'Cấp cứu, việc gấp', classP2: 'Người khuyết tật nặng, người có công', classP3: 'Mang thai, có con nhỏ', classP4: 'Người cao tuổi', classP5: 'Trẻ em đi một mình', classP6: 'Đã hẹn giờ', classP7: 'Thôn xa, cần phiên dịch',
  // devices
  devicesLead: 'Máy lấy số, màn hình sảnh và luồng in. Màn hình được ghép bằng mã 8 chữ số, dùng một lần.', newDevice: 'Thêm thiết bị', device: 'Thiết bị', kind: 'Loại', kindKiosk: 'Máy lấy số', kindBoard: 'Màn hình sảnh', kindPrinter: 'Luồng in', madeAt: 'Tạo lúc', pairedSince: 'Ghép từ', notPaired: 'Chưa ghép', seenAt: 'Thấy lần cuối', neverSeen: 'Chưa thấy', pairDone: 'Màn hình đã nhập mã: {device} đã được ghép.', noDevices: 'Chưa có thiết bị nào. Thêm máy lấy số hoặc màn hình sảnh để bắt đầu.', deviceCode: 'Mã thiết bị', deviceCodeHint: 'Chữ thường không dấu và số, ví dụ kiosk-1.', askDevice: 'Nhập mã thiết bị bằng chữ thường không dấu và số', anyClass: 'Được phát số ưu tiên (chỉ khi có người đứng máy)', makeDevice: 'Tạo thiết bị', allClasses: 'Mọi đối tượng', onlyP0: 'Chỉ số thường', newCode: 'Lấy mã ghép', newCodeHint: 'Mã mới thay mã cũ. Màn hình đang ghép vẫn chạy cho đến khi màn hình khác nhập mã.', pairTitle: 'Mã ghép của {device}', pairText: 'Mở {page} trên máy cần ghép rồi nhập mã này:', pairUntil: 'Dùng một lần, trước {at} (10 phút, theo giờ thật). Mã chỉ hiện lần này.', tokenTitle: 'Khóa của {device}', tokenText: 'Đưa khóa này vào chương trình in. Khóa chỉ hiện lần này:', revoke: 'Thu hồi thiết bị', revokeTitle: 'Thu hồi {device}?', revokeText: 'Màn hình ngừng ngay và báo rằng thiết bị đã bị thu hồi. Mã này có thể cấp lại cho thiết bị khác.',
  // printers
  printersLead: 'Máy in của từng điểm. Giao cho quầy hoặc máy lấy số thì chỉ in cho nơi đó.', newPrinter: 'Thêm máy in', printer: 'Máy in', paper: 'Giấy', paper80: 'Cuộn 80 mm (số thứ tự)', paperA5: 'A5', paperA4: 'A4', usedBy: 'Giao cho', usedByHint: 'Không chọn gì: dùng cho cả điểm.', wholeSite: 'cả điểm', noPrinters: 'Chưa có máy in. Giấy tờ được giữ dưới dạng PDF; thêm máy in để in ra giấy.', printerNameHint: 'Ví dụ: Máy in số ở sảnh.', destination: 'Địa chỉ máy in', destinationHint: 'escpos+tcp://192.0.2.7:9100 cho máy in số, cups:TÊN hoặc ipp://… cho máy in văn phòng.', askAddress: 'Nhập địa chỉ bắt đầu bằng cups:, ipp:// hoặc escpos+tcp://', findPrinters: 'Tìm máy in', looking: 'Đang hỏi máy chủ…', foundN: 'Tìm thấy {n} máy in. Chọn một máy:', foundNone: 'Máy chủ chưa biết máy in nào. Nhập địa chỉ, hoặc thêm máy in vào CUPS trước.', retirePrinterText: 'Giấy tờ mới sẽ in ở máy khác của điểm, hoặc được giữ dưới dạng PDF.', testPage: 'In trang thử', testWaiting: 'Đang in…', testPrinted: 'Đã in. Xem giấy: khung đủ bốn cạnh, chữ đủ dấu.', testAttention: 'Máy in cần người xem:', testCancelled: 'Lệnh in đã hủy.', seePage: 'Xem trang',
  // calendar
  calendarLead: 'Lịch dùng để tính hạn trả. Mỗi lần sửa là một phiên bản mới, không sửa phiên bản cũ; ngày đã hẹn với người dân không đổi.', version: 'Phiên bản', enteredBy: 'Người nhập, lúc', decree: 'Căn cứ', decreeByDay: 'theo từng ngày', horizon: 'Biết từ – đến', horizonNear: 'còn {n} ngày: nhập lịch năm tới', unconfirmedYears: 'Năm chưa chính thức', allConfirmed: 'Không có', sessions: 'Giờ làm việc', year: 'Năm {year}', unconfirmedYear: 'Năm này chưa có lịch chính thức: hạn trả kèm cảnh báo', yearSay: '{work} ngày làm việc, {off} ngày nghỉ lễ, {makeUp} ngày làm bù', dayWork: 'ngày làm việc', dayRest: 'nghỉ hằng tuần', dayOff: 'nghỉ lễ', dayMakeUp: 'làm bù', dayPart: 'nghỉ một phần ngày', dayBeyond: 'ngoài lịch', beyondText: 'Lịch không biết năm này', namedDays: 'Ngày nghỉ và ngày làm bù năm {year}', noNamedDays: 'Lịch chưa ghi ngày nghỉ nào của năm {year}.', dayHead: 'Ngày', reason: 'Lý do', official: 'Chính thức', notOfficial: 'Chưa chính thức', month: 'Tháng {n}', wd0: 'CN', wd1: 'T2', wd2: 'T3', wd3: 'T4', wd4: 'T5', wd5: 'T6', wd6: 'T7',
  // log
  logLead: 'Mọi việc đã làm, ai làm, lúc nào. Chỉ thêm, không sửa; mỗi dòng khóa dòng trước bằng mã băm.', chain: 'Chuỗi nhật ký', checkChain: 'Kiểm tra chuỗi', checking: 'Đang kiểm tra…', chainHint: 'Kiểm tra rằng không dòng nào bị sửa, bớt hay đổi giờ.', chainSound: 'Nguyên vẹn: đã kiểm tra cả {n} dòng.', chainBroken: 'Nguyên vẹn đến dòng {to}; dòng {seq} không khớp: {why}.', checkedN: 'Đã kiểm tra {n} trên {last} dòng…', chainHash: 'Mã băm của dòng {n}:', breakgap: 'thiếu dòng trước nó', breaktime: 'giờ lùi lại', breakhash: 'nội dung khác với mã băm',
  filterLog: 'Lọc nhật ký', kindOfEvent: 'Việc', anyKind: 'Mọi việc', actor: 'Tài khoản', subject: 'Về (mã)', fromDay: 'Từ ngày', toDay: 'Đến ngày', filter: 'Lọc', clearFilter: 'Bỏ lọc', askDate: 'Nhập ngày dạng 31/12/2026', noRows: 'Không có dòng nào.', seq: 'Số', at: 'Lúc', data: 'Nội dung', seeData: 'Xem', moreRows: 'Xem dòng cũ hơn',
  kticket_: 'Số thứ tự', kdossier_: 'Hồ sơ', kprint_: 'In', kcounter_: 'Quầy', kqueue_: 'Hàng đợi', ksetup_: 'Thiết lập', kaccount_: 'Tài khoản', kdevice_: 'Thiết bị', ksigned_: 'Đăng nhập, đăng xuất', kbackup_: 'Sao lưu',
  kticket_issued: 'Phát số', kticket_called: 'Gọi số', kticket_finished: 'Phục vụ xong', kdossier_accepted: 'Tiếp nhận hồ sơ', kdossier_signed: 'Ký kết quả', ksetup_changed: 'Đổi thiết lập', kprinter_changed: 'Đổi máy in', kqueue_rules_changed: 'Đổi quy tắc ưu tiên', kqueue_day_begun: 'Bắt đầu ngày', kcounter_changed: 'Đổi trạng thái quầy', kaccount_added: 'Thêm tài khoản', kaccount_changed: 'Sửa tài khoản', kaccount_password_set: 'Cấp mật khẩu', kdevice_added: 'Thêm thiết bị', kdevice_removed: 'Thu hồi thiết bị', kdevice_paired: 'Ghép màn hình', ksigned_in: 'Đăng nhập', ksigned_out: 'Đăng xuất', kprint_test: 'In trang thử', kprint_printed: 'Đã in', kcentre_imported: 'Nhập thiết lập', kcalendar_imported: 'Nhập lịch', kprocedures_imported: 'Nhập thủ tục', ktraining_clock_set: 'Đặt giờ tập huấn', kclock_confirmed: 'Xác nhận đồng hồ', kbackup_begun: 'Bắt đầu sao lưu', kbackup_made: 'Sao lưu xong', kbackup_failed: 'Sao lưu hỏng',
  kreminder_: 'Nhắc việc', kpetition_: 'Phản ánh, kiến nghị', kcash_: 'Thu tiền', kcalendar_: 'Lịch làm việc', kreport_: 'Báo cáo',
  kticket_started: 'Bắt đầu phục vụ', kticket_recalled: 'Gọi lại số', kticket_no_show: 'Gọi không có mặt',
  kticket_came_back: 'Người vắng đã quay lại', kticket_parked: 'Giữ số', kticket_returned: 'Phục vụ tiếp số đã giữ',
  kticket_transferred: 'Chuyển số', kticket_cancelled: 'Hủy số', kticket_closed: 'Đóng số cuối ngày',
  kticket_call_undone: 'Rút lại lượt gọi', kticket_no_show_undone: 'Rút lại việc báo vắng', kticket_finish_undone: 'Rút lại việc kết thúc',
  kdossier_arrived: 'Hồ sơ mới đến', kdossier_begun: 'Giải quyết tại quầy', kdossier_handed_over: 'Bàn giao hồ sơ',
  kdossier_confirmed: 'Xác nhận nhận bàn giao', kdossier_declined: 'Không nhận bàn giao', kdossier_recalled: 'Thu hồi bàn giao',
  kdossier_reassigned: 'Phân công lại', kdossier_supplement_requested: 'Yêu cầu bổ sung', kdossier_resubmitted: 'Đã bổ sung',
  kdossier_resumed: 'Tiếp tục giải quyết', kdossier_payment_requested: 'Chờ nghĩa vụ tài chính', kdossier_suspended: 'Tạm dừng giải quyết',
  kdossier_forwarded: 'Chuyển liên thông', kdossier_step_ended: 'Nhận kết quả liên thông', kdossier_result_issued: 'Ban hành kết quả',
  kdossier_result_returned: 'Trả kết quả', kdossier_refused: 'Từ chối tiếp nhận', kdossier_withdrawal_requested: 'Công dân rút hồ sơ',
  kdossier_withdrawal_denied: 'Không cho rút', kdossier_stopped: 'Dừng giải quyết', kdossier_reappointed: 'Xin lỗi, hẹn lại',
  kdossier_extended: 'Gia hạn', kdossier_reopened: 'Mở lại hồ sơ', kdossier_correction_asked: 'Đề nghị đính chính',
  kdossier_corrected: 'Duyệt đính chính', kdossier_due_moved: 'Ngày hẹn thay đổi theo lịch', kdossier_scanned: 'Thêm bản quét',
  kdossier_scan_removed: 'Gỡ bản quét', kscanner_: 'Máy quét', kscanner_scan_arrived: 'Bản quét từ máy quét', kscanner_scan_refused: 'Từ chối tệp của máy quét',
  kscanner_scan_assigned: 'Đưa bản quét vào hồ sơ', kscanner_scan_discarded: 'Bỏ bản quét', kdossier_receipt_issued: 'Lập biên lai', kdossier_receipt_void_asked: 'Đề nghị hủy biên lai',
  kdossier_receipt_voided: 'Hủy biên lai', kdossier_receipt_kept: 'Không hủy biên lai', kdossiers_imported: 'Nhập hồ sơ từ nơi khác',
  kcash_closed: 'Chốt quỹ', kpayment_setup_changed: 'Đổi thiết lập thu tiền', kprint_created: 'Máy in đã nhận', kprint_sent: 'Đang in',
  kprint_waiting: 'Máy in chờ', kprint_attention: 'Máy in cần người xem', kprint_again: 'In lại', kprint_cancelled: 'Bỏ lệnh in',
  kdevice_pairing_made: 'Cấp mã ghép', krating_given: 'Đánh giá', khelp_called: 'Gọi trợ giúp', khelp_taken: 'Đã đến giúp',
  kclock_doubtful: 'Đồng hồ đáng ngờ', kreport_closed: 'Chốt số liệu', kreport_revised: 'Chốt lại do mở lại hồ sơ',
  kimport_mapping_saved: 'Lưu bảng khớp cột',
  kwebhook_added: 'Thêm nơi nhận thông báo', kwebhook_changed: 'Sửa nơi nhận thông báo', kwebhook_secret_changed: 'Đổi khóa ký thông báo', kwebhook_removed: 'Bỏ nơi nhận thông báo', kdossier_refund_paid: 'Hoàn trả phí, lệ phí', kreport_printed: 'In báo cáo', kdossier_sheet_printed: 'In phiếu của hồ sơ', kreminder_made: 'Nhắc việc', kreminder_acknowledged: 'Đã nhận nhắc việc',
  kreminder_ended: 'Hết việc phải nhắc', kpetition_received: 'Tiếp nhận phản ánh', kpetition_taken: 'Thụ lý phản ánh',
  kpetition_asked: 'Đề nghị làm rõ', kpetition_answered: 'Trả lời phản ánh', kpetition_forwarded: 'Chuyển phản ánh',
  kpetition_refused: 'Từ chối phản ánh', kpetition_published: 'Công khai trả lời',
  // amendments of the calendar
  amend: 'Sửa lịch',
  amendHint: 'Xem trước số hồ sơ đổi hạn, rồi áp dụng đúng những gì đã xem.',
  amendFile: 'Tệp lịch mới',
  amendFileHint: 'Tệp JSON theo mẫu holidays.json, cả lịch chứ không chỉ ngày sửa.',
  amendBack: 'Hoặc quay lại phiên bản',
  amendNoBack: 'Không, dùng tệp ở trên',
  amendLook: 'Xem trước',
  amendAskFile: 'Chọn tệp lịch hoặc phiên bản để quay lại',
  amendNoJson: 'Tệp này không phải JSON',
  amendSame: 'Lịch này đang có hiệu lực; không có gì thay đổi.',
  amendShown: 'Áp dụng lịch này?',
  amendMoves: '{seen} hồ sơ đang giải quyết: {later} lùi hạn, {earlier} trở lại hạn sớm hơn, {kept} lẽ ra sớm hơn nhưng giữ hạn đã hẹn.',
  amendPromise: 'Ngày hẹn đã in cho người dân không đổi.',
  amendApply: 'Áp dụng',
  amendDone: 'Đã áp dụng phiên bản {version}. Hồ sơ đang giải quyết được tính lại hạn.',
  amendClash: '{who} vừa sửa lịch. Tải lại rồi xem trước lần nữa.',
  confirmYear: 'Xác nhận lịch năm {year}',
  confirmAct: 'Xác nhận năm {year}',
  confirmDecree: 'Quyết định, thông báo',
  confirmHint: 'Ví dụ: Thông báo số .../TB-BNV. Nếu quyết định khác lịch dự kiến thì sửa lịch trước.',
  confirmAsk: 'Nhập số quyết định hoặc thông báo',
  confirmDone: 'Đã xác nhận lịch năm {year}.',
  yearWaits: 'Năm {year} chưa có lịch chính thức; lịch đã xác nhận còn {days} ngày. Hãy nhập và xác nhận khi có thông báo.',
  yearLate: 'Năm {year} chưa có lịch chính thức mà đã bắt đầu. Hãy nhập và xác nhận ngay khi có thông báo.',
  following: 'Đang tính lại hạn: {seen} hồ sơ đã xong.',
  kcalendar_followed: 'Hồ sơ đã theo lịch mới',
  kcalendar_year_confirmed: 'Xác nhận lịch năm',
  kcalendar_year_drafted: 'Lập lịch năm theo quy tắc',
  kcalendar_year_unconfirmed: 'Nhắc xác nhận lịch năm',
  // backups
  backupsLead: 'Bản sao đầy đủ của dữ liệu, được máy chủ mở và kiểm tra từ đầu đến cuối trước khi tính là xong.', backupNow: 'Sao lưu ngay', backupMaking: 'Đang sao lưu và kiểm tra; trung tâm vẫn làm việc bình thường.', backupBegun: 'Đã bắt đầu sao lưu.', backupDone: 'Đã sao lưu xong và kiểm tra.',
  backupLost: 'Lần sao lưu vừa rồi không thành: không có bản sao nào được giữ lại. Xem Nhật ký, kiểm tra chỗ trống của ổ đĩa, rồi làm lại.',
  noBackups: 'Chưa có bản sao lưu nào.', backup: 'Bản sao lưu', verified: 'Đã kiểm tra', making: 'Đang làm', unfinished: 'Dở dang', size: 'Dung lượng', logRows: 'Dòng nhật ký', madeBy: 'Người làm', download: 'Tải về', downloadTitle: 'Tải bản sao lưu về máy này?', downloadText: 'Tệp chứa dữ liệu cá nhân của người dân. Chỉ lưu ở nơi được phép và xóa khi không cần nữa.', downloading: 'Đang tải phần {n} trên {of}…', downloaded: 'Đã tải {name}.', backupsHint: 'Bản sao nằm trong thư mục dữ liệu của máy chủ, cùng ổ đĩa: hãy chép sang máy khác. Máy chủ không tự xóa bản cũ.',
  // the catalogue of procedures
  procedures: 'Thủ tục', proceduresLead: 'Danh mục thủ tục hành chính. Mỗi lần sửa là một phiên bản mới có ngày hiệu lực; hồ sơ đã nhận giữ phiên bản lúc nhận.', findProcedure: 'Tìm theo tên, mã, lĩnh vực, đơn vị', procedure: 'Thủ tục', handledBy: 'Cơ quan giải quyết', limit: 'Thời hạn', fee: 'Phí, lệ phí',
  inForce: 'Đang áp dụng', notInForce: 'Đã hết hiệu lực', notYetInForce: 'Chưa đến ngày', neverInForce: 'Chưa từng áp dụng', sinceDay: 'từ {from}', versionN: 'Phiên bản {n}', versionsOf: 'Các phiên bản', versionsHint: 'Phiên bản cũ không sửa, không xóa: hồ sơ đã ghim vẫn đọc được.',
  notStated: 'Chưa nêu', partsMissing: 'Còn {n} phần bắt buộc chưa nêu. Bổ sung vào tệp rồi nhập lại.', mandatoryParts: 'Các phần bắt buộc', otherParts: 'Phần khác', partName: 'Tên thủ tục', partProcess: 'Trình tự thực hiện', partWays: 'Cách thức thực hiện', partSets: 'Số lượng hồ sơ', setsN: '{n} bộ', partApplicants: 'Đối tượng thực hiện', partResult: 'Kết quả', partConditions: 'Yêu cầu, điều kiện', partBasis: 'Căn cứ pháp lý', partRetention: 'Thời hạn lưu trữ', note: 'Ghi chú',
  cutoffAt: 'Nhận sau {at} thì tính từ ngày làm việc kế tiếp.', extensionBy: 'Được gia hạn {limit}: {reason}', resultPaper: 'Bản giấy', resultElectronic: 'Bản điện tử', papersOf: 'Thành phần hồ sơ', noPapers: 'Không yêu cầu giấy tờ.', required: 'bắt buộc', notRequired: 'nếu có', replacedBy: 'thay được bằng {data}', feeCounter: 'Nộp trực tiếp: {amount}', feeOnline: 'Nộp trực tuyến: {amount}',
  stepsOf: 'Quy trình nội bộ', noSteps: 'Chưa có bước nội bộ.', agencySteps: 'Bước ở cơ quan khác', shareOf: '{n} % thời hạn', noTime: 'không tính thời gian', ownerHandling: 'Đơn vị giải quyết', formform: 'Tờ khai theo mẫu', formoriginal: 'Bản chính', formcopy: 'Bản sao', formpresent: 'Xuất trình', formdata: 'Dữ liệu', onlinefull: 'Trực tuyến toàn trình; trực tiếp; bưu chính', onlinepartial: 'Trực tuyến một phần; trực tiếp; bưu chính', onlinenone: 'Trực tiếp; bưu chính',
  limSAME_DAY: 'Trong ngày', limNONE: 'Không quy định', limWORKING_DAYS: '{n} ngày làm việc', limWORKING_HOURS: '{n} giờ làm việc', limCALENDAR_DAYS: '{n} ngày', limCALENDAR_MONTHS: '{n} tháng',
  importFile: 'Nhập từ tệp', exportFile: 'Tải danh mục', importHint: 'Tệp cùng mẫu với tệp tải về (procedures.json). Dòng khác phiên bản mới nhất thành phiên bản kế tiếp; thủ tục không có trong tệp giữ nguyên.', importChoose: 'Tệp danh mục', importChooseHint: 'Tối đa 8 MB. Kiểm tra trước, chưa ghi gì.', importAsk: 'Chọn tệp danh mục', importGone: 'Không đọc được tệp; hãy chọn lại', importLook: 'Kiểm tra tệp', importApply: 'Áp dụng',
  importCounts: '{rows} dòng: {added} mới, {changed} đổi, {unchanged} giữ nguyên.', importFaulty: 'Tệp có {n} lỗi: chưa nhập được gì.', importSound: 'Tệp không có lỗi.', importSame: 'Giống danh mục hiện hành: không có gì để nhập.', importWill: 'Thêm {added} thủ tục, {changed} thủ tục có phiên bản mới.', importPromise: 'Có hiệu lực từ ngày ghi trong tệp, không ghi thì từ hôm nay. Hồ sơ đã nhận không đổi.', importDone: 'Đã nhập: {added} mới, {changed} đổi.', importFaults: 'Lỗi', importWarnings: 'Cần xem lại: {n}', rowN: 'Mục {n}', lineN: 'Dòng {n} của tệp', wholeFile: 'Cả tệp', findingsMore: 'Trên đây là {n} trong {total}.',
  kprocedure_changed: 'Phiên bản mới của thủ tục',
}, {
  screen: 'Administration', pages: 'Pages of administration', skip: 'To the content', signOut: 'Sign out', close: 'Close', goBack: 'Go back', retry: 'Try again', loading: 'Loading…', failed: 'It could not be loaded.', failedUnknown: 'Something went wrong. Try again.',
  away: 'The server cannot be reached. What was typed is still here; check the network cable and try again.', cut: 'No connection since {at}, {day}. What is below may be old; nothing can be saved until the connection is back.',
  noRight: 'This account may not administer. Sign in as an administrator or inspector.',
  accounts: 'Accounts', sites: 'Sites', services: 'Services', counters: 'Counters', rules: 'Priority rules', devices: 'Devices', printers: 'Printers', calendar: 'Working calendar', log: 'Log', backups: 'Backups',
  save: 'Save changes', add: 'Add', saving: 'Sending…', cannotSave: 'Not saved', name: 'Name', code: 'Code', codeHint: 'Plain letters and digits, 15 at most; it cannot be changed later.', stateHead: 'State', inUse1: 'In use', retired: 'Not in use', retire: 'Take out of use', useAgain: 'Use again', retireTitle: 'Take {name} out of use?', otherActs: 'Other acts', foundNothing: 'Nothing was found.',
  neverChanged: 'Nobody has changed it since it was made.', changed: 'Last changed: {who}, {at}', commandLine: 'command line', askName: 'Enter the name', askCode: 'Enter a code of plain letters and digits', noted: 'I have noted it', what: 'What',
  inUse: 'It cannot be taken out: {what} is in use. Close {what} or take it out first.', ticketsWaiting: 'It cannot be changed: people wait for {what}, whom no other counter would call. Give {what} to another counter, or wait until they are called.',
  conflictTitle: '{who} has just changed this', conflictAt: 'Changed at {at}.', conflictText: 'What you typed is not lost. Keep it, to look again and save it over the new version, or drop it and take the new one.', theirs: 'New version', mine: 'Yours', keepMine: 'Keep mine', takeTheirs: 'Take the new version',
  accountsLead: 'Who may sign in, and what they may do. One account for each person.', newAccount: 'Add an account', findAccount: 'Find by name, account, role', person: 'Name', roles: 'Roles', unit: 'Unit', unitHint: 'Handling officers and heads of unit must have one.', noUnit: 'No unit', locked: 'Locked', fullName: 'Full name', accountCode: 'Account name', accountCodeHint: 'Small plain letters, the first a letter, e.g. tiepnhan4; it cannot be changed later.', makeAccount: 'Make the account',
  askAccountCode: 'Enter the account name in small plain letters, 2 or more', askRole: 'Choose at least one role', askUnit: 'Choose the unit for this role',
  passwordTitle: 'The password is shown this once', passwordText: 'Password of {account}:', passwordNote: 'Write it down and hand it over in person. The server does not keep it; if it is lost, give a new one.', newPassword: 'Give a new password', newPasswordTitle: 'Give {name} a new password?', newPasswordText: 'The old password stops working and every open session of this person ends at once.', lock: 'Lock the account', unlock: 'Unlock', lockTitle: 'Lock the account of {name}?', lockText: 'This person is signed out everywhere at once and cannot sign in any more. What was done stays in the log.', notYourself: 'Nobody locks his own account',
  rolePHAT_SO: 'Guide, ticket desk', roleTIEP_NHAN: 'Reception officer', roleTHU_LY: 'Handling officer', roleLD_PHONG: 'Head of unit', roleLANH_DAO: 'Leader of the commune', roleVAN_THU: 'Registry', roleGD_TT: 'Director of the centre', roleTO_HOP_BC: 'Reports', roleQUAN_TRI: 'Administrator', roleKIEM_TRA: 'Inspector',
  sitesLead: 'The places people come to. Each has counters and devices of its own.', newSite: 'Add a site', site: 'Site', address: 'Address', retireSiteText: 'The site gives no more tickets and is on no screen. Its counters and devices must be taken out of use first.',
  servicesLead: 'What people take a ticket for, in the order of the kiosk. A closed one gives no new numbers; who waits is still called.', newService: 'Add a service', service: 'Service', letter: 'Letter', letterHint: 'One letter A–Z that begins its numbers; it cannot be changed later.', nameEn: 'English name', nameEnHint: 'Shown to people who choose English.', noEnglish: 'no English name yet', servedBy: 'Counters', servedByNone: 'No counter', helps: 'helps', order: 'Order', moveUp: 'Move {name} up', moveDown: 'Move {name} down', closedService: 'Closed', openService: 'Giving numbers', openAgain: 'Give numbers again', closeService: 'Close the service', closeServiceTitle: 'Close the service {name}?', closeServiceText: 'The kiosk stops giving numbers for it at once. Who waits is still called.', askLetter: 'Enter one letter A–Z',
  countersLead: 'What each counter serves. A change counts for the next call.', newCounter: 'Add a counter', counter: 'Counter', profile: 'Services', profileHint: 'Own work: called first. Helps: only people who have waited longer than the minutes set.', own: 'Own work', help: 'Helps', none: 'No', afterWait: 'after a wait of', minutes: 'minutes', helpText: '{service} (helps after {n} min)', counterSiteHint: 'A counter never moves to another site; add a new one there.', askMinutes: 'Enter the minutes for {service}', retireCounterText: 'Nobody can sit at this counter any more and it serves nothing. Tickets and the log keep its name.',
  rulesLead: 'Who is called first. In force from the next call on; people who wait keep their place by the time of their ticket.', classes: 'Classes', classesHint: 'A smaller rank goes first among equally due. Target waits are in minutes. P0 is always ordinary, because kiosks give P0 alone.', class: 'Class', lane: 'Lane', laneOrdinary: 'Ordinary', lanePriority: 'Priority', laneUrgent: 'Urgent', rank: 'Rank', target: 'Target (minutes)', lateBecomes: 'Late to an appointment', stays: 'stays',
  caps: 'Caps', maxPriority: 'Priority in a row', maxPriorityHint: 'Priority calls in a row while ordinary people wait; empty: no limit.', maxOrdinary: 'Ordinary in a row', maxOrdinaryHint: 'Ordinary calls in a row while priority people wait; empty: no limit.', hardMax: 'Longest wait (minutes)', hardMaxHint: 'Who has waited longer goes before everybody; empty: not used.',
  windows: 'No-shows and appointments', returnWindow: 'May come back within (minutes)', returnWindowHint: 'After a no-show.', returnDelay: 'Called again after (minutes)', returnDelayHint: 'At the earliest, from coming back.', appointmentLate: 'Late after (minutes)', appointmentLateHint: 'Later than this: the class of the last column.', tryRules: 'Try first', putInForce: 'Put in force', rulesSound: 'The rules are sound. Nothing has changed yet.', rulesSaved: 'In force from the next call on.', askNumber: '{what}: enter a whole number, not below zero',
  classP0: 'Everybody', classP1: 'Emergency, urgent matters', classP2: 'Severe disability, people of merit', classP3: 'Pregnant, with a small child', classP4: 'Older people', classP5: 'Child alone', classP6: 'With an appointment', classP7: 'Remote hamlet, needs an interpreter',
  devicesLead: 'Kiosks, boards and printer feeds. A screen is paired by a code of 8 digits, used once.', newDevice: 'Add a device', device: 'Device', kind: 'Kind', kindKiosk: 'Kiosk', kindBoard: 'Board', kindPrinter: 'Printer feed', madeAt: 'Made', pairedSince: 'Paired since', notPaired: 'Not paired', seenAt: 'Last seen', neverSeen: 'Never', pairDone: 'The code was typed: {device} is paired now.', noDevices: 'There is no device yet. Add a kiosk or a board to begin.', deviceCode: 'Code of the device', deviceCodeHint: 'Small plain letters and digits, e.g. kiosk-1.', askDevice: 'Enter the code in small plain letters and digits', anyClass: 'May give priority tickets (only with somebody beside it)', makeDevice: 'Make the device', allClasses: 'All classes', onlyP0: 'Ordinary tickets only', newCode: 'Get a pairing code', newCodeHint: 'A new code replaces the one before. The screen that is paired goes on until another one types it.', pairTitle: 'Pairing code of {device}', pairText: 'Open {page} on the machine to be paired and type this code:', pairUntil: 'It works once, before {at} (10 minutes, real time), and is shown this once.', tokenTitle: 'Key of {device}', tokenText: 'Give this key to the printing program. It is shown this once:', revoke: 'Revoke the device', revokeTitle: 'Revoke {device}?', revokeText: 'Its screen stops at once and says that it was revoked. The code may be given to another device.',
  printersLead: 'The printers of each site. One given to counters or kiosks prints for them alone.', newPrinter: 'Add a printer', printer: 'Printer', paper: 'Paper', paper80: 'Roll of 80 mm (tickets)', paperA5: 'A5', paperA4: 'A4', usedBy: 'Given to', usedByHint: 'Nothing chosen: for the whole site.', wholeSite: 'the whole site', noPrinters: 'There is no printer yet. Papers are kept as PDF; add a printer to have them on paper.', printerNameHint: 'E.g. Ticket printer in the hall.', destination: 'Address of the printer', destinationHint: 'escpos+tcp://192.0.2.7:9100 for tickets, cups:NAME or ipp://… for office printers.', askAddress: 'Enter an address that begins with cups:, ipp:// or escpos+tcp://', findPrinters: 'Find printers', looking: 'Asking the server…', foundN: '{n} printers were found. Choose one:', foundNone: 'The server knows no printer. Type the address, or add the printer to CUPS first.', retirePrinterText: 'New papers go to another printer of the site, or are kept as PDF.', testPage: 'Print a test page', testWaiting: 'Printing…', testPrinted: 'Printed. Look at it: a frame on all four sides, letters with all their marks.', testAttention: 'Somebody must look at the printer:', testCancelled: 'The job was cancelled.', seePage: 'See the page',
  calendarLead: 'The calendar by which due dates are computed. Each amendment is a new version, none is changed; what people were promised stays.', version: 'Version', enteredBy: 'Entered by, at', decree: 'Rests on', decreeByDay: 'day by day', horizon: 'Known from – to', horizonNear: '{n} days left: enter the next year', unconfirmedYears: 'Years not confirmed', allConfirmed: 'None', sessions: 'Working hours', year: 'Year {year}', unconfirmedYear: 'Not confirmed: due dates in this year carry a warning', yearSay: '{work} working days, {off} holidays, {makeUp} make-up days', dayWork: 'working day', dayRest: 'weekly rest', dayOff: 'holiday', dayMakeUp: 'make-up working day', dayPart: 'part of the day off', dayBeyond: 'beyond the calendar', beyondText: 'The calendar does not know this year', namedDays: 'Holidays and make-up days of {year}', noNamedDays: 'The calendar names no holiday of {year} yet.', dayHead: 'Day', reason: 'Reason', official: 'Official', notOfficial: 'Not official', month: 'Month {n}', wd0: 'Su', wd1: 'Mo', wd2: 'Tu', wd3: 'We', wd4: 'Th', wd5: 'Fr', wd6: 'Sa',
  logLead: 'Everything that was done, by whom, when. Only added to; each row locks the one before by its hash.', chain: 'Chain of the log', checkChain: 'Check the chain', checking: 'Checking…', chainHint: 'Checks that no row was changed, taken out or given another time.', chainSound: 'Sound: all {n} rows were checked.', chainBroken: 'Sound up to row {to}; row {seq} does not fit: {why}.', checkedN: '{n} of {last} rows checked…', chainHash: 'Hash of row {n}:', breakgap: 'the row before it is missing', breaktime: 'time runs backwards', breakhash: 'its content is not that of its hash',
  filterLog: 'Filter the log', kindOfEvent: 'Event', anyKind: 'All events', actor: 'Account', subject: 'About (code)', fromDay: 'From', toDay: 'To', filter: 'Filter', clearFilter: 'Clear', askDate: 'Enter a date like 31/12/2026', noRows: 'There is no row.', seq: 'No.', at: 'At', data: 'Content', seeData: 'See', moreRows: 'Older rows',
  kticket_: 'Tickets', kdossier_: 'Dossiers', kprint_: 'Printing', kcounter_: 'Counters', kqueue_: 'Queue', ksetup_: 'Set-up', kaccount_: 'Accounts', kdevice_: 'Devices', ksigned_: 'Signing in and out', kbackup_: 'Backups',
  kticket_issued: 'Ticket given', kticket_called: 'Ticket called', kticket_finished: 'Visit finished', kdossier_accepted: 'Dossier accepted', kdossier_signed: 'Result signed', ksetup_changed: 'Set-up changed', kprinter_changed: 'Printer changed', kqueue_rules_changed: 'Priority rules changed', kqueue_day_begun: 'Day begun', kcounter_changed: 'Counter changed', kaccount_added: 'Account added', kaccount_changed: 'Account changed', kaccount_password_set: 'Password given', kdevice_added: 'Device added', kdevice_removed: 'Device revoked', kdevice_paired: 'Screen paired', ksigned_in: 'Signed in', ksigned_out: 'Signed out', kprint_test: 'Test page', kprint_printed: 'Printed', kcentre_imported: 'Set-up imported', kcalendar_imported: 'Calendar imported', kprocedures_imported: 'Procedures imported', ktraining_clock_set: 'Training clock set', kclock_confirmed: 'Clock confirmed', kbackup_begun: 'Backup begun', kbackup_made: 'Backup made', kbackup_failed: 'Backup failed',
  kreminder_: 'Reminders', kpetition_: 'Petitions', kcash_: 'Takings', kcalendar_: 'Calendar', kreport_: 'Reports',
  kticket_started: 'Service begun', kticket_recalled: 'Ticket called again', kticket_no_show: 'Did not come',
  kticket_came_back: 'Came back', kticket_parked: 'Ticket parked', kticket_returned: 'Parked ticket taken up',
  kticket_transferred: 'Ticket transferred', kticket_cancelled: 'Ticket cancelled', kticket_closed: 'Closed at the end of the day',
  kticket_call_undone: 'Call taken back', kticket_no_show_undone: 'No-show taken back', kticket_finish_undone: 'Finish taken back',
  kdossier_arrived: 'Dossier arrived', kdossier_begun: 'Handled at the counter', kdossier_handed_over: 'Handed over',
  kdossier_confirmed: 'Hand-over confirmed', kdossier_declined: 'Hand-over declined', kdossier_recalled: 'Hand-over taken back',
  kdossier_reassigned: 'Given to another officer', kdossier_supplement_requested: 'Papers asked for', kdossier_resubmitted: 'Papers came',
  kdossier_resumed: 'Went on', kdossier_payment_requested: 'Waits for payment', kdossier_suspended: 'Suspended',
  kdossier_forwarded: 'Forwarded to agencies', kdossier_step_ended: 'An agency answered', kdossier_result_issued: 'Result issued',
  kdossier_result_returned: 'Result returned', kdossier_refused: 'Refused', kdossier_withdrawal_requested: 'Withdrawal asked for',
  kdossier_withdrawal_denied: 'Withdrawal denied', kdossier_stopped: 'Stopped', kdossier_reappointed: 'Apology, promised anew',
  kdossier_extended: 'Extended', kdossier_reopened: 'Opened again', kdossier_correction_asked: 'Correction asked for',
  kdossier_corrected: 'Corrected', kdossier_due_moved: 'Due date moved by the calendar', kdossier_scanned: 'Scan attached',
  kdossier_scan_removed: 'Scan taken away', kscanner_: 'Scanner', kscanner_scan_arrived: 'Scan from the scanner', kscanner_scan_refused: 'File of the scanner refused',
  kscanner_scan_assigned: 'Scan given to a dossier', kscanner_scan_discarded: 'Scan discarded', kdossier_receipt_issued: 'Receipt issued',
  kdossier_receipt_void_asked: 'Void of a receipt asked for', kdossier_receipt_voided: 'Receipt voided',
  kdossier_receipt_kept: 'Receipt kept', kdossiers_imported: 'Dossiers imported', kcash_closed: 'Till closed',
  kpayment_setup_changed: 'Payment set-up changed', kprint_created: 'Taken by the printer', kprint_sent: 'Printing',
  kprint_waiting: 'Printer waits', kprint_attention: 'Printer needs somebody', kprint_again: 'Printed again',
  kprint_cancelled: 'Print job dropped', kdevice_pairing_made: 'Pairing code given', krating_given: 'Rating given',
  khelp_called: 'Help called', khelp_taken: 'Somebody helps', kclock_doubtful: 'Clock in doubt', kreport_closed: 'Report closed',
  kimport_mapping_saved: 'Column mapping saved',
  kreport_revised: 'Closed report made anew', kwebhook_added: 'Webhook added', kwebhook_changed: 'Webhook changed', kwebhook_secret_changed: 'Webhook secret changed', kwebhook_removed: 'Webhook removed', kdossier_refund_paid: 'Fee given back', kreport_printed: 'Report printed', kdossier_sheet_printed: 'Paper of a dossier printed',
  kreminder_made: 'Reminder', kreminder_acknowledged: 'Reminder acknowledged', kreminder_ended: 'Reminder ended',
  kpetition_received: 'Petition received', kpetition_taken: 'Petition taken up', kpetition_asked: 'More was asked',
  kpetition_answered: 'Petition answered', kpetition_forwarded: 'Petition passed on', kpetition_refused: 'Petition refused',
  kpetition_published: 'Answer published',
  amend: 'Amend the calendar',
  amendHint: 'See first how many dossiers change their due date; then exactly that is applied.',
  amendFile: 'File of the new calendar',
  amendFileHint: 'JSON of the format of holidays.json: the whole calendar, not the changed days alone.',
  amendBack: 'Or go back to a version',
  amendNoBack: 'No, take the file above',
  amendLook: 'Look first',
  amendAskFile: 'Choose the file of a calendar, or a version to go back to',
  amendNoJson: 'This file is not JSON',
  amendSame: 'This calendar is in force; nothing changes.',
  amendShown: 'Apply this calendar?',
  amendMoves: '{seen} open dossiers: {later} due later, {earlier} earlier again, {kept} would be due earlier and keep what was promised.',
  amendPromise: 'What was printed for people does not change.',
  amendApply: 'Apply',
  amendDone: 'Version {version} is in force. Open dossiers are being computed anew.',
  amendClash: '{who} has just amended the calendar. Load it again and look first once more.',
  confirmYear: 'Confirm the year {year}',
  confirmAct: 'Confirm {year}',
  confirmDecree: 'Decision or announcement',
  confirmHint: 'For example: Thông báo số .../TB-BNV. If it says otherwise than the draft, amend the calendar first.',
  confirmAsk: 'Enter the number of the decision',
  confirmDone: 'The calendar of {year} is confirmed.',
  yearWaits: 'There is no official calendar of {year} yet; {days} confirmed days are left. Enter and confirm it when it is announced.',
  yearLate: 'The year {year} has begun without an official calendar. Enter and confirm it as soon as it is announced.',
  following: 'Due dates are being computed anew: {seen} dossiers are done.',
  kcalendar_followed: 'Dossiers followed the calendar',
  kcalendar_year_confirmed: 'Year of the calendar confirmed',
  kcalendar_year_drafted: 'Year drafted by rule',
  kcalendar_year_unconfirmed: 'Year to be confirmed',
  backupsLead: 'Complete copies of the data, opened and checked by the server from end to end before they count.', backupNow: 'Make a backup now', backupMaking: 'Copying and checking; the centre goes on working.', backupBegun: 'The backup has begun.', backupDone: 'The backup is made and verified.',
  backupLost: 'The last backup failed: no copy of it is kept. Look at the log, see whether the disk has room, and make it again.',
  noBackups: 'There is no backup yet.', backup: 'Backup', verified: 'Verified', making: 'Being made', unfinished: 'Unfinished', size: 'Size', logRows: 'Rows of the log', madeBy: 'Made by', download: 'Download', downloadTitle: 'Download the backup to this machine?', downloadText: 'The file holds personal data of citizens. Keep it only where that is allowed, and delete it when it is not needed any more.', downloading: 'Downloading part {n} of {of}…', downloaded: '{name} was downloaded.', backupsHint: 'Backups lie in the data folder of the server, on the same disk: copy them to another machine. The server deletes none.',
  procedures: 'Procedures', proceduresLead: 'The catalogue of administrative procedures. Each change is a new version with its days; a dossier keeps the version of its intake.', findProcedure: 'Search by name, code, field, unit', procedure: 'Procedure', handledBy: 'Handled by', limit: 'Time limit', fee: 'Fee',
  inForce: 'In force', notInForce: 'Not in force any more', notYetInForce: 'Not yet in force', neverInForce: 'Never was in force', sinceDay: 'from {from}', versionN: 'Version {n}', versionsOf: 'Versions', versionsHint: 'Old versions are neither changed nor deleted: what a dossier pinned stays readable.',
  notStated: 'Not stated', partsMissing: 'Mandatory parts that are not stated: {n}. Put them into the file and import it again.', mandatoryParts: 'Mandatory parts', otherParts: 'Other parts', partName: 'Name', partProcess: 'How it goes', partWays: 'Ways to file', partSets: 'Sets of papers', setsN: '{n}', partApplicants: 'Who may apply', partResult: 'Result', partConditions: 'Conditions', partBasis: 'Legal basis', partRetention: 'Kept for', note: 'Note',
  cutoffAt: 'Received after {at}: counted from the next working day.', extensionBy: 'May be extended by {limit}: {reason}', resultPaper: 'On paper', resultElectronic: 'Electronic', papersOf: 'Papers', noPapers: 'No paper is asked for.', required: 'required', notRequired: 'if there is one', replacedBy: 'may be replaced by {data}', feeCounter: 'At the counter: {amount}', feeOnline: 'Online: {amount}',
  stepsOf: 'Internal steps', noSteps: 'There are no internal steps.', agencySteps: 'Steps at other agencies', shareOf: '{n} % of the limit', noTime: 'takes no time of the limit', ownerHandling: 'The unit that handles it', formform: 'Form', formoriginal: 'Original', formcopy: 'Copy', formpresent: 'To be shown', formdata: 'Data', onlinefull: 'Fully online; in person; by post', onlinepartial: 'Partly online; in person; by post', onlinenone: 'In person; by post',
  limSAME_DAY: 'The same day', limNONE: 'None', limWORKING_DAYS: '{n} working days', limWORKING_HOURS: '{n} working hours', limCALENDAR_DAYS: '{n} days', limCALENDAR_MONTHS: '{n} months',
  importFile: 'Import a file', exportFile: 'Download the catalogue', importHint: 'A file of the form that is downloaded here (procedures.json). A row that differs from the newest version becomes the next one; procedures that are not in the file stay.', importChoose: 'File of the catalogue', importChooseHint: '8 MB at most. It is looked at first; nothing is stored.', importAsk: 'Choose the file of the catalogue', importGone: 'The file cannot be read; choose it again', importLook: 'Check the file', importApply: 'Apply',
  importCounts: 'Rows: {rows}; new: {added}, changed: {changed}, unchanged: {unchanged}.', importFaulty: 'Faults of the file: {n}. Nothing of it can be imported.', importSound: 'The file has no faults.', importSame: 'Like the catalogue as it is: nothing to import.', importWill: 'New procedures: {added}; procedures with a new version: {changed}.', importPromise: 'In force from the day that the file says, else from today. Dossiers that were received do not change.', importDone: 'Imported: {added} new, {changed} changed.', importFaults: 'Faults', importWarnings: 'To be looked at: {n}', rowN: 'Item {n}', lineN: 'Line {n} of the file', wholeFile: 'The whole file', findingsMore: 'These are {n} of {total}.',
  kprocedure_changed: 'New version of a procedure',
});

export type Role = Schemas['Role'];
export const ROLES: readonly Role[] = ['PHAT_SO', 'TIEP_NHAN', 'THU_LY', 'LD_PHONG', 'LANH_DAO', 'VAN_THU', 'GD_TT', 'TO_HOP_BC', 'QUAN_TRI', 'KIEM_TRA'];
export const roleName = (role: Role): string => t(`role${role}`);

const known = (key: string): key is keyof typeof vi => key in vi;
/** Families of kinds that the log can be filtered by. */
export const KIND_FAMILIES = [
  'ticket_', 'dossier_', 'counter_', 'queue_', 'print_', 'setup_', 'account_', 'device_', 'signed_', 'backup_', 'cash_', 'reminder_', 'petition_',
  'calendar_', 'report_',
] as const;
/** An event in words: its own, else its family's, else as the log writes it. */
export function kindName(kind: string): string {
  const own = `k${kind}`, family = `k${kind.slice(0, kind.indexOf('_') + 1)}`;
  return known(own) ? t(own) : known(family) ? t(family) : kind;
}
export const breakName = (how: Schemas['LogFault']['breaks'][number]): string => t(`break${how}`);
export function className(code: string): string {
  const key = `class${code}`;
  return known(key) ? t(key) : code;
}
export const monthName = (n: number): string => t('month', { n });
/** day: 0 Sunday .. 6 Saturday. */
export const weekdayShort = (day: number): string => t(`wd${day}` as 'wd0');

/** A limit as the server writes it, e.g. WORKING_DAYS 3. */
export function limitText(limit: string | null): string {
  const [unit = '', n = ''] = (limit ?? 'NONE').split(' '), key = `lim${unit}`;
  return known(key) ? t(key, { n: n.replace('.', language.value === 'en' ? '.' : ',') }) : limit ?? '';
}
export const formName = (form: Schemas['DocumentForm']): string => t(`form${form}`);
export const onlineName = (level: Schemas['Procedure']['online_level']): string => t(`online${level}`);
/** Who does an internal step: a unit, a role, or the unit that handles the procedure. */
export function ownerName(owner: string, unit: (code: string) => string): string {
  if (owner === 'handling_unit') return t('ownerHandling');
  const role = `role${owner}`;
  return unit(owner) !== owner ? unit(owner) : known(role) ? t(role) : owner;
}
