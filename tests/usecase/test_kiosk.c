/* People who come for a result, and calls for help. Rules checked. */
#include "support/dossier_fixture.h"

#include "store/shared_rows.h"
#include "usecase/check_in.h"
#include "usecase/help_call.h"

/* ---- check-in -------------------------------------------------------------------------------- */

static enum err put_result_service(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    setting_put(tx, "result_service", "C");
    return ERR_OK;
}

/* The dossier comes to a state as if it had been worked on. */
struct put_state {
    struct test_request request; /* first */
    struct dossier_record record;
};

static enum err put_state(struct store_tx *tx, struct test_request *request)
{
    dossier_rows_put(tx, &container_of(request, struct put_state, request)->record);
    return ERR_OK;
}

static void set_state(struct office_fixture *fixture, int64_t id, enum dossier_state state)
{
    struct put_state put = {.request.run = put_state,
                            .record = dossier_fixture_record(fixture, id)};

    put.record.dossier.state = state;
    assert_int_equal(office_write(fixture, &put.request), ERR_OK);
}

/* What came of it; a successful one releases the holder's view. */
static enum err come(struct office_fixture *fixture, const char *code, const char *secret,
                     struct check_in *out_check)
{
    *out_check = (struct check_in){.issue = {.site = "TT", .of_class = "P0"}};
    snprintf(out_check->code, sizeof out_check->code, "%s", code);
    snprintf(out_check->secret, sizeof out_check->secret, "%s", secret);
    out_check->issue.appointment = instant_none();
    office_prepare(fixture, &out_check->issue.command, "phatso", PERMISSION_TICKET_ISSUE,
                   check_in_run);
    const enum err err = office_do(fixture, &out_check->issue.command);
    if (err == ERR_OK)
        text_release(&out_check->dossier);
    command_release(&out_check->issue.command);
    return err;
}

static void a_result_that_is_ready_gives_one_ticket_a_day(void **state)
{
    struct office_fixture fixture;
    struct check_in check;

    (void)state;
    dossier_fixture_make(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    const struct dossier_record record = dossier_fixture_record(&fixture, id);
    set_state(&fixture, id, DOSSIER_RESULT_READY);
    assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_UNKNOWN_SERVICE);

    struct test_request setting = {.run = put_result_service};
    assert_int_equal(office_write(&fixture, &setting), ERR_OK);
    office_fixture_reopen(&fixture);
    assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_OK);
    assert_int_equal(check.outcome, CHECK_IN_ISSUED);
    const int64_t ticket = check.issue.record.ticket.id;
    assert_int_equal(office_ticket(&fixture, ticket).dossier, id);
    assert_string_equal(check.issue.record.number_service, "C");
    assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_OK);
    assert_int_equal(check.outcome, CHECK_IN_AGAIN);
    assert_int_equal(check.issue.record.ticket.id, ticket);

    office_set_time(&fixture, instant_plus_seconds(office_time(8, 0, 0), 24 * 3600));
    assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_OK);
    assert_int_equal(check.outcome, CHECK_IN_ISSUED);
    assert_int_not_equal(check.issue.record.ticket.id, ticket);
    office_fixture_remove(&fixture);
}

static void a_ticket_keeps_its_dossier_through_a_call(void **state)
{
    struct office_fixture fixture;
    struct check_in check;
    struct test_request setting = {.run = put_result_service};

    (void)state;
    dossier_fixture_make(&fixture);
    assert_int_equal(office_write(&fixture, &setting), ERR_OK);
    office_fixture_reopen(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    const struct dossier_record record = dossier_fixture_record(&fixture, id);
    set_state(&fixture, id, DOSSIER_RESULT_READY);
    assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_OK);
    assert_int_equal(office_sit(&fixture, "3", "tiepnhan1", "open"), ERR_OK);
    assert_int_equal(office_call_next(&fixture, "3", "tiepnhan1", false, NULL), ERR_OK);
    const struct ticket_record called = office_ticket(&fixture, check.issue.record.ticket.id);
    assert_int_equal(called.ticket.state, TICKET_CALLED);
    assert_int_equal(called.dossier, id);
    office_fixture_remove(&fixture);
}

