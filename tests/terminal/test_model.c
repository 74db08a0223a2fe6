/* What events and answers do to the screen's model, and which key is the next step. */
#include "support/test.h"

#include <string.h>

#include "counter_client/terminal/home_actions.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/model.h"

static json_t *read(const char *text)
{
    json_t *json = json_loads(text, 0, NULL);

    assert_non_null(json);
    return json;
}

/* Officer tiepnhan at counter 1 of the site trung-tam, which serves A. */
static void sit(struct model *model)
{
    model_init(model, LANGUAGE_VI);
    model->me = read("{\"account\":\"tiepnhan\",\"unit\":\"TT_PVHCC\",\"roles\":[\"TIEP_NHAN\"]}");
    model->counter = read("{\"counter\":\"1\",\"site\":\"trung-tam\",\"name\":\"Quầy 1\","
                          "\"state\":\"open\",\"officer\":{\"account\":\"tiepnhan\"},"
                          "\"services\":{\"primary\":[\"A\"],\"help\":[]},\"ticket\":null}");
    model->link = LINK_LIVE;
}

static unsigned event(struct model *model, const char *kind, const char *data)
{
    json_t *json = read(data);
    unsigned ask = model_event(model, kind, json);

    json_decref(json);
    return ask;
}

static const char called_here[] =
    "{\"at\":\"2026-03-10T07:41:09+07:00\",\"ticket\":{\"id\":\"t12\",\"number\":\"A015\","
    "\"state\":\"called\",\"counter\":\"1\",\"service\":\"A\"}}";

static void a_call_at_this_counter_is_the_ticket_now(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    assert_int_equal(event(&model, "ticket_called", called_here), MODEL_ASK_QUEUE);
    assert_string_equal(json_text_at(model_ticket_now(&model), "number"), "A015");
    model_release(&model);
}

static void a_call_at_another_counter_is_not(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    event(&model, "ticket_called",
          "{\"ticket\":{\"id\":\"t13\",\"state\":\"called\",\"counter\":\"2\"}}");
    assert_null(model_ticket_now(&model));
    model_release(&model);
}

static void a_ticket_that_leaves_the_counter_is_gone_from_it(void **state)
{
    const char *const left[] = {
        "{\"ticket\":{\"id\":\"t12\",\"state\":\"done\",\"counter\":\"1\"}}",
        "{\"ticket\":{\"id\":\"t12\",\"state\":\"waiting\",\"counter\":\"1\"}}",
        "{\"ticket\":{\"id\":\"t12\",\"state\":\"called\",\"counter\":\"2\"}}",
    };

    (void)state;
    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++) {
        struct model model;

        sit(&model);
        event(&model, "ticket_called", called_here);
        event(&model, "ticket_changed", left[i]);
        assert_null(model_ticket_now(&model));
        model_release(&model);
    }
}

static void another_ticket_that_ends_leaves_this_one_alone(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    event(&model, "ticket_called", called_here);
    event(&model, "ticket_done",
          "{\"ticket\":{\"id\":\"t9\",\"state\":\"done\",\"counter\":\"1\"}}");
    assert_string_equal(json_text_at(model_ticket_now(&model), "id"), "t12");
    model_release(&model);
}

static void a_take_over_by_somebody_else_is_told_and_ends_the_seat(void **state)
{
    struct model model;
    json_t *counter = read("{\"counter\":\"1\",\"officer\":{\"account\":\"khac\","
                           "\"name\":\"Trần Thị Thử\"}}");

    (void)state;
    sit(&model);
    model_counter(&model, counter);
    assert_null(model.counter);
    assert_int_equal(model.messages[0].mood, MOOD_ALARM);
    assert_non_null(strstr(model.messages[0].text, "Trần Thị Thử"));
    json_decref(counter);
    model_release(&model);
}

static void a_snapshot_brings_the_queue_of_this_site(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    assert_int_equal(
        event(&model, "snapshot",
              "{\"at\":\"2026-03-10T07:41:09+07:00\",\"queues\":[{\"site\":\"khac\"},"
              "{\"site\":\"trung-tam\",\"services\":[{\"service\":\"A\",\"waiting\":4},"
              "{\"service\":\"B\",\"waiting\":9}]}]}"),
        MODEL_ASK_COUNTER | MODEL_ASK_DOSSIERS);
    assert_string_equal(json_text_at(model.queue, "site"), "trung-tam");
    assert_int_equal(model_waiting_here(&model), 4);
    model_release(&model);
}

static void a_heartbeat_moves_only_the_clock(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    assert_int_equal(event(&model, "heartbeat", "{\"at\":\"2026-03-10T08:00:00+07:00\"}"), 0);
    assert_string_equal(model.now, "2026-03-10T08:00:00+07:00");
    assert_int_equal(model.message_count, 0);
    model_release(&model);
}

static const char *id_at(const struct model *model, size_t place)
{
    return json_text_at(json_array_get(model->dossiers, place), "id");
}

