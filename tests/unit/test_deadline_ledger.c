/* Rules checked. */
#include "domain/deadline_ledger.h"

#include "support/due_case.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { STRETCHES = 16 };

/* A stretch as a test writes it: where it ends, why, what it counted. */
struct expected {
    const char *to;
    const char *reason;
    int64_t counted;
};

struct recorder {
    struct stretch stretches[STRETCHES];
    size_t count;
};

static void record(void *context, const struct stretch *stretch)
{
    struct recorder *recorder = context;

    assert_true(recorder->count < STRETCHES);
    recorder->stretches[recorder->count++] = *stretch;
}

/* Check the ledger of a case: no gap from receipt on, running totals, and each stretch. */
static void check_ledger(const struct due_case *row, const struct expected *expected, size_t count)
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);
    struct pause pauses[DUE_CASE_PAUSES];
    const struct deadline_request request = due_case_request(row, pauses);
    struct recorder recorder = {.count = 0};
    const struct stretch_visitor visitor = {record, &recorder};
    struct deadline deadline;
    struct instant at = request.received;
    int64_t total = 0;

    assert_int_equal(deadline_compute(&calendar, &request, &deadline), ERR_OK);
    deadline_explain(&calendar, &request, &deadline, &visitor);
    for (size_t i = 0; i < recorder.count && i < count; i++) {
        const struct stretch *stretch = &recorder.stretches[i];

        assert_string_equal(stretch_reason_name(stretch->reason), expected[i].reason);
        assert_int_equal(instant_seconds(stretch->from), instant_seconds(at));
        assert_int_equal(stretch->open, expected[i].to == NULL);
        if (expected[i].to)
            assert_int_equal(instant_seconds(stretch->to),
                             instant_seconds(instant_at(expected[i].to)));
        total += expected[i].counted;
        assert_int_equal(stretch->counted, expected[i].counted);
        assert_int_equal(stretch->total, total);
        at = stretch->to;
    }
    assert_int_equal(recorder.count, count);
    free(block);
}

static void a_time_limit_shows_sessions_nights_and_the_pause(void **state) /* */
{
    static const struct due_case row = {.received = "2026-08-21T15:30",
                                        .limit = "WORKING_HOURS 7",
                                        .pauses = {{"2026-08-22T08:00", "2026-08-22T14:00"},
                                                   {"2026-08-22T13:30", "2026-08-22T15:00"}}};
    static const struct expected expected[] = {
        {"2026-08-21T17:00", "session", 5400},     {"2026-08-22T07:30", "night", 0},
        {"2026-08-22T08:00", "make_up_day", 1800}, {"2026-08-22T15:00", "pause", 0},
        {"2026-08-22T17:00", "make_up_day", 7200}, {"2026-08-23T00:00", "night", 0},
        {"2026-08-24T00:00", "weekly_rest", 0},    {"2026-08-24T07:30", "night", 0},
        {"2026-08-24T10:30", "session", 10800},
    };

    (void)state;
    check_ledger(&row, expected, COUNT(expected));
}

static void pauses_that_touch_are_one_stretch(void **state) /* */
{
    static const struct due_case row = {.received = "2026-03-10T08:00",
                                        .limit = "WORKING_HOURS 2",
                                        .pauses = {{"2026-03-10T09:00", "2026-03-10T10:00"},
                                                   {"2026-03-10T10:00", "2026-03-10T10:30"}}};
    static const struct expected expected[] = {
        {"2026-03-10T09:00", "session", 3600},
        {"2026-03-10T10:30", "pause", 0},
        {"2026-03-10T11:30", "session", 3600},
    };

    (void)state;
    check_ledger(&row, expected, COUNT(expected));
}

