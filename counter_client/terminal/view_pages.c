/* The other pages: signing in, lists, prompts, texts. */
#include "counter_client/terminal/view.h"

#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/value.h"
#include "counter_client/terminal/view_parts.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

enum { ROW_SIZE = 800 };

static bool english(const struct app *app)
{
    return app->model.language == LANGUAGE_EN;
}

static void draw_title(const struct app *app, const char *title)
{
    screen_text(view_first_row(app), 1, screen_columns() - 2, STYLE_STRONG, title);
}

void view_too_small(const struct app *app)
{
    char text[ROW_SIZE];

    snprintf(text, sizeof text,
             english(app) ? "Too small: %d x %d needed" : "Cửa sổ nhỏ: cần %d x %d",
             SCREEN_COLUMNS_MIN, SCREEN_ROWS_MIN);
    screen_text(0, 0, screen_columns(), STYLE_STRONG, text);
}

void view_sign_in(const struct app *app)
{
    const struct key_shown keys[] = {
        {"F8", english(app) ? "Sign in" : "Đăng nhập"},
        {"Tab", english(app) ? "Next field" : "Ô khác"},
        {"F10", english(app) ? "Quit" : "Thoát"},
    };
    int row = screen_rows() / 2 - 4;

    view_top(app);
    screen_text(row, 1, screen_columns() - 2, STYLE_STRONG, english(app) ? "Sign in" : "Đăng nhập");
    screen_text(row + 1, 1, screen_columns() - 2, STYLE_QUIET, app->server);
    view_form(app, &app->sign_in, row + 3, 2, true);
    view_bottom(app, keys, sizeof keys / sizeof keys[0]);
}

/* ---- lists ------------------------------------------------------------------------------------
 */

/* A text and blanks up to `cells`. */
static void add_padded(struct text *text, const char *word, int cells)
{
    int used = word ? cells_width(word, strlen(word)) : 0;

    text_add(text, word ? word : "");
    for (; used < cells; used++)
        text_add_char(text, ' ');
}

static void row_of_counter(const struct app *app, const json_t *row, struct text *text)
{
    const char *state = json_text_at(row, "state"), *officer = json_text_at(row, "officer.name");

    add_padded(text, json_text_at(row, "name"), 22);
    add_padded(text, word_said(WORDS_COUNTER_STATE, state ? state : "", app->model.language), 12);
    value_add(text, json_at(row, "services.primary"), VALUE_LIST, WORDS_COUNT, app->model.language);
    text_printf(text, "  %s", officer ? officer : "");
}

static void row_of_ticket(const struct app *app, const json_t *row, struct text *text)
{
    const char *state = json_text_at(row, "state"), *class = json_text_at(row, "class");

    text_printf(text, "%s  ", json_text_at(row, "number"));
    value_add(text, json_at(row, "issued_at"), VALUE_TIME, WORDS_COUNT, app->model.language);
    text_printf(text, "  %s",
                word_said(WORDS_TICKET_STATE, state ? state : "", app->model.language));
    if (class && strcmp(class, "P0") != 0)
        text_printf(text, " · %s", word_said(WORDS_TICKET_CLASS, class, app->model.language));
}

static void row_of_dossier(const struct app *app, const json_t *row, struct text *text)
{
    const char *code = json_text_at(row, "code"), *state = json_text_at(row, "state");

    value_add(text, json_at(row, "legal_due_at"), VALUE_INSTANT, WORDS_COUNT, app->model.language);
    text_printf(text, "  %s  %s  %s  %s", code ? code : json_text_at(row, "id"),
                json_text_at(row, "applicant_name"),
                word_said(WORDS_DOSSIER_STATE, state ? state : "", app->model.language),
                json_text_at(row, "procedure_name"));
}

static void add_row(const struct app *app, const json_t *row, struct text *text)
{
    switch (app->list.kind) {
    case LIST_COUNTERS:
        row_of_counter(app, row, text);
        break;
    case LIST_TICKETS:
        row_of_ticket(app, row, text);
        break;
    case LIST_DOSSIERS:
        row_of_dossier(app, row, text);
        break;
    case LIST_ACTIONS:
        text_add(text,
                 word_said(WORDS_DOSSIER_ACTION, json_string_value(row), app->model.language));
        break;
    }
}

static struct said list_title(enum list_kind kind)
{
    switch (kind) {
    case LIST_COUNTERS:
        return (struct said){"Chọn quầy để ngồi", "Choose the counter where you sit"};
    case LIST_TICKETS:
        return (struct said){"Phiếu tạm gác, vắng, đang chờ", "Parked, absent, waiting tickets"};
    case LIST_DOSSIERS:
        return (struct said){"Hồ sơ, theo hạn trả", "Dossiers by due date"};
    case LIST_ACTIONS:
        return (struct said){"Làm gì với hồ sơ này", "What to do with this dossier"};
    }
    return (struct said){"", ""};
}

/* What Enter does to the chosen row. */
static struct said list_step(const struct app *app)
{
    const char *state =
        json_text_at(json_array_get(app->list.rows, (size_t)app->list.chosen), "state");

