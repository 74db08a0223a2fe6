/* A text in the two languages of the program. Pure. */
#ifndef TERMINAL_SAID_H
#define TERMINAL_SAID_H

#include "base/error.h"

struct said {
    const char *vi, *en;
};

static inline const char *said(enum language language, struct said text)
{
    return language == LANGUAGE_EN ? text.en : text.vi;
}

#endif
