#include "counter_client/terminal/invocation.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct reading {
    struct invocation *into;
    char *complaint;
    int count, at;
    char *const *words;
    bool only_positions; /* after a "--" */
};

static bool complain(struct reading *reading, struct said format, const char *what)
    __attribute__((nonnull(1)));

/* `format` holds one %s. */
static bool complain(struct reading *reading, struct said format, const char *what)
{
    const char *text = said(reading->into->language, format);
    const char *mark = strstr(text, "%s");
    int before = mark ? (int)(mark - text) : (int)strlen(text);

    snprintf(reading->complaint, COMPLAINT_SIZE, "%.*s%s%s", before, text, mark ? what : "",
             mark ? mark + 2 : "");
    return false;
}

/* ---- options of every command -----------------------------------------------------------------
 */

struct general {
    const char *name;
    size_t offset; /* of the text in struct invocation */
};

#define GENERAL(option_name, field)                                                                \
    {                                                                                              \
        option_name, offsetof(struct invocation, field)                                            \
    }
static const struct general general_options[] = {
    GENERAL("server", server), GENERAL("session", session),
    GENERAL("key", key),       GENERAL("version", version),
    GENERAL("file", file),     GENERAL("output", output),
    GENERAL("count", count),   GENERAL("last-event-id", last_event_id),
};

static bool take_word(struct reading *reading, const char *option, const char *inside,
                      const char **out_value)
{
    if (inside) {
        *out_value = inside;
        return true;
    }
    if (reading->at >= reading->count)
        return complain(reading, (struct said){"--%s cần một giá trị", "--%s needs a value"},
                        option);
    *out_value = reading->words[reading->at++];
    return true;
}

static bool read_language(struct reading *reading, const char *word)
{
    if (strcmp(word, "en") == 0)
        reading->into->language = LANGUAGE_EN;
    else if (strcmp(word, "vi") == 0)
        reading->into->language = LANGUAGE_VI;
    else
        return complain(
            reading,
            (struct said){"--lang là vi hoặc en, không phải %s", "--lang is vi or en, not %s"},
            word);
    return true;
}

/* ---- options of the command -------------------------------------------------------------------
 */

static bool may_repeat(enum option_kind kind)
{
    return kind == OPTION_TEXTS || kind == OPTION_PAPERS || kind == OPTION_FEES ||
           kind == OPTION_SETTLEMENTS || kind == OPTION_SCANS || kind == OPTION_ROWS;
}

static bool give(struct reading *reading, const struct option *option, const char *value)
{
    struct invocation *into = reading->into;

    if (!may_repeat(option->kind) && invocation_value(into, option->name, 0))
        return complain(reading, (struct said){"--%s chỉ dùng một lần", "--%s may be given once"},
                        option->name);
    if (into->given_count == VALUES_MAX)
        return complain(reading, (struct said){"quá nhiều tham số (%s)", "too many options (%s)"},
                        option->name);
    into->given[into->given_count++] = (struct given){option, value};
    return true;
}

static const struct option *option_named(const struct command *command, const char *name,
                                         size_t length)
{
    for (const struct option *each = command ? command->options : NULL;
         each && each->kind != OPTION_NONE; each++) {
        if (strlen(each->name) == length && memcmp(each->name, name, length) == 0)
            return each;
    }
    return NULL;
}

/* The first positional option without a value. */
static const struct option *next_position(const struct invocation *invocation)
{
    for (const struct option *each = invocation->command->options;
         each && each->kind != OPTION_NONE; each++) {
        if ((each->bits & OPTION_POSITIONAL) && !invocation_value(invocation, each->name, 0))
            return each;
    }
    return NULL;
}

static bool read_general(struct reading *reading, const char *name, size_t length,
                         const char *inside, bool *out_known)
{
    *out_known = true;
    for (size_t i = 0; i < sizeof general_options / sizeof general_options[0]; i++) {
        const struct general *each = &general_options[i];

        if (strlen(each->name) == length && memcmp(each->name, name, length) == 0)
            return take_word(reading, each->name, inside,
                             (const char **)((char *)reading->into + each->offset));
    }
    if (length == 4 && memcmp(name, "json", length) == 0 && !inside) {
        reading->into->json = true;
        return true;
    }
    if (length == 14 && memcmp(name, "password-stdin", length) == 0 && !inside) {
        reading->into->password_stdin = true;
        return true;
    }
    if (length == 4 && memcmp(name, "help", length) == 0 && !inside) {
        reading->into->errand = ERRAND_HELP;
        return true;
    }
    if (length == 4 && memcmp(name, "lang", length) == 0) {
        const char *word = NULL;

        return take_word(reading, "lang", inside, &word) && read_language(reading, word);
    }
    *out_known = false;
    return true;
}

