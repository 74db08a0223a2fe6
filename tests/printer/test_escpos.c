#include "support/test.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "printer/escpos.h"

/* A reader of the few commands we use, after Epson's reference; anything else fails the test. */
struct reader {
    const unsigned char *at, *end;
    uint8_t *rows; /* black rows and white feeds, one bit a dot */
    int row_bytes, count, cuts;
};

static void feed(struct reader *reader, int rows)
{
    size_t old = (size_t)reader->count * (size_t)reader->row_bytes;
    size_t more = (size_t)rows * (size_t)reader->row_bytes;

    reader->rows = realloc(reader->rows, old + more + 1);
    assert_non_null(reader->rows);
    memset(reader->rows + old, 0, more);
    reader->count += rows;
}

static void read_raster(struct reader *reader)
{
    const unsigned char *d = reader->at;
    int width = d[4] | d[5] << 8, height = d[6] | d[7] << 8, first = reader->count;

    assert_int_equal(width, reader->row_bytes);
    assert_in_range(height, 1, 128);
    assert_int_not_equal(height % 48, 0);
    assert_true(reader->end - d >= 8 + width * height);
    feed(reader, height);
    memcpy(reader->rows + first * width, d + 8, (size_t)(width * height));
    reader->at += 8 + width * height;
}

static void read_command(struct reader *reader)
{
    const unsigned char *d = reader->at;
    size_t left = (size_t)(reader->end - d);

    if (left >= 2 && memcmp(d, "\x1b@", 2) == 0) {
        reader->at += 2;
    } else if (left >= 3 && memcmp(d,
                                   "\x1b"
                                   "3\0",
                                   3) == 0) {
        reader->at += 3;
    } else if (left >= 3 && memcmp(d, "\x1bJ", 2) == 0) {
        feed(reader, d[2]);
        reader->at += 3;
    } else if (left >= 8 && memcmp(d, "\x1dv0\0", 4) == 0) {
        read_raster(reader);
    } else if (left >= 4 && memcmp(d, "\x1dV\x42\0", 4) == 0) {
        reader->cuts++;
        reader->at += 4;
    } else {
        fail_msg("unknown command %02x %02x", d[0], left > 1 ? d[1] : 0);
    }
}

/* Encode, read back, compare dot by dot. */
static void comes_back(const struct raster *raster)
{
    struct bytes document = {0};
    struct reader reader = {.row_bytes = (raster->width + 7) / 8};
    size_t size = (size_t)raster->rows * (size_t)reader.row_bytes;

    assert_int_equal(escpos_encode(raster, &document), ERR_OK);
    reader.at = document.data;
    reader.end = document.data + document.length;
    while (reader.at < reader.end)
        read_command(&reader);
    assert_int_equal(reader.cuts, 1);
    assert_int_equal(reader.count, raster->rows + 40);
    assert_memory_equal(reader.rows, raster->bits, size);
    free(reader.rows);
    bytes_release(&document);
}

static struct raster raster_new(int width, int rows)
{
    struct raster raster = {NULL, width, rows};

    raster.bits = calloc((size_t)rows, (size_t)(width + 7) / 8);
    assert_non_null(raster.bits);
    return raster;
}

static void every_height_of_black_comes_back(void **state)
{
    (void)state;
    for (int rows = 1; rows <= 300; rows++) {
        struct raster raster = raster_new(16, rows);

        memset(raster.bits, 0xff, (size_t)rows * 2);
        comes_back(&raster);
        free(raster.bits);
    }
}

static void white_gaps_of_every_length_come_back(void **state)
{
    (void)state;
    for (int gap = 0; gap < 600; gap += 7) {
        struct raster raster = raster_new(24, 3 + gap + 5);

        memset(raster.bits, 0x81, 9);
        memset(raster.bits + (3 + gap) * 3, 0x18, 15);
        comes_back(&raster);
        free(raster.bits);
    }
}

static void scattered_dots_come_back(void **state)
{
    unsigned seed = 12345;

    (void)state;
    for (int round = 0; round < 50; round++) {
        struct raster raster = raster_new(576, 400);

        for (int i = 0; i < 40; i++) {
            seed = seed * 1103515245u + 12345u;
            raster.bits[(seed >> 8) % (400 * 72)] = (uint8_t)(seed >> 4);
        }
        comes_back(&raster);
        free(raster.bits);
    }
}

static void white_paper_is_fed_and_cut(void **state)
{
    struct raster raster = raster_new(576, 500);

    (void)state;
    comes_back(&raster);
    free(raster.bits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_height_of_black_comes_back),
        cmocka_unit_test(white_gaps_of_every_length_come_back),
        cmocka_unit_test(scattered_dots_come_back),
        cmocka_unit_test(white_paper_is_fed_and_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
