/* Rules checked. 2026-03-10 is a Tuesday. */
#include "domain/petition.h"

#include "support/office_calendar.h"

struct scene {
    struct calendar calendar;
    void *block;
    struct petition_policy policy;
    struct petition petition;
};

static struct scene received(const char *at)
{
    struct scene scene = {.policy = petition_policy_default()};

    scene.block = office_calendar(&scene.calendar);
    assert_int_equal(
        petition_begin(&scene.calendar, &scene.policy, instant_at(at), &scene.petition), ERR_OK);
    return scene;
}

static enum err act(struct scene *scene, enum petition_action action, const char *at)
{
    return petition_act(&scene->calendar, &scene->policy, action, true, instant_at(at),
                        &scene->petition);
}

static void its_days_are_working_days_after_the_day_of_receipt(void **state) /* */
{
    struct scene scene = received("2026-03-10T16:00:00");
    struct date day;

    (void)state;
    assert_int_equal(scene.petition.sort_by.day, date_at("2026-03-12").day);
    assert_int_equal(scene.petition.ask_by.day, date_at("2026-03-17").day);
    assert_int_equal(scene.petition.answer_by.day, date_at("2026-03-31").day);
    assert_true(petition_due(&scene.petition, &day));
    assert_int_equal(day.day, date_at("2026-03-12").day);
    assert_false(petition_is_late(&scene.petition, date_at("2026-03-12")));
    assert_true(petition_is_late(&scene.petition, date_at("2026-03-13")));
    assert_int_equal(act(&scene, PETITION_TAKE, "2026-03-12T17:00:00"), ERR_OK);
    assert_false(petition_is_late(&scene.petition, date_at("2026-03-31")));
    assert_true(petition_is_late(&scene.petition, date_at("2026-04-01")));
    free(scene.block);
    scene = received("2026-02-13T09:00:00"); /* before Tết: days off from the 16th to the 20th */
    assert_int_equal(scene.petition.sort_by.day, date_at("2026-02-24").day);
    free(scene.block);
}

static void an_answer_is_judged_by_its_day_and_published_within_two(void **state) /* */
{
    struct scene scene = received("2026-03-10T08:00:00");
    struct date day;

    (void)state;
    assert_int_equal(act(&scene, PETITION_TAKE, "2026-03-10T09:00:00"), ERR_OK);
    assert_int_equal(act(&scene, PETITION_ANSWER, "2026-03-31T23:00:00"), ERR_OK);
    assert_true(scene.petition.on_time);
    assert_true(petition_due(&scene.petition, &day));
    assert_int_equal(day.day, date_at("2026-04-02").day);
    assert_int_equal(act(&scene, PETITION_PUBLISH, "2026-04-01T09:00:00"), ERR_OK);
    assert_false(petition_due(&scene.petition, &day));
    assert_int_equal(act(&scene, PETITION_PUBLISH, "2026-04-01T09:00:00"), ERR_STATE_FORBIDS);
    free(scene.block);
    scene = received("2026-03-10T08:00:00");
    assert_int_equal(act(&scene, PETITION_TAKE, "2026-03-10T09:00:00"), ERR_OK);
    assert_int_equal(act(&scene, PETITION_ANSWER, "2026-04-01T08:00:00"), ERR_OK);
    assert_false(scene.petition.on_time);
    free(scene.block);
}

static void passing_on_and_refusing_are_due_within_two_days(void **state) /* */
{
    struct scene scene = received("2026-03-10T08:00:00");

    (void)state;
    assert_int_equal(act(&scene, PETITION_FORWARD, "2026-03-12T16:00:00"), ERR_OK);
    assert_true(scene.petition.on_time);
    free(scene.block);
    scene = received("2026-03-10T08:00:00");
    assert_int_equal(act(&scene, PETITION_REFUSE, "2026-03-13T08:00:00"), ERR_OK);
    assert_false(scene.petition.on_time);
    free(scene.block);
}

static void only_the_table_is_possible(void **state) /* */
{
    /* actions that each state allows, by the table */
    static const unsigned allowed[PETITION_STATES] = {
        [PETITION_RECEIVED] = 1u << PETITION_TAKE | 1u << PETITION_FORWARD | 1u << PETITION_REFUSE,
        [PETITION_PROCESSING] = 1u << PETITION_REQUEST_SUPPLEMENT | 1u << PETITION_FORWARD |
                                1u << PETITION_REFUSE | 1u << PETITION_ANSWER,
        [PETITION_ANSWERED] = 1u << PETITION_PUBLISH};
    struct scene scene = received("2026-03-10T08:00:00");
    const struct petition fresh = scene.petition;

    (void)state;
    for (int from = 0; from < PETITION_STATES; from++)
        for (int action = 0; action < PETITION_ACTIONS; action++) {
            scene.petition = fresh;
            scene.petition.state = (enum petition_state)from;
            const enum err err = act(&scene, (enum petition_action)action, "2026-03-10T09:00:00");
            assert_int_equal(err, allowed[from] >> action & 1 ? ERR_OK : ERR_STATE_FORBIDS);
        }
    scene.petition = fresh;
    assert_int_equal(petition_act(&scene.calendar, &scene.policy, PETITION_REFUSE, false,
                                  instant_at("2026-03-10T09:00:00"), &scene.petition),
                     ERR_REASON_MISSING);
    assert_int_equal(scene.petition.state, PETITION_RECEIVED);
    assert_int_equal(act(&scene, PETITION_TAKE, "2026-03-10T09:00:00"), ERR_OK);
    assert_int_equal(act(&scene, PETITION_REQUEST_SUPPLEMENT, "2026-03-10T09:00:00"), ERR_OK);
    assert_int_equal(act(&scene, PETITION_REQUEST_SUPPLEMENT, "2026-03-11T09:00:00"),
                     ERR_STATE_FORBIDS);
    free(scene.block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_days_are_working_days_after_the_day_of_receipt),
        cmocka_unit_test(an_answer_is_judged_by_its_day_and_published_within_two),
        cmocka_unit_test(passing_on_and_refusing_are_due_within_two_days),
        cmocka_unit_test(only_the_table_is_possible),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
