#include "live/print_line.h"

#include <jansson.h>
#include <limits.h>
#include <string.h>

#include "usecase/ticket_view.h"

/* ---- orders ---------------------------------------------------------------------------------- */

void print_line_order(struct text *line, const struct print_order *order)
{
    const struct print_record *record = order->record;
    const bool page_only = order->page_only || !record->printer[0];
    char id[TICKET_ID_SIZE];

    opaque_id('p', record->id, id);
    json_open_object(line, NULL);
    json_put_string(line, "op", page_only ? "render" : "print");
    json_put_string(line, "id", id);
    json_put_string(line, "form", record->form);
    json_put_string(line, "paper", record->paper);
    json_put_int(line, "copy", record->copy);
    json_put_bool(line, "training", order->training);
    json_put_instant(line, "created_at", record->created_at);
    json_put_string(line, "output", order->page);
    if (!page_only) {
        json_put_string(line, "destination", record->printer);
        json_put_int(line, "generation", record->generation);
        if (record->job)
            json_put_int(line, "job", record->job);
        if (record->state == PRINT_SENT)
            json_put_bool(line, "sent", true);
    }
    json_put_raw(line, "content", order->content);
    json_close_object(line);
    for (size_t i = 0; i < line->length; i++) /* blanks between tokens; in texts they are escaped */
        if (line->data[i] == '\n' || line->data[i] == '\r')
            line->data[i] = ' ';
}

void print_line_mark(struct text *line, const char *op, int64_t id, int generation)
{
    char name[TICKET_ID_SIZE];

    opaque_id('p', id, name);
    json_open_object(line, NULL);
    json_put_string(line, "op", op);
    json_put_string(line, "id", name);
    json_put_int(line, "generation", generation);
    json_close_object(line);
}

/* ---- events ---------------------------------------------------------------------------------- */

void print_message_copy(char out_message[PRINT_MESSAGE_SIZE], const char *text)
{
    size_t length = strlen(text);

    if (length >= PRINT_MESSAGE_SIZE) {
        length = PRINT_MESSAGE_SIZE - 1;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--; /* not in the middle of a character */
    }
    memmove(out_message, text, length);
    memset(out_message + length, 0, PRINT_MESSAGE_SIZE - length);
}

static const char *member(const json_t *event, const char *key)
{
    const char *text = json_string_value(json_object_get(event, key));

    return text ? text : "";
}

static const char *why_waiting(const char *reason)
{
    static const struct {
        const char *reason, *message;
    } known[] = {
        {"offline", "Máy in tắt hoặc mất kết nối: đang thử lại"},
        {"busy", "Máy in đang bận: đang thử lại"},
        {"paused", "Máy in đang tạm dừng: đang thử lại"},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].reason, reason) == 0)
            return known[i].message;
    return "Máy in chưa in được: đang thử lại";
}

static enum print_event read_rendered(const json_t *event, struct print_said *said)
{
    const char *sha256 = member(event, "sha256");

    if (strlen(sha256) != PRINT_SHA256_SIZE - 1 ||
        strspn(sha256, "0123456789abcdef") != PRINT_SHA256_SIZE - 1)
        return PRINT_EVENT_OTHER;
    memcpy(said->sha256, sha256, PRINT_SHA256_SIZE);
    return PRINT_EVENT_RENDERED;
}

static enum print_event read_created(const json_t *event, struct print_said *said)
{
    said->job = json_integer_value(json_object_get(event, "job"));
    return said->job > 0 && said->job <= INT_MAX ? PRINT_EVENT_CREATED : PRINT_EVENT_OTHER;
}

static enum print_event read_printed(const json_t *event, struct print_said *said)
{
    if (json_is_false(json_object_get(event, "confirmed")))
        print_message_copy(said->message, "Đã gửi; máy in này không xác nhận");
    return PRINT_EVENT_PRINTED;
}

static enum print_event read_attention(const json_t *event, struct print_said *said)
{
    print_message_copy(said->message, member(event, "message"));
    return json_is_false(json_object_get(event, "final")) ? PRINT_EVENT_WAITING
                                                          : PRINT_EVENT_ATTENTION;
}

static enum print_event read_retry(const json_t *event, struct print_said *said)
{
    print_message_copy(said->message, why_waiting(member(event, "reason")));
    return PRINT_EVENT_WAITING;
}

/* A refusal: of this job, or of every job while the machine is in trouble. */
static enum print_event read_error(const json_t *event, struct print_said *said)
{
    static const char *const machine[] = {"disk_full", "file_unreadable", "no_memory",
                                          "too_many_requests"};
    const char *code = member(event, "code"), *field = member(event, "field");
    enum print_event kind = PRINT_EVENT_FAILED;
    struct text message;

    if (strcmp(code, "duplicate") == 0 || strcmp(code, "not_found") == 0)
        return PRINT_EVENT_OTHER; /* it has the job already, or no more */
    for (size_t i = 0; i < sizeof machine / sizeof *machine; i++)
        if (strcmp(code, machine[i]) == 0)
            kind = PRINT_EVENT_TROUBLE;
    text_init(&message);
    text_printf(&message, "Không in được: %s (%s%s%s)", member(event, "message"), code,
                field[0] ? " " : "", field);
    print_message_copy(said->message, message.data ? message.data : "");
    text_release(&message);
    return kind;
}

static enum print_event read_event(const json_t *event, struct print_said *said)
{
    const char *name = member(event, "event");

    if (strcmp(name, "rendered") == 0)
        return read_rendered(event, said);
    if (strcmp(name, "created") == 0)
        return read_created(event, said);
    if (strcmp(name, "sent") == 0)
        return PRINT_EVENT_SENT;
    if (strcmp(name, "printed") == 0)
        return read_printed(event, said);
    if (strcmp(name, "attention") == 0)
        return read_attention(event, said);
    if (strcmp(name, "retry") == 0)
        return read_retry(event, said);
    if (strcmp(name, "cancelled") == 0)
        return PRINT_EVENT_CANCELLED;
    if (strcmp(name, "error") == 0)
        return read_error(event, said);
    return PRINT_EVENT_OTHER;
}

bool print_line_read(const char *line, size_t length, struct print_said *out_said)
{
    json_t *event = json_loadb(line, length, 0, NULL);

    if (!json_is_object(event)) {
        json_decref(event);
        return false;
    }
    memset(out_said, 0, sizeof *out_said);
    out_said->id = opaque_id_parse('p', member(event, "id"));
    out_said->event = read_event(event, out_said);
    json_decref(event);
    return true;
}
