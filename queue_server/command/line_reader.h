/*
 * The lines of standard input for batch commands: a byte-order mark at the start and a CR at a
 * line's end are dropped, empty lines and those that start with `#` are skipped.
 */
#ifndef COMMAND_LINE_READER_H
#define COMMAND_LINE_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* All zero but `file` at the start. */
struct line_reader {
    FILE *file; /* borrowed */
    char *line; /* of getline */
    size_t size;
    bool started;
};

/* A column of a line; borrowed from it. */
struct column {
    const char *text;
    size_t length;
};

/* Get the next line that counts, without its end; good until the next call. False at the end of
 * the file or when it cannot be read (ferror tells). */
bool line_reader_next(struct line_reader *reader, struct column *out_line);

void line_reader_release(struct line_reader *reader);

/* Split a line at TABs. Returns the number of columns, which may be above `max`; at most `max` are
 * stored. */
size_t columns_split(struct column line, struct column *out_columns, size_t max);

#endif
