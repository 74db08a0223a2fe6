#include "usecase/report_group.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vietnamese_sort.h"
#include "domain/period.h"

static const char *const by_names[] = {
#define X(name, text) [REPORT_BY_##name] = (text),
    REPORT_BY_MAP(X)
#undef X
};

const char *report_by_name(enum report_by by)
{
    return by_names[by];
}

enum err report_by_from_name(const char *text, enum report_by *out_by)
{
    for (int by = 0; by < REPORT_BY_COUNT; by++)
        if (strcmp(by_names[by], text) == 0) {
            *out_by = (enum report_by)by;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

/* ---- which row ------------------------------------------------------------------------------- */

void report_key(enum report_by by, const struct report_dossier *dossier,
                const struct officer *responsible, char out_key[REPORT_KEY_SIZE])
{
    char month[MONTH_KEY_SIZE];
    const char *key = "";

    switch (by) {
    case REPORT_BY_FIELD:
        key = dossier->field;
        break;
    case REPORT_BY_PROCEDURE:
        key = dossier->procedure;
        break;
    case REPORT_BY_OFFICER:
        key = responsible->account;
        break;
    case REPORT_BY_UNIT:
        key = responsible->unit;
        break;
    case REPORT_BY_MONTH:
        period_month_key(date_of_instant(dossier->accepted_at), month);
        key = month;
        break;
    case REPORT_BY_COUNT:
        break;
    }
    snprintf(out_key, REPORT_KEY_SIZE, "%s", key);
}

/* Where the row of a key stands, or would stand, among rows in the order of keys. */
static size_t place_of(const struct report_groups *groups, const char *key)
{
    size_t low = 0, high = groups->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (strcmp(groups->rows[middle]->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum err make_room(struct report_groups *groups)
{
    struct report_group **larger;

    if (groups->count == REPORT_ROWS_MAX)
        return ERR_INTERNAL;
    if (groups->count & (groups->count - 1)) /* it grows at 0, 1, 2, 4, 8 ... rows */
        return ERR_OK;
    larger = realloc(groups->rows, (groups->count * 2 + 1) * sizeof(struct report_group *));
    if (!larger)
        return ERR_NO_MEMORY;
    groups->rows = larger;
    return ERR_OK;
}

static enum err insert_row(struct report_groups *groups, size_t place, const char *key)
{
    struct report_group *row;
    const enum err err = make_room(groups);

    if (err != ERR_OK)
        return err;
    row = calloc(1, groups->row_size);
    if (!row)
        return ERR_NO_MEMORY;
    memcpy(row->key, key, strlen(key) + 1);
    memmove(groups->rows + place + 1, groups->rows + place,
            (groups->count - place) * sizeof(struct report_group *));
    groups->rows[place] = row;
    groups->count++;
    return ERR_OK;
}

enum err report_groups_row(struct report_groups *groups, const char *key,
                           struct report_group **out_row)
{
    const size_t place = place_of(groups, key);

    if (place == groups->count || strcmp(groups->rows[place]->key, key) != 0) {
        const enum err err = insert_row(groups, place, key);

        if (err != ERR_OK)
            return err;
    }
    *out_row = groups->rows[place];
    return ERR_OK;
}

/* ---- names and order ------------------------------------------------------------------------- */

static void name_officer(struct store_tx *tx, struct report_group *row)
{
    struct directory_account account;
    const bool known = account_rows_get(tx, row->key, &account);

    snprintf(row->name, sizeof row->name, "%s", known ? account.name : row->key);
}

static void name_unit(const struct catalogue *catalogue, struct report_group *row)
{
    const int unit = catalogue_unit(catalogue, row->key);

    snprintf(row->name, sizeof row->name, "%s",
             unit == QUEUE_NONE ? row->key : catalogue->units[unit].name);
}

/* The name that was in force when the newest of its dossiers came: a report of the past keeps it.
 */
static void name_procedure(struct store_tx *tx, struct report_group *row)
{
    struct report_pinned pinned;

    if (report_rows_pinned(tx, row->newest, &pinned))
        memcpy(row->name, pinned.procedure_name, sizeof row->name);
}

static void name_row(struct store_tx *tx, const struct command *command, enum report_by by,
                     struct report_group *row)
{
    const bool english = command->language == LANGUAGE_EN;

    switch (by) {
    case REPORT_BY_FIELD:
        memcpy(row->name, row->key, sizeof row->key);
        break;
    case REPORT_BY_OFFICER:
        name_officer(tx, row);
        break;
    case REPORT_BY_UNIT:
        name_unit(command->catalogue, row);
        break;
    case REPORT_BY_MONTH: /* "2026-03" is "Tháng 03/2026" */
        snprintf(row->name, sizeof row->name, "%s%s/%.4s", english ? "" : "Tháng ", row->key + 5,
                 row->key);
        break;
    case REPORT_BY_PROCEDURE:
        name_procedure(tx, row);
        break;
    case REPORT_BY_COUNT:
        break;
    }
    if (!row->key[0])
        snprintf(row->name, sizeof row->name, "%s", english ? "Nobody yet" : "Chưa phân công");
}

/* A name that has no key (it never came through the input that composes it) goes by its bytes. */
static enum err order_row(enum report_by by, struct report_group *row)
{
    const char *by_text = by == REPORT_BY_MONTH ? row->key : row->name;
    const size_t length = strlen(by_text), size = SORT_KEY_SIZE(length);
    enum err err;

    row->order = malloc(size);
    if (!row->order)
        return ERR_NO_MEMORY;
    err = by == REPORT_BY_OFFICER ? vietnamese_name_key(by_text, length, row->order, size)
                                  : vietnamese_sort_key(by_text, length, row->order, size);
    if (err != ERR_OK)
        memcpy(row->order, by_text, length + 1);
    return ERR_OK;
}

static int compare_rows(const void *a, const void *b)
{
    const struct report_group *left = *(struct report_group *const *)a;
    const struct report_group *right = *(struct report_group *const *)b;

    if (!left->key[0] != !right->key[0])
        return left->key[0] ? -1 : 1;
    const int order = strcmp(left->order, right->order);
    return order ? order : strcmp(left->key, right->key);
}

enum err report_groups_finish(struct store_tx *tx, const struct command *command,
                              struct report_groups *groups)
{
    enum err err = ERR_OK;

    for (size_t i = 0; i < groups->count && err == ERR_OK; i++) {
        name_row(tx, command, groups->by, groups->rows[i]);
        err = order_row(groups->by, groups->rows[i]);
    }
    if (err == ERR_OK && groups->count > 0)
        qsort(groups->rows, groups->count, sizeof(struct report_group *), compare_rows);
    return err;
}

void report_groups_release(struct report_groups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        free(groups->rows[i]->order);
        free(groups->rows[i]);
    }
    free(groups->rows);
    groups->rows = NULL;
    groups->count = 0;
}
