#include "usecase/dossier_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/phone.h"
#include "store/account_rows.h"
#include "usecase/agency_plan.h"
#include "usecase/answer_clock.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_parts_view.h"
#include "usecase/rate_visit.h"
#include "usecase/ticket_view.h"

void dossier_view_account(struct store_tx *tx, struct text *text, const char *key,
                          const char *account)
{
    struct directory_account row;

    if (!account[0]) {
        json_put_null(text, key);
        return;
    }
    const bool found = account_rows_get(tx, account, &row);
    json_open_object(text, key);
    json_put_string(text, "account", account);
    json_put_string(text, "name", found ? row.name : account);
    json_close_object(text);
}

/* ---- what a list and the whole share ----------------------------------------------------------
 */

static bool is_open(const struct dossier_record *record)
{
    return dossier_state_phase(record->dossier.state) == PHASE_OPEN;
}

static void put_identity(struct text *text, const struct dossier_record *record)
{
    char id[TICKET_ID_SIZE];

    opaque_id('d', record->id, id);
    json_put_string(text, "id", id);
    json_put_string_or_null(text, "code", record->code);
    json_put_string_or_null(text, "external_code", record->external_code);
    json_put_string(text, "procedure", record->procedure);
    json_put_string(text, "procedure_name", record->procedure_name);
    json_put_string(text, "field", record->field);
    json_put_string(text, "state", dossier_state_name(record->dossier.state));
    json_put_int(text, "national_status", dossier_state_national(record->dossier.state));
    json_put_string_or_null(text, "outcome", record->outcome);
    json_put_string(text, "channel", dossier_channel_name(record->dossier.channel));
}

static void put_moments(struct text *text, const struct dossier_record *record, struct instant now)
{
    const bool due = record->due.kind != DUE_NONE && !(record->paused && is_open(record));

    json_put_instant(text, "created_at", record->created_at);
    json_put_instant_or_null(text, "accepted_at", dossier_known(record->dossier.accepted_at));
    json_put_instant_or_null(text, "promised_at", record->promised_at);
    json_put_instant_or_null(text, "legal_due_at", due ? record->due.at : instant_none());
    json_put_string(text, "verdict", verdict_name(record->verdict));
    json_put_string(text, "pending",
                    is_open(record) ? pending_name(dossier_due_pending(record, now)) : NULL);
    json_put_instant_or_null(text, "ended_at", dossier_known(record->dossier.ended_at));
    json_put_instant_or_null(text, "returned_at", dossier_known(record->dossier.returned_at));
}

static void put_responsible(struct store_tx *tx, struct text *text,
                            const struct dossier_record *record)
{
    json_put_string_or_null(text, "unit", record->dossier.responsible.unit);
    dossier_view_account(tx, text, "officer", record->dossier.responsible.account);
}

static void put_handover(struct store_tx *tx, struct text *text,
                         const struct dossier_record *record)
{
    const struct handover *handover = &record->dossier.handover;

    if (!handover->pending) {
        json_put_null(text, "handover");
        return;
    }
    json_open_object(text, "handover");
    dossier_view_account(tx, text, "by", handover->giver.account);
    json_put_instant(text, "at", record->given_at);
    json_put_string_or_null(text, "unit", handover->receiver.unit);
    dossier_view_account(tx, text, "account", handover->receiver.account);
    json_put_string_or_null(text, "note", record->given_note);
    json_close_object(text);
}

void dossier_view_summary(struct store_tx *tx, struct text *text, const char *key,
                          const struct dossier_record *record, struct instant now)
{
    json_open_object(text, key);
    put_identity(text, record);
    json_put_string(text, "applicant_name",
                    record->applicant_name[0] ? record->applicant_name : "…");
    put_responsible(tx, text, record);
    put_handover(tx, text, record);
    put_moments(text, record, instant_floor(now));
    json_put_instant_or_null(text, "signed_at", record->signed_at);
    json_put_int(text, "version", record->version);
    json_close_object(text);
}

/* ---- the whole --------------------------------------------------------------------------------
 */

static void put_print_job(int64_t id, void *data)
{
    char text[TICKET_ID_SIZE];

    opaque_id('p', id, text);
    json_put_string(data, NULL, text);
}

static void find_open(const struct dossier_correction *correction, void *data)
{
    *(bool *)data = *(bool *)data || !correction->approved_by[0];
}

/* What the pinned version has no use for is no button, nor is a correction that nobody asked for.
 * To ask for one is always possible, and no step of the work: it stands elsewhere. */
