/*
 * How the engine runs each statement of sql/queries: by an index, never over a whole table (or all
 * rows of a centre, which is the same), never sorting what it found. A file may say otherwise in a
 * line `-- scan ok: why`.
 */
#define WITH_STATEMENT_TEXT
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_text.h"
#include "store/engine.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "support/temp_folder.h"

struct scene {
    char folder[TEMP_PATH_SIZE];
    struct engine *engine;
};

static int setup(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);
    char path[FOLDER_PATH_SIZE];

    assert_non_null(scene);
    temp_folder_make(scene->folder);
    assert_int_equal(folder_path(scene->folder, FOLDER_DATABASE, path), ERR_OK);
    assert_int_equal(engine_open(path, ENGINE_CREATOR, 1000, &scene->engine), ERR_OK);
    assert_int_equal(migrate(scene->engine), ERR_OK);
    *state = scene;
    return 0;
}

static int teardown(void **state)
{
    struct scene *scene = *state;

    engine_close(scene->engine);
    temp_folder_remove(scene->folder);
    free(scene);
    return 0;
}

enum { NAMES_MAX = 16, NAME_SIZE = 64 };

struct plan {
    char inner[NAMES_MAX][NAME_SIZE]; /* sub-selects: co-routines and materialised ones */
    int inner_count;
    char fault[200]; /* the first line that is not allowed; "" for none */
};

/* The word after `verb` at the start of a plan's line; false for another line. */
static bool word_after(const char *line, const char *verb, char out_word[NAME_SIZE])
{
    const size_t length = strlen(verb);

    if (strncmp(line, verb, length) != 0)
        return false;
    snprintf(out_word, NAME_SIZE, "%.*s", (int)strcspn(line + length, " "), line + length);
    return true;
}

static bool is_inner(const struct plan *plan, const char *name)
{
    for (int i = 0; i < plan->inner_count; i++)
        if (strcmp(plan->inner[i], name) == 0)
            return true;
    return name[0] == '('; /* a sub-select without a name, or a constant row */
}

static void look_at_line(const char *line, void *data)
{
    struct plan *plan = data;
    char word[NAME_SIZE];

    if (word_after(line, "CO-ROUTINE ", word) || word_after(line, "MATERIALIZE ", word)) {
        assert_true(plan->inner_count < NAMES_MAX);
        snprintf(plan->inner[plan->inner_count++], NAME_SIZE, "%s", word);
        return;
    }
    if (plan->fault[0])
        return;
    if ((word_after(line, "SCAN ", word) && strcmp(word, "CONSTANT") != 0 &&
         !is_inner(plan, word)) ||
        strstr(line, "(centre_id=?)") || strstr(line, "TEMP B-TREE") || strstr(line, "AUTOMATIC"))
        snprintf(plan->fault, sizeof plan->fault, "%s", line);
}

/* What of the plan is not allowed; "" when all is. */
static struct plan plan_of(struct engine *engine, const char *sql)
{
    struct plan plan = {.inner_count = 0};

    assert_int_equal(engine_explain(engine, sql, look_at_line, &plan), ENGINE_DONE);
    return plan;
}

static bool is_excused(const char *sql)
{
    const char *line = strstr(sql, "-- scan ok: ");

    return line && line[sizeof "-- scan ok: " - 1] != '\n';
}

static void every_query_runs_by_an_index(void **state)
{
    struct scene *scene = *state;
    int faults = 0;

    for (int i = 0; i < STMT_COUNT; i++) {
        const struct plan plan = plan_of(scene->engine, statement_table[i].text);

        if (plan.fault[0] && !is_excused(statement_table[i].text)) {
            print_error("%s: %s\n", statement_table[i].name, plan.fault);
            faults++;
        }
    }
    assert_int_equal(faults, 0);
}

static void look_for_bound(const char *line, void *data)
{
    bool *bounded = data;

    *bounded = *bounded || strstr(line, "(order_at,id)<(?,?)") != NULL;
}

static bool is_bounded(struct engine *engine, const char *sql)
{
    bool bounded = false;

    assert_int_equal(engine_explain(engine, sql, look_for_bound, &bounded), ENGINE_DONE);
    return bounded;
}

/* call-next counts those who stand before along one bound of the index: what it costs does not grow
 * with those who stand behind. Written as two comparisons the same rows are found by reading all of
 * the lane. */
static void who_stands_before_is_counted_along_a_bound(void **state)
{
    struct scene *scene = *state;
    int counted = 0;

    for (int i = 0; i < STMT_COUNT; i++) {
        if (strncmp(statement_table[i].name, "ticket_before", strlen("ticket_before")) != 0)
            continue;
        counted++;
        if (!is_bounded(scene->engine, statement_table[i].text))
            fail_msg("%s reads the whole lane", statement_table[i].name);
    }
    assert_int_equal(counted, 2);
    assert_false(is_bounded(scene->engine,
                            "SELECT count(*) FROM ticket WHERE centre_id = $1 AND site = $2 "
                            "AND lane = 0 AND service = $3 AND class = $4 AND state = 'waiting' "
                            "AND (order_at < $5 OR (order_at = $5 AND id < $6))"));
}

static void look_for_the_index(const char *line, void *data)
{
    bool *alone = data;

    *alone = *alone || strstr(line, "COVERING INDEX dossier_open") != NULL;
}

/* The strip of a manager's screen reads all open dossiers, a few thousand at most, at each look.
 * Rule R-942. */
static void the_strip_reads_its_index_alone(void **state)
{
    struct scene *scene = *state;
    bool alone = false;

    assert_int_equal(engine_explain(scene->engine, statement_table[STMT_REPORT_OPEN].text,
                                    look_for_the_index, &alone),
                     ENGINE_DONE);
    assert_true(alone);
}

/* The check can fail: a scan, a sort, a scan through an index, a join without an index. */
static void a_bad_query_is_caught(void **state)
{
    static const char *const bad[] = {
        "SELECT id FROM ticket WHERE state = $1",
        "SELECT id FROM ticket WHERE centre_id = $1 ORDER BY issuer",
        "SELECT count(*) FROM event",
        "SELECT id FROM ticket WHERE centre_id = $1",
        "SELECT DISTINCT actor FROM event WHERE centre_id = $1",
        "SELECT t.id FROM ticket t JOIN event e ON e.actor = t.issuer WHERE t.centre_id = $1",
    };
    struct scene *scene = *state;

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_string_not_equal(plan_of(scene->engine, bad[i]).fault, "");
    assert_string_equal(
        plan_of(scene->engine, "SELECT id FROM ticket WHERE centre_id = $1 AND id = $2").fault, "");
    /* centre_id is not taken for a key: the index that names the subject is used */
    assert_string_equal(
        plan_of(scene->engine, "SELECT copy FROM print_job WHERE centre_id = $1 AND subject = $2")
            .fault,
        "");
    assert_false(is_excused("-- One thing.\nSELECT 1"));
    assert_false(is_excused("-- One thing.\n-- scan ok: \nSELECT 1"));
    assert_true(is_excused("-- One thing.\n-- scan ok: a dozen rows\nSELECT 1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_query_runs_by_an_index, setup, teardown),
        cmocka_unit_test_setup_teardown(who_stands_before_is_counted_along_a_bound, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_strip_reads_its_index_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bad_query_is_caught, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
