/*
 * The pages that the server itself gives: a few files, built into the program, looked up by exact
 * path, so no path can leave them. Loop thread only. Rules.
 */
#ifndef HTTP_PAGES_H
#define HTTP_PAGES_H

#include <stdbool.h>

#include "base/error.h"

struct http_connection;
struct pages;

/* Make the pages ready (their digests, their shared bytes). ERR_OK or ERR_NO_MEMORY. */
enum err pages_open(struct pages **out_pages);
void pages_close(struct pages *pages);

/* Answer a GET or HEAD for a page; false when there is no such page. */
bool pages_answer(struct pages *pages, struct http_connection *c);

#endif
