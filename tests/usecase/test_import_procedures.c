/* Rules checked,
 * */
#include "support/test.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/catalogue_fixture.h"
#include "usecase/procedure.h"

#define SAMPLE "queue_server/sample/procedures.json"

/* A sound row, on which the tests below put one fault each. */
static const char sound_row[] =
    "{\"code\": \"9.000001\", \"name\": \"Xác nhận thử\", \"field\": \"Hộ tịch\","
    " \"handling_unit\": \"VP_HDND_UBND\","
    " \"time_limit\": {\"unit\": \"WORKING_DAYS\", \"n\": 5, \"text\": \"05 ngày làm việc\"},"
    " \"extension\": {\"reason\": \"Cần xác minh\","
    "                 \"extra\": {\"unit\": \"WORKING_DAYS\", \"n\": 3}},"
    " \"fee\": {\"type\": \"BY_CHANNEL\", \"amount\": 20000, \"amount_online\": 10000,"
    "           \"text\": \"20.000 đồng\"},"
    " \"online_level\": \"MOT_PHAN\","
    " \"documents\": [{\"name\": \"Tờ khai\", \"kind\": \"FORM\", \"required\": true},"
    "                 {\"name\": \"Căn cước\", \"kind\": \"PRESENT\", \"required\": false,"
    "                  \"replace_by_data\": \"CSDL dân cư\"}],"
    " \"steps\": [{\"step\": 1, \"unit\": \"TT_PVHCC\", \"task\": \"Nhận\","
    "              \"limit\": {\"unit\": \"WORKING_DAYS\", \"n\": 0.5}},"
    "             {\"step\": 2, \"unit\": \"handling_unit\", \"task\": \"Xử lý\","
    "              \"limit\": {\"unit\": \"WORKING_DAYS\", \"n\": 4.5}},"
    "             {\"step\": 3, \"unit\": \"TT_PVHCC\", \"task\": \"Trả\", \"limit\": null}],"
    " \"result\": \"Giấy xác nhận\", \"note\": null}";

/* Put `value` (JSON, NULL to remove) at a dotted path of the row. */
static void patch(json_t *row, const char *path, const char *value)
{
    char key[40];
    const size_t length = strcspn(path, ".");
    const bool is_index = path[0] >= '0' && path[0] <= '9';
    json_t *below, *new_value = value ? json_loads(value, JSON_DECODE_ANY, NULL) : NULL;

    snprintf(key, sizeof key, "%.*s", (int)length, path);
    if (path[length]) {
        json_decref(new_value);
        below = is_index ? json_array_get(row, (size_t)(key[0] - '0')) : json_object_get(row, key);
        patch(below, path + length + 1, value);
    } else if (is_index) {
        json_array_set_new(row, (size_t)(key[0] - '0'), new_value);
    } else if (new_value) {
        json_object_set_new(row, key, new_value);
    } else {
        json_object_del(row, key);
    }
}

/* A file with the sound row, changed at `path` unless that is NULL. Of malloc. */
static char *file_with(const char *path, const char *value)
{
    json_t *row = json_loads(sound_row, 0, NULL);
    json_t *root = json_pack("{s:[o]}", "procedures", row);

    if (path)
        patch(row, path, value);
    char *text = json_dumps(root, 0);
    json_decref(root);
    assert_non_null(text);
    return text;
}

/* ---- looking at what was stored -------------------------------------------------------------- */

struct look {
    struct test_request request;
    struct office *office;
    const char *code;
    int64_t version; /* 0: begun by `date` */
    struct date date;
    enum err err;
    struct procedure procedure;
};

static enum err look_run(struct store_tx *tx, struct test_request *request)
{
    struct look *l = container_of(request, struct look, request);

    l->err = l->version ? procedure_load_version(tx, l->office, l->code, l->version, &l->procedure)
                        : procedure_load(tx, l->office, l->code, l->date, &l->procedure);
    return ERR_OK;
}

static struct date day(int month, int of_month)
{
    return date_from_civil((struct civil){2026, month, of_month});
}

static enum err look_at(struct office_fixture *fixture, struct look *look)
{
    look->office = &fixture->office;
    look->request.run = look_run;
    assert_int_equal(store_fixture_look(&fixture->store, &look->request), ERR_OK);
    return look->err;
}

/* Version in force on a date of 2026, 0 when there is none. */
static int64_t version_on(struct office_fixture *fixture, const char *code, struct date date)
{
    struct look look = {.code = code, .date = date};

    if (look_at(fixture, &look) != ERR_OK)
        return 0;
    const bool in_force = procedure_is_in_force(&look.procedure, date);
    procedure_release(&look.procedure);
    return in_force ? look.procedure.version : 0;
}

