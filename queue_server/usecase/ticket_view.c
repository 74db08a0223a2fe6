#include "usecase/ticket_view.h"

#include <stdio.h>

#include "base/digits.h"

void opaque_id(char letter, int64_t id, char out_text[TICKET_ID_SIZE])
{
    snprintf(out_text, TICKET_ID_SIZE, "%c%lld", letter, (long long)id);
}

int64_t opaque_id_parse(char letter, const char *text)
{
    int64_t id = 0;

    if (text[0] != letter || text[1] == '0')
        return 0;
    for (int i = 1; text[i]; i++) {
        if (!digit_is(text[i]) || i > 18)
            return 0;
        id = id * 10 + (text[i] - '0');
    }
    return id;
}

void wait_view(struct text *text, const struct wait_range *wait)
{
    if (!wait || !wait->known) {
        json_put_null(text, "wait_estimate");
        if (wait)
            json_put_string(text, "wait_unknown", wait_unknown_name(wait->why));
        return;
    }
    json_open_object(text, "wait_estimate");
    json_put_int(text, "low_s", wait->low_s);
    json_put_int(text, "high_s", wait->high_s);
    json_put_instant(text, "as_of", wait->as_of);
    json_close_object(text);
}

static const char *code_or_null(const struct queue_rules *rules, int counter)
{
    return counter == QUEUE_NONE ? NULL : rules->counters[counter].code;
}

static struct instant ended_at(const struct ticket *ticket)
{
    return ticket->state == TICKET_NO_SHOW ? ticket->no_show_at : ticket->finished_at;
}

static void view_times(struct text *text, const struct ticket_record *record)
{
    const struct ticket *ticket = &record->ticket;

    json_put_instant(text, "issued_at", ticket->issued_at);
    json_put_date(text, "business_date", record->business_date);
    json_put_instant_or_null(text, "called_at", ticket->called_at);
    json_put_instant_or_null(text, "started_at", ticket->started_at);
    json_put_instant_or_null(text, "finished_at", ended_at(ticket));
}

static const char *closed_by_text(enum ticket_closed_by closed_by)
{
    switch (closed_by) {
    case TICKET_NOT_CLOSED:
        return NULL;
    case TICKET_CLOSED_BY_CANCEL:
        return "cancel";
    case TICKET_CLOSED_BY_DAY_END:
        return "day_end";
    }
    return NULL;
}

/* Who reads it. */
enum reader { READER_STAFF, READER_ISSUER, READER_HALL };

static void view_papers(struct text *text, const struct ticket_record *record, enum reader reader)
{
    char id[TICKET_ID_SIZE];

    if (record->print_job) {
        opaque_id('p', record->print_job, id);
        json_put_string(text, "print_job", id);
    } else {
        json_put_null(text, "print_job");
    }
    if (record->dossier && reader != READER_HALL) {
        opaque_id('d', record->dossier, id);
        json_put_string(text, "dossier", id);
    }
}

static void view(struct text *text, const char *key, const struct ticket_record *record,
                 const struct queue_rules *rules, const struct wait_range *wait, enum reader reader)
{
    const struct ticket *ticket = &record->ticket;
    const struct wait_range *told = ticket->state == TICKET_WAITING ? wait : NULL;
    char number[TICKET_NUMBER_SIZE], id[TICKET_ID_SIZE];

    ticket_number_format(record->number_service, record->number, number);
    opaque_id('t', ticket->id, id);
    json_open_object(text, key);
    json_put_string(text, "id", id);
    json_put_string(text, "site", record->site);
    json_put_string(text, "number", number);
    json_put_string(text, "service", rules->services[ticket->service].code);
    if (reader != READER_HALL)
        json_put_string(text, "class", rules->classes[ticket->of_class].code);
    json_put_string(text, "state", ticket_state_name(ticket->state));
    view_times(text, record);
    json_put_string(text, "counter", code_or_null(rules, ticket->counter));
    json_put_int(text, "calls", ticket->calls);
    json_put_instant_or_null(text, "appointment", ticket->appointment);
    json_put_string(text, "only_counter", code_or_null(rules, ticket->only_counter));
    json_put_instant(text, "not_before", ticket->not_before);
    if (told && told->known)
        json_put_int(text, "ahead", told->ahead);
    else
        json_put_null(text, "ahead");
    wait_view(text, told);
    json_put_string(text, "closed_by", closed_by_text(ticket->closed_by));
    if (reader == READER_ISSUER)
        json_put_string(text, "track_token", record->track_token);
    view_papers(text, record, reader);
    json_put_int(text, "version", record->version);
    json_close_object(text);
}

void ticket_view(struct text *text, const char *key, const struct ticket_record *record,
                 const struct queue_rules *rules, const struct wait_range *wait, bool with_token)
{
    view(text, key, record, rules, wait, with_token ? READER_ISSUER : READER_STAFF);
}

void ticket_view_in_hall(struct text *text, const char *key, const struct ticket_record *record,
                         const struct queue_rules *rules, const struct wait_range *wait)
{
    view(text, key, record, rules, wait, READER_HALL);
}
