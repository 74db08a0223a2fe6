#include "counter_client/terminal/json_path.h"

#include <string.h>

enum { NAME_SIZE = 64 };

/* The first name of a path into `name`; the rest of the path, NULL after the last name. */
static const char *path_step(const char *path, char name[NAME_SIZE])
{
    const char *dot = strchr(path, '.');
    size_t length = dot ? (size_t)(dot - path) : strlen(path);

    if (length >= NAME_SIZE)
        length = NAME_SIZE - 1;
    memcpy(name, path, length);
    name[length] = '\0';
    return dot ? dot + 1 : NULL;
}

const json_t *json_at(const json_t *json, const char *path)
{
    char name[NAME_SIZE];

    if (path[0] == '\0')
        return json;
    while (path && json) {
        path = path_step(path, name);
        json = json_object_get(json, name);
    }
    return json_is_null(json) ? NULL : json;
}

const char *json_text_at(const json_t *json, const char *path)
{
    return json_string_value(json_at(json, path));
}

int64_t json_int_at(const json_t *json, const char *path, int64_t fallback)
{
    const json_t *value = json_at(json, path);

    return json_is_integer(value) ? json_integer_value(value) : fallback;
}

bool json_true_at(const json_t *json, const char *path)
{
    return json_is_true(json_at(json, path));
}

bool json_set_at(json_t *object, const char *path, json_t *value)
{
    char name[NAME_SIZE];

    while ((path = path_step(path, name)) != NULL) {
        json_t *inner = json_object_get(object, name);

        if (!inner) {
            inner = json_object();
            if (json_object_set_new(object, name, inner) != 0)
                break;
        }
        object = inner;
    }
    if (!path && json_is_object(object))
        return json_object_set_new(object, name, value) == 0;
    json_decref(value);
    return false;
}