/* `name` follows the two dashes. */
static bool read_long(struct reading *reading, const char *name)
{
    struct invocation *into = reading->into;
    const char *equals = strchr(name, '=');
    size_t length = equals ? (size_t)(equals - name) : strlen(name);
    const char *inside = equals ? equals + 1 : NULL, *value = NULL;
    const struct option *option = option_named(into->command, name, length);
    bool known;

    if (option && option->kind == OPTION_FLAG && !inside)
        return give(reading, option, "true");
    if (option && option->kind != OPTION_FLAG)
        return take_word(reading, option->name, inside, &value) && give(reading, option, value);
    if (!into->command && length == 7 && memcmp(name, "counter", length) == 0)
        return take_word(reading, "counter", inside, &into->counter);
    if (!into->command && strcmp(name, "list-commands") == 0) {
        into->errand = ERRAND_LIST_COMMANDS;
        return true;
    }
    if (!read_general(reading, name, length, inside, &known))
        return false;
    if (!known)
        return complain(reading, (struct said){"không có tùy chọn --%s", "no such option: --%s"},
                        name);
    return true;
}

static bool read_position(struct reading *reading, const char *word)
{
    const struct option *option = next_position(reading->into);

    if (!option)
        return complain(reading, (struct said){"thừa tham số: %s", "one word too many: %s"}, word);
    return give(reading, option, word);
}

static bool read_words(struct reading *reading)
{
    while (reading->at < reading->count) {
        const char *word = reading->words[reading->at++];
        bool ok;

        if (!reading->only_positions && strcmp(word, "--") == 0) {
            reading->only_positions = true;
            continue;
        }
        if (!reading->only_positions && strcmp(word, "-o") == 0)
            ok = take_word(reading, "output", NULL, &reading->into->output);
        else if (!reading->only_positions && strcmp(word, "-h") == 0)
            ok = read_long(reading, "help");
        else if (!reading->only_positions && strncmp(word, "--", 2) == 0)
            ok = read_long(reading, word + 2);
        else
            ok = read_position(reading, word);
        if (!ok)
            return false;
    }
    return true;
}

/* ---- finding the command ----------------------------------------------------------------------
 */

/* True when some command begins with this word ("ticket"). */
static bool is_topic(const char *word)
{
    const struct command *command;

    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        if (strncmp(command->name, word, strlen(word)) == 0 && command->name[strlen(word)] == ' ')
            return true;
    }
    return false;
}

/* Options before the command. Stops at its first word. */
static bool read_before(struct reading *reading)
{
    while (reading->at < reading->count && strncmp(reading->words[reading->at], "-", 1) == 0) {
        const char *word = reading->words[reading->at++];

        if (strcmp(word, "-h") == 0)
            word = "--help";
        if (strncmp(word, "--", 2) != 0)
            return complain(reading, (struct said){"không có tùy chọn %s", "no such option: %s"},
                            word);
        if (!read_long(reading, word + 2))
            return false;
    }
    return true;
}

static bool read_command(struct reading *reading)
{
    struct invocation *into = reading->into;
    const char *first = reading->words[reading->at];
    const char *second = reading->at + 1 < reading->count ? reading->words[reading->at + 1] : NULL;
    int words = 0;

    into->command = command_find(first, second, &words);
    if (into->command) {
        if (into->errand == ERRAND_SCREEN)
            into->errand = ERRAND_COMMAND;
        reading->at += words;
        return true;
    }
    if (is_topic(first) && (!second || second[0] == '-')) {
        into->topic = first;
        reading->at++;
        return true;
    }
    return complain(
        reading, (struct said){"không có lệnh %s; xem --help", "no such command: %s; see --help"},
        is_topic(first) ? second : first);
}

static bool check_required(struct reading *reading)
{
    const struct invocation *invocation = reading->into;

    for (const struct option *each = invocation->command->options;
         each && each->kind != OPTION_NONE; each++) {
        bool from_file = invocation->file && each->place == PLACE_BODY;

        if ((each->bits & OPTION_REQUIRED) && !from_file &&
            !invocation_value(invocation, each->name, 0))
            return complain(reading, (struct said){"thiếu --%s", "--%s is missing"}, each->name);
    }
    return true;
}

bool invocation_read(int count, char *const *words, const struct environment *environment,
                     struct invocation *out_invocation, char out_complaint[COMPLAINT_SIZE])
{
    struct reading reading = {.into = out_invocation,
                              .complaint = out_complaint,
                              .count = count,
                              .at = 1,
                              .words = words};

    *out_invocation = (struct invocation){
        .server = environment->server,
        .token = environment->token,
        .session = environment->session,
        .language = environment->language && strncmp(environment->language, "en", 2) == 0
                        ? LANGUAGE_EN
                        : LANGUAGE_VI};
    if (!read_before(&reading))
        return false;
    if (reading.at < count && !read_command(&reading))
        return false;
    if (out_invocation->command && !read_words(&reading))
        return false;
    if (!out_invocation->command && !read_before(&reading))
        return false;
    if (!out_invocation->command && reading.at < count)
        return complain(&reading, (struct said){"thừa tham số: %s", "one word too many: %s"},
                        words[reading.at]);
    if (out_invocation->topic && out_invocation->errand == ERRAND_SCREEN)
        out_invocation->errand = ERRAND_HELP;
    return out_invocation->errand != ERRAND_COMMAND || check_required(&reading);
}

const char *invocation_value(const struct invocation *invocation, const char *name, size_t nth)
{
    for (size_t i = 0; i < invocation->given_count; i++) {
        if (strcmp(invocation->given[i].option->name, name) == 0 && nth-- == 0)
            return invocation->given[i].value;
    }
    return NULL;
}
