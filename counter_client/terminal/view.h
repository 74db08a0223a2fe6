/*
 * Drawing the pages. They look at the app and draw on the screen, and change nothing.
 *
 * Every page has a title line at the top, the line of errors above the keys, and the keys in the
 * last two lines with the next step first, highlighted.
 */
#ifndef TERMINAL_VIEW_H
#define TERMINAL_VIEW_H

#include "counter_client/terminal/app.h"

void view_sign_in(const struct app *app);
void view_home(const struct app *app);
void view_list(const struct app *app);
void view_prompt(const struct app *app);
void view_intake(const struct app *app);
void view_text(const struct app *app);
void view_too_small(const struct app *app);

#endif
