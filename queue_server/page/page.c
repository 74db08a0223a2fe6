#include "page/page.h"

#include <string.h>

/* ---- texts ----------------------------------------------------------------------------------- */

const char *page_text_of(const struct page *page, enum page_text text)
{
    return page_text(text, page->language);
}

void page_say(struct page *page, enum page_text text, const char *a, const char *b)
{
    const char *const values[HTML_SLOTS_MAX] = {a, b, NULL};

    html_sentence(page->out, page_text_of(page, text), values);
}

void page_phrase(const struct page *page, enum page_text text, const char *a, const char *b,
                 struct text *out_text)
{
    const char *const values[HTML_SLOTS_MAX] = {a, b, NULL};

    html_phrase(out_text, page_text_of(page, text), values);
}

/* ---- links ----------------------------------------------------------------------------------- */

static bool language_was_chosen(const struct page *page)
{
    return api_query(page->call, "lang") != NULL;
}

void page_language_of_links(struct page *page, char joint)
{
    if (!language_was_chosen(page))
        return;
    if (joint == '?')
        html(page->out, "?lang=");
    else
        html(page->out, "&amp;lang=");
    html_path(page->out, page->language == LANGUAGE_EN ? "en" : "vi");
}

void page_language_of_form(struct page *page)
{
    if (language_was_chosen(page))
        html(page->out, "<input type=\"hidden\" name=\"lang\" value=\"%s\">",
             page->language == LANGUAGE_EN ? "en" : "vi");
}

/* The path of this page: its route with the parameter in place, without the act that ends it. */
static void put_own_path(struct page *page)
{
    const char *path = page->call->route->path;
    const char *slot = strchr(path, '{');
    char before[PAGE_FILE_SIZE] = "";

    memcpy(before, path, slot ? (size_t)(slot - path) : strlen(path));
    html(page->out, "%s", before);
    if (slot)
        html_path(page->out, page->call->parameter[0]);
}

/* The same page in the other language, with all else that was asked for. */
static void put_language_link(struct page *page)
{
    const char *other = page->language == LANGUAGE_EN ? "vi" : "en";
    const char *name;
    json_t *value;

    html(page->out, "<a class=\"lang\" hreflang=\"%s\" lang=\"%s\" href=\"", other, other);
    put_own_path(page);
    html(page->out, "?lang=%s", other);
    json_object_foreach(page->call->queries, name, value)
    {
        if (strcmp(name, "lang") == 0)
            continue;
        html(page->out, "&amp;");
        html_path(page->out, name);
        html(page->out, "=");
        html_path(page->out, json_string_value(value));
    }
    html(page->out, "\">%s</a>", page_text_of(page, SAY_OTHER_LANGUAGE));
}

/* ---- the frame ------------------------------------------------------------------------------- */

static void put_head(struct page *page, const char *title)
{
    html(page->out,
         "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" "
         "content=\"same-origin\"><title>%s%s · %s</title>",
         page->language == LANGUAGE_EN ? "en" : "vi",
         api_query(page->call, "loi") ? page_text_of(page, SAY_ERROR_PREFIX) : "", title,
         page->catalogue->name);
    if (page->files->screens)
        html(page->out, "<link rel=\"icon\" href=\"/mark.svg\" type=\"image/svg+xml\">");
    else
        html(page->out, "<link rel=\"icon\" href=\"data:,\">");
    if (page->files->style[0])
        html(page->out, "<link rel=\"stylesheet\" href=\"%s\">", page->files->style);
    if (page->files->script[0])
        html(page->out, "<script type=\"module\" src=\"%s\"></script>", page->files->script);
    html(page->out, "</head>");
}

/* The icons of lucide (ISC) that the pages use. */
static void put_sprite(struct page *page)
{
    html(page->out,
         "<svg class=\"vh\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">"
         "<symbol id=\"i-check\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
         "<path d=\"m16 9-5.5 5.5L8 12\"/></symbol>"
         "<symbol id=\"i-dot\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"1\"/>"
         "<circle cx=\"12\" cy=\"12\" r=\"10\"/></symbol>"
         "<symbol id=\"i-circle\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
         "</symbol><symbol id=\"i-pause\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" "
         "r=\"10\"/><path d=\"M10 15V9M14 15V9\"/></symbol>"
         "<symbol id=\"i-alert\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
         "<path d=\"M12 8v4M12 16h.01\"/></symbol>"
         "<symbol id=\"i-clock\" viewBox=\"0 0 24 24\"><circle cx=\"12\" cy=\"12\" r=\"10\"/>"
         "<path d=\"M12 6v6l4 2\"/></symbol></svg>");
}

