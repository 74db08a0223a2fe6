/* Rules checked. The calendar's sessions are 07:30-11:30
 * and 13:00-17:00; 2026-03-10 is a Tuesday. */
#include "domain/reminder.h"

#include "support/office_calendar.h"

struct scene {
    struct calendar calendar;
    void *block;
    struct reminder_policy policy;
    struct reminder_facts facts;
};

static struct scene scene_make(void)
{
    struct scene scene = {.policy = reminder_policy_default()};
    struct reminder_facts *facts = &scene.facts;

    scene.block = office_calendar(&scene.calendar);
    facts->accepted_at = facts->given_at = facts->arrived_at = facts->remind_at = facts->near_at =
        facts->ready_at = instant_none();
    return scene;
}

/* Accepted then, due at the end of that day. */
static void set_day_limit(struct scene *scene, const char *accepted, const char *due)
{
    scene->facts.accepted_at = instant_at(accepted);
    scene->facts.due = (struct due){DUE_DAY, instant_at(due), date_of_instant(instant_at(due))};
}

/* What is due at `now`: "kind/level" parted by blanks, in the order of the kinds. */
static void must_be(const struct scene *scene, const char *now, const char *expected)
{
    struct reminder reminders[REMINDERS_MAX];
    char text[400] = "";
    const int count =
        reminders_due(&scene->calendar, &scene->policy, &scene->facts, instant_at(now), reminders);

    for (int i = 0; i < count; i++) {
        strcat(text, i ? " " : "");
        strcat(text, reminder_kind_name(reminders[i].kind));
        strcat(text, "/");
        strcat(text, reminder_level_name(reminders[i].level));
    }
    assert_string_equal(text, expected);
}

static void a_due_date_is_told_of_a_day_before_on_the_day_and_after(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-06T10:00:00", "2026-03-11T17:00:00");
    must_be(&scene, "2026-03-09T16:59:59", "");
    must_be(&scene, "2026-03-10T07:30:00", "near_due/officer");
    must_be(&scene, "2026-03-10T16:59:59", "near_due/officer");
    must_be(&scene, "2026-03-11T07:30:00", "due_today/officer");
    must_be(&scene, "2026-03-12T07:30:00", "overdue/officer");
    free(scene.block);
}

static void a_due_day_after_the_weekend_is_near_on_friday(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-10T10:00:00", "2026-03-16T17:00:00"); /* a Monday */
    must_be(&scene, "2026-03-12T16:00:00", "");
    must_be(&scene, "2026-03-13T07:30:00", "near_due/officer");
    must_be(&scene, "2026-03-14T09:00:00", ""); /* a Saturday: R-548 */
    scene.policy.near_days = 2;
    must_be(&scene, "2026-03-12T07:30:00", "near_due/officer");
    scene.policy.near_days = 0;
    must_be(&scene, "2026-03-13T07:30:00", "");
    free(scene.block);
}

static void who_accepted_it_on_its_last_day_is_told_when_it_turns_yellow(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-10T08:00:00", "2026-03-10T17:00:00");
    scene.facts.near_at = instant_at("2026-03-10T13:00:00");
    must_be(&scene, "2026-03-10T11:29:59", "");
    must_be(&scene, "2026-03-10T13:00:00", "due_today/officer");
    set_day_limit(&scene, "2026-03-10T08:00:00", "2026-03-11T17:00:00");
    must_be(&scene, "2026-03-10T16:00:00", ""); /* it was accepted today */
    must_be(&scene, "2026-03-11T07:30:00", "due_today/officer");
    free(scene.block);
}

