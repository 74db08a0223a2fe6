#include "usecase/import_procedures.h"

#include <stdlib.h>
#include <string.h>

#include "base/vietnamese.h"
#include "usecase/import_row.h"
#include "usecase/procedure_parts.h"
#include "usecase/procedure_reader.h"

/* What is decided about one row before anything is stored. */
struct planned {
    struct procedure procedure; /* its code, texts and range */
    int64_t before;             /* version that it follows, 0 for a new procedure */
    bool same;                  /* equal to that version: nothing to store */
    char *document;             /* as it is stored; of malloc */
};

struct plan {
    struct store_tx *tx;
    struct import *import;
    struct import_report report;
    json_t *steps; /* of procedures that state none; borrowed, NULL for none */
    struct planned *rows;
    size_t count;
};

/* ---- checking a row -------------------------------------------------------------------------- */

static int code_order(const void *a, const void *b)
{
    const struct planned *const *left = a, *const *right = b;
    const int order = strcmp((*left)->procedure.code, (*right)->procedure.code);

    return order ? order : (*left < *right ? -1 : 1);
}

/* Rule R-272: no code twice. */
static enum err check_codes(struct plan *plan)
{
    const struct planned **sorted = calloc(plan->count + 1, sizeof *sorted);

    if (!sorted)
        return ERR_NO_MEMORY;
    for (size_t i = 0; i < plan->count; i++)
        sorted[i] = &plan->rows[i];
    qsort(sorted, plan->count, sizeof *sorted, code_order);
    for (size_t i = 1; i < plan->count; i++) {
        const char *code = sorted[i]->procedure.code;

        if (!code[0] || strcmp(code, sorted[i - 1]->procedure.code) != 0)
            continue;
        import_report_at(&plan->report, "procedures", (size_t)(sorted[i] - plan->rows), code);
        import_fault(&plan->report, "code", IMPORT_FAULT_TWICE);
    }
    free(sorted);
    return ERR_OK;
}

/* Rule R-271: the unit is one of the centre. */
static void check_unit(struct plan *plan, const json_t *value)
{
    const struct catalogue *catalogue = plan->import->command.catalogue;
    const char *code = json_string_value(json_object_get(value, "handling_unit"));
    const int unit = catalogue_unit(catalogue, code ? code : "");

    if (!code || !code[0])
        return; /* the reader has told that */
    if (unit == QUEUE_NONE)
        import_fault(&plan->report, "handling_unit", IMPORT_FAULT_UNIT);
    else if (!catalogue->units[unit].handles)
        import_warn(&plan->report, "handling_unit", IMPORT_WARN_UNIT);
}

/* Rule R-278: what is sound but should be looked at. */
static void warn(struct plan *plan, const struct procedure *procedure)
{
    bool must_come = false;

    for (int i = 0; i < procedure->document_count; i++)
        must_come = must_come || (procedure->documents[i].form == DOCUMENT_FORM_PRESENT &&
                                  !procedure->documents[i].replace_by_data);
    if (procedure->online == ONLINE_FULL && must_come)
        import_warn(&plan->report, "documents", IMPORT_WARN_PRESENT);
    if (procedure->fee.kind == FEE_PROVINCIAL && !procedure->fee.has_amount)
        import_warn(&plan->report, "fee.amount", IMPORT_WARN_FEE);
}

/* Rule R-823. After all other warnings: many rows of a catalogue may lack the same parts. */
static void warn_of_parts(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct procedure *procedure = &plan->rows[i].procedure;

        import_report_at(&plan->report, "procedures", i, procedure->code);
        for (int part = 0; procedure->row && part < PROCEDURE_PARTS; part++)
            if (!procedure_has_part(procedure, (enum procedure_part)part))
                import_warn(&plan->report, procedure_part_name((enum procedure_part)part),
                            IMPORT_WARN_PART);
    }
}

/* The range of the new version. Rules. */
static void read_range(struct plan *plan, const json_t *value, struct procedure *procedure)
{
    const struct import_row at = {.object = value, .report = &plan->report};
    const struct import *import = plan->import;

    procedure->effective_from =
        import->has_from ? import->from : date_of_instant(import->command.now);
    import_row_date(&at, "effective_from", &procedure->effective_from);
    procedure->ends = import_row_date(&at, "effective_to", &procedure->effective_to);
    if (procedure->ends && date_before(procedure->effective_to, procedure->effective_from))
        import_fault(&plan->report, "effective_to", IMPORT_FAULT_ENDS);
}

