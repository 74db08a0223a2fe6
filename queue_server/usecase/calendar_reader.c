#include "usecase/calendar_reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digits.h"

/* Where the fault text goes; every reading function returns false once it has written one. */
struct reader {
    struct calendar_parts parts;
    char *message;
    size_t message_size;
    enum err err;
    size_t span_count; /* sessions read so far */
    char place[96];    /* of the row being read, e.g. `days_off[3]` */
};

__attribute__((format(printf, 2, 3))) static bool fault(struct reader *reader, const char *format,
                                                        ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(reader->message, reader->message_size, format, arguments);
    va_end(arguments);
    reader->err = ERR_CALENDAR_MALFORMED;
    return false;
}

static bool no_memory(struct reader *reader)
{
    snprintf(reader->message, reader->message_size, "%s", err_text(ERR_NO_MEMORY, LANGUAGE_EN));
    reader->err = ERR_NO_MEMORY;
    return false;
}

static void set_place(struct reader *reader, const char *list, size_t index)
{
    snprintf(reader->place, sizeof reader->place, "%s[%zu]", list, index);
}

static bool read_date(struct reader *reader, const json_t *value, const char *key,
                      struct date *out_date)
{
    const char *text = json_string_value(value);

    if (!text)
        return fault(reader, "%s%s: a date YYYY-MM-DD is needed", reader->place, key);
    if (date_parse(text, json_string_length(value), out_date) != ERR_OK)
        return fault(reader, "%s%s: \"%.40s\" is not a date YYYY-MM-DD of the years 1900-2199",
                     reader->place, key, text);
    return true;
}

/* Read `HH:MM` into seconds after midnight; 24:00 is let through, the caller judges it. */
static bool read_time(struct reader *reader, const json_t *value, const char *key,
                      int32_t *out_second)
{
    const char *text = json_string_value(value);
    int hour, minute;

    if (!text)
        return fault(reader, "%s%s: a time HH:MM is needed", reader->place, key);
    if (json_string_length(value) != 5 || text[2] != ':' || !digits_read(text, 2, &hour) ||
        !digits_read(text + 3, 2, &minute) || minute > 59 || hour * 60 + minute > 24 * 60)
        return fault(reader, "%s%s: \"%.40s\" is not a time HH:MM", reader->place, key, text);
    *out_second = hour * 3600 + minute * 60;
    return true;
}

/* Find a list that must be there. */
static bool find_list(struct reader *reader, const json_t *root, const char *key,
                      const json_t **out_list)
{
    *out_list = json_object_get(root, key);
    return json_is_array(*out_list) || fault(reader, "%s: a list is needed", key);
}

static bool read_weekly_rest(struct reader *reader, const json_t *root)
{
    static const char *const names[] = {"T2", "T3", "T4", "T5", "T6", "T7", "CN"};
    const json_t *list, *item;
    size_t i;

    if (!find_list(reader, root, "weekly_rest", &list))
        return false;
    json_array_foreach(list, i, item)
    {
        const char *name = json_string_value(item);
        size_t day = 0;

        while (day < 7 && !(name && strcmp(name, names[day]) == 0))
            day++;
        if (day == 7)
            return fault(reader, "weekly_rest[%zu]: one of T2 T3 T4 T5 T6 T7 CN is needed", i);
        reader->parts.source.weekly_rest |= 1u << day;
    }
    return true;
}

/* Read the sessions of one row behind those read before. Rule R-011. */
static bool read_sessions(struct reader *reader, const json_t *row, struct calendar_row *out_row)
{
    const json_t *list = json_object_get(row, "sessions"), *pair;
    struct day_span *spans = reader->parts.spans + reader->span_count;
    const size_t count = json_array_size(list);
    char key[64];
    size_t i, bad;

    json_array_foreach(list, i, pair)
    {
        snprintf(key, sizeof key, ".sessions[%zu]", i);
        if (json_array_size(pair) != 2)
            return fault(reader, "%s%s: a pair [from, to] is needed", reader->place, key);
        if (!read_time(reader, json_array_get(pair, 0), key, &spans[i].from) ||
            !read_time(reader, json_array_get(pair, 1), key, &spans[i].to))
            return false;
    }
    if (!calendar_sessions_valid(spans, count, &bad))
        return count == 0
                   ? fault(reader, "%s.sessions: at least one session is needed", reader->place)
                   : fault(reader,
                           "%s.sessions[%zu]: must end after it begins and not begin before "
                           "the one above ends",
                           reader->place, bad);
    out_row->spans = spans;
    out_row->span_count = (int32_t)count;
    reader->span_count += count;
    return true;
}

