/* Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "store/pairing_rows.h"
#include "support/catalogue_fixture.h"
#include "usecase/manage_access.h"

/* As the command line does it. */
static enum err save(struct office_fixture *fixture, struct save_account *save)
{
    office_prepare(fixture, &save->command, "", PERMISSION_ACCOUNT_MANAGE, save_account_run);
    save->command.actor.kind = ACTOR_SYSTEM;
    const enum err err = office_do(fixture, &save->command);
    command_release(&save->command);
    return err;
}

/* As a signed-in administrator does it. */
static enum err save_as(struct office_fixture *fixture, struct save_account *save,
                        const char *administrator)
{
    office_prepare(fixture, &save->command, administrator, PERMISSION_ACCOUNT_MANAGE,
                   save_account_run);
    save->command.actor.roles = (struct role_set){ROLE_BIT(QUAN_TRI)};
    const enum err err = office_do(fixture, &save->command);
    command_release(&save->command);
    return err;
}

static enum err save_device(struct office_fixture *fixture, struct save_device *save)
{
    office_prepare(fixture, &save->command, "", PERMISSION_DEVICE_MANAGE, save_device_run);
    save->command.actor.kind = ACTOR_SYSTEM;
    const enum err err = office_do(fixture, &save->command);
    command_release(&save->command);
    return err;
}

static struct save_account account(const char *code, uint32_t roles, const char *unit)
{
    struct save_account made = {.is_new = true, .account = {.name = "Trần Thị Thử"}};

    snprintf(made.account.code, sizeof made.account.code, "%s", code);
    snprintf(made.account.unit, sizeof made.account.unit, "%s", unit);
    made.account.roles.bits = roles;
    return made;
}

static struct save_device device(const char *code, const char *kind, const char *site)
{
    struct save_device made = {.device = {.any_class = false}};

    snprintf(made.device.code, sizeof made.device.code, "%s", code);
    snprintf(made.device.kind, sizeof made.device.kind, "%s", kind);
    snprintf(made.device.site, sizeof made.device.site, "%s", site);
    return made;
}

static void an_account_needs_roles_of_a_person_and_a_unit_of_the_centre(void **state)
{
    static const struct {
        const char *code, *unit;
        uint32_t roles;
        enum err err;
    } cases[] = {
        {"a1", "", ROLE_BIT(PHAT_SO), ERR_OK},
        {"a2", "P_KT", ROLE_BIT(THU_LY), ERR_OK},
        {"a3", "", ROLE_BIT(THU_LY), ERR_FIELDS},
        {"a4", "", ROLE_BIT(LD_PHONG) | ROLE_BIT(GD_TT), ERR_FIELDS},
        {"a5", "PHONG_LA", ROLE_BIT(PHAT_SO), ERR_UNKNOWN_UNIT},
        {"a6", "", 0, ERR_BAD_VALUE},
        {"a7", "", ROLE_BIT(KIOSK), ERR_BAD_VALUE},
        {"a8", "", ROLE_BIT(CONG_DAN), ERR_BAD_VALUE},
        {"A9", "", ROLE_BIT(PHAT_SO), ERR_FIELDS},
        {"9a", "", ROLE_BIT(PHAT_SO), ERR_FIELDS},
        {"a", "", ROLE_BIT(PHAT_SO), ERR_FIELDS},
        {"", "", ROLE_BIT(PHAT_SO), ERR_FIELDS},
        {"a b", "", ROLE_BIT(PHAT_SO), ERR_FIELDS},
        /* 40 characters, as the contract allows */
        {"a123456789012345678901234567890123456789", "", ROLE_BIT(PHAT_SO), ERR_OK},
    };
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct save_account made = account(cases[i].code, cases[i].roles, cases[i].unit);

        assert_int_equal(save(&fixture, &made), cases[i].err);
    }
    office_fixture_remove(&fixture);
}

