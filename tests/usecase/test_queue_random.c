/*
 * Random days through the use cases and, beside them, through domain/queue_day, which looks at all
 * tickets: every answer must be the same, line by line, and so must all rows at the end. What SQL
 * loads (heads of lanes, counts by range) is thereby held against everybody. Rules R-102..R-119.
 *
 * Events of one instant are sent together, so that groups of commands are tried as well.
 */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/queue_day.h"
#include "support/dice.h"
#include "support/office_fixture.h"
#include "support/random_rules.h"

enum { DAYS = 12, EVENTS = 260, PEOPLE_MAX = 300, BATCH_MAX = 16 };

/* What an event must answer. */
struct expected {
    enum err err;
    int64_t ticket; /* of the day; 0 for nobody */
    enum queue_rule rule;
    int64_t waited_s;
    int passed_over;
};

enum step_kind { STEP_ISSUE, STEP_NEXT, STEP_CALL, STEP_MOVE };

struct step {
    enum step_kind kind;
    struct issue_ticket issue;
    struct call_next next;
    struct call_ticket call;
    struct move_ticket move;
    struct expected expected;
};

struct world {
    struct office_fixture office;
    struct dice dice;
    uint64_t seed;
    const struct queue_rules *rules;
    struct queue_day day;
    struct ticket tickets[PEOPLE_MAX];
    struct queue_candidate candidates[PEOPLE_MAX];
    int64_t ids[PEOPLE_MAX + 1]; /* the store's id of the day's ticket; 0: not known yet */
    int64_t known;               /* tickets of the day whose ids are known */
    int32_t second;
    struct step steps[BATCH_MAX];
    int step_count;
};

static const char *const officers[DESKS] = {"lan", "hoa", "cuc", "mai"};

static void begin(struct world *world, uint64_t seed)
{
    struct rule_roll rules = {.request = {.run = roll_queue}, .dice = &world->dice};

    memset(world, 0, sizeof *world);
    world->seed = seed;
    world->dice = dice_seeded(seed);
    office_fixture_make_with(&world->office, &rules.request);
    world->rules = catalogue_rules("TT", world->office.office.present);
    queue_day_init(&world->day, world->rules);
    queue_day_use(&world->day, world->tickets, world->candidates, PEOPLE_MAX);
    world->second = 8 * 3600;
    for (int c = 0; c < DESKS; c++)
        assert_int_equal(
            office_sit(&world->office, (const char[]){(char)('1' + c), '\0'}, officers[c], "open"),
            ERR_OK);
}

static struct instant now_of(const struct world *world)
{
    return office_time(0, 0, world->second);
}

/* ---- sending a batch, comparing its answers -------------------------------------------------- */

static void must_be_same(const struct world *world, const struct step *step, const char *what,
                         int64_t got, int64_t expected)
{
    if (got != expected)
        fail_msg("seed %llu second %d step %d: %s is %lld, expected %lld",
                 (unsigned long long)world->seed, world->second, step->kind, what, (long long)got,
                 (long long)expected);
}

static struct command *command_of(struct step *step)
{
    switch (step->kind) {
    case STEP_ISSUE:
        return &step->issue.command;
    case STEP_NEXT:
        return &step->next.command;
    case STEP_CALL:
        return &step->call.command;
    case STEP_MOVE:
        return &step->move.command;
    }
    return NULL;
}

static void compare_next(const struct world *world, const struct step *step)
{
    const struct expected *expected = &step->expected;
    const struct call_next *next = &step->next;

    must_be_same(world, step, "rule", next->rule, expected->rule);
    must_be_same(world, step, "ticket", next->called_one ? next->called.ticket.id : 0,
                 expected->ticket ? world->ids[expected->ticket] : 0);
    if (next->called_one) {
        must_be_same(world, step, "waited_s", next->waited_s, expected->waited_s);
        must_be_same(world, step, "passed_over", next->passed_over, expected->passed_over);
    }
}

