/*
 * The dossiers behind a figure of the on-time report (danh sách hồ sơ của một con số), newest
 * intake first. Reader thread.
 *
 * The same count as the report's, so that the list is as long as the figure says. Rule R-309.
 */
#ifndef USECASE_LIST_COUNTED_H
#define USECASE_LIST_COUNTED_H

#include "usecase/report_on_time.h"

enum { LIST_COUNTED_MAX = 500 };

struct list_counted {
    struct command command;

    /* Input. */
    struct period period;
    enum report_by by;
    char key[REPORT_KEY_SIZE]; /* of the row; "" for the total */
    enum report_column column;
    int64_t before; /* id; 0 for the newest */
    int limit;      /* 1 .. LIST_COUNTED_MAX */

    /* Output: elements of "items", released by the answer, and the cursor of the next page. */
    struct text items;
    int64_t last;
    bool more;
};

/* ERR_OK; else as report_on_time_run(). */
enum err list_counted_run(struct store_tx *tx, struct command *command);

#endif
