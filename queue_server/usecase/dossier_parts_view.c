#include "usecase/dossier_parts_view.h"

#include <stdio.h>
#include <string.h>

#include "usecase/agency_plan.h"
#include "usecase/dossier_view.h"
#include "usecase/moment_as_of.h"
#include "usecase/stop_notes.h"
#include "usecase/supplement_items.h"

/* What the callbacks of steps and notes write to. */
struct writer {
    struct text *text;
    const struct dossier_work *work;
    struct instant at;             /* of the pause that is looked for */
    struct text supplement, items; /* the last one asked for */
    struct text refusal, withdrawal, apology;
    char basis[PERSON_WORD_SIZE]; /* of the pause that is looked for */
};

/* ---- people ---------------------------------------------------------------------------------- */

static void put_applicant(struct text *text, const struct dossier_person *person)
{
    json_open_object(text, "applicant");
    json_put_string(text, "kind", person->there ? person->kind : "other");
    json_put_string(text, "full_name", person->there ? person->full_name : "…");
    json_put_string_or_null(text, "personal_id", person->personal_id);
    json_put_string_or_null(text, "tax_code", person->tax_code);
    json_put_string_or_null(text, "birth_date", person->birth_date);
    json_put_string_or_null(text, "sex", person->sex);
    json_put_string_or_null(text, "address", person->address);
    json_put_string_or_null(text, "phone", person->phone);
    json_put_string_or_null(text, "email", person->email);
    if (person->document[0]) {
        json_open_object(text, "identity");
        json_put_string(text, "verified_by", person->verified_by);
        json_put_instant(text, "verified_at", person->verified_at);
        json_put_string(text, "document", person->document);
        json_close_object(text);
    } else {
        json_put_null(text, "identity");
    }
    json_close_object(text);
}

static void put_representative(struct text *text, const struct dossier_person *person)
{
    if (!person->there) {
        json_put_null(text, "representative");
        return;
    }
    json_open_object(text, "representative");
    json_put_string(text, "full_name", person->full_name);
    json_put_string(text, "personal_id", person->personal_id);
    json_put_string_or_null(text, "phone", person->phone);
    json_put_string_or_null(text, "address", person->address);
    json_put_string(text, "authorisation", person->authorisation);
    json_close_object(text);
}

static void put_receiver(struct text *text, const struct dossier_work *work)
{
    const struct dossier_person *person = &work->people[PART_RECEIVER];

    if (!person->there) {
        json_put_null(text, "receiver");
        return;
    }
    json_open_object(text, "receiver");
    json_put_string(text, "kind", person->kind);
    json_put_string(text, "full_name", person->full_name);
    json_put_string_or_null(text, "personal_id", person->personal_id);
    json_put_string_or_null(text, "authorisation", person->authorisation);
    json_put_instant(text, "at", work->record.dossier.returned_at);
    dossier_view_account(work->tx, text, "by", person->verified_by);
    json_close_object(text);
}

void dossier_view_people(struct text *text, const struct dossier_work *work)
{
    put_applicant(text, &work->people[PART_APPLICANT]);
    put_representative(text, &work->people[PART_REPRESENTATIVE]);
    put_receiver(text, work);
}

/* ---- contents -------------------------------------------------------------------------------- */

static void put_document(struct text *text, const struct dossier_document *document)
{
    json_open_object(text, NULL);
    if (document->list_row)
        json_put_int(text, "row", document->list_row);
    else
        json_put_null(text, "row");
    json_put_string(text, "name", document->name);
    json_put_string(text, "form", document->form);
    json_put_int(text, "originals", document->originals);
    json_put_int(text, "copies", document->copies);
    json_put_string_or_null(text, "note", document->note);
    if (document->scan_file[0] || document->exception[0]) {
        json_open_object(text, "scan");
        json_put_string(text, document->scan_file[0] ? "file" : "exception",
                        document->scan_file[0] ? document->scan_file : document->exception);
        json_close_object(text);
    } else {
        json_put_null(text, "scan");
    }
    json_put_instant(text, "received_at", document->received_at);
    json_close_object(text);
}

static const char *fee_state(const struct dossier_fee *fee)
{
    if (fee->refund)
        return fee->refund_method[0] ? "refunded" : "refund_due";
    if (fee->method[0])
        return "settled";
    return fee->exemption[0] || fee->amount == 0 ? "exempt" : "due";
}

