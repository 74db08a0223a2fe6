#include "usecase/open_dossier.h"

#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "usecase/accept_dossier.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_journal.h"
#include "usecase/dossier_paper.h"
#include "usecase/dossier_view.h"
#include "usecase/register_person.h"
#include "usecase/supplement_items.h"

const char *const dossier_refusal_codes[] = {
    "out_of_scope", "incomplete", "not_eligible", "already_settled", "suspected_forgery",
    "other",        NULL};

/* ---- notes ----------------------------------------------------------------------------------- */

void supplement_note(const struct supplement_request *request, const struct dossier_facts *facts,
                     struct text *items, struct dossier_note *out_note)
{
    supplement_items_keep(items, request);
    *out_note = (struct dossier_note){.kind = "supplement", .items = items->data};
    memcpy(out_note->reason, request->reason, sizeof out_note->reason);
    out_note->until = request->until.day
                          ? request->until
                          : date_plus(date_of_instant(facts->now), facts->policy.supplement_days);
}

void refusal_note(const struct refusal_request *request, struct dossier_note *out_note)
{
    *out_note = (struct dossier_note){.kind = "refusal"};
    memcpy(out_note->reason, request->reason, sizeof out_note->reason);
    snprintf(out_note->code, sizeof out_note->code, "%s", dossier_refusal_codes[request->code]);
}

/* Rule R-226. */
bool refusal_reason_given(const struct refusal_request *request)
{
    int characters = 0;

    for (const char *at = request->reason; *at; at++)
        characters += ((unsigned char)*at & 0xc0) != 0x80;
    return characters >= REFUSAL_REASON_LEAST;
}

/* ---- what is asked for ------------------------------------------------------------------------
 */

static void check_ticket(struct store_tx *tx, struct open_dossier *open)
{
    struct ticket_record ticket;

    if (open->ticket &&
        !ticket_rows_get(tx, open->ticket, catalogue_rules, open->command.catalogue, &ticket))
        command_fault(&open->command, "/ticket", ERR_BAD_VALUE);
}

/* Everything that is wrong with the values, at once. */
static enum err check_fields(struct store_tx *tx, struct open_dossier *open)
{
    struct command *command = &open->command;
    struct dossier_code code;
    const size_t length = strlen(open->external_code);

    dossier_check_person(command, "/applicant", &open->people[PART_APPLICANT]);
    dossier_check_text(command, "/content", open->people[PART_APPLICANT].content,
                       sizeof open->people[PART_APPLICANT].content);
    if (open->people[PART_REPRESENTATIVE].there)
        dossier_check_person(command, "/representative", &open->people[PART_REPRESENTATIVE]);
    dossier_check_documents(command, "/documents", open->documents, open->document_count);
    dossier_check_fees(command, "/fees", open->fees, open->fee_count);
    check_ticket(tx, open);
    if (length && dossier_code_parse(open->external_code, length, &code) != ERR_OK)
        command_fault(command, "/external_code", ERR_CODE_FORMAT);
    return command->facts.fields.length ? ERR_FIELDS : ERR_OK;
}

static enum err find_procedure(struct dossier_work *work, const char *code)
{
    return procedure_load(work->tx, work->command->office, code, date_of_instant(work->facts.now),
                          &work->procedure);
}

/* A code from outside is known once. */
static enum err check_code(struct dossier_work *work, const char *code)
{
    struct refusal_facts *facts = &work->command->facts;

    work->facts.code_is_new = !code[0] || dossier_rows_by_code(work->tx, code) == 0;
    if (work->facts.code_is_new)
        return ERR_OK;
    snprintf(facts->conflicting_code, sizeof facts->conflicting_code, "%s", code);
    return ERR_DUPLICATE_CODE;
}

static void see_identity(struct dossier_work *work)
{
    struct dossier_person *applicant = &work->people[PART_APPLICANT];

    applicant->verified_at = work->facts.now;
    memcpy(applicant->verified_by, work->command->actor.code, sizeof applicant->verified_by);
}

static void fill_contents(struct dossier_work *work, const struct open_dossier *open)
{
    memcpy(work->people, open->people, sizeof open->people);
    work->people[PART_APPLICANT].there = true;
    if (!open->imported)
        see_identity(work);
    work->document_count = open->document_count;
    memcpy(work->documents, open->documents,
           (size_t)open->document_count * sizeof *open->documents);
    for (int i = 0; i < work->document_count; i++)
        work->documents[i].received_at = work->facts.now;
    work->fee_count = open->fee_count;
    memcpy(work->fees, open->fees, (size_t)open->fee_count * sizeof *open->fees);
    for (int i = 0; i < work->fee_count; i++) {
        work->fees[i].settled_at = work->facts.now;
        if (work->fees[i].method[0] && !open->imported)
            memcpy(work->fees[i].settled_by, work->command->actor.code,
                   sizeof work->fees[i].settled_by);
    }
}

