#include "store/pairing_rows.h"

#include <string.h>

bool pairing_rows_find(struct store_tx *tx, const uint8_t code[DIGEST_SIZE],
                       struct pairing_record *out_pairing)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_PAIRING_FIND);

    sql_int(q, 1, sql_centre(tx));
    sql_blob(q, 2, code, DIGEST_SIZE);
    const bool found = sql_row(q);
    if (found) {
        sql_column_copy(q, 0, out_pairing->device, sizeof out_pairing->device);
        memcpy(out_pairing->code, code, DIGEST_SIZE);
        out_pairing->expires_at = sql_column_instant(q, 1);
    }
    sql_end(q);
    return found;
}

void pairing_rows_put(struct store_tx *tx, const struct pairing_record *pairing)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_PAIRING_PUT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, pairing->device);
    sql_blob(q, 3, pairing->code, DIGEST_SIZE);
    sql_instant(q, 4, pairing->expires_at);
    sql_run(q);
}

void pairing_rows_delete(struct store_tx *tx, const char *device)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_PAIRING_DELETE);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, device);
    sql_run(q);
}
