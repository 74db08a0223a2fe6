#include "usecase/check_receipts.h"

#include <jansson.h>
#include <string.h>

#include "usecase/read_receipts.h"

/* ---- the log --------------------------------------------------------------------------------- */

/* What became of it later is told by later rows: the newest tells the state that stands. */
struct told_receipt {
    int64_t id, number, total;
    const char *series;
};

static bool is_same(const struct receipt_record *record, const struct told_receipt *told)
{
    return told->series && strcmp(record->series, told->series) == 0 &&
           record->number == told->number && record->total == told->total;
}

void check_receipts_note(struct check_receipts *receipts, const struct event *event)
{
    const bool issued = strcmp(event->kind, "dossier_receipt_issued") == 0;
    const bool voided = strcmp(event->kind, "dossier_receipt_voided") == 0;
    struct receipt_record record;

    if (!issued && !voided)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    const json_t *said = json_object_get(data, "receipt");
    const char *id = json_string_value(json_object_get(said, "id"));
    const struct told_receipt told = {
        .id = id ? opaque_id_parse('b', id) : 0,
        .number = json_integer_value(json_object_get(said, "number")),
        .total = json_integer_value(json_object_get(said, "total")),
        .series = json_string_value(json_object_get(said, "series")),
    };
    receipts->told += issued;
    if (!receipt_rows_get(receipts->tx, told.id, &record) || (issued && told.id != event->seq))
        check_fault(receipts->faults, "receipt of row %lld of the log: it is gone",
                    (long long)event->seq);
    else if (!is_same(&record, &told) || (voided && !record.voided_by[0]))
        check_fault(receipts->faults, "receipt b%lld: is not what row %lld of the log says",
                    (long long)told.id, (long long)event->seq);
    json_decref(data);
}

/* ---- the rows -------------------------------------------------------------------------------- */

static void compare_sum(int64_t id, int64_t total, int64_t lines, int64_t twice, void *data)
{
    struct check_receipts *receipts = data;

    if (total != lines)
        check_fault(receipts->faults, "receipt b%lld: its total is %lld, its lines are %lld",
                    (long long)id, (long long)total, (long long)lines);
    if (twice)
        check_fault(receipts->faults, "receipt b%lld: %lld of its lines stand on another one too",
                    (long long)id, (long long)twice);
}

static void compare_series(const struct receipt_series_row *row, void *data)
{
    struct check_receipts *receipts = data;

    if (row->amount != row->last || row->highest != row->last)
        check_fault(
            receipts->faults, "receipts of series %s: %lld up to %lld, the series stands at %lld",
            row->series, (long long)row->amount, (long long)row->highest, (long long)row->last);
}

int64_t check_receipts_compare(struct check_receipts *receipts)
{
    const int64_t told = receipts->told;
    const int64_t rows = receipt_rows_sums(receipts->tx, compare_sum, receipts);

    if (rows != told)
        check_fault(receipts->faults, "receipts: %lld rows, the log tells of %lld", (long long)rows,
                    (long long)told);
    receipt_rows_series(receipts->tx, compare_series, receipts);
    return rows;
}
