#include "usecase/import_centre.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/printer_address.h"
#include "domain/dossier_code.h"
#include "store/shared_rows.h"
#include "usecase/import_organisations.h"
#include "usecase/import_policies.h"
#include "usecase/queue_rules_document.h"
#include "usecase/setup_view.h"

/* Reading goes on after a fault, so that all of them are named at once. */
static void fault(struct import *import, const char *place, size_t index, const char *what)
{
    text_printf(&import->faults, "%s[%zu]: %s\n", place, index, what);
}

/* A member that must be a text of 1..most bytes; "" with a fault otherwise. */
static const char *need(struct import *import, const char *place, size_t index,
                        const json_t *object, const char *key, size_t most)
{
    const char *value = json_string_value(json_object_get(object, key));

    if (value && value[0] && strlen(value) <= most)
        return value;
    text_printf(&import->faults, "%s[%zu].%s: a text of 1..%zu bytes is needed\n", place, index,
                key, most);
    return "";
}

static const char *maybe(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));

    return value ? value : "";
}

static struct sql *start(struct store_tx *tx, enum statement statement)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    return q;
}

static void put_row(struct import *import, struct sql *q)
{
    sql_run(q);
    import->rows++;
}

/* What an administrator has on his screen is older from now on. */
static void touch(struct store_tx *tx, const struct import *import, enum setup_part part,
                  const char *code)
{
    setup_stamp_touch(tx, setup_part_name(part), code, import->command.now,
                      import->command.actor.code);
}

/* ---- the parts ------------------------------------------------------------------------------- */

static void put_setting(struct store_tx *tx, const json_t *centre, const char *key)
{
    const json_t *value = json_object_get(centre, key);

    if (json_is_string(value))
        setting_put(tx, key, json_string_value(value));
    else if (json_is_boolean(value))
        setting_put(tx, key, json_is_true(value) ? "1" : "0");
}

static void import_name(struct store_tx *tx, struct import *import, const json_t *root)
{
    static const char *const settings[] = {
        "public_url", "parent",           "agency",         "place",
        "hotline",    "mountain_commune", "result_service", "kiosk_priority_class"};
    const json_t *centre = json_object_get(root, "centre");
    struct sql *q;

    if (!centre)
        return;
    q = start(tx, STMT_CENTRE_UPDATE);
    sql_text(q, 2, need(import, "centre", 0, centre, "code", 31));
    sql_text(q, 3, need(import, "centre", 0, centre, "name", CATALOGUE_NAME_SIZE - 1));
    put_row(import, q);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        put_setting(tx, centre, settings[i]);
}

static void import_sites(struct store_tx *tx, struct import *import, const json_t *root)
{
    size_t i;
    json_t *site;

    json_array_foreach(json_object_get(root, "sites"), i, site)
    {
        struct sql *q = start(tx, STMT_SITE_PUT);

        sql_text(q, 2, need(import, "sites", i, site, "site", SITE_CODE_SIZE - 1));
        sql_text(q, 3, need(import, "sites", i, site, "name", CATALOGUE_NAME_SIZE - 1));
        sql_text(q, 4, maybe(site, "address"));
        put_row(import, q);
        touch(tx, import, PART_SITE, maybe(site, "site"));
    }
}

static void import_services(struct store_tx *tx, struct import *import, const json_t *root)
{
    size_t i;
    json_t *service;

    json_array_foreach(json_object_get(root, "services"), i, service)
    {
        const char *code = need(import, "services", i, service, "service", 1);
        struct sql *q = start(tx, STMT_SERVICE_PUT);

        if (code[0] && (code[0] < 'A' || code[0] > 'Z'))
            fault(import, "services", i, "the code of a service is one letter A..Z");
        sql_text(q, 2, code);
        sql_text(q, 3, need(import, "services", i, service, "name", CATALOGUE_NAME_SIZE - 1));
        sql_text(q, 4, maybe(service, "name_en"));
        sql_int(q, 5, (int64_t)i);
        sql_int(q, 6, json_is_true(json_object_get(service, "closed")));
        put_row(import, q);
        touch(tx, import, PART_SERVICE, code);
    }
}

