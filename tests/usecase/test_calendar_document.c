/* Rules checked. */
#include "usecase/calendar_document.h"

#include <stdio.h>

#include "support/office_calendar.h"
#include "usecase/explain_deadline.h"

/* Read a whole file of the repository; the caller frees it. */
static char *read_whole(const char *path, size_t *out_length)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 20);

    assert_non_null(file);
    assert_non_null(text);
    *out_length = fread(text, 1, 1 << 20, file);
    fclose(file);
    return text;
}

static struct calendar_document *load_file(const char *path)
{
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];
    size_t length;
    char *text = read_whole(path, &length);

    if (calendar_document_load(text, length, &document, message, sizeof message) != ERR_OK)
        fail_msg("%s: %s", path, message);
    free(text);
    return document;
}

static void the_sample_calendar_is_the_one_of_the_domain(void **state)
{
    struct calendar_document *document = load_file("queue_server/sample/holidays.json");
    const struct calendar *calendar = calendar_document_calendar(document);
    struct calendar office;
    void *block = office_calendar(&office);

    (void)state;
    assert_int_equal(calendar->first.day, office.first.day);
    assert_int_equal(calendar->day_count, office.day_count);
    for (int32_t i = 0; i < office.day_count; i++) {
        const struct date date = date_plus(office.first, i);

        assert_int_equal(calendar_day_kind(calendar, date), calendar_day_kind(&office, date));
        assert_int_equal(calendar->days[i].seconds_before, office.days[i].seconds_before);
        assert_int_equal(calendar_unconfirmed(calendar, date, date),
                         calendar_unconfirmed(&office, date, date));
    }
    free(block);
    calendar_document_free(document);
}

static void days_are_explained_by_name_and_decree(void **state)
{
    struct calendar_document *document = load_file("queue_server/sample/holidays.json");
    struct calendar_note note;

    (void)state;
    assert_true(calendar_document_day_off(document, date_at("2026-04-27"), &note));
    assert_string_equal(note.name, "Nghỉ bù Giỗ Tổ Hùng Vương");
    assert_string_equal(note.status, "official");
    assert_true(calendar_document_make_up(document, date_at("2025-04-26"), &note));
    assert_string_equal(note.decree, "Thông báo 6150/TB-LĐTBXH");
    assert_string_equal(note.name, "");
    assert_false(calendar_document_day_off(document, date_at("2026-04-28"), &note));
    assert_string_equal(calendar_document_version(document), "2026-11-22");
    calendar_document_free(document);
    document = load_file("tests/data/working-time/calendar-varied.json");
    assert_true(calendar_document_partial(document, date_at("2026-12-31"), 9 * 3600, &note));
    assert_string_equal(note.name, "made up");
    assert_false(calendar_document_partial(document, date_at("2026-12-31"), 33600, &note));
    calendar_document_free(document);
}

#define SOUND                                                                                      \
    "\"weekly_rest\":[\"CN\"],\"working_sessions\":[{\"effective_from\":\"2026-01-01\","           \
    "\"sessions\":[[\"08:00\",\"24:00\"]]}],"
#define DATES          "\"days_off\":[],\"compensatory_working_days\":[]"
#define HORIZON        "\"meta\":{\"horizon\":[\"2026-01-01\",\"2026-12-31\"]},"
#define SESSIONS(text) "{" HORIZON "\"weekly_rest\":[],\"working_sessions\":" text "," DATES "}"
#define OFF(text)                                                                                  \
    "{" HORIZON SOUND "\"days_off\":" text ",\"compensatory_working_days\":[{\"date\":"            \
    "\"2026-05-09\"}]}"
#define PARTIAL(text) "{" HORIZON SOUND DATES ",\"partial_days_off\":" text "}"

