#include "domain/calendar_derive.h"

#include <assert.h>
#include <stdlib.h>

#include "domain/lunar.h"

struct derivation {
    int year;
    unsigned weekly_rest;
    struct derived_day *days;
    size_t count;
};

static bool rests(const struct derivation *derivation, struct date date)
{
    return derivation->weekly_rest >> date_weekday(date) & 1;
}

static bool is_named(const struct derivation *derivation, struct date date)
{
    for (size_t i = 0; i < derivation->count; i++)
        if (date_equal(derivation->days[i].date, date))
            return true;
    return false;
}

/* A date that two rules name is one day off; one of another year is that year's. */
static void add(struct derivation *derivation, const struct yearly_rule *rule, struct date date,
                int nth, enum derived_kind kind)
{
    if (date_civil(date).year != derivation->year || is_named(derivation, date) ||
        derivation->count == DERIVED_DAYS_MAX)
        return;
    derivation->days[derivation->count++] = (struct derived_day){
        .date = date, .kind = kind, .rule = rule, .nth = nth, .rests = rests(derivation, date)};
}

/* the day that is worked; of two, the one that joins the days to a weekly rest, else the
 * one before. */
static void add_neighbour(struct derivation *derivation, const struct yearly_rule *rule,
                          struct date first, struct date last)
{
    const struct date before = date_plus(first, -1), after = date_plus(last, 1);
    const bool joins_after =
        rests(derivation, date_plus(after, 1)) && !rests(derivation, date_plus(before, -1));

    if (!rests(derivation, after) && (rests(derivation, before) || joins_after))
        add(derivation, rule, after, rule->days - rule->days_before, DERIVED_NEIGHBOUR);
    else
        add(derivation, rule, before, -rule->days_before - 1, DERIVED_NEIGHBOUR);
}

static enum err apply(struct derivation *derivation, const struct yearly_rule *rule)
{
    const struct civil civil = {derivation->year, rule->month, rule->day};
    struct date named;

    if (derivation->year < rule->from_year)
        return ERR_OK;
    if (rule->lunar) {
        const enum err err = lunar_date(derivation->year, rule->month, rule->day, &named);
        if (err != ERR_OK)
            return err;
    } else if (civil_exists(civil)) {
        named = date_from_civil(civil);
    } else {
        return ERR_DATE;
    }
    const struct date first = date_plus(named, -rule->days_before);
    for (int i = 0; i < rule->days; i++)
        add(derivation, rule, date_plus(first, i), i - rule->days_before, DERIVED_STATUTORY);
    if (rule->neighbour)
        add_neighbour(derivation, rule, first, date_plus(first, rule->days - 1));
    return ERR_OK;
}

static int compare_days(const void *a, const void *b)
{
    const struct derived_day *left = a, *right = b;

    return (left->date.day > right->date.day) - (left->date.day < right->date.day);
}

/* for each day on a weekly rest day the next day that is worked, in order. */
static void add_in_lieu(struct derivation *derivation)
{
    const size_t named = derivation->count;

    for (size_t i = 0; i < named; i++) {
        struct date date = derivation->days[i].date;

        if (!derivation->days[i].rests)
            continue;
        while (rests(derivation, date) || is_named(derivation, date))
            date = date_plus(date, 1);
        add(derivation, derivation->days[i].rule, date, derivation->days[i].nth, DERIVED_IN_LIEU);
    }
}

/* Rules. */
enum err calendar_derive(int year, unsigned weekly_rest, const struct yearly_rule *rules,
                         size_t rule_count, struct derived_day *out_days, size_t *out_count)
{
    struct derivation derivation = {.year = year, .weekly_rest = weekly_rest, .days = out_days};

    assert((weekly_rest & 0x7f) != 0x7f && rule_count <= YEARLY_RULES_MAX);
    for (size_t i = 0; i < rule_count; i++) {
        const enum err err = apply(&derivation, &rules[i]);
        if (err != ERR_OK)
            return err;
    }
    qsort(out_days, derivation.count, sizeof *out_days, compare_days);
    add_in_lieu(&derivation);
    qsort(out_days, derivation.count, sizeof *out_days, compare_days);
    *out_count = derivation.count;
    return ERR_OK;
}
