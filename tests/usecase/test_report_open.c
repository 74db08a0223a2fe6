/*
 * Rules checked: R-309 R-940 R-941 R-942.
 *
 * Random open dossiers against a count by hand: days are walked one by one on the lists of
 * slow_due.h, classes are read off the instants. Then what a list gives, page by page.
 */
#include "support/report_scene.h"

#include "support/dice.h"
#include "usecase/list_open.h"

enum { DOSSIERS = 400, IN_FORCE = 4 };

static const char *const fields[] = {"Hộ tịch", "Chứng thực", "Đất đai"};
static const char *const units[] = {"VP_HDND_UBND", "P_KT"};
static const char *const officers[] = {"an", "binh", ""};

/* What the test knows of a dossier; index is its id less one. */
struct known {
    int field, unit, officer;
    struct due due;
    struct instant near_at, late_at;
    bool paused, decision_signed, ended;
};

static struct scene scene;
static struct known known[DOSSIERS];
static struct report_open report;
static struct list_open_view list;
static const char *const now_text = "2026-04-28 16:50:00";

/* ---- the slow way ---------------------------------------------------------------------------- */

static bool listed(const char *const *dates, struct date date)
{
    for (int i = 0; i < SLOW_LIST && dates[i]; i++)
        if (day(dates[i]).day == date.day)
            return true;
    return false;
}

static bool is_worked(struct date date)
{
    const struct slow_due_version *lists = &slow_due_versions[IN_FORCE - 1];
    const int weekday = (int)((date.day % 7 + 7 + 3) % 7); /* 0: Monday; 1/1/1970 was a Thursday */

    if (listed(lists->make_up_days, date))
        return true;
    return weekday < 5 && !listed(lists->days_off, date);
}

static int walk(struct date after, struct date until)
{
    int days = 0;

    for (struct date date = date_plus(after, 1); date.day <= until.day; date = date_plus(date, 1))
        days += is_worked(date);
    return days;
}

static enum pending slow_pending(const struct known *dossier)
{
    const int64_t now = when(now_text).ms;

    if (dossier->due.kind == DUE_NONE)
        return PENDING_IN_TIME;
    if (dossier->paused)
        return PENDING_PAUSED;
    if (now >= dossier->late_at.ms)
        return PENDING_OVERDUE;
    return now >= dossier->near_at.ms ? PENDING_NEAR_DUE : PENDING_IN_TIME;
}

static int slow_days(const struct known *dossier)
{
    const struct date today = day("2026-04-28");

    if (slow_pending(dossier) == PENDING_OVERDUE) {
        const int late = walk(dossier->due.day, today);

        return late > 1 ? -late : -1;
    }
    return walk(today, dossier->due.day);
}

