/*
 * Every date of a calendar's document that contradicts itself, not the first only: who drew it up
 * mends it once. Any thread; allocates. Rules.
 */
#ifndef USECASE_CALENDAR_FAULTS_H
#define USECASE_CALENDAR_FAULTS_H

#include "base/civil.h"

struct calendar_fault {
    struct date date;
    size_t day_off, make_up; /* its first rows in days_off and compensatory_working_days */
};

enum { CALENDAR_FAULTS_MAX = 100 };

typedef void (*calendar_fault_fn)(const struct calendar_fault *fault, void *data);

/*
 * Tell each date that is both a day off and a make-up day, by date, at most CALENDAR_FAULTS_MAX.
 *
 * json  borrowed, `length` bytes; one that cannot be read as a calendar has none of these
 *
 * Returns how many were told; 0 without memory too.
 */
size_t calendar_faults_each(const char *json, size_t length, calendar_fault_fn each, void *data);

#endif
