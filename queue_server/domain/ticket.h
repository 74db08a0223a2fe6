/*
 * A ticket: one person's turn in the business day, and everything that can happen to it.
 *
 * Pure. Each verb looks at the state, then changes the ticket (and the counter that holds it), or
 * returns an error and changes nothing. The caller supplies the instant, stores both, and writes
 * the event. Everything here - tickets, rules, number series, seq - belongs to one site.
 *
 *     waiting -call-> called -start-> serving -finish-> done
 *        ^               \______________/  |  \
 *        |  return: from parked            |   +- park -> parked      transfer -> waiting
 *        +--come_back: from no_show   no_show
 *     cancel: from waiting, parked, no_show; day_end: from waiting, called, serving, parked
 *
 * no_show, park, transfer and finish are allowed from called and from serving alike.
 * Source: queue order, "A ticket", "Other verbs", "End of the day". Rules R-111..R-121.
 */
#ifndef DOMAIN_TICKET_H
#define DOMAIN_TICKET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"
#include "domain/queue_counter.h"
#include "domain/queue_order.h"
#include "domain/queue_rules.h"

/* Stored by name (ticket_state_name); the numbers may change. */
enum ticket_state {
    TICKET_WAITING,
    TICKET_CALLED,
    TICKET_SERVING,
    TICKET_PARKED,
    TICKET_DONE,
    TICKET_NO_SHOW,
    TICKET_CANCELLED,
    TICKET_STATE_COUNT
};

/* What cancelled it. Stored: never renumber. */
enum ticket_closed_by {
    TICKET_NOT_CLOSED = 0,
    TICKET_CLOSED_BY_CANCEL = 1,
    TICKET_CLOSED_BY_DAY_END = 2
};

struct ticket {
    int64_t id;  /* of the caller's choice, not QUEUE_NO_TICKET */
    int64_t seq; /* order of issue in the business day */
    int service; /* indices of struct queue_rules */
    int of_class;
    enum ticket_state state;
    enum ticket_closed_by closed_by;
    int only_counter;           /* the only counter that may call it, or QUEUE_NONE */
    int counter;                /* where it is called, served or was last; or QUEUE_NONE */
    int32_t calls;              /* calls and recalls */
    bool came_back;             /* the one return after a no-show is used up */
    struct instant issued_at;   /* every instant below is instant_none() until it happens */
    struct instant appointment; /* as asked for at issue */
    struct instant order_at;    /* where the person stands */
    struct instant not_before;  /* call-next leaves it alone until then */
    struct instant first_called_at;
    struct instant called_at;   /* last call or recall */
    struct instant started_at;  /* of the present service; none again after a transfer or a park */
    struct instant finished_at; /* done */
    struct instant no_show_at;  /* last no-show */
};

struct ticket_request {
    int64_t id;
    int64_t seq;
    int service;
    int of_class;
    struct instant appointment; /* or instant_none() */
};

/*
 * Issue a ticket at `now`. Without an appointment it stands at now. With one for A: at A if
 * now <= A + appointment_late_s (A may lie after now: it may be called before A, it only stands
 * there); else at now, and its class becomes the class's late_becomes, if it has one.
 *
 * request  borrowed; service and class are indices of `rules`
 */
void ticket_issue(const struct queue_rules *rules, const struct ticket_request *request,
                  struct instant now, struct ticket *out_ticket);

/*
 * Call a waiting ticket to `counter`: after queue_order_decide chose it, or this particular one,
 * whatever its service, not_before and only_counter.
 *
 * Returns ERR_OK; ERR_STATE when it does not wait, then ERR_COUNTER_BUSY.
 */
enum err ticket_call(struct ticket *ticket, struct queue_counter *counter, struct instant now);

/* Call the called person once more. ERR_STATE unless called. */
enum err ticket_recall(struct ticket *ticket, struct instant now);

/* The person is here: service begins. ERR_STATE unless called. */
enum err ticket_start(struct ticket *ticket, struct instant now);

/*
 * The verbs on the current ticket of a counter: ERR_STATE when `counter` has not called or is not
 * serving just this ticket. All of them free the counter.
 */
/* Done. */
enum err ticket_finish(struct ticket *ticket, struct queue_counter *counter, struct instant now);
/* Not there. */
enum err ticket_no_show(struct ticket *ticket, struct queue_counter *counter, struct instant now);
/* Set aside until ticket_return. */
enum err ticket_park(struct ticket *ticket, struct queue_counter *counter);
/*
 * Wait again, for `service`, order_at kept, not_before = now; for `only_counter` alone, or for any
 * (QUEUE_NONE). After ERR_STATE: ERR_NOT_SERVED when the counter given does not serve the service,
 * primary or help, for nobody would ever call that person.
 */
enum err ticket_transfer(struct ticket *ticket, struct queue_counter *counter,
                         const struct queue_rules *rules, int service, int only_counter,
                         struct instant now);

/*
 * A no-show comes back (`back`, R-117): waits again, order_at and only_counter kept, not_before =
 * now + return_delay_s.
 *
 * Returns ERR_OK; ERR_STATE unless no_show; ERR_ONCE_ONLY the second time in the ticket's life;
 * ERR_TOO_LATE more than return_window_s after the no-show.
 */
enum err ticket_come_back(struct ticket *ticket, const struct queue_rules *rules,
                          struct instant now);

/* A parked ticket waits again, order_at and only_counter kept, not_before = now. */
enum err ticket_return(struct ticket *ticket, struct instant now);

/* ERR_STATE unless waiting, parked or no_show. */
enum err ticket_cancel(struct ticket *ticket);

/*
 * Close a ticket of a day that is over: waiting, called, serving or parked becomes cancelled,
 * closed by the end of the day. ERR_STATE for the others. The caller starts every counter
 * anew with queue_counter_new_day.
 */
enum err ticket_day_end(struct ticket *ticket);

/*
 * Seconds of service, finish - start. False without one: not done, or finished without
 * having been started.
 */
bool ticket_service_time(const struct ticket *ticket, int64_t *out_seconds);

/* The ticket as queue_order_decide sees it; of use while it waits. */
struct queue_candidate ticket_candidate(const struct ticket *ticket);

/* "waiting", "called", "serving", "parked", "done", "no_show", "cancelled"; must not be freed. */
const char *ticket_state_name(enum ticket_state state);
/* False for any other text. */
bool ticket_state_parse(const char *name, enum ticket_state *out_state);

enum { TICKET_LETTERS_MAX = 4, TICKET_NUMBER_SIZE = TICKET_LETTERS_MAX + 11 };

/*
 * Write the number people see: the service's letters and three digits, "A015", four after 999,
 * "A1000".
 *
 * letters  1..TICKET_LETTERS_MAX bytes
 * number   from 1 up
 */
void ticket_number_format(const char *letters, int32_t number, char out_text[TICKET_NUMBER_SIZE]);

#endif
