/*
 * queue_server replay: play one business day of the queue under a rules file.
 *
 * Reads event lines (command/replay_event.h) from standard input and answers each with one line.
 * Names of tickets are the day's own; everything else is decided in domain/. Rule R-124.
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/line_reader.h"
#include "command/refusal.h"
#include "command/replay_event.h"
#include "command/replay_report.h"
#include "command/rules_file.h"
#include "domain/queue_day.h"

struct replay {
    struct queue_rules rules;
    struct queue_day day;
    json_t *ids;   /* ticket name -> id */
    char **names;  /* by id - 1 */
    int64_t clock; /* largest SECOND so far */
    bool explain;
};

/* An event with its names looked up. */
struct action {
    const struct replay_event *event;
    struct instant now;
    int64_t ticket; /* or QUEUE_NO_TICKET */
    int service;    /* these four QUEUE_NONE where the event names none */
    int of_class;
    int counter;
    int only_counter;
};

static void usage(FILE *out)
{
    fputs("usage: queue_server replay --rules FILE [--explain] < EVENTS\n"
          "       queue_server replay --data DIR --date DATE [--rules FILE] [--site SITE]\n\n"
          "Play one business day of the queue; one answer line for each event line:\n"
          "  SECOND TAB issue TAB T TAB SERVICE TAB CLASS [TAB at=SECOND]\n"
          "  SECOND TAB next|finish|noshow|park TAB C\n"
          "  SECOND TAB call TAB C TAB T\n"
          "  SECOND TAB transfer TAB C TAB SERVICE [TAB counter=C2]\n"
          "  SECOND TAB back|return|cancel TAB T\n\n"
          "  --rules FILE  the rules, JSON\n"
          "  --explain     add to the answer of next a column that says why\n\n"
          "With --data, play a real day of the log again under other rules, beside a server if\n"
          "need be, and print the figures of both by service and class:\n"
          "  --data DIR    the data folder\n"
          "  --date DATE   the day, YYYY-MM-DD\n"
          "  --rules FILE  the other rules; without it those in force\n"
          "  --site SITE   this site only\n",
          out);
}

/* ---- names ------------------------------------------------------------------------------- */

static bool make_room(struct replay *replay)
{
    const size_t capacity = replay->day.capacity ? replay->day.capacity * 2 : 256;
    struct ticket *tickets;
    struct queue_candidate *candidates;
    char **names;

    if (replay->day.count < replay->day.capacity)
        return true;
    tickets = realloc(replay->day.tickets, capacity * sizeof *tickets);
    if (tickets)
        replay->day.tickets = tickets;
    candidates = realloc(replay->day.candidates, capacity * sizeof *candidates);
    if (candidates)
        replay->day.candidates = candidates;
    names = realloc(replay->names, capacity * sizeof *names);
    if (names)
        replay->names = names;
    if (!tickets || !candidates || !names)
        return false;
    queue_day_use(&replay->day, tickets, candidates, capacity);
    return true;
}

/* The id of a ticket's name, or QUEUE_NO_TICKET. */
static int64_t find_ticket(const struct replay *replay, const char *name)
{
    return json_integer_value(json_object_get(replay->ids, name));
}

static enum err issue(struct replay *replay, const struct action *action)
{
    const struct replay_event *event = action->event;
    struct instant appointment = instant_none();
    char *name;
    int64_t id;

    if (action->ticket != QUEUE_NO_TICKET)
        return ERR_DUPLICATE;
    if (event->has_appointment)
        appointment = instant_from_seconds(event->appointment);
    name = make_room(replay) ? strdup(event->ticket) : NULL;
    if (!name)
        return ERR_NO_MEMORY;
    id = queue_day_issue(&replay->day, action->service, action->of_class, appointment, action->now);
    replay->names[id - 1] = name;
    return json_object_set_new_nocheck(replay->ids, name, json_integer(id)) == 0 ? ERR_OK
                                                                                 : ERR_NO_MEMORY;
}

/*
 * Look up what the event names: ERR_UNKNOWN for what does not exist (a service is known when some
 * counter has it). A new ticket's name may be unknown.
 */
