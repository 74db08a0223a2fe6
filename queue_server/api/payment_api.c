/* How money is taken: /payment-setup, and the VietQR text of a dossier. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/read_payment_qr.h"

/* ---- /payment-setup -------------------------------------------------------------------------- */

static void read_answer(struct command *command)
{
    const struct read_payment_setup *read =
        container_of(command, struct read_payment_setup, command);

    payment_setup_view(api_answer(command, 200), NULL, &read->setup, &read->stamp);
    api_answer_etag(command, read->stamp.version);
}

enum err payment_api_setup(struct api_call *call)
{
    struct read_payment_setup *read =
        api_command(call, sizeof *read, read_payment_setup_run, read_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}

static void save_answer(struct command *command)
{
    const struct save_payment_setup *save =
        container_of(command, struct save_payment_setup, command);

    payment_setup_view(api_answer(command, 200), NULL, &save->setup, &save->stamp);
    api_answer_etag(command, save->stamp.version);
}

enum err payment_api_save_setup(struct api_call *call)
{
    struct save_payment_setup *save =
        api_command(call, sizeof *save, save_payment_setup_run, save_answer);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    struct payment_setup *setup = &save->setup;
    input_text(&in, "bank_bin", false, setup->bin, sizeof setup->bin);
    input_text(&in, "account", false, setup->account, sizeof setup->account);
    input_text(&in, "holder", false, setup->holder, sizeof setup->holder);
    input_text(&in, "city", false, setup->city, sizeof setup->city);
    input_text(&in, "tax_code", false, setup->tax_code, sizeof setup->tax_code);
    input_text(&in, "receipt_series", true, setup->series, sizeof setup->series);
    save->expected_version = call->if_match;
    const enum err err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(save);
        return err;
    }
    return api_submit(save);
}

/* ---- GET /dossiers/{dossier}/payment-qr ------------------------------------------------------ */

static void qr_answer(struct command *command)
{
    const struct read_payment_qr *read = container_of(command, struct read_payment_qr, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_string(body, "text", read->text);
    json_put_int(body, "amount", read->code.amount);
    json_put_string(body, "purpose", read->code.purpose);
    json_put_string(body, "bank_bin", read->code.bin);
    json_put_string(body, "account", read->code.account);
    json_put_string_or_null(body, "holder", read->code.name);
    json_close_object(body);
}

enum err payment_api_qr(struct api_call *call)
{
    struct read_payment_qr *read = api_command(call, sizeof *read, read_payment_qr_run, qr_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = opaque_id_parse('d', call->parameter[0]);
    return api_read_with(read, read->dossier ? ERR_OK : ERR_NOT_FOUND);
}
