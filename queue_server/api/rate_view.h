/*
 * Rates as JSON: numerator, denominator and value, null without a denominator. Pure. Rule R-306.
 */
#ifndef API_RATE_VIEW_H
#define API_RATE_VIEW_H

#include "base/text.h"
#include "domain/indicators.h"

/* Add member `key`: {"numerator", "denominator", "value": per cent with two decimals}. */
void rate_view(struct text *body, const char *key, struct rate rate);

/* Add a number with two decimals: 9875 is 98.75. */
void hundredths_view(struct text *body, const char *key, int64_t hundredths);

#endif
