/*
 * Rules checked.
 *
 * Random dossiers over a year: the identity holds for every period, adjacent periods join, groups
 * add up to the total, and a count by the day of each event gives the same row.
 */
#include "support/test.h"

#include <string.h>

#include "domain/indicators.h"

enum { DOSSIERS = 400, GROUPS = 5, ROUNDS = 300, FIRST_DAY = 20454, DAYS = 365 };

static uint64_t seed = 11;

static int32_t below(int32_t limit)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int32_t)((seed >> 33) % (uint64_t)limit);
}

static struct dossier_moments dossiers[DOSSIERS];

/* Often at the very edge of a day, where mistakes live. */
static struct instant some_instant(int32_t first, int32_t days)
{
    const struct date day = {first + below(days)};
    const int32_t second = below(3) == 0 ? 0 : below(3) == 0 ? 86399 : below(86400);

    return instant_on_date(day, second);
}

static void make_dossiers(void)
{
    for (int i = 0; i < DOSSIERS; i++) {
        struct dossier_moments *one = &dossiers[i];

        *one = (struct dossier_moments){.accepted_at = some_instant(FIRST_DAY, DAYS),
                                        .online = below(3) == 0,
                                        .overdue = below(4) == 0,
                                        .ended = below(5) > 0};
        if (!one->ended)
            continue;
        one->ended_at = instant_later(one->accepted_at,
                                      some_instant(date_of_instant(one->accepted_at).day, 40));
        one->verdict = (enum verdict)(VERDICT_EARLY + below(3));
    }
}

static struct span span_of(int32_t from, int32_t to)
{
    const struct period period = {{from}, {to}};

    return period_span(period, instant_on_date((struct date){FIRST_DAY + 10 * DAYS}, 0));
}

static struct indicator_row count(const struct span *span, int group)
{
    struct indicator_row row = {0};

    for (int i = 0; i < DOSSIERS; i++)
        if (group < 0 || i % GROUPS == group)
            assert_int_equal(indicator_row_count(&row, span, &dossiers[i]), ERR_OK);
    return row;
}

/* The row by the days of the events alone, without comparing an instant. */
static struct indicator_row count_by_days(int32_t from, int32_t to)
{
    struct indicator_row row = {0};

    for (int i = 0; i < DOSSIERS; i++) {
        const struct dossier_moments *one = &dossiers[i];
        const int32_t accepted = date_of_instant(one->accepted_at).day;
        const int32_t ended = one->ended ? date_of_instant(one->ended_at).day : INT32_MAX;

        if (accepted > to || ended < from)
            continue;
        row.carried_over += accepted < from;
        row.received_online += accepted >= from && one->online;
        row.received_other += accepted >= from && !one->online;
        row.early += ended <= to && one->verdict == VERDICT_EARLY;
        row.on_time += ended <= to && one->verdict == VERDICT_ON_TIME;
        row.late += ended <= to && one->verdict == VERDICT_LATE;
        row.open_overdue += ended > to && one->overdue;
        row.open_in_time += ended > to && !one->overdue;
    }
    return row;
}

static void every_period_balances_and_groups_add_up(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        const int32_t from = FIRST_DAY + below(DAYS), to = from + below(100);
        const struct span span = span_of(from, to);
        struct indicator_row total, slow, sum = {0};

        if (round % 30 == 0)
            make_dossiers();
        total = count(&span, -1);
        slow = count_by_days(from, to);
        assert_true(indicator_row_balances(&total));
        assert_memory_equal(&total, &slow, sizeof total);
        for (int group = 0; group < GROUPS; group++) {
            const struct indicator_row row = count(&span, group);

            assert_true(indicator_row_balances(&row));
            indicator_row_add(&sum, &row);
        }
        assert_memory_equal(&total, &sum, sizeof total);
    }
}

static void adjacent_periods_join(void **state)
{
    (void)state;
    make_dossiers();
    for (int round = 0; round < ROUNDS; round++) {
        const int32_t from = FIRST_DAY + below(DAYS), to = from + 1 + below(100);
        const int32_t cut = from + below(to - from);
        const struct span whole = span_of(from, to), left = span_of(from, cut),
                          right = span_of(cut + 1, to);
        const struct indicator_row all = count(&whole, -1), a = count(&left, -1),
                                   b = count(&right, -1);

        assert_int_equal(all.carried_over, a.carried_over);
        assert_int_equal(indicator_open(&a), b.carried_over);
        assert_int_equal(indicator_open(&all), indicator_open(&b));
        assert_int_equal(all.received_online, a.received_online + b.received_online);
        assert_int_equal(all.received_other, a.received_other + b.received_other);
        assert_int_equal(all.early, a.early + b.early);
        assert_int_equal(all.on_time, a.on_time + b.on_time);
        assert_int_equal(all.late, a.late + b.late);
    }
}

static void shares_always_add_up_and_stay_within_one(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        int64_t counts[12], shares[12], total = 0, sum = 0;
        const size_t size = 1 + (size_t)below(12);

        for (size_t i = 0; i < size; i++)
            total += counts[i] = below(2) ? below(20) : below(100000);
        shares_make(counts, size, 10000, shares);
        for (size_t i = 0; i < size; i++) {
            sum += shares[i];
            if (total > 0) {
                assert_true(shares[i] * total > counts[i] * 10000 - total);
                assert_true(shares[i] * total < counts[i] * 10000 + total);
            }
        }
        assert_int_equal(sum, total > 0 ? 10000 : 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_period_balances_and_groups_add_up),
        cmocka_unit_test(adjacent_periods_join),
        cmocka_unit_test(shares_always_add_up_and_stay_within_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
