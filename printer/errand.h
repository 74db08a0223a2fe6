/*
 * One order to print, and the talk about it with the server while it is carried out.
 *
 * An order is made by the reading thread and then belongs to a worker. The server may grant it
 * ("go") or cancel it at any time; those two flags are guarded by the worker's lock. Everything
 * else is the worker thread's alone.
 */
#ifndef PRINTER_ERRAND_H
#define PRINTER_ERRAND_H

#include <pthread.h>

#include "base/list.h"
#include "printer/destination.h"
#include "printer/events.h"
#include "printer/job.h"

enum order_kind { ORDER_RENDER, ORDER_PRINT, ORDER_STATUS };

struct order {
    struct link link;
    enum order_kind kind;
    struct job job; /* owned; not for ORDER_STATUS */
    char *output;   /* owned; path of the PDF, or NULL */
    struct destination destination;
    int generation;
    int known_job; /* the printer's number of the job, from an earlier run; 0 = none */
    bool was_sent; /* an earlier run reported "sent" */
    bool granted;
    bool cancelled;
};

/* What an errand shares with the thread that reads requests. */
struct errand_desk {
    pthread_mutex_t lock;
    pthread_cond_t changed;   /* a flag below, or of an order, or the queue */
    bool stopping;            /* no more requests will come */
    enum printer_state state; /* of the printer, last seen */
};

struct errand {
    struct order *order;      /* borrowed */
    struct errand_desk *desk; /* borrowed */
    struct events *events;    /* borrowed */
    bool by_hand;             /* no server: "go" at once, give up rather than retry */
    int attempts;             /* that failed in a row */
    int grace;                /* pauses taken since stopping */
    enum printer_state state; /* last seen; a copy of the desk's */
    bool held;                /* `state` was reported as attention */
    bool finished;            /* on paper, or cancelled: nobody need look */
};

enum errand_turn {
    ERRAND_GO_ON,
    ERRAND_CANCELLED,
    ERRAND_STOPPING, /* leave it: the next run takes it up */
};

/* Desk with a clock that does not jump. */
void errand_desk_init(struct errand_desk *desk);
void errand_desk_release(struct errand_desk *desk);

/* Free an order and what it owns. */
void order_free(struct order *order);

/*
 * Say that the printer has job number `job`, still without a document, and wait until the server
 * has stored that and says "go". Nothing may reach the printer before. Rule R-808.
 */
enum errand_turn errand_created(struct errand *errand, int job);

/* Remember in which state the printer is, for those who ask meanwhile. */
void errand_note(struct errand *errand, enum printer_state state);

/* Say that the whole document was handed over, that paper came out. */
void errand_sent(struct errand *errand);
void errand_printed(struct errand *errand, bool confirmed);

/*
 * A person must look. `final`: this errand is over and will not be tried again by itself; else it
 * goes on waiting, and is said once for each `state`.
 */
void errand_attention(struct errand *errand, const char *reason, const char *message);
void errand_hold(struct errand *errand, enum printer_state state, const char *message);
/* The printer is all right again. */
void errand_release(struct errand *errand);

/* It was cancelled. */
void errand_say_cancelled(struct errand *errand);

/*
 * Surely nothing was sent: say so and wait 1, 2, 4 .. 60 s (or `after_s` when > 0) before the next
 * attempt. Rule R-807.
 */
enum errand_turn errand_retry(struct errand *errand, const char *reason, int after_s);

/* Wait `ms` milliseconds, or until cancelled. After the end of input only a few more times. */
enum errand_turn errand_pause(struct errand *errand, int ms);

/* Name under which a printer knows the job: "p12#1". */
enum { ERRAND_NAME_SIZE = JOB_ID_MOST * 4 + 16 };
void errand_name(const struct errand *errand, char out_name[ERRAND_NAME_SIZE]);

#endif
