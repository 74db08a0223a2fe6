/*
 * Actions on a dossier: one table of who may do what from where, under which guards.
 *
 * Pure. Source: dossier states ("Actions"). The API's routes, the screens' buttons and the papers
 * are read from this table; domain/dossier.h carries the actions out.
 *
 * Glossary: a rule is one row of the table; an action with several rows (request_supplement,
 * resume, stop) has one for each group of states. A guard is a condition checked after role and
 * state.
 *
 * Beyond the page: a dossier has a named number of pauses at most; the next is limit_reached. R-874
 * And what `correct` approves another person asks for by an action of its own, ask_correction.
 */
#ifndef DOMAIN_DOSSIER_ACTION_H
#define DOMAIN_DOSSIER_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "domain/dossier_state.h"
#include "domain/role.h"

/* enum, name in events and JSON, name in routes, Vietnamese label */
#define DOSSIER_ACTION_MAP(X)                                                                      \
    X(ARRIVE, "arrive", "arrive", "Ghi nhận hồ sơ đến")                                            \
    X(ACCEPT, "accept", "accept", "Tiếp nhận")                                                     \
    X(REQUEST_SUPPLEMENT, "request_supplement", "request-supplement", "Yêu cầu bổ sung")           \
    X(RESUBMIT, "resubmit", "resubmit", "Ghi nhận bổ sung")                                        \
    X(REFUSE, "refuse", "refuse", "Từ chối tiếp nhận")                                             \
    X(BEGIN, "begin", "begin", "Giải quyết tại quầy")                                              \
    X(HAND_OVER, "hand_over", "hand-over", "Bàn giao")                                             \
    X(CONFIRM, "confirm", "confirm", "Xác nhận bàn giao")                                          \
    X(DECLINE, "decline", "decline", "Không nhận bàn giao")                                        \
    X(RECALL, "recall", "recall", "Thu hồi bàn giao")                                              \
    X(REASSIGN, "reassign", "reassign", "Phân công lại")                                           \
    X(REQUEST_PAYMENT, "request_payment", "request-payment", "Chờ nghĩa vụ tài chính")             \
    X(SUSPEND, "suspend", "suspend", "Tạm dừng giải quyết")                                        \
    X(RESUME, "resume", "resume", "Tiếp tục giải quyết")                                           \
    X(APOLOGISE, "apologise", "apologise", "Xin lỗi và hẹn lại")                                   \
    X(EXTEND, "extend", "extend", "Gia hạn giải quyết")                                            \
    X(FORWARD, "forward", "forward", "Chuyển liên thông")                                          \
    X(STEP_RESULT, "step_result", "step-result", "Nhận kết quả liên thông")                        \
    X(SIGN, "sign", "sign", "Ký kết quả")                                                          \
    X(ISSUE_RESULT, "issue_result", "issue-result", "Ban hành kết quả")                            \
    X(RETURN_RESULT, "return_result", "return-result", "Trả kết quả")                              \
    X(REQUEST_WITHDRAWAL, "request_withdrawal", "request-withdrawal", "Yêu cầu rút hồ sơ")         \
    X(DENY_WITHDRAWAL, "deny_withdrawal", "deny-withdrawal", "Không cho rút hồ sơ")                \
    X(STOP, "stop", "stop", "Dừng giải quyết")                                                     \
    X(REOPEN, "reopen", "reopen", "Mở lại hồ sơ")                                                  \
    X(ASK_CORRECTION, "ask_correction", "ask-correction", "Đề nghị đính chính")                    \
    X(CORRECT, "correct", "correct", "Duyệt đính chính")

enum dossier_action {
#define X(name, snake, kebab, vi) ACTION_##name,
    DOSSIER_ACTION_MAP(X)
#undef X
        DOSSIER_ACTION_COUNT
};

/* What must hold: enum, error when it does not, condition over the dossier, the actor and the facts
 * (evaluated in dossier.c). */
