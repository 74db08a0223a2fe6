#include "counter_client/terminal/shown_views.h"

#define AS(vi, en, path, form)                                                                     \
    {                                                                                              \
        {vi, en}, path, form, WORDS_COUNT                                                          \
    }
#define TEXT(vi, en, path)   AS(vi, en, path, VALUE_TEXT)
#define NUMBER(vi, en, path) AS(vi, en, path, VALUE_NUMBER)
#define AT(vi, en, path)     AS(vi, en, path, VALUE_INSTANT)
#define DAY(vi, en, path)    AS(vi, en, path, VALUE_DATE)
#define WORD(vi, en, path, words)                                                                  \
    {                                                                                              \
        {vi, en}, path, VALUE_WORD, words                                                          \
    }
#define END                                                                                        \
    {                                                                                              \
        {NULL, NULL}, NULL, VALUE_TEXT, WORDS_COUNT                                                \
    }

static const struct column session[] = {TEXT("Tài khoản", "Account", "account"),
                                        TEXT("Họ tên", "Name", "name"),
                                        {{"Vai trò", "Roles"}, "roles", VALUE_WORDS, WORDS_ROLE},
                                        TEXT("Đơn vị", "Unit", "unit"),
                                        AT("Đến", "Until", "expires_at"),
                                        END};
static const struct column me[] = {TEXT("Tài khoản", "Account", "account"),
                                   TEXT("Thiết bị", "Device", "device"),
                                   TEXT("Họ tên", "Name", "name"),
                                   {{"Vai trò", "Roles"}, "roles", VALUE_WORDS, WORDS_ROLE},
                                   TEXT("Đơn vị", "Unit", "unit"),
                                   TEXT("Quầy", "Counter", "counter"),
                                   TEXT("Điểm", "Site", "site"),
                                   TEXT("Trung tâm", "Centre", "centre.name"),
                                   WORD("Tập huấn", "Training", "centre.training", WORDS_YES_NO),
                                   END};
static const struct column ticket[] = {TEXT("Phiếu", "Ticket", "number"),
                                       TEXT("Số nội bộ", "Id", "id"),
                                       TEXT("Nhóm", "Service", "service"),
                                       WORD("Đối tượng", "Class", "class", WORDS_TICKET_CLASS),
                                       WORD("Trạng thái", "State", "state", WORDS_TICKET_STATE),
                                       TEXT("Quầy", "Counter", "counter"),
                                       TEXT("Chỉ quầy", "Only counter", "only_counter"),
                                       AT("Cấp lúc", "Issued", "issued_at"),
                                       AT("Hẹn", "Appointment", "appointment"),
                                       AT("Gọi lúc", "Called", "called_at"),
                                       NUMBER("Số lần gọi", "Calls", "calls"),
                                       NUMBER("Người trước", "Ahead", "ahead"),
                                       AS("Chờ khoảng", "Wait", "wait_estimate", VALUE_RANGE),
                                       TEXT("Mã theo dõi", "Track token", "track_token"),
                                       TEXT("Lệnh in", "Print job", "print_job"),
                                       END};
static const struct column tickets[] = {TEXT("Phiếu", "Ticket", "number"),
                                        TEXT("Số nội bộ", "Id", "id"),
                                        WORD("Trạng thái", "State", "state", WORDS_TICKET_STATE),
                                        WORD("Đối tượng", "Class", "class", WORDS_TICKET_CLASS),
                                        TEXT("Quầy", "Counter", "counter"),
                                        AS("Cấp lúc", "Issued", "issued_at", VALUE_TIME),
                                        NUMBER("Gọi", "Calls", "calls"),
                                        AS("Chờ khoảng", "Wait", "wait_estimate", VALUE_RANGE),
                                        END};
static const struct column counter[] = {
    TEXT("Quầy", "Counter", "counter"),
    TEXT("Tên", "Name", "name"),
    WORD("Trạng thái", "State", "state", WORDS_COUNTER_STATE),
    TEXT("Cán bộ", "Officer", "officer.name"),
    AS("Nhóm", "Services", "services.primary", VALUE_LIST),
    TEXT("Phiếu", "Ticket", "ticket.number"),
    WORD("Phiếu đang", "Ticket is", "ticket.state", WORDS_TICKET_STATE),
    END};
