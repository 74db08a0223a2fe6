/*
 * A random day played twice at once: by queue_server/domain and by the reference
 * (support/queue_reference.h); every answer, error and run must agree.
 */
#ifndef SUPPORT_QUEUE_WORLD_H
#define SUPPORT_QUEUE_WORLD_H

#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "domain/queue_day.h"
#include "support/dice.h"
#include "support/queue_reference.h"

struct world {
    struct dice dice;
    struct ref_queue ref;
    struct queue_rules rules;
    struct queue_day day;
    struct ticket tickets[REF_TICKETS];
    struct queue_candidate candidates[REF_TICKETS];
    int64_t now;
    uint64_t seed;
    void (*before_next)(int c); /* a further check before each call-next, or NULL */
};

static struct world world;

static inline struct instant at(int64_t second)
{
    return instant_from_seconds(second);
}

/* ---- rules: random, or the defaults ------------------------------------------------------ */

static inline void roll_classes(struct dice *dice, struct ref_rules *rules)
{
    static const int64_t targets[] = {0, 0, 60, 600, 900, 1800};

    for (int k = 0; k < REF_CLASSES; k++) {
        rules->lane[k] = (enum ref_lane)dice_roll(dice, 3);
        if (rules->lane[k] == REF_URGENT && !dice_one_in(dice, 3))
            rules->lane[k] = REF_PRIORITY;
        rules->rank[k] = dice_roll(dice, 4);
        rules->target[k] = targets[dice_roll(dice, 6)];
        rules->late_becomes[k] = dice_one_in(dice, 3) ? dice_roll(dice, REF_CLASSES) : REF_OFF;
    }
    rules->lane[0] = REF_ORDINARY;
    rules->lane[1] = REF_PRIORITY;
}

static inline void roll_rules(struct dice *dice, struct ref_rules *rules)
{
    roll_classes(dice, rules);
    for (int c = 0; c < REF_COUNTERS; c++) {
        for (int s = 0; s < REF_SERVICES; s++) {
            rules->role[c][s] = (enum ref_role)dice_roll(dice, 3);
            rules->after[c][s] = dice_roll(dice, 4) * 120;
        }
    }
    rules->max_run_priority = dice_one_in(dice, 4) ? REF_OFF : 1 + dice_roll(dice, 3);
    rules->max_run_ordinary = dice_one_in(dice, 4) ? REF_OFF : 1 + dice_roll(dice, 3);
    rules->hard_max = dice_one_in(dice, 3) ? 300 + dice_roll(dice, 3) * 600 : REF_OFF;
    rules->return_window = dice_roll(dice, 3) * 150;
    rules->return_delay = dice_roll(dice, 3) * 60;
    rules->late = dice_roll(dice, 3) * 300;
}

/* P0 ordinary, P1 urgent, P2 and P4 and P6 priority, P7 priority with a target. */
static inline void default_rules(struct dice *dice, struct ref_rules *rules)
{
    static const struct ref_rules defaults = {
        .lane = {REF_ORDINARY, REF_URGENT, REF_PRIORITY, REF_PRIORITY, REF_PRIORITY, REF_PRIORITY},
        .rank = {9, 1, 2, 4, 6, 7},
        .target = {1800, 0, 0, 0, 0, 900},
        .late_becomes = {REF_OFF, REF_OFF, REF_OFF, REF_OFF, 0, REF_OFF},
        .max_run_priority = 2,
        .max_run_ordinary = 1,
        .hard_max = REF_OFF,
        .return_window = 900,
        .return_delay = 180,
        .late = 900};

    *rules = defaults;
    for (int c = 0; c < REF_COUNTERS; c++) {
        for (int s = 0; s < REF_SERVICES; s++) {
            rules->role[c][s] = (enum ref_role)dice_roll(dice, 3);
            rules->after[c][s] = 600;
        }
        rules->role[c][c] = REF_PRIMARY;
    }
}

/* The same rules through the builders. */
static inline void build_rules(const struct ref_rules *from, struct queue_rules *rules)
{
    static const enum queue_lane lanes[] = {QUEUE_ORDINARY, QUEUE_PRIORITY, QUEUE_URGENT};
    char code[QUEUE_CODE_SIZE];
    int added;

    queue_rules_init(rules);
    for (int k = 0; k < REF_CLASSES; k++) {
        snprintf(code, sizeof code, "K%d", k);
        assert_int_equal(queue_rules_add_class(rules, code, lanes[from->lane[k]], from->rank[k],
                                               from->target[k], &added),
                         ERR_OK);
    }
    for (int k = 0; k < REF_CLASSES; k++)
        if (from->late_becomes[k] != REF_OFF)
            queue_rules_set_late_becomes(rules, k, from->late_becomes[k]);
    for (int s = 0; s < REF_SERVICES; s++) {
        snprintf(code, sizeof code, "S%d", s);
        assert_int_equal(queue_rules_add_service(rules, code, &added), ERR_OK);
    }
    for (int c = 0; c < REF_COUNTERS; c++) {
        snprintf(code, sizeof code, "%d", c);
        assert_int_equal(queue_rules_add_counter(rules, code, &added), ERR_OK);
        for (int s = 0; s < REF_SERVICES; s++) {
            if (from->role[c][s] == REF_PRIMARY)
                assert_int_equal(queue_rules_add_primary(rules, c, s), ERR_OK);
            if (from->role[c][s] == REF_HELP)
                assert_int_equal(queue_rules_add_help(rules, c, s, from->after[c][s]), ERR_OK);
        }
    }
    assert_int_equal(queue_rules_set_max_run(rules, from->max_run_priority, from->max_run_ordinary),
                     ERR_OK);
    assert_int_equal(queue_rules_set_hard_max(rules, from->hard_max), ERR_OK);
    assert_int_equal(
        queue_rules_set_windows(rules, from->return_window, from->return_delay, from->late),
        ERR_OK);
}

