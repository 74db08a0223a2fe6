/* Rules checked: R-121 R-125 R-131 R-943. */
#include "support/played_office.h"

#include "usecase/report_queue.h"

static struct played_office played;
static struct report_queue report;

enum { MORNING = 8 * 3600, A = 0, B = 1 };

static int open_office(void **state)
{
    (void)state;
    played_open(&played);
    played_set_counter(&played, MORNING, "1", "open");
    played_set_counter(&played, MORNING, "2", "open");
    memset(&report, 0, sizeof report);
    report.date = played.date;
    report.days = 1;
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    played_close(&played);
    played_remove(&played);
    return 0;
}

static enum err make_report(void)
{
    return played_run(&played, &report.command, "", report_queue_run, false);
}

static void expect_counts(const struct queue_report_row *row, int issued, int served, int no_show,
                          int cancelled, int waiting)
{
    assert_int_equal(row->issued, issued);
    assert_int_equal(row->served, served);
    assert_int_equal(row->no_show, no_show);
    assert_int_equal(row->cancelled, cancelled);
    assert_int_equal(row->waiting, waiting);
}

static void expect_times(const struct queue_times *times, int count, int median_s, int p90_s,
                         int longest_s)
{
    assert_int_equal(times->count, count);
    assert_int_equal(times->median_s, median_s);
    assert_int_equal(times->p90_s, p90_s);
    assert_int_equal(times->longest_s, longest_s);
}

static void an_empty_day_has_rows_of_zeros(void **state)
{
    (void)state;
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.total, 0, 0, 0, 0, 0);
    expect_times(&report.rows[A].wait, 0, 0, 0, 0);
}

/* Ten people at once, served one after the other for 100, 200 ... 1000 s: the waits are 0, 100,
 * 300, 600, 1000, 1500, 2100, 2800, 3600, 4500; ranks 5 and 9 of ten are median and p90. */
static void times_are_nearest_rank_values(void **state)
{
    (void)state;
    int32_t second = MORNING;

    for (int i = 0; i < 10; i++)
        played_issue(&played, second, "A", "P0");
    for (int i = 1; i <= 10; i++) {
        played_serve(&played, second, "1", 100 * i);
        second += 100 * i;
    }
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.rows[A], 10, 10, 0, 0, 0);
    expect_times(&report.rows[A].wait, 10, 1000, 3600, 4500);
    expect_times(&report.rows[A].service, 10, 500, 900, 1000);
    assert_int_equal(report.rows[A].wait.within_15_min, 4);
    expect_times(&report.rows[B].wait, 0, 0, 0, 0);
    expect_times(&report.total.wait, 10, 1000, 3600, 4500);
}

static void a_wait_of_exactly_15_minutes_is_within_them(void **state)
{
    (void)state;
    played_issue(&played, MORNING, "A", "P0");
    played_issue(&played, MORNING, "A", "P0");
    played_serve(&played, MORNING + 900, "1", 1);
    played_serve(&played, MORNING + 901, "1", 1);
    assert_int_equal(make_report(), ERR_OK);
    assert_int_equal(report.rows[A].wait.within_15_min, 1);
}

/* Called at +60, not there: the wait counts, there is no service. One is cancelled, one waits. */
static void what_became_of_each_is_counted_apart(void **state)
{
    (void)state;
    const int64_t absent = played_issue(&played, MORNING, "A", "P0");
    const int64_t gone = played_issue(&played, MORNING, "A", "P0");

    played_issue(&played, MORNING, "A", "P0");
    assert_int_equal(played_next(&played, MORNING + 60, "1"), absent);
    played_move(&played, MORNING + 90, "1", VERB_NO_SHOW, absent, "");
    played_move(&played, MORNING + 95, "", VERB_CANCEL, gone, "");
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.rows[A], 3, 0, 1, 1, 1);
    expect_times(&report.rows[A].wait, 1, 60, 60, 60);
    expect_times(&report.rows[A].service, 0, 0, 0, 0);
}

/* Issued for A, called at +60, sent on to B, called there at +400: one row, the first call. */
static void a_transferred_ticket_stands_where_it_was_for_last(void **state)
{
    (void)state;
    const int64_t ticket = played_issue(&played, MORNING, "A", "P0");

    assert_int_equal(played_next(&played, MORNING + 60, "1"), ticket);
    played_move(&played, MORNING + 100, "1", VERB_TRANSFER, ticket, "B");
    assert_int_equal(played_serve(&played, MORNING + 400, "2", 50), ticket);
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.rows[A], 0, 0, 0, 0, 0);
    expect_counts(&report.rows[B], 1, 1, 0, 0, 0);
    expect_times(&report.rows[B].wait, 1, 60, 60, 60);
    expect_times(&report.rows[B].service, 1, 50, 50, 50);
    expect_counts(&report.total, 1, 1, 0, 0, 0);
}

static void another_day_and_another_site_are_not_counted(void **state)
{
    (void)state;
    played_issue(&played, MORNING, "A", "P0");
    report.date = date_plus(played.date, 1);
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.total, 0, 0, 0, 0, 0);
    snprintf(report.site, sizeof report.site, "XX");
    assert_int_equal(make_report(), ERR_BAD_PARAMETER);
}

/* 8:00 and 8:29:59 are one half hour, 8:30 is the next; who was called later still counts there. */
static void a_ticket_counts_in_the_half_hour_of_its_issue(void **state)
{
    const struct queue_report_row *half_hours = report.half_hours;
    int issued = 0, served = 0;

    (void)state;
    played_issue(&played, MORNING, "A", "P0");
    played_issue(&played, MORNING + 1799, "A", "P0");
    played_issue(&played, MORNING + 1800, "A", "P0");
    played_serve(&played, MORNING + 2000, "1", 60);
    played_serve(&played, MORNING + 2100, "1", 60);
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&half_hours[16], 2, 2, 0, 0, 0);
    expect_times(&half_hours[16].wait, 2, 301, 2000, 2000);
    expect_counts(&half_hours[17], 1, 0, 0, 0, 1);
    for (int i = 0; i < HALF_HOURS; i++) {
        issued += half_hours[i].issued;
        served += half_hours[i].served;
    }
    assert_int_equal(issued, report.total.issued);
    assert_int_equal(served, report.total.served);
    assert_int_equal(report.days_used, 1);
}

static void several_days_are_taken_together(void **state)
{
    (void)state;
    played_issue(&played, MORNING, "A", "P0");
    report.date = date_plus(played.date, 3);
    report.days = 3;
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.total, 0, 0, 0, 0, 0);
    assert_int_equal(report.days_used, 0);
    report.days = 4;
    assert_int_equal(make_report(), ERR_OK);
    expect_counts(&report.half_hours[16], 1, 0, 0, 0, 1);
    assert_int_equal(report.days_used, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_empty_day_has_rows_of_zeros, open_office, close_office),
        cmocka_unit_test_setup_teardown(times_are_nearest_rank_values, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_wait_of_exactly_15_minutes_is_within_them, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(what_became_of_each_is_counted_apart, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_transferred_ticket_stands_where_it_was_for_last,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(another_day_and_another_site_are_not_counted, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_ticket_counts_in_the_half_hour_of_its_issue, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(several_days_are_taken_together, open_office, close_office),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
