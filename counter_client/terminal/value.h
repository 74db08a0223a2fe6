/*
 * Values of the API as a person reads them: instants, waits, money, words. Pure but for memory and
 * the locale (cells.h).
 */
#ifndef TERMINAL_VALUE_H
#define TERMINAL_VALUE_H

#include <jansson.h>

#include "base/text.h"
#include "counter_client/terminal/said.h"
#include "counter_client/terminal/words.h"

/* How a value is written. */
enum value_form {
    VALUE_TEXT,    /* a text or number as it is */
    VALUE_INSTANT, /* 09:12 10/03/2026 */
    VALUE_TIME,    /* 09:12 */
    VALUE_DATE,    /* 10/03/2026 */
    VALUE_SPAN,    /* seconds: 12 phút */
    VALUE_RANGE,   /* a wait estimate: 5-15 phút */
    VALUE_MONEY,   /* 15.000 đ */
    VALUE_WORD,    /* by a vocabulary */
    VALUE_LIST,    /* texts, parted by commas */
    VALUE_WORDS,   /* a list of words of a vocabulary */
    VALUE_RATE,    /* 88,89 % (8/9) */
    VALUE_LIMIT,   /* WORKING_DAYS 5: 5 ngày làm việc */
    VALUE_NUMBER   /* right-aligned in tables */
};

/* Add a value; null or nothing adds "–". `vocabulary` is for VALUE_WORD and VALUE_WORDS alone. */
void value_add(struct text *text, const json_t *value, enum value_form form,
               enum vocabulary vocabulary, enum language language);

/* Add a span of seconds: "dưới 1 phút", "12 phút", "1 giờ 05 phút". */
void span_add(struct text *text, int64_t seconds, enum language language);

/* Add an instant as the API writes it ("2026-03-10T09:12:05+07:00") in a form for people. */
void instant_add(struct text *text, const char *instant, enum value_form form);

#endif
