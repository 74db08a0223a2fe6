/*
 * Rules checked: R-301 R-303 R-304 R-305 R-306 R-308 R-309 R-311.
 *
 * The golden example of domain 5.2, the cases 62-69 of the cases page, and what a report of the
 * past must not know. Expected figures are worked out from the text.
 */
#include "support/report_scene.h"

static struct scene scene;

static int open_scene(void **state)
{
    (void)state;
    scene_make(&scene, "2026-05-20 09:00:00");
    return 0;
}

static int close_scene(void **state)
{
    (void)state;
    scene_remove(&scene);
    return 0;
}

static void put(struct planned planned)
{
    scene_put(&scene, &planned, 1);
}

static void put_many(struct planned planned, int count)
{
    for (int i = 0; i < count; i++)
        put(planned);
}

/* carried over, online, other; early, on time, late; open in time, overdue */
static void expect_row(const struct indicator_row *row, const int64_t expected[8])
{
    const int64_t found[] = {row->carried_over, row->received_online, row->received_other,
                             row->early,        row->on_time,         row->late,
                             row->open_in_time, row->open_overdue};

    for (int i = 0; i < 8; i++)
        if (found[i] != expected[i])
            fail_msg("column %d: %lld, expected %lld", i, (long long)found[i],
                     (long long)expected[i]);
}

#define EXPECT_ROW(row, ...) expect_row(row, (const int64_t[]){__VA_ARGS__})

static const struct indicator_row *total(const char *from, const char *to)
{
    return &scene_report(&scene, from, to, REPORT_BY_FIELD)->total;
}

/* ---- the row --------------------------------------------------------------------------------- */

/* April: 4 open from before; 30 online and 70 direct; 60 early, 30 on the day, 2 late; 11 open in
 * time, 1 overdue. Of the 104, 92 ended. */
static void the_golden_example_of_the_domain(void **state)
{
    const struct instant early = when("2026-04-03 09:00:00");

    (void)state;
    put_many((struct planned){.accepted = when("2026-03-31 16:00:00"),
                              .ended = when("2026-04-02 09:00:00"),
                              .verdict = VERDICT_EARLY},
             4);
    put_many((struct planned){.channel = CHANNEL_ONLINE,
                              .accepted = when("2026-04-01 08:00:00"),
                              .ended = early,
                              .verdict = VERDICT_EARLY},
             30);
    put_many((struct planned){.accepted = when("2026-04-01 08:00:00"),
                              .ended = early,
                              .verdict = VERDICT_EARLY},
             26);
    put_many((struct planned){.channel = CHANNEL_POST,
                              .accepted = when("2026-04-01 08:00:00"),
                              .ended = when("2026-04-08 16:00:00"),
                              .verdict = VERDICT_ON_TIME},
             30);
    put_many((struct planned){.accepted = when("2026-04-01 08:00:00"),
                              .ended = when("2026-04-09 08:00:00"),
                              .verdict = VERDICT_LATE},
             2);
    put_many((struct planned){.accepted = when("2026-04-29 08:00:00")}, 11); /* due 8 May */
    put((struct planned){.accepted = when("2026-04-20 08:00:00")});          /* due 27 April */
    const struct report_on_time *report =
        scene_report(&scene, "2026-04-01", "2026-04-30", REPORT_BY_FIELD);
    EXPECT_ROW(&report->total, 4, 30, 70, 60, 30, 2, 11, 1);
    assert_int_equal(report->groups.count, 1);
    assert_string_equal(report->groups.rows[0]->key, "Hộ tịch");
    assert_string_equal(report->groups.rows[0]->name, "Hộ tịch");
    EXPECT_ROW(&report_on_time_row(report, 0)->counts, 4, 30, 70, 60, 30, 2, 11, 1);
    assert_true(report->span.complete);
    /* what is open at the end is carried over into the next period */
    assert_int_equal(total("2026-05-01", "2026-05-10")->carried_over, 12);
}

static void a_centre_without_dossiers_has_no_rows_and_no_rate(void **state)
{
    (void)state;
    const struct report_on_time *report =
        scene_report(&scene, "2026-04-01", "2026-04-30", REPORT_BY_FIELD);
    int64_t value;

    assert_int_equal(report->groups.count, 0);
    EXPECT_ROW(&report->total, 0, 0, 0, 0, 0, 0, 0, 0);
    assert_false(rate_value(indicator_rate(&report->total), &value)); /* case 67: "–" */
}

