#include "usecase/catalogue.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "store/shared_rows.h"
#include "usecase/dossier_rules.h"
#include "usecase/petition_rules.h"
#include "usecase/queue_rules_document.h"
#include "usecase/reminder_rules.h"

struct catalogue *catalogue_hold(struct catalogue *catalogue)
{
    atomic_fetch_add(&catalogue->references, 1);
    return catalogue;
}

void catalogue_release(struct catalogue *catalogue)
{
    if (!catalogue || atomic_fetch_sub(&catalogue->references, 1) != 1)
        return;
    free(catalogue->sites);
    free(catalogue->agencies);
    free(catalogue);
}

/* ---- loading --------------------------------------------------------------------------------- */

static struct sql *start(struct store_tx *tx, enum statement statement)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    return q;
}

static void load_centre(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = sql_start(tx, STMT_CENTRE_GET);

    if (sql_row(q)) {
        sql_column_copy(q, 1, catalogue->code, sizeof catalogue->code);
        sql_column_copy(q, 2, catalogue->name, sizeof catalogue->name);
        catalogue->training = sql_column_int(q, 3) != 0;
    }
    sql_end(q);
}

static void load_public_url(struct store_tx *tx, struct catalogue *catalogue)
{
    struct text url;

    text_init(&url);
    if (setting_get(tx, "public_url", &url) && url.length < sizeof catalogue->public_url)
        memcpy(catalogue->public_url, url.data, url.length + 1);
    text_release(&url);
}

/* Where results are returned, and what the priority switch of a kiosk gives: settings of the centre
 * that import has checked. */
static void load_kiosk(struct store_tx *tx, struct catalogue *catalogue)
{
    struct text value;

    text_init(&value);
    catalogue->result_service = setting_get(tx, "result_service", &value)
                                    ? catalogue_service(catalogue, value.data)
                                    : QUEUE_NONE;
    text_clear(&value);
    if (setting_get(tx, "kiosk_priority_class", &value) &&
        value.length < sizeof catalogue->kiosk_priority_class)
        memcpy(catalogue->kiosk_priority_class, value.data, value.length + 1);
    text_release(&value);
}

static void load_services(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = start(tx, STMT_SERVICE_LIST);

    while (catalogue->service_count < QUEUE_SERVICES_MAX && sql_row(q)) {
        struct catalogue_service *service = &catalogue->services[catalogue->service_count++];

        sql_column_copy(q, 0, service->code, sizeof service->code);
        sql_column_copy(q, 1, service->name, sizeof service->name);
        sql_column_copy(q, 2, service->name_en, sizeof service->name_en);
        service->closed = sql_column_int(q, 3) != 0;
    }
    sql_end(q);
}

static void load_units(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = start(tx, STMT_UNIT_LIST);

    while (catalogue->unit_count < CATALOGUE_UNITS_MAX && sql_row(q)) {
        struct catalogue_unit *unit = &catalogue->units[catalogue->unit_count++];

        sql_column_copy(q, 0, unit->code, sizeof unit->code);
        sql_column_copy(q, 1, unit->name, sizeof unit->name);
        unit->handles = sql_column_int(q, 2) != 0;
        unit->from.day = (int32_t)sql_column_int(q, 3);
        unit->until.day = (int32_t)sql_column_int(q, 4);
    }
    sql_end(q);
}

static enum err load_agencies(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = start(tx, STMT_AGENCY_LIST);

    catalogue->agencies = calloc(CATALOGUE_AGENCIES_MAX, sizeof *catalogue->agencies);
    while (catalogue->agencies && catalogue->agency_count < CATALOGUE_AGENCIES_MAX && sql_row(q)) {
        struct catalogue_agency *agency = &catalogue->agencies[catalogue->agency_count++];

        sql_column_copy(q, 0, agency->code, sizeof agency->code);
        sql_column_copy(q, 1, agency->name, sizeof agency->name);
        sql_column_copy(q, 2, agency->address, sizeof agency->address);
        agency->from.day = (int32_t)sql_column_int(q, 3);
        agency->until.day = (int32_t)sql_column_int(q, 4);
        sql_column_copy(q, 5, agency->successor, sizeof agency->successor);
    }
    sql_end(q);
    return catalogue->agencies ? ERR_OK : ERR_NO_MEMORY;
}

