#include "usecase/report_paper.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/dossier_forms.h"
#include "usecase/print_journal.h"
#include "usecase/ticket_view.h"

static void put_columns(struct text *content, const struct report_table *table)
{
    json_open_array(content, "columns");
    for (size_t i = 0; i < table->column_count; i++) {
        json_open_object(content, NULL);
        json_put_string(content, "title", table->columns[i].title);
        json_put_int(content, "width", table->columns[i].width);
        json_put_bool(content, "right", table->columns[i].right);
        json_close_object(content);
    }
    json_close_array(content);
}

/* Cells are named c1, c2 ..., what is struck in them s1, s2 ...: the printer's rows are objects. */
static void put_rows(struct text *content, const struct report_table *table)
{
    char name[8];

    json_open_array(content, "rows");
    for (size_t i = 0; i < table->cell_count; i++) {
        const size_t column = i % table->column_count;
        struct text shown;

        if (column == 0)
            json_open_object(content, NULL);
        text_init(&shown);
        cell_read(&shown, &table->cells[i]);
        snprintf(name, sizeof name, "c%u", (unsigned)(column + 1) % 100);
        json_put_string_or_null(content, name, shown.data ? shown.data : "");
        content->failed = content->failed || shown.failed;
        text_release(&shown);
        name[0] = 's';
        if (table->cells[i].struck)
            json_put_string(content, name, table->cells[i].struck);
        if (column == table->column_count - 1)
            json_close_object(content);
    }
    json_close_array(content);
}

void report_paper_write(struct store_tx *tx, const struct command *command,
                        const struct report_table *table, struct text *content)
{
    const char *name = command->catalogue->name;

    json_open_object(content, NULL);
    dossier_form_setting(content, "agency_parent", tx, "parent", name);
    dossier_form_setting(content, "agency", tx, "agency", name);
    dossier_form_setting(content, "place", tx, "place", "…");
    json_put_instant(content, "issued_at", table->at);
    json_put_string(content, "printed_by", command->actor.code);
    json_put_string(content, "title", table->title);
    json_open_array(content, "notes");
    for (int i = 0; i < table->note_count; i++) {
        json_open_object(content, NULL);
        json_put_string(content, "text", table->notes[i]);
        json_close_object(content);
    }
    json_close_array(content);
    put_columns(content, table);
    put_rows(content, table);
    json_put_bool(content, "has_total", table->has_total);
    json_put_string(content, "maker", command->actor.name);
    json_close_object(content);
}

/* The number of form 07, in front of what the reader wrote. Rule R-814. */
static void put_number(struct store_tx *tx, struct command *command, struct text *content)
{
    struct text whole;

    text_init(&whole);
    json_open_object(&whole, NULL);
    dossier_form_number(&whole, tx, command->now, "07", "/STD-TTPVHCC");
    text_printf(&whole, ",%s", content->data + 1);
    text_release(content);
    *content = whole;
}

enum err print_report_run(struct store_tx *tx, struct command *command)
{
    struct print_report *print = container_of(command, struct print_report, command);
    struct print_record *record = &print->record;

    memset(record, 0, sizeof *record);
    record->id = event_log_next_seq(tx);
    snprintf(record->form, sizeof record->form, "%s", print->form);
    snprintf(record->paper, sizeof record->paper, "a4");
    opaque_id('r', record->id, record->subject);
    record->state = PRINT_QUEUED;
    record->copy = record->generation = 1;
    record->created_at = record->changed_at = command->now;
    snprintf(record->created_by, sizeof record->created_by, "%s", command->actor.code);
    if (print->content.failed || !print->content.data)
        return ERR_NO_MEMORY;
    if (strcmp(print->form, "07") == 0)
        put_number(tx, command, &print->content);
    if (print->content.failed)
        return ERR_NO_MEMORY;
    print_rows_insert(tx, &(struct print_request){.id = record->id,
                                                  .form = record->form,
                                                  .paper = record->paper,
                                                  .subject = record->subject,
                                                  .printer = "",
                                                  .content = print->content.data,
                                                  .actor = record->created_by,
                                                  .at = command->now,
                                                  .copy = 1});
    print_journal_tell(tx, command, record, "report_printed", NULL);
    return sql_outcome(tx);
}
