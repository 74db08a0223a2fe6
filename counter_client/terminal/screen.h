/*
 * The terminal as a grid of cells: the only file that knows ncurses. One screen at a time; ncurses
 * keeps its state for itself. Loop thread only.
 */
#ifndef TERMINAL_SCREEN_H
#define TERMINAL_SCREEN_H

#include <stdbool.h>

#include "base/error.h"
#include "counter_client/terminal/input_key.h"

enum { SCREEN_ROWS_MIN = 24, SCREEN_COLUMNS_MIN = 80 };

/* How text looks. Each also differs without colours (bold, reverse, underline). */
enum style {
    STYLE_PLAIN,
    STYLE_STRONG,
    STYLE_QUIET,
    STYLE_BAR,     /* the top line and titles of lists */
    STYLE_PRIMARY, /* the next step */
    STYLE_ALARM,
    STYLE_GOOD,
    STYLE_FIELD,
    STYLE_FOCUS, /* field or row with the focus */
    STYLE_COUNT
};

/* Take the terminal. Returns ERR_OK, ERR_FILE (no terminal, or an unknown one). */
enum err screen_open(void);
/* Give it back as it was. */
void screen_close(void);

/* Rows and columns now. */
int screen_rows(void);
int screen_columns(void);
/* The terminal's size may have changed: ask for it. */
void screen_resize(void);

/* Begin an empty picture; show what was drawn since. */
void screen_clear(void);
void screen_show(void);
/* Draw everything anew at the next screen_show: another program wrote over it. */
void screen_forget(void);

/* Write text in one row, cut at `width` cells with a "…"; nothing outside of the screen. Returns
 * the cells used. */
int screen_text(int row, int column, int width, enum style style, const char *text);
/* As screen_text, and blanks of the same style up to `width`. */
void screen_fill(int row, int column, int width, enum style style, const char *text);
/* A horizontal or vertical line. */
void screen_line(int row, int column, int width);
void screen_column_line(int row, int column, int height);
/* Show the cursor there at the next screen_show; hidden unless asked for. */
void screen_cursor(int row, int column);

/* The next key that waits, INPUT_NOTHING when there is none. */
struct input_key screen_key(void);

#endif
