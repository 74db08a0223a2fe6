#include "usecase/call_next.h"

#include <stdlib.h>
#include <string.h>

#include "usecase/ticket_view.h"

/* A head for each lane, free and tied to the counter, and the delayed ones. */
enum { CANDIDATES_MAX = 2 * QUEUE_SERVICES_MAX * QUEUE_CLASSES_MAX + 200 };

void call_next_view_why(struct text *text, const char *key, const struct call_next *call)
{
    json_open_object(text, key);
    json_put_string(text, "rule", queue_rule_name(call->rule));
    if (call->called_one) {
        json_put_int(text, "waited_s", call->waited_s);
        json_put_int(text, "passed_over", call->passed_over);
    } else {
        json_put_int(text, "waiting_elsewhere", call->waiting_elsewhere);
    }
    json_close_object(text);
}

/* Everybody waiting at the site less those whom this counter serves. */
static int count_elsewhere(struct store_tx *tx, const struct call_next *call,
                           const struct at_counter *at)
{
    const struct date today = date_of_instant(call->command.now);
    int elsewhere = queue_count_waiting(tx, at->record.site, today, NULL);

    for (int service = 0; service < at->rules->service_count; service++)
        if (queue_rules_serves(at->rules, at->record.counter.index, service))
            elsewhere -=
                queue_count_waiting(tx, at->record.site, today, at->rules->services[service].code);
    return elsewhere;
}

static enum err call_chosen(struct store_tx *tx, struct call_next *call, struct at_counter *at,
                            const struct queue_decision *decision)
{
    struct ticket_undo undo;
    struct text why;
    enum err err;

    call->called_one = true;
    call->waited_s = decision->waited_s;
    call->passed_over = ticket_rows_passed_over(tx, at->rules, at->record.site, &at->record.counter,
                                                decision, call->command.now);
    if (!ticket_rows_get(tx, decision->chosen->ticket, catalogue_rules, call->command.catalogue,
                         &call->called))
        return ERR_STORE;
    ticket_undo_note(UNDO_CALL, &call->called.ticket, &at->record.counter,
                     call->finished_one ? call->finished.ticket.id : QUEUE_NO_TICKET,
                     call->command.now, &undo);
    queue_order_record(&at->record.counter, decision); /* */
    text_init(&why);
    call_next_view_why(&why, NULL, call);
    err = why.failed ? ERR_NO_MEMORY
                     : at_counter_call(tx, &call->command, at, &call->called, &undo, why.data);
    text_release(&why);
    return err;
}

static enum err decide(struct store_tx *tx, struct call_next *call, struct at_counter *at,
                       struct queue_candidate *candidates)
{
    struct queue_decision decision;
    enum err err;

    /* load */
    ticket_rows_promote(tx, at->record.site, call->command.now);
    const size_t count = ticket_rows_candidates(
        tx, at->rules, at->record.site, at->record.counter.index, candidates, CANDIDATES_MAX);

    /* decide: R-102..R-107 */
    err = queue_order_decide(at->rules, &at->record.counter, candidates, count, call->command.now,
                             &decision);
    if (err != ERR_OK)
        return err;

    /* save */
    call->rule = decision.rule;
    if (decision.chosen)
        return call_chosen(tx, call, at, &decision);
    call->waiting_elsewhere = count_elsewhere(tx, call, at);
    at_counter_save(tx, at);
    return ERR_OK;
}

enum err call_next_run(struct store_tx *tx, struct command *command)
{
    struct call_next *call = container_of(command, struct call_next, command);
    struct at_counter at;
    enum err err = at_counter_load(tx, command, call->counter, &at);

    if (err != ERR_OK)
        return err;
    call->rules = at.rules;
    call->called_one = call->finished_one = false;
    if (call->finish_current && queue_counter_is_busy(&at.record.counter)) {
        err = at_counter_finish(tx, command, &at, &call->finished);
        call->finished_one = err == ERR_OK;
    }
    if (err != ERR_OK)
        return err;
    struct queue_candidate *candidates = malloc(CANDIDATES_MAX * sizeof *candidates);
    if (!candidates)
        return ERR_NO_MEMORY;
    err = decide(tx, call, &at, candidates);
    free(candidates);
    return err;
}
