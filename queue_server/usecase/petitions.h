/*
 * The register of petitions (phản ánh, kiến nghị): entered, settled, listed, counted.
 *
 * What people wrote and who they are stands in the row only; the log has numbers, states and dates.
 * Source: domain 5.4, 9.2. Rules R-553..R-558.
 */
#ifndef USECASE_PETITIONS_H
#define USECASE_PETITIONS_H

#include "domain/period.h"
#include "store/petition_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* Enter one, or carry out an action on one; the answer of both. Writer thread. */
struct petition_change {
    struct command command;

    /* Input: kind, channel, content, full_name, phone and confidential of a new one; the id, what
     * is done and its text of another. */
    struct petition_record record;
    enum petition_action action;
    char text[PETITION_TEXT_SIZE];
    int64_t if_match; /* 0: none */

    /* Output. */
    struct text view; /* JSON; owned by the caller, after a failure too */
};

/*
 * ERR_OK; ERR_FIELDS (a text or the phone number is none); ERR_CALENDAR_RANGE; ERR_NO_MEMORY,
 * ERR_STORE. Rule R-553.
 */
enum err petition_enter_run(struct store_tx *tx, struct command *command);
/*
 * ERR_OK; ERR_NOT_FOUND; ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT; ERR_STATE_FORBIDS (facts.state
 * and action); ERR_REASON_MISSING; else as above.
 */
enum err petition_act_run(struct store_tx *tx, struct command *command);

/* One, or a page of them, newest first. Reader thread. */
struct read_petitions {
    struct command command;

    /* Input. */
    int64_t id; /* 0: a page */
    char state[PETITION_WORD_SIZE];
    bool late;      /* only those that are open and late */
    int64_t before; /* id; INT64_MAX for the newest */
    int limit;

    /* Output. */
    struct text items;         /* JSON parted by commas; owned by the caller, after a failure too */
    int64_t version;           /* of the one */
    char next[TICKET_ID_SIZE]; /* cursor of the next page, "" for none */

    /* Scratch. */
    int count;
    int64_t last;
};
/* ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY, ERR_STORE. */
enum err read_petitions_run(struct store_tx *tx, struct command *command);

/* How many of a period, by date of receipt, and how they stand now. Reader thread. Rule R-556. */
struct report_petitions {
    struct command command;

    /* Input. */
    struct period period;

    /* Output. */
    int64_t received, feedback, proposals;
    int64_t states[PETITION_STATES];
    int64_t open_late;
    int64_t in_time; /* ended on time, or open and not late: numerator of R18 */
};
enum err report_petitions_run(struct store_tx *tx, struct command *command);

#endif
