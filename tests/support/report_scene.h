/*
 * A centre whose dossiers a test writes row by row, at whatever instants it likes, and its on-time
 * reports. Loop thread only.
 *
 * The calendars are those of slow_due.h, entered at their instants. The units VP_HDND_UBND, P_KT
 * ...; accounts "an" (Nguyễn Văn An), "binh" (Trần Thị Bình), "chi" (Lê Văn Chi).
 */
#ifndef SUPPORT_REPORT_SCENE_H
#define SUPPORT_REPORT_SCENE_H

#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "store/dossier_parts.h"
#include "support/catalogue_fixture.h"
#include "support/slow_due.h"
#include "usecase/report_on_time.h"

enum { PLANNED_PAUSES = 2, PLANNED_STEPS = 3 };

/* What a test says of one dossier; what is left out is 0 or NULL. */
struct planned {
    const char *field, *procedure, *procedure_name, *limit;
    int cutoff_s; /* 0: the default */
    int calendar; /* in force at acceptance; 0: version 1 */
    enum channel channel;
    struct instant accepted;
    struct instant ended; /* 0 ms: it has not */
    enum verdict verdict;
    struct dossier_pause pauses[PLANNED_PAUSES];
    int pause_count;
    struct {
        const char *unit, *officer;
        struct instant begun; /* of the first: acceptance */
    } steps[PLANNED_STEPS];
    int step_count; /* 0: VP_HDND_UBND, an */
};

struct scene {
    struct office_fixture office;
    int64_t last; /* id given */
    struct report_on_time report;
};

/* "2026-04-01 08:00:00", local. */
static inline struct instant when(const char *text)
{
    char instant[32];
    struct instant out;

    snprintf(instant, sizeof instant, "%.10sT%s+07:00", text, text + 11);
    assert_int_equal(instant_parse(instant, strlen(instant), &out), ERR_OK);
    return out;
}

static inline struct date day(const char *text)
{
    struct date out;

    assert_int_equal(date_parse(text, strlen(text), &out), ERR_OK);
    return out;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static inline void scene_record(const struct planned *planned, int64_t id,
                                struct dossier_record *out)
{
    const int last = planned->step_count - 1;
    struct dossier *dossier = &out->dossier;

    *out = (struct dossier_record){.id = id, .procedure_version = 1, .due = {.kind = DUE_NONE}};
    snprintf(out->code, sizeof out->code, "H55.128-260401-%04d", (int)id);
    snprintf(out->field, sizeof out->field, "%s", planned->field ? planned->field : "Hộ tịch");
    snprintf(out->procedure, sizeof out->procedure, "%s",
             planned->procedure ? planned->procedure : "1.001193");
    snprintf(out->procedure_name, sizeof out->procedure_name, "%s",
             planned->procedure_name ? planned->procedure_name : "Đăng ký khai sinh");
    snprintf(out->limit_text, sizeof out->limit_text, "%s",
             planned->limit ? planned->limit : "WORKING_DAYS 5");
    out->cutoff_s = planned->cutoff_s ? planned->cutoff_s : -1;
    out->calendar_version = out->due_calendar = planned->calendar ? planned->calendar : 1;
    dossier->channel = planned->channel;
    dossier->state = planned->ended.ms ? DOSSIER_RESULT_READY : DOSSIER_PROCESSING;
    dossier->accepted_at = planned->accepted;
    dossier->ended_at = planned->ended;
    out->verdict = planned->verdict;
    out->promised_at = out->near_at = out->late_at = out->given_at = instant_none();
    out->signed_at = instant_none();
    out->created_at = out->changed_at = planned->accepted;
    snprintf(dossier->responsible.unit, OFFICER_UNIT_SIZE, "%s",
             last >= 0 ? planned->steps[last].unit : "VP_HDND_UBND");
    snprintf(dossier->responsible.account, ACCOUNT_CODE_SIZE, "%s",
             last >= 0 ? planned->steps[last].officer : "an");
    dossier->pause_count = (size_t)planned->pause_count;
    for (int i = 0; i < planned->pause_count; i++)
        dossier->pauses[i] = planned->pauses[i];
}

static inline void scene_steps(struct store_tx *tx, const struct planned *planned,
                               const struct dossier_record *record)
{
    for (int i = 0; i < (planned->step_count ? planned->step_count : 1); i++) {
        struct dossier_step step = {.step = i + 1,
                                    .given_at = instant_none(),
                                    .begun_at = i ? planned->steps[i].begun : planned->accepted,
                                    .ended_at = instant_none()};

        step.starts_at = step.begun_at;
        step.officer = record->dossier.responsible;
        if (planned->step_count) {
            snprintf(step.officer.unit, OFFICER_UNIT_SIZE, "%s", planned->steps[i].unit);
            snprintf(step.officer.account, ACCOUNT_CODE_SIZE, "%s", planned->steps[i].officer);
        }
        dossier_step_begin(tx, record->id, &step);
    }
    if (planned->ended.ms)
        dossier_step_end(tx, record->id, planned->ended);
}

struct scene_put {
    struct test_request request;
    const struct planned *planned;
    int count;
    int64_t first;
};

static inline enum err scene_put_run(struct store_tx *tx, struct test_request *request)
{
    const struct scene_put *put = container_of(request, struct scene_put, request);
    static struct dossier_record record;

    for (int i = 0; i < put->count; i++) {
        scene_record(&put->planned[i], put->first + i, &record);
        dossier_rows_put(tx, &record);
        scene_steps(tx, &put->planned[i], &record);
    }
    return ERR_OK;
}

/* Write `count` dossiers; ids go on from the last. */
static inline void scene_put(struct scene *scene, const struct planned *planned, int count)
{
    struct scene_put put = {.request = {.run = scene_put_run},
                            .planned = planned,
                            .count = count,
                            .first = scene->last + 1};

    assert_int_equal(office_write(&scene->office, &put.request), ERR_OK);
    scene->last += count;
}

/* ---- the centre ------------------------------------------------------------------------------ */

static inline void scene_dates(struct text *json, const char *key, const char *const *dates)
{
    json_open_array(json, key);
    for (int i = 0; i < SLOW_LIST && dates[i]; i++) {
        json_open_object(json, NULL);
        json_put_string(json, "date", dates[i]);
        json_put_string(json, "status", "official");
        json_close_object(json);
    }
    json_close_array(json);
}

static inline void scene_calendar(struct store_tx *tx, int version)
{
    const struct slow_due_version *lists = &slow_due_versions[version - 1];
    struct calendar_version_row row = {.version = version, .digest = {(uint8_t)version}};
    struct text json;

    text_init(&json);
    text_printf(&json, "{\"meta\":{\"horizon\":[\"%s\",\"%s\"]},\"weekly_rest\":[\"T7\",\"CN\"],",
                SLOW_DUE_FIRST, SLOW_DUE_LAST);
    text_printf(&json,
                "\"working_sessions\":[{\"effective_from\":\"%s\",\"sessions\":"
                "[[\"07:30\",\"11:30\"],[\"13:00\",\"17:00\"]]}],",
                SLOW_DUE_FIRST);
    struct text lists_json;
    text_init(&lists_json);
    json_open_object(&lists_json, NULL);
    scene_dates(&lists_json, "days_off", lists->days_off);
    scene_dates(&lists_json, "compensatory_working_days", lists->make_up_days);
    json_close_object(&lists_json);
    text_add(&json, lists_json.data + 1); /* without its opening brace */
    assert_int_equal(instant_parse(lists->entered_at, strlen(lists->entered_at), &row.entered_at),
                     ERR_OK);
    calendar_rows_insert(tx, &row, json.data);
    text_release(&lists_json);
    text_release(&json);
}

static inline enum err scene_fill(struct store_tx *tx, struct test_request *request)
{
    static const char *const people[][2] = {
        {"an", "Nguyễn Văn An"}, {"binh", "Trần Thị Bình"}, {"chi", "Lê Văn Chi"}};

    (void)request;
    for (int version = 1; version <= SLOW_VERSIONS; version++)
        scene_calendar(tx, version);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct directory_account account = {.roles = {ROLE_BIT(THU_LY)}, .version = 1};

        snprintf(account.code, sizeof account.code, "%s", people[i][0]);
        snprintf(account.name, sizeof account.name, "%s", people[i][1]);
        account_rows_put(tx, &account);
    }
    return ERR_OK;
}

