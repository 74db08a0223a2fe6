/*
 * Reading a table written as text with separators: RFC 4180, as spreadsheets write it.
 *
 * Pure; no memory: fields are unescaped where they stand, in the caller's own bytes.
 *
 *     csv_init(&csv, bytes, length, ',');
 *     while ((step = csv_next(&csv, &field)) == CSV_FIELD) ... field.text, field.last
 *
 * A byte order mark before the first row is passed over. A row ends with CR LF or LF, the last one
 * perhaps with nothing. A field in quotes holds separators, line ends and doubled quotes. Rule
 *
 */
#ifndef DOMAIN_CSV_H
#define DOMAIN_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct csv {
    char *bytes; /* the caller's */
    size_t length, at;
    char separator;
    int row;      /* of the next field: 1 .. as a spreadsheet numbers them */
    bool pending; /* a separator was read: a field follows, perhaps an empty one */
};

struct csv_field {
    const char *text; /* borrowed of the caller's bytes, not terminated */
    size_t length;
    bool last; /* of its row */
    int row;
};

enum csv_step {
    CSV_FIELD,
    CSV_END,
    CSV_FAULT, /* csv->row says where: it is no table. Nothing more can be read */
};

/* `bytes` are borrowed and changed until the last csv_next(). `separator` is none of `"`, CR, LF.
 */
void csv_init(struct csv *csv, char *bytes, size_t length, char separator);

/*
 * Read the next field. An empty line is a row of one empty field.
 *
 * A fault: a NUL, a quote inside a field without quotes, something behind the closing quote, a
 * quote that is never closed, a CR alone outside quotes.
 *
 * out_field  set on CSV_FIELD only
 */
enum csv_step csv_next(struct csv *csv, struct csv_field *out_field);

#endif
