#include "usecase/pay_refund.h"

#include <stdio.h>
#include <string.h>

#include "usecase/dossier_check.h"
#include "usecase/dossier_journal.h"
#include "usecase/ticket_view.h"

static enum err check(struct dossier_work *work, struct pay_refund *pay)
{
    struct command *command = work->command;
    const struct dossier_fee *line = pay->fee <= work->fee_count ? &work->fees[pay->fee - 1] : NULL;

    if (pay->reference[0])
        dossier_check_text(command, "/reference", pay->reference, sizeof pay->reference);
    else if (pay->method == PAYMENT_TRANSFER)
        command_fault(command, "/reference", ERR_MISSING_FIELD);
    if (command->facts.fields.length)
        return ERR_FIELDS;
    if (!line || !line->refund)
        return ERR_NO_REFUND_DUE;
    if (line->refund_method[0])
        return ERR_REFUND_PAID;
    return strcmp(line->refund_granted_by, command->actor.code) == 0 ? ERR_SEPARATION_OF_DUTIES
                                                                     : ERR_OK;
}

/* The event: which line, how much, how; the reference stays in the row. */
static void tell(struct dossier_work *work, const struct pay_refund *pay)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    opaque_id('d', work->record.id, subject);
    text_init(&data);
    json_open_object(&data, NULL);
    json_open_object(&data, "refund");
    json_put_int(&data, "fee", pay->fee);
    json_put_int(&data, "amount", pay->line.amount);
    json_put_string(&data, "method", pay->line.refund_method);
    json_close_object(&data);
    dossier_journal_view(&data, &work->record);
    json_close_object(&data);
    command_event(work->tx, work->command, "dossier_refund_paid", subject, NULL, &data);
    text_release(&data);
}

static void save(struct dossier_work *work, struct pay_refund *pay)
{
    struct dossier_fee *line = &work->fees[pay->fee - 1];

    snprintf(line->refund_method, sizeof line->refund_method, "%s",
             payment_method_name(pay->method));
    memcpy(line->refund_reference, pay->reference, sizeof line->refund_reference);
    snprintf(line->refunded_by, sizeof line->refunded_by, "%s", work->command->actor.code);
    line->refunded_at = work->facts.now;
    dossier_fee_put(work->tx, work->record.id, pay->fee, line);
    dossier_rows_act(work->tx, work->actor.officer.account, work->record.id);
    pay->line = *line;
    tell(work, pay);
}

enum err pay_refund_run(struct store_tx *tx, struct command *command)
{
    struct pay_refund *pay = container_of(command, struct pay_refund, command);
    struct dossier_work *work;
    enum err err = dossier_work_open(tx, command, pay->dossier, &work);

    if (err != ERR_OK)
        return err;
    err = check(work, pay);
    if (err == ERR_OK) {
        save(work, pay);
        err = sql_outcome(tx);
    }
    dossier_work_free(work);
    return err;
}
