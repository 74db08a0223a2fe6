#include "page/page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "domain/satisfaction.h"

/* ---- rating ---------------------------------------------------------------------------------- */

static const enum page_text level_words[LEVEL_COUNT] = {SAY_LEVEL_1, SAY_LEVEL_2, SAY_LEVEL_3,
                                                        SAY_LEVEL_4, SAY_LEVEL_5};
static const enum page_text reason_words[RATING_REASON_COUNT] = {
    [RATING_ACCESS] = SAY_REASON_ACCESS,     [RATING_PROCEDURE] = SAY_REASON_PROCEDURE,
    [RATING_STAFF] = SAY_REASON_STAFF,       [RATING_RESULT] = SAY_REASON_RESULT,
    [RATING_FEEDBACK] = SAY_REASON_FEEDBACK,
};

/* The mouth of each face; the rest of it is the same. */
static void put_face(struct page *page, int level)
{
    html(page->out, "<svg class=\"ic\" aria-hidden=\"true\" focusable=\"false\" "
                    "viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
                    "<path d=\"M15 10V9M9 10V9\"/>");
    switch (level) {
    case 5:
        html(page->out, "<path d=\"M7.1 14.3a5.1 5.1 0 009.8 0 .24.24 0 00-.23-.3H7.3a.24.24 0 "
                        "00-.23.3\"/>");
        break;
    case 4:
        html(page->out, "<path d=\"M16.5 15a6 6 0 01-9 0\"/>");
        break;
    case 3:
        html(page->out, "<path d=\"M8 16h8\"/>");
        break;
    case 2:
        html(page->out, "<path d=\"M9 16a5 5 0 016 0\"/>");
        break;
    default:
        html(page->out, "<path d=\"M7.5 17a6 6 0 019 0M7.5 7l2.5 1M16.5 7L14 8\"/>");
    }
    html(page->out, "</svg>");
}

/* `level`: 0, or the bad one whose reasons are asked for, so that the answer knows it (muc). */
static void begin_form(struct page *page, const char *path_prefix, const char *name,
                       const char *secret, int level)
{
    html(page->out, "<form method=\"post\" action=\"%s", path_prefix);
    html_path(page->out, name);
    html(page->out, "/danh-gia");
    if (level)
        html(page->out, "?muc=%d", level);
    page_language_of_links(page, level ? '&' : '?');
    html(page->out, "\" data-once>");
    if (secret[0])
        html(page->out, "<input type=\"hidden\" name=\"secret\" value=\"%s\">", secret);
}

/* One touch sends it: five buttons. A bad level comes back for its reasons. */
static void put_levels(struct page *page)
{
    html(page->out, "<p class=\"small\">%s</p><div class=\"rate\">",
         page_text_of(page, SAY_RATE_HOW));
    for (int level = LEVEL_MOST; level >= LEVEL_LEAST; level--) {
        html(page->out, "<button name=\"level\" value=\"%d\">", level);
        put_face(page, level);
        html(page->out, "%s</button>", page_text_of(page, level_words[level - LEVEL_LEAST]));
    }
    html(page->out, "</div>");
}

/* The path of the page itself, to choose another level. */
static void put_back_link(struct page *page, const char *path_prefix, const char *name,
                          const char *secret)
{
    html(page->out, "<a class=\"btn\" href=\"%s", path_prefix);
    html_path(page->out, name);
    if (secret[0]) {
        html(page->out, "?secret=");
        html_path(page->out, secret);
    }
    page_language_of_links(page, secret[0] ? '&' : '?');
    html(page->out, "#danh-gia\">%s</a>", page_text_of(page, SAY_BACK));
}

static void put_reasons(struct page *page, int level, bool error)
{
    html(page->out,
         "<input type=\"hidden\" name=\"level\" value=\"%d\">"
         "<fieldset><legend>%s</legend><p>",
         level, page_text_of(page, SAY_WHY));
    page_say(page, SAY_WHY_HOW, page_text_of(page, level_words[level - LEVEL_LEAST]), NULL);
    html(page->out, "</p>");
    if (error)
        html(page->out, "<p class=\"fault\" id=\"why-fault\">%s</p>",
             page_text_of(page, SAY_WHY_ERROR));
    for (int i = 0; i < RATING_REASON_COUNT; i++) {
        html(page->out,
             "<label class=\"tick\"><input type=\"checkbox\" name=\"reasons\" value=\"%s\"",
             rating_reason_name((enum rating_reason)i));
        if (i == 0)
            html(page->out, " id=\"why\"");
        html(page->out, "><span>%s</span></label>", page_text_of(page, reason_words[i]));
    }
    html(page->out, "</fieldset>");
}