static void what_has_no_result_gives_no_ticket(void **state)
{
    static const struct {
        enum dossier_state state;
        enum check_in_outcome outcome;
    } cases[] = {{DOSSIER_ACCEPTED, CHECK_IN_NOT_READY},
                 {DOSSIER_PROCESSING, CHECK_IN_NOT_READY},
                 {DOSSIER_RETURNED, CHECK_IN_RETURNED},
                 {DOSSIER_REFUSED, CHECK_IN_OVER},
                 {DOSSIER_STOPPED, CHECK_IN_OVER}};
    struct office_fixture fixture;
    struct check_in check;

    (void)state;
    dossier_fixture_make(&fixture);
    const int64_t id = dossier_fixture_new(&fixture);
    const struct dossier_record record = dossier_fixture_record(&fixture, id);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_state(&fixture, id, cases[i].state);
        assert_int_equal(come(&fixture, record.code, record.secret, &check), ERR_OK);
        assert_int_equal(check.outcome, cases[i].outcome);
        assert_int_equal(check.issue.record.ticket.id, 0);
    }
    assert_int_equal(come(&fixture, record.code, "AAAAAA", &check), ERR_NOT_FOUND);
    assert_int_equal(come(&fixture, "H55.128-990101-0001", record.secret, &check), ERR_NOT_FOUND);
    office_fixture_remove(&fixture);
}

/* ---- help ------------------------------------------------------------------------------------ */

static struct call_help call(struct office_fixture *fixture, const char *who, const char *site,
                             enum err expected)
{
    struct call_help made = {.again = false};

    snprintf(made.site, sizeof made.site, "%s", site);
    office_prepare(fixture, &made.command, who, PERMISSION_TICKET_ISSUE, call_help_run);
    assert_int_equal(office_do(fixture, &made.command), expected);
    command_release(&made.command);
    return made;
}

static enum err take(struct office_fixture *fixture, const char *who, int64_t id)
{
    struct take_help taken = {.id = id};

    office_prepare(fixture, &taken.command, who, PERMISSION_HELP_TAKE, take_help_run);
    const enum err err = office_do(fixture, &taken.command);
    if (err == ERR_STATE_FORBIDS)
        assert_string_equal(taken.command.facts.changed_by, "mot");
    command_release(&taken.command);
    return err;
}

static void a_caller_has_one_open_call_and_one_person_takes_it(void **state)
{
    struct office_fixture fixture;

    (void)state;
    office_fixture_make(&fixture);
    call(&fixture, "may", "XX", ERR_UNKNOWN_SITE);
    const struct call_help first = call(&fixture, "may", "TT", ERR_OK);
    assert_false(first.again);
    const struct call_help again = call(&fixture, "may", "TT", ERR_OK);
    assert_true(again.again);
    assert_int_equal(again.record.id, first.record.id);
    assert_false(call(&fixture, "khac", "TT", ERR_OK).again); /* somebody else's is another one */
    assert_false(call(&fixture, "may", "NT", ERR_OK).again);  /* at another site too */
    assert_int_equal(take(&fixture, "mot", first.record.id), ERR_OK);
    assert_int_equal(take(&fixture, "mot", first.record.id), ERR_OK);
    assert_int_equal(take(&fixture, "hai", first.record.id), ERR_STATE_FORBIDS);
    assert_int_equal(take(&fixture, "mot", 999999), ERR_NOT_FOUND);
    assert_false(call(&fixture, "may", "TT", ERR_OK).again);
    office_fixture_remove(&fixture);
}

static void a_call_of_yesterday_is_over(void **state)
{
    struct office_fixture fixture;

    (void)state;
    office_fixture_make(&fixture);
    const struct call_help before = call(&fixture, "may", "TT", ERR_OK);
    office_set_time(&fixture, instant_plus_seconds(office_time(8, 0, 0), 24 * 3600));
    assert_int_equal(take(&fixture, "mot", before.record.id), ERR_NOT_FOUND);
    assert_false(call(&fixture, "may", "TT", ERR_OK).again);
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_result_that_is_ready_gives_one_ticket_a_day),
        cmocka_unit_test(a_ticket_keeps_its_dossier_through_a_call),
        cmocka_unit_test(what_has_no_result_gives_no_ticket),
        cmocka_unit_test(a_caller_has_one_open_call_and_one_person_takes_it),
        cmocka_unit_test(a_call_of_yesterday_is_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
