#include "usecase/ticket_paper.h"

#include <string.h>

#include "store/shared_rows.h"

enum { CODE_GROUP = 4, CODE_SHOWN = 8 };

/* Names of the counters that serve the ticket as their own work, parted by commas. */
static void add_counters(struct text *text, const struct catalogue *catalogue,
                         const struct ticket_record *record)
{
    const struct queue_rules *rules = catalogue_rules(record->site, (void *)catalogue);
    const int site = catalogue_site(catalogue, record->site);
    struct text names;

    text_init(&names);
    for (int i = 0; i < catalogue->counter_count; i++) {
        const struct catalogue_counter *counter = &catalogue->counters[i];
        const int index = queue_rules_counter(rules, counter->code);

        if (counter->site != site ||
            queue_rules_duty(rules, index, record->ticket.service).role != QUEUE_ROLE_PRIMARY)
            continue;
        if (names.length)
            text_add(&names, ", ");
        text_add(&names, counter->name);
    }
    json_put_string_or_null(text, "counters",
                            names.length && names.length < 80 ? names.data : NULL);
    text_release(&names);
}

/* The link that the QR code carries, and the beginning of its secret for typing. */
static void add_link(struct text *text, const struct catalogue *catalogue,
                     const struct ticket_record *record)
{
    char code[CODE_SHOWN + 2];
    struct text url;

    text_init(&url);
    text_add(&url, catalogue->public_url);
    text_add(&url, "/t/");
    text_add(&url, record->track_token);
    json_put_string(text, "url", catalogue->public_url[0] ? url.data : NULL);
    text_release(&url);
    memcpy(code, record->track_token, CODE_GROUP);
    code[CODE_GROUP] = '-';
    memcpy(code + CODE_GROUP + 1, record->track_token + CODE_GROUP, CODE_GROUP);
    code[CODE_SHOWN + 1] = '\0';
    json_put_string(text, "code", code);
}

/* Whole minutes that hold the range. */
static void add_wait(struct text *text, const struct wait_range *wait, int waiting)
{
    json_put_int(text, "ahead", wait->known ? wait->ahead : waiting);
    if (wait->known) {
        json_put_int(text, "wait_low_min", wait->low_s / 60);
        json_put_int(text, "wait_high_min", (wait->high_s + 59) / 60);
    }
}

static void write_content(struct text *text, const struct catalogue *catalogue,
                          const struct ticket_record *record, const struct wait_range *wait,
                          int waiting)
{
    const struct ticket *ticket = &record->ticket;
    const struct queue_rules *rules = catalogue_rules(record->site, (void *)catalogue);
    const struct catalogue_site *site = &catalogue->sites[catalogue_site(catalogue, record->site)];
    char number[TICKET_NUMBER_SIZE];

    ticket_number_format(record->number_service, record->number, number);
    json_open_object(text, NULL);
    json_put_string(text, "centre1", catalogue->name);
    json_put_string(text, "centre2", site->name);
    json_put_string(text, "number", number);
    json_put_string(text, "service", catalogue->services[ticket->service].name);
    add_counters(text, catalogue, record);
    add_wait(text, wait, waiting);
    json_put_bool(text, "priority", queue_rules_lane(rules, ticket->of_class) != QUEUE_ORDINARY);
    json_put_instant(text, "issued_at", ticket->issued_at);
    add_link(text, catalogue, record);
    json_close_object(text);
}

/* A kiosk may have a printer of its own. */
static const char *printer_of(const struct command *command, const struct ticket_record *record)
{
    return catalogue_printer_of(command->catalogue, true,
                                command->actor.kind == ACTOR_DEVICE ? command->actor.code : "",
                                record->site, "80mm");
}

void ticket_paper_print(struct store_tx *tx, struct command *command,
                        const struct ticket_record *record, const struct wait_range *wait,
                        int waiting)
{
    char subject[TICKET_ID_SIZE];
    struct text content;

    text_init(&content);
    write_content(&content, command->catalogue, record, wait, waiting);
    opaque_id('t', record->ticket.id, subject);
    if (content.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    else
        print_rows_insert(tx, &(struct print_request){.id = record->print_job,
                                                      .form = "ticket",
                                                      .paper = "80mm",
                                                      .subject = subject,
                                                      .printer = printer_of(command, record),
                                                      .content = content.data,
                                                      .actor = command->actor.code,
                                                      .at = command->now,
                                                      .copy = 1});
    text_release(&content);
}
