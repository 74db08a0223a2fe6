/*
 * Every open dossier by the working days it has left (dòng hạn trả). Reader thread.
 *
 * One row for each field, procedure, officer, unit or month of acceptance; in a row one cell for
 * each number of days, most overdue first. What is paused stands apart: its due date moves; so does
 * what has no limit. A cell names its first dossiers only, so that the answer stays small however
 * many are open. Rules R-940..R-942.
 */
#ifndef USECASE_REPORT_OPEN_H
#define USECASE_REPORT_OPEN_H

#include "usecase/open_dossiers.h"
#include "usecase/report_group.h"

enum { REPORT_OPEN_IDS_MAX = 60, REPORT_OPEN_MAX = 100000 };

/* Which of the three a cell is of; the order in a row. */
enum open_kind { OPEN_DATED, OPEN_PAUSED, OPEN_UNDATED };

/* One dossier of the strip, a plain value so that they sort fast. */
struct open_entry {
    const struct report_group *group;
    enum open_kind kind;
    int32_t days; /* OPEN_DATED */
    bool overdue, near_due, due_today, decision_signed;
    int64_t late_ms; /* of late_at */
    int64_t id;
};

struct open_counts {
    int64_t overdue, near_due, in_time, paused; /* by pending class; they add up to all */
    int64_t due_today;                          /* of those not overdue */
    int64_t due_today_signed;                   /* of them signed: the result is to be issued */
};

struct open_row {
    struct report_group group;
    struct open_counts counts;
};

struct report_open {
    struct command command;

    /* Input. */
    enum report_by by;

    /* Output, valid when the outcome is ERR_OK; free it with report_open_release(). */
    struct open_today day;
    struct report_groups groups; /* their rows are struct open_row */
    struct open_entry *entries;  /* by row (in their order), kind, days, most urgent first */
    size_t count;
    struct open_counts total;

    size_t capacity;
};

/* ERR_OK; ERR_INTERNAL (more than REPORT_OPEN_MAX open dossiers), ERR_NO_MEMORY, ERR_STORE. */
enum err report_open_run(struct store_tx *tx, struct command *command);

/* Free the rows and entries. */
void report_open_release(struct report_open *report);

/* Row `index` of groups.count. */
const struct open_row *report_open_row(const struct report_open *report, size_t index);

/* The entries from `first` on that stand in one cell with it. Returns the index after the last. */
size_t report_open_cell_end(const struct report_open *report, size_t first);

#endif
