#include "usecase/print_progress.h"

#include <string.h>

#include "usecase/print_journal.h"

/* The event that tells of a job which has come to `state`. */
static const char *event_of(enum print_state state)
{
    switch (state) {
    case PRINT_QUEUED:
        return "print_waiting";
    case PRINT_CREATED:
    case PRINT_KEPT:
        return "print_created";
    case PRINT_SENT:
        return "print_sent";
    case PRINT_ATTENTION:
        return "print_attention";
    case PRINT_PRINTED:
        return "print_printed";
    case PRINT_CANCELLED:
        return "print_cancelled";
    case PRINT_STATE_COUNT:
        break;
    }
    return "";
}

/* Take over what the news brings with it; true when the row is another now. */
static bool take_over(const struct print_progress *progress, struct print_record *record)
{
    const bool open = print_state_is_open(record->state);
    const enum print_state after =
        print_state_after(record->state, progress->news, record->printer[0] != '\0');
    bool changed = after != record->state;

    if ((changed || (open && progress->news == NEWS_WAITING)) &&
        strcmp(record->message, progress->message) != 0) {
        memcpy(record->message, progress->message, sizeof record->message);
        changed = true;
    }
    if (progress->news == NEWS_RENDERED && strcmp(record->sha256, progress->sha256) != 0) {
        memcpy(record->sha256, progress->sha256, sizeof record->sha256);
        changed = true;
    }
    if (progress->news == NEWS_CREATED && open && record->job != progress->job) {
        record->job = progress->job; /* also another one, when the printer has lost the first */
        changed = true;
    }
    record->state = after;
    return changed;
}

enum err print_progress_run(struct store_tx *tx, struct command *command)
{
    struct print_progress *progress = container_of(command, struct print_progress, command);
    struct print_record record;

    if (!print_rows_get(tx, progress->id, &record, NULL))
        return ERR_NOT_FOUND;
    const enum print_state before = record.state;
    const bool changed = take_over(progress, &record);
    progress->state = record.state;
    if (!changed)
        return ERR_OK;
    record.changed_at = command->now;
    print_rows_update(tx, &record);
    if (record.state != before)
        print_journal_tell(tx, command, &record, event_of(record.state), NULL);
    else if (progress->news == NEWS_WAITING)
        print_journal_tell(tx, command, &record, "print_waiting", NULL);
    return ERR_OK; /* SQL errors are sticky in tx */
}