static const struct column check_in[] = {WORD("Kết quả", "Outcome", "outcome", WORDS_CHECK_IN),
                                         TEXT("Phiếu", "Ticket", "ticket.number"),
                                         TEXT("Số nội bộ", "Id", "ticket.id"), END};
static const struct column help_calls[] = {TEXT("Lượt", "Call", "id"),
                                           TEXT("Điểm", "Site", "site"),
                                           WORD("Trạng thái", "State", "state", WORDS_HELP_STATE),
                                           AT("Gọi lúc", "Made", "made_at"),
                                           TEXT("Từ", "By", "made_by"),
                                           AT("Nhận lúc", "Taken", "taken_at"),
                                           TEXT("Người nhận", "Taken by", "taken_by"),
                                           END};
static const struct column reminders[] = {TEXT("Nhắc", "Reminder", "id"),
                                          WORD("Việc", "What", "kind", WORDS_REMINDER),
                                          WORD("Cấp", "Told to", "level", WORDS_REMINDER_LEVEL),
                                          TEXT("Hồ sơ", "Dossier", "dossier.code"),
                                          TEXT("Số nội bộ", "Id", "dossier.id"),
                                          TEXT("Phòng", "Unit", "dossier.unit"),
                                          AT("Hạn", "Due", "dossier.legal_due_at"),
                                          AT("Nhắc lúc", "Made", "made_at"),
                                          AT("Đã biết lúc", "Noted", "acknowledged_at"),
                                          END};
static const struct column people[] = {TEXT("Số nội bộ", "Id", "id"),
                                       TEXT("Họ tên", "Name", "full_name"),
                                       TEXT("Ngày sinh", "Born", "birth_date"),
                                       TEXT("Số giấy tờ", "Number", "number"),
                                       TEXT("Điện thoại", "Phone", "phone"),
                                       TEXT("Đã gộp vào", "Merged into", "merged_into"),
                                       END};
const struct column shown_person_dossiers[] = {
    TEXT("Số", "Id", "dossier.id"),
    TEXT("Mã hồ sơ", "Dossier", "dossier.code"),
    WORD("Trạng thái", "State", "dossier.state", WORDS_DOSSIER_STATE),
    AT("Nộp lúc", "Received", "dossier.created_at"),
    TEXT("Thủ tục", "Procedure", "dossier.procedure_name"),
    END};
static const struct column petitions[] = {
    TEXT("Số nội bộ", "Id", "id"),
    TEXT("Số", "Number", "number"),
    TEXT("Năm", "Year", "year"),
    WORD("Loại", "Kind", "kind", WORDS_PETITION),
    WORD("Trạng thái", "State", "state", WORDS_PETITION_STATE),
    TEXT("Hạn", "Due", "due_on"),
    TEXT("Người gửi", "Person", "person.full_name"),
    TEXT("Nội dung", "Content", "content"),
    TEXT("Kết quả", "Outcome", "outcome"),
    END};
static const struct column petition_report[] = {
    TEXT("Đã nhận", "Received", "received"),          TEXT("Phản ánh", "Feedback", "feedback"),
    TEXT("Kiến nghị", "Proposals", "proposals"),      TEXT("Quá hạn", "Late", "open_late"),
    TEXT("Đúng hạn", "In time", "in_time.numerator"), END};
static const struct column held_scans[] = {TEXT("Hồ sơ", "Dossier", "dossier"),
                                           TEXT("Mã", "Code", "dossier_code"),
                                           TEXT("Bản quét", "Scan", "scan"),
                                           WORD("Kết quả", "Result", "result", WORDS_YES_NO),
                                           TEXT("Giấy tờ", "Paper", "paper"),
                                           AT("Quét lúc", "Scanned", "added_at"),
                                           TEXT("Thủ tục", "Procedure", "procedure_name"),
                                           END};
