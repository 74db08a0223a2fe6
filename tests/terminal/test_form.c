/* Typing Vietnamese into a line, forms, and the dossier form. Rules checked: R-400. */
#include "support/test.h"

#include <string.h>

#include "base/utf8.h"
#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/intake.h"
#include "counter_client/terminal/json_path.h"

static void type(struct line_edit *line, const char *text)
{
    size_t length = strlen(text);

    for (size_t at = 0; at < length;) {
        uint32_t scalar = 0;

        at += utf8_read(text + at, length - at, &scalar);
        line_edit_key(line, (struct input_key){INPUT_CHARACTER, scalar});
    }
}

static void press(struct line_edit *line, enum input_code code)
{
    line_edit_key(line, (struct input_key){code, 0});
}

static void a_tone_typed_after_its_letter_joins_it(void **state)
{
    struct line_edit line = {0};

    (void)state;
    type(&line, "Nguye\xCC\x82\xCC\x83n"); /* e, circumflex, tilde: one letter, ễ */
    assert_string_equal(line.text, "Nguyễn");
    press(&line, INPUT_LEFT);
    press(&line, INPUT_BACKSPACE);
    assert_string_equal(line.text, "Nguyn");
}

static void a_tone_joins_in_the_middle_of_a_word_too(void **state)
{
    struct line_edit line = {0};

    (void)state;
    line_edit_set(&line, "Hoa");
    press(&line, INPUT_LEFT);
    type(&line, "\xCC\x80"); /* after the o */
    assert_string_equal(line.text, "Hòa");
    type(&line, "n");
    assert_string_equal(line.text, "Hòna");
}

static void the_cursor_moves_by_letters_not_by_bytes(void **state)
{
    struct line_edit line = {0};

    (void)state;
    line_edit_set(&line, "Đình");
    for (int i = 0; i < 4; i++)
        press(&line, INPUT_LEFT);
    assert_int_equal(line.cursor, 0);
    press(&line, INPUT_RIGHT);
    assert_int_equal(line.cursor, strlen("Đ"));
    press(&line, INPUT_DELETE);
    assert_string_equal(line.text, "Đnh");
    press(&line, INPUT_CLEAR);
    assert_string_equal(line.text, "");
    press(&line, INPUT_BACKSPACE);
    press(&line, INPUT_DELETE);
    assert_string_equal(line.text, "");
}

static void a_letter_that_has_no_composed_form_is_still_one(void **state)
{
    struct line_edit line = {0};

    (void)state;
    type(&line, "ab\xCC\x80"); /* b with a grave: two scalars, one letter */
    press(&line, INPUT_BACKSPACE);
    assert_string_equal(line.text, "a");
}

static void a_full_line_drops_what_does_not_fit(void **state)
{
    struct line_edit line = {0};

    (void)state;
    for (int i = 0; i < LINE_SIZE; i++)
        type(&line, "ễ");
    assert_true(line.length < LINE_SIZE);
    assert_int_equal(line.length % strlen("ễ"), 0);
    for (size_t i = 0; i < line.length; i += strlen("ễ"))
        assert_memory_equal(&line.text[i], "ễ", strlen("ễ"));
}

static void control_characters_are_no_text(void **state)
{
    struct line_edit line = {0};

    (void)state;
    line_edit_key(&line, (struct input_key){INPUT_CHARACTER, 0x07});
    assert_string_equal(line.text, "");
}

static void widths_are_those_of_the_terminal(void **state)
{
    (void)state;
    assert_int_equal(cells_width("Nguyễn", strlen("Nguyễn")), 6);
    assert_int_equal(cells_width("Nguye\xCC\x82\xCC\x83n", strlen("Nguye\xCC\x82\xCC\x83n")), 6);
    assert_int_equal(cells_width("日本", strlen("日本")), 4);
    assert_int_equal(cells_fit("日本", strlen("日本"), 3), 3);
}

static void the_window_keeps_the_cursor_in_sight(void **state)
{
    struct line_edit line = {0};
    size_t start;
    int column;

    (void)state;
    line_edit_set(&line, "Thôn Nà Vài, xã Nghiên Loan");
    line_edit_window(&line, 10, &start, &column);
    assert_true(column < 10);
    assert_string_equal(line.text + start, "hiên Loan");
    press(&line, INPUT_HOME);
    line_edit_window(&line, 10, &start, &column);
    assert_int_equal(start, 0);
    assert_int_equal(column, 0);
}

