#include "printer/escpos.h"

#include <string.h>

enum {
    BAND_ROWS = 128,
    BAD_MULTIPLE = 48, /* heights that some models cannot print */
    GAP_ROWS = 8,      /* so many white rows end a band */
    FEED_ROWS = 40,    /* below the last row: 5 mm */
    FEED_MOST = 255,
};

static bool is_white(const struct raster *raster, int row, int count)
{
    const int row_bytes = (raster->width + 7) / 8;
    const uint8_t *at = raster->bits + row * row_bytes;

    for (int i = 0; i < count * row_bytes; i++)
        if (at[i])
            return false;
    return true;
}

static bool feed(struct bytes *document, int rows)
{
    while (rows > 0) {
        int part = rows < FEED_MOST ? rows : FEED_MOST;
        const unsigned char command[] = {0x1b, 'J', (unsigned char)part};

        if (!bytes_append(document, command, sizeof command))
            return false;
        rows -= part;
    }
    return true;
}

static int white_rows(const struct raster *raster, int row)
{
    int count = 0;

    while (row + count < raster->rows && is_white(raster, row + count, 1))
        count++;
    return count;
}

/* Height of the band that starts at `row`. */
static int band_rows(const struct raster *raster, int row)
{
    int rows = raster->rows - row < BAND_ROWS ? raster->rows - row : BAND_ROWS;

    for (int i = 1; i < rows; i++)
        if (row + i + GAP_ROWS <= raster->rows && is_white(raster, row + i, GAP_ROWS)) {
            rows = i;
            break;
        }
    return rows % BAD_MULTIPLE == 0 ? rows - 1 : rows;
}

static bool band(struct bytes *document, const struct raster *raster, int row, int rows)
{
    const int row_bytes = (raster->width + 7) / 8;
    const unsigned char command[] = {0x1d,
                                     'v',
                                     '0',
                                     0,
                                     (unsigned char)(row_bytes & 255),
                                     (unsigned char)(row_bytes >> 8),
                                     (unsigned char)(rows & 255),
                                     (unsigned char)(rows >> 8)};

    return bytes_append(document, command, sizeof command) &&
           bytes_append(document, raster->bits + row * row_bytes, (size_t)rows * (size_t)row_bytes);
}

enum err escpos_encode(const struct raster *raster, struct bytes *out_document)
{
    static const char start[] = {0x1b, '@', 0x1b, '3', 0}; /* reset; no gap between lines */
    static const char cut[] = {0x1d, 'V', 66, 0};          /* feed to the knife, cut partly */
    bool done = bytes_append(out_document, start, sizeof start);

    for (int row = 0; done && row < raster->rows;) {
        int rows = white_rows(raster, row);

        done = feed(out_document, rows);
        row += rows;
        if (!done || row >= raster->rows)
            break;
        rows = band_rows(raster, row);
        done = band(out_document, raster, row, rows);
        row += rows;
    }
    done = done && feed(out_document, FEED_ROWS) && bytes_append(out_document, cut, sizeof cut);
    return done ? ERR_OK : ERR_NO_MEMORY;
}
