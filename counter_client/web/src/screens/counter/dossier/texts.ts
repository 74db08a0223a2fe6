/** Words of the dossier half. */
import { textsLater } from '../../../core/i18n';

const vi = {
  // head, procedure
  newDossier: 'Hồ sơ mới', procedure: 'Thủ tục', findProcedure: 'Tên hoặc mã thủ tục, không cần dấu', foundProcedures: 'Thủ tục tìm thấy', noProcedure: 'Không có thủ tục nào có “{text}”', changeProcedure: 'Đổi thủ tục',
  code: 'Mã', limit: 'Hạn', fee: 'Lệ phí', channel: 'Hình thức', free: 'Không thu', noLimit: 'Không quy định thời hạn',
  limit_SAME_DAY: 'trong ngày', limit_WORKING_DAYS: '{n} ngày làm việc', limit_CALENDAR_DAYS: '{n} ngày', limit_WORKING_HOURS: '{n} giờ làm việc', limit_MONTHS: '{n} tháng', limit_YEARS: '{n} năm',
  // applicant
  applicant: 'Người yêu cầu', scannedAt: 'Đã quét Căn cước {at}', checkName: 'Kiểm tra lại họ tên', recent: 'Hồ sơ gần đây', edit: 'Sửa', doneEditing: 'Xong', scanHint: 'Quét mã QR trên thẻ căn cước, hoặc nhập bằng tay.',
  kind: 'Loại người yêu cầu', kind_citizen: 'Công dân', kind_business: 'Doanh nghiệp', kind_agency: 'Cơ quan', kind_organisation: 'Tổ chức', kind_other: 'Khác',
  full_name: 'Họ, chữ đệm và tên', organisationName: 'Tên đơn vị', personal_id: 'Số định danh cá nhân', personal_id_of_head: 'Số định danh người đại diện', tax_code: 'Mã số thuế', birth_date: 'Ngày sinh', dateHint: 'ngày/tháng/năm',
  sex: 'Giới tính', female: 'Nữ', male: 'Nam', unset: 'Chưa chọn', address: 'Nơi cư trú', phone: 'Điện thoại nhận tin', email: 'Thư điện tử',
  identity_document: 'Giấy tờ đã xem', notSeen: 'Chưa xem giấy tờ', identity_card: 'Thẻ căn cước', identity_vneid: 'VNeID', identity_passport: 'Hộ chiếu', identity_birth_certificate: 'Giấy khai sinh', identity_other: 'Giấy tờ khác', identityBy: 'Đã xem {what}',
  helper: 'Người nộp thay', addHelper: 'Nộp thay', noHelper: 'Bỏ nộp thay', helperName: 'Họ tên người nộp thay', authorisation: 'Giấy ủy quyền', authorisationHint: 'Số, ngày, nơi chứng thực',
  // papers
  papers: 'Thành phần hồ sơ', ok: 'Đủ', missing: 'Thiếu', na: 'Không cần', markAll: 'Đủ cả', scanPapers: 'Quét giấy tờ', scanDone: 'Đóng phần quét', noPapers: 'Thủ tục này không yêu cầu giấy tờ.', noPapersHere: 'Không có giấy tờ.',
  tallyOk: 'Đủ {n}/{of} giấy tờ cần nộp', tallyMissing: 'Thiếu {n} giấy tờ', tallyLeft: 'Còn {n} giấy tờ chưa xem', ifNeeded: 'nếu cần', compared: 'Đã đối chiếu', originals: '{n} bản chính', copies: '{n} bản sao',
  form_form: 'Theo mẫu', form_original: 'Bản chính', form_copy: 'Bản sao', form_present: 'Xuất trình', form_data: 'Khai thác dữ liệu, không cần giấy',
  scanName: 'Tên tệp quét', noScan: 'Không quét được vì', scanHere: 'Có quét', originalsLabel: 'Bản chính', copiesLabel: 'Bản sao', note: 'Ghi chú', notScanned: 'Chưa quét',
  oversize: 'Khổ giấy quá lớn', bound: 'Đóng quyển, không tháo được', object: 'Vật mẫu', secret: 'Tài liệu mật',
  // fee, channel
  feeAndChannel: 'Lệ phí và hình thức', channelTitle: 'Hình thức và nội dung', feeAmount: 'Số tiền (đồng)', feeHow: 'Cách thu', feeBefore: 'Thu ngay', feeAfter: 'Thu khi trả', feeExempt: 'Miễn', feeMethod: 'Hình thức thu', feeReference: 'Số biên lai', feeExemption: 'Lý do miễn, giấy tờ chứng minh',
  cash: 'Tiền mặt', transfer: 'Chuyển khoản', card: 'Thẻ', national_portal: 'Cổng Dịch vụ công quốc gia', province_gateway: 'Cổng thanh toán của tỉnh', feeNow: '{line}: thu {amount}', feeNotPaid: 'Chưa thu',
  fee_due: 'Chưa thu', fee_settled: 'Đã thu', fee_exempt: 'Miễn', fee_refund_due: 'Phải hoàn lại', fee_refunded: 'Đã hoàn lại',
  channel_counter: 'Trực tiếp tại quầy', channel_online: 'Trực tuyến', channel_post: 'Bưu chính', external_code: 'Mã hồ sơ ở hệ thống khác', content: 'Nội dung yêu cầu', contentHint: 'In trên giấy hẹn, sau tên thủ tục',
  acting_reason: 'Lý do giám đốc làm thay',
  // the promise
  side: 'Hẹn trả kết quả', due: 'Hẹn trả kết quả', dueWas: 'Hạn trả đã hẹn', dueNone: 'Chọn thủ tục để biết ngày hẹn trả.', dueAsking: 'Đang tính ngày hẹn…', dueAway: 'Mất kết nối: chưa tính được ngày hẹn.', duePaused: 'Đang tạm dừng, hạn tính lại khi tiếp tục.', duePromised: 'Đã hẹn trên giấy: {at}', notAcceptedYet: 'Chưa tiếp nhận',
  spanFrom: '{amount} kể từ hôm nay', withinDay: 'Trả trong ngày', workingDays: '{n} ngày làm việc', calendarDays: '{n} ngày', days: '{n} ngày', hours: '{n} giờ', howCounted: 'Cách tính ngày hẹn',
  day1: 'T2', day2: 'T3', day3: 'T4', day4: 'T5', day5: 'T6', day6: 'T7', day7: 'CN',
  slipAlt: 'Bản xem trước của giấy sẽ in, chưa có số', slipOpen: 'Phóng to bản xem trước', slipTitle: 'Giấy sẽ in', slipOld: 'Bản xem trước chưa theo kịp: {why}', closeIt: 'Đóng',
  delivery: 'Cách nhận kết quả', delivery_counter: 'Tại Trung tâm', delivery_post: 'Bưu điện', delivery_online: 'Trực tuyến',
  ledgerHead: 'Tiếp nhận lúc {from}; thời hạn {amount}.', moved_cutoff: 'Sau giờ chốt nhận, tính từ {at}.', moved_rest_day: 'Nhận vào ngày nghỉ, tính từ {at}.', from: 'Từ', to: 'Đến', what: 'Vì sao', counted: 'Đã tính', calendarUsed: 'Lịch: {title}, bản {version}.', unconfirmed: 'Năm này chưa có lịch nghỉ chính thức.', noLedger: 'Hạn trả tính từ khi tiếp nhận.',
  why_moved_by_cutoff: 'Sau giờ chốt nhận', why_moved_by_rest_day: 'Nhận vào ngày nghỉ', why_day_of_receipt: 'Ngày tiếp nhận không tính', why_session: 'Giờ làm việc', why_working_day: 'Ngày làm việc', why_calendar_day: 'Ngày theo lịch', why_make_up_day: 'Ngày làm bù', why_lunch: 'Nghỉ trưa', why_night: 'Ngoài giờ', why_weekly_rest: 'Nghỉ cuối tuần', why_day_off: 'Nghỉ', why_partial_day_off: 'Nghỉ một phần ngày', why_pause: 'Tạm dừng', why_rolled: 'Dời sang ngày làm việc',
  // receiving
  acceptPrint: 'Tiếp nhận, in giấy hẹn', sending: 'Đang gửi…', dropDraft: 'Bỏ bản nháp', cannotReceive: 'Chưa tiếp nhận được', chooseProcedure: 'Chọn thủ tục', nameMissing: 'Nhập họ tên người yêu cầu', paperUnset: 'Giấy tờ {n}: chọn Đủ, Thiếu hoặc Không cần', feeUnset: 'Chọn cách thu lệ phí', feeByRule: 'Theo quy định', fillIn: 'Nhập {label}', identityMissing: 'Chọn giấy tờ tùy thân đã xem', papersMissing: 'Còn thiếu giấy tờ bắt buộc', feeUnpaid: 'Lệ phí chưa thu',
  saidAccepted: 'Đã tiếp nhận hồ sơ của {name}', saidSupplement: 'Đã lập phiếu yêu cầu bổ sung cho {name}', saidRefused: 'Đã từ chối tiếp nhận hồ sơ của {name}', saidArrived: 'Đã ghi nhận hồ sơ {code}',
  actIntake: 'Nhận hồ sơ của {name}', intakeKept: 'Máy chủ chưa trả lời: hồ sơ được giữ lại và tự gửi khi có kết nối', lateIntake: 'Hồ sơ của {name} gửi lại không nhận được: {why}', sentWaits: 'Hồ sơ này đang chờ gửi. Khi có kết nối, màn hình tự gửi và in.', sentShort: 'Đang chờ gửi',
  receivedTitle: 'Đã tiếp nhận {code}', slipKept: 'Chưa có máy in: giấy hẹn được giữ bản PDF, xem lại ở mục Bản in.', openPdf: 'Mở giấy hẹn (PDF)', receivedDue: 'Hẹn trả {due}', secretCode: 'Mã tra cứu {secret}',
  supplementReason: 'Hồ sơ chưa đủ giấy tờ theo thành phần hồ sơ của thủ tục',
  // scanning
  scannedCard: 'Đã quét thẻ của {name}', scannedOdd: 'Chữ trên thẻ đọc không rõ: kiểm tra lại họ tên', scannedAgain: 'Thẻ của {name} đã quét rồi', cardUnread: 'Không đọc được mã trên thẻ.', cardAway: 'Mất kết nối: chưa kiểm tra được thẻ, hãy nhập bằng tay', codeUnknown: 'Không có hồ sơ mã {code}', codeAway: 'Mất kết nối: chưa mở được hồ sơ',
  collectorIs: '{name}: đúng người yêu cầu', collectorIsHelper: '{name}: đúng người nộp thay', collectorIsOther: '{name} không phải người yêu cầu: cần giấy ủy quyền',
  // a dossier
  loading: 'Đang tải…', cannotLoad: 'Chưa tải được: máy chủ không trả lời', noCode: 'chưa có mã', acceptedAt: 'Tiếp nhận', responsible: 'Đang giữ', handoverWaits: '{by} bàn giao lúc {at}, chờ {to} nhận',
  parts: 'Phần của hồ sơ', part_papers: 'Giấy tờ', part_ledger: 'Cách tính hạn', part_history: 'Quá trình', part_prints: 'Bản in', system: 'Hệ thống', somebody: 'Người khác',
  askedFor: '{name} yêu cầu bổ sung ngày {at}', until: 'chậm nhất {at}', refusedBy: '{name} từ chối ngày {at}', withdrawnAt: 'Đề nghị rút hồ sơ ngày {at}', signedBy: '{name} đã ký ngày {at}', collectedBy: '{name} đã nhận kết quả lúc {at}',
  conflictTitle: '{name} vừa sửa hồ sơ này lúc {at}', conflictSame: 'Trạng thái không đổi, nội dung đã khác.', conflictState: 'Trước: {before}. Bây giờ: {after}.', conflictKept: 'Những gì bạn nhập vẫn ở bên cạnh: xem lại rồi gửi, hoặc bỏ.', changedBy: '{name} vừa sửa hồ sơ này lúc {at}',
  chooseBeside: 'F8 không có việc nào ở đây: chọn một nút ở cột bên phải.', closeDossier: 'Đóng hồ sơ', nothingToClose: 'Không có gì để đóng', onlyReception: 'Chỉ người tiếp nhận mở được hồ sơ mới', nothingToDo: 'Lúc này bạn không có việc gì với hồ sơ này.', nothingOpen: 'Chưa mở hồ sơ nào', noDraft: 'Chưa mở hồ sơ mới', noCase: 'Chưa mở hồ sơ nào', noPaper: 'Không có giấy tờ {n}', jumpTo: 'Tới giấy tờ {n}', keySend: 'Gửi',
  reprint: 'In lại', reprintReason: 'In lại tại quầy theo đề nghị', saidReprinted: 'Đã gửi in lại, bản in lần {n}', reprintKept: 'Sẽ in lại khi có kết nối', nothingPrinted: 'Chưa in gì', see: 'Xem', copyNo: 'lần {n}', itPrinted: 'Đã ra giấy', itDidNot: 'Bỏ',
  paper_01: 'Giấy tiếp nhận, hẹn trả', paper_02: 'Phiếu yêu cầu bổ sung', paper_03: 'Phiếu từ chối', paper_04: 'Phiếu xin lỗi, hẹn lại', paper_05: 'Phiếu dừng giải quyết', paper_06: 'Phiếu kiểm soát', paper_papers: 'Danh mục giấy tờ trả lại', paper_return: 'Biên nhận trả kết quả', paper_handover: 'Phiếu bàn giao', paper_fee: 'Biên lai phí, lệ phí', paper_survey: 'Phiếu đánh giá',
  print_queued: 'Chờ in', print_created: 'Máy in đã nhận', print_kept: 'Giữ bản PDF', print_sent: 'Đang in', print_printed: 'Đã in', print_attention: 'Cần người xem', print_cancelled: 'Đã bỏ',
  state_arrived: 'Chờ kiểm tra', state_supplement_before: 'Yêu cầu bổ sung trước tiếp nhận', state_refused: 'Từ chối tiếp nhận', state_accepted: 'Đã tiếp nhận', state_processing: 'Đang xử lý', state_with_agency: 'Liên thông', state_awaiting_supplement: 'Chờ bổ sung', state_awaiting_payment: 'Chờ nghĩa vụ tài chính', state_suspended: 'Tạm dừng', state_withdrawal_requested: 'Yêu cầu rút', state_stopped: 'Dừng xử lý', state_result_ready: 'Có kết quả', state_returned: 'Đã trả kết quả',
  pending_overdue: 'Quá hạn', pending_near_due: 'Sắp đến hạn', pending_in_time: 'Trong hạn', pending_paused: 'Tạm dừng', verdict_early: 'Trước hạn', verdict_on_time: 'Đúng hạn', verdict_late: 'Trễ hạn',
  // actions
  accept: 'Tiếp nhận', request_supplement: 'Yêu cầu bổ sung', resubmit: 'Ghi nhận bổ sung', refuse: 'Từ chối', begin: 'Giải quyết tại quầy', hand_over: 'Bàn giao', confirm: 'Xác nhận nhận bàn giao', decline: 'Không nhận bàn giao', recall: 'Thu hồi bàn giao', resume: 'Tiếp tục giải quyết', sign: 'Ký kết quả', issue_result: 'Ban hành kết quả', return_result: 'Trả kết quả', request_withdrawal: 'Công dân rút hồ sơ', deny_withdrawal: 'Không cho rút', stop: 'Dừng giải quyết',
  ask_correction: 'Đề nghị đính chính', correct: 'Duyệt đính chính', correction: 'Đính chính', correctionOf: '{old} → {now} ({who} đề nghị)', approvalReason: 'Căn cứ duyệt',
  correctedField: 'Ghi sai ở',
  correctedTo: 'Đúng ra là',
  owner_LD_PHONG: 'Lãnh đạo phòng',
  owner_LANH_DAO: 'Lãnh đạo UBND xã',
  owner_VAN_THU: 'Văn thư',
  internalSteps: 'Bước nội bộ',
  stepDue: 'hạn của bước {at}',
  stepWas: 'xong {at}',
  stepLate: 'Bước trễ',
  step_done: 'Đã qua',
  step_current: 'Đang làm',
  step_waiting: 'Chưa đến',
  decidedBy: 'Cơ quan giải quyết', forward: 'Chuyển liên thông', step_result: 'Nhận kết quả liên thông', forwardTo: 'Chuyển tới', stepOf: 'Bước của cơ quan', stepNote: 'Kết quả nhận được',
  reassign: 'Phân công lại', request_payment: 'Chờ nghĩa vụ tài chính', suspend: 'Tạm dừng giải quyết', apologise: 'Xin lỗi, hẹn lại', extend: 'Gia hạn', reopen: 'Mở lại hồ sơ', reassignTo: 'Giao cho (tài khoản)',
  reassignHint: 'Người này chịu trách nhiệm ngay, không cần xác nhận', owedLine: 'Khoản phải nộp', owedAmount: 'Số tiền (đồng)', owedNotice: 'Tệp thông báo', basis: 'Căn cứ pháp lý', basisWords: 'Nội dung', basis_court: 'Chờ bản án, quyết định của Tòa án',
  basis_authority_opinion: 'Chờ ý kiến cơ quan có thẩm quyền', basis_dispute: 'Có tranh chấp, khiếu nại', basis_inspection: 'Chờ kết luận thanh tra, giám định', basis_force_majeure: 'Sự kiện bất khả kháng', basis_other_law: 'Căn cứ pháp luật khác', newTime: 'Hẹn lại vào', newTimeHint: 'ngày/tháng/năm, có thể thêm giờ: 20/03/2026 15:00; không giờ: cuối ngày làm việc',
  apologyReason: 'Lý do chậm', extendAsk: 'Gia hạn giải quyết hồ sơ?', extendAskText: 'Hạn trả được tính lại; mỗi hồ sơ chỉ gia hạn một lần.', reopenReason: 'Kết quả sai ở đâu', reopenAsk: 'Mở lại hồ sơ?', reopenAskText: 'Kết quả không còn giá trị, hồ sơ được tính như chưa từng kết thúc.', reappointed: 'Đã xin lỗi, hẹn lại {at}',
  extended: 'Thời hạn đã được gia hạn',
  cannotDo: 'Chưa làm được', back: 'Quay lại', reason: 'Lý do', oneALine: 'Mỗi dòng một giấy tờ', supplementItems: 'Giấy tờ cần bổ sung', supplementUntil: 'Bổ sung chậm nhất', supplementUntilHint: 'ngày/tháng/năm; để trống: theo quy định của Trung tâm', overrideReason: 'Lý do cho yêu cầu thêm lần nữa',
  suppliedNow: 'Công dân vừa nộp', suppliedNote: 'Ghi chú về phần bổ sung', refuseKind: 'Vì', refuseWords: 'Lý do in trên phiếu', refuseHint: 'Ít nhất 20 ký tự, nói rõ căn cứ và hướng dẫn', refuseAsk: 'Từ chối tiếp nhận hồ sơ?', refuseAskText: 'Phiếu từ chối được in và ghi vào sổ. Việc này không hoàn tác được.',
  out_of_scope: 'Không thuộc phạm vi giải quyết', incomplete: 'Không đủ sau khi đã hướng dẫn', not_eligible: 'Không đúng đối tượng', already_settled: 'Đã được giải quyết', suspected_forgery: 'Giấy tờ có dấu hiệu giả', other: 'Lý do khác',
  toUnit: 'Giao cho đơn vị', toAccount: 'Hoặc giao đích danh (tài khoản)', toAccountHint: 'Để trống: ai trong đơn vị cũng nhận được', scansNeeded: 'Bản quét của giấy tờ', scanOf: 'Tệp quét giấy tờ {n}: {name}', scanFile: 'Tên tệp trong thư mục quét', scanException: 'Giấy tờ {n}: không quét vì',
  declineReason: 'Vì sao không nhận', outcome: 'Kết quả', outcome_approved: 'Đồng ý', outcome_rejected: 'Không đồng ý', outcome_returned: 'Trả lại hồ sơ', resultTitle: 'Trích yếu', resultNumber: 'Số kết quả', numberLater: 'Để trống: văn thư cấp số', numberHint: 'Ví dụ 15/2026', resultFile: 'Tên tệp đã ký',
  collector: 'Người nhận', collectorApplicant: 'Người yêu cầu: {name}', collectorHelper: 'Người nộp thay: {name}', collectorOther: 'Người khác được ủy quyền', withdrawReason: 'Công dân đề nghị', withdrawDefault: 'Công dân đề nghị rút hồ sơ', withdrawAsk: 'Ghi nhận công dân rút hồ sơ?', withdrawAskText: 'Hồ sơ chờ giám đốc Trung tâm quyết định; việc giải quyết dừng lại.', refund: 'Hoàn lại lệ phí đã thu', stopAsk: 'Dừng giải quyết hồ sơ?', stopAskText: 'Phiếu dừng giải quyết được in, hồ sơ kết thúc. Việc này không hoàn tác được.',
  saidDone: '{what}: xong, {code}', actKept: '{what}: máy chủ chưa trả lời, sẽ tự gửi khi có kết nối',
  // lists
  nothingTitle: 'Chưa mở hồ sơ nào', nothingText: 'Quét thẻ căn cước để bắt đầu hồ sơ mới, quét giấy hẹn để mở hồ sơ đã nhận, hoặc bấm / để tìm.', nothingTextUnit: 'Quét giấy hẹn để mở hồ sơ, hoặc bấm / để tìm.', drafts: 'Bản nháp', nameless: 'Chưa có tên', noProcedureYet: 'Chưa chọn thủ tục', savedAt: 'Đã lưu {at}', sideEmpty: 'Ngày hẹn và giấy hẹn hiện ở đây khi mở hồ sơ.',
  myTitle: 'Hồ sơ theo hạn trả', whose: 'Hồ sơ của ai', whose_mine: 'Của tôi', whose_waiting: 'Chờ tôi ({n})', whose_all: 'Tất cả tôi được xem', pendingFilter: 'Tình trạng', pendingAll: 'Mọi tình trạng', stateHead: 'Trạng thái', waitsForMe: 'Chờ tôi nhận', waitsSignature: 'Chờ tôi ký', waitsNumber: 'Chờ ban hành', listEmpty: 'Không có hồ sơ nào.', listMore: 'Còn nữa: chỉ hiện những hồ sơ đến hạn sớm nhất.', listAway: 'Chưa tải được danh sách: máy chủ không trả lời', again: 'Thử lại',
  returnTitle: 'Chờ trả kết quả', returnHint: 'Quét mã trên giấy hẹn để mở đúng hồ sơ.', returnEmpty: 'Không có kết quả nào chờ trả.', readySince: 'Có từ',
};

/** English is a file of its own, loaded when it is asked for. */
const made = textsLater(vi, () => import('./en_texts'));

/** Name of the fee line, as the centre's books have it. */
export const FEE_LINE = vi.fee;

export type Words = { [K in keyof typeof vi]: string };

/** Is there such a text? For words that come from the API. */
export const t = Object.assign(made.t, { has: (key: string): boolean => key in made.vi });
