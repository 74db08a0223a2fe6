#include "usecase/estimate_wait.h"

#include <stdlib.h>
#include <string.h>

#include "domain/wait_calibration.h"
#include "domain/wait_estimate.h"

enum { ORDINARY, OTHERS, LANES };

/* What the past says of a service and lane; learned when it is first needed. */
struct lane {
    bool learned;
    struct wait_calibration calibration;
};

/* One site as the plays see it. */
struct scene {
    struct catalogue *catalogue;
    const struct queue_rules *rules;
    const char *site;
    struct instant now;
    bool of_today; /* the queue is in today's business day */
    struct wait_counter counters[QUEUE_COUNTERS_MAX];
    size_t counter_count;
    struct wait_times times[QUEUE_SERVICES_MAX];
    bool needed[QUEUE_SERVICES_MAX]; /* services whose times are played with */
    struct lane lanes[QUEUE_SERVICES_MAX][LANES];
    struct queue_candidate *waiting; /* ESTIMATE_WAITING_MAX + 1, to see that there are more */
    size_t waiting_count;
    struct queue_candidate *space;
};

static void scene_free(struct scene *scene)
{
    if (!scene)
        return;
    free(scene->waiting);
    free(scene->space);
    free(scene);
}

static struct scene *scene_new(struct store_tx *tx, const struct command *command, int site)
{
    struct scene *scene = calloc(1, sizeof *scene);
    struct date date;
    int64_t first;

    if (!scene)
        return NULL;
    scene->catalogue = command->catalogue;
    scene->rules = &command->catalogue->sites[site].rules;
    scene->site = command->catalogue->sites[site].code;
    scene->now = command->now;
    scene->of_today = business_day_get(tx, scene->site, &date, &first) &&
                      date_equal(date, date_of_instant(command->now));
    scene->waiting = malloc((ESTIMATE_WAITING_MAX + 1) * sizeof *scene->waiting);
    scene->space = malloc((ESTIMATE_WAITING_MAX + 1) * sizeof *scene->space);
    if (scene->waiting && scene->space)
        return scene;
    scene_free(scene);
    return NULL;
}

/* ---- loading --------------------------------------------------------------------------------- */

static void add_counter(const struct counter_record *record, void *data)
{
    struct scene *scene = data;
    const int index = queue_rules_counter(scene->rules, record->code);

    if (strcmp(record->site, scene->site) != 0 || strcmp(record->state, "open") != 0 ||
        index == QUEUE_NONE || scene->counter_count == QUEUE_COUNTERS_MAX)
        return;
    struct wait_counter *added = &scene->counters[scene->counter_count++];
    added->counter = scene->of_today ? record->counter : queue_counter_new_day(index);
    added->counter.index = index;
}

/* A counter that holds a ticket is free when that service ends. */
static void look_at_service(struct store_tx *tx, struct scene *scene, struct wait_counter *counter)
{
    struct ticket_record record;

    if (!queue_counter_is_busy(&counter->counter))
        return;
    if (!ticket_rows_get(tx, counter->counter.ticket, catalogue_rules, scene->catalogue, &record)) {
        counter->counter.ticket = QUEUE_NO_TICKET;
        return;
    }
    counter->service = record.ticket.service;
    counter->busy_since = instant_is_none(record.ticket.started_at) ? record.ticket.called_at
                                                                    : record.ticket.started_at;
    scene->needed[counter->service] = true;
}

static void load_people(struct store_tx *tx, struct scene *scene)
{
    counter_rows_list(tx, add_counter, scene);
    for (size_t i = 0; i < scene->counter_count; i++)
        look_at_service(tx, scene, &scene->counters[i]);
    if (scene->of_today)
        scene->waiting_count = ticket_rows_waiting(tx, scene->rules, scene->site, scene->waiting,
                                                   ESTIMATE_WAITING_MAX + 1);
    for (size_t i = 0; i < scene->waiting_count; i++)
        scene->needed[scene->waiting[i].service] = true;
}

static void load_times(struct store_tx *tx, struct scene *scene)
{
    for (int i = 0; i < scene->rules->service_count; i++)
        if (scene->needed[i])
            scene->times[i].count =
                (int)ticket_rows_service_times(tx, scene->site, scene->rules->services[i].code,
                                               scene->times[i].seconds, WAIT_TIMES_MAX);
}

/* ---- answering ------------------------------------------------------------------------------- */

