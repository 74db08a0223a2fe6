#include "usecase/read_print.h"

#include "usecase/print_journal.h"

static void add_item(const struct print_record *record, void *data)
{
    struct text *items = data;

    print_view(items, NULL, record);
}

enum err read_prints_run(struct store_tx *tx, struct command *command)
{
    struct read_prints *read = container_of(command, struct read_prints, command);
    const struct print_filter filter = {.states = read->states,
                                        .subject = read->subject[0] ? read->subject : NULL,
                                        .before = read->before,
                                        .limit = read->limit};

    text_init(&read->items);
    const int64_t next = print_rows_list(tx, &filter, add_item, &read->items);
    if (next)
        opaque_id('p', next, read->next);
    return ERR_OK;
}

void read_prints_unsettled(struct store_tx *tx, int limit, struct text *items)
{
    const struct print_filter filter = {.states = 1u << PRINT_QUEUED | 1u << PRINT_CREATED |
                                                  1u << PRINT_SENT | 1u << PRINT_ATTENTION,
                                        .before = INT64_MAX,
                                        .limit = limit};

    print_rows_list(tx, &filter, add_item, items);
}

enum err read_print_run(struct store_tx *tx, struct command *command)
{
    struct read_print *read = container_of(command, struct read_print, command);

    return print_rows_get(tx, read->id, &read->record, NULL) ? ERR_OK : ERR_NOT_FOUND;
}

enum err read_page_run(struct store_tx *tx, struct command *command)
{
    struct read_page *read = container_of(command, struct read_page, command);

    text_init(&read->bytes);
    if (!print_rows_get(tx, read->id, &read->record, NULL))
        return ERR_NOT_FOUND;
    const enum err err = print_check_reader(tx, command, &read->record);
    return err == ERR_OK ? print_pages_read(read->pages, read->id, &read->bytes) : err;
}
