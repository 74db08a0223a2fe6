/*
 * Print jobs between rows and structs. Writer or reader thread; errors are sticky in the
 * transaction. New jobs are put in by print_rows_insert() (store/shared_rows.h).
 */
#ifndef STORE_PRINT_ROWS_H
#define STORE_PRINT_ROWS_H

#include "base/text.h"
#include "domain/print_job.h"
#include "store/statement.h"

enum {
    PRINT_FORM_SIZE = 16,
    PRINT_PAPER_SIZE = 8,
    PRINT_SUBJECT_SIZE = 24,
    PRINT_DESTINATION_SIZE = 256,
    PRINT_SHA256_SIZE = 65,
    PRINT_MESSAGE_SIZE = 501,
    PRINT_ACTOR_SIZE = 41,
    PRINT_LOOK_MAX = 5000 /* rows that one page of a list looks through */
};

struct print_record {
    int64_t id; /* number of the log row that asked for it */
    char form[PRINT_FORM_SIZE];
    char paper[PRINT_PAPER_SIZE];
    char subject[PRINT_SUBJECT_SIZE]; /* t12, d34; r56 of a report */
    enum print_state state;
    int copy; /* 1: the first */
    int generation;
    char printer[PRINT_DESTINATION_SIZE]; /* destination; "" keeps the page as a file */
    int64_t job;                          /* of the printer or CUPS; 0: none */
    char sha256[PRINT_SHA256_SIZE];       /* of the page; "" until it is made */
    char message[PRINT_MESSAGE_SIZE];     /* "" for none */
    struct instant created_at, changed_at;
    char created_by[PRINT_ACTOR_SIZE];
};

/*
 * Read one job.
 *
 * out_content  what is printed, JSON, added to it; NULL when it is not wanted
 *
 * False when there is none (or after an error).
 */
bool print_rows_get(struct store_tx *tx, int64_t id, struct print_record *out_record,
                    struct text *out_content);

/* Save state, job, sha256, message and changed_at. */
void print_rows_update(struct store_tx *tx, const struct print_record *record);

/* Which jobs a list holds. */
struct print_filter {
    unsigned states;     /* set of bits 1 << state; 0: all */
    const char *subject; /* NULL: any */
    int64_t before;      /* id; INT64_MAX for the newest */
    int limit;
};

/*
 * Give the jobs of the filter to `each`, newest first, `limit` at most.
 *
 * Looks through PRINT_LOOK_MAX rows at most, so that a rare state does not hold up a reader.
 * Returns the id before which the list goes on, 0 at its end.
 */
int64_t print_rows_list(struct store_tx *tx, const struct print_filter *filter,
                        void (*each)(const struct print_record *record, void *data), void *data);

/* Destination, after `printer` in order, that has jobs which are not settled; false: none. */
bool print_rows_next_printer(struct store_tx *tx, const char *printer,
                             char out_printer[PRINT_DESTINATION_SIZE]);

/* Give up to `limit` jobs of one printer in one state, oldest first, after job `after`. Returns how
 * many. `content` is borrowed during the call. */
int print_rows_todo(
    struct store_tx *tx, const char *printer, enum print_state state, int64_t after, int limit,
    void (*each)(const struct print_record *record, const char *content, void *data), void *data);

/* The highest copy number of the same sheet: same subject, form and content. */
int print_rows_copies(struct store_tx *tx, const struct print_record *record, const char *content);

#endif
