#include "usecase/closed_figures.h"

#include <jansson.h>
#include <string.h>

#include "domain/indicators.h"
#include "usecase/report_on_time.h"

/* The columns (3)..(13). */
static void write_row(struct text *text, const char *member, const char *field,
                      const struct indicator_row *row)
{
    json_open_object(text, member);
    json_put_string_or_null(text, "field", field);
    json_put_int(text, "received_total",
                 row->received_online + row->received_other + row->carried_over);
    json_put_int(text, "received_online", row->received_online);
    json_put_int(text, "received_other", row->received_other);
    json_put_int(text, "carried_over", row->carried_over);
    json_put_int(text, "resolved_total", indicator_resolved(row));
    json_put_int(text, "early", row->early);
    json_put_int(text, "on_time", row->on_time);
    json_put_int(text, "late", row->late);
    json_put_int(text, "open_total", indicator_open(row));
    json_put_int(text, "in_time", row->open_in_time);
    json_put_int(text, "overdue", row->open_overdue);
    json_close_object(text);
}

enum err closed_figures_count(struct store_tx *tx, struct command *command, struct period period,
                              struct text *out_figures)
{
    struct report_on_time report = {.period = period, .by = REPORT_BY_FIELD};
    const enum err err = report_on_time_count(tx, command, &report);

    if (err != ERR_OK)
        return err;
    json_open_object(out_figures, NULL);
    json_open_array(out_figures, "rows");
    for (size_t i = 0; i < report.groups.count; i++) {
        const struct report_row *row = report_on_time_row(&report, i);

        write_row(out_figures, NULL, row->group.key, &row->counts);
    }
    json_close_array(out_figures);
    write_row(out_figures, "total", "", &report.total);
    json_close_object(out_figures);
    report_on_time_release(&report);
    return out_figures->failed ? ERR_NO_MEMORY : ERR_OK;
}

static json_int_t count_of(const json_t *row, const char *column)
{
    return json_integer_value(json_object_get(row, column));
}

/* The row of a field, NULL where nothing was counted in it. */
static const json_t *row_of(const json_t *figures, const char *field)
{
    const json_t *rows = json_object_get(figures, "rows"), *row;
    size_t i;

    json_array_foreach(rows, i, row)
    {
        const char *name = json_string_value(json_object_get(row, "field"));

        if (name && strcmp(name, field) == 0)
            return row;
    }
    return NULL;
}

/* Each row of `figures` has in `column` what the other's row of the same field has in `others`. */
static bool fields_agree(const json_t *figures, const char *column, const json_t *other,
                         const char *others)
{
    const json_t *rows = json_object_get(figures, "rows"), *row;
    size_t i;

    json_array_foreach(rows, i, row)
    {
        const char *field = json_string_value(json_object_get(row, "field"));

        if (count_of(row, column) != count_of(row_of(other, field ? field : ""), others))
            return false;
    }
    return true;
}

bool closed_figures_follow(const char *before, const char *next)
{
    json_t *earlier = json_loads(before, 0, NULL), *later = json_loads(next, 0, NULL);
    const bool follows = earlier && later &&
                         count_of(json_object_get(earlier, "total"), "open_total") ==
                             count_of(json_object_get(later, "total"), "carried_over") &&
                         fields_agree(earlier, "open_total", later, "carried_over") &&
                         fields_agree(later, "carried_over", earlier, "open_total");

    json_decref(earlier);
    json_decref(later);
    return follows;
}
