#include "usecase/check_reminders.h"

#include <jansson.h>
#include <string.h>

#include "store/reminder_rows.h"
#include "usecase/ticket_view.h"

/* The row of which an event tells must be there, and say the same. */
static void compare_row(struct check_reminders *reminders, const struct event *event,
                        const json_t *data)
{
    const char *kind = json_string_value(json_object_get(data, "reminder"));
    const char *level = json_string_value(json_object_get(data, "level"));
    const char *dossier =
        json_string_value(json_object_get(json_object_get(data, "dossier"), "id"));
    struct reminder_record record;

    if (!kind || !level || !dossier ||
        !reminder_rows_get(reminders->tx, opaque_id_parse('n', event->subject), &record))
        check_fault(reminders->faults, "reminder of row %lld of the log: it is gone",
                    (long long)event->seq);
    else if (strcmp(kind, reminder_kind_name(record.reminder.kind)) != 0 ||
             strcmp(level, reminder_level_name(record.reminder.level)) != 0 ||
             opaque_id_parse('d', dossier) != record.dossier)
        check_fault(reminders->faults, "reminder %s: is not what row %lld of the log says",
                    event->subject, (long long)event->seq);
}

void check_reminders_note(struct check_reminders *reminders, const struct event *event)
{
    if (strncmp(event->kind, "reminder_", strlen("reminder_")) != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    reminders->made += strcmp(event->kind, "reminder_made") == 0;
    reminders->acknowledged += strcmp(event->kind, "reminder_acknowledged") == 0;
    reminders->ended += strcmp(event->kind, "reminder_ended") == 0;
    compare_row(reminders, event, data);
    json_decref(data);
}

static void compare_count(const struct check_reminders *reminders, const char *what, int64_t rows,
                          int64_t told)
{
    if (rows != told)
        check_fault(reminders->faults, "reminders %s: %lld rows, the log tells of %lld", what,
                    (long long)rows, (long long)told);
}

int64_t check_reminders_compare(struct check_reminders *reminders)
{
    const struct reminder_counts counts = reminder_rows_count(reminders->tx);

    compare_count(reminders, "made", counts.made, reminders->made);
    compare_count(reminders, "acknowledged", counts.acknowledged, reminders->acknowledged);
    compare_count(reminders, "ended", counts.ended, reminders->ended);
    return counts.made;
}
