#include "page/routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "domain/satisfaction.h"

#define RATE_SUFFIX "/danh-gia"

/* What a page's own parts read of its address; the API's handlers leave it alone. */
#define OWN "lang,loi,muc"

/* GET /hs?code=...&secret=..., as the look-up form asks it. */
static enum err look_up_by_form(struct api_call *call)
{
    const char *code = api_query(call, "code");

    if (!code || !api_query(call, "secret") || strlen(code) >= API_PARAMETER_SIZE)
        return ERR_NOT_FOUND;
    memcpy(call->parameter[0], code, strlen(code) + 1);
    return dossier_api_look_up(call);
}

/* A link without its secret opens nothing. */
static enum err look_up(struct api_call *call)
{
    return api_query(call, "secret") ? dossier_api_look_up(call) : ERR_NOT_FOUND;
}

#define GET(path, query, handler)                                                                  \
    {                                                                                              \
        "GET", path, PERMISSION_QUEUE_READ, ROUTE_PUBLIC | ROUTE_PAGE, query OWN, handler          \
    }
#define POST(path, handler)                                                                        \
    {                                                                                              \
        "POST", path, PERMISSION_QUEUE_READ,                                                       \
            ROUTE_PUBLIC | ROUTE_NOTICED | ROUTE_PAGE | ROUTE_BODY, OWN, handler                   \
    }

static const struct api_route routes[] = {
    GET("/", "", page_home_read),
    GET("/t/{}", "", public_api_ticket),
    GET("/hs/{}", "secret,", look_up),
    GET("/hs", "code,secret,", look_up_by_form),
    GET("/thu-tuc", "q,after,", catalogue_api_public_procedures),
    GET("/thu-tuc/{}", "", catalogue_api_procedure),
    GET("/hai-long", "", satisfaction_api_public),
    POST("/t/{}" RATE_SUFFIX, satisfaction_api_rate_ticket),
    POST("/hs/{}" RATE_SUFFIX, satisfaction_api_rate_dossier),
};
enum { ROUTES = sizeof routes / sizeof *routes };

/* By the index of the route; NULL for a form, whose answer is the way back to its page. */
static const page_render_fn renders[ROUTES] = {page_home,        page_ticket,     page_dossier,
                                               page_dossier,     page_procedures, page_procedure,
                                               page_satisfaction};

const struct api_route *page_routes(size_t *out_count)
{
    *out_count = ROUTES;
    return routes;
}

bool page_is_route(const struct api_route *route)
{
    return (route->flags & ROUTE_PAGE) != 0;
}

/* ---- the body of a form ---------------------------------------------------------------------- */

static const char *first_of(const json_t *fields, const char *name)
{
    const char *value = json_string_value(json_array_get(json_object_get(fields, name), 0));

    return value ? value : "";
}

json_t *page_body_of_form(const json_t *fields)
{
    const char *level = first_of(fields, "level"), *secret = first_of(fields, "secret");
    const bool digit = level[0] >= '0' && level[0] <= '9' && !level[1];
    const json_t *reasons = json_object_get(fields, "reasons");
    json_t *body = json_pack("{s:i}", "level", digit ? level[0] - '0' : 0);

    if (body && json_array_size(reasons) > 0 &&
        json_object_set_new(body, "reasons", json_copy((json_t *)reasons)) != 0)
        goto no_memory;
    if (body && secret[0] && json_object_set_new(body, "secret", json_string(secret)) != 0)
        goto no_memory;
    return body;
no_memory:
    json_decref(body);
    return NULL;
}

/* ---- the way back from a form ---------------------------------------------------------------- */

static void put_query(struct text *headers, char *joint, const char *name, const char *value)
{
    text_add_char(headers, *joint);
    text_add(headers, name);
    text_add_char(headers, '=');
    html_path(headers, value);
    *joint = '&';
}

/* The page that the form stood on, at its rating; for a bad level without a reason with the
 * question for it (muc), the second time as an error (loi). */
static void put_way_back(const struct api_call *call, bool reason_missing, struct text *headers)
{
    const char *secret = json_string_value(json_object_get(call->body, "secret"));
    const json_int_t level = json_integer_value(json_object_get(call->body, "level"));
    char joint = '?';

    text_add(headers, strncmp(call->route->path, "/t/", 3) == 0 ? "/t/" : "/hs/");
    html_path(headers, call->parameter[0]);
    if (secret)
        put_query(headers, &joint, "secret", secret);
    if (api_query(call, "lang"))
        put_query(headers, &joint, "lang", call->language == LANGUAGE_EN ? "en" : "vi");
    if (reason_missing)
        put_query(headers, &joint, "muc", level == LEVEL_LEAST ? "1" : "2");
    if (reason_missing && api_query(call, "muc"))
        put_query(headers, &joint, "loi", "1");
    text_add(headers, "#danh-gia");
}

/* ---- the answer ------------------------------------------------------------------------------ */

static void write_page(const struct api_call *call, const struct page_files *files, int status,
                       const json_t *view, struct text *body)
{
    struct catalogue *catalogue = office_catalogue(api_office(call->api));
    struct page page = {.out = body,
                        .call = call,
                        .files = files,
                        .catalogue = catalogue,
                        .language = call->language};

    if (status < 400)
        renders[call->route - routes](&page, view);
    else
        page_problem(&page, status, view);
    catalogue_release(catalogue);
}

static bool is_form(const struct api_call *call)
{
    return strcmp(call->route->method, "POST") == 0;
}

/* What a form's answer sends back to its page: done, done before, not to be done now, a reason or a
 * level that is missing. The page itself says which. */
static bool leads_back(int status)
{
    return status < 400 || status == 409 || status == 422;
}

void page_write(const struct api_call *call, const struct page_files *files, int status,
                const char *json, size_t length, struct page_answer *out_answer)
{
    json_t *view = json_loadb(json, length, 0, NULL);
    const char *code = json_string_value(json_object_get(view, "code"));

    *out_answer = (struct page_answer){.status = view ? status : 503};
    text_add(&out_answer->headers, "Content-Type: text/html; charset=utf-8\r\n"
                                   "Cache-Control: no-store\r\nX-Robots-Tag: noindex\r\n"
                                   "Vary: Accept-Language\r\n");
    if (is_form(call) && leads_back(status)) { /* */
        out_answer->status = 303;
        text_add(&out_answer->headers, "Location: ");
        put_way_back(call, code && strcmp(code, "reason_missing") == 0, &out_answer->headers);
        text_add(&out_answer->headers, "\r\n");
    } else {
        if (out_answer->status == 429)
            text_add(&out_answer->headers, "Retry-After: 60\r\n");
        write_page(call, files, out_answer->status, view, &out_answer->body);
    }
    json_decref(view);
}