static const struct column scan[] = {TEXT("Bản quét", "Scan", "id"),
                                     TEXT("Giấy tờ thứ", "Paper", "paper"),
                                     TEXT("Lấy từ", "Taken from", "reused_from.dossier"), END};
static const struct column inbox[] = {TEXT("Bản quét", "Scan", "id"),
                                      AT("Đến lúc", "Arrived", "arrived_at"),
                                      TEXT("Loại", "Type", "type"),
                                      TEXT("Byte", "Bytes", "bytes"),
                                      WORD("Từ chối", "Refused", "refused", WORDS_REFUSED_FILE),
                                      TEXT("Tên tệp", "Name", "name"),
                                      END};
static const struct column scanner[] = {
    WORD("Thư mục máy quét", "Scanner's folder", "state", WORDS_WATCH), END};
static const struct column apart_report[] = {
    TEXT("Chờ trả lời", "Answers owed", "owed.in_time"),
    TEXT("Chờ quá 8 giờ", "Owed too long", "owed.late"),
    TEXT("Trả lời kịp", "Answered in time", "answered.in_time"),
    TEXT("Trả lời muộn", "Answered late", "answered.late"),
    TEXT("Từ chối", "Refused", "refused"),
    TEXT("YC bổ sung trước tiếp nhận", "Papers asked for before", "supplements"),
    TEXT("KQ chưa đến nhận", "Not fetched", "uncollected"),
    TEXT("Đính chính", "Corrections", "corrections"),
    TEXT("Mở lại", "Opened again", "reopenings"),
    END};
static const struct column sites[] = {TEXT("Điểm", "Site", "site"), TEXT("Tên", "Name", "name"),
                                      TEXT("Địa chỉ", "Address", "address"), END};
static const struct column services[] = {TEXT("Nhóm", "Service", "service"),
                                         WORD("Trạng thái", "State", "state", WORDS_COUNTER_STATE),
                                         TEXT("Tên", "Name", "name"), END};
static const struct column units[] = {TEXT("Đơn vị", "Unit", "unit"),
                                      WORD("Xử lý", "Handles", "handles", WORDS_YES_NO),
                                      TEXT("Tên", "Name", "name"), END};
static const struct column agencies[] = {
    TEXT("Mã", "Code", "agency"), TEXT("Đến ngày", "Until", "effective_to"),
    TEXT("Thay bởi", "Successor", "successor"), TEXT("Tên", "Name", "name"), END};
static const struct column procedure[] = {
    TEXT("Mã", "Code", "procedure"),
    TEXT("Tên", "Name", "name"),
    TEXT("Lĩnh vực", "Field", "field"),
    TEXT("Đơn vị", "Unit", "unit"),
    TEXT("Thời hạn", "Limit", "limit_text"),
    TEXT("Giờ chốt", "Cut-off", "cutoff"),
    TEXT("Phí", "Fee", "fee.text"),
    TEXT("Kết quả", "Result", "result"),
    TEXT("Phiên bản", "Version", "version"),
    DAY("Từ", "From", "effective_from"),
    DAY("Đến", "To", "effective_to"),
    WORD("Còn hiệu lực", "In force", "in_force", WORDS_YES_NO),
    AS("Trình tự", "Process", "details.process", VALUE_LIST),
    AS("Đối tượng", "Applicants", "details.applicants", VALUE_LIST),
    TEXT("Số bộ", "Sets", "details.sets"),
    AS("Yêu cầu, điều kiện", "Conditions", "details.conditions", VALUE_LIST),
    AS("Căn cứ pháp lý", "Legal basis", "details.legal_basis", VALUE_LIST),
    TEXT("Lưu trữ", "Kept for", "details.retention"),
    END};
static const struct column procedures[] = {TEXT("Mã", "Code", "procedure"),
                                           AS("Thời hạn", "Limit", "limit", VALUE_LIMIT),
                                           TEXT("Tên", "Name", "name"), END};
static const struct column procedure_versions[] = {
    NUMBER("Phiên bản", "Version", "version"),
    DAY("Từ", "From", "effective_from"),
    DAY("Đến", "To", "effective_to"),
    WORD("Đang áp dụng", "In force", "in_force", WORDS_YES_NO),
    TEXT("Tên", "Name", "name"),
    END};
