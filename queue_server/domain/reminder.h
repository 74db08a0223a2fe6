/*
 * Reminders: what is told to whom about a dossier that waits, and when it goes a step higher.
 *
 * Pure. A reminder stands while its reason does: it has a base, the instant from which the officer
 * is told; the head of his unit and the leaders are told so many working hours after it. Thresholds
 * are policy values [D]. Source: domain 4.10. Rules R-545..R-549.
 *
 * Glossary: `about` tells one occasion from the next of the same kind, so that a dossier whose due
 * date moves, or that is handed over again, is told of anew: the due instant, the hand-over, the
 * acceptance (papers without a scan), the arrival (an answer owed) or the end (a result to fetch).
 */
#ifndef DOMAIN_REMINDER_H
#define DOMAIN_REMINDER_H

#include "domain/calendar.h"
#include "domain/dossier_actor.h"
#include "domain/due.h"

/* Names are stored and sent, numbers never. */
#define REMINDER_KIND_MAP(X)                                                                       \
    X(NEAR_DUE, near_due)       /* a working day is left */                                        \
    X(DUE_TODAY, due_today)     /* this is its last day */                                         \
    X(OVERDUE, overdue)         /* the due date has passed */                                      \
    X(UNSCANNED, unscanned)     /* papers without a scan, before the first hand-over */            \
    X(UNCONFIRMED, unconfirmed) /* the receiver has not confirmed a hand-over */                   \
    X(ANSWER, answer)           /* who filed from outside waits for an answer */                   \
    X(UNCOLLECTED, uncollected) /* nobody has fetched the result */

enum reminder_kind {
#define X(upper, lower) REMINDER_##upper,
    REMINDER_KIND_MAP(X)
#undef X
        REMINDER_KINDS
};

#define REMINDER_LEVEL_MAP(X)                                                                      \
    X(OFFICER, officer) /* the responsible person */                                               \
    X(UNIT, unit)       /* the head of his unit */                                                 \
    X(LEADER, leader)   /* the commune's leaders, and the director of the Centre */

enum reminder_level {
#define X(upper, lower) REMINDER_##upper,
    REMINDER_LEVEL_MAP(X)
#undef X
        REMINDER_LEVELS
};

enum { REMINDERS_MAX = REMINDER_KINDS * REMINDER_LEVELS, REMINDER_NEVER = -1 };

/* Names of a kind and a level; false for any other text. */
const char *reminder_kind_name(enum reminder_kind kind);
const char *reminder_level_name(enum reminder_level level);
bool reminder_kind_from_name(const char *name, enum reminder_kind *out_kind);
bool reminder_level_from_name(const char *name, enum reminder_level *out_level);

/* Policy values of a centre [D]. */
struct reminder_policy {
    int near_days;       /* working days before the due day; 1 */
    int scan_hours;      /* working hours after acceptance; 4 */
    int collect_days;    /* working days after the result is ready; 5 */
    int confirm_until_s; /* second of the day by which a hand-over is confirmed */
    /* Working hours after the base at which each level is told; REMINDER_NEVER. */
    int after_hours[REMINDER_KINDS][REMINDER_LEVELS];
};

struct reminder_policy reminder_policy_default(void);

/* What is known of a dossier. Instants are instant_none() for what is not there. */
struct reminder_facts {
    struct instant accepted_at; /* of an open dossier; none: not accepted, or ended */
    bool paused;
    struct due due;
    struct instant near_at;  /* yellow from here on */
    bool unscanned;          /* a paper kept has neither scan nor exception; not handed over yet */
    struct instant given_at; /* of the pending hand-over */
    struct instant arrived_at; /* an answer is owed since */
    struct instant remind_at;  /* most of its hours are used up */
    struct instant ready_at;   /* a result is ready, and nobody has fetched it, since */
    struct officer responsible;
    struct officer receiver; /* of the pending hand-over */
};

struct reminder {
    enum reminder_kind kind;
    enum reminder_level level;
    struct instant about;
};

/*
 * Does a reminder of this kind stand at `now`, and about what? Rules.
 *
 * Of near due, due today and overdue one stands at most; none while paused.
 *
 * out_about, out_base  set when it stands
 */
bool reminder_stands(const struct calendar *calendar, const struct reminder_policy *policy,
                     const struct reminder_facts *facts, enum reminder_kind kind,
                     struct instant now, struct instant *out_about, struct instant *out_base);

/*
 * The reminders that are due at `now`, whether they were made before or not: those that stand, each
 * at every level whose time has come. Outside the sessions of the calendar there are none, so that
 * what falls due in the night is due when the next session begins. Rules.
 *
 * Returns how many there are.
 */
int reminders_due(const struct calendar *calendar, const struct reminder_policy *policy,
                  const struct reminder_facts *facts, struct instant now,
                  struct reminder out_reminders[REMINDERS_MAX]);

/* Who must act: the receiver of an unconfirmed hand-over, nobody by name where a result waits (so
 * reception), else who is responsible. */
const struct officer *reminder_officer(const struct reminder_facts *facts, enum reminder_kind kind);

/*
 * Is it addressed to this person? To the officer himself, or anybody of the unit, or reception,
 * where nobody is named; to LD_PHONG of the unit (GD_TT for his own unit and where there is none);
 * to LANH_DAO and GD_TT. Rule R-549.
 */
bool reminder_is_for(const struct reminder_facts *facts, enum reminder_kind kind,
                     enum reminder_level level, const struct dossier_actor *actor);

#endif
