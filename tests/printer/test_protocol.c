#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "printer/protocol.h"

#define TICKET                                                                                     \
    "\"centre1\":\"C\",\"number\":\"A015\",\"service\":\"S\",\"ahead\":0,"                         \
    "\"issued_at\":\"2026-03-10T09:12:00+07:00\""
#define AT "\"created_at\":\"2026-03-10T09:12:00+07:00\""
#define PRINT                                                                                      \
    "{\"op\":\"print\",\"id\":\"p1\",\"form\":\"ticket\"," AT ",\"content\":{" TICKET "},"         \
    "\"destination\":\"escpos+tcp://127.0.0.1\""

static struct request read_well(const char *line)
{
    struct request request = {0};
    struct fault fault = {0};

    if (protocol_read(line, strlen(line), &request, &fault) != ERR_OK)
        fail_msg("%s: %s %s", line, err_code(fault.err), fault.field);
    return request;
}

/* */
static void refused(const char *line, enum err err, const char *field)
{
    struct request request = {0};
    struct fault fault = {0};
    enum err got = protocol_read(line, strlen(line), &request, &fault);

    if (got == ERR_OK)
        order_free(request.order);
    assert_int_equal(got, err);
    assert_int_equal(fault.err, err);
    assert_string_equal(fault.field, field);
}

static void print_order_has_what_the_line_says(void **state)
{
    struct request request = read_well(PRINT ",\"generation\":3,\"job\":41,\"sent\":true,"
                                             "\"copy\":2,\"training\":true}");
    struct order *order = request.order;

    (void)state;
    assert_int_equal(request.op, OP_PRINT);
    assert_string_equal(request.id, "p1");
    assert_int_equal(order->kind, ORDER_PRINT);
    assert_int_equal(order->generation, 3);
    assert_int_equal(order->known_job, 41);
    assert_true(order->was_sent);
    assert_int_equal(order->job.copy, 2);
    assert_true(order->job.training);
    assert_int_equal(order->job.paper, PAPER_80MM);
    assert_string_equal(order->job.content.ticket.number, "A015");
    assert_int_equal(order->job.content.ticket.wait_low_min, -1);
    assert_null(order->output);
    order_free(order);
}

static void defaults_are_first_copy_and_first_generation(void **state)
{
    struct request request = read_well(PRINT "}");

    (void)state;
    assert_int_equal(request.order->generation, 1);
    assert_int_equal(request.order->known_job, 0);
    assert_int_equal(request.order->job.copy, 1);
    assert_false(request.order->job.training);
    order_free(request.order);
}

static void go_and_cancel_have_no_order(void **state)
{
    struct request request = read_well("{\"op\":\"go\",\"id\":\"p1\"}");

    (void)state;
    assert_int_equal(request.op, OP_GO);
    assert_null(request.order);
    assert_int_equal(request.generation, -1);
    request = read_well("{\"op\":\"cancel\",\"id\":\"p1\",\"generation\":2}");
    assert_int_equal(request.op, OP_CANCEL);
    assert_int_equal(request.generation, 2);
}

static void a_line_that_is_wrong_is_refused_by_name(void **state)
{
    (void)state;
    refused("", ERR_MALFORMED, "");
    refused("{", ERR_MALFORMED, "");
    refused("5", ERR_MALFORMED, "");
    refused("[]", ERR_WRONG_TYPE, "");
    refused("{\"op\":null}", ERR_WRONG_TYPE, "op");
    refused("{\"op\":\"go\",\"id\":null}", ERR_MISSING_FIELD, "id");
    refused("{\"op\":\"go\",\"id\":\"a\",\"job\":1}", ERR_UNKNOWN_FIELD, "job");
    refused(PRINT ",\"output\":\"relative.pdf\"}", ERR_BAD_VALUE, "output");
    refused(PRINT ",\"copy\":1000}", ERR_BAD_VALUE, "copy");
    refused(PRINT ",\"copy\":1.5}", ERR_WRONG_TYPE, "copy");
    refused(PRINT ",\"training\":\"yes\"}", ERR_WRONG_TYPE, "training");
    refused("{\"op\":\"print\",\"id\":\"p1\",\"form\":\"ticket\"," AT ",\"content\":{" TICKET "}}",
            ERR_MISSING_FIELD, "destination");
    refused("{\"op\":\"render\",\"id\":\"p1\",\"form\":\"ticket\"," AT ",\"content\":{" TICKET
            ",\"wait_low_min\":5},\"output\":\"/x\"}",
            ERR_BAD_VALUE, "content.wait_high_min");
    refused("{\"op\":\"render\",\"id\":\"p1\",\"form\":\"ticket\"," AT ",\"content\":{" TICKET
            ",\"wait_low_min\":9,\"wait_high_min\":5},\"output\":\"/x\"}",
            ERR_BAD_VALUE, "content.wait_high_min");
    refused("{\"op\":\"render\",\"id\":\"p1\",\"form\":\"01\"," AT ",\"content\":{},"
            "\"output\":\"/x\"}",
            ERR_MISSING_FIELD, "content.agency_parent");
}

static void refusal_still_tells_which_job_it_was(void **state)
{
    static const char line[] = "{\"op\":\"go\",\"id\":\"p9\",\"x\":1}";
    struct request request = {0};
    struct fault fault = {0};

    (void)state;
    assert_int_equal(protocol_read(line, strlen(line), &request, &fault), ERR_UNKNOWN_FIELD);
    assert_string_equal(request.id, "p9");
    assert_null(request.order);
}

/* Cut a good line at every byte and change every byte: refused or read, never a crash. */
static void every_damaged_line_is_survived(void **state)
{
    static const char good[] = PRINT ",\"generation\":3,\"job\":41}";
    char line[sizeof good];

    (void)state;
    for (size_t i = 0; i < sizeof good - 1; i++)
        for (int change = -1; change < 4; change++) {
            static const char bytes[] = {'"', '{', '\0', '\xff'};
            struct request request = {0};
            struct fault fault = {0};

            memcpy(line, good, sizeof good);
            if (change >= 0)
                line[i] = bytes[change];
            if (protocol_read(line, change < 0 ? i : sizeof good - 1, &request, &fault) == ERR_OK)
                order_free(request.order);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(print_order_has_what_the_line_says),
        cmocka_unit_test(defaults_are_first_copy_and_first_generation),
        cmocka_unit_test(go_and_cancel_have_no_order),
        cmocka_unit_test(a_line_that_is_wrong_is_refused_by_name),
        cmocka_unit_test(refusal_still_tells_which_job_it_was),
        cmocka_unit_test(every_damaged_line_is_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
