/*
 * How satisfied people are: answers of a period, by group. Reader thread.
 *
 * Answers that were given with help of the office are counted apart and stand in no group.
 * Source: domain 5.7; rules ..R-968.
 */
#ifndef USECASE_READ_SATISFACTION_H
#define USECASE_READ_SATISFACTION_H

#include "domain/period.h"
#include "store/rating_rows.h"
#include "usecase/command.h"

/* What makes a row; name in the API. GROUP is what is published: visits and dossiers, those filed
 * online, the three sectors with a threshold of their own, and the months. An answer may stand in
 * several groups, in one row of everything else. */
#define SATISFACTION_BY_MAP(X)                                                                     \
    X(GROUP, "group")                                                                              \
    X(SERVICE, "service")                                                                          \
    X(SITE, "site")                                                                                \
    X(FIELD, "field")                                                                              \
    X(PROCEDURE, "procedure")                                                                      \
    X(UNIT, "unit")                                                                                \
    X(OFFICER, "officer")                                                                          \
    X(MONTH, "month")

#define X(name, text) SATISFACTION_BY_##name,
enum satisfaction_by { SATISFACTION_BY_MAP(X) SATISFACTION_BY_COUNT };
#undef X

/* "group" ...; static. False for any other text. */
const char *satisfaction_by_name(enum satisfaction_by by);
bool satisfaction_by_from_name(const char *text, enum satisfaction_by *out_by);

enum {
    SATISFACTION_MONTHS = 12, /* of the default period */
    SATISFACTION_ROWS_MAX = 2000,
    SATISFACTION_OFFICER_MIN = 10, /* answers below which no officer has a row (domain 5.6) */
};

struct satisfaction_row {
    char key[DOSSIER_FIELD_SIZE];
    char name[DOSSIER_NAME_SIZE];
    int threshold; /* percent */
    struct satisfaction counts;
};

struct read_satisfaction {
    struct command command;

    /* Input. */
    struct period period; /* from day 0: the month of yesterday and the eleven before it */
    bool published;       /* for everybody: `period` ends yesterday at the latest */
    enum satisfaction_by by;

    /* Output; `rows` is freed with satisfaction_release(). In order of the key. */
    struct satisfaction_row *rows;
    int row_count;
    struct satisfaction total;
    int64_t assisted;

    /* Scratch. */
    int room;    /* for rows */
    bool failed; /* no memory, or too many rows */
    struct store_tx *tx;
};

/* ERR_OK, ERR_NO_MEMORY. */
enum err read_satisfaction_run(struct store_tx *tx, struct command *command);
void satisfaction_release(struct read_satisfaction *read);

#endif
