/*
 * A command: one thing that a person or a device asks the centre to do, or to tell.
 *
 * Embed struct command first thing in the struct of a use case, with its inputs and outputs.
 *
 *   loop thread     command_submit()   holds the catalogue, queues it on the writer (or a reader)
 *   writer/reader   run()              load -> decide -> save, at `now`; events by command_event()
 *   writer/reader   answer()           what is sent back, made inside the transaction so that it is
 *                                      stored with the idempotency key
 *   loop thread     done()             after COMMIT; command_release() when the answer is used
 *
 * A key that was used before is not run again: the stored answer is given, `replayed` is set; with
 * another digest the command is refused (ERR_KEY_MISMATCH). Successes and refusals by rule (409,
 * 412, 422) are stored; 401, 403, 429 and 5xx are not. While the clock is doubtful nothing is
 * changed (ERR_CLOCK_DOUBTFUL). `now` is never earlier than the last row of the log.
 */
#ifndef USECASE_COMMAND_H
#define USECASE_COMMAND_H

#include "base/text.h"
#include "domain/permission.h"
#include "usecase/office.h"

struct command;

enum actor_kind {
    ACTOR_NOBODY, /* public look-ups */
    ACTOR_PERSON,
    ACTOR_DEVICE,
    ACTOR_SYSTEM /* the server itself, the command line */
};

struct actor {
    enum actor_kind kind;
    char code[ACTOR_CODE_SIZE]; /* account or device; "" for nobody and the system */
    char name[CATALOGUE_NAME_SIZE];
    struct role_set roles;     /* a device has the role of its kind */
    char unit[UNIT_CODE_SIZE]; /* of a person, "" for none */
    char site[SITE_CODE_SIZE]; /* of a device */
    bool any_class;            /* a device that may issue priority tickets */
};

struct answer {
    int status;          /* HTTP status; 0 until it is made */
    struct text headers; /* "ETag: ..." lines, each ended by CRLF */
    struct text body;    /* JSON */
};

/*
 * What a refusal tells beside its code; the API writes what is set (api.md, Problem). Lists hold
 * one item a line.
 */
struct refusal_facts {
    char state[32];      /* state_forbids */
    char action[32];     /* state_forbids */
    struct text allowed; /* state_forbids: actions that the state allows, one a line */
    struct text missing; /* documents_missing ...: names, one a line */
    char changed_by[CATALOGUE_NAME_SIZE]; /* version_conflict */
    struct instant changed_at;            /* version_conflict; instant_none() else */
    struct instant due_at;                /* after_due, too_late; instant_none() else */
    char conflicting_code[64];            /* duplicate ..., counter_busy */
    struct text current;                  /* version_conflict: the resource as it is now, JSON */
    struct text fields;                   /* faults of fields, one a line: pointer TAB code */
};

typedef enum err (*command_run_fn)(struct store_tx *tx, struct command *command);
/* Fill command->answer for `outcome`: the result when it is ERR_OK, else the problem. */
typedef void (*command_answer_fn)(struct command *command, enum err outcome);
typedef void (*command_done_fn)(struct command *command);

enum { COMMAND_KEY_MAX = 128, ACTING_REASON_SIZE = 1001 };

struct command {
    struct store_request request;

    /* Filled by who submits. */
    struct office *office;
    struct actor actor;
    enum permission permission;             /* checked before anything else */
    bool open_to_all;                       /* public: no permission is asked for */
    char acting_reason[ACTING_REASON_SIZE]; /* of GD_TT who acts for another role, "" for none */
    enum language language;
    char seat[SEAT_SIZE];          /* Counter-Seat: the browser that asks, "" for none */
    char key[COMMAND_KEY_MAX + 1]; /* Idempotency-Key, "" for none; sealed without an account */
    uint8_t digest[DIGEST_SIZE];   /* of method, path, If-Match and body; sealed as well */
    command_run_fn run;
    bool refuses_first;            /* promise of `run`: see struct store_request */
    command_answer_fn answer_with; /* may be NULL: nothing is answered */
    command_done_fn done;
    void *owner; /* of the submitter */

    /* Filled here. */
    struct catalogue *catalogue; /* held until command_release() */
    struct instant now;          /* when it ran */
    enum grant grant;            /* how the actor comes to be allowed */
    enum err err;
    struct refusal_facts facts;
    struct answer answer;
    enum err answered; /* the outcome that the answer tells; ERR_COUNT before there is one */
    bool replayed;
    bool changes; /* runs on the writer */
};

/* Queue a command that changes something. Returns ERR_OK or ERR_CLOSED (then done() is not called
 * and nothing is held). */
enum err command_submit(struct command *command);
/* Queue a command that only reads. */
enum err command_read(struct command *command);
/* Record a fault of one field of the request; the caller then refuses with ERR_FIELDS. */
void command_fault(struct command *command, const char *pointer, enum err err);
/* Free what the command holds, not the command. */
void command_release(struct command *command);

/*
 * Append an event in the command's name, at its instant.
 *
 * kind     e.g. "ticket_issued"
 * subject  e.g. "t12"
 * counter  "" or NULL when not at a counter
 * data     JSON object, borrowed
 *
 * Returns the event's number; errors are sticky in tx.
 */
int64_t command_event(struct store_tx *tx, struct command *command, const char *kind,
                      const char *subject, const char *counter, const struct text *data);

#endif
