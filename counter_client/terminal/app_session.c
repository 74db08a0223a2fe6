/* Signing in, the event stream, and what is asked anew when it says so. */
#include "counter_client/terminal/app.h"

#include "base/civil.h"
#include "base/clock.h"
#include "counter_client/terminal/json_path.h"

#include <stdio.h>
#include <string.h>

/* ---- asking anew ------------------------------------------------------------------------------
 */

/* Ask for what belongs to the counter that one sits at: `path` and then the value of its `member`.
 */
static void ask_of_counter(struct app *app, const char *path, const char *member, app_answer *took)
{
    const char *value = json_text_at(app->model.counter, member);
    char whole[PATH_SIZE];

    if (!value)
        return;
    snprintf(whole, sizeof whole, "%s%s", path, value);
    app_get(app, whole, took);
}

static void took_queue(struct app *app, const struct http_answer *answer)
{
    json_t *queue = json_array_get(json_object_get(answer->json, "items"), 0);

    if (queue)
        model_set(&app->model.queue, json_incref(queue));
}

void app_ask_queue(struct app *app)
{
    ask_of_counter(app, "/queue?site=", "site", took_queue);
}

static void took_counter(struct app *app, const struct http_answer *answer)
{
    model_counter(&app->model, answer->json);
    if (!app->model.counter)
        app_list_open(app, LIST_COUNTERS);
    else
        app_ask_queue(app);
}

void app_ask_counter(struct app *app)
{
    ask_of_counter(app, "/counters/", "counter", took_counter);
}

static void took_dossiers(struct app *app, const struct http_answer *answer)
{
    model_set(&app->model.dossiers, NULL);
    model_dossiers(&app->model, answer->json);
}

void app_ask_dossiers(struct app *app)
{
    const char *me = json_text_at(app->model.me, "account");
    char path[PATH_SIZE];

    if (!me)
        return;
    if (model_is_reception(&app->model))
        snprintf(path, sizeof path, "/dossiers?officer=%s&limit=500", me);
    else
        snprintf(path, sizeof path, "/dossiers?limit=500");
    app_get(app, path, took_dossiers);
}

/* ---- the event stream -------------------------------------------------------------------------
 */

/* Many events come at once (a call finishes one ticket and calls another): they are answered by one
 * question. */
static void ask_pause_cb(uv_timer_t *timer)
{
    struct app *app = timer->data;
    unsigned ask = app->to_ask;

    app->to_ask = 0;
    if (ask & MODEL_ASK_COUNTER)
        app_ask_counter(app);
    else if (ask & MODEL_ASK_QUEUE)
        app_ask_queue(app);
    if (ask & MODEL_ASK_DOSSIERS)
        app_ask_dossiers(app);
}

static void on_event(const struct sse_event *event, void *data)
{
    struct app *app = data;
    json_t *json = json_loads(event->data, 0, NULL);
    bool at_counter = app->model.counter != NULL;

    app->to_ask |= model_event(&app->model, event->kind, json);
    json_decref(json);
    if (app->to_ask && !uv_is_active((uv_handle_t *)&app->ask_pause))
        uv_timer_start(&app->ask_pause, ask_pause_cb, ASK_PAUSE_MS, 0);
    if (at_counter && !app->model.counter)
        app_list_open(app, LIST_COUNTERS);
    app_draw(app);
}

/* The machine's time of day: the person compares it with the clock on the wall. */
static void time_of_day(char out_text[SINCE_SIZE])
{
    char text[INSTANT_TEXT_SIZE];

    instant_format(instant_floor(clock_wall()), text);
    memcpy(out_text, text + 11, SINCE_SIZE - 1);
    out_text[SINCE_SIZE - 1] = '\0';
}

static void on_link(enum feed_state state, int status, const json_t *problem, void *data)
{
    struct app *app = data;
    char since[SINCE_SIZE];

    (void)problem;
    time_of_day(since);
    if (state == FEED_LIVE) {
        bool again = app->model.link == LINK_OFFLINE;

        model_link(&app->model, LINK_LIVE, since);
        app->model.complaint[0] = '\0';
        if (again) {
            app_ask_counter(app);
            app_ask_dossiers(app);
        }
    } else if (state == FEED_OFFLINE) {
        model_link(&app->model, LINK_OFFLINE, since);
    } else if (state == FEED_REFUSED && status == 401) {
        app->feed_ended = true; /* closed by the loop: not inside the feed's own callback */
    }
    app_draw(app);
}