static const struct column procedures_imported[] = {
    WORD("Chỉ xem trước", "Dry run", "dry_run", WORDS_YES_NO),
    NUMBER("Dòng", "Rows", "rows"),
    NUMBER("Mới", "New", "added"),
    NUMBER("Phiên bản mới", "Changed", "changed"),
    NUMBER("Không đổi", "Unchanged", "unchanged"),
    NUMBER("Lỗi", "Faults", "fault_count"),
    NUMBER("Cảnh báo", "Warnings", "warning_count"),
    END};
static const struct column calendar[] = {
    TEXT("Phiên bản", "Version", "version"),
    TEXT("Tên", "Title", "title"),
    TEXT("Căn cứ", "Decree", "decree"),
    DAY("Từ", "From", "horizon.from"),
    DAY("Đến", "To", "horizon.to"),
    AS("Năm chưa chắc", "Unconfirmed", "unconfirmed_years", VALUE_LIST),
    AS("Nghỉ hằng tuần", "Weekly rest", "weekly_rest", VALUE_LIST),
    END};
static const struct column card[] = {TEXT("Số định danh", "Personal id", "personal_id"),
                                     TEXT("Họ tên", "Name", "full_name"),
                                     DAY("Ngày sinh", "Born", "birth_date"),
                                     WORD("Giới tính", "Sex", "sex", WORDS_SEX),
                                     TEXT("Nơi cư trú", "Address", "address"),
                                     DAY("Ngày cấp", "Issued", "issued_on"),
                                     TEXT("Nơi đăng ký khai sinh", "Province", "province"),
                                     END};
static const struct column dossier[] = {
    TEXT("Mã hồ sơ", "Dossier", "code"),
    TEXT("Số nội bộ", "Id", "id"),
    TEXT("Mã ngoài", "External code", "external_code"),
    TEXT("Thủ tục", "Procedure", "procedure_name"),
    WORD("Trạng thái", "State", "state", WORDS_DOSSIER_STATE),
    WORD("Hạn", "Pending", "pending", WORDS_PENDING),
    WORD("Kết luận", "Verdict", "verdict", WORDS_VERDICT),
    TEXT("Người nộp", "Applicant", "applicant.full_name"),
    WORD("Cách nộp", "Channel", "channel", WORDS_CHANNEL),
    WORD("Nhận kết quả", "Result by", "result_delivery", WORDS_DELIVERY),
    TEXT("Đơn vị", "Unit", "unit"),
    TEXT("Người xử lý", "Officer", "officer.name"),
    AT("Tiếp nhận", "Accepted", "accepted_at"),
    AT("Hẹn trả", "Promised", "promised_at"),
    AT("Hạn theo luật", "Legal due", "legal_due_at"),
    AT("Kết thúc", "Ended", "ended_at"),
    AT("Đã trả", "Returned", "returned_at"),
    TEXT("Chờ xác nhận", "Hand-over to", "handover.unit"),
    AS("Cần bổ sung", "To supply", "supplement.items", VALUE_LIST),
    DAY("Bổ sung trước", "Supply by", "supplement.supplement_by"),
    TEXT("Kết quả", "Result", "decision.title"),
    WORD("", "", "decision.outcome", WORDS_OUTCOME),
    TEXT("Số", "Number", "decision.number"),
    TEXT("Lý do từ chối", "Refused because", "refusal.reason"),
    TEXT("Lý do rút", "Withdrawn because", "withdrawal.reason"),
    {{"Làm được", "Actions"}, "actions", VALUE_WORDS, WORDS_DOSSIER_ACTION},
    AS("Lệnh in", "Print jobs", "print_jobs", VALUE_LIST),
    TEXT("Mã tra cứu", "Secret", "track_secret"),
    TEXT("Phiên bản", "Version", "version"),
    END};
