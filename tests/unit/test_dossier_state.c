/* Rules checked: R-204. */
#include "support/test.h"

#include <string.h>

#include "domain/dossier_state.h"

/* The table of the page, typed again. */
static const struct {
    const char *name, *code;
    int national;
    enum dossier_phase phase;
    enum dossier_clock clock;
} page[] = {
    {"arrived", "CHO_KIEM_TRA", 1, PHASE_INTAKE, CLOCK_RESPONSE},
    {"supplement_before", "YC_BO_SUNG_TRUOC", 5, PHASE_INTAKE, CLOCK_NONE},
    {"refused", "TU_CHOI", 3, PHASE_REJECTED, CLOCK_NONE},
    {"accepted", "DA_TIEP_NHAN", 2, PHASE_OPEN, CLOCK_RUNS},
    {"processing", "DANG_XU_LY", 4, PHASE_OPEN, CLOCK_RUNS},
    {"with_agency", "LIEN_THONG", 4, PHASE_OPEN, CLOCK_RUNS},
    {"awaiting_supplement", "CHO_BO_SUNG", 5, PHASE_OPEN, CLOCK_PAUSED},
    {"awaiting_payment", "CHO_NVTC", 6, PHASE_OPEN, CLOCK_PAUSED},
    {"suspended", "TAM_DUNG", 4, PHASE_OPEN, CLOCK_PAUSED},
    {"withdrawal_requested", "YC_RUT", 7, PHASE_OPEN, CLOCK_AS_BEFORE},
    {"stopped", "DUNG_XU_LY", 8, PHASE_CLOSED, CLOCK_ENDED},
    {"result_ready", "CO_KET_QUA", 9, PHASE_ENDED, CLOCK_ENDED},
    {"returned", "DA_TRA", 10, PHASE_CLOSED, CLOCK_ENDED},
};

static void every_state_has_its_code_and_national_status(void **state)
{
    enum dossier_state found;

    (void)state;
    assert_int_equal(sizeof page / sizeof *page, DOSSIER_STATE_COUNT - 1);
    for (size_t i = 0; i < sizeof page / sizeof *page; i++) {
        assert_int_equal(dossier_state_from_name(page[i].name, strlen(page[i].name), &found),
                         ERR_OK);
        assert_string_equal(dossier_state_name(found), page[i].name);
        assert_string_equal(dossier_state_code(found), page[i].code);
        assert_int_equal(dossier_state_national(found), page[i].national);
        assert_int_equal(dossier_state_phase(found), page[i].phase);
        assert_int_equal(dossier_state_clock(found), page[i].clock);
        assert_true(strlen(dossier_state_title(found)) > 0);
    }
}

static void what_is_no_state_is_not_found(void **state)
{
    enum dossier_state found;

    (void)state;
    assert_int_equal(dossier_state_from_name("new", 3, &found), ERR_UNKNOWN);
    assert_int_equal(dossier_state_from_name("", 0, &found), ERR_UNKNOWN);
    assert_int_equal(dossier_state_from_name("Accepted", 8, &found), ERR_UNKNOWN);
    assert_int_equal(dossier_state_from_name("acceptedx", 9, &found), ERR_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_has_its_code_and_national_status),
        cmocka_unit_test(what_is_no_state_is_not_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