static void put_mark(struct page *page)
{
    html(page->out,
         "<svg viewBox=\"-100 -100 200 200\" width=\"34\" height=\"34\" aria-hidden=\"true\" "
         "focusable=\"false\"><path d=\"M0,-66L6.01,-26.32L28.64,-59.46L16.83,-21.11L51.6,-41.15"
         "L24.33,-11.71L64.35,-14.69L27,0L64.35,14.69L24.33,11.71L51.6,41.15L16.83,21.11L28.64,"
         "59.46L6.01,26.32L0,66L-6.01,26.32L-28.64,59.46L-16.83,21.11L-51.6,41.15L-24.33,11.71"
         "L-64.35,14.69L-27,0L-64.35,-14.69L-24.33,-11.71L-51.6,-41.15L-16.83,-21.11L-28.64,"
         "-59.46L-6.01,-26.32Z\" fill=\"currentColor\"/><circle fill=\"none\" "
         "stroke=\"currentColor\" r=\"77\" stroke-width=\"6\"/><circle fill=\"none\" "
         "stroke=\"currentColor\" r=\"92\" stroke-width=\"6\" stroke-dasharray=\"7 7.45\"/></svg>");
}

static void put_nav(struct page *page)
{
    static const struct {
        const char *path;
        enum page_text name;
    } links[] = {
        {"/", SAY_NAV_HOME}, {"/thu-tuc", SAY_NAV_PROCEDURES}, {"/hai-long", SAY_NAV_SATISFACTION}};

    html(page->out, "<nav aria-label=\"%s\"><ul>", page_text_of(page, SAY_NAV));
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        html(page->out, "<li><a href=\"%s", links[i].path);
        page_language_of_links(page, '?');
        html(page->out, "\"");
        if (strcmp(page->call->route->path, links[i].path) == 0)
            html(page->out, " aria-current=\"page\"");
        html(page->out, ">%s</a></li>", page_text_of(page, links[i].name));
    }
    html(page->out, "</ul></nav>");
}

void page_begin(struct page *page, const char *title, bool live)
{
    put_head(page, title);
    if (live)
        html(page->out, "<body data-live>");
    else
        html(page->out, "<body>");
    html(page->out, "<a class=\"skip\" href=\"#main\">%s</a>", page_text_of(page, SAY_SKIP));
    put_sprite(page);
    html(page->out, "<header class=\"hd\"><div class=\"b\">");
    put_mark(page);
    html(page->out, "<p><b>%s</b>%s</p>", page_text_of(page, SAY_BRAND), page->catalogue->name);
    put_language_link(page);
    html(page->out, "</div>");
    if (page->catalogue->training)
        html(page->out, "<p class=\"training\"><strong>%s</strong></p>",
             page_text_of(page, SAY_TRAINING));
    html(page->out, "</header>");
    html(page->out,
         "<main id=\"main\"><p id=\"offline\" class=\"note bad\" role=\"alert\" hidden "
         "data-text=\"%s\"></p>",
         page_text_of(page, SAY_OFFLINE));
}

/* In a training centre everybody may look at every screen; citizens of a real one need none. */
static void put_screens(struct page *page)
{
    static const struct {
        const char *path;
        enum page_text name;
    } screens[] = {{"/kiosk", SAY_SCREEN_KIOSK},     {"/board", SAY_SCREEN_BOARD},
                   {"/counter", SAY_SCREEN_COUNTER}, {"/cashier", SAY_SCREEN_CASHIER},
                   {"/scans", SAY_SCREEN_SCANS},     {"/petitions", SAY_SCREEN_PETITIONS},
                   {"/manager", SAY_SCREEN_MANAGER}, {"/admin", SAY_SCREEN_ADMIN}};

    if (!page->catalogue->training || !page->files->screens)
        return;
    html(page->out, "<p>%s:</p><ul>", page_text_of(page, SAY_SCREENS));
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        html(page->out, "<li><a href=\"%s\">%s</a></li>", screens[i].path,
             page_text_of(page, screens[i].name));
    html(page->out, "</ul>");
}

void page_end(struct page *page)
{
    html(page->out, "</main><footer>");
    put_nav(page);
    put_screens(page);
    if (!page->files->screens)
        html(page->out, "<p id=\"no-screens\">%s</p>", page_text_of(page, SAY_NO_SCREENS));
    html(page->out, "<p>%s</p></footer></body></html>\n", page_text_of(page, SAY_NO_COOKIES));
}
