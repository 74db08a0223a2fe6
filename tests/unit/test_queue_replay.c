/* Rules checked: R-132 R-133. */
#include "support/queue_scene.h"

#include "domain/replay_figures.h"

enum { VISITS_MAX = 64, TURNS_MAX = 64, HOURS_MAX = 8, NOON = 12 * 3600, EVENING = 17 * 3600 };

static struct scene scene;
static struct replay_visit visits[VISITS_MAX];
static struct replay_turn turns[TURNS_MAX];
static struct replay_hours hours[HOURS_MAX];
static struct replay_result results[VISITS_MAX];
static struct replay_event_at events[4 * VISITS_MAX + HOURS_MAX + QUEUE_COUNTERS_MAX];
static int next_turns[VISITS_MAX];
static int32_t usual_s[QUEUE_SERVICES_MAX];
static struct queue_replay replay;
static int turn_count;

/* The rules of scene_init: counter 1 has A; counter 2 has B, and A as help after 600 s. */
static int fresh(void **state)
{
    (void)state;
    scene_init(&scene);
    turn_count = 0;
    for (int i = 0; i < QUEUE_SERVICES_MAX; i++)
        usual_s[i] = 100;
    replay = (struct queue_replay){.rules = &scene.rules,
                                   .visits = visits,
                                   .turns = turns,
                                   .hours = hours,
                                   .usual_s = usual_s,
                                   .tickets = scene.tickets,
                                   .candidates = scene.candidates,
                                   .next_turns = next_turns,
                                   .events = events};
    return 0;
}

static size_t arrive(int64_t second, const char *service, const char *of_class)
{
    visits[replay.visit_count] =
        (struct replay_visit){.arrived_at = at(second),
                              .appointment = instant_none(),
                              .gives_up_at = instant_none(),
                              .service = scene_service(&scene, service),
                              .of_class = queue_rules_class(&scene.rules, of_class),
                              .first_turn = QUEUE_NONE};
    return replay.visit_count++;
}

static struct replay_turn *turn(size_t visit, int32_t length_s, enum replay_ending ending)
{
    int *link = &visits[visit].first_turn;

    while (*link != QUEUE_NONE)
        link = &turns[*link].next;
    *link = turn_count;
    turns[turn_count] = (struct replay_turn){.length_s = length_s,
                                             .ending = ending,
                                             .back_after_s = REPLAY_NEVER,
                                             .only_counter = QUEUE_NONE,
                                             .next = QUEUE_NONE};
    return &turns[turn_count++];
}

static size_t served(int64_t second, const char *of_class, int32_t length_s)
{
    const size_t visit = arrive(second, "A", of_class);

    turn(visit, length_s, REPLAY_ENDS_DONE);
    return visit;
}

static void open_counter(const char *counter, int64_t from, int64_t to)
{
    hours[replay.hours_count++] =
        (struct replay_hours){scene_counter(&scene, counter), at(from), at(to)};
}

static void play(void)
{
    queue_replay_play(&replay, results);
}

static void expect_call(size_t visit, int64_t second)
{
    assert_false(instant_is_none(results[visit].first_called_at));
    assert_int_equal(instant_seconds(results[visit].first_called_at), second);
}

static void nobody_comes(void **state)
{
    (void)state;
    open_counter("1", 100, EVENING);
    results[0].served = results[0].absent = true; /* of nobody: it stays as it was */
    play();
    assert_true(results[0].served && results[0].absent);
}

static void a_counter_calls_as_soon_as_it_is_free(void **state)
{
    (void)state;
    open_counter("1", 100, EVENING);
    const size_t a = served(50, "P0", 300);
    const size_t b = served(60, "P0", 200);
    const size_t c = served(1000, "P0", 10);
    play();
    expect_call(a, 100); /* when it opens */
    expect_call(b, 400);
    expect_call(c, 1000);
    assert_true(results[a].served && results[b].served && results[c].served);
}

