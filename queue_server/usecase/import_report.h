/*
 * What an import found wrong: one line for each fault or warning, with its place.
 *
 * Any thread; pure but for memory. A row is told as it stands in its list, from 0 in a line and in
 * a pointer, from 1 to people and in JSON. A line reads
 *
 *     procedures[3] (1.003583) fee.type: <what is wrong>
 *
 * in the language of who imports. At most IMPORT_LINES_MAX lines of each kind are kept; the counts
 * go on. The same findings are kept as JSON for the API, and the faults as those of a request, by
 * their JSON pointers. Rules.
 */
#ifndef USECASE_IMPORT_REPORT_H
#define USECASE_IMPORT_REPORT_H

#include "base/error.h"
#include "base/text.h"

enum {
    IMPORT_LINES_MAX = 500,
    IMPORT_PLACE_SIZE = 96,
    IMPORT_CODE_SIZE = 48,
    IMPORT_FIELD_SIZE = 160
};

/* name, the API's word, the error that a fault is for a request, Vietnamese, English */
#define IMPORT_FINDING_MAP(X)                                                                      \
    /* faults */                                                                                   \
    X(FAULT_SYNTAX, "syntax", ERR_MALFORMED, "không phải JSON đúng", "is not sound JSON")          \
    X(FAULT_MISSING, "missing", ERR_MISSING_FIELD, "bắt buộc phải có", "must be there")            \
    X(FAULT_EMPTY, "empty", ERR_BAD_VALUE, "không được để trống", "must not be empty")             \
    X(FAULT_TYPE, "type", ERR_WRONG_TYPE, "sai kiểu dữ liệu", "has the wrong type")                \
    X(FAULT_VALUE, "value", ERR_BAD_VALUE, "giá trị không hợp lệ",                                 \
      "has a value that is not valid")                                                             \
    X(FAULT_TEXT, "text", ERR_BAD_VALUE, "có ký tự không cho phép",                                \
      "has characters that are not allowed")                                                       \
    X(FAULT_TOO_LONG, "too_long", ERR_TEXT_TOO_LONG, "quá dài", "is too long")                     \
    X(FAULT_TOO_MANY, "too_many", ERR_BAD_VALUE, "quá nhiều mục", "has too many items")            \
    X(FAULT_UNIT, "unit", ERR_UNKNOWN_UNIT, "không có đơn vị này", "is not a unit of this centre") \
    X(FAULT_TWICE, "twice", ERR_BAD_VALUE, "mã đã có ở một dòng trước",                            \
      "is the code of an earlier row too")                                                         \
    X(FAULT_LIMIT, "limit", ERR_BAD_VALUE, "thời hạn không hợp lệ", "is not a time limit")         \
    X(FAULT_PRICE, "price", ERR_MISSING_FIELD, "thiếu mức thu của loại phí này",                   \
      "lacks the price that its type needs")                                                       \
    X(FAULT_STEPS, "steps", ERR_BAD_VALUE, "tổng các bước vượt thời hạn",                          \
      "adds up to more than the time limit")                                                       \
    X(FAULT_PAST, "past", ERR_BAD_VALUE, "sớm hơn phiên bản đã nhập",                              \
      "is earlier than the version entered before")                                                \
    X(FAULT_ENDS, "ends", ERR_BAD_VALUE, "kết thúc trước khi bắt đầu", "ends before it begins")    \
    /* warnings */                                                                                 \
    X(WARN_PRESENT, "paper_shown", ERR_OK,                                                         \
      "toàn trình nhưng còn giấy phải xuất trình mà không có dữ liệu thay thế",                    \
      "is fully online but a paper must be shown that no data replaces")                           \
    X(WARN_FEE, "no_amount", ERR_OK, "mức thu chưa nhập: phải nhập trước khi dùng",                \
      "has no amount yet: enter it before use")                                                    \
    X(WARN_UNIT, "unit_handles_none", ERR_OK, "đơn vị không giải quyết hồ sơ",                     \
      "is a unit that handles no dossiers")                                                        \
    X(WARN_PART, "part_missing", ERR_OK, "chưa nêu, là phần bắt buộc của thủ tục",                 \
      "is not stated: a mandatory part of a procedure")

enum import_finding {
#define X(name, word, err, vi, en) IMPORT_##name,
    IMPORT_FINDING_MAP(X)
#undef X
        IMPORT_FINDING_COUNT
};

struct import_report {
    enum language language;
    char place[IMPORT_PLACE_SIZE];   /* of the row in hand, "" for the whole file */
    char pointer[IMPORT_PLACE_SIZE]; /* JSON pointer of the row, "" likewise */
    int row;                         /* from 1; 0: the whole file */
    int line;                        /* of the file, from 1; 0: not known */
    char code[IMPORT_CODE_SIZE];     /* of the row, "" for none */
    struct text faults, warnings;    /* lines, each ended by LF; owned */
    struct import_found {
        struct text items;  /* elements of a JSON array, parted by commas; owned */
        struct text fields; /* faults alone: "pointer TAB code" a line; owned */
    } found_faults, found_warnings;
    int fault_count, warning_count;
};

void import_report_init(struct import_report *report, enum language language);
void import_report_release(struct import_report *report);

/* Say where the next findings are: row `index` of `list`; `code` NULL while it is not known. */
void import_report_at(struct import_report *report, const char *list, size_t index,
                      const char *code);
/* The same for a place of the file. */
void import_report_at_line(struct import_report *report, int line, int column);
/* Record a fault or a warning of `field`, e.g. "documents[2].kind"; "" for the row itself. */
void import_fault(struct import_report *report, const char *field, enum import_finding finding);
void import_warn(struct import_report *report, const char *field, enum import_finding finding);

#endif
