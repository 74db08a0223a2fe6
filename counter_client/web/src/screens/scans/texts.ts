import { texts } from '../../core/i18n';

export const { t } = texts({
  screen: 'Số hóa giấy tờ', back: 'Thôi',
  noRight: 'Tài khoản này không xem được giấy tờ. Hãy đăng nhập bằng tài khoản tiếp nhận hoặc xử lý hồ sơ.',
  choose: 'Tìm hồ sơ bằng phím / rồi chọn tệp cho từng giấy tờ. Điện thoại có thể chụp ngay.',
  papers: 'Giấy tờ của hồ sơ', paper: 'Giấy tờ', scans: 'Bản quét', none: 'Chưa có bản quét', exception: 'Không quét: {why}',
  oversize: 'khổ quá lớn', bound: 'đóng quyển', object: 'vật mẫu', secret: 'tài liệu mật',
  result: 'Kết quả đã ký', attach: 'Thêm bản quét', attachTo: 'Thêm bản quét cho {name}', sending: 'Đang gửi {name}…', saidAttached: 'Đã lưu bản quét của “{name}”.',
  download: 'Tải về', pages: '{kb} kB, {who}, {at}', removed: 'Đã gỡ: {reason}',
  remove: 'Gỡ', removeOf: 'Gỡ bản quét {name}', reason: 'Lý do gỡ', removeYes: 'Gỡ bản quét', saidRemoved: 'Đã gỡ bản quét.',
  reuse: 'Dùng bản đã có', reuseFor: 'Bản đã có cho {name}', reuseOf: '{paper} – hồ sơ {code}, {at}', saidReused: '“{name}” dùng bản quét của hồ sơ {code}.', from: 'lấy từ hồ sơ {code}', resultOf: 'Kết quả: {paper}',
  hint: 'PDF, JPEG hoặc PNG. Nội dung tệp quyết định loại, không phải tên tệp.', keySearch: 'Tìm', keyDigit: 'Giấy tờ số …', keyResult: 'Kết quả', noneOpen: 'Chưa mở hồ sơ nào.', noPaper: 'Hồ sơ không có giấy tờ số {n}.',
}, {
  screen: 'Scans of papers', back: 'Leave it',
  noRight: 'This account may not see papers. Sign in as reception or as an officer who works on dossiers.',
  choose: 'Find a dossier with the key /, then choose a file for each paper. A phone can take a picture.',
  papers: 'Papers of the dossier', paper: 'Paper', scans: 'Scans', none: 'No scan yet', exception: 'Not scanned: {why}',
  oversize: 'too large', bound: 'bound', object: 'an object', secret: 'a secret document',
  result: 'The signed result', attach: 'Add a scan', attachTo: 'Add a scan of {name}', sending: 'Sending {name}…', saidAttached: 'The scan of “{name}” is kept.',
  download: 'Save', pages: '{kb} kB, {who}, {at}', removed: 'Taken away: {reason}',
  remove: 'Take away', removeOf: 'Take away the scan {name}', reason: 'Why it is taken away', removeYes: 'Take it away', saidRemoved: 'The scan is taken away.',
  reuse: 'Use what is held', reuseFor: 'What is held for {name}', reuseOf: '{paper} – dossier {code}, {at}', saidReused: '“{name}” uses the scan of dossier {code}.', from: 'from dossier {code}', resultOf: 'Result: {paper}',
  hint: 'PDF, JPEG or PNG. What a file holds decides its type, not its name.', keySearch: 'Find', keyDigit: 'Paper number …', keyResult: 'Result', noneOpen: 'No dossier is open.', noPaper: 'The dossier has no paper number {n}.',
});
