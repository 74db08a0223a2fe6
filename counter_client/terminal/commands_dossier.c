/* Commands about dossiers: intake, every action of the state table, due dates. */
#include "counter_client/terminal/command_rows.h"

#define DOSSIER                                                                                    \
    {                                                                                              \
        .name = "dossier", .kind = OPTION_TEXT, .place = PLACE_PATH,                               \
        .bits = OPTION_REQUIRED | OPTION_POSITIONAL | OPTION_DOSSIER                               \
    }
#define FILTER(option_name)                                                                        \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_QUERY                             \
    }
#define FIELD(option_name)                                                                         \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_BODY                              \
    }
#define REQUIRED(option_name)                                                                      \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_BODY, .bits = OPTION_REQUIRED     \
    }
#define INSIDE(option_name, option_field)                                                          \
    {                                                                                              \
        .name = option_name, .field = option_field, .kind = OPTION_TEXT, .place = PLACE_BODY       \
    }
#define OF_KIND(option_name, option_field, option_kind)                                            \
    {                                                                                              \
        .name = option_name, .field = option_field, .kind = option_kind, .place = PLACE_BODY       \
    }
#define PREFILLED(option_name, option_field, value)                                                \
    {                                                                                              \
        .name = option_name, .field = option_field, .fallback = value, .kind = OPTION_TEXT,        \
        .place = PLACE_BODY                                                                        \
    }
#define ACTION_ROUTE(verb, said_vi, said_en, ...)                                                  \
    {                                                                                              \
        "dossier " verb, "POST", "/dossiers/{dossier}/" verb,                                      \
            COMMAND_KEYED | COMMAND_VERSIONED | COMMAND_BODY, SHOWN_DOSSIER, WORK_REQUEST,         \
            {said_vi, said_en}, OPTIONS(DOSSIER, __VA_ARGS__)                                      \
    }

static const struct option open_options[] = {
    FIELD("procedure"),
    OF_KIND("card", "applicant", OPTION_CARD),
    PREFILLED("kind", "applicant.kind", "citizen"),
    INSIDE("full-name", "applicant.full_name"),
    INSIDE("personal-id", "applicant.personal_id"),
    INSIDE("tax-code", "applicant.tax_code"),
    INSIDE("birth-date", "applicant.birth_date"),
    INSIDE("sex", "applicant.sex"),
    INSIDE("address", "applicant.address"),
    INSIDE("phone", "applicant.phone"),
    INSIDE("email", "applicant.email"),
    INSIDE("identity-document", "applicant.identity_document"),
    INSIDE("representative-name", "representative.full_name"),
    INSIDE("representative-id", "representative.personal_id"),
    INSIDE("representative-phone", "representative.phone"),
    INSIDE("representative-address", "representative.address"),
    INSIDE("authorisation", "representative.authorisation"),
    {.name = "paper",
     .field = "documents",
     .kind = OPTION_PAPERS,
     .place = PLACE_BODY,
     .bits = OPTION_EMPTY},
    OF_KIND("fee", "fees", OPTION_FEES),
    PREFILLED("channel", "channel", "counter"),
    PREFILLED("delivery", "result_delivery", "counter"),
    PREFILLED("intake", "intake", "accept"),
    {.name = "ticket", .kind = OPTION_TEXT, .place = PLACE_BODY, .bits = OPTION_TICKET},
    FIELD("content"),
    FIELD("external-code"),
    OF_KIND("item", "supplement.items", OPTION_TEXTS),
    INSIDE("supplement-reason", "supplement.reason"),
    INSIDE("supplement-by", "supplement.supplement_by"),
    INSIDE("refusal-code", "refusal.reason_code"),
    INSIDE("refusal-reason", "refusal.reason"),
    FIELD("acting-reason"),
    {.name = "dry-run", .kind = OPTION_FLAG, .place = PLACE_QUERY},
    {.kind = OPTION_NONE},
};

