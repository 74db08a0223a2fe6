#include "usecase/read_log.h"

#include <stdio.h>
#include <string.h>

enum { CHUNK = 500 };

/* A page that is being filled. */
struct page {
    struct read_log *read;
    int64_t low, high; /* rows low < seq < high */
    int64_t seen;      /* the last row looked at, 0 for none */
    int64_t given;     /* the last row given, 0 for none */
    int looked_at, in_chunk, count;
    bool over; /* nothing is left, or the page is full */
    bool more; /* there is a row after the last one given */
};

static bool is_of_kind(const char *wanted, const char *kind)
{
    const size_t length = strlen(wanted);

    if (length > 0 && wanted[length - 1] == '_')
        return strncmp(wanted, kind, length) == 0;
    return length == 0 || strcmp(wanted, kind) == 0;
}

static bool is_wanted(const struct read_log *read, const struct event *event)
{
    return is_of_kind(read->kind, event->kind) &&
           (!read->actor[0] || strcmp(read->actor, event->actor) == 0);
}

static void view_row(struct text *text, const struct event *event)
{
    json_open_object(text, NULL);
    json_put_int(text, "seq", event->seq);
    json_put_instant(text, "at", event->at);
    json_put_string(text, "kind", event->kind);
    json_put_string_or_null(text, "subject", event->subject);
    json_put_string_or_null(text, "actor", event->actor);
    json_put_string_or_null(text, "counter", event->counter);
    json_put_raw(text, "data", event->data);
    json_put_hex(text, "hash", event->hash, DIGEST_SIZE);
    json_close_object(text);
}

static int look_at_row(const struct event *event, void *data)
{
    struct page *page = data;
    struct read_log *read = page->read;

    if (event->seq <= page->low || event->seq >= page->high) {
        page->over = true;
        return 0;
    }
    page->in_chunk++;
    page->looked_at++;
    if (is_wanted(read, event)) {
        if (page->count++ == read->limit) {
            page->over = page->more = true;
            return 0;
        }
        view_row(&read->items, event);
        page->given = event->seq;
    }
    page->seen = event->seq;
    return page->looked_at < LOG_LOOKED_AT_MAX;
}

static void read_chunk(struct store_tx *tx, struct page *page)
{
    const struct read_log *read = page->read;
    const int64_t from = page->seen ? page->seen : read->newest_first ? page->high : page->low;

    page->in_chunk = 0;
    if (read->newest_first && read->subject[0])
        event_log_read_of_back(tx, read->subject, from, CHUNK, look_at_row, page);
    else if (read->newest_first)
        event_log_read_back(tx, from, CHUNK, look_at_row, page);
    else if (read->subject[0])
        event_log_read_of(tx, read->subject, from, CHUNK, look_at_row, page);
    else
        event_log_read(tx, from, CHUNK, look_at_row, page);
    page->over = page->over || page->in_chunk < CHUNK;
}

/* ---- time ------------------------------------------------------------------------------------ */

static int take_instant(const struct event *event, void *data)
{
    *(struct instant *)data = event->at;
    return 0;
}

/* The first row at or after an instant: time never runs backwards in the log, so that a
 * few rows are enough to find it. */
static int64_t first_row_from(struct store_tx *tx, struct instant from, int64_t last)
{
    int64_t low = 1, high = last + 1;

    while (low < high && sql_outcome(tx) == ERR_OK) {
        const int64_t middle = low + (high - low) / 2;
        struct instant at = instant_none();

        event_log_read(tx, middle - 1, 1, take_instant, &at);
        if (instant_before(at, from))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* */
enum err read_log_run(struct store_tx *tx, struct command *command)
{
    struct read_log *read = container_of(command, struct read_log, command);
    struct page page = {.read = read, .low = read->after};
    struct log_head head;

    event_log_load_head(tx, &head);
    page.high = read->before && read->before <= head.seq ? read->before : head.seq + 1;
    if (!instant_is_none(read->from)) {
        const int64_t first = first_row_from(tx, read->from, head.seq);

        page.low = first - 1 > page.low ? first - 1 : page.low;
    }
    if (!instant_is_none(read->to)) {
        const int64_t end = first_row_from(tx, read->to, head.seq);

        page.high = end < page.high ? end : page.high;
    }
    while (!page.over && page.looked_at < LOG_LOOKED_AT_MAX && sql_outcome(tx) == ERR_OK)
        read_chunk(tx, &page);
    if (page.more || !page.over)
        snprintf(read->next, sizeof read->next, "%lld",
                 (long long)(page.more ? page.given : page.seen));
    return ERR_OK;
}
