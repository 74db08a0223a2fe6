/*
 * One client connection, as the handler sees it (http/listener.h tells how long it may be used).
 *
 * Loop thread only.
 */
#ifndef HTTP_CONNECTION_H
#define HTTP_CONNECTION_H

struct http_connection;

/*
 * Keep `user` (not owned) with the request until its reply, the end of its stream, or gone().
 * A handler that returns without a reply must have set one, or it never hears of a lost client.
 */
void http_connection_set_user(struct http_connection *c, void *user);

/* What http_connection_set_user kept, or NULL. */
void *http_connection_user(const struct http_connection *c);

/* The client's address in text, without its port ("192.0.2.7", "2001:db8::1"); "" if unknown. */
const char *http_connection_peer(const struct http_connection *c);

#endif
