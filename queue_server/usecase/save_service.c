#include <string.h>

#include "usecase/save_setup.h"

static void keep_members(struct save_service *save)
{
    const struct catalogue_service *service = &save->change.before->services[save->change.index];

    if (save->kept & SETUP_NAME)
        memcpy(save->name, service->name, sizeof save->name);
    if (save->kept & SETUP_NAME_EN)
        memcpy(save->name_en, service->name_en, sizeof save->name_en);
    if (save->kept & SETUP_CLOSED)
        save->closed = service->closed;
}

/* Where it stands in the order of the kiosk: as asked, else as before, else last. */
static int place_of(const struct save_service *save)
{
    const struct setup_change *change = &save->change;
    const int last = change->before->service_count - (change->is_new ? 0 : 1);

    if (save->kept & SETUP_POSITION)
        return change->is_new ? last : change->index;
    return save->position < last ? save->position : last;
}

/* The order of the kiosk is the order of the rows: each is stored with its place. */
static void put_in_order(struct store_tx *tx, const struct save_service *save)
{
    const struct setup_change *change = &save->change;
    const struct catalogue *before = change->before;
    const int place = place_of(save);
    int position = 0;

    for (int i = 0; i < before->service_count; i++) {
        const struct catalogue_service *other = &before->services[i];

        if (i == change->index)
            continue;
        position += position == place;
        service_rows_put(tx, other->code, other->name, other->name_en, position++, other->closed);
    }
    service_rows_put(tx, change->code, save->name, save->name_en, place, save->closed);
}

enum err save_service_run(struct store_tx *tx, struct command *command)
{
    struct setup_change *change = container_of(command, struct setup_change, command);
    struct save_service *save = container_of(change, struct save_service, change);
    enum err err;

    change->part = PART_SERVICE;
    err = setup_change_begin(tx, change);
    if (err != ERR_OK)
        return err;
    if (!change->is_new)
        keep_members(save);
    err =
        setup_change_clean_two(change, save->name, "/name_en", save->name_en, sizeof save->name_en);
    if (err != ERR_OK)
        return err;
    put_in_order(tx, save);
    return setup_change_end(tx, change);
}
