#include "usecase/dossier_work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/scan_rows.h"
#include "usecase/dossier_check.h"

static void find_actor(struct dossier_work *work)
{
    const struct actor *actor = &work->command->actor;
    struct officer *officer = &work->actor.officer;

    snprintf(officer->account, sizeof officer->account, "%s", actor->code);
    snprintf(officer->unit, sizeof officer->unit, "%s", actor->unit);
    work->actor.roles = actor->roles;
}

struct dossier_work *dossier_work_new(struct store_tx *tx, struct command *command)
{
    struct dossier_work *work = malloc(sizeof *work);

    if (!work)
        return NULL;
    memset(work, 0, offsetof(struct dossier_work, documents));
    work->command = command;
    work->tx = tx;
    find_actor(work);
    work->facts.now = instant_floor(command->now);
    work->facts.policy = command->catalogue->dossier_policy;
    return work;
}

void dossier_work_free(struct dossier_work *work)
{
    if (!work)
        return;
    if (work->procedure.row)
        procedure_release(&work->procedure);
    free(work);
}

/* Which papers have a scan. */
static void note_scan(const struct scan_record *scan, void *data)
{
    struct dossier_work *work = data;

    if (!scan->removed_by[0] && scan->paper > 0 && scan->paper <= work->document_count)
        work->documents[scan->paper - 1].scanned = true;
}

enum err dossier_work_load(struct dossier_work *work, int64_t id)
{
    struct dossier_record *record = &work->record;

    if (!dossier_rows_get(work->tx, id, record))
        return sql_outcome(work->tx) == ERR_OK ? ERR_NOT_FOUND : sql_outcome(work->tx);
    dossier_people_get(work->tx, id, work->people);
    work->document_count = dossier_documents_get(work->tx, id, work->documents, DOSSIER_PAPERS_MAX);
    scan_rows_each(work->tx, id, note_scan, work);
    work->fee_count = dossier_fees_get(work->tx, id, work->fees, DOSSIER_FEES_MAX);
    work->agency_step_count = dossier_agency_steps_get(work->tx, id, work->agency_steps);
    work->facts.due = record->due;
    const enum err err = procedure_load_version(work->tx, work->command->office, record->procedure,
                                                record->procedure_version, &work->procedure);
    return err == ERR_UNKNOWN_PROCEDURE ? ERR_STORE : err;
}

bool dossier_work_may_read(struct dossier_work *work)
{
    const bool acted = dossier_rows_acted(work->tx, work->actor.officer.account, work->record.id);

    return dossier_may_read(&work->record.dossier, &work->actor, acted);
}

enum err dossier_work_open(struct store_tx *tx, struct command *command, int64_t id,
                           struct dossier_work **out_work)
{
    struct dossier_work *work = dossier_work_new(tx, command);
    enum err err = work ? dossier_work_load(work, id) : ERR_NO_MEMORY;

    if (err == ERR_OK && !dossier_work_may_read(work))
        err = ERR_NOT_FOUND;
    if (err == ERR_OK)
        *out_work = work;
    else
        dossier_work_free(work);
    return err;
}

enum err dossier_work_look(struct store_tx *tx, struct command *command, int64_t id)
{
    struct dossier_work *work = NULL;
    const enum err err = dossier_work_open(tx, command, id, &work);

    dossier_work_free(work);
    return err;
}

void dossier_work_reason(struct dossier_work *work, enum dossier_action action, bool given)
{
    const bool acting = dossier_grant(&work->record.dossier, action, &work->actor) == GRANT_ACTING;

    work->facts.reason_given = given && (!acting || work->command->acting_reason[0] != '\0');
}

void dossier_work_refund(struct dossier_work *work)
{
    for (int i = 0; i < work->fee_count; i++) {
        struct dossier_fee *fee = &work->fees[i];

        if (!fee->method[0])
            continue;
        fee->refund = true;
        memcpy(fee->refund_granted_by, work->command->actor.code, sizeof fee->refund_granted_by);
    }
}

/* Names of the actions that the state allows whoever may do them. */
static void tell_allowed(struct dossier_work *work, enum dossier_action action)
{
    struct refusal_facts *facts = &work->command->facts;
    const enum dossier_state state = work->record.dossier.state;

    snprintf(facts->state, sizeof facts->state, "%s", dossier_state_name(state));
    snprintf(facts->action, sizeof facts->action, "%s", dossier_action_name(action));
    for (int i = 0; i < DOSSIER_ACTION_COUNT; i++)
        if (dossier_rule_find((enum dossier_action)i, state))
            text_printf(&facts->allowed, "%s\n", dossier_action_name((enum dossier_action)i));
}

static void tell_facts(struct dossier_work *work, enum dossier_action action, enum err err)
{
    struct refusal_facts *facts = &work->command->facts;

    if (err == ERR_STATE_FORBIDS)
        tell_allowed(work, action);
    if (err == ERR_DOCUMENTS_MISSING)
        dossier_check_complete(work, &facts->missing);
    if (err == ERR_SCANS_MISSING)
        dossier_check_scans(work, &facts->missing);
    if (err == ERR_FEE_UNPAID)
        dossier_check_settled(work, action == ACTION_RETURN_RESULT, &facts->missing);
    if (err == ERR_AFTER_DUE)
        facts->due_at = work->facts.due.at;
    if (err == ERR_SUPPLEMENT_DATE_OPEN)
        facts->due_at = instant_on_date(work->record.dossier.supplement_until, 86399);
}

enum err dossier_work_decide(struct dossier_work *work, enum dossier_action action)
{
    struct dossier *dossier = &work->record.dossier;
    const enum err err = dossier_decide(dossier, action, &work->actor, &work->facts, &work->change);

    tell_facts(work, action, err);
    if (err != ERR_OK)
        return err;
    work->action = action;
    work->state_before = dossier->state;
    memcpy(work->unit_before, dossier->responsible.unit, sizeof work->unit_before);
    work->handover_before = dossier->handover;
    work->accepted_before = dossier->accepted_at;
    work->ended_before = dossier->ended_at;
    work->verdict_before = work->record.verdict;
    *dossier = work->change.after;
    return ERR_OK;
}