static void priority_goes_before_under_rules_that_have_it(void **state)
{
    (void)state;
    open_counter("1", 0, EVENING);
    served(10, "P0", 100);
    const size_t ordinary = served(20, "P0", 100);
    const size_t priority = served(30, "P2", 100);
    play();
    expect_call(priority, 110);
    expect_call(ordinary, 210);
}

static void a_closed_counter_calls_nobody_but_ends_its_turn(void **state)
{
    (void)state;
    open_counter("1", 0, 200);
    const size_t a = served(150, "P0", 100);
    const size_t b = served(160, "P0", 100);
    play();
    assert_true(results[a].served);
    assert_true(instant_is_none(results[b].first_called_at));
    assert_false(results[b].served);
}

static void a_counter_that_opens_again_goes_on(void **state)
{
    (void)state;
    open_counter("1", 0, 200);
    open_counter("1", NOON, EVENING);
    const size_t a = served(300, "P0", 100);
    play();
    expect_call(a, NOON);
}

/* Counter 2 helps with A once somebody has waited for 600 s: it must wake by itself. */
static void a_helping_counter_wakes_when_its_time_has_come(void **state)
{
    (void)state;
    open_counter("2", 0, EVENING);
    const size_t a = served(100, "P0", 50);
    play();
    expect_call(a, 700);
}

static void absent_people_come_back_as_they_did(void **state)
{
    (void)state;
    open_counter("1", 0, EVENING);
    const size_t a = arrive(10, "A", "P0");
    turn(a, 60, REPLAY_ENDS_NO_SHOW)->back_after_s = 120;
    turn(a, 300, REPLAY_ENDS_DONE);
    const size_t b = arrive(20, "A", "P0");
    turn(b, 30, REPLAY_ENDS_NO_SHOW);
    play();
    expect_call(a, 10);
    assert_true(results[a].served); /* called again at 10 + 60 + 120 + 180 (return_delay_s) */
    expect_call(b, 70);
    assert_true(results[b].absent);
    assert_int_equal(instant_seconds(scene.tickets[a].finished_at), 370 + 300);
}

static void a_transferred_person_waits_for_the_other_service(void **state)
{
    (void)state;
    open_counter("1", 0, EVENING);
    open_counter("2", 500, EVENING);
    const size_t a = arrive(10, "A", "P0");
    struct replay_turn *first = turn(a, 60, REPLAY_ENDS_TRANSFERRED);
    first->service = scene_service(&scene, "B");
    first->only_counter = scene_counter(&scene, "1"); /* which does not serve B: let go */
    turn(a, 40, REPLAY_ENDS_DONE);
    play();
    expect_call(a, 10);
    assert_true(results[a].served);
    assert_int_equal(instant_seconds(scene.tickets[a].finished_at), 540);
}

static void a_parked_person_returns_after_the_same_time(void **state)
{
    (void)state;
    open_counter("1", 0, EVENING);
    const size_t a = arrive(10, "A", "P0");
    turn(a, 60, REPLAY_ENDS_PARKED)->back_after_s = 1000;
    turn(a, 40, REPLAY_ENDS_DONE);
    play();
    assert_int_equal(instant_seconds(scene.tickets[a].finished_at), 10 + 60 + 1000 + 40);
}

static void who_gave_up_gives_up_unless_called_before(void **state)
{
    (void)state;
    open_counter("1", 1000, EVENING);
    const size_t early = arrive(10, "A", "P0");
    const size_t late = arrive(20, "A", "P0");
    visits[early].gives_up_at = at(900);
    visits[late].gives_up_at = at(1001); /* at the counter by then */
    play();
    assert_true(instant_is_none(results[early].first_called_at));
    assert_false(results[early].served);
    assert_true(results[late].served);
}

/* Nobody knows how long it would have taken: a usual turn. */
static void who_was_never_served_takes_the_usual_time(void **state)
{
    (void)state;
    open_counter("1", 0, EVENING);
    usual_s[scene_service(&scene, "A")] = 77;
    arrive(10, "A", "P0");
    const size_t b = served(10, "P0", 5);
    play();
    expect_call(b, 87);
}

/* ---- figures --------------------------------------------------------------------------------- */