/* The level that came back for its reasons; 0 for none. */
static int asked_level(const struct page *page)
{
    const char *text = api_query(page->call, "muc");

    return text && (strcmp(text, "1") == 0 || strcmp(text, "2") == 0) ? text[0] - '0' : 0;
}

static void put_open(struct page *page, const char *path_prefix, const char *name,
                     const char *secret)
{
    const int level = asked_level(page);
    const bool error = api_query(page->call, "loi") && level;

    if (error)
        html(page->out,
             "<div class=\"summary\" role=\"alert\"><p><b>%s</b></p><p><a href=\"#why\">%s</a></p>"
             "</div>",
             page_text_of(page, SAY_THERE_IS_A_PROBLEM), page_text_of(page, SAY_WHY_ERROR));
    begin_form(page, path_prefix, name, secret, level);
    if (level) {
        put_reasons(page, level, error);
        html(page->out, "<div class=\"two\"><button class=\"btn btn-primary\">%s</button>",
             page_text_of(page, SAY_SEND));
        put_back_link(page, path_prefix, name, secret);
        html(page->out, "</div>");
    } else {
        put_levels(page);
    }
    html(page->out, "</form>");
}

void page_rating(struct page *page, const char *gate, const char *path_prefix, const char *name,
                 const char *secret)
{
    html(page->out,
         "<section class=\"box\" id=\"danh-gia\" data-gate=\"%s\" aria-labelledby=\"r\">"
         "<h2 id=\"r\">%s</h2>",
         gate, page_text_of(page, SAY_RATE));
    if (strcmp(gate, "open") == 0) {
        put_open(page, path_prefix, name, secret);
    } else if (strcmp(gate, "given") == 0) {
        html(page->out, "<p class=\"note ok\" role=\"status\">");
        page_icon(page, "check");
        html(page->out, "%s</p>", page_text_of(page, SAY_RATED));
    } else {
        html(page->out, "<p>%s</p>",
             page_text_of(page, strcmp(gate, "past") == 0 ? SAY_RATE_PAST : SAY_RATE_LATER));
    }
    html(page->out, "</section>");
}

/* ---- forms ----------------------------------------------------------------------------------- */

void page_look_up_form(struct page *page, const char *code)
{
    html(page->out,
         "<form class=\"box form\" action=\"/hs\" aria-labelledby=\"l\"><h2 id=\"l\">%s</h2>"
         "<p id=\"l-hint\">%s</p><label for=\"code\">%s</label><input id=\"code\" name=\"code\" "
         "value=\"%s\" maxlength=\"60\" autocomplete=\"off\" autocapitalize=\"characters\" "
         "spellcheck=\"false\" aria-describedby=\"l-hint\">",
         page_text_of(page, SAY_LOOK_UP), page_text_of(page, SAY_LOOK_UP_HINT),
         page_text_of(page, SAY_DOSSIER_CODE), code);
    html(page->out,
         "<label for=\"secret\">%s</label><input id=\"secret\" name=\"secret\" maxlength=\"64\" "
         "autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" "
         "aria-describedby=\"l-hint\">",
         page_text_of(page, SAY_SECRET));
    page_language_of_form(page);
    html(page->out, "<button class=\"btn btn-strong\">%s</button></form>",
         page_text_of(page, SAY_SHOW));
}

void page_search_form(struct page *page, const char *words)
{
    html(page->out,
         "<form class=\"box form\" action=\"/thu-tuc\" role=\"search\" aria-labelledby=\"s\">"
         "<h2 id=\"s\"><label for=\"q\">%s</label></h2><p id=\"q-hint\">%s</p>"
         "<div class=\"line\"><input id=\"q\" name=\"q\" type=\"search\" value=\"%s\" "
         "maxlength=\"100\" aria-describedby=\"q-hint\" autocomplete=\"off\">",
         page_text_of(page, SAY_SEARCH_PROCEDURE), page_text_of(page, SAY_SEARCH_HINT), words);
    page_language_of_form(page);
    html(page->out, "<button class=\"btn btn-primary\">%s</button></div></form>",
         page_text_of(page, SAY_SEARCH));
}
