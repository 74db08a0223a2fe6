/* Rules checked: R-132 R-133. */
#include "support/played_office.h"

#include "domain/replay_figures.h"
#include "store/look.h"
#include "usecase/replay_day.h"
#include "usecase/undo_at_counter.h"

enum { MORNING = 8 * 3600, VISITS_MAX = 64 };

static struct played_office played;
static struct store_look *look;
static struct catalogue *catalogue;
static struct replay_day day;
static struct replay_result results[VISITS_MAX];
static char unknown[QUEUE_CODE_SIZE];

static int open_office(void **state)
{
    (void)state;
    played_open(&played);
    return 0;
}

static int close_office(void **state)
{
    (void)state;
    played_close(&played);
    played_remove(&played);
    return 0;
}

/* Look at the folder as the command does, beside the store that is open. */
static enum err read_day(struct date date, const struct queue_rules *rules)
{
    assert_int_equal(store_look_open(played.folder, &look), ERR_OK);
    assert_int_equal(catalogue_load(store_look_tx(look), &catalogue), ERR_OK);
    return replay_day_read(store_look_tx(look), catalogue, 0, date,
                           rules ? rules : &catalogue->sites[0].rules, &day, unknown);
}

static void end_reading(void)
{
    catalogue_release(catalogue);
    store_look_close(look);
}

static struct replay_figures figures(const struct replay_result *of, const char *of_class)
{
    const struct queue_rules *rules = &catalogue->sites[0].rules;
    int passed[VISITS_MAX];
    int64_t space[VISITS_MAX];

    replay_figures_passed_over(day.visits, day.visit_count, of, passed);
    return replay_figures_of(day.visits, day.visit_count, of, passed, QUEUE_NONE,
                             of_class ? queue_rules_class(rules, of_class) : QUEUE_NONE, space);
}

static void expect_sum(const struct replay_figures *of)
{
    assert_int_equal(of->served + of->absent + of->left, of->issued);
}

/* Ten people, ordinary and priority, served one after the other at counter 1 without a pause, as
 * call-next said; then one absent, one who gives up, and one left when it closes. */
static void play_a_day(void)
{
    const char *classes[] = {"P0", "P0", "P2", "P0", "P7", "P0", "P0", "P3", "P0", "P0"};
    int32_t second = MORNING;

    played_set_counter(&played, MORNING, "1", "open");
    for (int i = 0; i < 10; i++)
        played_issue(&played, MORNING, "A", classes[i]);
    for (int i = 0; i < 10; i++) {
        played_serve(&played, second, "1", 200 + 10 * i);
        second += 200 + 10 * i;
    }
    const int64_t absent = played_issue(&played, second, "A", "P0");
    const int64_t gone = played_issue(&played, second, "A", "P0");
    played_issue(&played, second, "A", "P0");
    assert_int_equal(played_next(&played, second, "1"), absent);
    played_move(&played, second + 10, "", VERB_CANCEL, gone, "");
    played_move(&played, second + 60, "1", VERB_NO_SHOW, absent, "");
    played_set_counter(&played, second + 60, "1", "closed");
}

/* The officer never waited, so the replay under the same rules is the day itself. */
static void the_same_rules_give_the_same_day(void **state)
{
    (void)state;
    play_a_day();
    assert_int_equal(read_day(played.date, NULL), ERR_OK);
    assert_int_equal(day.visit_count, 13);
    assert_int_equal(replay_day_play(&day, &catalogue->sites[0].rules, results), ERR_OK);
    for (size_t i = 0; i < day.visit_count; i++) {
        assert_memory_equal(&results[i].order_at, &day.real[i].order_at, sizeof(struct instant));
        assert_memory_equal(&results[i].first_called_at, &day.real[i].first_called_at,
                            sizeof(struct instant));
        assert_int_equal(results[i].served, day.real[i].served);
        assert_int_equal(results[i].absent, day.real[i].absent);
    }
    const struct replay_figures real = figures(day.real, NULL);
    assert_int_equal(real.issued, 13);
    assert_int_equal(real.served, 10);
    assert_int_equal(real.absent, 1);
    assert_int_equal(real.left, 2);
    replay_day_release(&day);
    end_reading();
}

static void take_back(int32_t second, const char *counter, int64_t ticket)
{
    struct undo_at_counter undo = {.ticket = ticket};

    played_at(&played, second);
    snprintf(undo.counter, sizeof undo.counter, "%s", counter);
    assert_int_equal(played_run(&played, &undo.command, counter, undo_at_counter_run, true),
                     ERR_OK);
}

