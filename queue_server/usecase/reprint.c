#include "usecase/reprint.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/print_journal.h"

/* The printer of the counter where who asks sits, else that of the place where it was printed. */
static const char *printer_of(struct store_tx *tx, const struct command *command,
                              const struct print_record *before)
{
    const char *site = print_site(command->catalogue, before);
    struct counter_record counter;

    if (counter_rows_of_account(tx, command->actor.code, &counter))
        return catalogue_printer_of(command->catalogue, false, counter.code, counter.site,
                                    before->paper);
    return site ? catalogue_printer(command->catalogue, site, before->paper) : before->printer;
}

/* Make the new job of the old one: next number, next copy, the printer of today. */
static enum err fill_record(struct store_tx *tx, struct reprint *reprint,
                            const struct print_record *before, const char *content)
{
    const struct command *command = &reprint->command;
    struct print_record *record = &reprint->record;
    const int copies = print_rows_copies(tx, before, content);

    if (copies >= REPRINT_COPIES_MAX)
        return ERR_BAD_VALUE;
    memset(record, 0, sizeof *record);
    record->id = event_log_next_seq(tx);
    memcpy(record->form, before->form, sizeof record->form);
    memcpy(record->paper, before->paper, sizeof record->paper);
    memcpy(record->subject, before->subject, sizeof record->subject);
    record->state = PRINT_QUEUED;
    record->copy = copies + 1;
    record->generation = 1;
    snprintf(record->printer, sizeof record->printer, "%s", printer_of(tx, command, before));
    record->created_at = record->changed_at = command->now;
    snprintf(record->created_by, sizeof record->created_by, "%s", command->actor.code);
    return ERR_OK;
}

static void save(struct store_tx *tx, struct reprint *reprint, const char *content)
{
    const struct print_record *record = &reprint->record;
    struct text why;

    print_rows_insert(tx, &(struct print_request){.id = record->id,
                                                  .form = record->form,
                                                  .paper = record->paper,
                                                  .subject = record->subject,
                                                  .printer = record->printer,
                                                  .content = content,
                                                  .actor = record->created_by,
                                                  .at = record->created_at,
                                                  .copy = record->copy});
    text_init(&why);
    print_journal_why(&why, "reason", reprint->reason);
    print_journal_tell(tx, &reprint->command, record, "print_again", why.data);
    text_release(&why);
}

enum err reprint_run(struct store_tx *tx, struct command *command)
{
    struct reprint *reprint = container_of(command, struct reprint, command);
    struct print_record before;
    struct text content;
    enum err err = ERR_OK;

    text_init(&content);
    if (!print_rows_get(tx, reprint->id, &before, &content))
        err = ERR_NOT_FOUND;
    else if (!reprint->reason[0])
        err = ERR_REASON_MISSING;
    else if (content.failed)
        err = ERR_NO_MEMORY;
    else
        err = print_check_reader(tx, command, &before);
    if (err == ERR_OK)
        err = fill_record(tx, reprint, &before, content.data);
    if (err == ERR_OK)
        save(tx, reprint, content.data);
    text_release(&content);
    return err;
}
