/* Rules checked. */
#include "support/dossier_fixture.h"

#include "domain/working_time.h"
#include "support/slow_pending.h"
#include "usecase/calendar_store.h"
#include "usecase/dossier_due.h"

enum { MANY = 50 };

static int by_code(const void *a, const void *b)
{
    return strcmp(((const struct dossier_record *)a)->code,
                  ((const struct dossier_record *)b)->code);
}

/* ---- many at once ------------------------------------------------------------------------------
 */

/* the agency's numbers of the day are 1, 2, 3 ... whoever asks and however fast. */
static void fifty_dossiers_of_one_second_have_codes_without_gap_or_double(void **state)
{
    static struct open_dossier *open[MANY];
    static struct dossier_record records[MANY];
    struct office_fixture fixture;

    (void)state;
    dossier_fixture_make(&fixture);
    const int before = fixture.done;
    for (int i = 0; i < MANY; i++) {
        char account[16];

        snprintf(account, sizeof account, "tiepnhan%d", i % 8);
        open[i] = dossier_fixture_open(&fixture, account);
        office_submit(&fixture, &open[i]->command);
    }
    office_wait(&fixture, before + MANY);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(open[i]->command.err, ERR_OK);
        records[i] = dossier_fixture_record(&fixture, open[i]->version);
        dossier_fixture_free(open[i], &open[i]->body);
    }
    qsort(records, MANY, sizeof *records, by_code);
    for (int i = 0; i < MANY; i++) {
        char code[DOSSIER_CODE_SIZE];

        snprintf(code, sizeof code, "H99.001-260310-%04d", i + 1);
        assert_string_equal(records[i].code, code);
        assert_int_equal(records[i].book_row > 0, true);
    }
    office_fixture_remove(&fixture);
}

