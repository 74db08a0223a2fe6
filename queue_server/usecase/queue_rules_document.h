/*
 * Read the rules file of a queue: JSON text -> struct queue_rules.
 *
 * Strict, because a typing error in a rule must not be lost silently: every member is required
 * (only `late_becomes` may be absent), unknown and repeated members are refused, and so is whatever
 * breaks a limit of domain/queue_rules.h. Services are those that counters name, in the order of
 * the file. Touches no store and no file. Source: queue order, "Rules file". Rules.
 */
#ifndef USECASE_QUEUE_RULES_DOCUMENT_H
#define USECASE_QUEUE_RULES_DOCUMENT_H

#include <stddef.h>

#include "base/error.h"
#include "domain/queue_rules.h"

/* What is wrong, and where: "/classes/P2/lane", or "line 3, column 7" when it is not JSON. */
struct queue_rules_fault {
    char place[160];
    char message[200];
    enum err kind; /* the same for programs: missing_field, unknown_field, wrong_type, bad_value */
};

/*
 * text       borrowed, `length` bytes
 * out_rules  set on success only
 * out_fault  set with ERR_RULES_MALFORMED only
 *
 * Returns ERR_OK, ERR_RULES_MALFORMED.
 */
enum err queue_rules_document_read(const char *text, size_t length, struct queue_rules *out_rules,
                                   struct queue_rules_fault *out_fault);

#endif
