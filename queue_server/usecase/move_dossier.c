#include "usecase/move_dossier.h"

#include <stdio.h>
#include <string.h>

#include "store/account_rows.h"
#include "usecase/close_report.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_journal.h"
#include "usecase/dossier_paper.h"
#include "usecase/dossier_view.h"

/* ---- may he, and does he know what he changes --------------------------------------------------
 */

static enum err tell_conflict(struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    struct refusal_facts *facts = &work->command->facts;
    struct directory_account account;
    const bool found = account_rows_get(work->tx, record->changed_by, &account);

    snprintf(facts->changed_by, sizeof facts->changed_by, "%s",
             found ? account.name : record->changed_by);
    facts->changed_at = record->changed_at;
    dossier_view_write(work, &facts->current, false);
    return ERR_VERSION_CONFLICT;
}

/* Rule R-243: the version seen, or one's own change before, named by its key. */
static enum err check_version(struct dossier_work *work, const struct move_dossier *move)
{
    const struct dossier_record *record = &work->record;
    const bool mine = strcmp(record->changed_by, work->command->actor.code) == 0;

    if (!move->if_match && !move->after_key[0])
        return ERR_VERSION_REQUIRED;
    if (move->if_match && move->if_match == record->version)
        return ERR_OK;
    if (move->after_key[0] && mine && strcmp(move->after_key, record->changed_key) == 0)
        return ERR_OK;
    return tell_conflict(work);
}

/* The legal due date as it stands now: a calendar may have been amended since the last action. */
static enum err look_at_due(struct dossier_work *work)
{
    enum err err = ERR_OK;

    if (dossier_state_phase(work->record.dossier.state) == PHASE_OPEN)
        err = dossier_due_compute(work->tx, work->command->office, &work->record);
    work->facts.due = work->record.due;
    return err == ERR_CALENDAR_RANGE ? ERR_OK : err; /* then it stays as it was computed last */
}

static enum err load(struct dossier_work *work, const struct move_dossier *move)
{
    enum err err = dossier_work_load(work, move->dossier);

    if (err != ERR_OK)
        return err;
    if (dossier_grant(&work->record.dossier, move->action, &work->actor) == GRANT_NONE)
        return ERR_FORBIDDEN;
    err = check_version(work, move);
    return err == ERR_OK ? look_at_due(work) : err;
}

/* ---- what he wrote -----------------------------------------------------------------------------
 */

/* Kind of the note of an action that gives a reason or a remark; NULL for none. */
static const char *note_kind(enum dossier_action action)
{
    switch ((int)action) {
    case ACTION_DECLINE:
        return "decline";
    case ACTION_REQUEST_WITHDRAWAL:
        return "withdrawal";
    case ACTION_DENY_WITHDRAWAL:
        return "denial";
    case ACTION_STOP:
        return "stop";
    case ACTION_RESUME:
    case ACTION_RESUBMIT:
        return "supplied";
    default:
        return NULL;
    }
}

/* Write the note of the action; false for none. `items` keeps the JSON that the note borrows. */
static bool write_note(const struct dossier_work *work, const struct move_dossier *move,
                       struct text *items, struct dossier_note *out_note)
{
    const char *kind = note_kind(move->action);

    if (move->action == ACTION_REQUEST_SUPPLEMENT) {
        supplement_note(&move->supplement, &work->facts, items, out_note);
        return true;
    }
    if (move->action == ACTION_REFUSE) {
        refusal_note(&move->refusal, out_note);
        return true;
    }
    if (move_dossier_clock_note(move, items, out_note))
        return true;
    *out_note = (struct dossier_note){.items = NULL};
    snprintf(out_note->kind, sizeof out_note->kind, "%s", kind ? kind : "");
    snprintf(out_note->reason, sizeof out_note->reason, "%s",
             move->reason[0] ? move->reason : move->note);
    if (move->action == ACTION_REQUEST_WITHDRAWAL) {
        snprintf(out_note->code, sizeof out_note->code, "%s",
                 dossier_state_name(work->state_before));
        stop_note_keep(out_note, items, move->way < 0 ? "" : withdrawal_ways[move->way]);
    }
    if (move->action == ACTION_STOP)
        stop_note_keep(out_note, items, move->refund_reason);
    return kind && out_note->reason[0];
}

static void save(struct dossier_work *work, struct move_dossier *move)
{
    struct dossier_note note;
    struct text items;

    text_init(&items);
    struct dossier_note *written = write_note(work, move, &items, &note) ? &note : NULL;
    dossier_journal_save(work, written);
    move_dossier_save_parts(work, move);
    move_dossier_clock_save(work, move);
    move_dossier_agency_save(work);
    move_dossier_correction_save(work);
    dossier_paper_print(work, written);
    if (items.failed)
        sql_fail(work->tx, ERR_NO_MEMORY);
    text_release(&items);
}

/* A re-opening undoes an end, a corrected moment moves it, also in what was closed. Rules R-314,
 * */
static enum err revise_reports(struct dossier_work *work)
{
    const struct instant since =
        work->action == ACTION_REOPEN ? work->ended_before : work->corrected_since;

    return since.ms == 0 ? ERR_OK
                         : close_report_revise(work->tx, work->command, work->record.id, since);
}

/* ---- the path ----------------------------------------------------------------------------------
 */

static enum err act(struct dossier_work *work, struct move_dossier *move)
{
    enum err err = load(work, move);

    if (err == ERR_OK)
        err = move_dossier_facts(work, move);
    if (err == ERR_OK)
        err = dossier_work_decide(work, move->action);
    if (err == ERR_OK)
        err = move_dossier_apply(work, move);
    if (err != ERR_OK)
        return err;
    save(work, move);
    err = revise_reports(work);
    if (err != ERR_OK)
        return err;
    move->version = work->record.version;
    dossier_view_write(work, &move->body, false);
    return move->body.failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err move_dossier_run(struct store_tx *tx, struct command *command)
{
    struct move_dossier *move = container_of(command, struct move_dossier, command);
    struct dossier_work *work = dossier_work_new(tx, command);

    if (!work)
        return ERR_NO_MEMORY;
    const enum err err = act(work, move);
    if (err != ERR_OK)
        text_release(&move->body);
    dossier_work_free(work);
    return err;
}
