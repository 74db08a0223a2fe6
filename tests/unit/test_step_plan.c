/* Rules checked. Shares and amounts are those of domain 7 (default step template),
 * worked out by hand. */
#include "support/test.h"

#include <string.h>

#include "domain/step_plan.h"

#define SHARE(who, part, days)                                                                     \
    {                                                                                              \
        .owner = who, .task = "việc", .counts = (part) > 0, .limit = {.unit = LIMIT_NONE},         \
        .share = (part), .most = (days)                                                            \
    }

/* The template of the catalogue: 5, 5, 65, 10, 10, 5 in a hundred; handing out is not counted. */
static const struct step_plan template = {
    .count = 7,
    .steps = {SHARE("TT_PVHCC", 500, 50), SHARE("LD_PHONG", 500, 50),
              SHARE("handling_unit", 6500, 0), SHARE("LD_PHONG", 1000, 0),
              SHARE("LANH_DAO", 1000, 0), SHARE("VAN_THU", 500, 50), SHARE("TT_PVHCC", 0, 0)}};

static const char *limit_of(int row, const char *whole)
{
    static char text[TIME_LIMIT_TEXT_SIZE];
    struct time_limit limit;

    assert_int_equal(time_limit_parse(whole, strlen(whole), &limit), ERR_OK);
    limit = step_plan_limit(&template.steps[row - 1], &limit);
    time_limit_format(&limit, text);
    return text;
}

static void a_step_has_its_share_of_the_limit(void **state)
{
    (void)state;
    assert_string_equal(limit_of(1, "WORKING_DAYS 5"), "WORKING_DAYS 0.25");  /* 5 % */
    assert_string_equal(limit_of(3, "WORKING_DAYS 5"), "WORKING_DAYS 3.25");  /* 65 % */
    assert_string_equal(limit_of(1, "WORKING_DAYS 20"), "WORKING_DAYS 0.5");  /* not 1: bound */
    assert_string_equal(limit_of(3, "SAME_DAY"), "WORKING_HOURS 5.2");        /* of 8 hours */
    assert_string_equal(limit_of(3, "CALENDAR_DAYS 30"), "CALENDAR_DAYS 19"); /* 19.5, whole */
    assert_string_equal(limit_of(1, "CALENDAR_DAYS 15"), "NONE");             /* below one */
    assert_string_equal(limit_of(7, "WORKING_DAYS 5"), "NONE");
    assert_string_equal(limit_of(3, "NONE"), "NONE");
}

/* domain 1.2 (7): internal steps split the limit, they never lengthen it. */
static void shares_never_exceed_the_whole(void **state)
{
    (void)state;
    for (int64_t whole = 1; whole < 3000; whole++) {
        const struct time_limit limit = {.unit = LIMIT_WORKING_DAYS, .hundredths = whole};
        int64_t sum = 0;

        for (int i = 0; i < template.count; i++)
            sum += step_plan_limit(&template.steps[i], &limit).hundredths;
        assert_true(sum <= whole);
    }
}

static void a_step_with_a_limit_of_its_own_keeps_it(void **state)
{
    const struct planned_step own = {.owner = "P_VHXH",
                                     .counts = true,
                                     .limit = {.unit = LIMIT_WORKING_HOURS, .hundredths = 300}};
    const struct time_limit whole = {.unit = LIMIT_SAME_DAY};

    (void)state;
    assert_int_equal(step_plan_limit(&own, &whole).unit, LIMIT_WORKING_HOURS);
    assert_int_equal(step_plan_limit(&own, &whole).hundredths, 300);
}

static int next(int current, const char *unit, uint32_t roles)
{
    struct officer officer = {.account = "ai"};

    memcpy(officer.unit, unit, strlen(unit) + 1);
    return step_plan_next(&template, current, "P_KT", &officer, (struct role_set){roles});
}

static void who_becomes_responsible_tells_the_row(void **state)
{
    (void)state;
    assert_int_equal(next(0, "TT_PVHCC", ROLE_BIT(TIEP_NHAN)), 1);
    assert_int_equal(next(1, "P_KT", ROLE_BIT(THU_LY)), 3);   /* nobody assigned it: passed over */
    assert_int_equal(next(1, "P_KT", ROLE_BIT(LD_PHONG)), 2); /* he assigns */
    assert_int_equal(next(2, "P_KT", ROLE_BIT(THU_LY)), 3);
    assert_int_equal(next(3, "P_KT", ROLE_BIT(THU_LY)), 3);   /* a colleague goes on */
    assert_int_equal(next(3, "P_KT", ROLE_BIT(LD_PHONG)), 4); /* he looks at it */
    assert_int_equal(next(4, "P_KT", ROLE_BIT(THU_LY)), 3);   /* it comes back */
    assert_int_equal(next(4, "VP", ROLE_BIT(VAN_THU)), 6);
    assert_int_equal(next(1, "TT_PVHCC", ROLE_BIT(TIEP_NHAN)), 1); /* row 7 does not count */
    assert_int_equal(next(3, "P_VHXH", ROLE_BIT(THU_LY)), 3);      /* owns none */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_step_has_its_share_of_the_limit),
        cmocka_unit_test(shares_never_exceed_the_whole),
        cmocka_unit_test(a_step_with_a_limit_of_its_own_keeps_it),
        cmocka_unit_test(who_becomes_responsible_tells_the_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
