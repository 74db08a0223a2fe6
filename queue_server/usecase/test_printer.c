#include "usecase/test_printer.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/print_journal.h"

static const struct printer_row *find(const struct catalogue *catalogue, const char *code)
{
    for (int i = 0; i < catalogue->printer_count; i++)
        if (!catalogue->printers[i].retired && strcmp(catalogue->printers[i].code, code) == 0)
            return &catalogue->printers[i];
    return NULL;
}

static void put_setting(struct store_tx *tx, struct text *text, const char *key, const char *name,
                        const char *otherwise)
{
    struct text value;

    text_init(&value);
    json_put_string(text, key,
                    setting_get(tx, name, &value) && value.length ? value.data : otherwise);
    text_release(&value);
}

static void write_content(struct store_tx *tx, struct text *text, const struct command *command,
                          const struct printer_row *printer)
{
    const struct catalogue *catalogue = command->catalogue;
    const int site = catalogue_site(catalogue, printer->site);

    json_open_object(text, NULL);
    put_setting(tx, text, "agency_parent", "parent", catalogue->name);
    put_setting(tx, text, "agency", "agency", catalogue->name);
    put_setting(tx, text, "place", "place", "…");
    json_put_instant(text, "issued_at", command->now);
    json_put_string(text, "printed_by", command->actor.code);
    json_put_string(text, "name", printer->name);
    json_put_string(text, "destination", printer->destination);
    json_put_string(text, "site", site == QUEUE_NONE ? printer->site : catalogue->sites[site].name);
    json_close_object(text);
}

static void fill_record(struct store_tx *tx, struct test_printer *test,
                        const struct printer_row *printer)
{
    struct print_record *record = &test->record;

    memset(record, 0, sizeof *record);
    record->id = event_log_next_seq(tx);
    snprintf(record->form, sizeof record->form, "test");
    snprintf(record->paper, sizeof record->paper, "%s", printer->paper);
    snprintf(record->subject, sizeof record->subject, "printer");
    snprintf(record->printer, sizeof record->printer, "%s", printer->destination);
    record->state = PRINT_QUEUED;
    record->copy = record->generation = 1;
    record->created_at = record->changed_at = test->command.now;
    snprintf(record->created_by, sizeof record->created_by, "%s", test->command.actor.code);
}

/* */
enum err test_printer_run(struct store_tx *tx, struct command *command)
{
    struct test_printer *test = container_of(command, struct test_printer, command);
    const struct printer_row *printer = find(command->catalogue, test->printer);
    const struct print_record *record = &test->record;
    struct text content, why;

    if (!printer)
        return ERR_NOT_FOUND;
    fill_record(tx, test, printer);
    text_init(&content);
    text_init(&why);
    write_content(tx, &content, command, printer);
    print_journal_why(&why, "printer", printer->code);
    if (content.failed || why.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    else
        print_rows_insert(tx, &(struct print_request){.id = record->id,
                                                      .form = record->form,
                                                      .paper = record->paper,
                                                      .subject = record->subject,
                                                      .printer = record->printer,
                                                      .content = content.data,
                                                      .actor = record->created_by,
                                                      .at = record->created_at,
                                                      .copy = record->copy});
    print_journal_tell(tx, command, record, "print_test", why.data);
    text_release(&why);
    text_release(&content);
    return ERR_OK;
}
