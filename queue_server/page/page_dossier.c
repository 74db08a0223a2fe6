/* A dossier that its holder follows, masked. */
#include <string.h>

#include "page/page.h"
#include "page/page_parts.h"
#include "page/page_value.h"

/* ---- state in words -------------------------------------------------------------------------- */

/* Words of the state in English; the Vietnamese ones are the API's own. */
static const char *state_in_english(const char *state)
{
    static const char *const words[][2] = {
        {"arrived", "Being checked"},
        {"supplement_before", "More papers needed before it is received"},
        {"refused", "Refused at intake"},
        {"accepted", "Received"},
        {"processing", "In progress"},
        {"with_agency", "With another agency"},
        {"awaiting_supplement", "Waiting for papers from you"},
        {"awaiting_payment", "Waiting for your payment"},
        {"suspended", "Suspended"},
        {"withdrawal_requested", "Withdrawal asked for"},
        {"stopped", "Stopped"},
        {"result_ready", "Result ready"},
        {"returned", "Result returned"},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], state) == 0)
            return words[i][1];
    return state;
}

static const char *state_in_words(const struct page *page, const json_t *dossier)
{
    return page->language == LANGUAGE_EN ? state_in_english(page_value_text(dossier, "state"))
                                         : page_value_text(dossier, "status_text");
}

/* ---- the promise ----------------------------------------------------------------------------- */

/* A tag says it by colour, icon and word alike. Only literals may be classes and icons. */
#define put_tag(page, class, icon, words)                                                          \
    do {                                                                                           \
        html((page)->out, "<span class=\"tag " class "\">");                                       \
        page_icon(page, icon);                                                                     \
        html((page)->out, "%s</span>", page_text_of(page, words));                                 \
    } while (0)

static void put_progress_tag(struct page *page, const json_t *dossier)
{
    if (page_value_is(dossier, "pending", "paused"))
        put_tag(page, "warn", "pause", SAY_PAUSED);
    else if (page_value_is(dossier, "pending", "overdue"))
        put_tag(page, "bad", "alert", SAY_OVERDUE);
    else if (page_value_is(dossier, "pending", "near_due"))
        put_tag(page, "warn", "clock", SAY_NEAR_DUE);
    else if (page_value_is(dossier, "pending", "in_time"))
        put_tag(page, "ok", "check", SAY_IN_TIME);
    else if (page_value_is(dossier, "verdict", "early"))
        put_tag(page, "ok", "check", SAY_FINISHED_EARLY);
    else if (page_value_is(dossier, "verdict", "on_time"))
        put_tag(page, "ok", "check", SAY_FINISHED_ON_TIME);
    else if (page_value_is(dossier, "verdict", "late"))
        put_tag(page, "bad", "alert", SAY_FINISHED_LATE);
}

static void put_due(struct page *page, const json_t *dossier)
{
    const char *promised = page_value_text(dossier, "promised_at");
    const char *due = page_value_text(dossier, "legal_due_at");
    char at[PAGE_TIME_SIZE];

    page_time_and_date(page, promised, at);
    if (page_value_is(dossier, "pending", "overdue") || page_value_is(dossier, "verdict", "late"))
        html(page->out, "<div class=\"due late\">");
    else
        html(page->out, "<div class=\"due\">");
    html(page->out, "<span>%s<b>%s</b>", page_text_of(page, SAY_PROMISED),
         at[0] ? at : page_text_of(page, SAY_NO_LIMIT));
    if (due[0] && promised[0] && strcmp(due, promised) != 0) {
        page_time_and_date(page, due, at);
        page_say(page, SAY_DUE_MOVED, at, NULL);
    }
    html(page->out, "</span>");
    put_progress_tag(page, dossier);
    html(page->out, "</div>");
}

/* What the holder must know or do, before anything else. */
static void put_notes(struct page *page, const json_t *dossier)
{
    const json_t *asked = json_object_get(dossier, "supplement"), *item;
    char at[PAGE_TIME_SIZE];
    size_t i;

    page_time_and_date(page, page_value_text(dossier, "paused_since"), at);
    if (at[0]) {
        html(page->out, "<p class=\"note warn\">");
        page_say(page, SAY_PAUSE_WHY, at, NULL);
        html(page->out, "</p>");
    }
    if (page_value_is(dossier, "pending", "overdue"))
        html(page->out, "<p class=\"note bad\">%s</p>", page_text_of(page, SAY_OVERDUE_WHY));
    if (page_value_is(dossier, "state", "result_ready"))
        html(page->out, "<p class=\"note ok\">%s</p>", page_text_of(page, SAY_COLLECT));
    if (json_array_size(asked) == 0)
        return;
    html(page->out, "<h2>%s</h2><ul class=\"list\" lang=\"vi\">",
         page_text_of(page, SAY_ASKED_FOR));
    json_array_foreach(asked, i, item) html(page->out, "<li>%s</li>", json_string_value(item));
    html(page->out, "</ul>");
}

