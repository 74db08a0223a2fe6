#include "usecase/check_centre.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/event_log.h"
#include "store/ticket_rows.h"
#include "usecase/check_cash.h"
#include "usecase/check_closed_reports.h"
#include "usecase/check_dossiers.h"
#include "usecase/check_inbox.h"
#include "usecase/check_mappings.h"
#include "usecase/check_people.h"
#include "usecase/check_petitions.h"
#include "usecase/check_ratings.h"
#include "usecase/check_receipts.h"
#include "usecase/check_reminders.h"
#include "usecase/check_scans.h"
#include "usecase/log_chain.h"
#include "usecase/ticket_view.h"

enum { PAGE = 500, GROW = 1024 };

/* A ticket as the log tells it; in order of id, since ids are given in order. */
struct told_ticket {
    int64_t id;
    int32_t date;
    char site[SITE_CODE_SIZE];
    char service[QUEUE_CODE_SIZE];
    enum ticket_state state;
};

struct check {
    struct store_tx *tx;
    struct check_faults faults;
    struct check_dossiers *dossiers;
    struct check_result *result;
    struct log_chain chain;
    struct told_ticket *tickets;
    size_t count, room;
    bool no_memory;
    struct check_ratings ratings;
    struct check_closed_reports closed_reports;
    struct check_reminders reminders;
    struct check_petitions petitions;
    struct check_people people;
    struct check_mappings mappings;
    struct check_scans scans;
    struct check_inbox inbox;
    struct check_receipts receipts;
    struct check_cash cash;
};

/* ---- 1: the log ------------------------------------------------------------------------------ */

static void check_chain(struct check *check, const struct event *event)
{
    const int64_t before = check->chain.seq;
    const unsigned breaks = log_chain_step(&check->chain, event);

    if (breaks & CHAIN_GAP)
        check_fault(&check->faults, "log: row %lld follows row %lld", (long long)event->seq,
                    (long long)before);
    if (breaks & CHAIN_TIME)
        check_fault(&check->faults, "log: row %lld is earlier than the row before",
                    (long long)event->seq);
    if (breaks & CHAIN_HASH)
        check_fault(&check->faults, "log: the hash of row %lld is not that of its content",
                    (long long)event->seq);
}

static int compare_id(const void *a, const void *b)
{
    const struct told_ticket *left = a, *right = b;

    return (left->id > right->id) - (left->id < right->id);
}

static struct told_ticket *find_ticket(struct check *check, int64_t id)
{
    const struct told_ticket key = {.id = id};

    return check->count ? bsearch(&key, check->tickets, check->count, sizeof key, compare_id)
                        : NULL;
}

static struct told_ticket *add_ticket(struct check *check, int64_t id)
{
    if (check->count == check->room) {
        struct told_ticket *grown =
            realloc(check->tickets, (check->room + GROW) * 2 * sizeof *grown);

        if (!grown) {
            check->no_memory = true;
            return NULL;
        }
        check->tickets = grown;
        check->room = (check->room + GROW) * 2;
    }
    if (check->count && check->tickets[check->count - 1].id >= id) {
        check_fault(&check->faults, "log: ticket t%lld is told out of order", (long long)id);
        return NULL;
    }
    struct told_ticket *ticket = &check->tickets[check->count++];
    *ticket = (struct told_ticket){.id = id};
    return ticket;
}

static void copy_member(const json_t *object, const char *key, char *out, size_t size)
{
    const char *value = json_string_value(json_object_get(object, key));

    snprintf(out, size, "%s", value ? value : "");
}

/* Take up what an event says of a ticket. A printer or a device may be named like one: "t1". */
static void note_ticket(struct check *check, const struct event *event)
{
    const bool of_ticket = strncmp(event->kind, "ticket_", strlen("ticket_")) == 0;
    const int64_t id = of_ticket ? opaque_id_parse('t', event->subject) : 0;
    json_t *data = id ? json_loads(event->data, 0, NULL) : NULL;
    const json_t *told = json_object_get(data, "ticket");
    struct told_ticket *ticket = find_ticket(check, id);
    char state[16], date[DATE_TEXT_SIZE];
    struct date day;

    if (told && !ticket)
        ticket = add_ticket(check, id);
    if (told && ticket) {
        copy_member(told, "site", ticket->site, sizeof ticket->site);
        copy_member(told, "service", ticket->service, sizeof ticket->service);
        copy_member(told, "state", state, sizeof state);
        copy_member(told, "business_date", date, sizeof date);
        if (!ticket_state_parse(state, &ticket->state) ||
            date_parse(date, strlen(date), &day) != ERR_OK)
            check_fault(&check->faults, "log: row %lld tells a ticket that cannot be read",
                        (long long)event->seq);
        else
            ticket->date = day.day;
    }
    json_decref(data);
}