/* Count the sessions of all rows, to allocate once. */
static bool count_sessions(struct reader *reader, const json_t *list, size_t *out_count)
{
    const json_t *row;
    size_t i, total = 0;

    json_array_foreach(list, i, row)
    {
        const size_t count = json_array_size(json_object_get(row, "sessions"));

        if (count > CALENDAR_SPANS_MAX)
            return fault(reader, "working_sessions[%zu].sessions: more than %d", i,
                         CALENDAR_SPANS_MAX);
        total += count;
    }
    *out_count = total;
    return true;
}

static int row_order(const void *a, const void *b)
{
    const struct calendar_row *left = a, *right = b;

    return (left->effective_from.day > right->effective_from.day) -
           (left->effective_from.day < right->effective_from.day);
}

/* Two rows from one date on would leave open which is in force. */
static bool rows_agree(struct reader *reader)
{
    const struct calendar_row *rows = reader->parts.rows;
    char text[DATE_TEXT_SIZE];

    for (size_t i = 1; i < reader->parts.source.row_count; i++) {
        const size_t size = (size_t)rows[i].span_count * sizeof *rows[i].spans;

        if (!date_equal(rows[i - 1].effective_from, rows[i].effective_from) ||
            (rows[i - 1].span_count == rows[i].span_count &&
             memcmp(rows[i - 1].spans, rows[i].spans, size) == 0))
            continue;
        date_format(rows[i].effective_from, text);
        return fault(reader, "working_sessions: two different rows are effective from %s", text);
    }
    return true;
}

/* Read one row; a template (effective_from null) is checked and left out. */
static bool read_row(struct reader *reader, const json_t *row)
{
    struct calendar_source *source = &reader->parts.source;
    struct calendar_row *out_row = &reader->parts.rows[source->row_count];
    const json_t *from = json_object_get(row, "effective_from");

    if (!json_is_object(row))
        return fault(reader, "%s: an object is needed", reader->place);
    if (!json_is_null(from) &&
        !read_date(reader, from, ".effective_from", &out_row->effective_from))
        return false;
    if (!read_sessions(reader, row, out_row))
        return false;
    source->row_count += !json_is_null(from);
    return true;
}

static bool read_rows(struct reader *reader, const json_t *root)
{
    struct calendar_parts *parts = &reader->parts;
    const json_t *list, *row;
    size_t i, spans = 0;

    if (!find_list(reader, root, "working_sessions", &list) ||
        !count_sessions(reader, list, &spans))
        return false;
    if (json_array_size(list) > CALENDAR_ROWS_MAX)
        return fault(reader, "working_sessions: more than %d rows", CALENDAR_ROWS_MAX);
    parts->rows = calloc(json_array_size(list) + 1, sizeof *parts->rows);
    parts->spans = calloc(spans + 1, sizeof *parts->spans);
    if (!parts->rows || !parts->spans)
        return no_memory(reader);
    json_array_foreach(list, i, row)
    {
        set_place(reader, "working_sessions", i);
        if (!read_row(reader, row))
            return false;
    }
    if (parts->source.row_count == 0)
        return fault(reader, "working_sessions: a row with an effective_from date is needed");
    qsort(parts->rows, parts->source.row_count, sizeof *parts->rows, row_order);
    parts->source.rows = parts->rows;
    return rows_agree(reader);
}

/* Read days_off or compensatory_working_days. */
static bool read_dates(struct reader *reader, const json_t *root, const char *key,
                       struct calendar_date **out_dates, size_t *out_count)
{
    const json_t *list, *row;
    size_t i;

    if (!find_list(reader, root, key, &list))
        return false;
    *out_dates = calloc(json_array_size(list) + 1, sizeof **out_dates);
    if (!*out_dates)
        return no_memory(reader);
    json_array_foreach(list, i, row)
    {
        const json_t *status = json_object_get(row, "status");

        set_place(reader, key, i);
        if (!json_is_object(row))
            return fault(reader, "%s: an object is needed", reader->place);
        if (!read_date(reader, json_object_get(row, "date"), ".date", &(*out_dates)[i].date))
            return false;
        if (status && !json_is_null(status) && !json_is_string(status))
            return fault(reader, "%s.status: a text is needed", reader->place);
        (*out_dates)[i].official =
            json_is_string(status) && strcmp(json_string_value(status), "official") == 0;
    }
    *out_count = json_array_size(list);
    return true;
}

static int partial_order(const void *a, const void *b)
{
    const struct calendar_partial *left = a, *right = b;

    if (!date_equal(left->date, right->date))
        return date_before(left->date, right->date) ? -1 : 1;
    return left->off.from - right->off.from;
}

