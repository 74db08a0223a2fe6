/* The counter's page: keys become actions on the counter and its ticket. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/home_actions.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/value.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

/* ---- the counter ------------------------------------------------------------------------------
 */

static void took_counter_state(struct app *app, const struct http_answer *answer)
{
    const char *state = json_text_at(answer->json, "state");

    model_set(&app->model.counter, json_incref(answer->json));
    model_say(&app->model, MOOD_GOOD, "%s: %s", json_text_at(answer->json, "name"),
              word_said(WORDS_COUNTER_STATE, state ? state : "", app->model.language));
    app_go(app, PAGE_HOME);
    app_ask_queue(app);
}

void app_counter_set(struct app *app, const char *counter, const char *state)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "/counters/%s", counter);
    app_change(app, "PUT", path, json_pack("{s:s}", "state", state), NULL, took_counter_state);
}

static void set_state(struct app *app, const char *state)
{
    char counter[44];

    snprintf(counter, sizeof counter, "%s", json_text_at(app->model.counter, "counter"));
    app_counter_set(app, counter, state);
}

/* ---- calls ------------------------------------------------------------------------------------
 */

static void tell_call(struct app *app, const json_t *call)
{
    bool english = app->model.language == LANGUAGE_EN;
    const char *number = json_text_at(call, "ticket.number"),
               *rule = json_text_at(call, "why.rule");
    int passed = (int)json_int_at(call, "why.passed_over", 0);
    struct text waited;

    rule = word_said(WORDS_CALL_RULE, rule ? rule : "", app->model.language);
    if (!number) {
        model_say(&app->model, MOOD_PLAIN, english ? "Nobody to call: %s" : "Chưa gọi được ai: %s",
                  rule);
        return;
    }
    text_init(&waited);
    span_add(&waited, json_int_at(call, "why.waited_s", 0), app->model.language);
    if (passed > 0)
        model_say(&app->model, MOOD_GOOD,
                  english ? "Called %s: %s, waited %s, passed over %d"
                          : "Mời %s: %s, đã chờ %s, vượt qua %d người",
                  number, rule, waited.data, passed);
    else
        model_say(&app->model, MOOD_GOOD,
                  english ? "Called %s: %s, waited %s" : "Mời %s: %s, đã chờ %s", number, rule,
                  waited.data);
    text_release(&waited);
}

static void took_call(struct app *app, const struct http_answer *answer)
{
    const json_t *finished = json_at(answer->json, "finished");

    if (finished) {
        model_ticket(&app->model, finished);
        model_say(&app->model, MOOD_PLAIN,
                  app->model.language == LANGUAGE_EN ? "Finished %s" : "Xong %s",
                  json_text_at(finished, "number"));
    }
    tell_call(app, answer->json);
    if (json_at(answer->json, "ticket"))
        model_ticket(&app->model, json_at(answer->json, "ticket"));
    app_go(app, PAGE_HOME);
}

static void call_next(struct app *app, bool finish)
{
    const char *counter = json_text_at(app->model.counter, "counter");
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "/counters/%s/call-next", counter ? counter : "");
    app_change(app, "POST", path, finish ? json_pack("{s:b}", "finish_current", 1) : json_object(),
               NULL, took_call);
}

/* ---- the ticket at the counter ----------------------------------------------------------------
 */

void app_took_ticket(struct app *app, const struct http_answer *answer)
{
    const char *number = json_text_at(answer->json, "number");
    const char *state = json_text_at(answer->json, "state");

    model_ticket(&app->model, answer->json);
    model_say(&app->model, MOOD_PLAIN, "%s: %s", number ? number : "",
              word_said(WORDS_TICKET_STATE, state ? state : "", app->model.language));
    app_go(app, PAGE_HOME);
}

static void ticket_path(const struct app *app, const char *verb, char out_path[PATH_SIZE])
{
    const char *id = json_text_at(model_ticket_now(&app->model), "id");

    snprintf(out_path, PATH_SIZE, "/tickets/%s/%s", id ? id : "", verb);
}

