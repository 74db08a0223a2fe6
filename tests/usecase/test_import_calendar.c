/* Rules checked. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "support/catalogue_fixture.h"

#define NO_MAKE_UP "\"compensatory_working_days\": []"

#define SESSIONS                                                                                   \
    "\"weekly_rest\": [\"T7\", \"CN\"], \"working_sessions\": [{\"effective_from\": "              \
    "\"2026-01-01\", \"sessions\": [[\"07:30\", \"11:30\"], [\"13:00\", \"17:00\"]]}]"

static const char first[] =
    "{\"meta\": {\"title\": \"Lịch 2026\", \"decree\": \"QĐ 1/QĐ-UBND\"}, " NO_MAKE_UP ", " SESSIONS
    ", \"days_off\": [{\"date\": \"2026-04-30\", \"status\": \"official\"}]}";
/* the same but for blanks and the order of keys */
static const char first_again[] =
    "{" SESSIONS "," NO_MAKE_UP ",\"days_off\":[{\"status\":\"official\",\"date\":\"2026-04-30\"}],"
    "\"meta\":{\"decree\":\"QĐ 1/QĐ-UBND\",\"title\":\"Lịch 2026\"}}";
static const char second[] =
    "{\"meta\": {\"title\": \"Lịch 2026\"}, " NO_MAKE_UP ", " SESSIONS
    ", \"days_off\": [{\"date\": \"2026-04-30\", \"status\": \"official\"},"
    "                 {\"date\": \"2026-05-01\", \"status\": \"official\"}]}";

struct look {
    struct test_request request;
    struct office *office;
    int64_t version; /* 0: in force */
    enum err err;
    const struct calendar_version *calendar;
};

static enum err look_run(struct store_tx *tx, struct test_request *request)
{
    struct look *look = container_of(request, struct look, request);

    look->err =
        look->version
            ? calendar_store_version(look->office->calendars, tx, look->version, &look->calendar)
            : calendar_store_current(look->office->calendars, tx, &look->calendar);
    return ERR_OK;
}

static struct look look_at(struct office_fixture *fixture, int64_t version)
{
    struct look look = {
        .request = {.run = look_run}, .office = &fixture->office, .version = version};

    assert_int_equal(store_fixture_look(&fixture->store, &look.request), ERR_OK);
    return look;
}

static enum err import_calendar(struct office_fixture *fixture, struct import *import,
                                const char *json)
{
    return catalogue_fixture_import(fixture, import, import_calendar_run, json);
}

/* Import that must succeed; true when it made a new version. */
static bool import_changes(struct office_fixture *fixture, const char *json)
{
    struct import import = {.rows = 0};

    assert_int_equal(import_calendar(fixture, &import, json), ERR_OK);
    catalogue_fixture_forget(&import);
    return import.changed != 0;
}

static bool works_on(const struct calendar_version *calendar, int month, int day)
{
    return calendar_is_working_day(calendar_document_calendar(calendar->document),
                                   date_from_civil((struct civil){2026, month, day}));
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void the_sample_calendar_is_imported_once(void **state)
{
    struct office_fixture fixture;
    char *json = catalogue_fixture_file("queue_server/sample/holidays.json");

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_true(import_changes(&fixture, json));
    assert_false(import_changes(&fixture, json));
    const struct look look = look_at(&fixture, 0);
    assert_int_equal(look.err, ERR_OK);
    assert_int_equal(look.calendar->row.version, 1);
    assert_false(works_on(look.calendar, 2, 17)); /* Tết Bính Ngọ, mùng 1 (domain 4.5) */
    assert_true(works_on(look.calendar, 3, 10));
    free(json);
    office_fixture_remove(&fixture);
}

static void an_office_without_a_calendar_covers_no_date(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_int_equal(look_at(&fixture, 0).err, ERR_CALENDAR_RANGE);
    assert_int_equal(look_at(&fixture, 1).err, ERR_NOT_FOUND);
    office_fixture_remove(&fixture);
}

static void a_version_keeps_who_entered_it_when_and_by_what_decree(void **state)
{
    struct office_fixture fixture;
    struct import import = {.decree = "TB 99/TB-UBND"};

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_true(import_changes(&fixture, first));
    office_set_time(&fixture, office_time(9, 0, 0));
    assert_int_equal(import_calendar(&fixture, &import, second), ERR_OK);
    catalogue_fixture_forget(&import);
    const struct look one = look_at(&fixture, 1), two = look_at(&fixture, 0);
    assert_string_equal(one.calendar->row.title, "Lịch 2026");
    assert_string_equal(one.calendar->row.decree, "QĐ 1/QĐ-UBND"); /* of the document */
    assert_true(one.calendar->row.entered_at.ms == office_time(8, 0, 0).ms);
    assert_int_equal(two.calendar->row.version, 2);
    assert_string_equal(two.calendar->row.decree, "TB 99/TB-UBND"); /* as given */
    assert_true(two.calendar->row.entered_at.ms == office_time(9, 0, 0).ms);
    office_fixture_remove(&fixture);
}

static void the_same_document_in_other_blanks_changes_nothing(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_true(import_changes(&fixture, first));
    assert_false(import_changes(&fixture, first_again));
    assert_int_equal(fixture.store.event_count, 1);
    office_fixture_remove(&fixture);
}

static void an_old_version_stays_as_it_was(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, first);
    const struct look before = look_at(&fixture, 0);
    import_changes(&fixture, second);
    const struct look old = look_at(&fixture, 1), now = look_at(&fixture, 0);
    assert_ptr_equal(before.calendar, old.calendar); /* loaded once */
    assert_true(works_on(old.calendar, 5, 1));
    assert_false(works_on(now.calendar, 5, 1));
    office_fixture_reopen(&fixture);
    const struct look again = look_at(&fixture, 1);
    assert_true(works_on(again.calendar, 5, 1));
    office_fixture_remove(&fixture);
}