/* Five dossiers of a DossierList, newest intake first. */
static void five_dossiers(struct model *model)
{
    json_t *list = read(
        "{\"items\":[{\"id\":\"d5\",\"legal_due_at\":\"2026-03-12T17:00:00+07:00\",\"officer\":"
        "{\"account\":\"tiepnhan\"},\"state\":\"stopped\"},"
        "{\"id\":\"d4\",\"legal_due_at\":\"2026-03-10T17:00:00+07:00\",\"officer\":"
        "{\"account\":\"khac\"},\"state\":\"accepted\"},"
        "{\"id\":\"d3\",\"legal_due_at\":\"2026-03-11T17:00:00+07:00\",\"officer\":"
        "{\"account\":\"tiepnhan\"},\"state\":\"accepted\"},"
        "{\"id\":\"d2\",\"legal_due_at\":\"2026-03-13T17:00:00+07:00\",\"officer\":"
        "{\"account\":\"tiepnhan\"},\"state\":\"accepted\"},"
        "{\"id\":\"d1\",\"legal_due_at\":null,\"officer\":{\"account\":\"tiepnhan\"},"
        "\"state\":\"awaiting_supplement\"}]}");

    model_dossiers(model, list);
    json_decref(list);
}

static void his_open_dossiers_stand_by_due_date_those_without_one_last(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    five_dossiers(&model);
    assert_int_equal(json_array_size(model.dossiers), 3);
    assert_string_equal(id_at(&model, 0), "d3");
    assert_string_equal(id_at(&model, 1), "d2");
    assert_string_equal(id_at(&model, 2), "d1");
    model_release(&model);
}

static void an_officer_of_a_unit_sees_all_that_he_may_see(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    model_set(&model.me, read("{\"account\":\"thuly\",\"unit\":\"P_KT\",\"roles\":[\"THU_LY\"]}"));
    five_dossiers(&model);
    assert_int_equal(json_array_size(model.dossiers), 4);
    assert_string_equal(id_at(&model, 0), "d4");
    model_release(&model);
}

static void what_an_event_does_not_tell_is_asked_for(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    five_dossiers(&model);
    assert_int_equal(event(&model, "counter_changed", "{\"subject\":\"1\"}"), MODEL_ASK_COUNTER);
    assert_int_equal(event(&model, "counter_changed", "{\"subject\":\"2\"}"), MODEL_ASK_QUEUE);
    assert_int_equal(
        event(&model, "dossier_accepted", "{\"dossier\":{\"id\":\"d9\",\"officer\":\"tiepnhan\"}}"),
        MODEL_ASK_DOSSIERS);
    assert_int_equal(
        event(&model, "dossier_accepted", "{\"dossier\":{\"id\":\"d8\",\"officer\":\"khac\"}}"), 0);
    assert_int_equal(
        event(&model, "dossier_confirmed", "{\"dossier\":{\"id\":\"d3\",\"officer\":\"khac\"}}"),
        MODEL_ASK_DOSSIERS);
    model_release(&model);
}

static void a_hand_over_to_his_unit_is_told(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    event(&model, "dossier_handed_over",
          "{\"action\":\"hand_over\",\"dossier\":{\"id\":\"d9\",\"code\":\"H1-260310-0009\","
          "\"receiver_unit\":\"P_KT\"}}");
    assert_int_equal(model.message_count, 0);
    event(&model, "dossier_handed_over",
          "{\"action\":\"hand_over\",\"dossier\":{\"id\":\"d9\",\"code\":\"H1-260310-0009\","
          "\"receiver_unit\":\"TT_PVHCC\"}}");
    assert_int_equal(model.message_count, 1);
    assert_non_null(strstr(model.messages[0].text, "H1-260310-0009"));
    model_release(&model);
}

static void a_printer_that_needs_somebody_is_told(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    event(&model, "print_attention",
          "{\"print_job\":{\"id\":\"p3\",\"state\":\"attention\",\"message\":\"hết giấy\"}}");
    assert_string_equal(model.messages[0].text, "Máy in, lệnh p3: hết giấy");
    event(&model, "print_printed", "{\"print_job\":{\"id\":\"p3\",\"state\":\"printed\"}}");
    assert_int_equal(model.message_count, 1);
    model_release(&model);
}

static void the_first_silence_is_remembered_until_the_server_answers(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    model_link(&model, LINK_OFFLINE, "09:12:31");
    model_link(&model, LINK_OFFLINE, "09:14:00");
    assert_string_equal(model.offline_since, "09:12:31");
    model_link(&model, LINK_LIVE, "09:15:00");
    assert_int_equal(model.message_count, 1);
    assert_non_null(strstr(model.messages[0].text, "09:12:31"));
    model_release(&model);
}

