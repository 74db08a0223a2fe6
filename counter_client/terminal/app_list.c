/* Lists to choose from: counters, tickets, dossiers, the actions of a dossier. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/json_path.h"

#include <stdio.h>
#include <string.h>

enum { PAGE_STEP = 10 };

static const char *chosen_text(const struct app *app, const char *path)
{
    const char *text = json_text_at(json_array_get(app->list.rows, (size_t)app->list.chosen), path);

    return text ? text : "";
}

/* ---- opening ----------------------------------------------------------------------------------
 */

static void show_rows(struct app *app, json_t *rows)
{
    if (app->page != PAGE_LIST) {
        json_decref(rows);
        return;
    }
    json_decref(app->list.rows);
    app->list.rows = rows;
    if (app->list.chosen >= (int)json_array_size(rows))
        app->list.chosen = 0;
}

static void took_counters(struct app *app, const struct http_answer *answer)
{
    if (app->list.kind == LIST_COUNTERS)
        show_rows(app, json_incref(json_object_get(answer->json, "items")));
}

/* Parked and absent people first: they are why this list is opened; then who waits. */
static void took_tickets(struct app *app, const struct http_answer *answer)
{
    const char *const states[] = {"parked", "no_show", "waiting"};
    json_t *rows = json_array();

    for (size_t s = 0; s < sizeof states / sizeof states[0]; s++) {
        size_t i;
        json_t *ticket;

        json_array_foreach(json_object_get(answer->json, "items"), i, ticket)
        {
            const char *state = json_text_at(ticket, "state");

            if (state && strcmp(state, states[s]) == 0)
                json_array_append(rows, ticket);
        }
    }
    if (app->list.kind == LIST_TICKETS)
        show_rows(app, rows);
    else
        json_decref(rows);
}

static void ask_tickets(struct app *app)
{
    const char *site = json_text_at(app->model.counter, "site");
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "/tickets?limit=500%s%s", site ? "&site=" : "", site ? site : "");
    app_get(app, path, took_tickets);
}

void app_list_open(struct app *app, enum list_kind kind)
{
    json_decref(app->list.rows);
    app->list = (struct list_page){.kind = kind};
    app_go(app, PAGE_LIST);
    switch (kind) {
    case LIST_COUNTERS:
        app_get(app, "/counters?limit=500", took_counters);
        break;
    case LIST_TICKETS:
        ask_tickets(app);
        break;
    case LIST_DOSSIERS:
        app->list.rows = app->model.dossiers ? json_copy(app->model.dossiers) : json_array();
        break;
    case LIST_ACTIONS:
        app->list.rows = json_copy(json_object_get(app->dossier, "actions"));
        break;
    }
}

/* ---- choosing ---------------------------------------------------------------------------------
 */

static void call_by_name(struct app *app, const char *id)
{
    const char *counter = json_text_at(app->model.counter, "counter");
    char path[PATH_SIZE], title[TITLE_SIZE];

    snprintf(path, sizeof path, "/counters/%s/call", counter ? counter : "");
    snprintf(title, sizeof title,
             app->model.language == LANGUAGE_EN ? "Call %s by name" : "Gọi đích danh %s",
             chosen_text(app, "number"));
    app_prompt_begin(app, title, "POST", path, app_took_ticket);
    form_add(&app->prompt.form, FIELD_TEXT, (struct said){"Lý do", "Reason"}, "reason");
    form_add(&app->prompt.form, FIELD_CHOICE, (struct said){"Phiếu", "Ticket"}, "ticket");
    form_add_choice(&app->prompt.form, id, chosen_text(app, "number"));
    app_go(app, PAGE_PROMPT);
}

static void choose_ticket(struct app *app)
{
    char id[24], path[PATH_SIZE];
    const char *state = chosen_text(app, "state");

    snprintf(id, sizeof id, "%s", chosen_text(app, "id"));
    if (strcmp(state, "waiting") == 0) {
        call_by_name(app, id);
        return;
    }
    snprintf(path, sizeof path, "/tickets/%s/%s", id,
             strcmp(state, "parked") == 0 ? "return" : "come-back");
    app_change(app, "POST", path, json_object(), NULL, app_took_ticket);
}

static void choose(struct app *app)
{
    char value[64];

    if (json_array_size(app->list.rows) == 0)
        return;
    switch (app->list.kind) {
    case LIST_COUNTERS:
        snprintf(value, sizeof value, "%s", chosen_text(app, "counter"));
        app_counter_set(app, value, "open");
        break;
    case LIST_TICKETS:
        choose_ticket(app);
        break;
    case LIST_DOSSIERS:
        snprintf(value, sizeof value, "%s", chosen_text(app, "id"));
        app_dossier_open(app, value);
        break;
    case LIST_ACTIONS:
        snprintf(value, sizeof value, "%s", chosen_text(app, ""));
        app_dossier_action(app, value);
        break;
    }
}

/* ---- looking for a dossier --------------------------------------------------------------------
 */

static void took_search(struct app *app, const struct http_answer *answer)
{
    app_list_open(app, LIST_DOSSIERS);
    show_rows(app, json_incref(json_object_get(answer->json, "items")));
}

static void search(struct app *app)
{
    app_prompt_begin(app, app->model.language == LANGUAGE_EN ? "Find a dossier" : "Tìm hồ sơ",
                     "GET", "/dossiers?limit=500", took_search);
    form_add(&app->prompt.form, FIELD_TEXT,
             (struct said){"Mã, họ tên, số định danh", "Code, name or personal id"}, "q");
    app_go(app, PAGE_PROMPT);
}

static void leave(struct app *app)
{
    if (app->list.kind == LIST_ACTIONS)
        app_go(app, PAGE_TEXT);
    else
        app_go(app, PAGE_HOME);
}

static void move(struct app *app, int step)
{
    int count = (int)json_array_size(app->list.rows);
    int chosen = app->list.chosen + step;

    app->list.chosen = chosen >= count ? count - 1 : chosen;
    if (app->list.chosen < 0)
        app->list.chosen = 0;
}

void app_list_key(struct app *app, struct input_key key)
{
    app->model.complaint[0] = '\0';
    if (key.code == INPUT_DOWN || key.code == INPUT_TAB)
        move(app, 1);
    else if (key.code == INPUT_UP || key.code == INPUT_BACK_TAB)
        move(app, -1);
    else if (key.code == INPUT_PAGE_DOWN)
        move(app, PAGE_STEP);
    else if (key.code == INPUT_PAGE_UP)
        move(app, -PAGE_STEP);
    else if (key.code == INPUT_ENTER || input_key_sends(key))
        choose(app);
    else if (key.code == INPUT_ESCAPE)
        leave(app);
    else if (app->list.kind == LIST_DOSSIERS &&
             ((key.code == INPUT_CHARACTER && key.value == '/') ||
              (key.code == INPUT_FUNCTION && key.value == 3)))
        search(app);
    else if (key.code == INPUT_FUNCTION && key.value == 10)
        app->quit = true;
}
