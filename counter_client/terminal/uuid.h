/*
 * UUID version 7 (RFC 9562, 5.7): the Idempotency-Key of a request. Keys of later milliseconds sort
 * after earlier ones.
 */
#ifndef TERMINAL_UUID_H
#define TERMINAL_UUID_H

#include <stdint.h>

enum { UUID_SIZE = sizeof "017f22e2-79b0-7cc3-98c4-dc0c0c07398f", UUID_RANDOM_SIZE = 10 };

/*
 * Write the UUID of a millisecond. Pure.
 *
 * unix_ms  milliseconds since 1970-01-01T00:00:00Z, 0 .. 2^48 - 1
 * random   74 of its 80 bits are used
 */
void uuid_format(int64_t unix_ms, const uint8_t random[UUID_RANDOM_SIZE], char out_text[UUID_SIZE]);

/* A new UUID of this moment; random_start() was called. */
void uuid_new(char out_text[UUID_SIZE]);

#endif
