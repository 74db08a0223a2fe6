/*
 * What the printer program says: one JSON object a line on standard output (docs/printer.1).
 *
 * Thread-safe: each event is one whole line.
 */
#ifndef PRINTER_EVENTS_H
#define PRINTER_EVENTS_H

#include <jansson.h>
#include <pthread.h>
#include <stdbool.h>

#include "printer/field.h"

struct events {
    pthread_mutex_t lock;
    int fd;
    bool broken; /* the reader is gone */
};

enum printer_state {
    PRINTER_READY,
    PRINTER_OFFLINE,
    PRINTER_OUT_OF_PAPER,
    PRINTER_PAUSED,
    PRINTER_UNKNOWN,
};

/* Begin to write to `fd` (borrowed). Release after the last thread that may send. */
void events_init(struct events *events, int fd);
void events_release(struct events *events);

/* Write `event` (taken) and a line feed; once the reader is gone, nothing. */
void events_send(struct events *events, json_t *event);

/* A request was refused: {"event":"error","id":...,"code":...,"field":...,"message":...}. */
void events_error(struct events *events, const char *id, const struct fault *fault);

/* "ready", "offline", ... as the protocol spells them, and in words. */
const char *printer_state_name(enum printer_state state);
const char *printer_state_text(enum printer_state state);

#endif
