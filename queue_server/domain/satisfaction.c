#include "domain/satisfaction.h"

#include <string.h>

enum { HUNDREDTHS_OF_ALL = 10000, DAY_S = 86400 };

/* The two-sided 95 % point of the normal distribution. */
static const double z = 1.959963984540054;

/* ---- one answer ------------------------------------------------------------------------------ */

const char *rating_reason_name(enum rating_reason reason)
{
    static const char *const names[] = {
#define X(code, name) [RATING_##code] = name,
        RATING_REASON_MAP(X)
#undef X
    };

    return names[reason];
}

bool rating_reason_from_name(const char *text, enum rating_reason *out_reason)
{
    for (int i = 0; i < RATING_REASON_COUNT; i++)
        if (strcmp(rating_reason_name((enum rating_reason)i), text) == 0) {
            *out_reason = (enum rating_reason)i;
            return true;
        }
    return false;
}

/* Rule R-962. */
bool rating_is_bad(int level)
{
    return level <= LEVEL_LEAST + 1;
}

/* Rule R-960. */
bool rating_is_good(int level)
{
    return level >= LEVEL_MOST - 1;
}

/* Rule R-962. */
enum err rating_check(const struct rating *rating)
{
    if (rating->level < LEVEL_LEAST || rating->level > LEVEL_MOST ||
        rating->reasons >= 1u << RATING_REASON_COUNT)
        return ERR_BAD_VALUE;
    return rating_is_bad(rating->level) && !rating->reasons ? ERR_REASON_MISSING : ERR_OK;
}

/* Rules. */
enum rating_gate rating_gate(struct instant ended, int days, bool given, struct instant now)
{
    if (given)
        return RATING_GIVEN;
    if (instant_is_none(ended) || instant_before(now, ended))
        return RATING_NOT_YET;
    return instant_seconds_between(ended, now) <= (int64_t)days * DAY_S ? RATING_OPEN : RATING_PAST;
}

const char *rating_gate_name(enum rating_gate gate)
{
    static const char *const names[] = {"not_yet", "open", "given", "past"};

    return names[gate];
}

/* ---- counting -------------------------------------------------------------------------------- */

void satisfaction_count(struct satisfaction *satisfaction, const struct rating *rating,
                        int64_t times)
{
    satisfaction->levels[rating->level - LEVEL_LEAST] += times;
    for (int i = 0; rating_is_bad(rating->level) && i < RATING_REASON_COUNT; i++)
        if (rating->reasons & 1u << i)
            satisfaction->reasons[i] += times;
}

int64_t satisfaction_answers(const struct satisfaction *satisfaction)
{
    int64_t answers = 0;

    for (int i = 0; i < LEVEL_COUNT; i++)
        answers += satisfaction->levels[i];
    return answers;
}

/* Rule R-960. */
struct rate satisfaction_index(const struct satisfaction *satisfaction)
{
    struct rate rate = {.denominator = satisfaction_answers(satisfaction)};

    for (int level = LEVEL_LEAST; level <= LEVEL_MOST; level++)
        if (rating_is_good(level))
            rate.numerator += satisfaction->levels[level - LEVEL_LEAST];
    return rate;
}

/* Newton's way, for 0 <= x: the C library's would be no pure call. */
static double square_root(double x)
{
    double root = x > 1 ? x : 1;

    for (int i = 0; i < 64; i++)
        root = (root + x / root) / 2;
    return root;
}

static int64_t hundredths(double share)
{
    const double value = share * HUNDREDTHS_OF_ALL;

    if (value <= 0)
        return 0;
    return value >= HUNDREDTHS_OF_ALL ? HUNDREDTHS_OF_ALL : (int64_t)(value + 0.5);
}

/* Rule R-966: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), with numerator and denominator
 * times n. */
bool satisfaction_interval(struct rate rate, int64_t *out_low, int64_t *out_high)
{
    if (rate.denominator <= 0)
        return false;
    const double x = (double)rate.numerator, n = (double)rate.denominator;
    const double centre = x + z * z / 2;
    const double half = z * square_root(x * (n - x) / n + z * z / 4);

    *out_low = hundredths((centre - half) / (n + z * z));
    *out_high = hundredths((centre + half) / (n + z * z));
    return true;
}

/* Rule R-968. */
int satisfaction_threshold(const char *sector)
{
    return strcmp(sector, "land") == 0 || strcmp(sector, "construction") == 0 ||
                   strcmp(sector, "investment") == 0
               ? 90
               : 95;
}

/* Rule R-967. */
enum satisfaction_verdict satisfaction_judge(struct rate rate, int threshold)
{
    if (rate.denominator < SATISFACTION_SAMPLE_MIN)
        return SATISFACTION_FEW;
    return rate.numerator * 100 >= rate.denominator * threshold ? SATISFACTION_MET
                                                                : SATISFACTION_MISSED;
}

const char *satisfaction_verdict_name(enum satisfaction_verdict verdict)
{
    static const char *const names[] = {"few", "met", "missed"};

    return names[verdict];
}
