/* Parts that several pages are made of. */
#ifndef TERMINAL_VIEW_PARTS_H
#define TERMINAL_VIEW_PARTS_H

#include "counter_client/terminal/app.h"
#include "counter_client/terminal/home_actions.h"
#include "counter_client/terminal/screen.h"

enum { TOP_ROWS = 2, BOTTOM_ROWS = 4 /* errors, a line, two of keys */, LABEL_CELLS = 30 };

/* A key of the bottom lines. */
struct key_shown {
    char key[16];
    const char *label;
};

/* The top line (centre, training, counter, person, time) and, when offline, since when. */
void view_top(const struct app *app);
/* The line of errors and the keys; the first key is the next step. */
void view_bottom(const struct app *app, const struct key_shown *keys, int count);

/* The fields of a form from `row` on, `rows` of them at most: the one with the focus is in sight.
 * With `focused` false no field shows the focus. Returns the row after the last one. */
int view_form(const struct app *app, const struct form *form, int row, int rows, bool focused);

/* First row and number of rows between top and bottom. */
int view_first_row(const struct app *app);
int view_body_rows(const struct app *app);

#endif
