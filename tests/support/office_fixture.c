#include "support/office_fixture.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct instant office_time(int hour, int minute, int second)
{
    const struct date date = date_from_civil((struct civil){2026, 3, 10});

    return instant_on_date(date, (hour * 60 + minute) * 60 + second);
}

/* ---- the centre ------------------------------------------------------------------------------ */

static struct sql *start(struct store_tx *tx, enum statement statement, const char *code)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    return q;
}

static void put_site(struct store_tx *tx, const char *code, const char *name)
{
    struct sql *q = start(tx, STMT_SITE_PUT, code);

    sql_text(q, 3, name);
    sql_text(q, 4, "");
    sql_run(q);
}

static void put_service(struct store_tx *tx, const char *code, const char *name, int position)
{
    struct sql *q = start(tx, STMT_SERVICE_PUT, code);

    sql_text(q, 3, name);
    sql_text(q, 4, name);
    sql_int(q, 5, position);
    sql_int(q, 6, 0);
    sql_run(q);
}

static void put_counter(struct store_tx *tx, const char *code, const char *site)
{
    struct sql *q = start(tx, STMT_COUNTER_PUT, code);
    char name[32];

    snprintf(name, sizeof name, "Quầy %s", code);
    sql_text(q, 3, site);
    sql_text(q, 4, name);
    sql_run(q);
}

/* `after_s` below 0: the counter's own work. */
static void put_duty(struct store_tx *tx, const char *counter, const char *service, int after_s)
{
    struct sql *q = start(tx, STMT_COUNTER_SERVICE_PUT, counter);

    sql_text(q, 3, service);
    if (after_s >= 0)
        sql_int(q, 4, after_s);
    else
        sql_null(q, 4);
    sql_run(q);
}

static void put_duties(struct store_tx *tx)
{
    static const struct {
        const char *counter, *service;
        int after_s;
    } duties[] = {
        {"1", "A", -1}, {"2", "B", -1}, {"2", "A", 600}, {"3", "A", -1}, {"3", "B", -1},
        {"3", "C", -1}, {"4", "C", -1}, {"4", "B", 300}, {"9", "A", -1}, {"9", "B", -1},
    };

    for (size_t i = 0; i < sizeof duties / sizeof *duties; i++)
        put_duty(tx, duties[i].counter, duties[i].service, duties[i].after_s);
}

static enum err put_everything(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    put_site(tx, "TT", "Trụ sở chính");
    put_site(tx, "NT", "Điểm nhánh");
    put_service(tx, "A", "Hộ tịch", 1);
    put_service(tx, "B", "Đất đai", 2);
    put_service(tx, "C", "Chứng thực", 3);
    for (const char *code = "1234"; *code; code++)
        put_counter(tx, (const char[]){*code, '\0'}, "TT");
    put_counter(tx, "9", "NT");
    put_duties(tx);
    return ERR_OK;
}

struct load {
    struct test_request request;
    struct catalogue *catalogue;
};

static enum err load_catalogue(struct store_tx *tx, struct test_request *request)
{
    return catalogue_load(tx, &container_of(request, struct load, request)->catalogue);
}

static void open_office(struct office_fixture *fixture)
{
    struct load load = {.request = {.run = load_catalogue}};

    assert_int_equal(store_fixture_look(&fixture->store, &load.request), ERR_OK);
    clock_start_training(&fixture->office.clock, fixture->now, 0,
                         store_log_end(fixture->store.store));
    office_init(&fixture->office, fixture->store.store, load.catalogue);
    fixture->done = 0;
}

void office_fixture_make(struct office_fixture *fixture)
{
    office_fixture_make_with(fixture, NULL);
}

void office_fixture_make_with(struct office_fixture *fixture, struct test_request *more)
{
    struct test_request fill = {.run = put_everything};

    store_fixture_make(&fixture->store);
    assert_int_equal(store_fixture_do(&fixture->store, &fill), ERR_OK);
    if (more)
        assert_int_equal(store_fixture_do(&fixture->store, more), ERR_OK);
    fixture->now = office_time(8, 0, 0);
    open_office(fixture);
}

void office_fixture_close(struct office_fixture *fixture)
{
    store_fixture_close(&fixture->store);
    office_release(&fixture->office);
    clock_stop(&fixture->office.clock);
}

void office_fixture_reopen(struct office_fixture *fixture)
{
    if (fixture->store.store)
        office_fixture_close(fixture);
    store_fixture_reopen(&fixture->store);
    open_office(fixture);
}

void office_fixture_remove(struct office_fixture *fixture)
{
    if (fixture->store.store)
        office_fixture_close(fixture);
    store_fixture_remove(&fixture->store);
}

int office_fixture_set_up(void **state)
{
    struct office_fixture *fixture = calloc(1, sizeof *fixture);

    assert_non_null(fixture);
    office_fixture_make(fixture);
    *state = fixture;
    return 0;
}

int office_fixture_tear_down(void **state)
{
    office_fixture_remove(*state);
    free(*state);
    return 0;
}

void office_set_time(struct office_fixture *fixture, struct instant now)
{
    assert_int_equal(clock_set(&fixture->office.clock, now, 0), ERR_OK);
    fixture->now = now;
}

enum err office_write(struct office_fixture *fixture, struct test_request *request)
{
    return store_fixture_do(&fixture->store, request);
}

/* ---- commands -------------------------------------------------------------------------------- */

