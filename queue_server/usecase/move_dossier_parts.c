/* What each action on a dossier needs to know, and what it changes beside the rule's part. */
#include <stdio.h>
#include <string.h>

#include "domain/identity.h"
#include "store/account_rows.h"
#include "usecase/accept_dossier.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_journal.h"
#include "usecase/move_dossier.h"
#include "usecase/register_person.h"

static enum err outcome_of(const struct dossier_work *work)
{
    return work->command->facts.fields.length ? ERR_FIELDS : ERR_OK;
}

/* ---- accept ------------------------------------------------------------------------------------
 */

static void receive_documents(struct dossier_work *work, const struct move_dossier *move, int from)
{
    for (int i = 0; i < move->document_count && from + i < DOSSIER_PAPERS_MAX; i++) {
        work->documents[from + i] = move->documents[i];
        work->documents[from + i].received_at = work->facts.now;
    }
    work->document_count = from + move->document_count;
}

static void receive_fees(struct dossier_work *work, const struct move_dossier *move)
{
    work->fee_count = move->fee_count;
    memcpy(work->fees, move->fees, (size_t)move->fee_count * sizeof *move->fees);
    for (int i = 0; i < work->fee_count; i++) {
        struct dossier_fee *fee = &work->fees[i];

        fee->settled_at = work->facts.now;
        if (fee->method[0])
            memcpy(fee->settled_by, work->command->actor.code, sizeof fee->settled_by);
    }
}

/* The version in force on the day of acceptance is pinned. */
static enum err find_version(struct dossier_work *work)
{
    struct procedure now;
    const enum err err = procedure_load(work->tx, work->command->office, work->record.procedure,
                                        date_of_instant(work->facts.now), &now);

    if (err != ERR_OK)
        return err;
    procedure_release(&work->procedure);
    work->procedure = now;
    accept_dossier_pin(work);
    return ERR_OK;
}

static enum err accept_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_documents(work->command, "/documents", move->documents, move->document_count);
    dossier_check_fees(work->command, "/fees", move->fees, move->fee_count);
    if (move->documents_given)
        receive_documents(work, move, 0);
    if (move->fees_given)
        receive_fees(work, move);
    if (outcome_of(work) != ERR_OK)
        return ERR_FIELDS;
    const enum err err = find_version(work);
    return err == ERR_OK ? accept_dossier_facts(work) : err;
}

/* ---- hand over ---------------------------------------------------------------------------------
 */

static void apply_scans(struct dossier_work *work, const struct move_dossier *move)
{
    char pointer[48];

    for (int i = 0; i < move->scan_count; i++) {
        const struct scan_in *scan = &move->scans[i];

        if (scan->document > work->document_count) {
            snprintf(pointer, sizeof pointer, "/scans/%d/document", i);
            command_fault(work->command, pointer, ERR_BAD_VALUE);
            continue;
        }
        struct dossier_document *document = &work->documents[scan->document - 1];
        memcpy(document->scan_file, scan->file, sizeof document->scan_file);
        memcpy(document->exception, scan->exception, sizeof document->exception);
    }
}

/* Who may be responsible for a dossier. */
static bool may_be_responsible(struct role_set roles)
{
    const struct role_set officers = {ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) |
                                      ROLE_BIT(LANH_DAO) | ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT)};

    return role_set_meets(officers, roles);
}

/* A person (of that unit, when both are named), or anyone of a unit that handles dossiers. */
static bool find_receiver(const struct dossier_work *work, const struct move_dossier *move,
                          struct officer *out_receiver)
{
    const struct catalogue *catalogue = work->command->catalogue;
    const int unit = catalogue_unit(catalogue, move->unit);
    struct directory_account account;

