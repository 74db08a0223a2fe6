/*
 * The load generator's parts: options, connections, replies. One thread, epoll, loopback only.
 */
#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

enum { LOAD_CONNECTIONS_MAX = 10000, LOAD_SECONDS_MAX = 600, LOAD_COUNT_MAX = 10000000 };

struct load_options {
    struct sockaddr_storage address; /* loopback */
    socklen_t address_length;
    char host[64];
    const char *method;
    const char *path;         /* %k is replaced, here, in body and headers */
    const char *body;         /* "" for none */
    const char *token;        /* bearer, or NULL */
    const char *stream_path;  /* of event streams */
    const char *stream_token; /* bearer of event streams, or NULL for `token` */
    const char *headers[8];   /* "Name: value" */
    size_t header_count;
    uint32_t connections; /* 1 .. LOAD_CONNECTIONS_MAX */
    uint32_t streams;
    uint64_t count;    /* requests; 0 = as many as the seconds allow */
    double seconds;    /* 0 < seconds <= LOAD_SECONDS_MAX */
    uint32_t pause_ms; /* between two measured posts */
};

/* Read "HOST:PORT"; HOST is an address of loopback. False when it is not. */
bool load_read_address(struct load_options *options, const char *text);

/* Microseconds of the monotonic clock. */
uint64_t load_now_us(void);

/* A connected, non-blocking socket without delay, or -1. */
int load_connect(const struct load_options *options);

/* One request as bytes. */
struct load_text {
    char *bytes;
    size_t length;
    size_t capacity;
};

void load_append(struct load_text *text, const char *bytes, size_t length);

/*
 * Write a request into `out` (emptied first): the options' fields, a Host, the token, the body's
 * length, and each %k replaced by one fresh key of UUIDv7 form.
 */
void load_build(const struct load_options *options, const char *method, const char *path,
                const char *body, struct load_text *out);

/* A reply that is being read. */
struct load_reply {
    struct load_text text; /* its header and body */
    int status;            /* 0 until the header is there */
    size_t head_length;
    size_t body_length;
    bool closes; /* Connection: close */
};

enum load_progress { LOAD_MORE, LOAD_WHOLE, LOAD_BROKEN };

/* Read what the socket has. LOAD_WHOLE: one reply is complete (pipelining is not expected). */
enum load_progress load_read_reply(int fd, struct load_reply *reply);

/* Make ready for the next reply; the memory is kept. */
void load_reply_clear(struct load_reply *reply);

/* The three modes: print one line of JSON; return the exit status. */
int load_requests(const struct load_options *options);
int load_streams(const struct load_options *options);
int load_fanout(const struct load_options *options);

#endif