static enum err look_up(const struct replay *replay, const struct replay_event *event,
                        struct action *out_action)
{
    const struct queue_rules *rules = &replay->rules;
    struct action action = {.event = event,
                            .now = instant_from_seconds(event->second),
                            .ticket = QUEUE_NO_TICKET,
                            .service = QUEUE_NONE,
                            .of_class = QUEUE_NONE,
                            .counter = QUEUE_NONE,
                            .only_counter = QUEUE_NONE};

    if (event->ticket)
        action.ticket = find_ticket(replay, event->ticket);
    if (event->service)
        action.service = queue_rules_service(rules, event->service);
    if (event->of_class)
        action.of_class = queue_rules_class(rules, event->of_class);
    if (event->counter)
        action.counter = queue_rules_counter(rules, event->counter);
    if (event->only_counter)
        action.only_counter = queue_rules_counter(rules, event->only_counter);
    if ((event->ticket && event->verb != REPLAY_ISSUE && action.ticket == QUEUE_NO_TICKET) ||
        (event->service && action.service == QUEUE_NONE) ||
        (event->of_class && action.of_class == QUEUE_NONE) ||
        (event->counter && action.counter == QUEUE_NONE) ||
        (event->only_counter && action.only_counter == QUEUE_NONE))
        return ERR_UNKNOWN;
    *out_action = action;
    return ERR_OK;
}

/* ---- answers ----------------------------------------------------------------------------- */

/* Why this ticket, in one column; `before` is the counter as it was before the call. */
static void explain(const struct replay *replay, const struct queue_decision *decision,
                    const struct queue_counter *before)
{
    const struct queue_rules *rules = &replay->rules;
    const struct queue_candidate *chosen = decision->chosen;
    const struct queue_class *of_class = chosen ? &rules->classes[chosen->of_class] : NULL;

    switch (decision->rule) {
    case QUEUE_RULE_EMPTY:
        printf("\tnobody waits for this counter");
        break;
    case QUEUE_RULE_LATER:
        printf("\twhoever waits for this counter may not be called yet");
        break;
    case QUEUE_RULE_URGENT:
        printf("\tclass %s is urgent and goes before everybody", of_class->code);
        break;
    case QUEUE_RULE_HARD_MAX:
        printf("\tthe earliest, and has waited for the hard maximum of %" PRId32 " s",
               rules->hard_max_wait_s);
        break;
    case QUEUE_RULE_RATIO:
        if (decision->lane == QUEUE_PRIORITY)
            printf("\tfirst due of the priority classes, after %" PRId32
                   " ordinary in a row while one waited",
                   before->over_priority);
        else
            printf("\tan ordinary person who stood before, after %" PRId32
                   " priority in a row passed such a one over",
                   before->over_ordinary);
        break;
    case QUEUE_RULE_PRIORITY:
    case QUEUE_RULE_TURN:
        printf("\tfirst due: stands at %" PRId64 ", class %s with target %" PRId32
               " s, so due at %" PRId64,
               instant_seconds(chosen->order_at), of_class->code, of_class->target_s,
               instant_seconds(chosen->order_at) + of_class->target_s);
        break;
    }
}

static enum err call_next(struct replay *replay, const struct action *action)
{
    const struct queue_counter before = replay->day.counters[action->counter];
    struct queue_day_call call;
    const enum err err = queue_day_next(&replay->day, action->counter, action->now, &call);

    if (err != ERR_OK)
        return err;
    if (call.ticket == QUEUE_NO_TICKET)
        printf("-\t%s", queue_rule_name(call.decision.rule));
    else
        printf("%s\t%s\t%" PRId64 "\t%d", replay->names[call.ticket - 1],
               queue_rule_name(call.decision.rule), call.decision.waited_s, call.passed_over);
    if (replay->explain)
        explain(replay, &call.decision, &before);
    putchar('\n');
    return ERR_OK;
}

static enum err apply(struct replay *replay, const struct action *action)
{
    struct queue_day *day = &replay->day;

