/* Reading a dossier, acting on it; the other texts to read. */
#include "counter_client/terminal/app.h"

#include "counter_client/terminal/dossier_prompts.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/shown.h"
#include "counter_client/terminal/words.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_STEP = 10 };

void app_text_begin(struct app *app, enum text_kind kind, const char *title)
{
    text_clear(&app->text.text);
    app->text.kind = kind;
    app->text.top = 0;
    snprintf(app->text.title, sizeof app->text.title, "%s", title);
    app_go(app, PAGE_TEXT);
}

/* ---- a dossier --------------------------------------------------------------------------------
 */

static void show_dossier(struct app *app, const struct http_answer *answer)
{
    const char *code = json_text_at(answer->json, "code");
    char title[TITLE_SIZE];

    model_set(&app->dossier, json_incref(answer->json));
    memcpy(app->dossier_tag, answer->etag, sizeof app->dossier_tag);
    snprintf(title, sizeof title, app->model.language == LANGUAGE_EN ? "Dossier %s" : "Hồ sơ %s",
             code ? code : json_text_at(answer->json, "id"));
    app_text_begin(app, TEXT_DOSSIER, title);
    shown_add(&app->text.text, SHOWN_DOSSIER, answer->json, app->model.language);
}

static void took_ledger(struct app *app, const struct http_answer *answer)
{
    if (app->page != PAGE_TEXT || app->text.kind != TEXT_DOSSIER)
        return;
    text_add(&app->text.text, app->model.language == LANGUAGE_EN ? "\nHow the due date arose\n"
                                                                 : "\nHạn trả được tính thế nào\n");
    shown_add(&app->text.text, SHOWN_LEDGER, answer->json, app->model.language);
}

static void took_dossier(struct app *app, const struct http_answer *answer)
{
    char path[PATH_SIZE];

    show_dossier(app, answer);
    if (!json_text_at(answer->json, "accepted_at"))
        return;
    snprintf(path, sizeof path, "/dossiers/%s/ledger", json_text_at(answer->json, "id"));
    app_get(app, path, took_ledger);
}

void app_dossier_open(struct app *app, const char *id)
{
    char path[PATH_SIZE];

    snprintf(path, sizeof path, "/dossiers/%s", id);
    app_get(app, path, took_dossier);
}

/* ---- acting on it -----------------------------------------------------------------------------
 */

static void took_action(struct app *app, const struct http_answer *answer)
{
    const char *code = json_text_at(answer->json, "code"),
               *state = json_text_at(answer->json, "state");

    model_say(&app->model, MOOD_GOOD, "%s: %s", code ? code : json_text_at(answer->json, "id"),
              word_said(WORDS_DOSSIER_STATE, state ? state : "", app->model.language));
    took_dossier(app, answer);
    app_ask_dossiers(app);
}

static void took_units(struct app *app, const struct http_answer *answer)
{
    model_set(&app->units, json_incref(answer->json));
    app_dossier_action(app, "hand_over");
}

/* Those that the director does in his own right, or may not do, take none. */
static bool takes_acting_reason(const char *action)
{
    static const char *const own[] = {
        "hand_over", "deny_withdrawal", "confirm",   "decline", "recall",
        "reassign",  "request_payment", "apologise", "extend",  "reopen",
        "sign",      "issue_result",    "correct"};

    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        if (strcmp(own[i], action) == 0)
            return false;
    return true;
}

void app_dossier_action(struct app *app, const char *action)
{
    const char *id = json_text_at(app->dossier, "id");
    char route[64], path[PATH_SIZE], title[2 * TITLE_SIZE];
    bool director = model_has_role(&app->model, "GD_TT") &&
                    !model_has_role(&app->model, "TIEP_NHAN") && takes_acting_reason(action);

    if (strcmp(action, "hand_over") == 0 && !app->units) {
        app_get(app, "/units?limit=500", took_units);
        return;
    }
    dossier_action_route(action, route, sizeof route);
    snprintf(path, sizeof path, "/dossiers/%s/%s", id ? id : "", route);
    snprintf(title, sizeof title, "%s · %s",
             word_said(WORDS_DOSSIER_ACTION, action, app->model.language), app->text.title);
    app_prompt_begin(app, title, "POST", path, took_action);
    memcpy(app->prompt.if_match, app->dossier_tag, sizeof app->prompt.if_match);
    dossier_prompt_fields(&app->prompt.form, action, app->units, director, app->model.language);
    app_go(app, PAGE_PROMPT);
}

/* ---- help -------------------------------------------------------------------------------------
 */

