/*
 * The one error type of the project: every function that can fail for two reasons returns it.
 *
 * Pure. One table gives, for each error, its stable code (the API's `code`, the command line's
 * `error CODE`), the HTTP status that carries it, and a sentence in Vietnamese and in English.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

/* The numbers are never stored: only the code texts are, so lines may be added anywhere. */
/* name, stable code, HTTP status, Vietnamese, English */
#define ERR_MAP(X)                                                                                 \
    X(ERR_OK, "ok", 200, "Đã xong", "Done")                                                        \
    /* the machine */                                                                              \
    X(ERR_NO_MEMORY, "no_memory", 503, "Máy chủ hết bộ nhớ, hãy thử lại",                          \
      "The server is out of memory, try again")                                                    \
    X(ERR_STORE, "store_failed", 500, "Cơ sở dữ liệu không thực hiện được yêu cầu",                \
      "The database could not carry out the request")                                              \
    X(ERR_DISK_FULL, "disk_full", 507, "Ổ đĩa đã đầy: chưa ghi gì, hãy báo quản trị",              \
      "The disk is full: nothing was written, tell the administrator")                             \
    X(ERR_QUERY_TIMEOUT, "query_timeout", 503, "Truy vấn quá lâu, hãy thu hẹp khoảng tìm",         \
      "The query took too long, narrow it")                                                        \
    X(ERR_CLOSED, "unavailable", 503, "Máy chủ đang dừng, hãy thử lại sau",                        \
      "The server is stopping, try again later")                                                   \
    X(ERR_CLOCK_DOUBTFUL, "clock_doubtful", 503, "Đồng hồ máy chủ không đáng tin: chỉ được xem",   \
      "The server's clock cannot be trusted: reading only")                                        \
    X(ERR_INTERNAL, "internal", 500, "Lỗi của máy chủ", "A fault of the server")                   \
    X(ERR_DATABASE_NEWER, "database_newer", 500, "Cơ sở dữ liệu của phiên bản mới hơn",            \
      "The database belongs to a newer version")                                                   \
    X(ERR_DATABASE_OLDER, "database_older", 500, "Cơ sở dữ liệu cũ hơn: hãy chạy serve một lần",   \
      "The database belongs to an older version: run serve once")                                  \
    X(ERR_DATABASE_FOREIGN, "database_foreign", 500, "Tệp không phải cơ sở dữ liệu của Một Cửa",   \
      "The file is not a database of Một Cửa")                                                     \
    X(ERR_DATABASE_MISSING, "database_missing", 500, "Chưa có cơ sở dữ liệu: hãy chạy init",       \
      "There is no database here: run init")                                                       \
    X(ERR_DATABASE_LOCKED, "database_locked", 500, "Thư mục dữ liệu đang được máy chủ khác dùng",  \
      "Another server uses this data folder")                                                      \
    X(ERR_DATABASE_EXISTS, "database_exists", 500, "Đã có cơ sở dữ liệu ở đây",                    \
      "There already is a database here")                                                          \
    X(ERR_ADDRESS_IN_USE, "address_in_use", 500, "Địa chỉ và cổng này đang được dùng",             \
      "This address and port are in use")                                                          \
    X(ERR_ADDRESS, "address_unusable", 500, "Không mở được địa chỉ này trên máy",                  \
      "This address cannot be opened on this machine")                                             \
    X(ERR_FILE, "file_unreadable", 500, "Không đọc hoặc ghi được tệp",                             \
      "A file cannot be read or written")                                                          \
    X(ERR_WEB_FOLDER, "web_folder_malformed", 500,                                                 \
      "Thư mục các màn hình không khớp tệp kê của nó: hãy dựng lại (make web)",                    \
      "The folder of the screens is not what its manifest says: build it again (make web)")        \
    /* the request */                                                                              \
    X(ERR_MALFORMED, "malformed", 400, "Yêu cầu không đọc được", "The request cannot be read")     \
    X(ERR_UNKNOWN_PARAMETER, "unknown_parameter", 400, "Tham số không có trong giao diện",         \
      "A parameter that the interface does not have")                                              \
    X(ERR_BAD_PARAMETER, "bad_parameter", 400, "Tham số có giá trị không hợp lệ",                  \
      "A parameter has a value that is not valid")                                                 \
    X(ERR_BAD_CURSOR, "bad_cursor", 400, "Con trỏ trang không hợp lệ",                             \
      "The page cursor is not valid")                                                              \
    X(ERR_KEY_MISSING, "idempotency_key_missing", 400, "Thiếu hoặc sai Idempotency-Key",           \
      "The Idempotency-Key is missing or not valid")                                               \
    X(ERR_UNAUTHENTICATED, "unauthenticated", 401, "Hãy đăng nhập", "Sign in first")               \
    X(ERR_WRONG_PASSWORD, "wrong_password", 401, "Sai tài khoản hoặc mật khẩu",                    \
      "Wrong account or password")                                                                 \
    X(ERR_DEVICE_UNPAIRED, "device_unpaired", 401,                                                 \
      "Màn hình này không còn được ghép với thiết bị: hãy xin mã ghép mới",                        \
      "This screen is no longer paired with its device: ask for a new pairing code")               \
    X(ERR_PAIRING_CODE, "pairing_code_wrong", 422, "Mã ghép không đúng, đã dùng hoặc đã hết hạn",  \
      "The pairing code is wrong, was used or has expired")                                        \
    X(ERR_NO_SCREEN, "device_without_screen", 409, "Thiết bị này không có màn hình để ghép",       \
      "This device has no screen to pair")                                                         \
    X(ERR_FORBIDDEN, "forbidden", 403, "Tài khoản không được làm việc này",                        \
      "This account may not do that")                                                              \
    X(ERR_CROSS_SITE, "cross_site", 403, "Yêu cầu đến từ trang khác",                              \
      "The request comes from another site")                                                       \
    X(ERR_NOT_FOUND, "not_found", 404, "Không tìm thấy", "Not found")                              \
    X(ERR_METHOD, "method_not_allowed", 405, "Đường dẫn không nhận phương thức này",               \
      "The resource does not take this method")                                                    \
    X(ERR_TIMEOUT, "request_timeout", 408, "Yêu cầu gửi quá chậm", "The request came too slowly")  \
    X(ERR_TOO_LARGE, "payload_too_large", 413, "Nội dung gửi quá lớn", "The body is too large")    \
    X(ERR_MEDIA_TYPE, "unsupported_media_type", 415, "Kiểu nội dung này không nhận ở đây",         \
      "This type of content is not taken here")                                                    \
    X(ERR_HEADERS_TOO_LARGE, "headers_too_large", 431, "Phần đầu yêu cầu quá lớn",                 \
      "The request's headers are too large")                                                       \
    X(ERR_TOO_MANY, "too_many_requests", 429, "Quá nhiều yêu cầu, hãy chờ một chút",               \
      "Too many requests, wait a little")                                                          \
    X(ERR_FIELDS, "invalid_fields", 422, "Có ô chưa đúng", "Some fields are not right")            \
    X(ERR_UNKNOWN_FIELD, "unknown_field", 422, "Ô không có trong giao diện",                       \
      "A field that the interface does not have")                                                  \
    X(ERR_MISSING_FIELD, "missing_field", 422, "Ô bắt buộc chưa có",                               \
      "A required field is missing")                                                               \
    X(ERR_WRONG_TYPE, "wrong_type", 422, "Ô có kiểu dữ liệu sai", "A field has the wrong type")    \
    X(ERR_BAD_VALUE, "bad_value", 422, "Ô có giá trị không hợp lệ",                                \
      "A field has a value that is not valid")                                                     \
    X(ERR_TEXT_TOO_LONG, "text_too_long", 422, "Nội dung của ô quá dài",                           \
      "The text of a field is too long")                                                           \
    X(ERR_KEY_MISMATCH, "idempotency_mismatch", 422, "Idempotency-Key đã dùng cho yêu cầu khác",   \
      "The Idempotency-Key was used for another request")                                          \
    X(ERR_VERSION_REQUIRED, "version_required", 428, "Thiếu If-Match", "If-Match is missing")      \
    X(ERR_VERSION_CONFLICT, "version_conflict", 412, "Người khác vừa thay đổi",                    \
      "Somebody else has just changed it")                                                         \
    X(ERR_STATE_FORBIDS, "state_forbids", 409, "Trạng thái hiện tại không cho phép",               \
      "The present state does not allow it")                                                       \
    /* working time (working-time.md 6) */                                                         \
    X(ERR_SYNTAX, "syntax", 422, "Không đọc được thời điểm hoặc khoảng thời gian",                 \
      "An instant or a span cannot be read")                                                       \
    X(ERR_LIMIT, "limit", 422, "Thời hạn không hợp lệ", "The time limit is not valid")             \
    X(ERR_PAUSE_ORDER, "pause_order", 422, "Tạm dừng kết thúc trước khi bắt đầu",                  \
      "A pause ends before it begins")                                                             \
    X(ERR_PAUSE_BEFORE_RECEIPT, "pause_before_receipt", 422, "Tạm dừng trước khi tiếp nhận",       \
      "A pause begins before the receipt")                                                         \
    X(ERR_CALENDAR_RANGE, "calendar_range", 422, "Ngoài phạm vi của lịch làm việc",                \
      "Outside the working calendar")                                                              \
    X(ERR_ORDER, "order", 422, "Kết thúc trước khi bắt đầu", "The end comes before the start")     \
    X(ERR_CALENDAR_MALFORMED, "calendar_malformed", 422, "Lịch làm việc không đúng mẫu",           \
      "The calendar is malformed")                                                                 \
    X(ERR_CALENDAR_CONTRADICTION, "calendar_contradiction", 422, "Lịch tự mâu thuẫn",              \
      "The calendar contradicts itself")                                                           \
    X(ERR_DRY_RUN_NEEDED, "dry_run_needed", 409, "Cần xem trước thay đổi này rồi mới áp dụng",     \
      "Run this change dry first: what is applied is what was shown")                              \
    /* the queue (queue-order.md) */                                                               \
    X(ERR_TIME, "time", 422, "Thời điểm lùi lại", "Time runs backwards")                           \
    X(ERR_UNKNOWN, "unknown", 422, "Không có trong danh mục", "Not in the catalogue")              \
    X(ERR_DUPLICATE, "duplicate", 409, "Đã có", "It exists already")                               \
    X(ERR_STATE, "state", 409, "Trạng thái hiện tại không cho phép",                               \
      "The present state does not allow it")                                                       \
    X(ERR_UNKNOWN_SITE, "unknown_site", 422,                                                       \
      "Không có điểm tiếp nhận này, hoặc chưa nêu điểm nào",                                       \
      "There is no such site, or none was named")                                                  \
    X(ERR_UNKNOWN_SERVICE, "unknown_service", 422, "Không có nhóm thủ tục này",                    \
      "There is no such service")                                                                  \
    X(ERR_UNKNOWN_CLASS, "unknown_class", 422, "Không có đối tượng ưu tiên này",                   \
      "There is no such class")                                                                    \
    X(ERR_UNKNOWN_UNIT, "unknown_unit", 422, "Không có đơn vị này", "There is no such unit")       \
    X(ERR_UNKNOWN_COUNTER, "unknown_counter", 422, "Không có quầy này",                            \
      "There is no such counter")                                                                  \
    X(ERR_SERVICE_CLOSED, "service_closed", 409, "Nhóm thủ tục này đang đóng",                     \
      "This service is closed")                                                                    \
    X(ERR_COUNTER_CLOSED, "counter_closed", 409, "Quầy chưa mở", "The counter is not open")        \
    X(ERR_NOT_AT_COUNTER, "not_at_this_counter", 409, "Tài khoản không ngồi ở quầy này",           \
      "The account does not sit at this counter")                                                  \
    X(ERR_SEAT_TAKEN, "seat_taken", 409, "Quầy đang được dùng ở một máy hoặc trình duyệt khác",    \
      "The counter is in use at another machine or browser")                                       \
    X(ERR_COUNTER_BUSY, "counter_busy", 409, "Quầy đang phục vụ một người",                        \
      "The counter is serving somebody")                                                           \
    X(ERR_NOT_SERVED, "not_served", 422, "Quầy không phục vụ nhóm thủ tục này",                    \
      "The counter does not serve this service")                                                   \
    X(ERR_ONCE_ONLY, "once_only", 409, "Mỗi phiếu chỉ được quay lại một lần",                      \
      "A ticket may come back once only")                                                          \
    X(ERR_TOO_LATE, "too_late", 409, "Đã quá hạn để làm việc này", "It is too late for that")      \
    X(ERR_TICKETS_WAITING, "tickets_waiting", 409,                                                 \
      "Còn người đang chờ mà không quầy nào khác gọi",                                             \
      "People wait whom no other counter would call")                                              \
    X(ERR_IN_USE, "in_use", 409, "Đang được dùng", "It is in use")                                 \
    X(ERR_LIMIT_REACHED, "limit_reached", 409, "Đã đủ số lượng tối đa",                            \
      "There are as many as there may be")                                                         \
    X(ERR_LAST_ADMINISTRATOR, "last_administrator", 409,                                           \
      "Trung tâm phải còn ít nhất một quản trị", "The last administrator stays")                   \
    X(ERR_BACKUP_RUNNING, "backup_running", 409, "Đang sao lưu, hãy chờ xong",                     \
      "A backup is being made; wait for its end")                                                  \
    X(ERR_RULES_MALFORMED, "rules_malformed", 422, "Tệp quy tắc không đúng mẫu",                   \
      "The rules file is malformed")                                                               \
    /* dossiers (dossier-states.md) */                                                             \
    X(ERR_DUPLICATE_CODE, "duplicate_code", 422, "Mã hồ sơ đã có",                                 \
      "The dossier code exists already")                                                           \
    X(ERR_UNKNOWN_PROCEDURE, "unknown_procedure", 422, "Không có thủ tục này",                     \
      "There is no such procedure")                                                                \
    X(ERR_PROCEDURES_MALFORMED, "procedures_malformed", 422, "Tệp thủ tục có chỗ chưa đúng",       \
      "The file of procedures is not right")                                                       \
    X(ERR_PROCEDURE_NOT_IN_FORCE, "procedure_not_in_force", 422, "Thủ tục không còn hiệu lực",     \
      "The procedure is not in force")                                                             \
    X(ERR_IDENTITY_INVALID, "identity_invalid", 422, "Giấy tờ tùy thân không hợp lệ",              \
      "The identity is not valid")                                                                 \
    X(ERR_DOCUMENTS_MISSING, "documents_missing", 422, "Thiếu giấy tờ bắt buộc",                   \
      "A required document is missing")                                                            \
    X(ERR_FEE_UNPAID, "fee_unpaid", 422, "Chưa thu phí, lệ phí", "The fee is not settled")         \
    X(ERR_NOTHING_ASKED, "nothing_asked", 422, "Chưa nêu nội dung cần bổ sung",                    \
      "Nothing to supplement was named")                                                           \
    X(ERR_NOTHING_SUPPLIED, "nothing_supplied", 422, "Chưa ghi nhận giấy tờ bổ sung",              \
      "Nothing supplied was recorded")                                                             \
    X(ERR_REASON_MISSING, "reason_missing", 422, "Chưa nêu lý do", "The reason is missing")        \
    X(ERR_NOT_AT_COUNTER_PROCEDURE, "not_at_counter", 422, "Thủ tục không giải quyết tại quầy",    \
      "The procedure is not handled at the counter")                                               \
    X(ERR_RECEIVER_UNKNOWN, "receiver_unknown", 422, "Không có người nhận bàn giao này",           \
      "There is no such receiver")                                                                 \
    X(ERR_SAME_RECEIVER, "same_receiver", 422, "Không thể bàn giao cho chính mình",                \
      "A hand-over to oneself")                                                                    \
    X(ERR_HANDOVER_PENDING, "handover_pending", 409, "Đang chờ xác nhận bàn giao",                 \
      "A hand-over waits for confirmation")                                                        \
    X(ERR_NOTICE_MISSING, "notice_missing", 422, "Chưa có thông báo nghĩa vụ tài chính",           \
      "The notice of the obligation is missing")                                                   \
    X(ERR_BASIS_MISSING, "basis_missing", 422, "Chưa chọn căn cứ pháp lý để tạm dừng",             \
      "The legal basis of the suspension is missing")                                              \
    X(ERR_ALREADY_REAPPOINTED, "already_reappointed", 409, "Đã xin lỗi và hẹn lại một lần",        \
      "It was re-appointed once already")                                                          \
    X(ERR_BAD_TIME, "bad_time", 422, "Ngày hẹn lại phải sau hạn trả và trong lịch làm việc",       \
      "The new time must lie after the due date, inside the calendar")                             \
    X(ERR_NO_EXTENSION, "no_extension", 422, "Thủ tục không có quy định gia hạn",                  \
      "The procedure knows no extension")                                                          \
    X(ERR_ALREADY_EXTENDED, "already_extended", 409, "Đã gia hạn một lần",                         \
      "It was extended already")                                                                   \
    X(ERR_MOMENT_ORDER, "moment_order", 422,                                                       \
      "Phải theo thứ tự tiếp nhận, tạm dừng, kết thúc, trả; không sau bây giờ; giữ năm tiếp nhận", \
      "Acceptance, pauses, end, return follow each other; none after now; the year stays")         \
    X(ERR_UNKNOWN_AGENCY, "unknown_agency", 422,                                                   \
      "Trung tâm không biết cơ quan này, hoặc cơ quan không hoạt động vào ngày này",               \
      "The centre does not know this agency, or it does not work on this day")                     \
    X(ERR_BOUNDARY_KEPT, "boundary_kept", 422,                                                     \
      "Thủ tục này không tiếp nhận phi địa giới hành chính",                                       \
      "This procedure is not received for agencies elsewhere")                                     \
    X(ERR_DECIDED_ELSEWHERE, "decided_elsewhere", 409, "Hồ sơ do cơ quan khác giải quyết",         \
      "Another agency decides this dossier")                                                       \
    X(ERR_NOT_HELD, "not_held", 422, "Trung tâm không giữ bản quét này của người nộp",             \
      "No such scan of this applicant is held")                                                    \
    X(ERR_NOT_CORRECTABLE, "not_correctable", 422, "Mục này không đính chính được",                \
      "That cannot be corrected")                                                                  \
    X(ERR_NO_SUCH_STEP, "no_such_step", 422, "Không có bước liên thông này",                       \
      "There is no such step at an agency")                                                        \
    X(ERR_STEP_OPEN, "step_open", 409, "Cơ quan này đang giải quyết một bước",                     \
      "A step of this agency is open")                                                             \
    X(ERR_SCAN_TYPE, "scan_type", 422, "Tệp không phải PDF, JPEG, PNG nguyên vẹn",                 \
      "The file is no whole PDF, JPEG or PNG")                                                     \
    X(ERR_SCAN_FALSE_TYPE, "scan_false_type", 422, "Tệp không đúng loại đã khai",                  \
      "The file is not of the type that it was said to be")                                        \
    X(ERR_SCAN_REMOVED, "scan_removed", 409, "Bản quét này đã bị gỡ", "This scan was taken away")  \
    X(ERR_SCAN_ASSIGNED, "scan_assigned", 409, "Bản quét này đã được đưa vào hồ sơ",               \
      "This scan was given to a dossier already")                                                  \
    X(ERR_UNKNOWN_PAPER, "unknown_paper", 422, "Hồ sơ không có giấy tờ này",                       \
      "The dossier has no such paper")                                                             \
    X(ERR_NO_REFUND_DUE, "no_refund_due", 409, "Khoản này không phải hoàn lại",                    \
      "This fee is not to be given back")                                                          \
    X(ERR_REFUND_PAID, "refund_paid", 409, "Khoản này đã được hoàn lại",                           \
      "This fee was given back already")                                                           \
    X(ERR_NOTHING_TO_CLOSE, "nothing_to_close", 409, "Chưa thu khoản nào từ lần chốt trước",       \
      "Nothing was taken since the last closing")                                                  \
    X(ERR_NOTHING_TO_RECEIPT, "nothing_to_receipt", 409,                                           \
      "Hồ sơ không có khoản đã thu nào chưa có biên lai",                                          \
      "Nothing was paid that is not on a receipt already")                                         \
    X(ERR_SCANS_MISSING, "scans_missing", 422, "Chưa số hóa đủ giấy tờ",                           \
      "Some papers are not scanned")                                                               \
    X(ERR_NO_HANDOVER, "no_handover", 409, "Không có bàn giao nào đang chờ",                       \
      "No hand-over is pending")                                                                   \
    X(ERR_SUPPLEMENT_LIMIT, "supplement_limit", 422, "Chỉ được yêu cầu bổ sung một lần",           \
      "A supplement may be asked once only")                                                       \
    X(ERR_AFTER_DUE, "after_due", 409, "Đã quá hạn trả kết quả", "The due date has passed")        \
    X(ERR_DECISION_SIGNED, "decision_signed", 409, "Kết quả đã ký",                                \
      "The decision has been signed")                                                              \
    X(ERR_SUPPLEMENT_DATE_OPEN, "supplement_date_open", 409, "Chưa hết hạn bổ sung",               \
      "The supplement date has not passed")                                                        \
    X(ERR_SEPARATION_OF_DUTIES, "separation_of_duties", 403,                                       \
      "Hai việc này không được do cùng một người làm", "One person may not do both")               \
    X(ERR_RESULT_MISSING, "result_missing", 422, "Chưa có kết quả", "The result is missing")       \
    X(ERR_NOT_SIGNED, "not_signed", 409, "Kết quả chưa được ký", "The result is not signed")       \
    X(ERR_DUPLICATE_NUMBER, "duplicate_number", 422, "Số kết quả đã dùng",                         \
      "The result number is used already")                                                         \
    X(ERR_RECEIVER_MISSING, "receiver_missing", 422, "Chưa ghi người nhận kết quả",                \
      "Who receives the result is missing")                                                        \
    X(ERR_AUTHORISATION_MISSING, "authorisation_missing", 422, "Thiếu giấy ủy quyền",              \
      "The authorisation is missing")                                                              \
    X(ERR_NOT_AN_ARRIVAL, "not_an_arrival", 422,                                                   \
      "Hồ sơ không ở trạng thái mới đăng ký (1): không phải hồ sơ mới đến",                        \
      "The dossier is not newly registered (status 1): it is no arrival")                          \
    X(ERR_NOT_A_TABLE, "not_a_table", 422, "Tệp không phải bảng đọc được (CSV, XLSX; UTF-8)",      \
      "The file is no table that can be read (CSV, XLSX; UTF-8)")                                  \
    X(ERR_NO_COLUMN, "no_such_column", 422, "Bảng không có cột mang tiêu đề này",                  \
      "The table has no column of this header")                                                    \
    X(ERR_NOT_MAPPED, "value_not_mapped", 422, "Giá trị không có trong bảng khớp cột",             \
      "The mapping of columns does not have this value")                                           \
    X(ERR_COLUMN_TWICE, "column_twice", 422, "Bảng có hai cột mang cùng tiêu đề này",              \
      "The table has two columns of this header")                                                  \
    X(ERR_REPORT_UNBALANCED, "report_unbalanced", 500, "Số liệu báo cáo không khớp",               \
      "The report does not reconcile")                                                             \
    X(ERR_REPORT_NOT_OVER, "report_not_over", 422, "Kỳ báo cáo chưa kết thúc",                     \
      "The period has not ended")                                                                  \
    X(ERR_REPORT_CLOSED, "report_closed", 409, "Báo cáo kỳ này đã chốt",                           \
      "The report of this period is closed")                                                       \
    X(ERR_REPORT_GAP, "report_gap", 422, "Phải chốt các kỳ liền nhau, không bỏ cách",              \
      "Closed periods must follow each other without a gap")                                       \
    /* people and codes (domain.md 2, 8) */                                                        \
    X(ERR_PERSONAL_ID, "personal_id_invalid", 422, "Số định danh cá nhân không hợp lệ",            \
      "The personal id is not valid")                                                              \
    X(ERR_PERSONAL_ID_MISMATCH, "personal_id_mismatch", 422,                                       \
      "Số định danh không khớp ngày sinh hoặc giới tính",                                          \
      "The personal id does not agree with birth date or sex")                                     \
    X(ERR_CARD_QR, "card_qr_invalid", 422, "Mã QR trên thẻ không hợp lệ",                          \
      "The card's QR text is not valid")                                                           \
    X(ERR_TAX_CODE, "tax_code_invalid", 422, "Mã số thuế không hợp lệ",                            \
      "The tax code is not valid")                                                                 \
    X(ERR_PHONE, "phone_invalid", 422, "Số điện thoại không hợp lệ",                               \
      "The phone number is not valid")                                                             \
    X(ERR_DATE, "date_invalid", 422, "Ngày không có thật", "The date does not exist")              \
    X(ERR_CODE_FORMAT, "code_invalid", 422, "Mã hồ sơ không đúng mẫu",                             \
      "The dossier code is malformed")                                                             \
    /* money (domain.md 4.8, 8.3) */                                                               \
    X(ERR_NO_PAYMENT_ACCOUNT, "no_payment_account", 409,                                           \
      "Chưa khai báo tài khoản nhận tiền của trung tâm", "The centre's bank account is not set")   \
    X(ERR_NOTHING_OWED, "nothing_owed", 409, "Hồ sơ không còn khoản phải nộp",                     \
      "Nothing is owed for this dossier")                                                          \
    X(ERR_NO_DOSSIER_CODE, "no_dossier_code", 409, "Hồ sơ chưa có mã để ghi nội dung chuyển tiền", \
      "The dossier has no code yet that a transfer could name")                                    \
    /* the register of people */                                                                   \
    X(ERR_MERGE_ITSELF, "person_is_the_same", 409, "Không thể gộp một người vào chính người đó",   \
      "A person cannot be merged into himself")                                                    \
    X(ERR_PERSON_MERGED, "person_merged", 409, "Một trong hai bản ghi đã được gộp",                \
      "One of both records is merged already")                                                     \
    X(ERR_MERGE_CYCLE, "merge_cycle", 409, "Bản ghi kia đã được gộp vào chính bản ghi này",        \
      "The other record was merged into this one")                                                 \
    X(ERR_IDENTITY_DIFFERS, "identity_differs", 409,                                               \
      "Hai bản ghi có số giấy tờ khác nhau: chỉ giám đốc được gộp",                                \
      "The records have different numbers: only the director may merge them")                      \
    X(ERR_NOT_MERGED, "not_merged", 409, "Bản ghi này chưa được gộp", "This record is not merged") \
    /* ratings (domain.md 5.7) */                                                                  \
    X(ERR_ALREADY_RATED, "already_rated", 409, "Đã có đánh giá, cảm ơn ông/bà",                    \
      "A rating was given already, thank you")                                                     \
    X(ERR_RATING_CLOSED, "rating_closed", 409, "Chưa đến lúc hoặc đã hết hạn đánh giá",            \
      "It cannot be rated yet, or no more")                                                        \
    /* printing */                                                                                 \
    X(ERR_PRINTER, "printer_unavailable", 503, "Máy in không sẵn sàng",                            \
      "The printer is not available")                                                              \
    X(ERR_NO_PAGE, "page_not_ready", 409, "Trang in chưa sẵn sàng", "The page is not ready yet")

enum err {
#define X(name, code, status, vi, en) name,
    ERR_MAP(X)
#undef X
        ERR_COUNT
};

enum language { LANGUAGE_VI, LANGUAGE_EN };

/* Stable code of `err`, e.g. "counter_busy"; never NULL, must not be freed. */
const char *err_code(enum err err);

/* The error of a stable code; false, and *out_err untouched, when there is none. */
bool err_from_code(const char *code, enum err *out_err);

/* HTTP status that carries `err`. */
int err_status(enum err err);

/* Sentence shown to a person; never NULL, must not be freed. */
const char *err_text(enum err err, enum language language);

#endif
