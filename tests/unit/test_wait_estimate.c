/* Rules checked: R-121 R-125 R-126. */
#include "support/queue_scene.h"

#include "domain/nearest_rank.h"
#include "domain/wait_estimate.h"

enum { PLACES = 20000 };

static struct scene scene;
static struct wait_counter counters[2];
static struct wait_times times[QUEUE_SERVICES_MAX];
static struct queue_candidate waiting[PLACES];
static struct queue_candidate space[PLACES + 1];
static struct wait_question question;

static void set_times(const char *service, int count, int32_t seconds)
{
    struct wait_times *of_service = &times[scene_service(&scene, service)];

    of_service->count = count;
    for (int i = 0; i < count; i++)
        of_service->seconds[i] = seconds;
}

static void open_counter(size_t at_place, const char *code)
{
    counters[at_place].counter = queue_counter_new_day(scene_counter(&scene, code));
    question.counter_count = at_place + 1;
}

static void add_waiting(const char *service, const char *of_class, int64_t order_at)
{
    const size_t i = question.waiting_count++;

    waiting[i] = wait_newcomer(scene_service(&scene, service),
                               queue_rules_class(&scene.rules, of_class), at(order_at));
    waiting[i].seq = (int64_t)i + 1;
}

/* The rules of scene_init; counter 1 open and free; services of A take 300 s each; it is 1000. */
static int fresh(void **state)
{
    (void)state;
    scene_init(&scene);
    memset(times, 0, sizeof times);
    memset(counters, 0, sizeof counters);
    question = (struct wait_question){.rules = &scene.rules,
                                      .counters = counters,
                                      .times = times,
                                      .waiting = waiting,
                                      .space = space,
                                      .now = at(1000)};
    set_times("A", 8, 300);
    open_counter(0, "1");
    return 0;
}

static struct wait_estimate ask(const char *service, const char *of_class)
{
    struct wait_estimate estimate;

    question.asked = wait_newcomer(scene_service(&scene, service),
                                   queue_rules_class(&scene.rules, of_class), question.now);
    wait_estimate_play(&question, &estimate);
    return estimate;
}

static void expect(struct wait_estimate estimate, int64_t low, int64_t high, int64_t ahead)
{
    assert_true(estimate.known);
    assert_int_equal(estimate.low_s, low);
    assert_int_equal(estimate.high_s, high);
    assert_int_equal(estimate.ahead, ahead);
}

static void nobody_before_and_a_free_counter_is_no_wait(void **state)
{
    (void)state;
    expect(ask("A", "P0"), 0, 0, 0);
}

static void each_person_before_takes_a_service(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++)
        add_waiting("A", "P0", 900 + i);
    expect(ask("A", "P0"), 900, 900, 3);
    expect(ask("A", "P2"), 0, 0, 0);
    expect(ask("A", "P1"), 0, 0, 0);
}

static void a_second_counter_halves_the_wait(void **state)
{
    (void)state;
    scene_primary(&scene, "3", "A");
    open_counter(1, "3");
    for (int i = 0; i < 4; i++)
        add_waiting("A", "P0", 900 + i);
    expect(ask("A", "P0"), 600, 600, 4);
}

/* Of 300 s, 200 have passed: 100 are left, and times shorter than 200 s are out of the question.
 * Longer than every known time: free at once. */
static void a_busy_counter_is_free_when_its_service_ends(void **state)
{
    (void)state;
    counters[0].counter.ticket = 1;
    counters[0].service = scene_service(&scene, "A");
    counters[0].busy_since = at(800);
    expect(ask("A", "P0"), 100, 100, 0);
    for (int i = 0; i < 4; i++)
        times[scene_service(&scene, "A")].seconds[i] = 150;
    expect(ask("A", "P0"), 100, 100, 0);
    counters[0].busy_since = at(100);
    expect(ask("A", "P0"), 0, 0, 0);
}

/* Runs are played on: after two priority calls the ordinary person who came before is next. */
static void the_plays_follow_the_caps(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++)
        add_waiting("A", "P2", 1000 + i);
    question.now = at(1010);
    question.asked =
        wait_newcomer(scene_service(&scene, "A"), queue_rules_class(&scene.rules, "P0"), at(990));
    question.asked.seq = 0;
    {
        struct wait_estimate estimate;

        wait_estimate_play(&question, &estimate);
        expect(estimate, 600, 600, 2);
        counters[0].counter.over_ordinary = 2;
        wait_estimate_play(&question, &estimate);
        expect(estimate, 0, 0, 0);
    }
}

/* Counter 2 helps with A after 600 s, and has no person of its own. */
static void a_helping_counter_waits_for_its_time(void **state)
{
    (void)state;
    open_counter(0, "2");
    expect(ask("A", "P0"), 600, 600, 0);
    expect(ask("A", "P1"), 0, 0, 0);
}

/* The first person before is served until 1300; who returns at 1200 stands before the asked one. */
static void people_who_return_later_or_wait_for_another_counter_take_no_turn(void **state)
{
    (void)state;
    add_waiting("A", "P0", 900);
    waiting[0].only_counter = scene_counter(&scene, "2");
    add_waiting("A", "P0", 901);
    waiting[1].not_before = at(1301);
    add_waiting("A", "P0", 902);
    expect(ask("A", "P0"), 300, 300, 1);
    for (size_t i = 0; i < 3; i++)
        if (instant_before(question.now, waiting[i].not_before))
            waiting[i].not_before = at(1200);
    expect(ask("A", "P0"), 600, 600, 2);
}

