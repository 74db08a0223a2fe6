/*
 * A small centre in a folder of its own, whose day a test plays verb by verb through the use cases.
 *
 * One site TT, 10 March 2026, default rules. Services A and B; counter 1 serves A, counter 2 serves
 * B and helps A after 600 s. The clock stands where the test puts it, in seconds from midnight.
 * One reader, so that reads are done in the order asked.
 */
#ifndef SUPPORT_PLAYED_OFFICE_H
#define SUPPORT_PLAYED_OFFICE_H

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/random.h"
#include "store/store.h"
#include "support/temp_folder.h"
#include "usecase/call_next.h"
#include "usecase/issue_ticket.h"
#include "usecase/move_ticket.h"
#include "usecase/office.h"
#include "usecase/set_counter.h"

enum { PLAYED_SECOND_FIRST = 7 * 3600 };

struct played_office {
    char folder[TEMP_PATH_SIZE];
    uv_loop_t loop;
    struct store *store;
    struct office office;
    struct date date;
};

/* ---- commands -------------------------------------------------------------------------------- */

static inline void played_done(struct command *command)
{
    *(bool *)command->owner = true;
}

/* Run one use case, on the writer or a reader, as the officer of `counter` ("" for the system). */
static inline enum err played_run(struct played_office *played, struct command *command,
                                  const char *counter, command_run_fn run, bool changes)
{
    bool done = false;

    command->office = &played->office;
    command->actor = (struct actor){.kind = ACTOR_SYSTEM};
    snprintf(command->actor.code, sizeof command->actor.code, "%s%s", counter[0] ? "canbo" : "",
             counter);
    command->run = run;
    command->done = played_done;
    command->owner = &done;
    assert_int_equal(changes ? command_submit(command) : command_read(command), ERR_OK);
    while (!done)
        uv_run(&played->loop, UV_RUN_ONCE);
    const enum err err = command->err;
    command_release(command);
    return err;
}

/* ---- the set-up ------------------------------------------------------------------------------ */

static inline void played_put(struct store_tx *tx, enum statement statement, const char *a,
                              const char *b, const char *c, int64_t after_s)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, 1);
    sql_text(q, 2, a);
    sql_text(q, 3, b);
    if (statement != STMT_COUNTER_SERVICE_PUT)
        sql_text(q, 4, c);
    else if (after_s < 0)
        sql_null(q, 4);
    else
        sql_int(q, 4, after_s);
    if (statement == STMT_SERVICE_PUT) {
        sql_int(q, 5, a[0]); /* position */
        sql_int(q, 6, 0);
    }
    sql_run(q);
}

struct played_set_up {
    struct store_request request;
    struct catalogue *catalogue;
    bool done;
};

static inline enum err played_set_up_work(struct store_tx *tx, struct store_request *request)
{
    struct played_set_up *set_up = container_of(request, struct played_set_up, request);
    struct sql *q = sql_start(tx, STMT_CENTRE_INSERT);

    sql_int(q, 1, 1);
    sql_text(q, 2, "H99.001");
    sql_text(q, 3, "Trung tâm thử nghiệm");
    sql_int(q, 4, 1);
    sql_run(q);
    played_put(tx, STMT_SITE_PUT, "TT", "Trụ sở", "Thôn Mẫu", 0);
    played_put(tx, STMT_SERVICE_PUT, "A", "Hộ tịch", "Civil status", 0);
    played_put(tx, STMT_SERVICE_PUT, "B", "Đất đai", "Land", 0);
    played_put(tx, STMT_COUNTER_PUT, "1", "TT", "Quầy 1", 0);
    played_put(tx, STMT_COUNTER_PUT, "2", "TT", "Quầy 2", 0);
    played_put(tx, STMT_COUNTER_SERVICE_PUT, "1", "A", "", -1);
    played_put(tx, STMT_COUNTER_SERVICE_PUT, "2", "B", "", -1);
    played_put(tx, STMT_COUNTER_SERVICE_PUT, "2", "A", "", 600);
    return catalogue_load(tx, &set_up->catalogue);
}

static inline void played_set_up_done(struct store_request *request, enum err outcome)
{
    assert_int_equal(outcome, ERR_OK);
    container_of(request, struct played_set_up, request)->done = true;
}