static void a_moved_receipt_names_the_policy(void **state) /* */
{
    static const struct due_case late = {
        .received = "2026-08-28T15:30", .limit = "WORKING_HOURS 5", .policies = {"cutoff=15:00"}};
    static const struct expected late_expected[] = {
        {"2026-09-03T07:30", "moved_by_cutoff", 0},
        {"2026-09-03T11:30", "session", 14400},
        {"2026-09-03T13:00", "lunch", 0},
        {"2026-09-03T14:00", "session", 3600},
    };
    static const struct due_case rest = {.received = "2026-03-07T09:00",
                                         .limit = "WORKING_DAYS 1",
                                         .policies = {"rest_day=receive_next"}};
    static const struct expected rest_expected[] = {
        {"2026-03-09T07:30", "moved_by_rest_day", 0},
        {"2026-03-10T00:00", "day_of_receipt", 0},
        {"2026-03-10T17:00", "working_day", 1},
    };
    static const struct due_case same_day = {.received = "2026-03-10T15:01", .limit = "SAME_DAY"};
    static const struct expected same_day_expected[] = {
        {"2026-03-11T00:00", "moved_by_cutoff", 0},
        {"2026-03-11T17:00", "working_day", 1},
    };

    (void)state;
    check_ledger(&late, late_expected, COUNT(late_expected));
    check_ledger(&rest, rest_expected, COUNT(rest_expected));
    check_ledger(&same_day, same_day_expected, COUNT(same_day_expected));
}

static void a_day_limit_counts_its_days(void **state) /* */
{
    static const struct due_case row = {.received = "2026-08-21T10:00",
                                        .limit = "WORKING_DAYS 2",
                                        .pauses = {{"2026-08-24T10:00", "2026-08-25T10:00"}}};
    static const struct expected expected[] = {
        {"2026-08-22T00:00", "day_of_receipt", 0}, {"2026-08-23T00:00", "make_up_day", 1},
        {"2026-08-24T00:00", "weekly_rest", 0},    {"2026-08-25T00:00", "working_day", 1},
        {"2026-08-25T17:00", "pause", 0},
    };
    static const struct due_case same_day = {.received = "2026-03-13T10:00",
                                             .limit = "SAME_DAY",
                                             .pauses = {{"2026-03-13T11:00", "2026-03-14T10:00"}}};
    static const struct expected same_day_expected[] = {
        {"2026-03-14T00:00", "working_day", 1},
        {"2026-03-16T00:00", "weekly_rest", 0},
        {"2026-03-16T17:00", "rolled", 0},
    };

    (void)state;
    check_ledger(&row, expected, COUNT(expected));
    check_ledger(&same_day, same_day_expected, COUNT(same_day_expected));
}

static void a_calendar_limit_counts_rest_days_and_rolls(void **state) /* */
{
    static const struct due_case row = {.received = "2026-04-28T10:00", .limit = "CALENDAR_DAYS 2"};
    static const struct expected expected[] = {
        {"2026-04-29T00:00", "day_of_receipt", 0}, {"2026-04-30T00:00", "calendar_day", 1},
        {"2026-05-01T00:00", "calendar_day", 1},   {"2026-05-02T00:00", "day_off", 0},
        {"2026-05-04T00:00", "weekly_rest", 0},    {"2026-05-04T17:00", "rolled", 0},
    };

    (void)state;
    check_ledger(&row, expected, COUNT(expected));
}

static void an_open_pause_is_the_last_stretch(void **state)
{
    static const struct due_case hours = {.received = "2026-03-10T08:00",
                                          .limit = "WORKING_HOURS 2",
                                          .pauses = {{"2026-03-10T09:00", NULL}}};
    static const struct expected hours_expected[] = {
        {"2026-03-10T09:00", "session", 3600},
        {NULL, "pause", 0},
    };
    static const struct due_case days = {.received = "2026-03-10T08:00",
                                         .limit = "WORKING_DAYS 2",
                                         .pauses = {{"2026-03-11T09:00", NULL}}};
    static const struct expected days_expected[] = {
        {"2026-03-11T00:00", "day_of_receipt", 0},
        {"2026-03-12T00:00", "working_day", 1},
        {NULL, "pause", 0},
    };
    static const struct due_case none = {.received = "2026-03-10T08:00", .limit = "NONE"};

    (void)state;
    check_ledger(&hours, hours_expected, COUNT(hours_expected));
    check_ledger(&days, days_expected, COUNT(days_expected));
    check_ledger(&none, hours_expected, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_time_limit_shows_sessions_nights_and_the_pause),
        cmocka_unit_test(pauses_that_touch_are_one_stretch),
        cmocka_unit_test(a_moved_receipt_names_the_policy),
        cmocka_unit_test(a_day_limit_counts_its_days),
        cmocka_unit_test(a_calendar_limit_counts_rest_days_and_rolls),
        cmocka_unit_test(an_open_pause_is_the_last_stretch),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
