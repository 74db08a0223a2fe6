/* Rules checked: R-756. */
#include "support/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "http/address.h"

static struct sockaddr_storage address_of(const char *text)
{
    struct sockaddr_storage address;
    struct sockaddr_in v4 = {.sin_family = AF_INET, .sin_port = htons(1234)};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6, .sin6_port = htons(1234)};

    memset(&address, 0, sizeof address);
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
        memcpy(&address, &v4, sizeof v4);
    } else {
        assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
        memcpy(&address, &v6, sizeof v6);
    }
    return address;
}

static bool is_one_client(const char *a, const char *b)
{
    const struct sockaddr_storage first = address_of(a);
    const struct sockaddr_storage second = address_of(b);
    uint8_t keys[2][16];

    http_address_key((const struct sockaddr *)&first, keys[0]);
    http_address_key((const struct sockaddr *)&second, keys[1]);
    return memcmp(keys[0], keys[1], 16) == 0;
}

static void an_ipv4_address_is_one_client(void **state)
{
    (void)state;
    assert_true(is_one_client("192.0.2.1", "192.0.2.1"));
    assert_true(is_one_client("192.0.2.1", "::ffff:192.0.2.1"));
    assert_false(is_one_client("192.0.2.1", "192.0.2.2"));
    assert_false(is_one_client("::ffff:192.0.2.1", "::ffff:192.0.2.2"));
}

static void an_ipv6_network_of_64_bits_is_one_client(void **state)
{
    (void)state;
    assert_true(is_one_client("2001:db8::1", "2001:db8::ffff:1:2:3"));
    assert_false(is_one_client("2001:db8::1", "2001:db8:0:1::1"));
    assert_false(is_one_client("2001:db8::1", "192.0.2.1"));
}

static void loopback_is_told_from_the_rest(void **state)
{
    static const char *const loopback[] = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"};
    static const char *const other[] = {"128.0.0.1", "::2", "::", "fe80::1", "::ffff:10.0.0.1"};

    (void)state;
    for (size_t i = 0; i < sizeof loopback / sizeof *loopback; i++) {
        const struct sockaddr_storage address = address_of(loopback[i]);

        assert_true(http_address_is_loopback((const struct sockaddr *)&address));
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        const struct sockaddr_storage address = address_of(other[i]);

        assert_false(http_address_is_loopback((const struct sockaddr *)&address));
    }
}

static void a_mapped_address_is_written_as_ipv4(void **state)
{
    const struct sockaddr_storage mapped = address_of("::ffff:192.0.2.7");
    const struct sockaddr_storage v6 = address_of("2001:db8::7");
    const struct sockaddr none = {.sa_family = AF_UNIX};
    char text[INET6_ADDRSTRLEN];

    (void)state;
    http_address_text((const struct sockaddr *)&mapped, text, sizeof text);
    assert_string_equal(text, "192.0.2.7");
    http_address_text((const struct sockaddr *)&v6, text, sizeof text);
    assert_string_equal(text, "2001:db8::7");
    http_address_text(&none, text, sizeof text);
    assert_string_equal(text, "");
}

static void each_client_is_counted_by_itself(void **state)
{
    static struct http_addresses addresses;
    struct http_address *entries[3000];

    (void)state;
    for (uint32_t i = 0; i < 3000; i++) { /* more than buckets: some share one */
        uint8_t key[16] = {0};

        memcpy(key, &(uint32_t){i / 3}, 4);
        entries[i] = http_addresses_enter(&addresses, key);
        assert_non_null(entries[i]);
        assert_int_equal(entries[i]->count, i % 3 + 1);
    }
    for (uint32_t i = 0; i < 3000; i++)
        http_addresses_leave(&addresses, entries[i]);
    http_addresses_leave(&addresses, NULL);
    for (size_t i = 0; i < HTTP_ADDRESS_BUCKETS; i++)
        assert_null(addresses.buckets[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ipv4_address_is_one_client),
        cmocka_unit_test(an_ipv6_network_of_64_bits_is_one_client),
        cmocka_unit_test(loopback_is_told_from_the_rest),
        cmocka_unit_test(a_mapped_address_is_written_as_ipv4),
        cmocka_unit_test(each_client_is_counted_by_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
