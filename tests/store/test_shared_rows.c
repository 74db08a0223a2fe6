/* Settings, and how stored answers grow old. Rule R-605. */
#include "support/test.h"

#include <string.h>

#include "support/store_fixture.h"

static enum err put_and_get_a_setting(struct store_tx *tx, struct test_request *request)
{
    struct text value;

    (void)request;
    text_init(&value);
    assert_false(setting_get(tx, "public_url", &value));
    setting_put(tx, "public_url", "https://cu.example");
    setting_put(tx, "public_url", "https://motcua.example");
    assert_true(setting_get(tx, "public_url", &value));
    assert_string_equal(value.data, "https://motcua.example");
    text_release(&value);
    return ERR_OK;
}

static void a_setting_is_what_was_put_last(void **state)
{
    struct test_request request = {.run = put_and_get_a_setting};

    assert_int_equal(store_fixture_do(*state, &request), ERR_OK);
}

/* issue_sheet stores its answer at the instant of its number, in seconds. */
static enum err expire(struct store_tx *tx, struct test_request *request)
{
    idempotency_expire(tx, instant_from_seconds(request->input));
    return ERR_OK;
}

static int64_t keys(struct store_fixture *fixture)
{
    return store_fixture_number(fixture, "SELECT count(*) FROM idempotency");
}

static void old_keys_are_forgotten_a_few_hundred_at_a_time_and_young_ones_kept(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request sheets[300] = {0};
    struct test_request old = {.run = expire, .input = 251}, none = {.run = expire, .input = 251};

    for (int i = 0; i < 300; i++) {
        sheets[i] = (struct test_request){.run = issue_sheet, .input = i};
        store_fixture_submit(fixture, &sheets[i]);
    }
    store_fixture_wait(fixture, 300);
    assert_int_equal(store_fixture_do(fixture, &old), ERR_OK);
    assert_int_equal(keys(fixture), 100);
    assert_int_equal(store_fixture_do(fixture, &old), ERR_OK);
    assert_int_equal(keys(fixture), 50); /* those of 251 s and later */
    assert_int_equal(store_fixture_do(fixture, &none), ERR_OK);
    assert_int_equal(keys(fixture), 50);
    assert_int_equal(store_fixture_number(fixture, "SELECT min(stored_at) FROM idempotency"),
                     251000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_setting_is_what_was_put_last, store_fixture_set_up,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(
            old_keys_are_forgotten_a_few_hundred_at_a_time_and_young_ones_kept,
            store_fixture_set_up, store_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
