#include "command/replay_event.h"

#include <stddef.h>
#include <string.h>

#include "base/digits.h"

/* What the columns after the verb are: t ticket, s service, k class, c counter; then, in capitals,
 * one that may be absent: A at=SECOND, C counter=C2. */
static const struct {
    const char *name;
    const char *columns;
} verbs[] = {
    [REPLAY_ISSUE] = {"issue", "tskA"},      [REPLAY_NEXT] = {"next", "c"},
    [REPLAY_CALL] = {"call", "ct"},          [REPLAY_FINISH] = {"finish", "c"},
    [REPLAY_NO_SHOW] = {"noshow", "c"},      [REPLAY_PARK] = {"park", "c"},
    [REPLAY_TRANSFER] = {"transfer", "csC"}, [REPLAY_BACK] = {"back", "t"},
    [REPLAY_RETURN] = {"return", "t"},       [REPLAY_CANCEL] = {"cancel", "t"},
};

enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

/* Returns the number of columns, or 0 when one is empty or there are too many. */
static size_t split(char *line, char *columns[REPLAY_COLUMNS_MAX])
{
    size_t count = 0;
    char *next = line;

    while (next) {
        char *tab = strchr(next, '\t');

        if (tab)
            *tab++ = '\0';
        if (*next == '\0' || count == REPLAY_COLUMNS_MAX)
            return 0;
        columns[count++] = next;
        next = tab;
    }
    return count;
}

static bool parse_second(const char *text, int64_t *out_second)
{
    int64_t second = 0;

    if (*text == '\0')
        return false;
    for (; *text; text++) {
        if (!digit_is(*text))
            return false;
        second = second * 10 + (*text - '0');
        if (second > REPLAY_SECOND_MAX)
            return false;
    }
    *out_second = second;
    return true;
}

/* The text after `prefix`, or NULL. */
static const char *after(const char *text, const char *prefix)
{
    const size_t length = strlen(prefix);

    return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

static bool set_column(struct replay_event *event, char kind, const char *text)
{
    switch (kind) {
    case 't':
        event->ticket = text;
        return true;
    case 's':
        event->service = text;
        return true;
    case 'k':
        event->of_class = text;
        return true;
    case 'c':
        event->counter = text;
        return true;
    case 'C':
        event->only_counter = after(text, "counter=");
        return event->only_counter != NULL;
    case 'A':
        text = after(text, "at=");
        event->has_appointment = text && parse_second(text, &event->appointment);
        return event->has_appointment;
    default:
        return false;
    }
}

static bool find_verb(const char *name, enum replay_verb *out_verb)
{
    for (int i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i].name, name) == 0) {
            *out_verb = (enum replay_verb)i;
            return true;
        }
    }
    return false;
}

/* */
enum err replay_event_parse(char *line, struct replay_event *out_event)
{
    char *columns[REPLAY_COLUMNS_MAX];
    const size_t count = split(line, columns);
    struct replay_event event = {.second = 0};
    const char *kinds;
    size_t most;
    bool last_optional;

    if (count < 2 || !parse_second(columns[0], &event.second) ||
        !find_verb(columns[1], &event.verb))
        return ERR_SYNTAX;
    kinds = verbs[event.verb].columns;
    most = 2 + strlen(kinds);
    last_optional = kinds[most - 3] == 'A' || kinds[most - 3] == 'C';
    if (count > most || count < most - last_optional)
        return ERR_SYNTAX;
    for (size_t i = 2; i < count; i++)
        if (!set_column(&event, kinds[i - 2], columns[i]))
            return ERR_SYNTAX;
    *out_event = event;
    return ERR_OK;
}
