/* RFC 9457 problems: what a refusal looks like (api.md, Errors). Pure but for memory. */
#ifndef API_PROBLEM_H
#define API_PROBLEM_H

#include "usecase/command.h"

enum { RETRY_AFTER_S = 5 };

/*
 * Write the problem of `err` with its facts, and the headers that go with it (Retry-After).
 *
 * facts  borrowed; NULL for none. Faults of fields that all have one code give that code.
 */
void problem_write(struct text *body, struct text *headers, enum err err, enum language language,
                   const struct refusal_facts *facts);

#endif
