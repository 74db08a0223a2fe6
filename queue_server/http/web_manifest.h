/*
 * The manifest of a folder of built screens: one line for each file, written by the build.
 *
 *     path TAB type TAB i|r TAB etag TAB size TAB size of .gz TAB size of .br
 *     /a/kiosk-AB12CD34.js  text/javascript  i  0123456789abcdef  41234  14321  12987
 *
 * Pure. A line is believed only when every part of it is plain: what stands in it goes into file
 * names and into answers. Rule R-910.
 */
#ifndef HTTP_WEB_MANIFEST_H
#define HTTP_WEB_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "http/coding.h"

enum {
    WEB_PATH_SIZE = 128,         /* with its NUL */
    WEB_TYPE_SIZE = 64,          /* with its NUL */
    WEB_ETAG_SIZE = 36,          /* with its NUL */
    WEB_FILE_MAX = 8 << 20,      /* bytes of one file */
    WEB_FOLDER_MAX = 32 << 20,   /* bytes of all files */
    WEB_MANIFEST_MAX = 128 << 10 /* bytes of the manifest itself */
};

struct web_entry {
    char path[WEB_PATH_SIZE]; /* "/a/x.js": below the folder, and the path of the request */
    char type[WEB_TYPE_SIZE]; /* "text/html" */
    char etag[WEB_ETAG_SIZE]; /* without quotes */
    bool immutable;           /* its name changes with its content */
    uint32_t size[CODINGS];   /* bytes as it is, as .gz, as .br; 0: there is no such file */
};

/*
 * Read one line.
 *
 * line       borrowed, `length` bytes without the line end
 * out_entry  set on success only
 *
 * False unless: seven parts; the path is made of [A-Za-z0-9._-] segments, none empty and none
 * beginning with a dot; the type of small letters, digits, '.', '+', '-' and one '/'; the letter is
 * i or r; the tag is of letters and digits; the sizes are decimal, the first 1 .. WEB_FILE_MAX, the
 * others smaller than it.
 */
bool web_manifest_line(const char *line, size_t length, struct web_entry *out_entry);

#endif
