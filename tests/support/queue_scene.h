/* Small queues for tests: rules by the builders, tickets in one line, times in seconds of the day.
 */
#ifndef SUPPORT_QUEUE_SCENE_H
#define SUPPORT_QUEUE_SCENE_H

#include "support/test.h"

#include <string.h>

#include "domain/queue_day.h"

enum { SCENE_MAX = 512 };

struct scene {
    struct queue_rules rules;
    struct queue_day day;
    struct ticket tickets[SCENE_MAX];
    struct queue_candidate candidates[SCENE_MAX];
};

static inline struct instant at(int64_t second)
{
    return instant_from_seconds(second);
}

static inline int scene_service(struct scene *scene, const char *code)
{
    int index = queue_rules_service(&scene->rules, code);

    if (index == QUEUE_NONE)
        assert_int_equal(queue_rules_add_service(&scene->rules, code, &index), ERR_OK);
    return index;
}

static inline int scene_counter(struct scene *scene, const char *code)
{
    int index = queue_rules_counter(&scene->rules, code);

    if (index == QUEUE_NONE)
        assert_int_equal(queue_rules_add_counter(&scene->rules, code, &index), ERR_OK);
    return index;
}

static inline void scene_primary(struct scene *scene, const char *counter, const char *service)
{
    assert_int_equal(queue_rules_add_primary(&scene->rules, scene_counter(scene, counter),
                                             scene_service(scene, service)),
                     ERR_OK);
}

static inline void scene_help(struct scene *scene, const char *counter, const char *service,
                              int64_t after_s)
{
    assert_int_equal(queue_rules_add_help(&scene->rules, scene_counter(scene, counter),
                                          scene_service(scene, service), after_s),
                     ERR_OK);
}

/* The default rules; counter 1: A; counter 2: B, and A as help after 600 s. */
static inline void scene_init(struct scene *scene)
{
    queue_rules_init_defaults(&scene->rules);
    scene_primary(scene, "1", "A");
    scene_primary(scene, "2", "B");
    scene_help(scene, "2", "A", 600);
    queue_day_init(&scene->day, &scene->rules);
    queue_day_use(&scene->day, scene->tickets, scene->candidates, SCENE_MAX);
}

static inline int64_t scene_issue(struct scene *scene, const char *service, const char *of_class,
                                  int64_t second)
{
    return queue_day_issue(&scene->day, scene_service(scene, service),
                           queue_rules_class(&scene->rules, of_class), instant_none(), at(second));
}

static inline int64_t scene_appointment(struct scene *scene, const char *service,
                                        const char *of_class, int64_t second, int64_t appointment)
{
    return queue_day_issue(&scene->day, scene_service(scene, service),
                           queue_rules_class(&scene->rules, of_class), at(appointment), at(second));
}

static inline struct ticket *scene_ticket(struct scene *scene, int64_t id)
{
    return &scene->tickets[id - 1];
}

static inline struct queue_counter *scene_desk(struct scene *scene, const char *counter)
{
    return &scene->day.counters[scene_counter(scene, counter)];
}

/* call-next at a free counter. */
static inline struct queue_day_call scene_next(struct scene *scene, const char *counter,
                                               int64_t second)
{
    struct queue_day_call call;

    assert_int_equal(queue_day_next(&scene->day, scene_counter(scene, counter), at(second), &call),
                     ERR_OK);
    return call;
}

static inline void scene_finish(struct scene *scene, const char *counter, int64_t second)
{
    assert_int_equal(queue_day_finish(&scene->day, scene_counter(scene, counter), at(second)),
                     ERR_OK);
}

/* call-next must call `ticket` by `rule`, and the person is served at once. */
static inline void scene_expect(struct scene *scene, const char *counter, int64_t second,
                                int64_t ticket, enum queue_rule rule)
{
    const struct queue_day_call call = scene_next(scene, counter, second);

    assert_int_equal(call.ticket, ticket);
    assert_string_equal(queue_rule_name(call.decision.rule), queue_rule_name(rule));
    if (ticket != QUEUE_NO_TICKET)
        scene_finish(scene, counter, second);
}

#endif
