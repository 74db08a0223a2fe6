/*
 * A growable run of bytes: documents on their way to a file or a printer.
 *
 * Pure but for the heap. A zeroed struct is an empty run.
 */
#ifndef PRINTER_BYTES_H
#define PRINTER_BYTES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
    unsigned char *data; /* owned */
    size_t length;
    size_t capacity;
};

/* Add `length` bytes of `data` (borrowed). False when memory is out; the run is then unchanged. */
bool bytes_append(struct bytes *bytes, const void *data, size_t length);

/* Free the bytes; the run is empty and may be used again. */
void bytes_release(struct bytes *bytes);

#endif
