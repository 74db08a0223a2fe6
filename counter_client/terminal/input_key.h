/* A key press, whatever the terminal sent for it. Pure data. */
#ifndef TERMINAL_INPUT_KEY_H
#define TERMINAL_INPUT_KEY_H

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

#endif
