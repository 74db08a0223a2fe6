#include "usecase/procedure_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "usecase/import_row.h"
#include "usecase/procedure_parts.h"

enum {
    NAME_MAX_BYTES = 500,
    FIELD_MAX_BYTES = 200,
    LIMIT_TEXT_MAX_BYTES = 300,
    FEE_TEXT_MAX_BYTES = 1000,
    NOTE_MAX_BYTES = 2000,
    AGENCY_MAX_BYTES = 300,
    AGENCY_STEPS_MOST = 20
};

#define X(name, word, api) (word),
static const char *const form_words[] = {DOCUMENT_FORM_MAP(X) NULL};
static const char *const fee_words[] = {FEE_KIND_MAP(X) NULL};
static const char *const online_words[] = {ONLINE_LEVEL_MAP(X) NULL};
#undef X

/* A code as the API writes codes: a letter or digit, then letters, digits, '.', '_', '-'. */
static void read_code(const struct import_row *at, char out_code[PROCEDURE_CODE_SIZE])
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    const char *code = import_row_text(at, "code", true, PROCEDURE_CODE_SIZE - 1);

    if (!code)
        return;
    if (code[strspn(code, letters)] || strchr("._-", code[0]))
        import_row_fault(at, "code", IMPORT_FAULT_VALUE);
    else
        memcpy(out_code, code, strlen(code) + 1);
}

static bool unit_has_amount(const char *unit)
{
    return strcmp(unit, limit_unit_name(LIMIT_SAME_DAY)) != 0 &&
           strcmp(unit, limit_unit_name(LIMIT_NONE)) != 0;
}

/* {"unit", "n"} with `extra` units added. */
static void read_span(const struct import_row *at, double extra, struct time_limit *out_limit)
{
    const char *unit = import_row_text(at, "unit", true, 40);
    double amount = 0;

    if (!unit || (unit_has_amount(unit) && !import_row_number(at, "n", true, &amount)))
        return;
    /* seconds are for tests and tools: no law states them */
    if (strcmp(unit, limit_unit_name(LIMIT_WORKING_SECONDS)) == 0 ||
        time_limit_make(unit, amount, extra, out_limit) != ERR_OK)
        import_row_fault(at, "", IMPORT_FAULT_LIMIT);
}

/* The limit with the add-on must be one too, wherever the row is used. Rule R-282. */
static void add_mountain(const struct import_row *at, bool mountain, struct procedure *out)
{
    struct time_limit with_extra = out->limit;

    if (out->mountain_extra > 0 &&
        time_limit_make(limit_unit_name(out->limit.unit), (double)out->limit.hundredths / 100,
                        out->mountain_extra, &with_extra) != ERR_OK)
        import_row_fault(at, "mountain_extra", IMPORT_FAULT_VALUE);
    if (mountain)
        out->limit = with_extra;
}

/* Rules R-275 (the text says why there is no limit), R-282. */
static void read_limit(const struct import_row *row, bool mountain, struct procedure *out)
{
    const struct import_row at = import_row_object(row, "time_limit", true);

    if (!at.object)
        return;
    out->limit_text = import_row_text(&at, "text", true, LIMIT_TEXT_MAX_BYTES);
    if (import_row_number(&at, "mountain_extra", false, &out->mountain_extra) &&
        (out->mountain_extra < 0 || out->mountain_extra > 1000))
        import_row_fault(&at, "mountain_extra", IMPORT_FAULT_VALUE);
    read_span(&at, 0, &out->limit);
    add_mountain(&at, mountain, out);
    const char *cutoff = import_row_text(&at, "cutoff", false, 5);
    if (cutoff) {
        char policy[sizeof "cutoff=HH:MM"];

        snprintf(policy, sizeof policy, "cutoff=%s", cutoff);
        if (strcmp(cutoff, "none") == 0 ||
            deadline_policy_set(&out->policy, policy, strlen(policy)) != ERR_OK)
            import_row_fault(&at, "cutoff", IMPORT_FAULT_VALUE);
    }
}

static void read_extension(const struct import_row *row, struct procedure *out)
{
    const struct import_row at = import_row_object(row, "extension", false);

    if (!at.object)
        return;
    const struct import_row extra = import_row_object(&at, "extra", true);
    out->has_extension = true;
    out->extension_reason = import_row_text(&at, "reason", true, NAME_MAX_BYTES);
    if (extra.object)
        read_span(&extra, 0, &out->extension);
}