static bool has_code(const json_t *array, const char *key, const char *code)
{
    size_t i;
    json_t *value;

    json_array_foreach(array, i, value)
    {
        if (strcmp(maybe(value, key), code) == 0)
            return true;
    }
    return false;
}

static void give_service(struct store_tx *tx, const char *counter, const char *service,
                         const json_t *after_s)
{
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_PUT);

    sql_text(q, 2, counter);
    sql_text(q, 3, service);
    if (after_s)
        sql_int(q, 4, json_integer_value(after_s));
    else
        sql_null(q, 4);
    sql_run(q);
}

/* Primary services are codes; help services are {"service", "after_s"}. */
static void import_duties(struct store_tx *tx, struct import *import, const json_t *root, size_t at,
                          const json_t *counter, const char *code)
{
    const json_t *services = json_object_get(root, "services");
    const json_t *primary = json_object_get(counter, "primary");
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_CLEAR);
    size_t i;
    json_t *value;

    sql_text(q, 2, code);
    sql_run(q);
    json_array_foreach(primary, i, value)
    {
        const char *service = json_string_value(value);

        if (!service || !has_code(services, "service", service))
            fault(import, "counters", at, "primary names a service that is not in the document");
        else
            give_service(tx, code, service, NULL);
    }
    json_array_foreach(json_object_get(counter, "help"), i, value)
    {
        const char *service = maybe(value, "service");
        const json_t *after_s = json_object_get(value, "after_s");

        if (!has_code(services, "service", service) || !json_is_integer(after_s) ||
            json_integer_value(after_s) < 0)
            fault(import, "counters", at, "help needs a service of the document and after_s");
        else
            give_service(tx, code, service, after_s);
    }
}

/* A ticket tied to a counter would wait for ever if that counter left for another site. */
static bool moves_away(const struct import *import, const char *code, const char *site)
{
    const struct catalogue *catalogue = import->command.catalogue;
    const int counter = catalogue_counter(catalogue, code);

    return counter != QUEUE_NONE &&
           strcmp(catalogue->sites[catalogue->counters[counter].site].code, site) != 0;
}

static void import_counters(struct store_tx *tx, struct import *import, const json_t *root)
{
    size_t i;
    json_t *counter;

    json_array_foreach(json_object_get(root, "counters"), i, counter)
    {
        const char *code = need(import, "counters", i, counter, "counter", QUEUE_CODE_SIZE - 1);
        const char *site = need(import, "counters", i, counter, "site", SITE_CODE_SIZE - 1);
        struct sql *q = start(tx, STMT_COUNTER_PUT);

        if (!has_code(json_object_get(root, "sites"), "site", site))
            fault(import, "counters", i, "site is not in the document");
        else if (moves_away(import, code, site))
            fault(import, "counters", i,
                  "a counter stays at its site; give the new one a new code");
        sql_text(q, 2, code);
        sql_text(q, 3, site);
        sql_text(q, 4, need(import, "counters", i, counter, "name", COUNTER_NAME_SIZE - 1));
        put_row(import, q);
        touch(tx, import, PART_COUNTER, code);
        import_duties(tx, import, root, i, counter, code);
    }
}

static void import_printers(struct store_tx *tx, struct import *import, const json_t *root)
{
    size_t i;
    json_t *printer;

    json_array_foreach(json_object_get(root, "printers"), i, printer)
    {
        struct sql *q = start(tx, STMT_PRINTER_PUT);

        sql_text(q, 2, need(import, "printers", i, printer, "printer", QUEUE_CODE_SIZE - 1));
        sql_text(q, 3, need(import, "printers", i, printer, "name", CATALOGUE_NAME_SIZE - 1));
        sql_text(q, 4,
                 need(import, "printers", i, printer, "destination", CATALOGUE_NAME_SIZE - 1));
        sql_text(q, 5, need(import, "printers", i, printer, "site", SITE_CODE_SIZE - 1));
        sql_text(q, 6, need(import, "printers", i, printer, "paper", 7));
        put_row(import, q);
        touch(tx, import, PART_PRINTER, maybe(printer, "printer"));
    }
}

