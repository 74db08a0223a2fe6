#include "usecase/check_petitions.h"

#include <jansson.h>
#include <string.h>

#include "store/petition_rows.h"
#include "usecase/ticket_view.h"

/* The last event of a petition tells how its row is. */
static void compare_row(struct check_petitions *petitions, const struct event *event,
                        const json_t *told)
{
    const char *state = json_string_value(json_object_get(told, "state"));
    struct petition_record record;

    if (!petition_rows_get(petitions->tx, opaque_id_parse('k', event->subject), &record))
        check_fault(petitions->faults, "petition %s: row %lld of the log tells of it, it is gone",
                    event->subject, (long long)event->seq);
    else if (record.version == event->seq &&
             (!state || strcmp(state, petition_state_name(record.petition.state)) != 0 ||
              json_integer_value(json_object_get(told, "number")) != record.number))
        check_fault(petitions->faults, "petition %s: is %s, the log says %s", event->subject,
                    petition_state_name(record.petition.state), state ? state : "nothing");
    else if (record.version < event->seq)
        check_fault(petitions->faults, "petition %s: row %lld of the log is not in it",
                    event->subject, (long long)event->seq);
}

void check_petitions_note(struct check_petitions *petitions, const struct event *event)
{
    if (strncmp(event->kind, "petition_", strlen("petition_")) != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    petitions->told += strcmp(event->kind, "petition_received") == 0;
    compare_row(petitions, event, json_object_get(data, "petition"));
    json_decref(data);
}

static void compare_year(int64_t year, int64_t count, int64_t highest, void *data)
{
    struct check_petitions *petitions = data;

    petitions->rows += count;
    if (count != highest)
        check_fault(petitions->faults, "petitions of %lld: %lld numbers given up to %lld",
                    (long long)year, (long long)count, (long long)highest);
}

int64_t check_petitions_compare(struct check_petitions *petitions)
{
    petition_rows_years(petitions->tx, compare_year, petitions);
    if (petitions->rows != petitions->told)
        check_fault(petitions->faults, "petitions: %lld rows, the log tells of %lld",
                    (long long)petitions->rows, (long long)petitions->told);
    return petitions->rows;
}
