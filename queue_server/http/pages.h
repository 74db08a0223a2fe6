/*
 * What the server gives to browsers besides the API and the citizens' pages: the built screens
 * (web_folder.h).
 *
 * Loop thread only. Rules.
 */
#ifndef HTTP_PAGES_H
#define HTTP_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct http_connection;
struct pages;

/*
 * Fields of every answer that a browser may show: nothing from elsewhere, nothing inline, no frame
 * around it; pictures, voices and the preview of a slip may also come from the page itself.
 */
#define PAGE_POLICY PAGE_SECURITY "Referrer-Policy: no-referrer\r\n"
#define PAGE_SECURITY                                                                              \
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "           \
    "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; "          \
    "worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'self'; "             \
    "frame-ancestors 'none'\r\n"                                                                   \
    "X-Content-Type-Options: nosniff\r\n"

/*
 * The folder of the built screens beside this program: in its build tree (../web), or where it is
 * installed (../share/motcua/web). False, and `out_folder` (`size` bytes) is of no use, when there
 * is none.
 */
bool pages_find_screens(char *out_folder, size_t size);

/*
 * Make the pages ready.
 *
 * web        borrowed; the folder of the built screens, or NULL: there is none, and the
 *            citizens' pages say so
 * out_place  `size` bytes; on failure the file that is at fault
 *
 * Returns ERR_OK, ERR_NO_MEMORY, or what web_folder_open() says.
 */
enum err pages_open(const char *web, struct pages **out_pages, char *out_place, size_t size);
/* NULL is allowed. */
void pages_close(struct pages *pages);

/* Where the built files of the citizens' pages are; all empty when the screens are not built. */
struct page_files;
void pages_files(const struct pages *pages, struct page_files *out_files);

/* Answer a GET or HEAD for a page or a file; false when there is none. */
bool pages_answer(struct pages *pages, struct http_connection *c);

#endif
