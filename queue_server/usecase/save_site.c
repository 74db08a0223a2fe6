#include <stdio.h>
#include <string.h>

#include "usecase/save_setup.h"

static void keep_members(struct save_site *save)
{
    const struct catalogue_site *site = &save->change.before->sites[save->change.index];

    if (save->kept & SETUP_NAME)
        memcpy(save->name, site->name, sizeof save->name);
    if (save->kept & SETUP_ADDRESS)
        memcpy(save->address, site->address, sizeof save->address);
    if (save->kept & SETUP_RETIRED)
        save->retired = site->retired;
}

/* What of the site is in use: the code of a counter or a device, NULL for nothing. */
struct use {
    const char *site;
    char code[ACTOR_CODE_SIZE];
};

static bool look_at_device(const struct directory_device *device, void *data)
{
    struct use *use = data;

    if (!device->disabled && !use->code[0] && strcmp(device->site, use->site) == 0)
        memcpy(use->code, device->code, sizeof use->code);
    return true;
}

static void find_use(struct store_tx *tx, const struct setup_change *change, struct use *use)
{
    const struct catalogue *before = change->before;
    int others = 0;

    for (int i = 0; i < before->counter_count && !use->code[0]; i++)
        if (before->counters[i].site == change->index && !before->counters[i].retired)
            snprintf(use->code, sizeof use->code, "%s", before->counters[i].code);
    if (!use->code[0])
        device_rows_list(tx, look_at_device, use);
    for (int i = 0; i < before->site_count; i++)
        others += i != change->index && !before->sites[i].retired;
    if (!use->code[0] && others == 0)
        snprintf(use->code, sizeof use->code, "%.40s", change->code);
}

/* */
static enum err check_retiring(struct store_tx *tx, struct save_site *save)
{
    struct setup_change *change = &save->change;
    struct use use = {.site = change->code};

    if (!save->retired || change->is_new || change->before->sites[change->index].retired)
        return ERR_OK;
    find_use(tx, change, &use);
    if (!use.code[0])
        return ERR_OK;
    snprintf(change->command.facts.conflicting_code, sizeof change->command.facts.conflicting_code,
             "%s", use.code);
    return ERR_IN_USE;
}

enum err save_site_run(struct store_tx *tx, struct command *command)
{
    struct setup_change *change = container_of(command, struct setup_change, command);
    struct save_site *save = container_of(change, struct save_site, change);
    enum err err;

    change->part = PART_SITE;
    err = setup_change_begin(tx, change);
    if (err != ERR_OK)
        return err;
    if (!change->is_new)
        keep_members(save);
    err =
        setup_change_clean_two(change, save->name, "/address", save->address, sizeof save->address);
    if (err == ERR_OK)
        err = check_retiring(tx, save);
    if (err != ERR_OK)
        return err;
    site_rows_put(tx, change->code, save->name, save->address, save->retired);
    return setup_change_end(tx, change);
}
