/* From a command line to a request: the table of commands, paths, bodies, and shown answers. */
#include "support/test.h"

#include <string.h>

#include "counter_client/terminal/body.h"
#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/invocation.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/shown.h"

enum { WORDS_MAX_COUNT = 24 };

static const struct environment nothing = {NULL, NULL, NULL, NULL};

/* Read a command line whose words are parted by single blanks. */
static bool read_line(char *line, struct invocation *out_invocation, char *out_complaint)
{
    char name[] = "counter_client";
    char *words[WORDS_MAX_COUNT] = {name};
    int count = 1;

    while (line && count < WORDS_MAX_COUNT) {
        words[count++] = line;
        line = strchr(line, ' ');
        if (line)
            *line++ = '\0';
    }
    return invocation_read(count, words, &nothing, out_invocation, out_complaint);
}

static void assert_path(const char *command_line, const char *expected)
{
    char line[300], complaint[COMPLAINT_SIZE] = "";
    struct invocation invocation;
    struct text path;

    snprintf(line, sizeof line, "%s", command_line);
    if (!read_line(line, &invocation, complaint))
        fail_msg("%s", complaint);
    text_init(&path);
    body_path(&invocation, &path);
    assert_string_equal(path.data, expected);
    text_release(&path);
}

static void paths_and_queries_are_filled_in_and_encoded(void **state)
{
    (void)state;
    assert_path("ticket start t12", "/tickets/t12/start");
    assert_path("call-next --counter 3 --finish", "/counters/3/call-next");
    assert_path("call-next 3", "/counters/3/call-next");
    assert_path("procedures search khai+sinh --limit 5", "/procedures?q=khai%2Bsinh&limit=5");
    assert_path("dossier list --state=accepted Mẫu", "/dossiers?q=M%E1%BA%ABu&state=accepted");
    assert_path("report on-time --from 2026-03-01 --to 2026-03-31",
                "/reports/on-time?from=2026-03-01&to=2026-03-31&by=field");
    assert_path("report closed-show 2026-03-01 --version 1",
                "/reports/closed/month/2026-03-01?version=1");
    assert_path("report closed --period-kind reporting_month",
                "/reports/closed?kind=reporting_month");
    assert_path("dossier open --dry-run --file x", "/dossiers?dry_run=true");
    assert_path("--server http://x ticket show t1", "/tickets/t1");
    assert_path("device remove a/b", "/devices/a%2Fb");
}

static void assert_body(const char *command_line, const json_t *file,
                        const struct body_facts *facts, const char *expected)
{
    char line[400], complaint[COMPLAINT_SIZE] = "";
    struct invocation invocation;
    json_t *body = NULL, *wanted = json_loads(expected, 0, NULL);

    snprintf(line, sizeof line, "%s", command_line);
    assert_non_null(wanted);
    if (!read_line(line, &invocation, complaint) ||
        !body_build(&invocation, file, facts, &body, complaint))
        fail_msg("%s: %s", command_line, complaint);
    if (!json_equal(body, wanted)) {
        char *text = json_dumps(body, JSON_INDENT(1));

        fail_msg("%s: %s", command_line, text);
    }
    json_decref(body);
    json_decref(wanted);
}

static void options_become_fields_of_their_type(void **state)
{
    const struct body_facts none = {NULL, NULL};

    (void)state;
    assert_body("ticket issue A", NULL, &none, "{\"service\":\"A\",\"class\":\"P0\"}");
    assert_body("call-next 3 --finish", NULL, &none, "{\"finish_current\":true}");
    assert_body("call-next 3", NULL, &none, "{}");
    assert_body("clock set 2026-03-10T07:30 --rate 60", NULL, &none,
                "{\"now\":\"2026-03-10T07:30\",\"rate\":60}");
    assert_body("account set thuly --disabled false --role THU_LY --role VAN_THU", NULL, &none,
                "{\"disabled\":false,\"roles\":[\"THU_LY\",\"VAN_THU\"]}");
    assert_body("dossier return-result d1 --settle Phí:cash:7", NULL, &none,
                "{\"receiver\":{\"kind\":\"applicant\"},\"fees\":[{\"line\":\"Phí\","
                "\"settled\":{\"method\":\"cash\",\"reference\":\"7\"}}]}");
    assert_body("dossier hand-over d1 --unit P_KT --scan 1=bound --scan 2=to-khai.pdf", NULL, &none,
                "{\"unit\":\"P_KT\",\"scans\":[{\"document\":1,\"scan\":{\"exception\":\"bound\"}},"
                "{\"document\":2,\"scan\":{\"file\":\"to-khai.pdf\"}}]}");
}

