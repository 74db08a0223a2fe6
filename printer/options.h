/* The command line of the printer program. Pure. */
#ifndef PRINTER_OPTIONS_H
#define PRINTER_OPTIONS_H

#include <stdbool.h>

struct options {
    const char *command; /* "render", "destinations", "print", "serve" */
    const char *fonts;   /* folder; NULL = MOTCUA_FONTS or the usual one */
    const char *form, *paper, *output, *type, *destination;
    bool json, help, version;
};

/*
 * Read the command line. Options may stand anywhere after the command; `--fonts DIR` is for all.
 *
 * out_wrong  the argument at fault, on failure
 *
 * Returns true, or false when an option is unknown, not the command's, or lacks its value.
 */
bool options_read(int argc, char **argv, struct options *out_options, const char **out_wrong);

#endif
