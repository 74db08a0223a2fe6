/* Counters, business days and the figures of the day. Errors are sticky in the transaction. */
#ifndef STORE_COUNTER_ROWS_H
#define STORE_COUNTER_ROWS_H

#include "base/civil.h"
#include "domain/queue_counter.h"
#include "domain/queue_rules.h"
#include "domain/ticket_undo.h"
#include "store/ticket_rows.h"

enum { COUNTER_NAME_SIZE = 96, COUNTER_STATE_SIZE = 8, SEAT_SIZE = 65 };

struct counter_record {
    struct queue_counter counter; /* index is of the site's rules; set by the caller */
    char code[QUEUE_CODE_SIZE];
    char site[SITE_CODE_SIZE];
    char name[COUNTER_NAME_SIZE];
    char state[COUNTER_STATE_SIZE]; /* open, paused, closed */
    char account[ACTOR_CODE_SIZE];  /* who sits there, "" for nobody */
    char seat[SEAT_SIZE];           /* the browser where he sits, "" when it named none */
    int64_t version;
    bool retired; /* not used any more */
};

/* False when there is no such counter. */
bool counter_rows_get(struct store_tx *tx, const char *code, struct counter_record *out_record);
/* The counter where an account sits; false for none. */
bool counter_rows_of_account(struct store_tx *tx, const char *account,
                             struct counter_record *out_record);
void counter_rows_list(struct store_tx *tx,
                       void (*each)(const struct counter_record *record, void *data), void *data);
void counter_rows_update(struct store_tx *tx, const struct counter_record *record);
/* The last call or no-show of a counter; a ticket's counter is an index of `rules`. */
void counter_rows_put_undo(struct store_tx *tx, const struct queue_rules *rules, const char *code,
                           const struct ticket_undo *undo);
/* False when there was none yet. */
bool counter_rows_get_undo(struct store_tx *tx, const struct queue_rules *rules, const char *code,
                           struct ticket_undo *out_undo);
/* Free every counter of the site and start its runs anew. */
void counter_rows_new_day(struct store_tx *tx, const char *site);

/* The day that a site's queue is in; false before its first. */
bool business_day_get(struct store_tx *tx, const char *site, struct date *out_date,
                      int64_t *out_first_id);
void business_day_put(struct store_tx *tx, const char *site, struct date date, int64_t first_id);

/* Figures of one service's day; as deltas, each may be negative. */
struct queue_count {
    int issued, waiting, parked, active, done, no_show, cancelled;
};

void queue_count_add(struct store_tx *tx, const char *site, struct date date, const char *service,
                     const struct queue_count *delta);
/* How many wait for a service (NULL: for any) of a site today. */
int queue_count_waiting(struct store_tx *tx, const char *site, struct date date,
                        const char *service);
void queue_count_day(struct store_tx *tx, const char *site, struct date date,
                     void (*each)(const char *service, const struct queue_count *count, void *data),
                     void *data);

#endif
