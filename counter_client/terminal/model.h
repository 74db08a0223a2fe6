/*
 * What the full screen knows: the person, the counter, the queue, the dossiers, the messages, and
 * whether the server is heard. Pure but for memory: events and answers go in, nothing is asked.
 *
 * The things of the API are kept as the JSON that the server gave (owned references); NULL until
 * they are known.
 */
#ifndef TERMINAL_MODEL_H
#define TERMINAL_MODEL_H

#include <jansson.h>
#include <stdbool.h>

#include "counter_client/terminal/said.h"

enum {
    MESSAGES_MAX = 40,
    MESSAGE_SIZE = 300,
    CLOCK_SIZE = sizeof "09:12",
    SINCE_SIZE = sizeof "09:12:31"
};

enum mood { MOOD_PLAIN, MOOD_GOOD, MOOD_ALARM };

struct message {
    char at[CLOCK_SIZE]; /* the server's time of day */
    enum mood mood;
    char text[MESSAGE_SIZE];
};

enum link_state { LINK_CONNECTING, LINK_LIVE, LINK_OFFLINE };

struct model {
    enum language language;
    json_t *me;       /* Me */
    json_t *counter;  /* Counter where the person sits */
    json_t *queue;    /* Queue of the counter's site */
    json_t *dossiers; /* array of DossierSummary: his open ones, earliest due date first */
    char now[40];     /* last instant the server told, as the API writes it; empty: none */
    enum link_state link;
    char offline_since[SINCE_SIZE];        /* the machine's time of day */
    struct message messages[MESSAGES_MAX]; /* newest first */
    int message_count;
    char complaint[MESSAGE_SIZE]; /* the line of errors; empty: none */
    bool busy;                    /* a change is on its way */
};

/* What an event makes the screen ask for anew: bits of model_event's answer. */
enum { MODEL_ASK_QUEUE = 1, MODEL_ASK_COUNTER = 2, MODEL_ASK_DOSSIERS = 4 };

void model_init(struct model *model, enum language language);
void model_release(struct model *model);

/* Replace one of the things; takes the reference `value`. */
void model_set(json_t **thing, json_t *value);

/* Take a new message, or forget the oldest for it. */
void model_say(struct model *model, enum mood mood, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Set the line of errors. */
void model_complain(struct model *model, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Take an event of the stream into account.
 *
 * kind  the event's kind; data its JSON; borrowed
 *
 * Returns what must be asked anew (MODEL_ASK_ bits), because the event does not tell it.
 */
unsigned model_event(struct model *model, const char *kind, const json_t *data);

/* Take a Counter into account, when it is the one where he sits. Somebody else sits there: that is
 * said, and the seat is lost. */
void model_counter(struct model *model, const json_t *counter);

/* Take a Ticket into account. */
void model_ticket(struct model *model, const json_t *ticket);

/* The dossiers of a DossierList, or of a page of it, are his: keep the open ones in order. */
void model_dossiers(struct model *model, const json_t *list);

/* The connection changed; `since` is the machine's time of day ("09:12:31"). */
void model_link(struct model *model, enum link_state link, const char *since);

/* The ticket called or being served at the counter; NULL: none. */
const json_t *model_ticket_now(const struct model *model);
/* State of the counter: "open", "paused", "closed", or "" when none is chosen. */
const char *model_counter_state(const struct model *model);
/* True when the person has that role. */
bool model_has_role(const struct model *model, const char *role);
/* True when he sees the dossiers of the whole centre at its reception. */
bool model_is_reception(const struct model *model);
/* People waiting for services that the counter serves first. */
int model_waiting_here(const struct model *model);
/* True when the service is one that the counter serves first. */
bool model_serves(const struct model *model, const char *service);

#endif
