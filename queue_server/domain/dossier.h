/*
 * A dossier and its life: who may act, what follows.
 *
 * Pure: what the rules need from the store (does the receiver exist, is the fee settled ...) comes
 * as plain facts, and nothing is changed but the result. Source: dossier states; R-204..R-216,
 * R-870..R-875.
 *
 * Glossary: the responsible officer answers for the dossier and its step; a hand-over is pending
 * from `hand_over` until `confirm`, `decline` or `recall`, and responsibility stays with the giver
 * so long; the limit of supplements is one since acceptance, but for a leader's override.
 */
#ifndef DOMAIN_DOSSIER_H
#define DOMAIN_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/instant.h"
#include "domain/dossier_action.h"
#include "domain/dossier_actor.h"
#include "domain/dossier_state.h"
#include "domain/due.h"

enum { DOSSIER_PAUSES_MAX = 32 };

/* Names "counter", "online", "post" are stored and sent, numbers never. */
enum channel { CHANNEL_COUNTER, CHANNEL_ONLINE, CHANNEL_POST };

enum pause_kind { PAUSE_SUPPLEMENT, PAUSE_PAYMENT, PAUSE_SUSPENSION };

/* Time that does not count: from the pausing action to the resuming one. */
struct dossier_pause {
    enum pause_kind kind;
    struct instant from;
    struct instant to; /* meaningless while open */
    bool open;
};

struct handover {
    bool pending;
    struct officer giver;
    struct officer receiver; /* account "": anyone of the unit */
};

/* Instants of 0 ms, empty accounts and a date of day 0 stand for "not yet". */
struct dossier {
    enum dossier_state state;
    enum dossier_state state_before; /* WITHDRAWAL_REQUESTED: the state to go back to */
    enum channel channel;
    bool same_day;        /* of the pinned procedure version: limit SAME_DAY */
    bool at_counter;      /* ... handled at the counter, without a hand-over */
    bool decision_signed; /* a leader has signed the result */
    bool handed_over;     /* a hand-over was begun at least once */
    bool reappointed;     /* a leader has apologised and promised another time */
    bool extended;        /* the legal extension was granted */
    char accepted_by[ACCOUNT_CODE_SIZE];
    char signed_by[ACCOUNT_CODE_SIZE];
    struct officer responsible;
    struct handover handover;
    int agency_steps_open;        /* at other agencies */
    int supplements_asked;        /* since acceptance */
    struct date supplement_until; /* last day to bring what was asked since acceptance */
    struct instant accepted_at;
    struct instant ended_at; /* result ready, or stopped */
    struct instant returned_at;
    size_t pause_count;
    struct dossier_pause pauses[DOSSIER_PAUSES_MAX]; /* in the order they began */
};

/* Policy values [D], settings of the centre. */
struct dossier_policy {
    int supplement_days; /* calendar days to bring a supplement; 30 */
    int confirm_until_s; /* second of the day after which a confirmed step starts the next working
                            day; 15:00 */
    int apology_days;    /* calendar days before the due date by which one apologises; 1 */
    int answer_hours;    /* working hours to answer who files from outside; 8 */
    int answer_remind_hours; /* of them used up when the officer is reminded; 6 */
};

struct dossier_policy dossier_policy_default(void);

/*
 * What the store knows and the rules need. All zero: nothing holds. Only the facts of an action's
 * guards are read (DOSSIER_GUARD_MAP); `now`, `policy` and `due` always.
 */