static inline void begin(uint64_t seed, void (*make_rules)(struct dice *, struct ref_rules *))
{
    memset(&world, 0, sizeof world);
    world.seed = seed;
    world.dice = dice_seeded(seed);
    world.now = 27000;
    make_rules(&world.dice, &world.ref.rules);
    for (int c = 0; c < REF_COUNTERS; c++)
        world.ref.current[c] = REF_OFF;
    build_rules(&world.ref.rules, &world.rules);
    queue_day_init(&world.day, &world.rules);
    queue_day_use(&world.day, world.tickets, world.candidates, REF_TICKETS);
}

/* ---- one random event, to both ----------------------------------------------------------- */

static inline void expect_same(enum err err, const char *expected)
{
    if (strcmp(err_code(err), expected ? expected : "ok") != 0)
        fail_msg("seed %llu second %lld: %s, expected %s", (unsigned long long)world.seed,
                 (long long)world.now, err_code(err), expected ? expected : "ok");
}

static inline void issue_one(int service, int class_, int64_t appointment)
{
    if (world.ref.count == REF_TICKETS)
        return;
    ref_issue(&world.ref, service, class_, appointment, world.now);
    queue_day_issue(&world.day, service, class_,
                    appointment == REF_OFF ? instant_none() : at(appointment), at(world.now));
}

/* Returns what the rule said; the runs and the answer of both must agree. */
static inline struct ref_answer call_next(int c)
{
    struct queue_day_call call;
    struct ref_answer expected;
    enum err err;

    if (world.before_next)
        world.before_next(c);
    expected = ref_next(&world.ref, c, world.now);
    err = queue_day_next(&world.day, c, at(world.now), &call);
    expect_same(err, expected.error);
    if (err != ERR_OK)
        return expected;
    if (strcmp(queue_rule_name(call.decision.rule), expected.rule) != 0 ||
        call.ticket != expected.ticket + 1)
        fail_msg("seed %llu second %lld: %lld %s, expected %d %s", (unsigned long long)world.seed,
                 (long long)world.now, (long long)call.ticket, queue_rule_name(call.decision.rule),
                 expected.ticket + 1, expected.rule);
    assert_int_equal(call.decision.waited_s, expected.waited);
    assert_int_equal(call.passed_over, expected.passed);
    assert_int_equal(world.day.counters[c].over_ordinary, world.ref.over_ordinary[c]);
    assert_int_equal(world.day.counters[c].over_priority, world.ref.over_priority[c]);
    return expected;
}

static inline void act_at_counter(int c)
{
    struct dice *dice = &world.dice;
    const int service = dice_roll(dice, REF_SERVICES);
    const int only = dice_one_in(dice, 2) ? dice_roll(dice, REF_COUNTERS) : REF_OFF;

    switch (dice_roll(dice, 6)) {
    case 0:
        expect_same(queue_day_no_show(&world.day, c, at(world.now)),
                    ref_leave(&world.ref, c, "no_show", world.now));
        break;
    case 1:
        expect_same(queue_day_park(&world.day, c), ref_leave(&world.ref, c, "parked", world.now));
        break;
    case 2:
        expect_same(queue_day_transfer(&world.day, c, service, only, at(world.now)),
                    ref_transfer(&world.ref, c, service, only, world.now));
        break;
    default:
        expect_same(queue_day_finish(&world.day, c, at(world.now)),
                    ref_leave(&world.ref, c, "done", world.now));
        break;
    }
}

static inline void act_on_ticket(int c)
{
    struct dice *dice = &world.dice;
    int t;

    if (world.ref.count == 0)
        return;
    t = dice_roll(dice, world.ref.count);
    switch (dice_roll(dice, 4)) {
    case 0:
        expect_same(queue_day_call_ticket(&world.day, c, t + 1, at(world.now)),
                    ref_call(&world.ref, c, t));
        break;
    case 1:
        expect_same(queue_day_come_back(&world.day, t + 1, at(world.now)),
                    ref_back(&world.ref, t, world.now));
        break;
    case 2:
        expect_same(queue_day_return(&world.day, t + 1, at(world.now)),
                    ref_return(&world.ref, t, world.now));
        break;
    default:
        if (dice_one_in(dice, 3))
            expect_same(queue_day_cancel(&world.day, t + 1), ref_cancel(&world.ref, t));
        break;
    }
}

static inline void issue_random(void)
{
    struct dice *dice = &world.dice;
    int64_t appointment = REF_OFF;

    if (dice_one_in(dice, 5))
        appointment = world.now - 1200 + dice_roll(dice, 9) * 300;
    issue_one(dice_roll(dice, REF_SERVICES), dice_roll(dice, REF_CLASSES), appointment);
}

/* Equal instants are common, and so are long waits. */
static inline void random_event(void)
{
    struct dice *dice = &world.dice;
    const int c = dice_roll(dice, REF_COUNTERS);

    if (dice_one_in(dice, 2))
        world.now += dice_one_in(dice, 10) ? dice_roll(dice, 900) : dice_roll(dice, 4) * 30;
    switch (dice_roll(dice, 8)) {
    case 0:
    case 1:
    case 2:
        issue_random();
        break;
    case 3:
    case 4:
        call_next(c);
        break;
    case 5:
    case 6:
        act_at_counter(c);
        break;
    default:
        act_on_ticket(c);
        break;
    }
}

#endif