/* The queue's use cases say which state forbids it; the rule only that it does. */
static enum err as_rule(enum err err)
{
    return err == ERR_STATE_FORBIDS ? ERR_STATE : err;
}

static void flush(struct world *world)
{
    struct office_fixture *office = &world->office;
    const int before = office->done;

    for (int i = 0; i < world->step_count; i++)
        office_submit(office, command_of(&world->steps[i]));
    office_wait(office, before + world->step_count);
    for (int i = 0; i < world->step_count; i++) {
        struct step *step = &world->steps[i];

        must_be_same(world, step, "error", as_rule(command_of(step)->err), step->expected.err);
        if (step->kind == STEP_ISSUE)
            world->ids[++world->known] = step->issue.record.ticket.id;
    }
    for (int i = 0; i < world->step_count; i++) {
        struct step *step = &world->steps[i];

        if (step->kind == STEP_NEXT && step->expected.err == ERR_OK)
            compare_next(world, step);
        command_release(command_of(step));
    }
    world->step_count = 0;
}

static struct step *add_step(struct world *world, enum step_kind kind)
{
    if (world->step_count == BATCH_MAX)
        flush(world);
    struct step *step = &world->steps[world->step_count++];
    memset(step, 0, sizeof *step);
    step->kind = kind;
    return step;
}

/* ---- events ---------------------------------------------------------------------------------- */

static void issue_one(struct world *world)
{
    if (world->day.count == PEOPLE_MAX)
        return;
    struct dice *dice = &world->dice;
    struct step *step = add_step(world, STEP_ISSUE);
    const int service = dice_roll(dice, SERVICES), of_class = dice_roll(dice, 4);
    const struct instant appointment =
        dice_one_in(dice, 5) ? instant_plus_seconds(now_of(world), -900 + 300 * dice_roll(dice, 7))
                             : instant_none();

    step->issue = (struct issue_ticket){.site = "TT", .appointment = appointment};
    snprintf(step->issue.service, QUEUE_CODE_SIZE, "%s", world->rules->services[service].code);
    snprintf(step->issue.of_class, QUEUE_CODE_SIZE, "%s", world->rules->classes[of_class].code);
    office_prepare(&world->office, &step->issue.command, "kiosk", PERMISSION_TICKET_ISSUE,
                   issue_ticket_run);
    queue_day_issue(&world->day, service, of_class, appointment, now_of(world));
}

static void call_next_one(struct world *world, int c)
{
    struct step *step = add_step(world, STEP_NEXT);
    struct expected *expected = &step->expected;
    struct queue_day_call call;

    step->next.finish_current = !dice_one_in(&world->dice, 3);
    snprintf(step->next.counter, QUEUE_CODE_SIZE, "%d", c + 1);
    office_prepare(&world->office, &step->next.command, officers[c], PERMISSION_TICKET_CALL,
                   call_next_run);
    if (step->next.finish_current)
        queue_day_finish(&world->day, c, now_of(world)); /* ERR_STATE: idle */
    expected->err = queue_day_next(&world->day, c, now_of(world), &call);
    if (expected->err != ERR_OK)
        return;
    expected->ticket = call.ticket;
    expected->rule = call.decision.rule;
    expected->waited_s = call.decision.waited_s;
    expected->passed_over = call.passed_over;
}

/* Flush before an event that must name a ticket whose id is not known yet. */
static int64_t id_of(struct world *world, int64_t ticket)
{
    if (ticket > world->known)
        flush(world);
    return world->ids[ticket];
}

static struct step *add_move(struct world *world, enum ticket_verb verb, int c, int64_t ticket)
{
    const int64_t id = id_of(world, ticket);
    struct step *step = add_step(world, STEP_MOVE);

    step->move = (struct move_ticket){.verb = verb, .ticket = id};
    office_prepare(&world->office, &step->move.command, officers[c], PERMISSION_TICKET_CALL,
                   move_ticket_run);
    return step;
}

