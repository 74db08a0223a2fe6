#include "usecase/resolve_print.h"

#include <stdio.h>

#include "usecase/print_journal.h"

static enum err forbidden(struct command *command, const struct print_record *record)
{
    struct refusal_facts *facts = &command->facts;

    snprintf(facts->state, sizeof facts->state, "%s", print_state_name(record->state));
    snprintf(facts->action, sizeof facts->action, "resolve");
    text_clear(&facts->allowed);
    text_add(&facts->allowed, "reprint\n");
    return ERR_STATE_FORBIDS;
}

enum err resolve_print_run(struct store_tx *tx, struct command *command)
{
    struct resolve_print *resolve = container_of(command, struct resolve_print, command);
    struct print_record *record = &resolve->record;
    struct text why;

    if (!print_rows_get(tx, resolve->id, record, NULL))
        return ERR_NOT_FOUND;
    if (print_state_resolve(record->state, resolve->found, &record->state) != ERR_OK)
        return forbidden(command, record);
    record->message[0] = '\0';
    record->changed_at = command->now;
    print_rows_update(tx, record);
    text_init(&why);
    print_journal_why(&why, "note", resolve->note);
    print_journal_tell(tx, command, record,
                       record->state == PRINT_PRINTED ? "print_printed" : "print_cancelled",
                       why.data);
    text_release(&why);
    return ERR_OK;
}
