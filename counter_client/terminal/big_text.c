#include "counter_client/terminal/big_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Three bits for each row, top row first: the left pixel is the highest bit. */
struct glyph {
    char letter;
    uint8_t rows[BIG_ROWS];
};

static const struct glyph glyphs[] = {
    {'0', {7, 5, 5, 5, 7}}, {'1', {2, 6, 2, 2, 7}}, {'2', {7, 1, 7, 4, 7}}, {'3', {7, 1, 7, 1, 7}},
    {'4', {5, 5, 7, 1, 1}}, {'5', {7, 4, 7, 1, 7}}, {'6', {7, 4, 7, 5, 7}}, {'7', {7, 1, 1, 2, 2}},
    {'8', {7, 5, 7, 5, 7}}, {'9', {7, 5, 7, 1, 7}}, {'A', {2, 5, 7, 5, 5}}, {'B', {6, 5, 6, 5, 6}},
    {'C', {7, 4, 4, 4, 7}}, {'D', {6, 5, 5, 5, 6}}, {'E', {7, 4, 6, 4, 7}}, {'F', {7, 4, 6, 4, 4}},
    {'G', {7, 4, 5, 5, 7}}, {'H', {5, 5, 7, 5, 5}}, {'I', {7, 2, 2, 2, 7}}, {'J', {1, 1, 1, 5, 7}},
    {'K', {5, 5, 6, 5, 5}}, {'L', {4, 4, 4, 4, 7}}, {'M', {5, 7, 7, 5, 5}}, {'N', {6, 5, 5, 5, 5}},
    {'O', {2, 5, 5, 5, 2}}, {'P', {7, 5, 7, 4, 4}}, {'Q', {2, 5, 5, 6, 3}}, {'R', {6, 5, 6, 5, 5}},
    {'S', {3, 4, 2, 1, 6}}, {'T', {7, 2, 2, 2, 2}}, {'U', {5, 5, 5, 5, 7}}, {'V', {5, 5, 5, 5, 2}},
    {'W', {5, 5, 7, 7, 5}}, {'X', {5, 5, 2, 5, 5}}, {'Y', {5, 5, 2, 2, 2}}, {'Z', {7, 1, 2, 4, 7}},
};

static uint8_t glyph_row(char letter, int row)
{
    for (size_t i = 0; i < sizeof glyphs / sizeof glyphs[0]; i++) {
        if (glyphs[i].letter == letter)
            return glyphs[i].rows[row];
    }
    return 0;
}

void big_text_row(const char *text, int row, char out_row[BIG_ROW_SIZE])
{
    static const char full[] = "██"; /* one pixel is two cells wide */
    size_t at = 0, letter_size = 3 * (sizeof full - 1) + 2;

    for (const char *c = text; *c && at + letter_size < BIG_ROW_SIZE; c++) {
        uint8_t bits = glyph_row(*c, row);

        for (int pixel = 2; pixel >= 0; pixel--) {
            bool on = bits & (1U << pixel);

            memcpy(out_row + at, on ? full : "  ", on ? sizeof full - 1 : 2);
            at += on ? sizeof full - 1 : 2;
        }
        memcpy(out_row + at, "  ", 2);
        at += 2;
    }
    out_row[at] = '\0';
}
