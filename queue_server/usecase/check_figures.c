#include "usecase/check_figures.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct figure_count {
    int grain, dim;
    int64_t period;
    char dim_id[DOSSIER_FIELD_SIZE];
    struct dossier_count count;
    bool stored; /* a row has been compared with it */
};

struct code_count {
    char agency[AGENCY_ID_SIZE];
    int32_t date;
    int amount, greatest;
    bool stored;
};

static const char *const dim_names[] = {[DIM_ALL] = "all",
                                        [DIM_FIELD] = "field",
                                        [DIM_PROCEDURE] = "procedure",
                                        [DIM_OFFICER] = "officer",
                                        [DIM_UNIT] = "unit"};

static const char *dim_name(int dim)
{
    return dim >= DIM_ALL && dim <= DIM_UNIT ? dim_names[dim] : "?";
}

/* ---- counting -------------------------------------------------------------------------------- */

static int compare_figures(const void *a, const void *b)
{
    const struct figure_count *left = a, *right = b;

    if (left->grain != right->grain)
        return left->grain - right->grain;
    if (left->dim != right->dim)
        return left->dim - right->dim;
    if (left->period != right->period)
        return left->period < right->period ? -1 : 1;
    return strcmp(left->dim_id, right->dim_id);
}

static int compare_codes(const void *a, const void *b)
{
    const struct code_count *left = a, *right = b;

    if (left->date != right->date)
        return left->date < right->date ? -1 : 1;
    return strcmp(left->agency, right->agency);
}

/* The node that is equal to `key`, a copy of it when there was none; NULL without memory. */
static void *find_or_add(struct check_figures *figures, void **tree, const void *key, size_t size,
                         int (*compare)(const void *, const void *))
{
    void *const *found = tfind(key, tree, compare);
    void *made;

    if (found)
        return *found;
    made = malloc(size);
    if (made)
        memcpy(made, key, size);
    if (!made || !tsearch(made, tree, compare)) {
        free(made);
        figures->no_memory = true;
        return NULL;
    }
    return made;
}

static void add_one(struct check_figures *figures, struct figure_count *key,
                    const struct dossier_count *delta)
{
    struct figure_count *figure =
        find_or_add(figures, &figures->figures, key, sizeof *key, compare_figures);

    if (!figure)
        return;
    figure->count.received_online += delta->received_online;
    figure->count.received_other += delta->received_other;
    figure->count.early += delta->early;
    figure->count.on_time += delta->on_time;
    figure->count.late += delta->late;
}

/* Rule R-240: in the day and in the month. */
static void add(struct check_figures *figures, enum dossier_dim dim, const char *dim_id,
                struct instant at, const struct dossier_count *delta)
{
    const struct civil day = date_civil(date_of_instant(at));
    struct figure_count key = {.grain = GRAIN_DAY, .dim = (int)dim};

    snprintf(key.dim_id, sizeof key.dim_id, "%s", dim_id);
    key.period = (day.year * 100 + day.month) * 100 + day.day;
    add_one(figures, &key, delta);
    key.grain = GRAIN_MONTH;
    key.period /= 100;
    add_one(figures, &key, delta);
}

/* Rule R-500. */
static void add_code(struct check_figures *figures, const char *text)
{
    struct code_count key = {.amount = 0};
    struct dossier_code code;

    if (dossier_code_parse(text, strlen(text), &code) != ERR_OK)
        return; /* told where the dossier is compared */
    memcpy(key.agency, code.agency, sizeof key.agency);
    key.date = code.received.day;
    struct code_count *count =
        find_or_add(figures, &figures->codes, &key, sizeof key, compare_codes);
    if (!count)
        return;
    count->amount++;
    if (code.number > count->greatest)
        count->greatest = code.number;
}

/* `sign` is -1 for an acceptance that was elsewhere. */
static void add_received(struct check_figures *figures, const struct figure_moment *moment,
                         bool online, int sign)
{
    const struct dossier_count delta = {.received_online = sign * online,
                                        .received_other = sign * !online};

    add(figures, DIM_ALL, "", moment->at, &delta);
    add(figures, DIM_FIELD, moment->field, moment->at, &delta);
    add(figures, DIM_PROCEDURE, moment->procedure, moment->at, &delta);
}

void check_figures_accepted(struct check_figures *figures, const struct figure_moment *moment,
                            bool online, const char *code)
{
    add_received(figures, moment, online, 1);
    add_code(figures, code);
}

void check_figures_acceptance_moved(struct check_figures *figures,
                                    const struct figure_moment *moment, bool online,
                                    struct instant before)
{
    struct figure_moment taken_back = *moment;

    taken_back.at = before;
    add_received(figures, &taken_back, online, -1);
    add_received(figures, moment, online, 1);
}

/* `sign` is -1 for an end taken back. */
static void add_end(struct check_figures *figures, const struct figure_moment *moment,
                    enum verdict verdict, int sign)
{
    const struct dossier_count delta = {.early = sign * (verdict == VERDICT_EARLY),
                                        .on_time = sign * (verdict == VERDICT_ON_TIME),
                                        .late = sign * (verdict == VERDICT_LATE)};

