/* Rules checked: R-111 R-112 R-113 R-114 R-115 R-116 R-117 R-118 R-119 R-120 R-121 R-122. */
#include "support/queue_scene.h"

static struct scene scene;

static int fresh(void **state)
{
    (void)state;
    scene_init(&scene);
    return 0;
}

/* Windows of the defaults: late 900, return window 900, return delay 180. */
static int64_t order_of(const struct ticket *ticket)
{
    return instant_seconds(ticket->order_at);
}

static const char *class_of(const struct ticket *ticket)
{
    return scene.rules.classes[ticket->of_class].code;
}

static int64_t called_at_1(int64_t second)
{
    const int64_t id = scene_issue(&scene, "A", "P0", second);

    assert_int_equal(scene_next(&scene, "1", second).ticket, id);
    return id;
}

static void a_ticket_without_appointment_stands_at_its_issue(void **state)
{
    const struct ticket *t = scene_ticket(&scene, scene_issue(&scene, "A", "P2", 100));

    (void)state;
    assert_int_equal(order_of(t), 100);
    assert_int_equal(instant_seconds(t->not_before), 100);
    assert_int_equal(t->only_counter, QUEUE_NONE);
    assert_string_equal(ticket_state_name(t->state), "waiting");
    assert_true(instant_is_none(t->appointment));
    assert_true(instant_is_none(t->first_called_at));
}

static void an_appointment_stands_at_its_hour_until_fifteen_minutes_after(void **state)
{
    const struct ticket *early = scene_ticket(&scene, scene_appointment(&scene, "A", "P6", 0, 900));
    const struct ticket *last =
        scene_ticket(&scene, scene_appointment(&scene, "A", "P6", 1800, 900));

    (void)state;
    assert_int_equal(order_of(early), 900);
    assert_int_equal(instant_seconds(early->not_before), 0);
    assert_string_equal(class_of(early), "P6");
    assert_int_equal(order_of(last), 900);
    assert_string_equal(class_of(last), "P6");
}

static void who_comes_late_to_an_appointment_stands_now_and_may_lose_the_class(void **state)
{
    const struct ticket *late =
        scene_ticket(&scene, scene_appointment(&scene, "A", "P6", 1801, 900));
    const struct ticket *elderly =
        scene_ticket(&scene, scene_appointment(&scene, "A", "P4", 1801, 900));

    (void)state;
    assert_int_equal(order_of(late), 1801);
    assert_string_equal(class_of(late), "P0");
    assert_int_equal(order_of(elderly), 1801);
    assert_string_equal(class_of(elderly), "P4");
}

static void a_particular_ticket_is_called_whatever_its_service_and_restrictions(void **state)
{
    const int64_t id = scene_issue(&scene, "B", "P0", 0);
    struct ticket *t = scene_ticket(&scene, id);

    (void)state;
    t->only_counter = scene_counter(&scene, "2");
    t->not_before = at(500);
    assert_int_equal(ticket_call(t, scene_desk(&scene, "1"), at(10)), ERR_OK);
    assert_int_equal(t->state, TICKET_CALLED);
    assert_int_equal(t->counter, scene_counter(&scene, "1"));
    assert_int_equal(scene_desk(&scene, "1")->ticket, id);
    assert_int_equal(t->calls, 1);
    /* state is asked before counter_busy */
    assert_int_equal(ticket_call(t, scene_desk(&scene, "1"), at(11)), ERR_STATE);
    t = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 11));
    assert_int_equal(ticket_call(t, scene_desk(&scene, "1"), at(11)), ERR_COUNTER_BUSY);
    assert_int_equal(t->state, TICKET_WAITING);
}

static void service_runs_from_start_to_finish(void **state)
{
    struct ticket *t = scene_ticket(&scene, called_at_1(0));
    int64_t seconds;

    (void)state;
    assert_int_equal(ticket_recall(t, at(20)), ERR_OK);
    assert_int_equal(t->calls, 2);
    assert_int_equal(instant_seconds(t->first_called_at), 0);
    assert_int_equal(instant_seconds(t->called_at), 20);
    assert_int_equal(ticket_start(t, at(30)), ERR_OK);
    assert_int_equal(ticket_start(t, at(31)), ERR_STATE);
    assert_int_equal(ticket_recall(t, at(31)), ERR_STATE);
    assert_false(ticket_service_time(t, &seconds));
    assert_int_equal(ticket_finish(t, scene_desk(&scene, "1"), at(330)), ERR_OK);
    assert_int_equal(t->state, TICKET_DONE);
    assert_true(ticket_service_time(t, &seconds));
    assert_int_equal(seconds, 300);
    assert_false(queue_counter_is_busy(scene_desk(&scene, "1")));
}

static void a_ticket_never_started_has_no_service_time(void **state)
{
    struct ticket *t = scene_ticket(&scene, called_at_1(0));
    int64_t seconds;

    (void)state;
    assert_int_equal(ticket_finish(t, scene_desk(&scene, "1"), at(330)), ERR_OK);
    assert_false(ticket_service_time(t, &seconds));
}

