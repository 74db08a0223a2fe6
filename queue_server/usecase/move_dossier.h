/*
 * An action on a dossier, by the table of dossier states: one path for all of them.
 *
 * Writer thread. In this order: is it there, may he, is the version the one he saw, does the state
 * allow it, do the guards hold; then the change, the book of steps, the event and the paper, in one
 * transaction. Rules R-205..R-216, R-220..R-245, R-870..R-875.
 */
#ifndef USECASE_MOVE_DOSSIER_H
#define USECASE_MOVE_DOSSIER_H

#include "domain/dossier_moment.h"
#include "usecase/open_dossier.h"
#include "usecase/stop_notes.h"

enum { SCANS_MAX = DOSSIER_PAPERS_MAX };

struct scan_in {
    int document; /* its place in the list, from 1 */
    char file[DOSSIER_FILE_SIZE];
    char exception[PAPER_EXCEPTION_SIZE];
};

struct settlement_in {
    char line[DOSSIER_FIELD_SIZE];
    char method[FEE_METHOD_SIZE];
    char reference[FEE_REFERENCE_SIZE];
};

/* Codes of the legal bases of a suspension, ended by NULL. */
extern const char *const dossier_suspension_bases[];

struct move_dossier {
    struct command command;

    /* Input. */
    int64_t dossier;
    enum dossier_action action;
    int64_t if_match;                 /* version that he saw, 0: none */
    char after_key[DOSSIER_KEY_SIZE]; /* key of the change before, "" for none */
    char reason[NOTE_REASON_SIZE];    /* decline, reassign, suspend, stop ... */
    char note[DOSSIER_NOTE_SIZE];     /* hand_over, resume, resubmit, request_payment */
    char unit[OFFICER_UNIT_SIZE];     /* hand_over */
    char account[ACCOUNT_CODE_SIZE];  /* hand_over, reassign */
    struct scan_in scans[SCANS_MAX];  /* hand_over */
    int scan_count;
    bool documents_given, fees_given; /* accept: they replace what is there */
    struct dossier_document documents[INTAKE_DOCUMENTS_MAX]; /* accept, resume, resubmit */
    int document_count;
    struct dossier_fee fees[INTAKE_FEES_MAX]; /* accept */
    int fee_count;
    struct supplement_request supplement;
    struct refusal_request refusal;
    char outcome[DOSSIER_WORD_SIZE]; /* sign */
    char title[DOSSIER_NAME_SIZE];
    char file[DOSSIER_FILE_SIZE];
    char number[DOSSIER_NUMBER_SIZE];                  /* sign, issue_result */
    struct dossier_person receiver;                    /* return_result */
    struct settlement_in settlements[INTAKE_FEES_MAX]; /* return_result, resume */
    int settlement_count;
    bool refund;                            /* stop, refuse */
    char refund_reason[REFUND_REASON_SIZE]; /* stop: why fees are given back, or are not */
    int way; /* request_withdrawal: index of withdrawal_ways, below 0: not said */
    char notice[DOSSIER_FILE_SIZE]; /* request_payment */
    char line[DOSSIER_FIELD_SIZE];  /* ... what is owed, with its amount */
    int64_t amount;
    char field[CORRECTION_FIELD_SIZE]; /* ask_correction */
    char value[PERSON_CONTENT_SIZE];
    int64_t correction;                /* correct: its id */
    int agency_rows[AGENCY_STEPS_MAX]; /* forward: rows of the procedure's list */
    int agency_row_count;
    int agency_step;         /* step_result */
    int basis;               /* suspend: index of dossier_suspension_bases, below 0: none */
    struct instant new_time; /* apologise */

    /* Output: the dossier as it is now, as JSON; owned by the caller, after a failure too. */
    struct text body;
    int64_t version;
};

/*
 * Returns ERR_OK; ERR_NOT_FOUND; ERR_FORBIDDEN; ERR_VERSION_CONFLICT (with who changed it, when,
 * and the dossier as it is now); ERR_STATE_FORBIDS; ERR_FIELDS (values that cannot be); or the
 * refusal of a guard.
 */
enum err move_dossier_run(struct store_tx *tx, struct command *command);

/* ---- private to move_dossier*.c -------------------------------------------------------------- */

/* Bring the input into the work and find out what the guards of the action need. ERR_OK,
 * ERR_FIELDS, or an error of the store. */
enum err move_dossier_facts(struct dossier_work *work, struct move_dossier *move);
/* After the decision: what the action changes beside the rule's part. Errors of due dates. */
enum err move_dossier_apply(struct dossier_work *work, struct move_dossier *move);
/* Save people, papers and fees that the action changed, after the journal. */
void move_dossier_save_parts(struct dossier_work *work, const struct move_dossier *move);

/* The same three for what moves the clock (move_dossier_clock.c): payment, suspension, apology,
 * extension, re-opening. */
void move_dossier_clock_facts(struct dossier_work *work, struct move_dossier *move);
void move_dossier_clock_apply(struct dossier_work *work, const struct move_dossier *move);
void move_dossier_clock_save(struct dossier_work *work, const struct move_dossier *move);
/* The same three for steps at other agencies (move_dossier_agency.c). */
enum err move_dossier_agency_facts(struct dossier_work *work, struct move_dossier *move);
void move_dossier_agency_apply(struct dossier_work *work, const struct move_dossier *move);
void move_dossier_agency_save(struct dossier_work *work);

/*
 * Corrections of moments (move_dossier_moment.c). `put` finds out whether the new value may stand
 * there and writes both values as instants; false: there is no such moment, or nothing changes.
 */
bool move_dossier_moment_put(struct dossier_work *work, const struct dossier_moment *moment,
                             struct dossier_correction *correction);
enum err move_dossier_moment_apply(struct dossier_work *work);
void move_dossier_moment_save(struct dossier_work *work, const struct dossier_moment *moment);

/* Corrections (move_dossier_correction.c): what the guards need, and the rows. */
enum err move_dossier_correction_facts(struct dossier_work *work, struct move_dossier *move);
void move_dossier_correction_save(struct dossier_work *work);

/* Write the note of such an action; false when it has none. `items` keeps the JSON it borrows. */
bool move_dossier_clock_note(const struct move_dossier *move, struct text *items,
                             struct dossier_note *out_note);

#endif