static enum err import_file(struct office_fixture *fixture, struct import *import, char *json)
{
    const enum err err = catalogue_fixture_import(fixture, import, import_procedures_run, json);

    free(json);
    return err;
}

/* Import that must succeed; returns how many rows changed. */
static int import_changes(struct office_fixture *fixture, char *json)
{
    struct import import = {.rows = 0};

    assert_int_equal(import_file(fixture, &import, json), ERR_OK);
    catalogue_fixture_forget(&import);
    return import.changed;
}

/* ---- the sample ------------------------------------------------------------------------------ */

static void the_sample_catalogue_is_imported_once(void **state)
{
    struct office_fixture fixture;
    struct import import = {.rows = 0};

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_int_equal(import_file(&fixture, &import, catalogue_fixture_file(SAMPLE)), ERR_OK);
    assert_int_equal(import.rows, 95);
    assert_int_equal(import.changed, 95);
    /* the one row that is fully online with a paper to be shown (by hand, from the file) */
    assert_non_null(strstr(import.warnings.data, "procedures[31] (2.000927) documents: "));
    assert_null(strstr(import.warnings.data, "procedures[30] (2.000913) documents"));
    catalogue_fixture_forget(&import);
    assert_int_equal(fixture.store.event_count, 1); /* not one for each row */
    assert_int_equal(import_changes(&fixture, catalogue_fixture_file(SAMPLE)), 0);
    assert_int_equal(fixture.store.event_count, 1);
    office_fixture_remove(&fixture);
}

/* Expected values: the row of 1.004222 in domain 7. */
static void a_stored_procedure_is_read_back_as_the_catalogue_states_it(void **state)
{
    struct office_fixture fixture;
    struct look look = {.code = "1.004222", .date = day(3, 10)};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, catalogue_fixture_file(SAMPLE));
    assert_int_equal(look_at(&fixture, &look), ERR_OK);
    const struct procedure *found = &look.procedure;
    assert_string_equal(found->code, "1.004222");
    assert_int_equal(found->version, 1);
    assert_string_equal(found->name, "Đăng ký thường trú");
    assert_string_equal(found->field, "Cư trú");
    assert_string_equal(found->unit, "CA_XA");
    assert_int_equal(found->limit.unit, LIMIT_WORKING_DAYS);
    assert_int_equal(found->limit.hundredths, 700);
    assert_int_equal(found->policy.cutoff, CUTOFF_DEFAULT);
    assert_false(procedure_is_at_counter(found));
    assert_int_equal(found->fee.kind, FEE_BY_CHANNEL);
    assert_int_equal(found->fee.amount, 20000);
    assert_int_equal(found->fee.online_amount, 10000);
    assert_int_equal(found->document_count, 2);
    assert_int_equal(found->documents[0].form, DOCUMENT_FORM_FORM);
    assert_true(found->documents[0].required);
    assert_null(found->documents[0].replace_by_data);
    assert_int_equal(found->documents[1].form, DOCUMENT_FORM_PRESENT);
    assert_non_null(found->documents[1].replace_by_data);
    assert_int_equal(found->online, ONLINE_FULL);
    procedure_release(&look.procedure);
    office_fixture_remove(&fixture);
}

static void same_day_procedures_have_their_cut_off_and_are_settled_at_the_counter(void **state)
{
    struct office_fixture fixture;
    struct look look = {.code = "1.001193", .date = day(3, 10)};
    struct look endless = {.code = "3.000182", .date = day(3, 10)};
    struct look extended = {.code = "1.004772", .date = day(3, 10)};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, catalogue_fixture_file(SAMPLE));
    assert_int_equal(look_at(&fixture, &look), ERR_OK);
    assert_true(procedure_is_at_counter(&look.procedure));
    assert_int_equal(look.procedure.policy.cutoff, CUTOFF_AT);
    assert_int_equal(look.procedure.policy.cutoff_second, 15 * 3600);
    procedure_release(&look.procedure);
    assert_int_equal(look_at(&fixture, &endless), ERR_OK);
    assert_int_equal(endless.procedure.limit.unit, LIMIT_NONE);
    assert_string_equal(endless.procedure.limit_text, "Theo kế hoạch tuyển sinh hằng năm");
    procedure_release(&endless.procedure);
    assert_int_equal(look_at(&fixture, &extended), ERR_OK);
    assert_true(extended.procedure.has_extension);
    assert_int_equal(extended.procedure.extension.hundredths, 2000);
    procedure_release(&extended.procedure);
    office_fixture_remove(&fixture);
}

