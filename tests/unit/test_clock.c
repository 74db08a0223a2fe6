/* The clock: forward only, doubted when it may be wrong, set by hand in training.. */
#include "support/test.h"

#include "base/clock.h"

static struct instant on(int second)
{
    return instant_from_seconds(1773104400 + second);
}

static bool now_is(struct clock *clock, struct instant instant)
{
    return clock_now(clock).ms == instant.ms;
}

/* ---- training (R-602) ------------------------------------------------------------------------ */

static void a_training_clock_stands_still_until_it_is_set_forward(void **state)
{
    struct clock clock;

    (void)state;
    clock_start_training(&clock, on(0), 0, instant_none());
    assert_true(now_is(&clock, on(0)));
    assert_int_equal(clock_set(&clock, on(60), 0), ERR_OK);
    assert_true(now_is(&clock, on(60)));
    assert_int_equal(clock_set(&clock, on(60), 0), ERR_OK); /* the same instant is not back */
    assert_int_equal(clock_set(&clock, on(59), 0), ERR_TIME);
    assert_true(now_is(&clock, on(60)));
    assert_false(clock_is_doubtful(&clock));
    clock_stop(&clock);
}

static void a_training_clock_starts_no_earlier_than_its_log_ends(void **state)
{
    struct clock clock;

    (void)state;
    clock_start_training(&clock, on(0), 0, on(300));
    assert_true(now_is(&clock, on(300)));
    assert_int_equal(clock_set(&clock, on(299), 0), ERR_TIME);
    clock_stop(&clock);
}

static void the_rate_is_0_to_3600(void **state)
{
    struct clock clock;

    (void)state;
    clock_start_training(&clock, on(0), 0, instant_none());
    assert_int_equal(clock_set(&clock, on(1), -1), ERR_BAD_VALUE);
    assert_int_equal(clock_set(&clock, on(1), 3601), ERR_BAD_VALUE);
    assert_true(now_is(&clock, on(0)));
    assert_int_equal(clock_rate(&clock), 0);
    assert_int_equal(clock_set(&clock, on(1), 3600), ERR_OK);
    assert_int_equal(clock_rate(&clock), 3600);
    const struct instant once = clock_now(&clock);
    const struct instant again = clock_now(&clock);
    assert_false(instant_before(once, on(1)));
    assert_false(instant_before(again, once));
    clock_stop(&clock);
}

static void a_training_clock_is_never_compared_with_the_wall(void **state)
{
    struct clock clock;

    (void)state;
    clock_start_training(&clock, on(-100 * 86400), 0, instant_none());
    assert_false(clock_check(&clock));
    assert_false(clock_is_doubtful(&clock));
    clock_stop(&clock);
}

/* ---- a real clock (R-601) -------------------------------------------------------------------- */

static struct instant wall_plus(int64_t seconds)
{
    return instant_plus_seconds(clock_wall(), seconds);
}

static void a_real_clock_cannot_be_set(void **state)
{
    struct clock clock;

    (void)state;
    clock_start(&clock, instant_none());
    assert_int_equal(clock_set(&clock, wall_plus(60), 1), ERR_NOT_FOUND);
    clock_stop(&clock);
}

static void now_has_no_fraction_and_is_the_time_of_the_wall(void **state)
{
    struct clock clock;

    (void)state;
    const struct instant before = instant_floor(clock_wall());
    clock_start(&clock, instant_none());
    const struct instant now = clock_now(&clock);
    const struct instant after = clock_wall();
    assert_int_equal(now.ms % 1000, 0);
    assert_false(instant_before(now, before));
    assert_false(instant_before(after, now));
    assert_false(clock_is_doubtful(&clock));
    clock_stop(&clock);
}

static void a_start_before_the_end_of_the_log_is_doubtful(void **state)
{
    const struct instant log_end = wall_plus(3600);
    struct clock clock;

    (void)state;
    clock_start(&clock, log_end);
    assert_true(clock_is_doubtful(&clock));
    assert_false(instant_before(clock_now(&clock), instant_floor(log_end)));
    clock_confirm(&clock); /* an administrator vouches: still never before the log's end */
    assert_false(clock_is_doubtful(&clock));
    assert_false(instant_before(clock_now(&clock), instant_floor(log_end)));
    clock_stop(&clock);
}

static void a_start_long_after_the_end_of_the_log_is_doubtful(void **state)
{
    struct clock clock;

    (void)state;
    clock_start(&clock, wall_plus(-59 * 86400));
    assert_false(clock_is_doubtful(&clock));
    clock_stop(&clock);
    clock_start(&clock, wall_plus(-61 * 86400));
    assert_true(clock_is_doubtful(&clock));
    clock_stop(&clock);
}

/* As if the wall clock had stepped the other way by so much. */
static void step(struct clock *clock, int64_t seconds)
{
    clock->base = instant_plus_seconds(clock->base, seconds);
}

static void a_step_of_the_wall_clock_by_more_than_a_minute_is_doubtful(void **state)
{
    static const int far[] = {120, -120}, near[] = {30, -30};
    struct clock clock;

    (void)state;
    for (int i = 0; i < 2; i++) {
        clock_start(&clock, instant_none());
        step(&clock, near[i]);
        assert_false(clock_check(&clock));
        assert_false(clock_is_doubtful(&clock));
        clock_stop(&clock);

        clock_start(&clock, instant_none());
        step(&clock, far[i]);
        assert_true(clock_check(&clock));
        assert_true(clock_is_doubtful(&clock));
        assert_false(clock_check(&clock)); /* said once */
        clock_confirm(&clock);
        assert_false(clock_is_doubtful(&clock));
        clock_stop(&clock);
    }
}

static void now_never_goes_back(void **state)
{
    struct clock clock;

    (void)state;
    clock_start(&clock, instant_none());
    const struct instant before = clock_now(&clock);
    step(&clock, -3600);
    assert_false(instant_before(clock_now(&clock), before));
    clock_confirm(&clock);
    assert_false(instant_before(clock_now(&clock), before));
    clock_stop(&clock);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_training_clock_stands_still_until_it_is_set_forward),
        cmocka_unit_test(a_training_clock_starts_no_earlier_than_its_log_ends),
        cmocka_unit_test(the_rate_is_0_to_3600),
        cmocka_unit_test(a_training_clock_is_never_compared_with_the_wall),
        cmocka_unit_test(a_real_clock_cannot_be_set),
        cmocka_unit_test(now_has_no_fraction_and_is_the_time_of_the_wall),
        cmocka_unit_test(a_start_before_the_end_of_the_log_is_doubtful),
        cmocka_unit_test(a_start_long_after_the_end_of_the_log_is_doubtful),
        cmocka_unit_test(a_step_of_the_wall_clock_by_more_than_a_minute_is_doubtful),
        cmocka_unit_test(now_never_goes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
