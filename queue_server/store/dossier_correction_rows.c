#include "store/dossier_correction_rows.h"

#include <string.h>

#include "store/row_cursor.h"

void dossier_correction_put(struct store_tx *tx, int64_t id,
                            const struct dossier_correction *correction)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_CORRECTION_PUT);

    row_put_int(&row, id);
    row_put_int(&row, correction->seq);
    row_put_text(&row, correction->field);
    row_put_text(&row, correction->old_value);
    row_put_text(&row, correction->new_value);
    row_put_text(&row, correction->reason);
    row_put_text(&row, correction->asked_by);
    row_put_instant(&row, correction->asked_at);
    row_put_text_or_null(&row, correction->approved_by);
    row_put_instant(&row, correction->approved_at);
    row_put_int_or_null(&row, correction->approved_seq);
    row_put_instant(&row, correction->due_before);
    row_put_instant(&row, correction->due_after);
    row_put_text_or_null(&row, verdict_name(correction->verdict_before));
    row_put_text_or_null(&row, verdict_name(correction->verdict_after));
    sql_run(row.sql);
}

#define COPY(field) row_copy(row, field, sizeof(field))

static bool read_verdict(struct row_cursor *row, enum verdict *out_verdict)
{
    const char *name = row_text(row);

    return !name || verdict_from_name(name, strlen(name), out_verdict) == ERR_OK;
}

static bool read_correction(struct sql *sql, struct dossier_correction *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->seq = row_int(row);
    COPY(out->field);
    COPY(out->old_value);
    COPY(out->new_value);
    COPY(out->reason);
    COPY(out->asked_by);
    out->asked_at = row_instant(row);
    COPY(out->approved_by);
    out->approved_at = row_instant(row);
    out->approved_seq = row_int(row);
    out->due_before = row_instant(row);
    out->due_after = row_instant(row);
    return read_verdict(row, &out->verdict_before) && read_verdict(row, &out->verdict_after);
}

int dossier_corrections_each(struct store_tx *tx, int64_t id,
                             void (*each)(const struct dossier_correction *correction, void *data),
                             void *data)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_CORRECTION_LIST);
    struct dossier_correction correction;
    int count = 0;

    row_put_int(&row, id);
    for (; sql_row(row.sql); count++) {
        if (!read_correction(row.sql, &correction))
            sql_fail(tx, ERR_STORE);
        each(&correction, data);
    }
    sql_end(row.sql);
    return count;
}