/* How it was paid, or given back; null when it was not. */
static void put_payment(struct text *text, const char *key, const char *method,
                        const char *reference, const char *by, struct instant at)
{
    if (!method[0]) {
        json_put_null(text, key);
        return;
    }
    json_open_object(text, key);
    json_put_string(text, "method", method);
    json_put_string_or_null(text, "reference", reference);
    json_put_string(text, "by", by);
    json_put_instant(text, "at", at);
    json_close_object(text);
}

void dossier_fee_view(struct text *text, const struct dossier_fee *fee)
{
    json_open_object(text, NULL);
    json_put_string(text, "line", fee->line);
    json_put_int(text, "amount", fee->amount);
    json_put_string(text, "mode", fee->after ? "after" : "before");
    json_put_string(text, "state", fee_state(fee));
    put_payment(text, "settled", fee->method, fee->reference, fee->settled_by, fee->settled_at);
    put_payment(text, "refunded", fee->refund_method, fee->refund_reference, fee->refunded_by,
                fee->refunded_at);
    json_put_string_or_null(text, "exemption", fee->exemption);
    json_close_object(text);
}

/* What was written when the pause began. */
static void find_reason(const struct dossier_note *note, void *data)
{
    struct writer *writer = data;

    const bool pays = strcmp(note->kind, "payment") == 0;

    if (note->at.ms != writer->at.ms ||
        (!pays && strcmp(note->kind, "supplement") != 0 && strcmp(note->kind, "suspension") != 0))
        return;
    text_clear(&writer->supplement);
    text_add(&writer->supplement, note->reason);
    snprintf(writer->basis, sizeof writer->basis, "%s", note->code);
    text_clear(&writer->items);
    text_add(&writer->items, pays && note->items ? note->items : "");
}

static void put_pauses(struct text *text, struct dossier_work *work)
{
    static const char *const kinds[] = {[PAUSE_SUPPLEMENT] = "supplement",
                                        [PAUSE_PAYMENT] = "payment",
                                        [PAUSE_SUSPENSION] = "suspension"};
    struct writer writer = {.text = text, .work = work};

    json_open_array(text, "pauses");
    for (size_t i = 0; i < work->record.dossier.pause_count; i++) {
        const struct dossier_pause *pause = &work->record.dossier.pauses[i];

        writer.at =
            moment_as_of(work->tx, work->record.id, &(struct dossier_moment){MOMENT_PAUSE_FROM, i},
                         pause->from, (struct instant){0}); /* when it was written */
        text_clear(&writer.supplement);
        text_clear(&writer.items);
        writer.basis[0] = '\0';
        dossier_notes_each(work->tx, work->record.id, find_reason, &writer);
        json_open_object(text, NULL);
        json_put_string(text, "kind", kinds[pause->kind]);
        json_put_instant(text, "from", pause->from);
        json_put_instant_or_null(text, "to", pause->open ? instant_none() : pause->to);
        json_put_string_or_null(text, "reason",
                                writer.supplement.length ? writer.supplement.data : "");
        json_put_string_or_null(text, "basis", writer.basis);
        json_put_raw(text, "notices", writer.items.length ? writer.items.data : "[]");
        json_close_object(text);
    }
    json_close_array(text);
    text_release(&writer.supplement);
    text_release(&writer.items);
}

/* What the agency said when its step ended. */
static void find_step_note(const struct dossier_note *note, void *data)
{
    struct writer *writer = data;

    if (strcmp(note->kind, "step_result") != 0 || strcmp(note->code, writer->basis) != 0)
        return;
    text_clear(&writer->supplement);
    text_add(&writer->supplement, note->reason);
}

static void put_agency_step(struct writer *writer, const struct dossier_agency_step *step)
{
    struct text *text = writer->text;

    snprintf(writer->basis, sizeof writer->basis, "%d", step->step);
    text_clear(&writer->supplement);
    dossier_notes_each(writer->work->tx, writer->work->record.id, find_step_note, writer);
    json_open_object(text, NULL);
    json_put_int(text, "step", step->step);
    json_put_int(text, "row", step->list_row);
    json_put_string(text, "agency", step->agency);
    json_put_string(text, "task", step->task);
    json_put_string(text, "limit", step->limit_text);
    json_put_instant(text, "begun_at", step->begun_at);
    json_put_instant_or_null(text, "due_at",
                             step->due.kind == DUE_NONE ? instant_none() : step->due.at);
    json_put_instant_or_null(text, "ended_at", step->ended_at);
    json_put_string(text, "verdict", verdict_name(step->verdict));
    json_put_string_or_null(text, "note", writer->supplement.length ? writer->supplement.data : "");
    json_close_object(text);
}

