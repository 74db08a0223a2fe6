/* Rules checked: R-606. */
#include "support/office_fixture.h"
#include "support/test.h"

#include "store/account_rows.h"
#include "store/shared_rows.h"
#include "usecase/housekeeping.h"

/* Keys and sessions of several ages, by the real clock. */
static enum err plant(struct store_tx *tx, struct test_request *request)
{
    const struct instant wall = clock_wall();
    const struct stored_answer answer = {.status = 201};
    const struct directory_session live = {
        .token = {1}, .account = "a", .expires_at = instant_plus_seconds(wall, 60)};
    const struct directory_session over = {
        .token = {2}, .account = "a", .expires_at = instant_plus_seconds(wall, -60)};

    (void)request;
    idempotency_put(tx, "a", "key of nine days ago", &answer,
                    instant_plus_seconds(wall, -9 * 86400));
    idempotency_put(tx, "a", "key of seven days ago", &answer,
                    instant_plus_seconds(wall, -7 * 86400));
    session_rows_insert(tx, &live);
    session_rows_insert(tx, &over);
    return ERR_OK;
}

static bool count_session(const struct directory_session *session, void *data)
{
    assert_int_equal(session->token[0], 1);
    ++*(int *)data;
    return true;
}

static enum err look(struct store_tx *tx, struct test_request *request)
{
    struct stored_answer answer = {.status = 0};
    int sessions = 0;

    (void)request;
    assert_false(idempotency_get(tx, "a", "key of nine days ago", &answer));
    assert_true(idempotency_get(tx, "a", "key of seven days ago", &answer));
    text_release(&answer.headers);
    text_release(&answer.body);
    assert_true(session_rows_list(tx, instant_plus_seconds(clock_wall(), -86400), count_session,
                                  &sessions));
    assert_int_equal(sessions, 1);
    return ERR_OK;
}

static void what_is_past_its_life_is_forgotten_and_the_rest_stays(void **state)
{
    struct office_fixture fixture;
    struct test_request planted = {.run = plant}, looked = {.run = look};
    struct command command;

    (void)state;
    office_fixture_make(&fixture);
    assert_int_equal(office_write(&fixture, &planted), ERR_OK);
    office_prepare(&fixture, &command, "", PERMISSION_QUEUE_READ, housekeeping_run);
    command.actor.kind = ACTOR_SYSTEM;
    assert_int_equal(office_do(&fixture, &command), ERR_OK);
    command_release(&command);
    assert_int_equal(office_write(&fixture, &looked), ERR_OK);
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_past_its_life_is_forgotten_and_the_rest_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
