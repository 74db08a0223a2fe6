/*
 * How many dossiers were settled on time (tỷ lệ giải quyết đúng hạn), and which. Reader thread.
 *
 * One row for each field, procedure, officer, unit or month of acceptance, and their total; every
 * dossier of the period stands in one row. Source: statistics 2-3; rules R-303..R-309.
 */
#ifndef USECASE_REPORT_ON_TIME_H
#define USECASE_REPORT_ON_TIME_H

#include "usecase/count_dossiers.h"

/* name in the API */
#define REPORT_BY_MAP(X)                                                                           \
    X(FIELD, "field")                                                                              \
    X(PROCEDURE, "procedure")                                                                      \
    X(OFFICER, "officer")                                                                          \
    X(UNIT, "unit")                                                                                \
    X(MONTH, "month")

/* name in the API, how many a row has of it */
#define REPORT_COLUMN_MAP(X)                                                                       \
    X(CARRIED_OVER, "carried_over", row->carried_over)                                             \
    X(RECEIVED, "received", indicator_received(row))                                               \
    X(RECEIVED_ONLINE, "received_online", row->received_online)                                    \
    X(EARLY, "early", row->early)                                                                  \
    X(ON_TIME, "on_time", row->on_time)                                                            \
    X(LATE, "late", row->late)                                                                     \
    X(IN_TIME, "in_time", row->open_in_time)                                                       \
    X(OVERDUE, "overdue", row->open_overdue)

#define X(name, text) REPORT_BY_##name,
enum report_by { REPORT_BY_MAP(X) REPORT_BY_COUNT };
#undef X
#define X(name, text, count) REPORT_COLUMN_##name,
enum report_column { REPORT_COLUMN_MAP(X) REPORT_COLUMN_COUNT };
#undef X

/* "field" ...; static. */
const char *report_by_name(enum report_by by);
/* Find one by its name. ERR_OK or ERR_UNKNOWN. */
enum err report_by_from_name(const char *text, enum report_by *out_by);
enum err report_column_from_name(const char *text, enum report_column *out_column);

enum { REPORT_KEY_SIZE = DOSSIER_FIELD_SIZE, REPORT_ROWS_MAX = 10000, REPORT_YEARS_MAX = 10 };

struct report_row {
    char key[REPORT_KEY_SIZE]; /* "": no officer or unit */
    char name[DOSSIER_NAME_SIZE];
    int64_t newest; /* dossier; its pinned name stands for the procedure's */
    char *order;    /* rows stand in the order of this */
    struct indicator_row counts;
};

struct report_on_time {
    struct command command;

    /* Input. */
    struct period period;
    enum report_by by;

    /* Output, valid when the outcome is ERR_OK; free it with report_on_time_release(). */
    struct span span;
    struct report_row **rows; /* by name in the Vietnamese order, people by given name, months in
                                 time; who is nobody stands last */
    size_t row_count;
    struct indicator_row total;
};

/*
 * ERR_OK; ERR_REPORT_UNBALANCED (facts name the dossier where one is to blame, R-304);
 * ERR_INTERNAL (more than REPORT_ROWS_MAX rows), ERR_NO_MEMORY, ERR_STORE.
 */
enum err report_on_time_run(struct store_tx *tx, struct command *command);

/* Free the rows. */
void report_on_time_release(struct report_on_time *report);

/*
 * Which row a dossier stands in, and its name as far as the dossier knows it.
 *
 * out_key  "" for nobody
 */
void report_key(enum report_by by, const struct counted_dossier *counted,
                char out_key[REPORT_KEY_SIZE]);

#endif
