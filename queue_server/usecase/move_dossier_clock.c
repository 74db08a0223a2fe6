/* What moves the clock of a dossier: payment, suspension, apology, extension, re-opening. */
#include <stdio.h>
#include <string.h>

#include "domain/deadline_policy.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"
#include "usecase/move_dossier.h"

const char *const dossier_suspension_bases[] = {
    "court", "authority_opinion", "dispute", "inspection", "force_majeure", "other_law", NULL};

/* ---- facts ----------------------------------------------------------------------------------- */

/* What is owed becomes a fee line that must be settled to go on. Rule R-871. */
static void owe(struct dossier_work *work, struct move_dossier *move)
{
    struct dossier_fee *fee = &work->fees[work->fee_count];

    dossier_check_text(work->command, "/line", move->line, sizeof move->line);
    dossier_check_text(work->command, "/note", move->note, sizeof move->note);
    work->facts.notice_given = move->notice[0] && move->line[0] && move->amount > 0;
    if (work->fee_count == DOSSIER_FEES_MAX) {
        command_fault(work->command, "/line", ERR_LIMIT_REACHED);
        return;
    }
    *fee = (struct dossier_fee){.amount = move->amount, .settled_at = instant_none()};
    memcpy(fee->line, move->line, sizeof fee->line);
    work->fee_count++;
}

/* The pinned limit with the procedure's extension. Rule R-872. */
static bool extended_limit(const struct dossier_work *work, struct time_limit *out_limit)
{
    const struct dossier_record *record = &work->record;
    struct time_limit limit;

    return work->procedure.has_extension &&
           time_limit_parse(record->limit_text, strlen(record->limit_text), &limit) == ERR_OK &&
           time_limit_extend(&limit, &work->procedure.extension, out_limit) == ERR_OK;
}

void move_dossier_clock_facts(struct dossier_work *work, struct move_dossier *move)
{
    struct time_limit limit;

    switch ((int)move->action) {
    case ACTION_REQUEST_PAYMENT:
        owe(work, move);
        break;
    case ACTION_SUSPEND:
        work->facts.basis_given = move->basis >= 0;
        break;
    case ACTION_APOLOGISE:
        work->facts.new_time = instant_floor(move->new_time);
        work->facts.new_time_in_calendar =
            dossier_due_covers(work->tx, work->command->office, move->new_time);
        break;
    case ACTION_EXTEND:
        work->facts.extension_known = extended_limit(work, &limit);
        break;
    default:
        break;
    }
}

/* ---- what changes ---------------------------------------------------------------------------- */

/* The cut-off of the same day stays, since the extension is counted from the same receipt. */
static void keep_extension(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const struct time_limit same_day = {.unit = LIMIT_SAME_DAY};
    struct deadline_policy policy = {.cutoff = CUTOFF_DEFAULT};
    struct time_limit limit;
    int32_t cutoff;

    if (!extended_limit(work, &limit))
        return; /* the guard held, so this cannot be */
    if (record->cutoff_s >= 0)
        policy = (struct deadline_policy){.cutoff = CUTOFF_AT, .cutoff_second = record->cutoff_s};
    record->extended_at = work->facts.now;
    record->extended_cutoff_s = record->cutoff_s;
    if (record->dossier.same_day && deadline_policy_cutoff(&policy, &same_day, &cutoff))
        record->extended_cutoff_s = cutoff;
    time_limit_format(&limit, record->extended_limit);
}

static void keep_apology(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;

    record->apologised_at = work->facts.now;
    record->new_time = work->facts.new_time;
    memcpy(record->apologised_by, work->command->actor.code, sizeof record->apologised_by);
}

/* As if it had never ended; the number of the void result stays used. Rule R-875. */
static void forget_end(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;

    dossier_rows_void_number(work->tx, record->id, record->field, record->number_year,
                             record->number);
    record->verdict = VERDICT_NONE;
    record->outcome[0] = record->decision[0] = record->decision_title[0] = '\0';
    record->decision_file[0] = record->number[0] = '\0';
    record->number_year = 0;
    record->signed_at = instant_none();
}

void move_dossier_clock_apply(struct dossier_work *work, const struct move_dossier *move)
{
    if (move->action == ACTION_EXTEND)
        keep_extension(work);
    if (move->action == ACTION_APOLOGISE)
        keep_apology(work);
    if (move->action == ACTION_REOPEN)
        forget_end(work);
}

void move_dossier_clock_save(struct dossier_work *work, const struct move_dossier *move)
{
    const int last = work->fee_count - 1;

    if (move->action == ACTION_REQUEST_PAYMENT)
        dossier_fee_put(work->tx, work->record.id, last + 1, &work->fees[last]);
}

/* ---- what was written ------------------------------------------------------------------------ */

bool move_dossier_clock_note(const struct move_dossier *move, struct text *items,
                             struct dossier_note *out_note)
{
    static const struct {
        enum dossier_action action;
        const char *kind;
    } kinds[] = {{ACTION_REASSIGN, "reassignment"},     {ACTION_REQUEST_PAYMENT, "payment"},
                 {ACTION_SUSPEND, "suspension"},        {ACTION_APOLOGISE, "apology"},
                 {ACTION_EXTEND, "extension"},          {ACTION_FORWARD, "forwarding"},
                 {ACTION_ASK_CORRECTION, "correction"}, {ACTION_CORRECT, "approval"},
                 {ACTION_STEP_RESULT, "step_result"},   {ACTION_REOPEN, "reopening"}};

    *out_note = (struct dossier_note){.items = NULL};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].action == move->action)
            snprintf(out_note->kind, sizeof out_note->kind, "%s", kinds[i].kind);
    snprintf(out_note->reason, sizeof out_note->reason, "%s",
             move->reason[0] ? move->reason : move->note);
    if (move->action == ACTION_STEP_RESULT)
        snprintf(out_note->code, sizeof out_note->code, "%d", move->agency_step);
    if (move->action == ACTION_SUSPEND)
        snprintf(out_note->code, sizeof out_note->code, "%s",
                 dossier_suspension_bases[move->basis]);
    if (move->action == ACTION_REQUEST_PAYMENT) {
        json_open_array(items, NULL);
        json_put_string(items, NULL, move->notice);
        json_close_array(items);
        out_note->items = items->data;
    }
    return out_note->kind[0] != '\0';
}
