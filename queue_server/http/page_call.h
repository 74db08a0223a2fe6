/*
 * A request for a page of citizens as a call of the API, and its answer as HTML. Loop thread only.
 *
 * What differs from a call of the API: the language may stand in the address, which may hold what
 * nobody knows (search engines and messengers add to links), and a body is a form. Rules R-973,
 *
 */
#ifndef HTTP_PAGE_CALL_H
#define HTTP_PAGE_CALL_H

#include "api/call.h"

struct http_connection;

enum { PAGE_FORM_MAX = 4096, PAGE_QUERY_MAX = 200 };

/* `lang=en` or `lang=vi` of the address, else Accept-Language. */
enum language page_call_language(const struct http_connection *c);

/* The parameters that the route knows, empty ones and those above PAGE_QUERY_MAX bytes left out; of
 * those that stand there twice the first. ERR_OK, ERR_NO_MEMORY. */
enum err page_call_query(struct api_call *call, const struct http_connection *c);

/* A form as the JSON body that the API's route takes. ERR_OK, ERR_MEDIA_TYPE, ERR_TOO_LARGE,
 * ERR_MALFORMED, ERR_NO_MEMORY. */
enum err page_call_body(struct api_call *call, const struct http_connection *c);

#endif