static void options_go_over_the_file_and_fallbacks_do_not(void **state)
{
    const struct body_facts none = {NULL, NULL};
    json_t *file = json_loads("{\"procedure\":\"1\",\"channel\":\"post\",\"intake\":\"arrive\","
                              "\"result_delivery\":\"post\",\"applicant\":{\"kind\":\"other\","
                              "\"full_name\":\"Một\"}}",
                              0, NULL);

    (void)state;
    assert_body("dossier open --file x --full-name Hai --fee Phí=10000", file, &none,
                "{\"procedure\":\"1\",\"channel\":\"post\",\"intake\":\"arrive\","
                "\"result_delivery\":\"post\",\"applicant\":{\"kind\":\"other\","
                "\"full_name\":\"Hai\"},\"documents\":[],"
                "\"fees\":[{\"line\":\"Phí\",\"amount\":10000}]}");
    json_decref(file);
}

static void papers_are_named_by_the_rows_of_the_procedure(void **state)
{
    json_t *procedure =
        json_loads("{\"documents\":[{\"row\":1,\"name\":\"Tờ khai\",\"form\":\"form\","
                   "\"required\":true},{\"row\":2,\"name\":\"Trích lục\",\"form\":\"copy\","
                   "\"required\":false}]}",
                   0, NULL);
    const struct body_facts facts = {procedure, NULL};

    (void)state;
    assert_body("dossier resume d1 --paper all", NULL, &facts,
                "{\"documents\":[{\"row\":1,\"name\":\"Tờ khai\",\"form\":\"form\","
                "\"originals\":1,\"copies\":0}]}");
    assert_body("dossier resume d1 --paper 2:0:3:a.pdf", NULL, &facts,
                "{\"documents\":[{\"row\":2,\"name\":\"Trích lục\",\"form\":\"copy\","
                "\"originals\":0,\"copies\":3,\"scan\":{\"file\":\"a.pdf\"}}]}");
    json_decref(procedure);
}

static void values_that_cannot_be_read_are_named(void **state)
{
    const char *const lines[] = {"clock set --rate nhanh", "account set x --disabled maybe",
                                 "dossier open --fee Phí", "dossier resume d1 --paper 9",
                                 "dossier hand-over d1 --scan x=y"};
    const struct body_facts none = {NULL, NULL};

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char line[200], complaint[COMPLAINT_SIZE] = "";
        struct invocation invocation;
        json_t *body = NULL;

        snprintf(line, sizeof line, "%s", lines[i]);
        assert_true(read_line(line, &invocation, complaint));
        assert_false(body_build(&invocation, NULL, &none, &body, complaint));
        assert_non_null(strstr(complaint, "--"));
    }
}

static void a_command_line_that_means_nothing_is_refused(void **state)
{
    const char *const lines[] = {
        "tickets",
        "ticket begin t1",
        "ticket start",
        "ticket start t1 t2",
        "ticket start --no",
        "--no",
        "ticket list --state",
        "--lang fr me",
        "call-next --counter 1 --counter 2",
        "me --server",
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char line[200], complaint[COMPLAINT_SIZE] = "";
        struct invocation invocation;

        snprintf(line, sizeof line, "%s", lines[i]);
        assert_false(read_line(line, &invocation, complaint));
        assert_true(complaint[0] != '\0');
    }
}