/* The steps at other agencies that were begun, and all that the pinned version has. */
static void put_agencies(struct text *text, const struct dossier_work *work)
{
    struct writer writer = {.text = text, .work = work};
    struct procedure_agency_step planned;
    int first;
    const int rows = agency_plan_rows(work, &first);

    json_open_array(text, "agency_steps");
    for (int i = 0; i < work->agency_step_count; i++)
        put_agency_step(&writer, &work->agency_steps[i]);
    json_close_array(text);
    json_open_array(text, "agency_plan");
    for (int row = first; row < first + rows; row++) {
        if (!agency_plan_step(work, row, &planned))
            continue;
        json_open_object(text, NULL);
        json_put_int(text, "row", row);
        json_put_string(text, "agency", planned.agency);
        json_put_string(text, "task", planned.task);
        json_close_object(text);
    }
    json_close_array(text);
    text->failed = text->failed || writer.supplement.failed;
    text_release(&writer.supplement);
}

static void put_correction(const struct dossier_correction *correction, void *data)
{
    struct writer *writer = data;
    struct text *text = writer->text;

    json_open_object(text, NULL);
    json_put_int(text, "correction", correction->seq);
    json_put_string(text, "field", correction->field);
    json_put_string(text, "old_value", correction->old_value);
    json_put_string(text, "new_value", correction->new_value);
    json_put_string(text, "reason", correction->reason);
    dossier_view_account(writer->work->tx, text, "asked_by", correction->asked_by);
    json_put_instant(text, "asked_at", correction->asked_at);
    dossier_view_account(writer->work->tx, text, "approved_by", correction->approved_by);
    json_put_instant_or_null(text, "approved_at", correction->approved_at);
    json_put_instant_or_null(text, "due_before", correction->due_before);
    json_put_instant_or_null(text, "due_after", correction->due_after);
    json_put_string(text, "verdict_before", verdict_name(correction->verdict_before));
    json_put_string(text, "verdict_after", verdict_name(correction->verdict_after));
    json_close_object(text);
}

void dossier_view_contents(struct text *text, struct dossier_work *work)
{
    struct writer writer = {.text = text, .work = work};

    json_open_array(text, "documents");
    for (int i = 0; i < work->document_count; i++)
        put_document(text, &work->documents[i]);
    json_close_array(text);
    json_open_array(text, "fees");
    for (int i = 0; i < work->fee_count; i++)
        dossier_fee_view(text, &work->fees[i]);
    json_close_array(text);
    dossier_view_steps(text, work);
    put_pauses(text, work);
    put_agencies(text, work);
    json_open_array(text, "corrections");
    dossier_corrections_each(work->tx, work->record.id, put_correction, &writer);
    json_close_array(text);
}

/* ---- notes ----------------------------------------------------------------------------------- */

/* Is the last request for papers still in force? */
static bool is_asked(const struct dossier *dossier)
{
    return dossier->state == DOSSIER_SUPPLEMENT_BEFORE ||
           dossier->state == DOSSIER_AWAITING_SUPPLEMENT ||
           (dossier->state == DOSSIER_WITHDRAWAL_REQUESTED &&
            dossier->state_before == DOSSIER_AWAITING_SUPPLEMENT);
}

static void write_supplement(struct writer *writer, const struct dossier_note *note)
{
    const bool during = writer->work->record.dossier.accepted_at.ms != 0;
    struct text *text = &writer->supplement;

    text_clear(text);
    text_clear(&writer->items);
    supplement_items_texts(&writer->items, NULL, note->items);
    json_open_object(text, NULL);
    supplement_items_texts(text, "items", note->items);
    supplement_items_bases(text, "bases", note->items);
    json_put_string(text, "reason", note->reason);
    dossier_view_account(writer->work->tx, text, "asked_by", note->actor);
    json_put_instant(text, "asked_at", note->at);
    if (note->until.day)
        json_put_date(text, "supplement_by", note->until);
    else
        json_put_null(text, "supplement_by");
    json_put_string(text, "phase", during ? "during" : "before");
    json_close_object(text);
}

