/*
 * How many dossiers were settled on time (tỷ lệ giải quyết đúng hạn), and which. Reader thread.
 *
 * One row for each field, procedure, officer, unit or month of acceptance, and their total; every
 * dossier of the period stands in one row. Source: statistics 2-3; rules R-303..R-309.
 */
#ifndef USECASE_REPORT_ON_TIME_H
#define USECASE_REPORT_ON_TIME_H

#include "usecase/count_dossiers.h"
#include "usecase/report_group.h"

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

#define X(name, text, count) REPORT_COLUMN_##name,
enum report_column { REPORT_COLUMN_MAP(X) REPORT_COLUMN_COUNT };
#undef X

/* Find a column by its name. ERR_OK or ERR_UNKNOWN. */
enum err report_column_from_name(const char *text, enum report_column *out_column);

enum { REPORT_YEARS_MAX = 10 };

struct report_row {
    struct report_group group;
    struct indicator_row counts;
};

struct report_on_time {
    struct command command;

    /* Input. */
    struct period period;
    enum report_by by;

    /* Output, valid when the outcome is ERR_OK; free it with report_on_time_release(). */
    struct span span;
    struct report_groups groups; /* their rows are struct report_row */
    struct indicator_row total;
};

/*
 * ERR_OK; ERR_REPORT_UNBALANCED (facts name the dossier where one is to blame, R-304);
 * ERR_INTERNAL (more than REPORT_ROWS_MAX rows), ERR_NO_MEMORY, ERR_STORE.
 */
enum err report_on_time_run(struct store_tx *tx, struct command *command);

/* The same in the transaction of another command, which gives whose dossiers are seen and the hour;
 * report->command is not looked at. */
enum err report_on_time_count(struct store_tx *tx, struct command *command,
                              struct report_on_time *report);

/* Free the rows. */
void report_on_time_release(struct report_on_time *report);

/* Row `index` of groups.count. */
const struct report_row *report_on_time_row(const struct report_on_time *report, size_t index);

#endif
