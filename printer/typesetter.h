/*
 * The fonts, loaded by file path: the same page on every machine, whatever else is installed.
 *
 * One typesetter per thread, made once and kept: Pango 1.50 does not give a private font
 * configuration back (about 16 kB each). Not thread-safe.
 */
#ifndef PRINTER_TYPESETTER_H
#define PRINTER_TYPESETTER_H

#include <pango/pangocairo.h>

#include "base/error.h"

/*
 * Where Debian keeps version 2 of the Liberation fonts: beside version 1, which lacks 92 Vietnamese
 * letters, on Debian 12; in its place on Debian 13. Static.
 */
const char *typesetter_fonts(void);

struct typesetter;

/*
 * Load the Liberation Serif and Sans files of `folder` (borrowed).
 *
 * Returns ERR_OK, ERR_FILE (a font is missing or unreadable), ERR_NO_MEMORY.
 */
enum err typesetter_new(const char *folder, struct typesetter **out_typesetter);

/* Free it; NULL is allowed. */
void typesetter_free(struct typesetter *typesetter);

/* Its font map, borrowed. */
PangoFontMap *typesetter_font_map(struct typesetter *typesetter);

#endif
