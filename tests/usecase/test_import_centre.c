/* The set-up of a centre is imported whole or not at all, and says every fault at once. */
#include "support/test.h"

#include <string.h>

#include "support/catalogue_fixture.h"
#include "usecase/import_centre.h"

#define SITES                                                                                      \
    "\"sites\": [{\"site\": \"TT\", \"name\": \"Trụ sở\", \"address\": \"Thôn Mẫu\"},"      \
    "            {\"site\": \"NT\", \"name\": \"Nhà tạm\", \"address\": \"Thôn Thử\"}]"

static const char renamed[] =
    "{" SITES ", \"counters\": [{\"counter\": \"9\", \"site\": \"NT\", \"name\": \"Quầy chín\"}]}";
static const char moved[] =
    "{" SITES ", \"counters\": [{\"counter\": \"1\", \"site\": \"TT\", \"name\": \"Quầy một\"},"
    "                          {\"counter\": \"9\", \"site\": \"TT\", \"name\": \"Quầy chín\"}]}";
static const char wrong_twice[] =
    "{" SITES ", \"offices\": [], \"counters\": [{\"counter\": \"8\", \"site\": \"ở đâu\","
    " \"name\": \"Quầy tám\"}]}";

/* Import into a new small centre; what it said is in `import`. */
static enum err import_new(struct import *import, const char *json, int *out_named)
{
    struct office_fixture fixture;
    enum err err;

    catalogue_fixture_make(&fixture);
    err = catalogue_fixture_import(&fixture, import, import_centre_run, json);
    *out_named = (int)store_fixture_number(
        &fixture.store, "SELECT count(*) FROM counter WHERE name IN ('Quầy một', 'Quầy chín')");
    office_fixture_remove(&fixture);
    return err;
}

static void a_counter_of_the_same_site_gets_its_new_name(void **state)
{
    struct import import = {.rows = 0};
    int named;

    (void)state;
    assert_int_equal(import_new(&import, renamed, &named), ERR_OK);
    assert_int_equal(named, 1);
    catalogue_fixture_forget(&import);
}

static void a_counter_never_moves_to_another_site(void **state)
{
    struct import import = {.rows = 0};
    int named;

    (void)state;
    assert_int_equal(import_new(&import, moved, &named), ERR_FIELDS);
    assert_non_null(strstr(import.faults.data, "counters[1]: a counter stays at its site"));
    assert_null(strstr(import.faults.data, "counters[0]"));
    assert_int_equal(named, 0);
    catalogue_fixture_forget(&import);
}

static void all_faults_are_named_and_nothing_is_changed(void **state)
{
    struct import import = {.rows = 0};
    int named;

    (void)state;
    assert_int_equal(import_new(&import, wrong_twice, &named), ERR_FIELDS);
    assert_non_null(strstr(import.faults.data, "offices: not a part of this document"));
    assert_non_null(strstr(import.faults.data, "counters[0]: site is not in the document"));
    assert_int_equal(named, 0);
    catalogue_fixture_forget(&import);
}

/* One document for each fault, and what is said of it. Rules. */
static void a_set_up_that_contradicts_itself_is_refused(void **state)
{
    static const char *const cases[][2] = {
        {"{\"sites\": {}}", "sites: a list is needed"},
        /* */
        {"{\"sites\": [], \"dossier_rules\": []}", "dossier_rules: an object is needed"},
        {"{\"sites\": [], \"dossier_rules\": {\"confirm_until\": \"none\"}}",
         "dossier_rules.confirm_until: a time like 15:00 is needed"},
        {"{\"sites\": [], \"dossier_rules\": {\"supplement_days\": 367}}",
         "dossier_rules.supplement_days: a number of days is needed"},
        {"{\"centre\": {\"code\": \"H99.001\", \"name\": \"Trung tâm\", \"hotlin\": \"1900\"}}",
         "centre[0].hotlin: not a member of it"},
        {"{\"sites\": [{\"site\": \"NT\", \"name\": \"Trụ sở\", \"adress\": \"Thôn Mẫu\"}]}",
         "sites[0].adress: not a member of it"},
        {"{" SITES ", \"services\": [{\"service\": \"A\", \"name\": \"Hộ tịch\"}], \"counters\":"
         " [{\"counter\": \"9\", \"site\": \"NT\", \"name\": \"Quầy chín\","
         " \"help\": [{\"service\": \"A\", \"after_s\": 5, \"after\": 6}]}]}",
         "help[0].after: not a member of it"},
        {"{\"units\": [{\"unit\": \"U\", \"name\": \"Một\"}, {\"unit\": \"U\", \"name\": "
         "\"Hai\"}]}",
         "units[1]: an earlier row has the same code"},
        {"{\"centre\": {\"code\": \"../..\", \"name\": \"Trung tâm\"}}", "centre.code: an agency"},
        {"{" SITES ", \"services\": [{\"service\": \"A\", \"name\": \"Hộ tịch\"}], \"counters\":"
         " [{\"counter\": \"9\", \"site\": \"NT\", \"name\": \"Quầy chín\", \"primary\": [\"A\"],"
         " \"help\": [{\"service\": \"A\", \"after_s\": 5}]}]}",
         "counters[0]: a service is named twice"},
        {"{" SITES ", \"printers\": [{\"printer\": \"p\", \"name\": \"Máy in\", \"site\": \"NT\","
         " \"destination\": \"cups:p\", \"paper\": \"a3\"}]}",
         "printers[0]: paper is 80mm, a5 or a4"},
        {"{" SITES ", \"printers\": [{\"printer\": \"p\", \"name\": \"Máy in\", \"site\": \"XX\","
         " \"destination\": \"cups:p\", \"paper\": \"a4\"}]}",
         "printers[0]: site is not in the document"},
        {"{" SITES ", \"printers\": [{\"printer\": \"p\", \"name\": \"Máy in\", \"site\": \"NT\","
         " \"destination\": \"escpos+dev:///etc/passwd\", \"paper\": \"80mm\"}]}",
         "printers[0]: destination is a device below /dev"}, /* */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct import import = {.rows = 0};
        int named;

        assert_int_equal(import_new(&import, cases[i][0], &named), ERR_FIELDS);
        assert_non_null(strstr(import.faults.data, cases[i][1]));
        catalogue_fixture_forget(&import);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_counter_of_the_same_site_gets_its_new_name),
        cmocka_unit_test(a_counter_never_moves_to_another_site),
        cmocka_unit_test(all_faults_are_named_and_nothing_is_changed),
        cmocka_unit_test(a_set_up_that_contradicts_itself_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