static void command_is_done(struct command *command)
{
    struct office_fixture *fixture = command->owner;

    fixture->done++;
}

void office_prepare(struct office_fixture *fixture, struct command *command, const char *actor,
                    enum permission permission, command_run_fn run)
{
    static const struct role_set roles = {ROLE_BIT(PHAT_SO) | ROLE_BIT(TIEP_NHAN)};

    *command = (struct command){.office = &fixture->office,
                                .actor = {.kind = ACTOR_PERSON, .roles = roles},
                                .permission = permission,
                                .run = run,
                                .done = command_is_done,
                                .owner = fixture};
    snprintf(command->actor.code, sizeof command->actor.code, "%s", actor);
}

void office_submit(struct office_fixture *fixture, struct command *command)
{
    (void)fixture;
    assert_int_equal(command_submit(command), ERR_OK);
}

void office_wait(struct office_fixture *fixture, int count)
{
    while (fixture->done < count)
        uv_run(&fixture->store.loop, UV_RUN_ONCE);
    assert_int_equal(fixture->done, count);
}

enum err office_do(struct office_fixture *fixture, struct command *command)
{
    office_submit(fixture, command);
    office_wait(fixture, fixture->done + 1);
    return command->err;
}

static enum err do_and_release(struct office_fixture *fixture, struct command *command)
{
    const enum err err = office_do(fixture, command);

    command_release(command);
    return err;
}

enum err office_try_issue(struct office_fixture *fixture, const char *site, const char *service,
                          const char *of_class, struct ticket_record *out_record)
{
    struct issue_ticket issue = {.appointment = instant_none()};

    snprintf(issue.site, sizeof issue.site, "%s", site);
    snprintf(issue.service, sizeof issue.service, "%s", service);
    snprintf(issue.of_class, sizeof issue.of_class, "%s", of_class);
    office_prepare(fixture, &issue.command, "kiosk", PERMISSION_TICKET_ISSUE, issue_ticket_run);
    const enum err err = do_and_release(fixture, &issue.command);
    if (err == ERR_OK)
        *out_record = issue.record;
    return err;
}

struct ticket_record office_issue(struct office_fixture *fixture, const char *service,
                                  const char *of_class)
{
    struct ticket_record record;

    assert_int_equal(office_try_issue(fixture, "TT", service, of_class ? of_class : "P0", &record),
                     ERR_OK);
    return record;
}

enum err office_sit(struct office_fixture *fixture, const char *counter, const char *officer,
                    const char *state)
{
    struct set_counter set = {.counter = ""};

    snprintf(set.counter, sizeof set.counter, "%s", counter);
    snprintf(set.state, sizeof set.state, "%s", state);
    office_prepare(fixture, &set.command, officer, PERMISSION_COUNTER_SIT, set_counter_run);
    return do_and_release(fixture, &set.command);
}

enum err office_call_next(struct office_fixture *fixture, const char *counter, const char *officer,
                          bool finish_current, struct call_next *out_call)
{
    struct call_next call = {.finish_current = finish_current};

    snprintf(call.counter, sizeof call.counter, "%s", counter);
    office_prepare(fixture, &call.command, officer, PERMISSION_TICKET_CALL, call_next_run);
    const enum err err = do_and_release(fixture, &call.command);
    if (out_call)
        *out_call = call;
    return err;
}

enum err office_call_ticket(struct office_fixture *fixture, const char *counter,
                            const char *officer, int64_t ticket)
{
    struct call_ticket call = {.ticket = ticket, .reason = "người già yếu"};

    snprintf(call.counter, sizeof call.counter, "%s", counter);
    office_prepare(fixture, &call.command, officer, PERMISSION_TICKET_CALL, call_ticket_run);
    return do_and_release(fixture, &call.command);
}

enum err office_move(struct office_fixture *fixture, enum ticket_verb verb, const char *officer,
                     int64_t ticket)
{
    struct move_ticket move = {.verb = verb, .ticket = ticket};

    office_prepare(fixture, &move.command, officer, PERMISSION_TICKET_CALL, move_ticket_run);
    return do_and_release(fixture, &move.command);
}

enum err office_transfer(struct office_fixture *fixture, const char *officer, int64_t ticket,
                         const char *service, const char *counter)
{
    struct move_ticket move = {.verb = VERB_TRANSFER, .ticket = ticket};

    snprintf(move.service, sizeof move.service, "%s", service);
    snprintf(move.counter, sizeof move.counter, "%s", counter ? counter : "");
    office_prepare(fixture, &move.command, officer, PERMISSION_TICKET_CALL, move_ticket_run);
    return do_and_release(fixture, &move.command);
}

struct get_ticket {
    struct command command;
    int64_t id;
    bool found;
    struct ticket_record record;
};

static enum err get_ticket_run(struct store_tx *tx, struct command *command)
{
    struct get_ticket *get = container_of(command, struct get_ticket, command);

    get->found = ticket_rows_get(tx, get->id, catalogue_rules, command->catalogue, &get->record);
    return ERR_OK;
}

struct ticket_record office_ticket(struct office_fixture *fixture, int64_t id)
{
    struct get_ticket get = {.id = id};

    office_prepare(fixture, &get.command, "", PERMISSION_QUEUE_READ, get_ticket_run);
    assert_int_equal(command_read(&get.command), ERR_OK);
    office_wait(fixture, fixture->done + 1);
    assert_int_equal(get.command.err, ERR_OK);
    command_release(&get.command);
    assert_true(get.found);
    return get.record;
}
