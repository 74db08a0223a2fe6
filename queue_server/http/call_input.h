/*
 * What every call takes from its request: who asks, language, query, key, version, body.
 *
 * Loop thread only. Each returns ERR_OK or the refusal. Rules R-710..R-716.
 */
#ifndef HTTP_CALL_INPUT_H
#define HTTP_CALL_INPUT_H

#include "api/call.h"

struct http_connection;

/* English when Accept-Language prefers it, else Vietnamese. */
enum language call_input_language(const struct http_connection *c);

/*
 * Who asks: the bearer token, else the cookie of a session. A cookie request that changes something
 * must come from this server's own pages.
 *
 * Returns ERR_OK, ERR_UNAUTHENTICATED (unless the route is public), ERR_CROSS_SITE.
 */
enum err call_input_actor(struct api_call *call, const struct http_connection *c);

/* True when `name` stands in the list, whose names are parted by commas. */
bool call_input_listed(const char *list, const char *name);

/* Only the parameters that the route knows, each once. ERR_UNKNOWN_PARAMETER, ERR_BAD_PARAMETER. */
enum err call_input_query(struct api_call *call, const struct http_connection *c);

/* The Idempotency-Key of a route that takes one, 8..128 visible characters, and the digest of what
 * it stands for. ERR_KEY_MISSING. */
enum err call_input_key(struct api_call *call, const struct http_connection *c);

/* Counter-Seat, which any request may carry: 8..64 visible characters. ERR_BAD_PARAMETER. R-923. */
enum err call_input_seat(struct api_call *call, const struct http_connection *c);

/* If-Match: "<version>", or After-Key; the use case refuses when there is neither, after it has
 * found the thing and the right to change it. ERR_BAD_PARAMETER. */
enum err call_input_version(struct api_call *call, const struct http_connection *c);

/* The body as a JSON object. ERR_MEDIA_TYPE, ERR_MALFORMED, ERR_WRONG_TYPE (not an object). */
enum err call_input_body(struct api_call *call, const struct http_connection *c);

#endif
