#include "usecase/issue_receipt.h"

#include <string.h>

#include "base/vietnamese.h"
#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_journal.h"
#include "usecase/payment_setup.h"
#include "usecase/read_receipts.h"
#include "usecase/receipt_paper.h"

/* ---- what all have in common ----------------------------------------------------------------- */

/* The event: numbers and amounts; of the payer and the reason a salted digest. Rule R-241. */
static void tell(struct dossier_work *work, const char *kind, const struct receipt_seen *seen)
{
    const struct receipt_record *record = &seen->record;
    char subject[TICKET_ID_SIZE], id[TICKET_ID_SIZE];
    struct text data, sealed;

    opaque_id('b', record->id, id);
    opaque_id('d', record->dossier, subject);
    text_init(&data);
    text_init(&sealed);
    text_add(&sealed, record->payer);
    text_add(&sealed, record->reason);
    json_open_object(&data, NULL);
    json_open_object(&data, "receipt");
    json_put_string(&data, "id", id);
    json_put_string(&data, "series", record->series);
    json_put_int(&data, "number", record->number);
    json_put_int(&data, "total", record->total);
    json_put_string(&data, "state", receipt_state_name(record));
    receipt_view_lines(&data, seen, false);
    dossier_journal_digest(&data, "digest", &work->record, &sealed);
    json_close_object(&data);
    dossier_journal_view(&data, &work->record);
    json_close_object(&data);
    command_event(work->tx, work->command, kind, subject, NULL, &data);
    text_release(&sealed);
    text_release(&data);
}

/* ---- issue ----------------------------------------------------------------------------------- */

struct taken {
    struct store_tx *tx;
    bool fees[DOSSIER_FEES_MAX + 1]; /* by position: on a receipt that stands */
};

static void take(const struct receipt_record *record, void *data)
{
    struct taken *taken = data;
    struct receipt_line lines[DOSSIER_FEES_MAX];

    if (record->voided_by[0])
        return;
    const int count = receipt_lines_get(taken->tx, record->id, lines);
    for (int i = 0; i < count; i++)
        taken->fees[lines[i].fee] = true;
}

/* The lines that were paid, are not to be given back and stand on no receipt. Rule R-421. */
static void choose_lines(struct dossier_work *work, struct receipt_seen *seen)
{
    struct taken taken = {.tx = work->tx};

    receipt_rows_of_dossier(work->tx, work->record.id, take, &taken);
    for (int i = 0; i < work->fee_count; i++) {
        const struct dossier_fee *fee = &work->fees[i];
        struct receipt_line *line = &seen->lines[seen->line_count];

        if (!fee->method[0] || fee->refund || fee->amount == 0 || taken.fees[i + 1])
            continue;
        *line = (struct receipt_line){.fee = i + 1, .amount = fee->amount};
        memcpy(line->line, fee->line, sizeof line->line);
        memcpy(line->method, fee->method, sizeof line->method);
        seen->line_count++;
        seen->record.total += fee->amount;
    }
}

static enum err check(struct dossier_work *work, struct issue_receipt *issue)
{
    struct command *command = work->command;

    if (issue->payer[0])
        dossier_check_text(command, "/payer", issue->payer, sizeof issue->payer);
    if (command->facts.fields.length)
        return ERR_FIELDS;
    if (!work->record.code[0]) {
        snprintf(command->facts.state, sizeof command->facts.state, "%s",
                 dossier_state_name(work->record.dossier.state));
        return ERR_STATE_FORBIDS;
    }
    choose_lines(work, &issue->seen);
    return issue->seen.line_count ? ERR_OK : ERR_NOTHING_TO_RECEIPT;
}

/* Rule R-422: the number is taken here, in the transaction of the receipt. */
static enum err number(struct dossier_work *work, struct issue_receipt *issue)
{
    struct receipt_record *record = &issue->seen.record;
    struct payment_setup setup;
    char series[sizeof "receipt/" + RECEIPT_SERIES_SIZE];
    const enum err err = payment_setup_load(work->tx, &setup);

    if (err != ERR_OK)
        return err;
    memcpy(record->series, setup.series, sizeof record->series);
    snprintf(series, sizeof series, "receipt/%s", record->series);
    record->number = series_next(work->tx, series, 0);
    return ERR_OK;
}

static void save(struct dossier_work *work, struct issue_receipt *issue)
{
    struct receipt_record *record = &issue->seen.record;
    const char *payer = issue->payer[0] ? issue->payer : work->people[PART_APPLICANT].full_name;

    record->id = event_log_next_seq(work->tx);
    record->dossier = work->record.id;
    record->issued_at = work->command->now;
    record->asked_at = record->voided_at = instant_none();
    snprintf(record->payer, sizeof record->payer, "%s", payer);
    snprintf(record->issued_by, sizeof record->issued_by, "%s", work->command->actor.code);
    receipt_rows_put(work->tx, record);
    for (int i = 0; i < issue->seen.line_count; i++)
        receipt_line_put(work->tx, record->id, &issue->seen.lines[i]);
    dossier_rows_act(work->tx, work->actor.officer.account, record->dossier);
    tell(work, "dossier_receipt_issued", &issue->seen);
    receipt_paper_print(work, &issue->seen);
}

