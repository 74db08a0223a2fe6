/* Commands about reports, paper, the log, accounts, devices and the training clock. */
#include "counter_client/terminal/commands.h"

#define OPTIONS(...)                                                                               \
    (const struct option[])                                                                        \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            .kind = OPTION_NONE                                                                    \
        }                                                                                          \
    }
#define IN_PATH(option_name)                                                                       \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_PATH,                             \
        .bits = OPTION_REQUIRED | OPTION_POSITIONAL                                                \
    }
#define PRINT_JOB                                                                                  \
    {                                                                                              \
        .name = "job", .field = "print_job", .kind = OPTION_TEXT, .place = PLACE_PATH,             \
        .bits = OPTION_REQUIRED | OPTION_POSITIONAL                                                \
    }
#define FILTER(option_name, more)                                                                  \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_QUERY, .bits = more               \
    }
#define PAGE {.name = "limit", .kind = OPTION_INTEGER, .place = PLACE_QUERY}, FILTER("after", 0)
#define FIELD(option_name, more)                                                                   \
    {                                                                                              \
        .name = option_name, .kind = OPTION_TEXT, .place = PLACE_BODY, .bits = more                \
    }
#define ROLES                                                                                      \
    {                                                                                              \
        .name = "role", .field = "roles", .kind = OPTION_TEXTS, .place = PLACE_BODY                \
    }

enum { ACTION = COMMAND_KEYED | COMMAND_BODY };

#define REPORT_BY                                                                                  \
    {                                                                                              \
        .name = "by", .fallback = "field", .kind = OPTION_TEXT, .place = PLACE_QUERY               \
    }

