/* Rules checked: R-126 R-130 R-890. */
#include "support/played_office.h"

#include "domain/wait_calibration.h"
#include "usecase/estimate_wait.h"

static struct played_office played;

enum { MORNING = 8 * 3600, VISIT_S = 300 };

static int open_office(void **state)
{
    (void)state;
    played_open(&played);
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    played_close(&played);
    played_remove(&played);
    return 0;
}

/* `count` visits of service A at counter 1, each of VISIT_S; returns the second when it is free. */
static int32_t serve(int count)
{
    int32_t second = MORNING;

    played_set_counter(&played, second, "1", "open");
    for (int i = 0; i < count; i++, second += VISIT_S) {
        played_issue(&played, second, "A", "P0");
        played_serve(&played, second, "1", VISIT_S);
    }
    return second;
}

static struct estimate_wait fresh_question(const char *service, const char *of_class)
{
    struct estimate_wait estimate = {.site = "TT", .count = 1};

    snprintf(estimate.questions[0].service, QUEUE_CODE_SIZE, "%s", service);
    snprintf(estimate.questions[0].of_class, QUEUE_CODE_SIZE, "%s", of_class);
    return estimate;
}

static struct wait_range ask(struct estimate_wait *estimate)
{
    assert_int_equal(played_run(&played, &estimate->command, "", estimate_wait_run, false), ERR_OK);
    assert_true(estimate->questions[0].answered);
    return estimate->questions[0].range;
}

static struct wait_range ask_newcomer(const char *service, const char *of_class)
{
    struct estimate_wait estimate = fresh_question(service, of_class);

    return ask(&estimate);
}

static void expect(struct wait_range range, int32_t wait_s, int32_t ahead)
{
    assert_true(range.known);
    assert_int_equal(range.low_s, wait_s);
    assert_int_equal(range.high_s, wait_s);
    assert_int_equal(range.ahead, ahead);
}

/* A person of whom the plays said `played_s`, and who waits for `real_s`. */
static void wait_for(int32_t second, const char *of_class, int32_t played_s, int32_t real_s)
{
    struct issue_ticket issue = {.appointment = instant_none(),
                                 .wait = {.known = true,
                                          .low_s = 1, /* what was told is not what was played */
                                          .high_s = 99999,
                                          .played_low_s = played_s,
                                          .played_high_s = played_s}};

    played_at(&played, second);
    snprintf(issue.service, sizeof issue.service, "A");
    snprintf(issue.of_class, sizeof issue.of_class, "%s", of_class);
    assert_int_equal(played_run(&played, &issue.command, "", issue_ticket_run, true), ERR_OK);
    played_serve(&played, second + real_s, "1", VISIT_S);
}

/* Ordinary people waited twice as long as the plays said, a minute more on both sides:
 * (60 + 60) x 2 = 180 + 60; priority people as long as they said. Nineteen tell nothing yet. */
static void the_past_of_the_lane_corrects_the_range(void **state)
{
    int32_t now = MORNING;

    (void)state;
    played_set_counter(&played, now, "1", "open");
    for (int i = 1; i <= WAIT_PAST_MIN; i++, now += 1200) {
        wait_for(now, "P2", 180, 180);
        wait_for(now + 600, "P0", 60, 180);
        if (i < WAIT_PAST_MIN && i >= WAIT_TIMES_MIN)
            expect(ask_newcomer("A", "P0"), 0, 0);
    }
    for (int i = 0; i < 3; i++)
        played_issue(&played, now, "A", "P0");
    expect(ask_newcomer("A", "P0"), (3 * VISIT_S + 60) * 2 - 60, 3);
    played_issue(&played, now, "A", "P2");
    expect(ask_newcomer("A", "P2"), VISIT_S, 1);
}

static void with_fewer_than_8_visits_nothing_is_told(void **state)
{
    (void)state;
    serve(7);
    assert_false(ask_newcomer("A", "P0").known);
}

