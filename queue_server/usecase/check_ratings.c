#include "usecase/check_ratings.h"

#include <jansson.h>
#include <string.h>

#include "store/rating_rows.h"

static const char *const kinds[RATING_KINDS] = {"ticket", "dossier"};

/* -1 for any other text. */
static int kind_of(const char *name)
{
    for (int i = 0; name && i < RATING_KINDS; i++)
        if (strcmp(kinds[i], name) == 0)
            return i;
    return -1;
}

void check_ratings_note(struct check_ratings *ratings, const struct event *event)
{
    if (strcmp(event->kind, "rating_given") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    const int kind = kind_of(json_string_value(json_object_get(data, "kind")));
    const json_int_t level = json_integer_value(json_object_get(data, "level"));
    const bool assisted = json_is_true(json_object_get(data, "assisted"));

    if (kind < 0 || level < LEVEL_LEAST || level > LEVEL_MOST)
        ratings->unreadable++;
    else
        ratings->told[kind][assisted][level - LEVEL_LEAST]++;
    json_decref(data);
}

static void count_row(const struct rating_record *record, void *data)
{
    struct check_ratings *ratings = data;
    const int kind = kind_of(record->kind);

    if (kind < 0 || record->rating.level < LEVEL_LEAST || record->rating.level > LEVEL_MOST)
        ratings->unreadable++;
    else
        ratings->stored[kind][record->assisted][record->rating.level - LEVEL_LEAST]++;
}

static void compare_level(const struct check_ratings *ratings, int kind, int assisted, int level,
                          struct check_faults *faults)
{
    const int64_t told = ratings->told[kind][assisted][level];
    const int64_t stored = ratings->stored[kind][assisted][level];

    if (told != stored)
        check_fault(faults, "ratings of a %s, level %d%s: %lld rows, the log tells of %lld",
                    kinds[kind], level + LEVEL_LEAST, assisted ? ", assisted" : "",
                    (long long)stored, (long long)told);
}

/* Rule R-976. */
int64_t check_ratings_compare(struct check_ratings *ratings, struct store_tx *tx,
                              struct check_faults *faults)
{
    struct sql *q = sql_start(tx, STMT_RATED_COUNT);
    int64_t all = 0;

    sql_int(q, 1, sql_centre(tx));
    const int64_t rated = sql_row(q) ? sql_column_int(q, 0) : 0;
    sql_end(q);
    rating_rows_each(tx, (struct date){INT32_MIN}, (struct date){INT32_MAX}, count_row, ratings);
    for (int kind = 0; kind < RATING_KINDS; kind++)
        for (int assisted = 0; assisted < 2; assisted++)
            for (int level = 0; level < LEVEL_COUNT; level++) {
                compare_level(ratings, kind, assisted, level, faults);
                all += ratings->stored[kind][assisted][level];
            }
    if (ratings->unreadable)
        check_fault(faults, "ratings: %lld cannot be read", (long long)ratings->unreadable);
    if (rated != all)
        check_fault(faults, "ratings: %lld rows, %lld tickets and dossiers were rated",
                    (long long)all, (long long)rated);
    return all;
}
