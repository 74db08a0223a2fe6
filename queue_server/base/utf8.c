#include "base/utf8.h"

/* Bytes that a sequence with this first byte must have; 0 for a byte that starts none. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

size_t utf8_read(const char *text, size_t length, uint32_t *out_scalar)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char first = length > 0 ? (unsigned char)text[0] : 0xFF;
    const size_t bytes = sequence_length(first);
    uint32_t scalar;

    if (bytes == 0 || bytes > length)
        return 0;
    scalar = bytes == 1 ? first : first & (0x7Fu >> bytes);
    for (size_t i = 1; i < bytes; i++) {
        const unsigned char next = (unsigned char)text[i];

        if ((next & 0xC0) != 0x80)
            return 0;
        scalar = scalar << 6 | (next & 0x3Fu);
    }
    if (scalar < smallest[bytes] || scalar > 0x10FFFF || (scalar >= 0xD800 && scalar < 0xE000))
        return 0;
    *out_scalar = scalar;
    return bytes;
}

size_t utf8_write(uint32_t scalar, char out_bytes[UTF8_BYTES_MAX])
{
    static const uint32_t lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    const size_t bytes = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;

    for (size_t i = bytes; i > 1; i--) {
        out_bytes[i - 1] = (char)(0x80 | (scalar & 0x3F));
        scalar >>= 6;
    }
    out_bytes[0] = (char)(lead[bytes] | scalar);
    return bytes;
}
