/*
 * A real day of one site's queue, read from the log: what came from outside, and what became of it.
 *
 * Works on any connection that reads. Everything is taken from the events of that local day:
 *   arrivals  ticket_issued: service, class, appointment. The class is the one that was given: who
 *             came late to an appointment keeps what it became.
 *   turns     from ticket_called to the event that freed the counter (finished, no_show, parked,
 *             transferred); a return or coming back gives the time in between. A turn that did not
 *             end that day is none.
 *   hours     counter_changed. A counter that calls is open, from that call on when it was opened
 *             on another day; one that was not closed ends with the last thing that happened there.
 *   usual     the median of the turns that ended well, by service; of all when it had none.
 * Rule R-132.
 */
#ifndef USECASE_REPLAY_DAY_H
#define USECASE_REPLAY_DAY_H

#include "domain/queue_replay.h"
#include "usecase/catalogue.h"

enum {
    REPLAY_VISITS_MAX = 20000, /* of a site's day */
    REPLAY_TURNS_MAX = 4 * REPLAY_VISITS_MAX,
    REPLAY_HOURS_MAX = 16 * QUEUE_COUNTERS_MAX,
    REPLAY_USUAL_S = 600 /* of a day without a single visit that ended well */
};

struct replay_day {
    struct replay_visit *visits;
    struct replay_result *real; /* what became of them */
    size_t visit_count;
    struct replay_turn *turns;
    size_t turn_count;
    struct replay_hours hours[REPLAY_HOURS_MAX];
    size_t hours_count;
    int32_t usual_s[QUEUE_SERVICES_MAX];
};

/*
 * Read the day of a site.
 *
 * site         index of the catalogue, whose rules tell where people with appointments stood
 * rules        whose indices the day is told in; a counter that they lack stays closed
 * out_day      on success, release it with replay_day_release()
 * out_unknown  the code, with ERR_UNKNOWN_SERVICE and ERR_UNKNOWN_CLASS: `rules` lack it
 *
 * Returns ERR_OK, ERR_UNKNOWN_SERVICE, ERR_UNKNOWN_CLASS, ERR_TOO_LARGE (a limit
 * above), ERR_NO_MEMORY, ERR_STORE (also for an event that is not as it should be).
 */
enum err replay_day_read(struct store_tx *tx, const struct catalogue *catalogue, int site,
                         struct date date, const struct queue_rules *rules,
                         struct replay_day *out_day, char out_unknown[QUEUE_CODE_SIZE]);
void replay_day_release(struct replay_day *day);

/* Play the day under `rules`, the same as above. ERR_OK or ERR_NO_MEMORY. */
enum err replay_day_play(const struct replay_day *day, const struct queue_rules *rules,
                         struct replay_result *out_results);

#endif
