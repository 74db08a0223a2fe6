/* Rules checked. The protocol is that of the printer program. */
#include "support/test.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "live/print_line.h"

static json_t *order_of(const struct print_record *record, bool page_only)
{
    const struct print_order order = {.record = record,
                                      .content = "{\"number\":\"A001\",\n\"url\":null}",
                                      .page = "/srv/motcua/print/12.pdf",
                                      .training = true,
                                      .page_only = page_only};
    struct text line;
    json_t *json;

    text_init(&line);
    print_line_order(&line, &order);
    assert_null(strchr(line.data, '\n'));
    json = json_loads(line.data, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    text_release(&line);
    return json;
}

static const char *text_in(const json_t *json, const char *key)
{
    return json_string_value(json_object_get(json, key));
}

static struct print_record record_of(const char *printer, enum print_state state, int64_t job)
{
    struct print_record record = {.id = 12, .state = state, .copy = 2, .generation = 1, .job = job};

    snprintf(record.form, sizeof record.form, "ticket");
    snprintf(record.paper, sizeof record.paper, "80mm");
    snprintf(record.printer, sizeof record.printer, "%s", printer);
    return record;
}

static void a_new_job_is_ordered_without_a_number(void **state)
{
    const struct print_record record = record_of("cups:PHIEU", PRINT_QUEUED, 0);
    json_t *order = order_of(&record, false);

    (void)state;
    assert_string_equal(text_in(order, "op"), "print");
    assert_string_equal(text_in(order, "id"), "p12");
    assert_string_equal(text_in(order, "destination"), "cups:PHIEU");
    assert_string_equal(text_in(order, "output"), "/srv/motcua/print/12.pdf");
    assert_int_equal(json_integer_value(json_object_get(order, "copy")), 2);
    assert_true(json_is_true(json_object_get(order, "training")));
    assert_string_equal(text_in(json_object_get(order, "content"), "number"), "A001");
    assert_null(json_object_get(order, "job"));
    assert_null(json_object_get(order, "sent"));
    json_decref(order);
}

static void what_an_earlier_run_reported_goes_with_the_order(void **state) /* */
{
    const struct print_record created = record_of("cups:PHIEU", PRINT_CREATED, 41);
    const struct print_record sent = record_of("cups:PHIEU", PRINT_SENT, 41);
    json_t *order = order_of(&created, false);

    (void)state;
    assert_int_equal(json_integer_value(json_object_get(order, "job")), 41);
    assert_null(json_object_get(order, "sent"));
    json_decref(order);
    order = order_of(&sent, false);
    assert_int_equal(json_integer_value(json_object_get(order, "job")), 41);
    assert_true(json_is_true(json_object_get(order, "sent")));
    json_decref(order);
}

static void a_page_alone_goes_to_no_printer(void **state) /* */
{
    const struct print_record none = record_of("", PRINT_QUEUED, 0);
    const struct print_record printed = record_of("cups:PHIEU", PRINT_PRINTED, 41);

    (void)state;
    for (int i = 0; i < 2; i++) {
        json_t *order = order_of(i ? &printed : &none, i == 1);

        assert_string_equal(text_in(order, "op"), "render");
        assert_null(json_object_get(order, "destination"));
        assert_null(json_object_get(order, "job"));
        json_decref(order);
    }
}

static struct print_said said_of(const char *line)
{
    struct print_said said;

    assert_true(print_line_read(line, strlen(line), &said));
    return said;
}

static void events_are_what_they_say(void **state)
{
    static const struct {
        const char *line;
        enum print_event event;
    } cases[] = {
        {"{\"id\":\"p12\",\"event\":\"created\",\"generation\":1,\"job\":41}", PRINT_EVENT_CREATED},
        {"{\"id\":\"p12\",\"event\":\"created\",\"job\":0}", PRINT_EVENT_OTHER},
        {"{\"id\":\"p12\",\"event\":\"created\",\"job\":99999999999}", PRINT_EVENT_OTHER},
        {"{\"id\":\"p12\",\"event\":\"created\",\"job\":\"41\"}", PRINT_EVENT_OTHER},
        {"{\"id\":\"p12\",\"event\":\"sent\"}", PRINT_EVENT_SENT},
        {"{\"id\":\"p12\",\"event\":\"printed\",\"confirmed\":true}", PRINT_EVENT_PRINTED},
        {"{\"id\":\"p12\",\"event\":\"attention\",\"message\":\"a\",\"final\":true}",
         PRINT_EVENT_ATTENTION},
        {"{\"id\":\"p12\",\"event\":\"attention\",\"message\":\"a\"}", PRINT_EVENT_ATTENTION},
        {"{\"id\":\"p12\",\"event\":\"attention\",\"message\":\"a\",\"final\":false}",
         PRINT_EVENT_WAITING},
        {"{\"id\":\"p12\",\"event\":\"retry\",\"reason\":\"offline\",\"after_s\":1}",
         PRINT_EVENT_WAITING},
        {"{\"id\":\"p12\",\"event\":\"cancelled\"}", PRINT_EVENT_CANCELLED},
        {"{\"id\":\"p12\",\"event\":\"rendered\",\"sha256\":\"abc\"}", PRINT_EVENT_OTHER},
        {"{\"id\":\"p12\",\"event\":\"error\",\"code\":\"unknown_field\",\"message\":\"m\"}",
         PRINT_EVENT_FAILED},
        {"{\"id\":\"p12\",\"event\":\"error\",\"code\":\"disk_full\",\"message\":\"m\"}",
         PRINT_EVENT_TROUBLE},
        {"{\"id\":\"p12\",\"event\":\"error\",\"code\":\"duplicate\"}", PRINT_EVENT_OTHER},
        {"{\"id\":\"p12\",\"event\":7}", PRINT_EVENT_OTHER},
        {"{}", PRINT_EVENT_OTHER},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (said_of(cases[i].line).event != cases[i].event)
            fail_msg("%s", cases[i].line);
    assert_int_equal(said_of(cases[0].line).job, 41);
    assert_int_equal(said_of(cases[0].line).id, 12);
    assert_int_equal(said_of("{\"id\":\"p012\",\"event\":\"sent\"}").id, 0);
    assert_int_equal(said_of("{\"id\":\"../p1\",\"event\":\"sent\"}").id, 0);
}

static void what_is_not_an_object_is_no_event(void **state)
{
    static const char *const lines[] = {"", "nonsense", "[]", "7", "{\"event\":", "{} {}"};
    struct print_said said;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(print_line_read(lines[i], strlen(lines[i]), &said));
}

static void a_message_is_cut_at_a_whole_character(void **state)
{
    char message[PRINT_MESSAGE_SIZE];
    struct text text;

    (void)state;
    text_init(&text);
    for (int i = 0; i < 300; i++)
        text_add(&text, "giấy");
    print_message_copy(message, text.data);
    text_release(&text);
    /* "giấy" has 6 bytes: 83 times are 498, then g and i fit; ấ would not */
    assert_int_equal(strlen(message), 500);
    assert_string_equal(message + 498, "gi");
    print_message_copy(message, "ngắn");
    assert_string_equal(message, "ngắn");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_job_is_ordered_without_a_number),
        cmocka_unit_test(what_an_earlier_run_reported_goes_with_the_order),
        cmocka_unit_test(a_page_alone_goes_to_no_printer),
        cmocka_unit_test(events_are_what_they_say),
        cmocka_unit_test(what_is_not_an_object_is_no_event),
        cmocka_unit_test(a_message_is_cut_at_a_whole_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
