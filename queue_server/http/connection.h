/*
 * One client connection, as the handler sees it (http/listener.h tells how long it may be used).
 *
 * Loop thread only.
 */
#ifndef HTTP_CONNECTION_H
#define HTTP_CONNECTION_H

#include <stdbool.h>

struct http_connection;

/*
 * Keep `user` (not owned) with the request until its reply, the end of its stream, or gone().
 * A handler that returns without a reply must have set one, or it never hears of a lost client.
 */
void http_connection_set_user(struct http_connection *c, void *user);

/* What http_connection_set_user kept, or NULL. */
void *http_connection_user(const struct http_connection *c);

/*
 * The client's address in text, without its port ("192.0.2.7", "2001:db8::1"); "" if unknown.
 * With limits.behind_proxy and a connection from this machine it is the last address of the
 * request's X-Forwarded-For, the one that the proxy itself has seen. Valid as long as the
 * texts of the request.
 */
const char *http_connection_peer(const struct http_connection *c);

/* Whether the client speaks TLS with the proxy that asks for it; else false. */
bool http_connection_is_secure(const struct http_connection *c);

#endif
