/*
 * What the pages of citizens say, in Vietnamese and in English.
 *
 * Pure. One table, so that no text is without its translation. {1} .. {3} are values, [ ] makes
 * strong (html.h). Texts name what the law names: rating levels and factors are the survey's.
 */
#ifndef PAGE_PAGE_TEXTS_H
#define PAGE_PAGE_TEXTS_H

#include "base/error.h"

#define PAGE_TEXT_MAP(X)                                                                           \
    /* every page */                                                                               \
    X(BRAND, "Một cửa", "One-stop shop")                                                           \
    X(SKIP, "Đến nội dung", "Skip to content")                                                     \
    X(OTHER_LANGUAGE, "English", "Tiếng Việt")                                                     \
    X(TRAINING, "TẬP HUẤN: số liệu không có thật", "TRAINING: nothing here is real")               \
    X(NAV, "Các trang", "Pages")                                                                   \
    X(NAV_HOME, "Trang chính", "Home")                                                             \
    X(NAV_PROCEDURES, "Thủ tục", "Procedures")                                                     \
    X(NAV_SATISFACTION, "Mức độ hài lòng", "Satisfaction")                                         \
    X(UPDATE, "Cập nhật", "Update")                                                                \
    X(AS_OF, "Lúc {1}", "As of {1}")                                                               \
    X(OFFLINE,                                                                                     \
      "Mất kết nối từ {1}. Số liệu bên dưới là của lần cuối "               \
      "nhận được.",                                                                                \
      "No connection since {1}. What is below is the last that was received.")                     \
    X(SCREENS, "Màn hình của Trung tâm (tập huấn)", "Screens of the centre (training)")            \
    X(SCREEN_KIOSK, "Kiosk lấy số", "Kiosk")                                                       \
    X(SCREEN_BOARD, "Bảng gọi số", "Lobby board")                                                  \
    X(SCREEN_COUNTER, "Quầy", "Counter")                                                           \
    X(SCREEN_CASHIER, "Thu ngân", "Cashier")                                                       \
    X(SCREEN_SCANS, "Số hóa giấy tờ", "Scans of papers")                                           \
    X(SCREEN_PETITIONS, "Phản ánh, kiến nghị", "Petitions")                                        \
    X(SCREEN_MANAGER, "Lãnh đạo", "Manager")                                                       \
    X(SCREEN_ADMIN, "Quản trị", "Administration")                                                  \
    X(NO_SCREENS, "Các màn hình chưa được dựng trên máy chủ này (make web).",                      \
      "The screens are not built on this server (make web).")                                      \
    X(NO_COOKIES, "Trang này không đặt cookie và không gửi gì ra ngoài.",                          \
      "These pages set no cookie and send nothing elsewhere.")                                     \
    X(CLOSED_SERVICE, "đang đóng", "closed")                                                       \
    X(NO_DATA, "chưa đủ dữ liệu", "not enough data yet")                                           \
    X(NO_COUNTER, "chưa có quầy mở", "no counter is open")                                         \
    X(NOT_COMPUTED, "đang tính", "being computed")                                                 \
    X(MINUTES, "{1} phút", "{1} min")                                                              \
    X(OVER_TWO_HOURS, "có thể trên 2 giờ", "maybe over 2 hours")                                   \
    /* home */                                                                                     \
    X(HOME_TITLE, "Giờ làm việc và tình hình chờ", "Opening hours and waiting times")              \
    X(OPEN_NOW, "Đang mở cửa", "Open now")                                                         \
    X(CLOSED_NOW, "Đang đóng cửa", "Closed now")                                                   \
    X(OPEN_UNTIL, "Đến {1} hôm nay.", "Until {1} today.")                                          \
    X(OPENS_AT, "Mở lại lúc {1}.", "Opens again at {1}.")                                          \
    X(OPENS_UNKNOWN, "Chưa có lịch cho những ngày tới.",                                           \
      "There is no calendar for the days to come.")                                                \
    X(HOURS_UNKNOWN, "Trung tâm chưa nhập lịch làm việc.",                                         \
      "The centre has not entered its calendar.")                                                  \
    X(WEEK, "Giờ làm việc bảy ngày tới", "Hours of the next seven days")                           \
    X(DAY, "Ngày", "Day")                                                                          \
    X(HOURS, "Giờ", "Hours")                                                                       \
    X(REST, "Nghỉ", "Closed")                                                                      \
    X(HOLIDAY, "Nghỉ lễ", "Public holiday")                                                        \
    X(MAKE_UP, "làm bù", "make-up day")                                                            \
    X(TODAY, "hôm nay", "today")                                                                   \
    X(WAITS, "Đang chờ", "Waiting now")                                                            \
    X(WAITING_AT, "{1} người chờ", "{1} waiting")                                                  \
    X(SERVICE, "Nhóm thủ tục", "Service")                                                          \
    X(PEOPLE, "Người chờ", "People")                                                               \
    X(EXPECTED, "Dự kiến chờ", "Expected wait")                                                    \
    X(SEARCH_PROCEDURE, "Tìm thủ tục hành chính", "Find a procedure")                              \
    X(SEARCH_HINT, "Gõ có dấu hay không dấu đều được, ví dụ: khai sinh, chung thuc.",              \
      "With or without tones, e.g. khai sinh, chung thuc.")                                        \
    X(SEARCH, "Tìm", "Search")                                                                     \
    X(LOOK_UP, "Tra cứu hồ sơ", "Follow a dossier")                                                \
    X(LOOK_UP_HINT,                                                                                \
      "Mã hồ sơ và mã tra cứu in trên Giấy tiếp nhận hồ sơ và hẹn "           \
      "trả kết quả.",                                                                              \
      "Code and look-up secret are printed on the receipt.")                                       \
    X(DOSSIER_CODE, "Mã hồ sơ", "Dossier code")                                                    \
    X(SECRET, "Mã tra cứu", "Look-up secret")                                                      \
    X(SHOW, "Xem hồ sơ", "Show the dossier")                                                       \
    X(HAVE_TICKET, "Có số thứ tự? Quét mã QR trên phiếu để theo dõi.",                             \
      "Have a ticket? Scan its QR code to follow it.")                                             \
    /* ticket */                                                                                   \
    X(TICKET_TITLE_WAITING, "{1}, đang chờ", "{1}, waiting")                                       \
    X(TICKET_TITLE_AHEAD, "{1}, còn {2} người", "{1}, {2} before you")                             \
    X(TICKET_TITLE_CALLED, "{1}, mời đến {2}", "{1}, please go to {2}")                            \
    X(YOUR_NUMBER, "Số của ông/bà", "Your number")                                                 \
    X(ABOUT, "chờ khoảng", "wait about")                                                           \
    X(AHEAD_BAR, "Còn {1} người trước ông/bà", "{1} people before you")                            \
    X(AHEAD, "[Còn {1} người trước.]", "[{1} people before you.]")                                 \
    X(NEXT_ONE, "[Ông/bà là người tiếp theo.]", "[You are next.]")                                 \
    X(CALLING, "Vừa gọi {1} đến {2}.", "{1} was just called to {2!}.")                             \
    X(WAITING_STATE, "[Đang chờ.] Chưa đủ dữ liệu để ước tính.",                                   \
      "[Waiting.] Not enough data yet for an estimate.")                                           \
    X(WAITING_NO_COUNTER, "[Đang chờ.] Chưa có quầy nào mở cho nhóm thủ tục này.",                 \
      "[Waiting.] No counter is open for this service yet.")                                       \
    X(WAITING_COMPUTED, "[Đang chờ.] Đang tính thời gian chờ.",                                    \
      "[Waiting.] The wait is being computed.")                                                    \
    X(STAY_NEAR, "Xin ở gần khu chờ; số có thể được gọi sớm hơn dự kiến.",                         \
      "Please stay near: you may be called earlier than expected.")                                \
    X(CALLED_STATE, "[Mời ông/bà đến {1}.] Gọi lúc {2}.", "[Please go to {1!}.] Called at {2}.")   \
    X(SERVING_STATE, "[Đang được phục vụ tại {1}.]", "[Being served at {1!}.]")                    \
    X(PARKED_STATE, "[Tạm gác.] Ông/bà giữ nguyên thứ tự và sẽ được gọi lại.",                     \
      "[Set aside.] You keep your place and will be called again.")                                \
    X(NO_SHOW_STATE,                                                                               \
      "[Đã gọi mà chưa gặp.] Xin đến ngay bàn hướng dẫn: số được "          \
      "gọi lại một lần.",                                                                          \
      "[Called, but you were not there.] Go to the guide's desk now: a number is called again "    \
      "once.")                                                                                     \
    X(DONE_STATE, "[Đã xong.] Cảm ơn ông/bà.", "[Done.] Thank you.")                               \
    X(CANCELLED_STATE, "[Số này đã hủy.] Cần làm thủ tục, xin lấy số mới.",                        \
      "[This number was cancelled.] Please take a new one.")                                       \
    X(TAKEN_AT, "Lấy số lúc {1}", "Taken at {1}")                                                  \
    /* dossier */                                                                                  \
    X(DOSSIER_TITLE, "{1}: hồ sơ {2}", "{1}: dossier {2}")                                         \
    X(DOSSIER_LINE, "Hồ sơ {1}", "Dossier {1}")                                                    \
    X(APPLICANT, "Người nộp", "Applicant")                                                         \
    X(PERSONAL_ID, "Số định danh", "Personal id")                                                  \
    X(PHONE, "Điện thoại", "Phone")                                                                \
    X(STATE, "Trạng thái", "State")                                                                \
    X(PROMISED, "Hẹn trả kết quả", "Result promised for")                                          \
    X(DUE_MOVED, "Thời hạn hiện nay: {1}", "Due now: {1}")                                         \
    X(NO_LIMIT, "Không quy định thời hạn", "No time limit")                                        \
    X(IN_TIME, "Đúng tiến độ", "On schedule")                                                      \
    X(NEAR_DUE, "Sắp đến hạn", "Due soon")                                                         \
    X(OVERDUE, "Quá hạn", "Overdue")                                                               \
    X(PAUSED, "Tạm dừng tính thời gian", "Clock stopped")                                          \
    X(FINISHED_EARLY, "Xong trước hạn", "Finished early")                                          \
    X(FINISHED_ON_TIME, "Xong đúng hạn", "Finished on time")                                       \
    X(FINISHED_LATE, "Xong quá hạn", "Finished late")                                              \
    X(OVERDUE_WHY,                                                                                 \
      "Hồ sơ đã quá hạn. Trung tâm phải xin lỗi và hẹn lại bằng "              \
      "văn bản; xin hỏi tại quầy.",                                                                \
      "This dossier is overdue. The centre owes an apology and a new date in writing; "            \
      "please ask "                                                                                \
      "at a counter.")                                                                             \
    X(PAUSE_WHY,                                                                                   \
      "Từ {1} thời gian giải quyết tạm dừng, vì còn chờ ông/bà bổ "            \
      "sung giấy tờ, nộp khoản phải "                                                    \
      "nộp, hoặc chờ cơ quan khác. Ngày trả mới được tính khi hồ "             \
      "sơ tiếp tục.",                                                                              \
      "Since {1} the clock stands still: something is awaited from you, a payment, or another "    \
      "agency. The new date is known when work goes on.")                                          \
    X(ASKED_FOR, "Giấy tờ cần bổ sung", "Still needed from you")                                   \
    X(PROGRESS, "Quá trình giải quyết", "Progress")                                                \
    X(STEP_RECEIVED, "Đã tiếp nhận", "Received")                                                   \
    X(STEP_NOW, "Đang giải quyết tại {1}", "In progress at {1!}")                                  \
    X(PLAIN, "{1}", "{1!}")                                                                        \
    X(STEP_FROM, "Từ {1}", "Since {1}")                                                            \
    X(STEP_SPAN, "{1} đến {2}", "{1} to {2}")                                                      \
    X(STEP_RESULT, "Có kết quả", "Result ready")                                                   \
    X(STEP_RETURNED, "Đã trả kết quả", "Result returned")                                          \
    X(STEP_RESULT_NEXT, "Ký, ban hành kết quả", "Result signed and issued")                        \
    X(STEP_RETURN_NEXT, "Trả kết quả cho ông/bà", "Result returned to you")                        \
    X(STEP_STOPPED, "Dừng giải quyết", "Stopped")                                                  \
    X(COLLECT, "Mời ông/bà mang Giấy hẹn và giấy tờ tùy thân đến nhận kết quả.",                   \
      "Please bring the receipt and an identity paper to collect the result.")                     \
    X(MASKED, "Thông tin cá nhân được che bớt.", "Personal data is partly hidden.")                \
    /* rating */                                                                                   \
    X(RATE, "Ông/bà thấy phục vụ thế nào?", "How was the service?")                                \
    X(RATE_HOW, "Ẩn danh, một chạm. Mỗi lần phục vụ một đánh giá.",                                \
      "Anonymous, one touch. One answer each time.")                                               \
    X(LEVEL_5, "Rất hài lòng", "Very satisfied")                                                   \
    X(LEVEL_4, "Hài lòng", "Satisfied")                                                            \
    X(LEVEL_3, "Bình thường", "Neutral")                                                           \
    X(LEVEL_2, "Không hài lòng", "Dissatisfied")                                                   \
    X(LEVEL_1, "Rất không hài lòng", "Very dissatisfied")                                          \
    X(WHY, "Vì sao ông/bà chưa hài lòng?", "Why were you not satisfied?")                          \
    X(WHY_HOW, "Đánh giá: {1}. Chọn ít nhất một lý do.",                                           \
      "Your answer: {1}. Choose at least one reason.")                                             \
    X(WHY_ERROR, "Chưa chọn lý do", "No reason is chosen")                                         \
    X(ERROR_PREFIX, "Lỗi: ", "Error: ")                                                            \
    X(THERE_IS_A_PROBLEM, "Có chỗ chưa đúng", "There is a problem")                                \
    X(REASON_ACCESS, "Tiếp cận dịch vụ: tìm hiểu, lấy số, chờ đợi, chỗ ngồi",                      \
      "Access: information, queue, waiting, seats")                                                \
    X(REASON_PROCEDURE, "Thủ tục hành chính: giấy tờ, các bước, phí",                              \
      "Procedure: papers, steps, fees")                                                            \
    X(REASON_STAFF, "Công chức: thái độ, hướng dẫn", "Staff: manner, guidance")                    \
    X(REASON_RESULT, "Kết quả: chậm, sai, chưa đủ", "Result: late, wrong, incomplete")             \
    X(REASON_FEEDBACK, "Tiếp nhận, xử lý góp ý, phản ánh, kiến nghị",                              \
      "Handling of comments and complaints")                                                       \
    X(SEND, "Gửi đánh giá", "Send")                                                                \
    X(BACK, "Chọn lại mức", "Choose another level")                                                \
    X(RATED, "Đã ghi nhận đánh giá. Cảm ơn ông/bà.", "Your answer was kept. Thank you.")           \
    X(RATE_LATER, "Khi xong việc, ông/bà có thể đánh giá tại trang này.",                          \
      "When it is done you can rate the service here.")                                            \
    X(RATE_PAST, "Đã hết hạn đánh giá.", "It can no longer be rated.")                             \
    /* procedures */                                                                               \
    X(PROCEDURES_TITLE, "Thủ tục hành chính", "Procedures")                                        \
    X(PROCEDURES_FOUND, "Kết quả cho “{1}”", "Found for “{1}”")                                    \
    X(PROCEDURES_NONE,                                                                             \
      "Không tìm thấy thủ tục nào cho “{1}”. Thử ít từ hơn, hoặc "            \
      "hỏi bàn hướng dẫn.",                                                                        \
      "Nothing found for “{1}”. Try fewer words, or ask at the guide's desk.")                     \
    X(PROCEDURES_EMPTY, "Trung tâm chưa nhập danh mục thủ tục.", "The catalogue is still empty.")  \
    X(MORE, "Xem tiếp", "Next page")                                                               \
    X(ALL_PROCEDURES, "Tất cả thủ tục", "All procedures")                                          \
    X(LIMIT, "Thời hạn", "Time limit")                                                             \
    X(FEE, "Phí, lệ phí", "Fee")                                                                   \
    X(FIELD, "Lĩnh vực", "Field")                                                                  \
    X(CODE, "Mã thủ tục", "Code")                                                                  \
    X(RESULT, "Kết quả", "Result")                                                                 \
    X(APPLICANTS, "Đối tượng thực hiện", "Who may apply")                                          \
    X(SETS, "Số lượng hồ sơ", "Sets of papers")                                                    \
    X(SETS_OF, "{1} bộ", "{1}")                                                                    \
    X(PROCESS, "Trình tự thực hiện", "How it goes")                                                \
    X(CONDITIONS, "Yêu cầu, điều kiện", "Conditions")                                              \
    X(LEGAL_BASIS, "Căn cứ pháp lý", "Legal basis")                                                \
    X(PAPERS, "Giấy tờ cần có", "Papers")                                                          \
    X(PAPERS_NONE, "Không yêu cầu giấy tờ.", "No paper is asked for.")                             \
    X(PAPER_FORM, "tờ khai theo mẫu", "form")                                                      \
    X(PAPER_ORIGINAL, "bản chính", "original")                                                     \
    X(PAPER_COPY, "bản sao", "copy")                                                               \
    X(PAPER_PRESENT, "xuất trình, không nộp", "to be shown only")                                  \
    X(PAPER_DATA, "lấy từ dữ liệu, không cần giấy", "taken from data, no paper")                   \
    X(OPTIONAL, "nếu có", "if it applies")                                                         \
    X(REPLACED, "Không cần giấy khi tra cứu được: {1}",                                            \
      "Not needed when this can be looked up: {1!}")                                               \
    X(ONLINE, "Nộp trực tuyến", "File online")                                                     \
    X(ONLINE_FULL, "Nộp được toàn trình trên Cổng Dịch vụ công quốc gia.",                         \
      "It can be filed wholly on the national portal.")                                            \
    X(ONLINE_PARTIAL, "Nộp được một phần trên Cổng Dịch vụ công quốc gia.",                        \
      "It can be filed partly on the national portal.")                                            \
    X(ONLINE_NONE, "Nộp trực tiếp tại Trung tâm.", "It is filed at the centre.")                   \
    X(PORTAL, "Đến Cổng Dịch vụ công quốc gia", "Go to the national portal")                       \
    X(PORTAL_NOTE, "mở trang khác", "another site")                                                \
    /* satisfaction */                                                                             \
    X(SATISFACTION_TITLE, "Mức độ hài lòng của người dân", "How satisfied people are")             \
    X(SATISFACTION_PERIOD, "Từ {1} đến {2}", "From {1} to {2}")                                    \
    X(SATISFACTION_HOW,                                                                            \
      "Tỷ lệ “hài lòng” và “rất hài lòng” trong số đánh giá qua "          \
      "phiếu số và hồ sơ, với khoảng "                                                 \
      "tin cậy 95 % (Wilson). Dưới {1} đánh giá thì chưa kết luận.",                               \
      "Share of “satisfied” and “very satisfied” among the answers by ticket "             \
      "and dossier, with "                                                                         \
      "its 95 % interval (Wilson). Fewer than {1} answers are not judged.")                        \
    X(ANSWERS, "Đánh giá", "Answers")                                                              \
    X(SHARE, "Hài lòng", "Satisfied")                                                              \
    X(INTERVAL, "khoảng {1} đến {2} %", "{1} to {2} %")                                            \
    X(FEW, "chưa đủ mẫu ({1}/{2})", "too few answers ({1}/{2})")                                   \
    X(MET, "đạt mục tiêu {1} %", "meets the target of {1} %")                                      \
    X(MISSED, "chưa đạt mục tiêu {1} %", "misses the target of {1} %")                             \
    X(BY_GROUP, "Theo nhóm", "By group")                                                           \
    X(BY_MONTH, "Theo tháng", "By month")                                                          \
    X(REASONS, "Lý do chưa hài lòng", "Why people were not satisfied")                             \
    X(ASSISTED_NOTE, "{1} đánh giá do cán bộ nhập giúp được để riêng.",                            \
      "{1} answers entered with help of the office are kept apart.")                               \
    X(TIMES, "{1} lượt", "{1} times")                                                              \
    /* what went wrong */                                                                          \
    X(NOT_FOUND_TITLE, "Không tìm thấy", "Not found")                                              \
    X(NOT_FOUND_LINK,                                                                              \
      "Đường dẫn không đúng, hoặc mã không khớp. Xin quét lại mã QR "           \
      "trên phiếu hoặc giấy hẹn, "                                                        \
      "hay gõ lại mã bên dưới.",                                                                   \
      "The link is not right, or the codes do not agree. Please scan the QR code again, "          \
      "or type "                                                                                   \
      "the codes below.")                                                                          \
    X(NOT_FOUND_PAGE, "Không có trang này.", "There is no such page.")                             \
    X(ASK_AT_DESK, "Cần giúp, xin hỏi bàn hướng dẫn của Trung tâm.",                               \
      "For help ask at the guide's desk.")                                                         \
    X(TOO_MANY_TITLE, "Xin chờ một chút", "Please wait a little")                                  \
    X(TOO_MANY, "Có quá nhiều lần thử từ mạng này. Xin thử lại sau một phút.",                     \
      "There were too many tries from this network. Please try again in a minute.")                \
    X(FAILED_TITLE, "Chưa xem được", "It cannot be shown now")                                     \
    X(FAILED,                                                                                      \
      "Máy chủ đang bận hoặc đang dừng. Chưa có gì thay đổi; xin thử "          \
      "lại sau một phút.",                                                                         \
      "The server is busy or stopping. Nothing was changed; please try again in a minute.")        \
    X(FAILED_INPUT, "Yêu cầu có chỗ chưa đúng: {1}.", "The request is not right: {1}.")            \
    X(TRY_AGAIN, "Thử lại", "Try again")                                                           \
    /* time */                                                                                     \
    X(MONDAY, "thứ Hai", "Mon")                                                                    \
    X(TUESDAY, "thứ Ba", "Tue")                                                                    \
    X(WEDNESDAY, "thứ Tư", "Wed")                                                                  \
    X(THURSDAY, "thứ Năm", "Thu")                                                                  \
    X(FRIDAY, "thứ Sáu", "Fri")                                                                    \
    X(SATURDAY, "thứ Bảy", "Sat")                                                                  \
    X(SUNDAY, "Chủ nhật", "Sun")

enum page_text {
#define X(name, vi, en) SAY_##name,
    PAGE_TEXT_MAP(X)
#undef X
        SAY_COUNT
};

/* Static. */
const char *page_text(enum page_text text, enum language language);

#endif
