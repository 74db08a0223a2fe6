#include "usecase/follow_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/dossier_journal.h"
#include "usecase/ticket_view.h"

/* ---- one dossier ----------------------------------------------------------------------------- */

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
    json_put_int(&data, "due_calendar", record->due_calendar);
    dossier_journal_view(&data, record);
    json_close_object(&data);
    opaque_id('d', record->id, subject);
    command_event(tx, command, "dossier_due_moved", subject, "", &data);
    text_release(&data);
}

static enum err follow_one(struct store_tx *tx, struct command *command,
                           const struct calendar_version *calendar, struct dossier_record *record,
                           struct calendar_moves *moves)
{
    const struct instant before = due_at(record), near_before = record->near_at;
    const bool paused = record->paused, unconfirmed = record->unconfirmed;
    const int64_t by = record->due_calendar;
    enum due_move move = DUE_STAYS;
    const enum err err = dossier_due_by(tx, command->office, calendar, record, &move);

    if (err != ERR_OK && err != ERR_CALENDAR_RANGE)
        return err;
    follow_calendar_count(moves, move);
    if (err == ERR_OK && (move == DUE_LATER || move == DUE_EARLIER || paused != record->paused ||
                          unconfirmed != record->unconfirmed || by != record->due_calendar ||
                          near_before.ms != record->near_at.ms))
        save(tx, command, record, before);
    return ERR_OK;
}

/* Rule R-070. */
void follow_calendar_count(struct calendar_moves *moves, enum due_move move)
{
    moves->seen++;
    moves->later += move == DUE_LATER;
    moves->earlier += move == DUE_EARLIER;
    moves->kept += move == DUE_KEPT;
}

/* ---- slices ---------------------------------------------------------------------------------- */

void follow_calendar_view(struct text *text, const struct calendar_moves *moves)
{
    json_put_int(text, "seen", moves->seen);
    json_put_int(text, "later", moves->later);
    json_put_int(text, "earlier", moves->earlier);
    json_put_int(text, "kept", moves->kept);
}

static void tell_end(struct store_tx *tx, struct command *command,
                     const struct calendar_apply_row *apply)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "version", apply->version);
    follow_calendar_view(&data, &apply->moves);
    json_close_object(&data);
    command_event(tx, command, "calendar_followed", "calendar", "", &data);
    text_release(&data);
}

/* Rule R-069: the dossiers and how far it came, in one transaction. */
static enum err follow_slice(struct store_tx *tx, struct command *command,
                             struct calendar_apply_row *apply)
{
    struct dossier_record *record = malloc(sizeof *record);
    const struct calendar_version *calendar;
    enum err err = record ? ERR_OK : ERR_NO_MEMORY;
    bool more = true;

    if (err == ERR_OK)
        err = calendar_store_current(command->office->calendars, tx, &calendar);
    for (int i = 0; err == ERR_OK && more && i < FOLLOW_SLICE; i++) {
        const int64_t id = dossier_rows_open_after(tx, apply->last_id);

        more = id != 0;
        if (more && dossier_rows_get(tx, id, record))
            err = follow_one(tx, command, calendar, record, &apply->moves);
        apply->last_id = more ? id : apply->last_id;
    }
    free(record);
    if (err != ERR_OK)
        return err;
    if (!more) {
        apply->ended_at = command->now;
        if (apply->moves.seen > 0)
            tell_end(tx, command, apply);
    }
    calendar_apply_put(tx, apply);
    return ERR_OK;
}

enum err follow_calendar_run(struct store_tx *tx, struct command *command)
{
    struct follow_calendar *follow = container_of(command, struct follow_calendar, command);
    enum err err = ERR_OK;

    follow->more = false;
    if (!calendar_apply_newest(tx, &follow->apply) || !instant_is_none(follow->apply.ended_at))
        return sql_outcome(tx);
    err = follow_slice(tx, command, &follow->apply);
    follow->more = err == ERR_OK && instant_is_none(follow->apply.ended_at);
    return err;
}

enum err follow_calendar_begin(struct store_tx *tx, struct command *command, int64_t version,
                               struct calendar_apply_row *out_apply)
{
    struct calendar_apply_row apply = {
        .version = version, .begun_at = command->now, .ended_at = instant_none()};
    const enum err err = follow_slice(tx, command, &apply);

    if (err == ERR_OK)
        *out_apply = apply;
    return err;
}