const struct command commands_office[] = {
    {"report on-time",
     "GET",
     "/reports/on-time",
     0,
     SHOWN_ON_TIME,
     WORK_REQUEST,
     {"Tỷ lệ giải quyết đúng hạn", "On-time rates"},
     OPTIONS(FILTER("from", OPTION_REQUIRED), FILTER("to", OPTION_REQUIRED), REPORT_BY)},
    {"report dossiers",
     "GET",
     "/reports/on-time/dossiers",
     0,
     SHOWN_DOSSIERS,
     WORK_REQUEST,
     {"Các hồ sơ của một con số trong báo cáo", "The dossiers behind a figure"},
     OPTIONS(FILTER("from", OPTION_REQUIRED), FILTER("to", OPTION_REQUIRED), REPORT_BY,
             FILTER("key", 0), FILTER("column", OPTION_REQUIRED), PAGE)},
    {"report queue",
     "GET",
     "/reports/queue",
     0,
     SHOWN_QUEUE_REPORT,
     WORK_REQUEST,
     {"Thời gian chờ trong ngày", "Waits of a day"},
     OPTIONS(FILTER("date", OPTION_REQUIRED), FILTER("site", 0))},
    {"print list",
     "GET",
     "/print-jobs",
     0,
     SHOWN_PRINT_JOBS,
     WORK_REQUEST,
     {"Các lệnh in", "Print jobs"},
     OPTIONS(FILTER("state", 0), FILTER("subject", 0), PAGE)},
    {"print show",
     "GET",
     "/print-jobs/{print_job}",
     0,
     SHOWN_PRINT_JOB,
     WORK_REQUEST,
     {"Một lệnh in", "One print job"},
     OPTIONS(PRINT_JOB)},
    {"print document",
     "GET",
     "/print-jobs/{print_job}/document",
     COMMAND_DOCUMENT,
     SHOWN_DONE,
     WORK_REQUEST,
     {"Trang in (PDF) vào tệp (--output)", "The page as PDF, into --output"},
     OPTIONS(PRINT_JOB)},
    {"print reprint",
     "POST",
     "/print-jobs/{print_job}/reprint",
     ACTION,
     SHOWN_PRINT_JOB,
     WORK_REQUEST,
     {"In lại, có lý do", "Print again, with a reason"},
     OPTIONS(PRINT_JOB, FIELD("reason", OPTION_REQUIRED))},
    {"print resolve",
     "POST",
     "/print-jobs/{print_job}/resolve",
     ACTION,
     SHOWN_PRINT_JOB,
     WORK_REQUEST,
     {"Cho biết máy in đã in (printed) hay bỏ (cancelled)",
      "Say what happened at the printer: printed or cancelled"},
     OPTIONS(PRINT_JOB, FIELD("state", OPTION_REQUIRED | OPTION_POSITIONAL), FIELD("note", 0))},
    {"log",
     "GET",
     "/log",
     0,
     SHOWN_LOG,
     WORK_REQUEST,
     {"Nhật ký", "The append-only log"},
     OPTIONS(FILTER("subject", 0), PAGE)},
    {"events",
     "GET",
     "/events",
     COMMAND_STREAM,
     SHOWN_DONE,
     WORK_REQUEST,
     {"Sự kiện trực tiếp, đến khi bấm Ctrl-C", "Live events, until Ctrl-C"},
     OPTIONS(FILTER("topics", 0), FILTER("site", 0))},
    {"clock get",
     "GET",
     "/training/clock",
     0,
     SHOWN_CLOCK,
     WORK_REQUEST,
     {"Đồng hồ tập huấn", "The training clock"},
     NULL},
    {"clock set",
     "PUT",
     "/training/clock",
     ACTION,
     SHOWN_CLOCK,
     WORK_REQUEST,
     {"Đặt đồng hồ tập huấn", "Set the training clock"},
     OPTIONS(FIELD("now", OPTION_POSITIONAL),
             {.name = "rate", .fallback = "0", .kind = OPTION_INTEGER, .place = PLACE_BODY})},
    {"account list",
     "GET",
     "/accounts",
     0,
     SHOWN_ACCOUNTS,
     WORK_REQUEST,
     {"Các tài khoản", "Accounts"},
     OPTIONS(PAGE)},
    {"account show",
     "GET",
     "/accounts/{account}",
     0,
     SHOWN_ACCOUNT,
     WORK_REQUEST,
     {"Một tài khoản", "One account"},
     OPTIONS(IN_PATH("account"))},
    {"account add",
     "POST",
     "/accounts",
     COMMAND_BODY,
     SHOWN_ACCOUNT_MADE,
     WORK_REQUEST,
     {"Tạo tài khoản, mật khẩu chỉ hiện một lần", "Make an account; its password is shown once"},
     OPTIONS(FIELD("account", OPTION_REQUIRED | OPTION_POSITIONAL), FIELD("name", OPTION_REQUIRED),
             ROLES, FIELD("unit", 0))},
    {"account set",
     "PATCH",
     "/accounts/{account}",
     COMMAND_KEYED | COMMAND_VERSIONED | COMMAND_BODY,
     SHOWN_ACCOUNT,
     WORK_REQUEST,
     {"Sửa tài khoản", "Change an account"},
     OPTIONS(IN_PATH("account"), FIELD("name", 0), ROLES, FIELD("unit", 0),
             {.name = "disabled", .kind = OPTION_BOOLEAN, .place = PLACE_BODY})},
    {"device list",
     "GET",
     "/devices",
     0,
     SHOWN_DEVICES,
     WORK_REQUEST,
     {"Các thiết bị", "Devices"},
     OPTIONS(PAGE)},
    {"device add",
     "POST",
     "/devices",
     COMMAND_BODY,
     SHOWN_DEVICE_MADE,
     WORK_REQUEST,
     {"Cấp mã cho thiết bị, mã chỉ hiện một lần", "Make a device token, shown once"},
     OPTIONS(FIELD("device", OPTION_REQUIRED | OPTION_POSITIONAL),
             {.name = "device-kind",
              .field = "kind",
              .kind = OPTION_TEXT,
              .place = PLACE_BODY,
              .bits = OPTION_REQUIRED},
             FIELD("site", OPTION_REQUIRED),
             {.name = "may-set-class", .kind = OPTION_FLAG, .place = PLACE_BODY})},
    {"device remove",
     "DELETE",
     "/devices/{device}",
     COMMAND_KEYED,
     SHOWN_DONE,
     WORK_REQUEST,
     {"Thu hồi thiết bị", "Revoke a device"},
     OPTIONS(IN_PATH("device"))},
    {.name = NULL},
};
