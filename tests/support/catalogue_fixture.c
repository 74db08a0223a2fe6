#include "support/catalogue_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

static enum err put_units(struct store_tx *tx, struct test_request *request)
{
    static const char *const units[] = {"VP_HDND_UBND", "P_KT",   "P_VHXH",  "CA_XA",
                                        "TRUONG_HOC",   "BCH_QS", "LANH_DAO"};

    (void)request;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct sql *q = sql_start(tx, STMT_UNIT_PUT);

        sql_int(q, 1, sql_centre(tx));
        sql_text(q, 2, units[i]);
        sql_text(q, 3, units[i]);
        sql_int(q, 4, strcmp(units[i], "LANH_DAO") != 0);
        sql_run(q);
    }
    return ERR_OK;
}

void catalogue_fixture_make(struct office_fixture *fixture)
{
    struct test_request fill = {.run = put_units};

    office_fixture_make_with(fixture, &fill);
}

enum err catalogue_fixture_import(struct office_fixture *fixture, struct import *import,
                                  command_run_fn run, const char *json)
{
    office_prepare(fixture, &import->command, "", PERMISSION_CATALOGUE_CHANGE, run);
    import->command.actor.kind = ACTOR_SYSTEM;
    import->command.language = LANGUAGE_EN;
    import->json = json;
    import->length = strlen(json);
    const enum err err = office_do(fixture, &import->command);
    command_release(&import->command);
    return err;
}

void catalogue_fixture_forget(struct import *import)
{
    text_release(&import->faults);
    text_release(&import->warnings);
}

char *catalogue_fixture_file(const char *path)
{
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    const long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, (size_t)size, file), (size_t)size);
    text[size] = '\0';
    fclose(file);
    return text;
}