/* Who is asked about; a ticket leaves the places [0, *out_others) of those who wait. */
static bool find_asked(struct scene *scene, const struct estimate_question *question,
                       struct queue_candidate *out_asked, size_t *out_others)
{
    const size_t last = scene->waiting_count - 1;

    *out_others = scene->waiting_count;
    if (question->ticket == QUEUE_NO_TICKET) {
        const int service = queue_rules_service(scene->rules, question->service);
        const int of_class = queue_rules_class(scene->rules, question->of_class);

        *out_asked = wait_newcomer(service, of_class, scene->now);
        return service != QUEUE_NONE && of_class != QUEUE_NONE;
    }
    for (size_t i = 0; i < scene->waiting_count; i++)
        if (scene->waiting[i].ticket == question->ticket) {
            *out_asked = scene->waiting[i];
            scene->waiting[i] = scene->waiting[last];
            scene->waiting[last] = *out_asked;
            *out_others = last;
            return true;
        }
    return false;
}

/* How wrong the plays were about such people of late. R-890. */
static const struct wait_calibration *calibration_of(struct store_tx *tx, struct scene *scene,
                                                     const struct queue_candidate *asked)
{
    const bool ordinary = queue_rules_lane(scene->rules, asked->of_class) == QUEUE_ORDINARY;
    struct lane *lane = &scene->lanes[asked->service][ordinary ? ORDINARY : OTHERS];
    struct wait_past past[WAIT_PAST_MAX];

    if (!lane->learned) {
        const size_t count = ticket_rows_past_waits(tx, scene->rules, scene->site,
                                                    scene->rules->services[asked->service].code,
                                                    ordinary, past, WAIT_PAST_MAX);
        lane->calibration = wait_calibration_of(past, count);
        lane->learned = true;
    }
    return &lane->calibration;
}

static struct wait_range range_of(const struct wait_estimate *played,
                                  const struct wait_calibration *calibration, struct instant now)
{
    int64_t low_s = played->low_s, high_s = played->high_s;

    if (played->known)
        wait_calibration_apply(calibration, &low_s, &high_s);
    return (struct wait_range){.known = played->known,
                               .why = played->why,
                               .low_s = (int32_t)low_s,
                               .high_s = (int32_t)high_s,
                               .played_low_s = (int32_t)played->low_s,
                               .played_high_s = (int32_t)played->high_s,
                               .ahead = (int32_t)played->ahead,
                               .as_of = now};
}

static void answer(struct store_tx *tx, struct scene *scene, struct estimate_question *question)
{
    struct wait_question asked = {.rules = scene->rules,
                                  .counters = scene->counters,
                                  .counter_count = scene->counter_count,
                                  .times = scene->times,
                                  .waiting = scene->waiting,
                                  .space = scene->space,
                                  .now = scene->now};
    struct wait_estimate estimate = {.known = false};
    const struct wait_calibration *calibration = NULL;

    if (scene->waiting_count <= ESTIMATE_WAITING_MAX &&
        find_asked(scene, question, &asked.asked, &asked.waiting_count)) {
        wait_estimate_play(&asked, &estimate);
        calibration = calibration_of(tx, scene, &asked.asked);
    }
    question->answered = true;
    question->range = range_of(&estimate, calibration, scene->now);
}

/* The times of a newcomer's service may be those of nobody who waits. */
static void need_times_of_newcomers(struct scene *scene, const struct estimate_wait *estimate)
{
    for (int i = 0; i < estimate->count; i++) {
        const int service = queue_rules_service(scene->rules, estimate->questions[i].service);

        if (service != QUEUE_NONE)
            scene->needed[service] = true;
    }
}

/* */
enum err estimate_wait_run(struct store_tx *tx, struct command *command)
{
    struct estimate_wait *estimate = container_of(command, struct estimate_wait, command);
    const int site = catalogue_site(command->catalogue, estimate->site);

    if (site == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    struct scene *scene = scene_new(tx, command, site);
    if (!scene)
        return ERR_NO_MEMORY;
    load_people(tx, scene);
    need_times_of_newcomers(scene, estimate);
    load_times(tx, scene);
    if (sql_outcome(tx) == ERR_OK)
        for (int i = 0; i < estimate->count; i++)
            if (i == 0 || scene->waiting_count * (size_t)(i + 1) <= ESTIMATE_WAITING_MAX)
                answer(tx, scene, &estimate->questions[i]);
    scene_free(scene);
    return ERR_OK; /* SQL errors are sticky in tx */
}