static void without_a_command_it_is_the_full_screen(void **state)
{
    char line[] = "--server http://x --counter 3", complaint[COMPLAINT_SIZE];
    struct invocation invocation;

    (void)state;
    assert_true(read_line(line, &invocation, complaint));
    assert_int_equal(invocation.errand, ERRAND_SCREEN);
    assert_string_equal(invocation.counter, "3");
    assert_string_equal(invocation.server, "http://x");
}

/* ---- shown ------------------------------------------------------------------------------------
 */

static void assert_shown(enum shown shown, const char *answer, const char *expected)
{
    json_t *json = json_loads(answer, 0, NULL);
    struct text text;

    assert_non_null(json);
    text_init(&text);
    shown_add(&text, shown, json, LANGUAGE_VI);
    assert_string_equal(text.data, expected);
    text_release(&text);
    json_decref(json);
}

static void tables_are_aligned_by_cells(void **state)
{
    (void)state;
    assert_shown(SHOWN_UNITS,
                 "{\"items\":[{\"unit\":\"Đ\",\"handles\":true,\"name\":\"Văn phòng\"},"
                 "{\"unit\":\"P_VHXH1\",\"handles\":false,\"name\":\"Phòng\"}],\"next\":null}",
                 "Đơn vị   Xử lý  Tên\n"
                 "Đ        có     Văn phòng\n"
                 "P_VHXH1  không  Phòng\n");
}

static void a_call_says_why(void **state)
{
    (void)state;
    assert_shown(SHOWN_CALL,
                 "{\"ticket\":null,\"why\":{\"rule\":\"empty\",\"waiting_elsewhere\":3},"
                 "\"finished\":null}",
                 "Không có ai để gọi: không còn ai chờ\nChờ quầy khác: 3\n");
}

static void the_queue_of_each_site_stands_under_its_name(void **state)
{
#define HEADS "Nhóm  Đang chờ  Chờ khoảng  Tên\n\nQuầy  Trạng thái  Phiếu  Tên\n"
    (void)state;
    assert_shown(SHOWN_QUEUE,
                 "{\"items\":[{\"site\":\"a\",\"site_name\":\"Điểm Ả\","
                 "\"at\":\"2026-03-10T07:41:09+07:00\","
                 "\"services\":[],\"counters\":[]},{\"site\":\"b\",\"site_name\":\"Điểm B\","
                 "\"at\":\"2026-03-10T07:41:09+07:00\",\"services\":[],\"counters\":[]}]}",
                 "Điểm Ả  07:41 10/03/2026\n" HEADS "\n"
                 "Điểm B  07:41 10/03/2026\n" HEADS);
#undef HEADS
}

static void a_refusal_names_each_field(void **state)
{
    json_t *problem = json_loads("{\"title\":\"Có ô chưa đúng\",\"code\":\"invalid_fields\","
                                 "\"errors\":[{\"pointer\":\"/applicant/phone\","
                                 "\"code\":\"phone_invalid\",\"message\":\"Số sai\"}]}",
                                 0, NULL);
    struct text text;

    (void)state;
    text_init(&text);
    problem_add(&text, 422, problem, LANGUAGE_VI);
    assert_string_equal(text.data, "Có ô chưa đúng (invalid_fields)\n"
                                   "  /applicant/phone: Số sai (phone_invalid)\n");
    text_release(&text);
    json_decref(problem);
}

static int utf8_locale(void **state)
{
    (void)state;
    cells_start();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_and_queries_are_filled_in_and_encoded),
        cmocka_unit_test(options_become_fields_of_their_type),
        cmocka_unit_test(options_go_over_the_file_and_fallbacks_do_not),
        cmocka_unit_test(papers_are_named_by_the_rows_of_the_procedure),
        cmocka_unit_test(values_that_cannot_be_read_are_named),
        cmocka_unit_test(a_command_line_that_means_nothing_is_refused),
        cmocka_unit_test(without_a_command_it_is_the_full_screen),
        cmocka_unit_test(tables_are_aligned_by_cells),
        cmocka_unit_test(a_call_says_why),
        cmocka_unit_test(the_queue_of_each_site_stands_under_its_name),
        cmocka_unit_test(a_refusal_names_each_field),
    };

    return cmocka_run_group_tests(tests, utf8_locale, NULL);
}
