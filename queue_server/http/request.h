/*
 * What a request says. Valid from request() until its reply, in the loop thread; the texts belong
 * to the connection and end with a NUL.
 *
 * The request target was checked before the handler saw it: the path begins with '/' (or is
 * "*" for OPTIONS), its escapes are decoded, and path, names and values are UTF-8 without control
 * characters.
 */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

struct http_connection;

enum { HTTP_MAX_PARAMETERS = 64 }; /* */

struct http_parameter {
    const char *name;
    const char *value; /* "" when the query has no '=' */
};

/* "GET", "POST", ... */
const char *http_request_method(const struct http_connection *c);

/* The decoded path without the query; "" before the header is complete. */
const char *http_request_path(const struct http_connection *c);

/* The parameters of the query in their order; *out_count is 0 .. HTTP_MAX_PARAMETERS. */
const struct http_parameter *http_request_parameters(const struct http_connection *c,
                                                     size_t *out_count);

/* The value of the first parameter of that name (case matters), or NULL. */
const char *http_request_query(const struct http_connection *c, const char *name);

/* The value of the first field of that name (case does not matter), or NULL; no blanks around it.
 */
const char *http_request_header(const struct http_connection *c, const char *name);

/* How many fields have that name: what may be given once only must be asked. */
size_t http_request_header_count(const struct http_connection *c, const char *name);

/*
 * Copy the value of the first cookie of that name, not decoded, to `out_value` (`size` bytes, with
 * its NUL). False, and nothing is written, when there is none or it does not fit.
 */
bool http_request_cookie(const struct http_connection *c, const char *name, char *out_value,
                         size_t size);

/* The body, never NULL, with a NUL behind its *out_length bytes (which may contain NULs). */
const char *http_request_body(const struct http_connection *c, size_t *out_length);

#endif
