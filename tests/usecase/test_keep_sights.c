/* Rules checked: R-994. */
#include "support/office_fixture.h"
#include "support/test.h"

#include "usecase/keep_sights.h"

#include <stdlib.h>
#include <string.h>

static struct directory known, fresh;

static struct directory_device device(const char *code, uint8_t token)
{
    struct directory_device device = {
        .kind = "board", .site = "TT", .token = {token}, .created_at = office_time(8, 0, 0)};

    strcpy(device.code, code);
    return device;
}

static enum err plant(struct store_tx *tx, struct test_request *request)
{
    const struct directory_device one = device("bang-1", 1), two = device("bang-2", 2);

    (void)request;
    device_rows_put(tx, &one);
    device_rows_put(tx, &two);
    return directory_load(tx, &known);
}

static enum err load(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    return directory_load(tx, &fresh);
}

/* Another machine under the code of the first. */
static enum err pair_anew(struct store_tx *tx, struct test_request *request)
{
    const struct directory_device other = device("bang-1", 9);

    (void)request;
    device_rows_put(tx, &other);
    directory_put_device(&known, &other);
    return directory_load(tx, &fresh);
}

static int64_t seen(const struct directory *directory, const char *code)
{
    return directory_device(directory, code)->seen_at.ms;
}

/* Keep what is not kept; returns how many devices that were. */
static size_t keep(struct office_fixture *fixture)
{
    struct keep_sights keep = {.sights = NULL};

    if (!sights_take(&known, &keep))
        return 0;
    office_prepare(fixture, &keep.command, "", PERMISSION_QUEUE_READ, keep_sights_run);
    keep.command.actor.kind = ACTOR_SYSTEM;
    assert_int_equal(office_do(fixture, &keep.command), ERR_OK);
    command_release(&keep.command);
    free(keep.sights);
    return keep.count;
}

static void what_memory_knows_is_kept_once_and_an_older_sight_changes_nothing(void **state)
{
    const struct instant nine = office_time(9, 0, 0), ten = office_time(10, 0, 0);
    struct test_request planted = {.run = plant}, loaded = {.run = load};
    struct office_fixture fixture;

    (void)state;
    office_fixture_make(&fixture);
    assert_int_equal(office_write(&fixture, &planted), ERR_OK);
    assert_int_equal(keep(&fixture), 0); /* nobody was seen: nothing is written */
    directory_saw_device(&known, "bang-1", ten);
    directory_saw_device(&known, "bang-1", nine);
    directory_saw_device(&known, "nobody", ten);
    assert_int_equal(seen(&known, "bang-1"), ten.ms);
    assert_int_equal(keep(&fixture), 1);
    assert_int_equal(keep(&fixture), 0);
    assert_int_equal(office_write(&fixture, &loaded), ERR_OK);
    assert_int_equal(seen(&fresh, "bang-1"), ten.ms);
    assert_int_equal(seen(&fresh, "bang-2"), 0);
    directory_saw_device(&known, "bang-2", nine); /* after the rows were read */
    directory_keep_sights(&known, &fresh);
    assert_int_equal(seen(&fresh, "bang-2"), nine.ms);
    directory_release(&fresh);
    directory_release(&known);
    office_fixture_remove(&fixture);
}

static void another_machine_under_the_same_code_was_not_seen_yet(void **state)
{
    struct test_request planted = {.run = plant}, paired = {.run = pair_anew};
    struct office_fixture fixture;

    (void)state;
    office_fixture_make(&fixture);
    assert_int_equal(office_write(&fixture, &planted), ERR_OK);
    directory_saw_device(&known, "bang-1", office_time(9, 0, 0));
    assert_int_equal(keep(&fixture), 1);
    assert_int_equal(office_write(&fixture, &paired), ERR_OK);
    assert_int_equal(seen(&known, "bang-1"), 0);
    assert_int_equal(seen(&fresh, "bang-1"), 0);
    directory_release(&fresh);
    directory_release(&known);
    office_fixture_remove(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_memory_knows_is_kept_once_and_an_older_sight_changes_nothing),
        cmocka_unit_test(another_machine_under_the_same_code_was_not_seen_yet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