struct dossier_facts {
    struct instant now; /* of the writer, whole seconds */
    struct dossier_policy policy;
    struct due due; /* as of now */
    bool reason_given;
    bool code_is_new; /* the external code is not yet here */
    bool procedure_in_force;
    bool identity_valid;
    bool documents_complete; /* each required one there, or replaced by data in force */
    bool fee_before_settled; /* also when no fee of that mode exists */
    bool due_in_calendar;
    bool something_asked; /* at least one item */
    bool something_supplied;
    bool receiver_may_act;   /* exists, is enabled, holds a role that can be responsible */
    struct officer receiver; /* hand_over, reassign */
    bool scans_complete;     /* or an exception recorded */
    bool obligation_settled;
    bool notice_given;       /* of the tax or fee, with its amount */
    bool basis_given;        /* one of the catalogue's legal bases */
    struct instant new_time; /* apologise: promised now */
    bool new_time_in_calendar;
    bool correctable;       /* the field may be corrected; correct: such a one was asked for */
    bool moment_in_order;   /* ... and if it is a moment, it stands in order */
    bool asked_by_another;  /* correct */
    bool step_known;        /* forward: each step named is of the pinned version */
    bool agency_free;       /* ... and no two of them are of one agency that has one open */
    int steps_forwarded;    /* ... how many they are */
    bool step_is_open;      /* step_result: the one named */
    bool decided_elsewhere; /* ... and it is the decision of the agency that decides */
    bool extension_known;   /* the pinned version has one that can be added to its limit */
    bool result_given;      /* outcome and document */
    bool number_is_free;    /* of the result in its series; also when it has no number */
    bool fee_after_settled; /* also when no fee of that mode exists */
    bool collector_identified;
    bool collector_authorised; /* the applicant himself, or somebody with an authorisation */
};

/* What an action does. */
struct dossier_change {
    const struct dossier_rule *rule; /* static; effects and paper are its */
    struct dossier after;            /* the dossier as it is from now on */
    bool acting;        /* GD_TT in the place of another: the reason goes into the log */
    bool step_next_day; /* confirm: the step starts the next working day */
};

/*
 * May this person do this at all? Checked before the version, so that a stranger learns nothing.
 * Looks at roles, unit, and who accepted, is responsible, gives or receives. Where the state has no
 * rule for the action, the roles of any of its rules will do. Rules.
 *
 * dossier, actor  borrowed
 *
 * Returns the grant; GRANT_NONE is ERR_FORBIDDEN to the caller.
 */
enum grant dossier_grant(const struct dossier *dossier, enum dossier_action action,
                         const struct dossier_actor *actor);

/*
 * Decide an action: who, then state, then a pending hand-over, then the reason of one who acts for
 * another, then the guards in the order of their row. Rules R-205..R-214, R-870..R-875.
 *
 * dossier     borrowed; state NEW for one that is not recorded yet
 * actor       borrowed; may be officer of the result, so his account and unit are copied
 * facts       borrowed
 * out_change  set on success only
 *
 * Returns ERR_OK; ERR_FORBIDDEN; ERR_STATE_FORBIDS (dossier_allowed_actions names what is
 * possible); ERR_HANDOVER_PENDING; ERR_REASON_MISSING; or the error of the first guard that does
 * not hold.
 */
enum err dossier_decide(const struct dossier *dossier, enum dossier_action action,
                        const struct dossier_actor *actor, const struct dossier_facts *facts,
                        struct dossier_change *out_change);

/*
 * The actions open to this person now, as bits 1 << action: who, state, pending hand-over, and
 * those guards that the dossier alone decides. Facts may still refuse one. Rule R-205.
 */
uint32_t dossier_allowed_actions(const struct dossier *dossier, const struct dossier_actor *actor);

/*
 * May this person read the dossier? By scope (permission_dossier_scope); in the scope of a unit
 * also the dossiers handed to it and those he has acted on. Rule R-203.
 *
 * has_acted  the log has an action of his on this dossier
 */
bool dossier_may_read(const struct dossier *dossier, const struct dossier_actor *actor,
                      bool has_acted);

/* An instant of a dossier as others write it: what has not come is none, not 0 ms. */
static inline struct instant dossier_known(struct instant instant)
{
    return instant.ms == 0 ? instant_none() : instant;
}

/* The pause that has not ended, or NULL. */
const struct dossier_pause *dossier_open_pause(const struct dossier *dossier);

#endif