/* two who saw the same version: the second is told, and nothing is half done. */
static void of_two_conflicting_actions_in_one_group_the_second_is_refused(void **state)
{
    struct office_fixture fixture;

    (void)state;
    dossier_fixture_make(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    struct move_dossier *one = dossier_fixture_act(&fixture, ACTION_REQUEST_WITHDRAWAL, id, id,
                                                   "tiepnhan1", "TT_PVHCC", ROLE_BIT(TIEP_NHAN));
    struct move_dossier *other = dossier_fixture_act(&fixture, ACTION_REQUEST_WITHDRAWAL, id, id,
                                                     "tiepnhan2", "TT_PVHCC", ROLE_BIT(TIEP_NHAN));
    snprintf(one->reason, sizeof one->reason, "Công dân đề nghị");
    snprintf(other->reason, sizeof other->reason, "Công dân đề nghị");
    const int before = fixture.done;
    office_submit(&fixture, &one->command);
    office_submit(&fixture, &other->command);
    office_wait(&fixture, before + 2);
    assert_int_equal(one->command.err, ERR_OK);
    assert_int_equal(other->command.err, ERR_VERSION_CONFLICT);
    assert_string_equal(other->command.facts.changed_by, "tiepnhan1");
    assert_int_equal(dossier_fixture_record(&fixture, id).version, one->version);
    dossier_fixture_free(one, &one->body);
    dossier_fixture_free(other, &other->body);
    office_fixture_remove(&fixture);
}

/* the same key gives the first answer; one dossier is there. */
static void a_repeated_key_opens_one_dossier(void **state)
{
    struct office_fixture fixture;
    struct open_dossier *first, *again;

    (void)state;
    dossier_fixture_make(&fixture);
    first = dossier_fixture_open(&fixture, "tiepnhan1");
    again = dossier_fixture_open(&fixture, "tiepnhan1");
    snprintf(first->command.key, sizeof first->command.key, "khoa-00001");
    snprintf(again->command.key, sizeof again->command.key, "khoa-00001");
    const int before = fixture.done;
    office_submit(&fixture, &first->command);
    office_submit(&fixture, &again->command);
    office_wait(&fixture, before + 2);
    assert_false(first->command.replayed);
    assert_true(again->command.replayed);
    assert_int_equal(again->command.answer.status, first->command.answer.status);
    assert_int_equal(again->version, 0); /* it did not run */
    dossier_fixture_free(first, &first->body);
    dossier_fixture_free(again, &again->body);
    const int64_t next = dossier_fixture_new(&fixture);
    assert_string_equal(dossier_fixture_record(&fixture, next).code, "H99.001-260310-0002");
    office_fixture_remove(&fixture);
}

/* ---- refusals change nothing
 * --------------------------------------------------------------------- */

/* outside the calendar nothing is accepted, and no number is lost. */
static void a_refused_intake_takes_no_number(void **state)
{
    struct office_fixture fixture;

    (void)state;
    dossier_fixture_make(&fixture);
    struct open_dossier *open = dossier_fixture_open(&fixture, "tiepnhan1");
    open->document_count = 0;
    assert_int_equal(office_do(&fixture, &open->command), ERR_DOCUMENTS_MISSING);
    dossier_fixture_free(open, &open->body);
    const int64_t id = dossier_fixture_new(&fixture);
    assert_string_equal(dossier_fixture_record(&fixture, id).code, "H99.001-260310-0001");
    office_set_time(&fixture,
                    instant_on_date(date_from_civil((struct civil){2027, 12, 30}), 9 * 3600));
    open = dossier_fixture_open(&fixture, "tiepnhan1");
    assert_int_equal(office_do(&fixture, &open->command), ERR_CALENDAR_RANGE);
    dossier_fixture_free(open, &open->body);
    office_fixture_remove(&fixture);
}

/* ---- due dates
 * ------------------------------------------------------------------------------------ */

static void assert_due(struct office_fixture *fixture, int64_t id, int month, int day)
{
    const struct date due = dossier_fixture_record(fixture, id).due.day;

    assert_int_equal(due.day, date_from_civil((struct civil){2026, month, day}).day);
}

/* WORKING_DAYS 5 from Tuesday 10 March: Tuesday 17 March. A day off on the 12th: 18 March.
 * Undone again: what the calendar at acceptance said. */
static void an_amended_calendar_gives_time_and_never_takes_it(void **state)
{
    static const char day_off[] = "{\"date\": \"2026-03-12\", \"status\": \"official\"}";
    struct office_fixture fixture;

    (void)state;
    dossier_fixture_make(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    assert_due(&fixture, id, 3, 17);
    dossier_fixture_calendar(&fixture, day_off);
    assert_due(&fixture, id, 3, 18);
    const int64_t second = dossier_fixture_new(&fixture); /* accepted under the amended one */
    assert_due(&fixture, second, 3, 18);
    dossier_fixture_calendar(&fixture, "");
    assert_due(&fixture, id, 3, 17);
    assert_due(&fixture, second, 3, 18);
    office_fixture_remove(&fixture);
}

struct due_look {
    struct test_request request;
    struct office *office;
    const char *limit;
    struct dossier_record record;
    const struct calendar *calendar;
};

static enum err due_run(struct store_tx *tx, struct test_request *request)
{
    struct due_look *look = container_of(request, struct due_look, request);
    const struct calendar_version *version;

    look->record = (struct dossier_record){.cutoff_s = -1};
    look->record.dossier.accepted_at = office_time(9, 12, 0);
    snprintf(look->record.limit_text, sizeof look->record.limit_text, "%s", look->limit);
    assert_int_equal(calendar_store_current(look->office->calendars, tx, &version), ERR_OK);
    look->calendar = calendar_document_calendar(version->document);
    return dossier_due_compute(tx, look->office, &look->record);
}

static struct instant at(const char *iso)
{
    struct instant instant;

    assert_int_equal(instant_parse(iso, strlen(iso), &instant), ERR_OK);
    return instant;
}

static struct due due_on_friday(enum due_kind kind)
{
    const struct instant friday = at("2026-03-13T17:00:00");

    return (struct due){kind, friday, date_of_instant(friday)};
}

/* Cases 63 and 65: so the rule is read right. Forty working hours in all: a fifth is eight hours.
 */
static void pending_classes_follow_their_order(void **state)
{
    const struct due day = due_on_friday(DUE_DAY), time = due_on_friday(DUE_TIME);
    const struct instant friday = at("2026-03-13T17:00:00");
    enum { HOUR = 3600, LIMIT = 40 * HOUR };

    (void)state;
    assert_int_equal(slow_pending(day, false, at("2026-03-10T08:00"), 8 * HOUR + 1, LIMIT),
                     PENDING_IN_TIME);
    assert_int_equal(slow_pending(day, false, at("2026-03-12T08:00"), 8 * HOUR, LIMIT),
                     PENDING_NEAR_DUE);
    assert_int_equal(slow_pending(day, false, at("2026-03-13T13:00"), 4 * HOUR, 5 * HOUR),
                     PENDING_NEAR_DUE);
    assert_int_equal(slow_pending(day, false, at("2026-03-13T13:00"), 4 * HOUR + 1, 5 * HOUR),
                     PENDING_IN_TIME);
    assert_int_equal(slow_pending(day, false, at("2026-03-13T23:59:59"), 0, LIMIT),
                     PENDING_NEAR_DUE); /* due today is not overdue today */
    assert_int_equal(slow_pending(day, false, at("2026-03-14T00:00:00"), 0, LIMIT),
                     PENDING_OVERDUE);
    assert_int_equal(slow_pending(time, false, friday, 0, LIMIT), PENDING_NEAR_DUE);
    assert_int_equal(slow_pending(time, false, at("2026-03-13T17:00:01"), 0, LIMIT),
                     PENDING_OVERDUE);
    assert_int_equal(slow_pending(day, true, at("2026-03-20T08:00"), 0, LIMIT), PENDING_PAUSED);
    assert_int_equal(slow_pending((struct due){.kind = DUE_NONE}, true, friday, 0, 0),
                     PENDING_IN_TIME);
}

/* the thresholds say at every instant what the rule says. */
static void thresholds_agree_with_the_rule_at_every_quarter_of_an_hour(void **state)
{
    static const char *const limits[] = {
        "SAME_DAY",        "WORKING_DAYS 5",  "WORKING_DAYS 0.5", "WORKING_HOURS 8",
        "CALENDAR_DAYS 7", "WORKING_HOURS 2", "WORKING_DAYS 40",  "NONE"};
    struct office_fixture fixture;

    (void)state;
    dossier_fixture_make(&fixture);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct due_look look = {
            .request = {.run = due_run}, .office = &fixture.office, .limit = limits[i]};
        int64_t limit_s = 0;

        assert_int_equal(store_fixture_look(&fixture.store, &look.request), ERR_OK);
        const struct due due = look.record.due;
        const struct instant from = look.record.dossier.accepted_at;
        if (due.kind != DUE_NONE)
            assert_int_equal(working_time_between(look.calendar, from, due.at, &limit_s), ERR_OK);
        for (int quarter = 0; quarter < 90 * 96; quarter++) {
            const struct instant at = instant_plus_seconds(from, quarter * 900);
            int64_t left_s = 0;

            if (due.kind != DUE_NONE && instant_before(at, due.at))
                assert_int_equal(working_time_between(look.calendar, at, due.at, &left_s), ERR_OK);
            assert_int_equal(dossier_due_pending(&look.record, at),
                             slow_pending(due, false, at, left_s, limit_s));
        }
    }
    office_fixture_remove(&fixture);
}

/* ---- figures --------------------------------------------------------------------------------- */

struct figures {
    struct test_request request;
    int64_t received, resolved;
};

static enum err figures_run(struct store_tx *tx, struct test_request *request)
{
    struct figures *figures = container_of(request, struct figures, request);
    struct sql *q = sql_start(tx, STMT_DOSSIER_COUNT_ALL);

    sql_int(q, 1, sql_centre(tx));
    while (sql_row(q)) {
        if (sql_column_int(q, 0) != GRAIN_MONTH || sql_column_int(q, 1) != DIM_ALL ||
            sql_column_int(q, 2) != 202603)
            continue;
        figures->received = sql_column_int(q, 4) + sql_column_int(q, 5);
        figures->resolved = sql_column_int(q, 6) + sql_column_int(q, 7) + sql_column_int(q, 8);
    }
    sql_end(q);
    return sql_outcome(tx);
}

/* three received, one of them stopped. */
static void figures_of_the_month_follow_what_happens(void **state)
{
    struct office_fixture fixture;
    struct figures figures = {.request = {.run = figures_run}};

    (void)state;
    dossier_fixture_make(&fixture);
    dossier_fixture_new(&fixture);
    dossier_fixture_new(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    struct move_dossier *move = dossier_fixture_act(&fixture, ACTION_REQUEST_WITHDRAWAL, id, id,
                                                    "tiepnhan1", "TT_PVHCC", ROLE_BIT(TIEP_NHAN));
    snprintf(move->reason, sizeof move->reason, "Công dân đề nghị");
    assert_int_equal(office_do(&fixture, &move->command), ERR_OK);
    const int64_t version = move->version;
    dossier_fixture_free(move, &move->body);
    move = dossier_fixture_act(&fixture, ACTION_STOP, id, version, "giamdoc", "TT_PVHCC",
                               ROLE_BIT(GD_TT));
    snprintf(move->reason, sizeof move->reason, "Chưa có quyết định");
    assert_int_equal(office_do(&fixture, &move->command), ERR_OK);
    dossier_fixture_free(move, &move->body);
    assert_int_equal(store_fixture_look(&fixture.store, &figures.request), ERR_OK);
    assert_int_equal(figures.received, 3);
    assert_int_equal(figures.resolved, 1);
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fifty_dossiers_of_one_second_have_codes_without_gap_or_double),
        cmocka_unit_test(of_two_conflicting_actions_in_one_group_the_second_is_refused),
        cmocka_unit_test(a_repeated_key_opens_one_dossier),
        cmocka_unit_test(a_refused_intake_takes_no_number),
        cmocka_unit_test(an_amended_calendar_gives_time_and_never_takes_it),
        cmocka_unit_test(pending_classes_follow_their_order),
        cmocka_unit_test(thresholds_agree_with_the_rule_at_every_quarter_of_an_hour),
        cmocka_unit_test(figures_of_the_month_follow_what_happens),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
