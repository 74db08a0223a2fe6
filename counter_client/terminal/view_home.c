/* The counter's page: the ticket in big letters, the queue, the dossiers, the messages. */
#include "counter_client/terminal/view.h"

#include "counter_client/terminal/big_text.h"
#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/value.h"
#include "counter_client/terminal/view_parts.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

enum {
    LEFT_CELLS = 37,
    MESSAGE_ROWS = 3,
    BUTTON_ROWS = 3,
    COUNT_CELLS = 17,
    WAIT_SIZE = 48,
    DUE_CELLS = 11,
    CODE_CELLS = 12,
    ROW_SIZE = 600
};

static bool english(const struct app *app)
{
    return app->model.language == LANGUAGE_EN;
}

/* ---- the ticket -------------------------------------------------------------------------------
 */

static void draw_no_ticket(const struct app *app, int row)
{
    const char *state = model_counter_state(&app->model);
    int waiting = model_waiting_here(&app->model);
    char text[ROW_SIZE];

    if (!app->model.counter && !model_has_role(&app->model, "TIEP_NHAN"))
        snprintf(text, sizeof text, english(app) ? "%d open dossiers" : "%d hồ sơ đang mở",
                 (int)json_array_size(app->model.dossiers));
    else if (!app->model.counter)
        snprintf(text, sizeof text, "%s", english(app) ? "Choose a counter" : "Hãy chọn quầy");
    else if (strcmp(state, "open") != 0)
        snprintf(text, sizeof text, english(app) ? "The counter is %s" : "Quầy %s",
                 word_said(WORDS_COUNTER_STATE, state, app->model.language));
    else if (waiting > 0)
        snprintf(text, sizeof text,
                 english(app) ? "%d waiting for you" : "%d người đang chờ quầy này", waiting);
    else
        snprintf(text, sizeof text, "%s", english(app) ? "Nobody waits" : "Chưa có ai chờ");
    screen_text(row + 3, 3, LEFT_CELLS - 4, STYLE_STRONG, text);
}

static void draw_ticket_facts(const struct app *app, const json_t *ticket, int row)
{
    const char *class = json_text_at(ticket, "class"), *service = json_text_at(ticket, "service");
    struct text line;

    text_init(&line);
    text_printf(&line, english(app) ? "Service %s" : "Nhóm %s", service ? service : "");
    if (class && strcmp(class, "P0") != 0)
        text_printf(&line, " · %s", word_said(WORDS_TICKET_CLASS, class, app->model.language));
    screen_text(row, 2, LEFT_CELLS - 3, STYLE_STRONG, line.data ? line.data : "");
    text_clear(&line);
    if (json_at(ticket, "started_at")) {
        text_add(&line, english(app) ? "Started " : "Bắt đầu lúc ");
        value_add(&line, json_at(ticket, "started_at"), VALUE_TIME, WORDS_COUNT,
                  app->model.language);
    } else {
        text_add(&line, english(app) ? "Called " : "Gọi lúc ");
        value_add(&line, json_at(ticket, "called_at"), VALUE_TIME, WORDS_COUNT,
                  app->model.language);
        text_printf(&line, english(app) ? ", %lld times" : ", lần thứ %lld",
                    (long long)json_int_at(ticket, "calls", 0));
    }
    screen_text(row + 1, 2, LEFT_CELLS - 3, STYLE_PLAIN, line.data ? line.data : "");
    text_release(&line);
}

static void draw_ticket(const struct app *app, int row)
{
    const json_t *ticket = model_ticket_now(&app->model);
    const char *number = json_text_at(ticket, "number"), *state = json_text_at(ticket, "state");
    bool serving = state && strcmp(state, "serving") == 0;

    if (!number) {
        screen_text(row, 1, LEFT_CELLS - 2, STYLE_QUIET, english(app) ? "NOW" : "BÂY GIỜ");
        draw_no_ticket(app, row);
        return;
    }
    screen_text(row, 1, LEFT_CELLS - 2, STYLE_QUIET,
                serving ? (english(app) ? "SERVING" : "ĐANG PHỤC VỤ")
                        : (english(app) ? "CALLED, NOT HERE YET" : "ĐÃ MỜI, CHƯA BẮT ĐẦU"));
    for (int i = 0; i < BIG_ROWS; i++) {
        char pixels[BIG_ROW_SIZE];

        big_text_row(number, i, pixels);
        screen_text(row + 2 + i, 3, LEFT_CELLS - 3, STYLE_STRONG, pixels);
    }
    draw_ticket_facts(app, ticket, row + BIG_ROWS + 3);
}

