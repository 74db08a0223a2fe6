/*
 * Dossiers as reports read them: what a period counts, as it stood at an instant.
 *
 * Reader thread; errors are sticky in the transaction. Only the columns that counting needs, since
 * a report reads many dossiers. Source: statistics 1-3.
 */
#ifndef STORE_REPORT_ROWS_H
#define STORE_REPORT_ROWS_H

#include "domain/deadline.h"
#include "store/dossier_rows.h"

/* A dossier that was accepted. Texts are borrowed for the call that gives them. */
struct report_dossier {
    int64_t id;
    const char *procedure;
    const char *field;
    struct officer officer; /* responsible now, or when it ended */
    struct instant accepted_at;
    struct instant ended_at; /* instant_none(): it has not */
    enum verdict verdict;    /* VERDICT_NONE: none was given */
    bool online;
};

/* What is asked for where it is needed only: many have ended, few are open. */
struct report_pinned {
    char code[DOSSIER_ANY_CODE_SIZE];
    char procedure_name[DOSSIER_NAME_SIZE];
    char limit_text[TIME_LIMIT_TEXT_SIZE];
    int32_t cutoff_s;           /* -1: the default of the limit */
    int64_t calendar_version;   /* in force at acceptance */
    struct instant extended_at; /* instant_none(): never */
    char extended_limit[TIME_LIMIT_TEXT_SIZE];
    int32_t extended_cutoff_s;
};

/*
 * Give each dossier that was accepted before `to` and had not ended before `from` to `each`, in no
 * order, until that returns false. `each` may run other statements.
 */
void report_rows_each(struct store_tx *tx, struct instant from, struct instant to,
                      bool (*each)(const struct report_dossier *dossier, void *data), void *data);

/* A dossier that has not ended, as it is now. */
struct report_open_dossier {
    struct report_dossier dossier;
    struct due due;
    struct instant near_at, late_at; /* instant_none(): no limit */
    bool paused, decision_signed;
};

/* "none", "day", "time", as stored. */
enum due_kind due_kind_from_name(const char *text);

/* Give each open dossier to `each`, in no order, until that returns false. */
void report_rows_each_open(struct store_tx *tx,
                           bool (*each)(const struct report_open_dossier *open, void *data),
                           void *data);

/* A row of the book of a field (form 07); `unit`: the code of who is in charge, a unit or another
 * agency. Texts are borrowed for the call that gives them. */
struct report_book_row {
    int64_t row;
    const char *code, *procedure_name, *applicant, *address, *phone, *unit, *delivery;
    struct instant accepted_at, promised_at, returned_at; /* instant_none(): none, not yet */
    int64_t dossier;
    bool corrected; /* something of the dossier was, with an approval */
};

/* Give the rows of dossiers accepted in [from, to) of one year to `each`, by their numbers, `limit`
 * at most. Returns how many. */
int report_rows_book(struct store_tx *tx, const char *field, struct instant from, struct instant to,
                     int limit, void (*each)(const struct report_book_row *row, void *data),
                     void *data);

/* What stood in the row of a dossier before each approved correction, the first one first: of
 * "full_name", "address", "phone", "accepted_at", "returned_at". Borrowed for the call. */
void report_rows_book_before(struct store_tx *tx, int64_t dossier,
                             void (*each)(const char *field, const char *old, void *data),
                             void *data);

/* False, output untouched, when there is no such dossier. */
bool report_rows_pinned(struct store_tx *tx, int64_t id, struct report_pinned *out_pinned);

/* The pauses of a dossier, in their order; returns how many there are. */
size_t report_rows_pauses(struct store_tx *tx, int64_t id,
                          struct pause out_pauses[DOSSIER_PAUSES_MAX]);

/* Who was responsible at `at`; `out_officer` is untouched where nobody was, before acceptance. */
void report_rows_responsible(struct store_tx *tx, int64_t id, struct instant at,
                             struct officer *out_officer);

#endif
