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

/* Fonts of Debian's fonts-liberation2; version 1 of the family lacks 92 Vietnamese letters. */
#define TYPESETTER_FONTS "/usr/share/fonts/truetype/liberation2"

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
