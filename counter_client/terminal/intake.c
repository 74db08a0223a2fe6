#include "counter_client/terminal/intake.h"

#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/papers.h"

#include <stdio.h>
#include <string.h>

enum { COUNT_MAX = 99 };

bool intake_init(struct intake *intake, enum language language)
{
    struct form *form = &intake->form;

    memset(intake, 0, sizeof *intake);
    form_init(form);
    return form_add(form, FIELD_TEXT, (struct said){"Mã QR thẻ căn cước", "QR text of the card"},
                    INTAKE_CARD) &&
           form_add(form, FIELD_TEXT, (struct said){"Họ và tên", "Full name"},
                    "applicant.full_name") &&
           form_add(form, FIELD_TEXT, (struct said){"Số định danh", "Personal id"},
                    "applicant.personal_id") &&
           form_add(form, FIELD_DATE,
                    (struct said){"Ngày sinh (NGÀY/THÁNG/NĂM)", "Born (DD/MM/YYYY)"},
                    "applicant.birth_date") &&
           form_add(form, FIELD_CHOICE, (struct said){"Giới tính", "Sex"}, "applicant.sex") &&
           form_add_choice(form, "", "–") && form_add_words(form, WORDS_SEX, language) &&
           form_add(form, FIELD_TEXT, (struct said){"Nơi cư trú", "Address"},
                    "applicant.address") &&
           form_add(form, FIELD_TEXT, (struct said){"Điện thoại", "Phone"}, "applicant.phone") &&
           form_add(form, FIELD_CHOICE, (struct said){"Giấy tờ đã xem", "Identity seen"},
                    "applicant.identity_document") &&
           form_add_words(form, WORDS_IDENTITY_DOCUMENT, language) &&
           form_add(form, FIELD_CHOICE, (struct said){"Cách nộp", "Channel"}, "channel") &&
           form_add_words(form, WORDS_CHANNEL, language) &&
           form_add(form, FIELD_CHOICE, (struct said){"Nhận kết quả", "Result by"},
                    "result_delivery") &&
           form_add_words(form, WORDS_DELIVERY, language) &&
           form_add(form, FIELD_TEXT, (struct said){"Thủ tục (gõ để tìm)", "Procedure (type)"},
                    INTAKE_SEARCH);
}

void intake_release(struct intake *intake)
{
    form_release(&intake->form);
    json_decref(intake->found);
    json_decref(intake->procedure);
    intake->found = intake->procedure = NULL;
    intake->paper_count = 0;
}

void intake_card(struct intake *intake, const json_t *card)
{
    const char *const fields[] = {"full_name", "personal_id", "birth_date", "sex", "address"};

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        const char *value = json_text_at(card, fields[i]);
        char name[FIELD_NAME_SIZE];

        snprintf(name, sizeof name, "applicant.%s", fields[i]);
        form_set(&intake->form, name, value ? value : "");
    }
    form_set(&intake->form, "applicant.identity_document", "card");
}

void intake_found(struct intake *intake, json_t *list)
{
    json_decref(intake->found);
    intake->found = list;
    intake->found_chosen = 0;
}

void intake_choose(struct intake *intake, json_t *procedure)
{
    const char *name = json_text_at(procedure, "name");
    size_t i;
    json_t *row;

    json_decref(intake->procedure);
    intake->procedure = procedure;
    intake_found(intake, NULL);
    form_set(&intake->form, INTAKE_SEARCH, name ? name : "");
    intake->paper_count = intake->paper_focus = 0;
    json_array_foreach(json_object_get(procedure, "documents"), i, row)
    {
        struct paper *paper = &intake->papers[intake->paper_count];

        if (intake->paper_count == PAPERS_MAX)
            break;
        *paper = (struct paper){.row = row, .ticked = json_true_at(row, "required")};
        paper_usual_counts(row, &paper->originals, &paper->copies);
        intake->paper_count++;
    }
}

