#include "store/ticket_rows.h"

#include <stdio.h>
#include <string.h>

/* Which head a waiting ticket may be. Stored: never renumber. */
enum ticket_lane { LANE_FREE = 0, LANE_TIED = 1, LANE_DELAYED = 2 };

static enum ticket_lane lane_of(const struct ticket *ticket, struct instant now)
{
    if (instant_before(now, ticket->not_before))
        return LANE_DELAYED;
    return ticket->only_counter == QUEUE_NONE ? LANE_FREE : LANE_TIED;
}

static const char *counter_code(const struct queue_rules *rules, int counter)
{
    return counter == QUEUE_NONE ? NULL : rules->counters[counter].code;
}

void ticket_rows_insert(struct store_tx *tx, const struct queue_rules *rules,
                        const struct ticket_record *record, const struct wait_past *played)
{
    const struct ticket *ticket = &record->ticket;
    struct sql *q = sql_start(tx, STMT_TICKET_INSERT);
    uint8_t track[DIGEST_SIZE];

    digest(record->track_token, strlen(record->track_token), track);
    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, ticket->id);
    sql_text(q, 3, record->site);
    sql_date(q, 4, record->business_date);
    sql_text(q, 5, rules->services[ticket->service].code);
    sql_int(q, 6, record->number);
    sql_text(q, 7, rules->classes[ticket->of_class].code);
    sql_instant(q, 8, ticket->order_at);
    sql_instant(q, 9, ticket->not_before);
    sql_instant(q, 10, ticket->issued_at);
    sql_instant_or_null(q, 11, ticket->appointment);
    sql_text(q, 12, record->issuer);
    sql_text(q, 13, record->track_token);
    sql_blob(q, 14, track, sizeof track);
    if (record->print_job)
        sql_int(q, 15, record->print_job);
    else
        sql_null(q, 15);
    sql_int(q, 16, record->version);
    if (played) {
        sql_int(q, 17, played->low_s);
        sql_int(q, 18, played->high_s);
    } else {
        sql_null(q, 17);
        sql_null(q, 18);
    }
    sql_run(q);
}

void ticket_rows_link(struct store_tx *tx, const struct ticket_record *record)
{
    struct sql *q = sql_start(tx, STMT_TICKET_LINK);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, record->ticket.id);
    sql_int(q, 3, record->dossier);
    if (sql_run(q) != 1)
        sql_fail(tx, ERR_STORE);
}

int64_t ticket_rows_of_dossier(struct store_tx *tx, int64_t dossier, struct date date)
{
    struct sql *q = sql_start(tx, STMT_TICKET_OF_DOSSIER);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, dossier);
    sql_date(q, 3, date);
    const int64_t id = sql_row(q) ? sql_column_int(q, 0) : 0;
    sql_end(q);
    return id;
}

void ticket_rows_update(struct store_tx *tx, const struct queue_rules *rules,
                        const struct ticket_record *record, struct instant now)
{
    const struct ticket *ticket = &record->ticket;
    struct sql *q = sql_start(tx, STMT_TICKET_UPDATE);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, ticket->id);
    sql_text(q, 3, rules->services[ticket->service].code);
    sql_text(q, 4, rules->classes[ticket->of_class].code);
    sql_text(q, 5, ticket_state_name(ticket->state));
    sql_int(q, 6, lane_of(ticket, now));
    sql_instant(q, 7, ticket->order_at);
    sql_instant(q, 8, ticket->not_before);
    sql_text_or_null(q, 9, counter_code(rules, ticket->only_counter));
    sql_instant_or_null(q, 10, ticket->first_called_at);
    sql_instant_or_null(q, 11, ticket->called_at);
    sql_instant_or_null(q, 12, ticket->started_at);
    sql_instant_or_null(q, 13, ticket->finished_at);
    sql_text_or_null(q, 14, counter_code(rules, ticket->counter));
    sql_int(q, 15, ticket->calls);
    sql_instant_or_null(q, 16, ticket->no_show_at);
    sql_int(q, 17, ticket->came_back);
    sql_int(q, 18, ticket->closed_by);
    sql_int(q, 19, record->version);
    if (sql_run(q) != 1)
        sql_fail(tx, ERR_STORE);
}

/* ---- reading --------------------------------------------------------------------------------- */

static void read_instants(struct sql *q, struct ticket *out_ticket)
{
    out_ticket->order_at = sql_column_instant(q, 8);
    out_ticket->not_before = sql_column_instant(q, 9);
    out_ticket->issued_at = sql_column_instant(q, 11);
    out_ticket->first_called_at = sql_column_instant(q, 12);
    out_ticket->called_at = sql_column_instant(q, 13);
    out_ticket->started_at = sql_column_instant(q, 14);
    out_ticket->finished_at = sql_column_instant(q, 15);
    out_ticket->appointment = sql_column_instant(q, 18);
    out_ticket->no_show_at = sql_column_instant(q, 19);
}