/* ---- the document as a whole ----------------------------------------------------------------- */

/* A part is a list, and no code stands in it twice: the later row would silently win. */
static void check_list(struct import *import, const json_t *root, const char *part, const char *key)
{
    const json_t *list = json_object_get(root, part);
    json_t *seen = json_object();
    size_t i;
    json_t *row;

    if (list && !json_is_array(list))
        text_printf(&import->faults, "%s: a list is needed\n", part);
    json_array_foreach(list, i, row)
    {
        const char *code = maybe(row, key);

        if (code[0] && json_object_get(seen, code))
            fault(import, part, i, "an earlier row has the same code");
        json_object_set_new(seen, code, json_true());
    }
    json_decref(seen);
}

/* Rule R-101: a service is either primary or help at one counter, and once. */
static void check_duties(struct import *import, const json_t *root)
{
    size_t i, j;
    json_t *counter, *value;

    json_array_foreach(json_object_get(root, "counters"), i, counter)
    {
        json_t *seen = json_object();

        json_array_foreach(json_object_get(counter, "primary"), j, value)
        {
            if (json_object_get(seen, json_is_string(value) ? json_string_value(value) : ""))
                fault(import, "counters", i, "a service is named twice");
            json_object_set_new(seen, json_is_string(value) ? json_string_value(value) : "",
                                json_true());
        }
        json_array_foreach(json_object_get(counter, "help"), j, value)
        {
            if (json_object_get(seen, maybe(value, "service")))
                fault(import, "counters", i, "a service is named twice");
            json_object_set_new(seen, maybe(value, "service"), json_true());
        }
        json_decref(seen);
    }
}

/* A printer stands at a site of the document and takes one of the papers that forms have. */
static void check_printers(struct import *import, const json_t *root)
{
    size_t i;
    json_t *printer;

    json_array_foreach(json_object_get(root, "printers"), i, printer)
    {
        const char *paper = maybe(printer, "paper");

        if (!has_code(json_object_get(root, "sites"), "site", maybe(printer, "site")))
            fault(import, "printers", i, "site is not in the document");
        if (strcmp(paper, "80mm") != 0 && strcmp(paper, "a5") != 0 && strcmp(paper, "a4") != 0)
            fault(import, "printers", i, "paper is 80mm, a5 or a4");
        if (!printer_address_is_allowed(maybe(printer, "destination")))
            fault(import, "printers", i,
                  "destination is a device below /dev, without a user's name or password");
    }
}

/* Where results are returned, and what the priority switch of a kiosk gives. */
static void check_kiosk(struct import *import, const json_t *root)
{
    const json_t *centre = json_object_get(root, "centre");
    const char *service = maybe(centre, "result_service");
    const char *of_class = maybe(centre, "kiosk_priority_class");

    if (service[0] && !has_code(json_object_get(root, "services"), "service", service))
        text_add(&import->faults,
                 "centre.result_service: names a service that is not in the document\n");
    if (of_class[0] &&
        (of_class[0] != 'P' || of_class[1] < '1' || of_class[1] > '7' || of_class[2]))
        text_add(&import->faults, "centre.kiosk_priority_class: a class P1..P7 is needed\n");
}

static void check_document(struct import *import, const json_t *root)
{
    const char *code = maybe(json_object_get(root, "centre"), "code");

    if (code[0] &&
        !agency_id_is_valid(code, strlen(code))) /* it begins every dossier code */
        text_add(&import->faults, "centre.code: an agency identifier like H55.128 is needed\n");
    check_list(import, root, "sites", "site");
    check_list(import, root, "units", "unit");
    check_list(import, root, "agencies", "agency");
    check_list(import, root, "services", "service");
    check_list(import, root, "counters", "counter");
    check_list(import, root, "printers", "printer");
    check_duties(import, root);
    check_printers(import, root);
    check_kiosk(import, root);
}

