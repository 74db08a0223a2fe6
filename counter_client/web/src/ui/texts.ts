import { texts } from '../core/i18n';

export const { t } = texts({
  otherLanguage: 'English', account: 'Tài khoản', password: 'Mật khẩu', signIn: 'Đăng nhập', signInTo: 'Đăng nhập {screen}', signingIn: 'Đang đăng nhập…',
  away: 'Không liên lạc được với máy chủ. Kiểm tra dây mạng, rồi thử lại.', cannotSignIn: 'Chưa đăng nhập được',
  askAccount: 'Nhập tên tài khoản', askPassword: 'Nhập mật khẩu',
  again: 'Phiên làm việc đã hết. Đăng nhập lại để làm tiếp; những gì đã nhập vẫn còn.',
  undo: 'Hoàn tác', close: 'Đóng', seconds: '{n} giây',
  connected: 'Trực tuyến', cutSince: 'Mất kết nối từ {at}',
}, {
  otherLanguage: 'Tiếng Việt', account: 'Account', password: 'Password', signIn: 'Sign in', signInTo: 'Sign in to {screen}', signingIn: 'Signing in…',
  away: 'The server cannot be reached. Check the network cable and try again.', cannotSignIn: 'Not signed in',
  askAccount: 'Enter the account name', askPassword: 'Enter the password',
  again: 'The session has ended. Sign in again to go on; all that was typed is still here.',
  undo: 'Undo', close: 'Close', seconds: '{n} s',
  connected: 'Online', cutSince: 'No connection since {at}',
});
