#include "api/password_hasher.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* OWASP's second choice: 19 MiB, two passes. Enough against guessing, little for a small machine.
 */
enum { PASSES = 2, MEMORY_BYTES = 19 << 20 };

struct job {
    struct link link;
    struct password_hasher *hasher;
    uv_work_t work;
    char password[PASSWORD_MAX + 1];
    char hash[PASSWORD_HASH_SIZE];
    bool check, matches;
    password_done_fn done;
    void *data;
};

struct password_hasher {
    uv_loop_t *loop;
    struct list waiting;
    int count; /* waiting and running */
    bool running, closing;
};

bool password_hash(const char *password, char out_hash[PASSWORD_HASH_SIZE])
{
    return crypto_pwhash_str(out_hash, password, strlen(password), PASSES, MEMORY_BYTES) == 0;
}

enum err password_hasher_open(uv_loop_t *loop, struct password_hasher **out_hasher)
{
    struct password_hasher *hasher = calloc(1, sizeof *hasher);

    if (!hasher)
        return ERR_NO_MEMORY;
    hasher->loop = loop;
    list_init(&hasher->waiting);
    *out_hasher = hasher;
    return ERR_OK;
}

static void job_free(struct job *job)
{
    sodium_memzero(job->password, sizeof job->password);
    free(job);
}

/* A thread of the pool. */
static void hash_work(uv_work_t *work)
{
    struct job *job = container_of(work, struct job, work);
    char wasted[PASSWORD_HASH_SIZE];

    if (!job->check)
        job->matches = password_hash(job->password, job->hash);
    else if (job->hash[0])
        job->matches =
            crypto_pwhash_str_verify(job->hash, job->password, strlen(job->password)) == 0;
    else
        job->matches = password_hash(job->password, wasted) && false;
}

static void start_next(struct password_hasher *hasher);

static void hash_done(uv_work_t *work, int status)
{
    struct job *job = container_of(work, struct job, work);
    struct password_hasher *hasher = job->hasher;

    (void)status;
    hasher->running = false;
    hasher->count--;
    if (!hasher->closing)
        job->done(job->data, job->matches, job->hash);
    job_free(job);
    if (hasher->closing)
        free(hasher);
    else
        start_next(hasher);
}

static void start_next(struct password_hasher *hasher)
{
    struct link *link = hasher->running ? NULL : list_pop(&hasher->waiting);

    if (!link)
        return;
    struct job *job = container_of(link, struct job, link);
    hasher->running = true;
    if (uv_queue_work(hasher->loop, &job->work, hash_work, hash_done) != 0)
        abort(); /* cannot happen: the callbacks are set */
}

void password_hasher_close(struct password_hasher *hasher)
{
    struct link *link;

    while ((link = list_pop(&hasher->waiting)))
        job_free(container_of(link, struct job, link));
    hasher->closing = true;
    if (!hasher->running)
        free(hasher);
}

enum err password_hasher_submit(struct password_hasher *hasher, const char *password,
                                const char *hash, password_done_fn done, void *data)
{
    if (hasher->count >= HASHER_WAITING_MAX)
        return ERR_TOO_MANY;
    struct job *job = calloc(1, sizeof *job);
    if (!job)
        return ERR_NO_MEMORY;
    job->hasher = hasher;
    job->check = hash != NULL;
    job->done = done;
    job->data = data;
    snprintf(job->password, sizeof job->password, "%s", password);
    snprintf(job->hash, sizeof job->hash, "%s", hash ? hash : "");
    hasher->count++;
    list_push(&hasher->waiting, &job->link);
    start_next(hasher);
    return ERR_OK;
}
