/*
 * Rules checked: R-303 R-304 R-308 R-309.
 *
 * Random dossiers, random periods: every row of every table against a slow count that is written
 * from statistics 1-3 and works out due dates date by date (slow_due.h); and what one period leaves
 * open the next carries over.
 */
#include "support/report_scene.h"

#include <stdlib.h>

#include "support/dice.h"

enum { DOSSIERS = 240, PERIODS = 10, DAY_S = 86400 };

static struct scene scene;
static struct planned planned[DOSSIERS];
static struct dice dice;

/* ---- random dossiers ------------------------------------------------------------------------- */

/* Often the very edge of a day. */
static struct instant some_time(struct date day)
{
    static const int edges[] = {0, DAY_S - 1, 27000, 61200, 54000};

    return instant_on_date(day, dice_one_in(&dice, 3) ? edges[dice_roll(&dice, 5)]
                                                      : dice_roll(&dice, DAY_S));
}

static struct instant some_time_after(struct instant after, int days)
{
    const struct date start = date_of_instant(after);

    return instant_later(after, some_time(date_plus(start, dice_roll(&dice, days + 1))));
}

static int version_at(struct instant at)
{
    int version = SLOW_VERSIONS;

    while (version > 1) {
        struct instant entered;
        const char *text = slow_due_versions[version - 1].entered_at;

        assert_int_equal(instant_parse(text, strlen(text), &entered), ERR_OK);
        if (entered.ms <= at.ms)
            break;
        version--;
    }
    return version;
}

static void plan_pauses(struct planned *out)
{
    struct instant from = some_time_after(out->accepted, 4);

    out->pause_count = dice_one_in(&dice, 2) ? 0 : dice_roll(&dice, PLANNED_PAUSES + 1);
    for (int i = 0; i < out->pause_count; i++) {
        const struct instant to = some_time_after(from, 3);

        out->pauses[i] = (struct dossier_pause){.kind = PAUSE_SUPPLEMENT, .from = from, .to = to};
        from = some_time_after(to, 3);
    }
    if (out->pause_count && dice_one_in(&dice, 3)) {
        out->pauses[out->pause_count - 1].open = true;
        out->pauses[out->pause_count - 1].to = instant_none();
    }
}

static void plan_steps(struct planned *out)
{
    static const char *const units[] = {"VP_HDND_UBND", "P_KT", "P_VHXH"};
    static const char *const officers[] = {"an", "binh", "chi", ""};
    struct instant begun = out->accepted;

    out->step_count = 1 + dice_roll(&dice, PLANNED_STEPS);
    for (int i = 0; i < out->step_count; i++) {
        out->steps[i].unit = units[dice_roll(&dice, 3)];
        out->steps[i].officer = officers[dice_roll(&dice, 4)];
        out->steps[i].begun = begun;
        begun = some_time_after(begun, 3);
    }
}

static struct instant last_moment(const struct planned *one)
{
    struct instant last = one->steps[one->step_count - 1].begun;

    for (int i = 0; i < one->pause_count; i++)
        last = instant_later(last, one->pauses[i].open ? one->pauses[i].from : one->pauses[i].to);
    return last;
}

/* ---- the slow count -------------------------------------------------------------------------- */

static struct deadline_request request_at(const struct planned *one, struct instant at,
                                          struct pause *pauses)
{
    struct deadline_request request = {.received = one->accepted, .pauses = pauses};

    assert_int_equal(time_limit_parse(one->limit, strlen(one->limit), &request.limit), ERR_OK);
    for (int i = 0; i < one->pause_count; i++) {
        const struct dossier_pause *pause = &one->pauses[i];

        if (pause->from.ms <= at.ms)
            pauses[request.pause_count++] = (struct pause){
                .from = pause->from, .to = pause->to, .open = pause->open || pause->to.ms > at.ms};
    }
    return request;
}

/* due(x): of the two due instants the later. */
static struct deadline slow_due_at(const struct planned *one, struct instant at)
{
    struct pause pauses[PLANNED_PAUSES];
    struct deadline_request request = request_at(one, at, pauses);
    const struct deadline first = slow_due_compute(one->calendar, &request);

    request = request_at(one, at, pauses);
    const struct deadline second = slow_due_compute(version_at(at), &request);
    return second.outcome != DEADLINE_NONE && second.due.ms > first.due.ms ? second : first;
}

static bool is_day_limit(const struct planned *one)
{
    return strncmp(one->limit, "WORKING_HOURS", 13) != 0;
}

static enum verdict slow_verdict(const struct planned *one)
{
    const struct deadline due = slow_due_at(one, one->ended);
    const int32_t day = date_of_instant(one->ended).day;

    if (due.outcome == DEADLINE_NONE)
        return VERDICT_ON_TIME;
    if (is_day_limit(one) ? day > due.due_day.day : one->ended.ms > due.due.ms)
        return VERDICT_LATE;
    return day < due.due_day.day ? VERDICT_EARLY : VERDICT_ON_TIME;
}