static void text_is_folded_at_blanks(void **state)
{
    const char *text = "Giấy chứng sinh";
    size_t next, shown = cells_fold(text, strlen(text), 10, &next);

    (void)state;
    assert_int_equal(shown, strlen("Giấy chứng"));
    assert_string_equal(text + next, "sinh");
    shown = cells_fold("mộttừrấtdài", strlen("mộttừrấtdài"), 3, &next);
    assert_int_equal(shown, strlen("một"));
}

/* ---- forms ------------------------------------------------------------------------------------
 */

static void a_form_gives_the_fields_of_its_request(void **state)
{
    struct form form;
    json_t *body = json_object();

    (void)state;
    form_init(&form);
    form_add(&form, FIELD_TEXT, (struct said){"Giấy 1", "1"}, "items[]");
    form_add(&form, FIELD_TEXT, (struct said){"Giấy 2", "2"}, "items[]");
    form_add(&form, FIELD_CHOICE, (struct said){"Người nhận", "Receiver"}, "receiver.kind");
    form_add_words(&form, WORDS_RECEIVER, LANGUAGE_VI);
    form_add(&form, FIELD_TEXT, (struct said){"Trống", "Empty"}, "note");
    line_edit_set(&form.fields[0].line, "Giấy chứng sinh");
    line_edit_set(&form.fields[1].line, "Tờ khai");
    form.focus = 2;
    form_key(&form, (struct input_key){INPUT_RIGHT, 0});
    assert_true(form_fill(&form, body));
    assert_int_equal(json_array_size(json_object_get(body, "items")), 2);
    assert_string_equal(json_text_at(body, "receiver.kind"), "representative");
    assert_null(json_object_get(body, "note"));
    json_decref(body);
    form_release(&form);
}

static void a_refused_field_gets_the_focus(void **state)
{
    struct form form;

    (void)state;
    form_init(&form);
    form_add(&form, FIELD_TEXT, (struct said){"Họ tên", "Name"}, "applicant.full_name");
    form_add(&form, FIELD_TEXT, (struct said){"Số định danh", "Id"}, "applicant.personal_id");
    form_add(&form, FIELD_TEXT, (struct said){"Giấy", "Paper"}, "items[]");
    assert_non_null(form_point(&form, "/applicant/personal_id"));
    assert_int_equal(form.focus, 1);
    assert_non_null(form_point(&form, "/items/0"));
    assert_int_equal(form.focus, 2);
    assert_null(form_point(&form, "/documents/0"));
    assert_int_equal(form.focus, 2);
    form_release(&form);
}

/* ---- the dossier form -------------------------------------------------------------------------
 */

static json_t *a_procedure(void)
{
    return json_pack("{s:s, s:s, s:[{s:i, s:s, s:s, s:b}, {s:i, s:s, s:s, s:b}, {s:i, s:s, s:s, "
                     "s:b}]}",
                     "procedure", "1.003583", "name", "Đăng ký khai sinh lưu động", "documents",
                     "row", 1, "name", "Tờ khai khai sinh", "form", "form", "required", 1, "row", 2,
                     "name", "Trích lục", "form", "copy", "required", 1, "row", 3, "name",
                     "Giấy ủy quyền", "form", "original", "required", 0);
}

static void required_papers_are_ticked_and_counted_as_their_kind_asks(void **state)
{
    struct intake intake;
    json_t *body, *documents;

    (void)state;
    assert_true(intake_init(&intake, LANGUAGE_VI));
    intake_choose(&intake, a_procedure());
    body = intake_body(&intake);
    documents = json_object_get(body, "documents");
    assert_int_equal(json_array_size(documents), 2);
    assert_int_equal(json_int_at(json_array_get(documents, 0), "originals", -1), 1);
    assert_int_equal(json_int_at(json_array_get(documents, 1), "originals", -1), 0);
    assert_int_equal(json_int_at(json_array_get(documents, 1), "copies", -1), 1);
    assert_string_equal(json_text_at(body, "procedure"), "1.003583");
    assert_string_equal(json_text_at(body, "channel"), "counter");
    assert_string_equal(json_text_at(body, "intake"), "accept");
    assert_null(json_object_get(body, INTAKE_SEARCH));
    json_decref(body);
    intake_release(&intake);
}

