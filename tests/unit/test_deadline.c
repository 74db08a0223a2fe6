/* Rules checked,
 * */
#include "domain/deadline.h"

#include "support/due_case.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* V1-V20 of domain.md 4.4, with the day of the week as printed there. */
static void the_twenty_vectors_of_the_domain_hold(void **state)
{
    static const struct due_case rows[] = {
        {"2026-03-10T09:12", "SAME_DAY", .answer = "2026-03-10T17:00:00"},
        {"2026-03-10T15:00", "SAME_DAY", .answer = "2026-03-10T17:00:00"},
        {"2026-03-10T15:01", "SAME_DAY", .answer = "2026-03-11T17:00:00"},
        {"2026-11-23T15:30", "SAME_DAY", .answer = "2026-11-25T17:00:00"},
        {"2026-02-13T16:00", "SAME_DAY", .answer = "2026-02-23T17:00:00"},
        {"2026-02-12T10:00", "WORKING_DAYS 5", .answer = "2026-02-26T17:00:00"},
        {"2026-08-20T10:00", "WORKING_DAYS 3", .answer = "2026-08-24T17:00:00"},
        {"2026-08-28T10:00", "WORKING_DAYS 2", .answer = "2026-09-04T17:00:00"},
        {"2026-04-24T10:00", "WORKING_DAYS 3", .answer = "2026-05-04T17:00:00"},
        {"2026-11-20T10:00", "WORKING_DAYS 3", .answer = "2026-11-26T17:00:00"},
        {"2026-01-05T17:20", "WORKING_DAYS 1", .answer = "2026-01-06T17:00:00"},
        {"2026-01-10T09:00", "WORKING_DAYS 1", .answer = "2026-01-12T17:00:00"},
        {"2026-03-07T09:00", "WORKING_DAYS 1", .answer = "2026-03-09T17:00:00"},
        {"2026-03-10T16:00", "WORKING_HOURS 8", .answer = "2026-03-11T16:00:00"},
        {"2026-03-13T10:30", "WORKING_HOURS 4", .answer = "2026-03-13T16:00:00"},
        {"2026-03-10T12:10", "WORKING_HOURS 2", .answer = "2026-03-10T15:00:00"},
        {"2026-02-12T10:00", "CALENDAR_DAYS 5", .answer = "2026-02-23T17:00:00"},
        {"2026-03-02T10:00", "CALENDAR_DAYS 30", .answer = "2026-04-01T17:00:00"},
        {"2025-12-31T10:00", "WORKING_DAYS 6", .answer = "2026-01-10T17:00:00"},
        {"2026-01-30T10:00", "WORKING_DAYS 17", .answer = "2026-03-03T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void the_three_pause_vectors_of_the_domain_hold(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-03-02T09:00", "WORKING_DAYS 7", .answer = "2026-03-11T17:00:00"},
        {"2026-03-02T09:00", "WORKING_DAYS 7", .pauses = {{"2026-03-04T10:00", "2026-03-09T10:00"}},
         .answer = "2026-03-16T17:00:00"},
        {"2026-08-26T09:00", "WORKING_DAYS 5", .answer = "2026-09-07T17:00:00"},
        {"2026-08-26T09:00", "WORKING_DAYS 5", .pauses = {{"2026-08-28T10:00", "2026-09-04T10:00"}},
         .answer = "2026-09-09T17:00:00"},
        {"2026-03-10T08:00", "WORKING_HOURS 16", .answer = "2026-03-12T08:00:00"},
        {"2026-03-10T08:00", "WORKING_HOURS 16",
         .pauses = {{"2026-03-10T15:00", "2026-03-11T09:30"}}, .answer = "2026-03-12T13:30:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void the_cutoff_is_inclusive_and_applies_to_whom_it_should(void **state)
{
    static const struct due_case rows[] = {
        /* the second after the cut-off is late; after the last session it is too */
        {"2026-03-10T15:00:01", "SAME_DAY", .answer = "2026-03-11T17:00:00"},
        {"2026-03-10T16:59:59", "SAME_DAY", {"cutoff=none"}, .answer = "2026-03-10T17:00:00"},
        {"2026-03-10T17:00:00", "SAME_DAY", {"cutoff=none"}, .answer = "2026-03-11T17:00:00"},
        {"2026-03-10T05:00", "SAME_DAY", .answer = "2026-03-10T17:00:00"},
        {"2026-03-08T05:00", "SAME_DAY", .answer = "2026-03-09T17:00:00"},
        /* no cut-off by default for other limits, a given one is for all */
        {"2026-03-10T16:00", "WORKING_DAYS 1", .answer = "2026-03-11T17:00:00"},
        {"2026-03-10T16:00", "WORKING_DAYS 1", {"cutoff=15:00"}, .answer = "2026-03-12T17:00:00"},
        {"2026-03-10T15:00", "WORKING_DAYS 1", {"cutoff=15:00"}, .answer = "2026-03-11T17:00:00"},
        /* the next working day's first second */
        {"2026-03-10T16:00", "WORKING_HOURS 1", {"cutoff=15:00"}, .answer = "2026-03-11T08:30:00"},
        {"2026-03-10T16:00", "CALENDAR_DAYS 1", {"cutoff=15:00"}, .answer = "2026-03-12T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void a_rest_day_counts_from_there_or_from_the_next_working_day(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-03-07T09:00",
         "WORKING_DAYS 1",
         {"rest_day=count_from_next"},
         .answer = "2026-03-09T17:00:00"},
        {"2026-03-07T09:00",
         "WORKING_DAYS 1",
         {"rest_day=receive_next"},
         .answer = "2026-03-10T17:00:00"},
        /* a cut-off makes receive_next the default */
        {"2026-03-07T09:00", "WORKING_DAYS 1", {"cutoff=11:30"}, .answer = "2026-03-10T17:00:00"},
        {"2026-03-07T09:00",
         "WORKING_DAYS 1",
         {"cutoff=11:30", "rest_day=count_from_next"},
         .answer = "2026-03-09T17:00:00"},
        {"2026-03-07T09:00", "CALENDAR_DAYS 3", .answer = "2026-03-10T17:00:00"},
        {"2026-03-07T09:00",
         "CALENDAR_DAYS 3",
         {"rest_day=receive_next"},
         .answer = "2026-03-12T17:00:00"},
        {"2026-03-07T09:00",
         "WORKING_HOURS 1",
         {"rest_day=receive_next"},
         .answer = "2026-03-09T08:30:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void working_time_ends_at_the_end_of_a_session(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-03-10T07:30", "WORKING_HOURS 8", .answer = "2026-03-10T17:00:00"},
        {"2026-03-10T07:30", "WORKING_HOURS 4", .answer = "2026-03-10T11:30:00"},
        {"2026-03-10T07:30", "WORKING_SECONDS 14401", .answer = "2026-03-10T13:00:01"},
        {"2026-03-10T20:00", "WORKING_HOURS 0.01", .answer = "2026-03-11T07:30:36"},
        {"2026-03-10T10:00", "WORKING_DAYS 0.5", .answer = "2026-03-10T15:30:00"},
        {"2026-03-10T10:00", "WORKING_DAYS 1.25", .answer = "2026-03-11T13:30:00"},
        /* 2.00 is whole, so the hour plays no part */
        {"2026-03-10T10:00", "WORKING_DAYS 2.00", .answer = "2026-03-12T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

/* A day of 61 minutes: 0.01 of it is 36.6 s, which is 37 s; 0.02 is 73.2 s, which is 73 s. */
static void a_fraction_of_the_standard_day_is_rounded(void **state) /* */
{
    static const struct day_span short_day[] = {{27000, 30660}};
    static const struct due_case row = {"2026-03-10T07:30", "WORKING_DAYS 0.01",
                                        .answer = "2026-03-10T07:30:37"};
    static const struct due_case down = {"2026-03-11T00:00", "WORKING_DAYS 0.02",
                                         .answer = "2026-03-11T07:31:13"};
    struct office office;
    struct calendar calendar;
    void *block;

    (void)state;
    office_init(&office);
    office.row.spans = short_day;
    office.row.span_count = 1;
    block = calendar_make(&office.source, &calendar);
    due_case_check(&calendar, &row);
    due_case_check(&calendar, &down);
    free(block);
}

static void calendar_units_roll_forward_and_months_end_early(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-01-31T10:00", "CALENDAR_MONTHS 1", .answer = "2026-03-02T17:00:00"}, /* 28/2: Sat */
        {"2026-03-31T10:00", "CALENDAR_MONTHS 3", .answer = "2026-06-30T17:00:00"},
        {"2025-12-15T10:00", "CALENDAR_MONTHS 12", .answer = "2026-12-15T17:00:00"},
        {"2026-03-10T10:00", "CALENDAR_DAYS 4", .answer = "2026-03-16T17:00:00"},
        {"2026-08-20T10:00", "CALENDAR_DAYS 2", .answer = "2026-08-22T17:00:00"}, /* make-up day */
        {"2026-03-10T10:00", "CALENDAR_MONTHS 100000", .answer = "calendar_range"},
        {"2026-03-10T10:00", "CALENDAR_DAYS 100000", .answer = "calendar_range"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void none_is_none_whatever_calendar_and_pauses(void **state) /* */
{
    static const struct due_case rows[] = {
        {"1950-01-01T00:00", "NONE", .answer = "none"},
        {"2026-03-10T10:00", "NONE", .pauses = {{"2026-03-11T10:00", NULL}}, .answer = "none"},
        {"2026-03-10T10:00", "NONE", .pauses = {{"2026-03-09T10:00", NULL}},
         .answer = "pause_before_receipt"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void the_first_faulty_pause_as_written_decides(void **state) /* */
{
    static const struct due_case rows[] = {
        {"1950-01-01T00:00", "SAME_DAY", .pauses = {{"1950-01-02T00:00", "1950-01-01T00:00"}},
         .answer = "pause_order"}, /* before calendar_range */
        {"2026-03-10T10:00", "SAME_DAY",
         .pauses = {{"2026-03-09T10:00", "2026-03-11T10:00"},
                    {"2026-03-12T10:00", "2026-03-11T10:00"}},
         .answer = "pause_before_receipt"},
        {"2026-03-10T10:00", "SAME_DAY",
         .pauses = {{"2026-03-12T10:00", "2026-03-11T10:00"},
                    {"2026-03-09T10:00", "2026-03-11T10:00"}},
         .answer = "pause_order"},
        {"2026-03-10T10:00", "SAME_DAY", .pauses = {{"2026-03-09T10:00", "2026-03-08T10:00"}},
         .answer = "pause_order"}, /* both faults in one */
        {"2026-03-10T10:00", "SAME_DAY", .pauses = {{"2026-03-10T10:00", "2026-03-10T10:00"}},
         .answer = "2026-03-10T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void pauses_are_merged_and_no_date_counts_twice(void **state) /* */
{
    static const struct due_case rows[] = {
        /* one date: adds nothing */
        {"2026-03-10T10:00", "WORKING_DAYS 2", .pauses = {{"2026-03-11T08:00", "2026-03-11T16:00"}},
         .answer = "2026-03-12T17:00:00"},
        /* overlapping, out of order: 12, 13, 16 March are added once */
        {"2026-03-10T10:00", "WORKING_DAYS 2",
         .pauses = {{"2026-03-12T08:00", "2026-03-16T08:00"},
                    {"2026-03-11T08:00", "2026-03-13T08:00"}},
         .answer = "2026-03-17T17:00:00"},
        /* two pauses of one Thursday, the second to Friday: Friday is added once */
        {"2026-03-10T10:00", "WORKING_DAYS 3",
         .pauses = {{"2026-03-12T08:00", "2026-03-12T09:00"},
                    {"2026-03-12T10:00", "2026-03-13T08:00"}},
         .answer = "2026-03-16T17:00:00"},
        /* hours: the union, 08:00-10:00 */
        {"2026-03-10T07:30", "WORKING_HOURS 4",
         .pauses = {{"2026-03-10T09:00", "2026-03-10T10:00"},
                    {"2026-03-10T08:00", "2026-03-10T09:30"}},
         .answer = "2026-03-10T15:00:00"},
        /* a date before the base date of a moved receipt adds nothing */
        {"2026-03-10T16:00",
         "WORKING_DAYS 1",
         {"cutoff=15:00"},
         .pauses = {{"2026-03-10T16:30", "2026-03-11T09:00"}},
         .answer = "2026-03-12T17:00:00"},
        {"2026-03-10T16:00",
         "WORKING_HOURS 1",
         {"cutoff=15:00"},
         .pauses = {{"2026-03-10T16:30", "2026-03-11T08:00"}},
         .answer = "2026-03-11T09:00:00"},
        /* calendar units: every date of the pause, before rolling: 14 + 3 = 17 March */
        {"2026-03-10T10:00", "CALENDAR_DAYS 4",
         .pauses = {{"2026-03-12T08:00", "2026-03-15T08:00"}}, .answer = "2026-03-17T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void a_due_date_never_lies_inside_a_pause(void **state) /* */
{
    static const struct due_case rows[] = {
        /* Friday's due date, paused till Saturday: no working day is added, but Monday it is */
        {"2026-03-12T10:00", "WORKING_DAYS 1", .pauses = {{"2026-03-13T08:00", "2026-03-14T08:00"}},
         .answer = "2026-03-16T17:00:00"},
        /* and a second pause adds its own days to Friday, not to Monday */
        {"2026-03-12T10:00", "WORKING_DAYS 1",
         .pauses = {{"2026-03-13T08:00", "2026-03-14T08:00"},
                    {"2026-03-15T08:00", "2026-03-18T08:00"}},
         .answer = "2026-03-18T17:00:00"},
        /* due on the date of rolling, 16 March; 14 + 2 = 16 < 18 */
        {"2026-03-10T10:00", "CALENDAR_DAYS 4",
         .pauses = {{"2026-03-16T08:00", "2026-03-18T08:00"}}, .answer = "2026-03-18T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void nothing_is_paused_after_the_due_date(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-03-10T10:00", "WORKING_DAYS 1", .pauses = {{"2026-03-12T00:00", NULL}},
         .answer = "2026-03-11T17:00:00"},
        /* on the due date itself, even after its end, there is something to pause */
        {"2026-03-10T10:00", "WORKING_DAYS 1", .pauses = {{"2026-03-11T23:59:59", NULL}},
         .answer = "paused"},
        {"2026-03-10T08:00", "WORKING_HOURS 1", .pauses = {{"2026-03-10T09:00", NULL}},
         .answer = "2026-03-10T09:00:00"},
        {"2026-03-10T08:00", "WORKING_HOURS 1", .pauses = {{"2026-03-10T08:59:59", NULL}},
         .answer = "paused"},
        /* all later ones are ignored with it; an open one swallows what it touches */
        {"2026-03-10T08:00", "WORKING_HOURS 1",
         .pauses = {{"2026-03-10T09:30", NULL}, {"2026-03-10T08:30", "2026-03-10T09:30"}},
         .answer = "paused"},
        {"2026-03-10T08:00", "WORKING_HOURS 1",
         .pauses = {{"2026-03-10T11:00", NULL}, {"2026-03-10T08:30", "2026-03-10T09:30"}},
         .answer = "2026-03-10T10:00:00"},
        /* out of the calendar, but ignored */
        {"2026-03-10T08:00", "SAME_DAY", .pauses = {{"2150-01-01T00:00", "2150-01-02T00:00"}},
         .answer = "2026-03-10T17:00:00"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void leaving_the_calendar_is_an_error_and_ends(void **state)
{
    static const struct due_case rows[] = {
        {"2025-06-30T10:00", "SAME_DAY", .answer = "calendar_range"},
        {"2028-01-01T10:00", "SAME_DAY", .answer = "calendar_range"},
        {"2027-12-31T10:00", "SAME_DAY", .answer = "2027-12-31T17:00:00!"},
        {"2027-12-31T15:30", "SAME_DAY", .answer = "calendar_range"},
        {"2027-12-30T10:00", "WORKING_DAYS 2", .answer = "calendar_range"},
        {"2027-12-31T09:00", "WORKING_SECONDS 23400", .answer = "2027-12-31T17:00:00!"},
        {"2027-12-31T09:00", "WORKING_SECONDS 23401", .answer = "calendar_range"},
        {"2026-03-10T09:00", "WORKING_SECONDS 1000000000000", .answer = "calendar_range"},
        {"2026-03-10T09:00", "WORKING_DAYS 1", .pauses = {{"2026-03-11T00:00", "2199-12-31T00:00"}},
         .answer = "calendar_range"},
        {"2026-03-10T09:00", "WORKING_HOURS 9",
         .pauses = {{"2026-03-11T00:00", "2199-12-31T00:00"}}, .answer = "calendar_range"},
        /* an error reached first is the answer, an open pause or not */
        {"2027-12-31T09:00", "WORKING_DAYS 1", .pauses = {{"2027-12-31T10:00", NULL}},
         .answer = "calendar_range"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void an_unconfirmed_year_on_the_way_is_told(void **state) /* */
{
    static const struct due_case rows[] = {
        {"2026-12-30T10:00", "WORKING_DAYS 1", .answer = "2026-12-31T17:00:00"},
        {"2026-12-30T10:00", "WORKING_DAYS 2", .answer = "2027-01-04T17:00:00!"},
        {"2027-03-10T10:00", "WORKING_HOURS 1", .answer = "2027-03-10T11:00:00!"},
    };

    (void)state;
    due_cases_check(rows, COUNT(rows));
}

static void policies_are_read_or_refused(void **state) /* */
{
    static const char *const bad[] = {"",
                                      "cutoff",
                                      "cutoff=",
                                      "cutoff=24:00",
                                      "cutoff=15:60",
                                      "cutoff=9:00",
                                      "cutoff=15:00 ",
                                      "cutoff=None",
                                      "rest_day=",
                                      "rest_day=receive_nex",
                                      "holiday=none"};
    struct deadline_policy policy = {.cutoff = CUTOFF_DEFAULT};

    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_int_equal(deadline_policy_set(&policy, bad[i], strlen(bad[i])), ERR_BAD_VALUE);
    assert_int_equal(policy.cutoff, CUTOFF_DEFAULT);
    assert_int_equal(policy.rest_day, REST_DAY_DEFAULT);
    assert_int_equal(deadline_policy_set(&policy, "cutoff=16:45", 12), ERR_OK);
    assert_int_equal(policy.cutoff_second, 60300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_twenty_vectors_of_the_domain_hold),
        cmocka_unit_test(the_three_pause_vectors_of_the_domain_hold),
        cmocka_unit_test(the_cutoff_is_inclusive_and_applies_to_whom_it_should),
        cmocka_unit_test(a_rest_day_counts_from_there_or_from_the_next_working_day),
        cmocka_unit_test(working_time_ends_at_the_end_of_a_session),
        cmocka_unit_test(a_fraction_of_the_standard_day_is_rounded),
        cmocka_unit_test(calendar_units_roll_forward_and_months_end_early),
        cmocka_unit_test(none_is_none_whatever_calendar_and_pauses),
        cmocka_unit_test(the_first_faulty_pause_as_written_decides),
        cmocka_unit_test(pauses_are_merged_and_no_date_counts_twice),
        cmocka_unit_test(a_due_date_never_lies_inside_a_pause),
        cmocka_unit_test(nothing_is_paused_after_the_due_date),
        cmocka_unit_test(leaving_the_calendar_is_an_error_and_ends),
        cmocka_unit_test(an_unconfirmed_year_on_the_way_is_told),
        cmocka_unit_test(policies_are_read_or_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
