#include "usecase/read_closed_report.h"

enum err read_closed_report_run(struct store_tx *tx, struct command *command)
{
    struct read_closed_report *read = container_of(command, struct read_closed_report, command);

    if (!closed_report_rows_get(tx, read->kind, read->from, read->version, &read->report)) {
        const enum err err = sql_outcome(tx);
        return err == ERR_OK ? ERR_NOT_FOUND : err;
    }
    if (read->version == CLOSED_REPORT_NEWEST || read->report.version == read->version)
        return ERR_OK;
    closed_report_release(&read->report);
    return ERR_NOT_FOUND;
}

/* A list that is being filled. */
struct page {
    struct list_closed_reports *list;
    int count;
};

static void add_report(const struct closed_report *report, void *data)
{
    struct page *page = data;
    struct list_closed_reports *list = page->list;

    if (page->count++ == list->limit) {
        list->more = true;
        return;
    }
    closed_report_view(&list->items, report, false);
    list->last = report->period.from;
}

enum err list_closed_reports_run(struct store_tx *tx, struct command *command)
{
    struct list_closed_reports *list = container_of(command, struct list_closed_reports, command);
    struct page page = {.list = list};

    text_init(&list->items);
    closed_report_rows_list(tx, list->kind, list->before, list->limit + 1, add_report, &page);
    return list->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

void closed_report_view(struct text *text, const struct closed_report *report, bool with_figures)
{
    json_open_object(text, NULL);
    json_put_string(text, "kind", report->kind);
    json_put_date(text, "from", report->period.from);
    json_put_date(text, "to", report->period.to);
    json_put_int(text, "version", report->version);
    json_put_instant(text, "closed_at", report->closed_at);
    json_put_string(text, "closed_by", report->closed_by);
    json_open_object(text, "log");
    json_put_int(text, "seq", report->log_seq);
    json_put_hex(text, "hash", report->log_hash, DIGEST_SIZE);
    json_close_object(text);
    json_put_hex(text, "figures_hash", report->figures_hash, DIGEST_SIZE);
    json_put_raw(text, "dossiers", report->dossiers.data);
    if (with_figures)
        json_put_raw(text, "figures", report->figures.data);
    json_close_object(text);
}
