/* GET /dossiers: lists with filters; POST /identity/card: what a card says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/dossier_input.h"
#include "api/handlers.h"
#include "domain/card_qr.h"
#include "usecase/read_dossier.h"

/* ---- GET /dossiers --------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct list_dossiers *list = container_of(command, struct list_dossiers, command);
    char next[CURSOR_SIZE];

    if (list->by_due)
        snprintf(next, sizeof next, "%lld.%lld", (long long)list->last_late.ms,
                 (long long)list->last);
    else
        opaque_id('d', list->last, next);
    api_list_answer(command, &list->items, list->more ? next : NULL);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct list_dossiers, command)->items);
}

static bool date_query(const struct api_call *call, const char *name, struct date *out)
{
    const char *value = api_query(call, name);

    return !value || date_parse(value, strlen(value), out) == ERR_OK;
}

/* The cursor of a list by due date: when the last one becomes late, and its id. Rule R-932. */
static enum err read_due_cursor(const struct api_call *call, struct list_dossiers *list)
{
    char after[CURSOR_SIZE], *end;
    const enum err err = api_list_codes(call, &list->limit, after);

    list->late_after.ms = 0;
    if (err != ERR_OK || !after[0])
        return err;
    list->late_after.ms = strtoll(after, &end, 10);
    if (end == after || *end != '.' || end[1] < '0' || end[1] > '9')
        return ERR_BAD_CURSOR;
    list->before = strtoll(end + 1, &end, 10);
    return *end ? ERR_BAD_CURSOR : ERR_OK;
}

/* "received" (newest first) or "due", which a search does not go with. */
static enum err read_order(const struct api_call *call, struct list_dossiers *list)
{
    const char *order = api_query(call, "order");

    list->by_due = order && strcmp(order, "due") == 0;
    if (order && !list->by_due && strcmp(order, "received") != 0)
        return ERR_BAD_PARAMETER;
    if (!list->by_due)
        return api_list_ids(call, 'd', &list->limit, &list->before);
    return list->search[0] || list->code[0] ? ERR_BAD_PARAMETER : read_due_cursor(call, list);
}

static bool known_pending(const char *word)
{
    for (int i = PENDING_IN_TIME; i <= PENDING_PAUSED; i++)
        if (strcmp(word, pending_name((enum pending)i)) == 0)
            return true;
    return word[0] == '\0';
}

static enum err read_filters(const struct api_call *call, struct list_dossiers *list)
{
    enum dossier_state state;
    const bool read = api_query_copy(call, "state", list->state, sizeof list->state) &&
                      api_query_copy(call, "pending", list->pending, sizeof list->pending) &&
                      api_query_copy(call, "unit", list->unit, sizeof list->unit) &&
                      api_query_copy(call, "officer", list->officer, sizeof list->officer) &&
                      api_query_copy(call, "procedure", list->procedure, sizeof list->procedure) &&
                      api_query_copy(call, "field", list->field, sizeof list->field) &&
                      api_query_copy(call, "code", list->code, sizeof list->code) &&
                      api_query_copy(call, "q", list->search, sizeof list->search) &&
                      date_query(call, "received_from", &list->from) &&
                      date_query(call, "received_to", &list->to);

    if (!read || !known_pending(list->pending))
        return ERR_BAD_PARAMETER;
    if (list->state[0] &&
        dossier_state_from_name(list->state, strlen(list->state), &state) != ERR_OK)
        return ERR_BAD_PARAMETER;
    return read_order(call, list);
}

enum err dossier_api_list(struct api_call *call)
{
    struct list_dossiers *list = api_command(call, sizeof *list, list_dossiers_run, list_answer);

    if (!list)
        return ERR_NO_MEMORY;
    api_after(list, after_list);
    return api_read_with(list, read_filters(call, list));
}

/* ---- POST /identity/card
 * --------------------------------------------------------------------------- */

static void put_birth(struct text *body, const char *key, struct birth_date date)
{
    char text[32];

    if (date.year == 0) {
        json_put_null(body, key);
        return;
    }
    if (date.month == 0)
        snprintf(text, sizeof text, "%04d", date.year);
    else
        snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    json_put_string(body, key, text);
}

static void put_warning(struct text *body, const char *code, const char *message,
                        const char *pointer)
{
    json_open_object(body, NULL);
    json_put_string(body, "code", code);
    json_put_string(body, "message", message);
    json_put_string(body, "pointer", pointer);
    json_close_object(body);
}

static void put_warnings(struct text *body, const struct card *card, enum language language)
{
    const bool vi = language == LANGUAGE_VI;

    json_open_array(body, "warnings");
    if (!card->id.province)
        put_warning(body, "unknown_province",
                    vi ? "Ba số đầu của số định danh không phải mã tỉnh đã biết"
                       : "The first digits of the personal id are no known place",
                    "/personal_id");
    if (card->retype)
        put_warning(body, "retype",
                    vi ? "Máy quét đọc sai chữ: hãy nhập lại họ tên và địa chỉ"
                       : "The scanner garbled the text: type name and address again",
                    "/full_name");
    json_close_array(body);
}

static void put_card(struct text *body, const struct card *card, enum language language)
{
    json_open_object(body, NULL);
    json_put_string(body, "personal_id", card->id.digits);
    json_put_string_or_null(body, "old_id", card->old_id);
    json_put_string_or_null(body, "full_name", card->full_name);
    put_birth(body, "birth_date", card->birth);
    json_put_string(body, "sex", card->sex == SEX_MALE ? "male" : "female");
    json_put_string_or_null(body, "address", card->address);
    if (card->issued.month)
        put_birth(body, "issued_on", card->issued);
    else
        json_put_null(body, "issued_on");
    json_put_string_or_null(body, "province", card->id.province ? card->id.province : "");
    put_warnings(body, card, language);
    json_close_object(body);
}

enum err identity_api_card(struct api_call *call)
{
    const struct date today = date_of_instant(clock_now(&api_office(call->api)->clock));
    struct input in = input_of(call);
    char text[2001];
    struct card card;
    struct text body;

    input_text(&in, "text", true, text, sizeof text);
    enum err err = input_end(&in);
    if (err == ERR_OK)
        err = card_qr_parse(text, strlen(text), today, &card);
    if (err != ERR_OK)
        return err;
    text_init(&body);
    put_card(&body, &card, call->language);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}