static bool slow_due_today(const struct known *dossier)
{
    const enum pending pending = slow_pending(dossier);

    return !dossier->ended && dossier->due.kind != DUE_NONE &&
           (pending == PENDING_IN_TIME || pending == PENDING_NEAR_DUE) && slow_days(dossier) == 0;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void throw_dossier(struct dice *dice, struct known *out)
{
    const struct date due_day = date_plus(day("2026-04-05"), dice_roll(dice, 50));
    const int kind = dice_roll(dice, 8);

    *out = (struct known){.field = dice_roll(dice, 3),
                          .unit = dice_roll(dice, 2),
                          .officer = dice_roll(dice, 3),
                          .near_at = instant_none(),
                          .late_at = instant_none(),
                          .decision_signed = dice_roll(dice, 4) == 0,
                          .ended = dice_roll(dice, 6) == 0};
    if (kind == 0)
        return; /* no limit */
    out->paused = dice_roll(dice, 6) == 0;
    out->due.day = due_day;
    if (kind < 6) {
        out->due.kind = DUE_DAY;
        out->due.at = instant_on_date(due_day, 17 * 3600);
        out->late_at = instant_on_date(date_plus(due_day, 1), 0);
    } else {
        out->due.kind = DUE_TIME;
        out->due.at = instant_on_date(due_day, 8 * 3600 + dice_roll(dice, 9 * 3600));
        out->late_at = instant_plus_seconds(out->due.at, 1);
    }
    out->near_at = instant_plus_seconds(out->due.at, -(int64_t)dice_roll(dice, 5 * 86400));
}

static void make_record(int index, struct dossier_record *out)
{
    const struct known *dossier = &known[index];
    const struct planned planned = {
        .field = fields[dossier->field],
        .accepted = when("2026-04-01 08:00:00"),
        .ended = dossier->ended ? when("2026-04-20 08:00:00") : (struct instant){0},
        .verdict = dossier->ended ? VERDICT_EARLY : VERDICT_NONE,
        .steps = {{.unit = units[dossier->unit], .officer = officers[dossier->officer]}},
        .step_count = 1};

    scene_record(&planned, index + 1, out);
    if (!dossier->ended)
        out->dossier.ended_at = instant_none();
    out->due = dossier->due;
    out->paused = dossier->paused;
    out->near_at = dossier->near_at;
    out->late_at = dossier->late_at;
    if (dossier->decision_signed)
        out->signed_at = when("2026-04-20 08:00:00");
}

static enum err fill(struct store_tx *tx, struct test_request *request)
{
    static struct dossier_record record;
    struct dice dice = dice_seeded(20260428);

    (void)request;
    for (int i = 0; i < DOSSIERS; i++) {
        throw_dossier(&dice, &known[i]);
        if (i == 0) /* due today but paused: nothing has to be done */
            known[i] =
                (struct known){.due = {DUE_DAY, when("2026-04-28 17:00:00"), day("2026-04-28")},
                               .near_at = when("2026-04-28 08:00:00"),
                               .late_at = when("2026-04-29 00:00:00"),
                               .paused = true};
        make_record(i, &record);
        dossier_rows_put(tx, &record);
    }
    return ERR_OK;
}

static int open_scene(void **state)
{
    struct test_request request = {.run = fill};

    (void)state;
    scene_make(&scene, now_text);
    assert_int_equal(office_write(&scene.office, &request), ERR_OK);
    return 0;
}

static int close_scene(void **state)
{
    (void)state;
    report_open_release(&report);
    scene_remove(&scene);
    return 0;
}

static void run(struct command *command, command_run_fn how, enum role role, const char *unit)
{
    office_prepare(&scene.office, command, "giamdoc", PERMISSION_REPORT_READ, how);
    command->actor.roles = (struct role_set){1U << role};
    snprintf(command->actor.unit, sizeof command->actor.unit, "%s", unit);
    assert_int_equal(command_read(command), ERR_OK);
    office_wait(&scene.office, scene.office.done + 1);
    assert_int_equal(command->err, ERR_OK);
    command_release(command);
}

static void make_report(enum report_by by, enum role role, const char *unit)
{
    report_open_release(&report);
    report = (struct report_open){.by = by};
    run(&report.command, report_open_run, role, unit);
}

/* ---- the report ------------------------------------------------------------------------------ */

static const char *key_of(enum report_by by, const struct known *dossier)
{
    return by == REPORT_BY_FIELD  ? fields[dossier->field]
           : by == REPORT_BY_UNIT ? units[dossier->unit]
                                  : officers[dossier->officer];
}

/* Every dossier stands in exactly one cell, and it is the right one. */
static void expect_entry(enum report_by by, const struct open_entry *entry)
{
    const struct known *dossier = &known[entry->id - 1];
    const enum pending pending = slow_pending(dossier);

    assert_false(dossier->ended);
    assert_string_equal(entry->group->key, key_of(by, dossier));
    assert_int_equal(entry->kind, pending == PENDING_PAUSED       ? OPEN_PAUSED
                                  : dossier->due.kind == DUE_NONE ? OPEN_UNDATED
                                                                  : OPEN_DATED);
    if (entry->kind == OPEN_DATED)
        assert_int_equal(entry->days, slow_days(dossier));
    assert_int_equal(entry->overdue, pending == PENDING_OVERDUE);
    assert_int_equal(entry->near_due, pending == PENDING_NEAR_DUE);
    assert_int_equal(entry->due_today, slow_due_today(dossier));
    assert_int_equal(entry->decision_signed, dossier->decision_signed);
}

static void expect_counts(const struct open_counts *found, int field)
{
    struct open_counts expected = {0};

    for (int i = 0; i < DOSSIERS; i++) {
        const enum pending pending = slow_pending(&known[i]);

        if (known[i].ended || (field >= 0 && known[i].field != field))
            continue;
        expected.overdue += pending == PENDING_OVERDUE;
        expected.near_due += pending == PENDING_NEAR_DUE;
        expected.in_time += pending == PENDING_IN_TIME;
        expected.paused += pending == PENDING_PAUSED;
        expected.due_today += slow_due_today(&known[i]);
        expected.due_today_signed += slow_due_today(&known[i]) && known[i].decision_signed;
    }
    assert_memory_equal(found, &expected, sizeof expected);
    assert_true(field >= 0 || (expected.due_today > 0 && expected.due_today_signed > 0));
}

static void every_open_dossier_stands_in_its_cell(void **state)
{
    static const enum report_by ways[] = {REPORT_BY_FIELD, REPORT_BY_UNIT, REPORT_BY_OFFICER};
    size_t open = 0;

    (void)state;
    for (int i = 0; i < DOSSIERS; i++)
        open += !known[i].ended;
    for (size_t way = 0; way < 3; way++) {
        make_report(ways[way], ROLE_GD_TT, "TT_PVHCC");
        assert_int_equal(report.count, open);
        for (size_t i = 0; i < report.count; i++) {
            expect_entry(ways[way], &report.entries[i]);
            if (i > 0 && report.entries[i].id == report.entries[i - 1].id)
                fail_msg("twice: %lld", (long long)report.entries[i].id);
        }
        expect_counts(&report.total, -1);
    }
}

static void rows_and_their_cells_stand_in_order(void **state)
{
    static const char *const in_order[] = {"Chứng thực", "Đất đai", "Hộ tịch"};
    static const int numbers[] = {1, 2, 0};
    size_t at = 0;

    (void)state;
    make_report(REPORT_BY_FIELD, ROLE_GD_TT, "TT_PVHCC");
    assert_int_equal(report.groups.count, 3);
    for (size_t row = 0; row < 3; row++) {
        assert_string_equal(report.groups.rows[row]->name, in_order[row]);
        expect_counts(&report_open_row(&report, row)->counts, numbers[row]);
        for (; at < report.count && report.entries[at].group == report.groups.rows[row];) {
            const size_t end = report_open_cell_end(&report, at);

            for (size_t i = at + 1; i < end; i++)
                assert_true(report.entries[i - 1].near_due >= report.entries[i].near_due);
            if (end < report.count && report.entries[end].group == report.entries[at].group)
                assert_true(report.entries[end].kind > report.entries[at].kind ||
                            report.entries[end].days > report.entries[at].days);
            at = end;
        }
    }
    assert_int_equal(at, report.count);
}

static void who_is_nobody_has_the_last_row(void **state)
{
    (void)state;
    make_report(REPORT_BY_OFFICER, ROLE_GD_TT, "TT_PVHCC");
    assert_int_equal(report.groups.count, 3);
    assert_string_equal(report.groups.rows[2]->key, "");
    assert_string_equal(report.groups.rows[2]->name, "Chưa phân công");
    assert_ptr_equal(report.entries[report.count - 1].group, report.groups.rows[2]);
}

static void the_head_of_a_unit_sees_his_unit(void **state)
{
    int64_t mine = 0;

    (void)state;
    for (int i = 0; i < DOSSIERS; i++)
        mine += !known[i].ended && known[i].unit == 1;
    make_report(REPORT_BY_UNIT, ROLE_LD_PHONG, "P_KT");
    assert_int_equal(report.count, mine);
    assert_int_equal(report.groups.count, 1);
    make_report(REPORT_BY_UNIT, ROLE_LD_PHONG, "");
    assert_int_equal(report.count, 0);
}

/* 28 April 2026 is a Tuesday; the 30th and 1 May are days off in the calendar in force. */
static void the_day_knows_its_end_and_the_next_one(void **state)
{
    (void)state;
    make_report(REPORT_BY_FIELD, ROLE_GD_TT, "TT_PVHCC");
    assert_int_equal(report.day.today.day, day("2026-04-28").day);
    assert_int_equal(report.day.closes_at.ms, when("2026-04-28 17:00:00").ms);
    assert_true(report.day.has_next_day);
    struct date next = date_plus(report.day.today, 1);
    while (!is_worked(next))
        next = date_plus(next, 1);
    assert_int_equal(report.day.next_day.day, next.day);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static void make_list(struct open_filter filter, struct open_place after, int limit)
{
    list_open_release(&list.list);
    text_release(&list.items);
    list = (struct list_open_view){.list = {.filter = filter, .after = after, .limit = limit}};
    run(&list.list.command, list_open_view_run, ROLE_GD_TT, "TT_PVHCC");
}

static bool agrees(const struct known *dossier, const struct open_filter *filter)
{
    const enum pending pending = slow_pending(dossier);
    const bool dated = pending != PENDING_PAUSED && dossier->due.kind != DUE_NONE;

    return !dossier->ended && (!filter->due_today || slow_due_today(dossier)) &&
           (!filter->has_pending || pending == filter->pending) &&
           (!filter->has_from || (dated && slow_days(dossier) >= filter->days_from)) &&
           (!filter->has_to || (dated && slow_days(dossier) <= filter->days_to)) &&
           (!filter->key[0] || strcmp(fields[dossier->field], filter->key) == 0);
}

/* Page after page gives every dossier of the filter once, the most urgent first. */
static void expect_list(struct open_filter filter)
{
    struct open_place after = {0};
    int64_t expected = 0, found = 0;

    for (int i = 0; i < DOSSIERS; i++)
        expected += agrees(&known[i], &filter);
    assert_true(expected > 3);
    do {
        make_list(filter, after, 3);
        assert_int_equal(list.list.all, expected);
        for (size_t i = 0; i < list.list.count; i++) {
            const struct open_place place = list.list.items[i].place;

            assert_true(agrees(&known[place.id - 1], &filter));
            assert_true(place.late_ms > after.late_ms ||
                        (place.late_ms == after.late_ms && place.id > after.id) || !after.id);
            after = place;
            found++;
        }
    } while (list.list.more);
    assert_int_equal(found, expected);
    list_open_release(&list.list);
    text_release(&list.items);
}

static void a_list_gives_what_its_cells_count(void **state)
{
    (void)state;
    expect_list((struct open_filter){.by = REPORT_BY_FIELD});
    expect_list((struct open_filter){.has_to = true, .days_to = -1});
    expect_list((struct open_filter){.has_from = true, .has_to = true, .days_to = 2});
    expect_list((struct open_filter){.due_today = true});
    expect_list((struct open_filter){.has_pending = true, .pending = PENDING_PAUSED});
    expect_list((struct open_filter){
        .by = REPORT_BY_FIELD, .key = "Hộ tịch", .has_pending = true, .pending = PENDING_OVERDUE});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_open_dossier_stands_in_its_cell),
        cmocka_unit_test(rows_and_their_cells_stand_in_order),
        cmocka_unit_test(who_is_nobody_has_the_last_row),
        cmocka_unit_test(the_head_of_a_unit_sees_his_unit),
        cmocka_unit_test(the_day_knows_its_end_and_the_next_one),
        cmocka_unit_test(a_list_gives_what_its_cells_count),
    };

    return cmocka_run_group_tests(tests, open_scene, close_scene);
}
