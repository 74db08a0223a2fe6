#include "usecase/read_hours.h"

#include "usecase/calendar_store.h"

enum err read_hours_run(struct store_tx *tx, struct command *command)
{
    struct read_hours *read = container_of(command, struct read_hours, command);
    const struct calendar_version *version;
    enum err err = calendar_store_current(command->office->calendars, tx, &version);

    if (err != ERR_OK)
        return err;
    read->calendar = calendar_document_calendar(version->document);
    read->today = date_of_instant(command->now);
    return opening_at(read->calendar, command->now, &read->opening);
}

static void put_time(struct text *text, const char *key, int32_t second)
{
    struct text time;

    text_init(&time);
    text_printf(&time, "%02d:%02d", (int)(second / 3600), (int)(second / 60 % 60));
    json_put_string(text, key, time.data);
    text_release(&time);
}

static const char *kind_name(enum day_kind kind)
{
    switch (kind) {
    case DAY_ORDINARY:
        return "ordinary";
    case DAY_WEEKLY_REST:
        return "weekly_rest";
    case DAY_OFF:
        return "day_off";
    case DAY_MAKE_UP:
        return "make_up";
    }
    return "ordinary";
}

static void put_day(struct text *text, const struct calendar *calendar, struct date date)
{
    int32_t count;
    const struct day_span *spans = calendar_day_sessions(calendar, date, &count);

    json_open_object(text, NULL);
    json_put_date(text, "date", date);
    json_put_string(text, "kind", kind_name(calendar_day_kind(calendar, date)));
    json_open_array(text, "sessions");
    for (int32_t i = 0; i < count; i++) {
        json_open_object(text, NULL);
        put_time(text, "from", spans[i].from);
        put_time(text, "to", spans[i].to);
        json_close_object(text);
    }
    json_close_array(text);
    json_close_object(text);
}

void hours_view(struct text *text, const char *key, const struct read_hours *read)
{
    json_open_object(text, key);
    json_put_instant(text, "at", read->command.now);
    json_put_bool(text, "open", read->opening.open);
    json_put_instant_or_null(text, "closes_at", read->opening.closes_at);
    json_put_instant_or_null(text, "opens_at", read->opening.opens_at);
    json_open_array(text, "days");
    for (int i = 0; i < HOURS_DAYS; i++)
        if (calendar_covers(read->calendar, date_plus(read->today, i)))
            put_day(text, read->calendar, date_plus(read->today, i));
    json_close_array(text);
    json_close_object(text);
}