static void a_counter_acts_only_on_the_ticket_it_holds(void **state)
{
    struct ticket *t = scene_ticket(&scene, called_at_1(0));
    struct queue_counter *other = scene_desk(&scene, "2");
    const struct ticket before = *t;

    (void)state;
    assert_int_equal(ticket_finish(t, other, at(1)), ERR_STATE);
    assert_int_equal(ticket_no_show(t, other, at(1)), ERR_STATE);
    assert_int_equal(ticket_park(t, other), ERR_STATE);
    assert_int_equal(ticket_transfer(t, other, &scene.rules, 0, QUEUE_NONE, at(1)), ERR_STATE);
    assert_int_equal(ticket_cancel(t), ERR_STATE);
    assert_int_equal(ticket_return(t, at(1)), ERR_STATE);
    assert_int_equal(ticket_come_back(t, &scene.rules, at(1)), ERR_STATE);
    assert_memory_equal(t, &before, sizeof before);
}

static void a_no_show_returns_within_the_window_and_waits_three_minutes_more(void **state)
{
    const int64_t id = called_at_1(100);
    struct ticket *t = scene_ticket(&scene, id);

    (void)state;
    assert_int_equal(ticket_no_show(t, scene_desk(&scene, "1"), at(200)), ERR_OK);
    assert_string_equal(ticket_state_name(t->state), "no_show");
    assert_int_equal(ticket_come_back(t, &scene.rules, at(1101)), ERR_TOO_LATE);
    assert_int_equal(ticket_come_back(t, &scene.rules, at(1100)), ERR_OK);
    assert_int_equal(order_of(t), 100);
    scene_expect(&scene, "1", 1279, QUEUE_NO_TICKET, QUEUE_RULE_LATER);
    assert_int_equal(scene_next(&scene, "1", 1280).ticket, id);
}

static void a_no_show_returns_once_in_the_tickets_life(void **state)
{
    struct ticket *t = scene_ticket(&scene, called_at_1(0));

    (void)state;
    assert_int_equal(ticket_no_show(t, scene_desk(&scene, "1"), at(1)), ERR_OK);
    assert_int_equal(ticket_come_back(t, &scene.rules, at(2)), ERR_OK);
    assert_int_equal(ticket_call(t, scene_desk(&scene, "1"), at(300)), ERR_OK);
    assert_int_equal(ticket_no_show(t, scene_desk(&scene, "1"), at(301)), ERR_OK);
    assert_int_equal(ticket_come_back(t, &scene.rules, at(302)), ERR_ONCE_ONLY);
    /* once_only is asked before too_late */
    assert_int_equal(ticket_come_back(t, &scene.rules, at(9999)), ERR_ONCE_ONLY);
}

static void a_parked_ticket_keeps_its_place(void **state)
{
    const int64_t id = called_at_1(0);
    struct ticket *t = scene_ticket(&scene, id);

    (void)state;
    t->only_counter = scene_counter(&scene, "1");
    assert_int_equal(ticket_park(t, scene_desk(&scene, "1")), ERR_OK);
    scene_expect(&scene, "1", 5, QUEUE_NO_TICKET, QUEUE_RULE_EMPTY);
    assert_int_equal(ticket_return(t, at(10)), ERR_OK);
    assert_int_equal(order_of(t), 0);
    assert_int_equal(t->only_counter, scene_counter(&scene, "1"));
    assert_int_equal(scene_next(&scene, "1", 10).ticket, id);
}

static void a_transfer_keeps_the_place_and_names_a_counter_that_serves(void **state)
{
    const int64_t id = called_at_1(0);
    struct ticket *t = scene_ticket(&scene, id);
    const int b = scene_service(&scene, "B");
    const int first = scene_counter(&scene, "1");
    const int second = scene_counter(&scene, "2");
    struct queue_counter *desk = scene_desk(&scene, "1");

    (void)state;
    assert_int_equal(ticket_start(t, at(5)), ERR_OK);
    assert_int_equal(ticket_transfer(t, desk, &scene.rules, b, first, at(60)), ERR_NOT_SERVED);
    assert_int_equal(desk->ticket, id);
    assert_int_equal(ticket_transfer(t, desk, &scene.rules, b, second, at(60)), ERR_OK);
    assert_int_equal(t->state, TICKET_WAITING);
    assert_int_equal(t->service, b);
    assert_int_equal(t->only_counter, second);
    assert_int_equal(order_of(t), 0);
    assert_int_equal(instant_seconds(t->not_before), 60);
    assert_true(instant_is_none(t->started_at));
    assert_false(queue_counter_is_busy(desk));
    assert_int_equal(ticket_transfer(t, desk, &scene.rules, b, QUEUE_NONE, at(61)), ERR_STATE);
}

static void a_transfer_for_one_counter_may_use_its_help(void **state)
{
    struct ticket *t = scene_ticket(&scene, called_at_1(0));
    struct queue_counter *desk = scene_desk(&scene, "1");

    (void)state;
    assert_int_equal(ticket_transfer(t, desk, &scene.rules, scene_service(&scene, "A"),
                                     scene_counter(&scene, "2"), at(60)),
                     ERR_OK);
    scene_expect(&scene, "1", 700, QUEUE_NO_TICKET, QUEUE_RULE_EMPTY);
    scene_expect(&scene, "2", 700, t->id, QUEUE_RULE_TURN);
}

