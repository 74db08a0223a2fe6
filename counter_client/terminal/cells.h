/*
 * How wide text is on a terminal: a letter takes one cell, a wide one two, a combining mark none.
 *
 * Pure but for the locale: LC_CTYPE must be a UTF-8 locale (cells_start sees to it). Texts are
 * UTF-8; bytes that are not are counted as one cell each.
 */
#ifndef TERMINAL_CELLS_H
#define TERMINAL_CELLS_H

#include <stddef.h>

/* Take the user's locale, or C.UTF-8 where that one cannot show Vietnamese. Call once at start. */
void cells_start(void);

/*
 * The character (a letter with all its marks) at the start of a text.
 *
 * text       borrowed, `length` bytes, at least 1
 * out_cells  its width, 0..2
 *
 * Returns its length in bytes, 1 .. length.
 */
size_t cells_character(const char *text, size_t length, int *out_cells);

/* Cells of a text. */
int cells_width(const char *text, size_t length);

/* Bytes of the longest beginning of a text, whole characters, that fits into `cells`. */
size_t cells_fit(const char *text, size_t length, int cells);

/*
 * Bytes of the first line when a text is folded at blanks to `cells` wide; a longer word is cut.
 *
 * out_next  where the next line begins (blanks skipped); `length` after the last one
 */
size_t cells_fold(const char *text, size_t length, int cells, size_t *out_next);

#endif
