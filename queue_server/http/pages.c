#include "http/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "http/buffer.h"
#include "http/reply.h"
#include "http/request.h"
#include "web_files.h"

enum { ETAG_SIZE = 20, HEADERS_SIZE = 640 };

/* Nothing from elsewhere, nothing inline, no frame around it. */
#define POLICY                                                                                     \
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "           \
    "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "              \
    "frame-ancestors 'none'\r\n"                                                                   \
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"

static const struct {
    const char *path;
    bool prefix; /* everything below the path is this page: the script reads the rest */
    const char *type;
    const unsigned char *bytes;
    size_t size;
} files[] = {
    {"/", false, "text/html; charset=utf-8", web_index_html, sizeof web_index_html},
    {"/t/", true, "text/html; charset=utf-8", web_index_html, sizeof web_index_html},
    {"/hs/", true, "text/html; charset=utf-8", web_index_html, sizeof web_index_html},
    {"/first.css", false, "text/css; charset=utf-8", web_first_css, sizeof web_first_css},
    {"/first.js", false, "text/javascript; charset=utf-8", web_first_js, sizeof web_first_js},
};
enum { FILES = sizeof files / sizeof *files };

struct pages {
    struct {
        struct http_buffer *body;
        char etag[ETAG_SIZE];
        char headers[HEADERS_SIZE];
    } page[FILES];
};

void pages_close(struct pages *pages)
{
    if (!pages)
        return;
    for (int i = 0; i < FILES; i++)
        http_buffer_release(pages->page[i].body);
    free(pages);
}

enum err pages_open(struct pages **out_pages)
{
    struct pages *pages = calloc(1, sizeof *pages);
    uint8_t hash[DIGEST_SIZE];

    if (!pages)
        return ERR_NO_MEMORY;
    for (int i = 0; i < FILES; i++) {
        pages->page[i].body = http_buffer_copy((const char *)files[i].bytes, files[i].size);
        if (!pages->page[i].body) {
            pages_close(pages);
            return ERR_NO_MEMORY;
        }
        digest(files[i].bytes, files[i].size, hash);
        char etag[ETAG_SIZE];

        snprintf(etag, sizeof etag, "\"%02x%02x%02x%02x%02x%02x%02x%02x\"", hash[0], hash[1],
                 hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]);
        snprintf(pages->page[i].headers, HEADERS_SIZE,
                 "Content-Type: %s\r\nETag: %s\r\nCache-Control: no-cache\r\n" POLICY,
                 files[i].type, etag);
        memcpy(pages->page[i].etag, etag, sizeof etag);
    }
    *out_pages = pages;
    return ERR_OK;
}

static int find(const char *path)
{
    for (int i = 0; i < FILES; i++)
        if (files[i].prefix ? strncmp(path, files[i].path, strlen(files[i].path)) == 0
                            : strcmp(path, files[i].path) == 0)
            return i;
    return -1;
}

bool pages_answer(struct pages *pages, struct http_connection *c)
{
    const char *method = http_request_method(c);
    const char *match = http_request_header(c, "if-none-match");
    const int i = find(http_request_path(c));

    if (i < 0 || (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0))
        return false;
    if (match && strcmp(match, pages->page[i].etag) == 0)
        http_reply(c, 304, pages->page[i].headers, "", 0);
    else
        http_reply_shared(c, 200, pages->page[i].headers, pages->page[i].body);
    return true;
}
