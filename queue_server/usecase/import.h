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
    bool has_from;            /* procedures: in force from `from` on, else from today on */
    struct date from;         /* a row's own date goes before it */
    char decree[DECREE_SIZE]; /* calendar: that it rests on; "": as the document says */

    /* Output. */
    struct text faults;   /* of a refusal: one a line, each with its place; owned by the caller */
    struct text warnings; /* one a line; owned by the caller */
    int rows;             /* read */
    int changed;          /* added or changed */
};

/* Append the event of an import, with its counts; errors are sticky in tx. */
void import_tell(struct store_tx *tx, struct command *command, const char *kind);

#endif
