/*
 * Mappings of columns: how tables of other systems are read. Errors are sticky in the transaction.
 * Rule R-520.
 */
#ifndef STORE_IMPORT_MAPPING_ROWS_H
#define STORE_IMPORT_MAPPING_ROWS_H

#include "base/text.h"
#include "store/setup_rows.h"

enum {
    IMPORT_MAPPINGS_MAX = 32,
    IMPORT_MAPPING_CODE_SIZE = 33,
    IMPORT_MAPPING_DOCUMENT_MAX = 16 << 10 /* bytes */
};

struct import_mapping {
    char code[IMPORT_MAPPING_CODE_SIZE];
    struct text document; /* JSON; owned by whoever holds the struct */
    struct setup_stamp stamp;
};

/* False when there is none. `out_mapping->document` is the caller's to release, when true. */
bool import_mapping_rows_get(struct store_tx *tx, const char *code,
                             struct import_mapping *out_mapping);
/* Call `each` (with `data`) for all of them by their codes; the mapping is borrowed. NULL:
 * they are counted only. Returns how many. */
int import_mapping_rows_each(struct store_tx *tx,
                             void (*each)(const struct import_mapping *mapping, void *data),
                             void *data);
void import_mapping_rows_put(struct store_tx *tx, const struct import_mapping *mapping);

#endif