static const struct said help = {
    "Mỗi lúc có một việc nên làm tiếp: phím ghi trên nền vàng ở dòng dưới cùng.\n"
    "\n"
    "Ở quầy\n"
    "  F2 hoặc t   mở quầy, gọi tiếp; khi đang phục vụ: xong và gọi tiếp\n"
    "  b           bắt đầu phục vụ      x           xong\n"
    "  F3 hoặc l   gọi lại              F4 hoặc v   vắng, gọi mà không ai đến\n"
    "  F6 hoặc c   chuyển nhóm, quầy    F7 hoặc g   tạm gác\n"
    "  n           hồ sơ mới            F12 hoặc h  hồ sơ; trong đó / để tìm\n"
    "  F8          trong hồ sơ, trong ô nhập: việc tiếp theo, gửi đi\n"
    "  p           phiếu chờ, tạm gác, vắng: gọi đích danh, cho quay lại\n"
    "  u           tạm nghỉ             d           đóng quầy\n"
    "  q           chọn quầy khác (khi quầy đóng hoặc tạm nghỉ)\n"
    "  F10         thoát\n"
    "\n"
    "Trong ô nhập\n"
    "  Tab, lên, xuống: sang ô khác. Trái, phải, cách: chọn. Ctrl-U: xóa cả ô. Esc: quay ra.\n"
    "  Quét thẻ căn cước vào ô đầu rồi bấm Enter: các ô của người nộp tự điền.\n"
    "  Thủ tục: gõ không cần dấu, lên xuống để chọn, Enter để lấy.\n"
    "  Giấy tờ: cách để đánh dấu; + và - đổi số bản chính; phải và trái đổi số bản sao.\n"
    "\n"
    "Mất kết nối: màn hình ghi từ lúc nào và tự nối lại; việc chưa gửi được thì không mất gì.\n",
    "At any moment one step is next: its key is the highlighted one in the bottom line.\n"
    "\n"
    "At the counter\n"
    "  F2 or t   open, call next; while serving: finish and call next\n"
    "  b         start                  x         finish\n"
    "  F3 or l   call again             F4 or v   nobody came\n"
    "  F6 or c   transfer               F7 or g   park\n"
    "  n         new dossier            F12 or h  dossiers; there / finds one\n"
    "  F8        on a dossier and in a form: the next step, send\n"
    "  p         waiting, parked and absent tickets: call by name, take back\n"
    "  u         pause                  d         close the counter\n"
    "  q         choose another counter (while closed or paused)\n"
    "  F10       quit\n"
    "\n"
    "In fields\n"
    "  Tab, Up, Down: another field. Left, Right, Space: choose. Ctrl-U: clear. Esc: leave.\n"
    "  Scan an identity card into the first field, then Enter: the applicant is filled in.\n"
    "  Procedure: type without tones, Up and Down to choose, Enter to take.\n"
    "  Papers: Space ticks; + and - change the originals; Right and Left the copies.\n"
    "\n"
    "Connection lost: the screen says since when and reconnects by itself.\n"};

void app_help_open(struct app *app)
{
    app_text_begin(app, TEXT_HELP, app->model.language == LANGUAGE_EN ? "Help" : "Trợ giúp");
    text_add(&app->text.text, said(app->model.language, help));
}

/* ---- keys of texts ----------------------------------------------------------------------------
 */

static void leave(struct app *app)
{
    switch (app->text.kind) {
    case TEXT_PREVIEW:
    case TEXT_FAULTS:
        app_go(app, PAGE_INTAKE);
        break;
    case TEXT_DOSSIER:
        app_list_open(app, LIST_DOSSIERS);
        break;
    case TEXT_HELP:
    case TEXT_RECEIVED:
        app_go(app, PAGE_HOME);
        break;
    }
}

static void next_step(struct app *app)
{
    switch (app->text.kind) {
    case TEXT_PREVIEW:
        app_intake_accept(app);
        break;
    case TEXT_FAULTS:
        app_go(app, PAGE_INTAKE);
        break;
    case TEXT_DOSSIER:
        app_list_open(app, LIST_ACTIONS);
        break;
    case TEXT_HELP:
    case TEXT_RECEIVED:
        app_go(app, PAGE_HOME);
        break;
    }
}

void app_text_key(struct app *app, struct input_key key)
{
    app->model.complaint[0] = '\0';
    if (key.code == INPUT_DOWN)
        app->text.top++;
    else if (key.code == INPUT_UP && app->text.top > 0)
        app->text.top--;
    else if (key.code == INPUT_PAGE_DOWN)
        app->text.top += TEXT_STEP;
    else if (key.code == INPUT_PAGE_UP)
        app->text.top = app->text.top > TEXT_STEP ? app->text.top - TEXT_STEP : 0;
    else if (key.code == INPUT_ENTER || input_key_sends(key))
        next_step(app);
    else if (key.code == INPUT_ESCAPE)
        leave(app);
    else if (key.code == INPUT_FUNCTION && key.value == 10)
        app->quit = true;
}