/* ---- the queue --------------------------------------------------------------------------------
 */

/* "5–15": minutes, as the title of the column says. */
static void format_wait(const json_t *service, char out_text[WAIT_SIZE])
{
    long long low = (long long)json_int_at(service, "wait_estimate.low_s", 0) / 60;
    long long high = ((long long)json_int_at(service, "wait_estimate.high_s", 0) + 59) / 60;

    if (!json_at(service, "wait_estimate"))
        snprintf(out_text, WAIT_SIZE, "–");
    else if (low == high)
        snprintf(out_text, WAIT_SIZE, "%lld", low);
    else
        snprintf(out_text, WAIT_SIZE, "%lld–%lld", low, high);
}

static const char *service_name(const struct app *app, const json_t *service)
{
    const char *name = english(app) ? json_text_at(service, "name_en") : NULL;

    return name ? name : json_text_at(service, "name");
}

static void draw_service(const struct app *app, const json_t *service, int row, int column)
{
    const char *code = json_text_at(service, "service"), *name = service_name(app, service);
    bool mine = code && model_serves(&app->model, code);
    enum style style = mine ? STYLE_STRONG : STYLE_PLAIN;
    int counts = screen_columns() - COUNT_CELLS;
    char text[ROW_SIZE], wait[WAIT_SIZE];

    snprintf(text, sizeof text, "%s %s", code ? code : "", name ? name : "");
    screen_text(row, column, counts - column - 1, style, text);
    snprintf(text, sizeof text, "%5d", (int)json_int_at(service, "waiting", 0));
    screen_text(row, counts, 6, style, text);
    format_wait(service, wait);
    screen_text(row, counts + 8, COUNT_CELLS - 8, style, wait);
}

/* The services of this counter first. */
static int draw_queue(const struct app *app, int row, int column, int rows)
{
    int last = row + rows;
    size_t i;
    json_t *each;

    screen_text(row, column, screen_columns() - column, STYLE_QUIET,
                english(app) ? "WAITING" : "ĐANG CHỜ");
    screen_text(row, screen_columns() - COUNT_CELLS, COUNT_CELLS, STYLE_QUIET,
                english(app) ? "people  minutes" : "người   phút chờ");
    row++;
    for (int mine = 1; mine >= 0; mine--) {
        json_array_foreach(json_at(app->model.queue, "services"), i, each)
        {
            const char *code = json_text_at(each, "service");

            if (row < last && code && model_serves(&app->model, code) == (mine == 1))
                draw_service(app, each, row++, column);
        }
    }
    return row;
}

/* ---- the dossiers -----------------------------------------------------------------------------
 */

/* "13/03 17:00": day before hour, the year is known. */
static void format_due(const char *due, char out_text[WAIT_SIZE])
{
    if (due && strlen(due) > 16)
        snprintf(out_text, WAIT_SIZE, "%.2s/%.2s %.5s", due + 8, due + 5, due + 11);
    else
        snprintf(out_text, WAIT_SIZE, "–");
}

/* Due, whose, and the end of the code: its beginning is the same for all. */
static void draw_dossier(const struct app *app, const json_t *dossier, int row, int column)
{
    const char *name = json_text_at(dossier, "applicant_name"),
               *code = json_text_at(dossier, "code");
    const char *pending = json_text_at(dossier, "pending");
    bool late = pending && strcmp(pending, "overdue") == 0;
    bool near = pending && strcmp(pending, "near_due") == 0;
    const char *tail = code ? strchr(code, '-') : NULL;
    char due[WAIT_SIZE];

    (void)app;
    format_due(json_text_at(dossier, "legal_due_at"), due);
    screen_text(row, column, DUE_CELLS,
                late   ? STYLE_ALARM
                : near ? STYLE_STRONG
                       : STYLE_PLAIN,
                due);
    screen_text(row, column + DUE_CELLS + 2, screen_columns() - column - DUE_CELLS - CODE_CELLS - 3,
                STYLE_PLAIN, name ? name : "");
    screen_text(row, screen_columns() - CODE_CELLS, CODE_CELLS, STYLE_PLAIN, tail ? tail + 1 : "");
}

