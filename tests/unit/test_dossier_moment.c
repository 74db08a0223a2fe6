/* Rules checked: R-538. The moments of a dossier by name, and their order. */
#include "support/test.h"

#include <string.h>

#include "domain/dossier_moment.h"

static struct instant at(int64_t second)
{
    return instant_from_seconds(1773000000 + second);
}

/* Accepted at 0, paused from 10 to 20 and from 20 on; nothing has ended. */
static struct dossier paused_twice(void)
{
    return (struct dossier){
        .accepted_at = at(0),
        .pause_count = 2,
        .pauses = {{.from = at(10), .to = at(20)}, {.from = at(20), .open = true}}};
}

static void names_are_read_and_written(void **state)
{
    static const char *const names[] = {"accepted_at",   "ended_at",    "returned_at",
                                        "pauses/1/from", "pauses/1/to", "pauses/32/from",
                                        "pauses/32/to"};
    static const char *const others[] = {
        "",         "accepted",     "pauses/0/from", "pauses/33/to",
        "pauses/1", "pauses/01/to", "pauses/1/from "};
    char again[DOSSIER_MOMENT_NAME_SIZE];
    struct dossier_moment moment;

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(dossier_moment_parse(names[i], &moment));
        dossier_moment_name(&moment, again);
        assert_string_equal(again, names[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(dossier_moment_parse(others[i], &moment));
}

static struct instant *named(struct dossier *dossier, const char *name)
{
    struct dossier_moment moment;

    assert_true(dossier_moment_parse(name, &moment));
    return dossier_moment_of(dossier, &moment);
}

static void what_has_not_come_is_not_there(void **state)
{
    struct dossier dossier = paused_twice();

    (void)state;
    assert_ptr_equal(named(&dossier, "accepted_at"), &dossier.accepted_at);
    assert_ptr_equal(named(&dossier, "pauses/1/to"), &dossier.pauses[0].to);
    assert_ptr_equal(named(&dossier, "pauses/2/from"), &dossier.pauses[1].from);
    assert_null(named(&dossier, "pauses/2/to"));
    assert_null(named(&dossier, "pauses/3/from"));
    assert_null(named(&dossier, "ended_at"));
    assert_null(named(&dossier, "returned_at"));
}

static void each_follows_the_one_before(void **state)
{
    static const struct {
        const char *name;
        int64_t second;
        bool holds;
    } cases[] = {
        {"accepted_at", 10, true},    {"accepted_at", 11, false},  {"pauses/1/from", 0, true},
        {"pauses/1/from", -1, false}, {"pauses/1/from", 20, true}, {"pauses/1/from", 21, false},
        {"pauses/1/to", 9, false},    {"pauses/1/to", 30, true},   {"pauses/1/to", 31, false},
        {"ended_at", 20, true},       {"ended_at", 19, false},     {"ended_at", 40, true},
        {"ended_at", 41, false},      {"returned_at", 29, false},  {"returned_at", 30, true},
        {"returned_at", 50, true},    {"returned_at", 51, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct dossier dossier = paused_twice();

        dossier.ended_at = at(30);
        dossier.returned_at = at(40);
        *named(&dossier, cases[i].name) = at(cases[i].second);
        if (dossier_moments_in_order(&dossier, at(50)) != cases[i].holds)
            fail_msg("%s at %lld", cases[i].name, (long long)cases[i].second);
    }
}

static void an_open_dossier_reaches_until_now(void **state)
{
    struct dossier dossier = paused_twice();

    (void)state;
    assert_true(dossier_moments_in_order(&dossier, at(20)));
    assert_false(dossier_moments_in_order(&dossier, at(19)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_and_written),
        cmocka_unit_test(what_has_not_come_is_not_there),
        cmocka_unit_test(each_follows_the_one_before),
        cmocka_unit_test(an_open_dossier_reaches_until_now),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
