/*
 * Aligned output for people: a list as a table, one thing as lines of "name: value". Pure but for
 * memory and the locale (cells.h).
 */
#ifndef TERMINAL_TABLE_H
#define TERMINAL_TABLE_H

#include <jansson.h>

#include "counter_client/terminal/value.h"

enum { COLUMNS_MAX = 24 };

struct column {
    struct said title;
    const char *path; /* of the value, in the row */
    enum value_form form;
    enum vocabulary vocabulary;
};

/*
 * Add a table: titles, one line for each row, the columns as wide as their widest value.
 *
 * rows     an array, borrowed
 * columns  the last one has a path of NULL; at most COLUMNS_MAX
 * total    a last row, borrowed; NULL: none
 */
void table_add(struct text *text, const json_t *rows, const struct column *columns,
               const json_t *total, enum language language);

/* Add one line for each column whose value is there; names aligned. */
void record_add(struct text *text, const json_t *record, const struct column *columns,
                enum language language);

#endif
