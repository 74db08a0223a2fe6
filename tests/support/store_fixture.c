#include "support/store_fixture.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/tx.h"

static void count_event(const struct event *event, void *data)
{
    struct store_fixture *fixture = data;

    assert_true(fixture->event_count < STORE_FIXTURE_EVENTS);
    fixture->events[fixture->event_count++] = event->seq;
}

static enum err make_centre(struct store_tx *tx, struct test_request *request)
{
    struct sql *q = sql_start(tx, STMT_CENTRE_INSERT);

    (void)request;
    sql_int(q, 1, 1);
    sql_text(q, 2, "H99.001");
    sql_text(q, 3, "Trung tâm thử nghiệm");
    sql_int(q, 4, 1);
    sql_run(q);
    return ERR_OK;
}

static void open_store(struct store_fixture *fixture, bool create)
{
    struct store_config config = store_config_default(fixture->folder);

    config.create = create;
    config.centre = create ? 1 : 0;
    config.committed = count_event;
    config.committed_data = fixture;
    fixture->done = fixture->event_count = 0;
    assert_int_equal(uv_loop_init(&fixture->loop), 0);
    assert_int_equal(store_open(&fixture->loop, &config, &fixture->store), ERR_OK);
}

void store_fixture_make(struct store_fixture *fixture)
{
    struct test_request centre = {.run = make_centre};

    random_start();
    temp_folder_make(fixture->folder);
    open_store(fixture, true);
    assert_int_equal(store_fixture_do(fixture, &centre), ERR_OK);
    fixture->done = 0;
}

void store_fixture_reopen(struct store_fixture *fixture)
{
    if (fixture->store)
        store_fixture_close(fixture);
    open_store(fixture, false);
}

static void closed(void *data)
{
    struct store_fixture *fixture = data;

    fixture->store = NULL;
}

void store_fixture_close(struct store_fixture *fixture)
{
    store_close(fixture->store, closed, fixture);
    uv_run(&fixture->loop, UV_RUN_DEFAULT);
    assert_null(fixture->store);
    assert_int_equal(uv_loop_close(&fixture->loop), 0);
}

void store_fixture_remove(struct store_fixture *fixture)
{
    if (fixture->store)
        store_fixture_close(fixture);
    temp_folder_remove(fixture->folder);
}

int store_fixture_set_up(void **state)
{
    struct store_fixture *fixture = calloc(1, sizeof *fixture);

    assert_non_null(fixture);
    store_fixture_make(fixture);
    *state = fixture;
    return 0;
}

int store_fixture_tear_down(void **state)
{
    store_fixture_remove(*state);
    free(*state);
    return 0;
}

/* ---- requests -------------------------------------------------------------------------------- */

static struct test_request *test_request_of(struct store_request *request)
{
    return container_of(request, struct test_request, request);
}

static enum err work(struct store_tx *tx, struct store_request *request)
{
    struct test_request *test = test_request_of(request);

    return test->run(tx, test);
}

static void refused(struct store_tx *tx, struct store_request *request, enum err outcome)
{
    struct test_request *test = test_request_of(request);

    test->refused(tx, test, outcome);
}

static void done(struct store_request *request, enum err outcome)
{
    struct test_request *test = test_request_of(request);

    test->outcome = outcome;
    test->done++;
    test->place = ++test->fixture->done;
    if (test->finished)
        test->finished(test);
}

static void prepare(struct store_fixture *fixture, struct test_request *request)
{
    request->fixture = fixture;
    request->request = (struct store_request){.work = work,
                                              .refused = request->refused ? refused : NULL,
                                              .done = done,
                                              .refuses_first = request->refuses_first};
}

void store_fixture_submit(struct store_fixture *fixture, struct test_request *request)
{
    prepare(fixture, request);
    assert_int_equal(store_submit(fixture->store, &request->request), ERR_OK);
}

void store_fixture_read(struct store_fixture *fixture, struct test_request *request)
{
    prepare(fixture, request);
    assert_int_equal(store_read(fixture->store, &request->request), ERR_OK);
}

