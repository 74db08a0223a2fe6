/* Rules checked: R-750 ..: the listener as its owner sees it. */
#include "support/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/connection.h"
#include "http/internal.h"
#include "http/reply.h"
#include "http/stream.h"

struct fixture {
    uv_loop_t loop;
    struct http_limits limits;
    struct http_listener *listener;
    struct http_connection *kept; /* the last request without a reply */
    void *gone;
    bool closed;
};

static void keep_request(struct http_connection *c, void *data)
{
    struct fixture *f = data;

    f->kept = c;
    http_connection_set_user(c, f);
}

static void note_gone(struct http_connection *c, void *user, void *data)
{
    struct fixture *f = data;

    assert_ptr_equal(c, f->kept);
    f->gone = user;
    f->kept = NULL;
}

/* The example of RFC 9110 5.6.7. */
static int64_t example_date(void *data)
{
    (void)data;
    return 784111777;
}

static enum err open_on(struct fixture *f, const char *host, int port, struct http_listener **out)
{
    const struct http_handler handler = {
        .request = keep_request, .gone = note_gone, .wall_seconds = example_date, .data = f};

    return http_listener_open(&f->loop, host, port, &f->limits, &handler, out);
}

static void set_up(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    f->limits = http_limits_default();
    assert_int_equal(uv_loop_init(&f->loop), 0);
}

static void note_closed(void *data)
{
    struct fixture *f = data;

    f->closed = true;
    f->listener = NULL;
}

static void tear_down(struct fixture *f)
{
    if (f->listener)
        http_listener_close(f->listener, 0, note_closed, f);
    uv_run(&f->loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&f->loop), 0);
}

static int connect_to(const struct fixture *f)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)http_listener_port(f->listener)),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    assert_true(fd >= 0);
    assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof address), 0);
    return fd;
}

static void send_text(int fd, const char *text)
{
    assert_int_equal(send(fd, text, strlen(text), MSG_NOSIGNAL), strlen(text));
}

/* Run the loop until `fd` has something to read or its end; returns what was read, as text. */
static ssize_t receive(struct fixture *f, int fd, char *out, size_t size)
{
    ssize_t got;

    do {
        uv_run(&f->loop, UV_RUN_NOWAIT);
        got = recv(fd, out, size - 1, MSG_DONTWAIT);
    } while (got < 0);
    out[got] = 0;
    return got;
}

static void wait_for_request(struct fixture *f)
{
    while (!f->kept)
        uv_run(&f->loop, UV_RUN_ONCE);
}

