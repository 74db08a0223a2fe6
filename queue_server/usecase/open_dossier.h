/*
 * A dossier is received (tiếp nhận hồ sơ): accepted, recorded as arrived, sent back for more
 * papers, or refused.
 *
 * The same steps make a dry run, which runs on a reader: everything is looked at and decided, no
 * number is taken, nothing is written. Rules ..R-226.
 */
#ifndef USECASE_OPEN_DOSSIER_H
#define USECASE_OPEN_DOSSIER_H

#include "usecase/dossier_work.h"

enum {
    INTAKE_DOCUMENTS_MAX = 100,
    INTAKE_FEES_MAX = 50,
    ITEMS_MAX = 50,
    ITEM_SIZE = 1001,
    BASIS_SIZE = 601
};

/* What must be supplied, and by when. */
struct supplement_request {
    char items[ITEMS_MAX][ITEM_SIZE];
    char bases[ITEMS_MAX][BASIS_SIZE]; /* legal basis of each item; "": none given */
    int item_count;
    char reason[NOTE_REASON_SIZE];
    struct date until; /* day 0: by the centre's policy */
    char override_reason[NOTE_REASON_SIZE];
};

struct refusal_request {
    int code; /* index of dossier_refusal_codes */
    char reason[NOTE_REASON_SIZE];
    bool refund; /* what was paid is to be given back */
};

enum { REFUSAL_REASON_LEAST = 20 /* characters */ };

/* Codes of the reasons of a refusal (domain 3.4), ended by NULL. */
extern const char *const dossier_refusal_codes[];

struct open_dossier {
    struct command command;

    /* Input, as the API read it. */
    char procedure[DOSSIER_PROCEDURE_SIZE];
    enum dossier_action intake;               /* ACCEPT, ARRIVE, REQUEST_SUPPLEMENT or REFUSE */
    struct dossier_person people[PART_COUNT]; /* applicant, representative where `there` */
    struct dossier_document documents[INTAKE_DOCUMENTS_MAX];
    int document_count;
    struct dossier_fee fees[INTAKE_FEES_MAX];
    int fee_count;
    enum channel channel;
    char external_code[DOSSIER_ANY_CODE_SIZE];
    char delivery[DOSSIER_WORD_SIZE];
    int64_t ticket; /* 0: none */
    struct supplement_request supplement;
    struct refusal_request refusal;
    struct instant arrived_at;             /* of an import: when it arrived outside; 0 ms: now */
    char receiving_agency[AGENCY_ID_SIZE]; /* of an import: where it was received; "": here */
    char competent_agency[AGENCY_ID_SIZE]; /* that decides it; "": this centre */
    bool imported;                         /* from a file: nobody here has seen the applicant */
    bool dry_run;
    bool preview; /* a dry run whose answer is the job that would print the paper */

    /* Output: JSON of the dossier, of the dry run, or of the print job; owned by the caller, after
     * a failure too. */
    struct text body;
    int64_t version;
};

/*
 * Writer thread; a reader for a dry run.
 *
 * Returns ERR_OK; ERR_UNKNOWN_PROCEDURE; ERR_FIELDS (people, codes: each fault at its pointer);
 * ERR_DUPLICATE_CODE; and the refusals of dossier_decide() for the intake.
 */
enum err open_dossier_run(struct store_tx *tx, struct command *command);

/*
 * Record one dossier of an import as arrived, or with `check_only` find out whether that would go.
 *
 * Writer thread; a reader to check. Returns what open_dossier_run() does; a fault that is one of a
 * field stands in the command, with its pointer in the dossier. Rule R-505.
 */
enum err open_dossier_arrive(struct store_tx *tx, struct open_dossier *open, bool check_only);

/* ---- shared with move_dossier ---------------------------------------------------------------- */

/* Write the note of a request for papers or of a refusal; `items` keeps the JSON that it borrows.
 */
void supplement_note(const struct supplement_request *request, const struct dossier_facts *facts,
                     struct text *items, struct dossier_note *out_note);
void refusal_note(const struct refusal_request *request, struct dossier_note *out_note);
/* True when a reason of at least 20 characters is there. Rule R-226. */
bool refusal_reason_given(const struct refusal_request *request);

#endif
