/* What the centre consists of: /sites, /services, /units, /agencies, /procedures. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "usecase/procedure_view.h"
#include "usecase/read_catalogue.h"

enum { VERSION_DIGITS_MAX = 9 };

/* ---- what is in memory: sites, services, units ----------------------------------------------- */

/* One list of the catalogue. */
struct part {
    int (*count)(const struct catalogue *catalogue);
    const char *(*code_at)(const struct catalogue *catalogue, int index);
    void (*view)(struct text *body, const struct catalogue *catalogue, int index);
    bool (*shown)(const struct catalogue *catalogue, int index); /* NULL: all are */
};

/* Index after the code `after`, 0 for the first page; -1 when it is not in the list. */
static int page_start(const struct part *part, const struct catalogue *catalogue, const char *after)
{
    if (!after[0])
        return 0;
    for (int i = 0; i < part->count(catalogue); i++)
        if (strcmp(part->code_at(catalogue, i), after) == 0)
            return i + 1;
    return -1;
}

static enum err list_part(struct api_call *call, const struct part *part)
{
    struct catalogue *catalogue;
    char after[CURSOR_SIZE];
    struct text body;
    int limit;
    const enum err err = api_list_codes(call, &limit, after);

    if (err != ERR_OK)
        return err;
    catalogue = office_catalogue(api_office(call->api));
    const int from = page_start(part, catalogue, after), total = part->count(catalogue);
    if (from < 0) {
        catalogue_release(catalogue);
        return ERR_BAD_CURSOR;
    }
    const int to = total - from > limit ? from + limit : total;
    text_init(&body);
    json_open_object(&body, NULL);
    json_open_array(&body, "items");
    for (int i = from; i < to; i++)
        if (!part->shown || part->shown(catalogue, i))
            part->view(&body, catalogue, i);
    api_list_end(&body, to < total ? part->code_at(catalogue, to - 1) : NULL);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    catalogue_release(catalogue);
    return ERR_OK;
}

static int site_count(const struct catalogue *catalogue)
{
    return catalogue->site_count;
}

static const char *site_code(const struct catalogue *catalogue, int index)
{
    return catalogue->sites[index].code;
}

/* What is retired is known to administrators alone (GET /setup). */
static bool site_shown(const struct catalogue *catalogue, int index)
{
    return !catalogue->sites[index].retired;
}

static void site_view(struct text *body, const struct catalogue *catalogue, int index)
{
    const struct catalogue_site *site = &catalogue->sites[index];

    json_open_object(body, NULL);
    json_put_string(body, "site", site->code);
    json_put_string(body, "name", site->name);
    json_put_string_or_null(body, "address", site->address);
    json_put_bool(body, "printer",
                  catalogue_printer(catalogue, site->code, "a5")[0] != '\0' ||
                      catalogue_printer(catalogue, site->code, "a4")[0] != '\0');
    json_close_object(body);
}

enum err catalogue_api_sites(struct api_call *call)
{
    static const struct part part = {site_count, site_code, site_view, site_shown};

    return list_part(call, &part);
}

static int service_count(const struct catalogue *catalogue)
{
    return catalogue->service_count;
}

static const char *service_code(const struct catalogue *catalogue, int index)
{
    return catalogue->services[index].code;
}

static void service_view(struct text *body, const struct catalogue *catalogue, int index)
{
    const struct catalogue_service *service = &catalogue->services[index];

    json_open_object(body, NULL);
    json_put_string(body, "service", service->code);
    json_put_string(body, "name", service->name);
    json_put_string_or_null(body, "name_en", service->name_en);
    json_put_string(body, "state", service->closed ? "closed" : "open");
    json_close_object(body);
}

enum err catalogue_api_services(struct api_call *call)
{
    static const struct part part = {service_count, service_code, service_view, NULL};

    return list_part(call, &part);
}

static void put_day(struct text *body, const char *key, struct date day)
{
    if (day.day)
        json_put_date(body, key, day);
    else
        json_put_null(body, key);
}

/* The days on which it works; null: not bounded. Rule R-437. */
static void put_days(struct text *body, struct date from, struct date until)
{
    put_day(body, "effective_from", from);
    put_day(body, "effective_to", until);
}

static int unit_count(const struct catalogue *catalogue)
{
    return catalogue->unit_count;
}

static const char *unit_code(const struct catalogue *catalogue, int index)
{
    return catalogue->units[index].code;
}

