/* The worked examples of the specification, digit by digit. Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "domain/vietqr.h"

static const struct vietqr worked = {.bin = "970405", .account = "8500201012345"};

static void the_check_sum_is_that_of_the_standard(void **state)
{
    (void)state;
    assert_int_equal(vietqr_crc("123456789", 9), 0x29b1);
    assert_int_equal(vietqr_crc("", 0), 0xffff);
}

static void the_worked_example_is_written_exactly(void **state)
{
    struct vietqr code = worked;
    char text[VIETQR_TEXT_SIZE];
    size_t length = 0;

    (void)state;
    code.amount = 10000;
    assert_int_equal(vietqr_purpose("H55.128-260115-0001", code.purpose), ERR_OK);
    assert_string_equal(code.purpose, "H55 128 260115 0001");
    assert_int_equal(vietqr_write(&code, text, &length), ERR_OK);
    assert_string_equal(text, "00020101021238570010A0000007270127000697040501138500201012345"
                              "0208QRIBFTTA53037045405100005802VN62230819H55 128 260115 0001"
                              "630407C1");
    assert_int_equal(length, strlen(text));
}

static void without_an_amount_the_code_is_static(void **state)
{
    char text[VIETQR_TEXT_SIZE];

    (void)state;
    assert_int_equal(vietqr_write(&worked, text, NULL), ERR_OK);
    assert_string_equal(text, "00020101021138570010A0000007270127000697040501138500201012345"
                              "0208QRIBFTTA53037045802VN63049EE9");
}

static void the_sample_of_napas_has_a_bill_and_a_purpose(void **state)
{
    const struct vietqr code = {.bin = "970403",
                                .account = "0011012345678",
                                .amount = 180000,
                                .bill = "NPS6869",
                                .purpose = "thanh toan don hang"};
    char text[VIETQR_TEXT_SIZE];

    (void)state;
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_OK);
    assert_string_equal(text, "00020101021238570010A0000007270127000697040301130011012345678"
                              "0208QRIBFTTA530370454061800005802VN62340107NPS6869"
                              "0819thanh toan don hang63042E2E");
}

static void a_card_name_and_city_have_their_places(void **state)
{
    struct vietqr code = worked;
    char text[VIETQR_TEXT_SIZE];

    (void)state;
    code.card = true;
    snprintf(code.name, sizeof code.name, "UBND XA");
    snprintf(code.city, sizeof code.city, "THAI NGUYEN");
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_OK);
    assert_non_null(strstr(text, "0208QRIBFTTC53037045802VN5907UBND XA6011THAI NGUYEN6304"));
}

static void what_no_bank_could_read_is_refused(void **state)
{
    struct vietqr code = worked;
    char text[VIETQR_TEXT_SIZE] = "untouched", purpose[VIETQR_PURPOSE_SIZE];

    (void)state;
    snprintf(code.bin, sizeof code.bin, "97040");
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_BAD_VALUE);
    code = worked;
    code.account[0] = '\0';
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_BAD_VALUE);
    code = worked;
    code.amount = -1;
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_BAD_VALUE);
    code.amount = INT64_C(10000000000000);
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_BAD_VALUE);
    code = worked;
    snprintf(code.name, sizeof code.name, "Xã");
    assert_int_equal(vietqr_write(&code, text, NULL), ERR_BAD_VALUE);
    assert_string_equal(text, "untouched");
    assert_int_equal(vietqr_purpose("H55.128-260115-00000000001", purpose), ERR_TEXT_TOO_LONG);
}

static void a_statement_speaks_of_a_code_whatever_the_bank_made_of_it(void **state)
{
    static const char *const texts[] = {"H55 128 260115 0001", "H55.128-260115-0001",
                                        "MBVCB.1234.h55 128 260115 0001.CT tu 0123 toi 8500",
                                        "H551282601150001FT26015", "le phi H55-128-260115-0001;"};
    char codes[PLAIN_CODES_MAX][PLAIN_CODE_SIZE], wanted[PLAIN_CODE_SIZE];

    (void)state;
    assert_int_equal(plain_code("H55.128-260115-0001", wanted), ERR_OK);
    assert_string_equal(wanted, "H551282601150001");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const int count = plain_codes_find(texts[i], codes);
        int found = 0;

        for (int k = 0; k < count; k++)
            found += strcmp(codes[k], wanted) == 0;
        assert_int_equal(found, 1);
    }
}

static void a_longer_number_is_another_dossier(void **state)
{
    char codes[PLAIN_CODES_MAX][PLAIN_CODE_SIZE];

    (void)state;
    assert_int_equal(plain_codes_find("H55.128-260115-00012", codes), 1);
    assert_string_equal(codes[0], "H5512826011500012");
    assert_int_equal(plain_codes_find("H55.128-260115-0001 500000", codes), 2);
    assert_string_equal(codes[0], "H551282601150001500000");
    assert_string_equal(codes[1], "H551282601150001");
    assert_int_equal(plain_codes_find("nop tien 260115 0001", codes), 0);
    assert_int_equal(plain_codes_find("H55 128", codes), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_check_sum_is_that_of_the_standard),
        cmocka_unit_test(the_worked_example_is_written_exactly),
        cmocka_unit_test(without_an_amount_the_code_is_static),
        cmocka_unit_test(the_sample_of_napas_has_a_bill_and_a_purpose),
        cmocka_unit_test(a_card_name_and_city_have_their_places),
        cmocka_unit_test(what_no_bank_could_read_is_refused),
        cmocka_unit_test(a_statement_speaks_of_a_code_whatever_the_bank_made_of_it),
        cmocka_unit_test(a_longer_number_is_another_dossier),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
