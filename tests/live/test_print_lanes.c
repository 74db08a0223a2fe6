/* Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "live/print_lanes.h"

static int set_up(void **state)
{
    struct print_lanes *lanes = malloc(sizeof *lanes);

    assert_non_null(lanes);
    print_lanes_init(lanes);
    *state = lanes;
    return 0;
}

static void ignore(int64_t id, void *data)
{
    (void)id;
    (void)data;
}

static int tear_down(void **state)
{
    struct print_lanes *lanes = *state;

    print_lanes_program_died(lanes, ignore, NULL);
    free(lanes);
    return 0;
}

static struct print_hand *take(struct print_lanes *lanes, const char *printer, int64_t id)
{
    const struct print_record record = {.id = id, .generation = 1};
    struct print_lane *lane = print_lanes_of(lanes, printer);
    struct print_hand *hand = print_lanes_take(lanes, lane, &record, false);

    assert_non_null(hand);
    lane->begun = true;
    lane->after = id;
    return hand;
}

static struct print_wish wish_of(struct print_lanes *lanes, const char *printer)
{
    static struct print_wish wishes[PRINT_LANES_MAX];
    const int count = print_lanes_wishes(lanes, wishes);

    for (int i = 0; i < count; i++)
        if (strcmp(wishes[i].printer, printer) == 0)
            return wishes[i];
    fail_msg("no lane %s", printer);
    return wishes[0];
}

static void a_full_lane_wants_nothing_and_leaves_the_others_alone(void **state) /* */
{
    struct print_lanes *lanes = *state;

    for (int i = 1; i <= 16; i++)
        take(lanes, "cups:TAT", i);
    take(lanes, "cups:BAT", 17);
    assert_int_equal(wish_of(lanes, "cups:TAT").room, 0);
    assert_int_equal(wish_of(lanes, "cups:BAT").room, 15);
    assert_int_equal(wish_of(lanes, "cups:BAT").after, 17);
    assert_true(wish_of(lanes, "cups:BAT").begun);
}

static void a_lane_is_given_more_when_half_of_it_is_done(void **state) /* */
{
    struct print_lanes *lanes = *state;

    for (int i = 1; i <= 16; i++)
        take(lanes, "cups:A", i);
    print_lanes_of(lanes, "cups:A")->more = true;
    for (int i = 1; i <= 7; i++)
        assert_false(print_lanes_drop(lanes, print_lanes_find(lanes, i)));
    assert_true(print_lanes_drop(lanes, print_lanes_find(lanes, 8)));
    assert_null(print_lanes_find(lanes, 8));
    assert_non_null(print_lanes_find(lanes, 9));
    assert_int_equal(lanes->in_hand, 8);
    print_lanes_of(lanes, "cups:A")->more = false;
    assert_false(print_lanes_drop(lanes, print_lanes_find(lanes, 16)));
    take(lanes, "cups:A", 17); /* the end of the list is still the end */
    assert_non_null(print_lanes_find(lanes, 17));
}

static void a_stopped_lane_begins_anew_once_it_has_nothing_in_hand(void **state)
{
    struct print_lanes *lanes = *state;

    take(lanes, "cups:A", 1);
    print_lanes_of(lanes, "cups:A")->stopped = true;
    assert_int_equal(wish_of(lanes, "cups:A").room, 0);
    assert_false(print_lanes_restart(lanes));
    assert_true(print_lanes_any_stopped(lanes));
    print_lanes_drop(lanes, print_lanes_find(lanes, 1));
    assert_true(print_lanes_restart(lanes));
    assert_false(print_lanes_any_stopped(lanes));
    assert_false(wish_of(lanes, "cups:A").begun);
    assert_int_equal(wish_of(lanes, "cups:A").after, 0);
    assert_int_equal(wish_of(lanes, "cups:A").room, 16);
}

static void after_the_programs_death_every_lane_begins_anew(void **state) /* */
{
    struct print_lanes *lanes = *state;

    take(lanes, "cups:A", 1);
    take(lanes, "cups:B", 2);
    print_lanes_program_died(lanes, ignore, NULL);
    assert_int_equal(lanes->in_hand, 0);
    assert_null(print_lanes_find(lanes, 1));
    assert_false(wish_of(lanes, "cups:A").begun);
    assert_int_equal(wish_of(lanes, "cups:B").after, 0);
}

static void keep_id(int64_t id, void *data)
{
    *(int64_t *)data = id;
}

static int64_t die_at(struct print_lanes *lanes, int64_t first, int64_t second, bool spoken_of)
{
    int64_t doomed = 0;

    take(lanes, "cups:A", first)->spoken_of = spoken_of;
    take(lanes, "cups:A", second);
    print_lanes_program_died(lanes, keep_id, &doomed);
    return doomed;
}

static void the_third_death_at_one_job_dooms_it(void **state) /* */
{
    struct print_lanes *lanes = *state;

    assert_int_equal(die_at(lanes, 5, 6, false), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 5);
    assert_int_equal(die_at(lanes, 6, 7, false), 0);
}

static void a_job_that_came_to_its_printer_is_not_to_blame(void **state) /* */
{
    struct print_lanes *lanes = *state;

    for (int i = 0; i < 5; i++)
        assert_int_equal(die_at(lanes, 5, 6, true), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 0);
    assert_int_equal(die_at(lanes, 4, 6, false), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 0);
    assert_int_equal(die_at(lanes, 5, 6, false), 5);
}

static void more_printers_than_lanes_wait_for_one_that_is_free(void **state)
{
    struct print_lanes *lanes = *state;
    char name[32];

    for (int i = 0; i < PRINT_LANES_MAX; i++) {
        snprintf(name, sizeof name, "cups:M%d", i);
        take(lanes, name, i + 1);
    }
    assert_null(print_lanes_of(lanes, "cups:MOI"));
    print_lanes_drop(lanes, print_lanes_find(lanes, 3));
    assert_non_null(print_lanes_of(lanes, "cups:MOI"));
    assert_int_equal(wish_of(lanes, "cups:MOI").room, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define EACH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        EACH(a_full_lane_wants_nothing_and_leaves_the_others_alone),
        EACH(a_lane_is_given_more_when_half_of_it_is_done),
        EACH(a_stopped_lane_begins_anew_once_it_has_nothing_in_hand),
        EACH(after_the_programs_death_every_lane_begins_anew),
        EACH(the_third_death_at_one_job_dooms_it),
        EACH(a_job_that_came_to_its_printer_is_not_to_blame),
        EACH(more_printers_than_lanes_wait_for_one_that_is_free),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