static void draw_dossiers(const struct app *app, int row, int column, int last)
{
    size_t i;
    json_t *each;
    char title[ROW_SIZE];

    snprintf(title, sizeof title,
             english(app)                      ? "OPEN DOSSIERS BY DUE DATE (%d)"
             : model_is_reception(&app->model) ? "HỒ SƠ CỦA TÔI, THEO HẠN TRẢ (%d)"
                                               : "HỒ SƠ ĐANG MỞ, THEO HẠN TRẢ (%d)",
             (int)json_array_size(app->model.dossiers));
    screen_text(row++, column, screen_columns() - column, STYLE_QUIET, title);
    json_array_foreach(app->model.dossiers, i, each)
    {
        if (row >= last)
            return;
        draw_dossier(app, each, row++, column);
    }
    if (json_array_size(app->model.dossiers) == 0)
        screen_text(row, column, screen_columns() - column, STYLE_PLAIN,
                    english(app) ? "none" : "không có");
}

/* ---- messages and keys ------------------------------------------------------------------------
 */

static void draw_messages(const struct app *app, int row)
{
    screen_line(row++, 0, screen_columns());
    for (int i = 0; i < MESSAGE_ROWS && i < app->model.message_count; i++) {
        const struct message *message = &app->model.messages[i];
        enum style style = message->mood == MOOD_ALARM  ? STYLE_ALARM
                           : message->mood == MOOD_GOOD ? STYLE_GOOD
                                                        : STYLE_PLAIN;
        char text[MESSAGE_SIZE + 16];

        snprintf(text, sizeof text, "%s  %s", message->at, message->text);
        screen_text(row + i, 1, screen_columns() - 2, style, text);
    }
}

static void name_key(const struct home_key *action, struct key_shown *out_key)
{
    if (action->function > 0)
        snprintf(out_key->key, sizeof out_key->key, "F%u", action->function);
    else
        snprintf(out_key->key, sizeof out_key->key, "%c", action->letter);
}

static void draw_keys(const struct app *app)
{
    struct home_key actions[HOME_ACTION_COUNT];
    struct key_shown keys[HOME_ACTION_COUNT];
    int count = home_actions(&app->model, actions);

    for (int i = 0; i < count; i++) {
        name_key(&actions[i], &keys[i]);
        keys[i].label = said(app->model.language, actions[i].label);
    }
    view_bottom(app, keys, count);
}

/* The next step once more, large, where the eyes are. */
static void draw_next_step(const struct app *app, int row)
{
    struct home_key actions[HOME_ACTION_COUNT];
    struct key_shown key;
    char text[ROW_SIZE];

    if (home_actions(&app->model, actions) == 0)
        return;
    name_key(&actions[0], &key);
    snprintf(text, sizeof text, "     %s   %s", key.key,
             said(app->model.language, actions[0].label));
    for (int i = 0; i < BUTTON_ROWS; i++)
        screen_fill(row + i, 3, LEFT_CELLS - 6, STYLE_PRIMARY, i == 1 ? text : "");
}

void view_home(const struct app *app)
{
    int first = view_first_row(app), rows = view_body_rows(app) - MESSAGE_ROWS - 1;
    int column = LEFT_CELLS + 2, services;

    view_top(app);
    draw_ticket(app, first);
    draw_next_step(app, first + rows - BUTTON_ROWS);
    screen_column_line(first, LEFT_CELLS, rows);
    services = app->model.counter ? draw_queue(app, first, column, rows - 3) + 1 : first;
    draw_dossiers(app, services, column, first + rows);
    draw_messages(app, first + rows);
    draw_keys(app);
}
