/*
 * Values of a view as people read them. Pure: numbers, dates and times in the page's language, into
 * texts of the caller.
 */
#ifndef PAGE_PAGE_VALUE_H
#define PAGE_PAGE_VALUE_H

#include "page/page.h"

enum { PAGE_TIME_SIZE = 80 };

/* A text member, "" when it is absent or null. */
const char *page_value_text(const json_t *object, const char *key);
/* An integer member, 0 when it is absent. */
int page_value_int(const json_t *object, const char *key);
bool page_value_is(const json_t *object, const char *key, const char *text);

/* Times are written in local time, as offices write them; "" for a text that is no instant. */
void page_time(const char *instant, char out_text[PAGE_TIME_SIZE]);         /* 09:46 */
void page_time_and_day(const char *instant, char out_text[PAGE_TIME_SIZE]); /* 09:46, 23/11 */
/* "09:46, thứ Hai 23/11/2026". */
void page_time_and_date(const struct page *page, const char *instant,
                        char out_text[PAGE_TIME_SIZE]);
/* "thứ Hai 23/11", of YYYY-MM-DD. */
void page_date_in_words(const struct page *page, const char *date, char out_text[PAGE_TIME_SIZE]);
/* "23/11/2026", of YYYY-MM-DD. */
void page_date_in_digits(const char *date, char out_text[PAGE_TIME_SIZE]);
/* "8–15 phút" of a wait estimate, "" when it is null. Rounded up: nobody is told less. */
void page_wait_in_words(const struct page *page, const json_t *estimate,
                        char out_text[PAGE_TIME_SIZE]);
/* "95,0" or "95.0". */
void page_percent_in_digits(const struct page *page, double value, char out_text[PAGE_TIME_SIZE]);
void page_number_in_digits(int value, char out_text[PAGE_TIME_SIZE]);

#endif
