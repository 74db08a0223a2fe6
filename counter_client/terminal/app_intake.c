/* Taking a dossier in: card, procedure, papers, preview, acceptance. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/body.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/shown.h"

#include <stdio.h>
#include <string.h>

void app_intake_open(struct app *app)
{
    const char *ticket = json_text_at(model_ticket_now(&app->model), "id");

    if (!app->intake_open) {
        if (!intake_init(&app->intake, app->model.language)) {
            intake_release(&app->intake);
            model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
            return;
        }
        app->intake_open = true;
    }
    snprintf(app->intake.ticket, sizeof app->intake.ticket, "%s", ticket ? ticket : "");
    app_go(app, PAGE_INTAKE);
}

static void close_intake(struct app *app)
{
    if (app->intake_open)
        intake_release(&app->intake);
    app->intake_open = false;
}

/* ---- the card ---------------------------------------------------------------------------------
 */

static void took_card(struct app *app, const struct http_answer *answer)
{
    const json_t *warning = json_array_get(json_at(answer->json, "warnings"), 0);

    if (app->page != PAGE_INTAKE)
        return;
    intake_card(&app->intake, answer->json);
    if (warning)
        model_complain(&app->model, "%s", json_text_at(warning, "message"));
    if (intake_is_at(&app->intake, INTAKE_CARD))
        app->intake.form.focus = app->intake.form.count - 1;
}

static void read_card(struct app *app)
{
    const char *text = form_value(&app->intake.form, INTAKE_CARD);

    if (text && text[0])
        app_ask(app, "/identity/card", json_pack("{s:s}", "text", text), took_card);
    else
        app->intake.form.focus++;
}

/* ---- the procedure ----------------------------------------------------------------------------
 */

static void took_found(struct app *app, const struct http_answer *answer)
{
    if (app->page == PAGE_INTAKE && intake_is_at(&app->intake, INTAKE_SEARCH))
        intake_found(&app->intake, json_incref(answer->json));
}

void app_search_cb(uv_timer_t *timer)
{
    struct app *app = timer->data;
    const char *words = app->intake_open ? form_value(&app->intake.form, INTAKE_SEARCH) : NULL;
    struct text path;

    if (!words || !words[0] || app->page != PAGE_INTAKE)
        return;
    text_init(&path);
    text_printf(&path, "/procedures?limit=%d&q=", FOUND_MAX);
    body_percent(&path, words);
    if (path.data)
        app_get(app, path.data, took_found);
    text_release(&path);
}

static void choose_found(struct app *app)
{
    struct intake *intake = &app->intake;
    json_t *chosen =
        json_array_get(json_object_get(intake->found, "items"), (size_t)intake->found_chosen);

    if (!chosen)
        return;
    intake_choose(intake, json_deep_copy(chosen));
    if (intake->paper_count > 0)
        intake->part = INTAKE_PAPERS;
}

/* ---- preview and acceptance -------------------------------------------------------------------
 */

/* One line for each fault: the label of its field, what is wrong. The first one gets the focus. */
static void show_faults(struct app *app, const json_t *faults)
{
    bool english = app->model.language == LANGUAGE_EN;
    struct form *form = &app->intake.form;
    size_t i = json_array_size(faults);

    app_text_begin(app, TEXT_FAULTS, english ? "Cannot be received yet" : "Chưa tiếp nhận được");
    for (; i > 0; i--) { /* backwards: form_point leaves the focus at the first fault */
        const char *pointer = json_text_at(json_array_get(faults, i - 1), "pointer");

        if (pointer && form_point(form, pointer))
            app->intake.part = INTAKE_FORM;
    }
    for (; i < json_array_size(faults); i++) {
        const json_t *fault = json_array_get(faults, i);
        const char *pointer = json_text_at(fault, "pointer");
        struct form at = *form; /* its focus may move, ours stays */
        const struct field *field = pointer ? form_point(&at, pointer) : NULL;

        text_printf(&app->text.text, "%s: %s\n",
                    field     ? said(app->model.language, field->label)
                    : english ? "Papers"
                              : "Hồ sơ",
                    json_text_at(fault, "message"));
    }
}

static void took_preview(struct app *app, const struct http_answer *answer)
{
    bool english = app->model.language == LANGUAGE_EN;
    const json_t *faults = json_at(answer->json, "faults");

    if (app->page != PAGE_INTAKE)
        return;
    if (json_array_size(faults) > 0) {
        show_faults(app, faults);
        return;
    }
    app_text_begin(app, TEXT_PREVIEW,
                   english ? "Before it is received" : "Xem trước khi tiếp nhận");
    shown_add(&app->text.text, SHOWN_DOSSIER, answer->json, app->model.language);
}

static void took_received(struct app *app, const struct http_answer *answer)
{
    bool english = app->model.language == LANGUAGE_EN;
    const char *code = json_text_at(answer->json, "code");

    close_intake(app);
    model_say(&app->model, MOOD_GOOD, english ? "Received %s" : "Đã tiếp nhận %s",
              code ? code : "");
    app_text_begin(app, TEXT_RECEIVED, english ? "Received" : "Đã tiếp nhận hồ sơ");
    shown_add(&app->text.text, SHOWN_DOSSIER, answer->json, app->model.language);
    app_ask_dossiers(app);
}

static json_t *body_or_complain(struct app *app)
{
    json_t *body = NULL;

    if (!app->intake.procedure)
        model_complain(&app->model, app->model.language == LANGUAGE_EN
                                        ? "Procedure: choose one first"
                                        : "Thủ tục: chưa chọn thủ tục nào");
    else if (!(body = intake_body(&app->intake)))
        model_complain(&app->model, "%s", err_text(ERR_NO_MEMORY, app->model.language));
    return body;
}

static void preview(struct app *app)
{
    json_t *body = body_or_complain(app);

    if (body)
        app_change(app, "POST", "/dossiers?dry_run=true", body, NULL, took_preview);
}

void app_intake_accept(struct app *app)
{
    json_t *body = body_or_complain(app);

    app_go(app, PAGE_INTAKE); /* a refusal is shown beside its field */
    if (body)
        app_change(app, "POST", "/dossiers", body, NULL, took_received);
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static void enter(struct app *app)
{
    struct intake *intake = &app->intake;

    if (intake_is_at(intake, INTAKE_CARD))
        read_card(app);
    else if (intake_is_at(intake, INTAKE_SEARCH) && intake->found)
        choose_found(app);
    else
        intake_key(intake, (struct input_key){INPUT_TAB, 0});
}

void app_intake_key(struct app *app, struct input_key key)
{
    bool searching = intake_is_at(&app->intake, INTAKE_SEARCH);

    app->model.complaint[0] = '\0';
    if (key.code == INPUT_ESCAPE) {
        app_go(app, PAGE_HOME);
    } else if (input_key_sends(key)) {
        preview(app);
    } else if (key.code == INPUT_FUNCTION && key.value == 5) {
        close_intake(app);
        app_intake_open(app);
    } else if (key.code == INPUT_ENTER) {
        enter(app);
    } else if (intake_key(&app->intake, key) && searching &&
               (key.code == INPUT_CHARACTER || key.code == INPUT_BACKSPACE ||
                key.code == INPUT_DELETE || key.code == INPUT_CLEAR)) {
        intake_found(&app->intake, NULL);
        uv_timer_start(&app->search_pause, app_search_cb, SEARCH_PAUSE_MS, 0);
    }
}