static void unit_view(struct text *body, const struct catalogue *catalogue, int index)
{
    const struct catalogue_unit *unit = &catalogue->units[index];

    json_open_object(body, NULL);
    json_put_string(body, "unit", unit->code);
    json_put_string(body, "name", unit->name);
    json_put_bool(body, "handles", unit->handles);
    put_days(body, unit->from, unit->until);
    json_close_object(body);
}

enum err catalogue_api_units(struct api_call *call)
{
    static const struct part part = {unit_count, unit_code, unit_view, NULL};

    return list_part(call, &part);
}

static int agency_count(const struct catalogue *catalogue)
{
    return catalogue->agency_count;
}

static const char *agency_code(const struct catalogue *catalogue, int index)
{
    return catalogue->agencies[index].code;
}

static void agency_view(struct text *body, const struct catalogue *catalogue, int index)
{
    const struct catalogue_agency *agency = &catalogue->agencies[index];

    json_open_object(body, NULL);
    json_put_string(body, "agency", agency->code);
    json_put_string(body, "name", agency->name);
    json_put_string_or_null(body, "address", agency->address);
    put_days(body, agency->from, agency->until);
    json_put_string_or_null(body, "successor", agency->successor);
    json_close_object(body);
}

enum err catalogue_api_agencies(struct api_call *call)
{
    static const struct part part = {agency_count, agency_code, agency_view, NULL};

    return list_part(call, &part);
}

/* ---- procedures ------------------------------------------------------------------------------ */

static void procedures_answer(struct command *command)
{
    struct read_procedures *read = container_of(command, struct read_procedures, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_procedures(struct command *command)
{
    text_release(&container_of(command, struct read_procedures, command)->items);
}

static enum err read_filters(const struct api_call *call, struct read_procedures *read)
{
    char after[CURSOR_SIZE];

    if (!api_query_copy(call, "q", read->words, sizeof read->words) ||
        !api_query_copy(call, "field", read->field, sizeof read->field))
        return ERR_BAD_PARAMETER;
    const enum err err = api_list_codes(call, &read->limit, after);
    if (err == ERR_OK && strlen(after) >= sizeof read->after)
        return ERR_BAD_CURSOR;
    if (err == ERR_OK)
        memcpy(read->after, after, strlen(after) + 1);
    return err;
}

static enum err list_procedures(struct api_call *call, bool in_force_only)
{
    struct read_procedures *read =
        api_command(call, sizeof *read, read_procedures_run, procedures_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->in_force_only = in_force_only;
    api_after(read, after_procedures);
    return api_read_with(read, read_filters(call, read));
}

enum err catalogue_api_procedures(struct api_call *call)
{
    return list_procedures(call, false);
}

enum err catalogue_api_public_procedures(struct api_call *call)
{
    return list_procedures(call, true);
}

static void procedure_answer(struct command *command)
{
    struct read_procedure *read = container_of(command, struct read_procedure, command);

    procedure_view_whole(api_answer(command, 200), NULL, &read->procedure,
                         date_of_instant(command->now));
}

static void after_procedure(struct command *command)
{
    procedure_release(&container_of(command, struct read_procedure, command)->procedure);
}

static enum err read_one(struct api_call *call, int64_t version)
{
    struct read_procedure *read =
        api_command(call, sizeof *read, read_procedure_run, procedure_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->code = call->parameter[0];
    read->version = version;
    api_after(read, after_procedure);
    return api_read(read);
}

enum err catalogue_api_procedure(struct api_call *call)
{
    return read_one(call, 0);
}

enum err catalogue_api_version(struct api_call *call)
{
    const char *version = call->parameter[1];

    if (version[0] < '1' || version[0] > '9' || strlen(version) > VERSION_DIGITS_MAX ||
        version[strspn(version, "0123456789")])
        return ERR_NOT_FOUND;
    return read_one(call, strtoll(version, NULL, 10));
}

static void versions_answer(struct command *command)
{
    struct read_procedure_versions *read =
        container_of(command, struct read_procedure_versions, command);

    api_answer_take(command, 200, &read->body);
}

static void after_versions(struct command *command)
{
    text_release(&container_of(command, struct read_procedure_versions, command)->body);
}

enum err catalogue_api_versions(struct api_call *call)
{
    struct read_procedure_versions *read =
        api_command(call, sizeof *read, read_procedure_versions_run, versions_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->code = call->parameter[0];
    api_after(read, after_versions);
    return api_read(read);
}