static void waiting_parked_and_no_show_tickets_can_be_cancelled(void **state)
{
    struct ticket *waiting = scene_ticket(&scene, scene_issue(&scene, "B", "P0", 0));
    struct ticket *t = scene_ticket(&scene, called_at_1(0));

    (void)state;
    assert_int_equal(ticket_cancel(waiting), ERR_OK);
    assert_int_equal(waiting->state, TICKET_CANCELLED);
    assert_int_equal(waiting->closed_by, TICKET_CLOSED_BY_CANCEL);
    assert_int_equal(ticket_cancel(waiting), ERR_STATE);
    assert_int_equal(ticket_park(t, scene_desk(&scene, "1")), ERR_OK);
    assert_int_equal(ticket_cancel(t), ERR_OK);
    t = scene_ticket(&scene, called_at_1(0));
    assert_int_equal(ticket_no_show(t, scene_desk(&scene, "1"), at(1)), ERR_OK);
    assert_int_equal(ticket_cancel(t), ERR_OK);
    t = scene_ticket(&scene, called_at_1(0));
    assert_int_equal(ticket_finish(t, scene_desk(&scene, "1"), at(1)), ERR_OK);
    assert_int_equal(ticket_cancel(t), ERR_STATE);
}

static void the_end_of_the_day_closes_what_is_open(void **state)
{
    struct ticket *done = scene_ticket(&scene, called_at_1(0));
    struct ticket *gone;
    struct ticket *called;
    struct ticket *waiting;

    (void)state;
    scene_finish(&scene, "1", 1);
    gone = scene_ticket(&scene, called_at_1(2));
    assert_int_equal(ticket_no_show(gone, scene_desk(&scene, "1"), at(3)), ERR_OK);
    called = scene_ticket(&scene, called_at_1(4));
    waiting = scene_ticket(&scene, scene_issue(&scene, "A", "P2", 5));
    assert_int_equal(ticket_day_end(done), ERR_STATE);
    assert_int_equal(ticket_day_end(gone), ERR_STATE);
    assert_int_equal(ticket_day_end(called), ERR_OK);
    assert_int_equal(ticket_day_end(waiting), ERR_OK);
    assert_int_equal(done->state, TICKET_DONE);
    assert_int_equal(gone->state, TICKET_NO_SHOW);
    assert_int_equal(called->state, TICKET_CANCELLED);
    assert_int_equal(called->closed_by, TICKET_CLOSED_BY_DAY_END);
    assert_int_equal(waiting->closed_by, TICKET_CLOSED_BY_DAY_END);
    assert_int_equal(ticket_day_end(waiting), ERR_STATE);
}

static void every_state_has_its_name(void **state)
{
    enum ticket_state parsed;

    (void)state;
    for (int i = 0; i < TICKET_STATE_COUNT; i++) {
        assert_true(ticket_state_parse(ticket_state_name((enum ticket_state)i), &parsed));
        assert_int_equal(parsed, i);
    }
    assert_false(ticket_state_parse("Waiting", &parsed));
}

static void a_number_has_three_digits_and_four_after_999(void **state)
{
    static const struct {
        const char *letters;
        int32_t number;
        const char *text;
    } cases[] = {{"A", 1, "A001"},     {"A", 15, "A015"},     {"A", 999, "A999"},
                 {"A", 1000, "A1000"}, {"HT", 42, "HT042"},   {"Đ", 7, "Đ007"},
                 {"B", 9999, "B9999"}, {"B", 10000, "B10000"}};
    char text[TICKET_NUMBER_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ticket_number_format(cases[i].letters, cases[i].number, text);
        assert_string_equal(text, cases[i].text);
    }
}

int main(void)
{
#define test(name) cmocka_unit_test_setup(name, fresh)
    const struct CMUnitTest tests[] = {
        test(a_ticket_without_appointment_stands_at_its_issue),
        test(an_appointment_stands_at_its_hour_until_fifteen_minutes_after),
        test(who_comes_late_to_an_appointment_stands_now_and_may_lose_the_class),
        test(a_particular_ticket_is_called_whatever_its_service_and_restrictions),
        test(service_runs_from_start_to_finish),
        test(a_ticket_never_started_has_no_service_time),
        test(a_counter_acts_only_on_the_ticket_it_holds),
        test(a_no_show_returns_within_the_window_and_waits_three_minutes_more),
        test(a_no_show_returns_once_in_the_tickets_life),
        test(a_parked_ticket_keeps_its_place),
        test(a_transfer_keeps_the_place_and_names_a_counter_that_serves),
        test(a_transfer_for_one_counter_may_use_its_help),
        test(waiting_parked_and_no_show_tickets_can_be_cancelled),
        test(the_end_of_the_day_closes_what_is_open),
        test(every_state_has_its_name),
        test(a_number_has_three_digits_and_four_after_999),
    };
#undef test

    return cmocka_run_group_tests(tests, NULL, NULL);
}