/* ---- progress -------------------------------------------------------------------------------- */

static void put_done(struct page *page, enum page_text words, const char *name, const char *at)
{
    html(page->out, "<li>");
    page_icon(page, "check");
    html(page->out, "<b>");
    page_say(page, words, name, NULL);
    html(page->out, "</b><small>%s</small></li>", at);
}

static void put_next(struct page *page, enum page_text words)
{
    html(page->out, "<li class=\"next\">");
    page_icon(page, "circle");
    html(page->out, "%s</li>", page_text_of(page, words));
}

static void put_step(struct page *page, const json_t *step, bool open)
{
    const char *unit = page_value_text(step, "unit_name");
    char from[PAGE_TIME_SIZE], to[PAGE_TIME_SIZE];

    page_time_and_day(page_value_text(step, "from"), from);
    page_time_and_day(page_value_text(step, "to"), to);
    if (open && !to[0]) {
        html(page->out, "<li class=\"now\" aria-current=\"step\">");
        page_icon(page, "dot");
        html(page->out, "<b>");
        page_say(page, SAY_STEP_NOW, unit, NULL);
    } else {
        html(page->out, "<li>");
        page_icon(page, "check");
        html(page->out, "<b>");
        page_say(page, SAY_PLAIN, unit, NULL);
    }
    html(page->out, "</b><small>");
    page_say(page, to[0] ? SAY_STEP_SPAN : SAY_STEP_FROM, from, to);
    html(page->out, "</small></li>");
}

static void put_steps(struct page *page, const json_t *dossier)
{
    const bool open = !json_is_null(json_object_get(dossier, "pending"));
    const json_t *step;
    char at[PAGE_TIME_SIZE];
    size_t i;

    page_time_and_day(page_value_text(dossier, "accepted_at"), at);
    html(page->out, "<h2>%s</h2><ol class=\"tl\">", page_text_of(page, SAY_PROGRESS));
    if (at[0])
        put_done(page, SAY_STEP_RECEIVED, NULL, at);
    json_array_foreach(json_object_get(dossier, "steps"), i, step) put_step(page, step, open);
    page_time_and_day(page_value_text(dossier, "ended_at"), at);
    if (page_value_is(dossier, "state", "stopped"))
        put_done(page, SAY_STEP_STOPPED, NULL, at);
    else if (at[0])
        put_done(page, SAY_STEP_RESULT, NULL, at);
    else
        put_next(page, SAY_STEP_RESULT_NEXT);
    page_time_and_day(page_value_text(dossier, "returned_at"), at);
    if (at[0])
        put_done(page, SAY_STEP_RETURNED, NULL, at);
    else if (!page_value_is(dossier, "state", "stopped"))
        put_next(page, SAY_STEP_RETURN_NEXT);
    html(page->out, "</ol>");
}

/* ---- the page -------------------------------------------------------------------------------- */

static void put_fact(struct page *page, enum page_text name, const char *value)
{
    if (value[0])
        html(page->out, "<div><dt>%s</dt><dd lang=\"%s\">%s</dd></div>", page_text_of(page, name),
             page->language == LANGUAGE_EN && name == SAY_STATE ? "en" : "vi", value);
}

static void put_facts(struct page *page, const json_t *dossier)
{
    html(page->out, "<dl class=\"facts\">");
    put_fact(page, SAY_STATE, state_in_words(page, dossier));
    put_fact(page, SAY_APPLICANT, page_value_text(dossier, "applicant_name"));
    put_fact(page, SAY_PERSONAL_ID, page_value_text(dossier, "applicant_id"));
    put_fact(page, SAY_PHONE, page_value_text(dossier, "applicant_phone"));
    html(page->out, "</dl><p class=\"small\">%s</p>", page_text_of(page, SAY_MASKED));
}

void page_dossier(struct page *page, const json_t *view)
{
    const char *secret = api_query(page->call, "secret");
    struct text title;

    text_init(&title);
    page_phrase(page, SAY_DOSSIER_TITLE, state_in_words(page, view), page_value_text(view, "code"),
                &title);
    page_begin(page, title.data ? title.data : "", true);
    text_release(&title);
    html(page->out,
         "<section class=\"tk\" id=\"live\" data-state=\"%s\" aria-labelledby=\"t\">"
         "<h1 id=\"t\" class=\"name\" lang=\"vi\">%s</h1><p class=\"code\">",
         page_value_text(view, "state"), page_value_text(view, "procedure_name"));
    page_say(page, SAY_DOSSIER_LINE, page_value_text(view, "code"), NULL);
    html(page->out, "</p>");
    put_due(page, view);
    put_notes(page, view);
    put_steps(page, view);
    put_facts(page, view);
    html(page->out, "</section>");
    page_rating(page, page_value_text(view, "rating"), "/hs/", page_value_text(view, "code"),
                secret ? secret : "");
    page_end(page);
}
