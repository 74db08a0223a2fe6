/* The first page: opening hours, who waits, search, look-up. */
#include <string.h>

#include "page/page.h"
#include "page/page_parts.h"
#include "page/page_value.h"

/* ---- hours ----------------------------------------------------------------------------------- */

/* The heading is the answer to what most people ask: open or not? */
static void put_state(struct page *page, const json_t *hours)
{
    const bool open = json_is_true(json_object_get(hours, "open"));
    char at[PAGE_TIME_SIZE];

    html(page->out, "<h1 id=\"h\" class=\"name\">%s</h1><p>",
         page_text_of(page, open ? SAY_OPEN_NOW : SAY_CLOSED_NOW));
    if (open) {
        page_time(page_value_text(hours, "closes_at"), at);
        page_say(page, SAY_OPEN_UNTIL, at, NULL);
    } else {
        page_time_and_date(page, page_value_text(hours, "opens_at"), at);
        page_say(page, at[0] ? SAY_OPENS_AT : SAY_OPENS_UNKNOWN, at, NULL);
    }
    html(page->out, "</p>");
}

static void put_day(struct page *page, const json_t *day, bool today)
{
    const json_t *session;
    char date[PAGE_TIME_SIZE];
    size_t i;

    page_date_in_words(page, page_value_text(day, "date"), date);
    html(page->out, "<tr><th scope=\"row\">%s", date);
    if (today)
        html(page->out, " (%s)", page_text_of(page, SAY_TODAY));
    html(page->out, "</th><td>");
    json_array_foreach(json_object_get(day, "sessions"), i, session)
        html(page->out, "<span class=\"nb\">%s–%s</span> ", page_value_text(session, "from"),
             page_value_text(session, "to"));
    if (page_value_is(day, "kind", "make_up"))
        html(page->out, "(%s)", page_text_of(page, SAY_MAKE_UP));
    if (json_array_size(json_object_get(day, "sessions")) == 0)
        html(page->out, "%s",
             page_text_of(page, page_value_is(day, "kind", "day_off") ? SAY_HOLIDAY : SAY_REST));
    html(page->out, "</td></tr>");
}

static void put_hours(struct page *page, const json_t *hours)
{
    const json_t *day;
    size_t i;

    html(page->out, "<section class=\"tk\" aria-labelledby=\"h\">");
    if (!json_is_object(hours)) {
        html(page->out, "<h1 id=\"h\" class=\"name\">%s</h1><p>%s</p></section>",
             page_text_of(page, SAY_HOME_TITLE), page_text_of(page, SAY_HOURS_UNKNOWN));
        return;
    }
    put_state(page, hours);
    html(page->out,
         "<details><summary>%s</summary><table><thead class=\"vh\"><tr><th scope=\"col\">%s</th>"
         "<th scope=\"col\">%s</th></tr></thead><tbody>",
         page_text_of(page, SAY_WEEK), page_text_of(page, SAY_DAY), page_text_of(page, SAY_HOURS));
    json_array_foreach(json_object_get(hours, "days"), i, day) put_day(page, day, i == 0);
    html(page->out, "</tbody></table></details></section>");
}

/* ---- waits ----------------------------------------------------------------------------------- */

static enum page_text words_of_unknown(const json_t *service)
{
    if (page_value_is(service, "state", "closed"))
        return SAY_CLOSED_SERVICE;
    if (page_value_is(service, "wait_unknown", "no_open_counter"))
        return SAY_NO_COUNTER;
    return page_value_is(service, "wait_unknown", "not_computed") ? SAY_NOT_COMPUTED : SAY_NO_DATA;
}

/* Does any service of the queues stand like this? */
static bool any_unknown(const json_t *queues, const char *why)
{
    bool any = false;

    for (size_t i = 0; i < json_array_size(queues); i++) {
        const json_t *services = json_object_get(json_array_get(queues, i), "services");

        for (size_t j = 0; j < json_array_size(services); j++)
            any = any || page_value_is(json_array_get(services, j), "wait_unknown", why);
    }
    return any;
}

static void put_service(struct page *page, const json_t *service)
{
    const char *english = page_value_text(service, "name_en");
    char wait[PAGE_TIME_SIZE];

    page_wait_in_words(page, json_object_get(service, "wait_estimate"), wait);
    html(page->out, "<tr><th scope=\"row\"");
    if (page->language == LANGUAGE_EN && !english[0])
        html(page->out, " lang=\"vi\"");
    html(page->out, ">%s</th><td class=\"n\">%d</td><td>",
         page->language == LANGUAGE_EN && english[0] ? english : page_value_text(service, "name"),
         page_value_int(service, "waiting"));
    html(page->out, "%s</td></tr>", wait[0] ? wait : page_text_of(page, words_of_unknown(service)));
}

static void put_table(struct page *page, const json_t *queue)
{
    const json_t *service;
    char at[PAGE_TIME_SIZE];
    size_t i;

    html(page->out,
         "<table><caption class=\"vh\" lang=\"vi\">%s</caption><thead><tr><th scope=\"col\">%s</th>"
         "<th scope=\"col\" class=\"n\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>",
         page_value_text(queue, "site_name"), page_text_of(page, SAY_SERVICE),
         page_text_of(page, SAY_PEOPLE), page_text_of(page, SAY_EXPECTED));
    json_array_foreach(json_object_get(queue, "services"), i, service) put_service(page, service);
    html(page->out, "</tbody></table><p class=\"small\">");
    page_time(page_value_text(queue, "at"), at);
    page_say(page, SAY_AS_OF, at, NULL);
    html(page->out, "</p>");
}

static int waiting_at(const json_t *queue)
{
    const json_t *service;
    int waiting = 0;
    size_t i;

    json_array_foreach(json_object_get(queue, "services"), i, service) waiting +=
        page_value_int(service, "waiting");
    return waiting;
}

/* A site among several folds away; where somebody waits it is open. */
static void put_site(struct page *page, const json_t *queue)
{
    const int waiting = waiting_at(queue);
    char people[PAGE_TIME_SIZE];

    page_number_in_digits(waiting, people);
    if (waiting)
        html(page->out, "<details open>");
    else
        html(page->out, "<details>");
    html(page->out, "<summary><span lang=\"vi\">%s</span>: ", page_value_text(queue, "site_name"));
    page_say(page, SAY_WAITING_AT, people, NULL);
    html(page->out, "</summary>");
    put_table(page, queue);
    html(page->out, "</details>");
}

static void put_waits(struct page *page, const json_t *queues)
{
    const json_t *queue;
    size_t i;

    html(page->out,
         "<section class=\"box\" id=\"live\" data-unknown=\"%s\" "
         "aria-labelledby=\"w\"><h2 id=\"w\">%s</h2>",
         any_unknown(queues, "not_computed") ? "not_computed" : "", page_text_of(page, SAY_WAITS));
    json_array_foreach(queues, i, queue)
    {
        if (json_array_size(queues) > 1)
            put_site(page, queue);
        else
            put_table(page, queue);
    }
    html(page->out, "<p class=\"small\">%s</p></section>", page_text_of(page, SAY_HAVE_TICKET));
}

void page_home(struct page *page, const json_t *view)
{
    page_begin(page, page_text_of(page, SAY_HOME_TITLE), true);
    put_hours(page, json_object_get(view, "hours"));
    put_waits(page, json_object_get(view, "queues"));
    page_search_form(page, "");
    page_look_up_form(page, "");
    page_end(page);
}
