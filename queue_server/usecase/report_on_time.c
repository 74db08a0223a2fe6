#include "usecase/report_on_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vietnamese_sort.h"

static const char *const by_names[] = {
#define X(name, text) [REPORT_BY_##name] = (text),
    REPORT_BY_MAP(X)
#undef X
};
static const char *const column_names[] = {
#define X(name, text, count) [REPORT_COLUMN_##name] = (text),
    REPORT_COLUMN_MAP(X)
#undef X
};

const char *report_by_name(enum report_by by)
{
    return by_names[by];
}

/* Index of a word in a table of `count`; `count` when it is not there. */
static int word_of(const char *const *words, int count, const char *word)
{
    int i = 0;

    while (i < count && strcmp(words[i], word) != 0)
        i++;
    return i;
}

enum err report_by_from_name(const char *text, enum report_by *out_by)
{
    const int by = word_of(by_names, REPORT_BY_COUNT, text);

    if (by == REPORT_BY_COUNT)
        return ERR_UNKNOWN;
    *out_by = (enum report_by)by;
    return ERR_OK;
}

enum err report_column_from_name(const char *text, enum report_column *out_column)
{
    const int column = word_of(column_names, REPORT_COLUMN_COUNT, text);

    if (column == REPORT_COLUMN_COUNT)
        return ERR_UNKNOWN;
    *out_column = (enum report_column)column;
    return ERR_OK;
}

/* ---- which row ------------------------------------------------------------------------------- */

void report_key(enum report_by by, const struct counted_dossier *counted,
                char out_key[REPORT_KEY_SIZE])
{
    const struct report_dossier *dossier = counted->dossier;
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
        key = counted->responsible.account;
        break;
    case REPORT_BY_UNIT:
        key = counted->responsible.unit;
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
static size_t place_of(const struct report_on_time *report, const char *key)
{
    size_t low = 0, high = report->row_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (strcmp(report->rows[middle]->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum err make_room(struct report_on_time *report)
{
    struct report_row **larger;

    if (report->row_count == REPORT_ROWS_MAX)
        return ERR_INTERNAL;
    if (report->row_count & (report->row_count - 1)) /* it grows at 0, 1, 2, 4, 8 ... rows */
        return ERR_OK;
    larger = realloc(report->rows, (report->row_count * 2 + 1) * sizeof(struct report_row *));
    if (!larger)
        return ERR_NO_MEMORY;
    report->rows = larger;
    return ERR_OK;
}

static enum err insert_row(struct report_on_time *report, size_t place, const char *key)
{
    struct report_row *row;
    const enum err err = make_room(report);

    if (err != ERR_OK)
        return err;
    row = calloc(1, sizeof *row);
    if (!row)
        return ERR_NO_MEMORY;
    memcpy(row->key, key, strlen(key) + 1);
    memmove(report->rows + place + 1, report->rows + place,
            (report->row_count - place) * sizeof(struct report_row *));
    report->rows[place] = row;
    report->row_count++;
    return ERR_OK;
}

static enum err add_dossier(const struct counted_dossier *counted, void *data)
{
    struct report_on_time *report = data;
    char key[REPORT_KEY_SIZE];

    report_key(report->by, counted, key);
    const size_t place = place_of(report, key);
    if (place == report->row_count || strcmp(report->rows[place]->key, key) != 0) {
        const enum err err = insert_row(report, place, key);

        if (err != ERR_OK)
            return err;
    }
    struct report_row *row = report->rows[place];
    if (counted->dossier->id > row->newest)
        row->newest = counted->dossier->id;
    indicator_row_add(&row->counts, &counted->counted);
    indicator_row_add(&report->total, &counted->counted);
    return ERR_OK;
}

/* ---- names and order ------------------------------------------------------------------------- */

static void name_officer(struct store_tx *tx, struct report_row *row)
{
    struct directory_account account;
    const bool known = account_rows_get(tx, row->key, &account);

    snprintf(row->name, sizeof row->name, "%s", known ? account.name : row->key);
}

static void name_unit(const struct catalogue *catalogue, struct report_row *row)
{
    const int unit = catalogue_unit(catalogue, row->key);

    snprintf(row->name, sizeof row->name, "%s",
             unit == QUEUE_NONE ? row->key : catalogue->units[unit].name);
}

/* The name that was in force when the newest of its dossiers came: a report of the past keeps it.
 */
static void name_procedure(struct store_tx *tx, struct report_row *row)
{
    struct report_pinned pinned;

    if (report_rows_pinned(tx, row->newest, &pinned))
        memcpy(row->name, pinned.procedure_name, sizeof row->name);
}

static void name_row(struct store_tx *tx, const struct report_on_time *report,
                     struct report_row *row)
{
    const bool english = report->command.language == LANGUAGE_EN;

    switch (report->by) {
    case REPORT_BY_FIELD:
        memcpy(row->name, row->key, sizeof row->key);
        break;
    case REPORT_BY_OFFICER:
        name_officer(tx, row);
        break;
    case REPORT_BY_UNIT:
        name_unit(report->command.catalogue, row);
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
static enum err order_row(enum report_by by, struct report_row *row)
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
    const struct report_row *left = *(struct report_row *const *)a;
    const struct report_row *right = *(struct report_row *const *)b;

    if (!left->key[0] != !right->key[0])
        return left->key[0] ? -1 : 1;
    const int order = strcmp(left->order, right->order);
    return order ? order : strcmp(left->key, right->key);
}

static enum err name_and_order(struct store_tx *tx, struct report_on_time *report)
{
    enum err err = ERR_OK;

    for (size_t i = 0; i < report->row_count && err == ERR_OK; i++) {
        name_row(tx, report, report->rows[i]);
        err = order_row(report->by, report->rows[i]);
    }
    if (err == ERR_OK && report->row_count > 0)
        qsort(report->rows, report->row_count, sizeof(struct report_row *), compare_rows);
    return err;
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Rule R-304: every row reconciles, and the rows add up to the total. */
static enum err check_rows(const struct report_on_time *report)
{
    struct indicator_row sum = {0};

    for (size_t i = 0; i < report->row_count; i++) {
        if (!indicator_row_balances(&report->rows[i]->counts))
            return ERR_REPORT_UNBALANCED;
        indicator_row_add(&sum, &report->rows[i]->counts);
    }
    return memcmp(&sum, &report->total, sizeof sum) == 0 ? ERR_OK : ERR_REPORT_UNBALANCED;
}

void report_on_time_release(struct report_on_time *report)
{
    for (size_t i = 0; i < report->row_count; i++) {
        free(report->rows[i]->order);
        free(report->rows[i]);
    }
    free(report->rows);
    report->rows = NULL;
    report->row_count = 0;
}

enum err report_on_time_run(struct store_tx *tx, struct command *command)
{
    struct report_on_time *report = container_of(command, struct report_on_time, command);
    struct dossier_counting counting = {
        .period = report->period, .each = add_dossier, .data = report};
    enum err err;

    report->rows = NULL;
    report->row_count = 0;
    report->total = (struct indicator_row){0};
    err = count_dossiers(tx, command, &counting);
    report->span = counting.span;
    if (err == ERR_OK)
        err = check_rows(report);
    if (err == ERR_OK)
        err = name_and_order(tx, report);
    if (err == ERR_OK)
        err = sql_outcome(tx);
    if (err != ERR_OK)
        report_on_time_release(report);
    return err;
}
