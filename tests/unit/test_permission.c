/* Rules checked. */
#include "support/test.h"

#include "domain/permission.h"

static const bool reads_only[PERMISSION_COUNT] = {
#define X(code, reads, roles) [PERMISSION_##code] = (reads),
    PERMISSION_MAP(X)
#undef X
};

static struct role_set one(enum role role)
{
    return role_set_add((struct role_set){0}, role);
}

static void an_administrator_touches_no_dossier_and_no_queue(void **state)
{
    static const enum permission own[] = {PERMISSION_CATALOGUE_CHANGE, PERMISSION_ACCOUNT_MANAGE,
                                          PERMISSION_DEVICE_MANAGE,    PERMISSION_BACKUP_MANAGE,
                                          PERMISSION_WEBHOOK_MANAGE,   PERMISSION_CLOCK_CONFIRM,
                                          PERMISSION_TRAINING_CLOCK};

    (void)state;
    for (int i = 0; i < PERMISSION_COUNT; i++) {
        const enum permission permission = (enum permission)i;
        bool expected = false;

        for (size_t k = 0; k < sizeof own / sizeof *own; k++)
            expected |= own[k] == permission;
        if (!reads_only[permission])
            assert_int_equal(permission_check(permission, one(ROLE_QUAN_TRI)) != GRANT_NONE,
                             expected);
    }
    assert_int_equal(permission_check(PERMISSION_DOSSIER_READ, one(ROLE_QUAN_TRI)), GRANT_NONE);
    assert_int_equal(permission_check(PERMISSION_REPORT_READ, one(ROLE_QUAN_TRI)), GRANT_NONE);
}

static void an_inspector_reads_everything_and_changes_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < PERMISSION_COUNT; i++)
        assert_int_equal(permission_check((enum permission)i, one(ROLE_KIEM_TRA)),
                         reads_only[i] ? GRANT_OWN : GRANT_NONE);
}

static void the_public_only_looks_up_a_dossier(void **state)
{
    (void)state;
    for (int i = 0; i < PERMISSION_COUNT; i++)
        assert_int_equal(permission_check((enum permission)i, one(ROLE_CONG_DAN)),
                         i == PERMISSION_DOSSIER_LOOK_UP ? GRANT_OWN : GRANT_NONE);
}

static void a_device_does_its_one_work(void **state)
{
    (void)state;
    for (int i = 0; i < PERMISSION_COUNT; i++) {
        const enum permission permission = (enum permission)i;

        if (reads_only[permission])
            continue;
        assert_int_equal(permission_check(permission, one(ROLE_KIOSK)),
                         permission == PERMISSION_TICKET_ISSUE ? GRANT_OWN : GRANT_NONE);
        assert_int_equal(permission_check(permission, one(ROLE_BOARD)), GRANT_NONE);
        assert_int_equal(permission_check(permission, one(ROLE_PRINTER)),
                         permission == PERMISSION_PRINT_FEED ? GRANT_OWN : GRANT_NONE);
    }
}

static void reception_works_the_counter_and_the_director_may_stand_in(void **state)
{
    static const enum permission counter[] = {PERMISSION_TICKET_ISSUE,  PERMISSION_TICKET_CALL,
                                              PERMISSION_COUNTER_SIT,   PERMISSION_TICKET_COME_BACK,
                                              PERMISSION_TICKET_CANCEL, PERMISSION_DOSSIER_OPEN};

    (void)state;
    for (size_t i = 0; i < sizeof counter / sizeof *counter; i++) {
        assert_int_equal(permission_check(counter[i], one(ROLE_TIEP_NHAN)), GRANT_OWN);
        assert_int_equal(permission_check(counter[i], one(ROLE_GD_TT)), GRANT_ACTING);
        assert_int_equal(permission_check(counter[i], one(ROLE_THU_LY)), GRANT_NONE);
        assert_int_equal(permission_check(counter[i], one(ROLE_LANH_DAO)), GRANT_NONE);
    }
    assert_int_equal(permission_check(PERMISSION_TICKET_ISSUE, one(ROLE_PHAT_SO)), GRANT_OWN);
    assert_int_equal(permission_check(PERMISSION_TICKET_CALL, one(ROLE_PHAT_SO)), GRANT_NONE);
    assert_int_equal(permission_check(PERMISSION_COUNTER_REASSIGN, one(ROLE_GD_TT)), GRANT_OWN);
}

static void every_permission_is_somebodys(void **state)
{
    (void)state;
    for (int i = 0; i < PERMISSION_COUNT; i++) {
        bool somebodys = false;

        for (int role = 0; role < ROLE_COUNT; role++)
            somebodys |= permission_check((enum permission)i, one((enum role)role)) == GRANT_OWN;
        assert_true(somebodys);
    }
}

static void each_role_sees_the_dossiers_of_its_scope(void **state)
{
    static const enum dossier_scope scopes[ROLE_COUNT] = {
        [ROLE_THU_LY] = SCOPE_UNIT,  [ROLE_LD_PHONG] = SCOPE_UNIT,  [ROLE_TIEP_NHAN] = SCOPE_CENTRE,
        [ROLE_GD_TT] = SCOPE_CENTRE, [ROLE_VAN_THU] = SCOPE_CENTRE, [ROLE_TO_HOP_BC] = SCOPE_CENTRE,
        [ROLE_LANH_DAO] = SCOPE_ALL, [ROLE_KIEM_TRA] = SCOPE_ALL,
    };

    (void)state;
    for (int i = 0; i < ROLE_COUNT; i++) {
        assert_int_equal(permission_dossier_scope(one((enum role)i)), scopes[i]);
        assert_int_equal(permission_check(PERMISSION_DOSSIER_READ, one((enum role)i)) != GRANT_NONE,
                         scopes[i] != SCOPE_NONE);
    }
    assert_int_equal(permission_dossier_scope(role_set_add(one(ROLE_THU_LY), ROLE_GD_TT)),
                     SCOPE_CENTRE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_administrator_touches_no_dossier_and_no_queue),
        cmocka_unit_test(an_inspector_reads_everything_and_changes_nothing),
        cmocka_unit_test(the_public_only_looks_up_a_dossier),
        cmocka_unit_test(a_device_does_its_one_work),
        cmocka_unit_test(reception_works_the_counter_and_the_director_may_stand_in),
        cmocka_unit_test(every_permission_is_somebodys),
        cmocka_unit_test(each_role_sees_the_dossiers_of_its_scope),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