const struct column shown_dossiers[] = {TEXT("Số", "Id", "id"),
                                        TEXT("Mã hồ sơ", "Dossier", "code"),
                                        WORD("Trạng thái", "State", "state", WORDS_DOSSIER_STATE),
                                        WORD("Hạn", "Pending", "pending", WORDS_PENDING),
                                        AT("Hạn trả", "Due", "legal_due_at"),
                                        TEXT("Người nộp", "Applicant", "applicant_name"),
                                        TEXT("Thủ tục", "Procedure", "procedure_name"),
                                        END};
static const struct column history[] = {
    AT("Lúc", "At", "at"), TEXT("Người", "Who", "actor_name"),
    WORD("Trạng thái", "State", "state_after", WORDS_DOSSIER_STATE), TEXT("Việc", "What", "text"),
    END};
static const struct column on_time[] = {
    TEXT("Nhóm", "Group", "name"),
    NUMBER("Kỳ trước", "Carried", "carried_over"),
    NUMBER("Nhận", "Received", "received"),
    NUMBER("Trực tuyến", "Online", "received_online"),
    NUMBER("Trước hạn", "Early", "resolved.early"),
    NUMBER("Đúng hạn", "On time", "resolved.on_time"),
    NUMBER("Quá hạn", "Late", "resolved.late"),
    NUMBER("Trong hạn", "Open", "open.in_time"),
    NUMBER("Đang quá hạn", "Overdue", "open.overdue"),
    AS("Tỷ lệ", "Rate", "rate", VALUE_RATE),
    AS("Tính cả đang quá hạn", "With overdue", "rate_extended", VALUE_RATE),
    END};
#define TAKINGS                                                                                    \
    NUMBER("Số khoản", "Fees", "fees"), AS("Tiền mặt", "Cash", "amounts.cash", VALUE_MONEY),       \
        AS("Chuyển khoản", "Transfer", "amounts.transfer", VALUE_MONEY),                           \
        AS("Thẻ", "Card", "amounts.card", VALUE_MONEY),                                            \
        AS("Trực tuyến", "Online", "online", VALUE_MONEY),                                         \
        AS("Tổng", "Total", "total", VALUE_MONEY),                                                 \
        AS("Hoàn tiền mặt", "Cash given back", "refunded.cash", VALUE_MONEY)
static const struct column till[] = {TAKINGS, END};
static const struct column cash_closing[] = {
    TEXT("Số nội bộ", "Id", "id"),
    TEXT("Người thu", "Cashier", "account"),
    TAKINGS,
    AS("Đếm được", "Counted", "counted", VALUE_MONEY),
    AS("Chênh lệch", "Difference", "difference", VALUE_MONEY),
    TEXT("Lý do", "Reason", "reason"),
    AT("Chốt lúc", "Closed at", "closed_at"),
    END};
#define RECEIPT_HEAD                                                                               \
    TEXT("Số nội bộ", "Id", "id"), TEXT("Ký hiệu", "Series", "series"),                            \
        NUMBER("Số", "Number", "number"), TEXT("Hồ sơ", "Dossier", "dossier_code"),                \
        AS("Số tiền", "Total", "total", VALUE_MONEY),                                              \
        WORD("Trạng thái", "State", "state", WORDS_RECEIPT_STATE), AT("Lúc", "At", "issued_at")
static const struct column receipts[] = {RECEIPT_HEAD, END};
static const struct column receipt[] = {RECEIPT_HEAD,
                                        TEXT("Người nộp", "Payer", "payer"),
                                        TEXT("Người thu", "By", "issued_by"),
                                        TEXT("Người đề nghị hủy", "Void asked by", "asked_by"),
                                        TEXT("Lý do", "Reason", "reason"),
                                        TEXT("Người hủy", "Voided by", "voided_by"),
                                        AT("Hủy lúc", "Voided at", "voided_at"),
                                        TEXT("Lệnh in", "Print job", "print_job"),
                                        END};
#define CLOSED_HEAD                                                                                \
    TEXT("Kỳ", "Period", "kind"), TEXT("Từ", "From", "from"), TEXT("Đến", "To", "to"),             \
        NUMBER("Lần", "Version", "version"), AT("Chốt lúc", "Closed at", "closed_at"),             \
        TEXT("Người chốt", "By", "closed_by")
