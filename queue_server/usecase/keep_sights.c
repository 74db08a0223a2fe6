#include "usecase/keep_sights.h"

#include <stdlib.h>
#include <string.h>

bool sights_take(struct directory *directory, struct keep_sights *out_keep)
{
    size_t count = 0;

    for (size_t i = 0; i < directory->device_count; i++)
        count += directory->devices[i].seen_unkept;
    struct device_sight *sights = count ? calloc(count, sizeof *sights) : NULL;
    if (!sights)
        return false;
    out_keep->sights = sights;
    out_keep->count = count;
    for (size_t i = 0; i < directory->device_count; i++) {
        struct directory_device *device = &directory->devices[i];

        if (!device->seen_unkept)
            continue;
        memcpy(sights->code, device->code, sizeof sights->code);
        sights->at = device->seen_at;
        device->seen_unkept = false;
        sights++;
    }
    return true;
}

enum err keep_sights_run(struct store_tx *tx, struct command *command)
{
    const struct keep_sights *keep = container_of(command, struct keep_sights, command);

    for (size_t i = 0; i < keep->count; i++)
        device_rows_saw(tx, &keep->sights[i]);
    return ERR_OK;
}