static inline void played_at(struct played_office *played, int32_t second)
{
    assert_int_equal(clock_set(&played->office.clock, instant_on_date(played->date, second), 0),
                     ERR_OK);
}

static inline void played_open(struct played_office *played)
{
    struct played_set_up set_up = {
        .request = {.work = played_set_up_work, .done = played_set_up_done}};

    random_start();
    temp_folder_make(played->folder);
    assert_int_equal(date_parse("2026-03-10", 10, &played->date), ERR_OK);
    struct store_config config = store_config_default(played->folder);
    config.create = true;
    config.centre = 1;
    config.readers = 1;
    assert_int_equal(uv_loop_init(&played->loop), 0);
    assert_int_equal(store_open(&played->loop, &config, &played->store), ERR_OK);
    assert_int_equal(store_submit(played->store, &set_up.request), ERR_OK);
    while (!set_up.done)
        uv_run(&played->loop, UV_RUN_ONCE);
    office_init(&played->office, played->store, set_up.catalogue);
    clock_start_training(&played->office.clock, instant_on_date(played->date, PLAYED_SECOND_FIRST),
                         0, instant_none());
}

static inline void played_closed(void *data)
{
    *(bool *)data = true;
}

/* Finish what was accepted; the folder stays. */
static inline void played_close(struct played_office *played)
{
    bool closed = false;

    store_close(played->store, played_closed, &closed);
    uv_run(&played->loop, UV_RUN_DEFAULT);
    assert_true(closed);
    assert_int_equal(uv_loop_close(&played->loop), 0);
    office_release(&played->office);
    clock_stop(&played->office.clock);
}

static inline void played_remove(struct played_office *played)
{
    temp_folder_remove(played->folder);
}

/* ---- verbs ----------------------------------------------------------------------------------- */

/* `appointment` in seconds from midnight, 0 for none. */
static inline int64_t played_appointment(struct played_office *played, int32_t second,
                                         const char *service, const char *of_class,
                                         int32_t appointment)
{
    struct issue_ticket issue = {.appointment = instant_none()};

    played_at(played, second);
    if (appointment)
        issue.appointment = instant_on_date(played->date, appointment);
    snprintf(issue.service, sizeof issue.service, "%s", service);
    snprintf(issue.of_class, sizeof issue.of_class, "%s", of_class);
    assert_int_equal(played_run(played, &issue.command, "", issue_ticket_run, true), ERR_OK);
    return issue.record.ticket.id;
}

static inline int64_t played_issue(struct played_office *played, int32_t second,
                                   const char *service, const char *of_class)
{
    return played_appointment(played, second, service, of_class, 0);
}

static inline void played_set_counter(struct played_office *played, int32_t second,
                                      const char *counter, const char *state)
{
    struct set_counter set = {.busy = false};

    played_at(played, second);
    snprintf(set.counter, sizeof set.counter, "%s", counter);
    snprintf(set.state, sizeof set.state, "%s", state);
    assert_int_equal(played_run(played, &set.command, counter, set_counter_run, true), ERR_OK);
}

/* The ticket called, QUEUE_NO_TICKET for nobody. */
static inline int64_t played_next(struct played_office *played, int32_t second, const char *counter)
{
    struct call_next call = {.finish_current = false};

    played_at(played, second);
    snprintf(call.counter, sizeof call.counter, "%s", counter);
    assert_int_equal(played_run(played, &call.command, counter, call_next_run, true), ERR_OK);
    return call.called_one ? call.called.ticket.id : QUEUE_NO_TICKET;
}

static inline void played_move(struct played_office *played, int32_t second, const char *counter,
                               enum ticket_verb verb, int64_t ticket, const char *service)
{
    struct move_ticket move = {.verb = verb, .ticket = ticket};

    played_at(played, second);
    snprintf(move.service, sizeof move.service, "%s", service);
    assert_int_equal(played_run(played, &move.command, counter, move_ticket_run, true), ERR_OK);
}

/* call-next and start at `second`, finish `length` later; the ticket served. */
static inline int64_t played_serve(struct played_office *played, int32_t second,
                                   const char *counter, int32_t length)
{
    const int64_t ticket = played_next(played, second, counter);

    assert_int_not_equal(ticket, QUEUE_NO_TICKET);
    played_move(played, second, counter, VERB_START, ticket, "");
    played_move(played, second + length, counter, VERB_FINISH, ticket, "");
    return ticket;
}

#endif