/* The sheet of a ticket, and each sheet of which the feed or a reprint told, must be there. */
static void check_print_job(struct check *check, const struct event *event)
{
    const bool issue = strcmp(event->kind, "ticket_issued") == 0;
    const bool of_sheet = strncmp(event->kind, "print_", strlen("print_")) == 0;
    const int64_t id = issue ? event->seq : opaque_id_parse('p', event->subject);

    if (id == 0 || !(issue || of_sheet))
        return;
    struct sql *q = sql_start(check->tx, STMT_PRINT_JOB_SUBJECT_GET);
    sql_int(q, 1, sql_centre(check->tx));
    sql_int(q, 2, id);
    const bool found = sql_row(q);
    if (!found)
        check_fault(&check->faults, "print job p%lld: row %lld of the log tells of it, it is gone",
                    (long long)id, (long long)event->seq);
    else if (issue && strcmp(sql_column_text(q, 0), event->subject) != 0)
        check_fault(&check->faults, "print job p%lld: is of %s, the log says %s", (long long)id,
                    sql_column_text(q, 0), event->subject);
    sql_end(q);
}

static int note_event(const struct event *event, void *data)
{
    struct check *check = data;

    check->result->events++;
    check_chain(check, event);
    note_ticket(check, event);
    check_print_job(check, event);
    check_ratings_note(&check->ratings, event);
    check_closed_reports_note(&check->closed_reports, event);
    check_scans_note(&check->scans, event);
    check_inbox_note(&check->inbox, event);
    check_reminders_note(&check->reminders, event);
    check_receipts_note(&check->receipts, event);
    check_cash_note(&check->cash, event);
    check_petitions_note(&check->petitions, event);
    check_people_note(&check->people, event);
    check_mappings_note(&check->mappings, event);
    check->no_memory = check->no_memory || !check_dossiers_note(check->dossiers, event);
    return !check->no_memory;
}

static void read_log(struct check *check)
{
    int64_t before;

    check->chain.at = instant_none();
    do {
        before = check->chain.seq;
        event_log_read(check->tx, before, PAGE, note_event, check);
    } while (check->chain.seq > before && !check->no_memory && sql_outcome(check->tx) == ERR_OK);
    check->result->tickets = (int64_t)check->count;
}

/* ---- 2: the tickets -------------------------------------------------------------------------- */

static void check_tickets(struct check *check)
{
    struct sql *q = sql_start(check->tx, STMT_TICKET_STATES);
    int64_t rows = 0;

    sql_int(q, 1, sql_centre(check->tx));
    while (sql_row(q)) {
        const int64_t id = sql_column_int(q, 0);
        const struct told_ticket *told = find_ticket(check, id);

        rows++;
        if (!told)
            check_fault(&check->faults, "ticket t%lld: the log does not know it", (long long)id);
        else if (strcmp(sql_column_text(q, 1), ticket_state_name(told->state)) != 0 ||
                 strcmp(sql_column_text(q, 2), told->service) != 0)
            check_fault(&check->faults, "ticket t%lld: is %s for %s, the log says %s for %s",
                        (long long)id, sql_column_text(q, 1), sql_column_text(q, 2),
                        ticket_state_name(told->state), told->service);
    }
    if (rows < (int64_t)check->count)
        check_fault(&check->faults, "tickets: %lld rows, the log knows %zu", (long long)rows,
                    check->count);
}

/* ---- 3: the figures of each day -------------------------------------------------------------- */

/* How many of the tickets told stand at one place in one group of states. */
static int64_t recount(const struct check *check, const char *site, int32_t date,
                       const char *service, unsigned states)
{
    int64_t count = 0;

    for (size_t i = 0; i < check->count; i++) {
        const struct told_ticket *ticket = &check->tickets[i];

        count += ticket->date == date && (states >> ticket->state & 1) &&
                 strcmp(ticket->service, service) == 0 && strcmp(ticket->site, site) == 0;
    }
    return count;
}

