#include "http/request.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

#include "http/connection.h"
#include "http/internal.h"

const char *http_request_method(const struct http_connection *c)
{
    return llhttp_method_name((llhttp_method_t)c->parser.method);
}

const char *http_request_path(const struct http_connection *c)
{
    return c->path ? c->path : "";
}

const struct http_parameter *http_request_parameters(const struct http_connection *c,
                                                     size_t *out_count)
{
    *out_count = c->parameter_count;
    return c->parameters;
}

const char *http_request_query(const struct http_connection *c, const char *name)
{
    for (size_t i = 0; i < c->parameter_count; i++)
        if (strcmp(c->parameters[i].name, name) == 0)
            return c->parameters[i].value;
    return NULL;
}

/*
 * The value of the next field of that name, or NULL. `*at` is the offset to go on from, 0 at first.
 * A name whose value has not come yet (the header is being read) is the last piece: it ends the
 * list.
 */
static const char *next_field(const struct http_connection *c, const char *name, size_t *at)
{
    const char *bytes = c->head.bytes;
    size_t from = *at > 0 ? *at : c->fields_at;

    if (c->fields_at == 0)
        return NULL;
    while (from < c->head.length) {
        const char *field = bytes + from;
        const size_t value_at = from + strlen(field) + 1;

        if (value_at > c->head.length)
            return NULL;
        from = value_at + strlen(bytes + value_at) + 1;
        if (strcasecmp(field, name) == 0) {
            *at = from;
            return bytes + value_at;
        }
    }
    return NULL;
}

const char *http_request_header(const struct http_connection *c, const char *name)
{
    size_t at = 0;

    return next_field(c, name, &at);
}

size_t http_request_header_count(const struct http_connection *c, const char *name)
{
    size_t at = 0;
    size_t count = 0;

    while (next_field(c, name, &at))
        count++;
    return count;
}

/* The cookie `name` in one Cookie field ("a=1; b=2"): its value and *out_length, or NULL. */
static const char *find_cookie(const char *field, const char *name, size_t *out_length)
{
    const size_t name_length = strlen(name);

    while (*field) {
        const size_t length = strcspn(field, ";");

        if (length > name_length && field[name_length] == '=' &&
            strncmp(field, name, name_length) == 0) {
            size_t end = length;

            while (end > name_length + 1 && (field[end - 1] == ' ' || field[end - 1] == '\t'))
                end--;
            *out_length = end - name_length - 1;
            return field + name_length + 1;
        }
        field += length;
        field += strspn(field, "; \t");
    }
    return NULL;
}

bool http_request_cookie(const struct http_connection *c, const char *name, char *out_value,
                         size_t size)
{
    size_t at = 0;
    const char *field;

    while ((field = next_field(c, "cookie", &at)) != NULL) {
        size_t length;
        const char *value = find_cookie(field, name, &length);

        if (!value)
            continue;
        if (length >= size)
            return false;
        memcpy(out_value, value, length);
        out_value[length] = 0;
        return true;
    }
    return false;
}

const char *http_request_body(const struct http_connection *c, size_t *out_length)
{
    *out_length = c->body.length;
    return c->body.bytes ? c->body.bytes : "";
}

void http_connection_set_user(struct http_connection *c, void *user)
{
    c->user = user;
}

void *http_connection_user(const struct http_connection *c)
{
    return c->user;
}

/* Whether a proxy of this machine speaks for the client. */
static bool is_forwarded(const struct http_connection *c)
{
    return c->listener->limits.behind_proxy && c->from_loopback;
}

const char *http_connection_peer(const struct http_connection *c)
{
    const char *forwarded = http_request_header(c, "x-forwarded-for");
    uint8_t address[sizeof(struct in6_addr)];

    if (!forwarded || !is_forwarded(c) || http_request_header_count(c, "x-forwarded-for") != 1)
        return c->peer;
    const char *comma = strrchr(forwarded, ','); /* what stands before it the client itself said */
    if (comma)
        forwarded = comma + 1 + strspn(comma + 1, " \t");
    return inet_pton(AF_INET, forwarded, address) == 1 ||
                   inet_pton(AF_INET6, forwarded, address) == 1
               ? forwarded
               : c->peer;
}

bool http_connection_is_secure(const struct http_connection *c)
{
    const char *scheme = http_request_header(c, "x-forwarded-proto");

    return scheme && is_forwarded(c) && http_request_header_count(c, "x-forwarded-proto") == 1 &&
           strcmp(scheme, "https") == 0;
}
