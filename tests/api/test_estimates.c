/* Rules checked: R-130 R-891. */
#include "support/played_office.h"

#include "api/estimate_cache.h"
#include "api/estimates.h"

enum { LIFE_MS = 1000, MORNING = 8 * 3600, VISIT_S = 300 };

/* ---- the cache, with times of the test's choice ---------------------------------------------- */

static struct estimate_cache cache;

static int open_cache(void **state)
{
    (void)state;
    return estimate_cache_open(&cache, 4) == ERR_OK ? 0 : -1;
}

static int close_cache(void **state)
{
    (void)state;
    estimate_cache_close(&cache);
    return 0;
}

static struct estimate_entry *use(const char *service, const char *of_class, int64_t now_ms)
{
    const struct estimate_key key = estimate_key_of_newcomer("TT", service, of_class);

    return estimate_cache_use(&cache, &key, now_ms, LIFE_MS);
}

static void what_was_never_computed_is_wanted_at_once(void **state)
{
    (void)state;
    assert_true(use("A", "P0", 5000)->wanted);
    assert_false(use("A", "P0", 5000)->range.known);
}

static void at_most_one_computation_a_second_for_each_key(void **state)
{
    (void)state;
    int computed = 0;

    for (int64_t now_ms = 10000; now_ms < 15000; now_ms += 7) {
        struct estimate_entry *entry = use("A", "P0", now_ms);

        if (entry->wanted) {
            estimate_entry_begin(entry, now_ms);
            computed++;
        }
    }
    assert_int_equal(computed, 5);
}

static void what_is_a_minute_old_is_not_told(void **state)
{
    (void)state;
    struct estimate_entry *entry = use("A", "P0", 1000);

    estimate_entry_begin(entry, 1000);
    entry->range = (struct wait_range){.known = true, .low_s = 60, .high_s = 120};
    assert_int_equal(estimate_entry_range(entry, 1000 + ESTIMATE_STALE_MS).high_s, 120);
    const struct wait_range stale = estimate_entry_range(entry, 1001 + ESTIMATE_STALE_MS);
    assert_false(stale.known);
    assert_string_equal(wait_unknown_name(stale.why), "not_computed");
}

static void keys_that_differ_in_one_part_are_apart(void **state)
{
    (void)state;
    const struct estimate_key elsewhere = estimate_key_of_newcomer("XX", "A", "P0");

    estimate_entry_begin(use("A", "P0", 0), 0);
    assert_true(use("B", "P0", 0)->wanted);
    assert_true(use("A", "P1", 0)->wanted);
    assert_true(estimate_cache_use(&cache, &elsewhere, 0, LIFE_MS)->wanted);
    assert_false(use("A", "P0", 0)->wanted);
}

static void the_one_asked_for_longest_ago_gives_way(void **state)
{
    (void)state;
    use("A", "P0", 1);
    use("B", "P0", 2);
    use("C", "P0", 3);
    use("D", "P0", 4);
    use("A", "P0", 5); /* now B is the oldest */
    use("E", "P0", 6);
    const struct estimate_key b = estimate_key_of_newcomer("TT", "B", "P0");
    assert_null(estimate_cache_find(&cache, &b));
    for (const char *service = "ACDE"; *service; service++) {
        const struct estimate_key key =
            estimate_key_of_newcomer("TT", (char[]){*service, '\0'}, "P0");

        assert_non_null(estimate_cache_find(&cache, &key));
    }
    assert_int_equal(cache.count, 4);
}

/* ---- on a store ------------------------------------------------------------------------------ */

static struct played_office played;
static struct estimates *estimates;

/* Eight visits of 300 s at counter 1, so that waits are sure. */
static int open_office(void **state)
{
    (void)state;
    played_open(&played);
    played_set_counter(&played, MORNING, "1", "open");
    for (int i = 0; i < 8; i++) {
        played_issue(&played, MORNING + i * VISIT_S, "A", "P0");
        played_serve(&played, MORNING + i * VISIT_S, "1", VISIT_S);
    }
    return estimates_open(&played.office, &estimates) == ERR_OK ? 0 : -1;
}

static int close_office(void **state)
{
    (void)state;
    estimates_close(estimates);
    played_close(&played);
    played_remove(&played);
    return 0;
}

static enum err look_at_nothing(struct store_tx *tx, struct command *command)
{
    (void)tx, (void)command;
    return ERR_OK;
}

/* Returns when every computation begun before is done. */
static void let_finish(void)
{
    struct command nothing = {.office = &played.office};

    assert_int_equal(played_run(&played, &nothing, "", look_at_nothing, false), ERR_OK);
}