static void put_actions(struct text *text, const struct dossier_work *work)
{
    uint32_t allowed = dossier_allowed_actions(&work->record.dossier, &work->actor);
    bool asked = false;
    int first;

    if (agency_plan_rows(work, &first) == 0)
        allowed &= ~(UINT32_C(1) << ACTION_FORWARD);
    if (work->record.elsewhere)
        allowed &= ~(UINT32_C(1) << ACTION_SIGN);
    if (!work->procedure.has_extension)
        allowed &= ~(UINT32_C(1) << ACTION_EXTEND);
    dossier_corrections_each(work->tx, work->record.id, find_open, &asked);
    if (!asked)
        allowed &= ~(UINT32_C(1) << ACTION_CORRECT);
    allowed &= ~(UINT32_C(1) << ACTION_ASK_CORRECTION);

    json_open_array(text, "actions");
    for (int i = 0; i < DOSSIER_ACTION_COUNT; i++)
        if (allowed >> i & 1)
            json_put_string(text, NULL, dossier_action_name((enum dossier_action)i));
    json_close_array(text);
}

static void put_warning(struct text *text, const char *code, const char *message,
                        const char *pointer)
{
    json_open_object(text, NULL);
    json_put_string(text, "code", code);
    json_put_string(text, "message", message);
    json_put_string(text, "pointer", pointer);
    json_close_object(text);
}

static void put_warnings(struct text *text, const struct dossier_work *work)
{
    const bool vi = work->command->language == LANGUAGE_VI;
    const struct dossier_person *applicant = &work->people[PART_APPLICANT];

    json_open_array(text, "warnings");
    if (work->record.unconfirmed && dossier_known(work->record.dossier.ended_at).ms == INT64_MIN)
        put_warning(text, "unconfirmed_year",
                    vi ? "Ngày hẹn trả rơi vào năm chưa có lịch nghỉ chính thức"
                       : "The due date lies in a year whose calendar is not confirmed",
                    NULL);
    if (applicant->personal_id[0] &&
        dossier_check_province(applicant, date_of_instant(work->facts.now)))
        put_warning(text, "unknown_province",
                    vi ? "Ba số đầu của số định danh không phải mã tỉnh đã biết"
                       : "The first digits of the personal id are no known place",
                    "/applicant/personal_id");
    json_close_array(text);
}

static void put_decision(struct text *text, const struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;

    if (!record->dossier.decision_signed) {
        json_put_null(text, "decision");
        return;
    }
    json_open_object(text, "decision");
    json_put_string(text, "outcome", record->decision);
    json_put_string(text, "title", record->decision_title);
    json_put_string_or_null(text, "number", record->number);
    json_put_string_or_null(text, "file", record->decision_file);
    dossier_view_account(work->tx, text, "signed_by", record->dossier.signed_by);
    json_put_instant(text, "signed_at", record->signed_at);
    json_close_object(text);
}

/* The legal extension, once it is granted. Rule R-872. */
static void put_extension(struct text *text, const struct dossier_record *record)
{
    if (!record->dossier.extended) {
        json_put_null(text, "extension");
        return;
    }
    json_open_object(text, "extension");
    json_put_instant(text, "at", record->extended_at);
    json_put_string(text, "limit", record->extended_limit);
    json_close_object(text);
}

static void put_references(struct text *text, const struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    char id[TICKET_ID_SIZE], ticket[TICKET_ID_SIZE] = "";

    opaque_id('d', record->id, id);
    if (record->ticket)
        opaque_id('t', record->ticket, ticket);
    json_put_string_or_null(text, "ticket", ticket);
    json_open_array(text, "print_jobs");
    dossier_rows_print_jobs(work->tx, id, put_print_job, text);
    json_close_array(text);
}

void dossier_view_write(struct dossier_work *work, struct text *text, bool with_secret)
{
    const struct dossier_record *record = &work->record;

    json_open_object(text, NULL);
    put_identity(text, record);
    json_put_int(text, "procedure_version", record->procedure_version);
    json_put_string_or_null(text, "content", work->people[PART_APPLICANT].content);
    dossier_view_people(text, work);
    json_put_string(text, "result_delivery", record->delivery);
    json_put_string(text, "receiving_agency", record->receiving_agency);
    json_put_string(text, "competent_agency", record->competent_agency);
    json_put_string(text, "competent_agency_name", agency_plan_decides(work));
    json_put_bool(text, "decided_elsewhere", record->elsewhere);
    put_responsible(work->tx, text, record);
    put_moments(text, record, work->facts.now);
    answer_clock_view(text, work);
    dossier_view_account(work->tx, text, "accepted_by", record->dossier.accepted_by);
    if (record->calendar_version)
        json_put_int(text, "calendar_version", record->calendar_version);
    else
        json_put_null(text, "calendar_version");
    dossier_view_contents(text, work);
    put_handover(work->tx, text, record);
    dossier_view_notes(text, work);
    put_extension(text, record);
    put_decision(text, work);
    put_references(text, work);
    put_actions(text, work);
    put_warnings(text, work);
    if (with_secret)
        json_put_string(text, "track_secret", record->secret);
    json_put_int(text, "version", record->version);
    json_close_object(text);
}

/* ---- a dry run --------------------------------------------------------------------------------
 */

static enum err error_of(const char *code)
{
    for (int err = 0; err < ERR_COUNT; err++)
        if (strcmp(err_code((enum err)err), code) == 0)
            return (enum err)err;
    return ERR_BAD_VALUE;
}

