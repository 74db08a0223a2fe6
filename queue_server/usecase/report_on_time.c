#include "usecase/report_on_time.h"

#include <string.h>

static const char *const column_names[] = {
#define X(name, text, count) [REPORT_COLUMN_##name] = (text),
    REPORT_COLUMN_MAP(X)
#undef X
};

enum err report_column_from_name(const char *text, enum report_column *out_column)
{
    for (int column = 0; column < REPORT_COLUMN_COUNT; column++)
        if (strcmp(column_names[column], text) == 0) {
            *out_column = (enum report_column)column;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

const struct report_row *report_on_time_row(const struct report_on_time *report, size_t index)
{
    return container_of(report->groups.rows[index], struct report_row, group);
}

static enum err add_dossier(const struct counted_dossier *counted, void *data)
{
    struct report_on_time *report = data;
    char key[REPORT_KEY_SIZE];
    struct report_group *group;
    enum err err;

    report_key(report->by, counted->dossier, &counted->responsible, key);
    err = report_groups_row(&report->groups, key, &group);
    if (err != ERR_OK)
        return err;
    if (counted->dossier->id > group->newest)
        group->newest = counted->dossier->id;
    indicator_row_add(&container_of(group, struct report_row, group)->counts, &counted->counted);
    indicator_row_add(&report->total, &counted->counted);
    return ERR_OK;
}

/* Rule R-304: every row reconciles, and the rows add up to the total. */
static enum err check_rows(const struct report_on_time *report)
{
    struct indicator_row sum = {0};

    for (size_t i = 0; i < report->groups.count; i++) {
        const struct indicator_row *counts = &report_on_time_row(report, i)->counts;

        if (!indicator_row_balances(counts))
            return ERR_REPORT_UNBALANCED;
        indicator_row_add(&sum, counts);
    }
    return memcmp(&sum, &report->total, sizeof sum) == 0 ? ERR_OK : ERR_REPORT_UNBALANCED;
}

void report_on_time_release(struct report_on_time *report)
{
    report_groups_release(&report->groups);
}

enum err report_on_time_count(struct store_tx *tx, struct command *command,
                              struct report_on_time *report)
{
    struct dossier_counting counting = {
        .period = report->period, .each = add_dossier, .data = report};
    enum err err;

    report->groups =
        (struct report_groups){.by = report->by, .row_size = sizeof(struct report_row)};
    report->total = (struct indicator_row){0};
    err = count_dossiers(tx, command, &counting);
    report->span = counting.span;
    if (err == ERR_OK)
        err = check_rows(report);
    if (err == ERR_OK)
        err = report_groups_finish(tx, command, &report->groups);
    if (err == ERR_OK)
        err = sql_outcome(tx);
    if (err != ERR_OK)
        report_on_time_release(report);
    return err;
}

enum err report_on_time_run(struct store_tx *tx, struct command *command)
{
    return report_on_time_count(tx, command, container_of(command, struct report_on_time, command));
}
