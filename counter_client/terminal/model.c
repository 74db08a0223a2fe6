#include "counter_client/terminal/model.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void model_init(struct model *model, enum language language)
{
    *model = (struct model){.language = language};
}

void model_set(json_t **thing, json_t *value)
{
    json_decref(*thing);
    *thing = value;
}

void model_release(struct model *model)
{
    model_set(&model->me, NULL);
    model_set(&model->counter, NULL);
    model_set(&model->queue, NULL);
    model_set(&model->dossiers, NULL);
}

void model_say(struct model *model, enum mood mood, const char *format, ...)
{
    struct message *message = &model->messages[0];
    int kept = model->message_count < MESSAGES_MAX ? model->message_count : MESSAGES_MAX - 1;
    va_list arguments;

    memmove(model->messages + 1, model->messages, (size_t)kept * sizeof *message);
    model->message_count = kept + 1;
    message->mood = mood;
    snprintf(message->at, sizeof message->at, "%.5s",
             strlen(model->now) > 16 ? model->now + 11 : "");
    va_start(arguments, format);
    vsnprintf(message->text, sizeof message->text, format, arguments);
    va_end(arguments);
}

void model_complain(struct model *model, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(model->complaint, sizeof model->complaint, format, arguments);
    va_end(arguments);
}

/* ---- asking the model -------------------------------------------------------------------------
 */

const json_t *model_ticket_now(const struct model *model)
{
    return json_at(model->counter, "ticket");
}

const char *model_counter_state(const struct model *model)
{
    const char *state = json_text_at(model->counter, "state");

    return state ? state : "";
}

static bool list_has(const json_t *list, const char *word)
{
    size_t i;
    json_t *each;

    json_array_foreach(list, i, each)
    {
        if (json_is_string(each) && strcmp(json_string_value(each), word) == 0)
            return true;
    }
    return false;
}

bool model_has_role(const struct model *model, const char *role)
{
    return list_has(json_at(model->me, "roles"), role);
}

bool model_is_reception(const struct model *model)
{
    return model_has_role(model, "TIEP_NHAN") || model_has_role(model, "GD_TT");
}

bool model_serves(const struct model *model, const char *service)
{
    return list_has(json_at(model->counter, "services.primary"), service);
}

int model_waiting_here(const struct model *model)
{
    int waiting = 0;
    size_t i;
    json_t *each;

    json_array_foreach(json_at(model->queue, "services"), i, each)
    {
        const char *service = json_text_at(each, "service");

        if (service && model_serves(model, service))
            waiting += (int)json_int_at(each, "waiting", 0);
    }
    return waiting;
}

/* ---- tickets and counters ---------------------------------------------------------------------
 */

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool is_current(const json_t *ticket)
{
    const char *state = json_text_at(ticket, "state");

    return same_text(state, "called") || same_text(state, "serving");
}

void model_ticket(struct model *model, const json_t *ticket)
{
    const char *counter = json_text_at(model->counter, "counter");
    const char *id = json_text_at(ticket, "id");
    bool here = same_text(json_text_at(ticket, "counter"), counter) && is_current(ticket);
    bool was_here = same_text(json_text_at(model_ticket_now(model), "id"), id);

    if (!model->counter || !id)
        return;
    if (here)
        json_object_set_new(model->counter, "ticket", json_deep_copy(ticket));
    else if (was_here)
        json_object_set_new(model->counter, "ticket", json_null());
}

void model_counter(struct model *model, const json_t *counter)
{
    const char *me = json_text_at(model->me, "account");
    const char *officer = json_text_at(counter, "officer.account");

    if (!same_text(json_text_at(counter, "counter"), json_text_at(model->counter, "counter")))
        return;
    if (officer && me && strcmp(officer, me) != 0) {
        model_say(model, MOOD_ALARM,
                  model->language == LANGUAGE_EN ? "%s has taken over this counter"
                                                 : "%s đã nhận quầy này",
                  json_text_at(counter, "officer.name"));
        model_set(&model->counter, NULL);
        return;
    }
    model_set(&model->counter, json_deep_copy(counter));
}

/* The event of a counter tells its state, not the counter: ours is asked for anew. */
static unsigned counter_event(const struct model *model, const char *kind, const json_t *data)
{
    if (strncmp(kind, "counter_", 8) != 0)
        return 0;
    return same_text(json_text_at(data, "subject"), json_text_at(model->counter, "counter"))
               ? MODEL_ASK_COUNTER
               : MODEL_ASK_QUEUE;
}

/* ---- dossiers ---------------------------------------------------------------------------------
 */

/* Earliest due date first, those without one last. Instants of the API compare as texts. */
static int by_due_date(const json_t *a, const json_t *b)
{
    const char *due_a = json_text_at(a, "legal_due_at"), *due_b = json_text_at(b, "legal_due_at");

    if (!due_a || !due_b)
        return (due_a ? 0 : 1) - (due_b ? 0 : 1);
    return strcmp(due_a, due_b);
}

static bool is_open(const json_t *dossier)
{
    const char *state = json_text_at(dossier, "state");

    return !json_at(dossier, "returned_at") && !same_text(state, "stopped") &&
           !same_text(state, "refused");
}

