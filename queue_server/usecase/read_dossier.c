#include "usecase/read_dossier.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "store/account_rows.h"
#include "store/event_log.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_view.h"
#include "usecase/due_as_of.h"
#include "usecase/moment_as_of.h"
#include "usecase/ticket_view.h"

static enum err finish(struct text *body)
{
    if (!body->failed)
        return ERR_OK;
    text_release(body);
    return ERR_NO_MEMORY;
}

enum err read_dossier_run(struct store_tx *tx, struct command *command)
{
    struct read_dossier *read = container_of(command, struct read_dossier, command);
    struct dossier_work *work;
    const enum err err = dossier_work_open(tx, command, read->dossier, &work);

    if (err != ERR_OK)
        return err;
    read->version = work->record.version;
    dossier_view_write(work, &read->body, false);
    dossier_work_free(work);
    return finish(&read->body);
}

enum err read_ledger_run(struct store_tx *tx, struct command *command)
{
    struct read_dossier *read = container_of(command, struct read_dossier, command);
    struct dossier_work *work;
    json_t *ledger = NULL;
    enum err err = dossier_work_open(tx, command, read->dossier, &work);

    if (err != ERR_OK)
        return err;
    struct due_as_of ask = {.tx = tx, .calendars = command->office->calendars};
    const struct dossier_moment accepted = {.kind = MOMENT_ACCEPTED};
    struct instant accepted_at = work->record.dossier.accepted_at;
    if (accepted_at.ms && read->has_as_of) /* as it was known then: R-539 */
        accepted_at = moment_as_of(tx, read->dossier, &accepted, accepted_at, read->as_of);
    if (accepted_at.ms == 0 || (read->has_as_of && instant_before(read->as_of, accepted_at)))
        err = ERR_NOT_FOUND;
    else if (read->has_as_of) /* */
        err = due_as_of_ledger(&ask, read->dossier, accepted_at, read->as_of, &ledger);
    else
        err = dossier_due_ledger(tx, command->office, &work->record, &ledger);
    dossier_work_free(work);
    if (err != ERR_OK)
        return err;
    char *dump = json_dumps(ledger, JSON_COMPACT);
    json_decref(ledger);
    if (!dump)
        return ERR_NO_MEMORY;
    text_add(&read->body, dump);
    free(dump);
    return finish(&read->body);
}

/* ---- history -----------------------------------------------------------------------------------
 */

struct history {
    struct read_dossier *read;
    struct store_tx *tx;
    struct dossier_work *work;
    int count;
    int64_t last;
    const struct event *event; /* whose reason is looked for */
    char reason[NOTE_REASON_SIZE];
};

static void find_reason(const struct dossier_note *note, void *data)
{
    struct history *history = data;

    if (note->seq == history->event->seq)
        memcpy(history->reason, note->reason, sizeof history->reason);
}

/* "Từ chối tiếp nhận: <lý do>" */
static void put_words(struct text *text, struct history *history, const char *action)
{
    struct text words;
    const char *title = "Tính lại hạn trả theo lịch làm việc mới"; /* the only one of no person */

    for (int i = 0; action && i < DOSSIER_ACTION_COUNT; i++)
        if (strcmp(dossier_action_name((enum dossier_action)i), action) == 0)
            title = dossier_action_title((enum dossier_action)i);
    history->reason[0] = '\0';
    dossier_notes_each(history->tx, history->work->record.id, find_reason, history);
    text_init(&words);
    text_add(&words, title);
    if (history->reason[0] && strlen(history->reason) < 800) {
        text_add(&words, ": ");
        text_add(&words, history->reason);
    }
    json_put_string(text, "text", words.data);
    text_release(&words);
}

static void put_actor(struct text *text, struct history *history)
{
    struct directory_account account;
    const char *code = history->event->actor;
    const bool found = code[0] && account_rows_get(history->tx, code, &account);

    json_put_string_or_null(text, "actor", code);
    json_put_string_or_null(text, "actor_name", found ? account.name : code);
}

static int put_event(const struct event *event, void *data)
{
    struct history *history = data;
    struct text *text = &history->read->body;
    json_t *root = json_loads(event->data, 0, NULL);
    const json_t *dossier = json_object_get(root, "dossier");

    history->event = event;
    if (history->count++ < history->read->limit) {
        json_open_object(text, NULL);
        json_put_int(text, "seq", event->seq);
        json_put_instant(text, "at", event->at);
        json_put_string(text, "kind", event->kind);
        put_actor(text, history);
        json_put_string(text, "state_before",
                        json_string_value(json_object_get(root, "state_before")));
        json_put_string(text, "state_after", json_string_value(json_object_get(dossier, "state")));
        put_words(text, history, json_string_value(json_object_get(root, "action")));
        json_put_raw(text, "data", event->data);
        json_close_object(text);
        history->last = event->seq;
    }
    json_decref(root);
    return 1;
}

enum err read_history_run(struct store_tx *tx, struct command *command)
{
    struct read_dossier *read = container_of(command, struct read_dossier, command);
    struct history history = {.read = read, .tx = tx};
    char subject[TICKET_ID_SIZE];
    const enum err err = dossier_work_open(tx, command, read->dossier, &history.work);

    if (err != ERR_OK)
        return err;
    opaque_id('d', read->dossier, subject);
    json_open_object(&read->body, NULL);
    json_open_array(&read->body, "items");
    event_log_read_of(tx, subject, read->after, read->limit + 1, put_event, &history);
    json_close_array(&read->body);
    if (history.count > read->limit) {
        char next[TICKET_ID_SIZE];

        opaque_id('e', history.last, next);
        json_put_string(&read->body, "next", next);
    } else {
        json_put_null(&read->body, "next");
    }
    json_close_object(&read->body);
    dossier_work_free(history.work);
    return finish(&read->body);
}

/* ---- the holder's look-up
 * ------------------------------------------------------------------------ */

/* Rule R-245: what is compared is as long and takes as long whether the code exists or not, and
 * whether its secret has 9 letters or the 6 of earlier ones, filled up with NUL. */
enum err look_up_dossier_find(struct store_tx *tx, const char *code, const char *secret,
                              struct dossier_record *out_record)
{
    char given[LOOKUP_SECRET_SIZE] = "---------", kept[LOOKUP_SECRET_SIZE] = "?????????";
    const bool readable = lookup_secret_read(secret, strlen(secret), given) == ERR_OK;
    const bool found = dossier_rows_get(tx, dossier_rows_by_code(tx, code), out_record);

    if (found) {
        memset(kept, 0, sizeof kept);
        memcpy(kept, out_record->secret, strnlen(out_record->secret, LOOKUP_SECRET_LETTERS));
    }
    return sodium_memcmp(given, kept, sizeof kept) == 0 && readable && found ? ERR_OK
                                                                             : ERR_NOT_FOUND;
}

enum err look_up_dossier_run(struct store_tx *tx, struct command *command)
{
    struct look_up_dossier *look = container_of(command, struct look_up_dossier, command);
    struct dossier_work *work = dossier_work_new(tx, command);
    enum err err;

    if (!work)
        return ERR_NO_MEMORY;
    err = look_up_dossier_find(tx, look->code, look->secret, &work->record);
    if (err == ERR_OK)
        err = dossier_work_load(work, work->record.id); /* the rest only for its holder */
    if (err == ERR_OK) {
        dossier_view_public(work, &look->body);
        err = finish(&look->body);
    }
    dossier_work_free(work);
    return err;
}
