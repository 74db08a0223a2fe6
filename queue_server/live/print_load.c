#include "live/print_load.h"

#include <stdlib.h>
#include <string.h>

struct adding {
    struct print_load *load;
    struct print_found *last;
    bool page_only;
    bool failed;
};

static void add_found(const struct print_record *record, const char *content, void *data)
{
    struct adding *adding = data;
    struct print_found *found = malloc(sizeof *found + strlen(content) + 1);

    if (!found) {
        adding->failed = true;
        return;
    }
    found->record = *record;
    found->page_only = adding->page_only;
    found->more = false;
    memcpy(found->content, content, strlen(content) + 1);
    list_push(&adding->load->found, &found->link);
    adding->last = found;
}

static const struct print_wish *wish_of(const struct print_load *load, const char *printer)
{
    static const struct print_wish new_printer = {.room = PRINT_AHEAD_MAX};

    for (int i = 0; i < load->wish_count; i++)
        if (strcmp(load->wishes[i].printer, printer) == 0)
            return &load->wishes[i];
    return &new_printer;
}

/* The work of one printer: at a new beginning what its printer may have already, then what is
 * queued. Rule R-653. */
static void look_at(struct store_tx *tx, struct adding *adding, const char *printer)
{
    const struct print_wish *wish = wish_of(adding->load, printer);
    int room = wish->room;

    if (room <= 0)
        return;
    if (!wish->begun) {
        room -= print_rows_todo(tx, printer, PRINT_SENT, 0, PRINT_LOOK_MAX, add_found, adding);
        room -= print_rows_todo(tx, printer, PRINT_CREATED, 0, PRINT_LOOK_MAX, add_found, adding);
    }
    adding->last = NULL;
    if (room <= 0)
        room = 1;
    if (print_rows_todo(tx, printer, PRINT_QUEUED, wish->after, room, add_found, adding) == room &&
        adding->last)
        adding->last->more = true;
}

static void look_for_pages(struct store_tx *tx, struct adding *adding)
{
    struct print_record record;
    struct text content;

    text_init(&content);
    adding->page_only = true;
    for (int i = 0; i < adding->load->page_count; i++) {
        text_clear(&content);
        if (print_rows_get(tx, adding->load->pages[i], &record, &content) && content.data)
            add_found(&record, content.data, adding);
    }
    adding->failed = adding->failed || content.failed;
    text_release(&content);
}

enum err print_load_run(struct store_tx *tx, struct command *command)
{
    struct print_load *load = container_of(command, struct print_load, command);
    struct adding adding = {.load = load};
    char printer[PRINT_DESTINATION_SIZE] = "";

    load->training = command->catalogue->training;
    do
        look_at(tx, &adding, printer);
    while (print_rows_next_printer(tx, printer, printer));
    look_for_pages(tx, &adding);
    return adding.failed ? ERR_NO_MEMORY : ERR_OK;
}

void print_load_free(struct print_load *load)
{
    struct link *link;

    while ((link = list_pop(&load->found)))
        free(container_of(link, struct print_found, link));
    free(load);
}