static const struct column closed_reports[] = {CLOSED_HEAD, END};
static const struct column closed_report[] = {
    CLOSED_HEAD,
    NUMBER("(3) Tiếp nhận", "(3) Received", "figures.total.received_total"),
    NUMBER("(4) Trực tuyến", "(4) Online", "figures.total.received_online"),
    NUMBER("(5) Trực tiếp, bưu chính", "(5) Counter, post", "figures.total.received_other"),
    NUMBER("(6) Kỳ trước", "(6) Carried", "figures.total.carried_over"),
    NUMBER("(7) Đã giải quyết", "(7) Resolved", "figures.total.resolved_total"),
    NUMBER("(8) Trước hạn", "(8) Early", "figures.total.early"),
    NUMBER("(9) Đúng hạn", "(9) On time", "figures.total.on_time"),
    NUMBER("(10) Quá hạn", "(10) Late", "figures.total.late"),
    NUMBER("(11) Đang giải quyết", "(11) Open", "figures.total.open_total"),
    NUMBER("(12) Trong hạn", "(12) In time", "figures.total.in_time"),
    NUMBER("(13) Quá hạn", "(13) Overdue", "figures.total.overdue"),
    AS("Hồ sơ thay đổi", "Changed", "dossiers", VALUE_LIST),
    TEXT("Mã băm", "Digest", "figures_hash"),
    END};
static const struct column queue_report[] = {
    TEXT("Nhóm", "Service", "name"),
    NUMBER("Cấp", "Issued", "issued"),
    NUMBER("Phục vụ", "Served", "served"),
    NUMBER("Vắng", "No-show", "no_show"),
    NUMBER("Hủy", "Cancelled", "cancelled"),
    NUMBER("Đang chờ", "Waiting", "waiting"),
    AS("Chờ giữa", "Median wait", "wait.median_s", VALUE_SPAN),
    AS("9/10 chờ dưới", "p90 wait", "wait.p90_s", VALUE_SPAN),
    AS("Lâu nhất", "Longest", "wait.longest_s", VALUE_SPAN),
    AS("Trong 15 phút", "Within 15 min", "within_15_min", VALUE_RATE),
    END};
static const struct column print_job[] = {TEXT("Lệnh in", "Job", "id"),
                                          WORD("Mẫu", "Form", "form", WORDS_PRINT_FORM),
                                          TEXT("Giấy", "Paper", "paper"),
                                          TEXT("Của", "Subject", "subject"),
                                          WORD("Trạng thái", "State", "state", WORDS_PRINT_STATE),
                                          NUMBER("Bản", "Copy", "copy"),
                                          TEXT("Máy in", "Printer", "printer"),
                                          AT("Lúc", "At", "created_at"),
                                          TEXT("Máy in báo", "Message", "message"),
                                          END};
static const struct column log_rows[] = {NUMBER("Số", "Seq", "seq"),
                                         AT("Lúc", "At", "at"),
                                         TEXT("Việc", "Kind", "kind"),
                                         TEXT("Về", "Subject", "subject"),
                                         TEXT("Ai", "Actor", "actor"),
                                         TEXT("Quầy", "Counter", "counter"),
                                         END};
static const struct column training_clock[] = {AT("Bây giờ", "Now", "now"),
                                               NUMBER("Nhịp", "Rate", "rate"), END};
static const struct column account[] = {TEXT("Tài khoản", "Account", "account"),
                                        TEXT("Họ tên", "Name", "name"),
                                        {{"Vai trò", "Roles"}, "roles", VALUE_WORDS, WORDS_ROLE},
                                        TEXT("Đơn vị", "Unit", "unit"),
                                        WORD("Khóa", "Disabled", "disabled", WORDS_YES_NO),
                                        TEXT("Phiên bản", "Version", "version"),
                                        END};
static const struct column account_made[] = {TEXT("Tài khoản", "Account", "account.account"),
                                             TEXT("Họ tên", "Name", "account.name"),
                                             TEXT("Mật khẩu", "Password", "password"), END};
