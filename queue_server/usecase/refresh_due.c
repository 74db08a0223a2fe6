#include "usecase/refresh_due.h"

#include <stdlib.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_journal.h"
#include "usecase/ticket_view.h"

static struct instant due_at(const struct dossier_record *record)
{
    return record->due.kind == DUE_NONE ? instant_none() : record->due.at;
}

static void save(struct store_tx *tx, struct command *command, struct dossier_record *record,
                 struct instant before)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    record->version = event_log_next_seq(tx);
    record->changed_at = command->now;
    memcpy(record->changed_by, command->actor.code, sizeof record->changed_by);
    record->changed_key[0] = '\0';
    dossier_rows_put(tx, record);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_instant_or_null(&data, "due_before", before);
    json_put_instant_or_null(&data, "due_at", due_at(record));
    dossier_journal_view(&data, record);
    json_close_object(&data);
    opaque_id('d', record->id, subject);
    command_event(tx, command, "dossier_due_moved", subject, "", &data);
    text_release(&data);
}

static enum err refresh_one(struct store_tx *tx, struct command *command,
                            struct dossier_record *record)
{
    const struct instant before = due_at(record);
    const bool paused = record->paused, unconfirmed = record->unconfirmed;
    const enum err err = dossier_due_compute(tx, command->office, record);

    if (err == ERR_CALENDAR_RANGE)
        return ERR_OK;
    if (err == ERR_OK && (before.ms != due_at(record).ms || paused != record->paused ||
                          unconfirmed != record->unconfirmed))
        save(tx, command, record, before);
    return err;
}

enum err refresh_due(struct store_tx *tx, struct command *command)
{
    struct dossier_record *record = malloc(sizeof *record);
    enum err err = record ? ERR_OK : ERR_NO_MEMORY;

    for (int64_t id = 0; err == ERR_OK && (id = dossier_rows_open_after(tx, id)) != 0;)
        if (dossier_rows_get(tx, id, record))
            err = refresh_one(tx, command, record);
    free(record);
    return err;
}
