/* Rule checked: R-992. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "printer/destination.h"

static void reads(const char *text, enum destination_kind kind, const char *name, const char *port)
{
    struct destination got;

    assert_int_equal(destination_parse(text, &got), ERR_OK);
    assert_int_equal(got.kind, kind);
    assert_string_equal(got.text, text);
    assert_string_equal(got.name, name);
    assert_string_equal(got.port, port);
}

static void addresses_are_told_apart(void **state)
{
    (void)state;
    reads("escpos+tcp://192.0.2.7", DESTINATION_ESCPOS_TCP, "192.0.2.7", "9100");
    reads("escpos+tcp://printer.example:9101", DESTINATION_ESCPOS_TCP, "printer.example", "9101");
    reads("escpos+tcp://[2001:db8::7]:9100", DESTINATION_ESCPOS_TCP, "2001:db8::7", "9100");
    reads("escpos+tcp://[2001:db8::7]", DESTINATION_ESCPOS_TCP, "2001:db8::7", "9100");
    reads("escpos+tcp://192.0.2.7:9100?status=none", DESTINATION_ESCPOS_TCP, "192.0.2.7", "9100");
    reads("escpos+dev:///dev/usb/lp0", DESTINATION_ESCPOS_DEVICE, "/dev/usb/lp0", "");
    reads("escpos+dev:///dev/usb/lp0?status=none", DESTINATION_ESCPOS_DEVICE, "/dev/usb/lp0", "");
    reads("escpos+cups:POS", DESTINATION_ESCPOS_QUEUE, "POS", "");
    reads("cups:FORM", DESTINATION_QUEUE, "FORM", "");
    reads("ipp://192.0.2.8/ipp/print", DESTINATION_IPP, "ipp://192.0.2.8/ipp/print", "");
    reads("ipp://192.0.2.8/printers/a@b", DESTINATION_IPP, "ipp://192.0.2.8/printers/a@b", "");
    reads("escpos+dev:///dev/usb/..lp", DESTINATION_ESCPOS_DEVICE, "/dev/usb/..lp", "");
    reads("ipps://printer.example:631/ipp/print", DESTINATION_IPP,
          "ipps://printer.example:631/ipp/print", "");
}

static void only_addresses_that_say_so_are_silent(void **state)
{
    struct destination got;

    (void)state;
    assert_int_equal(destination_parse("escpos+tcp://h?status=none", &got), ERR_OK);
    assert_true(got.silent);
    assert_int_equal(destination_parse("escpos+tcp://h", &got), ERR_OK);
    assert_false(got.silent);
}

static void what_is_no_address_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",
        "printer",
        "escpos+tcp://",
        "escpos+tcp://:9100",
        "escpos+tcp://h:0",
        "escpos+tcp://h:65536",
        "escpos+tcp://h:x",
        "escpos+tcp://h:",
        "escpos+tcp://a/b",
        "escpos+tcp://[::1",
        "escpos+tcp://[::1]x",
        "escpos+dev://lp0",
        "cups:",
        "cups:a/b",
        "cups:a b",
        "escpos+cups:",
        "ipp://host",
        "lpd://host/q",
        "http://host/ipp",
        "cups:A?b",
        "escpos+dev:///etc/passwd",
        "escpos+dev:///dev",
        "escpos+dev:///dev/",
        "escpos+dev:///dev/../etc/passwd",
        "escpos+dev:///dev/usb/..",
        "escpos+dev:///dev/usb/./lp0",
        "escpos+dev:///dev//lp0",
        "escpos+dev:///device/lp0",
        "ipp://user:pass@host/ipp/print",
        "ipps://user@host/ipp/print",
        "escpos+tcp://user@host",
    };
    struct destination got = {.silent = true};
    char longest[DESTINATION_MOST + 20];

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (destination_parse(wrong[i], &got) != ERR_BAD_VALUE)
            fail_msg("%s was taken", wrong[i]);
    memset(longest, 'q', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    memcpy(longest, "cups:", 5);
    assert_int_equal(destination_parse(longest, &got), ERR_BAD_VALUE);
    assert_true(got.silent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_told_apart),
        cmocka_unit_test(only_addresses_that_say_so_are_silent),
        cmocka_unit_test(what_is_no_address_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
