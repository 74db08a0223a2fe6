/* The catalogue: a list that is searched, and one procedure. Names stay as the law has them. */
#include <stdio.h>
#include <string.h>

#include "page/page.h"
#include "page/page_parts.h"
#include "page/page_value.h"

/* ---- the list -------------------------------------------------------------------------------- */

static void put_item(struct page *page, const json_t *procedure)
{
    html(page->out, "<li lang=\"vi\"><a href=\"/thu-tuc/");
    html_path(page->out, page_value_text(procedure, "procedure"));
    page_language_of_links(page, '?');
    html(page->out, "\">%s</a><p>%s</p><dl><div><dt lang=\"%s\">%s</dt><dd>%s</dd></div>",
         page_value_text(procedure, "name"), page_value_text(procedure, "field"),
         page->language == LANGUAGE_EN ? "en" : "vi", page_text_of(page, SAY_LIMIT),
         page_value_text(procedure, "limit_text"));
    html(page->out, "<div><dt lang=\"%s\">%s</dt><dd>%s</dd></div></dl></li>",
         page->language == LANGUAGE_EN ? "en" : "vi", page_text_of(page, SAY_FEE),
         page_value_text(json_object_get(procedure, "fee"), "text"));
}

static void put_more(struct page *page, const char *next, const char *words)
{
    if (!next[0])
        return;
    html(page->out, "<p><a class=\"btn\" rel=\"next\" href=\"/thu-tuc?after=");
    html_path(page->out, next);
    if (words[0]) {
        html(page->out, "&amp;q=");
        html_path(page->out, words);
    }
    page_language_of_links(page, '&');
    html(page->out, "\">%s</a></p>", page_text_of(page, SAY_MORE));
}

void page_procedures(struct page *page, const json_t *view)
{
    const char *asked = api_query(page->call, "q");
    const char *words = asked ? asked : "";
    const json_t *items = json_object_get(view, "items"), *item;
    size_t i;

    page_begin(page, page_text_of(page, SAY_PROCEDURES_TITLE), false);
    page_search_form(page, words);
    html(page->out, "<section class=\"box\" aria-labelledby=\"p\"><h1 id=\"p\">");
    page_say(page, words[0] ? SAY_PROCEDURES_FOUND : SAY_PROCEDURES_TITLE, words, NULL);
    html(page->out, "</h1>");
    if (json_array_size(items) == 0) {
        html(page->out, "<p>");
        page_say(page, words[0] ? SAY_PROCEDURES_NONE : SAY_PROCEDURES_EMPTY, words, NULL);
        html(page->out, "</p>");
    } else {
        html(page->out, "<ul class=\"procedures\">");
        json_array_foreach(items, i, item) put_item(page, item);
        html(page->out, "</ul>");
    }
    put_more(page, page_value_text(view, "next"), words);
    html(page->out, "</section>");
    page_end(page);
}

/* ---- one ------------------------------------------------------------------------------------- */

static enum page_text words_of_form(const char *form)
{
    if (strcmp(form, "form") == 0)
        return SAY_PAPER_FORM;
    if (strcmp(form, "original") == 0)
        return SAY_PAPER_ORIGINAL;
    if (strcmp(form, "copy") == 0)
        return SAY_PAPER_COPY;
    return strcmp(form, "present") == 0 ? SAY_PAPER_PRESENT : SAY_PAPER_DATA;
}

static void put_paper(struct page *page, const json_t *paper)
{
    const char *data = page_value_text(paper, "replace_by_data");

    html(page->out, "<li><span lang=\"vi\">%s</span> <small>(%s", page_value_text(paper, "name"),
         page_text_of(page, words_of_form(page_value_text(paper, "form"))));
    if (json_is_false(json_object_get(paper, "required")))
        html(page->out, ", %s", page_text_of(page, SAY_OPTIONAL));
    html(page->out, ")</small>");
    if (data[0]) {
        html(page->out, "<small class=\"line\">");
        page_say(page, SAY_REPLACED, data, NULL);
        html(page->out, "</small>");
    }
    html(page->out, "</li>");
}

static void put_papers(struct page *page, const json_t *papers)
{
    const json_t *paper;
    size_t i;

    html(page->out, "<h2>%s</h2>", page_text_of(page, SAY_PAPERS));
    if (json_array_size(papers) == 0) {
        html(page->out, "<p>%s</p>", page_text_of(page, SAY_PAPERS_NONE));
        return;
    }
    html(page->out, "<ol class=\"list\">");
    json_array_foreach(papers, i, paper) put_paper(page, paper);
    html(page->out, "</ol>");
}

