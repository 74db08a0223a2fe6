import { texts } from '../../core/i18n';

export const { t } = texts({
  skip: 'Tới nội dung', signOut: 'Đăng xuất', loading: 'Đang tải…', retry: 'Thử lại',
  away: 'Không liên lạc được với máy chủ. Hãy bấm lại khi có kết nối: việc này không bị làm hai lần.', cut: 'Mất kết nối từ {at}. Số liệu bên dưới có thể đã cũ.',
  find: 'Mã hồ sơ, họ tên hoặc số định danh', findLabel: 'Tìm hồ sơ', found: 'Hồ sơ tìm thấy', foundNone: 'Không có hồ sơ nào khớp “{text}”', noCode: 'chưa có mã',
}, {
  skip: 'To the contents', signOut: 'Sign out', loading: 'Loading…', retry: 'Try again',
  away: 'The server cannot be reached. Press again when it is back: nothing is done twice.', cut: 'Disconnected since {at}. What is shown may be old.',
  find: 'Code, name or personal number', findLabel: 'Find a dossier', found: 'Dossiers found', foundNone: 'No dossier matches “{text}”', noCode: 'no code yet',
});
