/* Rules checked. */
#include "domain/satisfaction.h"

#include "support/office_calendar.h"

static const struct instant ended = {1773100800000}; /* 2026-03-10T07:00:00+07:00 */

static struct instant after_days(int days, int seconds)
{
    return instant_plus_seconds(ended, (int64_t)days * SECONDS_PER_DAY + seconds);
}

static enum err check(int level, unsigned reasons)
{
    const struct rating rating = {level, reasons};

    return rating_check(&rating);
}

static void the_lower_two_levels_need_a_reason(void **state) /* */
{
    (void)state;
    assert_int_equal(check(1, 0), ERR_REASON_MISSING);
    assert_int_equal(check(2, 0), ERR_REASON_MISSING);
    assert_int_equal(check(1, 1u << RATING_STAFF), ERR_OK);
    assert_int_equal(check(2, 1u << RATING_ACCESS | 1u << RATING_FEEDBACK), ERR_OK);
    for (int level = 3; level <= 5; level++)
        assert_int_equal(check(level, 0), ERR_OK);
}

static void other_levels_and_reasons_do_not_exist(void **state)
{
    enum rating_reason reason;

    (void)state;
    assert_int_equal(check(0, 0), ERR_BAD_VALUE);
    assert_int_equal(check(6, 0), ERR_BAD_VALUE);
    assert_int_equal(check(-1, 1), ERR_BAD_VALUE);
    assert_int_equal(check(5, 1u << RATING_REASON_COUNT), ERR_BAD_VALUE);
    assert_true(rating_reason_from_name("feedback", &reason));
    assert_int_equal(reason, RATING_FEEDBACK);
    assert_false(rating_reason_from_name("", &reason));
    assert_false(rating_reason_from_name("Staff", &reason));
}

static void an_answer_is_taken_once_and_in_its_days(void **state) /* */
{
    (void)state;
    assert_int_equal(rating_gate(instant_none(), 7, false, ended), RATING_NOT_YET);
    assert_int_equal(rating_gate(ended, 7, false, after_days(0, -1)), RATING_NOT_YET);
    assert_int_equal(rating_gate(ended, 7, false, ended), RATING_OPEN);
    assert_int_equal(rating_gate(ended, 7, false, after_days(7, 0)), RATING_OPEN);
    assert_int_equal(rating_gate(ended, 7, false, after_days(7, 1)), RATING_PAST);
    assert_int_equal(rating_gate(ended, 30, false, after_days(30, 0)), RATING_OPEN);
    assert_int_equal(rating_gate(ended, 7, true, ended), RATING_GIVEN);
    assert_int_equal(rating_gate(ended, 7, true, after_days(90, 0)), RATING_GIVEN);
}

static void the_index_is_the_share_of_the_upper_two_levels(void **state) /* */
{
    struct satisfaction counts = {.levels = {0}};
    const int64_t given[LEVEL_COUNT] = {1, 2, 3, 20, 34};

    (void)state;
    for (int i = 0; i < LEVEL_COUNT; i++) {
        const struct rating rating = {.level = i + 1, .reasons = 1u << RATING_RESULT};

        satisfaction_count(&counts, &rating, given[i]);
    }
    assert_int_equal(satisfaction_answers(&counts), 60);
    assert_int_equal(satisfaction_index(&counts).numerator, 54);
    assert_int_equal(satisfaction_index(&counts).denominator, 60);
    assert_int_equal(counts.reasons[RATING_RESULT], 3); /* of the bad ones only */
    assert_int_equal(counts.reasons[RATING_STAFF], 0);
}

/*
 * 81 of 263, 15 of 148, 0 of 20 and 1 of 29 are the cases of Newcombe, "Two-sided confidence
 * intervals for the single proportion" (Statistics in Medicine 17, 1998, table I, method 3); 57 of
 * 60 is the worked figure of the specification (domain 5.7: 86.3-98.3); the rest by symmetry.
 */
static void the_interval_agrees_with_published_tables(void **state) /* */
{
    static const struct {
        int64_t x, n, low, high;
    } known[] = {
        {81, 263, 2553, 3662}, {15, 148, 624, 1605}, {0, 20, 0, 1611},
        {1, 29, 61, 1718},     {57, 60, 8630, 9829}, {20, 20, 8389, 10000},
    };

    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct rate rate = {known[i].x, known[i].n};
        int64_t low, high;

        assert_true(satisfaction_interval(rate, &low, &high));
        assert_int_equal(low, known[i].low);
        assert_int_equal(high, known[i].high);
    }
}

static void an_interval_holds_its_share_and_narrows_with_the_answers(void **state) /* */
{
    int64_t low, high, width = 10001;

    (void)state;
    assert_false(satisfaction_interval((struct rate){0, 0}, &low, &high));
    for (int64_t n = 10; n <= 1000000000; n *= 10) {
        assert_true(satisfaction_interval((struct rate){n / 10 * 9, n}, &low, &high));
        assert_true(low <= 9000 && high >= 9000);
        assert_true(high - low < width || high - low <= 1);
        width = high - low;
    }
}

static void few_answers_are_not_judged(void **state) /* */
{
    (void)state;
    assert_int_equal(satisfaction_judge((struct rate){29, 29}, 95), SATISFACTION_FEW);
    assert_int_equal(satisfaction_judge((struct rate){0, 0}, 95), SATISFACTION_FEW);
    assert_int_equal(satisfaction_judge((struct rate){30, 30}, 95), SATISFACTION_MET);
    assert_int_equal(satisfaction_judge((struct rate){57, 60}, 95), SATISFACTION_MET);
    assert_int_equal(satisfaction_judge((struct rate){56, 60}, 95), SATISFACTION_MISSED);
    assert_int_equal(satisfaction_judge((struct rate){56, 60}, 90), SATISFACTION_MET);
    assert_int_equal(satisfaction_threshold(""), 95);
    assert_int_equal(satisfaction_threshold("land"), 90);
    assert_int_equal(satisfaction_threshold("construction"), 90);
    assert_int_equal(satisfaction_threshold("investment"), 90);
    assert_int_equal(satisfaction_threshold("ticket"), 95);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lower_two_levels_need_a_reason),
        cmocka_unit_test(other_levels_and_reasons_do_not_exist),
        cmocka_unit_test(an_answer_is_taken_once_and_in_its_days),
        cmocka_unit_test(the_index_is_the_share_of_the_upper_two_levels),
        cmocka_unit_test(the_interval_agrees_with_published_tables),
        cmocka_unit_test(an_interval_holds_its_share_and_narrows_with_the_answers),
        cmocka_unit_test(few_answers_are_not_judged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