static void a_reply_is_exactly_this(void **state)
{
    struct fixture f;
    char text[1024];
    int fd;

    (void)state;
    set_up(&f);
    assert_int_equal(open_on(&f, "127.0.0.1", 0, &f.listener), ERR_OK);
    fd = connect_to(&f);
    send_text(fd, "PATCH /a/b?c=d HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
    wait_for_request(&f);
    assert_string_equal(http_request_method(f.kept), "PATCH");
    assert_string_equal(http_request_path(f.kept), "/a/b");
    assert_string_equal(http_request_query(f.kept, "c"), "d");
    assert_null(http_request_query(f.kept, "d"));
    assert_null(http_request_header(f.kept, "a"));
    assert_string_equal(http_connection_peer(f.kept), "127.0.0.1");
    assert_ptr_equal(http_connection_user(f.kept), &f);
    http_reply(f.kept, 422, "Content-Type: text/plain\r\n", "no", 2);
    receive(&f, fd, text, sizeof text);
    assert_string_equal(text, "HTTP/1.1 422 Unprocessable Content\r\n"
                              "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                              "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nno");
    assert_null(f.gone);
    close(fd);
    tear_down(&f);
}

static void a_client_that_left_is_told_of_once_and_a_reply_to_it_is_dropped(void **state)
{
    struct fixture f;
    struct http_connection *c;
    int fd;

    (void)state;
    set_up(&f);
    assert_int_equal(open_on(&f, "127.0.0.1", 0, &f.listener), ERR_OK);
    fd = connect_to(&f);
    send_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    wait_for_request(&f);
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &(struct linger){1, 0}, sizeof(struct linger));
    close(fd); /* a reset */
    while (f.kept)
        uv_run(&f.loop, UV_RUN_ONCE);
    assert_ptr_equal(f.gone, &f);

    f.gone = NULL;
    fd = connect_to(&f);
    send_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    wait_for_request(&f);
    c = f.kept;
    http_connection_close(c); /* as a failing write does: gone() is still to come */
    http_reply(c, 200, "", "late", 4);
    while (http_listener_stats(f.listener).connections > 0)
        uv_run(&f.loop, UV_RUN_ONCE);
    assert_null(f.gone);
    close(fd);
    tear_down(&f);
}

static void a_stream_that_does_not_read_is_refused_more(void **state)
{
    struct fixture f;
    struct http_buffer *event = http_buffer_new(1 << 16);
    int sent = 0;
    int fd;

    (void)state;
    assert_non_null(event);
    memset(event->bytes, 'e', event->length = 1 << 16);
    set_up(&f);
    assert_int_equal(open_on(&f, "127.0.0.1", 0, &f.listener), ERR_OK);
    fd = connect_to(&f);
    send_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    wait_for_request(&f);
    assert_int_equal(http_stream_start(f.kept, "Content-Type: text/event-stream\r\n"), ERR_OK);
    assert_int_equal(http_listener_stats(f.listener).streams, 1);
    while (http_stream_send(f.kept, event))
        assert_true(++sent < 1000); /* 64 MiB: far more than the kernel takes */
    assert_true(http_output_unsent(f.kept) <= f.limits.max_unsent);
    assert_int_equal(http_listener_stats(f.listener).slow, 1);
    assert_true(event->references > 1);
    http_stream_end(f.kept);
    close(fd);
    while (http_listener_stats(f.listener).connections > 0)
        uv_run(&f.loop, UV_RUN_ONCE);
    assert_null(f.gone); /* who ends a stream is not told of it */
    assert_int_equal(event->references, 1);
    http_buffer_release(event);
    tear_down(&f);
}

static void what_cannot_be_listened_on_is_told(void **state)
{
    struct fixture f;
    struct http_listener *second = NULL;
    int port;

    (void)state;
    set_up(&f);
    assert_int_equal(open_on(&f, "not a host", 0, &second), ERR_BAD_PARAMETER);
    assert_int_equal(open_on(&f, "127.0.0.1", 65536, &second), ERR_BAD_PARAMETER);
    assert_int_equal(open_on(&f, "127.0.0.1", -1, &second), ERR_BAD_PARAMETER);
    assert_int_equal(open_on(&f, "192.0.2.1", 0, &second), ERR_ADDRESS);
    assert_int_equal(open_on(&f, "localhost", 0, &f.listener), ERR_OK);
    port = http_listener_port(f.listener);
    assert_in_range(port, 1, 65535);
    assert_int_equal(open_on(&f, "127.0.0.1", port, &second), ERR_ADDRESS_IN_USE);
    assert_null(second);
    tear_down(&f);
}

static void ipv6_is_served(void **state)
{
    struct fixture f;
    struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    int fd;

    (void)state;
    set_up(&f);
    if (open_on(&f, "::1", 0, &f.listener) != ERR_OK) {
        tear_down(&f); /* a machine without IPv6 */
        skip();
    }
    address.sin6_port = htons((uint16_t)http_listener_port(f.listener));
    fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof address), 0);
    send_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    wait_for_request(&f);
    assert_string_equal(http_connection_peer(f.kept), "::1");
    http_reply(f.kept, 204, "", "", 0);
    close(fd);
    tear_down(&f);
}

static void closing_ends_with_the_callback_and_tells_of_what_was_owed(void **state)
{
    struct fixture f;
    int fd;

    (void)state;
    set_up(&f);
    assert_int_equal(open_on(&f, "127.0.0.1", 0, &f.listener), ERR_OK);
    fd = connect_to(&f);
    send_text(fd, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    wait_for_request(&f);
    http_listener_close(f.listener, 50, note_closed, &f);
    http_listener_close(f.listener, 50, NULL, NULL); /* does nothing */
    while (!f.closed)
        uv_run(&f.loop, UV_RUN_ONCE);
    assert_ptr_equal(f.gone, &f);
    close(fd);
    tear_down(&f);
}

/* docs/rules.md has these numbers. */
static void the_default_limits_are_those_of_the_rules(void **state)
{
    const struct http_limits limits = http_limits_default();

    (void)state;
    assert_int_equal(limits.max_header, 16 * 1024);            /* */
    assert_int_equal(limits.max_body, 1024 * 1024);            /* */
    assert_int_equal(limits.header_ms, 10000);                 /* */
    assert_int_equal(limits.body_ms, 30000);                   /* */
    assert_int_equal(limits.idle_ms, 60000);                   /* */
    assert_int_equal(limits.drain_ms, 2000);                   /* */
    assert_int_equal(limits.max_connections, 4096);            /* */
    assert_int_equal(limits.max_connections_per_address, 256); /* */
    assert_false(limits.loopback_is_one_address);              /* */
    assert_int_equal(limits.max_streams, 2000);                /* */
    assert_int_equal(limits.max_unsent, 256 * 1024);           /* */
    assert_int_equal(limits.max_held, 64 * 1024 * 1024);       /* */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reply_is_exactly_this),
        cmocka_unit_test(a_client_that_left_is_told_of_once_and_a_reply_to_it_is_dropped),
        cmocka_unit_test(a_stream_that_does_not_read_is_refused_more),
        cmocka_unit_test(what_cannot_be_listened_on_is_told),
        cmocka_unit_test(ipv6_is_served),
        cmocka_unit_test(closing_ends_with_the_callback_and_tells_of_what_was_owed),
        cmocka_unit_test(the_default_limits_are_those_of_the_rules),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