static enum err set_mountain(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    setting_put(tx, "mountain_commune", "1");
    return ERR_OK;
}

/* 1.012796: "Không quá 08 ngày làm việc; xã miền núi: không quá 18 ngày làm việc". */
static void a_mountain_commune_has_its_longer_limits(void **state)
{
    struct office_fixture fixture;
    struct look look = {.code = "1.012796", .date = day(3, 10)};
    struct test_request set = {.run = set_mountain};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, catalogue_fixture_file(SAMPLE));
    assert_int_equal(look_at(&fixture, &look), ERR_OK);
    assert_int_equal(look.procedure.limit.hundredths, 800);
    procedure_release(&look.procedure);
    assert_int_equal(office_write(&fixture, &set), ERR_OK);
    assert_int_equal(look_at(&fixture, &look), ERR_OK);
    assert_int_equal(look.procedure.limit.hundredths, 1800);
    procedure_release(&look.procedure);
    office_fixture_remove(&fixture);
}

/* ---- faults ---------------------------------------------------------------------------------- */

struct faulty {
    const char *path, *value; /* what is put where */
    const char *line;         /* what is told */
};

static const struct faulty faulty[] = {
    {"code", NULL, "code: must be there"},
    {"code", "\"\"", "code: must not be empty"},
    {"code", "\"mã 1\"", "code: has a value that is not valid"},
    {"code", "\".1\"", "code: has a value that is not valid"},
    {"code", "\"0123456789012345678901234567890123456789x\"", "code: is too long"},
    {"name", "12", "name: has the wrong type"},
    {"name", "\"a\\u0007b\"", "name: has characters that are not allowed"},
    {"name", "\" \"", "name: must not be empty"},
    {"field", "null", "field: must be there"},
    {"handling_unit", "\"PHONG_LA\"", "handling_unit: is not a unit of this centre"},
    {"time_limit", NULL, "time_limit: must be there"},
    {"time_limit", "5", "time_limit: has the wrong type"},
    {"time_limit.unit", "\"WEEKS\"", "time_limit: is not a time limit"},
    {"time_limit.unit", "\"WORKING_SECONDS\"", "time_limit: is not a time limit"},
    {"time_limit.n", "0", "time_limit: is not a time limit"},
    {"time_limit.n", "-1", "time_limit: is not a time limit"},
    {"time_limit.n", "\"5\"", "time_limit.n: has the wrong type"},
    {"time_limit.n", "null", "time_limit.n: must be there"},
    {"time_limit.text", NULL, "time_limit.text: must be there"},
    {"time_limit.cutoff", "\"25:00\"", "time_limit.cutoff: has a value that is not valid"},
    {"time_limit.cutoff", "\"none\"", "time_limit.cutoff: has a value that is not valid"},
    {"time_limit.mountain_extra", "-1", "mountain_extra: has a value that is not valid"},
    {"time_limit.mountain_extra", "0.001", "mountain_extra: has a value that is not valid"},
    {"extension.extra", NULL, "extension.extra: must be there"},
    {"extension.extra.n", "0", "extension.extra: is not a time limit"},
    {"extension.reason", "\"\"", "extension.reason: must not be empty"},
    {"fee", "[]", "fee: has the wrong type"},
    {"fee.type", "\"CHEAP\"", "fee.type: has a value that is not valid"},
    {"fee.amount", "-1", "fee.amount: has a value that is not valid"},
    {"fee.amount", "1.5", "fee.amount: has the wrong type"},
    {"fee.amount", "null", "fee.amount: lacks the price that its type needs"},
    {"fee.amount_online", NULL, "fee.amount_online: lacks the price that its type needs"},
    {"fee.type", "\"FREE\"", "fee.amount: has a value that is not valid"},
    {"fee.text", NULL, "fee.text: must be there"},
    {"online_level", "\"HALF\"", "online_level: has a value that is not valid"},
    {"documents", NULL, "documents: must be there"},
    {"documents", "{}", "documents: has the wrong type"},
    {"documents.0", "\"Tờ khai\"", "documents[0]: has the wrong type"},
    {"documents.1.kind", "\"PAPER\"", "documents[1].kind: has a value that is not valid"},
    {"documents.1.name", NULL, "documents[1].name: must be there"},
    {"documents.0.required", "1", "documents[0].required: has the wrong type"},
    {"documents.0.required", NULL, "documents[0].required: must be there"},
    {"steps", "{}", "steps: has the wrong type"},
    {"steps.1.limit.n", "4.75", "steps: adds up to more than the time limit"},
    {"steps.0.unit", NULL, "steps[0].unit: must be there"}, /* */
    {"steps.2.share", "1.5", "steps[2].share: has a value that is not valid"},
    {"steps.2.share", "0.05", "steps: adds up to more than the time limit"},
    {"steps.1.limit.n", "0.005", "steps[1].limit: is not a time limit"},
    {"result", "\"\"", "result: must not be empty"},
    {"note", "5", "note: has the wrong type"},
    {"effective_from", "\"2026-02-29\"", "effective_from: has a value that is not valid"},
    {"effective_to", "\"2026-03-09\"", "effective_to: ends before it begins"},
};