static void load_printers(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = start(tx, STMT_PRINTER_LIST);

    while (catalogue->printer_count < CATALOGUE_PRINTERS_MAX && sql_row(q)) {
        struct printer_row *printer = &catalogue->printers[catalogue->printer_count++];

        sql_column_copy(q, 0, printer->code, sizeof printer->code);
        sql_column_copy(q, 1, printer->name, sizeof printer->name);
        sql_column_copy(q, 2, printer->destination, sizeof printer->destination);
        sql_column_copy(q, 3, printer->site, sizeof printer->site);
        sql_column_copy(q, 4, printer->paper, sizeof printer->paper);
        printer->retired = sql_column_int(q, 5) != 0;
    }
    sql_end(q);
    catalogue->use_count = printer_use_list(tx, catalogue->uses, CATALOGUE_USES_MAX);
}

/* The rules that all sites share: classes, caps and windows, and every service. */
static enum err load_shared_rules(struct store_tx *tx, const struct catalogue *catalogue,
                                  struct queue_rules *out_rules)
{
    struct queue_rules_fault fault;
    struct text stored;
    enum err err = ERR_OK;

    text_init(&stored);
    if (setting_get(tx, "queue_rules", &stored))
        err = queue_rules_document_read(stored.data, stored.length, out_rules, &fault);
    else
        queue_rules_init_defaults(out_rules);
    text_release(&stored);
    for (int i = 0; err == ERR_OK && i < catalogue->service_count; i++) {
        int index;

        err = queue_rules_add_service(out_rules, catalogue->services[i].code, &index);
    }
    return err;
}

static enum err load_sites(struct store_tx *tx, struct catalogue *catalogue)
{
    struct queue_rules *shared = malloc(sizeof *shared);
    enum err err = ERR_NO_MEMORY;

    catalogue->sites = calloc(CATALOGUE_SITES_MAX, sizeof *catalogue->sites);
    if (shared && catalogue->sites)
        err = load_shared_rules(tx, catalogue, shared);
    if (err == ERR_OK) {
        struct sql *q = start(tx, STMT_SITE_LIST);

        while (catalogue->site_count < CATALOGUE_SITES_MAX && sql_row(q)) {
            struct catalogue_site *site = &catalogue->sites[catalogue->site_count++];

            sql_column_copy(q, 0, site->code, sizeof site->code);
            sql_column_copy(q, 1, site->name, sizeof site->name);
            sql_column_copy(q, 2, site->address, sizeof site->address);
            site->retired = sql_column_int(q, 3) != 0;
            site->rules = *shared;
        }
        sql_end(q);
    }
    free(shared);
    return err;
}

struct counter_load {
    struct catalogue *catalogue;
    enum err err;
};

static void add_counter(const struct counter_record *record, void *data)
{
    struct counter_load *load = data;
    struct catalogue *catalogue = load->catalogue;
    const int site = catalogue_site(catalogue, record->site);
    int index;

    if (load->err != ERR_OK || site == QUEUE_NONE || catalogue->counter_count == QUEUE_COUNTERS_MAX)
        return;
    load->err = queue_rules_add_counter(&catalogue->sites[site].rules, record->code, &index);
    struct catalogue_counter *counter = &catalogue->counters[catalogue->counter_count++];
    memcpy(counter->code, record->code, sizeof counter->code);
    memcpy(counter->name, record->name, sizeof counter->name);
    counter->site = site;
    counter->retired = record->retired;
}

/* Give each counter its services, primary or as help. */
static enum err load_duties(struct store_tx *tx, struct catalogue *catalogue)
{
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_LIST);
    enum err err = ERR_OK;

    while (err == ERR_OK && sql_row(q)) {
        const int counter = catalogue_counter(catalogue, sql_column_text(q, 0));

        if (counter == QUEUE_NONE || catalogue->counters[counter].retired)
            continue;
        struct queue_rules *rules = &catalogue->sites[catalogue->counters[counter].site].rules;
        const int index = queue_rules_counter(rules, catalogue->counters[counter].code);
        const int service = queue_rules_service(rules, sql_column_text(q, 1));

        if (service == QUEUE_NONE)
            continue;
        err = sql_column_is_null(q, 2)
                  ? queue_rules_add_primary(rules, index, service)
                  : queue_rules_add_help(rules, index, service, sql_column_int(q, 2));
    }
    sql_end(q);
    return err;
}

/* Rules. */
static enum err load_policies(struct store_tx *tx, struct catalogue *catalogue)
{
    struct text stored;
    enum err err = ERR_OK;

    text_init(&stored);
    catalogue->dossier_policy = dossier_policy_default();
    catalogue->reminder_policy = reminder_policy_default();
    catalogue->petition_policy = petition_policy_default();
    if (setting_get(tx, "dossier_rules", &stored))
        err = dossier_rules_parse(&stored, &catalogue->dossier_policy);
    text_release(&stored);
    if (err == ERR_OK && setting_get(tx, "reminder_rules", &stored))
        err = reminder_rules_parse(&stored, &catalogue->reminder_policy);
    text_release(&stored);
    if (err == ERR_OK && setting_get(tx, "petition_rules", &stored))
        err = petition_rules_parse(&stored, &catalogue->petition_policy);
    text_release(&stored);
    return err;
}

