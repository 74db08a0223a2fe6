#include "api/input.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"
#include "usecase/ticket_view.h"

struct input input_of(struct api_call *call)
{
    return (struct input){.object = call->body, .facts = &call->facts};
}

/* Write a key of the client's own choosing as part of a JSON pointer (RFC 6901), safely. */
static void add_key(struct text *fields, const char *key)
{
    for (int i = 0; key[i] && i < 64; i++) {
        if (key[i] == '~')
            text_add(fields, "~0");
        else if (key[i] == '/')
            text_add(fields, "~1");
        else
            text_add_char(fields, (unsigned char)key[i] < 0x20 ? '?' : key[i]);
    }
}

void input_fault(struct input *in, const char *key, enum err err)
{
    struct text *fields = &in->facts->fields;

    text_add(fields, in->pointer);
    if (key) {
        text_add_char(fields, '/');
        add_key(fields, key);
    }
    text_printf(fields, "\t%s\n", err_code(err));
}

/* The member, known from now on; NULL when absent or null, with a fault when it is required. */
static const json_t *member(struct input *in, const char *key, bool required)
{
    const json_t *value = json_object_get(in->object, key);

    if (in->seen_count < INPUT_SEEN_MAX)
        in->seen[in->seen_count++] = key;
    if (json_is_null(value))
        value = NULL;
    if (!value && required)
        input_fault(in, key, ERR_MISSING_FIELD);
    return value;
}

bool input_has(struct input *in, const char *key)
{
    return member(in, key, false) != NULL;
}

static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)text[i];

        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
            return true;
    }
    return false;
}

static void read_text(struct input *in, const char *key, const json_t *value, bool may_be_empty,
                      char *out, size_t size)
{
    const char *text = json_string_value(value);
    size_t length = json_string_length(value);

    if (!text) {
        input_fault(in, key, ERR_WRONG_TYPE);
        return;
    }
    while (length > 0 && (text[0] == ' ' || text[0] == '\n' || text[0] == '\t')) {
        text++;
        length--;
    }
    while (length > 0 &&
           (text[length - 1] == ' ' || text[length - 1] == '\n' || text[length - 1] == '\t'))
        length--;
    if (vietnamese_is_empty(text, length)) /* other blanks, and what prints nothing */
        length = 0;
    if ((length == 0 && !may_be_empty) || length >= size || has_control(text, length)) {
        input_fault(in, key, ERR_BAD_VALUE);
        return;
    }
    memcpy(out, text, length);
    out[length] = '\0';
}

void input_text(struct input *in, const char *key, bool required, char *out, size_t size)
{
    const json_t *value = member(in, key, required);

    out[0] = '\0';
    if (value)
        read_text(in, key, value, false, out, size);
}

void input_code(struct input *in, const char *key, bool required, char *out, size_t size)
{
    char code[INPUT_CODE_MAX + 1];

    input_text(in, key, required, code, sizeof code);
    const char *kept = strlen(code) < size ? code : "-";
    memcpy(out, kept, strlen(kept) + 1);
}

void input_free_text(struct input *in, const char *key, char *out, size_t size)
{
    const json_t *value = member(in, key, false);

    out[0] = '\0';
    if (value)
        read_text(in, key, value, true, out, size);
}

void input_needed_text(struct input *in, const char *key, char *out, size_t size)
{
    if (!input_has(in, key))
        input_fault(in, key, ERR_MISSING_FIELD);
    input_free_text(in, key, out, size);
}

int input_word(struct input *in, const char *key, bool required, const char *const *words)
{
    const json_t *value = member(in, key, required);
    const char *text = json_string_value(value);

    if (!value)
        return -1;
    if (!text) {
        input_fault(in, key, ERR_WRONG_TYPE);
        return -1;
    }
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    input_fault(in, key, ERR_BAD_VALUE);
    return -1;
}

void input_bool(struct input *in, const char *key, bool required, bool *out)
{
    const json_t *value = member(in, key, required);

    if (value && json_is_boolean(value))
        *out = json_is_true(value);
    else if (value)
        input_fault(in, key, ERR_WRONG_TYPE);
}

