#include "usecase/dossier_journal.h"

#include <stdio.h>
#include <string.h>

#include "store/account_rows.h"
#include "store/counter_rows.h"
#include "store/event_log.h"
#include "usecase/answer_clock.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_words.h"
#include "usecase/ticket_view.h"

static const char *const kinds[DOSSIER_ACTION_COUNT] = {
    [ACTION_ARRIVE] = "dossier_arrived",
    [ACTION_ACCEPT] = "dossier_accepted",
    [ACTION_REQUEST_SUPPLEMENT] = "dossier_supplement_requested",
    [ACTION_RESUBMIT] = "dossier_resubmitted",
    [ACTION_REFUSE] = "dossier_refused",
    [ACTION_BEGIN] = "dossier_begun",
    [ACTION_HAND_OVER] = "dossier_handed_over",
    [ACTION_CONFIRM] = "dossier_confirmed",
    [ACTION_DECLINE] = "dossier_declined",
    [ACTION_RECALL] = "dossier_recalled",
    [ACTION_REASSIGN] = "dossier_reassigned",
    [ACTION_REQUEST_PAYMENT] = "dossier_payment_requested",
    [ACTION_SUSPEND] = "dossier_suspended",
    [ACTION_APOLOGISE] = "dossier_reappointed",
    [ACTION_EXTEND] = "dossier_extended",
    [ACTION_FORWARD] = "dossier_forwarded",
    [ACTION_STEP_RESULT] = "dossier_step_ended",
    [ACTION_RESUME] = "dossier_resumed",
    [ACTION_SIGN] = "dossier_signed",
    [ACTION_ISSUE_RESULT] = "dossier_result_issued",
    [ACTION_RETURN_RESULT] = "dossier_result_returned",
    [ACTION_REQUEST_WITHDRAWAL] = "dossier_withdrawal_requested",
    [ACTION_DENY_WITHDRAWAL] = "dossier_withdrawal_denied",
    [ACTION_STOP] = "dossier_stopped",
    [ACTION_REOPEN] = "dossier_reopened",
    [ACTION_ASK_CORRECTION] = "dossier_correction_asked",
    [ACTION_CORRECT] = "dossier_corrected",
};

/* ---- the event ------------------------------------------------------------------------------- */

/* SHA-256 of the dossier's salt and the text, so that an erased value cannot be guessed. R-241 */
void dossier_journal_digest(struct text *data, const char *key, const struct dossier_record *record,
                            const struct text *sealed)
{
    uint8_t bytes[DIGEST_SIZE];
    struct text all;

    text_init(&all);
    text_add_bytes(&all, (const char *)record->salt, sizeof record->salt);
    text_add_bytes(&all, sealed->data ? sealed->data : "", sealed->length);
    if (all.failed || sealed->failed)
        data->failed = true;
    else
        digest(all.data, all.length, bytes);
    if (!data->failed)
        json_put_hex(data, key, bytes, sizeof bytes);
    text_release(&all);
}

static void put_people_digest(struct text *data, const struct dossier_work *work)
{
    struct text sealed;

    text_init(&sealed);
    for (int part = 0; part < PART_COUNT; part++) {
        const struct dossier_person *person = &work->people[part];

        text_printf(&sealed, "%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f%s\x1f", person->full_name,
                    person->personal_id, person->tax_code, person->birth_date, person->address,
                    person->phone, person->email);
    }
    dossier_journal_digest(data, "people_digest", &work->record, &sealed);
    text_release(&sealed);
}

static void put_note(struct text *data, const struct dossier_work *work,
                     const struct dossier_note *note)
{
    struct text sealed;

    text_init(&sealed);
    text_printf(&sealed, "%s\x1f%s", note->reason, note->items ? note->items : "");
    if (note->code[0])
        json_put_string(data, "reason_code", note->code);
    dossier_journal_digest(data, "note_digest", &work->record, &sealed);
    text_release(&sealed);
}

void dossier_journal_view(struct text *data, const struct dossier_record *record)
{
    const struct dossier *dossier = &record->dossier;
    const bool has_due = record->due.kind != DUE_NONE && !record->paused;
    char id[TICKET_ID_SIZE];

    opaque_id('d', record->id, id);
    json_open_object(data, "dossier");
    json_put_string(data, "id", id);
    json_put_string_or_null(data, "code", record->code);
    json_put_string_or_null(data, "external_code", record->external_code);
    json_put_string(data, "procedure", record->procedure);
    json_put_int(data, "procedure_version", record->procedure_version);
    json_put_string(data, "field", record->field);
    json_put_string(data, "state", dossier_state_name(dossier->state));
    json_put_int(data, "national_status", dossier_state_national(dossier->state));
    json_put_string_or_null(data, "outcome", record->outcome);
    json_put_string(data, "channel", dossier_channel_name(dossier->channel));
    if (record->elsewhere)
        json_put_bool(data, "decided_elsewhere", true);
    json_put_string_or_null(data, "unit", dossier->responsible.unit);
    json_put_string_or_null(data, "officer", dossier->responsible.account);
    json_put_string_or_null(data, "receiver_unit", dossier->handover.receiver.unit);
    json_put_string_or_null(data, "receiver", dossier->handover.receiver.account);
    json_put_instant_or_null(data, "accepted_at", dossier_known(dossier->accepted_at));
    json_put_instant_or_null(data, "promised_at", record->promised_at);
    json_put_instant_or_null(data, "legal_due_at", has_due ? record->due.at : instant_none());
    json_put_instant_or_null(data, "ended_at", dossier_known(dossier->ended_at));
    json_put_string(data, "verdict", verdict_name(record->verdict));
    json_put_instant_or_null(data, "returned_at", dossier_known(dossier->returned_at));
    json_put_int(data, "version", record->version);
    json_close_object(data);
}

