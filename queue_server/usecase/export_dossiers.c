#include "usecase/export_dossiers.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier_state.h"
#include "domain/indicators.h"
#include "store/answer_rows.h"
#include "store/dossier_parts.h"
#include "store/dossier_rows.h"

/* A dossier in hand; large. */
struct exported {
    struct dossier_record record;
    struct dossier_person people[PART_COUNT];
    struct dossier_document documents[DOSSIER_PAPERS_MAX];
    struct dossier_fee fees[DOSSIER_FEES_MAX];
    int document_count, fee_count;
};

/* What is not known is left out. */
static void put(struct text *line, const char *key, const char *value)
{
    if (value[0])
        json_put_string(line, key, value);
}

static void put_instant(struct text *line, const char *key, struct instant instant)
{
    if (!instant_is_none(instant))
        json_put_instant(line, key, instant);
}

/* ---- parts ----------------------------------------------------------------------------------- */

static void put_applicant(struct text *line, const struct dossier_person *person)
{
    json_open_object(line, "applicant");
    put(line, "kind", person->kind);
    put(line, "full_name", person->full_name);
    put(line, "personal_id", person->personal_id);
    put(line, "tax_code", person->tax_code);
    put(line, "birth_date", person->birth_date);
    put(line, "sex", person->sex);
    put(line, "address", person->address);
    put(line, "phone", person->phone);
    put(line, "email", person->email);
    put(line, "identity_document", person->document);
    json_close_object(line);
    put(line, "content", person->content);
}

static void put_representative(struct text *line, const struct dossier_person *person)
{
    if (!person->there)
        return;
    json_open_object(line, "representative");
    put(line, "full_name", person->full_name);
    put(line, "personal_id", person->personal_id);
    put(line, "phone", person->phone);
    put(line, "address", person->address);
    put(line, "authorisation", person->authorisation);
    json_close_object(line);
}

static void put_document(struct text *line, const struct dossier_document *paper)
{
    json_open_object(line, NULL);
    if (paper->list_row)
        json_put_int(line, "row", paper->list_row);
    json_put_string(line, "name", paper->name);
    json_put_string(line, "kind", paper->form);
    json_put_bool(line, "digitised", paper->scan_file[0] != '\0');
    json_put_bool(line, "from_data", strcmp(paper->form, "data") == 0);
    put(line, "file", paper->scan_file);
    json_put_int(line, "originals", paper->originals);
    json_put_int(line, "copies", paper->copies);
    put(line, "note", paper->note);
    json_close_object(line);
}

static void put_fee(struct text *line, const struct dossier_fee *fee)
{
    json_open_object(line, NULL);
    json_put_string(line, "line", fee->line);
    json_put_int(line, "amount", fee->amount);
    json_put_string(line, "mode", fee->after ? "after" : "before");
    if (fee->method[0]) {
        json_open_object(line, "settled");
        json_put_string(line, "method", fee->method);
        put(line, "reference", fee->reference);
        json_close_object(line);
    }
    put(line, "exemption", fee->exemption);
    json_close_object(line);
}

static void put_result(struct text *line, const struct dossier_record *record)
{
    if (!record->number[0])
        return;
    json_open_object(line, "result");
    json_put_string(line, "number", record->number);
    put(line, "file", record->decision_file);
    put_instant(line, "signed_at", record->signed_at);
    json_close_object(line);
}

/* ---- the line -------------------------------------------------------------------------------- */

/* What only a dossier has that was accepted. */
static void put_course(struct text *line, const struct dossier_record *record)
{
    const struct dossier *dossier = &record->dossier;

    if (dossier->accepted_at.ms == 0)
        return;
    json_put_instant(line, "accepted_at", dossier->accepted_at);
    if (record->due.kind != DUE_NONE)
        put_instant(line, "due_at", record->due.at);
    put_instant(line, "ended_at", dossier_known(dossier->ended_at));
    put_instant(line, "returned_at", dossier_known(dossier->returned_at));
    put(line, "outcome", record->outcome);
    if (record->verdict != VERDICT_NONE)
        json_put_string(line, "verdict", verdict_name(record->verdict));
    put_result(line, record);
}

static void put_line(struct text *line, struct store_tx *tx, const struct exported *exported)
{
    const struct dossier_record *record = &exported->record;
    struct dossier_answer answer;

    json_open_object(line, NULL);
    json_put_string(line, "schema", "ho_so/1");
    json_put_int(line, "status", dossier_state_national(record->dossier.state));
    put(line, "code", record->code);
    put(line, "external_code", record->external_code);
    json_put_string(line, "procedure", record->procedure);
    json_put_int(line, "procedure_version", record->procedure_version);
    json_put_string(line, "channel", dossier_channel_name(record->dossier.channel));
    put(line, "result_delivery", record->delivery);
    put(line, "receiving_agency", record->receiving_agency);
    put(line, "competent_agency", record->competent_agency);
    if (answer_rows_last(tx, record->id, &answer))
        json_put_instant(line, "arrived_at", answer.arrived_at);
    put_applicant(line, &exported->people[PART_APPLICANT]);
    put_representative(line, &exported->people[PART_REPRESENTATIVE]);
    json_open_array(line, "components");
    for (int i = 0; i < exported->document_count; i++)
        put_document(line, &exported->documents[i]);
    json_close_array(line);
    json_open_array(line, "fees");
    for (int i = 0; i < exported->fee_count; i++)
        put_fee(line, &exported->fees[i]);
    json_close_array(line);
    put_course(line, record);
    json_close_object(line);
}

static bool load(struct store_tx *tx, int64_t id, struct exported *out)
{
    if (!dossier_rows_get(tx, id, &out->record))
        return false;
    dossier_people_get(tx, id, out->people);
    out->document_count = dossier_documents_get(tx, id, out->documents, DOSSIER_PAPERS_MAX);
    out->fee_count = dossier_fees_get(tx, id, out->fees, DOSSIER_FEES_MAX);
    return true;
}

enum err export_dossiers(struct store_tx *tx, bool arrived_only,
                         bool (*each)(const struct text *line, void *data), void *data)
{
    struct exported *exported = calloc(1, sizeof *exported);
    bool goes_on = exported != NULL, lost = false;
    int64_t id = 0;
    struct text line;

    text_init(&line);
    while (goes_on && (id = dossier_rows_after(tx, id)) != 0) {
        if (!load(tx, id, exported)) {
            lost = true;
            break;
        }
        if (arrived_only && exported->record.dossier.state != DOSSIER_ARRIVED)
            continue;
        text_clear(&line);
        put_line(&line, tx, exported);
        goes_on = !line.failed && each(&line, data);
    }
    const bool failed = !exported || line.failed;
    text_release(&line);
    free(exported);
    if (failed)
        return ERR_NO_MEMORY;
    return lost ? ERR_STORE : sql_outcome(tx);
}
