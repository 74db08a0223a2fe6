/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/role.h"

static struct role_set set(const char *text)
{
    struct role_set roles;

    assert_int_equal(role_set_parse(text, strlen(text), &roles), ERR_OK);
    return roles;
}

static void every_role_is_found_by_its_code(void **state)
{
    /* the eleven of domain 0.3, then the devices */
    static const char *const codes[] = {
        "PHAT_SO",   "TIEP_NHAN", "THU_LY",   "LD_PHONG", "LANH_DAO", "VAN_THU", "GD_TT",
        "TO_HOP_BC", "QUAN_TRI",  "KIEM_TRA", "CONG_DAN", "KIOSK",    "BOARD",   "PRINTER"};
    enum role role = ROLE_COUNT;

    (void)state;
    assert_int_equal(sizeof codes / sizeof *codes, ROLE_COUNT);
    for (int i = 0; i < ROLE_COUNT; i++) {
        assert_int_equal(role_from_code(codes[i], strlen(codes[i]), &role), ERR_OK);
        assert_int_equal(role, i);
        assert_string_equal(role_code(role), codes[i]);
        assert_int_equal(role_is_device(role), i >= 11);
    }
    assert_int_equal(role_from_code("GD", 2, &role), ERR_UNKNOWN);
    assert_int_equal(role_from_code("gd_tt", 5, &role), ERR_UNKNOWN);
    assert_int_equal(role_from_code("", 0, &role), ERR_UNKNOWN);
}

static void a_set_is_written_and_read(void **state)
{
    char text[ROLE_SET_TEXT_SIZE];
    struct role_set roles = {0};

    (void)state;
    role_set_format(set("GD_TT,TIEP_NHAN"), text);
    assert_string_equal(text, "TIEP_NHAN,GD_TT");
    role_set_format(set(""), text);
    assert_string_equal(text, "");
    for (int i = 0; i < ROLE_COUNT; i++)
        roles = role_set_add(roles, (enum role)i);
    role_set_format(roles, text);
    assert_int_equal(set(text).bits, roles.bits);
    assert_int_equal(role_set_parse("GD_TT,", 6, &roles), ERR_UNKNOWN);
    assert_int_equal(role_set_parse(",GD_TT", 6, &roles), ERR_UNKNOWN);
    assert_int_equal(role_set_parse("GD_TT, THU_LY", 13, &roles), ERR_UNKNOWN);
}

static void the_director_acts_for_reception_and_heads_of_units_only(void **state)
{
    (void)state;
    for (int i = 0; i < ROLE_COUNT; i++) {
        const struct role_set allowed = role_set_add((struct role_set){0}, (enum role)i);
        const enum grant expected = i == ROLE_GD_TT                             ? GRANT_OWN
                                    : i == ROLE_TIEP_NHAN || i == ROLE_LD_PHONG ? GRANT_ACTING
                                                                                : GRANT_NONE;

        assert_int_equal(role_grant(allowed, set("GD_TT")), expected);
        for (int held = 0; held < ROLE_COUNT; held++)
            if (held != ROLE_GD_TT)
                assert_int_equal(
                    role_grant(allowed, role_set_add((struct role_set){0}, (enum role)held)),
                    held == i ? GRANT_OWN : GRANT_NONE);
    }
    assert_int_equal(role_grant(set("TIEP_NHAN"), set("GD_TT,TIEP_NHAN")), GRANT_OWN);
    assert_int_equal(role_grant(set("LANH_DAO"), set("GD_TT,TIEP_NHAN")), GRANT_NONE);
    assert_int_equal(role_grant(set("TIEP_NHAN"), set("")), GRANT_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_role_is_found_by_its_code),
        cmocka_unit_test(a_set_is_written_and_read),
        cmocka_unit_test(the_director_acts_for_reception_and_heads_of_units_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
