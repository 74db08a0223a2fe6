/* Rules checked. */
#include "domain/print_job.h"

#include <string.h>

#include "support/test.h"

static void a_job_moves_forward_step_by_step(void **state) /* */
{
    (void)state;
    assert_int_equal(print_state_after(PRINT_QUEUED, NEWS_CREATED, true), PRINT_CREATED);
    assert_int_equal(print_state_after(PRINT_CREATED, NEWS_SENT, true), PRINT_SENT);
    assert_int_equal(print_state_after(PRINT_SENT, NEWS_PRINTED, true), PRINT_PRINTED);
}

static void late_or_repeated_news_never_moves_it_back(void **state) /* */
{
    (void)state;
    assert_int_equal(print_state_after(PRINT_SENT, NEWS_CREATED, true), PRINT_SENT);
    assert_int_equal(print_state_after(PRINT_SENT, NEWS_SENT, true), PRINT_SENT);
    assert_int_equal(print_state_after(PRINT_CREATED, NEWS_WAITING, true), PRINT_CREATED);
    for (enum print_state settled = PRINT_ATTENTION; settled < PRINT_STATE_COUNT; settled++)
        for (enum print_news news = 0; news < NEWS_COUNT; news++) {
            assert_int_equal(print_state_after(settled, news, true), settled);
            assert_int_equal(print_state_after(settled, news, false), settled);
        }
}

static void news_that_was_lost_is_caught_up_with(void **state)
{
    (void)state;
    assert_int_equal(print_state_after(PRINT_QUEUED, NEWS_SENT, true), PRINT_SENT);
    assert_int_equal(print_state_after(PRINT_QUEUED, NEWS_PRINTED, true), PRINT_PRINTED);
}

static void every_open_job_may_come_to_ask_for_attention(void **state)
{
    (void)state;
    for (enum print_state open = PRINT_QUEUED; open <= PRINT_SENT; open++)
        assert_int_equal(print_state_after(open, NEWS_ATTENTION, true), PRINT_ATTENTION);
}

static void a_page_settles_a_job_without_a_printer_alone(void **state) /* */
{
    (void)state;
    assert_int_equal(print_state_after(PRINT_QUEUED, NEWS_RENDERED, false), PRINT_KEPT);
    assert_int_equal(print_state_after(PRINT_QUEUED, NEWS_RENDERED, true), PRINT_QUEUED);
    assert_int_equal(print_state_after(PRINT_CREATED, NEWS_RENDERED, true), PRINT_CREATED);
}

static void the_feed_works_on_three_states(void **state)
{
    (void)state;
    assert_true(print_state_is_open(PRINT_QUEUED));
    assert_true(print_state_is_open(PRINT_CREATED));
    assert_true(print_state_is_open(PRINT_SENT));
    assert_false(print_state_is_open(PRINT_ATTENTION));
    assert_false(print_state_is_open(PRINT_PRINTED));
    assert_false(print_state_is_open(PRINT_CANCELLED));
    assert_false(print_state_is_open(PRINT_KEPT));
}

/* The stored numbers: those below 4 are in the index of what is not settled. */
static void the_stored_numbers_stay(void **state)
{
    (void)state;
    assert_int_equal(PRINT_QUEUED, 0);
    assert_int_equal(PRINT_CREATED, 1);
    assert_int_equal(PRINT_SENT, 2);
    assert_int_equal(PRINT_ATTENTION, 3);
    assert_int_equal(PRINT_PRINTED, 4);
    assert_int_equal(PRINT_CANCELLED, 5);
    assert_int_equal(PRINT_KEPT, 6);
}

static void names_are_those_of_the_api(void **state)
{
    (void)state;
    assert_int_equal(print_states_of_name("queued"), 1u << 0);
    assert_int_equal(print_states_of_name("created"), 1u << 1 | 1u << 6);
    assert_int_equal(print_states_of_name("sent"), 1u << 2);
    assert_int_equal(print_states_of_name("attention"), 1u << 3);
    assert_int_equal(print_states_of_name("printed"), 1u << 4);
    assert_int_equal(print_states_of_name("cancelled"), 1u << 5);
    assert_int_equal(print_states_of_name(""), 0);
    assert_int_equal(print_states_of_name("Printed"), 0);
    for (enum print_state one = 0; one < PRINT_STATE_COUNT; one++)
        assert_true(print_states_of_name(print_state_name(one)) >> one & 1);
}

static void a_person_settles_what_asks_for_attention_and_nothing_else(void **state) /* */
{
    enum print_state found = PRINT_QUEUED;

    (void)state;
    assert_int_equal(print_state_resolve(PRINT_ATTENTION, PRINT_PRINTED, &found), ERR_OK);
    assert_int_equal(found, PRINT_PRINTED);
    assert_int_equal(print_state_resolve(PRINT_ATTENTION, PRINT_CANCELLED, &found), ERR_OK);
    assert_int_equal(found, PRINT_CANCELLED);
    assert_int_equal(print_state_resolve(PRINT_ATTENTION, PRINT_QUEUED, &found), ERR_STATE_FORBIDS);
    assert_int_equal(found, PRINT_CANCELLED);
    for (enum print_state other = 0; other < PRINT_STATE_COUNT; other++)
        if (other != PRINT_ATTENTION)
            assert_int_equal(print_state_resolve(other, PRINT_PRINTED, &found), ERR_STATE_FORBIDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_moves_forward_step_by_step),
        cmocka_unit_test(late_or_repeated_news_never_moves_it_back),
        cmocka_unit_test(news_that_was_lost_is_caught_up_with),
        cmocka_unit_test(every_open_job_may_come_to_ask_for_attention),
        cmocka_unit_test(a_page_settles_a_job_without_a_printer_alone),
        cmocka_unit_test(the_feed_works_on_three_states),
        cmocka_unit_test(the_stored_numbers_stay),
        cmocka_unit_test(names_are_those_of_the_api),
        cmocka_unit_test(a_person_settles_what_asks_for_attention_and_nothing_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