void input_int(struct input *in, const char *key, bool required, int64_t least, int64_t most,
               int64_t *out)
{
    const json_t *value = member(in, key, required);

    if (!value)
        return;
    if (!json_is_integer(value))
        input_fault(in, key, ERR_WRONG_TYPE);
    else if (json_integer_value(value) < least || json_integer_value(value) > most)
        input_fault(in, key, ERR_BAD_VALUE);
    else
        *out = json_integer_value(value);
}

void input_instant(struct input *in, const char *key, bool required, struct instant *out)
{
    const json_t *value = member(in, key, required);

    *out = instant_none();
    if (!value)
        return;
    if (!json_is_string(value))
        input_fault(in, key, ERR_WRONG_TYPE);
    else if (instant_parse(json_string_value(value), json_string_length(value), out) != ERR_OK)
        input_fault(in, key, ERR_BAD_VALUE);
}

bool input_date(struct input *in, const char *key, bool required, struct date *out)
{
    const json_t *value = member(in, key, required);

    if (!value)
        return false;
    if (!json_is_string(value))
        input_fault(in, key, ERR_WRONG_TYPE);
    else if (date_parse(json_string_value(value), json_string_length(value), out) != ERR_OK)
        input_fault(in, key, ERR_BAD_VALUE);
    else
        return true;
    return false;
}

int64_t input_id(struct input *in, const char *key, bool required, char letter)
{
    const json_t *value = member(in, key, required);
    const char *text = json_string_value(value);
    const int64_t id = text ? opaque_id_parse(letter, text) : 0;

    if (value && !text)
        input_fault(in, key, ERR_WRONG_TYPE);
    else if (value && id == 0)
        input_fault(in, key, ERR_BAD_VALUE);
    return id;
}

struct input input_object(struct input *in, const char *key, bool required)
{
    const json_t *value = member(in, key, required);
    struct input child = {.facts = in->facts};

    snprintf(child.pointer, sizeof child.pointer, "%.150s/%.40s", in->pointer, key);
    if (value && !json_is_object(value))
        input_fault(in, key, ERR_WRONG_TYPE);
    else
        child.object = value;
    return child;
}

const json_t *input_array(struct input *in, const char *key, bool required, size_t most)
{
    const json_t *value = member(in, key, required);

    if (!value)
        return NULL;
    if (!json_is_array(value)) {
        input_fault(in, key, ERR_WRONG_TYPE);
        return NULL;
    }
    if (json_array_size(value) > most) {
        input_fault(in, key, ERR_BAD_VALUE);
        return NULL;
    }
    return value;
}

struct input input_element(struct input *in, const char *key, const json_t *array, size_t index)
{
    const json_t *value = json_array_get(array, index);
    struct input child = {.facts = in->facts};

    snprintf(child.pointer, sizeof child.pointer, "%.130s/%.40s/%zu", in->pointer, key, index);
    if (json_is_object(value))
        child.object = value;
    else
        input_fault(&child, NULL, ERR_WRONG_TYPE);
    return child;
}

void input_element_text(struct input *in, const char *key, const json_t *array, size_t index,
                        char *out, size_t size)
{
    struct input child = {.facts = in->facts};

    snprintf(child.pointer, sizeof child.pointer, "%.130s/%.40s/%zu", in->pointer, key, index);
    out[0] = '\0';
    read_text(&child, NULL, json_array_get(array, index), false, out, size);
}

void input_close(struct input *in)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)in->object, key, value)
    {
        bool known = false;

        for (int i = 0; i < in->seen_count && !known; i++)
            known = strcmp(in->seen[i], key) == 0;
        if (!known)
            input_fault(in, key, ERR_UNKNOWN_FIELD);
    }
}

enum err input_end(struct input *in)
{
    input_close(in);
    return in->facts->fields.length ? ERR_FIELDS : ERR_OK;
}
