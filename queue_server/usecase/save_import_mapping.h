/*
 * Mappings of columns are saved and read: how a table of another system becomes dossiers.
 *
 * What a mapping says is checked by who submits (api/column_mapping.h), before it is stored; it is
 * read again, from the row, by each import. Rule R-520.
 */
#ifndef USECASE_SAVE_IMPORT_MAPPING_H
#define USECASE_SAVE_IMPORT_MAPPING_H

#include "store/import_mapping_rows.h"
#include "usecase/command.h"

struct save_import_mapping {
    struct command command;

    /* Input. */
    struct import_mapping mapping; /* code, document (owned, freed by the submitter) */
    int64_t expected_version;      /* 0: none was said; a new one needs none, nor does the system */

    /* Output: the mapping as it is stored. */
    bool is_new;
};

/*
 * Writer thread. One event `import_mapping_saved` with the digest of the document.
 *
 * Returns ERR_OK; ERR_FIELDS (the code is none); ERR_NOT_FOUND (a version was said, of none);
 * ERR_LIMIT_REACHED; ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT (with the mapping as it is now);
 * ERR_NO_MEMORY, ERR_STORE.
 */
enum err save_import_mapping_run(struct store_tx *tx, struct command *command);

struct read_import_mapping {
    struct command command;

    /* Input. */
    char code[IMPORT_MAPPING_CODE_SIZE];

    /* Output. */
    struct import_mapping mapping; /* its document is the caller's to release */
};

/* Reader thread. ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY. */
enum err read_import_mapping_run(struct store_tx *tx, struct command *command);

struct list_import_mappings {
    struct command command;

    /* Output. */
    struct text items; /* JSON, parted by commas, without the documents */
};

/* Reader thread. ERR_OK, ERR_NO_MEMORY. */
enum err list_import_mappings_run(struct store_tx *tx, struct command *command);

/* Write a mapping, `whole` with its document. Pure but for memory. */
void import_mapping_view(struct text *text, const struct import_mapping *mapping, bool whole);

#endif