static struct replay_figures figures(const char *service, const char *of_class)
{
    int passed_over[VISITS_MAX];
    int64_t space[VISITS_MAX];

    replay_figures_passed_over(visits, replay.visit_count, results, passed_over);
    return replay_figures_of(visits, replay.visit_count, results, passed_over,
                             service ? scene_service(&scene, service) : QUEUE_NONE,
                             of_class ? queue_rules_class(&scene.rules, of_class) : QUEUE_NONE,
                             space);
}

static void figures_add_up_by_group(void **state)
{
    (void)state;
    open_counter("1", 0, 350);
    served(10, "P0", 100);                                /* called 10 */
    turn(arrive(20, "A", "P0"), 50, REPLAY_ENDS_NO_SHOW); /* called 310: passed over by two */
    served(30, "P2", 100);                                /* called 110 */
    served(40, "P2", 100);                                /* called 210 */
    served(50, "P0", 100);                                /* 360 is after the end */
    play();
    const struct replay_figures ordinary = figures("A", "P0");
    assert_int_equal(ordinary.issued, 3);
    assert_int_equal(ordinary.served, 1);
    assert_int_equal(ordinary.absent, 1);
    assert_int_equal(ordinary.left, 1);
    assert_int_equal(ordinary.wait.count, 2);
    assert_int_equal(ordinary.wait.longest_s, 290);
    assert_int_equal(ordinary.most_passed_over, 2);
    const struct replay_figures priority = figures("A", "P2");
    assert_int_equal(priority.issued, 2);
    assert_int_equal(priority.wait.median_s, 80);
    assert_int_equal(priority.wait.longest_s, 170);
    assert_int_equal(priority.most_passed_over, 0);
    assert_int_equal(figures(NULL, NULL).issued, 5);
    assert_int_equal(figures("B", NULL).issued, 0);
}

static void nobody_is_passed_over_by_who_was_called_before_he_came(void **state)
{
    (void)state;
    visits[arrive(500, "A", "P6")].appointment = at(100); /* stands at 100 */
    results[0] = (struct replay_result){.order_at = at(100), .first_called_at = at(600)};
    arrive(200, "A", "P0");
    results[1] = (struct replay_result){.order_at = at(200), .first_called_at = at(300)};
    arrive(210, "A", "P0");
    results[2] = (struct replay_result){.order_at = at(210), .first_called_at = at(550)};
    assert_int_equal(figures("A", "P6").most_passed_over, 1);
}

static void people_for_another_service_pass_nobody_over(void **state)
{
    (void)state;
    arrive(100, "A", "P0");
    results[0] = (struct replay_result){.order_at = at(100), .first_called_at = at(600)};
    arrive(200, "B", "P0");
    results[1] = (struct replay_result){.order_at = at(200), .first_called_at = at(300)};
    assert_int_equal(figures("A", "P0").most_passed_over, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(nobody_comes, fresh),
        cmocka_unit_test_setup(a_counter_calls_as_soon_as_it_is_free, fresh),
        cmocka_unit_test_setup(priority_goes_before_under_rules_that_have_it, fresh),
        cmocka_unit_test_setup(a_closed_counter_calls_nobody_but_ends_its_turn, fresh),
        cmocka_unit_test_setup(a_counter_that_opens_again_goes_on, fresh),
        cmocka_unit_test_setup(a_helping_counter_wakes_when_its_time_has_come, fresh),
        cmocka_unit_test_setup(absent_people_come_back_as_they_did, fresh),
        cmocka_unit_test_setup(a_transferred_person_waits_for_the_other_service, fresh),
        cmocka_unit_test_setup(a_parked_person_returns_after_the_same_time, fresh),
        cmocka_unit_test_setup(who_gave_up_gives_up_unless_called_before, fresh),
        cmocka_unit_test_setup(who_was_never_served_takes_the_usual_time, fresh),
        cmocka_unit_test_setup(figures_add_up_by_group, fresh),
        cmocka_unit_test_setup(people_for_another_service_pass_nobody_over, fresh),
        cmocka_unit_test_setup(nobody_is_passed_over_by_who_was_called_before_he_came, fresh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
