/*
 * Two records of one person become one, and it is undone: by adding, nothing is taken away.
 *
 * Writer thread. The merged record points at the one that stands; its dossiers are shown there. The
 * log has the records' ids, the reason stands in the row. Rules R-471..R-473.
 */
#ifndef USECASE_MERGE_PEOPLE_H
#define USECASE_MERGE_PEOPLE_H

#include "store/person_merge_rows.h"
#include "usecase/command.h"

struct merge_people {
    struct command command;

    /* Input. */
    int64_t person, into; /* `into` 0: undo the merge of `person` */
    char reason[MERGE_REASON_SIZE];

    /* Output. */
    struct text body; /* the record that stands, or stands again; owned by the caller always */
};

/*
 * ERR_OK; ERR_NOT_FOUND (the record); ERR_FIELDS (`into` is none, the reason is no text);
 * ERR_MERGE_ITSELF; ERR_PERSON_MERGED (one of both is merged already);
 * ERR_MERGE_CYCLE (`into` was merged into the record); ERR_IDENTITY_DIFFERS (two documents of one
 * kind, and no director); to undo: ERR_NOT_MERGED; ERR_NO_MEMORY, ERR_STORE.
 */
enum err merge_people_run(struct store_tx *tx, struct command *command);

#endif
