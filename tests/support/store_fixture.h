/*
 * A store in a folder of its own, with its loop, and requests that a test waits for.
 *
 * Loop thread only. Nothing waits by time: store_fixture_wait() runs the loop until so many
 * requests are done, and the gate holds the writer until the test has queued what shall share a
 * group.
 */
#ifndef SUPPORT_STORE_FIXTURE_H
#define SUPPORT_STORE_FIXTURE_H

#include <uv.h>

#include "store/event_log.h"
#include "store/shared_rows.h"
#include "store/store.h"
#include "support/temp_folder.h"

enum { STORE_FIXTURE_EVENTS = 4096 };

struct store_fixture {
    uv_loop_t loop;
    char folder[TEMP_PATH_SIZE];
    struct store *store;                  /* NULL when closed */
    int done;                             /* requests done since the store was opened */
    int event_count;                      /* events told since then */
    int64_t events[STORE_FIXTURE_EVENTS]; /* their numbers, in the order told */
};

/* What a test asks of the store. `work` gets it back with test_request_of(). */
struct test_request {
    struct store_request request;
    struct store_fixture *fixture;
    enum err (*run)(struct store_tx *tx, struct test_request *request);
    void (*refused)(struct store_tx *tx, struct test_request *request, enum err outcome);
    void (*finished)(struct test_request *request); /* loop thread, when done; may be NULL */
    bool refuses_first;                             /* see struct store_request */
    int64_t input;                                  /* of the test's choice */

    /* Set by run. */
    int64_t number;
    int64_t seen[4];

    /* Set when done. */
    int done;  /* times: must be 1 */
    int place; /* 1st, 2nd ... to be done */
    enum err outcome;
};

/* Make a folder and a database in it. */
void store_fixture_make(struct store_fixture *fixture);
/* Open the store of the folder once more; closes one that is open. */
void store_fixture_reopen(struct store_fixture *fixture);
/* Finish what was accepted and close the store; the folder stays. */
void store_fixture_close(struct store_fixture *fixture);
/* Close and remove the folder. */
void store_fixture_remove(struct store_fixture *fixture);
/* For cmocka: a new fixture as the state of one test; and its end. */
int store_fixture_set_up(void **state);
int store_fixture_tear_down(void **state);

void store_fixture_submit(struct store_fixture *fixture, struct test_request *request);
void store_fixture_read(struct store_fixture *fixture, struct test_request *request);
/* Run the loop until `count` requests are done in all. */
void store_fixture_wait(struct store_fixture *fixture, int count);
/* Submit (or read) and wait; returns the outcome. */
enum err store_fixture_do(struct store_fixture *fixture, struct test_request *request);
enum err store_fixture_look(struct store_fixture *fixture, struct test_request *request);

/* The first column of the first row of any SELECT, as a number; read on a reader. */
int64_t store_fixture_number(struct store_fixture *fixture, const char *sql);

/* A request that holds the writer until gate_open(); submit it before those of one group. */
struct gate {
    struct test_request request;
    uv_sem_t reached, opened;
};

/* Returns when the writer stands at the gate. */
void gate_close(struct store_fixture *fixture, struct gate *gate);
/* Let the writer go on; the gate's memory is the caller's until its request is done. */
void gate_open(struct gate *gate);

/*
 * One numbered sheet: takes a number of series "test", appends an event, puts a print job into the
 * outbox and stores its answer under the key `request->input`; asked again it tells the stored
 * number. The shape of issue_ticket without the queue.
 */
enum err issue_sheet(struct store_tx *tx, struct test_request *request);

#endif
