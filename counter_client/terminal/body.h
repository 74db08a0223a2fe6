/*
 * From the options of a command to the path, query and JSON body of its request. Pure but for
 * memory.
 */
#ifndef TERMINAL_BODY_H
#define TERMINAL_BODY_H

#include <jansson.h>

#include "base/text.h"
#include "counter_client/terminal/invocation.h"

/* What was asked of the server beforehand; borrowed, NULL where not needed. */
struct body_facts {
    const json_t *procedure; /* for --paper: names and forms of its papers */
    const json_t *card;      /* for --card: what the card says */
};

/*
 * Path of the request with its parameters filled in and its query.
 *
 * out_path  initialised by the caller; added to
 */
void body_path(const struct invocation *invocation, struct text *out_path);

/*
 * Body of the request: the JSON of --file, the options put over it, then the fallbacks where
 * nothing stands yet.
 *
 * file           JSON of --file; borrowed, NULL: none
 * out_body       a new reference, an object
 * out_complaint  set when the result is false: what is wrong, for a person
 */
bool body_build(const struct invocation *invocation, const json_t *file,
                const struct body_facts *facts, json_t **out_body,
                char out_complaint[COMPLAINT_SIZE]);

/* `text` with everything but letters, digits and -._~ percent-encoded (RFC 3986), added. */
void body_percent(struct text *out_text, const char *text);

#endif