static void ticket_action(struct app *app, const char *verb)
{
    char path[PATH_SIZE];

    ticket_path(app, verb, path);
    app_change(app, "POST", path, json_object(), NULL, app_took_ticket);
}

/* Services as choices, those of other counters first: that is why one transfers. */
static void add_services(struct app *app, bool here)
{
    size_t i;
    json_t *each;

    json_array_foreach(json_at(app->model.queue, "services"), i, each)
    {
        const char *service = json_text_at(each, "service"), *name = json_text_at(each, "name");
        const char *name_en = json_text_at(each, "name_en");
        char text[CHOICE_TEXT_SIZE];

        if (!service || model_serves(&app->model, service) != here)
            continue;
        if (app->model.language == LANGUAGE_EN && name_en)
            name = name_en;
        snprintf(text, sizeof text, "%s  %s", service, name ? name : "");
        form_add_choice(&app->prompt.form, service, text);
    }
}

static void add_counters(struct app *app)
{
    size_t i;
    json_t *each;

    form_add_choice(&app->prompt.form, "",
                    app->model.language == LANGUAGE_EN ? "any" : "quầy nào cũng được");
    json_array_foreach(json_at(app->model.queue, "counters"), i, each)
    {
        const char *name = json_text_at(each, "name"), *counter = json_text_at(each, "counter");

        if (counter)
            form_add_choice(&app->prompt.form, counter, name ? name : counter);
    }
}

static void transfer(struct app *app)
{
    bool english = app->model.language == LANGUAGE_EN;
    const char *number = json_text_at(model_ticket_now(&app->model), "number");
    char title[TITLE_SIZE], path[PATH_SIZE];

    snprintf(title, sizeof title, english ? "Transfer %s" : "Chuyển %s", number ? number : "");
    ticket_path(app, "transfer", path);
    app_prompt_begin(app, title, "POST", path, app_took_ticket);
    form_add(&app->prompt.form, FIELD_CHOICE, (struct said){"Sang nhóm", "To service"}, "service");
    add_services(app, false);
    add_services(app, true);
    form_add(&app->prompt.form, FIELD_CHOICE, (struct said){"Quầy", "Counter"}, "counter");
    add_counters(app);
    app_go(app, PAGE_PROMPT);
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static void act(struct app *app, enum home_action action)
{
    switch (action) {
    case HOME_OPEN:
        set_state(app, "open");
        break;
    case HOME_PAUSE:
        set_state(app, "paused");
        break;
    case HOME_CLOSE:
        set_state(app, "closed");
        break;
    case HOME_CALL:
        call_next(app, false);
        break;
    case HOME_FINISH_CALL:
        call_next(app, true);
        break;
    case HOME_RECALL:
        ticket_action(app, "recall");
        break;
    case HOME_START:
        ticket_action(app, "start");
        break;
    case HOME_FINISH:
        ticket_action(app, "finish");
        break;
    case HOME_NO_SHOW:
        ticket_action(app, "no-show");
        break;
    case HOME_PARK:
        ticket_action(app, "park");
        break;
    case HOME_TRANSFER:
        transfer(app);
        break;
    case HOME_INTAKE:
        app_intake_open(app);
        break;
    case HOME_TICKETS:
        app_list_open(app, LIST_TICKETS);
        break;
    case HOME_DOSSIERS:
        app_list_open(app, LIST_DOSSIERS);
        break;
    case HOME_COUNTERS:
        app_list_open(app, LIST_COUNTERS);
        break;
    case HOME_HELP:
        app_help_open(app);
        break;
    case HOME_QUIT:
        app->quit = true;
        break;
    case HOME_ACTION_COUNT:
        break;
    }
}

void app_home_key(struct app *app, struct input_key key)
{
    enum home_action action = home_action_of_key(&app->model, key);

    if (key.code == INPUT_ESCAPE || action != HOME_ACTION_COUNT)
        app->model.complaint[0] = '\0';
    act(app, action);
}
