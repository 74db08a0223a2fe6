/*
 * How many connections each client address has.
 *
 * An IPv4 address is one client; so is an IPv6 /64, because one host usually owns all of it.
 * Loop thread only. Never more entries than open connections.
 */
#ifndef HTTP_ADDRESS_H
#define HTTP_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

enum { HTTP_ADDRESS_BUCKETS = 1024 };

struct http_address {
    struct http_address *next;
    uint32_t count; /* connections */
    uint8_t key[16];
};

struct http_addresses {
    struct http_address *buckets[HTTP_ADDRESS_BUCKETS];
};

/* The key of a socket address: ::ffff:a.b.c.d for IPv4 in either form, else the /64. */
void http_address_key(const struct sockaddr *address, uint8_t out_key[16]);

/* True for 127.0.0.0/8 and ::1. */
bool http_address_is_loopback(const struct sockaddr *address);

/* Write the address without port; "" for another family. `size` >= INET6_ADDRSTRLEN. */
void http_address_text(const struct sockaddr *address, char *out_text, uint32_t size);

/* Count one connection more; returns the entry, or NULL when there is no memory. */
struct http_address *http_addresses_enter(struct http_addresses *addresses, const uint8_t key[16]);

/* Count one connection less; `entry` may be NULL. The last one frees the entry. */
void http_addresses_leave(struct http_addresses *addresses, struct http_address *entry);

#endif