static void every_fault_is_told_with_its_row_and_field(void **state)
{
    struct office_fixture fixture;
    char expected[200];

    (void)state;
    catalogue_fixture_make(&fixture);
    for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
        struct import import = {.rows = 0};
        char *json = file_with(faulty[i].path, faulty[i].value);

        assert_int_equal(import_file(&fixture, &import, json), ERR_PROCEDURES_MALFORMED);
        snprintf(expected, sizeof expected, "%s\n", faulty[i].line);
        assert_memory_equal(import.faults.data, "procedures[0]", strlen("procedures[0]"));
        if (!strstr(import.faults.data, expected))
            fail_msg("%s: told \"%s\"", expected, import.faults.data);
        assert_null(strchr(strchr(import.faults.data, '\n') + 1, '\n')); /* and nothing else */
        catalogue_fixture_forget(&import);
    }
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 10)), 0);
    assert_int_equal(fixture.store.event_count, 0);
    office_fixture_remove(&fixture);
}

static void all_faults_are_told_at_once_and_nothing_is_imported(void **state)
{
    struct office_fixture fixture;
    struct import import = {.rows = 0};
    json_t *root = json_pack("{s:[]}", "procedures");
    json_t *list = json_object_get(root, "procedures");

    (void)state;
    catalogue_fixture_make(&fixture);
    for (int i = 0; i < 3; i++)
        json_array_append_new(list, json_loads(sound_row, 0, NULL));
    patch(json_array_get(list, 1), "code", "\"9.000002\"");
    patch(json_array_get(list, 1), "result", NULL);
    patch(json_array_get(list, 1), "fee.type", "7");
    assert_int_equal(import_file(&fixture, &import, json_dumps(root, 0)), ERR_PROCEDURES_MALFORMED);
    assert_string_equal(import.faults.data,
                        "procedures[1] (9.000002) fee.type: has the wrong type\n"
                        "procedures[1] (9.000002) result: must be there\n"
                        "procedures[2] (9.000001) code: is the code of an earlier row too\n");
    catalogue_fixture_forget(&import);
    json_decref(root);
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 10)), 0);
    office_fixture_remove(&fixture);
}

static void a_file_that_is_no_catalogue_is_refused(void **state)
{
    static const struct {
        const char *json, *line;
    } files[] = {
        {"", "line 1"},
        {"{\"procedures\": [}", "line 1 column 17 unexpected token"},
        {"{\"procedures\": [], \"procedures\": []}", "line 1"},
        {"[]", "procedures: must be there"},
        {"{}", "procedures: must be there"},
        {"{\"procedures\": {}}", "procedures: has the wrong type"},
        {"{\"procedures\": []}", "procedures: must not be empty"},
        {"{\"procedures\": [5]}", "procedures[0]: has the wrong type"},
    };
    struct office_fixture fixture;

    (void)state;
    catalogue_fixture_make(&fixture);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct import import = {.rows = 0};

        assert_int_equal(
            catalogue_fixture_import(&fixture, &import, import_procedures_run, files[i].json),
            ERR_PROCEDURES_MALFORMED);
        if (strncmp(import.faults.data, files[i].line, strlen(files[i].line)) != 0)
            fail_msg("%s: told \"%s\"", files[i].line, import.faults.data);
        catalogue_fixture_forget(&import);
    }
    office_fixture_remove(&fixture);
}

static void a_unit_that_handles_no_dossiers_is_warned_of(void **state)
{
    struct office_fixture fixture;
    struct import import = {.rows = 0};

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_int_equal(import_file(&fixture, &import, file_with("handling_unit", "\"LANH_DAO\"")),
                     ERR_OK);
    const char first[] =
        "procedures[0] (9.000001) handling_unit: is a unit that handles no dossiers\n";
    assert_memory_equal(import.warnings.data, first, sizeof first - 1); /* the parts come last */
    catalogue_fixture_forget(&import);
    office_fixture_remove(&fixture);
}

/* ---- versions -------------------------------------------------------------------------------- */

