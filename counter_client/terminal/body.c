#include "counter_client/terminal/body.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/papers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELD_SIZE = 64 };

void body_percent(struct text *out_text, const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        bool plain = (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') ||
                     (*c >= 'A' && *c <= 'Z') || strchr("-._~", *c);

        if (plain)
            text_add_char(out_text, (char)*c);
        else
            text_printf(out_text, "%%%02X", *c);
    }
}

/* The value of a field of the path or query: what was given, or the fallback. */
static const char *value_of(const struct invocation *invocation, const struct option *option)
{
    const char *value = invocation_value(invocation, option->name, 0);

    return value ? value : option->fallback;
}

static const struct option *option_of_field(const struct command *command, const char *field,
                                            size_t length, enum option_place place)
{
    char name[FIELD_SIZE];

    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        option_field(each, name, sizeof name);
        if (each->place == place && strlen(name) == length && memcmp(name, field, length) == 0)
            return each;
    }
    return NULL;
}

void body_path(const struct invocation *invocation, struct text *out_path)
{
    const struct command *command = invocation->command;
    char mark = '?';

    for (const char *c = command->path; *c; c++) {
        const char *end = *c == '{' ? strchr(c, '}') : NULL;
        const struct option *option =
            end ? option_of_field(command, c + 1, (size_t)(end - c - 1), PLACE_PATH) : NULL;

        if (!option) {
            text_add_char(out_path, *c);
            continue;
        }
        body_percent(out_path, value_of(invocation, option));
        c = end;
    }
    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        char name[FIELD_SIZE];
        const char *value = value_of(invocation, each);

        if (each->place != PLACE_QUERY || !value)
            continue;
        option_field(each, name, sizeof name);
        text_printf(out_path, "%c%s=", mark, name);
        body_percent(out_path, value);
        mark = '&';
    }
}

/* ---- the body ---------------------------------------------------------------------------------
 */

/* {"row": 2}; NULL when the text is no number. */
static json_t *row_read(const char *text)
{
    char *end;
    const long long number = strtoll(text, &end, 10);

    return end == text || *end != '\0' ? NULL : json_pack("{s:I}", "row", (json_int_t)number);
}

static json_t *list_item(enum option_kind kind, const char *value)
{
    if (kind == OPTION_FEES)
        return fee_read(value);
    if (kind == OPTION_SETTLEMENTS)
        return settlement_read(value);
    if (kind == OPTION_SCANS)
        return scan_read(value);
    if (kind == OPTION_ROWS)
        return row_read(value);
    return json_string(value);
}

/* All values of a repeated option; NULL when one cannot be read (named in `out_bad`). */
static json_t *list_value(const struct invocation *invocation, const struct option *option,
                          const struct body_facts *facts, const char **out_bad)
{
    json_t *list = json_array();
    const char *value;

    for (size_t i = 0; (value = invocation_value(invocation, option->name, i)) != NULL; i++) {
        bool ok = option->kind == OPTION_PAPERS
                      ? papers_add(list, value, facts->procedure)
                      : json_array_append_new(list, list_item(option->kind, value)) == 0;

        if (!ok) {
            *out_bad = value;
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

/* The applicant as the card says; the officer has seen the card. */
static json_t *card_value(const json_t *card)
{
    const char *const fields[] = {"full_name", "personal_id", "birth_date", "sex", "address"};
    json_t *applicant = json_pack("{s:s}", "identity_document", "card");

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        json_t *value = json_object_get(card, fields[i]);

        if (json_is_string(value))
            json_object_set(applicant, fields[i], value);
    }
    return applicant;
}

/* NULL when the text is no such value. */
static json_t *plain_value(enum option_kind kind, const char *text)
{
    char *end;
    long long number;

    if (kind == OPTION_FLAG)
        return json_true();
    if (kind == OPTION_BOOLEAN && strcmp(text, "true") == 0)
        return json_true();
    if (kind == OPTION_BOOLEAN)
        return strcmp(text, "false") == 0 ? json_false() : NULL;
    if (kind != OPTION_INTEGER)
        return json_string(text);
    number = strtoll(text, &end, 10);
    return end == text || *end != '\0' ? NULL : json_integer(number);
}

static json_t *option_json(const struct invocation *invocation, const struct option *option,
                           const struct body_facts *facts, const char **out_bad)
{
    const char *value = invocation_value(invocation, option->name, 0);

    *out_bad = value;
    if (option->kind == OPTION_CARD)
        return card_value(facts->card);
    if (option->kind == OPTION_TEXTS || option->kind == OPTION_PAPERS ||
        option->kind == OPTION_FEES || option->kind == OPTION_SETTLEMENTS ||
        option->kind == OPTION_SCANS || option->kind == OPTION_ROWS)
        return list_value(invocation, option, facts, out_bad);
    return plain_value(option->kind, value);
}

static bool put_fallbacks(const struct command *command, json_t *body)
{
    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        char field[FIELD_SIZE];
        const bool empty = each->bits & OPTION_EMPTY;

        option_field(each, field, sizeof field);
        if (each->place != PLACE_BODY || (!each->fallback && !empty) || json_at(body, field))
            continue;
        if (!json_set_at(body, field,
                         empty ? json_array() : plain_value(each->kind, each->fallback)))
            return false;
    }
    return true;
}

bool body_build(const struct invocation *invocation, const json_t *file,
                const struct body_facts *facts, json_t **out_body,
                char out_complaint[COMPLAINT_SIZE])
{
    const struct command *command = invocation->command;
    json_t *body = file ? json_deep_copy(file) : json_object();

    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        char field[FIELD_SIZE];
        const char *bad = NULL;
        json_t *value;

        if (each->place != PLACE_BODY || !invocation_value(invocation, each->name, 0))
            continue;
        option_field(each, field, sizeof field);
        value = option_json(invocation, each, facts, &bad);
        if (!value || !json_set_at(body, field, value)) {
            snprintf(out_complaint, COMPLAINT_SIZE,
                     invocation->language == LANGUAGE_EN ? "--%s: not a valid value: %s"
                                                         : "--%s: giá trị không đúng: %s",
                     each->name, bad ? bad : "");
            json_decref(body);
            return false;
        }
    }
    if (!put_fallbacks(command, body)) {
        snprintf(out_complaint, COMPLAINT_SIZE, "%s",
                 err_text(ERR_NO_MEMORY, invocation->language));
        json_decref(body);
        return false;
    }
    *out_body = body;
    return true;
}