static void a_code_belongs_to_one_account_or_device(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct save_account clerk = account("chung", ROLE_BIT(PHAT_SO), "");
    assert_int_equal(save(&fixture, &clerk), ERR_OK);
    clerk = account("chung", ROLE_BIT(PHAT_SO), "");
    assert_int_equal(save(&fixture, &clerk), ERR_DUPLICATE);
    struct save_device kiosk = device("chung", "kiosk", "TT");
    assert_int_equal(save_device(&fixture, &kiosk), ERR_DUPLICATE);
    kiosk = device("may", "kiosk", "TT");
    assert_int_equal(save_device(&fixture, &kiosk), ERR_OK);
    kiosk.device.disabled = true;
    assert_int_equal(save_device(&fixture, &kiosk), ERR_OK);
    assert_int_equal(save_device(&fixture, &kiosk), ERR_NOT_FOUND); /* revoked already */
    clerk = account("may", ROLE_BIT(PHAT_SO), ""); /* the log still says who "may" was */
    assert_int_equal(save(&fixture, &clerk), ERR_DUPLICATE);
    kiosk = device("may", "board", "NT");
    assert_int_equal(save_device(&fixture, &kiosk), ERR_OK);
    office_fixture_remove(&fixture);
}

static void a_device_has_a_kind_a_site_and_a_code(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct save_device made = device("m1", "toaster", "TT");
    assert_int_equal(save_device(&fixture, &made), ERR_BAD_VALUE);
    made = device("m1", "kiosk", "XX");
    assert_int_equal(save_device(&fixture, &made), ERR_UNKNOWN_SITE);
    made = device("M1", "kiosk", "TT");
    assert_int_equal(save_device(&fixture, &made), ERR_FIELDS);
    made = device("m1", "kiosk", "TT");
    made.device.disabled = true;
    assert_int_equal(save_device(&fixture, &made), ERR_NOT_FOUND);
    office_fixture_remove(&fixture);
}

static void a_change_keeps_what_it_does_not_name_and_checks_the_version(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct save_account made = account("doi", ROLE_BIT(THU_LY), "P_KT");
    assert_int_equal(save(&fixture, &made), ERR_OK);
    assert_int_equal(made.account.version, 1);
    struct save_account change = {.expected_version = 1,
                                  .kept = ACCOUNT_NAME | ACCOUNT_ROLES | ACCOUNT_DISABLED,
                                  .account = {.code = "doi", .unit = "P_VHXH"}};
    assert_int_equal(save_as(&fixture, &change, "quantri"), ERR_OK);
    assert_int_equal(change.account.version, 2);
    assert_string_equal(change.account.name, "Trần Thị Thử");
    assert_string_equal(change.account.unit, "P_VHXH");
    assert_true(role_set_has(change.account.roles, ROLE_THU_LY));
    change.expected_version = 1;
    assert_int_equal(save_as(&fixture, &change, "quantri"), ERR_VERSION_CONFLICT);
    change.expected_version = 2;
    change.account.unit[0] = '\0'; /* THU_LY without a unit */
    assert_int_equal(save_as(&fixture, &change, "quantri"), ERR_FIELDS);
    office_fixture_remove(&fixture);
}

static void nobody_locks_himself_out(void **state)
{
    struct office_fixture fixture;
    const unsigned rest = ACCOUNT_NAME | ACCOUNT_UNIT;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct save_account made = account("quantri", ROLE_BIT(QUAN_TRI), "");
    assert_int_equal(save(&fixture, &made), ERR_OK);
    struct save_account change = {.kept = rest | ACCOUNT_ROLES,
                                  .account = {.code = "quantri", .disabled = true}};
    assert_int_equal(save_as(&fixture, &change, "quantri"), ERR_FORBIDDEN);
    change.kept = rest | ACCOUNT_DISABLED;
    change.account.roles.bits = ROLE_BIT(KIEM_TRA);
    assert_int_equal(save_as(&fixture, &change, "quantri"), ERR_FORBIDDEN);
    assert_int_equal(save_as(&fixture, &change, "quantri2"), ERR_LAST_ADMINISTRATOR);
    struct save_account second = account("quantri2", ROLE_BIT(QUAN_TRI), "");
    snprintf(second.account.password, sizeof second.account.password, "x"); /* may sign in */
    assert_int_equal(save(&fixture, &second), ERR_OK);
    assert_int_equal(save_as(&fixture, &change, "quantri2"), ERR_OK); /* another one may */
    office_fixture_remove(&fixture);
}

/* ---- pairing --------------------------------------------------------------------------------- */