static void a_pause_an_end_and_no_limit_are_silent(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-02T10:00:00", "2026-03-09T17:00:00");
    must_be(&scene, "2026-03-10T07:30:00", "overdue/officer");
    scene.facts.paused = true;
    must_be(&scene, "2026-03-10T07:30:00", "");
    scene.facts.paused = false;
    scene.facts.due.kind = DUE_NONE;
    must_be(&scene, "2026-03-10T07:30:00", "");
    scene.facts.due.kind = DUE_DAY;
    scene.facts.accepted_at = instant_none();
    must_be(&scene, "2026-03-10T07:30:00", "");
    free(scene.block);
}

static void a_time_limit_is_overdue_the_second_after(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-09T10:00:00", "2026-03-10T10:00:00");
    scene.facts.due.kind = DUE_TIME;
    must_be(&scene, "2026-03-10T10:00:00", "due_today/officer");
    must_be(&scene, "2026-03-10T10:00:01", "overdue/officer");
    free(scene.block);
}

static void papers_handovers_and_answers_have_their_hours(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    scene.facts.accepted_at = instant_at("2026-03-10T10:30:00"); /* no limit: only its papers */
    scene.facts.unscanned = true;
    must_be(&scene, "2026-03-10T15:59:59", "");
    must_be(&scene, "2026-03-10T16:00:00", "unscanned/officer"); /* 1 h and 3 h */
    scene.facts.unscanned = false;

    scene.facts.given_at = instant_at("2026-03-10T15:00:00");
    must_be(&scene, "2026-03-10T15:00:00", "unconfirmed/officer");
    scene.facts.given_at = instant_at("2026-03-10T15:00:01");
    must_be(&scene, "2026-03-10T16:59:00", "");
    must_be(&scene, "2026-03-11T14:59:59", "");
    must_be(&scene, "2026-03-11T15:00:00", "unconfirmed/officer");
    scene.facts.given_at = instant_none();

    scene.facts.arrived_at = instant_at("2026-03-06T16:50:00"); /* domain 9.4 */
    scene.facts.remind_at = instant_at("2026-03-09T14:50:00");
    must_be(&scene, "2026-03-09T14:49:59", "");
    must_be(&scene, "2026-03-09T14:50:00", "answer/officer");
    must_be(&scene, "2026-03-09T16:50:00", "answer/officer answer/unit"); /* its hours are over */
    free(scene.block);
}

static void a_result_nobody_fetches_is_told_of_after_five_working_days(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    scene.facts.ready_at =
        instant_at("2026-03-09T16:00:00"); /* a Monday: the 5th is the next one */
    must_be(&scene, "2026-03-16T16:59:59", "");
    must_be(&scene, "2026-03-17T07:30:00", "uncollected/officer");
    scene.policy.collect_days = 1;
    must_be(&scene, "2026-03-11T07:30:00", "uncollected/officer");
    free(scene.block);
}

static void what_nobody_settles_goes_higher(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-02T10:00:00", "2026-03-09T17:00:00");
    must_be(&scene, "2026-03-10T16:59:59", "overdue/officer");
    must_be(&scene, "2026-03-11T07:30:00", "overdue/officer overdue/unit");
    must_be(&scene, "2026-03-12T16:59:59", "overdue/officer overdue/unit");
    must_be(&scene, "2026-03-13T07:30:00", "overdue/officer overdue/unit overdue/leader");
    scene.policy.after_hours[REMINDER_OVERDUE][REMINDER_UNIT] = REMINDER_NEVER;
    must_be(&scene, "2026-03-13T07:30:00", "overdue/officer overdue/leader");
    free(scene.block);
}

static void outside_the_sessions_nobody_is_told(void **state) /* */
{
    struct scene scene = scene_make();

    (void)state;
    set_day_limit(&scene, "2026-03-02T10:00:00", "2026-03-06T17:00:00"); /* a Friday */
    must_be(&scene, "2026-03-07T10:00:00", "");
    must_be(&scene, "2026-03-09T07:29:59", "");
    must_be(&scene, "2026-03-09T07:30:00", "overdue/officer");
    must_be(&scene, "2026-03-09T11:30:00", "");
    must_be(&scene, "2026-03-09T13:00:00", "overdue/officer");
    free(scene.block);
}

