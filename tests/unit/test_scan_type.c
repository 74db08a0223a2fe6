/* Rules checked. */
#include "domain/dossier_scan.h"
#include "domain/scan_type.h"

#include <string.h>

#include "support/test.h"

static const char pdf[] = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";
static const char jpeg[] = "\xff\xd8\xff\xe0\0\x10JFIF and so on";
static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on\0\0\0\0IEND\xae\x42\x60\x82";

/* What `bytes` are, given in pieces of `step`; -1 for none. */
static int look(const char *bytes, size_t length, size_t step)
{
    struct scan_look seen = {0};
    enum scan_type type;

    for (size_t at = 0; at < length; at += step)
        scan_look_add(&seen, bytes + at, length - at < step ? length - at : step);
    return scan_look_type(&seen, &type) ? (int)type : -1;
}

static void the_bytes_decide_whatever_pieces_they_come_in(void **state)
{
    (void)state;
    for (size_t step = 1; step < 40; step++) {
        assert_int_equal(look(pdf, sizeof pdf - 1, step), SCAN_PDF);
        assert_int_equal(look(jpeg, sizeof jpeg - 1, step), SCAN_JPEG);
        assert_int_equal(look(png, sizeof png - 1, step), SCAN_PNG);
    }
}

static void what_is_none_of_the_three_is_refused(void **state)
{
    static const char *const others[] = {
        "",          "%PDF-",        "MZ\x90",         "#!/bin/sh\nrm -rf /\n",
        "%PDF-x.y",  "GIF89a......", "<html>%PDF-1.4", " %PDF-1.7\n%%EOF",
        "PK\x03\x04"};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(look(others[i], strlen(others[i]), 7), -1);
}

static void what_is_cut_off_before_its_end_is_no_whole_file(void **state)
{
    (void)state;
    assert_int_equal(look(pdf, sizeof pdf - 1 - 6, 9), -1);
    assert_int_equal(look(png, sizeof png - 1 - 8, 9), -1);
    assert_int_equal(look(png, 12, 9), -1);
}

/* The end is looked for in the last 1024 bytes, however many there are. */
static void the_end_of_a_large_file_is_found(void **state)
{
    static char large[70000];

    (void)state;
    memset(large, 'x', sizeof large);
    memcpy(large, "%PDF-1.4\n", 9);
    memcpy(large + sizeof large - 6, "%%EOF\n", 6);
    for (size_t step = 1; step <= sizeof large; step = step * 3 + 1)
        assert_int_equal(look(large, sizeof large, step), SCAN_PDF);
    memset(large + sizeof large - 6, 'x', 6);
    memcpy(large + sizeof large - 1030, "%%EOF", 5);
    assert_int_equal(look(large, sizeof large, 1000), -1);
}

static void a_declared_type_is_read_without_its_parameters(void **state)
{
    enum scan_type type;

    (void)state;
    assert_int_equal(scan_declared_type(NULL, &type), SCAN_DECLARED_NOTHING);
    assert_int_equal(scan_declared_type("application/octet-stream", &type), SCAN_DECLARED_NOTHING);
    assert_int_equal(scan_declared_type("Image/PNG; q=1", &type), SCAN_DECLARED_TYPE);
    assert_int_equal(type, SCAN_PNG);
    assert_int_equal(scan_declared_type("image/pngx", &type), SCAN_DECLARED_OTHER);
    assert_int_equal(scan_declared_type("application/json", &type), SCAN_DECLARED_OTHER);
    assert_int_equal(scan_declared_type("", &type), SCAN_DECLARED_OTHER);
}

static enum err allowed(uint32_t role, const char *unit, enum dossier_state where, bool of_result)
{
    struct dossier dossier = {.state = where, .responsible = {.unit = "VP", .account = "thuly"}};
    struct dossier_actor actor = {.roles = {role}};

    strcpy(actor.officer.unit, unit);
    return dossier_scan_allowed(&dossier, &actor, of_result);
}

static void reception_scans_everywhere_an_officer_for_his_unit(void **state)
{
    (void)state;
    assert_int_equal(allowed(ROLE_BIT(TIEP_NHAN), "TT", DOSSIER_ACCEPTED, false), ERR_OK);
    assert_int_equal(allowed(ROLE_BIT(GD_TT), "TT", DOSSIER_PROCESSING, false), ERR_OK);
    assert_int_equal(allowed(ROLE_BIT(THU_LY), "VP", DOSSIER_PROCESSING, false), ERR_OK);
    assert_int_equal(allowed(ROLE_BIT(THU_LY), "KT", DOSSIER_PROCESSING, false), ERR_FORBIDDEN);
    assert_int_equal(allowed(ROLE_BIT(VAN_THU), "VP", DOSSIER_PROCESSING, false), ERR_FORBIDDEN);
    assert_int_equal(allowed(ROLE_BIT(VAN_THU), "VP", DOSSIER_RESULT_READY, true), ERR_OK);
    assert_int_equal(allowed(ROLE_BIT(KIEM_TRA), "VP", DOSSIER_PROCESSING, false), ERR_FORBIDDEN);
}

static void papers_while_it_is_open_the_result_while_there_may_be_one(void **state)
{
    const uint32_t clerk = ROLE_BIT(TIEP_NHAN);

    (void)state;
    for (int i = 0; i < DOSSIER_STATE_COUNT; i++) {
        const enum dossier_state where = (enum dossier_state)i;
        const bool open = where == DOSSIER_ACCEPTED || where == DOSSIER_PROCESSING ||
                          where == DOSSIER_WITH_AGENCY || where == DOSSIER_AWAITING_SUPPLEMENT ||
                          where == DOSSIER_AWAITING_PAYMENT || where == DOSSIER_SUSPENDED ||
                          where == DOSSIER_WITHDRAWAL_REQUESTED;
        const bool result = where == DOSSIER_PROCESSING || where == DOSSIER_RESULT_READY;

        assert_int_equal(allowed(clerk, "TT", where, false), open ? ERR_OK : ERR_STATE_FORBIDS);
        assert_int_equal(allowed(clerk, "TT", where, true), result ? ERR_OK : ERR_STATE_FORBIDS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bytes_decide_whatever_pieces_they_come_in),
        cmocka_unit_test(what_is_none_of_the_three_is_refused),
        cmocka_unit_test(what_is_cut_off_before_its_end_is_no_whole_file),
        cmocka_unit_test(the_end_of_a_large_file_is_found),
        cmocka_unit_test(a_declared_type_is_read_without_its_parameters),
        cmocka_unit_test(reception_scans_everywhere_an_officer_for_his_unit),
        cmocka_unit_test(papers_while_it_is_open_the_result_while_there_may_be_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
