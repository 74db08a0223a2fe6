import { texts } from '../../core/i18n';

export const { t } = texts({
  settings: 'Cài đặt bảng gọi số', here: 'Chỉ cho màn hình này.',
  voice: 'Giọng đọc', vi: 'Tiếng Việt', viEn: 'Việt và Anh', silent: 'Không đọc',
  loudness: 'Âm lượng', loudnessDay: 'Bình thường, phần trăm', loudnessQuiet: 'Giờ yên tĩnh, phần trăm', quietFrom: 'Yên tĩnh từ', quietTo: 'đến', badHour: 'Ghi giờ như 11:30, hoặc để trống',
  directions: 'Đường đến quầy, nhìn từ bảng này', notShown: 'Không chỉ', left: 'Bên trái', right: 'Bên phải', ahead: 'Đi thẳng',
  test: 'Nghe thử', testing: 'Đang đọc…', heard: 'Đã đọc xong', blocked: 'Trình duyệt chặn âm thanh', save: 'Lưu', cancel: 'Bỏ qua', loading: 'Đang tải…',
}, {
  settings: 'Settings of the call board', here: 'For this screen only.',
  voice: 'Voice', vi: 'Vietnamese', viEn: 'Vietnamese and English', silent: 'No voice',
  loudness: 'Loudness', loudnessDay: 'Usually, per cent', loudnessQuiet: 'In quiet hours, per cent', quietFrom: 'Quiet from', quietTo: 'until', badHour: 'Write the hour like 11:30, or leave it empty',
  directions: 'Ways to the counters, seen from this board', notShown: 'Not shown', left: 'To the left', right: 'To the right', ahead: 'Straight ahead',
  test: 'Try it', testing: 'Speaking…', heard: 'Spoken', blocked: 'The browser blocks sound', save: 'Save', cancel: 'Leave', loading: 'Loading…',
});
