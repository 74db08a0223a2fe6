/* Reports as files (CSV, XLSX) and as pages: /reports/on-time/export, .../print, /reports/open/...,
 * /books/... */
#include <string.h>

#include "api/handlers.h"
#include "api/report_input.h"
#include "api/table_file.h"
#include "usecase/export_report.h"
#include "usecase/print_journal.h"
#include "usecase/report_paper.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define CSV_TYPE  "text/csv; charset=utf-8; header=present"

/* ---- files ----------------------------------------------------------------------------------- */

static bool read_format(const struct api_call *call, bool *out_xlsx)
{
    const char *format = api_query(call, "format");

    *out_xlsx = format && strcmp(format, "xlsx") == 0;
    return format && (*out_xlsx || strcmp(format, "csv") == 0);
}

/* Reader thread: the file takes its time there and not on the loop. */
static void file_answer(struct command *command, const struct report_table *table)
{
    bool xlsx = false;
    struct text *body = api_answer(command, 200);

    read_format(api_call_of(command), &xlsx);
    if (xlsx)
        table_xlsx(body, table);
    else
        table_csv(body, table);
    text_printf(&command->answer.headers,
                "Content-Disposition: attachment; filename=\"%s.%s\"\r\n"
                "X-Content-Type-Options: nosniff\r\n",
                table->file, xlsx ? "xlsx" : "csv");
    api_answer_media(command, xlsx ? XLSX_TYPE : CSV_TYPE);
}

static void on_time_answer(struct command *command)
{
    struct export_on_time *export = container_of(command, struct export_on_time, report.command);

    file_answer(command, &export->table);
    export_on_time_release(export);
}

static void open_answer(struct command *command)
{
    struct export_open *export = container_of(command, struct export_open, list.command);

    file_answer(command, &export->table);
    export_open_release(export);
}

/* What a failure after the count has left. */
static void after_on_time(struct command *command)
{
    if (command->err != ERR_OK)
        export_on_time_release(container_of(command, struct export_on_time, report.command));
}

static void after_open(struct command *command)
{
    if (command->err != ERR_OK)
        export_open_release(container_of(command, struct export_open, list.command));
}

enum err report_api_on_time_export(struct api_call *call)
{
    struct export_on_time *export =
        api_command(call, sizeof *export, export_on_time_run, on_time_answer);
    struct report_request request = {.by = ""};
    bool xlsx;
    enum err err;

    if (!export)
        return ERR_NO_MEMORY;
    err = report_request_query(call, &request);
    if (err == ERR_OK)
        err = report_request_read(&request, report_today(call), &export->report.period,
                                  &export->report.by);
    api_after(export, after_on_time);
    return api_read_with(export,
                         err == ERR_OK && !read_format(call, &xlsx) ? ERR_BAD_PARAMETER : err);
}

enum err report_api_open_export(struct api_call *call)
{
    struct export_open *export = api_command(call, sizeof *export, export_open_run, open_answer);
    struct open_request request = {.by = ""};
    bool xlsx;
    enum err err;

    if (!export)
        return ERR_NO_MEMORY;
    err = open_request_query(call, &request);
    if (err == ERR_OK)
        err = open_request_read(&request, &export->list.filter);
    api_after(export, after_open);
    return api_read_with(export,
                         err == ERR_OK && !read_format(call, &xlsx) ? ERR_BAD_PARAMETER : err);
}

/* ---- pages: counted by a reader, then put into the outbox by the writer ---------------------- */

static void print_answer(struct command *command)
{
    struct print_report *print = container_of(command, struct print_report, command);

    print_view(api_answer(command, 201), NULL, &print->record);
}

static void after_print(struct command *command)
{
    struct print_report *print = container_of(command, struct print_report, command);

    text_release(&print->content);
    api_after_print(command);
}

/* The next command of the call; the content is taken over. */
static void put_out(struct api_call *call, const char *form, struct text *content)
{
    struct print_report *print = api_command(call, sizeof *print, print_report_run, print_answer);

    if (!print) {
        api_reply_problem(call, ERR_NO_MEMORY);
        return;
    }
    print->form = form;
    print->content = *content;
    text_init(content);
    api_after(print, after_print);
    const enum err err = command_submit(&print->command);
    if (err != ERR_OK) {
        text_release(&print->content);
        api_discard(print);
        api_reply_problem(call, err);
    }
}

static void nothing_to_answer(struct command *command)
{
    (void)command;
}

static void on_time_counted(struct command *command, struct api_call *call)
{
    struct export_on_time *export = container_of(command, struct export_on_time, report.command);

    put_out(call, "report", &export->content);
    export_on_time_release(export);
}

static void open_counted(struct command *command, struct api_call *call)
{
    struct export_open *export = container_of(command, struct export_open, list.command);

    put_out(call, "report", &export->content);
    export_open_release(export);
}

enum err report_api_on_time_print(struct api_call *call)
{
    struct export_on_time *export =
        api_command(call, sizeof *export, export_on_time_run, nothing_to_answer);

    if (!export)
        return ERR_NO_MEMORY;
    export->paper = true;
    api_after(export, after_on_time);
    api_take(export, on_time_counted);
    return api_read_with(export,
                         report_body_read(call, &export->report.period, &export->report.by));
}

enum err report_api_open_print(struct api_call *call)
{
    struct export_open *export =
        api_command(call, sizeof *export, export_open_run, nothing_to_answer);

    if (!export)
        return ERR_NO_MEMORY;
    export->paper = true;
    api_after(export, after_open);
    api_take(export, open_counted);
    return api_read_with(export, open_body_read(call, &export->list.filter));
}

/* ---- the book of a field --------------------------------------------------------------------- */

static void book_answer(struct command *command)
{
    struct export_book *export = container_of(command, struct export_book, command);

    file_answer(command, &export->table);
    export_book_release(export);
}

static void book_written(struct command *command, struct api_call *call)
{
    struct export_book *export = container_of(command, struct export_book, command);

    put_out(call, "07", &export->content);
    export_book_release(export);
}

static void after_book(struct command *command)
{
    if (command->err != ERR_OK)
        export_book_release(container_of(command, struct export_book, command));
}

enum err report_api_book_export(struct api_call *call)
{
    struct export_book *export = api_command(call, sizeof *export, export_book_run, book_answer);
    struct report_request request = {.by = ""};
    bool xlsx;

    if (!export)
        return ERR_NO_MEMORY;
    api_after(export, after_book);
    enum err err = report_period_query(call, &request);
    if (err == ERR_OK)
        err = report_period_read(&request, report_today(call), &export->period);
    if (err == ERR_OK && (!api_query_copy(call, "field", export->field, sizeof export->field) ||
                          !export->field[0] || !read_format(call, &xlsx)))
        err = ERR_BAD_PARAMETER;
    return api_read_with(export, err);
}

enum err report_api_book_print(struct api_call *call)
{
    struct export_book *export =
        api_command(call, sizeof *export, export_book_run, nothing_to_answer);

    if (!export)
        return ERR_NO_MEMORY;
    export->paper = true;
    api_after(export, after_book);
    api_take(export, book_written);
    return api_read_with(export, book_body_read(call, export->field, &export->period));
}
