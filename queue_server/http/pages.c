#include "http/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

#include "http/buffer.h"
#include "http/coding.h"
#include "http/reply.h"
#include "http/request.h"
#include "http/web_folder.h"
#include "page/page.h"

enum { HEADERS_SIZE = 1024, PROGRAM_PATH = 1024 };

struct pages {
    struct web_folder *screens; /* NULL: not built */
};

void pages_close(struct pages *pages)
{
    if (!pages)
        return;
    web_folder_close(pages->screens);
    free(pages);
}

bool pages_find_screens(char *out_folder, size_t size)
{
    static const char *const places[] = {"/../web", "/../share/motcua/web"};
    char program[PROGRAM_PATH], manifest[PROGRAM_PATH];
    size_t length = sizeof program;

    if (uv_exepath(program, &length) != 0)
        return false;
    char *slash = strrchr(program, '/');
    if (slash)
        *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (snprintf(out_folder, size, "%s%s", program, places[i]) < (int)size &&
            snprintf(manifest, sizeof manifest, "%s/manifest.txt", out_folder) <
                (int)sizeof manifest &&
            access(manifest, F_OK) == 0)
            return true;
    return false;
}

enum err pages_open(const char *web, struct pages **out_pages, char *out_place, size_t size)
{
    struct pages *pages = calloc(1, sizeof *pages);
    enum err err = pages ? ERR_OK : ERR_NO_MEMORY;

    snprintf(out_place, size, "pages");
    if (err == ERR_OK && web)
        err = web_folder_open(web, &pages->screens, out_place, size);
    if (err != ERR_OK) {
        pages_close(pages);
        return err;
    }
    *out_pages = pages;
    return ERR_OK;
}

void pages_files(const struct pages *pages, struct page_files *out_files)
{
    *out_files = (struct page_files){.screens = pages->screens != NULL};
    if (!pages->screens)
        return;
    web_folder_named(pages->screens, "/a/citizen-", ".css", out_files->style,
                     sizeof out_files->style);
    web_folder_named(pages->screens, "/a/citizen-", ".js", out_files->script,
                     sizeof out_files->script);
}

/* ---- answering ------------------------------------------------------------------------------- */

/* The smallest body that the client takes. */
static enum http_coding choose(const struct web_file *file, const char *accept_encoding)
{
    enum http_coding best = CODING_NONE;

    for (int coding = CODING_NONE + 1; coding < CODINGS; coding++)
        if (file->body[coding] && file->body[coding]->length < file->body[best]->length &&
            coding_is_accepted(accept_encoding, (enum http_coding)coding))
            best = (enum http_coding)coding;
    return best;
}

static void answer(const struct web_file *file, struct http_connection *c)
{
    const enum http_coding coding = choose(file, http_request_header(c, "accept-encoding"));
    const bool varies = file->body[CODING_GZIP] || file->body[CODING_BROTLI];
    const bool text = strncmp(file->entry.type, "text/", 5) == 0;
    const char *name = coding_name(coding);
    char etag[WEB_ETAG_SIZE + sizeof "\"-gzip\""];
    char headers[HEADERS_SIZE];

    /* each coding is a representation of its own, so it has a tag of its own */
    snprintf(etag, sizeof etag, "\"%s%s%s\"", file->entry.etag, *name ? "-" : "", name);
    snprintf(headers, sizeof headers,
             "Content-Type: %s%s\r\nETag: %s\r\nCache-Control: %s\r\n%s%s%s%s" PAGE_POLICY,
             file->entry.type, text ? "; charset=utf-8" : "", etag,
             file->entry.immutable ? "public, max-age=31536000, immutable" : "no-cache",
             varies ? "Vary: Accept-Encoding\r\n" : "", *name ? "Content-Encoding: " : "", name,
             *name ? "\r\n" : "");
    if (etag_is_named(http_request_header(c, "if-none-match"), etag))
        http_reply(c, 304, headers, "", 0);
    else
        http_reply_shared(c, 200, headers, file->body[coding]);
}

bool pages_answer(struct pages *pages, struct http_connection *c)
{
    const char *method = http_request_method(c);
    const char *path = http_request_path(c);
    const struct web_file *file = NULL;

    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return false;
    if (pages->screens)
        file = web_folder_find(pages->screens, path);
    if (file)
        answer(file, c);
    return file != NULL;
}
