/*
 * Papers that the office already holds of a person need not be brought again ("submit once"): the
 * scan of a paper, or of a result, of another of his dossiers stands for a paper of this one.
 *
 * The bytes are kept once; the new scan says whose it is. Source: domain 4.8, Nghị quyết
 * 66.7/2025/NQ-CP; rules R-433..R-435.
 */
#ifndef USECASE_REUSE_SCAN_H
#define USECASE_REUSE_SCAN_H

#include "store/scan_rows.h"
#include "usecase/command.h"

/* What is held of the applicant of a dossier elsewhere. Reader thread. */
struct read_held {
    struct command command;
    int64_t dossier;
    struct text items; /* JSON parted by commas; owned by the caller, after a failure too */
};

/* ERR_OK; ERR_NOT_FOUND also for a dossier that he may not read; ERR_NO_MEMORY, ERR_STORE.
 */
enum err read_held_run(struct store_tx *tx, struct command *command);

/* Writer thread. */
struct reuse_scan {
    struct command command;

    /* Input. */
    int64_t dossier;
    int paper;                       /* position in its list, from 1 */
    int64_t from_dossier, from_scan; /* one of those held */

    /* Output. */
    struct scan_record record;
};

/*
 * ERR_OK; ERR_NOT_FOUND (dossier; also one that he may not read), ERR_FORBIDDEN, ERR_STATE_FORBIDS,
 * ERR_UNKNOWN_PAPER, ERR_NOT_HELD (no such scan is held of this person, or he may not read where it
 * stands), ERR_LIMIT_REACHED, ERR_NO_MEMORY, ERR_STORE.
 */
enum err reuse_scan_run(struct store_tx *tx, struct command *command);

#endif
