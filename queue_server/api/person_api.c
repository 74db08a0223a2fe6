/* The register of people: /people. Rules ..R-475. */
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/merge_people.h"
#include "usecase/read_people.h"

static void list_answer(struct command *command)
{
    struct list_people *list = container_of(command, struct list_people, command);
    char next[TICKET_ID_SIZE];

    opaque_id('g', list->last, next);
    api_list_answer(command, &list->items, list->more ? next : NULL);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct list_people, command)->items);
}

enum err person_api_list(struct api_call *call)
{
    struct list_people *list = api_command(call, sizeof *list, list_people_run, list_answer);

    if (!list)
        return ERR_NO_MEMORY;
    api_after(list, after_list);
    enum err err = api_list_ids(call, 'g', &list->limit, &list->after);
    if (err == ERR_OK && !api_query_copy(call, "q", list->search, sizeof list->search))
        err = ERR_BAD_PARAMETER;
    return api_read_with(list, err);
}

static void get_answer(struct command *command)
{
    const struct read_person *read = container_of(command, struct read_person, command);

    text_add_bytes(api_answer(command, 200), read->body.data, read->body.length);
}

static void after_get(struct command *command)
{
    text_release(&container_of(command, struct read_person, command)->body);
}

enum err person_api_get(struct api_call *call)
{
    struct read_person *read = api_command(call, sizeof *read, read_person_run, get_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_get);
    read->person = opaque_id_parse('g', call->parameter[0]);
    return api_read_with(read, read->person ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- GET /people/duplicates ------------------------------------------------------------------ */

/* No further page: what is merged leaves the list. */
static void duplicates_answer(struct command *command)
{
    api_list_answer(command, &container_of(command, struct list_people, command)->items, NULL);
}

enum err person_api_duplicates(struct api_call *call)
{
    struct list_people *list =
        api_command(call, sizeof *list, list_duplicates_run, duplicates_answer);

    if (!list)
        return ERR_NO_MEMORY;
    api_after(list, after_list);
    return api_read_with(list, api_list_ids(call, 'g', &list->limit, &list->after));
}

/* ---- merge and undo -------------------------------------------------------------------------- */

static void merge_answer(struct command *command)
{
    const struct merge_people *merge = container_of(command, struct merge_people, command);

    text_add_bytes(api_answer(command, 200), merge->body.data, merge->body.length);
}

static void after_merge(struct command *command)
{
    text_release(&container_of(command, struct merge_people, command)->body);
}

static enum err change(struct api_call *call, bool joins)
{
    struct merge_people *merge = api_command(call, sizeof *merge, merge_people_run, merge_answer);
    struct input in = input_of(call);

    if (!merge)
        return ERR_NO_MEMORY;
    merge->person = opaque_id_parse('g', call->parameter[0]);
    if (joins)
        merge->into = input_id(&in, "into", true, 'g');
    input_text(&in, "reason", true, merge->reason, sizeof merge->reason);
    enum err err = input_end(&in);
    if (err == ERR_OK && !merge->person)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(merge);
        return err;
    }
    api_after(merge, after_merge);
    return api_submit(merge);
}

enum err person_api_merge(struct api_call *call)
{
    return change(call, true);
}

enum err person_api_undo(struct api_call *call)
{
    return change(call, false);
}