/* The steps at other agencies that began or ended. */
static void put_agency_steps(struct text *data, const struct dossier_work *work)
{
    if (!work->agency_count)
        return;
    json_open_array(data, "agency_steps");
    for (int i = 0; i < work->agency_count; i++) {
        const struct dossier_agency_step *step = &work->agency_steps[work->agency_first + i];

        json_open_object(data, NULL);
        json_put_int(data, "step", step->step);
        json_put_string(data, "agency", step->agency);
        json_put_instant_or_null(data, "due_at",
                                 step->due.kind == DUE_NONE ? instant_none() : step->due.at);
        json_put_string(data, "verdict", verdict_name(step->verdict));
        json_close_object(data);
    }
    json_close_array(data);
}

/* What a leader granted, or took back. */
static void put_term(struct text *data, const struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;

    if (work->action == ACTION_EXTEND)
        json_put_string(data, "limit", record->extended_limit);
    if (work->action == ACTION_APOLOGISE)
        json_put_instant(data, "new_time", record->new_time);
    if (work->action == ACTION_REOPEN) {
        json_put_instant(data, "ended_before", work->ended_before);
        json_put_string(data, "verdict_before", verdict_name(work->verdict_before));
    }
    if (work->corrected_since.ms) { /* */
        json_put_string(data, "before", work->correction.old_value);
        json_put_string(data, "after", work->correction.new_value);
        json_put_string(data, "verdict_before", verdict_name(work->verdict_before));
    }
}

static void tell(struct dossier_work *work, const struct dossier_note *note)
{
    const bool is_new = work->state_before == DOSSIER_NEW;
    char subject[TICKET_ID_SIZE];
    struct counter_record counter;
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "action", dossier_action_name(work->action));
    json_put_string(&data, "state_before", is_new ? NULL : dossier_state_name(work->state_before));
    json_put_string_or_null(&data, "unit_before", work->unit_before);
    dossier_journal_view(&data, &work->record);
    put_term(&data, work);
    put_agency_steps(&data, work);
    if (work->change.acting)
        json_put_string(&data, "acting_reason", work->command->acting_reason);
    if (work->correction.field[0])
        json_put_string(&data, "field", work->correction.field);
    if (work->action == ACTION_CORRECT)
        json_put_string(&data, "asked_by", work->correction.asked_by);
    if (is_new || work->action == ACTION_RETURN_RESULT || work->action == ACTION_CORRECT)
        put_people_digest(&data, work);
    if (note)
        put_note(&data, work, note);
    json_close_object(&data);
    opaque_id('d', work->record.id, subject);
    const bool sits = counter_rows_of_account(work->tx, work->actor.officer.account, &counter);
    command_event(work->tx, work->command, kinds[work->action], subject, sits ? counter.code : "",
                  &data);
    text_release(&data);
}

/* ---- steps ----------------------------------------------------------------------------------- */

static void find_row(const struct dossier_step *step, void *data)
{
    *(int *)data = step->list_row;
}

/* The row of the plan that begins with this responsibility. Rule R-247. */
static int plan_row(struct dossier_work *work, const struct officer *officer)
{
    struct directory_account account;
    struct step_plan plan;
    int current = 0;

    procedure_step_plan(&work->procedure, &plan);
    if (plan.count == 0)
        return 0;
    dossier_steps_each(work->tx, work->record.id, find_row, &current);
    if (work->action == ACTION_RESUME || !account_rows_get(work->tx, officer->account, &account))
        return current; /* he goes on */
    return step_plan_next(&plan, current, work->record.handling_unit, officer, account.roles);
}

/* Form 06: a step begins with acceptance, and wherever the table says so; a hand-over begins one
 * when it is confirmed. */
