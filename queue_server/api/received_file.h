/* The bytes of a file that came as the body of a request (ROUTE_FILE). Reader thread: it blocks. */
#ifndef API_RECEIVED_FILE_H
#define API_RECEIVED_FILE_H

#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

/*
 * Add the bytes of a file to a text.
 *
 * path  of struct scan_file
 * most  bytes that it may have
 *
 * Returns ERR_OK, ERR_TOO_LARGE, ERR_FILE, ERR_NO_MEMORY.
 */
enum err received_file_read(const char *path, size_t most, struct text *out_bytes);

#endif
