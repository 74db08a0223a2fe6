#include "usecase/check_cash.h"

#include <jansson.h>
#include <string.h>

#include "store/cash_rows.h"

void check_cash_note(struct check_cash *cash, const struct event *event)
{
    const bool refund = strcmp(event->kind, "dossier_refund_paid") == 0;

    if (!refund && strcmp(event->kind, "cash_closed") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    if (refund) {
        cash->refunds_told++;
        cash->refunded_told +=
            json_integer_value(json_object_get(json_object_get(data, "refund"), "amount"));
        json_decref(data);
        return;
    }
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
    if (row->refunds != row->given_fees || row->refunded != row->given_total)
        check_fault(cash->faults,
                    "cash closing c%lld: %lld refunds of %lld đồng, recounted %lld of %lld",
                    (long long)row->id, (long long)row->refunds, (long long)row->refunded,
                    (long long)row->given_fees, (long long)row->given_total);
}

int64_t check_cash_compare(struct check_cash *cash)
{
    const int64_t rows = cash_rows_sums(cash->tx, compare, cash);
    const struct cash_refunded refunded = cash_rows_refunded(cash->tx);

    if (refunded.fees != cash->refunds_told || refunded.total != cash->refunded_told)
        check_fault(cash->faults, "refunds: %lld of %lld đồng, the log tells of %lld of %lld",
                    (long long)refunded.fees, (long long)refunded.total,
                    (long long)cash->refunds_told, (long long)cash->refunded_told);

    if (rows != cash->told || cash->total != cash->told_total)
        check_fault(cash->faults, "cash closings: %lld of %lld đồng, the log tells of %lld of %lld",
                    (long long)rows, (long long)cash->total, (long long)cash->told,
                    (long long)cash->told_total);
    return rows;
}