/* Case 68. */
static void midnight_of_the_first_day_is_counted_once(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-04-13 00:00:00"),
                         .ended = when("2026-04-20 00:00:00"),
                         .verdict = VERDICT_ON_TIME});
    EXPECT_ROW(total("2026-04-06", "2026-04-12"), 0, 0, 0, 0, 0, 0, 0, 0);
    EXPECT_ROW(total("2026-04-13", "2026-04-19"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-20", "2026-04-26"), 1, 0, 0, 0, 1, 0, 0, 0);
    EXPECT_ROW(total("2026-04-27", "2026-05-03"), 0, 0, 0, 0, 0, 0, 0, 0);
}

/* ---- open: in time or overdue ---------------------------------------------------------------- */

/* Case 63: 5 working days from Monday the 13th, due Monday the 20th. */
static void due_today_is_not_overdue_today(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-04-13 08:00:00")});
    EXPECT_ROW(total("2026-04-13", "2026-04-20"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-13", "2026-04-21"), 0, 0, 1, 0, 0, 0, 0, 1);
}

/* Case 62: 8 working hours from Tuesday 09:00 end on Wednesday at 09:00. */
static void the_due_second_itself_is_in_time_and_the_next_is_not(void **state)
{
    (void)state;
    put((struct planned){.limit = "WORKING_HOURS 8", .accepted = when("2026-05-19 09:00:00")});
    EXPECT_ROW(total("2026-05-18", "2026-05-24"), 0, 0, 1, 0, 0, 0, 1, 0);
    assert_false(scene.report.span.complete);
    assert_int_equal(scene.report.span.at.ms, when("2026-05-20 09:00:00").ms);
    office_set_time(&scene.office, when("2026-05-20 09:00:01"));
    EXPECT_ROW(total("2026-05-18", "2026-05-24"), 0, 0, 1, 0, 0, 0, 0, 1);
}

/* Case 64. */
static void a_result_not_collected_is_resolved_and_never_overdue(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-04-01 08:00:00"),
                         .ended = when("2026-04-08 08:00:00"),
                         .verdict = VERDICT_ON_TIME});
    EXPECT_ROW(total("2026-04-01", "2026-05-10"), 0, 0, 1, 0, 1, 0, 0, 0);
    EXPECT_ROW(total("2026-05-01", "2026-05-10"), 0, 0, 0, 0, 0, 0, 0, 0);
}

/* Case 65; the second pause, begun after the due date, does not count. */
static void a_paused_dossier_is_in_time_unless_it_was_overdue_before(void **state)
{
    (void)state;
    put((struct planned){
        .accepted = when("2026-04-01 08:00:00"),
        .pauses = {{.kind = PAUSE_SUPPLEMENT, .from = when("2026-04-08 16:00:00"), .open = true}},
        .pause_count = 1});
    EXPECT_ROW(total("2026-04-01", "2026-05-10"), 0, 0, 1, 0, 0, 0, 1, 0);
    put((struct planned){
        .accepted = when("2026-04-01 08:00:00"),
        .pauses = {{.kind = PAUSE_SUPPLEMENT, .from = when("2026-04-09 08:00:00"), .open = true}},
        .pause_count = 1});
    EXPECT_ROW(total("2026-04-01", "2026-05-10"), 0, 0, 2, 0, 0, 0, 1, 1);
}

static void without_a_limit_nothing_is_overdue(void **state)
{
    (void)state;
    put((struct planned){.limit = "NONE", .accepted = when("2026-04-01 08:00:00")});
    EXPECT_ROW(total("2026-04-01", "2026-05-10"), 0, 0, 1, 0, 0, 0, 1, 0);
}

/* SAME_DAY with a cut-off at 10:00: received at 10:00:01 it is due the next working day. */
static void the_cutoff_of_the_procedure_counts(void **state)
{
    (void)state;
    put((struct planned){
        .limit = "SAME_DAY", .cutoff_s = 10 * 3600, .accepted = when("2026-04-14 10:00:01")});
    put((struct planned){
        .limit = "SAME_DAY", .cutoff_s = 10 * 3600, .accepted = when("2026-04-14 10:00:00")});
    EXPECT_ROW(total("2026-04-14", "2026-04-14"), 0, 0, 2, 0, 0, 0, 2, 0);
    EXPECT_ROW(total("2026-04-14", "2026-04-15"), 0, 0, 2, 0, 0, 0, 1, 1);
}

/* ---- the past as it was ---------------------------------------------------------------------- */

/* Due on the 20th, paused from that day on until the 28th: P holds 21-24, 27 and 28, six working
 * days, so that it is due on the 28th. */
static void a_pause_is_not_known_before_it_begins(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-04-13 08:00:00"),
                         .pauses = {{.kind = PAUSE_PAYMENT,
                                     .from = when("2026-04-20 10:00:00"),
                                     .to = when("2026-04-28 10:00:00")}},
                         .pause_count = 1});
    EXPECT_ROW(total("2026-04-13", "2026-04-19"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-13", "2026-04-27"), 0, 0, 1, 0, 0, 0, 1, 0); /* open then */
    EXPECT_ROW(total("2026-04-13", "2026-04-28"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-13", "2026-04-29"), 0, 0, 1, 0, 0, 0, 0, 1);
}

static void a_dossier_that_ended_later_was_open_then(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-04-13 08:00:00"),
                         .ended = when("2026-04-23 08:00:00"),
                         .verdict = VERDICT_LATE});
    EXPECT_ROW(total("2026-04-13", "2026-04-20"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-13", "2026-04-22"), 0, 0, 1, 0, 0, 0, 0, 1);
    EXPECT_ROW(total("2026-04-13", "2026-04-23"), 0, 0, 1, 0, 0, 1, 0, 0);
}

/* Accepted under version 1 on 6 April, 15 working days: due the 27th. Version 2, known from 10
 * April 09:00 on, takes the 27th off: due the 28th. Version 3, known from the last second of 20
 * April, gives it back: due the 27th again. */
static void the_later_of_two_calendars_counts_as_of_the_end_of_the_period(void **state)
{
    (void)state;
    put((struct planned){.limit = "WORKING_DAYS 15", .accepted = when("2026-04-06 08:00:00")});
    EXPECT_ROW(total("2026-04-06", "2026-04-27"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-06", "2026-04-28"), 0, 0, 1, 0, 0, 0, 0, 1);
    /* accepted under version 2 it keeps the day that version 2 gave */
    put((struct planned){
        .limit = "WORKING_DAYS 10", .calendar = 2, .accepted = when("2026-04-13 08:00:00")});
    EXPECT_ROW(total("2026-04-13", "2026-04-28"), 1, 0, 1, 0, 0, 0, 1, 1);
    EXPECT_ROW(total("2026-04-13", "2026-04-29"), 1, 0, 1, 0, 0, 0, 0, 2);
}

/* 9 working days from Friday 17 April: due on Monday 4 May by version 1. Version 3 takes that day
 * off: due on the 5th. */
static void an_amendment_gives_time_to_what_is_open(void **state)
{
    (void)state;
    put((struct planned){.limit = "WORKING_DAYS 9", .accepted = when("2026-04-17 08:00:00")});
    EXPECT_ROW(total("2026-04-17", "2026-05-05"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-17", "2026-05-06"), 0, 0, 1, 0, 0, 0, 0, 1);
}

/* 5 working days from 28 April, by version 3: due on Friday 8 May. The closure of that day was
 * known from the last second of Monday the 11th on: then it is due on that Monday. */
static void an_amendment_is_known_from_the_second_in_which_it_was_entered(void **state)
{
    (void)state;
    put((struct planned){.calendar = 3, .accepted = when("2026-04-28 08:00:00")});
    EXPECT_ROW(total("2026-04-28", "2026-05-08"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-28", "2026-05-10"), 0, 0, 1, 0, 0, 0, 0, 1);
    EXPECT_ROW(total("2026-04-28", "2026-05-11"), 0, 0, 1, 0, 0, 0, 1, 0);
    EXPECT_ROW(total("2026-04-28", "2026-05-12"), 0, 0, 1, 0, 0, 0, 0, 1);
}

/* ---- who stands for it ----------------------------------------------------------------------- */

static void a_dossier_stands_at_who_was_responsible_at_the_end_of_the_period(void **state)
{
    struct planned planned = {.accepted = when("2026-04-13 08:00:00"),
                              .ended = when("2026-04-24 08:00:00"),
                              .verdict = VERDICT_LATE,
                              .steps = {{"VP_HDND_UBND", "an", {0}},
                                        {"P_KT", "binh", when("2026-04-16 00:00:00")},
                                        {"P_VHXH", "chi", when("2026-04-20 09:00:00")}},
                              .step_count = 3};

    (void)state;
    put(planned);
    scene_report(&scene, "2026-04-13", "2026-04-15", REPORT_BY_OFFICER);
    assert_int_equal(scene.report.groups.count, 1);
    assert_string_equal(scene.report.groups.rows[0]->name, "Nguyễn Văn An");
    EXPECT_ROW(scene_row(&scene, "an"), 0, 0, 1, 0, 0, 0, 1, 0);
    scene_report(&scene, "2026-04-13", "2026-04-16", REPORT_BY_UNIT);
    assert_int_equal(scene.report.groups.count, 1);
    EXPECT_ROW(scene_row(&scene, "P_KT"), 0, 0, 1, 0, 0, 0, 1, 0);
    scene_report(&scene, "2026-04-13", "2026-04-23", REPORT_BY_OFFICER);
    EXPECT_ROW(scene_row(&scene, "chi"), 0, 0, 1, 0, 0, 0, 0, 1);
    scene_report(&scene, "2026-04-20", "2026-04-30", REPORT_BY_OFFICER);
    assert_int_equal(scene.report.groups.count, 1);
    EXPECT_ROW(scene_row(&scene, "chi"), 1, 0, 0, 0, 0, 1, 0, 0);
}

/* Rule R-309: the head of a unit gets the row of his unit, whoever has the dossier today. */
static void the_head_of_a_unit_sees_the_dossiers_of_his_unit(void **state)
{
    static const struct role_set head = {ROLE_BIT(LD_PHONG)};
    struct planned planned = {
        .accepted = when("2026-04-13 08:00:00"),
        .steps = {{"VP_HDND_UBND", "an", {0}}, {"P_KT", "binh", when("2026-04-20 09:00:00")}},
        .step_count = 2};

    (void)state;
    put(planned);
    planned.step_count = 1;
    put_many(planned, 2);
    const struct {
        const char *to, *unit;
        int open;
    } cases[] = {{"2026-04-17", "VP_HDND_UBND", 3},
                 {"2026-04-17", "P_KT", 0},
                 {"2026-04-20", "VP_HDND_UBND", 2},
                 {"2026-04-20", "P_KT", 1},
                 {"2026-04-20", "", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(scene_report_of(&scene, day("2026-04-13"), day(cases[i].to),
                                         REPORT_BY_UNIT, head, cases[i].unit),
                         ERR_OK);
        command_release(&scene.report.command);
        assert_int_equal(indicator_open(&scene.report.total), cases[i].open);
        assert_int_equal(scene.report.groups.count, cases[i].open > 0);
    }
}

/* ---- keys, names, order ---------------------------------------------------------------------- */

static void expect_keys(const char *keys)
{
    char found[400] = "";

    for (size_t i = 0; i < scene.report.groups.count; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s", i ? "|" : "",
                 scene.report.groups.rows[i]->key);
    assert_string_equal(found, keys);
}

static void rows_stand_in_the_vietnamese_order_of_their_names(void **state)
{
    static const char *const fields[] = {"Đất đai", "Hộ tịch", "Bảo trợ xã hội", "Ấp",
                                         "Chứng thực"};

    (void)state;
    for (int i = 0; i < 5; i++)
        put((struct planned){.field = fields[i], .accepted = when("2026-04-13 08:00:00")});
    scene_report(&scene, "2026-04-13", "2026-04-15", REPORT_BY_FIELD);
    expect_keys("Ấp|Bảo trợ xã hội|Chứng thực|Đất đai|Hộ tịch");
}

static void officers_stand_by_given_name_and_nobody_last(void **state)
{
    static const char *const officers[] = {"", "chi", "binh", "an", "khach"};

    (void)state;
    for (int i = 0; i < 5; i++)
        put((struct planned){.accepted = when("2026-04-13 08:00:00"),
                             .steps = {{"P_KT", officers[i], {0}}},
                             .step_count = 1});
    scene_report(&scene, "2026-04-13", "2026-04-15", REPORT_BY_OFFICER);
    expect_keys("an|binh|chi|khach|"); /* an account that is not there goes by its code */
    assert_string_equal(scene.report.groups.rows[4]->name, "Chưa phân công");
}

static void months_of_acceptance_stand_in_time(void **state)
{
    (void)state;
    put((struct planned){.accepted = when("2026-05-04 08:00:00")});
    put((struct planned){.accepted = when("2026-03-31 23:59:59")});
    put((struct planned){.accepted = when("2026-04-01 00:00:00")});
    scene_report(&scene, "2026-04-01", "2026-05-10", REPORT_BY_MONTH);
    expect_keys("2026-03|2026-04|2026-05");
    assert_string_equal(scene.report.groups.rows[0]->name, "Tháng 03/2026");
    EXPECT_ROW(scene_row(&scene, "2026-03"), 1, 0, 0, 0, 0, 0, 0, 1);
    EXPECT_ROW(scene_row(&scene, "2026-04"), 0, 0, 1, 0, 0, 0, 0, 1);
}

static void a_procedure_has_the_name_of_its_newest_dossier(void **state)
{
    (void)state;
    put((struct planned){.procedure_name = "Tên cũ", .accepted = when("2026-04-13 08:00:00")});
    put((struct planned){.procedure_name = "Tên mới", .accepted = when("2026-04-14 08:00:00")});
    put((struct planned){.procedure = "2.000815",
                         .procedure_name = "Chứng thực",
                         .accepted = when("2026-04-14 08:00:00")});
    scene_report(&scene, "2026-04-13", "2026-04-15", REPORT_BY_PROCEDURE);
    expect_keys("2.000815|1.001193");
    assert_string_equal(scene.report.groups.rows[1]->name, "Tên mới");
}

/* ---- faults ---------------------------------------------------------------------------------- */

/* Rule R-304: ended, and nobody knows how. */
static void a_dossier_that_spoils_the_report_is_named(void **state)
{
    static const struct role_set roles = {ROLE_BIT(GD_TT)};

    (void)state;
    put((struct planned){.accepted = when("2026-04-13 08:00:00")});
    put((struct planned){.accepted = when("2026-04-13 08:00:00"),
                         .ended = when("2026-04-14 08:00:00")});
    assert_int_equal(
        scene_report_of(&scene, day("2026-04-13"), day("2026-04-15"), REPORT_BY_UNIT, roles, ""),
        ERR_REPORT_UNBALANCED);
    assert_string_equal(scene.report.command.facts.conflicting_code, "H55.128-260401-0002");
    assert_int_equal(scene.report.groups.count, 0);
    command_release(&scene.report.command);
}

/* Case 69. */
static void after_a_restart_the_report_is_the_same(void **state)
{
    struct indicator_row before;

    (void)state;
    put_many((struct planned){.accepted = when("2026-04-13 08:00:00")}, 7);
    before = *total("2026-04-01", "2026-04-30");
    office_fixture_reopen(&scene.office);
    assert_memory_equal(&before, total("2026-04-01", "2026-04-30"), sizeof before);
}

int main(void)
{
#define T(test) cmocka_unit_test_setup_teardown(test, open_scene, close_scene)
    const struct CMUnitTest tests[] = {
        T(the_golden_example_of_the_domain),
        T(a_centre_without_dossiers_has_no_rows_and_no_rate),
        T(midnight_of_the_first_day_is_counted_once),
        T(due_today_is_not_overdue_today),
        T(the_due_second_itself_is_in_time_and_the_next_is_not),
        T(a_result_not_collected_is_resolved_and_never_overdue),
        T(a_paused_dossier_is_in_time_unless_it_was_overdue_before),
        T(without_a_limit_nothing_is_overdue),
        T(the_cutoff_of_the_procedure_counts),
        T(a_pause_is_not_known_before_it_begins),
        T(a_dossier_that_ended_later_was_open_then),
        T(the_later_of_two_calendars_counts_as_of_the_end_of_the_period),
        T(an_amendment_gives_time_to_what_is_open),
        T(an_amendment_is_known_from_the_second_in_which_it_was_entered),
        T(a_dossier_stands_at_who_was_responsible_at_the_end_of_the_period),
        T(the_head_of_a_unit_sees_the_dossiers_of_his_unit),
        T(rows_stand_in_the_vietnamese_order_of_their_names),
        T(officers_stand_by_given_name_and_nobody_last),
        T(months_of_acceptance_stand_in_time),
        T(a_procedure_has_the_name_of_its_newest_dossier),
        T(a_dossier_that_spoils_the_report_is_named),
        T(after_a_restart_the_report_is_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
