/*
 * The printer program as a child process: lines in, lines out, and its end. Loop thread only.
 *
 *     started -> (lines) -> input ended, or killed, or it dies -> gone()
 *
 * gone() is called once, when the process has ended and everything it said was given to line(); the
 * child is freed after it. The child gets a session of its own, so that a Ctrl-C meant for the
 * server does not cut a sheet in half, and a lower priority, so that pages do not slow the counters
 * down.
 */
#ifndef LIVE_PRINTER_CHILD_H
#define LIVE_PRINTER_CHILD_H

#include <uv.h>

#include "base/text.h"

enum {
    PRINTER_LINE_MAX = 64 << 10,  /* of what the program says */
    PRINTER_UNSENT_MAX = 32 << 20 /* that wait for it to read */
};

struct printer_child;

struct printer_child_owner {
    /* A line without its line feed, NUL-terminated; borrowed. */
    void (*line)(const char *line, size_t length, void *data);
    void (*gone)(void *data);
    void *data;
};

/*
 * Start `path serve` (path borrowed; looked up in PATH when it has no slash).
 *
 * owner      copied
 * out_child  valid until gone() has returned
 *
 * Returns ERR_OK; ERR_PRINTER when the program cannot be started; ERR_NO_MEMORY.
 */
enum err printer_child_start(uv_loop_t *loop, const char *path,
                             const struct printer_child_owner *owner,
                             struct printer_child **out_child);

/* Send a line (borrowed; the line feed is added). False: it does not read, or no memory; the child
 * is being killed. */
bool printer_child_send(struct printer_child *child, const char *line, size_t length);

/* No more requests will come: the program finishes what it has in hand and ends. */
void printer_child_end_input(struct printer_child *child);

/* SIGKILL. */
void printer_child_kill(struct printer_child *child);

/* Process id, for the log and the tests. */
int printer_child_pid(const struct printer_child *child);

#endif
