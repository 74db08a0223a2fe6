/* Changes of the set-up that meet each other in one group commit, and administrators who put each
 * other out. Rules. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "support/catalogue_fixture.h"
#include "usecase/import_centre.h"
#include "usecase/manage_access.h"
#include "usecase/save_queue_rules.h"
#include "usecase/save_setup.h"

static void prepare(struct office_fixture *fixture, struct command *command, const char *actor,
                    enum permission permission, command_run_fn run)
{
    office_prepare(fixture, command, actor, permission, run);
    command->actor.roles = (struct role_set){ROLE_BIT(QUAN_TRI)};
}

static void name_counter(struct office_fixture *fixture, struct save_counter *save,
                         const char *code, const char *name, int64_t version)
{
    prepare(fixture, &save->change.command, "quantri", PERMISSION_CATALOGUE_CHANGE,
            save_counter_run);
    save->kept = SETUP_RETIRED | SETUP_DUTIES;
    save->change.expected_version = version;
    snprintf(save->change.code, sizeof save->change.code, "%s", code);
    snprintf(save->name, sizeof save->name, "%s", name);
}

static void end_counter(struct save_counter *save)
{
    setup_change_take(&save->change);
    command_release(&save->change.command);
}

static void of_two_changes_in_one_commit_one_is_refused(void **state)
{
    struct office_fixture *fixture = *state;
    struct save_counter first = {.kept = 0}, second = {.kept = 0};

    name_counter(fixture, &first, "1", "Quầy một", 1);
    name_counter(fixture, &second, "1", "Quầy hai", 1);
    office_submit(fixture, &first.change.command);
    office_submit(fixture, &second.change.command);
    office_wait(fixture, fixture->done + 2);
    assert_int_equal(first.change.command.err, ERR_OK);
    assert_int_equal(second.change.command.err, ERR_VERSION_CONFLICT);
    assert_non_null(strstr(second.change.command.facts.current.data, "Quầy một"));
    end_counter(&first);
    end_counter(&second);
}

/* Both start from the set-up that was in force when they were sent; neither undoes the other. */
static void two_parts_changed_in_one_commit_are_both_in_force(void **state)
{
    struct office_fixture *fixture = *state;
    struct save_counter first = {.kept = 0}, second = {.kept = 0};

    name_counter(fixture, &first, "1", "Quầy một", 1);
    name_counter(fixture, &second, "2", "Quầy hai", 1);
    office_submit(fixture, &first.change.command);
    office_submit(fixture, &second.change.command);
    office_wait(fixture, fixture->done + 2);
    end_counter(&first);
    end_counter(&second);
    struct catalogue *now = office_catalogue(&fixture->office);
    assert_string_equal(now->counters[catalogue_counter(now, "1")].name, "Quầy một");
    assert_string_equal(now->counters[catalogue_counter(now, "2")].name, "Quầy hai");
    catalogue_release(now);
}

static enum err retire(struct office_fixture *fixture, const char *code, int64_t version,
                       char out_way[64])
{
    struct save_counter save = {.retired = true};

    name_counter(fixture, &save, code, "", version);
    save.kept = SETUP_NAME | SETUP_DUTIES;
    const enum err err = office_do(fixture, &save.change.command);
    memcpy(out_way, save.change.command.facts.conflicting_code, 64);
    end_counter(&save);
    return err;
}

static void a_ticket_sent_to_one_counter_keeps_it(void **state)
{
    struct office_fixture *fixture = *state;
    struct ticket_record ticket = office_issue(fixture, "A", NULL);
    char way[64];

    assert_int_equal(office_sit(fixture, "1", "can-bo", "open"), ERR_OK);
    assert_int_equal(office_call_next(fixture, "1", "can-bo", false, NULL), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_START, "can-bo", ticket.ticket.id), ERR_OK);
    assert_int_equal(retire(fixture, "1", 1, way), ERR_COUNTER_BUSY);
    assert_int_equal(office_transfer(fixture, "can-bo", ticket.ticket.id, "B", "3"), ERR_OK);
    assert_int_equal(retire(fixture, "1", 1, way), ERR_IN_USE);
    assert_string_equal(way, "can-bo");
    assert_int_equal(retire(fixture, "3", 1, way), ERR_TICKETS_WAITING);
    assert_string_equal(way, "3");
    assert_int_equal(retire(fixture, "4", 1, way), ERR_OK);
}

/* Yesterday's queue is over: it keeps nothing in use. */
static void a_new_day_leaves_nobody_behind(void **state)
{
    struct office_fixture *fixture = *state;
    char way[64];

    office_issue(fixture, "C", NULL);
    assert_int_equal(office_sit(fixture, "4", "can-bo", "open"), ERR_OK);
    assert_int_equal(retire(fixture, "4", 1, way), ERR_IN_USE);
    office_set_time(fixture, instant_plus_seconds(fixture->now, 24 * 3600));
    assert_int_equal(retire(fixture, "4", 1, way), ERR_OK);
}

