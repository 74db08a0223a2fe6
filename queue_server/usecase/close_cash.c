#include "usecase/close_cash.h"

#include <string.h>

#include "base/vietnamese.h"
#include "store/event_log.h"
#include "usecase/dossier_check.h"

/* ---- views ----------------------------------------------------------------------------------- */

static int64_t online(const struct cash_sums *sums)
{
    int64_t sum = 0;

    for (int method = 0; method < PAYMENT_METHOD_COUNT; method++)
        if (payment_method_is_online((enum payment_method)method))
            sum += sums->amounts[method];
    return sum;
}

/* Rule R-427. */
static void put_sums(struct text *text, const struct cash_sums *sums)
{
    int64_t total = 0;

    json_put_int(text, "fees", sums->fees);
    json_open_object(text, "amounts");
    for (int method = 0; method < PAYMENT_METHOD_COUNT; method++) {
        json_put_int(text, payment_method_name((enum payment_method)method), sums->amounts[method]);
        total += sums->amounts[method];
    }
    json_close_object(text);
    json_put_int(text, "total", total);
    json_put_int(text, "online", online(sums));
    json_put_int(text, "refunds", sums->refunds);
    json_open_object(text, "refunded");
    json_put_int(text, "cash", sums->refunded_cash);
    json_put_int(text, "transfer", sums->refunded_transfer);
    json_close_object(text);
}

/* Cash that ought to be in the till. Rule R-432. */
static int64_t due_cash(const struct cash_sums *sums)
{
    return sums->amounts[PAYMENT_CASH] - sums->refunded_cash;
}

void till_view(struct text *text, const struct cash_sums *sums)
{
    json_open_object(text, NULL);
    put_sums(text, sums);
    json_close_object(text);
}

static void put_closing(struct text *text, const struct cash_closing *closing, bool with_reason)
{
    char id[TICKET_ID_SIZE];

    opaque_id('c', closing->id, id);
    json_put_string(text, "id", id);
    json_put_string(text, "account", closing->account);
    put_sums(text, &closing->sums);
    json_put_int(text, "counted", closing->counted);
    json_put_int(text, "difference", closing->counted - due_cash(&closing->sums));
    if (with_reason)
        json_put_string_or_null(text, "reason", closing->reason);
    json_put_instant(text, "closed_at", closing->closed_at);
}

void cash_closing_view(struct text *text, const struct cash_closing *closing)
{
    json_open_object(text, NULL);
    put_closing(text, closing, true);
    json_close_object(text);
}

/* ---- close ----------------------------------------------------------------------------------- */

static enum err check(struct close_cash *close)
{
    struct command *command = &close->command;
    const bool differs = close->counted != due_cash(&close->closing.sums);

    if (close->reason[0])
        dossier_check_text(command, "/reason", close->reason, sizeof close->reason);
    if (command->facts.fields.length)
        return ERR_FIELDS;
    if (close->closing.sums.fees + close->closing.sums.refunds == 0)
        return ERR_NOTHING_TO_CLOSE;
    return differs && vietnamese_is_empty(close->reason, strlen(close->reason)) ? ERR_REASON_MISSING
                                                                                : ERR_OK;
}

/* The event: sums and the difference; the words of its reason stay in the row. */
static void tell(struct store_tx *tx, struct close_cash *close)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_open_object(&data, "closing");
    put_closing(&data, &close->closing, false);
    json_close_object(&data);
    json_close_object(&data);
    command_event(tx, &close->command, "cash_closed", close->closing.account, "", &data);
    text_release(&data);
}

enum err close_cash_run(struct store_tx *tx, struct command *command)
{
    struct close_cash *close = container_of(command, struct close_cash, command);
    struct cash_closing *closing = &close->closing;

    closing->sums = cash_rows_open(tx, command->actor.code);
    const enum err err = check(close);
    if (err != ERR_OK)
        return err;
    closing->id = event_log_next_seq(tx);
    closing->counted = close->counted;
    closing->closed_at = command->now;
    memcpy(closing->reason, close->reason, sizeof closing->reason);
    snprintf(closing->account, sizeof closing->account, "%s", command->actor.code);
    cash_rows_close(tx, closing);
    tell(tx, close);
    return ERR_OK;
}

/* ---- reading --------------------------------------------------------------------------------- */

enum err read_till_run(struct store_tx *tx, struct command *command)
{
    struct read_till *read = container_of(command, struct read_till, command);

    read->sums = cash_rows_open(tx, command->actor.code);
    return ERR_OK;
}

struct page {
    struct read_closings *read;
    int count;
    int64_t last; /* id of the one written last */
};

static void add_item(const struct cash_closing *closing, void *data)
{
    struct page *page = data;

    if (page->count++ == page->read->limit) { /* one more was asked for, to know of it */
        opaque_id('c', page->last, page->read->next);
        return;
    }
    cash_closing_view(&page->read->items, closing);
    page->last = closing->id;
}

enum err read_closings_run(struct store_tx *tx, struct command *command)
{
    struct read_closings *read = container_of(command, struct read_closings, command);
    const bool all =
        permission_check(PERMISSION_RECEIPT_DECIDE, command->actor.roles) != GRANT_NONE ||
        role_set_has(command->actor.roles, ROLE_KIEM_TRA) ||
        role_set_has(command->actor.roles, ROLE_LANH_DAO);
    struct page page = {.read = read};

    text_init(&read->items);
    cash_rows_page(tx, all ? "" : command->actor.code, read->before, read->limit + 1, add_item,
                   &page);
    return read->items.failed ? ERR_NO_MEMORY : ERR_OK;
}
