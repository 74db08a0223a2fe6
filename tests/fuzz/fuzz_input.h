/*
 * Inputs of a fuzzer of HTTP: files, and mutations of them that keep some sense.
 *
 * Deterministic: all chance comes from the generator of a struct stub.
 */
#ifndef FUZZ_FUZZ_INPUT_H
#define FUZZ_FUZZ_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fuzz/uv_stub.h"

enum { INPUT_MAX = 16384 };

struct input {
    size_t length;
    char bytes[INPUT_MAX];
};

/* FNV-1a of the bytes. */
uint64_t input_hash(const struct input *input);

/* Insert `length` bytes at offset `at` (<= input->length); nothing happens when they do not fit. */
void input_insert(struct input *input, size_t at, const char *bytes, size_t length);

/* Change one thing: a byte, a token of HTTP more, some bytes less, a long run, the end. */
void input_mutate(struct stub *random, struct input *input);

/* Read the file, at most INPUT_MAX bytes. False when it cannot be read. */
bool input_read(const char *name, struct input *out_input);

#endif
