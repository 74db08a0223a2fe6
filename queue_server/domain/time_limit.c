#include "domain/time_limit.h"

#include <string.h>

#include "base/digits.h"

static const struct {
    const char *name;
    int64_t max; /* largest amount; 0: the unit takes none */
    bool fraction;
} units[] = {
    [LIMIT_SAME_DAY] = {"SAME_DAY", 0, false},
    [LIMIT_WORKING_DAYS] = {"WORKING_DAYS", 100000, true},
    [LIMIT_WORKING_HOURS] = {"WORKING_HOURS", 100000, true},
    [LIMIT_WORKING_SECONDS] = {"WORKING_SECONDS", 1000000000000, false},
    [LIMIT_CALENDAR_DAYS] = {"CALENDAR_DAYS", 100000, false},
    [LIMIT_CALENDAR_MONTHS] = {"CALENDAR_MONTHS", 100000, false},
    [LIMIT_NONE] = {"NONE", 0, false},
};

enum { UNIT_COUNT = sizeof units / sizeof *units };

static bool unit_find(const char *text, size_t length, enum limit_unit *out_unit)
{
    for (int i = 0; i < UNIT_COUNT; i++)
        if (strlen(units[i].name) == length && memcmp(units[i].name, text, length) == 0) {
            *out_unit = (enum limit_unit)i;
            return true;
        }
    return false;
}

/* Read digits, and a point and one or two more. An amount far above every maximum is refused here,
 * so that nothing overflows. */
static bool amount_parse(const char *text, size_t length, int64_t *out_hundredths)
{
    int64_t value = 0;
    size_t i = 0, decimals = 0;

    for (; i < length && digit_is(text[i]); i++) {
        value = value * 10 + (text[i] - '0');
        if (value > 10000000000000)
            return false;
    }
    if (i == 0)
        return false;
    if (i < length) {
        decimals = length - i - 1;
        if (text[i] != '.' || decimals < 1 || decimals > 2)
            return false;
    }
    for (size_t k = 0; k < 2; k++) {
        char c = '0';

        if (k < decimals)
            c = text[i + 1 + k];
        if (!digit_is(c))
            return false;
        value = value * 10 + (c - '0');
    }
    *out_hundredths = value;
    return true;
}

/* Rule R-031. */
static bool amount_allowed(enum limit_unit unit, int64_t hundredths)
{
    return hundredths > 0 && hundredths <= units[unit].max * 100 &&
           (units[unit].fraction || hundredths % 100 == 0);
}

enum err time_limit_parse(const char *text, size_t length, struct time_limit *out_limit)
{
    struct time_limit limit = {.hundredths = 0};
    size_t name_length = 0;

    while (name_length < length && text[name_length] != ' ')
        name_length++;
    if (!unit_find(text, name_length, &limit.unit))
        return ERR_LIMIT;
    const bool has_amount = name_length < length;

    if (has_amount != (units[limit.unit].max > 0))
        return ERR_LIMIT;
    if (has_amount &&
        (!amount_parse(text + name_length + 1, length - name_length - 1, &limit.hundredths) ||
         !amount_allowed(limit.unit, limit.hundredths)))
        return ERR_LIMIT;
    *out_limit = limit;
    return ERR_OK;
}

/* Hundredths of a number that has at most two decimals. */
static bool hundredths_of(double number, int64_t *out_hundredths)
{
    const double scaled = number * 100;

    if (!(scaled >= 0 && scaled <= 1e15))
        return false;
    const int64_t rounded = (int64_t)(scaled + 0.5);
    const double difference = scaled - (double)rounded;

    *out_hundredths = rounded;
    return difference < 1e-6 && difference > -1e-6;
}

enum err time_limit_make(const char *unit, double amount, double extra,
                         struct time_limit *out_limit)
{
    struct time_limit limit = {.hundredths = 0};
    int64_t hundredths, extra_hundredths;

    if (!unit_find(unit, strlen(unit), &limit.unit))
        return ERR_LIMIT;
    if (units[limit.unit].max > 0) {
        if (!hundredths_of(amount, &hundredths) || !hundredths_of(extra, &extra_hundredths) ||
            !amount_allowed(limit.unit, hundredths) ||
            !amount_allowed(limit.unit, hundredths + extra_hundredths))
            return ERR_LIMIT;
        limit.hundredths = hundredths + extra_hundredths;
    }
    *out_limit = limit;
    return ERR_OK;
}

/* Rule R-872. */
enum err time_limit_extend(const struct time_limit *limit, const struct time_limit *extension,
                           struct time_limit *out_limit)
{
    struct time_limit sum = *extension;

    if (limit->unit == LIMIT_SAME_DAY) {
        if (extension->unit != LIMIT_WORKING_DAYS || !time_limit_is_whole(extension))
            return ERR_LIMIT;
    } else {
        sum.hundredths += limit->hundredths;
        if (limit->unit != extension->unit || units[sum.unit].max == 0 ||
            !amount_allowed(sum.unit, sum.hundredths))
            return ERR_LIMIT;
    }
    *out_limit = sum;
    return ERR_OK;
}

/* Write a whole number that is not negative; returns the end. */
static char *number_write(int64_t value, char *out)
{
    char digits[20];
    size_t count = 0;

    do {
        digits[count++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (count > 0)
        *out++ = digits[--count];
    return out;
}

void time_limit_format(const struct time_limit *limit, char out_text[TIME_LIMIT_TEXT_SIZE])
{
    const char *name = limit_unit_name(limit->unit);
    const int fraction = (int)(limit->hundredths % 100);
    char *out = out_text;

    while (*name != '\0')
        *out++ = *name++;
    if (units[limit->unit].max > 0) {
        *out++ = ' ';
        out = number_write(limit->hundredths / 100, out);
        if (fraction > 0) {
            *out++ = '.';
            digits_write(fraction % 10 ? fraction : fraction / 10, fraction % 10 ? 2 : 1, out);
            out += fraction % 10 ? 2 : 1;
        }
    }
    *out = '\0';
}

const char *limit_unit_name(enum limit_unit unit)
{
    return units[unit].name;
}

bool time_limit_is_day_limit(const struct time_limit *limit)
{
    switch (limit->unit) {
    case LIMIT_SAME_DAY:
    case LIMIT_CALENDAR_DAYS:
    case LIMIT_CALENDAR_MONTHS:
        return true;
    case LIMIT_WORKING_DAYS:
        return time_limit_is_whole(limit);
    case LIMIT_WORKING_HOURS:
    case LIMIT_WORKING_SECONDS:
    case LIMIT_NONE:
        break;
    }
    return false;
}