#define DOSSIER_GUARD_MAP(X)                                                                       \
    X(CODE_IS_NEW, ERR_DUPLICATE_CODE, facts->code_is_new)                                         \
    X(PROCEDURE_IN_FORCE, ERR_PROCEDURE_NOT_IN_FORCE, facts->procedure_in_force)                   \
    X(IDENTITY_VALID, ERR_IDENTITY_INVALID, facts->identity_valid)                                 \
    X(DOCUMENTS_COMPLETE, ERR_DOCUMENTS_MISSING, facts->documents_complete)                        \
    X(FEE_BEFORE_SETTLED, ERR_FEE_UNPAID, facts->fee_before_settled)                               \
    X(DUE_IN_CALENDAR, ERR_CALENDAR_RANGE, facts->due_in_calendar)                                 \
    X(SOMETHING_ASKED, ERR_NOTHING_ASKED, facts->something_asked)                                  \
    X(SOMETHING_SUPPLIED, ERR_NOTHING_SUPPLIED, facts->something_supplied)                         \
    X(REASON_GIVEN, ERR_REASON_MISSING, facts->reason_given)                                       \
    X(AT_COUNTER, ERR_NOT_AT_COUNTER_PROCEDURE, dossier->at_counter)                               \
    X(RECEIVER_KNOWN, ERR_RECEIVER_UNKNOWN, facts->receiver_may_act)                               \
    X(RECEIVER_IS_ANOTHER, ERR_SAME_RECEIVER, receiver_is_another(dossier, facts))                 \
    X(NO_HANDOVER_PENDING, ERR_HANDOVER_PENDING, !dossier->handover.pending)                       \
    X(SCANS_COMPLETE, ERR_SCANS_MISSING, dossier->handed_over || facts->scans_complete)            \
    X(HANDOVER_PENDING, ERR_NO_HANDOVER, dossier->handover.pending)                                \
    X(SUPPLEMENT_ALLOWED, ERR_SUPPLEMENT_LIMIT, supplement_allowed(dossier, actor, facts))         \
    X(NOT_AFTER_DUE, ERR_AFTER_DUE, not_after_due(dossier, facts))                                 \
    X(PERSON_KNOWN, ERR_RECEIVER_UNKNOWN, facts->receiver_may_act && facts->receiver.account[0])   \
    X(NOTICE_GIVEN, ERR_NOTICE_MISSING, facts->notice_given)                                       \
    X(BASIS_GIVEN, ERR_BASIS_MISSING, facts->basis_given)                                          \
    X(PAUSE_LEFT, ERR_LIMIT_REACHED, dossier->pause_count < DOSSIER_PAUSES_MAX)                    \
    X(CLOCK_RUNS, ERR_STATE_FORBIDS, !dossier_open_pause(dossier))                                 \
    X(NOT_REAPPOINTED, ERR_ALREADY_REAPPOINTED, !dossier->reappointed)                             \
    X(APOLOGY_IN_TIME, ERR_TOO_LATE, apology_in_time(facts))                                       \
    X(NEW_TIME_LATER, ERR_BAD_TIME, new_time_later(facts))                                         \
    X(EXTENSION_KNOWN, ERR_NO_EXTENSION, facts->extension_known)                                   \
    X(NOT_EXTENDED, ERR_ALREADY_EXTENDED, !dossier->extended)                                      \
    X(OBLIGATION_SETTLED, ERR_FEE_UNPAID, facts->obligation_settled)                               \
    X(CORRECTABLE, ERR_NOT_CORRECTABLE, facts->correctable)                                        \
    X(MOMENT_IN_ORDER, ERR_MOMENT_ORDER, facts->moment_in_order)                                   \
    X(ASKER_IS_ANOTHER, ERR_SEPARATION_OF_DUTIES, facts->asked_by_another)                         \
    X(STEP_KNOWN, ERR_NO_SUCH_STEP, facts->step_known)                                             \
    X(AGENCY_FREE, ERR_STEP_OPEN, facts->agency_free)                                              \
    X(STEP_IS_OPEN, ERR_NO_SUCH_STEP, facts->step_is_open)                                         \
    X(SIGNER_DID_NOT_ACCEPT, ERR_SEPARATION_OF_DUTIES, !accepted_by(dossier, actor))               \
    X(RESULT_GIVEN, ERR_RESULT_MISSING, facts->result_given)                                       \
    X(SIGNED, ERR_NOT_SIGNED, dossier->decision_signed)                                            \
    X(NUMBER_IS_FREE, ERR_DUPLICATE_NUMBER, facts->number_is_free)                                 \
    X(FEE_AFTER_SETTLED, ERR_FEE_UNPAID, facts->fee_after_settled)                                 \
    X(COLLECTOR_IDENTIFIED, ERR_RECEIVER_MISSING, facts->collector_identified)                     \
    X(COLLECTOR_AUTHORISED, ERR_AUTHORISATION_MISSING, facts->collector_authorised)                \
    X(NOT_SIGNED, ERR_DECISION_SIGNED, !dossier->decision_signed)                                  \
    X(SUPPLEMENT_DATE_PASSED, ERR_SUPPLEMENT_DATE_OPEN, supplement_date_passed(dossier, facts))