/* Calls and no-shows that were taken back are no turns; who was finished too early goes on
 * (R-921, R-922). */
static void what_was_taken_back_is_as_if_it_had_not_been(void **state)
{
    (void)state;
    played_set_counter(&played, MORNING, "1", "open");
    const int64_t first = played_issue(&played, MORNING, "A", "P0");
    const int64_t second = played_issue(&played, MORNING, "A", "P0");
    struct call_next call = {.counter = "1", .finish_current = true};

    assert_int_equal(played_next(&played, MORNING, "1"), first);
    played_move(&played, MORNING, "1", VERB_START, first, "");
    played_at(&played, MORNING + 100);
    assert_int_equal(played_run(&played, &call.command, "1", call_next_run, true), ERR_OK);
    assert_int_equal(call.called.ticket.id, second);
    take_back(MORNING + 105, "1", second);
    played_move(&played, MORNING + 300, "1", VERB_NO_SHOW, first, "");
    take_back(MORNING + 310, "1", first);
    played_move(&played, MORNING + 400, "1", VERB_FINISH, first, "");
    played_serve(&played, MORNING + 500, "1", 60);
    played_set_counter(&played, MORNING + 600, "1", "closed");

    assert_int_equal(read_day(played.date, NULL), ERR_OK);
    assert_int_equal(day.turn_count, 2);
    assert_int_equal(day.turns[0].length_s, 400);
    assert_int_equal(day.turns[1].length_s, 60);
    assert_true(day.real[0].served && day.real[1].served);
    assert_int_equal(day.visits[0].first_turn, 0);
    assert_int_equal(day.visits[1].first_turn, 1);
    assert_int_equal(
        instant_seconds_between(day.real[0].first_called_at, day.real[1].first_called_at), 500);
    replay_day_release(&day);
    end_reading();
}

/* First come first served: all classes ordinary with the same target. */
static void first_come_rules(struct queue_rules *rules)
{
    int index;

    queue_rules_init(rules);
    for (const char *digit = "01234567"; *digit; digit++)
        assert_int_equal(
            queue_rules_add_class(rules, (char[]){'P', *digit, '\0'}, QUEUE_ORDINARY, 1, 0, &index),
            ERR_OK);
    assert_int_equal(queue_rules_add_service(rules, "A", &index), ERR_OK);
    assert_int_equal(queue_rules_add_service(rules, "B", &index), ERR_OK);
    assert_int_equal(queue_rules_add_counter(rules, "1", &index), ERR_OK);
    assert_int_equal(queue_rules_add_primary(rules, 0, 0), ERR_OK);
}

static void without_priority_the_ordinary_wait_less_and_the_others_more(void **state)
{
    (void)state;
    struct queue_rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    first_come_rules(rules);
    play_a_day();
    assert_int_equal(read_day(played.date, rules), ERR_OK);
    assert_int_equal(replay_day_play(&day, rules, results), ERR_OK);
    int more = 0;
    for (size_t i = 0; i < 10; i++) {
        const bool ordinary = day.visits[i].of_class == queue_rules_class(rules, "P0");
        const int64_t later =
            instant_seconds_between(day.real[i].first_called_at, results[i].first_called_at);

        assert_true(ordinary ? later <= 0 : later >= 0);
        more += later != 0;
    }
    assert_true(more > 0);
    assert_int_equal(figures(results, NULL).most_passed_over, 0);
    assert_true(figures(day.real, NULL).most_passed_over > 0);
    assert_int_equal(figures(results, NULL).issued, figures(day.real, NULL).issued);
    const struct replay_figures after = figures(results, NULL);
    expect_sum(&after);
    replay_day_release(&day);
    end_reading();
    free(rules);
}