void store_fixture_wait(struct store_fixture *fixture, int count)
{
    while (fixture->done < count)
        uv_run(&fixture->loop, UV_RUN_ONCE);
    assert_int_equal(fixture->done, count);
}

enum err store_fixture_do(struct store_fixture *fixture, struct test_request *request)
{
    store_fixture_submit(fixture, request);
    store_fixture_wait(fixture, fixture->done + 1);
    return request->outcome;
}

enum err store_fixture_look(struct store_fixture *fixture, struct test_request *request)
{
    store_fixture_read(fixture, request);
    store_fixture_wait(fixture, fixture->done + 1);
    return request->outcome;
}

struct question {
    struct test_request request;
    const char *sql;
};

static enum err ask(struct store_tx *tx, struct test_request *request)
{
    struct sql own = {.tx = tx};

    assert_int_equal(engine_prepare(tx->engine,
                                    container_of(request, struct question, request)->sql,
                                    &own.statement),
                     ENGINE_DONE);
    assert_true(sql_row(&own));
    request->number = sql_column_int(&own, 0);
    engine_finalize(own.statement);
    return ERR_OK;
}

int64_t store_fixture_number(struct store_fixture *fixture, const char *sql)
{
    struct question question = {.request = {.run = ask}, .sql = sql};

    assert_int_equal(store_fixture_look(fixture, &question.request), ERR_OK);
    return question.request.number;
}

/* ---- the gate -------------------------------------------------------------------------------- */

static enum err stand_at_gate(struct store_tx *tx, struct test_request *request)
{
    struct gate *gate = container_of(request, struct gate, request);

    (void)tx;
    uv_sem_post(&gate->reached);
    uv_sem_wait(&gate->opened);
    return ERR_OK;
}

void gate_close(struct store_fixture *fixture, struct gate *gate)
{
    gate->request = (struct test_request){.run = stand_at_gate};
    assert_int_equal(uv_sem_init(&gate->reached, 0), 0);
    assert_int_equal(uv_sem_init(&gate->opened, 0), 0);
    store_fixture_submit(fixture, &gate->request);
    uv_sem_wait(&gate->reached);
}

void gate_open(struct gate *gate)
{
    uv_sem_post(&gate->opened);
}

/* ---- sheets ---------------------------------------------------------------------------------- */

static void put_into_outbox(struct store_tx *tx, int64_t id, const char *subject)
{
    print_rows_insert(tx, &(struct print_request){.id = id,
                                                  .form = "ticket",
                                                  .paper = "80mm",
                                                  .subject = subject,
                                                  .printer = "",
                                                  .content = "{}",
                                                  .actor = "kiosk",
                                                  .at = instant_from_seconds(id),
                                                  .copy = 1});
}

static void remember(struct store_tx *tx, const char *key, int64_t number)
{
    struct stored_answer answer = {.status = 201};

    text_add_int(&answer.body, number);
    idempotency_put(tx, "kiosk", key, &answer, instant_from_seconds(number));
    text_release(&answer.body);
}

static bool recall(struct store_tx *tx, const char *key, int64_t *out_number)
{
    struct stored_answer answer = {.status = 0};
    const bool found = idempotency_get(tx, "kiosk", key, &answer);

    if (found)
        *out_number = strtoll(answer.body.data, NULL, 10);
    text_release(&answer.headers);
    text_release(&answer.body);
    return found;
}

enum err issue_sheet(struct store_tx *tx, struct test_request *request)
{
    struct event event = {.at = instant_from_seconds(event_log_next_seq(tx)),
                          .kind = "sheet_issued",
                          .actor = "kiosk"};
    char key[32], data[64];

    snprintf(key, sizeof key, "key-%06lld", (long long)request->input);
    if (recall(tx, key, &request->number))
        return ERR_OK;
    request->number = series_next(tx, "test", 0);
    snprintf(event.subject, sizeof event.subject, "s%lld", (long long)request->number);
    snprintf(data, sizeof data, "{\"key\":\"%s\",\"number\":%lld}", key,
             (long long)request->number);
    event.data = data;
    put_into_outbox(tx, event_log_next_seq(tx), event.subject);
    remember(tx, key, request->number);
    event_log_append(tx, &event);
    return ERR_OK;
}
