#include "page/page_value.h"

#include <stdio.h>
#include <string.h>

const char *page_value_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

int page_value_int(const json_t *object, const char *key)
{
    const json_int_t value = json_integer_value(json_object_get(object, key));

    return value > 1000000000 ? 1000000000 : (int)value;
}

bool page_value_is(const json_t *object, const char *key, const char *text)
{
    return strcmp(page_value_text(object, key), text) == 0;
}

/* ---- time ------------------------------------------------------------------------------------ */

static bool read_instant(const char *text, struct civil *out_civil, struct date *out_date,
                         int *out_minute)
{
    struct instant instant;

    if (!text || instant_parse(text, strlen(text), &instant) != ERR_OK)
        return false;
    *out_date = date_of_instant(instant);
    *out_civil = date_civil(*out_date);
    *out_minute = second_of_day(instant) / 60;
    return true;
}

static const char *weekday(const struct page *page, struct date date)
{
    return page_text_of(page, (enum page_text)((int)SAY_MONDAY + (int)date_weekday(date)));
}

void page_time(const char *instant, char out_text[PAGE_TIME_SIZE])
{
    struct civil civil;
    struct date date;
    int minute;

    out_text[0] = '\0';
    if (read_instant(instant, &civil, &date, &minute))
        snprintf(out_text, PAGE_TIME_SIZE, "%02d:%02d", minute / 60, minute % 60);
}

void page_time_and_day(const char *instant, char out_text[PAGE_TIME_SIZE])
{
    struct civil civil;
    struct date date;
    int minute;

    out_text[0] = '\0';
    if (read_instant(instant, &civil, &date, &minute))
        snprintf(out_text, PAGE_TIME_SIZE, "%02d:%02d, %02d/%02d", minute / 60, minute % 60,
                 civil.day, civil.month);
}

void page_time_and_date(const struct page *page, const char *instant, char out_text[PAGE_TIME_SIZE])
{
    struct civil civil;
    struct date date;
    int minute;

    out_text[0] = '\0';
    if (read_instant(instant, &civil, &date, &minute))
        snprintf(out_text, PAGE_TIME_SIZE, "%02d:%02d, %s %02d/%02d/%d", minute / 60, minute % 60,
                 weekday(page, date), civil.day, civil.month, civil.year);
}

void page_date_in_words(const struct page *page, const char *date, char out_text[PAGE_TIME_SIZE])
{
    struct date day;

    out_text[0] = '\0';
    if (date_parse(date, strlen(date), &day) != ERR_OK)
        return;
    const struct civil civil = date_civil(day);
    snprintf(out_text, PAGE_TIME_SIZE, "%s %02d/%02d", weekday(page, day), civil.day, civil.month);
}

void page_date_in_digits(const char *date, char out_text[PAGE_TIME_SIZE])
{
    struct date day;

    out_text[0] = '\0';
    if (date_parse(date, strlen(date), &day) != ERR_OK)
        return;
    const struct civil civil = date_civil(day);
    snprintf(out_text, PAGE_TIME_SIZE, "%02d/%02d/%d", civil.day, civil.month, civil.year);
}

/* A range that ends later tells nobody when to be back. */
enum { LONG_WAIT_MIN = 120 };

void page_wait_in_words(const struct page *page, const json_t *estimate,
                        char out_text[PAGE_TIME_SIZE])
{
    const int low = page_value_int(estimate, "low_s") / 60; /* outwards, so that the range holds */
    const int high = (page_value_int(estimate, "high_s") + 59) / 60;
    char range[32];
    struct text words;

    out_text[0] = '\0';
    if (!json_is_object(estimate))
        return;
    if (high > LONG_WAIT_MIN) {
        snprintf(out_text, PAGE_TIME_SIZE, "%s", page_text_of(page, SAY_OVER_TWO_HOURS));
        return;
    }
    if (low == high)
        snprintf(range, sizeof range, "%d", high);
    else
        snprintf(range, sizeof range, "%d–%d", low, high);
    text_init(&words);
    page_phrase(page, SAY_MINUTES, range, NULL, &words);
    snprintf(out_text, PAGE_TIME_SIZE, "%s", words.data ? words.data : "");
    text_release(&words);
}

/* ---- numbers --------------------------------------------------------------------------------- */

void page_percent_in_digits(const struct page *page, double value, char out_text[PAGE_TIME_SIZE])
{
    snprintf(out_text, PAGE_TIME_SIZE, "%.1f", value);
    char *point = strchr(out_text, '.');
    if (point && page->language == LANGUAGE_VI)
        *point = ',';
}

void page_number_in_digits(int value, char out_text[PAGE_TIME_SIZE])
{
    snprintf(out_text, PAGE_TIME_SIZE, "%d", value);
}