static enum err pair(struct office_fixture *fixture, const char *code)
{
    struct pair_device try = {.token = {7}};

    snprintf(try.code, sizeof try.code, "%s", code);
    office_prepare(fixture, &try.command, "", PERMISSION_QUEUE_READ, pair_device_run);
    try.command.open_to_all = true;
    try.command.actor.kind = ACTOR_NOBODY;
    const enum err err = office_do(fixture, &try.command);
    command_release(&try.command);
    return err;
}

/* Rows as they are `seconds` after the code was made. */
struct wait_for {
    struct test_request request; /* first */
    const char *device, *code;
    int seconds;
};

static enum err age_run(struct store_tx *tx, struct test_request *request)
{
    const struct wait_for *wait = container_of(request, struct wait_for, request);
    struct pairing_record record = {
        .expires_at = instant_plus_seconds(clock_wall(), PAIRING_SECONDS - wait->seconds)};

    snprintf(record.device, sizeof record.device, "%s", wait->device);
    digest(wait->code, strlen(wait->code), record.code);
    pairing_rows_put(tx, &record);
    return ERR_OK;
}

static void a_code_is_good_for_ten_minutes_and_once(void **state)
{
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    struct save_device board = device("bang", "board", "TT");
    assert_int_equal(save_device(&fixture, &board), ERR_OK);
    assert_int_equal(strlen(board.pairing.code), PAIRING_DIGITS);
    struct wait_for wait = {.request.run = age_run,
                            .device = "bang",
                            .code = board.pairing.code,
                            .seconds = PAIRING_SECONDS};
    assert_int_equal(office_write(&fixture, &wait.request), ERR_OK);
    assert_int_equal(pair(&fixture, board.pairing.code), ERR_PAIRING_CODE);
    wait.seconds = PAIRING_SECONDS - 30;
    assert_int_equal(office_write(&fixture, &wait.request), ERR_OK);
    assert_int_equal(pair(&fixture, board.pairing.code), ERR_OK);
    assert_int_equal(pair(&fixture, board.pairing.code), ERR_PAIRING_CODE);
    office_fixture_remove(&fixture);
}

/* ---- the directory in memory ----------------------------------------------------------------- */

static struct directory_account listed(const char *code)
{
    struct directory_account made = {.version = 1};

    snprintf(made.code, sizeof made.code, "%s", code);
    return made;
}

static void the_directory_stays_in_order_and_forgets_a_disabled_accounts_sessions(void **state)
{
    static const char *const codes[] = {"m", "c", "x", "a", "n", "b", "y", "d", "z", "e"};
    static const char *const ordered[] = {"a", "b", "c", "d", "e", "m", "n", "x", "y", "z"};
    struct directory directory = {.account_count = 0};
    struct directory_session session = {.account = "c"};

    (void)state;
    for (size_t i = 0; i < 10; i++) {
        const struct directory_account made = listed(codes[i]);

        directory_put_account(&directory, &made);
    }
    assert_int_equal(directory.account_count, 10);
    for (size_t i = 0; i < 10; i++)
        assert_string_equal(directory.accounts[i].code, ordered[i]);
    directory_add_session(&directory, &session);
    snprintf(session.account, sizeof session.account, "d");
    directory_add_session(&directory, &session);
    struct directory_account gone = listed("c");
    gone.disabled = true;
    directory_put_account(&directory, &gone);
    assert_int_equal(directory.account_count, 10);
    assert_true(directory_account(&directory, "c")->disabled);
    assert_int_equal(directory.session_count, 1);
    assert_string_equal(directory.sessions[0].account, "d");
    directory_release(&directory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_account_needs_roles_of_a_person_and_a_unit_of_the_centre),
        cmocka_unit_test(a_code_belongs_to_one_account_or_device),
        cmocka_unit_test(a_device_has_a_kind_a_site_and_a_code),
        cmocka_unit_test(a_change_keeps_what_it_does_not_name_and_checks_the_version),
        cmocka_unit_test(nobody_locks_himself_out),
        cmocka_unit_test(a_code_is_good_for_ten_minutes_and_once),
        cmocka_unit_test(the_directory_stays_in_order_and_forgets_a_disabled_accounts_sessions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
