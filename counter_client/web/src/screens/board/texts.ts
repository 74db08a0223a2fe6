import { texts } from '../../core/i18n';

export const { t, en } = texts({
  calling: 'Số đang gọi', waiting: 'Đang chờ, dự kiến', ticket: 'Mời số', counter: 'Đến quầy',
  nobody: 'Chưa có số nào được gọi', nobodyHow: 'Mời ông bà lấy số ở máy hoặc bàn hướng dẫn, rồi ngồi chờ gọi.',
  loading: 'Đang tải…', priority: 'ưu tiên', people: '{n} người', about: '{n} phút', between: '{low}–{high} phút', under: 'dưới {n} phút', over: 'có thể trên 2 giờ', noCounter: 'chưa có quầy mở',
  unknown: 'chưa đủ số liệu', none: 'không phải chờ', closed: 'đang đóng', more: 'trang {n}/{all}',
  cut: 'Mất kết nối từ {at}, mời nghe gọi tại quầy', missed: 'Lỡ lượt? Mời gặp quầy hướng dẫn.',
  blocked: 'Trình duyệt đang chặn âm thanh: bảng không đọc số', unblock: 'Bật âm thanh',
  left: 'bên trái', right: 'bên phải', ahead: 'đi thẳng',
  settings: 'Cài đặt bảng',
}, {
  calling: 'Numbers called', waiting: 'Waiting, expected', ticket: 'Ticket', counter: 'Counter',
  nobody: 'No number has been called yet', nobodyHow: 'Please take a ticket.',
  loading: 'Loading…', priority: 'priority', people: '{n} [n:person|people]', about: '{n} min', between: '{low}–{high} min', under: 'under {n} min', over: 'maybe over 2 hours', noCounter: 'no counter is open',
  unknown: 'not enough data yet', none: 'no waiting', closed: 'closed', more: 'page {n}/{all}',
  cut: 'No connection since {at}, please listen', missed: 'Missed your turn? Please ask at the desk.',
  blocked: 'Sound is blocked: numbers are not read out', unblock: 'Turn sound on',
  left: 'to the left', right: 'to the right', ahead: 'straight ahead',
  settings: 'Settings of the board',
});
