#include "usecase/set_counter.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/queue_journal.h"

static void tell(struct store_tx *tx, struct command *command, struct counter_record *record,
                 const char *before)
{
    struct text data;

    record->version = event_log_next_seq(tx);
    counter_rows_update(tx, record);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", record->site);
    json_put_string(&data, "state", record->state);
    json_put_string_or_null(&data, "officer", record->account);
    json_put_string_or_null(&data, "officer_before", before);
    json_put_string_or_null(&data, "seat", record->seat);
    json_close_object(&data);
    command_event(tx, command, "counter_changed", record->code, record->code, &data);
    text_release(&data);
}

/* The officer gets up from the counter where he sat. */
static enum err leave_other(struct store_tx *tx, struct set_counter *set)
{
    struct command *command = &set->command;
    struct counter_record other;

    if (!counter_rows_of_account(tx, command->actor.code, &other) ||
        strcmp(other.code, set->counter) == 0)
        return ERR_OK;
    if (queue_counter_is_busy(&other.counter))
        return ERR_COUNTER_BUSY;
    other.account[0] = other.seat[0] = '\0';
    snprintf(other.state, sizeof other.state, "closed");
    tell(tx, command, &other, command->actor.code);
    return ERR_OK;
}

enum err set_counter_run(struct store_tx *tx, struct command *command)
{
    struct set_counter *set = container_of(command, struct set_counter, command);
    const int index = catalogue_counter(command->catalogue, set->counter);
    const bool closes = strcmp(set->state, "closed") == 0;
    char before[ACTOR_CODE_SIZE];
    enum err err;

    if (index == QUEUE_NONE)
        return ERR_NOT_FOUND;
    err = queue_journal_begin_day(tx, command, command->catalogue->counters[index].site);
    if (err == ERR_OK)
        err = leave_other(tx, set);
    if (err != ERR_OK)
        return err;
    if (!counter_rows_get(tx, set->counter, &set->record) || set->record.retired)
        return ERR_NOT_FOUND;
    if (closes && queue_counter_is_busy(&set->record.counter))
        return ERR_COUNTER_BUSY;
    memcpy(before, set->record.account, sizeof before);
    snprintf(set->record.account, sizeof set->record.account, "%s",
             closes ? "" : command->actor.code);
    snprintf(set->record.seat, sizeof set->record.seat, "%s", closes ? "" : command->seat);
    snprintf(set->record.state, sizeof set->record.state, "%s", set->state);
    tell(tx, command, &set->record, before);
    set->busy = queue_counter_is_busy(&set->record.counter) &&
                ticket_rows_get(tx, set->record.counter.ticket, catalogue_rules, command->catalogue,
                                &set->ticket);
    return ERR_OK;
}
