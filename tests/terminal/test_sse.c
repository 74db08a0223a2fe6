/* The event stream's parser (WHATWG HTML 9.2.6) and the keys of requests (RFC 9562). */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counter_client/terminal/sse.h"
#include "counter_client/terminal/uuid.h"

/* What was parsed, one event after another: "kind|id|data\n". */
static void write_event(const struct sse_event *event, void *data)
{
    text_printf(data, "%s|%s|%s\n", event->kind, event->id, event->data);
}

/* Parse a stream handed over in pieces of `piece` bytes. */
static char *parsed(const char *stream, size_t length, size_t piece)
{
    struct sse sse;
    struct text said;

    sse_init(&sse);
    text_init(&said);
    text_add(&said, "");
    for (size_t at = 0; at < length; at += piece)
        sse_feed(&sse, stream + at, piece < length - at ? piece : length - at, write_event, &said);
    sse_release(&sse);
    return text_take(&said);
}

static void assert_parsed(const char *stream, const char *expected)
{
    for (size_t piece = 1; piece <= strlen(stream); piece++) {
        char *said = parsed(stream, strlen(stream), piece);

        assert_string_equal(said, expected);
        free(said);
    }
}

/* The example of the standard: comment, two data lines, an id that stays, an empty data line. */
static void an_event_is_the_same_wherever_the_bytes_are_split(void **state)
{
    (void)state;
    assert_parsed(": chào\n\nevent: ticket_called\nid: 41\ndata: {\"số\":\"A015\"}\n\n"
                  "data: một\ndata: hai\n\ndata\n\ndata:không có khoảng trắng\n\n",
                  "ticket_called|41|{\"số\":\"A015\"}\nmessage|41|một\nhai\nmessage|41|\n"
                  "message|41|không có khoảng trắng\n");
}

static void lines_may_end_with_any_of_the_three_line_ends(void **state)
{
    (void)state;
    assert_parsed("event: a\r\ndata: 1\r\n\r\nevent: b\rdata: 2\r\revent: c\ndata: 3\n\n",
                  "a||1\nb||2\nc||3\n");
}

static void an_event_without_data_is_none_and_its_kind_is_forgotten(void **state)
{
    (void)state;
    assert_parsed("event: a\nid: 7\n\ndata: x\n\n", "message|7|x\n");
}

static void what_the_end_cuts_off_is_dropped(void **state)
{
    (void)state;
    assert_parsed("data: whole\n\ndata: cut\n", "message||whole\n");
}

static void a_byte_order_mark_is_skipped_once(void **state)
{
    (void)state;
    assert_parsed("\xEF\xBB\xBF"
                  "data: x\n\n",
                  "message||x\n");
    assert_parsed("data: \xEF\xBB\xBFx\n\n", "message||\xEF\xBB\xBFx\n");
}

static void the_id_stays_when_the_stream_begins_anew_and_half_an_event_does_not(void **state)
{
    struct sse sse;
    struct text said;

    (void)state;
    sse_init(&sse);
    text_init(&said);
    sse_feed(&sse, "id: 5\ndata: a\n\nevent: half\nda", 28, write_event, &said);
    sse_restart(&sse);
    sse_feed(&sse, "data: b\n\n", 9, write_event, &said);
    assert_string_equal(said.data, "message|5|a\nmessage|5|b\n");
    text_release(&said);
    sse_release(&sse);
}

static void retry_is_taken_when_it_is_a_number(void **state)
{
    struct sse sse;

    (void)state;
    sse_init(&sse);
    sse_feed(&sse, "retry: 10x\n", 11, write_event, NULL);
    assert_int_equal(sse.retry_ms, -1);
    sse_feed(&sse, "retry: 3000\n", 12, write_event, NULL);
    assert_int_equal(sse.retry_ms, 3000);
    sse_release(&sse);
}

/* RFC 9562, A.6: the example of version 7. */
static void a_uuid_is_that_of_the_standard(void **state)
{
    const uint8_t random[UUID_RANDOM_SIZE] = {0x0c, 0xc3, 0x18, 0xc4, 0xdc,
                                              0x0c, 0x0c, 0x07, 0x39, 0x8f};
    char text[UUID_SIZE];

    (void)state;
    uuid_format(INT64_C(1645557742000), random, text);
    assert_string_equal(text, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

static void uuids_of_later_milliseconds_sort_later(void **state)
{
    const uint8_t high[UUID_RANDOM_SIZE] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    const uint8_t low[UUID_RANDOM_SIZE] = {0};
    char early[UUID_SIZE], late[UUID_SIZE];

    (void)state;
    uuid_format(INT64_C(1645557742255), high, early);
    uuid_format(INT64_C(1645557742256), low, late);
    assert_true(strcmp(early, late) < 0);
    assert_int_equal(late[14], '7');
    assert_true(strchr("89ab", early[19]) && strchr("89ab", late[19]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_is_the_same_wherever_the_bytes_are_split),
        cmocka_unit_test(lines_may_end_with_any_of_the_three_line_ends),
        cmocka_unit_test(an_event_without_data_is_none_and_its_kind_is_forgotten),
        cmocka_unit_test(what_the_end_cuts_off_is_dropped),
        cmocka_unit_test(a_byte_order_mark_is_skipped_once),
        cmocka_unit_test(the_id_stays_when_the_stream_begins_anew_and_half_an_event_does_not),
        cmocka_unit_test(retry_is_taken_when_it_is_a_number),
        cmocka_unit_test(a_uuid_is_that_of_the_standard),
        cmocka_unit_test(uuids_of_later_milliseconds_sort_later),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
