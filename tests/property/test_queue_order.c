/*
 * Random days against a slow, literal second writing of the rule, and the argument of queue_order.h
 * that the heads of lanes are enough. Rules checked: R-102 .. R-119.
 */
#include "support/queue_world.h"

enum { DAYS = 600, EVENTS = 400 };

/* ---- the heads of lanes ------------------------------------------------------------------ */

static bool is_freely_callable(const struct queue_candidate *place)
{
    return place->only_counter == QUEUE_NONE && !instant_before(at(world.now), place->not_before);
}

/* What the server loads: each lane's head, and whoever stands outside lanes; shuffled. */
static size_t gather_heads(const struct queue_candidate *all, size_t count, int counter,
                           struct queue_candidate *out_heads)
{
    size_t heads = 0;

    for (size_t i = 0; i < count; i++) {
        bool is_head = is_freely_callable(&all[i]);

        for (size_t j = 0; j < count && is_head; j++)
            is_head =
                !(is_freely_callable(&all[j]) && all[j].service == all[i].service &&
                  all[j].of_class == all[i].of_class && queue_candidate_before(&all[j], &all[i]));
        if (is_head || (!is_freely_callable(&all[i]) &&
                        (all[i].only_counter == QUEUE_NONE || all[i].only_counter == counter)))
            out_heads[heads++] = all[i];
    }
    for (size_t i = heads; i > 1; i--) {
        const int j = dice_roll(&world.dice, (int)i);
        const struct queue_candidate swap = out_heads[i - 1];

        out_heads[i - 1] = out_heads[j];
        out_heads[j] = swap;
    }
    return heads;
}

/* The count as SQL does it: service by service, with one limit. */
static int count_passed_over(const struct queue_counter *counter,
                             const struct queue_decision *decision,
                             const struct queue_candidate *all, size_t count)
{
    int passed = 0;

    for (int service = 0; service < REF_SERVICES; service++) {
        struct instant latest;

        if (!queue_order_pool_limit(&world.rules, counter, decision, service, at(world.now),
                                    &latest))
            continue;
        for (size_t i = 0; i < count; i++)
            passed +=
                all[i].service == service && !instant_before(at(world.now), all[i].not_before) &&
                (all[i].only_counter == QUEUE_NONE || all[i].only_counter == counter->index) &&
                queue_candidate_before(&all[i], decision->chosen) &&
                !instant_before(latest, all[i].order_at);
    }
    return passed < 99 ? passed : 99;
}

static void heads_must_decide_as_everybody(int c)
{
    static struct queue_candidate all[REF_TICKETS];
    static struct queue_candidate heads[REF_TICKETS];
    const struct queue_counter *counter = &world.day.counters[c];
    struct queue_decision full;
    struct queue_decision part;
    size_t count = 0;
    size_t head_count;

    for (size_t i = 0; i < world.day.count; i++)
        if (world.tickets[i].state == TICKET_WAITING)
            all[count++] = ticket_candidate(&world.tickets[i]);
    head_count = gather_heads(all, count, c, heads);
    if (queue_order_decide(&world.rules, counter, all, count, at(world.now), &full) != ERR_OK)
        return;
    assert_int_equal(
        queue_order_decide(&world.rules, counter, heads, head_count, at(world.now), &part), ERR_OK);
    assert_int_equal(part.rule, full.rule);
    assert_int_equal(part.chosen != NULL, full.chosen != NULL);
    if (!full.chosen)
        return;
    assert_int_equal(part.chosen->ticket, full.chosen->ticket);
    assert_int_equal(part.waited_s, full.waited_s);
    assert_int_equal(part.pool, full.pool);
    assert_int_equal(part.lane, full.lane);
    assert_int_equal(part.ordinary_before, full.ordinary_before);
    assert_int_equal(part.priority_waiting, full.priority_waiting);
    assert_int_equal(
        count_passed_over(counter, &part, all, count),
        queue_order_passed_over(&world.rules, counter, &full, all, count, at(world.now)));
}

/* ---- the days ---------------------------------------------------------------------------- */

static void random_days_are_played_as_the_text_says(void **state)
{
    int called = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= DAYS; seed++) {
        begin(seed, seed % 3 ? roll_rules : default_rules);
        world.before_next = heads_must_decide_as_everybody;
        for (int i = 0; i < EVENTS; i++)
            random_event();
        for (int t = 0; t < world.ref.count; t++)
            called += world.tickets[t].calls;
    }
    assert_true(called > DAYS * 20); /* the days were not idle */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_days_are_played_as_the_text_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
