/* Rules checked: R-413. */
#include "support/test.h"

#include <string.h>

#include "domain/card_qr.h"

static enum err parse(const char *text, struct card *out_card)
{
    return card_qr_parse(text, strlen(text), date_from_civil((struct civil){2026, 3, 10}),
                         out_card);
}

/* The fictitious card of domain 8.1. */
#define ID    "006190012345"
#define PLACE "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên"

static void a_card_is_read_field_by_field(void **state)
{
    struct card card;

    (void)state;
    assert_int_equal(parse(ID "||NÔNG THỊ MẪU|15081990|Nữ|" PLACE "|20082021", &card), ERR_OK);
    assert_string_equal(card.id.digits, ID);
    assert_string_equal(card.id.province, "Bắc Kạn");
    assert_string_equal(card.old_id, "");
    assert_string_equal(card.full_name, "NÔNG THỊ MẪU");
    assert_int_equal(card.birth.year, 1990);
    assert_int_equal(card.birth.month, 8);
    assert_int_equal(card.birth.day, 15);
    assert_int_equal(card.sex, SEX_FEMALE);
    assert_string_equal(card.address, PLACE);
    assert_int_equal(card.issued.year, 2021);
    assert_int_equal(card.issued.month, 8);
    assert_int_equal(card.issued.day, 20);
    assert_false(card.retype);
}

static void six_fields_are_enough_and_more_than_seven_are_ignored(void **state)
{
    struct card card;

    (void)state;
    assert_int_equal(parse(ID "|095123456|A|15081990|Nữ|" PLACE, &card), ERR_OK);
    assert_string_equal(card.old_id, "095123456");
    assert_int_equal(card.issued.year, 0);
    assert_int_equal(parse(ID "||A|15081990|Nữ||", &card), ERR_OK);
    assert_string_equal(card.address, "");
    assert_int_equal(card.issued.year, 0);
    assert_int_equal(parse(ID "||A|15081990|Nữ||20082021|||x|\tyz", &card), ERR_OK);
    assert_int_equal(card.issued.year, 2021);
    assert_int_equal(parse(ID "||A|15081990|Nữ", &card), ERR_CARD_QR);
    assert_int_equal(parse("", &card), ERR_CARD_QR);
}

static void fields_are_trimmed_and_composed(void **state)
{
    struct card card;

    (void)state;
    assert_int_equal(parse(" " ID " | | No\u0302ng  Thi\u0323 Ma\u0302\u0303u |15081990 | "
                           "Nu\u031B\u0303| x |20082021\r\n",
                           &card),
                     ERR_OK);
    assert_string_equal(card.full_name, "Nông Thị Mẫu");
    assert_string_equal(card.address, "x");
    assert_int_equal(card.sex, SEX_FEMALE);
}

static void dates_must_exist_but_may_know_the_year_only(void **state)
{
    struct card card;
    static const char *const bad[] = {"31021990",  "29021990", "32011990", "00131990", "1508199",
                                      "150819900", "15/08/90", "",         "15080000", "00000000"};

    (void)state;
    assert_int_equal(parse(ID "||A|00001990|Nữ|x|", &card), ERR_OK);
    assert_int_equal(card.birth.year, 1990);
    assert_int_equal(card.birth.month, 0);
    assert_int_equal(card.birth.day, 0);
    assert_int_equal(parse(ID "||A|00081990|Nữ|x|", &card), ERR_OK);
    assert_int_equal(card.birth.month, 0);
    assert_int_equal(parse("006192012345||A|29021992|Nữ|x|", &card), ERR_OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[100] = ID "||A|";

        memcpy(text + strlen(text), bad[i], strlen(bad[i]) + 1);
        memcpy(text + strlen(text), "|Nữ|x|", sizeof "|Nữ|x|");
        assert_int_equal(parse(text, &card), ERR_DATE);
    }
    assert_int_equal(parse(ID "||A|15081990|Nữ|x|31092021", &card), ERR_DATE);
}

static void the_id_must_be_good_and_agree(void **state)
{
    struct card card = {.retype = true};

    (void)state;
    assert_int_equal(parse("00619001234||A|15081990|Nữ|x|", &card), ERR_PERSONAL_ID);
    assert_int_equal(parse("006490012345||A|15081990|Nữ|x|", &card), ERR_PERSONAL_ID);
    assert_int_equal(parse(ID "||A|15081990|Nam|x|", &card), ERR_PERSONAL_ID_MISMATCH);
    assert_int_equal(parse(ID "||A|15081991|Nữ|x|", &card), ERR_PERSONAL_ID_MISMATCH);
    assert_int_equal(parse(ID "|12345678|A|15081990|Nữ|x|", &card), ERR_CARD_QR);
    assert_int_equal(parse(ID "||A|15081990|F|x|", &card), ERR_CARD_QR);
    assert_int_equal(parse(ID "|| |15081990|Nữ|x|", &card), ERR_CARD_QR);
    assert_int_equal(parse(ID "||\xC3|15081990|Nữ|x|", &card), ERR_CARD_QR);
    assert_true(card.retype); /* untouched */
}

static void a_garbled_text_keeps_its_digits_and_asks_to_retype(void **state)
{
    struct card card;

    (void)state;
    assert_int_equal(parse(ID "|095123456|N?NG TH? MAI|15081990|N?|Th?n N? V?i|20082021", &card),
                     ERR_OK);
    assert_true(card.retype);
    assert_string_equal(card.id.digits, ID);
    assert_string_equal(card.old_id, "095123456");
    assert_string_equal(card.full_name, "");
    assert_string_equal(card.address, "");
    assert_int_equal(card.sex, SEX_FEMALE);
    assert_int_equal(card.birth.day, 15);
    assert_int_equal(card.issued.year, 2021);
    assert_int_equal(parse(ID "||N\uFFFDNG|15081990|Nữ|x|", &card), ERR_OK);
    assert_true(card.retype);
    assert_int_equal(parse("0061?0012345||N\uFFFDNG|15081990|Nữ|x|", &card), ERR_PERSONAL_ID);
}

static void a_field_too_long_is_refused(void **state)
{
    char text[FULL_NAME_SIZE + 100] = ID "||";
    struct card card;
    const size_t start = strlen(text);

    (void)state;
    memset(text + start, 'a', FULL_NAME_SIZE);
    memcpy(text + start + FULL_NAME_SIZE, "|15081990|Nữ|x|", sizeof "|15081990|Nữ|x|");
    assert_int_equal(parse(text, &card), ERR_CARD_QR);
    memcpy(text + start + FULL_NAME_SIZE - 1, "|15081990|Nữ|x|", sizeof "|15081990|Nữ|x|");
    assert_int_equal(parse(text, &card), ERR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_is_read_field_by_field),
        cmocka_unit_test(six_fields_are_enough_and_more_than_seven_are_ignored),
        cmocka_unit_test(fields_are_trimmed_and_composed),
        cmocka_unit_test(dates_must_exist_but_may_know_the_year_only),
        cmocka_unit_test(the_id_must_be_good_and_agree),
        cmocka_unit_test(a_garbled_text_keeps_its_digits_and_asks_to_retype),
        cmocka_unit_test(a_field_too_long_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
