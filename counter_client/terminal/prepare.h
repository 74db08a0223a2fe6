/*
 * What a command must ask the server before its own request: ids of tickets and dossiers that were
 * named by number or code, the papers of a procedure, a card, the version of what is changed.
 */
#ifndef TERMINAL_PREPARE_H
#define TERMINAL_PREPARE_H

#include "counter_client/terminal/body.h"
#include "counter_client/terminal/exchange.h"

enum { ID_SIZE = 24, REFERENCES_MAX = 2 };

/* Owned; release with prepared_release. */
struct prepared {
    json_t *file;                      /* of --file; NULL: none */
    struct text bytes;                 /* of --file, where it is the body as it is */
    json_t *procedure;                 /* NULL: not needed */
    json_t *card;                      /* NULL: not needed */
    char ids[REFERENCES_MAX][ID_SIZE]; /* what references in the invocation now point to */
    int id_count;
    char if_match[HTTP_TAG_SIZE]; /* empty: none */
};

enum prepare_outcome {
    PREPARE_OK,
    PREPARE_REFUSED, /* `out_reply` holds the refusal, to be released by the caller */
    PREPARE_USAGE    /* `out_complaint` says what is wrong */
};

/*
 * Ask what is needed. References in `invocation` are replaced by ids, which live in `out_prepared`.
 * `out_prepared` is set in any case; `out_reply` on PREPARE_REFUSED only.
 */
enum prepare_outcome prepare(struct exchange *exchange, struct invocation *invocation,
                             struct prepared *out_prepared, struct reply *out_reply,
                             char out_complaint[COMPLAINT_SIZE]);

void prepared_release(struct prepared *prepared);

#endif
