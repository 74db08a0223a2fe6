#include "api/problem.h"

#include <string.h>

#include "base/text.h"

/* Error of a stable code; ERR_BAD_VALUE for one that is not in the table. */
static enum err error_of_code(const char *code, size_t length)
{
    for (int err = 0; err < ERR_COUNT; err++)
        if (strlen(err_code((enum err)err)) == length &&
            memcmp(err_code((enum err)err), code, length) == 0)
            return (enum err)err;
    return ERR_BAD_VALUE;
}

/* Step to the next line of `*at`; false at the end. */
static bool next_line(const char **at, const char **out_line, size_t *out_length)
{
    const char *line = *at;

    if (!line || !*line)
        return false;
    const char *end = strchr(line, '\n');
    *out_line = line;
    *out_length = end ? (size_t)(end - line) : strlen(line);
    *at = end ? end + 1 : line + *out_length;
    return true;
}

/* The error a problem is told as: the one code of all its fields when they agree. */
static enum err told_as(enum err err, const struct refusal_facts *facts)
{
    const char *at = facts ? facts->fields.data : NULL, *line;
    enum err common = ERR_OK;
    size_t length;

    if (err != ERR_FIELDS)
        return err;
    while (next_line(&at, &line, &length)) {
        const char *code = memchr(line, '\t', length);
        const enum err one = error_of_code(code + 1, length - (size_t)(code + 1 - line));

        if (common != ERR_OK && one != common)
            return ERR_FIELDS;
        common = one;
    }
    return common == ERR_OK ? err : common;
}

static void write_lines(struct text *body, const char *key, const struct text *lines)
{
    const char *at = lines->data, *line;
    size_t length;
    struct text item;

    text_init(&item);
    json_open_array(body, key);
    while (next_line(&at, &line, &length)) {
        text_clear(&item);
        text_add_bytes(&item, line, length);
        json_put_string(body, NULL, item.data);
    }
    json_close_array(body);
    text_release(&item);
}

static void write_fields(struct text *body, const struct text *fields, enum language language)
{
    const char *at = fields->data, *line;
    size_t length;
    struct text pointer;

    text_init(&pointer);
    json_open_array(body, "errors");
    while (next_line(&at, &line, &length)) {
        const char *code = memchr(line, '\t', length);
        const enum err err = error_of_code(code + 1, length - (size_t)(code + 1 - line));

        text_clear(&pointer);
        text_add_bytes(&pointer, line, (size_t)(code - line));
        json_open_object(body, NULL);
        json_put_string(body, "pointer", pointer.data);
        json_put_string(body, "code", err_code(err));
        json_put_string(body, "message", err_text(err, language));
        json_close_object(body);
    }
    json_close_array(body);
    text_release(&pointer);
}

static void write_facts(struct text *body, enum err err, enum language language,
                        const struct refusal_facts *facts)
{
    if (facts->fields.length)
        write_fields(body, &facts->fields, language);
    if (err == ERR_STATE_FORBIDS) {
        json_put_string(body, "state", facts->state);
        json_put_string(body, "action", facts->action);
        write_lines(body, "allowed", &facts->allowed);
    }
    if (facts->missing.length)
        write_lines(body, "missing", &facts->missing);
    if (facts->changed_by[0])
        json_put_string(body, "changed_by", facts->changed_by);
    if (err == ERR_VERSION_CONFLICT && !instant_is_none(facts->changed_at))
        json_put_instant(body, "changed_at", facts->changed_at);
    if (facts->current.length)
        json_put_raw(body, "current", facts->current.data);
    if (facts->due_at.ms && !instant_is_none(facts->due_at))
        json_put_instant(body, "due_at", facts->due_at);
    if (facts->conflicting_code[0])
        json_put_string(body, "conflicting_code", facts->conflicting_code);
}

void problem_write(struct text *body, struct text *headers, enum err err, enum language language,
                   const struct refusal_facts *facts)
{
    const enum err told = told_as(err, facts);
    const int status = err_status(told);
    struct text type;

    text_init(&type);
    text_add(&type, "/problems/");
    text_add(&type, err_code(told));
    json_open_object(body, NULL);
    json_put_string(body, "type", type.data);
    json_put_string(body, "title", err_text(told, language));
    json_put_int(body, "status", status);
    json_put_string(body, "code", err_code(told));
    if (facts)
        write_facts(body, told, language, facts);
    if (status == 429 || status == 503) {
        json_put_int(body, "retry_after_s", RETRY_AFTER_S);
        text_printf(headers, "Retry-After: %d\r\n", RETRY_AFTER_S);
    }
    json_close_object(body);
    text_release(&type);
}