enum err issue_receipt_run(struct store_tx *tx, struct command *command)
{
    struct issue_receipt *issue = container_of(command, struct issue_receipt, command);
    struct dossier_work *work;
    enum err err = dossier_work_open(tx, command, issue->dossier, &work);

    if (err != ERR_OK)
        return err;
    memcpy(issue->seen.dossier_code, work->record.code, sizeof work->record.code);
    err = check(work, issue);
    if (err == ERR_OK)
        err = number(work, issue);
    if (err == ERR_OK)
        save(work, issue);
    dossier_work_free(work);
    return err;
}

/* ---- void: one asks, another decides --------------------------------------------------------- */

static enum err find(struct store_tx *tx, struct command *command, struct void_receipt *change,
                     struct dossier_work **out_work)
{
    struct receipt_seen *seen = &change->seen;

    if (!receipt_rows_get(tx, change->receipt, &seen->record))
        return ERR_NOT_FOUND;
    seen->line_count = receipt_lines_get(tx, change->receipt, seen->lines);
    const enum err err = dossier_work_open(tx, command, seen->record.dossier, out_work);
    if (err == ERR_OK)
        memcpy(seen->dossier_code, (*out_work)->record.code, sizeof(*out_work)->record.code);
    return err;
}

static enum err state_forbids(struct command *command, const struct receipt_record *record)
{
    snprintf(command->facts.state, sizeof command->facts.state, "%s", receipt_state_name(record));
    return ERR_STATE_FORBIDS;
}

static void keep(struct dossier_work *work, struct void_receipt *change, const char *kind)
{
    receipt_rows_put(work->tx, &change->seen.record);
    dossier_rows_act(work->tx, work->actor.officer.account, change->seen.record.dossier);
    tell(work, kind, &change->seen);
}

/* Rule R-423. */
enum err ask_void_receipt_run(struct store_tx *tx, struct command *command)
{
    struct void_receipt *change = container_of(command, struct void_receipt, command);
    struct receipt_record *record = &change->seen.record;
    struct dossier_work *work;
    enum err err = find(tx, command, change, &work);

    if (err != ERR_OK)
        return err;
    if (change->reason[0])
        dossier_check_text(command, "/reason", change->reason, sizeof change->reason);
    if (command->facts.fields.length)
        err = ERR_FIELDS;
    else if (record->asked_by[0])
        err = state_forbids(command, record);
    else if (vietnamese_is_empty(change->reason, strlen(change->reason)))
        err = ERR_REASON_MISSING;
    if (err == ERR_OK) {
        snprintf(record->asked_by, sizeof record->asked_by, "%s", command->actor.code);
        record->asked_at = command->now;
        memcpy(record->reason, change->reason, sizeof record->reason);
        keep(work, change, "dossier_receipt_void_asked");
    }
    dossier_work_free(work);
    return err;
}

/* Rule R-424. */
static enum err may_decide(struct command *command, const struct receipt_record *record)
{
    if (!record->asked_by[0] || record->voided_by[0])
        return state_forbids(command, record);
    return strcmp(record->asked_by, command->actor.code) == 0 ? ERR_SEPARATION_OF_DUTIES : ERR_OK;
}

enum err void_receipt_run(struct store_tx *tx, struct command *command)
{
    struct void_receipt *change = container_of(command, struct void_receipt, command);
    struct receipt_record *record = &change->seen.record;
    struct dossier_work *work;
    enum err err = find(tx, command, change, &work);

    if (err != ERR_OK)
        return err;
    err = may_decide(command, record);
    if (err == ERR_OK) {
        snprintf(record->voided_by, sizeof record->voided_by, "%s", command->actor.code);
        record->voided_at = command->now;
        keep(work, change, "dossier_receipt_voided");
    }
    dossier_work_free(work);
    return err;
}

enum err keep_receipt_run(struct store_tx *tx, struct command *command)
{
    struct void_receipt *change = container_of(command, struct void_receipt, command);
    struct receipt_record *record = &change->seen.record;
    struct dossier_work *work;
    enum err err = find(tx, command, change, &work);

    if (err != ERR_OK)
        return err;
    err = may_decide(command, record);
    if (err == ERR_OK) {
        record->asked_by[0] = record->reason[0] = '\0';
        record->asked_at = instant_none();
        keep(work, change, "dossier_receipt_kept");
    }
    dossier_work_free(work);
    return err;
}
