#include "base/random.h"

#include <sodium.h>
#include <stdlib.h>

/* 32 characters: no 0/O, 1/I/L, U (Crockford). */
static const char alphabet[] = "23456789ABCDEFGHJKMNPQRSTVWXYZab";

void random_start(void)
{
    if (sodium_init() < 0)
        abort();
}

void random_bytes(void *out_bytes, size_t size)
{
    randombytes_buf(out_bytes, size);
}

void random_letters(char *out_letters, size_t length)
{
    for (size_t i = 0; i < length; i++)
        out_letters[i] = alphabet[randombytes_uniform(30)];
    out_letters[length] = '\0';
}

void random_digits(char *out_digits, size_t length)
{
    for (size_t i = 0; i < length; i++)
        out_digits[i] = (char)('0' + randombytes_uniform(10));
    out_digits[length] = '\0';
}

void random_token(char out_token[TOKEN_SIZE])
{
    unsigned char bytes[TOKEN_LENGTH];

    randombytes_buf(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        out_token[i] = alphabet[bytes[i] % 32];
    out_token[TOKEN_LENGTH] = '\0';
}

void digest(const void *bytes, size_t size, uint8_t out_digest[DIGEST_SIZE])
{
    crypto_hash_sha256(out_digest, bytes, size);
}

void digest_text(const uint8_t digest[DIGEST_SIZE], char out_text[DIGEST_TEXT_SIZE])
{
    sodium_bin2hex(out_text, DIGEST_TEXT_SIZE, digest, DIGEST_SIZE);
}
