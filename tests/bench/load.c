/*
 * load: a load generator for HTTP/1.1 on loopback. One thread, closed loop, one line of JSON.
 *
 *   load requests  --connect HOST:PORT [OPTION]...    requests on N connections, as fast as
 * answered load streams   --connect HOST:PORT [OPTION]...    N event streams, how many events
 * arrive load fanout    --connect HOST:PORT [OPTION]...    N event streams, how soon each hears of
 * a post
 *
 *   --connections N   1 .. 10000 (1)          --streams N       1 .. 10000 (1)
 *   --seconds S       up to 600 (5)           --count N         requests or posts at most
 *   --method M        (GET; POST for fanout)  --path P          (/)
 *   --body TEXT       JSON                    --stream-path P   (/api/v1/events)
 *   --token T         Authorization: Bearer   --header "A: b"   up to 8
 *   --stream-token T  of event streams, where it is another than that of the posts
 *   --key             adds an Idempotency-Key --pause-ms N      between two posts of fanout (0)
 *
 * %k in path, body and headers becomes a fresh key of UUIDv7 form, one for each request.
 * Exit: 0 done, 1 connections broke or nothing was answered, 2 wrong options.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench/load.h"

static void fail(const char *what)
{
    fprintf(stderr, "load: %s\n", what);
    exit(2);
}

static uint64_t read_number(const char *text, uint64_t largest)
{
    char *end;
    const unsigned long long number = strtoull(text, &end, 10);

    if (end == text || *end || number > largest)
        fail(text);
    return number;
}

static double read_seconds(const char *text)
{
    char *end;
    const double seconds = strtod(text, &end);

    if (end == text || *end || !(seconds > 0 && seconds <= LOAD_SECONDS_MAX))
        fail(text);
    return seconds;
}

static void add_header(struct load_options *options, const char *line)
{
    if (options->header_count == sizeof options->headers / sizeof *options->headers)
        fail("too many headers");
    options->headers[options->header_count++] = line;
}

/* An option with a text as its value; false when `name` is none. */
static bool set_text(struct load_options *options, const char *name, const char *value)
{
    if (strcmp(name, "--method") == 0)
        options->method = value;
    else if (strcmp(name, "--path") == 0)
        options->path = value;
    else if (strcmp(name, "--body") == 0)
        options->body = value;
    else if (strcmp(name, "--token") == 0)
        options->token = value;
    else if (strcmp(name, "--stream-token") == 0)
        options->stream_token = value;
    else if (strcmp(name, "--stream-path") == 0)
        options->stream_path = value;
    else if (strcmp(name, "--header") == 0)
        add_header(options, value);
    else
        return false;
    return true;
}

static bool set_number(struct load_options *options, const char *name, const char *value)
{
    if (strcmp(name, "--connections") == 0)
        options->connections = (uint32_t)read_number(value, LOAD_CONNECTIONS_MAX);
    else if (strcmp(name, "--streams") == 0)
        options->streams = (uint32_t)read_number(value, LOAD_CONNECTIONS_MAX);
    else if (strcmp(name, "--count") == 0)
        options->count = read_number(value, LOAD_COUNT_MAX);
    else if (strcmp(name, "--pause-ms") == 0)
        options->pause_ms = (uint32_t)read_number(value, 60000);
    else if (strcmp(name, "--seconds") == 0)
        options->seconds = read_seconds(value);
    else
        return false;
    return true;
}

static void read_options(struct load_options *options, int argc, char **argv)
{
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--key") == 0) {
            add_header(options, "Idempotency-Key: %k");
            continue;
        }
        if (i + 1 == argc)
            fail(argv[i]);
        if (strcmp(argv[i], "--connect") == 0) {
            if (!load_read_address(options, argv[i + 1]))
                fail("--connect takes a loopback address and a port");
        } else if (!set_text(options, argv[i], argv[i + 1]) &&
                   !set_number(options, argv[i], argv[i + 1])) {
            fail(argv[i]);
        }
        i++;
    }
    if (options->address_length == 0)
        fail("--connect is missing");
    if (options->connections == 0 || options->streams == 0)
        fail("at least one connection");
}

/* As many descriptors as the system grants: a connection is one. */
static void raise_file_limit(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int main(int argc, char **argv)
{
    struct load_options options = {.path = "/",
                                   .body = "",
                                   .stream_path = "/api/v1/events",
                                   .connections = 1,
                                   .streams = 1,
                                   .seconds = 5};
    const char *mode = argc > 1 ? argv[1] : "";
    const bool fanout = strcmp(mode, "fanout") == 0;

    options.method = fanout ? "POST" : "GET";
    read_options(&options, argc, argv);
    raise_file_limit();
    if (fanout)
        return load_fanout(&options);
    if (strcmp(mode, "requests") == 0)
        return load_requests(&options);
    if (strcmp(mode, "streams") == 0)
        return load_streams(&options);
    fail("usage: load requests|streams|fanout --connect HOST:PORT [OPTION]...");
    return 2;
}
