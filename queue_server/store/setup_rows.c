#include "store/setup_rows.h"

#include <stdio.h>
#include <string.h>

static struct sql *start(struct store_tx *tx, enum statement statement)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    return q;
}

/* ---- versions -------------------------------------------------------------------------------- */

void setup_stamp_get(struct store_tx *tx, const char *part, const char *code,
                     struct setup_stamp *out_stamp)
{
    struct sql *q = start(tx, STMT_SETUP_PART_GET);

    *out_stamp = (struct setup_stamp){.version = 1, .changed_at = instant_none()};
    sql_text(q, 2, part);
    sql_text(q, 3, code);
    if (sql_row(q)) {
        out_stamp->version = sql_column_int(q, 0);
        out_stamp->changed_at = sql_column_instant(q, 1);
        sql_column_copy(q, 2, out_stamp->changed_by, sizeof out_stamp->changed_by);
    }
    sql_end(q);
}

void setup_stamp_put(struct store_tx *tx, const char *part, const char *code,
                     const struct setup_stamp *stamp)
{
    struct sql *q = start(tx, STMT_SETUP_PART_PUT);

    sql_text(q, 2, part);
    sql_text(q, 3, code);
    sql_int(q, 4, stamp->version);
    sql_instant(q, 5, stamp->changed_at);
    sql_text(q, 6, stamp->changed_by);
    sql_run(q);
}

void setup_stamp_touch(struct store_tx *tx, const char *part, const char *code, struct instant at,
                       const char *account)
{
    struct setup_stamp stamp;

    setup_stamp_get(tx, part, code, &stamp);
    stamp.version++;
    stamp.changed_at = at;
    snprintf(stamp.changed_by, sizeof stamp.changed_by, "%s", account);
    setup_stamp_put(tx, part, code, &stamp);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void retire(struct store_tx *tx, enum statement statement, const char *code)
{
    struct sql *q = start(tx, statement);

    sql_text(q, 2, code);
    sql_run(q);
}

/* A site or a counter: its code and two texts; out of use by `ending` when it is retired. */
static void put_place(struct store_tx *tx, enum statement put, enum statement ending,
                      const char *code, const char *first, const char *second, bool retired)
{
    struct sql *q = start(tx, put);

    sql_text(q, 2, code);
    sql_text(q, 3, first);
    sql_text(q, 4, second);
    sql_run(q);
    if (retired)
        retire(tx, ending, code);
}

void site_rows_put(struct store_tx *tx, const char *code, const char *name, const char *address,
                   bool retired)
{
    put_place(tx, STMT_SITE_PUT, STMT_SITE_RETIRE, code, name, address, retired);
}

void service_rows_put(struct store_tx *tx, const char *code, const char *name, const char *name_en,
                      int position, bool closed)
{
    struct sql *q = start(tx, STMT_SERVICE_PUT);

    sql_text(q, 2, code);
    sql_text(q, 3, name);
    sql_text(q, 4, name_en);
    sql_int(q, 5, position);
    sql_int(q, 6, closed);
    sql_run(q);
}

void counter_rows_put(struct store_tx *tx, const char *code, const char *site, const char *name,
                      bool retired)
{
    put_place(tx, STMT_COUNTER_PUT, STMT_COUNTER_RETIRE, code, site, name, retired);
}

void counter_rows_clear_duties(struct store_tx *tx, const char *counter)
{
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_CLEAR);

    sql_text(q, 2, counter);
    sql_run(q);
}

void counter_rows_put_duty(struct store_tx *tx, const char *counter, const char *service,
                           int64_t after_s)
{
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_PUT);

    sql_text(q, 2, counter);
    sql_text(q, 3, service);
    if (after_s < 0)
        sql_null(q, 4);
    else
        sql_int(q, 4, after_s);
    sql_run(q);
}

bool counter_rows_has_tied(struct store_tx *tx, const char *site, const char *counter)
{
    struct sql *q = start(tx, STMT_TICKET_ANY_TIED);

    sql_text(q, 2, site);
    sql_text(q, 3, counter);
    const bool found = sql_row(q);
    sql_end(q);
    return found;
}

void printer_rows_put(struct store_tx *tx, const struct printer_row *printer)
{
    struct sql *q = start(tx, STMT_PRINTER_PUT);

    sql_text(q, 2, printer->code);
    sql_text(q, 3, printer->name);
    sql_text(q, 4, printer->destination);
    sql_text(q, 5, printer->site);
    sql_text(q, 6, printer->paper);
    sql_run(q);
    if (printer->retired)
        retire(tx, STMT_PRINTER_RETIRE, printer->code);
}

void printer_use_put(struct store_tx *tx, const struct printer_use *use)
{
    struct sql *q = start(tx, STMT_PRINTER_USE_PUT);

    sql_text(q, 2, use->by_device ? "device" : "counter");
    sql_text(q, 3, use->user);
    sql_text(q, 4, use->paper);
    sql_text(q, 5, use->printer);
    sql_run(q);
}

void printer_use_clear(struct store_tx *tx, const char *printer)
{
    struct sql *q = start(tx, STMT_PRINTER_USE_CLEAR);

    sql_text(q, 2, printer);
    sql_run(q);
}

int printer_use_list(struct store_tx *tx, struct printer_use *out_uses, int room)
{
    struct sql *q = start(tx, STMT_PRINTER_USE_LIST);
    int count = 0;

    while (count < room && sql_row(q)) {
        struct printer_use *use = &out_uses[count++];

        use->by_device = strcmp(sql_column_text(q, 0), "device") == 0;
        sql_column_copy(q, 1, use->user, sizeof use->user);
        sql_column_copy(q, 2, use->paper, sizeof use->paper);
        sql_column_copy(q, 3, use->printer, sizeof use->printer);
    }
    sql_end(q);
    return count;
}