static const struct {
    const char *json, *place;
} bad[] = {
    {"", "line 1"},
    {"{", "line 1"},
    {"[]", "the document:"},
    {"{\"weekly_rest\":[],\"weekly_rest\":[]}", "duplicate"},
    {"{}", "weekly_rest:"},
    {"{\"weekly_rest\":\"CN\"}", "weekly_rest:"},
    {"{\"weekly_rest\":[\"T2\",\"T8\"]}", "weekly_rest[1]:"},
    {"{\"weekly_rest\":[7]}", "weekly_rest[0]:"},
    {"{\"weekly_rest\":[]}", "working_sessions:"},
    {SESSIONS("[]"), "working_sessions:"},
    {SESSIONS("[3]"), "working_sessions[0]:"},
    {SESSIONS("[{\"sessions\":[[\"08:00\",\"09:00\"]]}]"), "working_sessions[0].effective_from:"},
    {SESSIONS("[{\"effective_from\":\"2026-02-30\",\"sessions\":[[\"08:00\",\"09:00\"]]}]"),
     "working_sessions[0].effective_from:"},
    {SESSIONS("[{\"effective_from\":null,\"sessions\":[[\"08:00\",\"09:00\"]]}]"),
     "working_sessions: a row"},
    {SESSIONS("[{\"effective_from\":null,\"sessions\":[]}]"), "working_sessions[0].sessions:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\"}]"), "working_sessions[0].sessions:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"08:00\"]]}]"),
     "working_sessions[0].sessions[0]:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"8:00\",\"09:00\"]]}]"),
     "working_sessions[0].sessions[0]:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"08:00\",\"24:01\"]]}]"),
     "working_sessions[0].sessions[0]:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"08:00\",\"10:00\"],"
              "[\"09:59\",\"11:00\"]]}]"),
     "working_sessions[0].sessions[1]:"},
    {SESSIONS("[{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"08:00\",\"10:00\"]]},"
              "{\"effective_from\":\"2026-01-01\",\"sessions\":[[\"08:00\",\"11:00\"]]}]"),
     "working_sessions: two different rows are effective from 2026-01-01"},
    {"{" HORIZON SOUND "\"days_off\":[]}", "compensatory_working_days:"},
    {"{" HORIZON SOUND "\"compensatory_working_days\":[]}", "days_off:"},
    {OFF("{}"), "days_off:"},
    {OFF("[1]"), "days_off[0]:"},
    {OFF("[{\"date\":\"2026-01-02\"},{}]"), "days_off[1].date:"},
    {OFF("[{\"date\":\"2026-1-2\"}]"), "days_off[0].date:"},
    {OFF("[{\"date\":\"2200-01-01\"}]"), "days_off[0].date:"},
    {OFF("[{\"date\":\"2026-01-02\",\"status\":1}]"), "days_off[0].status:"},
    {OFF("[{\"date\":\"2026-05-09\"}]"), "2026-05-09:"}, /* the contradiction */
    {PARTIAL("{}"), "partial_days_off:"},
    {PARTIAL("[0]"), "partial_days_off[0]:"},
    {PARTIAL("[{\"date\":\"x\",\"from\":\"08:00\",\"to\":\"09:00\"}]"),
     "partial_days_off[0].date:"},
    {PARTIAL("[{\"date\":\"2026-05-08\",\"from\":8,\"to\":\"09:00\"}]"),
     "partial_days_off[0].from:"},
    {PARTIAL("[{\"date\":\"2026-05-08\",\"from\":\"08:00\",\"to\":\"08:60\"}]"),
     "partial_days_off[0].to:"},
    {PARTIAL("[{\"date\":\"2026-05-08\",\"from\":\"08:00\",\"to\":\"08:00\"}]"),
     "partial_days_off[0].to:"},
    {"{" SOUND DATES "}", "meta.horizon:"},
    {"{\"meta\":[]," SOUND DATES "}", "meta:"},
    {"{\"meta\":{\"horizon\":[\"2026-01-01\"]}," SOUND DATES "}", "meta.horizon:"},
    {"{\"meta\":{\"horizon\":[\"2026-01-01\",3]}," SOUND DATES "}", "meta.horizon[1]:"},
    {"{\"meta\":{\"horizon\":[\"2026-01-02\",\"2026-01-01\"]}," SOUND DATES "}", "meta.horizon:"},
};

