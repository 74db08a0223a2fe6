/* Rules checked. Tết of 2028 is 26 January; 1 January 2028 is a Saturday. */
#include "support/test.h"

#include <string.h>

#include "usecase/draft_year.h"

#define SESSIONS                                                                                   \
    "\"weekly_rest\": [\"T7\", \"CN\"], \"working_sessions\": [{\"effective_from\": "              \
    "\"2026-01-01\", \"sessions\": [[\"07:30\", \"11:30\"]]}]"

static json_t *draft(const char *json, int until)
{
    struct calendar_document *document = NULL;
    char message[CALENDAR_MESSAGE_SIZE];
    json_t *root = NULL;

    assert_int_equal(calendar_document_load(json, strlen(json), &document, message, sizeof message),
                     ERR_OK);
    assert_int_equal(draft_years(document, until, &root), ERR_OK);
    calendar_document_free(document);
    return root;
}

/* The row of a date; NULL when it is no day off. */
static const json_t *day_off(const json_t *root, const char *date)
{
    const json_t *row;
    size_t i;

    json_array_foreach(json_object_get(root, "days_off"), i,
                       row) if (strcmp(json_string_value(json_object_get(row, "date")), date) ==
                                0) return row;
    return NULL;
}

static const char *said(const json_t *root, const char *date, const char *key)
{
    const char *text = json_string_value(json_object_get(day_off(root, date), key));

    return text ? text : "";
}

static void a_year_is_added_by_the_labour_code(void **state) /* */
{
    json_t *root = draft("{\"meta\": {\"horizon\": [\"2026-01-01\", \"2027-12-31\"]}, " SESSIONS
                         ", \"compensatory_working_days\": [], \"days_off\": "
                         "[{\"date\": \"2027-01-01\", \"status\": \"official\"}]}",
                         2028);
    const json_t *horizon = json_object_get(json_object_get(root, "meta"), "horizon");

    (void)state;
    assert_string_equal(json_string_value(json_array_get(horizon, 1)), "2028-12-31");
    assert_string_equal(said(root, "2027-01-01", "status"), "official");
    assert_null(day_off(root, "2027-05-01")); /* what was entered is left alone */
    assert_string_equal(said(root, "2028-01-26", "status"), "derived_by_rule");
    assert_string_equal(said(root, "2028-01-26", "weekday"), "T4");
    assert_string_equal(said(root, "2028-01-03", "kind"), "substitute");
    assert_string_equal(said(root, "2028-01-03", "name_vi"), "Nghỉ bù Tết Dương lịch");
    assert_int_equal(json_array_size(json_object_get(root, "compensatory_working_days")), 0);
    json_decref(root);
}

static void the_rules_of_the_document_go_first(void **state) /* */
{
    json_t *root = draft("{" SESSIONS ", \"annual_rules\": ["
                         "{\"rule\": \"Tết\", \"days\": 3, \"lunar\": \"01-01\", "
                         "\"days_before\": 2}, "
                         "{\"rule\": \"Nói miệng\", \"date\": \"theo thông báo\"}, "
                         "{\"rule\": \"Ngày hội\", \"days\": 1, \"solar\": \"06-06\"}], "
                         "\"compensatory_working_days\": [{\"date\": \"2028-06-06\"}], "
                         "\"days_off\": [{\"date\": \"2027-01-01\"}]}",
                         2029);

    (void)state;
    /* the make-up day of 2028 makes the document reach to the end of that year */
    assert_null(day_off(root, "2028-01-26"));
    assert_non_null(day_off(root, "2029-02-11")); /* two days before 13 February 2029 */
    assert_non_null(day_off(root, "2029-02-13"));
    assert_null(day_off(root, "2029-02-15"));
    assert_non_null(day_off(root, "2029-06-06"));
    assert_null(day_off(root, "2029-09-02"));
    json_decref(root);
}

static void a_make_up_day_entered_before_is_worked(void **state) /* */
{
    json_t *root = draft("{\"meta\": {\"horizon\": [\"2026-01-01\", \"2027-12-31\"]}, " SESSIONS
                         ", \"compensatory_working_days\": [{\"date\": \"2028-04-30\"}], "
                         "\"days_off\": []}",
                         2028);

    (void)state;
    assert_null(day_off(root, "2028-04-30"));
    assert_non_null(day_off(root, "2028-05-01"));
    json_decref(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_added_by_the_labour_code),
        cmocka_unit_test(the_rules_of_the_document_go_first),
        cmocka_unit_test(a_make_up_day_entered_before_is_worked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