static bool slow_overdue(const struct planned *one, struct instant x)
{
    const struct deadline due = slow_due_at(one, x);

    if (due.outcome != DEADLINE_DUE)
        return false;
    return is_day_limit(one) ? due.due_day.day < date_of_instant(x).day : due.due.ms < x.ms;
}

/* The row's table, for one dossier; a and b as the text has them. False: it is in no column. */
static bool slow_count(const struct planned *one, int64_t a, int64_t b, struct instant x,
                       struct indicator_row *row)
{
    const int64_t accepted = one->accepted.ms, ended = one->ended.ms ? one->ended.ms : INT64_MAX;

    if (accepted >= b || ended < a)
        return false;
    row->carried_over += accepted < a;
    row->received_online += accepted >= a && one->channel == CHANNEL_ONLINE;
    row->received_other += accepted >= a && one->channel != CHANNEL_ONLINE;
    row->early += ended < b && one->verdict == VERDICT_EARLY;
    row->on_time += ended < b && one->verdict == VERDICT_ON_TIME;
    row->late += ended < b && one->verdict == VERDICT_LATE;
    row->open_overdue += ended >= b && slow_overdue(one, x);
    row->open_in_time += ended >= b && !slow_overdue(one, x);
    return true;
}

/* Step in force at the end, or just before b. */
static int slow_step(const struct planned *one, int64_t b)
{
    int step = one->step_count - 1;

    while (step > 0 && (!one->ended.ms || one->ended.ms >= b) && one->steps[step].begun.ms >= b)
        step--;
    return step;
}

static void slow_key(const struct planned *one, enum report_by by, int64_t b, char key[64])
{
    const int step = slow_step(one, b);
    const struct civil accepted = date_civil(date_of_instant(one->accepted));

    switch (by) {
    case REPORT_BY_FIELD:
        snprintf(key, 64, "%s", one->field);
        break;
    case REPORT_BY_PROCEDURE:
        snprintf(key, 64, "%s", one->procedure);
        break;
    case REPORT_BY_OFFICER:
        snprintf(key, 64, "%s", one->steps[step].officer);
        break;
    case REPORT_BY_UNIT:
        snprintf(key, 64, "%s", one->steps[step].unit);
        break;
    case REPORT_BY_MONTH:
        snprintf(key, 64, "%04d-%02d", accepted.year, accepted.month);
        break;
    case REPORT_BY_COUNT:
        break;
    }
}

/* ---- making them ----------------------------------------------------------------------------- */

static void plan(struct planned *out)
{
    static const char *const fields[] = {"Hộ tịch", "Đất đai", "Chứng thực"};
    static const char *const procedures[] = {"1.001193", "1.003583", "2.000815"};
    static const char *const limits[] = {"WORKING_DAYS 1",   "WORKING_DAYS 3",   "WORKING_DAYS 8",
                                         "CALENDAR_DAYS 10", "SAME_DAY",         "NONE",
                                         "WORKING_HOURS 4",  "WORKING_HOURS 20", "WORKING_DAYS 5"};

    *out = (struct planned){.field = fields[dice_roll(&dice, 3)],
                            .procedure = procedures[dice_roll(&dice, 3)],
                            .limit = limits[dice_roll(&dice, 9)],
                            .channel = (enum channel)dice_roll(&dice, 3)};
    out->accepted = some_time(date_plus(day(SLOW_DUE_FIRST), dice_roll(&dice, 30)));
    out->calendar = version_at(out->accepted);
    plan_pauses(out);
    plan_steps(out);
    if (dice_one_in(&dice, 2))
        return;
    out->ended = some_time_after(last_moment(out), 8);
    out->verdict = slow_verdict(out);
}

static int make_all(void **state)
{
    (void)state;
    dice = dice_seeded(2026);
    scene_make(&scene, "2026-05-20 09:00:00");
    for (int i = 0; i < DOSSIERS; i++)
        plan(&planned[i]);
    scene_put(&scene, planned, DOSSIERS);
    return 0;
}

static int remove_all(void **state)
{
    (void)state;
    scene_remove(&scene);
    return 0;
}