/* Read the present row; columns as the ticket queries list them. */
static bool read_record(struct sql *q, const struct queue_rules *rules, struct ticket_record *out)
{
    struct ticket *ticket = &out->ticket;

    memset(out, 0, sizeof *out);
    ticket->id = ticket->seq = sql_column_int(q, 0);
    sql_column_copy(q, 1, out->site, sizeof out->site);
    out->business_date = sql_column_date(q, 2);
    ticket->service = queue_rules_service(rules, sql_column_text(q, 3));
    sql_column_copy(q, 4, out->number_service, sizeof out->number_service);
    out->number = (int32_t)sql_column_int(q, 5);
    ticket->of_class = queue_rules_class(rules, sql_column_text(q, 6));
    ticket->only_counter =
        sql_column_is_null(q, 10) ? QUEUE_NONE : queue_rules_counter(rules, sql_column_text(q, 10));
    ticket->counter =
        sql_column_is_null(q, 16) ? QUEUE_NONE : queue_rules_counter(rules, sql_column_text(q, 16));
    read_instants(q, ticket);
    ticket->calls = (int32_t)sql_column_int(q, 17);
    ticket->came_back = sql_column_int(q, 20) != 0;
    ticket->closed_by = (enum ticket_closed_by)sql_column_int(q, 21);
    sql_column_copy(q, 22, out->issuer, sizeof out->issuer);
    sql_column_copy(q, 23, out->track_token, sizeof out->track_token);
    out->print_job = sql_column_int(q, 24);
    out->version = sql_column_int(q, 25);
    out->dossier = sql_column_int(q, 26);
    return ticket_state_parse(sql_column_text(q, 7), &ticket->state) &&
           ticket->service != QUEUE_NONE && ticket->of_class != QUEUE_NONE;
}

static bool read_one(struct sql *q, struct store_tx *tx, rules_of_site_fn rules_of_site, void *data,
                     struct ticket_record *out_record)
{
    bool found = false;

    if (sql_row(q)) {
        const struct queue_rules *rules = rules_of_site(sql_column_text(q, 1), data);

        found = rules && read_record(q, rules, out_record);
        if (!found)
            sql_fail(tx, ERR_STORE); /* a row names a site, service or class that is not there */
    }
    sql_end(q);
    return found;
}

bool ticket_rows_get(struct store_tx *tx, int64_t id, rules_of_site_fn rules_of_site, void *data,
                     struct ticket_record *out_record)
{
    struct sql *q = sql_start(tx, STMT_TICKET_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, id);
    return read_one(q, tx, rules_of_site, data, out_record);
}

bool ticket_rows_by_track(struct store_tx *tx, const uint8_t track[DIGEST_SIZE],
                          rules_of_site_fn rules_of_site, void *data,
                          struct ticket_record *out_record)
{
    struct sql *q = sql_start(tx, STMT_TICKET_BY_TRACK);

    sql_int(q, 1, sql_centre(tx));
    sql_blob(q, 2, track, DIGEST_SIZE);
    return read_one(q, tx, rules_of_site, data, out_record);
}

void ticket_rows_list(struct store_tx *tx, const struct ticket_filter *filter,
                      rules_of_site_fn rules_of_site, void *rules_data,
                      void (*each)(const struct ticket_record *record, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_TICKET_LIST);
    struct ticket_record record;

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, filter->after);
    sql_text_or_null(q, 3, filter->site);
    sql_text_or_null(q, 4, filter->service);
    sql_text_or_null(q, 5, filter->state);
    sql_text_or_null(q, 6, filter->counter);
    sql_int(q, 7, filter->limit);
    while (sql_row(q)) {
        const struct queue_rules *rules = rules_of_site(sql_column_text(q, 1), rules_data);

        if (!rules || !read_record(q, rules, &record))
            sql_fail(tx, ERR_STORE);
        else
            each(&record, data);
    }
}

void ticket_rows_of_day(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                        struct date date,
                        void (*each)(const struct ticket_record *record, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_TICKET_OF_DAY);
    struct ticket_record record;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    while (sql_row(q))
        if (read_record(q, rules, &record))
            each(&record, data);
        else
            sql_fail(tx, ERR_STORE);
}

int ticket_rows_unfinished(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                           struct date date, struct ticket_record *out_records, int limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_UNFINISHED);
    int count = 0;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    sql_int(q, 4, limit);
    while (count < limit && sql_row(q))
        if (read_record(q, rules, &out_records[count]))
            count++;
        else
            sql_fail(tx, ERR_STORE);
    sql_end(q);
    return count;
}

void ticket_rows_promote(struct store_tx *tx, const char *site, struct instant now)
{
    struct sql *q = sql_start(tx, STMT_TICKET_PROMOTE);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_instant(q, 3, now);
    sql_run(q);
}

size_t ticket_rows_service_times(struct store_tx *tx, const char *site, const char *service,
                                 int32_t *out_seconds, size_t limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_SERVICE_TIMES);
    size_t count = 0;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_text(q, 3, service);
    sql_int(q, 4, (int64_t)limit);
    while (count < limit && sql_row(q))
        out_seconds[count++] =
            (int32_t)instant_seconds_between(sql_column_instant(q, 1), sql_column_instant(q, 0));
    sql_end(q);
    return count;
}

static int32_t seconds_not_below_0(struct instant from, struct instant to)
{
    const int64_t seconds = instant_seconds_between(from, to);

    return seconds > 0 ? (int32_t)seconds : 0;
}

size_t ticket_rows_past_waits(struct store_tx *tx, const struct queue_rules *rules,
                              const char *site, const char *service, bool ordinary,
                              struct wait_past *out_past, size_t limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_PAST_WAITS);
    size_t count = 0;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_text(q, 3, service);
    sql_int(q, 4, TICKET_PAST_SEEN);
    while (count < limit && sql_row(q)) {
        const int of_class = queue_rules_class(rules, sql_column_text(q, 0));

        if (of_class == QUEUE_NONE ||
            (queue_rules_lane(rules, of_class) == QUEUE_ORDINARY) != ordinary)
            continue;
        out_past[count++] = (struct wait_past){
            .low_s = (int32_t)sql_column_int(q, 1),
            .high_s = (int32_t)sql_column_int(q, 2),
            .real_s = seconds_not_below_0(sql_column_instant(q, 3), sql_column_instant(q, 4))};
    }
    sql_end(q);
    return count;
}
