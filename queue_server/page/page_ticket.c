/* A ticket that its holder follows. */
#include <string.h>

#include "page/page.h"
#include "page/page_parts.h"
#include "page/page_value.h"

enum { BAR_MAX = 8 };

/* The page's title says first what changes. */
static void title_of(const struct page *page, const json_t *ticket, struct text *out_title)
{
    const json_t *ahead = json_object_get(ticket, "ahead");
    char people[PAGE_TIME_SIZE];

    page_number_in_digits(page_value_int(ticket, "ahead"), people);
    if (page_value_is(ticket, "state", "called"))
        page_phrase(page, SAY_TICKET_TITLE_CALLED, page_value_text(ticket, "number"),
                    page_value_text(ticket, "counter_name"), out_title);
    else if (page_value_is(ticket, "state", "waiting") && json_is_integer(ahead))
        page_phrase(page, SAY_TICKET_TITLE_AHEAD, page_value_text(ticket, "number"), people,
                    out_title);
    else if (page_value_is(ticket, "state", "waiting"))
        page_phrase(page, SAY_TICKET_TITLE_WAITING, page_value_text(ticket, "number"), NULL,
                    out_title);
    else
        page_phrase(page, SAY_PLAIN, page_value_text(ticket, "number"), NULL, out_title);
}

static void put_number(struct page *page, const json_t *ticket)
{
    char wait[PAGE_TIME_SIZE];

    page_wait_in_words(page, json_object_get(ticket, "wait_estimate"), wait);
    html(page->out, "<div class=\"n\"><b>%s</b>", page_value_text(ticket, "number"));
    if (page_value_is(ticket, "state", "waiting") && wait[0])
        html(page->out, "<span>%s<strong>%s</strong></span>", page_text_of(page, SAY_ABOUT), wait);
    html(page->out, "</div>");
}

/* One mark for each person before, the holder's last. */
static void put_bar(struct page *page, int ahead)
{
    struct text label;
    char people[PAGE_TIME_SIZE];

    page_number_in_digits(ahead, people);
    text_init(&label);
    page_phrase(page, SAY_AHEAD_BAR, people, NULL, &label);
    html(page->out, "<div class=\"steps\" role=\"img\" aria-label=\"%s\">", label.data);
    text_release(&label);
    for (int i = 0; i < (ahead < BAR_MAX ? ahead : BAR_MAX); i++)
        html(page->out, "<i></i>");
    html(page->out, "<i class=\"me\"></i></div>");
}

/* Why the wait cannot be told. */
static enum page_text words_of_unknown(const char *why)
{
    if (strcmp(why, "no_open_counter") == 0)
        return SAY_WAITING_NO_COUNTER;
    return strcmp(why, "not_computed") == 0 ? SAY_WAITING_COMPUTED : SAY_WAITING_STATE;
}

static void put_waiting(struct page *page, const json_t *ticket)
{
    const json_t *newest = json_object_get(ticket, "newest_call");
    const bool known = json_is_integer(json_object_get(ticket, "ahead"));
    const int ahead = page_value_int(ticket, "ahead");
    char people[PAGE_TIME_SIZE];

    page_number_in_digits(ahead, people);
    if (known)
        put_bar(page, ahead);
    html(page->out, "<p role=\"status\">");
    if (!known)
        page_say(page, words_of_unknown(page_value_text(ticket, "wait_unknown")), NULL, NULL);
    else
        page_say(page, ahead ? SAY_AHEAD : SAY_NEXT_ONE, people, NULL);
    if (json_is_object(newest)) {
        html(page->out, " ");
        page_say(page, SAY_CALLING, page_value_text(newest, "number"),
                 page_value_text(newest, "counter_name"));
    }
    html(page->out, "</p><p class=\"small\">%s</p>", page_text_of(page, SAY_STAY_NEAR));
}

static enum page_text words_of_state(const char *state)
{
    static const struct {
        const char *state;
        enum page_text words;
    } known[] = {
        {"called", SAY_CALLED_STATE}, {"serving", SAY_SERVING_STATE},
        {"parked", SAY_PARKED_STATE}, {"no_show", SAY_NO_SHOW_STATE},
        {"done", SAY_DONE_STATE},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].state, state) == 0)
            return known[i].words;
    return SAY_CANCELLED_STATE;
}

static void put_state(struct page *page, const json_t *ticket)
{
    char at[PAGE_TIME_SIZE];

    if (page_value_is(ticket, "state", "waiting")) {
        put_waiting(page, ticket);
        return;
    }
    page_time(page_value_text(ticket, "called_at"), at);
    if (page_value_is(ticket, "state", "called"))
        html(page->out, "<p role=\"status\" class=\"call\">");
    else
        html(page->out, "<p role=\"status\">");
    page_say(page, words_of_state(page_value_text(ticket, "state")),
             page_value_text(ticket, "counter_name"), at);
    html(page->out, "</p>");
}

static void put_update(struct page *page, const json_t *ticket)
{
    char at[PAGE_TIME_SIZE], taken[PAGE_TIME_SIZE];

    page_time(page_value_text(ticket, "at"), at);
    page_time_and_day(page_value_text(ticket, "issued_at"), taken);
    html(page->out, "<p class=\"small\">");
    page_say(page, SAY_TAKEN_AT, taken, NULL);
    html(page->out, ". ");
    page_say(page, SAY_AS_OF, at, NULL);
    html(page->out, ". <a class=\"update nb\" href=\"/t/");
    html_path(page->out, page->call->parameter[0]);
    page_language_of_links(page, '?');
    html(page->out, "\">%s</a></p>", page_text_of(page, SAY_UPDATE));
}

void page_ticket(struct page *page, const json_t *view)
{
    const char *english = page_value_text(view, "service_name_en");
    struct text title;

    text_init(&title);
    title_of(page, view, &title);
    page_begin(page, title.data ? title.data : "", true);
    text_release(&title);
    html(page->out,
         "<section class=\"tk\" id=\"live\" data-state=\"%s\" data-unknown=\"%s\" "
         "aria-labelledby=\"t\"><h1 id=\"t\">%s</h1>",
         page_value_text(view, "state"), page_value_text(view, "wait_unknown"),
         page_text_of(page, SAY_YOUR_NUMBER));
    put_number(page, view);
    put_state(page, view);
    if (page->language == LANGUAGE_EN && english[0])
        html(page->out, "<p class=\"small\">%s · <span lang=\"vi\">%s</span></p>", english,
             page_value_text(view, "site_name"));
    else
        html(page->out, "<p class=\"small\" lang=\"vi\">%s · %s</p>",
             page_value_text(view, "service_name"), page_value_text(view, "site_name"));
    put_update(page, view);
    html(page->out, "</section>");
    page_rating(page, page_value_text(view, "rating"), "/t/", page->call->parameter[0], "");
    page_end(page);
}
