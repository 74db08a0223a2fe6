#include "usecase/read_log.h"

#include <stdio.h>

/* A page, and the one row too many that tells of a next page. */
struct page {
    struct read_log *read;
    int count;
    int64_t last; /* number of the last row of the page */
};

static int view_row(const struct event *event, void *data)
{
    struct page *page = data;
    struct read_log *read = page->read;
    struct text *text = &read->items;

    if (page->count++ == read->limit) {
        snprintf(read->next, sizeof read->next, "%lld", (long long)page->last);
        return 0;
    }
    page->last = event->seq;
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
    return 1;
}

enum err read_log_run(struct store_tx *tx, struct command *command)
{
    struct read_log *read = container_of(command, struct read_log, command);
    struct page page = {.read = read};

    if (read->subject[0])
        event_log_read_of(tx, read->subject, read->after, read->limit + 1, view_row, &page);
    else
        event_log_read(tx, read->after, read->limit + 1, view_row, &page);
    return ERR_OK;
}
