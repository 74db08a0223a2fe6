#include "usecase/queue_journal.h"

#include <stdlib.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/ticket_view.h"

enum { CLOSE_AT_ONCE = 64 /* tickets loaded in one go when a day is closed */ };

/* Add `sign` to the figure that a ticket of this state stands in. */
static void count_state(struct queue_count *count, enum ticket_state state, int sign)
{
    switch (state) {
    case TICKET_WAITING:
        count->waiting += sign;
        break;
    case TICKET_CALLED:
    case TICKET_SERVING:
        count->active += sign;
        break;
    case TICKET_PARKED:
        count->parked += sign;
        break;
    case TICKET_DONE:
        count->done += sign;
        break;
    case TICKET_NO_SHOW:
        count->no_show += sign;
        break;
    case TICKET_CANCELLED:
        count->cancelled += sign;
        break;
    case TICKET_STATE_COUNT:
        break;
    }
}

void queue_journal_count(struct store_tx *tx, const struct queue_rules *rules,
                         const struct ticket *before, const struct ticket_record *record)
{
    const struct ticket *after = &record->ticket;
    struct queue_count delta = {.issued = before ? 0 : 1};

    count_state(&delta, after->state, 1);
    if (before && before->service == after->service) {
        count_state(&delta, before->state, -1);
    } else if (before) {
        struct queue_count gone = {.issued = 0};

        count_state(&gone, before->state, -1);
        queue_count_add(tx, record->site, record->business_date,
                        rules->services[before->service].code, &gone);
    }
    queue_count_add(tx, record->site, record->business_date, rules->services[after->service].code,
                    &delta);
}

void queue_journal_save(struct store_tx *tx, struct command *command, const struct ticket *before,
                        struct ticket_record *record, const char *kind, const char *why)
{
    const struct queue_rules *rules = catalogue_rules(record->site, command->catalogue);
    const struct ticket *ticket = &record->ticket;
    char subject[TICKET_ID_SIZE];
    struct text data;

    record->version = event_log_next_seq(tx);
    ticket_rows_update(tx, rules, record, command->now);
    queue_journal_count(tx, rules, before, record);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", record->site);
    ticket_view(&data, "ticket", record, rules, NULL, false);
    if (why)
        json_put_raw(&data, "why", why);
    json_close_object(&data);
    opaque_id('t', ticket->id, subject);
    command_event(tx, command, kind, subject,
                  ticket->counter == QUEUE_NONE ? "" : rules->counters[ticket->counter].code,
                  &data);
    text_release(&data);
}

/* Close the tickets of the day before that are still open, a few at a time. */
static enum err close_tickets(struct store_tx *tx, struct command *command,
                              const struct catalogue_site *site, struct date date)
{
    struct ticket_record *records = malloc(CLOSE_AT_ONCE * sizeof *records);
    int count;

    if (!records)
        return ERR_NO_MEMORY;
    do {
        count = ticket_rows_unfinished(tx, &site->rules, site->code, date, records, CLOSE_AT_ONCE);
        for (int i = 0; i < count && sql_outcome(tx) == ERR_OK; i++) {
            const struct ticket before = records[i].ticket;

            if (ticket_day_end(&records[i].ticket) != ERR_OK)
                sql_fail(tx, ERR_INTERNAL); /* the query and the rule disagree */
            queue_journal_save(tx, command, &before, &records[i], "ticket_closed", NULL);
        }
    } while (count == CLOSE_AT_ONCE && sql_outcome(tx) == ERR_OK);
    free(records);
    return sql_outcome(tx);
}

static void tell_new_day(struct store_tx *tx, struct command *command,
                         const struct catalogue_site *site, struct date date)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", site->code);
    json_put_date(&data, "business_date", date);
    json_close_object(&data);
    command_event(tx, command, "queue_day_begun", site->code, "", &data);
    text_release(&data);
}

enum err queue_journal_begin_day(struct store_tx *tx, struct command *command, int site)
{
    const struct catalogue_site *at = &command->catalogue->sites[site];
    const struct date today = date_of_instant(command->now);
    struct date date = {0};
    int64_t first_id = 0;
    enum err err = ERR_OK;

    const bool begun = business_day_get(tx, at->code, &date, &first_id);
    if (begun && !date_before(date, today))
        return sql_outcome(tx);
    if (begun)
        err = close_tickets(tx, command, at, date);
    if (err != ERR_OK)
        return err;
    counter_rows_new_day(tx, at->code);
    tell_new_day(tx, command, at, today);
    business_day_put(tx, at->code, today, event_log_next_seq(tx));
    return sql_outcome(tx);
}
