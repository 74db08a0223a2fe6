#include "usecase/report_open.h"

#include <stdlib.h>
#include <string.h>

const struct open_row *report_open_row(const struct report_open *report, size_t index)
{
    return container_of(report->groups.rows[index], struct open_row, group);
}

/* ---- gathering ------------------------------------------------------------------------------- */

static enum err make_room(struct report_open *report)
{
    const size_t capacity = report->capacity ? report->capacity * 2 : 256;
    struct open_entry *larger;

    if (report->count < report->capacity)
        return ERR_OK;
    if (report->count >= REPORT_OPEN_MAX)
        return ERR_INTERNAL;
    larger = realloc(report->entries, capacity * sizeof *larger);
    if (!larger)
        return ERR_NO_MEMORY;
    report->entries = larger;
    report->capacity = capacity;
    return ERR_OK;
}

static void count(struct open_counts *counts, const struct open_dossier *open)
{
    counts->overdue += open->pending == PENDING_OVERDUE;
    counts->near_due += open->pending == PENDING_NEAR_DUE;
    counts->in_time += open->pending == PENDING_IN_TIME;
    counts->paused += open->pending == PENDING_PAUSED;
    counts->due_today += open->due_today;
    counts->due_today_signed += open->due_today && open->row->decision_signed;
}

static enum open_kind kind_of(const struct open_dossier *open)
{
    if (open->pending == PENDING_PAUSED)
        return OPEN_PAUSED;
    return open->dated ? OPEN_DATED : OPEN_UNDATED;
}

static enum err add(const struct open_dossier *open, void *data)
{
    struct report_open *report = data;
    const struct report_dossier *dossier = &open->row->dossier;
    char key[REPORT_KEY_SIZE];
    struct report_group *group;
    enum err err = make_room(report);

    report_key(report->by, dossier, &dossier->officer, key);
    if (err == ERR_OK)
        err = report_groups_row(&report->groups, key, &group);
    if (err != ERR_OK)
        return err;
    if (dossier->id > group->newest)
        group->newest = dossier->id;
    count(&container_of(group, struct open_row, group)->counts, open);
    count(&report->total, open);
    report->entries[report->count++] =
        (struct open_entry){.group = group,
                            .kind = kind_of(open),
                            .days = open->days,
                            .overdue = open->pending == PENDING_OVERDUE,
                            .near_due = open->pending == PENDING_NEAR_DUE,
                            .due_today = open->due_today,
                            .decision_signed = open->row->decision_signed,
                            .late_ms = open->row->late_at.ms,
                            .id = dossier->id};
    return ERR_OK;
}

/* ---- order ----------------------------------------------------------------------------------- */

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_keys(const struct report_group *a, const struct report_group *b)
{
    if (!a->key[0] != !b->key[0])
        return a->key[0] ? -1 : 1; /* nobody stands last, as among the rows */
    const int order = strcmp(a->order, b->order);
    return order ? order : strcmp(a->key, b->key);
}

/* What is near due first, so that a cell's first names are its most urgent ones. R-942. */
static int compare_entries(const void *left, const void *right)
{
    const struct open_entry *a = left, *b = right;
    int order = a->group == b->group ? 0 : compare_keys(a->group, b->group);

    if (!order)
        order = compare_numbers(a->kind, b->kind);
    if (!order && a->kind == OPEN_DATED)
        order = compare_numbers(a->days, b->days);
    if (!order)
        order = compare_numbers(b->near_due, a->near_due);
    if (!order)
        order = compare_numbers(a->late_ms, b->late_ms);
    return order ? order : compare_numbers(a->id, b->id);
}

size_t report_open_cell_end(const struct report_open *report, size_t first)
{
    const struct open_entry *cell = &report->entries[first];
    size_t end = first + 1;

    while (end < report->count && report->entries[end].group == cell->group &&
           report->entries[end].kind == cell->kind &&
           (cell->kind != OPEN_DATED || report->entries[end].days == cell->days))
        end++;
    return end;
}

/* ---- all of it ------------------------------------------------------------------------------- */

void report_open_release(struct report_open *report)
{
    report_groups_release(&report->groups);
    free(report->entries);
    report->entries = NULL;
    report->count = report->capacity = 0;
}

enum err report_open_run(struct store_tx *tx, struct command *command)
{
    struct report_open *report = container_of(command, struct report_open, command);
    struct open_walk walk = {.each = add, .data = report};
    enum err err;

    report->groups = (struct report_groups){.by = report->by, .row_size = sizeof(struct open_row)};
    report->entries = NULL;
    report->count = report->capacity = 0;
    report->total = (struct open_counts){0};
    err = open_dossiers_walk(tx, command, &walk);
    report->day = walk.day;
    if (err == ERR_OK)
        err = report_groups_finish(tx, command, &report->groups);
    if (err == ERR_OK && report->count > 0)
        qsort(report->entries, report->count, sizeof *report->entries, compare_entries);
    if (err == ERR_OK)
        err = sql_outcome(tx);
    if (err != ERR_OK)
        report_open_release(report);
    return err;
}