    switch (app->list.kind) {
    case LIST_COUNTERS:
        return (struct said){"Vào quầy", "Sit here"};
    case LIST_TICKETS:
        if (state && strcmp(state, "parked") == 0)
            return (struct said){"Cho trở lại hàng", "Back into the queue"};
        if (state && strcmp(state, "no_show") == 0)
            return (struct said){"Khách đã quay lại", "The person is back"};
        return (struct said){"Gọi đích danh", "Call by name"};
    case LIST_DOSSIERS:
        return (struct said){"Mở hồ sơ", "Open"};
    case LIST_ACTIONS:
        return (struct said){"Chọn", "Choose"};
    }
    return (struct said){"", ""};
}

void view_list(const struct app *app)
{
    const struct key_shown keys[] = {
        {"Enter", said(app->model.language, list_step(app))},
        {"↑↓", english(app) ? "Move" : "Chọn dòng"},
        {"Esc", english(app) ? "Back" : "Quay ra"},
        {"F10", english(app) ? "Quit" : "Thoát"},
        {"/", english(app) ? "Find" : "Tìm"},
    };
    int key_count = (int)(sizeof keys / sizeof keys[0]) - (app->list.kind == LIST_DOSSIERS ? 0 : 1);
    int row = view_first_row(app) + 2, rows = view_body_rows(app) - 2;
    int first = app->list.chosen >= rows ? app->list.chosen - rows + 1 : 0;
    int count = (int)json_array_size(app->list.rows);
    struct text text;

    view_top(app);
    draw_title(app, said(app->model.language, list_title(app->list.kind)));
    text_init(&text);
    for (int i = first; i < count && i < first + rows; i++) {
        text_clear(&text);
        text_add(&text, " ");
        add_row(app, json_array_get(app->list.rows, (size_t)i), &text);
        screen_fill(row + i - first, 0, screen_columns(),
                    i == app->list.chosen ? STYLE_FOCUS : STYLE_PLAIN, text.data ? text.data : "");
    }
    text_release(&text);
    if (app->list.rows && count == 0)
        screen_text(row, 1, screen_columns() - 2, STYLE_PLAIN, english(app) ? "none" : "Không có.");
    view_bottom(app, keys, key_count);
}

/* ---- prompts ----------------------------------------------------------------------------------
 */

void view_prompt(const struct app *app)
{
    const struct key_shown keys[] = {
        {"F8", english(app) ? "Send" : "Thực hiện"},
        {"Tab", english(app) ? "Next field" : "Ô khác"},
        {"←→", english(app) ? "Choose" : "Đổi lựa chọn"},
        {"Esc", english(app) ? "Back" : "Quay ra"},
    };
    int row = view_first_row(app);

    view_top(app);
    draw_title(app, app->prompt.title);
    if (app->prompt.form.count == 0)
        screen_text(row + 2, 1, screen_columns() - 2, STYLE_PLAIN,
                    english(app) ? "Nothing to fill in. Press F8." : "Không phải điền gì. Bấm F8.");
    view_form(app, &app->prompt.form, row + 2, view_body_rows(app) - 2, true);
    view_bottom(app, keys, sizeof keys / sizeof keys[0]);
}

/* ---- texts ------------------------------------------------------------------------------------
 */

static struct said text_step(enum text_kind kind)
{
    switch (kind) {
    case TEXT_PREVIEW:
        return (struct said){"Tiếp nhận, in giấy hẹn", "Receive and print"};
    case TEXT_FAULTS:
        return (struct said){"Sửa lại", "Correct it"};
    case TEXT_DOSSIER:
        return (struct said){"Làm gì tiếp", "Actions"};
    case TEXT_HELP:
    case TEXT_RECEIVED:
        break;
    }
    return (struct said){"Về quầy", "Back to the counter"};
}

/* The text's lines folded to the screen; draws those in sight. */
static void draw_lines(const struct app *app, int row, int rows)
{
    const char *at = app->text.text.data ? app->text.text.data : "";
    int width = screen_columns() - 2, line = 0;

    while (*at && line < app->text.top + rows) {
        size_t length = strcspn(at, "\n"), next;
        size_t shown = cells_fold(at, length, width, &next);
        char text[ROW_SIZE];

        if (line >= app->text.top) {
            snprintf(text, sizeof text, "%.*s", (int)shown, at);
            screen_text(row + line - app->text.top, 1, width, STYLE_PLAIN, text);
        }
        line++;
        at += next;
        if (next >= length && *at == '\n')
            at++;
    }
}

void view_text(const struct app *app)
{
    const struct key_shown keys[] = {
        {"F8", said(app->model.language, text_step(app->text.kind))},
        {"↑↓", english(app) ? "Scroll" : "Cuộn"},
        {"Esc", english(app) ? "Back" : "Quay ra"},
        {"F10", english(app) ? "Quit" : "Thoát"},
    };

    view_top(app);
    draw_title(app, app->text.title);
    draw_lines(app, view_first_row(app) + 2, view_body_rows(app) - 2);
    view_bottom(app, keys, sizeof keys / sizeof keys[0]);
}
