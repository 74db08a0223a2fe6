/* One due date as a row of a test's table: texts in, text out, as on the command line. */
#ifndef SUPPORT_DUE_CASE_H
#define SUPPORT_DUE_CASE_H

#include <stdio.h>

#include "domain/deadline.h"
#include "support/office_calendar.h"

enum { DUE_CASE_PAUSES = 4 };

struct due_case {
    const char *received, *limit;
    const char *policies[2];
    const char *pauses[DUE_CASE_PAUSES][2]; /* {from, to}; to NULL: open */
    const char
        *answer; /* due instant without its offset, a `!` behind it when unconfirmed; a code */
};

/* Fill a request from a case; the pauses go to `pauses`. */
static inline struct deadline_request due_case_request(const struct due_case *row,
                                                       struct pause pauses[DUE_CASE_PAUSES])
{
    struct deadline_request request = {.received = instant_at(row->received), .pauses = pauses};

    assert_int_equal(time_limit_parse(row->limit, strlen(row->limit), &request.limit), ERR_OK);
    for (int i = 0; i < 2 && row->policies[i]; i++)
        assert_int_equal(
            deadline_policy_set(&request.policy, row->policies[i], strlen(row->policies[i])),
            ERR_OK);
    for (int i = 0; i < DUE_CASE_PAUSES && row->pauses[i][0]; i++) {
        struct pause *pause = &pauses[request.pause_count++];

        *pause = (struct pause){.from = instant_at(row->pauses[i][0]),
                                .open = row->pauses[i][1] == NULL};
        if (!pause->open)
            pause->to = instant_at(row->pauses[i][1]);
    }
    return request;
}

static inline void due_answer(enum err err, const struct deadline *deadline, char *out, size_t size)
{
    char due[INSTANT_TEXT_SIZE];

    if (err != ERR_OK) {
        snprintf(out, size, "%s", err_code(err));
        return;
    }
    instant_format(deadline->due, due);
    if (deadline->outcome == DEADLINE_DUE)
        snprintf(out, size, "%.19s%s", due, deadline->unconfirmed ? "!" : "");
    else
        snprintf(out, size, "%s", deadline->outcome == DEADLINE_NONE ? "none" : "paused");
}

static inline void due_case_check(const struct calendar *calendar, const struct due_case *row)
{
    struct pause pauses[DUE_CASE_PAUSES];
    const struct deadline_request request = due_case_request(row, pauses);
    struct deadline deadline;
    char answer[64];

    due_answer(deadline_compute(calendar, &request, &deadline), &deadline, answer, sizeof answer);
    if (strcmp(answer, row->answer) != 0)
        fail_msg("%s %s: want %s, got %s", row->received, row->limit, row->answer, answer);
}

/* Check every row on the office's calendar. */
static inline void due_cases_check(const struct due_case *rows, size_t count)
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    for (size_t i = 0; i < count; i++)
        due_case_check(&calendar, &rows[i]);
    free(block);
}

#endif
