#include "store/dossier_agency_rows.h"

#include <string.h>

#include "store/row_cursor.h"

static const char *const due_names[] = {
    [DUE_NONE] = "none", [DUE_DAY] = "day", [DUE_TIME] = "time"};

void dossier_agency_step_put(struct store_tx *tx, int64_t id,
                             const struct dossier_agency_step *step)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_AGENCY_STEP_PUT);
    const bool has_due = step->due.kind != DUE_NONE;

    row_put_int(&row, id);
    row_put_int(&row, step->step);
    row_put_int(&row, step->list_row);
    row_put_text(&row, step->agency);
    row_put_text(&row, step->task);
    row_put_text(&row, step->limit_text);
    row_put_instant(&row, step->begun_at);
    row_put_text(&row, due_names[step->due.kind]);
    row_put_instant(&row, has_due ? step->due.at : instant_none());
    if (has_due)
        row_put_int(&row, step->due.day.day);
    else
        row_put_null(&row);
    row_put_instant(&row, step->ended_at);
    row_put_text_or_null(&row, verdict_name(step->verdict));
    sql_run(row.sql);
}

#define COPY(field) row_copy(row, field, sizeof(field))

static bool read_step(struct sql *sql, struct dossier_agency_step *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->step = (int)row_int(row);
    out->list_row = (int)row_int(row);
    COPY(out->agency);
    COPY(out->task);
    COPY(out->limit_text);
    out->begun_at = row_instant(row);
    const char *kind = row_text(row);
    out->due.kind = strcmp(kind, "day") == 0    ? DUE_DAY
                    : strcmp(kind, "time") == 0 ? DUE_TIME
                                                : DUE_NONE;
    out->due.at = row_instant(row);
    out->due.day.day = (int32_t)row_int(row);
    out->ended_at = row_instant(row);
    const char *verdict = row_text(row);
    return !verdict || verdict_from_name(verdict, strlen(verdict), &out->verdict) == ERR_OK;
}

int dossier_agency_steps_get(struct store_tx *tx, int64_t id,
                             struct dossier_agency_step out_steps[AGENCY_STEPS_MAX])
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_AGENCY_STEP_LIST);
    int count = 0;

    row_put_int(&row, id);
    while (count < AGENCY_STEPS_MAX && sql_row(row.sql))
        if (!read_step(row.sql, &out_steps[count++]))
            sql_fail(tx, ERR_STORE);
    sql_end(row.sql);
    return count;
}
