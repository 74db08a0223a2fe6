/* The rules of the queue: /queue-rules. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "usecase/read_queue_rules.h"
#include "usecase/save_queue_rules.h"

/* ---- GET ------------------------------------------------------------------------------------- */

static void give_view(struct command *command, struct text *view, int64_t version)
{
    api_answer_take(command, 200, view);
    api_answer_etag(command, version);
}

static void read_answer(struct command *command)
{
    struct read_queue_rules *read = container_of(command, struct read_queue_rules, command);

    give_view(command, &read->view, read->stamp.version);
}

static void after_read(struct command *command)
{
    text_release(&container_of(command, struct read_queue_rules, command)->view);
}

enum err rules_api_get(struct api_call *call)
{
    struct read_queue_rules *read =
        api_command(call, sizeof *read, read_queue_rules_run, read_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_read);
    return api_read(read);
}

/* ---- PUT ------------------------------------------------------------------------------------- */

static void set_answer(struct command *command)
{
    struct save_queue_rules *save = container_of(command, struct save_queue_rules, command);

    give_view(command, &save->view, save->stamp.version);
}

static void after_set(struct command *command)
{
    struct save_queue_rules *save = container_of(command, struct save_queue_rules, command);

    save_queue_rules_take(save);
    text_release(&save->view);
    free(save->document);
}

/* The document is read whole by the code that reads an imported one: its faults are told there. */
enum err rules_api_set(struct api_call *call)
{
    struct save_queue_rules *save =
        api_command(call, sizeof *save, save_queue_rules_run, set_answer);
    enum err err = save ? api_query_dry_run(call, &save->dry_run) : ERR_NO_MEMORY;

    if (err == ERR_OK) {
        save->expected_version = call->if_match;
        save->document = json_dumps(call->body, JSON_COMPACT);
        err = save->document ? ERR_OK : ERR_NO_MEMORY;
    }
    if (err != ERR_OK) {
        if (save)
            api_discard(save);
        return err;
    }
    api_after(save, after_set);
    char *document = save->document;
    err = save->dry_run ? api_read(save) : api_submit(save);
    if (err != ERR_OK)
        free(document); /* the use case is gone */
    return err;
}
