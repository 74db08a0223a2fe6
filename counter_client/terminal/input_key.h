/* A key press, whatever the terminal sent for it. Pure data. */
#ifndef TERMINAL_INPUT_KEY_H
#define TERMINAL_INPUT_KEY_H

#include <stdbool.h>
#include <stdint.h>

enum input_code {
    INPUT_NOTHING,
    INPUT_CHARACTER, /* `value` is its scalar value */
    INPUT_FUNCTION,  /* `value` is the number of the F-key */
    INPUT_ENTER,
    INPUT_TAB,
    INPUT_BACK_TAB,
    INPUT_ESCAPE,
    INPUT_BACKSPACE,
    INPUT_DELETE,
    INPUT_CLEAR, /* Ctrl-U: the whole line */
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_UP,
    INPUT_DOWN,
    INPUT_HOME,
    INPUT_END,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_REDRAW /* Ctrl-L */
};

struct input_key {
    enum input_code code;
    uint32_t value;
};

/* F8 sends a form and takes the next step of a dossier, as on the screen of the browser;
 * F2 does the same where nobody can be called. */
static inline bool input_key_sends(struct input_key key)
{
    return key.code == INPUT_FUNCTION && (key.value == 8 || key.value == 2);
}

#endif
