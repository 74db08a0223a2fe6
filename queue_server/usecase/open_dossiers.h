/*
 * The open dossiers that a manager may see, each with its working days left and its class now.
 *
 * Reader thread. Due dates are those kept with the dossiers (dossier_due.h); days are counted on
 * the calendar in force. Rules.
 */
#ifndef USECASE_OPEN_DOSSIERS_H
#define USECASE_OPEN_DOSSIERS_H

#include "store/report_rows.h"
#include "usecase/command.h"

/* Valid for the call that gives it. */
struct open_dossier {
    const struct report_open_dossier *row;
    enum pending pending;
    bool dated; /* days is known: it has a limit, and the calendar holds its due date */
    int32_t days;
    bool due_today; /* it becomes late unless its result is issued today */
};

/* The working day around now. */
struct open_today {
    struct instant now; /* floored */
    struct date today;
    struct instant closes_at; /* end of today's work; instant_none() on a day without work */
    struct date next_day;     /* the next working day; date of 1970 beyond the calendar */
    bool has_next_day;
};

struct open_walk {
    /* Give a dossier. Returns ERR_OK to go on, else the walk ends with that error. */
    enum err (*each)(const struct open_dossier *open, void *data);
    void *data;

    /* Output. */
    struct open_today day;
};

/*
 * Walk over every open dossier that the command's actor may see in a report: in the scope of a unit
 * those for which that unit is responsible.
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE, or the error of each().
 */
enum err open_dossiers_walk(struct store_tx *tx, struct command *command, struct open_walk *walk);

#endif
