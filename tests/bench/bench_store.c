/*
 * What the disk and SQLite alone can do: the yardsticks of `make bench`.
 *
 *     bench_store fsync FOLDER SECONDS           raw append + fdatasync of 4 KiB
 *     bench_store bare  FOLDER BATCH SECONDS     durable tickets in transactions of BATCH
 *
 * `bare` runs the statements of the use case issue_ticket, with texts of the same length, on a
 * connection set up like the server's writer; there is no HTTP, no JSON, no queue between threads,
 * no savepoint. BATCH 1 is one commit per ticket. One JSON line is printed.
 */
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/random.h"
#include "store/engine.h"
#include "store/migrate.h"
#define WITH_STATEMENT_TEXT
#include "sql_text.h"

enum { BLOCK = 4096, CACHE_KIB = 16384, TEXT_ANSWER = 520, TEXT_EVENT = 430, TEXT_PAPER = 360 };

static void fail(const char *what)
{
    fprintf(stderr, "bench_store: %s\n", what);
    exit(1);
}

static int run_fsync(const char *folder, double seconds)
{
    char path[512], block[BLOCK] = {1};
    long count = 0;

    snprintf(path, sizeof path, "%s/fsync", folder);
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0)
        fail("no file");
    const int64_t start = clock_monotonic_us(), end = start + (int64_t)(seconds * 1e6);
    while (clock_monotonic_us() < end) {
        if (write(file, block, BLOCK) != BLOCK || fdatasync(file) != 0)
            fail("write");
        count++;
    }
    const double took = (double)(clock_monotonic_us() - start) / 1e6;
    close(file);
    unlink(path);
    printf("{\"syncs\": %ld, \"rate\": %.0f}\n", count, (double)count / took);
    return 0;
}

struct bare {
    struct engine *engine;
    struct engine_statement *all[STMT_COUNT];
    int64_t id;
    uint8_t hash[DIGEST_SIZE];
    char answer[TEXT_ANSWER + 1], event[TEXT_EVENT + 1], paper[TEXT_PAPER + 1];
};

static void bind(struct engine_statement *statement, int number, char type, va_list *arguments)
{
    enum engine_class class = ENGINE_FAULT;

    if (type == 'i')
        class = engine_bind_int(statement, number, va_arg(*arguments, int64_t));
    else if (type == 't')
        class = engine_bind_text(statement, number, va_arg(*arguments, const char *));
    else if (type == 'b')
        class = engine_bind_blob(statement, number, va_arg(*arguments, const void *), DIGEST_SIZE);
    else if (type == 'n')
        class = engine_bind_null(statement, number);
    if (class != ENGINE_DONE)
        fail("bind");
}

/* Run a statement; `types` are those of $1, $2 ...: i an int64_t, t a text, b a digest, n NULL. */
static void run(struct bare *bare, enum statement name, const char *types, ...)
{
    struct engine_statement *statement = bare->all[name];
    enum engine_class class;
    va_list arguments;

    va_start(arguments, types);
    for (int i = 0; types[i]; i++)
        bind(statement, i + 1, types[i], &arguments);
    va_end(arguments);
    while ((class = engine_step(statement)) == ENGINE_ROW)
        ;
    if (class != ENGINE_DONE)
        fail(engine_message(bare->engine));
    engine_reset(statement);
}

