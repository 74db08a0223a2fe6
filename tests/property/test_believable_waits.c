/*
 * Days on which the plays are wrong in ways that they cannot know: people of a priority class come
 * later and go before, and visits take half as long again as those that the plays draw from. What
 * people are told holds their wait all the same, and is no wider than it must be.
 * Rules checked: R-126 R-890.
 */
#include "support/queue_scene.h"

#include "domain/wait_calibration.h"
#include "domain/wait_estimate.h"
#include "support/dice.h"

enum { DAYS = 40, DAY_S = 7 * 3600, GAP_S = 300, PEOPLE = SCENE_MAX, TIMES = 30 };

struct promise {
    struct wait_past played;
    int64_t low_s, high_s;
};

struct held {
    int told, by_plays, by_told;
    int64_t played_width_s, told_width_s;
};

static struct scene scene;
static struct queue_candidate waiting[PEOPLE], space[PEOPLE + 1];
static struct promise promises[PEOPLE];
static struct wait_times times[QUEUE_SERVICES_MAX];
static struct dice dice;

/* The past of ordinary people, [0], and of the others. */
static struct wait_past past[2][WAIT_PAST_MAX];
static size_t past_count[2];

static int lane_of(int of_class)
{
    return queue_rules_lane(&scene.rules, of_class) == QUEUE_ORDINARY ? 0 : 1;
}

/* The oldest of the past gives way. */
static void remember(int lane, struct wait_past person)
{
    if (past_count[lane] == WAIT_PAST_MAX)
        memmove(past[lane], past[lane] + 1, --past_count[lane] * sizeof *past[lane]);
    past[lane][past_count[lane]++] = person;
}

static void promise(int of_class, int64_t second, struct promise *out_promise)
{
    struct queue_counter *desk = scene_desk(&scene, "1");
    struct wait_counter counter = {.counter = *desk};
    struct wait_question question = {.rules = &scene.rules,
                                     .counters = &counter,
                                     .counter_count = 1,
                                     .times = times,
                                     .waiting = waiting,
                                     .space = space,
                                     .asked = wait_newcomer(0, of_class, at(second)),
                                     .now = at(second)};
    struct wait_estimate played;
    const int lane = lane_of(of_class);

    if (queue_counter_is_busy(desk))
        counter.busy_since = scene_ticket(&scene, desk->ticket)->called_at;
    for (size_t i = 0; i < scene.day.count; i++)
        if (scene.tickets[i].state == TICKET_WAITING)
            waiting[question.waiting_count++] = ticket_candidate(&scene.tickets[i]);
    wait_estimate_play(&question, &played);
    assert_true(played.known);
    *out_promise = (struct promise){.played = {(int32_t)played.low_s, (int32_t)played.high_s, 0},
                                    .low_s = played.low_s,
                                    .high_s = played.high_s};
    const struct wait_calibration calibration = wait_calibration_of(past[lane], past_count[lane]);
    wait_calibration_apply(&calibration, &out_promise->low_s, &out_promise->high_s);
}

static void call(const struct queue_day_call *made, int64_t second, struct held *held)
{
    const struct ticket *ticket = scene_ticket(&scene, made->ticket);
    struct promise *kept = &promises[made->ticket - 1];
    const int32_t real_s = (int32_t)instant_seconds_between(ticket->issued_at, at(second));

    held->told++;
    held->by_plays += kept->played.low_s <= real_s && real_s <= kept->played.high_s;
    held->by_told += kept->low_s <= real_s && real_s <= kept->high_s;
    held->played_width_s += kept->played.high_s - kept->played.low_s;
    held->told_width_s += kept->high_s - kept->low_s;
    kept->played.real_s = real_s;
    remember(lane_of(ticket->of_class), kept->played);
}

static void play_day(struct held *held)
{
    int64_t free_at = 0;
    int left = 0;

    queue_day_init(&scene.day, &scene.rules);
    queue_day_use(&scene.day, scene.tickets, scene.candidates, SCENE_MAX);
    for (int64_t second = 0; second < DAY_S || left > 0; second++) {
        if (second < DAY_S && dice_one_in(&dice, GAP_S)) {
            const char *of_class = dice_one_in(&dice, 4) ? "P2" : "P0";

            promise(queue_rules_class(&scene.rules, of_class), second, &promises[scene.day.count]);
            scene_issue(&scene, "A", of_class, second);
            left++;
        }
        if (second < free_at || left == 0)
            continue;
        if (queue_counter_is_busy(scene_desk(&scene, "1")))
            scene_finish(&scene, "1", second);
        const struct queue_day_call made = scene_next(&scene, "1", second);
        assert_int_not_equal(made.ticket, QUEUE_NO_TICKET);
        call(&made, second, held);
        free_at = second + 3 * (60 + dice_roll(&dice, 241)) / 2;
        left--;
    }
}

static void four_in_five_wait_as_long_as_they_were_told(void **state)
{
    struct held held = {.told = 0};

    (void)state;
    scene_init(&scene);
    dice = dice_seeded(890);
    times[0].count = TIMES;
    for (int i = 0; i < TIMES; i++)
        times[0].seconds[i] = 60 + i * 240 / (TIMES - 1); /* a visit takes 3/2 of this */
    for (int day = 0; day < DAYS; day++)
        play_day(&held);
    assert_true(held.told > 2000);
    assert_true(held.by_plays * 100 < held.told * 60);
    assert_true(held.by_told * 100 >= held.told * 80);
    assert_true(held.by_told * 100 <= held.told * 92);
    /* Wider, but not the whole day: as many times as they need. */
    assert_true(held.told_width_s < 6 * held.played_width_s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_in_five_wait_as_long_as_they_were_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
