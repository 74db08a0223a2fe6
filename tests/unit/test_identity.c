/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/identity.h"

static struct date day(int year, int month, int of_month)
{
    return date_from_civil((struct civil){year, month, of_month});
}

static struct personal_id parsed(const char *text)
{
    struct personal_id id;

    assert_int_equal(personal_id_parse(text, strlen(text), day(2026, 3, 10), &id), ERR_OK);
    return id;
}

static enum err parse_on(const char *text, struct date today)
{
    struct personal_id id;

    return personal_id_parse(text, strlen(text), today, &id);
}

/* The three examples of domain 8.2. */
static void an_id_tells_province_sex_and_year_of_birth(void **state)
{
    const struct personal_id mai = parsed("006190012345");
    const struct personal_id man = parsed("019090000001"), young = parsed("006203000001");

    (void)state;
    assert_string_equal(mai.province, "Bắc Kạn");
    assert_int_equal(mai.sex, SEX_FEMALE);
    assert_int_equal(mai.birth_year, 1990);
    assert_string_equal(mai.digits, "006190012345");
    assert_string_equal(man.province, "Thái Nguyên");
    assert_int_equal(man.sex, SEX_MALE);
    assert_int_equal(man.birth_year, 1990);
    assert_int_equal(young.sex, SEX_MALE);
    assert_int_equal(young.birth_year, 2003);
}

static void an_id_of_impossible_parts_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "00619001234",
                                      "0061900123456",
                                      "00619001234a",
                                      "006 190012345",
                                      "006490012345", /* century 4: born 21xx */
                                      "006999012345",
                                      "006227000001"}; /* born 2027 */

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(parse_on(bad[i], day(2026, 3, 10)), ERR_PERSONAL_ID);
    assert_int_equal(parse_on("006227000001", day(2027, 1, 1)), ERR_OK);
    assert_int_equal(parse_on("006400012345", day(2099, 12, 31)), ERR_PERSONAL_ID);
    assert_int_equal(parse_on("006400012345", day(2100, 1, 1)), ERR_OK);
}

static void an_unknown_province_is_only_a_warning(void **state)
{
    int known = 0;

    (void)state;
    for (int code = 0; code < 1000; code++) {
        char text[] = "000090000001";

        text[0] = (char)('0' + code / 100);
        text[1] = (char)('0' + code / 10 % 10);
        text[2] = (char)('0' + code % 10);
        known += parsed(text).province != NULL;
    }
    assert_int_equal(known, 63);
    assert_null(parsed("003090000001").province);
    assert_null(parsed("113090000001").province);
    assert_string_equal(parsed("001090000001").province, "Hà Nội");
    assert_string_equal(parsed("096090000001").province, "Cà Mau");
    assert_string_equal(parsed("046090000001").province, "Thừa Thiên Huế");
    assert_string_equal(parsed("067090000001").province, "Đắk Nông");
    assert_string_equal(parsed("079090000001").province, "TP. Hồ Chí Minh");
}

static void an_id_must_agree_with_birth_and_sex(void **state)
{
    const struct personal_id id = parsed("006190012345");

    (void)state;
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){1990, 8, 15}, SEX_FEMALE), ERR_OK);
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){1990, 0, 0}, SEX_UNKNOWN), ERR_OK);
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){0}, SEX_FEMALE), ERR_OK);
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){1990, 8, 15}, SEX_MALE),
                     ERR_PERSONAL_ID_MISMATCH);
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){1991, 8, 15}, SEX_FEMALE),
                     ERR_PERSONAL_ID_MISMATCH);
    assert_int_equal(personal_id_agrees(&id, (struct birth_date){2090, 8, 15}, SEX_FEMALE),
                     ERR_PERSONAL_ID_MISMATCH);
}

static void an_old_identity_number_has_nine_digits(void **state)
{
    (void)state;
    assert_true(old_id_is_valid("095123456", 9));
    assert_false(old_id_is_valid("09512345", 8));
    assert_false(old_id_is_valid("0951234567", 10));
    assert_false(old_id_is_valid("09512345x", 9));
}

/*
 * 0100109106: 29*1 + 17*1 + 7*9 + 5*1 = 114; 114 mod 11 = 4; 10 - 4 = 6.
 * 0101248141: 29 + 19 + 17*2 + 13*4 + 7*8 + 5 + 3*4 = 207; 207 mod 11 = 9; 10 - 9 = 1.
 * 0000000000: the sum is 0; 10 - 0 is no digit, so no such code exists.
 */
static void a_tax_code_carries_its_check_digit(void **state)
{
    static const char *const good[] = {"0100109106", "0101248141", "0100109106-001",
                                       "006190012345"};
    static const char *const bad[] = {"0100109107",
                                      "0100109016",
                                      "0000000000",
                                      "010010910",
                                      "0100109106001",
                                      "0100109106-01",
                                      "0100109106_001",
                                      "0100109106-00a",
                                      "01001091060",
                                      "006490012345",
                                      "010010910x",
                                      "0100109107-001",
                                      ""};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_int_equal(tax_code_check(good[i], strlen(good[i]), day(2026, 3, 10)), ERR_OK);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(tax_code_check(bad[i], strlen(bad[i]), day(2026, 3, 10)), ERR_TAX_CODE);
}

static void public_pages_show_names_as_initials(void **state)
{
    static const char *const names[][2] = {
        {"Nông Thị Mẫu", "Nông Thị M."},
        {"Nguyễn Thị Thử Nghiệm", "Nguyễn Thị T. N."},
        {"Lò An", "Lò A."},
        {"Mẫu", "M."},
        {"Trần Văn Ất", "Trần Văn Ấ."},
        {"  Nguyễn  Văn\u00A0Đặng ", "Nguyễn Văn Đ."},
        {"", ""},
    };
    char text[60];

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_int_equal(person_name_mask(names[i][0], strlen(names[i][0]), text, sizeof text),
                         ERR_OK);
        assert_string_equal(text, names[i][1]);
    }
    assert_int_equal(person_name_mask("Mai", 3, text, 2), ERR_TEXT_TOO_LONG);
    assert_int_equal(person_name_mask("", 0, text, 0), ERR_TEXT_TOO_LONG);
    assert_int_equal(person_name_mask("\xFF", 1, text, sizeof text), ERR_BAD_VALUE);
}

static void public_pages_show_the_last_four_digits_of_an_id(void **state)
{
    char text[PERSONAL_ID_MASK_SIZE];

    (void)state;
    personal_id_mask("006190012345", 12, text);
    assert_string_equal(text, "••••2345");
    personal_id_mask("123", 3, text);
    assert_string_equal(text, "••••");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_tells_province_sex_and_year_of_birth),
        cmocka_unit_test(an_id_of_impossible_parts_is_refused),
        cmocka_unit_test(an_unknown_province_is_only_a_warning),
        cmocka_unit_test(an_id_must_agree_with_birth_and_sex),
        cmocka_unit_test(an_old_identity_number_has_nine_digits),
        cmocka_unit_test(a_tax_code_carries_its_check_digit),
        cmocka_unit_test(public_pages_show_names_as_initials),
        cmocka_unit_test(public_pages_show_the_last_four_digits_of_an_id),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
