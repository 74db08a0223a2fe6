/*
 * Reading the rows of an import: members by type, each fault told with its path.
 *
 * Any thread; pure but for memory. The readers give what they can and go on, so that one import
 * tells all its faults; whoever calls compares report->fault_count. Rule R-270.
 */
#ifndef USECASE_IMPORT_ROW_H
#define USECASE_IMPORT_ROW_H

#include <jansson.h>

#include "base/civil.h"
#include "usecase/import_report.h"

enum { IMPORT_PATH_SIZE = 96, IMPORT_TEXT_MAX = 8000 };

/* An object of the row, and where it stands in it. */
struct import_row {
    const json_t *object;
    struct import_report *report;
    char path[IMPORT_PATH_SIZE]; /* "" for the row itself */
};

/*
 * Bring every text of a value into the form in which it is stored (vietnamese_clean).
 *
 * value   changed in place
 * report  a fault for each text that has characters which are not allowed, or is too long
 *
 * Returns ERR_OK (whatever was reported) or ERR_NO_MEMORY. Rule R-401.
 */
enum err import_row_clean(json_t *value, struct import_report *report);

/* Record a fault of member `key`, "" for the object itself. */
void import_row_fault(const struct import_row *at, const char *key, enum import_finding finding);

/* The member, NULL when it is absent or null: a fault when it is required. */
json_t *import_row_member(const struct import_row *at, const char *key, bool required);
/* A text of 1 .. `most` bytes; NULL when it is absent or faulty. */
const char *import_row_text(const struct import_row *at, const char *key, bool required,
                            size_t most);
/* Index of a required word in `words`, which end with NULL; 0 when it is faulty. */
int import_row_word(const struct import_row *at, const char *key, const char *const *words);
/* `otherwise` when it is absent or faulty. */
bool import_row_bool(const struct import_row *at, const char *key, bool required, bool otherwise);
/* Whole đồng, 0 .. 10^11. False when it is absent or faulty; likewise below. */
bool import_row_money(const struct import_row *at, const char *key, int64_t *out_amount);
bool import_row_number(const struct import_row *at, const char *key, bool required,
                       double *out_number);
bool import_row_date(const struct import_row *at, const char *key, struct date *out_date);
/* A member that is an object; `object` is NULL when it is absent or faulty. */
struct import_row import_row_object(const struct import_row *at, const char *key, bool required);
/* Element `index` of an array member; `object` is NULL when it is no object: a fault. */
struct import_row import_row_element(const struct import_row *at, const char *key, size_t index,
                                     const json_t *element);

#endif
