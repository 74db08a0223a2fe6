#include "base/civil.h"

#include "base/digits.h"

enum { LOCAL_OFFSET_S = 7 * 3600 };

/* Days since 1970-01-01 of a proleptic Gregorian date (H. Hinnant, "chrono-compatible low-level
 * date algorithms"): years are counted from March, so that the leap day is the last of a year. */
struct date date_from_civil(struct civil civil)
{
    const int year = civil.year - (civil.month <= 2);
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int year_of_era = year - era * 400;
    const int month = civil.month + (civil.month > 2 ? -3 : 9);
    const int day_of_year = (153 * month + 2) / 5 + civil.day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return (struct date){era * 146097 + day_of_era - 719468};
}

struct civil date_civil(struct date date)
{
    const int32_t shifted = date.day + 719468;
    const int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int32_t day_of_era = shifted - era * 146097;
    const int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int32_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int32_t month = (5 * day_of_year + 2) / 153;
    struct civil civil = {
        .year = year_of_era + era * 400,
        .month = month < 10 ? month + 3 : month - 9,
        .day = day_of_year - (153 * month + 2) / 5 + 1,
    };

    civil.year += civil.month <= 2;
    return civil;
}

enum weekday date_weekday(struct date date)
{
    const int32_t from_monday = (date.day + 3) % 7; /* 1970-01-01 was a Thursday */

    return (enum weekday)(from_monday < 0 ? from_monday + 7 : from_monday);
}

int civil_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (leap && month == 2);
}

bool civil_exists(struct civil civil)
{
    return civil.year >= 1900 && civil.year <= 2199 && civil.month >= 1 && civil.month <= 12 &&
           civil.day >= 1 && civil.day <= civil_days_in_month(civil.year, civil.month);
}

static int64_t local_seconds(struct instant instant)
{
    return instant_seconds(instant) + LOCAL_OFFSET_S;
}

struct date date_of_instant(struct instant instant)
{
    const int64_t seconds = local_seconds(instant);
    const int64_t below = seconds >= 0 ? 0 : SECONDS_PER_DAY - 1;

    return (struct date){(int32_t)((seconds - below) / SECONDS_PER_DAY)};
}

int32_t second_of_day(struct instant instant)
{
    return (int32_t)(local_seconds(instant) -
                     (int64_t)date_of_instant(instant).day * SECONDS_PER_DAY);
}

struct instant instant_on_date(struct date date, int32_t second)
{
    return instant_from_seconds((int64_t)date.day * SECONDS_PER_DAY + second - LOCAL_OFFSET_S);
}

enum err date_parse(const char *text, size_t length, struct date *out_date)
{
    struct civil civil;

    if (length != DATE_TEXT_SIZE - 1 || text[4] != '-' || text[7] != '-' ||
        !digits_read(text, 4, &civil.year) || !digits_read(text + 5, 2, &civil.month) ||
        !digits_read(text + 8, 2, &civil.day) || !civil_exists(civil))
        return ERR_SYNTAX;
    *out_date = date_from_civil(civil);
    return ERR_OK;
}

void date_format(struct date date, char out_text[DATE_TEXT_SIZE])
{
    const struct civil civil = date_civil(date);

    digits_write(civil.year, 4, out_text);
    out_text[4] = '-';
    digits_write(civil.month, 2, out_text + 5);
    out_text[7] = '-';
    digits_write(civil.day, 2, out_text + 8);
    out_text[10] = '\0';
}
