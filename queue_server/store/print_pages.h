/*
 * The pages of print jobs as files: DATA/print/<number>.pdf, written by the printer program.
 *
 * Any thread; reading blocks. A path is made of the data folder and a number alone, so no text from
 * outside ever becomes part of one.
 */
#ifndef STORE_PRINT_PAGES_H
#define STORE_PRINT_PAGES_H

#include "base/text.h"
#include "store/folder.h"

enum { PRINT_PAGE_MAX = 8 << 20 }; /* bytes that are read of a page; pages have some 80 kB */

/*
 * Make the folder of the pages below `folder` (borrowed) when it is missing.
 *
 * out_pages  its absolute path
 *
 * Returns ERR_OK, ERR_FILE.
 */
enum err print_pages_make(const char *folder, char out_pages[FOLDER_PATH_SIZE]);

/* Path of the page of job `id` (above 0) in `pages`. ERR_OK, ERR_FILE (too long). */
enum err print_pages_path(const char *pages, int64_t id, char out_path[FOLDER_PATH_SIZE]);

/*
 * Add the bytes of a page to `out_bytes`.
 *
 * Returns ERR_OK, ERR_NO_PAGE (there is none), ERR_FILE, ERR_TOO_LARGE, ERR_NO_MEMORY.
 */
enum err print_pages_read(const char *pages, int64_t id, struct text *out_bytes);

#endif
