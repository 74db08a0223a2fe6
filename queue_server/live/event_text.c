#include "live/event_text.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum err event_topics_parse(const char *text, unsigned *out_topics)
{
    static const char *const names[] = {"queue", "dossiers", "print", "log"};
    unsigned topics = 0;

    if (!text) {
        *out_topics = TOPIC_QUEUE | TOPIC_DOSSIERS | TOPIC_PRINT;
        return ERR_OK;
    }
    while (*text) {
        const size_t length = strcspn(text, ",");
        bool known = false;

        for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
            if (strlen(names[i]) == length && memcmp(names[i], text, length) == 0) {
                topics |= 1u << i;
                known = true;
            }
        if (!known)
            return ERR_BAD_PARAMETER;
        text += length;
        if (*text == ',' && !*++text)
            return ERR_BAD_PARAMETER;
    }
    *out_topics = topics;
    return topics ? ERR_OK : ERR_BAD_PARAMETER;
}

struct event_reader event_reader_of(const struct actor *actor, unsigned topics, const char *site)
{
    struct event_reader reader = {.topics = topics};
    const enum dossier_scope scope = permission_dossier_scope(actor->roles);

    if (permission_check(PERMISSION_QUEUE_READ, actor->roles) == GRANT_NONE)
        reader.topics &= ~(unsigned)TOPIC_QUEUE;
    if (scope == SCOPE_NONE)
        reader.topics &= ~(unsigned)TOPIC_DOSSIERS;
    if (permission_check(PERMISSION_PRINT_READ, actor->roles) == GRANT_NONE)
        reader.topics &= ~(unsigned)TOPIC_PRINT;
    if (permission_check(PERMISSION_LOG_READ, actor->roles) == GRANT_NONE)
        reader.topics &= ~(unsigned)TOPIC_LOG;
    snprintf(reader.site, sizeof reader.site, "%s", site ? site : actor->site);
    if (scope == SCOPE_UNIT)
        memcpy(reader.unit, actor->unit, sizeof reader.unit);
    memcpy(reader.account, actor->code, sizeof reader.account);
    reader.in_hall = actor->kind == ACTOR_DEVICE;
    return reader;
}

static unsigned topic_of(const char *kind)
{
    if (strncmp(kind, "ticket_", 7) == 0 || strncmp(kind, "counter_", 8) == 0 ||
        strncmp(kind, "queue_", 6) == 0 || strncmp(kind, "setup_", 6) == 0 ||
        strncmp(kind, "help_", 5) == 0 || strcmp(kind, "centre_imported") == 0)
        return TOPIC_QUEUE;
    if (strncmp(kind, "dossier_", 8) == 0 || strncmp(kind, "reminder_", 9) == 0 ||
        strncmp(kind, "scanner_", 8) == 0)
        return TOPIC_DOSSIERS;
    if (strncmp(kind, "print_", 6) == 0)
        return TOPIC_PRINT;
    return TOPIC_LOG;
}

static void copy_member(const json_t *object, const char *key, char *out, size_t size)
{
    const char *value = json_string_value(json_object_get(object, key));

    snprintf(out, size, "%s", value ? value : "");
}

bool event_make_ready(const struct event *event, struct event_ready *out_ready)
{
    json_t *data = json_loads(event->data, 0, NULL);
    const json_t *dossier = json_object_get(data, "dossier");

    if (!data)
        return false;
    *out_ready = (struct event_ready){.event = event, .topic = topic_of(event->kind)};
    copy_member(data, "site", out_ready->site, sizeof out_ready->site);
    copy_member(dossier, "unit", out_ready->unit, sizeof out_ready->unit);
    copy_member(dossier, "officer", out_ready->officer, sizeof out_ready->officer);
    copy_member(data, "unit_before", out_ready->unit_before, sizeof out_ready->unit_before);
    copy_member(dossier, "receiver_unit", out_ready->receiver_unit,
                sizeof out_ready->receiver_unit);
    copy_member(dossier, "receiver", out_ready->receiver, sizeof out_ready->receiver);
    json_decref(data);
    return true;
}

bool event_is_visible(const struct event_ready *ready, const struct event_reader *reader)
{
    if (reader->topics & TOPIC_LOG)
        return true;
    if (!(reader->topics & ready->topic))
        return false;
    if (ready->topic == TOPIC_QUEUE)
        return !reader->site[0] || !ready->site[0] || strcmp(reader->site, ready->site) == 0;
    if (strncmp(ready->event->kind, "scanner_", 8) == 0)
        return true; /* of no dossier yet, so of no unit: R-566 */
    if (ready->topic == TOPIC_DOSSIERS && reader->unit[0])
        return strcmp(reader->unit, ready->unit) == 0 ||
               strcmp(reader->unit, ready->unit_before) == 0 ||
               strcmp(reader->unit, ready->receiver_unit) == 0 ||
               strcmp(reader->account, ready->officer) == 0 ||
               strcmp(reader->account, ready->receiver) == 0;
    return true;
}

/* Take out what no device in a hall is told, wherever it stands. Rule R-723. */
static void drop_private(json_t *value)
{
    static const char *const names[] = {"class",          "why",  "reason",  "officer",
                                        "officer_before", "seat", "account", "dossier"};
    const char *key;
    size_t i;
    json_t *part;

    if (json_is_array(value)) {
        json_array_foreach(value, i, part) drop_private(part);
        return;
    }
    for (i = 0; i < sizeof names / sizeof *names; i++)
        json_object_del(value, names[i]);
    json_object_foreach(value, key, part) drop_private(part);
}

/* The event's data as a device in a hall may hear it, owned by the caller; NULL without memory. */
static char *data_in_hall(const char *data)
{
    json_t *value = json_loads(data, 0, NULL);
    char *told;

    drop_private(value);
    told = value ? json_dumps(value, JSON_COMPACT) : NULL;
    json_decref(value);
    return told;
}

/* Add the members of the event's data, which is a JSON object, to an object that is open. */
static void add_members(struct text *text, const char *data)
{
    if (data[1] == '}')
        return;
    text_add_char(text, ',');
    text_add_bytes(text, data + 1, strlen(data) - 2);
}

void event_write(struct text *text, const struct event *event, bool in_hall)
{
    char *told = in_hall ? data_in_hall(event->data) : NULL;

    text->failed = text->failed || (in_hall && !told);
    text_printf(text, "id: %lld\nevent: %s\ndata: {\"seq\":%lld", (long long)event->seq,
                event->kind, (long long)event->seq);
    json_put_instant(text, "at", event->at);
    json_put_string(text, "kind", event->kind);
    json_put_string_or_null(text, "subject", event->subject);
    json_put_string_or_null(text, "actor", in_hall ? "" : event->actor);
    if (told || !in_hall)
        add_members(text, in_hall ? told : event->data);
    text_add(text, "}\n\n");
    free(told);
}

void event_write_plain(struct text *text, const char *name, int64_t id, const char *data)
{
    if (id)
        text_printf(text, "id: %lld\n", (long long)id);
    text_printf(text, "event: %s\ndata: ", name);
    text_add(text, data);
    text_add(text, "\n\n");
}
