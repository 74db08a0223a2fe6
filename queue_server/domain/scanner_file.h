/*
 * A file that an office scanner writes into the watched folder: when it is whole, what is left
 * alone, and how its name is shown. Pure. Rules.
 *
 * Nobody tells when a scanner has finished a file: it is taken for whole once it stood still for a
 * while, and one whose bytes have no end once it stood still for longer (a slow network).
 */
#ifndef DOMAIN_SCANNER_FILE_H
#define DOMAIN_SCANNER_FILE_H

#include <stdbool.h>

enum {
    SCANNER_QUIET_MS = 2000,       /* same size and time of writing for so long: look into it */
    SCANNER_UNENDED_MS = 10000,    /* ... although its bytes have no end */
    SCANNER_PARTIAL_MS = 600000,   /* a partial name that stays for so long is told of */
    SCANNER_LABEL_SIZE = 201,      /* of a name as it is shown, bytes with the NUL */
    SCANNER_REFUSAL_NAME_SIZE = 16 /* of a refusal's name, with the NUL */
};

/* name (stored and sent; the number never is), words for the note beside the file */
#define SCANNER_REFUSAL_MAP(X)                                                                     \
    X(TYPE, "scan_type", "Tệp không phải PDF, JPEG, PNG nguyên vẹn",                               \
      "The file is no whole PDF, JPEG or PNG")                                                     \
    X(SIZE, "too_large", "Tệp lớn hơn mức cho phép", "The file is larger than allowed")            \
    X(KIND, "not_a_file", "Không phải tệp thường (liên kết, thiết bị …)",                          \
      "It is no plain file (a link, a device ...)")                                                \
    X(UNREADABLE, "unreadable", "Không đọc được tệp", "The file cannot be read")

enum scanner_refusal {
    SCANNER_TAKEN, /* it is not refused */
#define X(code, name, vi, en) SCANNER_REFUSED_##code,
    SCANNER_REFUSAL_MAP(X)
#undef X
        SCANNER_REFUSALS
};

/* "scan_type" ...; "" for SCANNER_TAKEN. Static, as the next. */
const char *scanner_refusal_name(enum scanner_refusal refusal);
/* Two lines, Vietnamese and English. */
const char *scanner_refusal_words(enum scanner_refusal refusal);

/* Is this the final name of a file? Not one that is hidden (a dot in front), nor one that programs
 * give what they still write: .part .partial .tmp .temp .filepart .crdownload .!ut .swp .lock and
 * ~ at the end, in capitals too. */
bool scanner_name_is_final(const char *name);

/*
 * A file's name as it is shown: cleaned as a text that a person typed, cut to 200 bytes between
 * characters; bytes that are no UTF-8 and control characters become `?`, and nothing becomes `?`.
 * It is never made a path again. Rule R-562.
 */
void scanner_label(const char *name, char out_label[SCANNER_LABEL_SIZE]);

#endif