static void a_faulty_calendar_is_refused_with_its_place(void **state)
{
    static const struct {
        const char *json;
        enum err err;
        const char *told;
    } files[] = {
        {"{", ERR_CALENDAR_MALFORMED, "line 1"},
        {"{}", ERR_CALENDAR_MALFORMED, ""},
        {"{" SESSIONS ", \"days_off\": [{\"date\": \"2026-02-30\"}]}", ERR_CALENDAR_MALFORMED,
         "days_off[0].date"},
        {"{" SESSIONS ", \"days_off\": [{\"date\": \"2026-01-10\"}],"
         " \"compensatory_working_days\": [{\"date\": \"2026-01-10\"}]}",
         ERR_CALENDAR_CONTRADICTION, "2026-01-10"},
    };
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, first);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct import import = {.rows = 0};

        assert_int_equal(import_calendar(&fixture, &import, files[i].json), files[i].err);
        assert_true(import.faults.length > 1);
        assert_non_null(strstr(import.faults.data, files[i].told));
        catalogue_fixture_forget(&import);
    }
    assert_int_equal(look_at(&fixture, 0).calendar->row.version, 1);
    office_fixture_remove(&fixture);
}

/* A transaction that is undone may have been looked at: its version must not be taken for the next
 * one with that number. */
static enum err look_and_give_up(struct store_tx *tx, struct test_request *request)
{
    struct look *look = container_of(request, struct look, request);
    struct calendar_version_row row = {.version = 1, .entered_at = office_time(8, 0, 0)};

    digest(second, strlen(second), row.digest);
    calendar_rows_insert(tx, &row, second);
    look_run(tx, request);
    assert_int_equal(look->err, ERR_OK);
    return ERR_STATE_FORBIDS;
}

static void a_version_that_was_undone_is_not_given_later(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct look undone = {.request = {.run = look_and_give_up}, .office = &fixture.office};
    assert_int_equal(office_write(&fixture, &undone.request), ERR_STATE_FORBIDS);
    assert_int_equal(look_at(&fixture, 0).err, ERR_CALENDAR_RANGE);
    import_changes(&fixture, first);
    const struct look look = look_at(&fixture, 0);
    assert_int_equal(look.calendar->row.version, 1);
    assert_true(works_on(look.calendar, 5, 1));
    office_fixture_remove(&fixture);
}

/* The readers load and look while the writer does: for the thread sanitizer. */
static void readers_and_the_writer_share_the_calendars(void **state)
{
    enum { LOOKS = 60 };
    struct office_fixture fixture;
    struct look looks[LOOKS], writer_looks[LOOKS];

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, first);
    import_changes(&fixture, second);
    const int before = fixture.store.done;
    for (int i = 0; i < LOOKS; i++) {
        looks[i] = (struct look){
            .request = {.run = look_run}, .office = &fixture.office, .version = i % 3};
        writer_looks[i] = looks[i];
        store_fixture_read(&fixture.store, &looks[i].request);
        store_fixture_submit(&fixture.store, &writer_looks[i].request);
    }
    store_fixture_wait(&fixture.store, before + 2 * LOOKS);
    for (int i = 0; i < LOOKS; i++) {
        assert_int_equal(looks[i].err, ERR_OK);
        assert_ptr_equal(looks[i].calendar, writer_looks[i].calendar);
        assert_ptr_equal(looks[i].calendar, looks[i % 3].calendar);
        assert_int_equal(looks[i].calendar->row.version, i % 3 ? i % 3 : 2);
    }
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_calendar_is_imported_once),
        cmocka_unit_test(an_office_without_a_calendar_covers_no_date),
        cmocka_unit_test(a_version_keeps_who_entered_it_when_and_by_what_decree),
        cmocka_unit_test(the_same_document_in_other_blanks_changes_nothing),
        cmocka_unit_test(an_old_version_stays_as_it_was),
        cmocka_unit_test(a_faulty_calendar_is_refused_with_its_place),
        cmocka_unit_test(a_version_that_was_undone_is_not_given_later),
        cmocka_unit_test(readers_and_the_writer_share_the_calendars),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
