#include "usecase/list_open.h"

#include <stdlib.h>
#include <string.h>

#include "usecase/dossier_view.h"

static bool agrees(const struct open_filter *filter, const struct open_dossier *open)
{
    const struct report_dossier *dossier = &open->row->dossier;
    const bool has_days = open->dated && open->pending != PENDING_PAUSED;
    char key[REPORT_KEY_SIZE];

    if ((filter->has_from || filter->has_to) && !has_days)
        return false;
    if ((filter->has_from && open->days < filter->days_from) ||
        (filter->has_to && open->days > filter->days_to))
        return false;
    if ((filter->has_pending && open->pending != filter->pending) ||
        (filter->due_today && !open->due_today))
        return false;
    report_key(filter->by, dossier, &dossier->officer, key);
    if (filter->nobody)
        return key[0] == '\0';
    return !filter->key[0] || strcmp(filter->key, key) == 0;
}

static bool is_before(struct open_place a, struct open_place b)
{
    return a.late_ms != b.late_ms ? a.late_ms < b.late_ms : a.id < b.id;
}

static enum err add(struct list_open *list, const struct open_item *item)
{
    const size_t capacity = list->capacity ? list->capacity * 2 : 64;
    struct open_item *larger;

    if (list->count == list->capacity) {
        larger = list->count < REPORT_OPEN_MAX
                     ? realloc(list->items, capacity * sizeof *list->items)
                     : NULL;
        if (!larger)
            return list->count < REPORT_OPEN_MAX ? ERR_NO_MEMORY : ERR_INTERNAL;
        list->items = larger;
        list->capacity = capacity;
    }
    list->items[list->count++] = *item;
    return ERR_OK;
}

static enum err take(const struct open_dossier *open, void *data)
{
    struct list_open *list = data;
    const bool last = open->pending == PENDING_PAUSED || open->row->due.kind == DUE_NONE;
    const struct open_item item = {
        .place = {last ? INT64_MAX : open->row->late_at.ms, open->row->dossier.id},
        .dated = open->dated && open->pending != PENDING_PAUSED,
        .due_today = open->due_today,
        .decision_signed = open->row->decision_signed,
        .days = open->days};

    if (!agrees(&list->filter, open))
        return ERR_OK;
    list->all++;
    if (list->after.id && !is_before(list->after, item.place))
        return ERR_OK;
    return add(list, &item);
}

static int compare_items(const void *left, const void *right)
{
    const struct open_item *a = left, *b = right;

    return is_before(b->place, a->place) - is_before(a->place, b->place);
}

void list_open_release(struct list_open *list)
{
    free(list->items);
    list->items = NULL;
    list->count = list->capacity = 0;
}

enum err list_open_run(struct store_tx *tx, struct command *command)
{
    struct list_open *list = container_of(command, struct list_open, command);
    struct open_walk walk = {.each = take, .data = list};

    list->items = NULL;
    list->count = list->capacity = 0;
    list->all = 0;
    const enum err err = open_dossiers_walk(tx, command, &walk);
    list->day = walk.day;
    if (err != ERR_OK) {
        list_open_release(list);
        return err;
    }
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, compare_items);
    list->more = list->count > (size_t)list->limit;
    if (list->more)
        list->count = (size_t)list->limit;
    return ERR_OK;
}

/* ---- as JSON --------------------------------------------------------------------------------- */

static void view_item(struct store_tx *tx, struct list_open_view *view,
                      const struct open_item *item, const struct dossier_record *record)
{
    struct text dossier;

    text_init(&dossier);
    dossier_view_summary(tx, &dossier, NULL, record, view->list.command.now);
    json_open_object(&view->items, NULL);
    if (item->dated)
        json_put_int(&view->items, "days_left", item->days);
    else
        json_put_null(&view->items, "days_left");
    json_put_bool(&view->items, "due_today", item->due_today);
    json_put_bool(&view->items, "decision_signed", item->decision_signed);
    json_put_raw(&view->items, "dossier", dossier.data ? dossier.data : "null");
    json_close_object(&view->items);
    view->items.failed = view->items.failed || dossier.failed;
    text_release(&dossier);
}

enum err list_open_view_run(struct store_tx *tx, struct command *command)
{
    struct list_open_view *view = container_of(command, struct list_open_view, list.command);
    struct dossier_record record;
    enum err err = list_open_run(tx, command);

    for (size_t i = 0; i < view->list.count && err == ERR_OK; i++) {
        if (dossier_rows_get(tx, view->list.items[i].place.id, &record))
            view_item(tx, view, &view->list.items[i], &record);
        else
            err = ERR_STORE;
    }
    if (err == ERR_OK)
        err = view->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
    if (err != ERR_OK) {
        list_open_release(&view->list);
        text_release(&view->items);
    }
    return err;
}
