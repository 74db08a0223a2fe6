/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/dossier_code.h"

static struct date day(int year, int month, int of_month)
{
    return date_from_civil((struct civil){year, month, of_month});
}

static enum err parse(const char *text, struct dossier_code *out_code)
{
    return dossier_code_parse(text, strlen(text), out_code);
}

static void a_code_is_agency_date_and_number(void **state)
{
    char code[DOSSIER_CODE_SIZE];

    (void)state;
    assert_int_equal(dossier_code_format("H55.128", day(2026, 1, 15), 1, code), ERR_OK);
    assert_string_equal(code, "H55.128-260115-0001");
    assert_int_equal(dossier_code_format("H55.128.02", day(2026, 1, 15), 42, code), ERR_OK);
    assert_string_equal(code, "H55.128.02-260115-0042");
}

/* Cases 75 and 76 of the collected defects. */
static void codes_of_two_days_or_many_numbers_never_meet(void **state)
{
    char november[DOSSIER_CODE_SIZE], january[DOSSIER_CODE_SIZE], code[DOSSIER_CODE_SIZE];

    (void)state;
    assert_int_equal(dossier_code_format("H55", day(2026, 11, 1), 1, november), ERR_OK);
    assert_int_equal(dossier_code_format("H55", day(2026, 1, 11), 1, january), ERR_OK);
    assert_string_equal(november, "H55-261101-0001");
    assert_string_equal(january, "H55-260111-0001");
    assert_int_equal(dossier_code_format("H55", day(2026, 1, 11), 9999, code), ERR_OK);
    assert_string_equal(code, "H55-260111-9999");
    assert_int_equal(dossier_code_format("H55", day(2026, 1, 11), 10000, code), ERR_OK);
    assert_string_equal(code, "H55-260111-10000");
    assert_int_equal(dossier_code_format("H55.128.012.003", day(2099, 12, 31), 99999, code),
                     ERR_OK);
    assert_string_equal(code, "H55.128.012.003-991231-99999");
}

/* Case 78: the date of a code is the local date of the receipt, whatever the clock of the typist.
 */
static void the_date_is_the_local_date_of_receipt(void **state)
{
    struct instant late, early;
    char code[DOSSIER_CODE_SIZE];

    (void)state;
    assert_int_equal(instant_parse("2026-01-15T16:59:59Z", 20, &late), ERR_OK);
    assert_int_equal(instant_parse("2026-01-15T17:00:00Z", 20, &early), ERR_OK);
    assert_int_equal(dossier_code_format("H55", date_of_instant(late), 1, code), ERR_OK);
    assert_string_equal(code, "H55-260115-0001");
    assert_int_equal(dossier_code_format("H55", date_of_instant(early), 1, code), ERR_OK);
    assert_string_equal(code, "H55-260116-0001");
}

static void what_cannot_be_a_code_is_not_made(void **state)
{
    char code[DOSSIER_CODE_SIZE] = "x";
    const struct date good = day(2026, 1, 15);
    static const char *const agencies[] = {"",        "H5",     "h55",      "G55",
                                           "H55.",    "H55.1",  "H55.1284", "H55.128.02.03.04",
                                           "H55 128", "H55-128"};

    (void)state;
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        assert_int_equal(dossier_code_format(agencies[i], good, 1, code), ERR_CODE_FORMAT);
    assert_int_equal(dossier_code_format("H55", good, 0, code), ERR_CODE_FORMAT);
    assert_int_equal(dossier_code_format("H55", good, -1, code), ERR_CODE_FORMAT);
    assert_int_equal(dossier_code_format("H55", good, 100000, code), ERR_CODE_FORMAT);
    assert_int_equal(dossier_code_format("H55", day(1999, 12, 31), 1, code), ERR_CODE_FORMAT);
    assert_int_equal(dossier_code_format("H55", day(2100, 1, 1), 1, code), ERR_CODE_FORMAT);
    assert_string_equal(code, "x");
}

