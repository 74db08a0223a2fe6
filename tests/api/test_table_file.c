/* Rules checked: R-306 R-944. The bytes of report files, from tables made by hand. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "api/table_file.h"

static struct report_table table;
static struct text file;

static int make_table(void **state)
{
    (void)state;
    memset(&table, 0, sizeof table);
    text_init(&file);
    snprintf(table.title, sizeof table.title, "Báo cáo");
    table_note(&table, "Kỳ: %d", 3);
    table_column(&table, "Tên", 20, false);
    table_column(&table, "Tử số", 8, true);
    table_column(&table, "Tỷ lệ", 8, true);
    return 0;
}

static int release_table(void **state)
{
    (void)state;
    report_table_release(&table);
    text_release(&file);
    return 0;
}

static void add_row(const char *name, int64_t numerator, int64_t denominator)
{
    table_text(&table, name);
    table_count(&table, numerator);
    table_rate(&table, (struct rate){numerator, denominator});
}

static void csv_has_a_byte_order_mark_and_quotes(void **state)
{
    (void)state;
    add_row("Hộ tịch", 79, 80);
    add_row("a \"b\", c", 0, 0);
    table_csv(&file, &table);
    assert_string_equal(file.data, "\xEF\xBB\xBF\"Tên\",\"Tử số\",\"Tỷ lệ\"\r\n"
                                   "\"Hộ tịch\",\"79\",\"98,75%\"\r\n"
                                   "\"a \"\"b\"\", c\",\"0\",\"–\"\r\n");
}

/* What Excel, LibreOffice and Google Sheets compute when a cell begins with it. */
static void no_text_becomes_a_formula(void **state)
{
    static const char *const dangerous[] = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"};

    (void)state;
    for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++)
        add_row(dangerous[i], -5, 0);
    table_csv(&file, &table);
    for (size_t i = 0; i < sizeof dangerous / sizeof *dangerous; i++) {
        char cell[32];

        snprintf(cell, sizeof cell, "\"'%s\"", dangerous[i]);
        assert_non_null(strstr(file.data, cell));
    }
    assert_non_null(strstr(file.data, ",\"-5\",")); /* a number stays one */
}

static void dates_and_instants_are_read_as_people_write_them(void **state)
{
    const struct date date = date_from_civil((struct civil){2026, 3, 31});

    (void)state;
    table_date(&table, date);
    table_instant(&table, instant_on_date(date, 16 * 3600 + 50 * 60));
    table_instant(&table, instant_none());
    table_csv(&file, &table);
    assert_non_null(strstr(file.data, "\"31/03/2026\",\"31/03/2026 16:50\",\"\"\r\n"));
}

static void a_workbook_is_a_whole_archive_and_always_the_same(void **state)
{
    struct text again;

    (void)state;
    add_row("=1+1", 79, 80);
    table.has_total = true;
    table_xlsx(&file, &table);
    assert_false(file.failed);
    assert_memory_equal(file.data, "PK\x03\x04", 4);
    assert_memory_equal(file.data + file.length - 22, "PK\x05\x06", 4);
    text_init(&again);
    table_xlsx(&again, &table);
    assert_int_equal(again.length, file.length);
    text_release(&again);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, make_table, release_table)
    const struct CMUnitTest tests[] = {
        T(csv_has_a_byte_order_mark_and_quotes),
        T(no_text_becomes_a_formula),
        T(dates_and_instants_are_read_as_people_write_them),
        T(a_workbook_is_a_whole_archive_and_always_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
