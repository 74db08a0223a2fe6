/*
 * The server: built bottom-up, closed top-down; it alone knows every part.
 *
 *     store -> office -> api -> live -> listener          opening
 *     listener -> live -> store                           closing, on SIGTERM or SIGINT
 */
#ifndef SERVER_H
#define SERVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct server_options {
    const char *folder;       /* data folder */
    const char *host;         /* to listen on */
    int port;                 /* 0: any free one */
    const char *metrics_host; /* NULL: /metrics is on the main listener */
    int metrics_port;
    bool behind_proxy;   /* a proxy on this machine says whom it speaks for */
    const char *printer; /* the printer program; NULL: beside this one */
    const char *web;     /* folder of the built screens; NULL: beside this one, if it is there */
    int readers;
    uint32_t scan_max;   /* bytes that one scan may have */
    const char *scanner; /* folder that an office scanner writes into; NULL: none */
};

/*
 * Serve until a signal ends it. Prints "listening on http://HOST:PORT" when ready.
 *
 * Returns the exit status: 0 after a clean stop, 1 when it could not start (a message says why).
 */
int server_run(const struct server_options *options);

#endif
