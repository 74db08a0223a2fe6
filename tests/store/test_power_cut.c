/*
 * What a power cut may leave on the disk, at 400 moments of real work: every answer that was given
 * is there, once, and the log is whole. Rules.
 *
 * A proof that cannot fail proves nothing: with synchronous=NORMAL answers must get lost, with OFF
 * the file must break or answers get lost.
 */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/engine.h"
#include "store/folder.h"
#include "store/tx.h"
#include "support/log_chain.h"
#include "support/recording_disk.h"
#include "support/store_fixture.h"

enum { GROUPS = 150, GROUP_MOST = 8, SHEETS_MOST = GROUPS * GROUP_MOST, IMAGES = 400 };

/* One run of work, recorded. */
struct work {
    struct store_fixture fixture;
    char *database; /* as it was before */
    long size;
    struct test_request sheets[SHEETS_MOST];
    int answered[SHEETS_MOST]; /* moment when the answer was given */
    int count;
};

/* What was wrong with images of it. */
struct damage {
    int lost;    /* images where an answer was missing or another */
    int corrupt; /* that could not be opened or read */
    int broken;  /* with a gap in the log, a wrong hash, half a request */
};

static struct work *current;

/* ---- the work -------------------------------------------------------------------------------- */

static void note_answer(struct test_request *request)
{
    current->answered[request - current->sheets] = recording_disk_moment();
}

static void work_one_group(struct work *work, struct dice *dice)
{
    const int size = 1 + dice_roll(dice, GROUP_MOST), before = work->fixture.done;
    struct gate gate;

    gate_close(&work->fixture, &gate);
    for (int i = 0; i < size; i++, work->count++) {
        work->sheets[work->count] = (struct test_request){
            .run = issue_sheet, .finished = note_answer, .input = work->count};
        store_fixture_submit(&work->fixture, &work->sheets[work->count]);
    }
    gate_open(&gate);
    store_fixture_wait(&work->fixture, before + size + 1);
}

/* Also moves the log into the file now and then, as the checkpoint thread does, so that there are
 * moments within checkpoints and the log begins anew. */
static void do_work(struct work *work, enum recording_sync sync)
{
    struct dice dice = dice_seeded(7);
    struct engine *engine;
    char path[FOLDER_PATH_SIZE];

    memset(work, 0, sizeof *work);
    current = work;
    store_fixture_make(&work->fixture);
    store_fixture_close(&work->fixture);
    work->database = temp_file_read(work->fixture.folder, FOLDER_DATABASE, &work->size);
    recording_disk_begin(sync);
    store_fixture_reopen(&work->fixture);
    assert_int_equal(folder_path(work->fixture.folder, FOLDER_DATABASE, path), ERR_OK);
    assert_int_equal(engine_open(path, ENGINE_CHECKPOINT, 100, &engine), ERR_OK);
    for (int i = 0; i < GROUPS; i++) {
        work_one_group(work, &dice);
        if (dice_one_in(&dice, 6))
            engine_checkpoint(engine, false, NULL);
    }
    recording_disk_end();
    engine_close(engine);
    store_fixture_close(&work->fixture);
}

static void end_work(struct work *work)
{
    store_fixture_remove(&work->fixture);
    free(work->database);
}

/* ---- looking at an image --------------------------------------------------------------------- */

static int64_t number_in(struct engine *engine, const char *sql)
{
    struct engine_statement *statement;
    int64_t number = -1;

    if (engine_prepare(engine, sql, &statement) != ENGINE_DONE)
        return -1;
    if (engine_step(statement) == ENGINE_ROW)
        number = engine_int(statement, 0);
    engine_finalize(statement);
    return number;
}

/* Every answer given by `moment` stands under its key. */
static bool has_every_answer(const struct work *work, struct engine *engine, int moment)
{
    struct engine_statement *statement;
    int found = 0, wanted = 0;

    for (int i = 0; i < work->count; i++)
        wanted += work->answered[i] <= moment;
    if (engine_prepare(engine, "SELECT key, body FROM idempotency", &statement) != ENGINE_DONE)
        return false;
    while (engine_step(statement) == ENGINE_ROW) {
        const long sheet = strtol(engine_text(statement, 0) + strlen("key-"), NULL, 10);
        const long number = strtol(engine_text(statement, 1), NULL, 10);

        if (sheet >= 0 && sheet < work->count && work->answered[sheet] <= moment &&
            work->sheets[sheet].number == number)
            found++;
    }
    engine_finalize(statement);
    return found == wanted;
}

