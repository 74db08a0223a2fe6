/* Files that a person names on the command line. */
#ifndef COMMAND_INPUT_FILE_H
#define COMMAND_INPUT_FILE_H

#include <stddef.h>

/*
 * Read a whole file of at most `limit` bytes.
 *
 * out_length  set on success only
 *
 * Returns the bytes on the heap, owned by the caller; or NULL with errno set (EFBIG: it is larger).
 */
char *input_file_read(const char *path, size_t limit, size_t *out_length);

#endif
