#include "domain/lunar.h"

#include <math.h>

/* Julian day numbers count days from noon; dates of civil.h from 1970-01-01. */
enum { JULIAN_DAY_OF_EPOCH = 2440588, TERM_DEGREES = 30, MONTHS_MAX = 14 };
static const double local_hours = 7.0;
static const double first_new_moon = 2415020.75933, synodic_month = 29.53058868;

/* ---- sun and moon ---------------------------------------------------------------------------- */

static double sine(double degrees)
{
    return sin(degrees * 0.017453292519943295);
}

static int whole(double value)
{
    const int cut = (int)value;

    return value < cut ? cut - 1 : cut;
}

/* What the true new moon differs from the mean one, in days. */
static double periodic_terms(double k, double t)
{
    const double t2 = t * t, t3 = t2 * t;
    const double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
    const double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
    const double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;

    return (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2 * sun) - 0.4068 * sine(moon) +
           0.0161 * sine(2 * moon) - 0.0004 * sine(3 * moon) + 0.0104 * sine(2 * node) -
           0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon) + 0.0004 * sine(2 * node + sun) -
           0.0004 * sine(2 * node - sun) - 0.0006 * sine(2 * node + moon) +
           0.0010 * sine(2 * node - moon) + 0.0005 * sine(2 * moon + sun);
}

/* Local date of the k-th new moon after 1 January 1900. */
static struct date new_moon(int k)
{
    const double t = k / 1236.85, t2 = t * t;
    const double mean = first_new_moon + synodic_month * k + 0.0001178 * t2 - 0.000000155 * t2 * t +
                        0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
    const double clocks = -0.000278 + 0.000265 * t + 0.000262 * t2; /* dynamical less universal */
    const double at = mean + periodic_terms(k, t) - clocks;

    return (struct date){whole(at + 0.5 + local_hours / 24) - JULIAN_DAY_OF_EPOCH};
}

/* Which twelfth of its way the sun has begun at local midnight, 0 (spring equinox) .. 11; a month
 * in which this does not change holds no principal term. */
static int sun_term(struct date date)
{
    const double at = date.day + JULIAN_DAY_OF_EPOCH - 0.5 - local_hours / 24;
    const double t = (at - 2451545.0) / 36525, t2 = t * t;
    const double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
    const double centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
                          (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
                          0.000290 * sine(3 * anomaly);
    const double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    const double apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);

    return whole((apparent - 360.0 * whole(apparent / 360)) / TERM_DEGREES);
}

/* ---- months ---------------------------------------------------------------------------------- */

/* The new moon that begins the eleventh month of `year`: the last one not after the solstice. */
static int eleventh_month(int year)
{
    const struct date end = date_from_civil((struct civil){year, 12, 31});
    const int k = whole((end.day + JULIAN_DAY_OF_EPOCH - first_new_moon) / synodic_month);

    return sun_term(new_moon(k)) >= 9 ? k - 1 : k;
}

/* How many months after the eleventh the leap month begins; MONTHS_MAX when there is none. */
static int leap_month(int eleventh, int next_eleventh)
{
    if (next_eleventh - eleventh < 13)
        return MONTHS_MAX;
    for (int i = 1; i < 13; i++)
        if (sun_term(new_moon(eleventh + i)) == sun_term(new_moon(eleventh + i + 1)))
            return i;
    return MONTHS_MAX;
}

/* Rule R-063. */
enum err lunar_date(int year, int month, int day, struct date *out_date)
{
    if (year < LUNAR_YEAR_MIN || year > LUNAR_YEAR_MAX || month < 1 || month > 12 || day < 1 ||
        day > 30)
        return ERR_DATE;
    const int of_year = month >= 11 ? year : year - 1; /* whose solstice begins the count */
    const int eleventh = eleventh_month(of_year);
    const int leap = leap_month(eleventh, eleventh_month(of_year + 1));
    int offset = (month + 1) % 12; /* 11 -> 0, 12 -> 1, 1 -> 2 ... 10 -> 11 */

    if (offset >= leap)
        offset++;
    const struct date first = new_moon(eleventh + offset);
    const struct date date = date_plus(first, day - 1);
    if (!date_before(date, new_moon(eleventh + offset + 1)))
        return ERR_DATE;
    *out_date = date;
    return ERR_OK;
}
