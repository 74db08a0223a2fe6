#include "counter_client/terminal/form.h"

#include "counter_client/terminal/json_path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void form_init(struct form *form)
{
    memset(form, 0, sizeof *form);
}

void form_release(struct form *form)
{
    for (int i = 0; i < form->count; i++) {
        free(form->fields[i].choices);
        if (form->fields[i].kind == FIELD_SECRET)
            explicit_bzero(&form->fields[i].line, sizeof form->fields[i].line);
    }
    form->count = form->focus = 0;
}

struct field *form_add(struct form *form, enum field_kind kind, struct said label, const char *name)
{
    struct field *field;

    if (form->count == FIELDS_MAX)
        return NULL;
    field = &form->fields[form->count++];
    memset(field, 0, sizeof *field);
    field->kind = kind;
    field->label = label;
    snprintf(field->name, sizeof field->name, "%s", name);
    return field;
}

bool form_add_choice(struct form *form, const char *value, const char *text)
{
    struct field *field = &form->fields[form->count - 1];
    struct choice *more =
        realloc(field->choices, (size_t)(field->choice_count + 1) * sizeof *field->choices);

    if (!more)
        return false;
    field->choices = more;
    snprintf(more[field->choice_count].value, CHOICE_SIZE, "%s", value);
    snprintf(more[field->choice_count].text, CHOICE_TEXT_SIZE, "%s", text);
    field->choice_count++;
    return true;
}

bool form_add_words(struct form *form, enum vocabulary vocabulary, enum language language)
{
    const char *word;

    for (int i = 0; (word = word_at(vocabulary, i)) != NULL; i++) {
        if (!form_add_choice(form, word, word_said(vocabulary, word, language)))
            return false;
    }
    return true;
}

static bool choose(struct field *field, struct input_key key)
{
    int step = 0;

    if (key.code == INPUT_RIGHT || (key.code == INPUT_CHARACTER && key.value == ' '))
        step = 1;
    else if (key.code == INPUT_LEFT)
        step = field->choice_count - 1;
    else
        return false;
    if (field->choice_count > 0)
        field->chosen = (field->chosen + step) % field->choice_count;
    return true;
}

bool form_key(struct form *form, struct input_key key)
{
    struct field *field = &form->fields[form->focus];

    if (form->count == 0)
        return false;
    if (key.code == INPUT_TAB || key.code == INPUT_DOWN)
        form->focus = (form->focus + 1) % form->count;
    else if (key.code == INPUT_BACK_TAB || key.code == INPUT_UP)
        form->focus = (form->focus + form->count - 1) % form->count;
    else if (field->kind == FIELD_CHOICE)
        return choose(field, key);
    else
        return line_edit_key(&field->line, key);
    return true;
}

/* -1: the form has no such field. */
static int field_index(const struct form *form, const char *name)
{
    for (int i = 0; i < form->count; i++) {
        if (strcmp(form->fields[i].name, name) == 0)
            return i;
    }
    return -1;
}

static const char *field_value(const struct field *field)
{
    if (field->kind != FIELD_CHOICE)
        return field->line.text;
    return field->choice_count > 0 ? field->choices[field->chosen].value : "";
}

const char *form_value(const struct form *form, const char *name)
{
    int index = field_index(form, name);

    return index >= 0 ? field_value(&form->fields[index]) : NULL;
}

enum { DATE_ROOM = 40 };

/* A date as it is sent, from day, month and year of four digits parted by "/", "-" or "."; other
 * text as it is. */
static const char *date_sent(const char *text, char out_date[DATE_ROOM])
{
    int parts[3] = {0};
    const char *c = text;

    for (int i = 0; i < 3; i++) {
        int digits = 0;

        for (; *c >= '0' && *c <= '9' && digits < 4; c++, digits++)
            parts[i] = parts[i] * 10 + (*c - '0');
        if (i == 2 ? digits != 4 || *c : digits < 1 || digits > 2 || !*c || !strchr("/-.", *c))
            return text;
        c += i < 2;
    }
    snprintf(out_date, DATE_ROOM, "%04d-%02d-%02d", parts[2], parts[1], parts[0]);
    return out_date;
}

/* The reverse: 1990-08-15 as people write it, other text as it is. */
static const char *date_written(const char *text, char out_date[DATE_ROOM])
{
    if (strlen(text) != strlen("1990-08-15") || text[4] != '-' || text[7] != '-')
        return text;
    snprintf(out_date, DATE_ROOM, "%.2s/%.2s/%.4s", text + 8, text + 5, text);
    return out_date;
}

bool form_set(struct form *form, const char *name, const char *value)
{
    int index = field_index(form, name);
    char date[DATE_ROOM];
    struct field *field;

    if (index < 0)
        return false;
    field = &form->fields[index];
    if (field->kind != FIELD_CHOICE) {
        line_edit_set(&field->line, field->kind == FIELD_DATE ? date_written(value, date) : value);
        return true;
    }
    for (int i = 0; i < field->choice_count; i++) {
        if (strcmp(field->choices[i].value, value) == 0) {
            field->chosen = i;
            return true;
        }
    }
    return false;
}

/* "items[]" adds to the list `items`. */
static bool put(json_t *body, const char *name, const char *value)
{
    size_t length = strlen(name);
    char list_name[FIELD_NAME_SIZE];
    json_t *list;

    if (length < 3 || strcmp(name + length - 2, "[]") != 0)
        return json_set_at(body, name, json_string(value));
    memcpy(list_name, name, length - 2);
    list_name[length - 2] = '\0';
    list = json_object_get(body, list_name);
    if (!list && !json_set_at(body, list_name, json_array()))
        return false;
    return json_array_append_new(json_object_get(body, list_name), json_string(value)) == 0;
}

/* Digits only; anything else is sent as it is, and the server says what is wrong with it. */
static bool is_number(const char *value)
{
    const size_t length = strlen(value);

    return length > 0 && length <= 15 && strspn(value, "0123456789") == length;
}

/* A number; of a row {"row": n} is added to the list of the field. */
static bool put_number(json_t *body, const struct field *field, json_int_t number)
{
    if (field->kind == FIELD_NUMBER)
        return json_set_at(body, field->name, json_integer(number));
    if (!json_object_get(body, field->name) && !json_set_at(body, field->name, json_array()))
        return false;
    return json_array_append_new(json_object_get(body, field->name),
                                 json_pack("{s:I}", "row", number)) == 0;
}

bool form_fill(const struct form *form, json_t *body)
{
    for (int i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const char *value = field_value(field);
        char date[DATE_ROOM];

        if (field->kind == FIELD_DATE)
            value = date_sent(value, date);
        if (is_number(value) && (field->kind == FIELD_NUMBER || field->kind == FIELD_ROW)) {
            if (!put_number(body, field, strtoll(value, NULL, 10)))
                return false;
            continue;
        }
        if (field->name[0] != '\0' && value[0] != '\0' && !put(body, field->name, value))
            return false;
    }
    return true;
}

const struct field *form_point(struct form *form, const char *pointer)
{
    char name[FIELD_NAME_SIZE];

    if (pointer[0] != '/')
        return NULL;
    snprintf(name, sizeof name, "%s", pointer + 1);
    for (char *c = name; *c; c++) {
        if (*c == '/')
            *c = '.';
    }
    for (int i = 0; i < form->count; i++) {
        const char *own = form->fields[i].name;
        size_t length = strcspn(own, "[");

        if (own[0] && strncmp(own, name, length) == 0 &&
            (name[length] == '\0' || (own[length] == '[' && name[length] == '.'))) {
            form->focus = i;
            return &form->fields[i];
        }
    }
    return NULL;
}
