/*
 * Closed loop: each connection sends a request, waits for the whole reply, sends the next one.
 * A latency is the time from the first byte sent to the last byte received.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "bench/histogram.h"
#include "bench/load.h"

enum { EVENTS = 256, STATUSES = 600 };

struct worker {
    int fd; /* -1: not connected */
    uint64_t sent_us;
    struct load_text request;
    size_t sent;
    bool full; /* the socket takes no more: EPOLLOUT is awaited */
    struct load_reply reply;
};

struct run {
    const struct load_options *options;
    int epoll;
    struct worker *workers;
    uint32_t active; /* workers that wait for a reply */
    uint64_t started;
    uint64_t begin_us, end_us;
    uint64_t statuses[STATUSES];
    uint64_t broken; /* connections lost before their reply, and connects that failed */
    struct histogram latencies;
};

static void watch(struct run *run, struct worker *worker, int operation, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.ptr = worker};

    if (epoll_ctl(run->epoll, operation, worker->fd, &event))
        abort();
}

static void lose(struct run *run, struct worker *worker)
{
    close(worker->fd); /* epoll forgets it */
    worker->fd = -1;
    worker->full = false;
    run->active--;
}

/* Send what is left of the request. False when the connection is lost. */
static bool send_rest(struct run *run, struct worker *worker)
{
    const size_t left = worker->request.length - worker->sent;
    const ssize_t sent =
        send(worker->fd, worker->request.bytes + worker->sent, left, MSG_DONTWAIT | MSG_NOSIGNAL);

    if (sent < 0 && errno != EAGAIN)
        return false;
    if (sent > 0)
        worker->sent += (size_t)sent;
    if ((worker->sent < worker->request.length) != worker->full) {
        worker->full = !worker->full;
        watch(run, worker, EPOLL_CTL_MOD, worker->full ? EPOLLIN | EPOLLOUT : EPOLLIN);
    }
    return true;
}

/* Begin the next request, on a new connection if need be; nothing when the run is over. */
static void begin(struct run *run, struct worker *worker)
{
    const struct load_options *o = run->options;

    if ((o->count > 0 && run->started >= o->count) || load_now_us() >= run->end_us)
        return;
    if (worker->fd < 0) {
        worker->fd = load_connect(o);
        if (worker->fd < 0) {
            run->broken++;
            return;
        }
        watch(run, worker, EPOLL_CTL_ADD, EPOLLIN);
    }
    run->started++;
    run->active++;
    load_build(o, o->method, o->path, o->body, &worker->request);
    load_reply_clear(&worker->reply);
    worker->sent = 0;
    worker->sent_us = load_now_us();
    if (!send_rest(run, worker)) {
        run->broken++;
        lose(run, worker);
    }
}

static void finish(struct run *run, struct worker *worker)
{
    const int status = worker->reply.status;

    histogram_add(&run->latencies, load_now_us() - worker->sent_us);
    run->statuses[status < STATUSES ? status : 0]++;
    if (worker->reply.closes)
        lose(run, worker);
    else
        run->active--;
    begin(run, worker);
}

static void on_event(struct run *run, struct worker *worker, uint32_t events)
{
    if (worker->fd < 0)
        return;
    if ((events & EPOLLOUT) && !send_rest(run, worker)) {
        run->broken++;
        lose(run, worker);
        begin(run, worker);
        return;
    }
    if (!(events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    switch (load_read_reply(worker->fd, &worker->reply)) {
    case LOAD_MORE:
        break;
    case LOAD_WHOLE:
        finish(run, worker);
        break;
    case LOAD_BROKEN:
        run->broken++;
        lose(run, worker);
        begin(run, worker);
        break;
    }
}

static void report(const struct run *run)
{
    const struct histogram *h = &run->latencies;
    const double seconds = (double)(load_now_us() - run->begin_us) / 1e6;
    const char *comma = "";

    printf("{\"mode\":\"requests\",\"connections\":%u,\"requests\":%llu,\"errors\":{",
           run->options->connections, (unsigned long long)h->total);
    for (int status = 300; status < STATUSES; status++)
        if (run->statuses[status] > 0) {
            printf("%s\"%d\":%llu", comma, status, (unsigned long long)run->statuses[status]);
            comma = ",";
        }
    if (run->broken > 0)
        printf("%s\"broken\":%llu", comma, (unsigned long long)run->broken);
    printf("},\"seconds\":%.3f,\"rate\":%.1f,\"p50_us\":%llu,\"p90_us\":%llu,\"p99_us\":%llu,"
           "\"max_us\":%llu}\n",
           seconds, (double)h->total / seconds, (unsigned long long)histogram_quantile(h, 0.5),
           (unsigned long long)histogram_quantile(h, 0.9),
           (unsigned long long)histogram_quantile(h, 0.99), (unsigned long long)h->max);
}

/* Until every reply that is owed has come, or ten seconds after the end. */
static void serve_events(struct run *run)
{
    struct epoll_event events[EVENTS];

    while (run->active > 0 && load_now_us() < run->end_us + 10000000) {
        const int count = epoll_wait(run->epoll, events, EVENTS, 100);

        for (int i = 0; i < count; i++)
            on_event(run, events[i].data.ptr, events[i].events);
    }
    run->broken += run->active;
}

int load_requests(const struct load_options *options)
{
    struct run *run = calloc(1, sizeof *run);
    int status;

    if (!run)
        abort();
    run->options = options;
    run->epoll = epoll_create1(EPOLL_CLOEXEC);
    run->workers = calloc(options->connections, sizeof *run->workers);
    if (run->epoll < 0 || !run->workers)
        abort();
    run->begin_us = load_now_us();
    run->end_us = run->begin_us + (uint64_t)(options->seconds * 1e6);
    for (uint32_t i = 0; i < options->connections; i++) {
        run->workers[i].fd = -1;
        begin(run, &run->workers[i]);
    }
    serve_events(run);
    report(run);
    status = run->latencies.total > 0 && run->broken == 0 ? 0 : 1;
    for (uint32_t i = 0; i < options->connections; i++) {
        if (run->workers[i].fd >= 0)
            close(run->workers[i].fd);
        free(run->workers[i].request.bytes);
        free(run->workers[i].reply.text.bytes);
    }
    close(run->epoll);
    free(run->workers);
    free(run);
    return status;
}
