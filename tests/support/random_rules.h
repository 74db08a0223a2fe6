/*
 * Rolled queue rules and duties for the centre of support/office_fixture.h: give
 * `rule_roll.request` to office_fixture_make_with().
 */
#ifndef SUPPORT_RANDOM_RULES_H
#define SUPPORT_RANDOM_RULES_H

#include <stdio.h>

#include "store/statement.h"
#include "support/dice.h"
#include "support/store_fixture.h"

enum { DESKS = 4, SERVICES = 3 };

struct rule_roll {
    struct test_request request;
    struct dice *dice;
};

static inline void put_duty(struct store_tx *tx, const char *counter, const char *service,
                            int after_s)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_SERVICE_PUT);

    sql_int(q, 1, 1);
    sql_text(q, 2, counter);
    sql_text(q, 3, service);
    if (after_s >= 0)
        sql_int(q, 4, after_s);
    else
        sql_null(q, 4);
    sql_run(q);
}

static inline void roll_duties(struct store_tx *tx, struct dice *dice)
{
    for (int c = 0; c < DESKS; c++) {
        const char counter[] = {(char)('1' + c), '\0'};
        struct sql *q = sql_start(tx, STMT_COUNTER_SERVICE_CLEAR);

        sql_int(q, 1, 1);
        sql_text(q, 2, counter);
        sql_run(q);
        for (int s = 0; s < SERVICES; s++)
            if (!dice_one_in(dice, 4))
                put_duty(tx, counter, (const char[]){(char)('A' + s), '\0'},
                         dice_one_in(dice, 2) ? -1 : dice_roll(dice, 4) * 120);
    }
}

/* `null` or a number, for a member of the rules file. */
static inline const char *roll_number(struct dice *dice, int null_one_in, int step,
                                      char out_text[16])
{
    if (dice_one_in(dice, null_one_in))
        snprintf(out_text, 16, "null");
    else
        snprintf(out_text, 16, "%d", step * (1 + dice_roll(dice, 3)));
    return out_text;
}

static inline void roll_rules(struct store_tx *tx, struct dice *dice)
{
    char text[1024], priority[16], ordinary[16], hard_max[16];

    snprintf(text, sizeof text,
             "{\"classes\":{\"P0\":{\"lane\":\"ordinary\",\"rank\":9,\"target_s\":%d},"
             "\"P1\":{\"lane\":\"urgent\",\"rank\":1,\"target_s\":0},"
             "\"P2\":{\"lane\":\"priority\",\"rank\":2,\"target_s\":0},"
             "\"P6\":{\"lane\":\"priority\",\"rank\":%d,\"target_s\":%d,\"late_becomes\":\"P0\"}},"
             "\"max_run\":{\"priority\":%s,\"ordinary\":%s},\"hard_max_wait_s\":%s,"
             "\"return_window_s\":%d,\"return_delay_s\":%d,\"appointment_late_s\":300,"
             "\"counters\":{}}",
             dice_roll(dice, 4) * 600, 1 + dice_roll(dice, 3), dice_roll(dice, 3) * 300,
             roll_number(dice, 4, 1, priority), roll_number(dice, 4, 1, ordinary),
             roll_number(dice, 2, 600, hard_max), dice_roll(dice, 3) * 300,
             dice_roll(dice, 3) * 60);
    setting_put(tx, "queue_rules", text);
}

static inline enum err roll_queue(struct store_tx *tx, struct test_request *request)
{
    struct dice *dice = container_of(request, struct rule_roll, request)->dice;

    roll_duties(tx, dice);
    roll_rules(tx, dice);
    return ERR_OK;
}

#endif