static void every_malformed_place_is_named(void **state) /* */
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct calendar_document *document = NULL;
        char message[CALENDAR_MESSAGE_SIZE];
        const enum err err = calendar_document_load(bad[i].json, strlen(bad[i].json), &document,
                                                    message, sizeof message);

        if (err != ERR_CALENDAR_MALFORMED && err != ERR_CALENDAR_CONTRADICTION)
            fail_msg("%s: taken", bad[i].json);
        assert_null(document);
        if (!strstr(message, bad[i].place))
            fail_msg("%s: want %s, got %s", bad[i].json, bad[i].place, message);
    }
}

static struct calendar_document *load(const char *json)
{
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];

    if (calendar_document_load(json, strlen(json), &document, message, sizeof message) != ERR_OK)
        fail_msg("%s", message);
    return document;
}

static void without_a_horizon_the_years_of_the_dates_are_it(void **state) /* */
{
    struct calendar_document *document =
        load("{" SOUND "\"days_off\":[{\"date\":\"2027-05-01\"},{\"date\":\"2026-05-01\"}],"
             "\"compensatory_working_days\":[{\"date\":\"2028-02-05\"}]}");
    const struct calendar *calendar = calendar_document_calendar(document);

    (void)state;
    assert_false(calendar_covers(calendar, date_at("2025-12-31")));
    assert_true(calendar_covers(calendar, date_at("2026-01-01")));
    assert_true(calendar_covers(calendar, date_at("2028-12-31")));
    assert_false(calendar_covers(calendar, date_at("2029-01-01")));
    calendar_document_free(document);
}

static void a_byte_order_mark_and_unknown_keys_are_harmless(void **state) /* */
{
    struct calendar_document *document =
        load("\xEF\xBB\xBF{" HORIZON SOUND DATES ",\"annual_rules\":[{\"rule\":1}]}");

    (void)state;
    assert_string_equal(calendar_document_title(document), "");
    assert_string_equal(calendar_document_version(document), "");
    calendar_document_free(document);
}

static void the_ledger_as_json_names_days_off_and_calendar(void **state)
{
    struct calendar_document *document = load_file("queue_server/sample/holidays.json");
    const struct deadline_request request = {.received = instant_at("2026-08-28T10:00"),
                                             .limit = {LIMIT_WORKING_DAYS, 200}};
    struct deadline deadline;
    json_t *ledger, *row;

    (void)state;
    assert_int_equal(deadline_compute(calendar_document_calendar(document), &request, &deadline),
                     ERR_OK);
    ledger = explain_deadline(document, &request, &deadline);
    assert_non_null(ledger);
    assert_string_equal(json_string_value(json_object_get(ledger, "due_at")),
                        "2026-09-04T17:00:00+07:00");
    assert_string_equal(json_string_value(json_object_get(ledger, "limit")), "WORKING_DAYS 2");
    row = json_array_get(json_object_get(ledger, "stretches"), 4);
    assert_string_equal(json_string_value(json_object_get(row, "reason")), "day_off");
    assert_string_equal(json_string_value(json_object_get(row, "name")), "Quốc khánh");
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(ledger, "calendar"), "version")),
        "2026-11-22");
    json_decref(ledger);
    calendar_document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_calendar_is_the_one_of_the_domain),
        cmocka_unit_test(days_are_explained_by_name_and_decree),
        cmocka_unit_test(every_malformed_place_is_named),
        cmocka_unit_test(without_a_horizon_the_years_of_the_dates_are_it),
        cmocka_unit_test(a_byte_order_mark_and_unknown_keys_are_harmless),
        cmocka_unit_test(the_ledger_as_json_names_days_off_and_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