static void it_is_unknown_with_seven_times_or_without_an_open_counter(void **state)
{
    (void)state;
    set_times("A", 7, 300);
    assert_false(ask("A", "P0").known);
    assert_string_equal(wait_unknown_name(ask("A", "P0").why), "not_enough_data");
    set_times("A", 8, 300);
    assert_true(ask("A", "P0").known);
    set_times("B", 8, 300);
    assert_false(ask("B", "P0").known);
    assert_string_equal(wait_unknown_name(ask("B", "P0").why), "no_open_counter");
    question.counter_count = 0;
    assert_false(ask("A", "P0").known);
}

/* One person before, whose service takes 100, 200 .. 1000 s with equal chance: the 10th and 90th
 * percentile of 200 plays stand near 100-200 and 900-1000, and the answer repeats. */
static void the_range_is_that_of_the_service_times_and_repeats(void **state)
{
    struct wait_times *of_a = &times[scene_service(&scene, "A")];
    struct wait_estimate first;

    (void)state;
    of_a->count = 10;
    for (int i = 0; i < 10; i++)
        of_a->seconds[i] = 100 * (i + 1);
    add_waiting("A", "P0", 900);
    first = ask("A", "P0");
    assert_in_range(first.low_s, 100, 200);
    assert_in_range(first.high_s, 900, 1000);
    assert_int_equal(first.ahead, 1);
    expect(ask("A", "P0"), first.low_s, first.high_s, first.ahead);
}

/* In whatever sequence the waiting are given. */
static void the_sequence_of_the_waiting_does_not_matter(void **state)
{
    static const char *const classes[] = {"P0", "P2", "P0", "P7", "P4", "P0"};
    struct wait_estimate first;

    (void)state;
    set_times("A", 20, 240);
    for (int i = 0; i < 60; i++)
        add_waiting("A", classes[i % 6], 400 + i * 7);
    first = ask("A", "P0");
    for (size_t i = 0; i < question.waiting_count / 2; i++) {
        const struct queue_candidate swap = waiting[i];

        waiting[i] = waiting[question.waiting_count - 1 - i];
        waiting[question.waiting_count - 1 - i] = swap;
    }
    expect(ask("A", "P0"), first.low_s, first.high_s, first.ahead);
    assert_int_equal(first.low_s, 60 * 240);
}

/* A service nobody has finished yet borrows the times of the asked one. */
static void a_service_without_times_borrows(void **state)
{
    (void)state;
    scene_primary(&scene, "1", "C");
    add_waiting("C", "P0", 900);
    expect(ask("A", "P0"), 300, 300, 1);
    set_times("C", 1, 60);
    expect(ask("A", "P0"), 60, 60, 1);
}

/* Services of 60 .. 1200 s, two counters, priority people among them: who stands further back is
 * never told less. */
static void who_stands_further_back_is_not_told_less(void **state)
{
    struct wait_times *of_a = &times[scene_service(&scene, "A")];
    struct wait_estimate before = {.known = false};

    (void)state;
    of_a->count = 20;
    for (int i = 0; i < 20; i++)
        of_a->seconds[i] = 60 * (i + 1);
    scene_primary(&scene, "3", "A");
    open_counter(1, "3");
    for (int i = 0; i < 40; i++) {
        const struct wait_estimate now = ask("A", "P0");

        assert_true(now.low_s <= now.high_s);
        assert_true(now.low_s >= before.low_s);
        assert_true(now.high_s >= before.high_s);
        assert_true(now.ahead >= before.ahead);
        before = now;
        add_waiting("A", i % 5 == 4 ? "P2" : "P0", 500 + i * 7);
    }
    assert_true(before.low_s > 3600);
}

static void twenty_thousand_waiting_are_played(void **state)
{
    (void)state;
    for (int i = 0; i < PLACES; i++)
        add_waiting("A", i % 3 ? "P0" : "P2", i / 30);
    expect(ask("A", "P0"), 300 * (int64_t)PLACES, 300 * (int64_t)PLACES, PLACES);
}

static void percentiles_are_nearest_ranks(void **state)
{
    int64_t values[] = {50, 15, 40, 20, 35};
    const int64_t one[] = {7};

    (void)state;
    nearest_rank_sort(values, 5);
    assert_int_equal(nearest_rank(values, 5, 5), 15);
    assert_int_equal(nearest_rank(values, 5, 30), 20);
    assert_int_equal(nearest_rank(values, 5, 40), 20);
    assert_int_equal(nearest_rank(values, 5, 50), 35);
    assert_int_equal(nearest_rank(values, 5, 90), 50);
    assert_int_equal(nearest_rank(values, 5, 100), 50);
    assert_int_equal(nearest_rank(values, 4, 50), 20);
    assert_int_equal(nearest_rank(one, 1, 10), 7);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup(name, fresh)
    const struct CMUnitTest tests[] = {
        test(nobody_before_and_a_free_counter_is_no_wait),
        test(each_person_before_takes_a_service),
        test(a_second_counter_halves_the_wait),
        test(a_busy_counter_is_free_when_its_service_ends),
        test(the_plays_follow_the_caps),
        test(a_helping_counter_waits_for_its_time),
        test(people_who_return_later_or_wait_for_another_counter_take_no_turn),
        test(it_is_unknown_with_seven_times_or_without_an_open_counter),
        test(the_range_is_that_of_the_service_times_and_repeats),
        test(the_sequence_of_the_waiting_does_not_matter),
        test(a_service_without_times_borrows),
        test(who_stands_further_back_is_not_told_less),
        test(twenty_thousand_waiting_are_played),
        test(percentiles_are_nearest_ranks),
    };
#undef test

    return cmocka_run_group_tests(tests, NULL, NULL);
}
