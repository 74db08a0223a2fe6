/*
 * Strict reading of a JSON object into a struct, by a table of its fields.
 *
 * Pure but for the heap. An unknown field, a wrong type or a value out of bounds is refused by
 * name: a typing error must not be lost silently on its way to paper (api.md, conventions). Rule
 *
 */
#ifndef PRINTER_FIELD_H
#define PRINTER_FIELD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/instant.h"
#include "printer/pool.h"

/* An instant that may be absent. */
struct moment {
    bool given;
    struct instant at;
};

/* An array of structs in the pool. */
struct rows {
    void *at;
    size_t count;
};

enum field_kind {
    FIELD_TEXT,    /* const char *, NULL when absent; `most` characters */
    FIELD_BOOLEAN, /* bool, false when absent */
    FIELD_INTEGER, /* int, 0 .. `most`, -1 when absent */
    FIELD_MOMENT,  /* struct moment, RFC 3339 */
    FIELD_ROWS,    /* struct rows; at most `most` objects by `row` */
    FIELD_OBJECT,  /* json_t *, borrowed from the object read, NULL when absent */
};

struct field {
    const char *name;
    enum field_kind kind;
    bool required; /* a required text or array must not be empty either */
    size_t offset; /* in the struct */
    size_t most;
    const struct field_set *row;
};

struct field_set {
    const struct field *fields;
    size_t count;
    size_t size; /* of the struct */
};

/* What was refused, for the person who reads the message. */
struct fault {
    enum err err;
    char field[128]; /* "content.papers[3].name", "" when the whole is meant */
};

/*
 * Read `object` (borrowed) into the struct at `out`, which the caller zeroed.
 *
 * sets   the tables that together make the object's fields; all offsets are in the same struct
 * where  prefix of field names in the fault, e.g. "content."
 *
 * Returns ERR_OK; ERR_WRONG_TYPE, ERR_UNKNOWN_FIELD, ERR_MISSING_FIELD, ERR_BAD_VALUE with
 * `out_fault` set; ERR_NO_MEMORY. `null` means absent. On failure `out` is in no particular state.
 */
enum err fields_read(struct pool *pool, json_t *object, const struct field_set *const *sets,
                     size_t set_count, const char *where, void *out, struct fault *out_fault);

#endif