/* One line of the faults: pointer TAB code. */
static void put_fault(struct text *text, const char *line, size_t length, enum language language)
{
    char copy[256], *code;

    snprintf(copy, sizeof copy, "%.*s", (int)length, line);
    code = strchr(copy, '\t');
    if (!code)
        return;
    *code++ = '\0';
    json_open_object(text, NULL);
    json_put_string(text, "pointer", copy);
    json_put_string(text, "code", code);
    json_put_string(text, "message", err_text(error_of(code), language));
    json_close_object(text);
}

static void put_faults(struct text *text, const struct command *command)
{
    const char *line = command->facts.fields.data ? command->facts.fields.data : "";

    json_open_array(text, "faults");
    while (*line) {
        const size_t length = strcspn(line, "\n");

        put_fault(text, line, length, command->language);
        line += length + (line[length] == '\n');
    }
    json_close_array(text);
}

void dossier_view_preview(struct dossier_work *work, struct text *text)
{
    struct dossier_record *record = &work->record;
    json_t *ledger = NULL;

    if (work->facts.due_in_calendar) {
        record->dossier.accepted_at = work->facts.now;
        if (dossier_due_ledger(work->tx, work->command->office, record, &ledger) != ERR_OK)
            ledger = NULL;
    }
    char *dump = ledger ? json_dumps(ledger, JSON_COMPACT) : NULL;
    json_open_object(text, NULL);
    json_put_instant_or_null(
        text, "due_at", ledger && record->due.kind != DUE_NONE ? record->due.at : instant_none());
    if (dump)
        json_put_raw(text, "ledger", dump);
    else
        json_put_null(text, "ledger");
    put_faults(text, work->command);
    put_warnings(text, work);
    json_close_object(text);
    free(dump);
    json_decref(ledger);
}

/* ---- the holder's view ------------------------------------------------------------------------
 */

/* Who it is about, so that the holder knows it is his: masked. Rule R-416. */
static void put_masked(struct text *text, const struct dossier_person *applicant)
{
    char name[FULL_NAME_SIZE], id[PERSONAL_ID_MASK_SIZE], phone[PHONE_SHOWN_SIZE];

    if (person_name_mask(applicant->full_name, strlen(applicant->full_name), name, sizeof name) !=
            ERR_OK ||
        !name[0])
        snprintf(name, sizeof name, "…");
    json_put_string(text, "applicant_name", name);
    personal_id_mask(applicant->personal_id, strlen(applicant->personal_id), id);
    json_put_string(text, "applicant_id", applicant->personal_id[0] ? id : NULL);
    if (applicant->phone[0])
        phone_mask(applicant->phone, phone);
    json_put_string(text, "applicant_phone", applicant->phone[0] ? phone : NULL);
}

/* Since when the clock stands still; none while it runs. */
static struct instant paused_since(const struct dossier_record *record)
{
    const struct dossier *dossier = &record->dossier;
    const struct dossier_pause *last =
        dossier->pause_count ? &dossier->pauses[dossier->pause_count - 1] : NULL;

    return is_open(record) && record->paused && last && last->open ? last->from : instant_none();
}

void dossier_view_public(struct dossier_work *work, struct text *text)
{
    const struct dossier_record *record = &work->record;
    const struct instant now = work->command->now;
    const bool due = record->due.kind != DUE_NONE && !(record->paused && is_open(record));

    json_open_object(text, NULL);
    json_put_string(text, "code", record->code[0] ? record->code : record->external_code);
    json_put_string(text, "procedure_name", record->procedure_name);
    put_masked(text, &work->people[PART_APPLICANT]);
    json_put_string(text, "state", dossier_state_name(record->dossier.state));
    json_put_int(text, "national_status", dossier_state_national(record->dossier.state));
    json_put_string(text, "status_text", dossier_state_title(record->dossier.state));
    json_put_instant_or_null(text, "accepted_at", dossier_known(record->dossier.accepted_at));
    json_put_instant_or_null(text, "promised_at", record->promised_at);
    json_put_instant_or_null(text, "legal_due_at", due ? record->due.at : instant_none());
    json_put_instant_or_null(text, "reappointed_to",
                             record->dossier.reappointed ? record->new_time : instant_none());
    json_put_instant_or_null(text, "ended_at", dossier_known(record->dossier.ended_at));
    json_put_instant_or_null(text, "returned_at", dossier_known(record->dossier.returned_at));
    json_put_string(text, "pending",
                    is_open(record) ? pending_name(dossier_due_pending(record, now)) : NULL);
    json_put_string(text, "verdict", verdict_name(record->verdict));
    json_put_instant_or_null(text, "paused_since", paused_since(record));
    json_put_instant(text, "at", now);
    json_put_string(text, "rating",
                    rating_gate_name(rating_gate_of_dossier(work->tx, record, now)));
    dossier_view_public_parts(text, work);
    json_close_object(text);
}