static void keys_tick_and_count_papers(void **state)
{
    struct intake intake;

    (void)state;
    assert_true(intake_init(&intake, LANGUAGE_VI));
    intake_choose(&intake, a_procedure());
    intake.form.focus = intake.form.count - 1;
    intake_key(&intake, (struct input_key){INPUT_TAB, 0});
    assert_int_equal(intake.part, INTAKE_PAPERS);
    intake_key(&intake, (struct input_key){INPUT_CHARACTER, ' '});
    assert_false(intake.papers[0].ticked);
    intake_key(&intake, (struct input_key){INPUT_CHARACTER, '+'});
    intake_key(&intake, (struct input_key){INPUT_RIGHT, 0});
    assert_int_equal(intake.papers[0].originals, 2);
    assert_int_equal(intake.papers[0].copies, 1);
    for (int i = 0; i < 5; i++)
        intake_key(&intake, (struct input_key){INPUT_CHARACTER, '-'});
    assert_int_equal(intake.papers[0].originals, 0);
    intake_key(&intake, (struct input_key){INPUT_UP, 0});
    assert_int_equal(intake.part, INTAKE_FORM);
    intake_release(&intake);
}

static void a_card_fills_the_applicant(void **state)
{
    struct intake intake;
    json_t *body;
    json_t *card =
        json_pack("{s:s, s:s, s:s, s:s, s:n}", "full_name", "NÔNG THỊ MẪU", "personal_id",
                  "006190012345", "birth_date", "1990-08-15", "sex", "female", "address");

    (void)state;
    assert_true(intake_init(&intake, LANGUAGE_VI));
    intake_card(&intake, card);
    body = intake_body(&intake);
    assert_string_equal(json_text_at(body, "applicant.full_name"), "NÔNG THỊ MẪU");
    assert_string_equal(json_text_at(body, "applicant.personal_id"), "006190012345");
    assert_string_equal(form_value(&intake.form, "applicant.birth_date"), "15/08/1990");
    assert_string_equal(json_text_at(body, "applicant.birth_date"), "1990-08-15");
    assert_string_equal(json_text_at(body, "applicant.sex"), "female");
    assert_string_equal(json_text_at(body, "applicant.identity_document"), "card");
    assert_null(json_at(body, "applicant.address"));
    json_decref(body);
    json_decref(card);
    intake_release(&intake);
}

static void a_date_is_typed_as_people_write_it(void **state)
{
    static const char *const cases[][2] = {{"15/08/1990", "1990-08-15"},
                                           {"5/8/1990", "1990-08-05"},
                                           {"15-8-1990", "1990-08-15"},
                                           {"15.08.1990", "1990-08-15"},
                                           {"1990-08-15", "1990-08-15"},
                                           {"1990", "1990"},
                                           {"15/08/90", "15/08/90"},
                                           {"15/08/", "15/08/"},
                                           {"15/08/19901", "15/08/19901"},
                                           {"/08/1990", "/08/1990"},
                                           {"mai", "mai"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct form form;
        json_t *body = json_object();

        form_init(&form);
        assert_non_null(form_add(&form, FIELD_DATE, (struct said){"Ngày", "Day"}, "day"));
        for (const char *c = cases[i][0]; *c; c++)
            form_key(&form, (struct input_key){INPUT_CHARACTER, (uint32_t)*c});
        assert_true(form_fill(&form, body));
        assert_string_equal(json_text_at(body, "day"), cases[i][1]);
        json_decref(body);
        form_release(&form);
    }
}

static int utf8_locale(void **state)
{
    (void)state;
    cells_start();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tone_typed_after_its_letter_joins_it),
        cmocka_unit_test(a_tone_joins_in_the_middle_of_a_word_too),
        cmocka_unit_test(the_cursor_moves_by_letters_not_by_bytes),
        cmocka_unit_test(a_letter_that_has_no_composed_form_is_still_one),
        cmocka_unit_test(a_full_line_drops_what_does_not_fit),
        cmocka_unit_test(control_characters_are_no_text),
        cmocka_unit_test(widths_are_those_of_the_terminal),
        cmocka_unit_test(the_window_keeps_the_cursor_in_sight),
        cmocka_unit_test(text_is_folded_at_blanks),
        cmocka_unit_test(a_form_gives_the_fields_of_its_request),
        cmocka_unit_test(a_date_is_typed_as_people_write_it),
        cmocka_unit_test(a_refused_field_gets_the_focus),
        cmocka_unit_test(required_papers_are_ticked_and_counted_as_their_kind_asks),
        cmocka_unit_test(keys_tick_and_count_papers),
        cmocka_unit_test(a_card_fills_the_applicant),
    };

    return cmocka_run_group_tests(tests, utf8_locale, NULL);
}
