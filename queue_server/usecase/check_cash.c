#include "usecase/check_cash.h"

#include <jansson.h>
#include <string.h>

#include "store/cash_rows.h"

void check_cash_note(struct check_cash *cash, const struct event *event)
{
    if (strcmp(event->kind, "cash_closed") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    cash->told++;
    cash->told_total +=
        json_integer_value(json_object_get(json_object_get(data, "closing"), "total"));
    json_decref(data);
}

static void compare(const struct cash_compared *row, void *data)
{
    struct check_cash *cash = data;

    cash->total += row->total;
    if (row->fees != row->marked_fees || row->total != row->marked_total)
        check_fault(cash->faults,
                    "cash closing c%lld: %lld fees of %lld đồng, recounted %lld of %lld",
                    (long long)row->id, (long long)row->fees, (long long)row->total,
                    (long long)row->marked_fees, (long long)row->marked_total);
}

int64_t check_cash_compare(struct check_cash *cash)
{
    const int64_t rows = cash_rows_sums(cash->tx, compare, cash);

    if (rows != cash->told || cash->total != cash->told_total)
        check_fault(cash->faults, "cash closings: %lld of %lld đồng, the log tells of %lld of %lld",
                    (long long)rows, (long long)cash->total, (long long)cash->told,
                    (long long)cash->told_total);
    return rows;
}