/* A part in words, where the procedure states it; each text is one step or paragraph. R-823. */
static void put_part(struct page *page, enum page_text name, const json_t *texts, const char *list)
{
    const json_t *text;
    size_t i;

    if (json_array_size(texts) == 0)
        return;
    html(page->out, "<h2>%s</h2><%s class=\"list\" lang=\"vi\">", page_text_of(page, name), list);
    json_array_foreach(texts, i, text) html(page->out, "<li>%s</li>", json_string_value(text));
    html(page->out, "</%s>", list);
}

static void put_parts(struct page *page, const json_t *details)
{
    put_part(page, SAY_PROCESS, json_object_get(details, "process"), "ol");
    put_part(page, SAY_CONDITIONS, json_object_get(details, "conditions"), "ul");
    put_part(page, SAY_LEGAL_BASIS, json_object_get(details, "legal_basis"), "ul");
}

/* Where it is filed: the national portal is where filing belongs; this server takes none. */
static void put_online(struct page *page, const json_t *procedure)
{
    const bool full = page_value_is(procedure, "online_level", "full");
    const bool none = page_value_is(procedure, "online_level", "none");

    html(page->out, "<h2>%s</h2><p>%s</p>", page_text_of(page, SAY_ONLINE),
         page_text_of(page, full   ? SAY_ONLINE_FULL
                            : none ? SAY_ONLINE_NONE
                                   : SAY_ONLINE_PARTIAL));
    if (!none)
        html(page->out,
             "<p><a class=\"btn btn-strong\" rel=\"external noreferrer\" "
             "href=\"https://dichvucong.gov.vn/\">%s <small>(%s)</small></a></p>",
             page_text_of(page, SAY_PORTAL), page_text_of(page, SAY_PORTAL_NOTE));
}

static void put_fact(struct page *page, enum page_text name, const char *value)
{
    html(page->out, "<div><dt>%s</dt><dd lang=\"vi\">%s</dd></div>", page_text_of(page, name),
         value);
}

/* The dd of a definition list may come more than once. */
static void put_applicants(struct page *page, const json_t *texts)
{
    const json_t *text;
    size_t i;

    if (json_array_size(texts) == 0)
        return;
    html(page->out, "<div><dt>%s</dt>", page_text_of(page, SAY_APPLICANTS));
    json_array_foreach(texts, i, text)
        html(page->out, "<dd lang=\"vi\">%s</dd>", json_string_value(text));
    html(page->out, "</div>");
}

static void put_sets(struct page *page, int sets)
{
    char number[16];

    if (sets < 1)
        return;
    snprintf(number, sizeof number, "%02d", sets);
    html(page->out, "<div><dt>%s</dt><dd>", page_text_of(page, SAY_SETS));
    page_say(page, SAY_SETS_OF, number, NULL);
    html(page->out, "</dd></div>");
}

void page_procedure(struct page *page, const json_t *view)
{
    const json_t *details = json_object_get(view, "details");

    page_begin(page, page_value_text(view, "name"), false);
    html(page->out,
         "<section class=\"tk\" aria-labelledby=\"t\"><h1 id=\"t\" class=\"name\" lang=\"vi\">%s"
         "</h1><dl class=\"facts wide\">",
         page_value_text(view, "name"));
    put_fact(page, SAY_CODE, page_value_text(view, "procedure"));
    put_fact(page, SAY_FIELD, page_value_text(view, "field"));
    put_fact(page, SAY_LIMIT, page_value_text(view, "limit_text"));
    put_fact(page, SAY_FEE, page_value_text(json_object_get(view, "fee"), "text"));
    put_fact(page, SAY_RESULT, page_value_text(view, "result"));
    put_applicants(page, json_object_get(details, "applicants"));
    put_sets(page, page_value_int(details, "sets"));
    html(page->out, "</dl>");
    put_papers(page, json_object_get(view, "documents"));
    put_parts(page, details);
    put_online(page, view);
    html(page->out, "<p><a href=\"/thu-tuc");
    page_language_of_links(page, '?');
    html(page->out, "\">%s</a></p></section>", page_text_of(page, SAY_ALL_PROCEDURES));
    page_end(page);
}
