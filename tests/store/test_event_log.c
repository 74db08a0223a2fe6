/* The event log: no gap, time forward, and hashes that another hand computes. Rules.
 */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/log_chain.h"
#include "support/store_fixture.h"

/*
 * From python3: hashlib.sha256(bytes(32) + b"1\x1f1773104400000\x1fticket_issued\x1ft1\x1fkiosk"
 * b"\x1f\x1f{\"a\":1}").hexdigest()
 */
static const char first_hash[] = "37bf9b348ffbd2c8194fe12ee71a3c94139e52db4733792bfde7898aefe43e2b";

static void the_hash_covers_the_hash_before_and_the_fields_in_order(void **state)
{
    static const uint8_t none[DIGEST_SIZE];
    char data[] = "{\"a\":1}", hex[2 * DIGEST_SIZE + 1];
    struct event event = {.seq = 1,
                          .at = {INT64_C(1773104400000)},
                          .kind = "ticket_issued",
                          .subject = "t1",
                          .actor = "kiosk",
                          .data = data};
    uint8_t hash[DIGEST_SIZE];

    (void)state;
    event_hash(none, &event, hash);
    for (int i = 0; i < DIGEST_SIZE; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    assert_string_equal(hex, first_hash);
}

/* ---- a chain of many, checked by a second writing of the hash -------------------------------- */

struct chain_request {
    struct test_request request;
    struct log_chain chain;
};

static enum err check_chain(struct store_tx *tx, struct test_request *request)
{
    struct chain_request *check = container_of(request, struct chain_request, request);

    event_log_read(tx, 0, 10000, log_chain_add, &check->chain);
    return ERR_OK;
}

static void append(struct store_tx *tx, const char *kind, struct instant at, const char *data)
{
    struct event event = {.at = at, .subject = "t1", .actor = "lan", .counter = "3"};
    char *copy = strdup(data);

    assert_non_null(copy);
    snprintf(event.kind, sizeof event.kind, "%s", kind);
    event.data = copy;
    event_log_append(tx, &event);
    free(copy);
}

static enum err append_two(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    append(tx, "mot", instant_from_seconds(50), "{\"ghi_chu\":\"có dấu và \\u001f\"}");
    append(tx, "hai", instant_from_seconds(20), "{}"); /* a clock that went back */
    return ERR_OK;
}

static enum err append_and_refuse(struct store_tx *tx, struct test_request *request)
{
    append(tx, "ba", instant_from_seconds(9999), "{}");
    return request->input ? ERR_STATE : ERR_OK;
}

static void the_log_has_no_gap_and_a_whole_chain_after_refusals_and_restarts(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request sheets[40] = {0};
    struct test_request two = {.run = append_two};
    struct test_request refusal = {.run = append_and_refuse, .input = 1};
    struct chain_request check = {.request = {.run = check_chain}};

    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < 10; i++) {
            sheets[i] = (struct test_request){.run = issue_sheet, .input = round * 10 + i};
            assert_int_equal(store_fixture_do(fixture, &sheets[i]), ERR_OK);
        }
        assert_int_equal(store_fixture_do(fixture, &two), ERR_OK);
        assert_int_equal(store_fixture_do(fixture, &refusal), ERR_STATE);
        store_fixture_reopen(fixture);
    }
    assert_int_equal(store_fixture_look(fixture, &check.request), ERR_OK);
    assert_int_equal(check.chain.rows, 48);
    assert_false(check.chain.broken);
}

static enum err change_a_row(struct store_tx *tx, struct test_request *request)
{
    struct sql *q = sql_start(tx, STMT_EVENT_INSERT);

    (void)request;
    sql_int(q, 1, 1);
    sql_int(q, 2, event_log_next_seq(tx));
    sql_int(q, 3, 1);
    for (int i = 4; i <= 8; i++)
        sql_text(q, i, "x");
    sql_blob(q, 9, "forged", 6);
    sql_run(q);
    return ERR_OK;
}

/* The check above can fail. */
static void a_forged_row_breaks_the_chain(void **state)
{
    struct test_request forge = {.run = change_a_row};
    struct chain_request check = {.request = {.run = check_chain}};

    assert_int_equal(store_fixture_do(*state, &forge), ERR_OK);
    assert_int_equal(store_fixture_look(*state, &check.request), ERR_OK);
    assert_int_equal(check.chain.rows, 1);
    assert_true(check.chain.broken);
}

static int keep_three(const struct event *event, void *data)
{
    int64_t *seen = data;

    seen[event->seq % 4] = event->seq;
    return event->seq < 12;
}

static enum err read_a_page(struct store_tx *tx, struct test_request *request)
{
    event_log_read(tx, request->input, 3, keep_three, request->seen);
    return ERR_OK;
}

static void a_page_of_the_log_follows_the_row_given(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request page = {.run = read_a_page, .input = 5};

    for (int i = 0; i < 14; i++) {
        struct test_request sheet = {.run = issue_sheet, .input = i};
        assert_int_equal(store_fixture_do(fixture, &sheet), ERR_OK);
    }
    assert_int_equal(store_fixture_look(fixture, &page), ERR_OK);
    assert_int_equal(page.seen[6 % 4], 6);
    assert_int_equal(page.seen[7 % 4], 7);
    assert_int_equal(page.seen[8 % 4], 8);
    assert_int_equal(page.seen[9 % 4], 0);

    page = (struct test_request){.run = read_a_page, .input = 11};
    assert_int_equal(store_fixture_look(fixture, &page), ERR_OK);
    assert_int_equal(page.seen[12 % 4], 12);
    assert_int_equal(page.seen[13 % 4], 0); /* `each` said stop */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_covers_the_hash_before_and_the_fields_in_order),
        cmocka_unit_test_setup_teardown(
            the_log_has_no_gap_and_a_whole_chain_after_refusals_and_restarts, store_fixture_set_up,
            store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_forged_row_breaks_the_chain, store_fixture_set_up,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_page_of_the_log_follows_the_row_given,
                                        store_fixture_set_up, store_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