const struct command commands_dossier[] = {
    {"card",
     "POST",
     "/identity/card",
     COMMAND_BODY,
     SHOWN_CARD,
     WORK_REQUEST,
     {"Kiểm tra chuỗi QR của thẻ căn cước", "Check the text of a card's QR code"},
     OPTIONS({.name = "text",
              .kind = OPTION_TEXT,
              .place = PLACE_BODY,
              .bits = OPTION_REQUIRED | OPTION_POSITIONAL})},
    {"dossier open",
     "POST",
     "/dossiers",
     COMMAND_KEYED | COMMAND_BODY,
     SHOWN_DOSSIER,
     WORK_REQUEST,
     {"Tiếp nhận hồ sơ mới", "Receive a dossier"},
     open_options},
    {"dossier list",
     "GET",
     "/dossiers",
     0,
     SHOWN_DOSSIERS,
     WORK_REQUEST,
     {"Tra cứu hồ sơ", "Find dossiers"},
     OPTIONS({.name = "words",
              .field = "q",
              .kind = OPTION_TEXT,
              .place = PLACE_QUERY,
              .bits = OPTION_POSITIONAL},
             FILTER("state"), FILTER("pending"), FILTER("unit"), FILTER("officer"),
             FILTER("procedure"), FILTER("field"), FILTER("received-from"), FILTER("received-to"),
             FILTER("code"), PAGE)},
    {"dossier show",
     "GET",
     "/dossiers/{dossier}",
     0,
     SHOWN_DOSSIER,
     WORK_REQUEST,
     {"Một hồ sơ", "One dossier"},
     OPTIONS(DOSSIER)},
    {"dossier ledger",
     "GET",
     "/dossiers/{dossier}/ledger",
     0,
     SHOWN_LEDGER,
     WORK_REQUEST,
     {"Hạn trả được tính thế nào", "How the due date arose"},
     OPTIONS(DOSSIER)},
    {"dossier history",
     "GET",
     "/dossiers/{dossier}/history",
     0,
     SHOWN_HISTORY,
     WORK_REQUEST,
     {"Quá trình giải quyết", "What happened to it"},
     OPTIONS(DOSSIER, PAGE)},
    ACTION_ROUTE("accept", "Tiếp nhận hồ sơ đang chờ kiểm tra", "Receive an arrived dossier",
                 OF_KIND("paper", "documents", OPTION_PAPERS), OF_KIND("fee", "fees", OPTION_FEES),
                 FIELD("acting-reason")),
    ACTION_ROUTE("begin", "Giải quyết tại quầy", "Handle at the counter", FIELD("acting-reason")),
    ACTION_ROUTE("hand-over", "Bàn giao cho đơn vị hoặc người", "Hand over to a unit or a person",
                 FIELD("unit"), FIELD("account"), FIELD("note"),
                 OF_KIND("scan", "scans", OPTION_SCANS)),
    {"dossier confirm",
     "POST",
     "/dossiers/{dossier}/confirm",
     COMMAND_KEYED | COMMAND_VERSIONED | COMMAND_BODY,
     SHOWN_DOSSIER,
     WORK_REQUEST,
     {"Xác nhận nhận bàn giao", "Confirm a hand-over"},
     OPTIONS(DOSSIER)},
    ACTION_ROUTE("decline", "Không nhận bàn giao", "Decline a hand-over", REQUIRED("reason")),
    {"dossier recall",
     "POST",
     "/dossiers/{dossier}/recall",
     COMMAND_KEYED | COMMAND_VERSIONED | COMMAND_BODY,
     SHOWN_DOSSIER,
     WORK_REQUEST,
     {"Rút lại bàn giao", "Take a hand-over back"},
     OPTIONS(DOSSIER)},
    ACTION_ROUTE("request-supplement", "Yêu cầu bổ sung giấy tờ", "Ask for more papers",
                 OF_KIND("item", "items", OPTION_TEXTS), FIELD("reason"), FIELD("supplement-by"),
                 FIELD("override-reason"), FIELD("acting-reason")),
    ACTION_ROUTE("reassign", "Phân công lại cho người khác", "Give to another officer at once",
                 REQUIRED("account"), REQUIRED("reason")),
    ACTION_ROUTE(
        "request-payment", "Chờ thực hiện nghĩa vụ tài chính",
        "Wait until what the notice names is paid", FIELD("notice"), REQUIRED("line"),
        {.name = "amount", .kind = OPTION_INTEGER, .place = PLACE_BODY, .bits = OPTION_REQUIRED},
        FIELD("note")),
    ACTION_ROUTE("suspend", "Tạm dừng theo căn cứ pháp lý", "Suspend on a legal basis",
                 FIELD("basis"), FIELD("reason"), FIELD("acting-reason")),
    ACTION_ROUTE("apologise", "Xin lỗi và hẹn lại ngày trả", "Apologise and promise another time",
                 REQUIRED("new-time"), REQUIRED("reason")),
    ACTION_ROUTE("extend", "Gia hạn theo quy định của thủ tục", "Grant the legal extension",
                 FIELD("reason")),
    ACTION_ROUTE("forward", "Chuyển liên thông tới cơ quan khác", "Forward to other agencies",
                 OF_KIND("row", "steps", OPTION_ROWS), FIELD("note"), FIELD("acting-reason")),
    ACTION_ROUTE(
        "step-result", "Nhận kết quả của cơ quan liên thông", "The result of an agency has come",
        {.name = "step", .kind = OPTION_INTEGER, .place = PLACE_BODY, .bits = OPTION_REQUIRED},
        FIELD("note"), FIELD("acting-reason")),
    ACTION_ROUTE("ask-correction", "Đề nghị đính chính thông tin người nộp",
                 "Ask to correct what is known of the applicant", REQUIRED("field"),
                 REQUIRED("value"), REQUIRED("reason")),
    ACTION_ROUTE("correct", "Duyệt đính chính do người khác đề nghị",
                 "Approve a correction that another asked for",
                 {.name = "correction",
                  .kind = OPTION_INTEGER,
                  .place = PLACE_BODY,
                  .bits = OPTION_REQUIRED},
                 REQUIRED("reason")),
    ACTION_ROUTE("reopen", "Mở lại vì kết quả sai", "Open again, its result was wrong",
                 REQUIRED("reason")),
    ACTION_ROUTE("resume", "Tiếp tục giải quyết sau tạm dừng", "Go on after a pause",
                 OF_KIND("paper", "documents", OPTION_PAPERS), FIELD("note"),
                 OF_KIND("settle", "fees", OPTION_SETTLEMENTS), FIELD("acting-reason")),
    ACTION_ROUTE("sign", "Ký kết quả", "Sign the result", REQUIRED("outcome"), REQUIRED("title"),
                 FIELD("number"), INSIDE("signed-file", "file")),
    ACTION_ROUTE("issue-result", "Vào số, phát hành kết quả", "Number and issue the result",
                 REQUIRED("number")),
    ACTION_ROUTE("return-result", "Trả kết quả", "Give the result to the applicant",
                 PREFILLED("receiver", "receiver.kind", "applicant"),
                 INSIDE("full-name", "receiver.full_name"),
                 INSIDE("personal-id", "receiver.personal_id"),
                 INSIDE("authorisation", "receiver.authorisation"),
                 OF_KIND("settle", "fees", OPTION_SETTLEMENTS), FIELD("acting-reason")),
    ACTION_ROUTE("refuse", "Từ chối tiếp nhận", "Refuse at intake",
                 INSIDE("refusal-code", "reason_code"), FIELD("reason"), FIELD("acting-reason")),
    ACTION_ROUTE("resubmit", "Ghi nhận giấy tờ bổ sung trước tiếp nhận",
                 "What was missing has come", OF_KIND("paper", "documents", OPTION_PAPERS),
                 FIELD("note"), FIELD("acting-reason")),
    ACTION_ROUTE("request-withdrawal", "Công dân đề nghị rút hồ sơ", "The applicant withdraws",
                 REQUIRED("reason"), FIELD("acting-reason")),
    ACTION_ROUTE("deny-withdrawal", "Không cho rút hồ sơ", "Go on in spite of the request",
                 REQUIRED("reason")),
    ACTION_ROUTE("stop", "Dừng giải quyết", "Stop", REQUIRED("reason"),
                 {.name = "refund", .kind = OPTION_FLAG, .place = PLACE_BODY},
                 FIELD("acting-reason")),
    {.name = NULL},
};
