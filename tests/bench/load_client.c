/* Connections, requests and replies of the load generator. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "bench/load.h"

enum { REPLY_MAX = 64 << 20, KEY_SIZE = 37 };

bool load_read_address(struct load_options *options, const char *text)
{
    struct sockaddr_in *v4 = (struct sockaddr_in *)&options->address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&options->address;
    const char *colon = strrchr(text, ':');
    const long port = colon ? strtol(colon + 1, NULL, 10) : 0;
    char host[64];

    if (!colon || port < 1 || port > 65535 || (size_t)(colon - text) >= sizeof host)
        return false;
    snprintf(options->host, sizeof options->host, "%s", text);
    snprintf(host, sizeof host, "%.*s", (int)(colon - text), text);
    memset(&options->address, 0, sizeof options->address);
    if (inet_pton(AF_INET, host, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons((uint16_t)port);
        options->address_length = sizeof *v4;
        return ntohl(v4->sin_addr.s_addr) >> 24 == 127;
    }
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons((uint16_t)port);
    v6->sin6_addr = in6addr_loopback;
    options->address_length = sizeof *v6;
    return strcmp(host, "[::1]") == 0;
}

uint64_t load_now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

int load_connect(const struct load_options *options)
{
    const int family = options->address.ss_family;
    const int one = 1;
    int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(fd, (const struct sockaddr *)&options->address, options->address_length) == 0)
        return fd; /* reads and writes pass MSG_DONTWAIT */
    close(fd);
    return -1;
}

void load_append(struct load_text *text, const char *bytes, size_t length)
{
    if (text->length + length > text->capacity) {
        text->capacity = 2 * (text->length + length) + 256;
        text->bytes = realloc(text->bytes, text->capacity);
        if (!text->bytes)
            abort();
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

/* A fresh key of UUIDv7 form: milliseconds of the wall clock, then chance. */
static void make_key(char out[KEY_SIZE])
{
    struct timespec now;
    unsigned char chance[10];
    unsigned long long ms;

    clock_gettime(CLOCK_REALTIME, &now);
    if (getrandom(chance, sizeof chance, 0) != sizeof chance)
        abort();
    ms = (unsigned long long)now.tv_sec * 1000u + (unsigned long long)now.tv_nsec / 1000000u;
    snprintf(out, KEY_SIZE, "%08llx-%04llx-7%01x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
             ms >> 16 & 0xffffffff, ms & 0xffff, chance[0] & 0xf, chance[1],
             (chance[2] & 0x3f) | 0x80, chance[3], chance[4], chance[5], chance[6], chance[7],
             chance[8], chance[9]);
}

/* Append `text`, each %k replaced by `key`. */
static void append_filled(struct load_text *out, const char *text, const char *key)
{
    for (const char *mark; (mark = strstr(text, "%k")) != NULL; text = mark + 2) {
        load_append(out, text, (size_t)(mark - text));
        load_append(out, key, strlen(key));
    }
    load_append(out, text, strlen(text));
}

static void append_line(struct load_text *out, const char *name, const char *value)
{
    load_append(out, name, strlen(name));
    load_append(out, value, strlen(value));
    load_append(out, "\r\n", 2);
}

void load_build(const struct load_options *options, const char *method, const char *path,
                const char *body, struct load_text *out)
{
    char key[KEY_SIZE];
    char length[32];
    size_t marks = 0;

    make_key(key);
    for (const char *mark = body; (mark = strstr(mark, "%k")) != NULL; mark += 2)
        marks++;
    out->length = 0;
    load_append(out, method, strlen(method));
    load_append(out, " ", 1);
    append_filled(out, path, key);
    append_line(out, " HTTP/1.1", "");
    append_line(out, "Host: ", options->host);
    if (options->token)
        append_line(out, "Authorization: Bearer ", options->token);
    for (size_t i = 0; i < options->header_count; i++) {
        append_filled(out, options->headers[i], key);
        load_append(out, "\r\n", 2);
    }
    if (*body) {
        snprintf(length, sizeof length, "%zu", strlen(body) + marks * (KEY_SIZE - 1 - 2));
        append_line(out, "Content-Type: application/json\r\nContent-Length: ", length);
    }
    load_append(out, "\r\n", 2);
    append_filled(out, body, key);
}

/* The header is whole: note what it says. False when it is not one of HTTP. */
static bool read_head(struct load_reply *reply)
{
    char *head = reply->text.bytes;
    const char *field;

    if (reply->head_length < 16 || memcmp(head, "HTTP/1.1 ", 9) != 0)
        return false;
    head[reply->head_length - 1] = 0; /* ends the text; the byte was the last LF */
    reply->status = (int)strtol(head + 9, NULL, 10);
    field = strcasestr(head, "\r\nContent-Length:");
    reply->body_length = field ? strtoul(field + 17, NULL, 10) : 0;
    reply->closes = strcasestr(head, "\r\nConnection: close") != NULL;
    return reply->status >= 200 && reply->body_length < REPLY_MAX;
}

enum load_progress load_read_reply(int fd, struct load_reply *reply)
{
    char bytes[16384];
    const ssize_t got = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
    const char *end;

    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return LOAD_MORE;
    if (got <= 0)
        return LOAD_BROKEN;
    load_append(&reply->text, bytes, (size_t)got);
    if (reply->status == 0) {
        end = memmem(reply->text.bytes, reply->text.length, "\r\n\r\n", 4);
        if (!end)
            return reply->text.length < REPLY_MAX ? LOAD_MORE : LOAD_BROKEN;
        reply->head_length = (size_t)(end - reply->text.bytes) + 4;
        if (!read_head(reply))
            return LOAD_BROKEN;
    }
    return reply->text.length >= reply->head_length + reply->body_length ? LOAD_WHOLE : LOAD_MORE;
}

void load_reply_clear(struct load_reply *reply)
{
    const struct load_text text = {reply->text.bytes, 0, reply->text.capacity};

    memset(reply, 0, sizeof *reply);
    reply->text = text;
}
