#include "printer/field.h"

#include <stdio.h>
#include <string.h>

#include "printer/text.h"

struct reading {
    struct pool *pool;
    const char *where;
    struct fault *fault;
};

/* Name the field at fault. Other than printable ASCII becomes '?', as the name may be hostile. */
static enum err refuse(const struct reading *reading, const char *name, enum err err)
{
    char *field = reading->fault->field;
    size_t length;

    reading->fault->err = err;
    snprintf(field, sizeof reading->fault->field, "%s%.48s", reading->where, name);
    length = strlen(field);
    if (length > 0 && field[length - 1] == '.')
        field[length - 1] = '\0';
    for (char *at = field; *at; at++)
        if (*at < ' ' || *at > '~')
            *at = '?';
    return err;
}

static enum err read_rows(const struct reading *reading, const struct field *field, json_t *value,
                          struct rows *out_rows)
{
    size_t count = json_array_size(value);
    char *at;

    if (count > field->most)
        return refuse(reading, field->name, ERR_BAD_VALUE);
    at = pool_alloc(reading->pool, count * field->row->size);
    if (!at)
        return ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        char where[96];
        enum err err;

        snprintf(where, sizeof where, "%s%s[%zu].", reading->where, field->name, i);
        err = fields_read(reading->pool, json_array_get(value, i), &field->row, 1, where,
                          at + i * field->row->size, reading->fault);
        if (err != ERR_OK)
            return err;
    }
    *out_rows = (struct rows){at, count};
    return ERR_OK;
}

static enum err read_text(const struct reading *reading, const struct field *field, json_t *value,
                          const char **out_text)
{
    enum err err = text_clean(reading->pool, json_string_value(value), json_string_length(value),
                              field->most, out_text);

    return err == ERR_BAD_VALUE ? refuse(reading, field->name, err) : err;
}

static bool type_fits(enum field_kind kind, const json_t *value)
{
    switch (kind) {
    case FIELD_TEXT:
    case FIELD_MOMENT:
        return json_is_string(value);
    case FIELD_BOOLEAN:
        return json_is_boolean(value);
    case FIELD_INTEGER:
        return json_is_integer(value);
    case FIELD_ROWS:
        return json_is_array(value);
    case FIELD_OBJECT:
        return json_is_object(value);
    }
    return false;
}

/* Put a value whose type fits into its place. */
static enum err read_value(const struct reading *reading, const struct field *field, json_t *value,
                           void *place)
{
    struct moment *moment = place;
    json_int_t integer;

    switch (field->kind) {
    case FIELD_TEXT:
        return read_text(reading, field, value, place);
    case FIELD_BOOLEAN:
        *(bool *)place = json_is_true(value);
        return ERR_OK;
    case FIELD_INTEGER:
        integer = json_integer_value(value);
        if (integer < 0 || integer > (json_int_t)field->most)
            return refuse(reading, field->name, ERR_BAD_VALUE);
        *(int *)place = (int)integer;
        return ERR_OK;
    case FIELD_MOMENT:
        if (instant_parse(json_string_value(value), json_string_length(value), &moment->at))
            return refuse(reading, field->name, ERR_BAD_VALUE);
        moment->given = true;
        return ERR_OK;
    case FIELD_ROWS:
        return read_rows(reading, field, value, place);
    case FIELD_OBJECT:
        *(json_t **)place = value;
        return ERR_OK;
    }
    return ERR_INTERNAL;
}

static bool is_empty(const struct field *field, const void *place)
{
    return (field->kind == FIELD_TEXT && !*(const char *const *)place) ||
           (field->kind == FIELD_ROWS && !((const struct rows *)place)->count);
}

static enum err read_field(const struct reading *reading, const struct field *field, json_t *object,
                           void *place)
{
    json_t *value = json_object_get(object, field->name);
    enum err err;

    if (field->kind == FIELD_INTEGER)
        *(int *)place = -1;
    if (!value || json_is_null(value))
        return field->required ? refuse(reading, field->name, ERR_MISSING_FIELD) : ERR_OK;
    if (!type_fits(field->kind, value))
        return refuse(reading, field->name, ERR_WRONG_TYPE);
    err = read_value(reading, field, value, place);
    if (err != ERR_OK)
        return err;
    if (field->required && is_empty(field, place))
        return refuse(reading, field->name, ERR_MISSING_FIELD);
    return ERR_OK;
}

static bool is_known(const struct field_set *const *sets, size_t set_count, const char *name)
{
    for (size_t s = 0; s < set_count; s++)
        for (size_t i = 0; i < sets[s]->count; i++)
            if (strcmp(sets[s]->fields[i].name, name) == 0)
                return true;
    return false;
}

enum err fields_read(struct pool *pool, json_t *object, const struct field_set *const *sets,
                     size_t set_count, const char *where, void *out, struct fault *out_fault)
{
    const struct reading reading = {pool, where, out_fault};
    const char *name;
    json_t *value;

    if (!json_is_object(object))
        return refuse(&reading, "", ERR_WRONG_TYPE);
    json_object_foreach(object, name, value)
    {
        if (!is_known(sets, set_count, name))
            return refuse(&reading, name, ERR_UNKNOWN_FIELD);
    }
    for (size_t s = 0; s < set_count; s++)
        for (size_t i = 0; i < sets[s]->count; i++) {
            const struct field *field = &sets[s]->fields[i];
            enum err err = read_field(&reading, field, object, (char *)out + field->offset);

            if (err != ERR_OK)
                return err;
        }
    return ERR_OK;
}