/* Rule R-277: what is collected at the counter has its prices. */
static void check_prices(const struct import_row *at, const struct procedure_fee *fee)
{
    const bool priced =
        fee->kind == FEE_FIXED || fee->kind == FEE_PER_PAGE || fee->kind == FEE_BY_CHANNEL;

    if (priced && !fee->has_amount)
        import_row_fault(at, "amount", IMPORT_FAULT_PRICE);
    if (fee->kind == FEE_BY_CHANNEL && !fee->has_online_amount)
        import_row_fault(at, "amount_online", IMPORT_FAULT_PRICE);
    if (fee->kind == FEE_FREE && fee->has_amount && fee->amount != 0)
        import_row_fault(at, "amount", IMPORT_FAULT_VALUE);
}

static void read_fee(const struct import_row *row, struct procedure_fee *out)
{
    const struct import_row at = import_row_object(row, "fee", true);
    const int faults = row->report->fault_count;

    if (!at.object)
        return;
    out->kind = (enum fee_kind)import_row_word(&at, "type", fee_words);
    out->has_amount = import_row_money(&at, "amount", &out->amount);
    out->has_online_amount = import_row_money(&at, "amount_online", &out->online_amount);
    out->text = import_row_text(&at, "text", true, FEE_TEXT_MAX_BYTES);
    if (row->report->fault_count == faults)
        check_prices(&at, out);
}

static enum err read_documents(const struct import_row *row, struct procedure *out)
{
    const json_t *list = import_row_member(row, "documents", true), *value;
    size_t i;

    if (!list)
        return ERR_OK;
    if (!json_is_array(list) || json_array_size(list) > PROCEDURE_DOCUMENTS_MAX) {
        import_row_fault(row, "documents",
                         json_is_array(list) ? IMPORT_FAULT_TOO_MANY : IMPORT_FAULT_TYPE);
        return ERR_OK;
    }
    out->documents = calloc(json_array_size(list) + 1, sizeof *out->documents);
    if (!out->documents)
        return ERR_NO_MEMORY;
    json_array_foreach(list, i, value)
    {
        struct procedure_document *document = &out->documents[out->document_count++];
        const struct import_row at = import_row_element(row, "documents", i, value);

        if (!at.object)
            continue;
        document->name = import_row_text(&at, "name", true, NAME_MAX_BYTES);
        document->form = (enum document_form)import_row_word(&at, "kind", form_words);
        document->required = import_row_bool(&at, "required", true, false);
        document->replace_by_data = import_row_text(&at, "replace_by_data", false, NAME_MAX_BYTES);
    }
    return ERR_OK;
}

/* Hundredths of a working hour that a limit stands for in sums, 8 hours a day; false where it is
 * not working time. */
static bool in_hours(const struct time_limit *limit, int64_t *out_hundredths)
{
    switch (limit->unit) {
    case LIMIT_SAME_DAY:
        *out_hundredths = 800;
        return true;
    case LIMIT_WORKING_DAYS:
        *out_hundredths = limit->hundredths * 8;
        return true;
    case LIMIT_WORKING_HOURS:
        *out_hundredths = limit->hundredths;
        return true;
    case LIMIT_CALENDAR_DAYS:
    case LIMIT_CALENDAR_MONTHS:
    case LIMIT_WORKING_SECONDS:
    case LIMIT_NONE:
        break;
    }
    return false;
}

/* Rule R-246: who does what; a share of the limit stands for a limit of its own. Returns the share,
 * 0 for none. */
static double read_step(const struct import_row *at)
{
    double share = 0, most = 0;

    import_row_text(at, "unit", true, STEP_OWNER_SIZE - 1);
    import_row_text(at, "task", true, STEP_TASK_SIZE - 1);
    if (import_row_number(at, "share", false, &share) && (share < 0 || share > 1))
        import_row_fault(at, "share", IMPORT_FAULT_VALUE);
    if (import_row_number(at, "max_days", false, &most) && (most < 0 || most > 1000))
        import_row_fault(at, "max_days", IMPORT_FAULT_VALUE);
    return share >= 0 && share <= 1 ? share : 0;
}

/* Rule R-276: the steps together take no longer than the limit. Compared in working time, or where
 * every limit is in calendar days. */
