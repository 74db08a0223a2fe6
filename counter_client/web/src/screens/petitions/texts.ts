import { texts } from '../../core/i18n';

export const { t } = texts({
  screen: 'Phản ánh, kiến nghị', noRight: 'Tài khoản này không xem được sổ phản ánh, kiến nghị.', back: 'Thôi',
  register: 'Sổ phản ánh, kiến nghị', all: 'Tất cả', lateOnly: 'Quá hạn', filter: 'Trạng thái', empty: 'Không có phản ánh, kiến nghị nào.', more: 'Xem thêm',
  number: 'Số', content: 'Nội dung', state: 'Trạng thái', due: 'Hạn', received: 'Mới nhận', processing: 'Đang xử lý', answered: 'Đã trả lời', forwarded: 'Đã chuyển', refused: 'Từ chối', late: 'Quá hạn', published: 'Đã công khai',
  feedback: 'Phản ánh', proposal: 'Kiến nghị', counter: 'Tại quầy', phone: 'Điện thoại', online: 'Trực tuyến', post: 'Bưu chính',
  choose: 'Chọn một dòng để xem và xử lý.', receivedAt: 'Nhận lúc {at} ({how}) bởi {who}', dueOn: 'Phải xong trong ngày {at}', person: 'Người gửi', anonymous: 'Không để lại tên', secret: 'giữ kín', hidden: 'được giữ kín với người xem', askedFor: 'Đã hỏi thêm: {text}', outcome: 'Kết quả: {text}', endedAt: 'Kết thúc lúc {at}', askBy: 'Hỏi thêm chậm nhất ngày {at}',
  take: 'Tiếp nhận xử lý', request_supplement: 'Hỏi thêm', forward: 'Chuyển cơ quan khác', refuse: 'Từ chối', answer: 'Trả lời', publish: 'Công khai', doIt: 'Ghi', words: 'Nội dung', why: 'Lý do hoặc nơi chuyển', saidDone: 'Đã ghi: {what}, số {n}.',
  enter: 'Ghi nhận mới', writing: 'Đang viết dở: hãy ghi, hoặc bấm Thôi, rồi mới chọn dòng khác.', kind: 'Loại', how: 'Nhận qua', name: 'Họ tên (không bắt buộc)', phoneNumber: 'Điện thoại (không bắt buộc)', confidential: 'Giữ kín người gửi', save: 'Ghi vào sổ', saidEntered: 'Đã ghi vào sổ, số {n}.', needWords: 'Hãy ghi nội dung.',
  keyNew: 'Ghi nhận mới', keyNext: 'Dòng tiếp, dòng trước', keyAct: 'Việc cần làm', noEnter: 'Tài khoản này không ghi nhận được phản ánh, kiến nghị.', noAct: 'Tài khoản này không xử lý được phản ánh, kiến nghị.', noneOpen: 'Chưa chọn dòng nào.', over: 'Không còn việc nào phải làm.',
}, {
  screen: 'Petitions', noRight: 'This account may not see the register of petitions.', back: 'Leave it',
  register: 'Register of petitions', all: 'All', lateOnly: 'Late', filter: 'State', empty: 'No petition.', more: 'Show more',
  number: 'Number', content: 'Content', state: 'State', due: 'Due', received: 'Received', processing: 'Taken up', answered: 'Answered', forwarded: 'Passed on', refused: 'Refused', late: 'Late', published: 'Published',
  feedback: 'Feedback', proposal: 'Proposal', counter: 'At the counter', phone: 'By phone', online: 'Online', post: 'By post',
  choose: 'Choose a row to see it and act on it.', receivedAt: 'Received {at} ({how}) by {who}', dueOn: 'To be done by {at}', person: 'From', anonymous: 'No name was left', secret: 'confidential', hidden: 'hidden from who only reads', askedFor: 'Asked for: {text}', outcome: 'Outcome: {text}', endedAt: 'Ended {at}', askBy: 'To be asked for more by {at}',
  take: 'Take it up', request_supplement: 'Ask for more', forward: 'Pass it on', refuse: 'Refuse', answer: 'Answer', publish: 'Publish', doIt: 'Record', words: 'Words', why: 'Why, or to whom', saidDone: 'Recorded: {what}, number {n}.',
  enter: 'Enter a new one', writing: 'Something is being written: record it or leave it, then choose another row.', kind: 'Kind', how: 'It came', name: 'Name (may be left out)', phoneNumber: 'Phone (may be left out)', confidential: 'Keep the sender confidential', save: 'Enter it', saidEntered: 'Entered, number {n}.', needWords: 'Write what it is about.',
  keyNew: 'Enter a new one', keyNext: 'Next row, row before', keyAct: 'What is to be done', noEnter: 'This account may not enter petitions.', noAct: 'This account may not settle petitions.', noneOpen: 'No row is chosen.', over: 'Nothing is left to be done.',
});
