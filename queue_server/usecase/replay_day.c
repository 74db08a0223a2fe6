#include "usecase/replay_day.h"

#include <limits.h>
#include <stdlib.h>

#include "domain/nearest_rank.h"
#include "usecase/replay_events.h"

/* ---- the log --------------------------------------------------------------------------------- */

struct log_reading {
    struct replay_reading reading;
    struct instant end; /* of the day */
    enum err err;
};

static int take_event(const struct event *event, void *data)
{
    struct log_reading *log = data;

    if (!instant_before(event->at, log->end))
        return false;
    log->err = replay_events_take(&log->reading, event);
    return log->err == ERR_OK;
}

static int take_instant(const struct event *event, void *data)
{
    *(struct instant *)data = event->at;
    return false;
}

/* Number of the last row before `start`: instants never fall along the log. */
static int64_t last_before(struct store_tx *tx, struct instant start)
{
    struct log_head head;
    int64_t low = 0, high;

    event_log_load_head(tx, &head);
    high = head.seq;
    while (low < high && sql_outcome(tx) == ERR_OK) {
        const int64_t middle = low + (high - low + 1) / 2;
        struct instant at = instant_none();

        event_log_read(tx, middle - 1, 1, take_instant, &at);
        if (instant_before(at, start))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* ---- the usual turn -------------------------------------------------------------------------- */

/* The median of the turns of a service (QUEUE_NONE: of all) that ended well; `otherwise` of none.
 */
static int32_t usual(const struct replay_day *day, int service, int64_t *space, int32_t otherwise)
{
    size_t count = 0;

    for (size_t i = 0; i < day->turn_count; i++)
        if (day->turns[i].ending == REPLAY_ENDS_DONE &&
            (service == QUEUE_NONE || day->turns[i].service == service))
            space[count++] = day->turns[i].length_s;
    if (count == 0)
        return otherwise;
    nearest_rank_sort(space, count);
    return (int32_t)nearest_rank(space, count, 50);
}

static enum err find_usual(struct replay_day *day)
{
    int64_t *space = malloc((day->turn_count + 1) * sizeof *space);

    if (!space)
        return ERR_NO_MEMORY;
    const int32_t of_all = usual(day, QUEUE_NONE, space, REPLAY_USUAL_S);
    for (int i = 0; i < QUEUE_SERVICES_MAX; i++)
        day->usual_s[i] = usual(day, i, space, of_all);
    free(space);
    return ERR_OK;
}

/* ---- the whole day --------------------------------------------------------------------------- */

static enum err read_log(struct store_tx *tx, struct log_reading *log, struct date date)
{
    enum err err;

    event_log_read(tx, last_before(tx, instant_on_date(date, 0)), INT_MAX, take_event, log);
    err = log->err == ERR_OK ? sql_outcome(tx) : log->err;
    if (err == ERR_OK)
        err = replay_events_end(&log->reading);
    return err == ERR_OK ? find_usual(log->reading.day) : err;
}

enum err replay_day_read(struct store_tx *tx, const struct catalogue *catalogue, int site,
                         struct date date, const struct queue_rules *rules,
                         struct replay_day *out_day, char out_unknown[QUEUE_CODE_SIZE])
{
    struct replay_day day = {.visits = malloc(REPLAY_VISITS_MAX * sizeof *day.visits),
                             .real = malloc(REPLAY_VISITS_MAX * sizeof *day.real),
                             .turns = malloc(REPLAY_TURNS_MAX * sizeof *day.turns)};
    struct log_reading log = {
        .reading = {.rules = rules,
                    .real_rules = &catalogue->sites[site].rules,
                    .site = catalogue->sites[site].code,
                    .day = &day,
                    .traces = malloc(REPLAY_VISITS_MAX * sizeof *log.reading.traces),
                    .unknown = out_unknown},
        .end = instant_on_date(date_plus(date, 1), 0)};
    enum err err = ERR_NO_MEMORY;

    out_unknown[0] = '\0';
    if (day.visits && day.real && day.turns && log.reading.traces)
        err = read_log(tx, &log, date);
    free(log.reading.traces);
    if (err == ERR_OK)
        *out_day = day;
    else
        replay_day_release(&day);
    return err;
}

void replay_day_release(struct replay_day *day)
{
    free(day->visits);
    free(day->real);
    free(day->turns);
}

enum err replay_day_play(const struct replay_day *day, const struct queue_rules *rules,
                         struct replay_result *out_results)
{
    const size_t visits = day->visit_count + 1; /* never nothing */
    const struct queue_replay replay = {
        .rules = rules,
        .visits = day->visits,
        .visit_count = day->visit_count,
        .turns = day->turns,
        .hours = day->hours,
        .hours_count = day->hours_count,
        .usual_s = day->usual_s,
        .tickets = malloc(visits * sizeof *replay.tickets),
        .candidates = malloc(visits * sizeof *replay.candidates),
        .next_turns = malloc(visits * sizeof *replay.next_turns),
        .events = malloc(queue_replay_events(visits, day->hours_count) * sizeof *replay.events)};
    enum err err = ERR_NO_MEMORY;

    if (replay.tickets && replay.candidates && replay.next_turns && replay.events) {
        queue_replay_play(&replay, out_results);
        err = ERR_OK;
    }
    free(replay.tickets);
    free(replay.candidates);
    free(replay.next_turns);
    free(replay.events);
    return err;
}
