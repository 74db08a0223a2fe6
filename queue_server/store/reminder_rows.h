/*
 * Reminders between rows and structs, and what of a dossier decides which of them stand.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules R-545..R-549.
 */
#ifndef STORE_REMINDER_ROWS_H
#define STORE_REMINDER_ROWS_H

#include "domain/reminder.h"
#include "store/dossier_rows.h"

struct reminder_record {
    int64_t id; /* number of the log row that made it */
    int64_t dossier;
    struct reminder reminder;
    struct instant made_at;
    struct instant ended_at;        /* its reason is gone; instant_none(): it is not */
    struct instant acknowledged_at; /* instant_none(): nobody has */
    char acknowledged_by[ACCOUNT_CODE_SIZE];
};

/* Neither acknowledged nor ended? */
bool reminder_is_open(const struct reminder_record *record);

void reminder_rows_insert(struct store_tx *tx, const struct reminder_record *record);
/* Both must find it open. */
void reminder_rows_end(struct store_tx *tx, int64_t id, struct instant at);
void reminder_rows_acknowledge(struct store_tx *tx, const struct reminder_record *record);

/* False when there is none. */
bool reminder_rows_get(struct store_tx *tx, int64_t id, struct reminder_record *out_record);
/* Give every reminder of a dossier. */
void reminder_rows_of_dossier(struct store_tx *tx, int64_t dossier,
                              void (*each)(const struct reminder_record *record, void *data),
                              void *data);
/* Give the open ones before `before`, newest first, until `each` returns false; it may run other
 * statements. */
void reminder_rows_list(struct store_tx *tx, int64_t before,
                        bool (*each)(const struct reminder_record *record, void *data), void *data);

/* How many there are. */
struct reminder_counts {
    int64_t made, acknowledged, ended;
};
struct reminder_counts reminder_rows_count(struct store_tx *tx);

/* The dossiers of which there may be something to tell, one source after the other. */
enum reminder_source {
    REMINDER_OPEN_DOSSIERS,
    REMINDER_ARRIVED_DOSSIERS,
    REMINDER_READY_DOSSIERS, /* their result waits to be fetched */
    REMINDER_TOLD_DOSSIERS   /* that have an open reminder: its reason may be gone */
};
/* Go on from `place`, 0 at the beginning of a source, to the next one. Returns its dossier; 0 at
 * the end. */
int64_t reminder_rows_next(struct store_tx *tx, enum reminder_source source, int64_t *place);

/* What is known of a dossier; false when there is no such one. */
bool reminder_rows_facts(struct store_tx *tx, int64_t dossier, struct reminder_facts *out_facts);

#endif
