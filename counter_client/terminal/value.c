#include "counter_client/terminal/value.h"

#include "base/vietnamese_money.h"
#include "counter_client/terminal/json_path.h"

#include <string.h>

void instant_add(struct text *text, const char *instant, enum value_form form)
{
    /* the API always writes local time, at these places */
    bool has_date = strlen(instant) >= sizeof "2026-03-10" - 1;
    bool has_time = strlen(instant) >= sizeof "2026-03-10T09:12" - 1;

    if (!has_date) {
        text_add(text, instant); /* a year alone */
        return;
    }
    if (has_time && form != VALUE_DATE)
        text_add_bytes(text, instant + 11, 5);
    if (has_time && form == VALUE_INSTANT)
        text_add_char(text, ' ');
    if (form != VALUE_TIME)
        text_printf(text, "%.2s/%.2s/%.4s", instant + 8, instant + 5, instant);
}

void span_add(struct text *text, int64_t seconds, enum language language)
{
    int64_t minutes = seconds / 60;
    bool english = language == LANGUAGE_EN;

    if (minutes < 1)
        text_add(text, english ? "under 1 min" : "dưới 1 phút");
    else if (minutes < 60)
        text_printf(text, english ? "%d min" : "%d phút", (int)minutes);
    else
        text_printf(text, english ? "%lld h %02d min" : "%lld giờ %02d phút",
                    (long long)(minutes / 60), (int)(minutes % 60));
}

static void range_add(struct text *text, const json_t *range, enum language language)
{
    int64_t low = json_int_at(range, "low_s", 0) / 60;
    int64_t high = (json_int_at(range, "high_s", 0) + 59) / 60;
    const char *unit = language == LANGUAGE_EN ? "min" : "phút";

    if (low == high)
        text_printf(text, "%lld %s", (long long)low, unit);
    else
        text_printf(text, "%lld–%lld %s", (long long)low, (long long)high, unit);
}

static void money_add(struct text *text, const json_t *amount)
{
    char digits[MONEY_DIGITS_SIZE];

    if (vietnamese_money_digits(json_integer_value(amount), digits) == ERR_OK)
        text_printf(text, "%s đ", digits);
}

static void list_add(struct text *text, const json_t *list, enum value_form form,
                     enum vocabulary vocabulary, enum language language)
{
    size_t i;
    json_t *each;

    json_array_foreach(list, i, each)
    {
        if (i > 0)
            text_add(text, ", ");
        if (form == VALUE_WORDS && json_is_string(each))
            text_add(text, word_said(vocabulary, json_string_value(each), language));
        else
            value_add(text, each, VALUE_TEXT, vocabulary, language);
    }
}

static void rate_add(struct text *text, const json_t *rate, enum language language)
{
    const json_t *value = json_at(rate, "value");
    char percent[32];
    char *point;

    if (!value) {
        text_add(text, "–");
        return;
    }
    snprintf(percent, sizeof percent, "%.2f", json_number_value(value));
    point = strchr(percent, '.');
    if (point && language == LANGUAGE_VI)
        *point = ',';
    text_printf(text, "%s %% (%lld/%lld)", percent, (long long)json_int_at(rate, "numerator", 0),
                (long long)json_int_at(rate, "denominator", 0));
}

/* A time limit as the rules write it (working-time.md 1), in words; unknown ones as they are. */
static void limit_add(struct text *text, const char *limit, enum language language)
{
    static const struct {
        const char *rule;
        struct said said;
    } limits[] = {
        {"NONE", {"không có thời hạn", "no limit"}},
        {"SAME_DAY", {"trong ngày", "the same day"}},
        {"WORKING_DAYS ", {"ngày làm việc", "working days"}},
        {"WORKING_HOURS ", {"giờ làm việc", "working hours"}},
        {"CALENDAR_DAYS ", {"ngày", "days"}},
        {"CALENDAR_MONTHS ", {"tháng", "months"}},
    };

    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        size_t length = strlen(limits[i].rule);

        if (strncmp(limit, limits[i].rule, length) != 0)
            continue;
        if (limit[length])
            text_printf(text, "%s ", limit + length);
        text_add(text, said(language, limits[i].said));
        return;
    }
    text_add(text, limit);
}

static void plain_add(struct text *text, const json_t *value)
{
    if (json_is_string(value))
        text_add(text, json_string_value(value));
    else if (json_is_integer(value))
        text_add_int(text, json_integer_value(value));
    else if (json_is_boolean(value))
        text_add(text, json_is_true(value) ? "true" : "false");
    else
        text_add(text, "…");
}

/* A stable word, or true and false. */
static const char *word_of(const json_t *value)
{
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    return json_is_string(value) ? json_string_value(value) : "";
}

void value_add(struct text *text, const json_t *value, enum value_form form,
               enum vocabulary vocabulary, enum language language)
{
    if (!value || json_is_null(value)) {
        text_add(text, "–");
        return;
    }
    switch (form) {
    case VALUE_INSTANT:
    case VALUE_TIME:
    case VALUE_DATE:
        instant_add(text, word_of(value), form);
        break;
    case VALUE_SPAN:
        span_add(text, json_integer_value(value), language);
        break;
    case VALUE_RANGE:
        range_add(text, value, language);
        break;
    case VALUE_MONEY:
        money_add(text, value);
        break;
    case VALUE_WORD:
        text_add(text, word_said(vocabulary, word_of(value), language));
        break;
    case VALUE_LIST:
    case VALUE_WORDS:
        list_add(text, value, form, vocabulary, language);
        break;
    case VALUE_RATE:
        rate_add(text, value, language);
        break;
    case VALUE_LIMIT:
        limit_add(text, word_of(value), language);
        break;
    case VALUE_TEXT:
    case VALUE_NUMBER:
        plain_add(text, value);
        break;
    }
}
