/*
 * Tickets between rows and structs. Writer or reader thread; errors are sticky in the transaction.
 *
 * Codes in the rows become indices of the site's rules and back. Only one site's tickets are
 * touched in one call, since everything of the queue belongs to one site.
 */
#ifndef STORE_TICKET_ROWS_H
#define STORE_TICKET_ROWS_H

#include "base/civil.h"
#include "base/random.h"
#include "domain/ticket.h"
#include "domain/wait_calibration.h"
#include "store/statement.h"

enum { SITE_CODE_SIZE = 16, ACTOR_CODE_SIZE = 41 };

/* A ticket as it is stored: the rule's part, and what only paper, screens and the log need. */
struct ticket_record {
    struct ticket ticket; /* id and seq are the number of the log row that issued it */
    char site[SITE_CODE_SIZE];
    struct date business_date;
    char number_service[QUEUE_CODE_SIZE]; /* whose letters the number carries */
    int32_t number;                       /* 1.. within site, service and business day */
    char issuer[ACTOR_CODE_SIZE];
    char track_token[TOKEN_SIZE]; /* secret: its issuer and its paper only */
    int64_t print_job;            /* 0: none */
    int64_t dossier;              /* whose result its holder has come for; 0: none */
    int64_t version;              /* number of the log row that changed it last */
};

struct ticket_filter {
    const char *site, *service, *state, *counter; /* NULL: any */
    int64_t after;                                /* id */
    int limit;
};

/* `played` is what the plays said of such a ticket, without the real wait; NULL: nothing. R-890. */
void ticket_rows_insert(struct store_tx *tx, const struct queue_rules *rules,
                        const struct ticket_record *record, const struct wait_past *played);
/* Say which dossier's result its holder has come for. */
void ticket_rows_link(struct store_tx *tx, const struct ticket_record *record);
/* The newest open ticket of a day that is for a dossier's result; 0 for none. */
int64_t ticket_rows_of_dossier(struct store_tx *tx, int64_t dossier, struct date date);
/* Save what a verb changed; `now` tells which lane a waiting ticket is in. */
void ticket_rows_update(struct store_tx *tx, const struct queue_rules *rules,
                        const struct ticket_record *record, struct instant now);

/* False when there is no such ticket (or after an error). A site's rules are asked for by code. */
typedef const struct queue_rules *(*rules_of_site_fn)(const char *site, void *data);
bool ticket_rows_get(struct store_tx *tx, int64_t id, rules_of_site_fn rules_of_site, void *data,
                     struct ticket_record *out_record);
bool ticket_rows_by_track(struct store_tx *tx, const uint8_t digest[DIGEST_SIZE],
                          rules_of_site_fn rules_of_site, void *data,
                          struct ticket_record *out_record);
/* Give each ticket of the filter to `each`, in order of issue. */
void ticket_rows_list(struct store_tx *tx, const struct ticket_filter *filter,
                      rules_of_site_fn rules_of_site, void *rules_data,
                      void (*each)(const struct ticket_record *record, void *data), void *data);
/* Give every ticket of a site's business day to `each`. */
void ticket_rows_of_day(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                        struct date date,
                        void (*each)(const struct ticket_record *record, void *data), void *data);
/* Up to `limit` tickets of a day that are not done, no_show or cancelled; returns how many. */
int ticket_rows_unfinished(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                           struct date date, struct ticket_record *out_records, int limit);

/* Let those whose not_before has come join the lanes. */
void ticket_rows_promote(struct store_tx *tx, const char *site, struct instant now);

/*
 * Load the tickets from which call-next decides for one counter: the heads of its lanes, the heads
 * of those tied to it, and those that may not be called yet (domain/queue_order.h says why these
 * are enough).
 *
 * Returns how many were written to `out_candidates`, at most `limit`.
 */
size_t ticket_rows_candidates(struct store_tx *tx, const struct queue_rules *rules,
                              const char *site, int counter, struct queue_candidate *out_candidates,
                              size_t limit);

/* How many of the pool stand before the chosen, QUEUE_PASSED_OVER_MAX at most. */
int ticket_rows_passed_over(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                            const struct queue_counter *counter,
                            const struct queue_decision *decision, struct instant now);

/* Everybody who waits at a site, for estimates; returns how many were written. */
size_t ticket_rows_waiting(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                           struct queue_candidate *out_candidates, size_t limit);
/* The last service times of a service in seconds, newest first; returns how many. */
size_t ticket_rows_service_times(struct store_tx *tx, const char *site, const char *service,
                                 int32_t *out_seconds, size_t limit);
/*
 * What the plays said of those of a service and lane who were called last, and how long they really
 * waited; looked for among the last TICKET_PAST_SEEN of the service. `ordinary`: of the ordinary
 * lane, else of the others. Returns how many, `limit` at most. R-890.
 */
enum { TICKET_PAST_SEEN = 1000 };
size_t ticket_rows_past_waits(struct store_tx *tx, const struct queue_rules *rules,
                              const char *site, const char *service, bool ordinary,
                              struct wait_past *out_past, size_t limit);

#endif