static bool open_feed(struct app *app)
{
    struct event_feed_config config = {.http = app->http,
                                       .loop = &app->loop,
                                       .path = "/events?topics=queue,dossiers,print",
                                       .token = app->token,
                                       .language = app->model.language,
                                       .event = on_event,
                                       .changed = on_link,
                                       .data = app};

    return event_feed_open(&config, &app->feed) == ERR_OK;
}

/* ---- the session ------------------------------------------------------------------------------
 */

static void took_me(struct app *app, const struct http_answer *answer)
{
    const char *counter = json_text_at(answer->json, "counter");

    model_set(&app->model.me, json_incref(answer->json));
    if (!app->feed && !open_feed(app))
        model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
    if (app->wanted_counter[0])
        counter = app->wanted_counter;
    app_go(app, PAGE_HOME);
    if (!counter && model_has_role(&app->model, "TIEP_NHAN"))
        app_list_open(app, LIST_COUNTERS);
    if (!counter)
        return;
    if (json_text_at(answer->json, "counter") &&
        strcmp(counter, json_text_at(answer->json, "counter")) == 0) {
        model_set(&app->model.counter, json_pack("{s:s}", "counter", counter));
        app_ask_counter(app);
    } else {
        app_counter_set(app, counter, "open");
    }
}

void app_session_begin(struct app *app)
{
    app_get(app, "/me", took_me);
}

void app_session_end(struct app *app)
{
    bool english = app->model.language == LANGUAGE_EN;

    if (app->feed)
        event_feed_close(app->feed);
    app->feed = NULL;
    app->feed_ended = false;
    app->own_session = false;
    explicit_bzero(app->token, sizeof app->token);
    model_set(&app->model.me, NULL);
    model_set(&app->model.counter, NULL);
    app_sign_in_open(app);
    model_complain(&app->model, english ? "The session has ended: sign in again"
                                        : "Phiên làm việc đã hết: hãy đăng nhập lại");
}

static void signed_out(const struct http_answer *answer, void *data)
{
    struct app *app = data;

    (void)answer;
    app->signed_out = true;
}

static void sign_out_late_cb(uv_timer_t *timer)
{
    signed_out(NULL, timer->data);
}

void app_sign_out(struct app *app)
{
    const struct http_request request = {.method = "DELETE",
                                         .path = "/session",
                                         .token = app->token,
                                         .language = app->model.language,
                                         .attempts = 1};

    if (!app->own_session || !app->token[0] || app->model.link != LINK_LIVE ||
        http_send(app->http, &request, signed_out, app, NULL) != ERR_OK)
        return;
    uv_timer_start(&app->ask_pause, sign_out_late_cb, SIGN_OUT_MS, 0);
    while (!app->signed_out)
        uv_run(&app->loop, UV_RUN_ONCE);
}

void app_sign_in_open(struct app *app)
{
    form_release(&app->sign_in);
    form_init(&app->sign_in);
    form_add(&app->sign_in, FIELD_TEXT, (struct said){"Tài khoản", "Account"}, "account");
    form_add(&app->sign_in, FIELD_SECRET, (struct said){"Mật khẩu", "Password"}, "password");
    app_go(app, PAGE_SIGN_IN);
}

static void took_session(struct app *app, const struct http_answer *answer)
{
    const char *token = json_text_at(answer->json, "token");

    if (!token || strlen(token) >= sizeof app->token)
        return;
    snprintf(app->token, sizeof app->token, "%s", token);
    app->own_session = true;
    app->model.complaint[0] = '\0';
    form_set(&app->sign_in, "password", "");
    app_session_begin(app);
}

void app_sign_in_key(struct app *app, struct input_key key)
{
    bool last = app->sign_in.focus == app->sign_in.count - 1;
    json_t *body;

    if (key.code == INPUT_FUNCTION && key.value == 10) {
        app->quit = true;
    } else if (key.code == INPUT_ENTER && !last) {
        app->sign_in.focus++;
    } else if (key.code == INPUT_ENTER || input_key_sends(key)) {
        body = json_object();
        if (form_fill(&app->sign_in, body))
            app_ask(app, "/session", body, took_session);
        else
            json_decref(body);
    } else {
        form_key(&app->sign_in, key);
    }
}
