/*
 * Documents in files: whole or not at all.
 *
 * Blocks on the disk; any thread.
 */
#ifndef PRINTER_OUTPUT_FILE_H
#define PRINTER_OUTPUT_FILE_H

#include "base/error.h"
#include "printer/bytes.h"

enum { SHA256_TEXT_SIZE = 65 };

/*
 * Write `document` to `path` (both borrowed) by way of a new file beside it that is synchronised
 * and then renamed, so that a reader never sees half of it, a power cut included. A pipe or device
 * that stands at `path` (as /dev/stdout does) is written to and stays what it is.
 *
 * Returns ERR_OK, ERR_FILE, ERR_DISK_FULL.
 */
enum err output_file(const char *path, const struct bytes *document);

/* Write `document` to an open descriptor, which stays open. Returns ERR_OK, ERR_FILE,
 * ERR_DISK_FULL. */
enum err output_stream(int fd, const struct bytes *document);

/* SHA-256 of a document as 64 lower-case hexadecimal digits and a NUL. */
void document_sha256(const struct bytes *document, char out_text[SHA256_TEXT_SIZE]);

#endif