    if (!move->account[0] && move->action == ACTION_REASSIGN)
        return false; /* somebody must answer for it at once. Rule R-870 */
    if (!move->account[0]) {
        snprintf(out_receiver->unit, sizeof out_receiver->unit, "%s", move->unit);
        return unit != QUEUE_NONE &&
               catalogue_unit_handles(catalogue, unit, date_of_instant(work->facts.now));
    }
    if (!account_rows_get(work->tx, move->account, &account) || account.disabled ||
        !may_be_responsible(account.roles))
        return false;
    memcpy(out_receiver->account, move->account, sizeof out_receiver->account);
    snprintf(out_receiver->unit, sizeof out_receiver->unit, "%s", account.unit);
    return !move->unit[0] || strcmp(move->unit, account.unit) == 0;
}

static void hand_over_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_text(work->command, "/note", move->note, sizeof move->note);
    apply_scans(work, move);
    work->facts.receiver_may_act = find_receiver(work, move, &work->facts.receiver);
    work->facts.scans_complete = dossier_check_scans(work, NULL);
}

/* ---- money ---------------------------------------------------------------------------------- */

/* Lines settled when it goes on, or when the result is fetched. */
static void settle(struct dossier_work *work, const struct move_dossier *move)
{
    char pointer[48];

    for (int i = 0; i < move->settlement_count; i++) {
        const struct settlement_in *paid = &move->settlements[i];
        struct dossier_fee *fee = NULL;

        for (int line = 0; line < work->fee_count && !fee; line++)
            if (strcmp(work->fees[line].line, paid->line) == 0 && !work->fees[line].method[0])
                fee = &work->fees[line];
        if (!fee) {
            snprintf(pointer, sizeof pointer, "/fees/%d/line", i);
            command_fault(work->command, pointer, ERR_BAD_VALUE);
            continue;
        }
        memcpy(fee->method, paid->method, sizeof fee->method);
        memcpy(fee->reference, paid->reference, sizeof fee->reference);
        memcpy(fee->settled_by, work->command->actor.code, sizeof fee->settled_by);
        fee->settled_at = work->facts.now;
    }
}

/* ---- supplements -------------------------------------------------------------------------------
 */

static void supply_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_documents(work->command, "/documents", move->documents, move->document_count);
    dossier_check_text(work->command, "/note", move->note, sizeof move->note);
    if (work->document_count + move->document_count > DOSSIER_PAPERS_MAX) {
        command_fault(work->command, "/documents", ERR_BAD_VALUE);
        return;
    }
    receive_documents(work, move, work->document_count);
    settle(work, move);
    work->facts.something_supplied = move->document_count > 0 || move->note[0];
    work->facts.obligation_settled = dossier_check_settled(work, false, NULL);
}

static void supplement_facts(struct dossier_work *work, struct move_dossier *move)
{
    const struct date until = move->supplement.until;

    if (until.day && date_before(until, date_of_instant(work->facts.now)))
        command_fault(work->command, "/supplement_by", ERR_BAD_VALUE);
    work->facts.something_asked = move->supplement.item_count > 0;
}

/* ---- the result --------------------------------------------------------------------------------
 */

/* Another agency's dossier is signed by nobody here. Rule R-439. */
static enum err sign_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_text(work->command, "/title", move->title, sizeof move->title);
    work->facts.result_given = move->title[0] != '\0';
    return work->record.elsewhere ? ERR_DECIDED_ELSEWHERE : ERR_OK;
}

static void issue_facts(struct dossier_work *work, struct move_dossier *move)
{
    struct refusal_facts *facts = &work->command->facts;
    const int year = date_civil(date_of_instant(work->facts.now)).year;

    dossier_check_text(work->command, "/number", move->number, sizeof move->number);
    work->facts.number_is_free =
        work->record.elsewhere ||
        dossier_rows_number(work->tx, work->record.field, year, move->number) == 0;
    if (!work->facts.number_is_free)
        snprintf(facts->conflicting_code, sizeof facts->conflicting_code, "%.63s", move->number);
}

