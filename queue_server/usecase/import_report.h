/*
 * What an import found wrong: one line for each fault or warning, with its place.
 *
 * Any thread; pure but for memory. A line reads
 *
 *     procedures[3] (1.003583) fee.type: <what is wrong>
 *
 * in the language of who imports. At most IMPORT_LINES_MAX lines of each kind are kept; the counts
 * go on. Rule R-270.
 */
#ifndef USECASE_IMPORT_REPORT_H
#define USECASE_IMPORT_REPORT_H

#include "base/error.h"
#include "base/text.h"

enum { IMPORT_LINES_MAX = 500, IMPORT_PLACE_SIZE = 96 };

/* name, Vietnamese, English */
#define IMPORT_FINDING_MAP(X)                                                                      \
    /* faults */                                                                                   \
    X(FAULT_SYNTAX, "không phải JSON đúng", "is not sound JSON")                                   \
    X(FAULT_MISSING, "bắt buộc phải có", "must be there")                                          \
    X(FAULT_EMPTY, "không được để trống", "must not be empty")                                     \
    X(FAULT_TYPE, "sai kiểu dữ liệu", "has the wrong type")                                        \
    X(FAULT_VALUE, "giá trị không hợp lệ", "has a value that is not valid")                        \
    X(FAULT_TEXT, "có ký tự không cho phép", "has characters that are not allowed")                \
    X(FAULT_TOO_LONG, "quá dài", "is too long")                                                    \
    X(FAULT_TOO_MANY, "quá nhiều mục", "has too many items")                                       \
    X(FAULT_UNIT, "không có đơn vị này", "is not a unit of this centre")                           \
    X(FAULT_TWICE, "mã đã có ở một dòng trước", "is the code of an earlier row too")               \
    X(FAULT_LIMIT, "thời hạn không hợp lệ", "is not a time limit")                                 \
    X(FAULT_PRICE, "thiếu mức thu của loại phí này", "lacks the price that its type needs")        \
    X(FAULT_STEPS, "tổng các bước vượt thời hạn", "adds up to more than the time limit")           \
    X(FAULT_PAST, "sớm hơn phiên bản đã nhập", "is earlier than the version entered before")       \
    X(FAULT_ENDS, "kết thúc trước khi bắt đầu", "ends before it begins")                           \
    /* warnings */                                                                                 \
    X(WARN_PRESENT, "toàn trình nhưng còn giấy phải xuất trình mà không có dữ liệu thay thế",      \
      "is fully online but a paper must be shown that no data replaces")                           \
    X(WARN_FEE, "mức thu chưa nhập: phải nhập trước khi dùng",                                     \
      "has no amount yet: enter it before use")                                                    \
    X(WARN_UNIT, "đơn vị không giải quyết hồ sơ", "is a unit that handles no dossiers")

enum import_finding {
#define X(name, vi, en) IMPORT_##name,
    IMPORT_FINDING_MAP(X)
#undef X
        IMPORT_FINDING_COUNT
};

struct import_report {
    enum language language;
    char place[IMPORT_PLACE_SIZE]; /* of the row in hand, "" for the whole file */
    struct text faults, warnings;  /* lines, each ended by LF; owned */
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