static bool read_partial(struct reader *reader, const json_t *row,
                         struct calendar_partial *out_partial)
{
    if (!json_is_object(row))
        return fault(reader, "%s: an object is needed", reader->place);
    if (!read_date(reader, json_object_get(row, "date"), ".date", &out_partial->date) ||
        !read_time(reader, json_object_get(row, "from"), ".from", &out_partial->off.from) ||
        !read_time(reader, json_object_get(row, "to"), ".to", &out_partial->off.to))
        return false;
    if (out_partial->off.to <= out_partial->off.from)
        return fault(reader, "%s.to: must be later than from", reader->place);
    return true;
}

static bool read_partials(struct reader *reader, const json_t *root)
{
    struct calendar_parts *parts = &reader->parts;
    const json_t *list, *row;
    size_t i;

    if (!json_object_get(root, "partial_days_off"))
        return true;
    if (!find_list(reader, root, "partial_days_off", &list))
        return false;
    if (json_array_size(list) > CALENDAR_PARTIALS_MAX)
        return fault(reader, "partial_days_off: more than %d rows", CALENDAR_PARTIALS_MAX);
    parts->partials = calloc(json_array_size(list) + 1, sizeof *parts->partials);
    if (!parts->partials)
        return no_memory(reader);
    json_array_foreach(list, i, row)
    {
        set_place(reader, "partial_days_off", i);
        if (!read_partial(reader, row, &parts->partials[i]))
            return false;
    }
    parts->source.partial_count = json_array_size(list);
    qsort(parts->partials, parts->source.partial_count, sizeof *parts->partials, partial_order);
    parts->source.partials = parts->partials;
    return true;
}

/* Take the years of the dated rows as the horizon. Rule R-010. */
static bool horizon_of_rows(struct reader *reader)
{
    struct calendar_source *source = &reader->parts.source;
    const size_t count = source->day_off_count + source->make_up_count;
    int first = 0, last = 0;

    for (size_t i = 0; i < count; i++) {
        const struct date date = i < source->day_off_count
                                     ? source->days_off[i].date
                                     : source->make_up_days[i - source->day_off_count].date;
        const int year = date_civil(date).year;

        first = i == 0 || year < first ? year : first;
        last = i == 0 || year > last ? year : last;
    }
    if (count == 0)
        return fault(reader, "meta.horizon: is needed when no row of days_off or "
                             "compensatory_working_days has a date");
    source->first = date_from_civil((struct civil){first, 1, 1});
    source->last = date_from_civil((struct civil){last, 12, 31});
    return true;
}

static bool read_horizon(struct reader *reader, const json_t *root)
{
    struct calendar_source *source = &reader->parts.source;
    const json_t *meta = json_object_get(root, "meta");
    const json_t *horizon = json_object_get(meta, "horizon");

    if (meta && !json_is_object(meta))
        return fault(reader, "meta: an object is needed");
    if (!horizon)
        return horizon_of_rows(reader);
    if (json_array_size(horizon) != 2)
        return fault(reader, "meta.horizon: a pair [first, last] of dates is needed");
    snprintf(reader->place, sizeof reader->place, "meta.horizon");
    if (!read_date(reader, json_array_get(horizon, 0), "[0]", &source->first) ||
        !read_date(reader, json_array_get(horizon, 1), "[1]", &source->last))
        return false;
    if (date_before(source->last, source->first))
        return fault(reader, "meta.horizon: the last date is before the first");
    return true;
}

enum err calendar_parts_read(const json_t *root, struct calendar_parts *out_parts, char *message,
                             size_t message_size)
{
    struct reader reader = {.message = message, .message_size = message_size, .err = ERR_OK};
    struct calendar_parts *parts = &reader.parts;
    struct calendar_source *source = &parts->source;

    if (!json_is_object(root))
        fault(&reader, "the document: an object is needed");
    else if (read_weekly_rest(&reader, root) && read_rows(&reader, root) &&
             read_dates(&reader, root, "days_off", &parts->days_off, &source->day_off_count) &&
             read_dates(&reader, root, "compensatory_working_days", &parts->make_up_days,
                        &source->make_up_count)) {
        source->days_off = parts->days_off;
        source->make_up_days = parts->make_up_days;
        if (read_partials(&reader, root))
            read_horizon(&reader, root);
    }
    if (reader.err == ERR_OK)
        *out_parts = *parts;
    else
        calendar_parts_release(parts);
    return reader.err;
}

void calendar_parts_release(struct calendar_parts *parts)
{
    free(parts->rows);
    free(parts->spans);
    free(parts->days_off);
    free(parts->make_up_days);
    free(parts->partials);
}