static void fill_record(struct dossier_work *work, const struct open_dossier *open)
{
    struct dossier_record *record = &work->record;
    const char *agency = work->command->catalogue->code; /* its form is checked at acceptance */

    record->promised_at = record->near_at = record->late_at = instant_none();
    record->given_at = record->signed_at = instant_none();
    record->dossier.channel = open->channel;
    memcpy(record->external_code, open->external_code, sizeof record->external_code);
    memcpy(record->delivery, open->delivery, sizeof record->delivery);
    snprintf(record->receiving_agency, sizeof record->receiving_agency, "%.15s",
             open->receiving_agency[0] ? open->receiving_agency : agency);
    snprintf(record->competent_agency, sizeof record->competent_agency, "%.15s",
             open->competent_agency[0] ? open->competent_agency : agency);
    record->elsewhere = strcmp(record->competent_agency, agency) != 0;
    record->created_at = work->facts.now;
    work->arrived_at = open->arrived_at;
    memcpy(record->created_by, work->command->actor.code, sizeof record->created_by);
    record->ticket = open->ticket;
    accept_dossier_pin(work);
}

/* What the guards of the intake need to know. */
static enum err fill_facts(struct dossier_work *work, const struct open_dossier *open)
{
    bool given = true;

    work->facts.something_asked = open->supplement.item_count > 0;
    if (open->intake == ACTION_REFUSE)
        given = refusal_reason_given(&open->refusal);
    dossier_work_reason(work, open->intake, given);
    return open->intake == ACTION_ACCEPT || open->dry_run ? accept_dossier_facts(work) : ERR_OK;
}

/* ---- saving ---------------------------------------------------------------------------------- */

static void make_secrets(struct dossier_record *record)
{
    uint64_t bits;

    random_bytes(&bits, sizeof bits);
    lookup_secret_make(bits, record->secret);
    random_bytes(record->salt, sizeof record->salt);
}

static void save_contents(struct dossier_work *work)
{
    const int64_t id = work->record.id;

    for (int part = 0; part < PART_COUNT; part++)
        if (work->people[part].there)
            register_person_put(work, (enum dossier_part)part);
    for (int i = 0; i < work->document_count; i++)
        dossier_document_put(work->tx, id, i + 1, &work->documents[i]);
    for (int i = 0; i < work->fee_count; i++)
        dossier_fee_put(work->tx, id, i + 1, &work->fees[i]);
    dossier_journal_words(work);
}

/* The note of what was asked or why it was refused; false when the intake has none. `items` keeps
 * what the note borrows. */
static bool make_note(const struct dossier_work *work, const struct open_dossier *open,
                      struct text *items, struct dossier_note *out_note)
{
    if (open->intake == ACTION_REQUEST_SUPPLEMENT)
        supplement_note(&open->supplement, &work->facts, items, out_note);
    else if (open->intake == ACTION_REFUSE)
        refusal_note(&open->refusal, out_note);
    else
        return false;
    return true;
}

static enum err save(struct dossier_work *work, struct open_dossier *open)
{
    struct dossier_note note;
    struct text items;

    text_init(&items);
    const bool noted = make_note(work, open, &items, &note);
    make_secrets(&work->record);
    const enum err err = open->intake == ACTION_ACCEPT ? accept_dossier_number(work) : ERR_OK;
    if (err == ERR_OK) {
        dossier_journal_save(work, noted ? &note : NULL);
        save_contents(work);
        dossier_paper_print(work, noted ? &note : NULL);
    }
    text_release(&items);
    return err;
}

/* Another agency that decides must be known and at work, and the procedure be one that is received
 * for others. Rules. */
static enum err check_agency(struct dossier_work *work, struct open_dossier *open)
{
    const struct catalogue *catalogue = work->command->catalogue;
    const int agency = catalogue_agency(catalogue, open->competent_agency);

    if (!open->competent_agency[0] || strcmp(open->competent_agency, catalogue->code) == 0)
        return ERR_OK;
    if (agency == QUEUE_NONE ||
        !catalogue_agency_works(catalogue, agency, date_of_instant(work->facts.now)))
        command_fault(&open->command, "/competent_agency", ERR_UNKNOWN_AGENCY);
    else if (!work->procedure.beyond_boundary)
        command_fault(&open->command, "/competent_agency", ERR_BOUNDARY_KEPT);
    return open->command.facts.fields.length ? ERR_FIELDS : ERR_OK;
}

static enum err prepare(struct dossier_work *work, struct open_dossier *open)
{
    enum err err = find_procedure(work, open->procedure);

    if (err == ERR_OK)
        err = check_fields(work->tx, open);
    if (err == ERR_OK)
        err = check_agency(work, open);
    if (err == ERR_OK)
        err = check_code(work, open->external_code);
    if (err != ERR_OK)
        return err;
    fill_record(work, open);
    fill_contents(work, open);
    if (open->intake == ACTION_REFUSE && open->refusal.refund)
        dossier_work_refund(work);
    return fill_facts(work, open);
}

