/*
 * The pages of citizens as routes: what each asks of the API, and how its answer becomes a page.
 *
 * Loop thread. A page is a public route of the API with another face: the same handlers, limits and
 * refusals. What it says to the API is the same; its answer is written anew as HTML. Rules R-971,
 * R-973..R-975.
 */
#ifndef PAGE_ROUTES_H
#define PAGE_ROUTES_H

#include "page/page.h"

/* All pages; `out_count` of them. Paths are whole. */
const struct api_route *page_routes(size_t *out_count);
/* Is this one of them? */
bool page_is_route(const struct api_route *route);

/*
 * Make the body of a form's POST as the API's route takes it. Unknown fields are left out, a level
 * that is no number is 0.
 *
 * fields  borrowed; an object of arrays of strings, as they were sent
 *
 * NULL without memory.
 */
json_t *page_body_of_form(const json_t *fields);

struct page_answer {
    int status;
    struct text headers; /* owned by the caller, as the body */
    struct text body;
};

/*
 * Write the answer of the API to `call` as a page, or as the way to one after a form (303, R-975).
 *
 * status, json  of the API's answer; `length` bytes
 */
void page_write(const struct api_call *call, const struct page_files *files, int status,
                const char *json, size_t length, struct page_answer *out_answer);

/* home_view.c: everything of the first page at once. */
enum err page_home_read(struct api_call *call);

#endif
