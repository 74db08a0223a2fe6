#include "usecase/read_payment_qr.h"

#include <string.h>

#include "usecase/dossier_work.h"

/* Of what was refused or stopped nothing is taken any more. */
static int64_t owed(const struct dossier_work *work)
{
    const enum dossier_state state = work->record.dossier.state;
    const bool over = state == DOSSIER_REFUSED || state == DOSSIER_STOPPED;
    int64_t sum = 0;

    for (int i = 0; !over && i < work->fee_count; i++)
        if (!work->fees[i].method[0] && !work->fees[i].exemption[0])
            sum += work->fees[i].amount;
    return sum;
}

/* Rule R-420. */
static enum err make(struct read_payment_qr *read, const struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    const char *code = record->code[0] ? record->code : record->external_code;

    if (!read->setup.bin[0])
        return ERR_NO_PAYMENT_ACCOUNT;
    read->code.amount = owed(work);
    if (read->code.amount == 0)
        return ERR_NOTHING_OWED;
    if (!code[0] || vietqr_purpose(code, read->code.purpose) != ERR_OK)
        return ERR_NO_DOSSIER_CODE;
    memcpy(read->code.bin, read->setup.bin, sizeof read->code.bin);
    memcpy(read->code.account, read->setup.account, sizeof read->code.account);
    memcpy(read->code.name, read->setup.holder, sizeof read->code.name);
    memcpy(read->code.city, read->setup.city, sizeof read->code.city);
    return vietqr_write(&read->code, read->text, NULL);
}

enum err read_payment_qr_run(struct store_tx *tx, struct command *command)
{
    struct read_payment_qr *read = container_of(command, struct read_payment_qr, command);
    struct dossier_work *work = NULL;
    enum err err = dossier_work_open(tx, command, read->dossier, &work);

    if (err == ERR_OK)
        err = payment_setup_load(tx, &read->setup);
    if (err == ERR_OK)
        err = make(read, work);
    dossier_work_free(work);
    return err;
}