static void transfer(struct world *world, int c, int64_t ticket)
{
    struct dice *dice = &world->dice;
    const int service = dice_roll(dice, SERVICES);
    const int only = dice_one_in(dice, 2) ? dice_roll(dice, DESKS) : QUEUE_NONE;
    struct step *step = add_move(world, VERB_TRANSFER, c, ticket);

    snprintf(step->move.service, QUEUE_CODE_SIZE, "%s", world->rules->services[service].code);
    if (only != QUEUE_NONE)
        snprintf(step->move.counter, QUEUE_CODE_SIZE, "%d", only + 1);
    step->expected.err = queue_day_transfer(&world->day, c, service, only, now_of(world));
}

/* The verbs on the ticket that a counter holds. */
static void act_at_counter(struct world *world, int c)
{
    const int64_t ticket = world->day.counters[c].ticket;
    const struct instant now = now_of(world);

    if (ticket == QUEUE_NO_TICKET)
        return;
    switch (dice_roll(&world->dice, 6)) {
    case 0:
        add_move(world, VERB_NO_SHOW, c, ticket)->expected.err =
            queue_day_no_show(&world->day, c, now);
        break;
    case 1:
        add_move(world, VERB_PARK, c, ticket)->expected.err = queue_day_park(&world->day, c);
        break;
    case 2:
    case 3:
        transfer(world, c, ticket);
        break;
    case 4:
        add_move(world, VERB_START, c, ticket)->expected.err =
            ticket_start(&world->day.tickets[ticket - 1], now);
        break;
    default:
        add_move(world, VERB_FINISH, c, ticket)->expected.err =
            queue_day_finish(&world->day, c, now);
        break;
    }
}

static void call_one(struct world *world, int c, int64_t ticket)
{
    const int64_t id = id_of(world, ticket);
    struct step *step = add_step(world, STEP_CALL);

    step->call = (struct call_ticket){.ticket = id, .reason = "thử"};
    snprintf(step->call.counter, QUEUE_CODE_SIZE, "%d", c + 1);
    office_prepare(&world->office, &step->call.command, officers[c], PERMISSION_TICKET_CALL,
                   call_ticket_run);
    step->expected.err = queue_day_call_ticket(&world->day, c, ticket, now_of(world));
}

/* The verbs that name any ticket. */
static void act_on_ticket(struct world *world, int c)
{
    const struct instant now = now_of(world);

    if (world->day.count == 0)
        return;
    const int64_t ticket = 1 + dice_roll(&world->dice, (int)world->day.count);
    switch (dice_roll(&world->dice, 5)) {
    case 0:
        call_one(world, c, ticket);
        break;
    case 1:
    case 2:
        add_move(world, VERB_COME_BACK, c, ticket)->expected.err =
            queue_day_come_back(&world->day, ticket, now);
        break;
    case 3:
        add_move(world, VERB_RETURN, c, ticket)->expected.err =
            queue_day_return(&world->day, ticket, now);
        break;
    default:
        if (dice_one_in(&world->dice, 4))
            add_move(world, VERB_CANCEL, c, ticket)->expected.err =
                queue_day_cancel(&world->day, ticket);
        break;
    }
}

static void random_event(struct world *world)
{
    struct dice *dice = &world->dice;
    const int c = dice_roll(dice, DESKS);

    if (dice_one_in(dice, 3)) {
        flush(world);
        world->second += dice_one_in(dice, 10) ? dice_roll(dice, 600) : dice_roll(dice, 4) * 30;
        office_set_time(&world->office, now_of(world));
    }
    switch (dice_roll(dice, 8)) {
    case 0:
    case 1:
    case 2:
        issue_one(world);
        break;
    case 3:
    case 4:
        call_next_one(world, c);
        break;
    case 5:
    case 6:
        act_at_counter(world, c);
        break;
    default:
        act_on_ticket(world, c);
        break;
    }
}

