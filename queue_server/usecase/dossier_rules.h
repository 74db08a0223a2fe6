/*
 * What an office decides about its dossiers: the policy values of its set-up, as JSON.
 *
 * Any thread; pure but for memory. Rule R-248.
 */
#ifndef USECASE_DOSSIER_RULES_H
#define USECASE_DOSSIER_RULES_H

#include "base/text.h"
#include "domain/dossier.h"

struct json_t; /* jansson's */

/*
 * Read {"confirm_until" "HH:MM", "supplement_days", "apology_days"}; what is left out has its
 * default.
 *
 * document    borrowed
 * faults      borrowed: a line for each fault, beginning with dossier_rules
 * out_policy  filled as far as it can be read
 *
 * True when there is no fault.
 */
bool dossier_rules_read(const struct json_t *document, struct text *faults,
                        struct dossier_policy *out_policy);

/* The same from its text, as it is stored; ERR_OK, ERR_RULES_MALFORMED or ERR_NO_MEMORY. */
enum err dossier_rules_parse(const struct text *stored, struct dossier_policy *out_policy);

#endif
