#include "counter_client/terminal/app.h"

#include "counter_client/terminal/one_shot.h"
#include "counter_client/terminal/screen.h"
#include "counter_client/terminal/view.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- pages ------------------------------------------------------------------------------------
 */

struct page_kind {
    void (*draw)(const struct app *app);
    void (*key)(struct app *app, struct input_key key);
};

static const struct page_kind pages[PAGE_COUNT] = {
    [PAGE_SIGN_IN] = {view_sign_in, app_sign_in_key}, [PAGE_HOME] = {view_home, app_home_key},
    [PAGE_LIST] = {view_list, app_list_key},          [PAGE_PROMPT] = {view_prompt, app_prompt_key},
    [PAGE_INTAKE] = {view_intake, app_intake_key},    [PAGE_TEXT] = {view_text, app_text_key},
};

void app_go(struct app *app, enum page page)
{
    app->page = page;
}

void app_draw(struct app *app)
{
    screen_clear();
    if (screen_rows() < SCREEN_ROWS_MIN || screen_columns() < SCREEN_COLUMNS_MIN)
        view_too_small(app);
    else
        pages[app->page].draw(app);
    screen_show();
}

/* ---- the terminal -----------------------------------------------------------------------------
 */

static void input_cb(uv_poll_t *poll, int status, int events)
{
    struct app *app = poll->data;
    struct input_key key;

    (void)events;
    if (status < 0) {
        app->quit = true;
        return;
    }
    while (!app->quit && (key = screen_key()).code != INPUT_NOTHING) {
        if (key.code == INPUT_REDRAW)
            screen_forget();
        else
            pages[app->page].key(app, key);
    }
    app_draw(app);
}

static void resized_cb(uv_signal_t *handle, int number)
{
    (void)number;
    screen_resize();
    app_draw(handle->data);
}

static void stop_cb(uv_signal_t *handle, int number)
{
    struct app *app = handle->data;

    (void)number;
    app->quit = true;
}

/* ---- opening and closing ----------------------------------------------------------------------
 */

static void handles_open(struct app *app)
{
    uv_poll_init(&app->loop, &app->input, STDIN_FILENO);
    uv_signal_init(&app->loop, &app->resized);
    uv_signal_init(&app->loop, &app->interrupted);
    uv_signal_init(&app->loop, &app->terminated);
    uv_timer_init(&app->loop, &app->ask_pause);
    uv_timer_init(&app->loop, &app->search_pause);
    app->input.data = app->resized.data = app->interrupted.data = app;
    app->terminated.data = app->ask_pause.data = app->search_pause.data = app;
    uv_poll_start(&app->input, UV_READABLE, input_cb);
    uv_signal_start(&app->resized, resized_cb, SIGWINCH);
    uv_signal_start(&app->interrupted, stop_cb, SIGINT);
    uv_signal_start(&app->terminated, stop_cb, SIGTERM);
}

static void handles_close(struct app *app)
{
    uv_close((uv_handle_t *)&app->input, NULL);
    uv_close((uv_handle_t *)&app->resized, NULL);
    uv_close((uv_handle_t *)&app->interrupted, NULL);
    uv_close((uv_handle_t *)&app->terminated, NULL);
    uv_close((uv_handle_t *)&app->ask_pause, NULL);
    uv_close((uv_handle_t *)&app->search_pause, NULL);
}

static void app_close(struct app *app)
{
    if (app->feed)
        event_feed_close(app->feed);
    app_requests_forget(app);
    http_close(app->http);
    handles_close(app);
    uv_run(&app->loop, UV_RUN_DEFAULT);
    uv_loop_close(&app->loop);
    form_release(&app->sign_in);
    form_release(&app->prompt.form);
    if (app->intake_open)
        intake_release(&app->intake);
    text_release(&app->text.text);
    json_decref(app->list.rows);
    json_decref(app->dossier);
    json_decref(app->units);
    model_release(&app->model);
    explicit_bzero(app->token, sizeof app->token);
}

static enum err app_open(struct app *app, const char *server, const char *token,
                         const char *counter, enum language language)
{
    enum err err;

    model_init(&app->model, language);
    list_init(&app->pending);
    snprintf(app->server, sizeof app->server, "%s", server);
    snprintf(app->token, sizeof app->token, "%s", token ? token : "");
    snprintf(app->wanted_counter, sizeof app->wanted_counter, "%s", counter ? counter : "");
    if (uv_loop_init(&app->loop) != 0)
        return ERR_NO_MEMORY;
    err = http_open(&app->loop, server, &app->http);
    if (err != ERR_OK) {
        uv_loop_close(&app->loop);
        return err;
    }
    handles_open(app);
    return ERR_OK;
}

static void app_loop(struct app *app)
{
    app_sign_in_open(app);
    if (app->token[0])
        app_session_begin(app);
    app_draw(app);
    while (!app->quit) {
        uv_run(&app->loop, UV_RUN_ONCE);
        if (app->feed_ended) {
            app_session_end(app);
            app_draw(app);
        }
    }
}

int app_run(const char *server, const char *token, const char *counter, enum language language)
{
    struct app *app = calloc(1, sizeof *app);
    enum err err = ERR_NO_MEMORY;

    if (app)
        err = screen_open();
    if (err == ERR_OK) {
        err = app_open(app, server, token, counter, language);
        if (err == ERR_OK) {
            app_loop(app);
            app_sign_out(app);
            app_close(app);
        }
        screen_close();
    }
    free(app);
    if (err == ERR_OK)
        return EXIT_DONE;
    fprintf(stderr, "counter_client: %s\n",
            err == ERR_FILE && language == LANGUAGE_EN ? "the full screen needs a terminal"
            : err == ERR_FILE ? "toàn màn hình cần một cửa sổ dòng lệnh"
                              : err_text(err, language));
    return EXIT_USAGE;
}