bool intake_is_at(const struct intake *intake, const char *name)
{
    return intake->part == INTAKE_FORM &&
           strcmp(intake->form.fields[intake->form.focus].name, name) == 0;
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static bool is_back(struct input_key key)
{
    return key.code == INPUT_UP || key.code == INPUT_BACK_TAB;
}

static bool is_forth(struct input_key key)
{
    return key.code == INPUT_DOWN || key.code == INPUT_TAB;
}

static int within(int count)
{
    return count < 0 ? 0 : count > COUNT_MAX ? COUNT_MAX : count;
}

static bool count_key(struct paper *paper, struct input_key key)
{
    if (key.code == INPUT_CHARACTER && key.value == ' ')
        paper->ticked = !paper->ticked;
    else if (key.code == INPUT_CHARACTER && (key.value == '+' || key.value == '='))
        paper->originals = within(paper->originals + 1);
    else if (key.code == INPUT_CHARACTER && key.value == '-')
        paper->originals = within(paper->originals - 1);
    else if (key.code == INPUT_RIGHT)
        paper->copies = within(paper->copies + 1);
    else if (key.code == INPUT_LEFT)
        paper->copies = within(paper->copies - 1);
    else
        return false;
    return true;
}

static bool papers_key(struct intake *intake, struct input_key key)
{
    if (is_back(key) && intake->paper_focus == 0) {
        intake->part = INTAKE_FORM;
        intake->form.focus = intake->form.count - 1;
    } else if (is_back(key)) {
        intake->paper_focus--;
    } else if (is_forth(key) && intake->paper_focus + 1 == intake->paper_count) {
        intake->part = INTAKE_FORM;
        intake->form.focus = 0;
    } else if (is_forth(key)) {
        intake->paper_focus++;
    } else {
        return count_key(&intake->papers[intake->paper_focus], key);
    }
    return true;
}

/* Up and Down go through what was found while it is shown. */
static bool found_key(struct intake *intake, struct input_key key)
{
    int count = (int)json_array_size(json_object_get(intake->found, "items"));

    if (count > FOUND_MAX)
        count = FOUND_MAX;
    if (count == 0 || !intake_is_at(intake, INTAKE_SEARCH))
        return false;
    if (key.code == INPUT_DOWN)
        intake->found_chosen = (intake->found_chosen + 1) % count;
    else if (key.code == INPUT_UP)
        intake->found_chosen = (intake->found_chosen + count - 1) % count;
    else
        return false;
    return true;
}

bool intake_key(struct intake *intake, struct input_key key)
{
    if (intake->part == INTAKE_PAPERS)
        return papers_key(intake, key);
    if (found_key(intake, key))
        return true;
    if (is_forth(key) && intake->form.focus == intake->form.count - 1 && intake->paper_count > 0) {
        intake->part = INTAKE_PAPERS;
        intake->paper_focus = 0;
        return true;
    }
    if (is_back(key) && intake->form.focus == 0 && intake->paper_count > 0) {
        intake->part = INTAKE_PAPERS;
        intake->paper_focus = intake->paper_count - 1;
        return true;
    }
    return form_key(&intake->form, key);
}

/* ---- the request ------------------------------------------------------------------------------
 */

static json_t *documents_of(const struct intake *intake)
{
    json_t *documents = json_array();

    for (int i = 0; i < intake->paper_count; i++) {
        const struct paper *paper = &intake->papers[i];

        if (paper->ticked)
            json_array_append_new(documents,
                                  paper_of_row(paper->row, paper->originals, paper->copies));
    }
    return documents;
}

json_t *intake_body(const struct intake *intake)
{
    const char *code = json_text_at(intake->procedure, "procedure");
    json_t *body = json_object();

    if (!form_fill(&intake->form, body)) {
        json_decref(body);
        return NULL;
    }
    json_object_del(body, INTAKE_CARD);
    json_object_del(body, INTAKE_SEARCH);
    json_set_at(body, "applicant.kind", json_string("citizen"));
    if (!json_at(body, "applicant.full_name"))
        json_set_at(body, "applicant.full_name", json_string(""));
    json_object_set_new(body, "procedure", json_string(code ? code : "-"));
    json_object_set_new(body, "documents", documents_of(intake));
    json_object_set_new(body, "intake", json_string("accept"));
    if (intake->ticket[0])
        json_object_set_new(body, "ticket", json_string(intake->ticket));
    return body;
}
