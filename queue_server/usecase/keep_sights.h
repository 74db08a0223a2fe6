/*
 * When each device was seen last is kept. R-994: memory knows it at once, the rows once a minute,
 * all devices in one transaction; it is no change of the office, so it appends no event.
 *
 *     loop:   sights_take (what memory knows and the rows do not) -> command -> writer:
 * keep_sights_run
 */
#ifndef USECASE_KEEP_SIGHTS_H
#define USECASE_KEEP_SIGHTS_H

#include "usecase/directory.h"

struct keep_sights {
    struct command command;
    struct device_sight *sights; /* owned */
    size_t count;
};

/*
 * Take what is not kept yet. Loop thread.
 *
 * out_keep  sights and count are set; the caller frees the sights
 *
 * Returns false when there is nothing, or no memory for it: it stays to be kept.
 */
bool sights_take(struct directory *directory, struct keep_sights *out_keep);

enum err keep_sights_run(struct store_tx *tx, struct command *command);

#endif