static void the_first_to_ask_is_told_unknown_and_the_next_a_range(void **state)
{
    (void)state;
    assert_false(estimates_newcomer(estimates, "TT", "A", "P0").known);
    let_finish();
    const struct wait_range range = estimates_newcomer(estimates, "TT", "A", "P0");
    assert_true(range.known);
    assert_int_equal(range.low_s, 0);
    assert_int_equal(range.high_s, 0);
    assert_int_equal(instant_seconds_between(range.as_of, clock_now(&played.office.clock)), 0);
}

static void an_empty_site_stands_for_the_only_one(void **state)
{
    (void)state;
    estimates_newcomer(estimates, "TT", "A", "P0");
    let_finish();
    assert_true(estimates_newcomer(estimates, "", "A", "P0").known);
}

static void unknown_codes_cost_nothing(void **state)
{
    (void)state;
    estimates_newcomer(estimates, "TT", "Z", "P0");
    estimates_newcomer(estimates, "TT", "A", "P99");
    estimates_newcomer(estimates, "XX", "A", "P0");
    let_finish();
    assert_int_equal(store_stats(played.store).reads, 1); /* that of let_finish */
}

/* While one computation of the site is under way the other wishes wait, and then share the next. */
static void wishes_that_come_meanwhile_share_one_computation(void **state)
{
    (void)state;
    const char *classes[] = {"P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7"};

    for (int i = 0; i < 8; i++)
        estimates_newcomer(estimates, "TT", "A", classes[i]);
    let_finish(); /* the first alone; the others begin together */
    let_finish();
    assert_int_equal(store_stats(played.store).reads, 2 + 2); /* two of let_finish */
    for (int i = 0; i < 8; i++)
        assert_true(estimates_newcomer(estimates, "TT", "A", classes[i]).known);
}

static struct ticket_record record_of(int64_t ticket)
{
    return (struct ticket_record){
        .site = "TT", .version = ticket, .ticket = {.id = ticket, .state = TICKET_WAITING}};
}

static void a_ticket_is_told_its_own_wait_until_it_changes(void **state)
{
    (void)state;
    const int32_t now = MORNING + 8 * VISIT_S;
    const struct queue_rules *rules = &played.office.present->sites[0].rules;

    played_issue(&played, now, "A", "P0");
    struct ticket_record record = record_of(played_issue(&played, now, "A", "P0"));
    record.ticket.service = queue_rules_service(rules, "A");
    record.ticket.of_class = queue_rules_class(rules, "P0");
    assert_false(estimates_ticket(estimates, &record, rules).known);
    let_finish();
    const struct wait_range range = estimates_ticket(estimates, &record, rules);
    assert_true(range.known);
    assert_int_equal(range.low_s, VISIT_S);
    assert_int_equal(range.ahead, 1);
    record.version++; /* as after a transfer */
    assert_false(estimates_ticket(estimates, &record, rules).known);
    record.ticket.state = TICKET_CALLED;
    assert_false(estimates_ticket(estimates, &record, rules).known);
}

/* Closed while it runs: it is run to its end, what was wanted meanwhile begins no more, and the
 * last one frees all (the sanitizers look). */
static void a_computation_under_way_survives_the_end(void **state)
{
    (void)state;
    estimates_newcomer(estimates, "TT", "A", "P0");
    estimates_newcomer(estimates, "TT", "A", "P1"); /* would begin when the first is done */
    estimates_close(estimates);
    estimates = NULL;
    let_finish();
    let_finish();
    assert_int_equal(store_stats(played.store).reads, 1 + 2); /* two of let_finish */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_never_computed_is_wanted_at_once, open_cache,
                                        close_cache),
        cmocka_unit_test_setup_teardown(what_is_a_minute_old_is_not_told, open_cache, close_cache),
        cmocka_unit_test_setup_teardown(at_most_one_computation_a_second_for_each_key, open_cache,
                                        close_cache),
        cmocka_unit_test_setup_teardown(keys_that_differ_in_one_part_are_apart, open_cache,
                                        close_cache),
        cmocka_unit_test_setup_teardown(the_one_asked_for_longest_ago_gives_way, open_cache,
                                        close_cache),
        cmocka_unit_test_setup_teardown(the_first_to_ask_is_told_unknown_and_the_next_a_range,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(an_empty_site_stands_for_the_only_one, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(unknown_codes_cost_nothing, open_office, close_office),
        cmocka_unit_test_setup_teardown(wishes_that_come_meanwhile_share_one_computation,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(a_ticket_is_told_its_own_wait_until_it_changes, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_computation_under_way_survives_the_end, open_office,
                                        close_office),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