static void retire_site(struct office_fixture *fixture, const char *code, enum err expected)
{
    struct save_site save = {.kept = SETUP_NAME | SETUP_ADDRESS, .retired = true};

    prepare(fixture, &save.change.command, "quantri", PERMISSION_CATALOGUE_CHANGE, save_site_run);
    save.change.expected_version = 1;
    snprintf(save.change.code, sizeof save.change.code, "%s", code);
    assert_int_equal(office_do(fixture, &save.change.command), expected);
    setup_change_take(&save.change);
    command_release(&save.change.command);
}

/* A request need not name the site where there is one only: those out of use do not count. R-983 */
static void of_two_sites_one_is_left_and_stays(void **state)
{
    struct office_fixture *fixture = *state;
    struct ticket_record ticket;
    char way[64];

    assert_int_equal(office_try_issue(fixture, "", "A", "P0", &ticket), ERR_UNKNOWN_SITE);
    retire_site(fixture, "NT", ERR_IN_USE);
    assert_int_equal(retire(fixture, "9", 1, way), ERR_OK);
    retire_site(fixture, "NT", ERR_OK);
    assert_int_equal(office_try_issue(fixture, "", "A", "P0", &ticket), ERR_OK);
    assert_string_equal(ticket.site, "TT");
    assert_int_equal(office_try_issue(fixture, "NT", "A", "P0", &ticket), ERR_UNKNOWN_SITE);
    retire_site(fixture, "TT", ERR_IN_USE);
}

static void add_account(struct office_fixture *fixture, const char *code)
{
    struct save_account save = {.is_new = true, .account = {.password = "x"}};

    prepare(fixture, &save.command, "", PERMISSION_ACCOUNT_MANAGE, save_account_run);
    save.command.actor.kind = ACTOR_SYSTEM;
    snprintf(save.account.code, sizeof save.account.code, "%s", code);
    snprintf(save.account.name, sizeof save.account.name, "Quản Trị Mẫu");
    save.account.roles = (struct role_set){ROLE_BIT(QUAN_TRI)};
    assert_int_equal(office_do(fixture, &save.command), ERR_OK);
    command_release(&save.command);
}

static void put_out(struct office_fixture *fixture, struct save_account *save, const char *who,
                    const char *whom)
{
    prepare(fixture, &save->command, who, PERMISSION_ACCOUNT_MANAGE, save_account_run);
    snprintf(save->account.code, sizeof save->account.code, "%s", whom);
    save->account.disabled = true;
    save->kept = ACCOUNT_NAME | ACCOUNT_ROLES | ACCOUNT_UNIT;
    save->expected_version = 1;
}

static void of_two_who_put_each_other_out_one_stays(void **state)
{
    struct office_fixture *fixture = *state;
    struct save_account first = {.kept = 0}, second = {.kept = 0};

    add_account(fixture, "mot");
    add_account(fixture, "hai");
    put_out(fixture, &first, "mot", "hai");
    put_out(fixture, &second, "hai", "mot");
    office_submit(fixture, &first.command);
    office_submit(fixture, &second.command);
    office_wait(fixture, fixture->done + 2);
    assert_int_equal(first.command.err, ERR_OK);
    assert_int_equal(second.command.err, ERR_LAST_ADMINISTRATOR);
    command_release(&first.command);
    command_release(&second.command);
}

/* Such rules would add every counter twice when the set-up is loaded, and stop the server. R-984 */
static void imported_rules_have_no_counters_of_their_own(void **state)
{
    static const char document[] =
        "{\"queue_rules\": {\"classes\": {\"P0\": {\"lane\": \"ordinary\", \"rank\": 9,"
        " \"target_s\": 1800}}, \"max_run\": {\"priority\": 2, \"ordinary\": 1},"
        " \"hard_max_wait_s\": null, \"return_window_s\": 900, \"return_delay_s\": 180,"
        " \"appointment_late_s\": 900, \"counters\": {\"1\": {\"primary\": [\"A\"],"
        " \"help\": []}}}}";
    struct import import = {.rows = 0};

    assert_int_equal(catalogue_fixture_import(*state, &import, import_centre_run, document),
                     ERR_FIELDS);
    assert_non_null(strstr(import.faults.data, "queue_rules/counters: must be empty"));
    catalogue_fixture_forget(&import);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, office_fixture_set_up, office_fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(of_two_changes_in_one_commit_one_is_refused),
        TEST(two_parts_changed_in_one_commit_are_both_in_force),
        TEST(a_ticket_sent_to_one_counter_keeps_it),
        TEST(a_new_day_leaves_nobody_behind),
        TEST(of_two_sites_one_is_left_and_stays),
        TEST(of_two_who_put_each_other_out_one_stays),
        TEST(imported_rules_have_no_counters_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
