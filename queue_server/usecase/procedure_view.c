#include "usecase/procedure_view.h"

#include "usecase/procedure_parts.h"

static void view_cutoff(struct text *text, const struct procedure *procedure)
{
    int32_t second;
    struct text value;

    if (!deadline_policy_cutoff(&procedure->policy, &procedure->limit, &second)) {
        json_put_null(text, "cutoff");
        return;
    }
    text_init(&value);
    text_printf(&value, "%02d:%02d", (int)(second / 3600), (int)(second / 60 % 60));
    json_put_string(text, "cutoff", value.data);
    text_release(&value);
}

static void view_fee(struct text *text, const struct procedure_fee *fee)
{
    json_open_object(text, "fee");
    json_put_string(text, "kind", fee_kind_name(fee->kind));
    if (fee->has_amount)
        json_put_int(text, "amount", fee->amount);
    else
        json_put_null(text, "amount");
    if (fee->has_online_amount)
        json_put_int(text, "amount_online", fee->online_amount);
    else
        json_put_null(text, "amount_online");
    json_put_string(text, "text", fee->text);
    json_close_object(text);
}

static void view_documents(struct text *text, const struct procedure *procedure)
{
    json_open_array(text, "documents");
    for (int i = 0; i < procedure->document_count; i++) {
        const struct procedure_document *document = &procedure->documents[i];

        json_open_object(text, NULL);
        json_put_int(text, "row", i + 1);
        json_put_string(text, "name", document->name);
        json_put_string(text, "form", document_form_name(document->form));
        json_put_bool(text, "required", document->required);
        json_put_string(text, "replace_by_data", document->replace_by_data);
        json_close_object(text);
    }
    json_close_array(text);
}

static void view_members(struct text *text, const struct procedure *procedure, struct date today)
{
    char limit[TIME_LIMIT_TEXT_SIZE];

    time_limit_format(&procedure->limit, limit);
    json_put_string(text, "procedure", procedure->code);
    json_put_int(text, "version", procedure->version);
    json_put_string(text, "name", procedure->name);
    json_put_string(text, "field", procedure->field);
    json_put_string(text, "unit", procedure->unit);
    json_put_bool(text, "in_force", procedure_is_in_force(procedure, today));
    json_put_date(text, "effective_from", procedure->effective_from);
    if (procedure->ends)
        json_put_date(text, "effective_to", procedure->effective_to);
    else
        json_put_null(text, "effective_to");
    json_put_string(text, "limit", limit);
    json_put_string(text, "limit_text", procedure->limit_text);
    view_cutoff(text, procedure);
    view_fee(text, &procedure->fee);
    view_documents(text, procedure);
    json_put_string(text, "result", procedure->result);
    json_put_string(text, "online_level", online_level_name(procedure->online));
    json_put_bool(text, "beyond_boundary", procedure->beyond_boundary);
    json_put_string(text, "note", procedure->note);
}

static void view_limit(struct text *text, const struct time_limit *limit)
{
    char written[TIME_LIMIT_TEXT_SIZE];

    if (limit->unit == LIMIT_NONE) {
        json_put_null(text, "limit");
        return;
    }
    time_limit_format(limit, written);
    json_put_string(text, "limit", written);
}

static void view_extension(struct text *text, const struct procedure *procedure)
{
    if (!procedure->has_extension) {
        json_put_null(text, "extension");
        return;
    }
    json_open_object(text, "extension");
    view_limit(text, &procedure->extension);
    json_put_string(text, "reason", procedure->extension_reason);
    json_close_object(text);
}

/* Hundredths as a number of percent or days. */
static void put_hundredths(struct text *text, const char *key, int64_t hundredths)
{
    struct text number;

    text_init(&number);
    text_printf(&number, "%lld.%02d", (long long)(hundredths / 100), (int)(hundredths % 100));
    json_put_raw(text, key, hundredths > 0 ? number.data : "null");
    text_release(&number);
}

static void view_steps(struct text *text, const struct procedure *procedure)
{
    struct step_plan plan;

    procedure_step_plan(procedure, &plan);
    json_open_array(text, "steps");
    for (int i = 0; i < plan.count; i++) {
        const struct planned_step *step = &plan.steps[i];

        json_open_object(text, NULL);
        json_put_int(text, "row", i + 1);
        json_put_string(text, "unit", step->owner);
        json_put_string(text, "task", step->task);
        view_limit(text, &step->limit);
        put_hundredths(text, "share_percent", step->share);
        put_hundredths(text, "max_days", step->most);
        json_close_object(text);
    }
    json_close_array(text);
}

static void view_agency_steps(struct text *text, const struct procedure *procedure)
{
    struct procedure_agency_step step;

    json_open_array(text, "agency_steps");
    for (int row = 1; procedure_agency_step(procedure, row, &step); row++) {
        json_open_object(text, NULL);
        json_put_int(text, "row", row);
        json_put_string(text, "agency", step.agency);
        json_put_string(text, "task", step.task);
        view_limit(text, &step.limit);
        json_close_object(text);
    }
    json_close_array(text);
}

void procedure_view(struct text *text, const char *key, const struct procedure *procedure,
                    struct date today)
{
    json_open_object(text, key);
    view_members(text, procedure, today);
    json_close_object(text);
}

void procedure_view_whole(struct text *text, const char *key, const struct procedure *procedure,
                          struct date today)
{
    json_open_object(text, key);
    view_members(text, procedure, today);
    json_open_object(text, "details");
    procedure_parts_view(text, procedure);
    json_put_bool(text, "result_on_paper", procedure->result_on_paper);
    view_extension(text, procedure);
    view_steps(text, procedure);
    view_agency_steps(text, procedure);
    json_close_object(text);
    json_close_object(text);
}
