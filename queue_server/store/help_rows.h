/* Rows of calls for help. Writer or reader thread; errors are sticky in the transaction. R-903. */
#ifndef STORE_HELP_ROWS_H
#define STORE_HELP_ROWS_H

#include "store/ticket_rows.h"

struct help_record {
    int64_t id; /* number of the log row that recorded it */
    char site[SITE_CODE_SIZE];
    struct instant made_at;
    char made_by[ACTOR_CODE_SIZE]; /* device or account */
    struct instant taken_at;       /* instant_none(): nobody goes there yet */
    char taken_by[ACTOR_CODE_SIZE];
};

struct help_filter {
    struct date date;
    int64_t before;            /* id; INT64_MAX for the newest */
    const char *site, *caller; /* NULL: any */
    bool only_open;
    int limit;
};

void help_rows_insert(struct store_tx *tx, const struct help_record *record);
/* Save taken_at and taken_by, once. */
void help_rows_take(struct store_tx *tx, const struct help_record *record);
/* False when there is none. */
bool help_rows_get(struct store_tx *tx, int64_t id, struct help_record *out_record);
/* Give each call of the filter to `each`, newest first. */
void help_rows_list(struct store_tx *tx, const struct help_filter *filter,
                    void (*each)(const struct help_record *record, void *data), void *data);

#endif
