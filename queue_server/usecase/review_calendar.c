#include "usecase/review_calendar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "domain/calendar_outlook.h"
#include "domain/lunar.h"
#include "store/shared_rows.h"
#include "usecase/draft_year.h"

/* The year that was warned of last. */
static const char warned_setting[] = "calendar_warned_year";

static void tell_drafted(struct store_tx *tx, struct command *command, int first, int last,
                         int64_t version)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "first_year", first);
    json_put_int(&data, "last_year", last);
    json_put_int(&data, "version", version);
    json_close_object(&data);
    command_event(tx, command, "calendar_year_drafted", "calendar", "", &data);
    text_release(&data);
}

/* Rule R-066. A calendar whose rules make no year stays as it is: that is warned of. */
static enum err draft(struct store_tx *tx, struct review_calendar *review,
                      const struct calendar_version *current)
{
    const struct calendar *calendar = calendar_document_calendar(current->document);
    const struct date last = date_plus(calendar->first, calendar->day_count - 1);
    const int until = date_civil(date_of_instant(review->command.now)).year + 1;
    const int first = date_civil(date_plus(last, 1)).year;
    json_t *root;
    enum err err;

    if (calendar->day_count == 0 || first > until || until > LUNAR_YEAR_MAX)
        return ERR_OK;
    err = draft_years(current->document, until, &root);
    if (err != ERR_OK)
        return err == ERR_DATE ? ERR_OK : err;
    err = enter_calendar_made(tx, &review->command, root, CALENDAR_DRAFTED, &review->drafted);
    json_decref(root);
    if (err == ERR_OK && review->drafted.changed)
        tell_drafted(tx, &review->command, first, until, review->drafted.version);
    return err == ERR_CALENDAR_MALFORMED || err == ERR_CALENDAR_CONTRADICTION ? ERR_OK : err;
}

static bool warned_of(struct store_tx *tx, int year)
{
    struct text stored;
    bool warned;

    text_init(&stored);
    warned = setting_get(tx, warned_setting, &stored) && stored.data &&
             strtol(stored.data, NULL, 10) >= year;
    text_release(&stored);
    return warned;
}

/* Rule R-067. */
static void warn(struct store_tx *tx, struct review_calendar *review,
                 const struct calendar_outlook *outlook)
{
    struct text data, year;

    text_init(&year);
    text_printf(&year, "%d", outlook->year);
    if (!year.failed)
        setting_put(tx, warned_setting, year.data);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "year", outlook->year);
    json_put_date(&data, "confirmed_until", outlook->confirmed_until);
    json_put_int(&data, "days_left", outlook->days_left);
    json_close_object(&data);
    command_event(tx, &review->command, "calendar_year_unconfirmed", "calendar", "", &data);
    text_release(&data);
    text_release(&year);
    review->warned = true;
}

enum err review_calendar_run(struct store_tx *tx, struct command *command)
{
    struct review_calendar *review = container_of(command, struct review_calendar, command);
    const struct calendar_version *current;
    enum err err = calendar_store_current(command->office->calendars, tx, &current);

    if (err == ERR_CALENDAR_RANGE)
        return ERR_OK; /* none was entered yet */
    if (err == ERR_OK)
        err = draft(tx, review, current);
    if (err == ERR_OK)
        err = calendar_store_current(command->office->calendars, tx, &current);
    if (err != ERR_OK)
        return err;
    const struct calendar_outlook outlook = calendar_outlook(
        calendar_document_calendar(current->document), date_of_instant(command->now));
    if (outlook.warn && !warned_of(tx, outlook.year))
        warn(tx, review, &outlook);
    return ERR_OK;
}