static void check_figures(struct check *check)
{
    static const struct {
        const char *name;
        unsigned states;
    } columns[] = {{"waiting", 1u << TICKET_WAITING},
                   {"parked", 1u << TICKET_PARKED},
                   {"active", 1u << TICKET_CALLED | 1u << TICKET_SERVING},
                   {"done", 1u << TICKET_DONE},
                   {"no_show", 1u << TICKET_NO_SHOW},
                   {"cancelled", 1u << TICKET_CANCELLED}};
    struct sql *q = sql_start(check->tx, STMT_QUEUE_COUNT_ALL);

    sql_int(q, 1, sql_centre(check->tx));
    while (sql_row(q)) {
        char site[SITE_CODE_SIZE], service[QUEUE_CODE_SIZE];
        const int32_t date = sql_column_date(q, 1).day;

        sql_column_copy(q, 0, site, sizeof site);
        sql_column_copy(q, 2, service, sizeof service);
        check->result->figures++;
        for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
            const int64_t stored = sql_column_int(q, 3 + (int)i);
            const int64_t counted = recount(check, site, date, service, columns[i].states);

            if (stored != counted)
                check_fault(&check->faults,
                            "figures of %s, service %s, day %d: %s is %lld, counted %lld", site,
                            service, date, columns[i].name, (long long)stored, (long long)counted);
        }
    }
}

/* ---- 4: the series --------------------------------------------------------------------------- */

static void check_series(struct check *check)
{
    struct sql *q = sql_start(check->tx, STMT_TICKET_SERIES);

    sql_int(q, 1, sql_centre(check->tx));
    while (sql_row(q)) {
        check->result->series++;
        if (sql_column_int(q, 3) != sql_column_int(q, 5) ||
            sql_column_int(q, 4) != sql_column_int(q, 5))
            check_fault(&check->faults,
                        "numbers of %s, service %s, day %lld: %lld given up to %lld, the series "
                        "stands at %lld",
                        sql_column_text(q, 0), sql_column_text(q, 1),
                        (long long)sql_column_int(q, 2), (long long)sql_column_int(q, 3),
                        (long long)sql_column_int(q, 4), (long long)sql_column_int(q, 5));
    }
}

/* ---- 5: the dossiers ------------------------------------------------------------------------- */

static enum err check_the_dossiers(struct check *check)
{
    struct dossiers_compared compared;
    const enum err err = check_dossiers_compare(check->dossiers, &compared);

    if (err != ERR_OK)
        return err;
    check->result->dossiers = compared.dossiers;
    check->result->figures += compared.figures;
    check->result->series += compared.series;
    return ERR_OK;
}

enum err check_centre(struct store_tx *tx, void (*fault)(const char *sentence, void *data),
                      void *data, struct check_result *out)
{
    struct check check = {.tx = tx, .faults = {.told = fault, .data = data}, .result = out};
    enum err err = ERR_NO_MEMORY;

    *out = (struct check_result){.events = 0};
    check.scans = (struct check_scans){.tx = tx, .faults = &check.faults};
    check.inbox = (struct check_inbox){.tx = tx, .faults = &check.faults};
    check.reminders = (struct check_reminders){.tx = tx, .faults = &check.faults};
    check.receipts = (struct check_receipts){.tx = tx, .faults = &check.faults};
    check.cash = (struct check_cash){.tx = tx, .faults = &check.faults};
    check.petitions = (struct check_petitions){.tx = tx, .faults = &check.faults};
    check.people = (struct check_people){.tx = tx, .faults = &check.faults};
    check.mappings = (struct check_mappings){.tx = tx, .faults = &check.faults};
    check.dossiers = check_dossiers_new(tx, &check.faults);
    check.no_memory = !check.dossiers;
    if (!check.no_memory)
        read_log(&check);
    if (!check.no_memory) {
        check_tickets(&check);
        check_figures(&check);
        check_series(&check);
        out->ratings = check_ratings_compare(&check.ratings, tx, &check.faults);
        out->closed_reports =
            check_closed_reports_compare(&check.closed_reports, tx, &check.faults);
        out->scans = check_scans_compare(&check.scans);
        out->inbox = check_inbox_compare(&check.inbox);
        out->reminders = check_reminders_compare(&check.reminders);
        out->receipts = check_receipts_compare(&check.receipts);
        out->cash_closings = check_cash_compare(&check.cash);
        out->petitions = check_petitions_compare(&check.petitions);
        out->people = check_people_compare(&check.people);
        out->mappings = check_mappings_compare(&check.mappings);
        err = check_the_dossiers(&check);
    }
    out->faults = check.faults.count;
    check_dossiers_free(check.dossiers);
    free(check.tickets);
    return err == ERR_OK ? sql_outcome(tx) : err;
}
