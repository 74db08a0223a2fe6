#include "http/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <uv.h>

#include "base/random.h"
#include "base/text.h"
#include "http/buffer.h"
#include "http/coding.h"
#include "http/reply.h"
#include "http/request.h"
#include "http/web_folder.h"
#include "page/page.h"
#include "web_files.h"

enum { HEADERS_SIZE = 1024, HASH_TEXT = 8, PROGRAM_PATH = 1024 };

/* The place in the first page where it is said that there are no screens. */
#define SCREENS_MARK "<!--screens-->"
static const char no_screens[] =
    "<p class=\"message\" id=\"no-screens\">Các màn hình chưa được dựng trên máy chủ này "
    "(<code>make web</code>). <span lang=\"en\">The screens are not built on this server."
    "</span></p>";

static const struct {
    const char *path;
    bool prefix; /* everything below the path is this page: the script reads the rest */
    const char *type;
    const unsigned char *bytes;
    size_t size;
} built_in[] = {
    {"/first", false, "text/html", web_index_html, sizeof web_index_html},
    {"/first.css", false, "text/css", web_first_css, sizeof web_first_css},
    {"/first.js", false, "text/javascript", web_first_js, sizeof web_first_js},
};
enum { BUILT_IN = sizeof built_in / sizeof *built_in };

struct pages {
    struct web_folder *screens; /* NULL: not built */
    struct web_file built_in[BUILT_IN];
};

void pages_close(struct pages *pages)
{
    if (!pages)
        return;
    for (int i = 0; i < BUILT_IN; i++)
        http_buffer_release(pages->built_in[i].body[CODING_NONE]);
    web_folder_close(pages->screens);
    free(pages);
}

/* ---- the pages built into the program -------------------------------------------------------- */

/* The bytes of a page; its mark of the screens becomes the notice that there are none, or nothing.
 */
static struct http_buffer *fill_in(const char *bytes, size_t size, bool screens)
{
    const char *mark = memmem(bytes, size, SCREENS_MARK, sizeof SCREENS_MARK - 1);
    struct http_buffer *body = NULL;
    struct text text;

    if (!mark)
        return http_buffer_copy(bytes, size);
    text_init(&text);
    text_add_bytes(&text, bytes, (size_t)(mark - bytes));
    text_add(&text, screens ? "" : no_screens);
    mark += sizeof SCREENS_MARK - 1;
    text_add_bytes(&text, mark, size - (size_t)(mark - bytes));
    if (!text.failed)
        body = http_buffer_copy(text.data, text.length);
    text_release(&text);
    return body;
}

static enum err fill_built_in(struct pages *pages)
{
    for (int i = 0; i < BUILT_IN; i++) {
        struct web_file *file = &pages->built_in[i];
        struct http_buffer *body =
            fill_in((const char *)built_in[i].bytes, built_in[i].size, pages->screens != NULL);
        uint8_t hash[DIGEST_SIZE];

        if (!body)
            return ERR_NO_MEMORY;
        file->body[CODING_NONE] = body;
        snprintf(file->entry.type, sizeof file->entry.type, "%s", built_in[i].type);
        digest(body->bytes, body->length, hash);
        for (int at = 0; at < HASH_TEXT; at++)
            snprintf(file->entry.etag + 2 * at, 3, "%02x", hash[at]);
    }
    return ERR_OK;
}

static const struct web_file *find_built_in(const struct pages *pages, const char *path)
{
    for (int i = 0; i < BUILT_IN; i++)
        if (built_in[i].prefix ? strncmp(path, built_in[i].path, strlen(built_in[i].path)) == 0
                               : strcmp(path, built_in[i].path) == 0)
            return &pages->built_in[i];
    return NULL;
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
    if (err == ERR_OK)
        err = fill_built_in(pages);
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
    if (!file)
        file = find_built_in(pages, path);
    if (file)
        answer(file, c);
    return file != NULL;
}
