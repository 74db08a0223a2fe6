/** Words of the shell of the counter screen. */
import { textsLater } from '../../core/i18n';

const vi = {
  screen: 'quầy', skip: 'Tới nội dung hồ sơ', main: 'Chính', queue: 'Hàng đợi', loading: 'Đang tải…',
  tabWork: 'Quầy', tabDossier: 'Hồ sơ', tabMine: 'Hồ sơ của tôi', tabReturn: 'Trả kết quả',
  find: 'Mã hồ sơ, họ tên, CCCD, số vé', findLabel: 'Tìm mã hồ sơ, họ tên, số CCCD hoặc số vé', found: 'Kết quả tìm', foundNone: 'Không thấy “{text}”',
  newDossier: 'Hồ sơ mới', desk: 'Quầy số', pause: 'Tạm nghỉ', reopen: 'Mở quầy',
  called: 'Đã mời, chưa bắt đầu', serving: 'Đang phục vụ', idle: 'Chưa mời ai', paused: 'Quầy đang tạm nghỉ', closed: 'Quầy đang đóng',
  servedFor: 'Thời gian phục vụ', calledFor: 'Đã mời được', timesCalled: 'Mời {n} lần', waited: 'Đã chờ {n} phút', idleHint: 'Mời người tiếp theo, hoặc gọi đích danh từ danh sách dưới đây.',
  callNext: 'Gọi tiếp', finishNext: 'Xong, gọi tiếp', start: 'Bắt đầu', recall: 'Gọi lại', noShow: 'Vắng mặt', transfer: 'Chuyển', hold: 'Giữ lại', finish: 'Xong', back: 'Đang giữ, vắng',
  waiting: 'Đang chờ', longest: 'Lâu nhất {n} phút', minutes: '{n} phút', collects: 'Tới nhận kết quả', nobodyWaits: 'Không còn ai chờ quầy này.', elsewhere: 'Nhóm khác: {n} người', onlyHere: 'Chỉ quầy này', notBefore: 'Mời được từ {at}', help: 'Giúp quầy bạn',
  priority: 'Ưu tiên: {why}', appointment: 'Hẹn {at}',
  P1: 'việc gấp', P2: 'khuyết tật, người có công', P3: 'mang thai, có con nhỏ', P4: 'người cao tuổi', P5: 'trẻ em', P6: 'có hẹn', P7: 'đường xa, cần giúp',
  whyUrgent: 'việc gấp', whyHardMax: 'đã chờ quá lâu', whyRatio: 'giữ tỷ lệ ưu tiên', whyPriority: 'ưu tiên', whyTurn: 'đến lượt', whyDirect: 'gọi đích danh',
  saidCalled: 'Mời {number}: {why}, đã chờ {n} phút', saidEmpty: 'Không còn ai chờ quầy này', saidEmptyElsewhere: 'Không còn ai chờ quầy này; nhóm khác còn {n} người', saidLater: 'Người đang chờ chưa tới giờ được mời',
  saidRecalled: 'Đã gọi lại {number}', saidNoShow: '{number} vắng mặt', saidParked: 'Đã giữ {number} lại. F7 để gọi lại', saidTransferred: '{number} chuyển sang {service}', saidTransferredTo: '{number} chuyển sang {service}, {counter}', saidFinished: 'Đã xong {number}', saidStarted: 'Bắt đầu phục vụ {number}',
  saidReturned: '{number} chờ lại ở chỗ cũ', saidCameBack: '{number} quay lại, mời được sau ít phút', saidCancelled: 'Đã hủy {number}', saidUndone: 'Đã hoàn tác: {number} ở chỗ cũ', saidUndoneServed: 'Đã hoàn tác: {number} chờ ở chỗ cũ, tiếp tục phục vụ {again}',
  notYet: 'Máy chủ chưa ghi được, còn giữ {n} việc: {why}', saidHeld: 'Đã giữ “{what}”, máy chủ chưa ghi được: {why}',
  saidKept: 'Đã giữ “{what}”, sẽ gửi khi có mạng', lateRefused: '“{what}” đã giữ từ trước không làm được: {why}',
  actStart: 'Bắt đầu {number}', actFinish: 'Xong {number}', actNoShow: '{number} vắng', actPark: 'Giữ {number}', actTransfer: 'Chuyển {number}', actReturn: '{number} chờ lại', actComeBack: '{number} quay lại', actCancel: 'Hủy {number}',
  offlineCall: 'Mất kết nối: không gọi số được, để hai quầy không mời cùng một người', offlineRecall: 'Mất kết nối: loa không nghe được lệnh gọi lại', offlineOther: 'Mất kết nối: việc này cần máy chủ',
  unknownCall: 'Máy chủ chưa trả lời. Khi có mạng lại, màn hình cho biết đã mời ai hay chưa',
  offlineBar: 'Mất kết nối từ {at}', offlineKept: '{n} việc đang giữ, gửi theo thứ tự khi có mạng', offlineNone: 'Việc làm lúc này được giữ lại và gửi khi có mạng', sending: 'Đang gửi {n} việc đã giữ', cutTitle: 'Mất kết nối',
  busyFirst: 'Chưa xong người đang phục vụ', noTicket: 'Chưa mời ai', notCalled: 'Đã bắt đầu phục vụ, không gọi lại nữa', already: 'Đã bắt đầu', openFirst: 'Quầy chưa mở', nothingAside: 'Không có ai đang giữ hay vắng',
  takenByBrowser: '{counter} đang được dùng ở một máy hoặc trình duyệt khác bằng tài khoản của bạn. Ở đây chỉ xem.', takenByPerson: '{name} vừa nhận {counter}. Ở đây chỉ xem.', counterLeft: '{counter} đã đóng ở nơi khác. Ở đây chỉ xem.', takeOver: 'Nhận lại quầy', otherCounter: 'Chọn quầy khác', saidTaken: 'Bạn đang ngồi ở {counter}',
  unsavedTitle: 'Hồ sơ đang mở chưa lưu', unsavedText: 'Gọi người tiếp theo hoặc mở hồ sơ khác sẽ rời khỏi hồ sơ này.', unsavedHold: 'Giữ bản nháp rồi tiếp tục', unsavedDiscard: 'Bỏ bản nháp', unsavedBack: 'Quay lại hồ sơ',
  chooseTitle: 'Chọn quầy', chooseText: 'Ngồi vào quầy nào thì quầy đó mở. Phím số chọn nhanh.', chooseFree: 'Trống', chooseTaken: '{name} đang ngồi', chooseTakenAsk: '{name} đang ngồi ở {counter}. Bạn nhận quầy này thay?', chooseTake: 'Nhận quầy', chooseNone: 'Làm hồ sơ, không ngồi quầy', chooseEmpty: 'Trung tâm chưa có quầy nào: nhờ quản trị lập quầy.', cancel: 'Thôi', noRight: 'Tài khoản này không làm việc ở quầy', noRightText: 'Màn hình này dành cho người tiếp nhận và người thụ lý hồ sơ.',
  seatTitle: 'Quầy và tài khoản', closeCounter: 'Đóng quầy', changeCounter: 'Đổi quầy', signOut: 'Đăng xuất', english: 'English', closeBusy: 'Xong người đang phục vụ đã', close: 'Đóng',
  transferTitle: 'Chuyển {number} sang', transferText: 'Giữ nguyên chỗ đã chờ. Bấm số để chuyển ngay.', anyCounter: 'quầy nào cũng được', onlyCounter: 'Chỉ {counter}',
  asideTitle: 'Đang giữ và vắng', asideText: 'Bấm số để mời lại ngay. Quầy bận thì người đó chờ lại ở chỗ cũ.', stateParked: 'Đang giữ', stateNoShow: 'Vắng', asideReason: 'Quay lại sau khi giữ', asideBack: 'Quay lại sau khi vắng', asideBackNow: 'Chờ lại',
  ticketTitle: 'Vé {number}', callThis: 'Gọi đích danh', reason: 'Lý do gọi', reasonMissing: 'Ghi lý do gọi đích danh', reasonHint: 'Lý do được lưu trong nhật ký: không ghi tên người, bệnh tật.', cancelTicket: 'Hủy vé', issued: 'Lấy số lúc {at}',
  stateWaiting: 'Đang chờ', stateCalled: 'Đã mời', stateServing: 'Đang phục vụ', stateDone: 'Đã xong', stateCancelled: 'Đã hủy',
  keysTitle: 'Phím tắt', keysQueue: 'Hàng đợi', keysDossier: 'Hồ sơ', keysOther: 'Chung', keys: 'Phím tắt', keySearch: 'Tìm', keyKeys: 'Danh sách phím', keyUndo: 'Hoàn tác', notNow: 'lúc này chưa dùng được: {why}',
  printerNone: 'Chưa có máy in, giữ bản PDF', printerReady: 'Máy in sẵn sàng', printerWaits: '{n} tờ đang chờ in', printerAttention: 'Máy in: {what}', printerLook: 'cần người xem', saved: 'Bản nháp lưu lúc {at}',
  sessionTitle: 'Phiên làm việc đã hết', titleIdle: 'Chờ gọi', faultyTitle: 'Lỗi: {title}',
  failedTitle: 'Chưa tải được màn hình', failedText: 'Máy chủ chưa trả lời. Kiểm tra dây mạng rồi thử lại.', retry: 'Thử lại', helpCalls: 'Có người cần giúp ở {place}, gọi lúc {at}', helpTake: 'Tôi tới', saidHelp: '{place} đã báo: có người đang tới', noHelp: 'Không ai gọi giúp', undoButton: 'Hoàn tác',
};

export type Words = { [K in keyof typeof vi]: string };

/** English is a file of its own, loaded when it is asked for. */
export const { t } = textsLater(vi, () => import('./en_texts'));
