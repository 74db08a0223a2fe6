/*
 * Counting dossiers: verdict, pending class, the row of a report, rates and shares.
 *
 * Pure. Source: statistics 1-3. Everything is computed from a dossier's moments; the row's identity
 * carried over + received = resolved + open is checked dossier by dossier, so a report that does
 * not balance can name the one that spoils it.
 */
#ifndef DOMAIN_INDICATORS_H
#define DOMAIN_INDICATORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"
#include "domain/due.h"
#include "domain/period.h"

/* Names "early", "on_time", "late" are stored and sent; numbers never. */
enum verdict { VERDICT_NONE, VERDICT_EARLY, VERDICT_ON_TIME, VERDICT_LATE };

/* Names "in_time", "near_due", "overdue", "paused" are sent. */
enum pending { PENDING_IN_TIME, PENDING_NEAR_DUE, PENDING_OVERDUE, PENDING_PAUSED };

/* "early" ...; NULL for VERDICT_NONE. Static. */
const char *verdict_name(enum verdict verdict);
/* Find a verdict by its name. Returns ERR_OK or ERR_UNKNOWN. */
enum err verdict_from_name(const char *text, size_t length, enum verdict *out_verdict);
/* "in_time" ...; static. */
const char *pending_name(enum pending pending);

/*
 * The verdict of a dossier that ends. Rule R-301.
 *
 * due       as of ended_at
 * stopped   it ended by `stopped`: on time, whatever the date
 */
enum verdict verdict_decide(struct due due, struct instant ended_at, bool stopped);

/* What counting needs to know of a dossier that was accepted. */
struct dossier_moments {
    struct instant accepted_at;
    struct instant ended_at; /* meaningless unless ended */
    bool ended;
    bool online;          /* received through the portal; else at the counter or by post */
    bool overdue;         /* PENDING_OVERDUE at span.at; read only when it was open then */
    enum verdict verdict; /* frozen when it ended */
};

/* The row of statistics 3, for any group of dossiers. All zero: no dossier. */
struct indicator_row {
    int64_t carried_over;
    int64_t received_online;
    int64_t received_other;
    int64_t early; /* resolved */
    int64_t on_time;
    int64_t late;
    int64_t open_in_time;
    int64_t open_overdue;
};

static inline int64_t indicator_received(const struct indicator_row *row)
{
    return row->received_online + row->received_other;
}

static inline int64_t indicator_resolved(const struct indicator_row *row)
{
    return row->early + row->on_time + row->late;
}

static inline int64_t indicator_open(const struct indicator_row *row)
{
    return row->open_in_time + row->open_overdue;
}

/* True when the dossier is open at the end of the span: then `overdue` must be right. */
bool moments_open_at_end(const struct dossier_moments *moments, const struct span *span);

/*
 * Count one dossier into a row. Rule R-303.
 *
 * Returns ERR_OK; ERR_REPORT_UNBALANCED, with the row untouched, when its moments contradict each
 * other (ended before it was accepted, or without a verdict): the caller names the dossier. R-304.
 */
enum err indicator_row_count(struct indicator_row *row, const struct span *span,
                             const struct dossier_moments *moments);

/* Add one row to another, for totals. */
void indicator_row_add(struct indicator_row *total, const struct indicator_row *row);

/* carried over + received = resolved + open? Rule R-304. */
bool indicator_row_balances(const struct indicator_row *row);

/* A rate is shown with both its counts. */
struct rate {
    int64_t numerator;
    int64_t denominator;
};

enum { RATE_TEXT_SIZE = sizeof "-922337203685477,58%" };

/* (early + on time) / resolved. Rule R-305. */
struct rate indicator_rate(const struct indicator_row *row);
/* (early + on time) / (resolved + open overdue): leaving dossiers open does not help. R-305. */
struct rate indicator_rate_extended(const struct indicator_row *row);

/* The rate in hundredths of a percent, half up: 98.75 % is 9875. Returns false, and sets nothing,
 * when the denominator is 0: there is no rate then, neither 0 nor 100. Rule R-306. */
bool rate_value(struct rate rate, int64_t *out_hundredths);

/* Write "98,75%", or "–" when the denominator is 0. Rule R-306. */
void rate_text(struct rate rate, char out_text[RATE_TEXT_SIZE]);

/*
 * Share out `whole` in proportion to counts, so that the shares add up to it: whole parts first,
 * what is left to the largest remainders, among equal ones to the earlier. Rule R-307.
 *
 * counts      borrowed, `count` of them, each 0 .. 10^12
 * whole       e.g. 10000 for percents with two decimals, 0 .. 10^6
 * out_shares  `count` of them; all 0 when every count is
 */
void shares_make(const int64_t *counts, size_t count, int64_t whole, int64_t *out_shares);

#endif
