/*
 * Rows of procedure_version: what is stored of each version of a procedure.
 *
 * Errors are sticky in the transaction. Documents are JSON and are understood by usecase/procedure
 * alone. No row changes but for its last date. Rules.
 */
#ifndef STORE_PROCEDURE_ROWS_H
#define STORE_PROCEDURE_ROWS_H

#include "base/text.h"
#include "store/statement.h"

enum { PROCEDURE_CODE_SIZE = 41 };

struct procedure_row {
    char code[PROCEDURE_CODE_SIZE];
    int64_t version;
    struct date effective_from;
    bool ends;
    struct date effective_to; /* inclusive; when it ends */
};

/* What else a new version carries, for lists and searches; borrowed. */
struct procedure_row_texts {
    const char *name, *name_fold, *field, *unit, *document;
    bool beyond_boundary; /* received for agencies elsewhere too */
};

/*
 * Find one version.
 *
 * out_document  the document is added to it; NULL when it is not wanted
 *
 * Each returns false, outputs untouched, when there is none. Begun last by `date` (since versions
 * never share a day, R-272, it is the one in force then, or has ended); by number; entered last.
 */
bool procedure_rows_begun(struct store_tx *tx, const char *code, struct date date,
                          struct procedure_row *out_row, struct text *out_document);
bool procedure_rows_version(struct store_tx *tx, const char *code, int64_t version,
                            struct procedure_row *out_row, struct text *out_document);
bool procedure_rows_newest(struct store_tx *tx, const char *code, struct procedure_row *out_row,
                           struct text *out_document);

void procedure_rows_insert(struct store_tx *tx, const struct procedure_row *row,
                           const struct procedure_row_texts *texts);
/* End a version after `last`, unless it ends earlier already. */
void procedure_rows_end(struct store_tx *tx, const char *code, int64_t version, struct date last);

/*
 * Give the versions begun by `date` of all codes after `after` to `each`, in order of code, then
 * version, until it returns false. Texts are borrowed for the call.
 */
void procedure_rows_list(struct store_tx *tx, const char *after, struct date date,
                         bool (*each)(const struct procedure_row *row, const char *name_fold,
                                      const char *field, void *data),
                         void *data);

/* Give the newest `most` versions of a code to `each`, the newest first. R-820. */
void procedure_rows_versions(struct store_tx *tx, const char *code, int64_t most,
                             void (*each)(const struct procedure_row *row, const char *name,
                                          void *data),
                             void *data);
/* Give the document of each code's newest version to `each`, in order of code. R-822. */
void procedure_rows_current(struct store_tx *tx, void (*each)(const char *document, void *data),
                            void *data);

#endif
