/*
 * The table of one-shot commands: for each its route of the API, its options, and how its answer is
 * shown. One table drives parsing, requests, help and printing; a test holds it to
 * docs/openapi.yaml.
 *
 * Pure data.
 */
#ifndef TERMINAL_COMMANDS_H
#define TERMINAL_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>

#include "counter_client/terminal/said.h"

/* How the value of an option becomes a part of the request. */
enum option_kind {
    OPTION_NONE, /* ends a list of options */
    OPTION_TEXT,
    OPTION_INTEGER,
    OPTION_FLAG,        /* no value: true */
    OPTION_BOOLEAN,     /* true or false */
    OPTION_TEXTS,       /* may be repeated: a list of texts */
    OPTION_PAPERS,      /* ROW[:ORIGINALS[:COPIES[:SCAN]]] or "all", repeated: documents */
    OPTION_FEES,        /* LINE=AMOUNT[:METHOD[:REFERENCE]], repeated: fees */
    OPTION_SETTLEMENTS, /* LINE:METHOD[:REFERENCE], repeated: lines settled now */
    OPTION_ROWS,        /* N, repeated: rows of a list, each {"row": N} */
    OPTION_SCANS,       /* PLACE=FILE or PLACE=EXCEPTION, repeated */
    OPTION_CARD         /* text of a card's QR code: fills the applicant */
};

enum option_place { PLACE_PATH, PLACE_QUERY, PLACE_BODY };

/* Bits of an option. */
enum {
    OPTION_REQUIRED = 1,
    OPTION_POSITIONAL = 2, /* may stand without its name, in the order of the table */
    OPTION_TICKET = 4,     /* a ticket's id, or its number of today */
    OPTION_DOSSIER = 8,    /* a dossier's id, or its code */
    OPTION_EMPTY = 16      /* an empty list when it is not given: the request must hold one */
};

struct option {
    const char *name;  /* without the dashes; its help stands in the dictionary of options.c */
    const char *field; /* name in path, query or body (dots go deeper); NULL: name with _ for - */
    const char *fallback; /* value when it is not given; NULL: none */
    enum option_kind kind;
    enum option_place place;
    unsigned bits;
};

/* Bits of a command. */
enum {
    COMMAND_KEYED = 1,     /* sends an Idempotency-Key */
    COMMAND_VERSIONED = 2, /* sends If-Match */
    COMMAND_BODY = 4,      /* sends a JSON body, {} without options */
    COMMAND_PUBLIC = 8,    /* needs no session */
    COMMAND_DOCUMENT = 16, /* the answer is a file */
    COMMAND_STREAM = 32,   /* the answer is the event stream */
    COMMAND_FILE = 64      /* its body is --file as it is, not options put over it */
};

/* What is done; everything but sign-in and sign-out is a plain request. */
enum command_work { WORK_REQUEST, WORK_SIGN_IN, WORK_SIGN_OUT };

/* How the answer is shown to people (shown.c). */
enum shown {
    SHOWN_DONE,
    SHOWN_SESSION,
    SHOWN_ME,
    SHOWN_TICKET,
    SHOWN_TICKETS,
    SHOWN_COUNTER,
    SHOWN_COUNTERS,
    SHOWN_CALL,
    SHOWN_QUEUE,
    SHOWN_CHECK_IN,
    SHOWN_HELP_CALL,
    SHOWN_HELP_CALLS,
    SHOWN_REMINDER,
    SHOWN_REMINDERS,
    SHOWN_PERSON,
    SHOWN_PEOPLE,
    SHOWN_PETITION,
    SHOWN_PETITIONS,
    SHOWN_PETITION_REPORT,
    SHOWN_APART_REPORT,
    SHOWN_HELD_SCANS,
    SHOWN_SCAN,
    SHOWN_INBOX,
    SHOWN_SCANNER,
    SHOWN_INBOX_SCAN,
    SHOWN_SITES,
    SHOWN_SERVICES,
    SHOWN_UNITS,
    SHOWN_AGENCIES,
    SHOWN_PROCEDURE,
    SHOWN_PROCEDURES,
    SHOWN_PROCEDURE_VERSIONS,
    SHOWN_PROCEDURES_IMPORTED,
    SHOWN_CALENDAR,
    SHOWN_CARD,
    SHOWN_DOSSIER,
    SHOWN_DOSSIERS,
    SHOWN_LEDGER,
    SHOWN_HISTORY,
    SHOWN_ON_TIME,
    SHOWN_CLOSED_REPORT,
    SHOWN_CLOSED_REPORTS,
    SHOWN_TILL,
    SHOWN_CASH_CLOSING,
    SHOWN_CASH_CLOSINGS,
    SHOWN_RECEIPT,
    SHOWN_RECEIPTS,
    SHOWN_QUEUE_REPORT,
    SHOWN_PRINT_JOB,
    SHOWN_PRINT_JOBS,
    SHOWN_LOG,
    SHOWN_CLOCK,
    SHOWN_ACCOUNT,
    SHOWN_ACCOUNTS,
    SHOWN_ACCOUNT_MADE,
    SHOWN_DEVICES,
    SHOWN_DEVICE_MADE,
    SHOWN_VERSION,
    SHOWN_HEALTH,
    SHOWN_COUNT
};

struct command {
    const char *name; /* one word or two: "call-next", "ticket issue" */
    const char *method;
    const char *path; /* as docs/openapi.yaml writes it */
    unsigned bits;
    enum shown shown;
    enum command_work work;
    struct said summary;
    const struct option *options; /* the last one is of OPTION_NONE; NULL: none */
};

/* Groups of the table, in the order of the help; each ends with a name of NULL. */
extern const struct command commands_session[];
extern const struct command commands_queue[];
extern const struct command commands_dossier[];
extern const struct command commands_office[];
extern const struct command commands_money[];
extern const struct command commands_people[];

/* The command at `index` of the whole table; NULL after the last. */
const struct command *command_at(size_t index);

/* The command of the first words of a command line; `out_words` is how many it takes. NULL: none.
 */
const struct command *command_find(const char *first, const char *second, int *out_words);

/* Name of the request's field of an option: its own, or its name with _ for -. */
void option_field(const struct option *option, char *out_field, size_t size);

/* Help of an option: its value's name (NULL for a flag) and a sentence. */
const char *option_value_name(const struct option *option);
struct said option_help(const struct option *option);

#endif
