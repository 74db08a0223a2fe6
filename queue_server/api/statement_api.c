/* POST /payment-statements: whose payments a bank statement shows. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/match_statement.h"
#include "usecase/ticket_view.h"

#define STATEMENT_AMOUNT_MAX INT64_C(100000000000)

static void put_line(struct text *body, const struct statement_line *line)
{
    char id[TICKET_ID_SIZE] = "";

    if (line->dossier)
        opaque_id('d', line->dossier, id);
    json_open_object(body, NULL);
    json_put_string(body, "match", statement_match_name(line->match));
    json_put_int(body, "amount", line->amount);
    json_put_string_or_null(body, "dossier", id);
    json_put_string_or_null(body, "dossier_code", line->code);
    if (line->dossier)
        json_put_int(body, "owed", line->owed);
    else
        json_put_null(body, "owed");
    json_close_object(body);
}

static void answer(struct command *command)
{
    const struct match_statement *match = container_of(command, struct match_statement, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_open_array(body, "lines");
    for (int i = 0; i < match->count; i++)
        put_line(body, &match->lines[i]);
    json_close_array(body);
    json_close_object(body);
}

static void after(struct command *command)
{
    free(container_of(command, struct match_statement, command)->lines);
}

static enum err read_lines(struct input *in, struct match_statement *match)
{
    const json_t *array = input_array(in, "lines", true, STATEMENT_LINES_MAX);
    const size_t count = json_array_size(array);

    match->lines = calloc(count ? count : 1, sizeof *match->lines);
    if (!match->lines)
        return ERR_NO_MEMORY;
    match->count = (int)count;
    for (size_t i = 0; i < count; i++) {
        struct input line = input_element(in, "lines", array, i);

        if (!line.object)
            continue;
        input_text(&line, "text", true, match->lines[i].text, sizeof match->lines[i].text);
        input_int(&line, "amount", true, 1, STATEMENT_AMOUNT_MAX, &match->lines[i].amount);
        input_close(&line);
    }
    return input_end(in);
}

enum err statement_api_match(struct api_call *call)
{
    struct match_statement *match = api_command(call, sizeof *match, match_statement_run, answer);
    struct input in = input_of(call);

    if (!match)
        return ERR_NO_MEMORY;
    const enum err inputs = read_lines(&in, match);
    if (inputs != ERR_OK)
        free(match->lines);
    else
        api_after(match, after);
    return api_read_with(match, inputs);
}
