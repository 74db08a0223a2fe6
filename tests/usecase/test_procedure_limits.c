/* Rules checked: R-032. */
#include <jansson.h>

#include "domain/time_limit.h"
#include "support/test.h"

/* The sample catalogue is real: each of its limits must be one that the rules know. */
static void every_limit_of_the_sample_catalogue_is_understood(void **state)
{
    json_error_t where;
    json_t *root = json_load_file("queue_server/sample/procedures.json", 0, &where);
    const json_t *procedures = json_object_get(root, "procedures"), *procedure;
    size_t i;

    (void)state;
    assert_int_equal(json_array_size(procedures), 95);
    json_array_foreach(procedures, i, procedure)
    {
        const json_t *terms = json_object_get(procedure, "time_limit");
        const char *unit = json_string_value(json_object_get(terms, "unit"));
        const double amount = json_number_value(json_object_get(terms, "n"));
        const double extra = json_number_value(json_object_get(terms, "mountain_extra"));
        struct time_limit limit;

        assert_int_equal(time_limit_make(unit, amount, extra, &limit), ERR_OK);
        assert_string_equal(limit_unit_name(limit.unit), unit);
        if (limit.unit != LIMIT_SAME_DAY && limit.unit != LIMIT_NONE)
            assert_int_equal(limit.hundredths, (int64_t)(amount + extra) * 100);
    }
    json_decref(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_limit_of_the_sample_catalogue_is_understood),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
