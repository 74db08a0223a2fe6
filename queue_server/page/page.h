/*
 * A page of citizens being written: the view of the API that it shows, the language, the frame.
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

enum { PAGE_FILE_SIZE = 128, PAGE_TIME_SIZE = 80 };

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
const char *say(const struct page *page, enum page_text text);
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

/* ---- values of a view (page_value.c) --------------------------------------------------------- */

/* A text member, "" when it is absent or null. */
const char *value_text(const json_t *object, const char *key);
/* An integer member, 0 when it is absent. */
int value_int(const json_t *object, const char *key);
bool value_is(const json_t *object, const char *key, const char *text);

/* Times are written in local time, as offices write them; "" for a text that is no instant. */
void time_of(const char *instant, char out_text[PAGE_TIME_SIZE]);      /* 09:46 */
void time_and_day(const char *instant, char out_text[PAGE_TIME_SIZE]); /* 09:46, 23/11 */
void time_and_date(const struct page *page, const char *instant, /* 09:46, thứ Hai 23/11/2026 */
                   char out_text[PAGE_TIME_SIZE]);
/* "thứ Hai 23/11", of YYYY-MM-DD. */
void date_in_words(const struct page *page, const char *date, char out_text[PAGE_TIME_SIZE]);
/* "23/11/2026", of YYYY-MM-DD. */
void date_in_digits(const char *date, char out_text[PAGE_TIME_SIZE]);
/* "8–15 phút" of a wait estimate, "" when it is null. Rounded up: nobody is told less. */
void wait_in_words(const struct page *page, const json_t *estimate, char out_text[PAGE_TIME_SIZE]);
/* "95,0" or "95.0". */
void percent_in_digits(const struct page *page, double value, char out_text[PAGE_TIME_SIZE]);
void number_in_digits(int value, char out_text[PAGE_TIME_SIZE]);

/* ---- parts (page_parts.c) -------------------------------------------------------------------- */

/* An icon of the sprite, decoration only; `name` is a literal. */
#define page_icon(page, name)                                                                      \
    html((page)->out, "<svg class=\"ic\" aria-hidden=\"true\" focusable=\"false\" "                \
                      "viewBox=\"0 0 24 24\"><use href=\"#i-" name "\"/></svg>")

/* Where it is rated, as `gate` ("open" ...) allows. `action` is the path of the page; `secret` ""
 * for a ticket. */
void page_rating(struct page *page, const char *gate, const char *path_prefix, const char *name,
                 const char *secret);
/* The form for code and secret of a dossier. */
void page_look_up_form(struct page *page, const char *code);
/* The form of the search for procedures. */
void page_search_form(struct page *page, const char *words);

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
