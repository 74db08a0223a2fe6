/*
 * What an amendment of the calendar would do to the open dossiers, before it is made.
 *
 * A run of reads, each on a snapshot of its own and short, so that 100,000 open dossiers need
 * neither the writer nor a long snapshot:
 *
 *     loop     calendar_dry_run_start()
 *     reader   the document is read and its faults told, then DRY_RUN_SLICE dossiers, and so on
 *     loop     command.done()             with the outcome and the counts
 *
 * The counts come with a token, without which the same amendment is not applied (amend_calendar.h):
 * what is applied is what was shown - this document, over this version, on this day. Rules R-070,
 *
 */
#ifndef USECASE_CALENDAR_DRY_RUN_H
#define USECASE_CALENDAR_DRY_RUN_H

#include "usecase/enter_calendar.h"

enum { DRY_RUN_SLICE = 2000, CALENDAR_TOKEN_SIZE = DIGEST_TEXT_SIZE };

/* Where the days of an amendment come from: a document, or a version there was (to revert to). */
struct calendar_source_text {
    const char *json;    /* borrowed; NULL: of the version */
    size_t length;       /* of json */
    int64_t version;     /* 0: none */
    const char *pointer; /* of the document in the request, for the faults of its fields */
};

struct calendar_dry_run {
    struct command command; /* filled by who starts it, but for run; done: when all is counted */

    /* Input. */
    struct calendar_source_text from;
    int64_t expected_version; /* of the calendar in force; 0: none was said, -1: any */

    /* Output; command.err and command.facts say why there is none. */
    int64_t base_version;            /* in force; 0: there is no calendar yet */
    bool changes;                    /* false: the document is the one in force */
    struct calendar_moves moves;     /* of all open dossiers */
    char token[CALENDAR_TOKEN_SIZE]; /* hexadecimal */

    /* Private. */
    struct calendar_version draft;
    struct calendar_document *document; /* owned until done() */
    command_done_fn finished;
    int64_t last_id;
    bool more;
};

/* Returns ERR_OK, or ERR_CLOSED: then done() is not called. Outcomes: ERR_FIELDS with each fault,
 * ERR_NOT_FOUND (no such version), ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT (also when another
 * calendar is entered meanwhile), ERR_FORBIDDEN ..., ERR_NO_MEMORY, ERR_STORE. */
enum err calendar_dry_run_start(struct calendar_dry_run *run);

/*
 * Read the days of an amendment, faults into the command's facts.
 *
 * out_json  a text to be released by the caller, whatever is returned: what the document was read
 *           from
 *
 * ERR_OK, ERR_FIELDS, ERR_NOT_FOUND, ERR_NO_MEMORY.
 */
enum err calendar_source_load(struct store_tx *tx, struct command *command,
                              const struct calendar_source_text *from, struct text *out_json,
                              struct calendar_document **out_document);

/*
 * Does a change rest on the calendar in force? Fills the facts of a conflict.
 *
 * expected_version  0: none was said, which is refused; -1: any
 * out_newest        its row; version 0 when there is none
 *
 * ERR_OK, ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT.
 */
enum err calendar_check_version(struct store_tx *tx, struct command *command,
                                int64_t expected_version, struct calendar_version_row *out_newest);

/* The token of a document over a version on a day. ERR_OK, ERR_NO_MEMORY. */
enum err calendar_token(const struct calendar_document *document, int64_t base_version,
                        struct date day, char out_token[CALENDAR_TOKEN_SIZE]);

#endif
