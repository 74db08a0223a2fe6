/* Receipts of fees and fees given back: /dossiers/{dossier}/receipts, .../refunds, /receipts. */
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/dossier_view.h"
#include "usecase/pay_refund.h"
#include "usecase/read_receipts.h"

/* ---- POST /dossiers/{dossier}/receipts ------------------------------------------------------- */

static void issue_answer(struct command *command)
{
    receipt_view(api_answer(command, 201),
                 &container_of(command, struct issue_receipt, command)->seen);
}

enum err receipt_api_issue(struct api_call *call)
{
    struct issue_receipt *issue = api_command(call, sizeof *issue, issue_receipt_run, issue_answer);
    struct input in = input_of(call);

    if (!issue)
        return ERR_NO_MEMORY;
    issue->dossier = opaque_id_parse('d', call->parameter[0]);
    input_text(&in, "payer", false, issue->payer, sizeof issue->payer);
    enum err err = input_end(&in);
    if (err == ERR_OK && !issue->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(issue);
        return err;
    }
    api_after(issue, api_after_print);
    return api_submit(issue);
}

/* ---- POST /dossiers/{dossier}/refunds -------------------------------------------------------- */

static void refund_answer(struct command *command)
{
    dossier_fee_view(api_answer(command, 201),
                     &container_of(command, struct pay_refund, command)->line);
}

enum err receipt_api_refund(struct api_call *call)
{
    static const char *const methods[] = {"cash", "transfer", NULL};
    struct pay_refund *pay = api_command(call, sizeof *pay, pay_refund_run, refund_answer);
    struct input in = input_of(call);
    int64_t fee = 1;

    if (!pay)
        return ERR_NO_MEMORY;
    pay->dossier = opaque_id_parse('d', call->parameter[0]);
    input_int(&in, "fee", true, 1, DOSSIER_FEES_MAX, &fee);
    const int method = input_word(&in, "method", true, methods);
    input_text(&in, "reference", false, pay->reference, sizeof pay->reference);
    enum err err = input_end(&in);
    if (err == ERR_OK && !pay->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(pay);
        return err;
    }
    pay->fee = (int)fee;
    pay->method = method == 0 ? PAYMENT_CASH : PAYMENT_TRANSFER;
    return api_submit(pay);
}

/* ---- POST /receipts/{receipt}/ask-void, void, keep ------------------------------------------- */

static void change_answer(struct command *command)
{
    receipt_view(api_answer(command, 200),
                 &container_of(command, struct void_receipt, command)->seen);
}

static enum err change(struct api_call *call, command_run_fn run, bool with_reason)
{
    struct void_receipt *receipt = api_command(call, sizeof *receipt, run, change_answer);
    struct input in = input_of(call);

    if (!receipt)
        return ERR_NO_MEMORY;
    receipt->receipt = opaque_id_parse('b', call->parameter[0]);
    if (with_reason)
        input_needed_text(&in, "reason", receipt->reason, sizeof receipt->reason);
    enum err err = input_end(&in);
    if (err == ERR_OK && !receipt->receipt)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(receipt);
        return err;
    }
    return api_submit(receipt);
}

enum err receipt_api_ask_void(struct api_call *call)
{
    return change(call, ask_void_receipt_run, true);
}

enum err receipt_api_void(struct api_call *call)
{
    return change(call, void_receipt_run, false);
}

enum err receipt_api_keep(struct api_call *call)
{
    return change(call, keep_receipt_run, false);
}

/* ---- GET ------------------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_receipts *read = container_of(command, struct read_receipts, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_receipts, command)->items);
}

static enum err list(struct api_call *call, int64_t dossier, enum err inputs)
{
    struct read_receipts *read = api_command(call, sizeof *read, read_receipts_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = dossier;
    if (inputs == ERR_OK && !dossier)
        inputs = api_list_ids(call, 'b', &read->limit, &read->before);
    if (read->before == 0)
        read->before = INT64_MAX;
    api_after(read, after_list);
    return api_read_with(read, inputs);
}

enum err receipt_api_of_dossier(struct api_call *call)
{
    const int64_t dossier = opaque_id_parse('d', call->parameter[0]);

    return list(call, dossier, dossier ? ERR_OK : ERR_NOT_FOUND);
}

enum err receipt_api_list(struct api_call *call)
{
    return list(call, 0, ERR_OK);
}

static void read_answer(struct command *command)
{
    receipt_view(api_answer(command, 200),
                 &container_of(command, struct read_receipt, command)->seen);
}

enum err receipt_api_read(struct api_call *call)
{
    struct read_receipt *read = api_command(call, sizeof *read, read_receipt_run, read_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->receipt = opaque_id_parse('b', call->parameter[0]);
    return api_read_with(read, read->receipt ? ERR_OK : ERR_NOT_FOUND);
}
