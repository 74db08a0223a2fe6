/*
 * A dossier being worked on: what was loaded, who asks, what is known, what was decided.
 *
 * Made by a use case on the writer (or, for a dry run, on a reader), filled step by step, saved by
 * dossier_journal.h. Large: on the heap only.
 */
#ifndef USECASE_DOSSIER_WORK_H
#define USECASE_DOSSIER_WORK_H

#include "store/dossier_agency_rows.h"
#include "store/dossier_correction_rows.h"
#include "store/dossier_parts.h"
#include "usecase/command.h"
#include "usecase/procedure.h"

struct dossier_work {
    struct command *command;
    struct store_tx *tx;
    struct dossier_actor actor;   /* who asks, as the rules see him */
    struct dossier_record record; /* as it was; after dossier_work_decide() as it is */
    struct dossier_person people[PART_COUNT];
    int document_count, fee_count, agency_step_count;
    int agency_first, agency_count;       /* of them: those that the action began or ended */
    struct dossier_correction correction; /* asked for, or approved now */
    struct instant corrected_since; /* approved of a moment: the earlier of both; 0 ms: of none */
    struct procedure procedure;     /* pinned; row NULL: not loaded */
    struct dossier_facts facts;
    struct instant arrived_at; /* of an import: when it arrived outside; 0 ms: now */
    enum dossier_action action;
    enum dossier_state state_before;
    char unit_before[OFFICER_UNIT_SIZE];
    struct handover handover_before;
    struct instant accepted_before;
    struct instant ended_before; /* 0 ms: it had not ended */
    enum verdict verdict_before;
    struct dossier_change change;
    bool preview; /* only to be looked at: no number is taken */

    /* Room that is not cleared beforehand, for it is large: as many are set as are counted above.
     */
    struct dossier_document documents[DOSSIER_PAPERS_MAX];
    struct dossier_fee fees[DOSSIER_FEES_MAX];
    struct dossier_agency_step agency_steps[AGENCY_STEPS_MAX];
};

/* NULL without memory. The actor is the command's. */
struct dossier_work *dossier_work_new(struct store_tx *tx, struct command *command);
void dossier_work_free(struct dossier_work *work);

/*
 * Load dossier `id` with everything that belongs to it and its procedure.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY, ERR_STORE.
 */
enum err dossier_work_load(struct dossier_work *work, int64_t id);

/*
 * The same in one step, for who may read it.
 *
 * out_work  set on success: the caller frees it
 *
 * Returns ERR_OK; ERR_NOT_FOUND also for a dossier that he may not read; ERR_NO_MEMORY,
 * ERR_STORE.
 */
enum err dossier_work_open(struct store_tx *tx, struct command *command, int64_t id,
                           struct dossier_work **out_work);
/* Only whether he may read it; the same errors. */
enum err dossier_work_look(struct store_tx *tx, struct command *command, int64_t id);

/* Can this reader see it? */
bool dossier_work_may_read(struct dossier_work *work);

/*
 * Whose reason counts: `given` tells whether the action's own reason, where it needs one, is there;
 * who acts for another must say why as well.
 */
void dossier_work_reason(struct dossier_work *work, enum dossier_action action, bool given);

/* What was paid is to be given back, by somebody else than who asks now. Rule R-430. */
void dossier_work_refund(struct dossier_work *work);

/*
 * Decide the action by the table and bring its result into the record: state, responsibility,
 * pauses, moments. Facts must be filled.
 *
 * Returns ERR_OK or the refusal, with its facts in the command (state, action and allowed actions;
 * what is missing; the due date).
 */
enum err dossier_work_decide(struct dossier_work *work, enum dossier_action action);

#endif
