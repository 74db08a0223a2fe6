/*
 * A page of citizens being written: the view of the API that it shows, the language, the frame.
 * page_value.h has the values as people read them, page_parts.h what several pages have.
 *
 * Loop thread; pure but for memory. A page is made from the JSON that the API itself gives for the
 * same thing, so it can show nothing that the API would not. It is whole without JavaScript and
 * without a style sheet; both only add to it. Rules ..R-975.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "api/api.h"
#include "page/html.h"
#include "page/page_texts.h"

enum { PAGE_FILE_SIZE = 128 };

/* Paths of the built files; "" when there are none. */
struct page_files {
    char style[PAGE_FILE_SIZE];
    char script[PAGE_FILE_SIZE];
    bool screens; /* the screens of the office are built: they can be linked to */
};

struct page {
    struct text *out;
    const struct api_call *call;
    const struct page_files *files;
    const struct catalogue *catalogue; /* name of the centre, training */
    enum language language;
};

typedef void (*page_render_fn)(struct page *page, const json_t *view);

/* ---- the frame (page.c) ---------------------------------------------------------------------- */

/* Everything up to the content. `title` is what the page is about, escaped here. `live`: the script
 * looks again every few seconds. */
void page_begin(struct page *page, const char *title, bool live);
void page_end(struct page *page);

/* A text in the page's language. */
const char *page_text_of(const struct page *page, enum page_text text);
/* Write a text with values (html_sentence). */
void page_say(struct page *page, enum page_text text, const char *a, const char *b);
/* The same into memory, for titles; `out_text` is released by the caller. No markup in it. */
void page_phrase(const struct page *page, enum page_text text, const char *a, const char *b,
                 struct text *out_text);

/* Write `?lang=en` where the language was chosen by hand; `joint` is what comes before: '?' or '&'.
 */
void page_language_of_links(struct page *page, char joint);
/* A hidden field that keeps it in a form. */
void page_language_of_form(struct page *page);

/* ---- pages ----------------------------------------------------------------------------------- */

void page_home(struct page *page, const json_t *view);
void page_ticket(struct page *page, const json_t *view);
void page_dossier(struct page *page, const json_t *view);
void page_procedures(struct page *page, const json_t *view);
void page_procedure(struct page *page, const json_t *view);
void page_satisfaction(struct page *page, const json_t *view);
/* Of a refusal: the problem in words and what can be done. */
void page_problem(struct page *page, int status, const json_t *problem);

#endif
