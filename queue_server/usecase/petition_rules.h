/* The limits of petitions that an office has set: {"sort_days", "ask_days", "answer_days",
 * "publish_days"}. Any thread; pure but for memory. Rule R-558. */
#ifndef USECASE_PETITION_RULES_H
#define USECASE_PETITION_RULES_H

#include "base/text.h"
#include "domain/petition.h"

struct json_t; /* jansson's */

/* Read them; what is left out has its default. `faults` gets a line for each fault. True when there
 * is none. */
bool petition_rules_read(const struct json_t *document, struct text *faults,
                         struct petition_policy *out_policy);
/* The same from its text, as it is stored; ERR_OK, ERR_RULES_MALFORMED or ERR_NO_MEMORY. */
enum err petition_rules_parse(const struct text *stored, struct petition_policy *out_policy);

#endif
