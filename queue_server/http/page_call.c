#include "http/page_call.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "http/call_input.h"
#include "http/decode.h"
#include "http/request.h"
#include "page/routes.h"

enum language page_call_language(const struct http_connection *c)
{
    const char *asked = http_request_query(c, "lang");

    if (asked && strcmp(asked, "en") == 0)
        return LANGUAGE_EN;
    return asked && strcmp(asked, "vi") == 0 ? LANGUAGE_VI : call_input_language(c);
}

enum err page_call_query(struct api_call *call, const struct http_connection *c)
{
    size_t count;
    const struct http_parameter *parameters = http_request_parameters(c, &count);

    call->queries = json_object();
    if (!call->queries)
        return ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const struct http_parameter *given = &parameters[i];

        if (!call_input_listed(call->route->query, given->name) || !given->value[0] ||
            strlen(given->value) > PAGE_QUERY_MAX || json_object_get(call->queries, given->name))
            continue;
        if (json_object_set_new(call->queries, given->name, json_string(given->value)) != 0)
            return ERR_NO_MEMORY;
    }
    return ERR_OK;
}

/* Add one field, decoded in place, to those of its name. */
static enum err add_field(json_t *fields, char *name, char *value, size_t length)
{
    json_t *values;

    if (!http_decode(name, strlen(name), HTTP_DECODE_FORM) ||
        !http_decode(value, length, HTTP_DECODE_FORM))
        return ERR_MALFORMED;
    values = json_object_get(fields, name);
    if (!values) {
        values = json_array();
        if (json_object_set_new(fields, name, values) != 0)
            return ERR_NO_MEMORY;
    }
    return json_array_append_new(values, json_string(value)) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

/* Take a form apart; its bytes are spoilt. */
static enum err read_fields(char *form, size_t length, json_t *fields)
{
    enum err err = ERR_OK;

    for (char *at = form, *end = form + length; err == ERR_OK && at < end;) {
        char *stop = memchr(at, '&', (size_t)(end - at));
        stop = stop ? stop : end;
        char *equals = memchr(at, '=', (size_t)(stop - at));

        *stop = '\0';
        if (equals) {
            *equals = '\0';
            err = add_field(fields, at, equals + 1, (size_t)(stop - equals - 1));
        }
        at = stop + 1;
    }
    return err;
}

static bool is_form(const char *type)
{
    static const char form[] = "application/x-www-form-urlencoded";

    return type && strncasecmp(type, form, sizeof form - 1) == 0 &&
           strchr(" ;", type[sizeof form - 1]) != NULL;
}

enum err page_call_body(struct api_call *call, const struct http_connection *c)
{
    size_t length;
    const char *body = http_request_body(c, &length);
    enum err err = ERR_NO_MEMORY;

    if (!(call->route->flags & ROUTE_BODY))
        return length == 0 ? ERR_OK : ERR_MALFORMED;
    if (!is_form(http_request_header(c, "content-type")))
        return ERR_MEDIA_TYPE;
    if (length > PAGE_FORM_MAX)
        return ERR_TOO_LARGE;
    char *form = malloc(length + 1);
    json_t *fields = json_object();
    if (form && fields) {
        memcpy(form, body, length);
        form[length] = '\0';
        err = read_fields(form, length, fields);
    }
    if (err == ERR_OK) {
        call->body = page_body_of_form(fields);
        err = call->body ? ERR_OK : ERR_NO_MEMORY;
    }
    json_decref(fields);
    free(form);
    return err;
}
