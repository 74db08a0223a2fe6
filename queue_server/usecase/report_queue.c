#include "usecase/report_queue.h"

#include <stdlib.h>
#include <string.h>

enum { NO_TIME = -1 };

/* What the figures need of one ticket. */
struct visit {
    int service, half_hour;
    int64_t wait_s, service_s; /* or NO_TIME */
};

struct gathering {
    struct report_queue *report;
    struct visit *visits;
    size_t count, capacity;
    enum err err;
};

static bool make_room(struct gathering *gathering)
{
    const size_t capacity = gathering->capacity ? gathering->capacity * 2 : 512;
    struct visit *larger;

    if (gathering->count < gathering->capacity)
        return true;
    gathering->err = gathering->count < REPORT_TICKETS_MAX ? ERR_NO_MEMORY : ERR_INTERNAL;
    larger = gathering->err == ERR_INTERNAL
                 ? NULL
                 : realloc(gathering->visits, capacity * sizeof *gathering->visits);
    if (!larger)
        return false;
    gathering->visits = larger;
    gathering->capacity = capacity;
    gathering->err = ERR_OK;
    return true;
}

static void count_ticket(struct queue_report_row *row, enum ticket_state state)
{
    row->issued++;
    row->waiting += state == TICKET_WAITING;
    row->served += state == TICKET_DONE;
    row->no_show += state == TICKET_NO_SHOW;
    row->cancelled += state == TICKET_CANCELLED;
}

/* Rule R-943. */
static int half_hour_of(struct instant issued_at)
{
    return second_of_day(issued_at) / (SECONDS_PER_DAY / HALF_HOURS);
}

static void add_ticket(const struct ticket_record *record, void *data)
{
    struct gathering *gathering = data;
    const struct ticket *ticket = &record->ticket;
    struct visit visit = {ticket->service, half_hour_of(ticket->issued_at), NO_TIME, NO_TIME};

    if (gathering->err != ERR_OK || !make_room(gathering))
        return;
    count_ticket(&gathering->report->rows[ticket->service], ticket->state);
    count_ticket(&gathering->report->half_hours[visit.half_hour], ticket->state);
    count_ticket(&gathering->report->total, ticket->state);
    ticket_wait(ticket, &visit.wait_s);
    ticket_service_time(ticket, &visit.service_s);
    gathering->visits[gathering->count++] = visit;
}

/* Which visits a row has the times of; QUEUE_NONE: any. */
struct which {
    int service, half_hour;
};

static bool is_of(const struct visit *visit, struct which which)
{
    return (which.service == QUEUE_NONE || visit->service == which.service) &&
           (which.half_hour == QUEUE_NONE || visit->half_hour == which.half_hour);
}

/* The times of a row's visits, in `space` for all of them. */
static void fill_times(const struct gathering *gathering, struct which which, int64_t *space,
                       struct queue_report_row *row)
{
    size_t waits = 0, services = 0;

    for (size_t i = 0; i < gathering->count; i++) {
        const struct visit *visit = &gathering->visits[i];

        if (is_of(visit, which) && visit->wait_s != NO_TIME)
            space[waits++] = visit->wait_s;
    }
    row->wait = queue_times_of(space, waits);
    for (size_t i = 0; i < gathering->count; i++) {
        const struct visit *visit = &gathering->visits[i];

        if (is_of(visit, which) && visit->service_s != NO_TIME)
            space[services++] = visit->service_s;
    }
    row->service = queue_times_of(space, services);
}

static enum err fill_rows(const struct gathering *gathering)
{
    struct report_queue *report = gathering->report;
    int64_t *space = malloc((gathering->count + 1) * sizeof *space);

    if (!space)
        return ERR_NO_MEMORY;
    for (int i = 0; i < report->command.catalogue->service_count; i++)
        fill_times(gathering, (struct which){i, QUEUE_NONE}, space, &report->rows[i]);
    for (int i = 0; i < HALF_HOURS; i++)
        if (report->half_hours[i].issued)
            fill_times(gathering, (struct which){QUEUE_NONE, i}, space, &report->half_hours[i]);
    fill_times(gathering, (struct which){QUEUE_NONE, QUEUE_NONE}, space, &report->total);
    free(space);
    return ERR_OK;
}

/* The tickets of one day, of one site or of all. */
static void gather_day(struct store_tx *tx, struct gathering *gathering, struct date date)
{
    struct report_queue *report = gathering->report;
    const struct catalogue *catalogue = report->command.catalogue;
    const size_t before = gathering->count;

    for (int i = 0; i < catalogue->site_count; i++)
        if (!report->site[0] || strcmp(report->site, catalogue->sites[i].code) == 0)
            ticket_rows_of_day(tx, &catalogue->sites[i].rules, catalogue->sites[i].code, date,
                               add_ticket, gathering);
    report->days_used += gathering->count > before;
}

enum err report_queue_run(struct store_tx *tx, struct command *command)
{
    struct report_queue *report = container_of(command, struct report_queue, command);
    const struct catalogue *catalogue = command->catalogue;
    struct gathering gathering = {.report = report, .err = ERR_OK};

    if (report->site[0] && catalogue_site(catalogue, report->site) == QUEUE_NONE)
        return ERR_BAD_PARAMETER;
    for (int back = report->days - 1; back >= 0; back--)
        gather_day(tx, &gathering, date_plus(report->date, -back));
    if (gathering.err == ERR_OK)
        gathering.err = fill_rows(&gathering);
    free(gathering.visits);
    return gathering.err;
}
