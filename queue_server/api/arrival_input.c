#include "api/arrival_input.h"

#include <stdio.h>
#include <string.h>

enum { STATUS_NEW = 1, STATUS_MOST = 10 };

/* ---- papers ---------------------------------------------------------------------------------- */

static void read_component(struct input *in, struct dossier_document *out)
{
    static const char *const kinds[] = {"form", "original", "copy", "present", "data", NULL};
    bool digitised = false, from_data = false;
    int64_t row = 0, originals = 0, copies = 0;
    char sha256[65];

    input_int(in, "row", false, 1, INTAKE_DOCUMENTS_MAX, &row);
    input_text(in, "name", true, out->name, sizeof out->name);
    const int kind = input_word(in, "kind", true, kinds);
    input_bool(in, "digitised", false, &digitised);
    input_bool(in, "from_data", false, &from_data);
    input_file(in, "file", false, out->scan_file, sizeof out->scan_file);
    input_text(in, "sha256", false, sha256, sizeof sha256);
    input_int(in, "originals", false, 0, 1000, &originals);
    input_int(in, "copies", false, 0, 1000, &copies);
    input_text(in, "note", false, out->note, sizeof out->note);
    if (digitised && !out->scan_file[0])
        input_fault(in, "file", ERR_MISSING_FIELD);
    snprintf(out->form, sizeof out->form, "%s", from_data ? "data" : kinds[kind < 0 ? 0 : kind]);
    out->list_row = (int)row;
    out->originals = (int)originals;
    out->copies = (int)copies;
    input_close(in);
}

static int read_components(struct input *in, struct dossier_document *out)
{
    const json_t *array = input_array(in, "components", false, INTAKE_DOCUMENTS_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, "components", array, i);

        if (element.object)
            read_component(&element, &out[i]);
    }
    return (int)count;
}

/* ---- the line -------------------------------------------------------------------------------- */

/* Of the code here and that outside, the one by which the dossier is known where it comes from. */
static void read_codes(struct input *in, struct open_dossier *out)
{
    char code[DOSSIER_ANY_CODE_SIZE];

    input_text(in, "external_code", false, out->external_code, sizeof out->external_code);
    input_text(in, "code", false, code, sizeof code);
    if (!out->external_code[0])
        memcpy(out->external_code, code, sizeof code);
    if (!out->external_code[0] && !input_has(in, "external_code") && !input_has(in, "code"))
        input_fault(in, "external_code", ERR_MISSING_FIELD);
}

static void read_agency(struct input *in, const char *key, char out[AGENCY_ID_SIZE])
{
    input_text(in, key, false, out, AGENCY_ID_SIZE);
    if (out[0] && !agency_id_is_valid(out, strlen(out)) && !agency_id_was_valid(out, strlen(out)))
        input_fault(in, key, ERR_CODE_FORMAT);
}

static void read_way(struct input *in, struct open_dossier *out)
{
    static const char *const channels[] = {"counter", "online", "post", NULL};
    static const enum channel of_channel[] = {CHANNEL_COUNTER, CHANNEL_ONLINE, CHANNEL_POST};
    static const char *const deliveries[] = {"counter", "post", "online", NULL};

    const int channel = input_word(in, "channel", true, channels);
    out->channel = of_channel[channel < 0 ? 0 : channel];
    const int delivery = input_word(in, "result_delivery", false, deliveries);
    snprintf(out->delivery, sizeof out->delivery, "%s", deliveries[delivery < 0 ? 0 : delivery]);
    read_agency(in, "receiving_agency", out->receiving_agency);
    read_agency(in, "competent_agency", out->competent_agency);
    input_instant(in, "arrived_at", false, &out->arrived_at);
    if (instant_is_none(out->arrived_at))
        out->arrived_at = (struct instant){0};
}

/* Members of a dossier that went on; an arrival has none of them. */
static void pass_over(struct input *in)
{
    static const char *const others[] = {"schema",         "procedure_version",
                                         "procedure_name", "field",
                                         "accepted_at",    "due_at",
                                         "ended_at",       "returned_at",
                                         "outcome",        "verdict",
                                         "result",         "events",
                                         "exported_at",    "centre"};

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        input_has(in, others[i]);
}

void arrival_input_read(const json_t *line, struct open_dossier *out)
{
    struct input in = {.object = line, .facts = &out->command.facts};
    int64_t status = 0;

    if (!json_is_object(line)) {
        input_fault(&in, NULL, ERR_WRONG_TYPE);
        return;
    }
    input_int(&in, "status", true, STATUS_NEW, STATUS_MOST, &status);
    if (status > STATUS_NEW)
        input_fault(&in, "status", ERR_NOT_AN_ARRIVAL); /* */
    read_codes(&in, out);
    input_text(&in, "procedure", true, out->procedure, sizeof out->procedure);
    input_applicant(&in, "applicant", &out->people[PART_APPLICANT]);
    input_representative(&in, "representative", &out->people[PART_REPRESENTATIVE]);
    input_text(&in, "content", false, out->people[PART_APPLICANT].content,
               sizeof out->people[PART_APPLICANT].content);
    read_way(&in, out);
    out->document_count = read_components(&in, out->documents);
    out->fee_count = input_fees(&in, "fees", out->fees);
    pass_over(&in);
    input_close(&in);
}
