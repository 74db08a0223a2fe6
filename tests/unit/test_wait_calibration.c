/* Rules checked: R-890. */
#include "support/test.h"

#include "domain/wait_calibration.h"

static struct wait_past past[WAIT_PAST_MAX];

static void fill(size_t count, int32_t low_s, int32_t high_s, int32_t real_s)
{
    for (size_t i = 0; i < count; i++)
        past[i] = (struct wait_past){low_s, high_s, real_s};
}

static void expect(const struct wait_calibration *calibration, int64_t low_s, int64_t high_s,
                   int64_t told_low_s, int64_t told_high_s)
{
    wait_calibration_apply(calibration, &low_s, &high_s);
    assert_int_equal(low_s, told_low_s);
    assert_int_equal(high_s, told_high_s);
}

static void nineteen_people_tell_nothing(void **state)
{
    (void)state;
    fill(WAIT_PAST_MAX, 540, 540, 1140);
    const struct wait_calibration none = wait_calibration_of(past, 0);
    const struct wait_calibration few = wait_calibration_of(past, 19);
    const struct wait_calibration enough = wait_calibration_of(past, 20);
    expect(&none, 300, 900, 300, 900);
    expect(&few, 300, 900, 300, 900);
    expect(&enough, 300, 900, 660, 1860);
}

/* Everybody waited twice as long as either end, counting a minute more on both sides. */
static void all_twice_as_long_doubles_both_ends(void **state)
{
    (void)state;
    fill(100, 540, 540, 1140);
    const struct wait_calibration twice = wait_calibration_of(past, 100);
    expect(&twice, 0, 0, 60, 60);
    expect(&twice, 540, 1140, 1140, 2340);
    fill(100, 1140, 1140, 540);
    const struct wait_calibration half = wait_calibration_of(past, 100);
    expect(&half, 1140, 2340, 540, 1140);
    expect(&half, 0, 30, 0, 0); /* not below 0 */
}

/* Of 99 people the n-th waited (n x 60) s where the plays said 0: with one more to come, 8 in 100
 * are the 8 shortest and the 8 longest. */
static void eight_in_a_hundred_are_left_out_on_each_side(void **state)
{
    (void)state;
    for (int i = 0; i < 99; i++)
        past[(i * 50) % 99] = (struct wait_past){0, 0, 60 * (i + 1)};
    const struct wait_calibration calibration = wait_calibration_of(past, 99);
    expect(&calibration, 0, 0, 60 * 8, 60 * 92);
}

/* Ranges that were much too wide in the past must not turn a narrow one round. */
static void low_never_passes_high(void **state)
{
    (void)state;
    fill(50, 0, 6000, 3000);
    const struct wait_calibration calibration = wait_calibration_of(past, 50);
    int64_t low_s = 600, high_s = 600;

    wait_calibration_apply(&calibration, &low_s, &high_s);
    assert_true(low_s <= high_s);
    assert_true(low_s >= 0);
    assert_true(high_s > 600);
}

/* Whatever the past was. */
static void a_longer_play_is_never_told_shorter(void **state)
{
    (void)state;
    for (int32_t real_s = 0; real_s < 4000; real_s += 370) {
        int64_t last_low_s = 0, last_high_s = 0;

        fill(60, 500, 1500, real_s);
        const struct wait_calibration calibration = wait_calibration_of(past, 60);
        for (int64_t played_s = 0; played_s < 5000; played_s += 13) {
            int64_t low_s = played_s, high_s = played_s + played_s / 3;

            wait_calibration_apply(&calibration, &low_s, &high_s);
            assert_true(last_low_s <= low_s && last_high_s <= high_s && low_s <= high_s);
            last_low_s = low_s;
            last_high_s = high_s;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nineteen_people_tell_nothing),
        cmocka_unit_test(all_twice_as_long_doubles_both_ends),
        cmocka_unit_test(eight_in_a_hundred_are_left_out_on_each_side),
        cmocka_unit_test(low_never_passes_high),
        cmocka_unit_test(a_longer_play_is_never_told_shorter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
