#include "usecase/procedure.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/shared_rows.h"
#include "usecase/office.h"
#include "usecase/procedure_reader.h"
#include "usecase/procedure_store.h"

const char *document_form_name(enum document_form form)
{
#define X(name, word, api) [DOCUMENT_FORM_##name] = (api),
    static const char *const names[] = {DOCUMENT_FORM_MAP(X)};
#undef X
    return names[form];
}

const char *fee_kind_name(enum fee_kind kind)
{
#define X(name, word, api) [FEE_##name] = (api),
    static const char *const names[] = {FEE_KIND_MAP(X)};
#undef X
    return names[kind];
}

const char *online_level_name(enum online_level level)
{
#define X(name, word, api) [ONLINE_##name] = (api),
    static const char *const names[] = {ONLINE_LEVEL_MAP(X)};
#undef X
    return names[level];
}

/* Setting `mountain_commune` is 1: procedures get the add-on that their rows state. R-282. */
static bool is_mountain_commune(struct store_tx *tx)
{
    struct text value;

    text_init(&value);
    const bool found = setting_get(tx, "mountain_commune", &value);
    const bool mountain = found && value.data && strcmp(value.data, "1") == 0;
    text_release(&value);
    return mountain;
}

/* Understand a stored document. */
static enum err understand(const struct text *document, bool mountain,
                           struct procedure *out_procedure)
{
    struct import_report report;
    json_t *json = json_loadb(document->data, document->length, JSON_REJECT_DUPLICATES, NULL);

    if (!json)
        return ERR_STORE;
    import_report_init(&report, LANGUAGE_EN);
    const enum err err = procedure_read(json, mountain, &report, out_procedure);
    json_decref(json);
    import_report_release(&report);
    return err == ERR_FIELDS ? ERR_STORE : err; /* it was sound when it was stored */
}

/* Make a procedure of a stored row and its document, which is released. */
static enum err make(struct store_tx *tx, struct office *office, const struct procedure_row *row,
                     struct text *document, struct procedure *out_procedure)
{
    const bool mountain = is_mountain_commune(tx);
    enum err err = document->failed ? ERR_NO_MEMORY : sql_outcome(tx);

    if (err == ERR_OK &&
        !procedure_store_find(office->procedures, document, mountain, out_procedure)) {
        err = understand(document, mountain, out_procedure);
        if (err == ERR_OK)
            procedure_store_keep(office->procedures, document, mountain, out_procedure);
    }
    if (err == ERR_OK) {
        memcpy(out_procedure->code, row->code, sizeof row->code);
        out_procedure->version = row->version;
        out_procedure->effective_from = row->effective_from;
        out_procedure->ends = row->ends;
        out_procedure->effective_to = row->effective_to;
    }
    text_release(document);
    return err;
}

enum err procedure_load(struct store_tx *tx, struct office *office, const char *code,
                        struct date date, struct procedure *out_procedure)
{
    struct procedure_row row;
    struct text document;

    text_init(&document);
    if (procedure_rows_begun(tx, code, date, &row, &document))
        return make(tx, office, &row, &document, out_procedure);
    return sql_outcome(tx) == ERR_OK ? ERR_UNKNOWN_PROCEDURE : sql_outcome(tx);
}

enum err procedure_load_version(struct store_tx *tx, struct office *office, const char *code,
                                int64_t version, struct procedure *out_procedure)
{
    struct procedure_row row;
    struct text document;

    text_init(&document);
    if (procedure_rows_version(tx, code, version, &row, &document))
        return make(tx, office, &row, &document, out_procedure);
    return sql_outcome(tx) == ERR_OK ? ERR_UNKNOWN_PROCEDURE : sql_outcome(tx);
}

void procedure_release(struct procedure *procedure)
{
    if (!procedure->kept) {
        free(procedure->documents);
        json_decref(procedure->row);
    }
    procedure->documents = NULL;
    procedure->row = NULL;
}

bool procedure_is_in_force(const struct procedure *procedure, struct date date)
{
    return !date_before(date, procedure->effective_from) &&
           (!procedure->ends || !date_before(procedure->effective_to, date));
}

int procedure_agency_steps(const struct procedure *procedure)
{
    return (int)json_array_size(json_object_get(procedure->row, "interlinked"));
}

/* The reader has looked at the rows when they came. */
bool procedure_agency_step(const struct procedure *procedure, int row,
                           struct procedure_agency_step *out_step)
{
    const json_t *list = json_object_get(procedure->row, "interlinked");
    const json_t *step = row > 0 ? json_array_get(list, (size_t)row - 1) : NULL;
    const json_t *limit = json_object_get(step, "limit");
    const char *unit = json_string_value(json_object_get(limit, "unit"));

    if (!step)
        return false;
    *out_step = (struct procedure_agency_step){
        .agency = json_string_value(json_object_get(step, "agency")),
        .task = json_string_value(json_object_get(step, "task")),
        .limit = {.unit = LIMIT_NONE},
    };
    if (unit && time_limit_make(unit, json_number_value(json_object_get(limit, "n")), 0,
                                &out_step->limit) != ERR_OK)
        return false;
    return out_step->agency && out_step->task;
}

static void copy_text(const json_t *step, const char *key, char *out, size_t size)
{
    const char *text = json_string_value(json_object_get(step, key));

    snprintf(out, size, "%s", text ? text : "");
}

/* The reader has looked at the steps when they came. */
static void read_planned(const json_t *step, struct planned_step *out)
{
    const json_t *limit = json_object_get(step, "limit");
    const char *unit = json_string_value(json_object_get(limit, "unit"));

    *out = (struct planned_step){.limit = {.unit = LIMIT_NONE}};
    copy_text(step, "unit", out->owner, sizeof out->owner);
    copy_text(step, "task", out->task, sizeof out->task);
    out->share = (int32_t)lround(json_number_value(json_object_get(step, "share")) * 10000);
    out->most = lround(json_number_value(json_object_get(step, "max_days")) * 100);
    if (unit)
        time_limit_make(unit, json_number_value(json_object_get(limit, "n")), 0, &out->limit);
    out->counts = unit || out->share > 0;
}

void procedure_step_plan(const struct procedure *procedure, struct step_plan *out_plan)
{
    const json_t *steps = json_object_get(procedure->row, "steps"), *step;
    size_t i;

    out_plan->count = 0;
    json_array_foreach(steps, i, step) if (out_plan->count < STEP_PLAN_MAX)
        read_planned(step, &out_plan->steps[out_plan->count++]);
}