/* Whether the new version is new at all. Rules. */
static enum err compare(struct plan *plan, struct planned *row)
{
    struct procedure *procedure = &row->procedure;
    struct procedure_row newest;
    struct text stored;
    enum err err = ERR_OK;

    text_init(&stored);
    if (procedure_rows_newest(plan->tx, procedure->code, &newest, &stored)) {
        row->before = newest.version;
        row->same = stored.data && strcmp(stored.data, row->document) == 0;
        if (!row->same && date_before(procedure->effective_from, newest.effective_from))
            import_fault(&plan->report, "effective_from", IMPORT_FAULT_PAST);
        err = stored.failed ? ERR_NO_MEMORY : ERR_OK;
    }
    text_release(&stored);
    return err;
}

/* Rule R-246: a procedure without steps of its own has those of the file's template from now on, so
 * that a dossier pins them with the rest. */
static enum err fill_steps(const struct plan *plan, json_t *value)
{
    const json_t *own = json_object_get(value, "steps");

    if (!plan->steps || (own && !json_is_null(own)))
        return ERR_OK;
    json_t *copy = json_deep_copy(plan->steps);
    return copy && json_object_set_new(value, "steps", copy) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

/* Of a row that has faults: another one with its code is a fault too. */
static void take_code(const json_t *value, char out_code[PROCEDURE_CODE_SIZE])
{
    const char *code = json_string_value(json_object_get(value, "code"));

    if (code && strlen(code) < PROCEDURE_CODE_SIZE)
        memcpy(out_code, code, strlen(code) + 1);
}

/* Check row `index` and plan what becomes of it. ERR_OK also when faults were reported. */
static enum err plan_row(struct plan *plan, size_t index, json_t *value)
{
    struct planned *row = &plan->rows[plan->count++];
    struct import_report *report = &plan->report;
    enum err err;

    import_report_at(report, "procedures", index,
                     json_string_value(json_object_get(value, "code")));
    if (!json_is_object(value)) {
        import_fault(report, "", IMPORT_FAULT_TYPE);
        return ERR_OK;
    }
    err = fill_steps(plan, value);
    if (err == ERR_OK)
        err = import_row_clean(value, report);
    if (err == ERR_OK)
        err = procedure_read(value, false, report, &row->procedure);
    if (err != ERR_OK && err != ERR_FIELDS)
        return err;
    check_unit(plan, value);
    read_range(plan, value, &row->procedure);
    if (err == ERR_FIELDS) {
        take_code(value, row->procedure.code);
        return ERR_OK;
    }
    warn(plan, &row->procedure);
    row->document = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS);
    return row->document ? compare(plan, row) : ERR_NO_MEMORY;
}

static enum err plan_rows(struct plan *plan, json_t *list)
{
    enum err err = ERR_OK;
    json_t *value;
    size_t i;

    if (!json_is_array(list) || json_array_size(list) == 0 ||
        json_array_size(list) > PROCEDURES_MAX) {
        import_fault(&plan->report, "procedures",
                     !list                        ? IMPORT_FAULT_MISSING
                     : !json_is_array(list)       ? IMPORT_FAULT_TYPE
                     : json_array_size(list) == 0 ? IMPORT_FAULT_EMPTY
                                                  : IMPORT_FAULT_TOO_MANY);
        return ERR_OK;
    }
    plan->rows = calloc(json_array_size(list), sizeof *plan->rows);
    if (!plan->rows)
        return ERR_NO_MEMORY;
    json_array_foreach(list, i, value) err = err == ERR_OK ? plan_row(plan, i, value) : err;
    warn_of_parts(plan);
    return err == ERR_OK ? check_codes(plan) : err;
}

/* ---- storing --------------------------------------------------------------------------------- */

static enum err put_row(struct plan *plan, const struct planned *row)
{
    const struct procedure *procedure = &row->procedure;
    struct procedure_row stored = {.version = row->before + 1,
                                   .effective_from = procedure->effective_from,
                                   .ends = procedure->ends,
                                   .effective_to = procedure->effective_to};
    struct procedure_row_texts texts = {.name = procedure->name,
                                        .field = procedure->field,
                                        .unit = procedure->unit,
                                        .document = row->document,
                                        .beyond_boundary = procedure->beyond_boundary};
    char fold[1024];
    const enum err err =
        vietnamese_fold(procedure->name, strlen(procedure->name), fold, sizeof fold, NULL);

