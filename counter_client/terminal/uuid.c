#include "counter_client/terminal/uuid.h"

#include "base/clock.h"
#include "base/random.h"

#include <string.h>

void uuid_format(int64_t unix_ms, const uint8_t random[UUID_RANDOM_SIZE], char out_text[UUID_SIZE])
{
    static const char hex[] = "0123456789abcdef";
    uint8_t bytes[16];
    char *end = out_text;

    for (int i = 0; i < 6; i++)
        bytes[i] = (uint8_t)(unix_ms >> (40 - 8 * i));
    memcpy(bytes + 6, random, UUID_RANDOM_SIZE);
    bytes[6] = (uint8_t)(0x70 | (bytes[6] & 0x0f)); /* version 7 */
    bytes[8] = (uint8_t)(0x80 | (bytes[8] & 0x3f)); /* variant of RFC 9562 */
    for (int i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *end++ = '-';
        *end++ = hex[bytes[i] >> 4];
        *end++ = hex[bytes[i] & 0x0f];
    }
    *end = '\0';
}

void uuid_new(char out_text[UUID_SIZE])
{
    uint8_t random[UUID_RANDOM_SIZE];

    random_bytes(random, sizeof random);
    uuid_format(clock_wall().ms, random, out_text);
}
