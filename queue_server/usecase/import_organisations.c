#include "usecase/import_organisations.h"

#include <jansson.h>
#include <string.h>

#include "store/row_cursor.h"
#include "usecase/catalogue.h"

/* An organisation of a part of the document, and where its faults are told. */
struct organisation {
    const char *part;
    size_t index;
    const json_t *row;
    struct text *faults;
};

/* A text of 1..most bytes; "" with a fault otherwise. */
static const char *need(const struct organisation *at, const char *key, size_t most)
{
    const char *value = json_string_value(json_object_get(at->row, key));

    if (value && value[0] && strlen(value) <= most)
        return value;
    text_printf(at->faults, "%s[%zu].%s: a text of 1..%zu bytes is needed\n", at->part, at->index,
                key, most);
    return "";
}

/* A date, day 0 when it is left out. */
static struct date maybe_date(const struct organisation *at, const char *key)
{
    const json_t *value = json_object_get(at->row, key);
    const char *text = json_string_value(value);
    struct date date = {0};

    if (value && !json_is_null(value) && (!text || date_parse(text, strlen(text), &date) != ERR_OK))
        text_printf(at->faults, "%s[%zu].%s: a date YYYY-MM-DD is needed\n", at->part, at->index,
                    key);
    return date;
}

static void put_day(struct row_cursor *row, struct date date)
{
    row_put_int_or_null(row, date.day);
}

/* The last two columns of both: the days on which it works. */
static void put_days(struct row_cursor *row, const struct organisation *at)
{
    const struct date from = maybe_date(at, "effective_from");
    const struct date until = maybe_date(at, "effective_to");

    if (until.day && date_before(until, from))
        text_printf(at->faults, "%s[%zu].effective_to: before effective_from\n", at->part,
                    at->index);
    put_day(row, from);
    put_day(row, until);
}

static void put_unit(struct store_tx *tx, const struct organisation *at)
{
    struct row_cursor row = row_start(tx, STMT_UNIT_PUT);

    row_put_text(&row, need(at, "unit", UNIT_CODE_SIZE - 1));
    row_put_text(&row, need(at, "name", CATALOGUE_NAME_SIZE - 1));
    row_put_int(&row, json_is_true(json_object_get(at->row, "handles")));
    put_days(&row, at);
    sql_run(row.sql);
}

/* The identifier of an agency in a member; "" when it is left out. Rule R-436. */
static const char *agency_code(const struct organisation *at, const char *key, bool required)
{
    const char *code = json_string_value(json_object_get(at->row, key));

    if (!code && !required)
        return "";
    if (code && agency_id_is_valid(code, strlen(code)))
        return code;
    text_printf(at->faults, "%s[%zu].%s: an agency identifier like H55.128 is needed\n", at->part,
                at->index, key);
    return "";
}

static bool has_agency(const json_t *list, const char *code)
{
    size_t i;
    json_t *row;

    json_array_foreach((json_t *)list, i, row)
    {
        const char *other = json_string_value(json_object_get(row, "agency"));

        if (other && strcmp(other, code) == 0)
            return true;
    }
    return false;
}

static void put_agency(struct store_tx *tx, const struct organisation *at, const json_t *list)
{
    const char *address = json_string_value(json_object_get(at->row, "address"));
    const char *successor = agency_code(at, "successor", false);
    struct row_cursor row = row_start(tx, STMT_AGENCY_PUT);

    row_put_text(&row, agency_code(at, "agency", true));
    row_put_text(&row, need(at, "name", CATALOGUE_NAME_SIZE - 1));
    row_put_text(&row, address && strlen(address) < CATALOGUE_NAME_SIZE ? address : "");
    put_days(&row, at);
    row_put_text_or_null(&row, successor);
    sql_run(row.sql);
    if (successor[0] && !has_agency(list, successor))
        text_printf(at->faults, "%s[%zu].successor: is not in the document\n", at->part, at->index);
}

int import_organisations(struct store_tx *tx, const json_t *root, struct text *faults)
{
    const json_t *units = json_object_get(root, "units");
    const json_t *agencies = json_object_get(root, "agencies");
    struct organisation at = {.part = "units", .faults = faults};

    json_array_foreach((json_t *)units, at.index, at.row)
    {
        put_unit(tx, &at);
    }
    at.part = "agencies";
    if (json_array_size(agencies) > CATALOGUE_AGENCIES_MAX)
        text_printf(faults, "agencies: %d at most\n", CATALOGUE_AGENCIES_MAX);
    json_array_foreach((json_t *)agencies, at.index, at.row)
    {
        put_agency(tx, &at, agencies);
    }
    return (int)(json_array_size(units) + json_array_size(agencies));
}