static void check_steps(const struct import_row *row, const struct procedure *procedure)
{
    const json_t *steps = import_row_member(row, "steps", false), *value;
    int64_t total = 0, hours, hours_of_all = 0, whole;
    bool all_days = true, all_hours = true;
    double shares = 0;
    size_t i;

    if (steps && (!json_is_array(steps) || json_array_size(steps) > STEP_PLAN_MAX))
        import_row_fault(row, "steps",
                         json_is_array(steps) ? IMPORT_FAULT_TOO_MANY : IMPORT_FAULT_TYPE);
    json_array_foreach(steps, i, value)
    {
        const struct import_row at = import_row_element(row, "steps", i, value);
        const struct import_row span = import_row_object(&at, "limit", false);
        struct time_limit limit = {.unit = LIMIT_NONE};

        const double share = at.object ? read_step(&at) : 0;
        if (!span.object) {
            shares += share;
            continue;
        }
        read_span(&span, 0, &limit);
        all_days = all_days && limit.unit == LIMIT_CALENDAR_DAYS;
        all_hours = in_hours(&limit, &hours) && all_hours;
        total += limit.hundredths;
        hours_of_all += all_hours ? hours : 0;
    }
    const bool too_long =
        shares > 1.00005 ||
        (shares > 0 && all_hours && in_hours(&procedure->limit, &whole) &&
         (double)hours_of_all > (1.00005 - shares) * (double)whole) ||
        (all_days && procedure->limit.unit == LIMIT_CALENDAR_DAYS &&
         total > procedure->limit.hundredths) ||
        (all_hours && in_hours(&procedure->limit, &whole) && hours_of_all > whole);
    if (too_long)
        import_row_fault(row, "steps", IMPORT_FAULT_STEPS);
}

/* Rule R-876: each step at another agency says who does what, and by when if it has a time. */
static void check_agency_steps(const struct import_row *row)
{
    const json_t *steps = import_row_member(row, "interlinked", false), *value;
    size_t i;

    if (steps && (!json_is_array(steps) || json_array_size(steps) > AGENCY_STEPS_MOST))
        import_row_fault(row, "interlinked",
                         json_is_array(steps) ? IMPORT_FAULT_TOO_MANY : IMPORT_FAULT_TYPE);
    json_array_foreach(steps, i, value)
    {
        const struct import_row at = import_row_element(row, "interlinked", i, value);
        struct time_limit limit = {.unit = LIMIT_NONE};

        if (!at.object)
            continue;
        import_row_text(&at, "agency", true, AGENCY_MAX_BYTES);
        import_row_text(&at, "task", true, NAME_MAX_BYTES);
        const struct import_row span = import_row_object(&at, "limit", false);
        if (span.object)
            read_span(&span, 0, &limit);
    }
}

enum err procedure_read(struct json_t *row, bool mountain, struct import_report *report,
                        struct procedure *out_procedure)
{
    const struct import_row at = {.object = row, .report = report};
    const int faults = report->fault_count;
    struct procedure procedure = {.limit = {.unit = LIMIT_NONE}};

    read_code(&at, procedure.code);
    procedure.name = import_row_text(&at, "name", true, NAME_MAX_BYTES);
    procedure.field = import_row_text(&at, "field", true, FIELD_MAX_BYTES);
    procedure.unit = import_row_text(&at, "handling_unit", true, PROCEDURE_CODE_SIZE - 1);
    read_limit(&at, mountain, &procedure);
    read_extension(&at, &procedure);
    read_fee(&at, &procedure.fee);
    enum err err = read_documents(&at, &procedure);
    procedure.result = import_row_text(&at, "result", true, NAME_MAX_BYTES); /* */
    procedure.result_on_paper = import_row_bool(&at, "result_on_paper", false, true);
    procedure.beyond_boundary = import_row_bool(&at, "phi_dia_gioi", false, false);
    procedure.online = (enum online_level)import_row_word(&at, "online_level", online_words);
    procedure.note = import_row_text(&at, "note", false, NOTE_MAX_BYTES);
    check_steps(&at, &procedure);
    check_agency_steps(&at);
    procedure_parts_check(&at); /* */
    if (err == ERR_OK && report->fault_count != faults)
        err = ERR_FIELDS;
    if (err != ERR_OK) {
        free(procedure.documents);
        return err;
    }
    procedure.row = json_incref(row);
    *out_procedure = procedure;
    return ERR_OK;
}