/* The applicant and his representative are known; of anybody else who he is and by what right. */
static void find_collector(struct dossier_work *work, struct move_dossier *move)
{
    struct dossier_person *receiver = &work->people[PART_RECEIVER];
    const bool applicant = strcmp(move->receiver.kind, "applicant") == 0;
    const bool other = strcmp(move->receiver.kind, "other") == 0;
    const struct dossier_person *known =
        &work->people[applicant ? PART_APPLICANT : PART_REPRESENTATIVE];

    if (other) {
        *receiver = move->receiver;
    } else {
        memset(receiver, 0, sizeof *receiver);
        memcpy(receiver->kind, move->receiver.kind, sizeof receiver->kind);
        memcpy(receiver->full_name, known->full_name, sizeof receiver->full_name);
        memcpy(receiver->personal_id, known->personal_id, sizeof receiver->personal_id);
        if (!applicant)
            memcpy(receiver->authorisation, known->authorisation, sizeof receiver->authorisation);
    }
    receiver->there = true;
    memcpy(receiver->verified_by, work->command->actor.code, sizeof receiver->verified_by);
    work->facts.collector_identified =
        other ? receiver->full_name[0] && receiver->personal_id[0] : known->there;
    work->facts.collector_authorised = applicant || receiver->authorisation[0];
}

static void return_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_person(work->command, "/receiver", &move->receiver);
    settle(work, move);
    work->facts.fee_after_settled = dossier_check_settled(work, true, NULL);
    find_collector(work, move);
}

/* ---- facts of all actions
 * ------------------------------------------------------------------------ */

/* Is the reason there that the action itself asks for? Of a second supplement a leader's. */
static bool own_reason(const struct dossier_work *work, const struct move_dossier *move)
{
    switch ((int)move->action) {
    case ACTION_REFUSE:
        return refusal_reason_given(&move->refusal);
    case ACTION_DECLINE:
    case ACTION_REASSIGN:
    case ACTION_REOPEN:
    case ACTION_ASK_CORRECTION:
    case ACTION_CORRECT:
    case ACTION_DENY_WITHDRAWAL:
        return move->reason[0] != '\0';
    case ACTION_REQUEST_SUPPLEMENT:
        return move->supplement.override_reason[0] != '\0' ||
               dossier_grant(&work->record.dossier, move->action, &work->actor) == GRANT_ACTING;
    default:
        return true;
    }
}

static void check_reasons(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_text(work->command, "/reason", move->reason, sizeof move->reason);
    dossier_check_text(work->command, "/refund_reason", move->refund_reason,
                       sizeof move->refund_reason);
}

enum err move_dossier_facts(struct dossier_work *work, struct move_dossier *move)
{
    enum err err = ERR_OK;

    dossier_work_reason(work, move->action, own_reason(work, move));
    check_reasons(work, move);
    switch (move->action) {
    case ACTION_ACCEPT:
        err = accept_facts(work, move);
        break;
    case ACTION_HAND_OVER:
    case ACTION_REASSIGN:
        hand_over_facts(work, move);
        break;
    case ACTION_REQUEST_SUPPLEMENT:
        supplement_facts(work, move);
        break;
    case ACTION_RESUME:
    case ACTION_RESUBMIT:
        supply_facts(work, move);
        break;
    case ACTION_SIGN:
        err = sign_facts(work, move);
        break;
    case ACTION_ISSUE_RESULT:
        issue_facts(work, move);
        break;
    case ACTION_RETURN_RESULT:
        return_facts(work, move);
        break;
    case ACTION_ASK_CORRECTION:
    case ACTION_CORRECT:
        err = move_dossier_correction_facts(work, move);
        break;
    case ACTION_FORWARD:
    case ACTION_STEP_RESULT:
        err = move_dossier_agency_facts(work, move);
        break;
    case ACTION_REQUEST_PAYMENT:
    case ACTION_SUSPEND:
    case ACTION_APOLOGISE:
    case ACTION_EXTEND:
        move_dossier_clock_facts(work, move);
        break;
    case ACTION_ARRIVE:
    case ACTION_REFUSE:
    case ACTION_REOPEN:
    case ACTION_BEGIN:
    case ACTION_CONFIRM:
    case ACTION_DECLINE:
    case ACTION_RECALL:
    case ACTION_REQUEST_WITHDRAWAL:
    case ACTION_DENY_WITHDRAWAL:
    case ACTION_STOP:
    case DOSSIER_ACTION_COUNT:
        break;
    }
    return err == ERR_OK ? outcome_of(work) : err;
}