static const struct column devices[] = {
    TEXT("Thiết bị", "Device", "device"), TEXT("Loại", "Kind", "kind"),
    TEXT("Điểm", "Site", "site"),
    WORD("Chọn ưu tiên", "May set class", "may_set_class", WORDS_YES_NO), END};
static const struct column device_made[] = {TEXT("Thiết bị", "Device", "device.device"),
                                            TEXT("Mã", "Token", "token"), END};
static const struct column version[] = {TEXT("Máy chủ", "Server", "version"),
                                        TEXT("API", "API", "api"), END};
static const struct column health[] = {TEXT("Tình trạng", "Status", "status"),
                                       AT("Lúc", "At", "at"),
                                       WORD("Tập huấn", "Training", "training", WORDS_YES_NO), END};

const struct column shown_queue_services[] = {
    TEXT("Nhóm", "Service", "service"), NUMBER("Đang chờ", "Waiting", "waiting"),
    AS("Chờ khoảng", "Wait", "wait_estimate", VALUE_RANGE), TEXT("Tên", "Name", "name"), END};
const struct column shown_queue_counters[] = {
    TEXT("Quầy", "Counter", "counter"), WORD("Trạng thái", "State", "state", WORDS_COUNTER_STATE),
    TEXT("Phiếu", "Ticket", "number"), TEXT("Tên", "Name", "name"), END};
const struct column shown_ledger_head[] = {AT("Tiếp nhận", "Received", "received"),
                                           AS("Thời hạn", "Limit", "limit", VALUE_LIMIT),
                                           TEXT("Giờ chốt", "Cut-off", "cutoff"),
                                           AT("Tính từ", "Counts from", "effective_receipt"),
                                           WORD("Vì", "Because", "moved_by", WORDS_STRETCH),
                                           AT("Hạn trả", "Due", "due_at"),
                                           AT("Tạm dừng từ", "Paused since", "paused_since"),
                                           TEXT("Lịch", "Calendar", "calendar.title"),
                                           END};
const struct column shown_ledger[] = {AT("Từ", "From", "from"),
                                      AT("Đến", "To", "to"),
                                      NUMBER("Tính", "Counts", "counted"),
                                      NUMBER("Cộng", "Total", "total"),
                                      WORD("Là", "Is", "reason", WORDS_STRETCH),
                                      TEXT("Tên", "Name", "name"),
                                      END};
const struct column shown_documents[] = {NUMBER("Dòng", "Row", "row"),
                                         NUMBER("Chính", "Originals", "originals"),
                                         NUMBER("Sao", "Copies", "copies"),
                                         WORD("Loại", "Form", "form", WORDS_DOCUMENT_FORM),
                                         TEXT("Bản quét", "Scan", "scan.file"),
                                         TEXT("Giấy tờ", "Paper", "name"),
                                         END};
const struct column shown_fees[] = {AS("Tiền", "Amount", "amount", VALUE_MONEY),
                                    WORD("Trạng thái", "State", "state", WORDS_FEE_STATE),
                                    TEXT("Khoản", "Line", "line"), END};
const struct column shown_procedure_papers[] = {
    NUMBER("Dòng", "Row", "row"), WORD("Bắt buộc", "Required", "required", WORDS_YES_NO),
    WORD("Loại", "Form", "form", WORDS_DOCUMENT_FORM), TEXT("Giấy tờ", "Paper", "name"), END};
const struct column shown_findings[] = {
    NUMBER("Dòng", "Row", "row"), TEXT("Thủ tục", "Procedure", "procedure"),
    TEXT("Mục", "Field", "field"), TEXT("Nội dung", "What", "message"), END};
const struct column shown_problem_facts[] = {
    WORD("Trạng thái", "State", "state", WORDS_DOSSIER_STATE),
    {{"Làm được", "Allowed"}, "allowed", VALUE_WORDS, WORDS_DOSSIER_ACTION},
    TEXT("Người sửa", "Changed by", "changed_by"),
    AT("Lúc", "At", "changed_at"),
    AT("Hạn", "Due", "due_at"),
    TEXT("Vướng", "In the way", "conflicting_code"),
    AS("Còn thiếu", "Missing", "missing", VALUE_LIST),
    TEXT("Thử lại sau (giây)", "Try again after (s)", "retry_after_s"),
    END};

