/*
 * One line of text being typed: edited by whole characters (a letter with all its marks), kept in
 * NFC so that a tone typed after its letter joins it. Pure but for the locale (cells.h).
 */
#ifndef TERMINAL_LINE_EDIT_H
#define TERMINAL_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "counter_client/terminal/input_key.h"

enum { LINE_SIZE = 512 };

struct line_edit {
    char text[LINE_SIZE]; /* UTF-8, NFC, NUL-terminated */
    size_t length;        /* bytes */
    size_t cursor;        /* byte offset, always between characters */
};

/* Replace the text; what is no UTF-8 or too long gives an empty line. The cursor goes to the end.
 */
void line_edit_set(struct line_edit *line, const char *text);

/* Carry out a key that edits or moves; false when the key means nothing to a line. A character that
 * does not fit any more is dropped. */
bool line_edit_key(struct line_edit *line, struct input_key key);

/*
 * What a window of `cells` cells shows so that the cursor is in sight.
 *
 * out_start   byte offset of the first character shown
 * out_column  cells from there to the cursor, below `cells`
 */
void line_edit_window(const struct line_edit *line, int cells, size_t *out_start, int *out_column);

#endif
