#include "usecase/read_receipts.h"

#include <string.h>

#include "usecase/dossier_work.h"

const char *receipt_state_name(const struct receipt_record *record)
{
    return record->voided_by[0] ? "voided" : record->asked_by[0] ? "void_asked" : "issued";
}

void receipt_view_lines(struct text *text, const struct receipt_seen *seen, bool words)
{
    json_open_array(text, "lines");
    for (int i = 0; i < seen->line_count; i++) {
        const struct receipt_line *line = &seen->lines[i];

        json_open_object(text, NULL);
        json_put_int(text, "fee", line->fee);
        if (words)
            json_put_string(text, "line", line->line);
        json_put_int(text, "amount", line->amount);
        json_put_string(text, "method", line->method);
        json_close_object(text);
    }
    json_close_array(text);
}

void receipt_view(struct text *text, const struct receipt_seen *seen)
{
    const struct receipt_record *record = &seen->record;
    char id[TICKET_ID_SIZE], dossier[TICKET_ID_SIZE], job[TICKET_ID_SIZE];

    opaque_id('b', record->id, id);
    opaque_id('d', record->dossier, dossier);
    opaque_id('p', record->id, job);
    json_open_object(text, NULL);
    json_put_string(text, "id", id);
    json_put_string(text, "dossier", dossier);
    json_put_string(text, "dossier_code", seen->dossier_code);
    json_put_string(text, "series", record->series);
    json_put_int(text, "number", record->number);
    json_put_string(text, "state", receipt_state_name(record));
    json_put_string(text, "payer", record->payer);
    receipt_view_lines(text, seen, true);
    json_put_int(text, "total", record->total);
    json_put_string(text, "issued_by", record->issued_by);
    json_put_instant(text, "issued_at", record->issued_at);
    json_put_string_or_null(text, "asked_by", record->asked_by);
    json_put_instant_or_null(text, "asked_at", record->asked_at);
    json_put_string_or_null(text, "reason", record->reason);
    json_put_string_or_null(text, "voided_by", record->voided_by);
    json_put_instant_or_null(text, "voided_at", record->voided_at);
    json_put_string(text, "print_job", job);
    json_close_object(text);
}

/* Its lines and the code of its dossier. */
static void fill(struct store_tx *tx, struct receipt_seen *seen)
{
    struct dossier_record dossier;

    seen->line_count = receipt_lines_get(tx, seen->record.id, seen->lines);
    if (dossier_rows_get(tx, seen->record.dossier, &dossier))
        memcpy(seen->dossier_code, dossier.code, sizeof dossier.code);
}

struct page {
    struct store_tx *tx;
    struct read_receipts *read;
    int count;
    int64_t last; /* id of the one written last */
};

static void add_item(const struct receipt_record *record, void *data)
{
    struct page *page = data;
    struct receipt_seen seen = {.record = *record};

    if (page->count++ == page->read->limit) { /* one more was asked for, to know of it */
        opaque_id('b', page->last, page->read->next);
        return;
    }
    fill(page->tx, &seen);
    receipt_view(&page->read->items, &seen);
    page->last = record->id;
}

enum err read_receipts_run(struct store_tx *tx, struct command *command)
{
    struct read_receipts *read = container_of(command, struct read_receipts, command);
    struct page page = {.tx = tx, .read = read};
    const enum err err = read->dossier ? dossier_work_look(tx, command, read->dossier) : ERR_OK;

    text_init(&read->items);
    if (err != ERR_OK)
        return err;
    if (read->dossier) {
        read->limit = INT32_MAX; /* few: each bears a line of its own */
        receipt_rows_of_dossier(tx, read->dossier, add_item, &page);
    } else {
        receipt_rows_page(tx, read->before, read->limit + 1, add_item, &page);
    }
    return read->items.failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err read_receipt_run(struct store_tx *tx, struct command *command)
{
    struct read_receipt *read = container_of(command, struct read_receipt, command);

    if (!receipt_rows_get(tx, read->receipt, &read->seen.record))
        return ERR_NOT_FOUND;
    fill(tx, &read->seen);
    return dossier_work_look(tx, command, read->seen.record.dossier);
}
