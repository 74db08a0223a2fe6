#include "http/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

static const uint8_t mapped_prefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

/* The 16 bytes of an address, IPv4 in its mapped form; all zero for another family. */
static void address_bytes(const struct sockaddr *address, uint8_t out[16])
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;

    memset(out, 0, 16);
    if (address->sa_family == AF_INET) {
        memcpy(&v4, address, sizeof v4);
        memcpy(out, mapped_prefix, sizeof mapped_prefix);
        memcpy(out + sizeof mapped_prefix, &v4.sin_addr, 4);
    } else if (address->sa_family == AF_INET6) {
        memcpy(&v6, address, sizeof v6);
        memcpy(out, &v6.sin6_addr, 16);
    }
}

static bool is_mapped(const uint8_t bytes[16])
{
    return memcmp(bytes, mapped_prefix, sizeof mapped_prefix) == 0;
}

void http_address_key(const struct sockaddr *address, uint8_t out_key[16])
{
    address_bytes(address, out_key);
    if (!is_mapped(out_key))
        memset(out_key + 8, 0, 8);
}

bool http_address_is_loopback(const struct sockaddr *address)
{
    static const uint8_t v6_loopback[16] = {[15] = 1};
    uint8_t bytes[16];

    address_bytes(address, bytes);
    if (is_mapped(bytes))
        return bytes[12] == 127;
    return memcmp(bytes, v6_loopback, 16) == 0;
}

void http_address_text(const struct sockaddr *address, char *out_text, uint32_t size)
{
    uint8_t bytes[16];

    out_text[0] = 0;
    if (address->sa_family != AF_INET && address->sa_family != AF_INET6)
        return;
    address_bytes(address, bytes);
    if (is_mapped(bytes))
        inet_ntop(AF_INET, bytes + sizeof mapped_prefix, out_text, size);
    else
        inet_ntop(AF_INET6, bytes, out_text, size);
}

static struct http_address **bucket_of(struct http_addresses *addresses, const uint8_t key[16])
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (int i = 0; i < 16; i++)
        hash = (hash ^ key[i]) * 16777619u;
    return &addresses->buckets[(hash ^ hash >> 16) % HTTP_ADDRESS_BUCKETS];
}

struct http_address *http_addresses_enter(struct http_addresses *addresses, const uint8_t key[16])
{
    struct http_address **bucket = bucket_of(addresses, key);
    struct http_address *entry = *bucket;

    while (entry && memcmp(entry->key, key, 16) != 0)
        entry = entry->next;
    if (!entry) {
        entry = calloc(1, sizeof *entry);
        if (!entry)
            return NULL;
        memcpy(entry->key, key, 16);
        entry->next = *bucket;
        *bucket = entry;
    }
    entry->count++;
    return entry;
}

void http_addresses_leave(struct http_addresses *addresses, struct http_address *entry)
{
    struct http_address **at;

    if (!entry || --entry->count > 0)
        return;
    at = bucket_of(addresses, entry->key);
    while (*at != entry)
        at = &(*at)->next;
    *at = entry->next;
    free(entry);
}
