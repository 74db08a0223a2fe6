/*
 * The centre at work: what every use case shares.
 *
 * Made once by the server (or by a command that works on a data folder) and alive until every
 * command is done. Any thread may hold the catalogue and read the clock; the rest is set up before
 * the first command.
 */
#ifndef USECASE_OFFICE_H
#define USECASE_OFFICE_H

#include "base/clock.h"
#include "store/store.h"
#include "usecase/calendar_store.h"
#include "usecase/catalogue.h"

struct procedure_store;

struct office {
    struct store *store;
    struct clock clock;
    struct calendar_store *calendars;   /* see calendar_store.h; NULL: there was no memory */
    struct procedure_store *procedures; /* see procedure_store.h; NULL: there was no memory */
    pthread_mutex_t lock;               /* guards the pointer below */
    struct catalogue *present;          /* the set-up in force */
};

/* Take over `catalogue` (one reference). */
void office_init(struct office *office, struct store *store, struct catalogue *catalogue);
void office_release(struct office *office);

/* The set-up in force, held: give it back with catalogue_release(). */
struct catalogue *office_catalogue(struct office *office);
/* Put a new set-up in force (takes the reference); commands that run keep the one they have. */
void office_set_catalogue(struct office *office, struct catalogue *catalogue);

#endif
