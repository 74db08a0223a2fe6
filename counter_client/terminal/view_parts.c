#include "counter_client/terminal/view_parts.h"

#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

enum { TOP_SIZE = 400 };

static bool english(const struct app *app)
{
    return app->model.language == LANGUAGE_EN;
}

int view_first_row(const struct app *app)
{
    return app->model.link == LINK_OFFLINE ? TOP_ROWS + 1 : TOP_ROWS;
}

int view_body_rows(const struct app *app)
{
    return screen_rows() - BOTTOM_ROWS - view_first_row(app);
}

/* ---- the top ----------------------------------------------------------------------------------
 */

static void right_of_top(const struct app *app, char out_text[TOP_SIZE])
{
    const char *counter = json_text_at(app->model.counter, "name");
    const char *state = model_counter_state(&app->model);
    const char *person = json_text_at(app->model.me, "name");
    const char *now = strlen(app->model.now) > 16 ? app->model.now + 11 : "";

    snprintf(out_text, TOP_SIZE, "%s%s%s%s%s  %.5s ", counter ? counter : "", counter ? " " : "",
             counter ? word_said(WORDS_COUNTER_STATE, state, app->model.language) : "",
             counter && person ? " · " : "", person ? person : "", now);
}

/* The place is enough: every centre's name begins with the same words. */
static void left_of_top(const struct app *app, char out_text[TOP_SIZE])
{
    static const char usual[] = "Trung tâm Phục vụ hành chính công ";
    const char *centre = json_text_at(app->model.me, "centre.name");

    if (centre && strncmp(centre, usual, sizeof usual - 1) == 0)
        centre += sizeof usual - 1;
    snprintf(out_text, TOP_SIZE, " Một Cửa%s%s", centre ? " " : "", centre ? centre : "");
}

void view_top(const struct app *app)
{
    int columns = screen_columns(), used;
    char left[TOP_SIZE], right[TOP_SIZE];

    right_of_top(app, right);
    left_of_top(app, left);
    used = cells_width(right, strlen(right));
    screen_fill(0, 0, columns, STYLE_BAR, "");
    screen_text(0, 0, columns - used - 1, STYLE_BAR, left);
    screen_text(0, columns - used, used, STYLE_BAR, right);
    if (json_true_at(app->model.me, "centre.training"))
        screen_text(1, 1, columns - 2, STYLE_STRONG,
                    english(app) ? "TRAINING: nothing here is real"
                                 : "TẬP HUẤN: số liệu không thật");
    if (app->model.link == LINK_OFFLINE) {
        char lost[TOP_SIZE];

        snprintf(lost, sizeof lost,
                 english(app) ? " NO CONNECTION since %s, reconnecting. What you see is from then."
                              : " MẤT KẾT NỐI từ %s, đang tự nối lại. Số liệu dưới đây là lúc đó.",
                 app->model.offline_since);
        screen_fill(TOP_ROWS, 0, columns, STYLE_ALARM, lost);
    }
}

/* ---- the bottom -------------------------------------------------------------------------------
 */

static int key_cells(const struct key_shown *key)
{
    return cells_width(key->key, strlen(key->key)) + 1 +
           cells_width(key->label, strlen(key->label)) + 3;
}

static void draw_key(int row, int column, const struct key_shown *key, bool next)
{
    char text[TITLE_SIZE];
    int used;

    if (next) {
        snprintf(text, sizeof text, " %s %s ", key->key, key->label);
        screen_text(row, column, screen_columns() - column, STYLE_PRIMARY, text);
        return;
    }
    used = screen_text(row, column + 1, screen_columns() - column - 1, STYLE_STRONG, key->key);
    screen_text(row, column + used + 2, screen_columns() - column - used - 2, STYLE_PLAIN,
                key->label);
}

void view_bottom(const struct app *app, const struct key_shown *keys, int count)
{
    int row = screen_rows() - BOTTOM_ROWS, column = 0;

    if (app->model.complaint[0])
        screen_fill(row, 0, screen_columns(), STYLE_ALARM, app->model.complaint);
    else if (app->model.busy)
        screen_text(row, 1, screen_columns() - 2, STYLE_QUIET,
                    english(app) ? "Sending …" : "Đang gửi …");
    screen_line(++row, 0, screen_columns());
    row++;
    for (int i = 0; i < count; i++) {
        if (column + key_cells(&keys[i]) > screen_columns() && row + 1 < screen_rows()) {
            row++;
            column = 0;
        }
        draw_key(row, column, &keys[i], i == 0);
        column += key_cells(&keys[i]) + (i == 0 ? 1 : 0);
    }
}

/* ---- forms ------------------------------------------------------------------------------------
 */

static void draw_line(const struct field *field, int row, int column, int width, bool focused)
{
    char hidden[LINE_SIZE];
    struct line_edit line = field->line;
    size_t start;
    int cursor;

    if (field->kind == FIELD_SECRET) {
        memset(hidden, '*', sizeof hidden);
        hidden[cells_width(line.text, line.length)] = '\0';
        line_edit_set(&line, hidden);
    }
    line_edit_window(&line, width, &start, &cursor);
    if (!focused)
        start = 0;
    screen_fill(row, column, width, focused ? STYLE_FOCUS : STYLE_FIELD, line.text + start);
    explicit_bzero(&line, sizeof line);
    if (focused)
        screen_cursor(row, column + cursor);
}

static void draw_choice(const struct field *field, int row, int column, int width, bool focused)
{
    const char *text = field->choice_count > 0 ? field->choices[field->chosen].text : "";
    char shown[CHOICE_TEXT_SIZE + 16];

    snprintf(shown, sizeof shown, focused ? "◂ %s ▸" : "%s", text);
    screen_fill(row, column, width, focused ? STYLE_FOCUS : STYLE_FIELD, shown);
}

int view_form(const struct app *app, const struct form *form, int row, int rows, bool focused)
{
    int first = form->focus >= rows ? form->focus - rows + 1 : 0;
    int width = screen_columns() - LABEL_CELLS - 3;

    for (int i = first; i < form->count && i < first + rows; i++) {
        const struct field *field = &form->fields[i];
        bool here = focused && i == form->focus;

        screen_text(row, 1, LABEL_CELLS, here ? STYLE_STRONG : STYLE_PLAIN,
                    said(app->model.language, field->label));
        if (field->kind == FIELD_CHOICE)
            draw_choice(field, row, LABEL_CELLS + 2, width, here);
        else
            draw_line(field, row, LABEL_CELLS + 2, width, here);
        row++;
    }
    return row;
}
