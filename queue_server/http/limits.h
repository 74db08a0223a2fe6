/*
 * The limits of the HTTP layer: every quantity that a client controls has one (R-750 .. R-764).
 *
 * Pure. Sizes are bytes, times are milliseconds. A time is the total for its phase, not the time
 * between two reads: a client that sends one byte now and then gains nothing. Times are counted by
 * the listener's own timer, so they run up to a quarter of a second late, and they stand still
 * while the loop does: a server that was stopped for a while does not blame its clients.
 */
#ifndef HTTP_LIMITS_H
#define HTTP_LIMITS_H

#include <stdbool.h>
#include <stdint.h>

struct http_limits {
    uint32_t max_header;                  /* request target, field names and values; else 431 */
    uint32_t max_body;                    /* request body; else 413 */
    uint64_t max_held;                    /* requests of all connections together; else 503 */
    uint32_t header_ms;                   /* connect or first byte .. end of the header; 408 */
    uint32_t body_ms;                     /* end of the header .. end of the body; 408 */
    uint32_t idle_ms;                     /* between two requests, or without output progress */
    uint32_t drain_ms;                    /* after a last reply: read and drop for so long */
    uint32_t max_connections;             /* of this listener; the next ones get 503 */
    uint32_t max_connections_per_address; /* IPv4 address or IPv6 /64; 0 = no such limit */
    bool loopback_is_one_address;         /* false: 127.0.0.0/8 and ::1 are not counted */
    bool behind_proxy;                    /* believe a proxy on this machine whom it speaks for */
    uint32_t max_streams;                 /* open event streams */
    uint32_t max_unsent;                  /* output that waits for one slow reader */
};

/*
 * The limits of a commune's one-stop shop (docs/rules.md R-750 .. R-764): 16 KiB of header in 10 s,
 * 1 MiB of body in 30 s, 64 MiB of requests in all, 60 s idle, 2 s of drain, 4096 connections,
 * 256 per address but none for loopback (a proxy on the same machine is one address), 2000 streams,
 * 256 KiB unsent. The caller keeps max_connections well below the process's limit of open files.
 */
struct http_limits http_limits_default(void);

#endif
