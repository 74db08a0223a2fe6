/* Requests of the full screen, and what is said when they fail. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/uuid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct app_request {
    struct link link; /* in app->pending */
    struct app *app;
    app_answer *done;
    bool change;
};

static void forget(struct app *app, struct app_request *request)
{
    struct list rest;
    struct link *link;

    list_init(&rest);
    while ((link = list_pop(&app->pending)) != NULL) {
        if (link != &request->link)
            list_push(&rest, link);
    }
    list_take_all(&app->pending, &rest);
    free(request);
}

void app_requests_forget(struct app *app)
{
    struct link *link;

    while ((link = list_pop(&app->pending)) != NULL)
        free(container_of(link, struct app_request, link));
}

/* The form that is being filled in, whose fields a refusal may name. */
static struct form *form_now(struct app *app)
{
    switch (app->page) {
    case PAGE_SIGN_IN:
        return &app->sign_in;
    case PAGE_PROMPT:
        return &app->prompt.form;
    case PAGE_INTAKE:
        return &app->intake.form;
    case PAGE_HOME:
    case PAGE_LIST:
    case PAGE_TEXT:
    case PAGE_COUNT:
        break;
    }
    return NULL;
}

static void say_missing(struct app *app, const char *title, const json_t *missing)
{
    struct text names;
    size_t i;
    json_t *each;

    text_init(&names);
    json_array_foreach(missing, i, each) text_printf(
        &names, "%s%s", i > 0 ? "; " : "", json_is_string(each) ? json_string_value(each) : "");
    model_complain(&app->model, "%s: %s", title, names.data ? names.data : "");
    text_release(&names);
}

/* The first faulty field is named and gets the focus. */
static void say_problem(struct app *app, int status, const json_t *problem)
{
    const char *title = json_text_at(problem, "title");
    const json_t *fault = json_array_get(json_at(problem, "errors"), 0);
    const char *pointer = json_text_at(fault, "pointer"), *message = json_text_at(fault, "message");
    struct form *form = form_now(app);
    const struct field *field = form && pointer ? form_point(form, pointer) : NULL;

    if (field)
        model_complain(&app->model, "%s: %s", said(app->model.language, field->label), message);
    else if (pointer && message)
        model_complain(&app->model, "%s: %s (%s)", title, message, pointer);
    else if (json_at(problem, "missing"))
        say_missing(app, title, json_at(problem, "missing"));
    else if (json_text_at(problem, "conflicting_code"))
        model_complain(&app->model, "%s: %s", title, json_text_at(problem, "conflicting_code"));
    else if (title)
        model_complain(&app->model, "%s", title);
    else
        model_complain(&app->model,
                       app->model.language == LANGUAGE_EN ? "The server answered %d"
                                                          : "Máy chủ trả lời %d",
                       status);
}

static void say_silence(struct app *app, bool change)
{
    bool english = app->model.language == LANGUAGE_EN;

    if (change)
        model_complain(&app->model,
                       english ? "No answer from the server; the screen will tell what happened "
                                 "once it answers"
                               : "Máy chủ không trả lời; khi nối lại, màn hình sẽ cho biết đã ghi "
                                 "hay chưa");
    else
        model_complain(&app->model,
                       english ? "The server cannot be reached" : "Không kết nối được máy chủ");
}

static void on_answer(const struct http_answer *answer, void *data)
{
    struct app_request *request = data;
    struct app *app = request->app;
    app_answer *done = request->done;
    bool change = request->change;

    forget(app, request);
    if (change)
        app->model.busy = false;
    if (answer->status == 0) {
        say_silence(app, change);
    } else if (answer->status == 401 && app->token[0] && app->page != PAGE_SIGN_IN) {
        app_session_end(app);
    } else if (answer->status >= 400) {
        say_problem(app, answer->status, answer->json);
    } else {
        done(app, answer);
    }
    app_draw(app);
}

static void send_request(struct app *app, const struct http_request *request, bool change,
                         app_answer *done)
{
    struct app_request *waiting = calloc(1, sizeof *waiting);

    if (!waiting) {
        model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
        return;
    }
    *waiting = (struct app_request){.app = app, .done = done, .change = change};
    if (http_send(app->http, request, on_answer, waiting, NULL) != ERR_OK) {
        free(waiting);
        model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
        return;
    }
    list_push(&app->pending, &waiting->link);
    if (change)
        app->model.busy = true;
}

static struct http_request request_of(const struct app *app, const char *method, const char *path)
{
    return (struct http_request){.method = method,
                                 .path = path,
                                 .token = app->token[0] ? app->token : NULL,
                                 .language = app->model.language,
                                 .attempts = HTTP_ATTEMPTS};
}

void app_get(struct app *app, const char *path, app_answer *done)
{
    struct http_request request = request_of(app, "GET", path);

    send_request(app, &request, false, done);
}

void app_ask(struct app *app, const char *path, json_t *body, app_answer *done)
{
    struct http_request request = request_of(app, "POST", path);
    char *text = json_dumps(body, JSON_COMPACT);

    json_decref(body);
    request.body = text;
    send_request(app, &request, false, done);
    free(text);
}

/* True when a change may be sent now; says why not. */
static bool may_change(struct app *app)
{
    bool english = app->model.language == LANGUAGE_EN;

    if (app->model.busy) {
        model_complain(&app->model, english ? "One moment, the last step is still being sent"
                                            : "Xin chờ một chút, bước trước đang gửi");
        return false;
    }
    if (app->model.link == LINK_OFFLINE) {
        model_complain(&app->model,
                       english ? "Not sent: the server has not answered since %s"
                               : "Chưa gửi được: mất kết nối từ %s, đang tự nối lại",
                       app->model.offline_since);
        return false;
    }
    return true;
}

void app_change(struct app *app, const char *method, const char *path, json_t *body,
                const char *if_match, app_answer *done)
{
    struct http_request request = request_of(app, method, path);
    char key[UUID_SIZE];
    char *text = body ? json_dumps(body, JSON_COMPACT) : NULL;

    json_decref(body);
    if (may_change(app)) {
        uuid_new(key);
        app->model.complaint[0] = '\0';
        request.body = text;
        request.key = key;
        request.if_match = if_match;
        send_request(app, &request, true, done);
    }
    free(text);
}