/* ---- what changes
 * -------------------------------------------------------------------------------- */

static void keep_decision(struct dossier_record *record, const struct move_dossier *move,
                          struct instant now)
{
    record->signed_at = now;
    memcpy(record->decision, move->outcome, sizeof record->decision);
    memcpy(record->decision_title, move->title, sizeof record->decision_title);
    memcpy(record->decision_file, move->file, sizeof record->decision_file);
    memcpy(record->number, move->number, sizeof record->number);
}

static void keep_issue(struct dossier_record *record, const struct move_dossier *move,
                       struct instant now)
{
    memcpy(record->number, move->number, sizeof record->number);
    if (!record->elsewhere) /* a number of our series */
        record->number_year = date_civil(date_of_instant(now)).year;
    memcpy(record->outcome, record->decision, sizeof record->outcome);
}

/* The due date with the pause that began or ended; the verdict at the end. */
static enum err judge(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const uint32_t effects = work->change.rule->effects;
    enum err err = ERR_OK;

    if (effects & EFFECT_DUE_MOVES)
        err = dossier_due_compute(work->tx, work->command->office, record);
    if (err == ERR_OK && (effects & EFFECT_ENDS))
        record->verdict =
            verdict_decide(record->due, record->dossier.ended_at, work->action == ACTION_STOP);
    return err;
}

enum err move_dossier_apply(struct dossier_work *work, struct move_dossier *move)
{
    struct dossier_record *record = &work->record;
    const struct instant now = work->facts.now;
    enum err err = ERR_OK;

    if (move->action == ACTION_ACCEPT)
        err = accept_dossier_number(work);
    if (move->action == ACTION_HAND_OVER) {
        record->given_at = now;
        memcpy(record->given_note, move->note, sizeof record->given_note);
    }
    if (move->action == ACTION_REQUEST_SUPPLEMENT && move->supplement.until.day)
        record->dossier.supplement_until = move->supplement.until;
    if (move->action == ACTION_SIGN || work->facts.decided_elsewhere)
        keep_decision(record, move, now);
    if (move->action == ACTION_ISSUE_RESULT)
        keep_issue(record, move, now);
    if (move->refund)
        dossier_work_refund(work);
    move_dossier_clock_apply(work, move);
    move_dossier_agency_apply(work, move);
    if (err == ERR_OK)
        err = move_dossier_moment_apply(work);
    return err == ERR_OK ? judge(work) : err;
}

void move_dossier_save_parts(struct dossier_work *work, const struct move_dossier *move)
{
    const int64_t id = work->record.id;

    if (move->action == ACTION_ACCEPT) {
        dossier_documents_clear(work->tx, id);
        dossier_fees_clear(work->tx, id);
        dossier_journal_words(work); /* the code is new */
    }
    if (move->action == ACTION_ACCEPT || move->scan_count || move->document_count)
        for (int i = 0; i < work->document_count; i++)
            dossier_document_put(work->tx, id, i + 1, &work->documents[i]);
    if (move->action == ACTION_ACCEPT || move->settlement_count || move->refund)
        for (int i = 0; i < work->fee_count; i++)
            dossier_fee_put(work->tx, id, i + 1, &work->fees[i]);
    if (move->action == ACTION_RETURN_RESULT)
        register_person_put(work, PART_RECEIVER);
}