/* Make the centre; `now` is local, e.g. "2026-05-20 08:00:00". */
static inline void scene_make(struct scene *scene, const char *now)
{
    struct test_request fill = {.run = scene_fill};

    memset(scene, 0, sizeof *scene);
    catalogue_fixture_make(&scene->office);
    assert_int_equal(office_write(&scene->office, &fill), ERR_OK);
    office_set_time(&scene->office, when(now));
}

static inline void scene_remove(struct scene *scene)
{
    report_on_time_release(&scene->report);
    office_fixture_remove(&scene->office);
}

/* ---- reports --------------------------------------------------------------------------------- */

/* Make a report into scene->report; the one before is freed. */
static inline enum err scene_report_of(struct scene *scene, struct date from, struct date to,
                                       enum report_by by, struct role_set roles, const char *unit)
{
    struct report_on_time *report = &scene->report;

    report_on_time_release(report);
    *report = (struct report_on_time){.by = by, .period = {from, to}};
    office_prepare(&scene->office, &report->command, "giamdoc", PERMISSION_REPORT_READ,
                   report_on_time_run);
    report->command.actor.roles = roles;
    snprintf(report->command.actor.unit, sizeof report->command.actor.unit, "%s", unit);
    assert_int_equal(command_read(&report->command), ERR_OK);
    office_wait(&scene->office, scene->office.done + 1);
    return report->command.err;
}

/* As GD_TT; it must succeed. */
static inline const struct report_on_time *scene_report(struct scene *scene, const char *from,
                                                        const char *to, enum report_by by)
{
    const struct role_set roles = {ROLE_BIT(GD_TT)};

    assert_int_equal(scene_report_of(scene, day(from), day(to), by, roles, "TT_PVHCC"), ERR_OK);
    command_release(&scene->report.command);
    return &scene->report;
}

/* The row of a key, NULL for none. */
static inline const struct indicator_row *scene_row(const struct scene *scene, const char *key)
{
    for (size_t i = 0; i < scene->report.groups.count; i++)
        if (strcmp(scene->report.groups.rows[i]->key, key) == 0)
            return &report_on_time_row(&scene->report, i)->counts;
    return NULL;
}

#endif
