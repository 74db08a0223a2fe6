#include "usecase/webhook_deliveries.h"

#include <stdlib.h>
#include <string.h>

#include "store/event_log.h"

enum { LOOK_MAX = 500 /* rows of the log in one look */ };

/* ---- one webhook's rows of the log ----------------------------------------------------------- */

struct looking {
    struct find_deliveries *find;
    bool failed;
    int looked;
};

static bool is_told(const char *kind)
{
    return strncmp(kind, "dossier_", 8) == 0;
}

/* {"delivery", "seq", "at", "kind", "subject", "centre", "training", "data"}. Rule R-533. */
static char *body_of(const struct find_deliveries *find, const struct event *event)
{
    const struct catalogue *catalogue = find->command.catalogue;
    struct text text;

    text_init(&text);
    json_open_object(&text, NULL);
    text_printf(&text, "\"delivery\":\"%s/%lld\"", find->webhook.code, (long long)event->seq);
    json_put_int(&text, "seq", event->seq);
    json_put_instant(&text, "at", event->at);
    json_put_string(&text, "kind", event->kind);
    json_put_string(&text, "subject", event->subject);
    json_put_string(&text, "centre", catalogue->code);
    json_put_bool(&text, "training", catalogue->training);
    json_put_raw(&text, "data", event->data);
    json_close_object(&text);
    if (text.failed) {
        text_release(&text);
        return NULL;
    }
    return text.data;
}

static int add_row(const struct event *event, void *data)
{
    struct looking *looking = data;
    struct find_deliveries *find = looking->find;
    struct delivery *delivery = &find->deliveries[find->count];

    looking->looked++;
    if (is_told(event->kind)) {
        delivery->body = body_of(find, event);
        if (!delivery->body) {
            looking->failed = true;
            return 0;
        }
        delivery->seq = event->seq;
        memcpy(delivery->kind, event->kind, sizeof delivery->kind);
        find->count++;
    }
    find->seen = event->seq;
    return find->count < DELIVERIES_MAX;
}

/* True when there is something to tell, or so much that is nothing that it is worth to be kept. */
static bool look_at(struct store_tx *tx, struct find_deliveries *find,
                    const struct webhook *webhook, bool *out_failed)
{
    struct looking looking = {.find = find};

    find->webhook = *webhook;
    find->seen = webhook->told;
    find->count = 0;
    event_log_read(tx, webhook->told, LOOK_MAX, add_row, &looking);
    *out_failed = looking.failed;
    find->more = find->count == DELIVERIES_MAX || looking.looked == LOOK_MAX;
    return find->count > 0 || looking.looked == LOOK_MAX;
}

/* ---- whose turn it is ------------------------------------------------------------------------ */

static bool rests(const struct find_deliveries *find, const char *code)
{
    for (int i = 0; i < find->resting_count; i++)
        if (strcmp(find->resting[i], code) == 0)
            return true;
    return false;
}

/* In the order of the codes, from the one after who was served last. */
static int first_of(const struct find_deliveries *find, const struct webhook *all, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(all[i].code, find->last) > 0)
            return i;
    return 0;
}

enum err find_deliveries_run(struct store_tx *tx, struct command *command)
{
    struct find_deliveries *find = container_of(command, struct find_deliveries, command);
    struct webhook all[WEBHOOKS_MAX];
    const int count = webhook_rows_list(tx, all), first = first_of(find, all, count);
    bool failed = false;

    for (int i = 0; i < count && !failed; i++) {
        const struct webhook *webhook = &all[(first + i) % count];

        if (webhook->enabled && !rests(find, webhook->code) && look_at(tx, find, webhook, &failed))
            return sql_outcome(tx);
        find_deliveries_release(find);
    }
    find->webhook.code[0] = '\0';
    find->more = false;
    return failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

void find_deliveries_release(struct find_deliveries *find)
{
    for (int i = 0; i < find->count; i++)
        free(find->deliveries[i].body);
    find->count = 0;
}

enum err keep_deliveries_run(struct store_tx *tx, struct command *command)
{
    webhook_rows_progress(tx, &container_of(command, struct keep_deliveries, command)->webhook);
    return sql_outcome(tx);
}
