#include "store/print_rows.h"

#include <string.h>

/* Column of the content, the last; the others are listed at read_record(). */
enum { COLUMN_CONTENT = 14 };

/* Read the present row; columns as the queries print_job_*.sql list them. */
static bool read_record(struct sql *q, struct print_record *out)
{
    const int64_t state = sql_column_int(q, 4);

    memset(out, 0, sizeof *out);
    out->id = sql_column_int(q, 0);
    sql_column_copy(q, 1, out->form, sizeof out->form);
    sql_column_copy(q, 2, out->paper, sizeof out->paper);
    sql_column_copy(q, 3, out->subject, sizeof out->subject);
    out->state = (enum print_state)state;
    out->copy = (int)sql_column_int(q, 5);
    out->generation = (int)sql_column_int(q, 6);
    sql_column_copy(q, 7, out->printer, sizeof out->printer);
    out->job = sql_column_int(q, 8);
    if (!sql_column_is_null(q, 9))
        sql_column_copy(q, 9, out->sha256, sizeof out->sha256);
    sql_column_copy(q, 10, out->message, sizeof out->message);
    out->created_at = sql_column_instant(q, 11);
    out->changed_at = sql_column_instant(q, 12);
    sql_column_copy(q, 13, out->created_by, sizeof out->created_by);
    return state >= 0 && state < PRINT_STATE_COUNT;
}

bool print_rows_get(struct store_tx *tx, int64_t id, struct print_record *out_record,
                    struct text *out_content)
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_GET);
    bool found;

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, id);
    found = sql_row(q);
    if (found && !read_record(q, out_record)) {
        sql_fail(tx, ERR_STORE);
        found = false;
    }
    if (found && out_content)
        text_add(out_content, sql_column_text(q, COLUMN_CONTENT));
    sql_end(q);
    return found;
}

void print_rows_update(struct store_tx *tx, const struct print_record *record)
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_UPDATE);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, record->id);
    sql_int(q, 3, record->state);
    if (record->job)
        sql_int(q, 4, record->job);
    else
        sql_null(q, 4);
    sql_text_or_null(q, 5, record->sha256);
    sql_text(q, 6, record->message);
    sql_instant(q, 7, record->changed_at);
    if (sql_run(q) != 1)
        sql_fail(tx, ERR_STORE);
}

/* ---- lists ----------------------------------------------------------------------------------- */

/* States that the index of what is not settled holds. */
static const unsigned not_settled =
    1u << PRINT_QUEUED | 1u << PRINT_CREATED | 1u << PRINT_SENT | 1u << PRINT_ATTENTION;

/* The statement that finds the jobs of the filter with the least to look through. */
static struct sql *start_list(struct store_tx *tx, const struct print_filter *filter)
{
    const bool open = filter->states && !(filter->states & ~not_settled);
    struct sql *q;
    int number = 1;

    q = sql_start(tx, filter->subject ? STMT_PRINT_JOB_LIST_OF_SUBJECT
                      : open          ? STMT_PRINT_JOB_LIST_OPEN
                                      : STMT_PRINT_JOB_LIST);
    sql_int(q, number++, sql_centre(tx));
    if (filter->subject)
        sql_text(q, number++, filter->subject);
    sql_int(q, number++, filter->before);
    sql_int(q, number, PRINT_LOOK_MAX);
    return q;
}

int64_t print_rows_list(struct store_tx *tx, const struct print_filter *filter,
                        void (*each)(const struct print_record *record, void *data), void *data)
{
    struct sql *q = start_list(tx, filter);
    int64_t next = 0; /* of what was given or passed over last */
    int given = 0, looked = 0;

    while (sql_row(q)) {
        struct print_record record;

        if (!read_record(q, &record)) {
            sql_fail(tx, ERR_STORE);
            return 0;
        }
        const bool wanted = !filter->states || filter->states >> record.state & 1;
        if (wanted && given == filter->limit) {
            sql_end(q);
            return next;
        }
        if (wanted) {
            each(&record, data);
            given++;
        }
        next = record.id;
        looked++;
    }
    return looked == PRINT_LOOK_MAX ? next : 0;
}

/* ---- the feed's work ------------------------------------------------------------------------- */

bool print_rows_next_printer(struct store_tx *tx, const char *printer,
                             char out_printer[PRINT_DESTINATION_SIZE])
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_NEXT_PRINTER);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, printer);
    const bool found = sql_row(q);
    if (found)
        sql_column_copy(q, 0, out_printer, PRINT_DESTINATION_SIZE);
    sql_end(q);
    return found;
}

int print_rows_todo(
    struct store_tx *tx, const char *printer, enum print_state state, int64_t after, int limit,
    void (*each)(const struct print_record *record, const char *content, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_TODO);
    int count = 0;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, printer);
    sql_int(q, 3, state);
    sql_int(q, 4, after);
    sql_int(q, 5, limit);
    while (sql_row(q)) {
        struct print_record record;

        if (!read_record(q, &record)) {
            sql_fail(tx, ERR_STORE);
            continue;
        }
        each(&record, sql_column_text(q, COLUMN_CONTENT), data);
        count++;
    }
    return count;
}

int print_rows_copies(struct store_tx *tx, const struct print_record *record, const char *content)
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_COPIES);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, record->subject);
    sql_text(q, 3, record->form);
    sql_text(q, 4, content);
    const int copies = sql_row(q) ? (int)sql_column_int(q, 0) : 0;
    sql_end(q);
    return copies;
}
