/*
 * A small centre at work in a folder of its own, and one-line requests to it.
 *
 * A training centre whose clock stands still until it is set, so that a test is the same on every
 * run. Loop thread only. Sites TT (main) and NT (branch); services A, B, C; counters
 *
 *     1: A        2: B, helps A after 600 s        3: A, B, C        4: C, helps B after 300 s
 *
 * at TT, and 9: A, B at NT; the default queue rules. Every function that sends a command waits for
 * its answer; office_submit() and office_wait() send many at once.
 */
#ifndef SUPPORT_OFFICE_FIXTURE_H
#define SUPPORT_OFFICE_FIXTURE_H

#include "support/store_fixture.h"
#include "usecase/call_next.h"
#include "usecase/call_ticket.h"
#include "usecase/issue_ticket.h"
#include "usecase/move_ticket.h"
#include "usecase/set_counter.h"

struct office_fixture {
    struct store_fixture store;
    struct office office;
    struct instant now; /* where its clock stands */
    int done;           /* commands done since the centre was opened */
};

/* Instant on 10 March 2026 (a Tuesday), local time. */
struct instant office_time(int hour, int minute, int second);

/* Make the centre; its clock stands at office_time(8, 0, 0). */
void office_fixture_make(struct office_fixture *fixture);
/* The same; `more` changes the rows before the catalogue is loaded from them. */
void office_fixture_make_with(struct office_fixture *fixture, struct test_request *more);
/* Close and open it again, as a new process would find it. */
void office_fixture_reopen(struct office_fixture *fixture);
void office_fixture_close(struct office_fixture *fixture);
/* Close and remove the folder. */
void office_fixture_remove(struct office_fixture *fixture);
/* For cmocka: a new centre as the state of one test; and its end. */
int office_fixture_set_up(void **state);
int office_fixture_tear_down(void **state);

/* Set the clock, forward only. */
void office_set_time(struct office_fixture *fixture, struct instant now);

/* Run something in a transaction of its own; returns the outcome. */
enum err office_write(struct office_fixture *fixture, struct test_request *request);

/*
 * Fill what every command needs. `actor` is the code of an account with the roles PHAT_SO and
 * TIEP_NHAN; set another actor, a key or a digest in `command` afterwards.
 */
void office_prepare(struct office_fixture *fixture, struct command *command, const char *actor,
                    enum permission permission, command_run_fn run);
/* Send a prepared command; wait with office_wait(). */
void office_submit(struct office_fixture *fixture, struct command *command);
/* Run the loop until `count` commands are done in all. */
void office_wait(struct office_fixture *fixture, int count);
/* Send a prepared command and wait; returns its outcome. The caller releases it. */
enum err office_do(struct office_fixture *fixture, struct command *command);

/* ---- whole requests: prepared, done and released --------------------------------------------- */

/* A ticket at site TT, class P0 when NULL; must succeed. */
struct ticket_record office_issue(struct office_fixture *fixture, const char *service,
                                  const char *of_class);
/* `officer` opens, pauses or closes a counter. */
enum err office_sit(struct office_fixture *fixture, const char *counter, const char *officer,
                    const char *state);
/* call-next; `out_call` (may be NULL) holds the answer, its catalogue released. */
enum err office_call_next(struct office_fixture *fixture, const char *counter, const char *officer,
                          bool finish_current, struct call_next *out_call);
enum err office_call_ticket(struct office_fixture *fixture, const char *counter,
                            const char *officer, int64_t ticket);
enum err office_move(struct office_fixture *fixture, enum ticket_verb verb, const char *officer,
                     int64_t ticket);
enum err office_transfer(struct office_fixture *fixture, const char *officer, int64_t ticket,
                         const char *service, const char *counter);

/* Any site, service and class; returns the outcome, the ticket on success. */
enum err office_try_issue(struct office_fixture *fixture, const char *site, const char *service,
                          const char *of_class, struct ticket_record *out_record);

/* The ticket as it is stored now; it must be there. */
struct ticket_record office_ticket(struct office_fixture *fixture, int64_t id);

#endif
