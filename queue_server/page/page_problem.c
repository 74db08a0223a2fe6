/* A refusal as a page: what happened, and what can be done. */
#include <string.h>

#include "page/page.h"
#include "page/page_parts.h"
#include "page/page_value.h"

static bool is_link(const struct page *page)
{
    const char *path = page->call->route->path;

    return strncmp(path, "/t/", 3) == 0 || strncmp(path, "/hs", 3) == 0;
}

static void begin(struct page *page, enum page_text title)
{
    page_begin(page, page_text_of(page, title), false);
    html(page->out,
         "<section class=\"tk\" aria-labelledby=\"t\"><h1 id=\"t\" class=\"name\">%s</h1>",
         page_text_of(page, title));
}

static void put_again(struct page *page)
{
    if (strcmp(page->call->route->method, "GET") == 0)
        html(page->out, "<p><a class=\"btn\" href=\"\">%s</a></p>",
             page_text_of(page, SAY_TRY_AGAIN));
}

/* The same for what is wrong with a link, whatever it is. */
static void not_found(struct page *page)
{
    begin(page, SAY_NOT_FOUND_TITLE);
    html(page->out, "<p>%s</p><p>%s</p></section>",
         page_text_of(page, is_link(page) ? SAY_NOT_FOUND_LINK : SAY_NOT_FOUND_PAGE),
         page_text_of(page, SAY_ASK_AT_DESK));
    if (is_link(page))
        page_look_up_form(page, "");
    else
        page_search_form(page, "");
    page_end(page);
}

void page_problem(struct page *page, int status, const json_t *problem)
{
    if (status == 404) {
        not_found(page);
        return;
    }
    if (status == 429) {
        begin(page, SAY_TOO_MANY_TITLE);
        html(page->out, "<p>%s</p>", page_text_of(page, SAY_TOO_MANY));
    } else if (status >= 500) {
        begin(page, SAY_FAILED_TITLE);
        html(page->out, "<p>%s</p>", page_text_of(page, SAY_FAILED));
    } else {
        begin(page, SAY_FAILED_TITLE);
        html(page->out, "<p>");
        page_say(page, SAY_FAILED_INPUT, page_value_text(problem, "title"), NULL);
        html(page->out, "</p>");
    }
    put_again(page);
    html(page->out, "<p>%s</p></section>", page_text_of(page, SAY_ASK_AT_DESK));
    page_end(page);
}
