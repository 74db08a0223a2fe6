#include "usecase/import_calendar.h"

#include <jansson.h>

#include "usecase/calendar_faults.h"
#include "usecase/enter_calendar.h"

static void say_fault(const struct calendar_fault *fault, void *data)
{
    char date[DATE_TEXT_SIZE];

    date_format(fault->date, date);
    text_printf(data, "%s: in both days_off[%zu] and compensatory_working_days[%zu]\n", date,
                fault->day_off, fault->make_up);
}

static int count_days(const struct calendar_document *document)
{
    const json_t *root = calendar_document_json(document);

    return (int)(json_array_size(json_object_get(root, "days_off")) +
                 json_array_size(json_object_get(root, "compensatory_working_days")) +
                 json_array_size(json_object_get(root, "partial_days_off")));
}

/* Rules. */
enum err import_calendar_run(struct store_tx *tx, struct command *command)
{
    struct import *import = container_of(command, struct import, command);
    struct entered_calendar entered = {.version = 0};
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];
    enum err err =
        calendar_document_load(import->json, import->length, &document, message, sizeof message);

    if (err != ERR_OK) {
        if (err != ERR_CALENDAR_CONTRADICTION ||
            calendar_faults_each(import->json, import->length, say_fault, &import->faults) == 0)
            text_printf(&import->faults, "%s\n", message);
        return err;
    }
    import->rows = count_days(document);
    err = enter_calendar(tx, command, document, import->json, import->length, import->decree,
                         CALENDAR_IMPORTED, &entered);
    import->changed = entered.changed;
    calendar_document_free(document);
    return err;
}
