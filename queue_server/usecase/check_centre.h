/*
 * A centre's data is checked from end to end: what the log says is the truth, and everything else
 * is recomputed from it. Any thread that holds a look or a reader's transaction; blocking.
 *
 *   1. the log: numbers 1, 2, 3 ... without a gap, time never backwards, every hash that of its row
 *      chained to the row before
 *   2. the tickets: each row in the state and service that its last event tells
 *   3. the figures of each day: equal to a recount of the tickets as the log knows them
 *   4. number series: no number given that the series has not reached, none twice
 *   5. the dossiers, their figures and codes: check_dossiers.h
 *   6. the ratings: check_ratings.h
 *   7. the closed reports: check_closed_reports.h
 *   8. the rows of scans: check_scans.h, which also checks their files
 *   9. the reminders: check_reminders.h
 *  10. the receipts: check_receipts.h
 *  11. the register of petitions: check_petitions.h
 *  12. the closings of cashiers: check_cash.h
 *  13. the register of people: check_people.h
 *  14. mappings of columns: check_mappings.h
 *  15. the scans from the scanner: check_inbox.h
 */
#ifndef USECASE_CHECK_CENTRE_H
#define USECASE_CHECK_CENTRE_H

#include "store/statement.h"

struct check_result {
    int64_t events;  /* rows of the log */
    int64_t tickets; /* that the log knows */
    int64_t dossiers;
    int64_t figures;        /* rows of day figures compared */
    int64_t series;         /* series compared */
    int64_t ratings;        /* compared */
    int64_t closed_reports; /* versions compared */
    int64_t scans;          /* rows compared with the log */
    int64_t inbox;          /* scans from the scanner compared */
    int64_t reminders;      /* likewise */
    int64_t receipts;       /* of fees */
    int64_t cash_closings;  /* of cashiers */
    int64_t petitions;      /* entered */
    int64_t people;         /* records of the register */
    int64_t mappings;       /* of columns */
    int64_t faults;
};

/*
 * fault   called with one sentence for each fault found, FAULTS_TOLD_MAX at most
 * out     filled in any case
 *
 * Returns ERR_OK when the check could be made, however many faults it found; ERR_NO_MEMORY,
 * ERR_STORE.
 */
enum { FAULTS_TOLD_MAX = 100 };
enum err check_centre(struct store_tx *tx, void (*fault)(const char *sentence, void *data),
                      void *data, struct check_result *out);

#endif
