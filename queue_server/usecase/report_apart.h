/*
 * What is counted beside the on-time report: answers owed to what came from outside, refusals at
 * intake, supplements asked before acceptance, results nobody fetched, corrections, re-openings.
 * Reader thread. Source: statistics 6; rules.
 */
#ifndef USECASE_REPORT_APART_H
#define USECASE_REPORT_APART_H

#include "domain/period.h"
#include "store/apart_rows.h"
#include "store/dossier_rows.h"
#include "usecase/command.h"

enum { APART_REASONS_MAX = 32, APART_COLLECT_DAYS = 5 /* working days, statistics 6 */ };

struct apart_reason {
    char code[DOSSIER_WORD_SIZE]; /* of dossier_refusal_codes */
    int64_t amount;
};

struct report_apart {
    struct command command;

    /* Input. */
    struct period period;

    /* Output, valid when the outcome is ERR_OK. What is owed and uncollected stands so at
     * `span.at`, everything else happened in the period. */
    struct span span;
    struct apart_answers owed, answered;
    struct apart_reason reasons[APART_REASONS_MAX]; /* in order of the code */
    int reason_count;
    int64_t refused; /* of all reasons */
    int64_t supplements, uncollected, corrections, reopenings;
    struct apart_boundary boundary;
    struct apart_procedures procedures; /* in force at `span.at` */
};

/* ERR_OK, ERR_NO_MEMORY, ERR_STORE. */
enum err report_apart_run(struct store_tx *tx, struct command *command);

#endif