enum dossier_guard {
    GUARD_NONE,
#define X(name, err, condition) GUARD_##name,
    DOSSIER_GUARD_MAP(X)
#undef X
};

/* Who of those that hold one of the rule's roles. */
enum dossier_who {
    WHO_ANYONE,      /* THU_LY and LD_PHONG: of the dossier's unit */
    WHO_ACCEPTOR,    /* who accepted the dossier */
    WHO_RESPONSIBLE, /* who is responsible for it now */
    WHO_RECEIVER,    /* named by the pending hand-over, or anyone of the unit it names */
    WHO_GIVER,       /* who gave it by the pending hand-over; GD_TT as well */
};

/* When the further roles of a rule count. */
enum dossier_when { WHEN_NEVER, WHEN_BY_POST, WHEN_SAME_DAY, WHEN_ASKED_BEFORE };

/* Papers that an action prints; the numbers are those of the forms of TT 03/2025. Never stored. */
enum dossier_paper {
    PAPER_NONE,
    PAPER_RECEIPT,     /* form 01 */
    PAPER_SUPPLEMENT,  /* form 02 */
    PAPER_REFUSAL,     /* form 03 */
    PAPER_APOLOGY,     /* form 04 */
    PAPER_STOP,        /* form 05 */
    PAPER_NEW_DUE,     /* slip with the new due date */
    PAPER_RETURN_SLIP, /* receipt of the result */
};

/* Further effects, as bits of dossier_rule.effects. */
enum {
    EFFECT_CODE = 1 << 0, /* a code is assigned, the procedure version pinned, row in 07 */
    EFFECT_RESPONSE_STARTS = 1 << 1, /* the clock of 8 working hours */
    EFFECT_RESPONSE_ENDS = 1 << 2,
    EFFECT_CONTROL_ROW = 1 << 3, /* a row in the control sheet, form 06 */
    EFFECT_DUE_MOVES = 1 << 4,   /* the due date is computed anew */
    EFFECT_ENDS = 1 << 5,        /* the main clock ends, the verdict is frozen */
    EFFECT_REOPENS = 1 << 6,     /* the end is undone, as if it had never been */
};

/* The state that an action leads to when it is no fixed one. */
enum { TO_SAME = DOSSIER_STATE_COUNT, TO_BEFORE, TO_PROCESSING_WHEN_NONE_IS_OPEN };

enum { RULE_GUARDS_MAX = 5 };

struct dossier_rule {
    enum dossier_action action;
    uint32_t from; /* bit 1 << state for each state it starts from */
    int to;        /* an enum dossier_state, TO_SAME, TO_BEFORE ... */
    struct role_set roles;
    struct role_set further; /* roles that count as well, `when` it is so */
    enum dossier_when when;
    bool import;        /* an import or feed (payments, post) may do it */
    bool while_pending; /* not blocked by a pending hand-over, or itself guarded against it */
    enum dossier_who who;
    enum dossier_guard guards[RULE_GUARDS_MAX + 1]; /* in the order checked, then GUARD_NONE */
    uint32_t effects;
    enum dossier_paper paper;
};

/* Name in events and JSON, e.g. "hand_over"; static, as all texts here. */
const char *dossier_action_name(enum dossier_action action);
/* Name in routes, e.g. "hand-over". */
const char *dossier_action_route(enum dossier_action action);
/* Vietnamese label of a button, e.g. "Bàn giao". */
const char *dossier_action_title(enum dossier_action action);
/* Find an action by its route. Returns ERR_OK or ERR_UNKNOWN. */
enum err dossier_action_from_route(const char *text, size_t length,
                                   enum dossier_action *out_action);

/* Error of a guard that does not hold; ERR_OK for GUARD_NONE. */
enum err dossier_guard_error(enum dossier_guard guard);

/* All rules, in the order of the page; `out_count` is their number. */
const struct dossier_rule *dossier_rules(size_t *out_count);

/* The rule for an action from a state, or NULL when the state forbids it. Rule R-205. */
const struct dossier_rule *dossier_rule_find(enum dossier_action action, enum dossier_state state);

#endif
