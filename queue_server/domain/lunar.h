/*
 * The Vietnamese lunar calendar (âm lịch): dates of the lunar months as they are at UTC+07:00.
 *
 * Pure. A month begins on the local date of its new moon; the month that holds the winter solstice
 * is the eleventh; of thirteen months between two such months the first without a principal term is
 * the leap one, which repeats the number before it. New moons and the sun's longitude are computed
 * from the mean motions and their greatest periodic terms (J. Meeus, Astronomical Algorithms),
 * good to a few minutes. Because local midnight is another than Beijing's, a Tết may fall on
 * another day than the Chinese new year: 1985, 2007, 2030. Rule R-063.
 */
#ifndef DOMAIN_LUNAR_H
#define DOMAIN_LUNAR_H

#include "base/civil.h"

enum { LUNAR_YEAR_MIN = 1900, LUNAR_YEAR_MAX = 2199 };

/*
 * Find the date of a day of a lunar month that is not a leap month.
 *
 * year      of the civil calendar in which the lunar year begins (Bính Ngọ: 2026), LUNAR_YEAR_MIN
 * .. LUNAR_YEAR_MAX month     1..12 day       1..30 out_date  set on success only
 *
 * Returns ERR_OK, or ERR_DATE when there is no such year, month or day (the 30th of a short month).
 */
enum err lunar_date(int year, int month, int day, struct date *out_date);

#endif
