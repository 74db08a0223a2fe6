/* GET /log: the append-only log, for inspector and administrator. Rule R-709. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "usecase/read_log.h"

enum { SUBJECT_MAX_BYTES = 60, SEQ_DIGITS_MAX = 16 };

static void log_answer(struct command *command)
{
    struct read_log *read = container_of(command, struct read_log, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_log(struct command *command)
{
    text_release(&container_of(command, struct read_log, command)->items);
}

/* A number of a row: digits only. */
static bool parse_seq(const char *text, int64_t *out_seq)
{
    const size_t length = strlen(text);

    if (length == 0 || length > SEQ_DIGITS_MAX || text[strspn(text, "0123456789")])
        return false;
    *out_seq = strtoll(text, NULL, 10);
    return true;
}

static enum err read_inputs(const struct api_call *call, struct read_log *read)
{
    const char *subject = api_query(call, "subject"), *after_text = api_query(call, "after");
    char after[CURSOR_SIZE];
    const enum err err = api_list_codes(call, &read->limit, after);

    if (err != ERR_OK)
        return ERR_BAD_PARAMETER; /* `after` is a number here, no cursor */
    if (after_text && !parse_seq(after, &read->after))
        return ERR_BAD_PARAMETER;
    if (!subject)
        return ERR_OK;
    if (!subject[0] || strlen(subject) > SUBJECT_MAX_BYTES)
        return ERR_BAD_PARAMETER;
    /* nothing is longer than a subject of the log: such a text finds nothing */
    const bool fits = strlen(subject) < sizeof read->subject;
    memcpy(read->subject, fits ? subject : "-", fits ? strlen(subject) + 1 : 2);
    return ERR_OK;
}

enum err log_api_read(struct api_call *call)
{
    struct read_log *read = api_command(call, sizeof *read, read_log_run, log_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_log);
    return api_read_with(read, read_inputs(call, read));
}
