#include "usecase/read_queue.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"

/* ---- tickets --------------------------------------------------------------------------------- */

static void add_ticket(const struct ticket_record *record, void *data)
{
    struct read_tickets *read = data;

    if (read->limit-- <= 0) /* one more than the page: there is a next one */
        return;
    ticket_view(&read->items, NULL, record, catalogue_rules(record->site, read->command.catalogue),
                NULL, false);
    opaque_id('t', record->ticket.id, read->next);
}

/* The first id that today's tickets of any site can have. */
static int64_t first_of_today(struct store_tx *tx, const struct command *command)
{
    const struct catalogue *catalogue = command->catalogue;
    const struct date today = date_of_instant(command->now);
    int64_t first = INT64_MAX;

    for (int i = 0; i < catalogue->site_count; i++) {
        struct date date;
        int64_t id;

        if (business_day_get(tx, catalogue->sites[i].code, &date, &id) && date_equal(date, today) &&
            id < first)
            first = id;
    }
    return first;
}

enum err read_tickets_run(struct store_tx *tx, struct command *command)
{
    struct read_tickets *read = container_of(command, struct read_tickets, command);
    const int64_t first = first_of_today(tx, command);
    const int limit = read->limit;
    const struct ticket_filter filter = {.site = read->site,
                                         .service = read->service,
                                         .state = read->state,
                                         .counter = read->counter,
                                         .after = read->after >= first ? read->after : first - 1,
                                         .limit = limit + 1};

    text_init(&read->items);
    ticket_rows_list(tx, &filter, catalogue_rules, command->catalogue, add_ticket, read);
    if (read->limit >= 0)
        read->next[0] = '\0'; /* the page was not overrun */
    read->limit = limit;
    return ERR_OK;
}

enum err read_ticket_run(struct store_tx *tx, struct command *command)
{
    struct read_ticket *read = container_of(command, struct read_ticket, command);
    uint8_t track[DIGEST_SIZE];
    bool found;

    if (read->ticket) {
        found =
            ticket_rows_get(tx, read->ticket, catalogue_rules, command->catalogue, &read->record);
    } else {
        digest(read->token, strlen(read->token), track);
        found = ticket_rows_by_track(tx, track, catalogue_rules, command->catalogue, &read->record);
    }
    if (!found)
        return ERR_NOT_FOUND;
    read->rules = catalogue_rules(read->record.site, command->catalogue);
    return ERR_OK;
}

/* ---- counters -------------------------------------------------------------------------------- */

static void add_counter(const struct counter_record *record, void *data)
{
    struct read_counters *read = data;

    if (record->retired || (read->site[0] && strcmp(read->site, record->site) != 0) ||
        (read->counter[0] && strcmp(read->counter, record->code) != 0) ||
        read->count == QUEUE_COUNTERS_MAX)
        return;
    read->seen[read->count++].record = *record;
}

static void look_at_counters(struct store_tx *tx, struct catalogue *catalogue,
                             struct read_counters *read)
{
    counter_rows_list(tx, add_counter, read);
    for (int i = 0; i < read->count; i++) {
        struct counter_seen *seen = &read->seen[i];

        seen->busy = queue_counter_is_busy(&seen->record.counter) &&
                     ticket_rows_get(tx, seen->record.counter.ticket, catalogue_rules, catalogue,
                                     &seen->ticket);
    }
}

enum err read_counters_run(struct store_tx *tx, struct command *command)
{
    struct read_counters *read = container_of(command, struct read_counters, command);

    look_at_counters(tx, command->catalogue, read);
    return read->counter[0] && read->count == 0 ? ERR_NOT_FOUND : ERR_OK;
}

/* ---- the day at a glance --------------------------------------------------------------------- */

struct waiting_of {
    const struct queue_rules *rules;
    struct queue_seen *seen;
};

static void add_waiting(const char *service, const struct queue_count *count, void *data)
{
    const struct waiting_of *of = data;
    const int index = queue_rules_service(of->rules, service);

    if (index != QUEUE_NONE)
        of->seen->waiting[index] = count->waiting;
}

/* Give up to `limit` calls of a site's day, newest first; returns how many. */
static int load_calls(struct store_tx *tx, const char *site, const struct queue_rules *rules,
                      struct date date, struct queue_call *out_calls, int limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_CALLS);
    int count = 0;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    sql_int(q, 4, limit);
    while (count < limit && sql_row(q)) {
        struct queue_call *call = &out_calls[count++];
        const int of_class = queue_rules_class(rules, sql_column_text(q, 4));

        ticket_number_format(sql_column_text(q, 0), (int32_t)sql_column_int(q, 1), call->number);
        sql_column_copy(q, 2, call->counter, sizeof call->counter);
        call->at = sql_column_instant(q, 3);
        call->priority =
            of_class != QUEUE_NONE && queue_rules_lane(rules, of_class) != QUEUE_ORDINARY;
    }
    sql_end(q);
    return count;
}

bool read_newest_call(struct store_tx *tx, const char *site, const struct queue_rules *rules,
                      struct date date, struct queue_call *out_call)
{
    return load_calls(tx, site, rules, date, out_call, 1) == 1;
}

static void look_at_site(struct store_tx *tx, const struct command *command,
                         struct queue_seen *seen)
{
    const struct catalogue_site *site = &command->catalogue->sites[seen->site];
    const struct date today = date_of_instant(command->now);
    struct waiting_of of = {&site->rules, seen};

    queue_count_day(tx, site->code, today, add_waiting, &of);
    seen->call_count =
        load_calls(tx, site->code, &site->rules, today, seen->calls, QUEUE_CALLS_SHOWN);
}

enum err read_queue_run(struct store_tx *tx, struct command *command)
{
    struct read_queue *read = container_of(command, struct read_queue, command);
    const struct catalogue *catalogue = command->catalogue;
    struct log_head head;

    if (read->site[0] && catalogue_site_in_use(catalogue, read->site) == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    for (int i = 0; i < catalogue->site_count; i++)
        if (!catalogue->sites[i].retired &&
            (!read->site[0] || strcmp(read->site, catalogue->sites[i].code) == 0)) {
            read->seen[read->count].site = i;
            look_at_site(tx, command, &read->seen[read->count++]);
        }
    look_at_counters(tx, command->catalogue, &read->counters);
    event_log_load_head(tx, &head);
    read->seq = head.seq;
    return ERR_OK;
}