/* All visits took 300 s, so every play is the same: three people before, 300 s each. */
static void equal_visits_make_a_sure_wait(void **state)
{
    (void)state;
    const int32_t now = serve(8);

    for (int i = 0; i < 3; i++)
        played_issue(&played, now, "A", "P0");
    expect(ask_newcomer("A", "P0"), 3 * VISIT_S, 3);
    expect(ask_newcomer("A", "P1"), 0, 0); /* urgent: before all three */
}

static void the_rest_of_a_visit_under_way_counts(void **state)
{
    (void)state;
    const int32_t now = serve(8);
    const int64_t ticket = played_issue(&played, now, "A", "P0");

    assert_int_equal(played_next(&played, now, "1"), ticket);
    played_move(&played, now, "1", VERB_START, ticket, "");
    played_at(&played, now + 100);
    expect(ask_newcomer("A", "P0"), VISIT_S - 100, 0);
}

static void a_waiting_ticket_is_asked_as_itself(void **state)
{
    (void)state;
    const int32_t now = serve(8);
    struct estimate_wait estimate = {.site = "TT", .count = 3};

    for (int i = 0; i < 3; i++)
        estimate.questions[i].ticket = played_issue(&played, now, "A", "P0");
    ask(&estimate);
    for (int i = 0; i < 3; i++)
        expect(estimate.questions[i].range, i * VISIT_S, i);
}

static void a_ticket_that_does_not_wait_has_no_estimate(void **state)
{
    (void)state;
    const int32_t now = serve(8);
    struct estimate_wait estimate = {.site = "TT", .count = 1};

    estimate.questions[0].ticket = played_issue(&played, now, "A", "P0");
    played_next(&played, now, "1");
    assert_false(ask(&estimate).known);
}

static void a_service_without_an_open_counter_has_no_estimate(void **state)
{
    (void)state;
    const int32_t now = serve(8);

    assert_true(ask_newcomer("A", "P0").known);
    played_set_counter(&played, now, "1", "paused");
    assert_false(ask_newcomer("A", "P0").known);
}

static void unknown_codes_have_no_estimate(void **state)
{
    (void)state;
    serve(8);
    assert_false(ask_newcomer("Z", "P0").known);
    assert_false(ask_newcomer("A", "P99").known);
    struct estimate_wait elsewhere = fresh_question("A", "P0");
    snprintf(elsewhere.site, sizeof elsewhere.site, "XX");
    assert_int_equal(played_run(&played, &elsewhere.command, "", estimate_wait_run, false),
                     ERR_UNKNOWN_SITE);
}

/* Nobody has acted yet: yesterday's people will be closed by the first action. */
static void the_people_of_yesterday_do_not_wait_today(void **state)
{
    (void)state;
    const int32_t now = serve(8);
    const int64_t last = played_issue(&played, now, "A", "P0");

    assert_int_equal(played_next(&played, now, "1"), last);
    for (int i = 0; i < 3; i++)
        played_issue(&played, now, "A", "P0");
    played_at(&played, 86400 + MORNING);
    expect(ask_newcomer("A", "P0"), 0, 0);
}

static void an_estimate_says_when_it_was_made(void **state)
{
    (void)state;
    const int32_t now = serve(8);

    played_at(&played, now + 5);
    const struct wait_range range = ask_newcomer("A", "P0");
    assert_int_equal(instant_seconds_between(instant_on_date(played.date, now + 5), range.as_of),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(with_fewer_than_8_visits_nothing_is_told, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(the_past_of_the_lane_corrects_the_range, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(equal_visits_make_a_sure_wait, open_office, close_office),
        cmocka_unit_test_setup_teardown(the_rest_of_a_visit_under_way_counts, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_waiting_ticket_is_asked_as_itself, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_ticket_that_does_not_wait_has_no_estimate, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_service_without_an_open_counter_has_no_estimate,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(unknown_codes_have_no_estimate, open_office, close_office),
        cmocka_unit_test_setup_teardown(the_people_of_yesterday_do_not_wait_today, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(an_estimate_says_when_it_was_made, open_office,
                                        close_office),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