static void keep_steps(struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    const uint32_t effects = work->change.rule->effects;
    struct dossier_step step = {.officer = record->dossier.responsible,
                                .given_at = instant_none(),
                                .begun_at = work->facts.now,
                                .starts_at = work->facts.now,
                                .ended_at = instant_none()};

    if (effects & EFFECT_ENDS)
        dossier_step_end(work->tx, record->id, work->facts.now);
    if (effects & EFFECT_REOPENS)
        dossier_step_again(work->tx, record->id);
    if (!(effects & (EFFECT_CODE | EFFECT_CONTROL_ROW)) || work->action == ACTION_HAND_OVER)
        return;
    step.step = dossier_steps_each(work->tx, record->id, NULL, NULL) + 1;
    if (work->action == ACTION_CONFIRM) {
        memcpy(step.given_by, work->handover_before.giver.account, sizeof step.given_by);
        memcpy(step.note, record->given_note, sizeof step.note);
        step.given_at = record->given_at;
    }
    if (work->action == ACTION_REASSIGN) {
        memcpy(step.given_by, work->actor.officer.account, sizeof step.given_by);
        step.given_at = work->facts.now;
    }
    if (work->change.step_next_day) /* */
        step.starts_at = dossier_due_next_day(work->tx, work->command->office, work->facts.now);
    step.list_row = plan_row(work, &step.officer);
    dossier_step_begin(work->tx, record->id, &step);
}

/* ---- figures --------------------------------------------------------------------------------- */

/* Rule R-240: received by what never changes, ended also by who was responsible. */
static void count_at(struct dossier_work *work, struct instant at, bool by_officer,
                     const struct dossier_count *delta)
{
    const struct dossier_record *record = &work->record;
    const struct officer *responsible = &record->dossier.responsible;

    dossier_rows_count(work->tx, DIM_ALL, "", at, delta);
    dossier_rows_count(work->tx, DIM_FIELD, record->field, at, delta);
    dossier_rows_count(work->tx, DIM_PROCEDURE, record->procedure, at, delta);
    if (!by_officer)
        return;
    dossier_rows_count(work->tx, DIM_OFFICER, responsible->account, at, delta);
    dossier_rows_count(work->tx, DIM_UNIT, responsible->unit, at, delta);
}

/* One end with its verdict, `sign` -1 to take it back. */
static void count_end(struct dossier_work *work, struct instant at, enum verdict verdict, int sign)
{
    const struct dossier_count delta = {.early = sign * (verdict == VERDICT_EARLY),
                                        .on_time = sign * (verdict == VERDICT_ON_TIME),
                                        .late = sign * (verdict == VERDICT_LATE)};

    count_at(work, at, true, &delta);
}

/* One acceptance, `sign` -1 to take it back. */
static void count_received(struct dossier_work *work, struct instant at, int sign)
{
    const bool online = work->record.dossier.channel == CHANNEL_ONLINE;
    const struct dossier_count delta = {.received_online = sign * online,
                                        .received_other = sign * !online};

    count_at(work, at, false, &delta);
}

/* A corrected moment: what it counted is taken back, and counted where it belongs. R-540 */
static void count_corrected(struct dossier_work *work)
{
    const struct dossier *dossier = &work->record.dossier;

    if (dossier->accepted_at.ms != work->accepted_before.ms) {
        count_received(work, work->accepted_before, -1);
        count_received(work, dossier->accepted_at, 1);
    }
    if (dossier->ended_at.ms == 0)
        return;
    count_end(work, work->ended_before, work->verdict_before, -1);
    count_end(work, dossier->ended_at, work->record.verdict, 1);
}

static void count(struct dossier_work *work)
{
    const uint32_t effects = work->change.rule->effects;

    if (work->corrected_since.ms)
        count_corrected(work);
    if (effects & EFFECT_CODE)
        count_received(work, work->facts.now, 1);
    if (effects & EFFECT_ENDS)
        count_end(work, work->facts.now, work->record.verdict, 1);
    if (effects & EFFECT_REOPENS) /* */
        count_end(work, work->ended_before, work->verdict_before, -1);
}

/* ---- words ----------------------------------------------------------------------------------- */

void dossier_journal_words(struct dossier_work *work)
{
    const int64_t id = work->record.id;

    for (int part = PART_APPLICANT; part <= PART_REPRESENTATIVE; part++) {
        const struct dossier_person *person = &work->people[part];

        if (!person->there)
            continue;
        dossier_words_put_name(work->tx, id, person->full_name);
        dossier_words_put(work->tx, id, person->personal_id);
        dossier_words_put(work->tx, id, person->tax_code);
        dossier_words_put(work->tx, id, person->phone);
    }
    dossier_words_put(work->tx, id, work->record.code);
    dossier_words_put(work->tx, id, work->record.external_code);
}

/* ---- all of it ------------------------------------------------------------------------------- */

void dossier_journal_save(struct dossier_work *work, struct dossier_note *note)
{
    struct command *command = work->command;
    struct dossier_record *record = &work->record;

    record->version = event_log_next_seq(work->tx);
    if (work->state_before == DOSSIER_NEW)
        record->id = record->version;
    record->changed_at = command->now;
    memcpy(record->changed_by, command->actor.code, sizeof record->changed_by);
    memcpy(record->changed_key, command->key, sizeof record->changed_key);
    dossier_rows_put(work->tx, record);
    keep_steps(work);
    answer_clock_keep(work);
    count(work);
    if (command->actor.kind == ACTOR_PERSON)
        dossier_rows_act(work->tx, command->actor.code, record->id);
    if (note) {
        note->seq = record->version;
        note->at = work->facts.now;
        memcpy(note->actor, command->actor.code, sizeof note->actor);
        dossier_note_put(work->tx, record->id, note);
    }
    tell(work, note);
}
