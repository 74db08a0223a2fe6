/* A small form before an action: what it needs, F8 to send, Escape to leave. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/body.h"

#include <stdio.h>
#include <string.h>

void app_prompt_begin(struct app *app, const char *title, const char *method, const char *path,
                      app_answer *done)
{
    struct prompt *prompt = &app->prompt;

    form_release(&prompt->form);
    form_init(&prompt->form);
    snprintf(prompt->title, sizeof prompt->title, "%s", title);
    snprintf(prompt->path, sizeof prompt->path, "%s", path);
    prompt->if_match[0] = '\0';
    prompt->method = method;
    prompt->done = done;
    prompt->back = app->page;
}

/* A question: its fields go into the query. */
static void ask_prompt(struct app *app)
{
    const struct form *form = &app->prompt.form;
    struct text path;

    text_init(&path);
    text_add(&path, app->prompt.path);
    for (int i = 0; i < form->count; i++) {
        const char *value = form_value(form, form->fields[i].name);

        if (!value || !value[0])
            continue;
        text_printf(&path, "&%s=", form->fields[i].name);
        body_percent(&path, value);
    }
    if (path.data && !path.failed)
        app_get(app, path.data, app->prompt.done);
    text_release(&path);
}

static void send_prompt(struct app *app)
{
    struct prompt *prompt = &app->prompt;
    json_t *body;

    if (strcmp(prompt->method, "GET") == 0) {
        ask_prompt(app);
        return;
    }
    body = json_object();
    if (!form_fill(&prompt->form, body)) {
        json_decref(body);
        model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
        return;
    }
    app_change(app, prompt->method, prompt->path, body,
               prompt->if_match[0] ? prompt->if_match : NULL, prompt->done);
}

void app_prompt_key(struct app *app, struct input_key key)
{
    struct form *form = &app->prompt.form;
    bool last = form->focus >= form->count - 1;

    if (key.code == INPUT_ESCAPE) {
        app->model.complaint[0] = '\0';
        app_go(app, app->prompt.back);
    } else if (input_key_sends(key)) {
        send_prompt(app);
    } else if (key.code == INPUT_ENTER && last) {
        send_prompt(app);
    } else if (key.code == INPUT_ENTER) {
        form->focus++;
    } else {
        form_key(form, key);
    }
}
