#include "usecase/calendar_view.h"

#include <jansson.h>
#include <string.h>

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* The last usable date. */
static struct date last_date(const struct calendar *calendar)
{
    return date_plus(calendar->first, calendar->day_count > 0 ? calendar->day_count - 1 : 0);
}

static void view_horizon(struct text *text, const struct calendar *calendar)
{
    json_open_object(text, "horizon");
    json_put_date(text, "from", calendar->first);
    json_put_date(text, "to", last_date(calendar));
    json_close_object(text);
}

/* The years of the usable dates that are not confirmed. Rule R-015. */
static void view_unconfirmed(struct text *text, const struct calendar *calendar)
{
    const int first = date_civil(calendar->first).year;
    const int last = date_civil(last_date(calendar)).year;

    json_open_array(text, "unconfirmed_years");
    for (int year = first; calendar->day_count > 0 && year <= last; year++) {
        struct date date = date_from_civil((struct civil){year, 1, 1});

        if (date_before(date, calendar->first))
            date = calendar->first;
        if (calendar_unconfirmed(calendar, date, date))
            json_put_int(text, NULL, year);
    }
    json_close_array(text);
}

static void view_rest(struct text *text, const json_t *root)
{
    const json_t *day;
    size_t i;

    json_open_array(text, "weekly_rest");
    json_array_foreach(json_object_get(root, "weekly_rest"), i, day)
        json_put_string(text, NULL, json_string_value(day));
    json_close_array(text);
}

/* A template (no date) is never in force, so it is not shown. */
static void view_sessions(struct text *text, const json_t *root)
{
    const json_t *row, *session;
    size_t i, j;

    json_open_array(text, "working_sessions");
    json_array_foreach(json_object_get(root, "working_sessions"), i, row)
    {
        if (!text_of(row, "effective_from"))
            continue;
        json_open_object(text, NULL);
        json_put_string(text, "effective_from", text_of(row, "effective_from"));
        json_open_array(text, "sessions");
        json_array_foreach(json_object_get(row, "sessions"), j, session)
        {
            json_open_object(text, NULL);
            json_put_string(text, "from", json_string_value(json_array_get(session, 0)));
            json_put_string(text, "to", json_string_value(json_array_get(session, 1)));
            json_close_object(text);
        }
        json_close_array(text);
        json_close_object(text);
    }
    json_close_array(text);
}

/* One of the words that clients know; whatever else a file says is not official. */
static const char *status_of(const json_t *row)
{
    static const char *const known[] = {"official", "derived_by_rule", "proposed"};
    const char *status = text_of(row, "status");

    for (size_t i = 0; status && i < sizeof known / sizeof *known; i++)
        if (strcmp(status, known[i]) == 0)
            return known[i];
    return "unknown";
}

/* The decision that a day rests on; NULL when the document names none. */
static const char *decree_of(const json_t *row)
{
    const char *decree = text_of(row, "decree");

    decree = decree ? decree : text_of(row, "source");
    return decree && decree[0] ? decree : NULL;
}

static void view_days(struct text *text, const json_t *root, const char *list)
{
    const json_t *row;
    size_t i;

    json_open_array(text, list);
    json_array_foreach(json_object_get(root, list), i, row)
    {
        const char *name = text_of(row, "name_vi");

        name = name ? name : text_of(row, "name");
        json_open_object(text, NULL);
        json_put_string(text, "date", text_of(row, "date"));
        json_put_string(text, "name", name ? name : text_of(row, "reason"));
        json_put_string(text, "status", status_of(row));
        json_put_string(text, "decree", decree_of(row));
        json_close_object(text);
    }
    json_close_array(text);
}

static void view_partials(struct text *text, const json_t *root)
{
    const json_t *row;
    size_t i;

    json_open_array(text, "partial_days_off");
    json_array_foreach(json_object_get(root, "partial_days_off"), i, row)
    {
        json_open_object(text, NULL);
        json_put_string(text, "date", text_of(row, "date"));
        json_put_string(text, "from", text_of(row, "from"));
        json_put_string(text, "to", text_of(row, "to"));
        json_close_object(text);
    }
    json_close_array(text);
}

/* Rule R-067: the year that waits for its decision, when it is time to ask for it. */
static void view_outlook(struct text *text, const struct calendar_outlook *outlook)
{
    json_put_date(text, "confirmed_until", outlook->confirmed_until);
    if (!outlook->warn) {
        json_put_null(text, "warning");
        return;
    }
    json_open_object(text, "warning");
    json_put_int(text, "year", outlook->year);
    json_put_int(text, "days_left", outlook->days_left);
    json_close_object(text);
}

void calendar_view_moves(struct text *text, const char *key, int64_t version,
                         const struct calendar_moves *moves, bool done)
{
    json_open_object(text, key);
    json_put_int(text, "version", version);
    follow_calendar_view(text, moves);
    json_put_bool(text, "done", done);
    json_close_object(text);
}

void calendar_view(struct text *text, const char *key, const struct read_calendar *read)
{
    const struct calendar_version *calendar = read->calendar;
    const json_t *root = calendar_document_json(calendar->document);
    const struct calendar *rules = calendar_document_calendar(calendar->document);

    json_open_object(text, key);
    json_put_int(text, "version", calendar->row.version);
    json_put_string_or_null(text, "entered_by", calendar->row.entered_by);
    json_put_instant(text, "entered_at", calendar->row.entered_at);
    json_put_string_or_null(text, "title", calendar->row.title);
    json_put_string_or_null(text, "decree", calendar->row.decree);
    view_horizon(text, rules);
    view_unconfirmed(text, rules);
    view_outlook(text, &read->outlook);
    if (read->apply.version)
        calendar_view_moves(text, "followed", read->apply.version, &read->apply.moves,
                            !instant_is_none(read->apply.ended_at));
    else
        json_put_null(text, "followed");
    view_rest(text, root);
    view_sessions(text, root);
    view_days(text, root, "days_off");
    view_days(text, root, "compensatory_working_days");
    view_partials(text, root);
    json_close_object(text);
}