/* The statements of the use case issue_ticket, in its order. */
static void one_ticket(struct bare *bare)
{
    const int64_t one = 1, zero = 0, id = ++bare->id, at = INT64_C(1773108720000) + id, day = 20522;
    char key[48], subject[24], token[TOKEN_SIZE];
    uint8_t track[DIGEST_SIZE];

    snprintf(key, sizeof key, "0195-0000-7000-%020lld", (long long)id);
    snprintf(subject, sizeof subject, "t%lld", (long long)id);
    random_token(token);
    digest(token, TOKEN_LENGTH, track);
    run(bare, STMT_IDEMPOTENCY_GET, "itt", one, "kiosk", key);
    run(bare, STMT_BUSINESS_DAY_GET, "it", one, "trung-tam");
    run(bare, STMT_SERIES_NEXT, "iti", one, "ticket/trung-tam/A", day);
    run(bare, STMT_SERIES_LAST, "iti", one, "ticket/trung-tam/A", day);
    run(bare, STMT_TICKET_INSERT,
        "iititit"
        "iiinttbiiii",
        one, id, "trung-tam", day, "A", id, "P0", at, at, at, "kiosk", token, track, id, id, one,
        one);
    run(bare, STMT_QUEUE_COUNT_ADD, "ititiiiiiii", one, "trung-tam", day, "A", one, one, zero, zero,
        zero, zero, zero);
    run(bare, STMT_QUEUE_COUNT_WAITING, "itit", one, "trung-tam", day, "A");
    run(bare, STMT_PRINT_JOB_INSERT,
        "iitttitti"
        "t",
        one, id, "ticket", "80mm", subject, one, "", bare->paper, at, "kiosk");
    digest(bare->event, TEXT_EVENT, bare->hash);
    run(bare, STMT_EVENT_INSERT, "iiitttttb", one, id, at, "ticket_issued", subject, "kiosk", "",
        bare->event, bare->hash);
    run(bare, STMT_IDEMPOTENCY_INSERT, "ittbitti", one, "kiosk", key, track, (int64_t)201, "",
        bare->answer, at);
}

static void open_bare(struct bare *bare, const char *folder)
{
    char path[512];

    snprintf(path, sizeof path, "%s/bare.db", folder);
    if (engine_open(path, ENGINE_CREATOR, CACHE_KIB, &bare->engine) != ERR_OK ||
        migrate(bare->engine) != ERR_OK)
        fail("no database");
    for (int i = 0; i < STMT_COUNT; i++)
        if (engine_prepare(bare->engine, statement_table[i].text, &bare->all[i]) != ENGINE_DONE)
            fail(statement_table[i].name);
    memset(bare->answer, 'a', TEXT_ANSWER);
    memset(bare->event, 'e', TEXT_EVENT);
    memset(bare->paper, 'p', TEXT_PAPER);
}

static int run_bare(const char *folder, int batch, double seconds)
{
    struct bare bare = {.id = 0};
    struct engine_statement *begin, *commit;
    long commits = 0;

    open_bare(&bare, folder);
    if (engine_prepare(bare.engine, "BEGIN IMMEDIATE", &begin) != ENGINE_DONE ||
        engine_prepare(bare.engine, "COMMIT", &commit) != ENGINE_DONE)
        fail("begin");
    const int64_t start = clock_monotonic_us(), end = start + (int64_t)(seconds * 1e6);
    while (clock_monotonic_us() < end) {
        if (engine_step(begin) != ENGINE_DONE)
            fail("BEGIN");
        for (int i = 0; i < batch; i++)
            one_ticket(&bare);
        if (engine_step(commit) != ENGINE_DONE)
            fail("COMMIT");
        engine_reset(begin);
        engine_reset(commit);
        if (++commits % 64 == 0) /* as the server's checkpoint thread does beside its writer */
            engine_checkpoint(bare.engine, false, NULL);
    }
    const double took = (double)(clock_monotonic_us() - start) / 1e6;
    engine_finalize(begin);
    engine_finalize(commit);
    for (int i = 0; i < STMT_COUNT; i++)
        engine_finalize(bare.all[i]);
    engine_close(bare.engine);
    printf("{\"tickets\": %lld, \"commits\": %ld, \"rate\": %.0f}\n", (long long)bare.id, commits,
           (double)bare.id / took);
    return 0;
}

int main(int argc, char **argv)
{
    random_start();
    if (argc == 4 && strcmp(argv[1], "fsync") == 0)
        return run_fsync(argv[2], strtod(argv[3], NULL));
    if (argc == 5 && strcmp(argv[1], "bare") == 0)
        return run_bare(argv[2], (int)strtol(argv[3], NULL, 10), strtod(argv[4], NULL));
    fputs("usage: bench_store fsync FOLDER SECONDS | bare FOLDER BATCH SECONDS\n", stderr);
    return 2;
}