/* ---- the rows at the end --------------------------------------------------------------------- */

static void compare_ticket(struct world *world, int64_t ticket)
{
    const struct ticket *model = &world->tickets[ticket - 1];
    const struct ticket_record record = office_ticket(&world->office, world->ids[ticket]);
    const struct ticket *stored = &record.ticket;

    assert_int_equal(stored->state, model->state);
    assert_int_equal(stored->service, model->service);
    assert_int_equal(stored->of_class, model->of_class);
    assert_int_equal(stored->only_counter, model->only_counter);
    assert_int_equal(stored->counter, model->counter);
    assert_int_equal(stored->calls, model->calls);
    assert_int_equal(stored->came_back, model->came_back);
    assert_int_equal(stored->closed_by, model->closed_by);
    assert_int_equal(stored->order_at.ms, model->order_at.ms);
    assert_int_equal(stored->not_before.ms, model->not_before.ms);
    assert_int_equal(stored->called_at.ms, model->called_at.ms);
    assert_int_equal(stored->started_at.ms, model->started_at.ms);
    assert_int_equal(stored->finished_at.ms, model->finished_at.ms);
    assert_int_equal(stored->no_show_at.ms, model->no_show_at.ms);
}

static int64_t number(struct world *world, const char *what, const char *from, const char *code)
{
    char sql[160];

    snprintf(sql, sizeof sql, "SELECT coalesce(sum(%s), 0) FROM %s = '%s'", what, from, code);
    return store_fixture_number(&world->office.store, sql);
}

/* the runs are kept with the counter. */
static void compare_counter(struct world *world, int c)
{
    const struct queue_counter *model = &world->day.counters[c];
    const char code[] = {(char)('1' + c), '\0'};

    assert_int_equal(number(world, "over_ordinary", "counter WHERE code", code),
                     model->over_ordinary);
    assert_int_equal(number(world, "over_priority", "counter WHERE code", code),
                     model->over_priority);
    assert_int_equal(number(world, "ticket_id", "counter WHERE code", code),
                     model->ticket == QUEUE_NO_TICKET ? 0 : world->ids[model->ticket]);
}

/* The figures of the day are those of a recount. */
static void compare_figures(struct world *world, int service)
{
    const char *code = world->rules->services[service].code;
    int in_state[TICKET_STATE_COUNT] = {0};
    static const char from[] = "queue_count WHERE service";

    for (size_t i = 0; i < world->day.count; i++)
        if (world->tickets[i].service == service)
            in_state[world->tickets[i].state]++;
    assert_int_equal(number(world, "waiting", from, code), in_state[TICKET_WAITING]);
    assert_int_equal(number(world, "parked", from, code), in_state[TICKET_PARKED]);
    assert_int_equal(number(world, "active", from, code),
                     in_state[TICKET_CALLED] + in_state[TICKET_SERVING]);
    assert_int_equal(number(world, "done", from, code), in_state[TICKET_DONE]);
    assert_int_equal(number(world, "no_show", from, code), in_state[TICKET_NO_SHOW]);
    assert_int_equal(number(world, "cancelled", from, code), in_state[TICKET_CANCELLED]);
}

static void random_days_are_the_same_in_sql_and_over_all_tickets(void **state)
{
    struct world *world = malloc(sizeof *world);

    (void)state;
    assert_non_null(world);
    for (uint64_t seed = 1; seed <= DAYS; seed++) {
        begin(world, seed);
        for (int i = 0; i < EVENTS; i++)
            random_event(world);
        flush(world);
        for (int64_t ticket = 1; ticket <= (int64_t)world->day.count; ticket++)
            compare_ticket(world, ticket);
        for (int c = 0; c < DESKS; c++)
            compare_counter(world, c);
        for (int service = 0; service < SERVICES; service++)
            compare_figures(world, service);
        office_fixture_remove(&world->office);
    }
    free(world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_days_are_the_same_in_sql_and_over_all_tickets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
