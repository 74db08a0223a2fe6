/* The page of a new dossier: form, what was found, checklist. */
#include "counter_client/terminal/view.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/value.h"
#include "counter_client/terminal/view_parts.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

enum { ROW_SIZE = 700 };

static bool english(const struct app *app)
{
    return app->model.language == LANGUAGE_EN;
}

static void draw_found(const struct app *app, int row, int rows)
{
    const json_t *items = json_object_get(app->intake.found, "items");
    size_t i;
    json_t *each;
    char text[ROW_SIZE];

    json_array_foreach(items, i, each)
    {
        struct text limit;

        if ((int)i >= rows)
            break;
        text_init(&limit);
        value_add(&limit, json_at(each, "limit"), VALUE_LIMIT, WORDS_COUNT, app->model.language);
        snprintf(text, sizeof text, "  %s  %s (%s)", json_text_at(each, "procedure"),
                 json_text_at(each, "name"), limit.data ? limit.data : "");
        text_release(&limit);
        screen_fill(row + (int)i, 1, screen_columns() - 2,
                    (int)i == app->intake.found_chosen ? STYLE_FOCUS : STYLE_PLAIN, text);
    }
    if (items && json_array_size(items) == 0)
        screen_text(row, 3, screen_columns() - 4, STYLE_PLAIN,
                    english(app) ? "No procedure has these words" : "Không có thủ tục nào như vậy");
}

static void draw_paper(const struct app *app, const struct paper *paper, int row, bool focused)
{
    const char *form = json_text_at(paper->row, "form"), *name = json_text_at(paper->row, "name");
    char text[ROW_SIZE];

    snprintf(text, sizeof text,
             english(app) ? " [%s] orig. %d copies %d  %s%s (%s)"
                          : " [%s] chính %d sao %d  %s%s (%s)",
             paper->ticked ? "x" : " ", paper->originals, paper->copies,
             json_true_at(paper->row, "required") ? "* " : "  ", name ? name : "",
             word_said(WORDS_DOCUMENT_FORM, form ? form : "", app->model.language));
    screen_fill(row, 0, screen_columns(), focused ? STYLE_FOCUS : STYLE_PLAIN, text);
}

static void draw_papers(const struct app *app, int row, int rows)
{
    const struct intake *intake = &app->intake;
    bool here = intake->part == INTAKE_PAPERS;
    int first = intake->paper_focus >= rows ? intake->paper_focus - rows + 1 : 0;

    for (int i = first; i < intake->paper_count && i < first + rows; i++)
        draw_paper(app, &intake->papers[i], row + i - first, here && i == intake->paper_focus);
}

void view_intake(const struct app *app)
{
    const struct intake *intake = &app->intake;
    bool in_papers = intake->part == INTAKE_PAPERS;
    const struct key_shown form_keys[] = {
        {"F8", english(app) ? "Check, due date" : "Kiểm tra, xem hạn trả"},
        {"Tab", english(app) ? "Next field" : "Ô khác"},
        {"Enter", english(app) ? "Take" : "Nhận ô này"},
        {"F5", english(app) ? "Clear all" : "Xóa hết"},
        {"Esc", english(app) ? "Back" : "Quay ra, giữ lại"},
    };
    const struct key_shown paper_keys[] = {
        {"F8", english(app) ? "Check, due date" : "Kiểm tra, xem hạn trả"},
        {"Space", english(app) ? "Tick" : "Đánh dấu"},
        {"+ -", english(app) ? "Originals" : "Bản chính"},
        {"← →", english(app) ? "Copies" : "Bản sao"},
        {"Esc", english(app) ? "Back" : "Quay ra, giữ lại"},
    };
    int row = view_first_row(app), rows = view_body_rows(app);
    int form_rows = rows - 1 - 6 < intake->form.count ? rows - 1 - 6 : intake->form.count;

    view_top(app);
    screen_text(row - 1, 36, screen_columns() - 37, STYLE_STRONG,
                english(app) ? "NEW DOSSIER" : "HỒ SƠ MỚI");
    row = view_form(app, &intake->form, row, form_rows, !in_papers);
    rows = screen_rows() - BOTTOM_ROWS - row;
    if (intake->found)
        draw_found(app, row, rows);
    else
        draw_papers(app, row, rows);
    view_bottom(app, in_papers ? paper_keys : form_keys,
                (int)(sizeof form_keys / sizeof form_keys[0]));
}
