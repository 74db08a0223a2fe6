/* The part of ticket_rows.h that reads lanes: heads, delayed ones, and who stands before. */
#include "store/ticket_rows.h"

static struct sql *start_head(struct store_tx *tx, const struct queue_rules *rules,
                              const char *site, int counter, int service, int of_class)
{
    struct sql *q = sql_start(tx, counter == QUEUE_NONE ? STMT_TICKET_HEAD : STMT_TICKET_HEAD_TIED);
    const int shift = counter == QUEUE_NONE ? 0 : 1;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    if (counter != QUEUE_NONE)
        sql_text(q, 3, rules->counters[counter].code);
    sql_text(q, 3 + shift, rules->services[service].code);
    sql_text(q, 4 + shift, rules->classes[of_class].code);
    return q;
}

/* Heads of the lanes of every service that the counter has; `tied`: of those for it alone. */
static size_t load_heads(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                         int counter, bool tied, struct queue_candidate *out, size_t limit)
{
    size_t count = 0;

    for (int service = 0; service < rules->service_count; service++) {
        if (!queue_rules_serves(rules, counter, service))
            continue;
        for (int k = 0; k < rules->class_count && count < limit; k++) {
            struct sql *q = start_head(tx, rules, site, tied ? counter : QUEUE_NONE, service, k);

            if (sql_row(q))
                out[count++] = (struct queue_candidate){
                    .ticket = sql_column_int(q, 0),
                    .seq = sql_column_int(q, 0),
                    .order_at = sql_column_instant(q, 1),
                    .not_before = sql_column_instant(q, 2),
                    .service = service,
                    .of_class = k,
                    .only_counter = tied ? counter : QUEUE_NONE,
                };
            sql_end(q);
        }
    }
    return count;
}

static bool any_tied(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                     int counter)
{
    struct sql *q = sql_start(tx, STMT_TICKET_ANY_TIED);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_text(q, 3, rules->counters[counter].code);
    const bool any = sql_row(q);
    sql_end(q);
    return any;
}

/* Read rows of (id, order_at, not_before, service, class, only_counter). */
static size_t read_candidates(struct sql *q, const struct queue_rules *rules,
                              struct queue_candidate *out, size_t limit)
{
    size_t count = 0;

    while (count < limit && sql_row(q))
        out[count++] = (struct queue_candidate){
            .ticket = sql_column_int(q, 0),
            .seq = sql_column_int(q, 0),
            .order_at = sql_column_instant(q, 1),
            .not_before = sql_column_instant(q, 2),
            .service = queue_rules_service(rules, sql_column_text(q, 3)),
            .of_class = queue_rules_class(rules, sql_column_text(q, 4)),
            .only_counter = sql_column_is_null(q, 5)
                                ? QUEUE_NONE
                                : queue_rules_counter(rules, sql_column_text(q, 5)),
        };
    sql_end(q);
    return count;
}

static size_t load_delayed(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                           struct queue_candidate *out, size_t limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_DELAYED);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    return read_candidates(q, rules, out, limit);
}

size_t ticket_rows_candidates(struct store_tx *tx, const struct queue_rules *rules,
                              const char *site, int counter, struct queue_candidate *out_candidates,
                              size_t limit)
{
    size_t count = load_heads(tx, rules, site, counter, false, out_candidates, limit);

    if (any_tied(tx, rules, site, counter))
        count += load_heads(tx, rules, site, counter, true, out_candidates + count, limit - count);
    return count + load_delayed(tx, rules, site, out_candidates + count, limit - count);
}

static int count_before(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                        int counter, const struct queue_candidate *chosen, int service, int k,
                        struct instant latest)
{
    struct sql *q =
        sql_start(tx, counter == QUEUE_NONE ? STMT_TICKET_BEFORE : STMT_TICKET_BEFORE_TIED);
    /* one bound for both limits, so that the index ends the walk: all up to `latest`, or all before
     * the chosen one */
    const bool earlier = instant_before(latest, chosen->order_at);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_text(q, 3, rules->services[service].code);
    sql_text(q, 4, rules->classes[k].code);
    sql_instant(q, 5, earlier ? latest : chosen->order_at);
    sql_int(q, 6, earlier ? INT64_MAX : chosen->seq);
    if (counter != QUEUE_NONE)
        sql_text(q, 7, rules->counters[counter].code);
    const int before = sql_row(q) ? (int)sql_column_int(q, 0) : 0;
    sql_end(q);
    return before;
}

int ticket_rows_passed_over(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                            const struct queue_counter *counter,
                            const struct queue_decision *decision, struct instant now)
{
    const bool tied = any_tied(tx, rules, site, counter->index);
    int before = 0;

    for (int service = 0; service < rules->service_count; service++) {
        struct instant latest;

        if (!queue_order_pool_limit(rules, counter, decision, service, now, &latest))
            continue;
        for (int k = 0; k < rules->class_count && before < QUEUE_PASSED_OVER_MAX; k++) {
            before +=
                count_before(tx, rules, site, QUEUE_NONE, decision->chosen, service, k, latest);
            if (tied)
                before += count_before(tx, rules, site, counter->index, decision->chosen, service,
                                       k, latest);
        }
    }
    return before < QUEUE_PASSED_OVER_MAX ? before : QUEUE_PASSED_OVER_MAX;
}

size_t ticket_rows_waiting(struct store_tx *tx, const struct queue_rules *rules, const char *site,
                           struct queue_candidate *out_candidates, size_t limit)
{
    struct sql *q = sql_start(tx, STMT_TICKET_WAITING_ALL);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_int(q, 3, (int64_t)limit);
    return read_candidates(q, rules, out_candidates, limit);
}
