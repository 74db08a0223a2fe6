/* What is published of the answers. Rules. */
#include <string.h>

#include "domain/satisfaction.h"
#include "page/page.h"
#include "page/page_value.h"

static void put_share(struct page *page, const json_t *row, int least)
{
    char low[PAGE_TIME_SIZE], high[PAGE_TIME_SIZE], share[PAGE_TIME_SIZE];
    const json_t *index = json_object_get(row, "index");

    if (!json_is_object(index)) {
        page_number_in_digits(page_value_int(row, "answers"), low);
        page_number_in_digits(least, high);
        page_say(page, SAY_FEW, low, high);
        return;
    }
    page_percent_in_digits(page, json_number_value(json_object_get(index, "value")), share);
    page_percent_in_digits(page, json_number_value(json_object_get(row, "low")), low);
    page_percent_in_digits(page, json_number_value(json_object_get(row, "high")), high);
    html(page->out, "<b>%s %%</b> <small>%d/%d, ", share, page_value_int(index, "numerator"),
         page_value_int(index, "denominator"));
    page_say(page, SAY_INTERVAL, low, high);
    html(page->out, "; ");
    page_number_in_digits(page_value_int(row, "threshold"), share);
    page_say(page, page_value_is(row, "verdict", "met") ? SAY_MET : SAY_MISSED, share, NULL);
    html(page->out, "</small>");
}

/* 03/2026 of 2026-03. */
static void put_month(struct page *page, const char *key)
{
    char year[sizeof "2026"] = "";

    memcpy(year, key, sizeof year - 1);
    html(page->out, "%s/%s", key + sizeof "2026", year);
}

static void put_row(struct page *page, const json_t *row, int least, bool month)
{
    const char *key = page_value_text(row, "key");

    html(page->out, "<tr><th scope=\"row\">");
    if (month && strlen(key) == sizeof "2026-03" - 1)
        put_month(page, key);
    else
        html(page->out, "%s", page_value_text(row, "name"));
    html(page->out, "</th><td class=\"n\">%d</td><td>", page_value_int(row, "answers"));
    put_share(page, row, least);
    html(page->out, "</td></tr>");
}

static void put_table(struct page *page, enum page_text caption, const json_t *rows, int least,
                      bool months)
{
    const json_t *row;
    size_t i;

    if (json_array_size(rows) == 0)
        return;
    html(page->out,
         "<table><caption>%s</caption><thead><tr><th scope=\"col\">%s</th>"
         "<th scope=\"col\" class=\"n\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>",
         page_text_of(page, caption), page_text_of(page, caption), page_text_of(page, SAY_ANSWERS),
         page_text_of(page, SAY_SHARE));
    json_array_foreach(rows, i, row) put_row(page, row, least, months);
    html(page->out, "</tbody></table>");
}

static void put_reasons(struct page *page, const json_t *reasons)
{
    static const enum page_text words[RATING_REASON_COUNT] = {
        [RATING_ACCESS] = SAY_REASON_ACCESS,     [RATING_PROCEDURE] = SAY_REASON_PROCEDURE,
        [RATING_STAFF] = SAY_REASON_STAFF,       [RATING_RESULT] = SAY_REASON_RESULT,
        [RATING_FEEDBACK] = SAY_REASON_FEEDBACK,
    };

    if (json_object_size(reasons) == 0)
        return;
    html(page->out, "<h2>%s</h2><ul class=\"list\">", page_text_of(page, SAY_REASONS));
    for (int i = 0; i < RATING_REASON_COUNT; i++) {
        char times[PAGE_TIME_SIZE];

        page_number_in_digits(page_value_int(reasons, rating_reason_name((enum rating_reason)i)),
                              times);
        html(page->out, "<li>%s: ", page_text_of(page, words[i]));
        page_say(page, SAY_TIMES, times, NULL);
        html(page->out, "</li>");
    }
    html(page->out, "</ul>");
}

void page_satisfaction(struct page *page, const json_t *view)
{
    const json_t *total = json_object_get(view, "total");
    const int least = page_value_int(view, "minimum_sample"),
              assisted = page_value_int(view, "assisted");
    char from[PAGE_TIME_SIZE], to[PAGE_TIME_SIZE];

    page_begin(page, page_text_of(page, SAY_SATISFACTION_TITLE), false);
    page_date_in_digits(page_value_text(view, "from"), from);
    page_date_in_digits(page_value_text(view, "to"), to);
    html(page->out,
         "<section class=\"tk\" aria-labelledby=\"t\"><h1 id=\"t\" class=\"name\">%s</h1><p>",
         page_text_of(page, SAY_SATISFACTION_TITLE));
    page_say(page, SAY_SATISFACTION_PERIOD, from, to);
    html(page->out, "</p><p class=\"share\">");
    put_share(page, total, least);
    html(page->out, "</p></section><section class=\"box\">");
    put_table(page, SAY_BY_GROUP, json_object_get(view, "groups"), least, false);
    put_table(page, SAY_BY_MONTH, json_object_get(view, "months"), least, true);
    put_reasons(page, json_object_get(total, "reasons"));
    html(page->out, "<p class=\"small\">");
    page_number_in_digits(least, from);
    page_say(page, SAY_SATISFACTION_HOW, from, NULL);
    page_number_in_digits(assisted, from);
    if (assisted) {
        html(page->out, " ");
        page_say(page, SAY_ASSISTED_NOTE, from, NULL);
    }
    html(page->out, "</p></section>");
    page_end(page);
}