    add(figures, DIM_ALL, "", moment->at, &delta);
    add(figures, DIM_FIELD, moment->field, moment->at, &delta);
    add(figures, DIM_PROCEDURE, moment->procedure, moment->at, &delta);
    add(figures, DIM_OFFICER, moment->officer, moment->at, &delta);
    add(figures, DIM_UNIT, moment->unit, moment->at, &delta);
}

void check_figures_ended(struct check_figures *figures, const struct figure_moment *moment,
                         enum verdict verdict)
{
    add_end(figures, moment, verdict, 1);
}

void check_figures_reopened(struct check_figures *figures, const struct figure_moment *moment,
                            enum verdict verdict)
{
    add_end(figures, moment, verdict, -1);
}

/* ---- comparing ------------------------------------------------------------------------------- */

static void compare_figure(const struct figure_count *stored, struct figure_count *counted,
                           struct check_faults *faults)
{
    const int of_row[] = {stored->count.received_online, stored->count.received_other,
                          stored->count.early, stored->count.on_time, stored->count.late};
    const int of_log[] = {counted->count.received_online, counted->count.received_other,
                          counted->count.early, counted->count.on_time, counted->count.late};
    static const char *const names[] = {"received_online", "received_other", "early", "on_time",
                                        "late"};

    counted->stored = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (of_row[i] != of_log[i])
            check_fault(faults, "dossier figures of %lld, of %s %s: %s is %d, counted %d",
                        (long long)stored->period, dim_name(stored->dim), stored->dim_id, names[i],
                        of_row[i], of_log[i]);
}

static int64_t compare_figure_rows(struct check_figures *figures, struct store_tx *tx,
                                   struct check_faults *faults)
{
    struct sql *q = sql_start(tx, STMT_DOSSIER_COUNT_ALL);
    int64_t rows = 0;

    sql_int(q, 1, sql_centre(tx));
    for (; sql_row(q); rows++) {
        struct figure_count none = {.grain = 0}, stored = {.grain = (int)sql_column_int(q, 0),
                                                           .dim = (int)sql_column_int(q, 1),
                                                           .period = sql_column_int(q, 2)};

        sql_column_copy(q, 3, stored.dim_id, sizeof stored.dim_id);
        stored.count = (struct dossier_count){.received_online = (int)sql_column_int(q, 4),
                                              .received_other = (int)sql_column_int(q, 5),
                                              .early = (int)sql_column_int(q, 6),
                                              .on_time = (int)sql_column_int(q, 7),
                                              .late = (int)sql_column_int(q, 8)};
        struct figure_count *const *found =
            (void *)tfind(&stored, &figures->figures, compare_figures);
        compare_figure(&stored, found ? *found : &none, faults);
    }
    return rows;
}

static int64_t compare_series_rows(struct check_figures *figures, struct store_tx *tx,
                                   struct check_faults *faults)
{
    struct sql *q = sql_start(tx, STMT_DOSSIER_SERIES);
    int64_t rows = 0;

    sql_int(q, 1, sql_centre(tx));
    for (; sql_row(q); rows++) {
        struct code_count none = {.amount = 0}, key = {.date = sql_column_date(q, 1).day};
        const int64_t last = sql_column_int(q, 2);

        sql_column_copy(q, 0, key.agency, sizeof key.agency);
        struct code_count *const *found = (void *)tfind(&key, &figures->codes, compare_codes);
        struct code_count *counted = found ? *found : &none;
        counted->stored = true;
        if (counted->amount != last || counted->greatest != last)
            check_fault(faults,
                        "dossier codes of %s, day %d: %d given up to %d, the series stands at %lld",
                        key.agency, key.date, counted->amount, counted->greatest, (long long)last);
    }
    return rows;
}

static void tell_missing_figure(const void *node, VISIT visit, void *data)
{
    const struct figure_count *figure = *(struct figure_count *const *)node;

    if ((visit == postorder || visit == leaf) && !figure->stored)
        check_fault(data, "dossier figures of %lld, of %s %s: counted, but there is no row",
                    (long long)figure->period, dim_name(figure->dim), figure->dim_id);
}

static void tell_missing_series(const void *node, VISIT visit, void *data)
{
    const struct code_count *code = *(struct code_count *const *)node;

    if ((visit == postorder || visit == leaf) && !code->stored)
        check_fault(data, "dossier codes of %s, day %d: given, but there is no series",
                    code->agency, code->date);
}

struct figures_compared check_figures_compare(struct check_figures *figures, struct store_tx *tx,
                                              struct check_faults *faults)
{
    const struct figures_compared compared = {
        .figures = compare_figure_rows(figures, tx, faults),
        .series = compare_series_rows(figures, tx, faults),
    };

    twalk_r(figures->figures, tell_missing_figure, faults);
    twalk_r(figures->codes, tell_missing_series, faults);
    return compared;
}

void check_figures_release(struct check_figures *figures)
{
    tdestroy(figures->figures, free);
    tdestroy(figures->codes, free);
}
