#include "usecase/list_counted.h"

#include <string.h>

#include "usecase/dossier_view.h"

/* The ids of the page and one more, greatest first. */
struct page {
    const struct list_counted *list;
    int64_t ids[LIST_COUNTED_MAX + 1];
    int count;
};

/* How many a row has in a column. */
static int64_t in_column(const struct indicator_row *row, enum report_column column)
{
    const int64_t counts[] = {
#define X(name, text, count) [REPORT_COLUMN_##name] = (count),
        REPORT_COLUMN_MAP(X)
#undef X
    };

    return counts[column];
}

static void keep_id(struct page *page, int64_t id)
{
    const int room = page->list->limit + 1;
    int at = page->count;

    while (at > 0 && page->ids[at - 1] < id)
        at--;
    if (at == room)
        return;
    if (page->count < room)
        page->count++;
    memmove(page->ids + at + 1, page->ids + at, (size_t)(page->count - at - 1) * sizeof *page->ids);
    page->ids[at] = id;
}

static enum err take(const struct counted_dossier *counted, void *data)
{
    struct page *page = data;
    const struct list_counted *list = page->list;
    char key[REPORT_KEY_SIZE];

    report_key(list->by, counted->dossier, &counted->responsible, key);
    if ((!list->key[0] || strcmp(list->key, key) == 0) &&
        (!list->before || counted->dossier->id < list->before) &&
        in_column(&counted->counted, list->column))
        keep_id(page, counted->dossier->id);
    return ERR_OK;
}

/* Write the page; what stands in it is as the dossiers are now. */
static enum err view_page(struct store_tx *tx, struct list_counted *list, const struct page *page)
{
    struct dossier_record record;

    list->more = page->count > list->limit;
    for (int i = 0; i < page->count && i < list->limit; i++) {
        if (!dossier_rows_get(tx, page->ids[i], &record))
            return ERR_STORE;
        dossier_view_summary(tx, &list->items, NULL, &record, list->command.now);
        list->last = record.id;
    }
    if (!list->items.failed)
        return sql_outcome(tx);
    return ERR_NO_MEMORY;
}

enum err list_counted_run(struct store_tx *tx, struct command *command)
{
    struct list_counted *list = container_of(command, struct list_counted, command);
    struct page page = {.list = list};
    struct dossier_counting counting = {.period = list->period, .each = take, .data = &page};
    enum err err = count_dossiers(tx, command, &counting);

    if (err == ERR_OK)
        err = view_page(tx, list, &page);
    if (err != ERR_OK)
        text_release(&list->items);
    return err;
}