/* The clock stands on 10 March 2026. */
static void a_changed_row_becomes_the_next_version_and_ends_the_one_before(void **state)
{
    struct office_fixture fixture;
    struct import import = {.has_from = true, .from = day(4, 1)};
    struct look pinned = {.code = "9.000001", .version = 1};

    (void)state;
    catalogue_fixture_make(&fixture);
    assert_int_equal(import_changes(&fixture, file_with(NULL, NULL)), 1);
    assert_int_equal(import_file(&fixture, &import, file_with("time_limit.n", "7")), ERR_OK);
    assert_int_equal(import.changed, 1);
    catalogue_fixture_forget(&import);
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 9)), 0);
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 10)), 1);
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 31)), 1);
    assert_int_equal(version_on(&fixture, "9.000001", day(4, 1)), 2);
    assert_int_equal(look_at(&fixture, &pinned), ERR_OK);
    assert_int_equal(pinned.procedure.limit.hundredths, 500);
    assert_true(pinned.procedure.ends);
    assert_int_equal(pinned.procedure.effective_to.day, day(3, 31).day);
    procedure_release(&pinned.procedure);
    assert_int_equal(fixture.store.event_count, 3); /* two imports, one procedure_changed */
    office_fixture_remove(&fixture);
}

static void a_correction_on_the_same_day_is_in_force_alone(void **state)
{
    struct office_fixture fixture;
    struct look pinned = {.code = "9.000001", .version = 1};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, file_with(NULL, NULL));
    import_changes(&fixture, file_with("result", "\"Giấy khác\""));
    assert_int_equal(version_on(&fixture, "9.000001", day(3, 10)), 2);
    assert_int_equal(look_at(&fixture, &pinned), ERR_OK); /* a dossier of this morning finds it */
    assert_string_equal(pinned.procedure.result, "Giấy xác nhận");
    procedure_release(&pinned.procedure);
    office_fixture_remove(&fixture);
}

static void a_version_cannot_begin_before_the_one_entered_before(void **state)
{
    struct office_fixture fixture;
    struct import import = {.has_from = true, .from = day(3, 9)};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, file_with(NULL, NULL));
    assert_int_equal(import_file(&fixture, &import, file_with("time_limit.n", "7")),
                     ERR_PROCEDURES_MALFORMED);
    assert_string_equal(import.faults.data, "procedures[0] (9.000001) effective_from: is earlier "
                                            "than the version entered before\n");
    catalogue_fixture_forget(&import);
    office_fixture_remove(&fixture);
}

static void an_ended_procedure_is_not_in_force_but_the_last_one_is_found(void **state)
{
    struct office_fixture fixture;
    struct look last = {.code = "9.000001", .date = day(7, 1)};
    struct look early = {.code = "9.000001", .date = day(3, 1)};
    struct look other = {.code = "9.999999", .date = day(7, 1)};

    (void)state;
    catalogue_fixture_make(&fixture);
    import_changes(&fixture, file_with("effective_to", "\"2026-06-30\""));
    assert_int_equal(version_on(&fixture, "9.000001", day(6, 30)), 1);
    assert_int_equal(version_on(&fixture, "9.000001", day(7, 1)), 0);
    assert_int_equal(look_at(&fixture, &last), ERR_OK);
    assert_false(procedure_is_in_force(&last.procedure, day(7, 1)));
    procedure_release(&last.procedure);
    assert_int_equal(look_at(&fixture, &early), ERR_UNKNOWN_PROCEDURE);
    assert_int_equal(look_at(&fixture, &other), ERR_UNKNOWN_PROCEDURE);
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_catalogue_is_imported_once),
        cmocka_unit_test(a_stored_procedure_is_read_back_as_the_catalogue_states_it),
        cmocka_unit_test(same_day_procedures_have_their_cut_off_and_are_settled_at_the_counter),
        cmocka_unit_test(a_mountain_commune_has_its_longer_limits),
        cmocka_unit_test(every_fault_is_told_with_its_row_and_field),
        cmocka_unit_test(all_faults_are_told_at_once_and_nothing_is_imported),
        cmocka_unit_test(a_file_that_is_no_catalogue_is_refused),
        cmocka_unit_test(a_unit_that_handles_no_dossiers_is_warned_of),
        cmocka_unit_test(a_changed_row_becomes_the_next_version_and_ends_the_one_before),
        cmocka_unit_test(a_correction_on_the_same_day_is_in_force_alone),
        cmocka_unit_test(a_version_cannot_begin_before_the_one_entered_before),
        cmocka_unit_test(an_ended_procedure_is_not_in_force_but_the_last_one_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