/* Where in the request the fault of a guard is. */
static const char *pointer_of(const struct dossier_work *work, enum err err)
{
    switch ((int)err) {
    case ERR_PROCEDURE_NOT_IN_FORCE:
    case ERR_UNKNOWN_PROCEDURE:
    case ERR_CALENDAR_RANGE:
        return "/procedure";
    case ERR_IDENTITY_INVALID:
        return dossier_identity_fault(work);
    case ERR_DOCUMENTS_MISSING:
        return "/documents";
    case ERR_FEE_UNPAID:
        return "/fees";
    case ERR_NOTHING_ASKED:
        return "/supplement/items";
    case ERR_REASON_MISSING:
        return "/refusal/reason";
    case ERR_DUPLICATE_CODE:
        return "/external_code";
    default:
        return "";
    }
}

static enum err receive(struct dossier_work *work, struct open_dossier *open)
{
    enum err err = prepare(work, open);

    if (err == ERR_OK)
        err = dossier_work_decide(work, open->intake);
    if (err == ERR_IDENTITY_INVALID)
        command_fault(&open->command, pointer_of(work, err), err);
    if (err == ERR_OK)
        err = save(work, open);
    if (err != ERR_OK)
        return err;
    open->version = work->record.version;
    dossier_view_write(work, &open->body, true);
    return open->body.failed ? ERR_NO_MEMORY : ERR_OK;
}

/* ---- dry run --------------------------------------------------------------------------------- */

/* Let a guard pass that has spoken, so that the next one may. False for what nothing can mend. */
static bool pass(struct dossier_facts *facts, enum err err)
{
    switch ((int)err) {
    case ERR_PROCEDURE_NOT_IN_FORCE:
        return facts->procedure_in_force = true;
    case ERR_IDENTITY_INVALID:
        return facts->identity_valid = true;
    case ERR_DOCUMENTS_MISSING:
        return facts->documents_complete = true;
    case ERR_FEE_UNPAID:
        return facts->fee_before_settled = true;
    case ERR_CALENDAR_RANGE:
        return facts->due_in_calendar = true;
    case ERR_NOTHING_ASKED:
        return facts->something_asked = true;
    case ERR_REASON_MISSING:
        return facts->reason_given = true;
    default:
        return false;
    }
}

/* The paper as it would come: what was let pass stands on it as it is. Rule R-930. */
static enum err look_at_paper(struct dossier_work *work, struct open_dossier *open)
{
    struct dossier_record *record = &work->record;
    struct dossier_note note;
    struct text items;
    enum err err = dossier_work_decide(work, open->intake);

    if (err != ERR_OK)
        return err;
    text_init(&items);
    const bool noted = make_note(work, open, &items, &note);
    if (open->intake == ACTION_ACCEPT && work->facts.due.kind != DUE_NONE)
        record->promised_at = record->due.at;
    err = dossier_paper_preview(work, noted ? &note : NULL, &open->body);
    text_release(&items);
    return err;
}

/* Every fault, one after the other; what is about rights or state ends the search. */
static enum err try(struct dossier_work *work, struct open_dossier *open)
{
    struct command *command = &open->command;
    enum err err = prepare(work, open);

    if (open->preview && err != ERR_OK)
        return err;
    while (err == ERR_OK) {
        err = dossier_decide(&work->record.dossier, open->intake, &work->actor, &work->facts,
                             &work->change);
        if (err == ERR_OK || !pass(&work->facts, err))
            break;
        if (!open->preview)
            command_fault(command, pointer_of(work, err), err);
        err = ERR_OK;
    }
    if (open->preview)
        return err == ERR_OK ? look_at_paper(work, open) : err;
    if (err == ERR_UNKNOWN_PROCEDURE || err == ERR_DUPLICATE_CODE)
        command_fault(command, pointer_of(work, err), err);
    else if (err != ERR_OK && err != ERR_FIELDS)
        return err;
    dossier_view_preview(work, &open->body);
    text_clear(&command->facts.fields);
    return open->body.failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err open_dossier_run(struct store_tx *tx, struct command *command)
{
    struct open_dossier *open = container_of(command, struct open_dossier, command);
    struct dossier_work *work = dossier_work_new(tx, command);

    if (!work)
        return ERR_NO_MEMORY;
    const enum err err = open->dry_run ? try(work, open) : receive(work, open);
    if (err != ERR_OK)
        text_release(&open->body);
    dossier_work_free(work);
    return err;
}

/* ---- an import ------------------------------------------------------------------------------- */

enum err open_dossier_arrive(struct store_tx *tx, struct open_dossier *open, bool check_only)
{
    struct dossier_work *work = dossier_work_new(tx, &open->command);

    if (!work)
        return ERR_NO_MEMORY;
    work->actor.import = true;
    enum err err = prepare(work, open);
    if (err == ERR_OK)
        err = dossier_work_decide(work, ACTION_ARRIVE);
    if (err == ERR_OK && !check_only)
        err = save(work, open);
    if (err == ERR_UNKNOWN_PROCEDURE || err == ERR_DUPLICATE_CODE) {
        command_fault(&open->command, pointer_of(work, err), err);
        err = ERR_FIELDS;
    }
    dossier_work_free(work);
    return err;
}