static const struct shown_view views[SHOWN_COUNT] = {
    [SHOWN_SESSION] = {NULL, session},
    [SHOWN_ME] = {NULL, me},
    [SHOWN_TICKET] = {NULL, ticket},
    [SHOWN_TICKETS] = {"items", tickets},
    [SHOWN_COUNTER] = {NULL, counter},
    [SHOWN_COUNTERS] = {"items", counter},
    [SHOWN_CHECK_IN] = {NULL, check_in},
    [SHOWN_HELP_CALL] = {NULL, help_calls},
    [SHOWN_HELP_CALLS] = {"items", help_calls},
    [SHOWN_REMINDER] = {NULL, reminders},
    [SHOWN_REMINDERS] = {"items", reminders},
    [SHOWN_PERSON] = {NULL, people},
    [SHOWN_PEOPLE] = {"items", people},
    [SHOWN_PETITION] = {NULL, petitions},
    [SHOWN_PETITIONS] = {"items", petitions},
    [SHOWN_PETITION_REPORT] = {NULL, petition_report},
    [SHOWN_APART_REPORT] = {NULL, apart_report},
    [SHOWN_HELD_SCANS] = {"items", held_scans},
    [SHOWN_SCAN] = {NULL, scan},
    [SHOWN_SCANNER] = {NULL, scanner},
    [SHOWN_INBOX] = {"items", inbox},
    [SHOWN_INBOX_SCAN] = {NULL, inbox},
    [SHOWN_SITES] = {"items", sites},
    [SHOWN_SERVICES] = {"items", services},
    [SHOWN_UNITS] = {"items", units},
    [SHOWN_AGENCIES] = {"items", agencies},
    [SHOWN_PROCEDURE] = {NULL, procedure},
    [SHOWN_PROCEDURES] = {"items", procedures},
    [SHOWN_PROCEDURE_VERSIONS] = {"items", procedure_versions},
    [SHOWN_PROCEDURES_IMPORTED] = {NULL, procedures_imported},
    [SHOWN_CALENDAR] = {NULL, calendar},
    [SHOWN_CARD] = {NULL, card},
    [SHOWN_DOSSIER] = {NULL, dossier},
    [SHOWN_DOSSIERS] = {"items", shown_dossiers},
    [SHOWN_HISTORY] = {"items", history},
    [SHOWN_ON_TIME] = {"rows", on_time},
    [SHOWN_CLOSED_REPORT] = {NULL, closed_report},
    [SHOWN_CLOSED_REPORTS] = {"items", closed_reports},
    [SHOWN_TILL] = {NULL, till},
    [SHOWN_CASH_CLOSING] = {NULL, cash_closing},
    [SHOWN_CASH_CLOSINGS] = {"items", cash_closing},
    [SHOWN_RECEIPT] = {NULL, receipt},
    [SHOWN_RECEIPTS] = {"items", receipts},
    [SHOWN_QUEUE_REPORT] = {"rows", queue_report},
    [SHOWN_PRINT_JOB] = {NULL, print_job},
    [SHOWN_PRINT_JOBS] = {"items", print_job},
    [SHOWN_LOG] = {"items", log_rows},
    [SHOWN_CLOCK] = {NULL, training_clock},
    [SHOWN_ACCOUNT] = {NULL, account},
    [SHOWN_ACCOUNTS] = {"items", account},
    [SHOWN_ACCOUNT_MADE] = {NULL, account_made},
    [SHOWN_DEVICES] = {"items", devices},
    [SHOWN_DEVICE_MADE] = {NULL, device_made},
    [SHOWN_VERSION] = {NULL, version},
    [SHOWN_HEALTH] = {NULL, health},
};

const struct shown_view *shown_view(enum shown shown)
{
    return views[shown].columns ? &views[shown] : NULL;
}