    switch (action->event->verb) {
    case REPLAY_ISSUE:
        return issue(replay, action);
    case REPLAY_NEXT:
        return call_next(replay, action);
    case REPLAY_CALL:
        return queue_day_call_ticket(day, action->counter, action->ticket, action->now);
    case REPLAY_FINISH:
        return queue_day_finish(day, action->counter, action->now);
    case REPLAY_NO_SHOW:
        return queue_day_no_show(day, action->counter, action->now);
    case REPLAY_PARK:
        return queue_day_park(day, action->counter);
    case REPLAY_TRANSFER:
        return queue_day_transfer(day, action->counter, action->service, action->only_counter,
                                  action->now);
    case REPLAY_BACK:
        return queue_day_come_back(day, action->ticket, action->now);
    case REPLAY_RETURN:
        return queue_day_return(day, action->ticket, action->now);
    case REPLAY_CANCEL:
        return queue_day_cancel(day, action->ticket);
    }
    return ERR_INTERNAL;
}

/* Errors are asked for in the order of the rule: syntax, time, unknown, then the verb's own. */
static enum err play_line(struct replay *replay, char *line, size_t length)
{
    struct replay_event event;
    struct action action;
    enum err err = strlen(line) == length ? replay_event_parse(line, &event) : ERR_SYNTAX;

    if (err == ERR_OK && event.second < replay->clock)
        err = ERR_TIME;
    if (err == ERR_OK) {
        replay->clock = event.second;
        err = look_up(replay, &event, &action);
    }
    if (err == ERR_OK)
        err = apply(replay, &action);
    if (err == ERR_NO_MEMORY)
        return err;
    if (err != ERR_OK)
        printf("error %s\n", err_code(err));
    else if (event.verb != REPLAY_NEXT)
        puts("ok");
    return ERR_OK;
}

static int play(struct replay *replay, FILE *events)
{
    struct line_reader reader = {.file = events};
    struct column line;
    enum err err = ERR_OK;

    while (err == ERR_OK && !ferror(stdout) && line_reader_next(&reader, &line)) {
        char *copy = strndup(line.text, line.length); /* shorter when the line has a NUL */

        err = copy ? play_line(replay, copy, line.length) : ERR_NO_MEMORY;
        free(copy);
    }
    line_reader_release(&reader);
    if (err == ERR_OK && (ferror(events) || fflush(stdout) != 0 || ferror(stdout)))
        err = ERR_FILE;
    if (err != ERR_OK)
        refusal_say("replay", "standard input", err);
    return err == ERR_OK ? EXIT_DONE : EXIT_REFUSED;
}

/* ---- the command ------------------------------------------------------------------------- */

static void release(struct replay *replay)
{
    for (size_t i = 0; i < replay->day.count; i++)
        free(replay->names[i]);
    free(replay->names);
    free(replay->day.tickets);
    free(replay->day.candidates);
    json_decref(replay->ids);
}

struct replay_options {
    struct replay_report_options report;
    bool explain, help;
};

/* False when an option is unknown, given twice or lacks its value. */
static bool read_options(int argc, char **argv, struct replay_options *out_options)
{
    struct replay_report_options *report = &out_options->report;
    const struct {
        const char *name;
        const char **value;
    } known[] = {{"--rules", &report->rules},
                 {"--data", &report->data},
                 {"--date", &report->date},
                 {"--site", &report->site}};

    for (int i = 1; i < argc; i++) {
        const char **value = NULL;

        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            if (strcmp(argv[i], known[k].name) == 0)
                value = known[k].value;
        if (strcmp(argv[i], "--help") == 0)
            out_options->help = true;
        else if (strcmp(argv[i], "--explain") == 0)
            out_options->explain = true;
        else if (value && !*value && i + 1 < argc)
            *value = argv[++i];
        else
            return false;
    }
    return true;
}

static int play_events(const struct replay_options *options)
{
    struct replay replay = {.clock = 0, .explain = options->explain};
    int status;

    if (!rules_file_load(options->report.rules, &replay.rules))
        return EXIT_USAGE;
    queue_day_init(&replay.day, &replay.rules);
    replay.ids = json_object(); /* NULL without memory: the first issue then says so */
    status = play(&replay, stdin);
    release(&replay);
    return status;
}

int command_replay(int argc, char **argv)
{
    struct replay_options options = {.help = false};
    const struct replay_report_options *report = &options.report;
    const bool readable = read_options(argc, argv, &options);

    if (readable && options.help) {
        usage(stdout);
        return EXIT_DONE;
    }
    if (readable && report->data && report->date && !options.explain)
        return replay_report(report);
    if (readable && !report->data && !report->date && !report->site && report->rules)
        return play_events(&options);
    usage(stderr);
    return EXIT_USAGE;
}
