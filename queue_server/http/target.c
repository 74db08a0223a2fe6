/* The request target: its path and the parameters of its query. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "http/decode.h"
#include "http/internal.h"

/*
 * The path of an absolute target ("http://host/path"), NULL when it is none or when it names
 * another host than the Host field does: a proxy in front may have decided by the other one.
 */
static char *absolute_path(struct http_connection *c, char *target)
{
    const char *host = http_request_header(c, "host");
    char *authority;
    size_t length;

    if (strncasecmp(target, "http://", 7) == 0)
        authority = target + 7;
    else if (strncasecmp(target, "https://", 8) == 0)
        authority = target + 8;
    else
        return NULL;
    length = strcspn(authority, "/?");
    if (!host || length == 0 || strlen(host) != length || strncasecmp(host, authority, length) != 0)
        return NULL;
    if (authority[length] == '/')
        return authority + length;
    authority[length - 1] = '/'; /* no path: the host's last letter makes room for it */
    return authority + length - 1;
}

/* Split and decode `query`, which the head of `c` owns. */
static enum err read_parameters(struct http_connection *c, char *query)
{
    size_t pieces = 1;

    for (const char *at = query; *at; at++)
        pieces += *at == '&';
    if (pieces > HTTP_MAX_PARAMETERS)
        return ERR_MALFORMED;
    c->parameters = calloc(pieces, sizeof *c->parameters);
    if (!c->parameters)
        return ERR_NO_MEMORY;
    for (char *name = query, *next; name; name = next) {
        char *value;

        next = strchr(name, '&');
        if (next)
            *next++ = 0;
        if (!*name)
            continue;
        value = name + strcspn(name, "=");
        if (*value)
            *value++ = 0;
        if (!http_decode(value, strlen(value), HTTP_DECODE_FORM) ||
            !http_decode(name, strlen(name), HTTP_DECODE_FORM))
            return ERR_MALFORMED;
        c->parameters[c->parameter_count++] = (struct http_parameter){name, value};
    }
    return ERR_OK;
}

enum err http_target_read(struct http_connection *c)
{
    char *path = c->head.bytes;
    char *query;

    if (strchr(path, '#'))
        return ERR_MALFORMED;
    if (path[0] != '/' && !(c->parser.method == HTTP_OPTIONS && strcmp(path, "*") == 0))
        path = absolute_path(c, path);
    if (!path)
        return ERR_MALFORMED;
    query = strchr(path, '?');
    if (query) {
        enum err err;

        *query++ = 0;
        err = read_parameters(c, query);
        if (err)
            return err;
    }
    if (!http_decode(path, strlen(path), HTTP_DECODE_PATH))
        return ERR_MALFORMED;
    c->path = path;
    return ERR_OK;
}
