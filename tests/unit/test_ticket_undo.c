/* Rules checked: R-920 R-921 R-922. */
#include "support/queue_scene.h"

#include "domain/ticket_undo.h"

static struct scene scene;

static int fresh(void **state)
{
    (void)state;
    scene_init(&scene);
    return 0;
}

/* Call `id` at counter 1 the way call-next does; what can be taken back afterwards. */
static struct ticket_undo call_at(int64_t id, int64_t second)
{
    struct ticket *ticket = scene_ticket(&scene, id);
    struct ticket_undo undo;

    ticket_undo_note(UNDO_CALL, ticket, scene_desk(&scene, "1"), QUEUE_NO_TICKET, at(second),
                     &undo);
    assert_int_equal(ticket_call(ticket, scene_desk(&scene, "1"), at(second)), ERR_OK);
    undo.version = 7;
    return undo;
}

static void a_call_taken_back_leaves_no_trace_on_the_ticket(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    struct queue_counter *desk = scene_desk(&scene, "1");
    const struct ticket before = *ticket;

    (void)state;
    desk->over_ordinary = 1;
    desk->over_priority = 0;
    const struct ticket_undo undo = call_at(ticket->id, 200);
    desk->over_ordinary = 0;
    desk->over_priority = 1;
    assert_int_equal(ticket_undo_call(&undo, ticket, desk), ERR_OK);
    assert_memory_equal(ticket, &before, sizeof before); /* */
    assert_int_equal(desk->over_ordinary, 1);
    assert_int_equal(desk->over_priority, 0);
    assert_false(queue_counter_is_busy(desk));
}

static void the_second_call_taken_back_keeps_the_first(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    struct queue_counter *desk = scene_desk(&scene, "1");

    (void)state;
    call_at(ticket->id, 200);
    assert_int_equal(ticket_transfer(ticket, desk, &scene.rules, scene_service(&scene, "A"),
                                     QUEUE_NONE, at(210)),
                     ERR_OK);
    const struct ticket waiting = *ticket;
    const struct ticket_undo undo = call_at(ticket->id, 300);
    assert_int_equal(ticket_undo_call(&undo, ticket, desk), ERR_OK);
    assert_memory_equal(ticket, &waiting, sizeof waiting);
    assert_int_equal(instant_seconds(ticket->first_called_at), 200);
}

static void thirty_seconds_and_not_one_more(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    const struct ticket_undo undo = call_at(ticket->id, 200);

    (void)state;
    assert_int_equal(ticket_undo_check(&undo, ticket, 7, at(230)), ERR_OK); /* */
    assert_int_equal(ticket_undo_check(&undo, ticket, 7, at(231)), ERR_TOO_LATE);
    assert_int_equal(ticket_undo_check(&undo, ticket, 8, at(201)), ERR_STATE); /* recalled since */
}

static void a_call_of_somebody_who_is_served_already_stays(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    struct queue_counter *desk = scene_desk(&scene, "1");
    const struct ticket_undo undo = call_at(ticket->id, 200);

    (void)state;
    assert_int_equal(ticket_start(ticket, at(210)), ERR_OK);
    assert_int_equal(ticket_undo_call(&undo, ticket, desk), ERR_STATE);
    assert_int_equal(ticket_undo_no_show(&undo, ticket, desk), ERR_STATE);
}

static void a_finish_taken_back_goes_on_since_its_start(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    struct queue_counter *desk = scene_desk(&scene, "1");

    (void)state;
    call_at(ticket->id, 200);
    assert_int_equal(ticket_undo_finish(ticket, desk), ERR_STATE);
    assert_int_equal(ticket_start(ticket, at(210)), ERR_OK);
    assert_int_equal(ticket_finish(ticket, desk, at(300)), ERR_OK);
    assert_int_equal(ticket_undo_finish(ticket, desk), ERR_OK);
    assert_int_equal(ticket->state, TICKET_SERVING);
    assert_int_equal(instant_seconds(ticket->started_at), 210);
    assert_true(instant_is_none(ticket->finished_at));
    assert_int_equal(desk->ticket, ticket->id);

    assert_int_equal(ticket_finish(ticket, desk, at(310)), ERR_OK);
    call_at(scene_issue(&scene, "A", "P0", 310), 320);
    assert_int_equal(ticket_undo_finish(ticket, desk), ERR_COUNTER_BUSY);
    assert_int_equal(ticket->state, TICKET_DONE);
}

static void a_no_show_taken_back_may_still_come_back_once(void **state)
{
    struct ticket *ticket = scene_ticket(&scene, scene_issue(&scene, "A", "P0", 100));
    struct queue_counter *desk = scene_desk(&scene, "1");
    struct ticket_undo undo;

    (void)state;
    call_at(ticket->id, 200);
    assert_int_equal(ticket_start(ticket, at(205)), ERR_OK);
    const struct ticket before = *ticket;
    ticket_undo_note(UNDO_NO_SHOW, ticket, desk, QUEUE_NO_TICKET, at(260), &undo);
    assert_int_equal(ticket_no_show(ticket, desk, at(260)), ERR_OK);
    assert_int_equal(ticket_undo_no_show(&undo, ticket, desk), ERR_OK);
    assert_memory_equal(ticket, &before, sizeof before); /* */
    assert_int_equal(desk->ticket, ticket->id);
    assert_int_equal(ticket_no_show(ticket, desk, at(270)), ERR_OK);
    assert_int_equal(ticket_come_back(ticket, &scene.rules, at(280)), ERR_OK);

    assert_int_equal(ticket_undo_no_show(&undo, ticket, desk), ERR_STATE); /* it waits */
    call_at(ticket->id, 500);
    const struct ticket_undo absent = {.verb = UNDO_NO_SHOW};
    assert_int_equal(ticket_no_show(ticket, desk, at(510)), ERR_OK);
    call_at(scene_issue(&scene, "A", "P0", 510), 511);
    assert_int_equal(ticket_undo_no_show(&absent, ticket, desk), ERR_COUNTER_BUSY);
    assert_int_equal(ticket->state, TICKET_NO_SHOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_call_taken_back_leaves_no_trace_on_the_ticket, fresh),
        cmocka_unit_test_setup(the_second_call_taken_back_keeps_the_first, fresh),
        cmocka_unit_test_setup(thirty_seconds_and_not_one_more, fresh),
        cmocka_unit_test_setup(a_call_of_somebody_who_is_served_already_stays, fresh),
        cmocka_unit_test_setup(a_finish_taken_back_goes_on_since_its_start, fresh),
        cmocka_unit_test_setup(a_no_show_taken_back_may_still_come_back_once, fresh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
