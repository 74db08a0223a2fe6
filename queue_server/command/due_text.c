#include "command/due_text.h"

#include <stdlib.h>
#include <string.h>

#include "usecase/explain_deadline.h"

enum err pause_list_add(struct pause_list *list, const char *text, size_t length)
{
    const char *slash = memchr(text, '/', length);
    struct pause pause = {.reason = NULL};

    if (!slash)
        return ERR_SYNTAX;
    const size_t before = (size_t)(slash - text), after = length - before - 1;

    pause.open = after == 0;
    if (instant_parse(text, before, &pause.from) != ERR_OK ||
        (!pause.open && instant_parse(slash + 1, after, &pause.to) != ERR_OK))
        return ERR_SYNTAX;
    if (list->count == list->size) {
        const size_t size = list->size ? list->size * 2 : 8;
        struct pause *larger = realloc(list->pauses, size * sizeof *larger);

        if (!larger)
            return ERR_NO_MEMORY;
        list->pauses = larger;
        list->size = size;
    }
    list->pauses[list->count++] = pause;
    return ERR_OK;
}

void pause_list_release(struct pause_list *list)
{
    free(list->pauses);
    *list = (struct pause_list){.count = 0};
}

static enum err pauses_parse(struct column column, struct pause_list *pauses)
{
    const char *text = column.text, *const end = column.text + column.length;

    for (;;) {
        const char *comma = memchr(text, ',', (size_t)(end - text));
        const enum err err = pause_list_add(pauses, text, (size_t)((comma ? comma : end) - text));

        if (err != ERR_OK || !comma)
            return err;
        text = comma + 1;
    }
}

enum err due_line_parse(struct column line, struct pause_list *pauses,
                        struct deadline_request *out_request)
{
    struct column columns[3];
    const size_t count = columns_split(line, columns, 3);
    enum err err;

    pauses->count = 0;
    if (count < 2 || count > 3)
        return ERR_SYNTAX;
    err = instant_parse(columns[0].text, columns[0].length, &out_request->received);
    if (err == ERR_OK && count == 3)
        err = pauses_parse(columns[2], pauses);
    if (err != ERR_OK)
        return err;
    out_request->pauses = pauses->pauses;
    out_request->pause_count = pauses->count;
    return time_limit_parse(columns[1].text, columns[1].length, &out_request->limit);
}

static size_t text_copy(char *out_text, const char *text)
{
    const size_t length = strlen(text);

    memcpy(out_text, text, length + 1);
    return length;
}

size_t due_answer_format(enum err err, const struct deadline *deadline,
                         char out_text[DUE_ANSWER_SIZE])
{
    if (err != ERR_OK) {
        const size_t length = text_copy(out_text, "error ");

        return length + text_copy(out_text + length, err_code(err));
    }
    switch (deadline->outcome) {
    case DEADLINE_NONE:
        return text_copy(out_text, "none");
    case DEADLINE_PAUSED:
        return text_copy(out_text, "paused");
    case DEADLINE_DUE:
        break;
    }
    instant_format(deadline->due, out_text);
    if (!deadline->unconfirmed)
        return INSTANT_TEXT_SIZE - 1;
    return INSTANT_TEXT_SIZE - 1 + text_copy(out_text + INSTANT_TEXT_SIZE - 1, "\tunconfirmed");
}

/* What the ledger calls a stretch. */
static const char *reason_text(enum stretch_reason reason)
{
    static const char *const texts[] = {
        [STRETCH_MOVED_BY_CUTOFF] = "after the cut-off: next working day (policy cutoff)",
        [STRETCH_MOVED_BY_REST_DAY] = "rest day: next working day (policy rest_day)",
        [STRETCH_DAY_OF_RECEIPT] = "day of receipt, not counted",
        [STRETCH_SESSION] = "session",
        [STRETCH_WORKING_DAY] = "working day",
        [STRETCH_CALENDAR_DAY] = "calendar day",
        [STRETCH_MAKE_UP_DAY] = "make-up day",
        [STRETCH_LUNCH] = "lunch",
        [STRETCH_NIGHT] = "night",
        [STRETCH_WEEKLY_REST] = "weekly rest",
        [STRETCH_DAY_OFF] = "day off",
        [STRETCH_PARTIAL_DAY_OFF] = "partial day off",
        [STRETCH_PAUSE] = "pause",
        [STRETCH_ROLLED] = "limit used up: next possible working day",
    };

    return texts[reason];
}

struct printer {
    FILE *out;
    const struct calendar_document *document;
    bool days;
};

/* Write an amount as the ledger shows it: days, or hours:minutes:seconds. */
static void amount_format(int64_t amount, bool days, char *out_text, size_t size)
{
    if (days)
        snprintf(out_text, size, "%lld", (long long)amount);
    else
        snprintf(out_text, size, "%lld:%02lld:%02lld", (long long)(amount / 3600),
                 (long long)(amount / 60 % 60), (long long)(amount % 60));
}

static void print_stretch(void *context, const struct stretch *stretch)
{
    const struct printer *printer = context;
    char from[INSTANT_TEXT_SIZE], to[INSTANT_TEXT_SIZE], counted[32], total[32];
    struct calendar_note note;

    instant_format(stretch->from, from);
    instant_format(stretch->to, to);
    amount_format(stretch->counted, printer->days, counted, sizeof counted);
    amount_format(stretch->total, printer->days, total, sizeof total);
    fprintf(printer->out, "%s  %-25s  %9s  %9s  %s", from, stretch->open ? "(not ended)" : to,
            counted, total, reason_text(stretch->reason));
    if (stretch->pause_reason)
        fprintf(printer->out, ": %s", stretch->pause_reason);
    if (explain_stretch_note(printer->document, stretch, &note))
        fprintf(printer->out, "%s%s%s%s%s", note.name[0] ? ": " : "", note.name,
                note.decree[0] ? " (" : "", note.decree, note.decree[0] ? ")" : "");
    fputc('\n', printer->out);
}

void due_ledger_print(FILE *out, const struct calendar_document *document,
                      const struct deadline_request *request, const struct deadline *deadline)
{
    struct printer printer = {out, document, deadline->day_limit};
    const struct stretch_visitor visitor = {print_stretch, &printer};

    deadline_explain(calendar_document_calendar(document), request, deadline, &visitor);
}
