/* What every import has in common: a document in, faults and counts out. Writer thread. */
#ifndef USECASE_IMPORT_H
#define USECASE_IMPORT_H

#include "usecase/command.h"

enum { DECREE_SIZE = 512 };

struct import {
    struct command command;

    /* Input. */
    const char *json; /* borrowed */
    size_t length;
    /* procedures: called first and gives both; NULL: they are there */
    enum err (*read)(struct import *import);
    bool has_from;            /* procedures: in force from `from` on, else from today on */
    struct date from;         /* a row's own date goes before it */
    char decree[DECREE_SIZE]; /* calendar: that it rests on; "": as the document says */
    bool dry_run; /* procedures, on a reader: looked at, faults or not; nothing stored */
    bool as_json; /* procedures: fault_items and warning_items are wanted */

    /* Output. */
    struct text faults;   /* of a refusal: one a line, each with its place; owned by the caller */
    struct text warnings; /* one a line; owned by the caller */
    int rows;             /* read */
    int changed;          /* added or changed */
    int added, unchanged; /* procedures: the new ones of those; like the newest version */
    int fault_count, warning_count;         /* procedures: all of them, told or not */
    struct text fault_items, warning_items; /* the same as JSON, parted by commas; likewise */
};

/* Append the event of an import, with its counts; errors are sticky in tx. */
void import_tell(struct store_tx *tx, struct command *command, const char *kind);

#endif
