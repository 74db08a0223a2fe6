#include "domain/date_form.h"

#include <string.h>

#include "base/digits.h"

enum { SERIAL_DIGITS = 7, LEAP_FAULT = 60 };
#define FRACTION_MOST INT64_C(1000000000000) /* twelve digits: far below a second */

static const struct civil era_1900 = {1899, 12, 30}, era_1904 = {1904, 1, 1};

/* A field of a form: its letters, and how many digits it takes at least. */
enum field { DAY, MONTH, YEAR, HOUR, MINUTE, SECOND, FIELDS };
static const struct {
    const char *letters;
    size_t least, most;
} fields[FIELDS] = {[DAY] = {"dd", 1, 2},  [MONTH] = {"MM", 1, 2},  [YEAR] = {"yyyy", 4, 4},
                    [HOUR] = {"HH", 1, 2}, [MINUTE] = {"mm", 2, 2}, [SECOND] = {"ss", 2, 2}};

/* The field that stands at the start of `form`; FIELDS for none. */
static enum field field_at(const char *form)
{
    enum field field = DAY;

    while (field < FIELDS &&
           strncmp(form, fields[field].letters, strlen(fields[field].letters)) != 0)
        field++;
    return field;
}

static bool is_letter_or_digit(char c)
{
    return digit_is(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool date_form_is_one(const char *form)
{
    int count[FIELDS] = {0};
    bool after_field = false;

    if (strlen(form) >= DATE_FORM_SIZE)
        return false;
    while (*form) {
        const enum field field = field_at(form);

        if (field == FIELDS && is_letter_or_digit(*form) && *form != 'T')
            return false;
        if (field < FIELDS && (after_field || count[field]++ > 0))
            return false;
        after_field = field < FIELDS;
        form += after_field ? strlen(fields[field].letters) : 1;
    }
    return count[DAY] && count[MONTH] && count[YEAR] && count[HOUR] == count[MINUTE] &&
           count[SECOND] <= count[HOUR];
}

/* Read the digits of a field; how many, 0 when there are too few. */
static size_t read_field(enum field field, const char *text, size_t length, int *out_value)
{
    size_t digits = 0;

    while (digits < length && digits < fields[field].most && digit_is(text[digits]))
        digits++;
    if (digits < fields[field].least || !digits_read(text, digits, out_value))
        return 0;
    return digits;
}

static enum err make_time(const int value[FIELDS], struct local_time *out_time)
{
    const struct civil civil = {value[YEAR], value[MONTH], value[DAY]};

    if (!civil_exists(civil) || value[HOUR] > 23 || value[MINUTE] > 59 || value[SECOND] > 59)
        return ERR_DATE;
    out_time->date = date_from_civil(civil);
    out_time->second = (value[HOUR] * 60 + value[MINUTE]) * 60 + value[SECOND];
    return ERR_OK;
}

enum err date_form_read(const char *form, const char *text, size_t length,
                        struct local_time *out_time)
{
    int value[FIELDS] = {0};
    size_t at = 0;

    while (*form) {
        const enum field field = field_at(form);
        size_t taken;

        if (field < FIELDS) {
            taken = read_field(field, text + at, length - at, &value[field]);
            form += strlen(fields[field].letters);
        } else {
            taken = at < length && text[at] == *form++;
        }
        if (taken == 0)
            return ERR_SYNTAX;
        at += taken;
    }
    return at == length ? make_time(value, out_time) : ERR_SYNTAX;
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* "46091.385416666664": whole days, and seconds to the nearest. */
static enum err read_number(const char *text, size_t length, int *out_days, int64_t *out_seconds)
{
    int64_t fraction = 0, unit = 1;
    size_t at = 0;

    while (at < length && digit_is(text[at]))
        at++;
    if (at == 0 || at > SERIAL_DIGITS || !digits_read(text, at, out_days))
        return ERR_SYNTAX;
    if (at < length && (text[at++] != '.' || at == length))
        return ERR_SYNTAX;
    for (; at < length; at++) {
        if (!digit_is(text[at]))
            return ERR_SYNTAX;
        if (unit < FRACTION_MOST) {
            fraction = fraction * 10 + (text[at] - '0');
            unit *= 10;
        }
    }
    *out_seconds = (fraction * SECONDS_PER_DAY + unit / 2) / unit;
    return ERR_OK;
}

enum err date_serial_read(const char *text, size_t length, enum date_system system,
                          struct local_time *out_time)
{
    int64_t seconds = 0;
    int days = 0;

    if (read_number(text, length, &days, &seconds) != ERR_OK)
        return ERR_SYNTAX;
    if (seconds == SECONDS_PER_DAY) {
        seconds = 0;
        days++;
    }
    if (system == DATE_SYSTEM_1900 && (days == 0 || days == LEAP_FAULT))
        return ERR_DATE;
    struct date date = date_from_civil(system == DATE_SYSTEM_1900 ? era_1900 : era_1904);
    date = date_plus(date, days + (system == DATE_SYSTEM_1900 && days < LEAP_FAULT ? 1 : 0));
    if (!civil_exists(date_civil(date)))
        return ERR_DATE;
    *out_time = (struct local_time){.date = date, .second = (int32_t)seconds};
    return ERR_OK;
}