/* No request is there by half, no number twice, the log is gapless and chained. */
static bool is_whole(struct engine *engine)
{
    struct store_tx *tx = calloc(1, sizeof *tx);
    struct log_chain chain = {.rows = 0};
    const int64_t rows = number_in(engine, "SELECT count(*) FROM event");

    assert_non_null(tx);
    tx->centre = 1;
    bool whole = statement_prepare_all(tx, engine) == ERR_OK;
    if (whole)
        event_log_read(tx, 0, SHEETS_MOST, log_chain_add, &chain);
    whole = whole && sql_outcome(tx) == ERR_OK && !chain.broken && chain.rows == rows;
    statement_finalize_all(tx);
    free(tx);
    return whole && number_in(engine, "SELECT count(*) FROM print_job") == rows &&
           number_in(engine, "SELECT count(*) FROM idempotency") == rows &&
           number_in(engine, "SELECT count(DISTINCT body) FROM idempotency") == rows &&
           number_in(engine, "SELECT coalesce(max(last), 0) FROM series") == rows;
}

static void look_at(const struct work *work, const char *folder, int moment, struct damage *damage)
{
    char path[FOLDER_PATH_SIZE], message[128];
    struct engine *engine;

    assert_int_equal(folder_path(folder, FOLDER_DATABASE, path), ERR_OK);
    if (engine_open(path, ENGINE_WRITER, 1000, &engine) != ERR_OK) {
        damage->corrupt++;
        return;
    }
    engine_exec(engine,
                "PRAGMA synchronous=OFF"); /* only looked at: no need to wait for the disk */
    if (!engine_integrity(engine, message, sizeof message)) {
        damage->corrupt++;
    } else {
        damage->lost += !has_every_answer(work, engine, moment);
        damage->broken += !is_whole(engine);
    }
    engine_close(engine);
}

static void look_at_image(const struct work *work, const struct disk_player *player,
                          struct dice *dice, struct damage *damage)
{
    struct disk_file files[DISK_FILES];
    char folder[TEMP_PATH_SIZE];

    disk_cut(player, dice, files);
    temp_folder_make(folder);
    temp_file_write(folder, FOLDER_DATABASE, files[DISK_DATABASE].bytes,
                    (long)files[DISK_DATABASE].size);
    if (files[DISK_WAL].size)
        temp_file_write(folder, FOLDER_DATABASE "-wal", files[DISK_WAL].bytes,
                        (long)files[DISK_WAL].size);
    look_at(work, folder, player->at, damage);
    temp_folder_remove(folder);
    free(files[DISK_DATABASE].bytes);
    free(files[DISK_WAL].bytes);
}

static int by_size(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static struct damage look_at_images(const struct work *work, int images)
{
    struct damage damage = {0};
    struct dice dice = dice_seeded(11);
    struct disk_player player;
    int moments[IMAGES];

    for (int i = 0; i < images; i++)
        moments[i] = dice_roll(&dice, recording_disk_moment() + 1);
    qsort(moments, (size_t)images, sizeof *moments, by_size);
    disk_player_init(&player, work->database, (size_t)work->size);
    for (int i = 0; i < images; i++) {
        disk_play(&player, moments[i]);
        look_at_image(work, &player, &dice, &damage);
    }
    disk_player_release(&player);
    return damage;
}

static struct damage damage_of(enum recording_sync sync, int images)
{
    struct work *work = calloc(1, sizeof *work);

    assert_non_null(work);
    do_work(work, sync);
    const struct damage damage = look_at_images(work, images);
    print_message("%d sheets, %d moments, %d images: %d lost, %d corrupt, %d broken\n", work->count,
                  recording_disk_moment(), images, damage.lost, damage.corrupt, damage.broken);
    end_work(work);
    free(work);
    return damage;
}

/* ---- the proof and its controls -------------------------------------------------------------- */

static void a_power_cut_loses_no_answer_and_breaks_nothing(void **state)
{
    (void)state;
    const struct damage damage = damage_of(SYNC_AS_SET, IMAGES);

    assert_int_equal(damage.lost, 0);
    assert_int_equal(damage.corrupt, 0);
    assert_int_equal(damage.broken, 0);
}

static void answers_before_the_sync_would_be_lost(void **state)
{
    (void)state;
    assert_true(damage_of(SYNC_NORMAL, IMAGES / 4).lost > 0);
}

static void without_any_sync_the_file_would_break(void **state)
{
    (void)state;
    const struct damage damage = damage_of(SYNC_OFF, IMAGES / 4);

    assert_true(damage.corrupt + damage.lost > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_power_cut_loses_no_answer_and_breaks_nothing),
        cmocka_unit_test(answers_before_the_sync_would_be_lost),
        cmocka_unit_test(without_any_sync_the_file_would_break),
    };

    recording_disk_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
