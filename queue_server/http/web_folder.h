/*
 * The built screens: a folder read once, at start, into memory that all connections share.
 *
 * A path of a request is looked up among the paths of the manifest and never becomes the name of a
 * file, so no path can leave the folder; what is changed on the disk later is served after the next
 * start, whole. Loop thread only; opening blocks on the disk, before anybody is served.
 * Rules.
 */
#ifndef HTTP_WEB_FOLDER_H
#define HTTP_WEB_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "http/web_manifest.h"

struct http_buffer;
struct web_folder;

struct web_file {
    struct web_entry entry;
    struct http_buffer *body[CODINGS]; /* NULL: not there in this coding */
};

/*
 * Read DIR/manifest.txt and every file that it names.
 *
 * folder     borrowed; path of the folder
 * out_place  `size` bytes; on failure the file, or the line of the manifest, that is at fault
 *
 * Returns ERR_OK; ERR_WEB_FOLDER (a line is malformed or stands there twice, a file is missing, is
 * no plain file or has another size, or the folder is larger than WEB_FOLDER_MAX); ERR_FILE (the
 * manifest cannot be read); ERR_NO_MEMORY.
 */
enum err web_folder_open(const char *folder, struct web_folder **out_folder, char *out_place,
                         size_t size);
/* NULL is allowed. */
void web_folder_close(struct web_folder *folder);

/*
 * The file of a request's path, or NULL. A page /x.html is found as /x and as /x/, and not by its
 * file name; every other file by its path alone.
 */
const struct web_file *web_folder_find(const struct web_folder *folder, const char *path);

/* The path that begins and ends so, e.g. "/a/citizen-", ".css", which holds a digest between them;
 * "" when there is none or it does not fit. */
void web_folder_named(const struct web_folder *folder, const char *begins, const char *ends,
                      char *out_path, size_t size);

#endif
