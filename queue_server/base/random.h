/* Unguessable bytes and tokens (libsodium), and digests. Any thread. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

enum {
    DIGEST_SIZE = 32,
    DIGEST_TEXT_SIZE = 2 * DIGEST_SIZE + 1,
    TOKEN_LENGTH = 26,
    TOKEN_SIZE = TOKEN_LENGTH + 1
};

/* Call once at start. Aborts when the system has no randomness: nothing may run without it. */
void random_start(void);
void random_bytes(void *out_bytes, size_t size);
/* A token of 26 letters and digits without look-alikes: 130 bits. */
void random_token(char out_token[TOKEN_SIZE]);
/* `length` characters of the same alphabet, and a NUL. */
void random_letters(char *out_letters, size_t length);
/* `length` decimal digits, and a NUL. */
void random_digits(char *out_digits, size_t length);
/* SHA-256 of `size` bytes. */
void digest(const void *bytes, size_t size, uint8_t out_digest[DIGEST_SIZE]);
/* A digest as small hexadecimal digits. */
void digest_text(const uint8_t digest[DIGEST_SIZE], char out_text[DIGEST_TEXT_SIZE]);

#endif
