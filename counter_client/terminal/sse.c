#include "counter_client/terminal/sse.h"

#include <stdlib.h>
#include <string.h>

static const char byte_order_mark[3] = {'\xEF', '\xBB', '\xBF'};

void sse_init(struct sse *sse)
{
    *sse = (struct sse){.retry_ms = -1};
}

void sse_release(struct sse *sse)
{
    text_release(&sse->line);
    text_release(&sse->kind);
    text_release(&sse->data);
    text_release(&sse->id);
}

static void event_clear(struct sse *sse)
{
    text_clear(&sse->kind);
    text_clear(&sse->data);
    sse->has_data = false;
    sse->too_large = false;
}

void sse_restart(struct sse *sse)
{
    event_clear(sse);
    text_clear(&sse->line);
    sse->bytes_seen = 0;
    sse->after_cr = false;
}

static const char *text_or_empty(const struct text *text)
{
    return text->length > 0 ? text->data : "";
}

static void dispatch(struct sse *sse, sse_on_event *on_event, void *data)
{
    bool lost = sse->too_large || sse->data.failed || sse->kind.failed || sse->id.failed;
    struct sse_event event = {.kind = sse->kind.length > 0 ? sse->kind.data : "message",
                              .data = text_or_empty(&sse->data),
                              .id = text_or_empty(&sse->id)};

    if (sse->has_data && !lost)
        on_event(&event, data);
    event_clear(sse);
}

static void take_data(struct sse *sse, const char *value, size_t length)
{
    if (sse->data.length + length > SSE_EVENT_MAX) {
        sse->too_large = true;
        return;
    }
    if (sse->has_data)
        text_add_char(&sse->data, '\n');
    text_add_bytes(&sse->data, value, length);
    sse->has_data = true;
}

static void take_retry(struct sse *sse, const char *value, size_t length)
{
    int64_t retry = 0;

    if (length == 0 || length > 9)
        return;
    for (size_t i = 0; i < length; i++) {
        if (value[i] < '0' || value[i] > '9')
            return;
        retry = retry * 10 + (value[i] - '0');
    }
    sse->retry_ms = retry;
}

static bool is_field(const char *name, size_t length, const char *field)
{
    return strlen(field) == length && memcmp(name, field, length) == 0;
}

static void take_field(struct sse *sse, const char *line, size_t length)
{
    const char *colon = memchr(line, ':', length);
    size_t name = colon ? (size_t)(colon - line) : length;
    const char *value = colon ? colon + 1 : line + length;
    size_t rest = length - (size_t)(value - line);

    if (rest > 0 && *value == ' ') {
        value++;
        rest--;
    }
    if (is_field(line, name, "data")) {
        take_data(sse, value, rest);
    } else if (is_field(line, name, "event")) {
        text_clear(&sse->kind);
        text_add_bytes(&sse->kind, value, rest);
    } else if (is_field(line, name, "id") && !memchr(value, '\0', rest)) {
        text_clear(&sse->id);
        text_add_bytes(&sse->id, value, rest);
    } else if (is_field(line, name, "retry")) {
        take_retry(sse, value, rest);
    }
}

static void take_line(struct sse *sse, sse_on_event *on_event, void *data)
{
    if (sse->line.length == 0)
        dispatch(sse, on_event, data);
    else if (sse->line.data[0] != ':')
        take_field(sse, sse->line.data, sse->line.length);
    text_clear(&sse->line);
}

static void take_byte(struct sse *sse, char byte, sse_on_event *on_event, void *data)
{
    bool line_feed_of_cr = sse->after_cr && byte == '\n';

    sse->after_cr = byte == '\r';
    if (line_feed_of_cr)
        return;
    if (byte == '\n' || byte == '\r') {
        take_line(sse, on_event, data);
        return;
    }
    if (sse->line.length >= SSE_EVENT_MAX) {
        sse->too_large = true;
        return;
    }
    text_add_char(&sse->line, byte);
    if (sse->bytes_seen < 3) {
        sse->bytes_seen++;
        if (sse->bytes_seen == 3 && sse->line.length == 3 && !sse->line.failed &&
            memcmp(sse->line.data, byte_order_mark, 3) == 0)
            text_clear(&sse->line);
    }
}

void sse_feed(struct sse *sse, const char *bytes, size_t length, sse_on_event *on_event, void *data)
{
    for (size_t i = 0; i < length; i++)
        take_byte(sse, bytes[i], on_event, data);
}