    if (err != ERR_OK)
        return err;
    texts.name_fold = fold;
    memcpy(stored.code, procedure->code, sizeof stored.code);
    if (row->before)
        procedure_rows_end(plan->tx, stored.code, row->before,
                           date_plus(procedure->effective_from, -1));
    procedure_rows_insert(plan->tx, &stored, &texts);
    return ERR_OK;
}

static void tell_row(struct plan *plan, const struct planned *row)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "version", row->before + 1);
    json_put_date(&data, "effective_from", row->procedure.effective_from);
    json_close_object(&data);
    command_event(plan->tx, &plan->import->command, "procedure_changed", row->procedure.code, "",
                  &data);
    text_release(&data);
}

static void tell(struct plan *plan)
{
    const struct import *import = plan->import;
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "rows", import->rows);
    json_put_int(&data, "added", import->added);
    json_put_int(&data, "changed", import->changed - import->added);
    json_close_object(&data);
    command_event(plan->tx, &plan->import->command, "procedures_imported", "procedures", "", &data);
    text_release(&data);
}

static enum err put_rows(struct plan *plan)
{
    enum err err = ERR_OK;

    for (size_t i = 0; err == ERR_OK && i < plan->count; i++) {
        const struct planned *row = &plan->rows[i];

        if (row->same)
            continue;
        err = put_row(plan, row);
        if (row->before)
            tell_row(plan, row);
    }
    if (err == ERR_OK && plan->import->changed > 0)
        tell(plan);
    return err;
}

/* A row that cannot be read counts as neither: what becomes of it is not known. */
static void count_rows(struct plan *plan)
{
    struct import *import = plan->import;

    import->rows = (int)plan->count;
    for (size_t i = 0; i < plan->count; i++) {
        const bool same = plan->rows[i].same, differs = plan->rows[i].document && !same;

        import->unchanged += same;
        import->changed += differs;
        import->added += differs && plan->rows[i].before == 0;
    }
}

/* What was found is the caller's from now on. */
static void give_report(struct plan *plan)
{
    struct import *import = plan->import;
    struct import_report *report = &plan->report;

    import->fault_count = report->fault_count;
    import->warning_count = report->warning_count;
    import->faults = report->faults;
    import->warnings = report->warnings;
    report->faults = report->warnings = (struct text){0};
    if (import->as_json) {
        import->fault_items = report->found_faults.items;
        import->warning_items = report->found_warnings.items;
        report->found_faults.items = report->found_warnings.items = (struct text){0};
    }
    if (!import->dry_run && report->found_faults.fields.data)
        text_add(&import->command.facts.fields, report->found_faults.fields.data);
    import_report_release(report);
}

static void plan_release(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        procedure_release(&plan->rows[i].procedure);
        free(plan->rows[i].document);
    }
    free(plan->rows);
}

/* The file as JSON; NULL when it is none, which is a fault, told with its line. */
static json_t *parse(struct plan *plan)
{
    const struct import *import = plan->import;
    const bool marked = import->length >= 3 && memcmp(import->json, "\xEF\xBB\xBF", 3) == 0;
    const size_t skip = marked ? 3 : 0;
    json_error_t where;
    json_t *root =
        json_loadb(import->json + skip, import->length - skip, JSON_REJECT_DUPLICATES, &where);

    if (!root) {
        import_report_at_line(&plan->report, where.line, where.column);
        import_fault(&plan->report, where.text, IMPORT_FAULT_SYNTAX);
    }
    return root;
}

enum err import_procedures_run(struct store_tx *tx, struct command *command)
{
    struct import *import = container_of(command, struct import, command);
    struct plan plan = {.tx = tx, .import = import};
    enum err err = import->read ? import->read(import) : ERR_OK;

    if (err != ERR_OK)
        return err;
    import_report_init(&plan.report, command->language);
    json_t *root = parse(&plan);
    plan.steps = json_object_get(json_object_get(root, "meta"), "default_step_template");
    err = root ? plan_rows(&plan, json_object_get(root, "procedures")) : ERR_OK;
    count_rows(&plan);
    if (err == ERR_OK && plan.report.fault_count && !import->dry_run)
        err = ERR_PROCEDURES_MALFORMED;
    if (err == ERR_OK && !import->dry_run)
        err = put_rows(&plan);
    give_report(&plan);
    plan_release(&plan);
    json_decref(root);
    return err;
}
