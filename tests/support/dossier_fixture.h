/*
 * Dossiers of the sample catalogue in the small centre of catalogue_fixture.h, 10 March 2026.
 *
 * Loop thread only. The calendar is a plain one: Monday to Friday, 07:30-11:30 and 13:00-17:00, no
 * days off but those that a test asks for.
 */
#ifndef SUPPORT_DOSSIER_FIXTURE_H
#define SUPPORT_DOSSIER_FIXTURE_H

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/catalogue_fixture.h"
#include "usecase/move_dossier.h"

/* Đăng ký khai sinh lưu động: WORKING_DAYS 5, two papers, handled by VP_HDND_UBND. */
#define DOSSIER_PROCEDURE "1.003583"

static inline void dossier_fixture_calendar(struct office_fixture *fixture, const char *days_off)
{
    struct import import = {.json = NULL};
    char json[1024];

    snprintf(json, sizeof json,
             "{\"meta\": {\"title\": \"Lịch thử\", \"horizon\": [\"2026-01-01\", \"2027-12-31\"]}, "
             "\"weekly_rest\": [\"T7\", \"CN\"], \"working_sessions\": [{\"effective_from\": "
             "\"2026-01-01\", \"sessions\": [[\"07:30\", \"11:30\"], [\"13:00\", \"17:00\"]]}], "
             "\"compensatory_working_days\": [], \"days_off\": [%s]}",
             days_off);
    assert_int_equal(catalogue_fixture_import(fixture, &import, import_calendar_run, json), ERR_OK);
    catalogue_fixture_forget(&import);
}

static inline void dossier_fixture_make(struct office_fixture *fixture)
{
    struct import import = {.json = NULL};
    char *procedures = catalogue_fixture_file("queue_server/sample/procedures.json");

    catalogue_fixture_make(fixture);
    assert_int_equal(catalogue_fixture_import(fixture, &import, import_procedures_run, procedures),
                     ERR_OK);
    catalogue_fixture_forget(&import);
    free(procedures);
    dossier_fixture_calendar(fixture, "");
}

/* The answer is what the use case wrote; it is needed for a key to be stored. */
static inline void dossier_fixture_answer(struct command *command, enum err outcome)
{
    command->answer.status = outcome == ERR_OK ? 200 : err_status(outcome);
    text_add(&command->answer.body, err_code(outcome));
}

static inline void dossier_fixture_actor(struct command *command, const char *account,
                                         const char *unit, uint32_t roles)
{
    snprintf(command->actor.code, sizeof command->actor.code, "%s", account);
    snprintf(command->actor.unit, sizeof command->actor.unit, "%s", unit);
    command->actor.roles = (struct role_set){roles};
    command->answer_with = dossier_fixture_answer;
}

/* A complete intake, prepared for `account` of reception; to be freed after command_release(). */
static inline struct open_dossier *dossier_fixture_open(struct office_fixture *fixture,
                                                        const char *account)
{
    struct open_dossier *open = calloc(1, sizeof *open);

    assert_non_null(open);
    office_prepare(fixture, &open->command, account, PERMISSION_DOSSIER_OPEN, open_dossier_run);
    dossier_fixture_actor(&open->command, account, "TT_PVHCC", ROLE_BIT(TIEP_NHAN));
    snprintf(open->procedure, sizeof open->procedure, DOSSIER_PROCEDURE);
    open->intake = ACTION_ACCEPT;
    open->people[PART_APPLICANT] = (struct dossier_person){.there = true,
                                                           .kind = "citizen",
                                                           .full_name = "Nông Thị Mẫu",
                                                           .personal_id = "006190012345",
                                                           .document = "card"};
    for (int i = 0; i < 2; i++)
        open->documents[i] = (struct dossier_document){
            .list_row = i + 1, .name = "Giấy tờ", .form = "original", .originals = 1};
    open->document_count = 2;
    snprintf(open->delivery, sizeof open->delivery, "counter");
    return open;
}

/* An action prepared on the version seen. */
static inline struct move_dossier *dossier_fixture_act(struct office_fixture *fixture,
                                                       enum dossier_action action, int64_t dossier,
                                                       int64_t version, const char *account,
                                                       const char *unit, uint32_t roles)
{
    struct move_dossier *move = calloc(1, sizeof *move);

    assert_non_null(move);
    office_prepare(fixture, &move->command, account, PERMISSION_DOSSIER_ACT, move_dossier_run);
    dossier_fixture_actor(&move->command, account, unit, roles);
    move->action = action;
    move->dossier = dossier;
    move->if_match = version;
    return move;
}

/* Give back what a use case holds. */
static inline void dossier_fixture_free(void *use_case, struct text *body)
{
    text_release(body);
    command_release(use_case);
    free(use_case);
}

/* Open a complete dossier; returns its id, which is its version too. */
static inline int64_t dossier_fixture_new(struct office_fixture *fixture)
{
    struct open_dossier *open = dossier_fixture_open(fixture, "tiepnhan1");

    assert_int_equal(office_do(fixture, &open->command), ERR_OK);
    const int64_t id = open->version;
    dossier_fixture_free(open, &open->body);
    return id;
}

struct dossier_look {
    struct test_request request;
    int64_t id;
    struct dossier_record record;
};

static inline enum err dossier_fixture_look(struct store_tx *tx, struct test_request *request)
{
    struct dossier_look *look = container_of(request, struct dossier_look, request);

    return dossier_rows_get(tx, look->id, &look->record) ? ERR_OK : ERR_NOT_FOUND;
}

/* The dossier as it is stored now. */
static inline struct dossier_record dossier_fixture_record(struct office_fixture *fixture,
                                                           int64_t id)
{
    struct dossier_look look = {.request = {.run = dossier_fixture_look}, .id = id};

    assert_int_equal(store_fixture_look(&fixture->store, &look.request), ERR_OK);
    return look.record;
}

#endif