/* Reception sees every dossier of the centre: only those he answers for are his. Others see only
 * what concerns them. */
static bool is_his(const struct model *model, const json_t *dossier)
{
    return is_open(dossier) &&
           (!model_is_reception(model) || same_text(json_text_at(dossier, "officer.account"),
                                                    json_text_at(model->me, "account")));
}

/* Place of a dossier in his list; its length when it is not there. */
static size_t place_of(const struct model *model, const char *id)
{
    size_t i;
    json_t *each;

    json_array_foreach(model->dossiers, i, each)
    {
        if (same_text(json_text_at(each, "id"), id))
            return i;
    }
    return json_array_size(model->dossiers);
}

static void put_dossier(struct model *model, const json_t *dossier)
{
    const char *id = json_text_at(dossier, "id");
    size_t at;
    json_t *each;

    if (!model->dossiers)
        model->dossiers = json_array();
    json_array_remove(model->dossiers, place_of(model, id));
    if (!id || !is_his(model, dossier))
        return;
    json_array_foreach(model->dossiers, at, each)
    {
        if (by_due_date(dossier, each) < 0)
            break;
    }
    json_array_insert_new(model->dossiers, at, json_deep_copy(dossier));
}

void model_dossiers(struct model *model, const json_t *list)
{
    size_t i;
    json_t *each;

    json_array_foreach(json_object_get(list, "items"), i, each) put_dossier(model, each);
}

/* Something was handed over to him or to his unit: he must confirm it. */
static void tell_hand_over(struct model *model, const json_t *dossier)
{
    bool english = model->language == LANGUAGE_EN;
    const char *code = json_text_at(dossier, "code");

    if (!code)
        return;
    if (same_text(json_text_at(dossier, "receiver"), json_text_at(model->me, "account")) ||
        same_text(json_text_at(dossier, "receiver_unit"), json_text_at(model->me, "unit")))
        model_say(model, MOOD_GOOD,
                  english ? "%s was handed over to you: confirm it"
                          : "Hồ sơ %s được bàn giao đến: cần xác nhận",
                  code);
}

/* The event carries no names: when it concerns him, his list is asked for anew. */
static unsigned dossier_event(struct model *model, const json_t *data)
{
    const json_t *dossier = json_at(data, "dossier");
    const char *me = json_text_at(model->me, "account");
    bool listed = place_of(model, json_text_at(dossier, "id")) < json_array_size(model->dossiers);

    if (!dossier)
        return 0;
    if (same_text(json_text_at(data, "action"), "hand_over"))
        tell_hand_over(model, dossier);
    return listed || !model_is_reception(model) || same_text(json_text_at(dossier, "officer"), me)
               ? MODEL_ASK_DOSSIERS
               : 0;
}

/* ---- events -----------------------------------------------------------------------------------
 */

static void take_snapshot(struct model *model, const json_t *data)
{
    const char *site = json_text_at(model->counter, "site");
    size_t i;
    json_t *queue;

    json_array_foreach(json_object_get(data, "queues"), i, queue)
    {
        if (same_text(json_text_at(queue, "site"), site))
            model_set(&model->queue, json_incref(queue));
    }
}

static void tell_printer(struct model *model, const json_t *job)
{
    const char *message = json_text_at(job, "message"), *id = json_text_at(job, "id");

    if (same_text(json_text_at(job, "state"), "attention"))
        model_say(model, MOOD_ALARM, "%s %s: %s",
                  model->language == LANGUAGE_EN ? "Printer, job" : "Máy in, lệnh", id ? id : "",
                  message ? message : word_said(WORDS_PRINT_STATE, "attention", model->language));
}

unsigned model_event(struct model *model, const char *kind, const json_t *data)
{
    const json_t *ticket = json_at(data, "ticket"), *job = json_at(data, "print_job");
    const char *at = json_text_at(data, "at");
    unsigned ask;

    if (at)
        snprintf(model->now, sizeof model->now, "%s", at);
    if (strcmp(kind, "heartbeat") == 0)
        return 0;
    if (strcmp(kind, "snapshot") == 0) {
        take_snapshot(model, data);
        return MODEL_ASK_COUNTER | MODEL_ASK_DOSSIERS;
    }
    ask = counter_event(model, kind, data) | dossier_event(model, data);
    if (ticket) {
        model_ticket(model, ticket);
        ask |= MODEL_ASK_QUEUE;
    }
    if (job)
        tell_printer(model, job);
    return ask;
}

void model_link(struct model *model, enum link_state link, const char *since)
{
    if (link == LINK_OFFLINE && model->link != LINK_OFFLINE)
        snprintf(model->offline_since, sizeof model->offline_since, "%s", since);
    if (link == LINK_LIVE && model->link == LINK_OFFLINE)
        model_say(model, MOOD_GOOD,
                  model->language == LANGUAGE_EN ? "The server answers again (silent since %s)"
                                                 : "Đã nối lại máy chủ (mất từ %s)",
                  model->offline_since);
    model->link = link;
}
