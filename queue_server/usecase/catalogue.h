/*
 * The centre's set-up as every use case sees it: sites, services, counters, units, rules, printers.
 *
 * Immutable once loaded and counted by references, so that the writer, the readers and the loop may
 * look at one while import loads the next. Any thread.
 */
#ifndef USECASE_CATALOGUE_H
#define USECASE_CATALOGUE_H

#include <stdbool.h>

#include "domain/dossier.h"
#include "domain/dossier_code.h"
#include "domain/petition.h"
#include "domain/queue_rules.h"
#include "domain/reminder.h"
#include "store/account_rows.h"
#include "store/counter_rows.h"
#include "store/setup_rows.h"
#include "store/ticket_rows.h"

enum {
    CATALOGUE_SITES_MAX = 16,
    CATALOGUE_UNITS_MAX = 64,
    CATALOGUE_AGENCIES_MAX = 512,
    CATALOGUE_PRINTERS_MAX = 32,
    CATALOGUE_USES_MAX = 256,
    CATALOGUE_NAME_SIZE = 192
};

struct catalogue_service {
    char code[QUEUE_CODE_SIZE];
    char name[CATALOGUE_NAME_SIZE];
    char name_en[CATALOGUE_NAME_SIZE];
    bool closed;
};

struct catalogue_counter {
    char code[QUEUE_CODE_SIZE];
    char name[COUNTER_NAME_SIZE];
    int site;     /* index */
    bool retired; /* not used any more: it serves nothing */
};

struct catalogue_site {
    char code[SITE_CODE_SIZE];
    char name[CATALOGUE_NAME_SIZE];
    char address[CATALOGUE_NAME_SIZE];
    bool retired;             /* not used any more */
    struct queue_rules rules; /* all classes and services, the counters of this site */
};

struct catalogue_unit {
    char code[UNIT_CODE_SIZE];
    char name[CATALOGUE_NAME_SIZE];
    bool handles;            /* dossiers may be handed to it on its days */
    struct date from, until; /* first and last day on which it works; day 0: not bounded */
};

/* Another agency, for which dossiers are received here. Rules. */
struct catalogue_agency {
    char code[AGENCY_ID_SIZE];
    char name[CATALOGUE_NAME_SIZE];
    char address[CATALOGUE_NAME_SIZE];
    struct date from, until;        /* as of a unit */
    char successor[AGENCY_ID_SIZE]; /* that took over what it did; "": none */
};

struct catalogue {
    _Atomic int references;
    char code[32]; /* agency identifier, e.g. H55.128 */
    char name[CATALOGUE_NAME_SIZE];
    bool training;
    char public_url[CATALOGUE_NAME_SIZE]; /* where citizens look things up; "" when not set */
    struct catalogue_site *sites;
    int site_count;
    struct catalogue_service services[QUEUE_SERVICES_MAX];
    int service_count;
    int result_service; /* where results are returned; QUEUE_NONE: nowhere */
    char kiosk_priority_class[QUEUE_CODE_SIZE]; /* that the switch of a kiosk gives; "": none */
    struct catalogue_counter counters[QUEUE_COUNTERS_MAX];
    int counter_count;
    struct catalogue_unit units[CATALOGUE_UNITS_MAX];
    int unit_count;
    struct catalogue_agency *agencies; /* in the order of their codes */
    int agency_count;
    struct printer_row printers[CATALOGUE_PRINTERS_MAX];
    int printer_count;
    struct printer_use uses[CATALOGUE_USES_MAX]; /* of printers, by counters and kiosks */
    int use_count;
    struct dossier_policy dossier_policy;   /* */
    struct reminder_policy reminder_policy; /* */
    struct petition_policy petition_policy; /* */
};

/*
 * Load the set-up from the rows.
 *
 * out_catalogue  one reference, owned by the caller; set on success only
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_RULES_MALFORMED (the stored queue rules), ERR_STORE.
 */
enum err catalogue_load(struct store_tx *tx, struct catalogue **out_catalogue);

struct catalogue *catalogue_hold(struct catalogue *catalogue);
void catalogue_release(struct catalogue *catalogue);

/* Index, or QUEUE_NONE. */
int catalogue_site(const struct catalogue *catalogue, const char *code);
int catalogue_service(const struct catalogue *catalogue, const char *code);
int catalogue_counter(const struct catalogue *catalogue, const char *code);
int catalogue_unit(const struct catalogue *catalogue, const char *code);
int catalogue_agency(const struct catalogue *catalogue, const char *code);
/* May dossiers be handed to this unit (an index) on that day? */
bool catalogue_unit_handles(const struct catalogue *catalogue, int unit, struct date day);
/* Does this agency (an index) work on that day? */
bool catalogue_agency_works(const struct catalogue *catalogue, int agency, struct date day);
/* Rules of a site by its code, NULL when there is none; `data` is a struct catalogue. */
const struct queue_rules *catalogue_rules(const char *site, void *data);
/* Index of a site that is in use, or QUEUE_NONE. */
int catalogue_site_in_use(const struct catalogue *catalogue, const char *code);
/* The first site that is in use, and the one that is when it is the only one; or QUEUE_NONE. */
int catalogue_first_site(const struct catalogue *catalogue);
int catalogue_only_site(const struct catalogue *catalogue);
/* Destination of the printer that holds `paper` at `site`; "" when there is none. */
const char *catalogue_printer(const struct catalogue *catalogue, const char *site,
                              const char *paper);
/* The same for a counter or a device at that site, which may have a printer of its own. Rule R-982.
 */
const char *catalogue_printer_of(const struct catalogue *catalogue, bool by_device,
                                 const char *user, const char *site, const char *paper);

#endif