static const struct report_on_time *report_of(struct date from, struct date to, enum report_by by)
{
    static const struct role_set roles = {ROLE_BIT(KIEM_TRA)};

    assert_int_equal(scene_report_of(&scene, from, to, by, roles, ""), ERR_OK);
    command_release(&scene.report.command);
    return &scene.report;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void compare(const char *what, const struct indicator_row *found,
                    const struct indicator_row *slow)
{
    const int64_t *left = &found->carried_over, *right = &slow->carried_over;

    for (size_t i = 0; i < sizeof *found / sizeof *left; i++)
        if (left[i] != right[i])
            fail_msg("%s: column %zu is %lld, counted slowly %lld", what, i, (long long)left[i],
                     (long long)right[i]);
}

/* Rows of one table; each dossier is counted slowly into the row of its key. */
static void check_table(struct date from, struct date to, enum report_by by)
{
    const struct report_on_time *report = report_of(from, to, by);
    const struct instant now = when("2026-05-20 09:00:00");
    const int64_t a = instant_on_date(from, 0).ms, b = instant_on_date(date_plus(to, 1), 0).ms;
    const struct instant x = {b - 1000 < now.ms ? b - 1000 : now.ms};
    struct indicator_row total = {0}, rows[16] = {{0}};
    bool seen[16] = {false};
    size_t seen_count = 0;

    for (int i = 0; i < DOSSIERS; i++) {
        char key[64];
        size_t row = 0;

        if (!slow_count(&planned[i], a, b, x, &total))
            continue;
        slow_key(&planned[i], by, b, key);
        while (row < report->groups.count && strcmp(report->groups.rows[row]->key, key) != 0)
            row++;
        assert_true(row < report->groups.count && row < 16);
        slow_count(&planned[i], a, b, x, &rows[row]);
        seen_count += !seen[row];
        seen[row] = true;
    }
    assert_int_equal(seen_count, report->groups.count);
    compare("total", &report->total, &total);
    for (size_t row = 0; row < report->groups.count; row++)
        compare(report->groups.rows[row]->key, &report_on_time_row(report, row)->counts,
                &rows[row]);
}

static void every_row_is_what_a_slow_count_says(void **state)
{
    const struct date first = day(SLOW_DUE_FIRST);

    (void)state;
    for (int i = 0; i < PERIODS; i++) {
        const struct date from = date_plus(first, dice_roll(&dice, 45));
        const struct date to = date_plus(from, dice_roll(&dice, 20));

        check_table(from, to, (enum report_by)(i % REPORT_BY_COUNT));
    }
}

static void every_day_and_the_whole_time_too(void **state)
{
    const struct date first = day(SLOW_DUE_FIRST);

    (void)state;
    for (int i = 0; i < REPORT_BY_COUNT; i++) {
        check_table(date_plus(first, 20 + i), date_plus(first, 20 + i), (enum report_by)i);
        check_table(first, date_plus(first, 58), (enum report_by)i);
        check_table(first, day("2026-05-11"), (enum report_by)i); /* an amendment at its end */
    }
}

/* The row of a key in a table; zeros where there is none. */
static struct indicator_row row_of(const struct report_on_time *report, const char *key)
{
    for (size_t i = 0; i < report->groups.count; i++)
        if (strcmp(report->groups.rows[i]->key, key) == 0)
            return report_on_time_row(report, i)->counts;
    return (struct indicator_row){0};
}

static void check_join(const struct indicator_row *whole, const struct indicator_row *left,
                       const struct indicator_row *right)
{
    assert_int_equal(whole->carried_over, left->carried_over);
    assert_int_equal(indicator_open(left), right->carried_over);
    assert_int_equal(whole->open_in_time, right->open_in_time);
    assert_int_equal(whole->open_overdue, right->open_overdue);
    assert_int_equal(whole->received_online, left->received_online + right->received_online);
    assert_int_equal(whole->received_other, left->received_other + right->received_other);
    assert_int_equal(whole->early, left->early + right->early);
    assert_int_equal(whole->on_time, left->on_time + right->on_time);
    assert_int_equal(whole->late, left->late + right->late);
}

/* For totals and keys that cannot change. */
static void a_period_split_anywhere_adds_up(void **state)
{
    static const enum report_by fixed[] = {REPORT_BY_FIELD, REPORT_BY_PROCEDURE, REPORT_BY_MONTH};
    static const char *const keys[][3] = {{"Hộ tịch", "Đất đai", "Chứng thực"},
                                          {"1.001193", "1.003583", "2.000815"},
                                          {"2026-03", "2026-04", "2026-05"}};

    (void)state;
    for (int i = 0; i < PERIODS; i++) {
        const struct date from = date_plus(day(SLOW_DUE_FIRST), dice_roll(&dice, 30));
        const struct date to = date_plus(from, 1 + dice_roll(&dice, 20));
        const struct date cut = date_plus(from, dice_roll(&dice, to.day - from.day));
        const enum report_by by = fixed[i % 3];
        struct indicator_row rows[3][4];
        const struct date starts[] = {from, from, date_plus(cut, 1)}, ends[] = {to, cut, to};

        for (int part = 0; part < 3; part++) {
            const struct report_on_time *report = report_of(starts[part], ends[part], by);

            for (int key = 0; key < 3; key++)
                rows[part][key] = row_of(report, keys[i % 3][key]);
            rows[part][3] = report->total;
        }
        for (int key = 0; key < 4; key++)
            check_join(&rows[0][key], &rows[1][key], &rows[2][key]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_what_a_slow_count_says),
        cmocka_unit_test(every_day_and_the_whole_time_too),
        cmocka_unit_test(a_period_split_anywhere_adds_up),
    };

    return cmocka_run_group_tests(tests, make_all, remove_all);
}