static void write_refusal(struct writer *writer, const struct dossier_note *note)
{
    struct text *text = &writer->refusal;

    text_clear(text);
    json_open_object(text, NULL);
    json_put_string(text, "reason_code", note->code);
    json_put_string(text, "reason", note->reason);
    dossier_view_account(writer->work->tx, text, "by", note->actor);
    json_put_instant(text, "at", note->at);
    json_close_object(text);
}

static void write_withdrawal(struct writer *writer, const struct dossier_note *note)
{
    struct text *text = &writer->withdrawal;

    text_clear(text);
    json_open_object(text, NULL);
    json_put_string(text, "reason", note->reason);
    dossier_view_account(writer->work->tx, text, "by", note->actor);
    json_put_instant(text, "at", note->at);
    json_put_string(text, "state_before", note->code); /* the state is kept as the note's code */
    json_put_string_or_null(text, "way", withdrawal_way_of(note));
    json_close_object(text);
}

static void write_apology(struct writer *writer, const struct dossier_note *note)
{
    const struct dossier_record *record = &writer->work->record;
    struct text *text = &writer->apology;

    text_clear(text);
    json_open_object(text, NULL);
    json_put_instant(text, "new_time", record->new_time);
    json_put_string(text, "reason", note->reason);
    dossier_view_account(writer->work->tx, text, "by", note->actor);
    json_put_instant(text, "at", note->at);
    json_close_object(text);
}

static void sort_note(const struct dossier_note *note, void *data)
{
    if (strcmp(note->kind, "apology") == 0)
        write_apology(data, note);
    if (strcmp(note->kind, "supplement") == 0)
        write_supplement(data, note);
    else if (strcmp(note->kind, "refusal") == 0)
        write_refusal(data, note);
    else if (strcmp(note->kind, "withdrawal") == 0)
        write_withdrawal(data, note);
}

static void put_text(struct text *text, const char *key, const struct text *json, bool there)
{
    if (there && json->length)
        json_put_raw(text, key, json->data);
    else
        json_put_null(text, key);
}

static void release(struct writer *writer)
{
    struct text *text = writer->text;

    text->failed = text->failed || writer->supplement.failed || writer->items.failed ||
                   writer->refusal.failed || writer->withdrawal.failed || writer->apology.failed;
    text_release(&writer->apology);
    text_release(&writer->supplement);
    text_release(&writer->items);
    text_release(&writer->refusal);
    text_release(&writer->withdrawal);
}

void dossier_view_notes(struct text *text, struct dossier_work *work)
{
    const enum dossier_state state = work->record.dossier.state;
    struct writer writer = {.text = text, .work = work};

    dossier_notes_each(work->tx, work->record.id, sort_note, &writer);
    put_text(text, "supplement", &writer.supplement, is_asked(&work->record.dossier));
    put_text(text, "refusal", &writer.refusal, state == DOSSIER_REFUSED);
    put_text(text, "withdrawal", &writer.withdrawal,
             state == DOSSIER_WITHDRAWAL_REQUESTED || state == DOSSIER_STOPPED);
    put_text(text, "apology", &writer.apology, work->record.dossier.reappointed);
    release(&writer);
}

/* ---- the holder's view ----------------------------------------------------------------------- */

static void put_public_step(const struct dossier_step *step, void *data)
{
    struct writer *writer = data;
    const struct catalogue *catalogue = writer->work->command->catalogue;
    const int unit = catalogue_unit(catalogue, step->officer.unit);

    json_open_object(writer->text, NULL);
    json_put_string(writer->text, "unit_name",
                    unit == QUEUE_NONE ? catalogue->name : catalogue->units[unit].name);
    json_put_instant(writer->text, "from", step->begun_at);
    json_put_instant_or_null(writer->text, "to", step->ended_at);
    json_close_object(writer->text);
}

void dossier_view_public_parts(struct text *text, struct dossier_work *work)
{
    struct writer writer = {.text = text, .work = work};

    dossier_notes_each(work->tx, work->record.id, sort_note, &writer);
    if (is_asked(&work->record.dossier) && writer.items.length)
        json_put_raw(text, "supplement", writer.items.data);
    else {
        json_open_array(text, "supplement");
        json_close_array(text);
    }
    json_open_array(text, "steps");
    dossier_steps_each(work->tx, work->record.id, put_public_step, &writer);
    json_close_array(text);
    release(&writer);
}
