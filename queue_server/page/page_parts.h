/*
 * Parts that several pages have: icons, the rating, the forms. Loop thread; pure but for memory.
 * Everything is written to the end of the page.
 */
#ifndef PAGE_PAGE_PARTS_H
#define PAGE_PAGE_PARTS_H

#include "page/page.h"

/* An icon of the sprite, decoration only; `name` is a literal. */
#define page_icon(page, name)                                                                      \
    html((page)->out, "<svg class=\"ic\" aria-hidden=\"true\" focusable=\"false\" "                \
                      "viewBox=\"0 0 24 24\"><use href=\"#i-" name "\"/></svg>")

/* Where it is rated, as `gate` ("open" ...) allows. The path of the page is `path_prefix` and
 * `name`; `secret` "" for a ticket. */
void page_rating(struct page *page, const char *gate, const char *path_prefix, const char *name,
                 const char *secret);
/* The form for code and secret of a dossier. */
void page_look_up_form(struct page *page, const char *code);
/* The form of the search for procedures. */
void page_search_form(struct page *page, const char *words);

#endif
