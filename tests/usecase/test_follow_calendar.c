/*
 * Rules checked. Dossiers of five working days received on Tuesday 10 March
 * 2026 are due on Tuesday 17 March; with Friday 13 March off, on Wednesday 18 March.
 */
#include "support/dossier_fixture.h"

#include "usecase/follow_calendar.h"

#define FRIDAY_OFF "{\"date\": \"2026-03-13\", \"status\": \"official\"}"

/* More than one slice, less than two. */
enum { DOSSIERS = FOLLOW_SLICE + 50 };

static const char ordinary_due[] = "2026-03-17", moved_due[] = "2026-03-18";

struct scene {
    struct office_fixture office;
    int64_t ids[DOSSIERS];
};

static struct scene *make_scene(void)
{
    struct scene *scene = calloc(1, sizeof *scene);

    assert_non_null(scene);
    dossier_fixture_make(&scene->office);
    for (int i = 0; i < DOSSIERS; i++)
        scene->ids[i] = dossier_fixture_new(&scene->office);
    return scene;
}

static void end_scene(struct scene *scene)
{
    office_fixture_remove(&scene->office);
    free(scene);
}

/* How many dossiers are due on a date. */
static int due_on(struct scene *scene, const char *text)
{
    struct date date = {0};
    int count = 0;

    assert_int_equal(date_parse(text, strlen(text), &date), ERR_OK);
    for (int i = 0; i < DOSSIERS; i++)
        count += date_equal(dossier_fixture_record(&scene->office, scene->ids[i]).due.day, date);
    return count;
}

/* One slice; what it answers. */
static struct follow_calendar follow(struct office_fixture *office)
{
    struct follow_calendar follow = {.more = false};

    office_prepare(office, &follow.command, "", PERMISSION_CATALOGUE_CHANGE, follow_calendar_run);
    follow.command.actor = (struct actor){.kind = ACTOR_SYSTEM};
    assert_int_equal(office_do(office, &follow.command), ERR_OK);
    command_release(&follow.command);
    return follow;
}

static void dossiers_follow_in_slices_and_across_a_restart(void **state) /* */
{
    struct scene *scene = make_scene();

    (void)state;
    assert_int_equal(due_on(scene, ordinary_due), DOSSIERS);
    dossier_fixture_calendar(&scene->office, FRIDAY_OFF); /* and the first slice */
    assert_int_equal(due_on(scene, moved_due), FOLLOW_SLICE);
    assert_int_equal(due_on(scene, ordinary_due), DOSSIERS - FOLLOW_SLICE);

    office_fixture_reopen(&scene->office);
    const struct follow_calendar last = follow(&scene->office);
    assert_false(last.more);
    assert_int_equal(last.apply.version, 2);
    assert_int_equal(last.apply.moves.seen, DOSSIERS);
    assert_int_equal(last.apply.moves.later, DOSSIERS);
    assert_int_equal(last.apply.moves.earlier + last.apply.moves.kept, 0);
    assert_int_equal(due_on(scene, moved_due), DOSSIERS);

    const int events = scene->office.store.event_count;
    assert_false(follow(&scene->office).more);
    assert_int_equal(scene->office.store.event_count, events); /* nothing is done twice */
    end_scene(scene);
}

static void who_acts_before_his_slice_has_the_new_due_date(void **state) /* */
{
    struct scene *scene = make_scene();
    const int64_t id = scene->ids[DOSSIERS - 1];

    (void)state;
    dossier_fixture_calendar(&scene->office, FRIDAY_OFF);
    struct move_dossier *move =
        dossier_fixture_act(&scene->office, ACTION_REQUEST_WITHDRAWAL, id, id, "tiepnhan1",
                            "TT_PVHCC", ROLE_BIT(TIEP_NHAN));
    snprintf(move->reason, sizeof move->reason, "Công dân đề nghị");
    assert_int_equal(office_do(&scene->office, &move->command), ERR_OK);
    dossier_fixture_free(move, &move->body);
    assert_int_equal(due_on(scene, moved_due), FOLLOW_SLICE + 1);
    end_scene(scene);
}

/* A make-up day on Saturday 14 March would make them due on Monday 16: they keep Tuesday. */
static void time_is_given_and_what_was_given_is_taken_back(void **state) /* */
{
    static const char make_up[] =
        "{\"meta\": {\"title\": \"Lịch thử\", \"horizon\": [\"2026-01-01\", \"2027-12-31\"]}, "
        "\"weekly_rest\": [\"T7\", \"CN\"], \"working_sessions\": [{\"effective_from\": "
        "\"2026-01-01\", \"sessions\": [[\"07:30\", \"11:30\"], [\"13:00\", \"17:00\"]]}], "
        "\"compensatory_working_days\": [{\"date\": \"2026-03-14\", \"status\": \"official\"}], "
        "\"days_off\": []}";
    struct scene *scene = make_scene();
    struct import import = {.json = NULL};

    (void)state;
    assert_int_equal(
        catalogue_fixture_import(&scene->office, &import, import_calendar_run, make_up), ERR_OK);
    catalogue_fixture_forget(&import);
    struct follow_calendar last = follow(&scene->office);
    assert_int_equal(last.apply.moves.kept, DOSSIERS);
    assert_int_equal(last.apply.moves.later + last.apply.moves.earlier, 0);
    assert_int_equal(due_on(scene, ordinary_due), DOSSIERS);

    dossier_fixture_calendar(&scene->office, FRIDAY_OFF);
    follow(&scene->office);
    dossier_fixture_calendar(&scene->office, "");
    last = follow(&scene->office);
    assert_int_equal(last.apply.moves.earlier, DOSSIERS);
    assert_int_equal(due_on(scene, ordinary_due), DOSSIERS);
    end_scene(scene);
}

static void every_contradictory_date_is_named(void **state) /* */
{
    static const char json[] =
        "{\"weekly_rest\": [\"CN\"], \"working_sessions\": [{\"effective_from\": \"2026-01-01\", "
        "\"sessions\": [[\"07:30\", \"11:30\"]]}], \"days_off\": [{\"date\": \"2026-05-02\"}, "
        "{\"date\": \"2026-04-30\"}, {\"date\": \"2026-01-10\"}], \"compensatory_working_days\": "
        "[{\"date\": \"2026-01-10\"}, {\"date\": \"2026-04-25\"}, {\"date\": \"2026-05-02\"}, "
        "{\"date\": \"2026-05-02\"}]}";
    static const char expected[] =
        "2026-01-10: in both days_off[2] and compensatory_working_days[0]\n"
        "2026-05-02: in both days_off[0] and compensatory_working_days[2]\n";
    struct office_fixture office;
    struct import import = {.json = NULL};

    (void)state;
    dossier_fixture_make(&office);
    assert_int_equal(catalogue_fixture_import(&office, &import, import_calendar_run, json),
                     ERR_CALENDAR_CONTRADICTION);
    assert_string_equal(import.faults.data, expected);
    catalogue_fixture_forget(&import);
    office_fixture_remove(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dossiers_follow_in_slices_and_across_a_restart),
        cmocka_unit_test(who_acts_before_his_slice_has_the_new_due_date),
        cmocka_unit_test(time_is_given_and_what_was_given_is_taken_back),
        cmocka_unit_test(every_contradictory_date_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
