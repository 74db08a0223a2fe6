#include "http/limits.h"

struct http_limits http_limits_default(void)
{
    return (struct http_limits){
        .max_header = 16 << 10,             /* */
        .max_body = 1 << 20,                /* */
        .max_held = 64 << 20,               /* */
        .header_ms = 10 * 1000,             /* */
        .body_ms = 30 * 1000,               /* */
        .idle_ms = 60 * 1000,               /* */
        .drain_ms = 2 * 1000,               /* */
        .max_connections = 4096,            /* */
        .max_connections_per_address = 256, /* */
        .loopback_is_one_address = false,
        .behind_proxy = false,
        .max_streams = 2000,     /* */
        .max_unsent = 256 << 10, /* */
    };
}