static bool is_for(const struct scene *scene, enum reminder_kind kind, enum reminder_level level,
                   const char *account, const char *unit, uint32_t roles)
{
    struct dossier_actor actor = {.roles = {roles}};

    strcpy(actor.officer.account, account);
    strcpy(actor.officer.unit, unit);
    return reminder_is_for(&scene->facts, kind, level, &actor);
}

static void each_level_is_told_to_its_people(void **state) /* */
{
    struct scene scene = {0};
    const uint32_t head = ROLE_BIT(LD_PHONG), director = ROLE_BIT(GD_TT);

    (void)state;
    scene.facts.responsible = (struct officer){"an", "P1"};
    scene.facts.receiver = (struct officer){"", "P2"};
    assert_true(is_for(&scene, REMINDER_OVERDUE, REMINDER_OFFICER, "an", "P1", 0));
    assert_false(is_for(&scene, REMINDER_OVERDUE, REMINDER_OFFICER, "binh", "P1", head));
    assert_true(is_for(&scene, REMINDER_UNCONFIRMED, REMINDER_OFFICER, "binh", "P2", 0));
    assert_false(is_for(&scene, REMINDER_UNCONFIRMED, REMINDER_OFFICER, "an", "P1", 0));
    assert_true(is_for(&scene, REMINDER_OVERDUE, REMINDER_UNIT, "chi", "P1", head));
    assert_false(is_for(&scene, REMINDER_OVERDUE, REMINDER_UNIT, "chi", "P2", head));
    assert_false(is_for(&scene, REMINDER_OVERDUE, REMINDER_UNIT, "an", "P1", ROLE_BIT(THU_LY)));
    assert_false(is_for(&scene, REMINDER_OVERDUE, REMINDER_UNIT, "gd", "TT", director));
    assert_true(is_for(&scene, REMINDER_OVERDUE, REMINDER_LEADER, "gd", "TT", director));
    assert_true(is_for(&scene, REMINDER_OVERDUE, REMINDER_LEADER, "ct", "", ROLE_BIT(LANH_DAO)));
    assert_false(is_for(&scene, REMINDER_OVERDUE, REMINDER_LEADER, "chi", "P1", head));
    assert_true(is_for(&scene, REMINDER_UNCOLLECTED, REMINDER_OFFICER, "em", "TT", /* */
                       ROLE_BIT(TIEP_NHAN)));
    assert_false(is_for(&scene, REMINDER_UNCOLLECTED, REMINDER_OFFICER, "an", "P1", head));
    scene.facts.responsible = (struct officer){"", ""}; /* it has only arrived */
    assert_true(is_for(&scene, REMINDER_ANSWER, REMINDER_OFFICER, "an", "", ROLE_BIT(TIEP_NHAN)));
    assert_false(is_for(&scene, REMINDER_ANSWER, REMINDER_OFFICER, "an", "", head));
    assert_true(is_for(&scene, REMINDER_ANSWER, REMINDER_UNIT, "gd", "TT", director));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_due_date_is_told_of_a_day_before_on_the_day_and_after),
        cmocka_unit_test(a_due_day_after_the_weekend_is_near_on_friday),
        cmocka_unit_test(who_accepted_it_on_its_last_day_is_told_when_it_turns_yellow),
        cmocka_unit_test(a_pause_an_end_and_no_limit_are_silent),
        cmocka_unit_test(a_time_limit_is_overdue_the_second_after),
        cmocka_unit_test(papers_handovers_and_answers_have_their_hours),
        cmocka_unit_test(a_result_nobody_fetches_is_told_of_after_five_working_days),
        cmocka_unit_test(what_nobody_settles_goes_higher),
        cmocka_unit_test(outside_the_sessions_nobody_is_told),
        cmocka_unit_test(each_level_is_told_to_its_people),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
