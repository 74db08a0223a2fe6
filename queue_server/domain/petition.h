/*
 * A petition (phản ánh, kiến nghị) in the register: its states, its clocks, what may be done.
 *
 *     received -take-> processing -answer-> answered -publish-> answered, published
 *     received, processing -forward-> forwarded      -refuse-> refused
 *     processing -request_supplement-> processing, once
 *
 * Pure. Limits are working days, counted from the day after receipt, and compared by dates; they
 * are policy values [D]. Source: domain 5.4 (clocks), 9.2. Rules.
 */
#ifndef DOMAIN_PETITION_H
#define DOMAIN_PETITION_H

#include "domain/calendar.h"

/* Names are stored and sent, numbers never. */
#define PETITION_STATE_MAP(X)                                                                      \
    X(RECEIVED, received)                                                                          \
    X(PROCESSING, processing)                                                                      \
    X(ANSWERED, answered)                                                                          \
    X(FORWARDED, forwarded)                                                                        \
    X(REFUSED, refused)

enum petition_state {
#define X(upper, lower) PETITION_##upper,
    PETITION_STATE_MAP(X)
#undef X
        PETITION_STATES
};

enum petition_action {
    PETITION_TAKE,
    PETITION_REQUEST_SUPPLEMENT,
    PETITION_FORWARD,
    PETITION_REFUSE,
    PETITION_ANSWER,
    PETITION_PUBLISH,
    PETITION_ACTIONS
};

struct petition_policy {
    int sort_days;    /* to take it up, pass it on or refuse it; 2 */
    int ask_days;     /* to ask for more; 5 */
    int answer_days;  /* to answer; 15 */
    int publish_days; /* after the answer; 2 */
};
struct petition_policy petition_policy_default(void);

/* Instants are instant_none(), dates of day 0 for what is not there yet. */
struct petition {
    enum petition_state state;
    struct instant received_at;
    struct date sort_by, ask_by, answer_by, publish_by; /* last days */
    struct instant asked_at;
    struct instant ended_at; /* answered, forwarded or refused */
    bool on_time;            /* once it has ended */
    struct instant published_at;
};

const char *petition_state_name(enum petition_state state);
bool petition_state_from_name(const char *name, enum petition_state *out_state);
/* Names of the actions, NULL at the end, in the order of the enum. */
extern const char *const petition_action_names[PETITION_ACTIONS + 1];

/* Enter it now. ERR_OK, or ERR_CALENDAR_RANGE when a last day lies beyond the calendar. R-554. */
enum err petition_begin(const struct calendar *calendar, const struct petition_policy *policy,
                        struct instant now, struct petition *out_petition);

/*
 * Carry out an action.
 *
 * text_given  what is asked for, to whom it goes, why not, the answer; needed by these four
 * petition    changed on success only
 *
 * Returns ERR_OK; ERR_STATE_FORBIDS; ERR_REASON_MISSING; ERR_CALENDAR_RANGE. Rules.
 */
enum err petition_act(const struct calendar *calendar, const struct petition_policy *policy,
                      enum petition_action action, bool text_given, struct instant now,
                      struct petition *petition);

/* The last day of the clock that runs; false when none does. */
bool petition_due(const struct petition *petition, struct date *out_day);
/* Has its last day passed before it was taken up, or before it ended? Rule R-554. */
bool petition_is_late(const struct petition *petition, struct date today);

#endif
