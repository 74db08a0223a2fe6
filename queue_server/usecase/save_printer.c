#include <stdio.h>
#include <string.h>

#include "base/printer_address.h"
#include "usecase/save_setup.h"

static void keep_members(struct save_printer *save)
{
    const struct printer_row *row = &save->change.before->printers[save->change.index];

    memcpy(save->row.site, row->site, sizeof save->row.site);
    if (save->kept & SETUP_NAME)
        memcpy(save->row.name, row->name, sizeof save->row.name);
    if (save->kept & SETUP_DESTINATION)
        memcpy(save->row.destination, row->destination, sizeof save->row.destination);
    if (save->kept & SETUP_PAPER)
        memcpy(save->row.paper, row->paper, sizeof save->row.paper);
    if (save->kept & SETUP_RETIRED)
        save->row.retired = row->retired;
}

/* Its counters and kiosks stay, with the paper that it holds from now on. */
static void keep_users(struct save_printer *save)
{
    const struct catalogue *before = save->change.before;

    save->user_count = 0;
    for (int i = 0; i < before->use_count && save->user_count < PRINTER_USERS_MAX; i++)
        if (strcmp(before->uses[i].printer, save->change.code) == 0)
            save->users[save->user_count++] = before->uses[i];
}

/* One of the kinds of address that the printer program knows, and something after it. */
static bool is_address(const char *text)
{
    static const char *const kinds[] = {"cups:",         "ipp://",         "ipps://",
                                        "escpos+tcp://", "escpos+dev:///", "escpos+cups:"};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const size_t length = strlen(kinds[i]);

        if (strncmp(text, kinds[i], length) == 0)
            return text[length] && !strpbrk(text, " \t\r\n") && printer_address_is_allowed(text);
    }
    return false;
}

static bool is_paper(const char *paper)
{
    return strcmp(paper, "80mm") == 0 || strcmp(paper, "a5") == 0 || strcmp(paper, "a4") == 0;
}

static enum err check_row(struct save_printer *save)
{
    struct command *command = &save->change.command;
    enum err err =
        setup_change_clean(&save->change, "/name", save->row.name, sizeof save->row.name);

    if (!is_address(save->row.destination)) {
        command_fault(command, "/destination", ERR_BAD_VALUE);
        err = ERR_FIELDS;
    }
    if (!is_paper(save->row.paper)) {
        command_fault(command, "/paper", ERR_BAD_VALUE);
        err = ERR_FIELDS;
    }
    return err;
}

/* A counter or a kiosk of the printer's site. */
static bool stands_there(struct store_tx *tx, const struct save_printer *save,
                         const struct printer_use *use)
{
    const struct catalogue *before = save->change.before;
    const int counter = use->by_device ? QUEUE_NONE : catalogue_counter(before, use->user);
    struct directory_device device;

    if (use->by_device)
        return device_rows_get(tx, use->user, &device) && !device.disabled &&
               strcmp(device.kind, "kiosk") == 0 && strcmp(device.site, save->row.site) == 0;
    return counter != QUEUE_NONE && !before->counters[counter].retired &&
           strcmp(before->sites[before->counters[counter].site].code, save->row.site) == 0;
}

static enum err check_users(struct store_tx *tx, struct save_printer *save)
{
    char pointer[64];
    int place[2] = {0, 0};
    enum err err = ERR_OK;

    for (int i = 0; i < save->user_count; i++) {
        const struct printer_use *use = &save->users[i];

        snprintf(pointer, sizeof pointer, use->by_device ? "/devices/%d" : "/counters/%d",
                 place[use->by_device]++);
        if (stands_there(tx, save, use))
            continue;
        command_fault(&save->change.command, pointer, ERR_BAD_VALUE);
        err = ERR_FIELDS;
    }
    return err;
}

static void put_rows(struct store_tx *tx, struct save_printer *save)
{
    memcpy(save->row.code, save->change.code, sizeof save->row.code);
    printer_rows_put(tx, &save->row);
    printer_use_clear(tx, save->row.code);
    for (int i = 0; i < save->user_count; i++) {
        struct printer_use *use = &save->users[i];

        memcpy(use->paper, save->row.paper, sizeof use->paper);
        memcpy(use->printer, save->row.code, sizeof use->printer);
        printer_use_put(tx, use);
    }
}

enum err save_printer_run(struct store_tx *tx, struct command *command)
{
    struct setup_change *change = container_of(command, struct setup_change, command);
    struct save_printer *save = container_of(change, struct save_printer, change);
    enum err err;

    change->part = PART_PRINTER;
    err = setup_change_begin(tx, change);
    if (err != ERR_OK)
        return err;
    if (!change->is_new)
        keep_members(save);
    if (catalogue_site_in_use(change->before, save->row.site) == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    err = check_row(save);
    if (err == ERR_OK && !(save->kept & SETUP_USERS))
        err = check_users(tx, save);
    else if (err == ERR_OK && !change->is_new)
        keep_users(save);
    if (err != ERR_OK)
        return err;
    put_rows(tx, save);
    return setup_change_end(tx, change);
}