static void turns_and_hours_are_read_as_they_were(void **state)
{
    (void)state;
    played_set_counter(&played, MORNING, "1", "open");
    played_set_counter(&played, MORNING, "2", "open");
    const int64_t ticket = played_issue(&played, MORNING + 5, "A", "P0");
    played_next(&played, MORNING + 10, "1");
    played_move(&played, MORNING + 40, "1", VERB_PARK, ticket, "");
    played_set_counter(&played, MORNING + 50, "1", "paused");
    played_move(&played, MORNING + 100, "", VERB_RETURN, ticket, "");
    played_set_counter(&played, MORNING + 200, "1", "open");
    played_next(&played, MORNING + 210, "1");
    played_move(&played, MORNING + 230, "1", VERB_TRANSFER, ticket, "B");
    played_serve(&played, MORNING + 300, "2", 70);
    assert_int_equal(read_day(played.date, NULL), ERR_OK);
    const struct replay_turn *turn = &day.turns[day.visits[0].first_turn];
    assert_int_equal(turn->length_s, 30);
    assert_int_equal(turn->ending, REPLAY_ENDS_PARKED);
    assert_int_equal(turn->back_after_s, 60);
    turn = &day.turns[turn->next];
    assert_int_equal(turn->length_s, 20);
    assert_int_equal(turn->ending, REPLAY_ENDS_TRANSFERRED);
    assert_int_equal(turn->service, 1);
    turn = &day.turns[turn->next];
    assert_int_equal(turn->length_s, 70);
    assert_int_equal(turn->ending, REPLAY_ENDS_DONE);
    assert_int_equal(turn->next, QUEUE_NONE);
    assert_int_equal(day.usual_s[1], 70);
    /* counter 1 until the pause and again to its last act; counter 2 to its last */
    assert_int_equal(day.hours_count, 3);
    const int32_t spans[3][3] = {{0, 0, 50}, {0, 200, 231}, {1, 0, 371}};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(day.hours[i].counter, spans[i][0]);
        assert_int_equal(second_of_day(day.hours[i].from), MORNING + spans[i][1]);
        assert_int_equal(second_of_day(day.hours[i].to), MORNING + spans[i][2]);
    }
    replay_day_release(&day);
    end_reading();
}

/* The counter stays open overnight: the next day it is open from its first call. */
static void only_the_day_asked_for_is_read(void **state)
{
    (void)state;
    play_a_day();
    played_set_counter(&played, MORNING + 7200, "1", "open");
    played_issue(&played, 86400 + MORNING, "A", "P0");
    played_issue(&played, 86400 + MORNING, "A", "P0");
    played_serve(&played, 86400 + MORNING + 100, "1", 50);
    assert_int_equal(read_day(date_plus(played.date, 1), NULL), ERR_OK);
    assert_int_equal(day.visit_count, 2);
    assert_int_equal(day.hours_count, 1);
    assert_int_equal(second_of_day(day.hours[0].from), MORNING + 100);
    replay_day_release(&day);
    end_reading();
    assert_int_equal(read_day(played.date, NULL), ERR_OK);
    assert_int_equal(day.visit_count, 13);
    replay_day_release(&day);
    end_reading();
    assert_int_equal(read_day(date_plus(played.date, -1), NULL), ERR_OK);
    assert_int_equal(day.visit_count, 0);
    replay_day_release(&day);
    end_reading();
}

static void rules_that_lack_a_service_or_class_are_refused(void **state)
{
    (void)state;
    struct queue_rules *rules = malloc(sizeof *rules);
    int index;

    assert_non_null(rules);
    played_issue(&played, MORNING, "A", "P7");
    queue_rules_init_defaults(rules);
    assert_int_equal(read_day(played.date, rules), ERR_UNKNOWN_SERVICE);
    assert_string_equal(unknown, "A");
    end_reading();
    queue_rules_init(rules);
    assert_int_equal(queue_rules_add_service(rules, "A", &index), ERR_OK);
    assert_int_equal(read_day(played.date, rules), ERR_UNKNOWN_CLASS);
    assert_string_equal(unknown, "P7");
    end_reading();
    free(rules);
}

static void a_folder_without_a_database_is_refused(void **state)
{
    (void)state;
    char folder[sizeof played.folder + 8];

    snprintf(folder, sizeof folder, "%s/nothing", played.folder);
    assert_int_equal(store_look_open(folder, &look), ERR_DATABASE_MISSING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_rules_give_the_same_day, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(without_priority_the_ordinary_wait_less_and_the_others_more,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(what_was_taken_back_is_as_if_it_had_not_been, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(turns_and_hours_are_read_as_they_were, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(only_the_day_asked_for_is_read, open_office, close_office),
        cmocka_unit_test_setup_teardown(rules_that_lack_a_service_or_class_are_refused, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_folder_without_a_database_is_refused, open_office,
                                        close_office),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