enum err catalogue_load(struct store_tx *tx, struct catalogue **out_catalogue)
{
    struct catalogue *catalogue = calloc(1, sizeof *catalogue);
    struct counter_load load = {.catalogue = catalogue, .err = ERR_OK};

    if (!catalogue)
        return ERR_NO_MEMORY;
    catalogue->references = 1;
    load_centre(tx, catalogue);
    load_public_url(tx, catalogue);
    load_services(tx, catalogue);
    load_kiosk(tx, catalogue);
    load_units(tx, catalogue);
    load_printers(tx, catalogue);
    load.err = load_agencies(tx, catalogue);
    if (load.err == ERR_OK)
        load.err = load_sites(tx, catalogue);
    if (load.err == ERR_OK)
        load.err = load_policies(tx, catalogue);
    if (load.err == ERR_OK)
        counter_rows_list(tx, add_counter, &load);
    if (load.err == ERR_OK)
        load.err = load_duties(tx, catalogue);
    if (load.err == ERR_OK)
        load.err = sql_outcome(tx);
    if (load.err != ERR_OK) {
        catalogue_release(catalogue);
        return load.err;
    }
    *out_catalogue = catalogue;
    return ERR_OK;
}

/* ---- looking up ------------------------------------------------------------------------------ */

int catalogue_site(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->site_count; i++)
        if (strcmp(catalogue->sites[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int catalogue_site_in_use(const struct catalogue *catalogue, const char *code)
{
    const int site = catalogue_site(catalogue, code);

    return site == QUEUE_NONE || catalogue->sites[site].retired ? QUEUE_NONE : site;
}

int catalogue_first_site(const struct catalogue *catalogue)
{
    for (int i = 0; i < catalogue->site_count; i++)
        if (!catalogue->sites[i].retired)
            return i;
    return QUEUE_NONE;
}

int catalogue_only_site(const struct catalogue *catalogue)
{
    const int first = catalogue_first_site(catalogue);

    for (int i = first + 1; first != QUEUE_NONE && i < catalogue->site_count; i++)
        if (!catalogue->sites[i].retired)
            return QUEUE_NONE;
    return first;
}

int catalogue_service(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->service_count; i++)
        if (strcmp(catalogue->services[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int catalogue_counter(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->counter_count; i++)
        if (strcmp(catalogue->counters[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int catalogue_unit(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->unit_count; i++)
        if (strcmp(catalogue->units[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int catalogue_agency(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->agency_count; i++)
        if (strcmp(catalogue->agencies[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

/* A bound of day 0 is none. */
static bool is_within(struct date from, struct date until, struct date day)
{
    return !date_before(day, from) && (until.day == 0 || !date_before(until, day));
}

bool catalogue_unit_handles(const struct catalogue *catalogue, int unit, struct date day)
{
    const struct catalogue_unit *at = &catalogue->units[unit];

    return at->handles && is_within(at->from, at->until, day);
}

bool catalogue_agency_works(const struct catalogue *catalogue, int agency, struct date day)
{
    const struct catalogue_agency *at = &catalogue->agencies[agency];

    return is_within(at->from, at->until, day);
}

const struct queue_rules *catalogue_rules(const char *site, void *data)
{
    const struct catalogue *catalogue = data;
    const int index = catalogue_site(catalogue, site);

    return index == QUEUE_NONE ? NULL : &catalogue->sites[index].rules;
}

const char *catalogue_printer(const struct catalogue *catalogue, const char *site,
                              const char *paper)
{
    for (int i = 0; i < catalogue->printer_count; i++)
        if (!catalogue->printers[i].retired && strcmp(catalogue->printers[i].site, site) == 0 &&
            strcmp(catalogue->printers[i].paper, paper) == 0)
            return catalogue->printers[i].destination;
    return "";
}

/* */
const char *catalogue_printer_of(const struct catalogue *catalogue, bool by_device,
                                 const char *user, const char *site, const char *paper)
{
    for (int i = 0; i < catalogue->use_count; i++) {
        const struct printer_use *use = &catalogue->uses[i];

        if (use->by_device != by_device || strcmp(use->user, user) != 0 ||
            strcmp(use->paper, paper) != 0)
            continue;
        for (int k = 0; k < catalogue->printer_count; k++)
            if (!catalogue->printers[k].retired &&
                strcmp(catalogue->printers[k].code, use->printer) == 0)
                return catalogue->printers[k].destination;
    }
    return catalogue_printer(catalogue, site, paper);
}
