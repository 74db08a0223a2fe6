#include "domain/indicators.h"

#include <string.h>

enum { HUNDREDTHS = 10000 };

static const char *const verdict_names[] = {
    [VERDICT_NONE] = NULL,
    [VERDICT_EARLY] = "early",
    [VERDICT_ON_TIME] = "on_time",
    [VERDICT_LATE] = "late",
};

const char *verdict_name(enum verdict verdict)
{
    return verdict_names[verdict];
}

enum err verdict_from_name(const char *text, size_t length, enum verdict *out_verdict)
{
    for (int i = VERDICT_EARLY; i <= VERDICT_LATE; i++)
        if (strlen(verdict_names[i]) == length && memcmp(verdict_names[i], text, length) == 0) {
            *out_verdict = (enum verdict)i;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

const char *pending_name(enum pending pending)
{
    static const char *const names[] = {
        [PENDING_IN_TIME] = "in_time",
        [PENDING_NEAR_DUE] = "near_due",
        [PENDING_OVERDUE] = "overdue",
        [PENDING_PAUSED] = "paused",
    };

    return names[pending];
}

/* Rule R-301. */
enum verdict verdict_decide(struct due due, struct instant ended_at, bool stopped)
{
    if (stopped || due.kind == DUE_NONE)
        return VERDICT_ON_TIME;
    if (due_has_passed(due, ended_at))
        return VERDICT_LATE;
    return date_before(date_of_instant(ended_at), due.day) ? VERDICT_EARLY : VERDICT_ON_TIME;
}

static bool before_end(struct instant instant, const struct span *span)
{
    return instant_before(instant, span->to);
}

bool moments_open_at_end(const struct dossier_moments *moments, const struct span *span)
{
    return before_end(moments->accepted_at, span) &&
           !(moments->ended && before_end(moments->ended_at, span));
}

static void count_end(struct indicator_row *one, const struct span *span,
                      const struct dossier_moments *moments)
{
    if (instant_before(moments->ended_at, span->from) || !before_end(moments->ended_at, span))
        return;
    switch (moments->verdict) {
    case VERDICT_NONE:
        break;
    case VERDICT_EARLY:
        one->early = 1;
        break;
    case VERDICT_ON_TIME:
        one->on_time = 1;
        break;
    case VERDICT_LATE:
        one->late = 1;
        break;
    }
}

/* Rule R-303. */
enum err indicator_row_count(struct indicator_row *row, const struct span *span,
                             const struct dossier_moments *moments)
{
    struct indicator_row one = {0};
    const bool ended_before = moments->ended && instant_before(moments->ended_at, span->from);

    if (instant_before(moments->accepted_at, span->from))
        one.carried_over = !ended_before;
    else if (before_end(moments->accepted_at, span) && moments->online)
        one.received_online = 1;
    else if (before_end(moments->accepted_at, span))
        one.received_other = 1;
    if (moments->ended)
        count_end(&one, span, moments);
    if (moments_open_at_end(moments, span) && moments->overdue)
        one.open_overdue = 1;
    else if (moments_open_at_end(moments, span))
        one.open_in_time = 1;
    if (!indicator_row_balances(&one))
        return ERR_REPORT_UNBALANCED;
    indicator_row_add(row, &one);
    return ERR_OK;
}

void indicator_row_add(struct indicator_row *total, const struct indicator_row *row)
{
    total->carried_over += row->carried_over;
    total->received_online += row->received_online;
    total->received_other += row->received_other;
    total->early += row->early;
    total->on_time += row->on_time;
    total->late += row->late;
    total->open_in_time += row->open_in_time;
    total->open_overdue += row->open_overdue;
}

/* Rule R-304. */
bool indicator_row_balances(const struct indicator_row *row)
{
    return row->carried_over + indicator_received(row) ==
           indicator_resolved(row) + indicator_open(row);
}

/* Rule R-305. */
struct rate indicator_rate(const struct indicator_row *row)
{
    return (struct rate){row->early + row->on_time, indicator_resolved(row)};
}

struct rate indicator_rate_extended(const struct indicator_row *row)
{
    return (struct rate){row->early + row->on_time, indicator_resolved(row) + row->open_overdue};
}

/* Rule R-306. */
bool rate_value(struct rate rate, int64_t *out_hundredths)
{
    if (rate.denominator <= 0)
        return false;
    *out_hundredths = (rate.numerator * HUNDREDTHS * 2 + rate.denominator) / (rate.denominator * 2);
    return true;
}

void rate_text(struct rate rate, char out_text[RATE_TEXT_SIZE])
{
    char reversed[RATE_TEXT_SIZE];
    size_t used = 0;
    int64_t value;

    if (!rate_value(rate, &value)) {
        memcpy(out_text, "–", sizeof "–");
        return;
    }
    reversed[used++] = '%';
    for (int digit = 0; digit < 3 || value > 0; digit++, value /= 10) {
        if (digit == 2)
            reversed[used++] = ',';
        reversed[used++] = (char)('0' + value % 10);
    }
    for (size_t i = 0; i < used; i++)
        out_text[i] = reversed[used - 1 - i];
    out_text[used] = '\0';
}

/* Index of the largest remainder that got nothing of what is left over yet. */
static size_t largest_remainder(const int64_t *counts, size_t count, int64_t whole, int64_t total,
                                const int64_t *shares)
{
    size_t best = count;

    for (size_t i = 0; i < count; i++) {
        const int64_t product = counts[i] * whole;

        if (shares[i] > product / total)
            continue;
        if (best == count || product % total > counts[best] * whole % total)
            best = i;
    }
    return best;
}

/* Rule R-307. */
void shares_make(const int64_t *counts, size_t count, int64_t whole, int64_t *out_shares)
{
    int64_t total = 0, left = whole;

    for (size_t i = 0; i < count; i++)
        total += counts[i];
    for (size_t i = 0; i < count; i++) {
        out_shares[i] = total > 0 ? counts[i] * whole / total : 0;
        left -= out_shares[i];
    }
    for (; total > 0 && left > 0; left--)
        out_shares[largest_remainder(counts, count, whole, total, out_shares)]++;
}
