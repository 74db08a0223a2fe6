/*
 * Rows of closed reports: every version of the figures of a period, kept for ever. Rules
 * R-312..R-315.
 */
#ifndef STORE_CLOSED_REPORT_ROWS_H
#define STORE_CLOSED_REPORT_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "domain/period.h"
#include "store/event_log.h"
#include "store/statement.h"

enum { REPORT_KIND_SIZE = 32 };

struct closed_report {
    char kind[REPORT_KIND_SIZE]; /* name of an enum period_kind */
    struct period period;
    int version; /* from 1 */
    struct instant closed_at;
    char closed_by[EVENT_ACTOR_SIZE];
    int64_t log_seq; /* of the last row of the log that is counted */
    uint8_t log_hash[DIGEST_SIZE];
    struct text figures; /* JSON; owned, as `dossiers` */
    uint8_t figures_hash[DIGEST_SIZE];
    struct text dossiers; /* JSON array of ids that changed since the version before */
};

/* The largest version: asks for the newest. */
enum { CLOSED_REPORT_NEWEST = 1000000 };

/* Keep a version. Errors are sticky in tx. */
void closed_report_rows_insert(struct store_tx *tx, const struct closed_report *report);
/* The newest version up to `version`; false when there is none. Free it by
 * closed_report_release(). */
bool closed_report_rows_get(struct store_tx *tx, const char *kind, struct date from, int version,
                            struct closed_report *out_report);
/* The newest version of the report of a kind that begins last before `from`; false when there is
 * none. */
bool closed_report_rows_before(struct store_tx *tx, const char *kind, struct date from,
                               struct closed_report *out_report);
/* Give kind and period of those that end on `date` or later, by kind and period. `each`
 * may not write. */
void closed_report_rows_ends(struct store_tx *tx, struct date date,
                             void (*each)(const char *kind, struct period period, void *data),
                             void *data);
/* Give the newest version of at most `limit` reports of a kind that begin before `from`, the newest
 * period first; `report` is valid for the call. */
void closed_report_rows_list(struct store_tx *tx, const char *kind, struct date from, int limit,
                             void (*each)(const struct closed_report *report, void *data),
                             void *data);
/* Give every version, by kind, period and version; `report` is valid for the call. */
void closed_report_rows_all(struct store_tx *tx,
                            void (*each)(const struct closed_report *report, void *data),
                            void *data);
/* Free the texts. */
void closed_report_release(struct closed_report *report);

#endif