/* Codes seen in public registers, and the examples of domain 2.2. */
static void codes_of_all_three_kinds_are_read(void **state)
{
    static const struct {
        const char *text;
        enum dossier_code_kind kind;
        const char *agency;
        int year, month, day, number;
    } codes[] = {
        {"H55.128-260115-0001", DOSSIER_CODE_NEW, "H55.128", 2026, 1, 15, 1},
        {"H55.128.02-260115-0042", DOSSIER_CODE_NEW, "H55.128.02", 2026, 1, 15, 42},
        {"H56.14-240823-0001", DOSSIER_CODE_NEW, "H56.14", 2024, 8, 23, 1},
        {"H56-240229-12345", DOSSIER_CODE_NEW, "H56", 2024, 2, 29, 12345},
        {"000.00.06.H56-231027-0361", DOSSIER_CODE_OLD, "000.00.06.H56", 2023, 10, 27, 361},
        {"000.17.22.H56-210531-0001", DOSSIER_CODE_OLD, "000.17.22.H56", 2021, 5, 31, 1},
        {"000.17.22.H56-210531-123456", DOSSIER_CODE_OLD, "000.17.22.H56", 2021, 5, 31, 123456},
        {"H55.128-260126-010007", DOSSIER_CODE_CENTRAL, "H55.128", 2026, 1, 26, 10007},
        {"G12.034-260126-120001", DOSSIER_CODE_CENTRAL, "G12.034", 2026, 1, 26, 120001},
    };

    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        struct dossier_code code;

        assert_int_equal(parse(codes[i].text, &code), ERR_OK);
        assert_int_equal(code.kind, codes[i].kind);
        assert_string_equal(code.agency, codes[i].agency);
        assert_true(date_equal(code.received, day(codes[i].year, codes[i].month, codes[i].day)));
        assert_int_equal(code.number, codes[i].number);
    }
}

static void what_is_no_code_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "-",
                                      "--",
                                      "H55.128",
                                      "H55.128-260115",
                                      "H55.128-260115-",
                                      "H55.128-260115-001",
                                      "H55.128-260115-1234567",
                                      "H55.128-260229-0001",
                                      "H55.128-261301-0001",
                                      "H55.128-260100-0001",
                                      "H55.128-2601150001",
                                      "G12.034-260126-0001",
                                      "H55.128-260115-000a",
                                      "H55.128-260115-0001 ",
                                      " H55.128-260115-0001",
                                      "H55.1-260115-0001",
                                      "h55-260115-0001",
                                      "000.17.22.G56-210531-0001",
                                      "00.17.22.H56-210531-0001",
                                      "000.17.22.H56-210531-1234567890",
                                      "H55.128.012.003.004-260115-0001",
                                      "TAM-01-17"};
    struct dossier_code code;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(parse(bad[i], &code), ERR_CODE_FORMAT);
}

static void a_secret_has_nine_letters_that_cannot_be_mistaken(void **state)
{
    char secret[LOOKUP_SECRET_SIZE];
    uint64_t random = 1;

    (void)state;
    lookup_secret_make(0, secret);
    assert_string_equal(secret, "222222222");
    lookup_secret_make(29, secret); /* letters count from the left, 30 of them: 29 is the last */
    assert_string_equal(secret, "Z22222222");
    lookup_secret_make(30, secret);
    assert_string_equal(secret, "232222222");
    lookup_secret_make(UINT64_C(19682999999999), secret); /* 30^9 - 1: above 2^44 */
    assert_string_equal(secret, "ZZZZZZZZZ");
    for (int i = 0; i < 1000; i++) {
        random = random * UINT64_C(6364136223846793005) + 1442695040888963407u;
        lookup_secret_make(random, secret);
        assert_int_equal(strlen(secret), 9);
        assert_null(strpbrk(secret, "01ILOUilou"));
    }
}

static void a_typed_secret_may_be_small_and_spaced(void **state)
{
    static const char *const bad[] = {"",          "K7M2Q",     "K7M2QXA",    "K7M2QX9P", "K7M2Q0",
                                      "K7M2QX9P0", "K7M2QX9P?", "K7M2QX9PAB", "K7M2QO"};
    char secret[LOOKUP_SECRET_SIZE];

    (void)state;
    assert_int_equal(lookup_secret_read(" k7m-2qx 9pa ", 13, secret), ERR_OK);
    assert_string_equal(secret, "K7M2QX9PA");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(lookup_secret_read(bad[i], strlen(bad[i]), secret), ERR_BAD_VALUE);
    assert_int_equal(lookup_secret_read("K7M2Q\0", 6, secret), ERR_BAD_VALUE);
    assert_string_equal(secret, "K7M2QX9PA");
}

static void a_secret_of_six_letters_from_before_is_read(void **state)
{
    static const char filled[LOOKUP_SECRET_SIZE] = "K7M2QX";
    char secret[LOOKUP_SECRET_SIZE] = "999999999";

    (void)state;
    assert_int_equal(lookup_secret_read("k7m 2qx", 7, secret), ERR_OK);
    assert_memory_equal(secret, filled, sizeof filled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_agency_date_and_number),
        cmocka_unit_test(codes_of_two_days_or_many_numbers_never_meet),
        cmocka_unit_test(the_date_is_the_local_date_of_receipt),
        cmocka_unit_test(what_cannot_be_a_code_is_not_made),
        cmocka_unit_test(codes_of_all_three_kinds_are_read),
        cmocka_unit_test(what_is_no_code_is_refused),
        cmocka_unit_test(a_secret_has_nine_letters_that_cannot_be_mistaken),
        cmocka_unit_test(a_typed_secret_may_be_small_and_spaced),
        cmocka_unit_test(a_secret_of_six_letters_from_before_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