static void old_messages_make_room_for_new_ones(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    for (int i = 0; i < 3 * MESSAGES_MAX; i++)
        model_say(&model, MOOD_PLAIN, "%d", i);
    assert_int_equal(model.message_count, MESSAGES_MAX);
    assert_string_equal(model.messages[0].text, "119");
    assert_string_equal(model.messages[MESSAGES_MAX - 1].text, "80");
    model_release(&model);
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static enum home_action next_step(const struct model *model)
{
    struct home_key keys[HOME_ACTION_COUNT];

    assert_true(home_actions(model, keys) > 0);
    return keys[0].action;
}

static enum home_action f2(const struct model *model)
{
    return home_action_of_key(model, (struct input_key){INPUT_FUNCTION, 2});
}

static void each_state_has_its_next_step(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    assert_int_equal(next_step(&model), HOME_CALL);
    event(&model, "ticket_called", called_here);
    assert_int_equal(next_step(&model), HOME_START);
    assert_int_equal(f2(&model), HOME_ACTION_COUNT); /* nobody is called over a person called */
    event(&model, "ticket_started",
          "{\"ticket\":{\"id\":\"t12\",\"number\":\"A015\",\"state\":\"serving\","
          "\"counter\":\"1\"}}");
    assert_int_equal(next_step(&model), HOME_FINISH_CALL);
    assert_int_equal(f2(&model), HOME_FINISH_CALL);
    json_object_set_new(model.counter, "ticket", json_null());
    json_object_set_new(model.counter, "state", json_string("closed"));
    assert_int_equal(next_step(&model), HOME_OPEN);
    model_set(&model.counter, NULL);
    assert_int_equal(next_step(&model), HOME_COUNTERS);
    model_release(&model);
}

static enum home_action pressed(const struct model *model, enum input_code code, uint32_t value)
{
    return home_action_of_key(model, (struct input_key){code, value});
}

/* the keys of docs/screens.md, Counter. */
static void a_key_means_what_it_means_on_the_screen_of_the_browser(void **state)
{
    struct model model;

    (void)state;
    sit(&model);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 2), HOME_CALL);
    assert_int_equal(pressed(&model, INPUT_CHARACTER, 'n'), HOME_INTAKE);
    event(&model, "ticket_called", called_here);
    assert_int_equal(pressed(&model, INPUT_CHARACTER, 'b'), HOME_START);
    assert_int_equal(pressed(&model, INPUT_CHARACTER, 'B'), HOME_START);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 3), HOME_RECALL);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 4), HOME_NO_SHOW);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 6), HOME_TRANSFER);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 7), HOME_PARK);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 8), HOME_ACTION_COUNT);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 9), HOME_ACTION_COUNT);
    event(&model, "ticket_started",
          "{\"ticket\":{\"id\":\"t12\",\"number\":\"A015\",\"state\":\"serving\","
          "\"counter\":\"1\"}}");
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 2), HOME_FINISH_CALL);
    assert_int_equal(pressed(&model, INPUT_CHARACTER, 'x'), HOME_FINISH);
    assert_int_equal(pressed(&model, INPUT_FUNCTION, 5), HOME_ACTION_COUNT);
    assert_true(input_key_sends((struct input_key){INPUT_FUNCTION, 8}));
    assert_false(input_key_sends((struct input_key){INPUT_FUNCTION, 9}));
    model_release(&model);
}

static void no_key_stands_for_two_actions_in_one_state(void **state)
{
    const char *const tickets[] = {"null", "{\"state\":\"called\"}", "{\"state\":\"serving\"}"};
    const char *const states[] = {"open", "closed", "paused"};

    (void)state;
    for (size_t i = 0; i < 9; i++) {
        struct home_key keys[HOME_ACTION_COUNT];
        struct model model;
        int count;

        sit(&model);
        json_object_set_new(model.counter, "state", json_string(states[i / 3]));
        json_object_set_new(model.counter, "ticket",
                            json_loads(tickets[i % 3], JSON_DECODE_ANY, NULL));
        count = home_actions(&model, keys);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                assert_true(keys[a].function == 0 || keys[a].function != keys[b].function);
                assert_true(keys[a].letter == 0 || keys[a].letter != keys[b].letter);
            }
        }
        model_release(&model);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_at_this_counter_is_the_ticket_now),
        cmocka_unit_test(a_call_at_another_counter_is_not),
        cmocka_unit_test(a_ticket_that_leaves_the_counter_is_gone_from_it),
        cmocka_unit_test(another_ticket_that_ends_leaves_this_one_alone),
        cmocka_unit_test(a_take_over_by_somebody_else_is_told_and_ends_the_seat),
        cmocka_unit_test(a_snapshot_brings_the_queue_of_this_site),
        cmocka_unit_test(a_heartbeat_moves_only_the_clock),
        cmocka_unit_test(his_open_dossiers_stand_by_due_date_those_without_one_last),
        cmocka_unit_test(an_officer_of_a_unit_sees_all_that_he_may_see),
        cmocka_unit_test(what_an_event_does_not_tell_is_asked_for),
        cmocka_unit_test(a_hand_over_to_his_unit_is_told),
        cmocka_unit_test(a_printer_that_needs_somebody_is_told),
        cmocka_unit_test(the_first_silence_is_remembered_until_the_server_answers),
        cmocka_unit_test(old_messages_make_room_for_new_ones),
        cmocka_unit_test(each_state_has_its_next_step),
        cmocka_unit_test(a_key_means_what_it_means_on_the_screen_of_the_browser),
        cmocka_unit_test(no_key_stands_for_two_actions_in_one_state),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