/* The rules of the queue are read once here, so that a wrong one never reaches a counter. */
static enum err import_rules(struct store_tx *tx, struct import *import, const json_t *root)
{
    const json_t *rules = json_object_get(root, "queue_rules");
    struct queue_rules *parsed = malloc(sizeof *parsed);
    char *json = rules ? json_dumps(rules, JSON_COMPACT) : NULL;
    struct queue_rules_fault wrong;
    enum err err = parsed && (json || !rules) ? ERR_OK : ERR_NO_MEMORY;

    if (err == ERR_OK && rules) {
        if (queue_rules_document_read(json, strlen(json), parsed, &wrong) != ERR_OK)
            text_printf(&import->faults, "queue_rules%s: %s\n", wrong.place, wrong.message);
        else if (parsed->counter_count)
            text_add(&import->faults, "queue_rules/counters: must be empty: the counters of the "
                                      "document say what they serve\n");
        else
            setting_put(tx, "queue_rules", json);
        touch(tx, import, PART_RULES, "");
    }
    free(json);
    free(parsed);
    return err;
}

/* The members that each object of a part has; none of another name, which would be one misspelt. */
static const struct {
    const char *part, *members;
} parts[] = {
    {"centre", " code name public_url parent agency place hotline mountain_commune result_service "
               "kiosk_priority_class "},
    {"sites", " site name address "},
    {"units", " unit name handles effective_from effective_to "},
    {"agencies", " agency name address effective_from effective_to successor "},
    {"services", " service name name_en closed "},
    {"counters", " counter site name primary help "},
    {"printers", " printer name destination site paper "},
};

/* Is `word` one of the words of a list that are parted and enclosed by blanks? */
static bool is_among(const char *word, const char *list)
{
    const size_t length = strlen(word);

    for (const char *at = strchr(word, ' ') ? NULL : list; at && at[1]; at = strchr(at + 1, ' '))
        if (strncmp(at + 1, word, length) == 0 && at[1 + length] == ' ')
            return true;
    return false;
}

static void check_members(struct import *import, const char *part, size_t index,
                          const json_t *object, const char *members)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)object, key, value)
    {
        if (!is_among(key, members))
            text_printf(&import->faults, "%s[%zu].%.64s: not a member of it\n", part, index, key);
    }
}

/* what is not known is refused, so that nothing is left out in silence. */
static void check_keys(struct import *import, const json_t *root)
{
    const char *key;
    size_t at, inner;
    json_t *value, *row, *help;

    json_object_foreach((json_t *)root, key, value)
    {
        const char *members = NULL;

        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
            if (strcmp(parts[i].part, key) == 0)
                members = parts[i].members;
        if (!members &&
            !is_among(key, " queue_rules dossier_rules reminder_rules petition_rules note "))
            text_printf(&import->faults, "%.64s: not a part of this document\n", key);
        if (members && json_is_object(value))
            check_members(import, key, 0, value, members);
        json_array_foreach(members ? value : NULL, at, row)
        {
            check_members(import, key, at, row, members);
            json_array_foreach(json_object_get(row, "help"), inner, help)
                check_members(import, "help", inner, help, " service after_s ");
        }
    }
}

enum err import_centre_run(struct store_tx *tx, struct command *command)
{
    struct import *import = container_of(command, struct import, command);
    json_t *root = json_loadb(import->json, import->length, JSON_REJECT_DUPLICATES, NULL);
    enum err err;

    if (!json_is_object(root)) {
        json_decref(root);
        return ERR_MALFORMED;
    }
    check_keys(import, root);
    check_document(import, root);
    import_name(tx, import, root);
    import_sites(tx, import, root);
    import->rows += import_organisations(tx, root, &import->faults);
    import_services(tx, import, root);
    import_counters(tx, import, root);
    import_printers(tx, import, root);
    err = import_rules(tx, import, root);
    if (err == ERR_OK)
        err = import_policies(tx, root, &import->faults);
    json_decref(root);
    if (err != ERR_OK)
        return err;
    if (import->faults.length)
        return ERR_FIELDS;
    import->changed = import->rows;
    import_tell(tx, command, "centre_imported");
    return ERR_OK;
}
