/* A ticket's number in letters five rows high, made of blocks. Pure. */
#ifndef TERMINAL_BIG_TEXT_H
#define TERMINAL_BIG_TEXT_H

#include <stddef.h>

enum { BIG_ROWS = 5, BIG_CELLS = 8 /* of one letter, with the gap */, BIG_ROW_SIZE = 256 };

/* One row (0 .. BIG_ROWS - 1) of `text` (A-Z, 0-9; others are blank), as UTF-8. A text too long is
 * cut. */
void big_text_row(const char *text, int row, char out_row[BIG_ROW_SIZE]);

#endif
