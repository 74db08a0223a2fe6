/*
 * What an office decides about its reminders: the policy values of its set-up, as JSON.
 *
 * Any thread; pure but for memory. Rule R-552.
 */
#ifndef USECASE_REMINDER_RULES_H
#define USECASE_REMINDER_RULES_H

#include "base/text.h"
#include "domain/reminder.h"

struct json_t; /* jansson's */

/*
 * Read {"near_days", "scan_hours", "collect_days", "after_hours": {"overdue": [0, 8, 24], ...}}:
 * for each kind the working hours after which officer, unit and leader are told, null for never;
 * what is left out has its default.
 *
 * document    borrowed
 * faults      borrowed: a line for each fault, beginning with reminder_rules
 * out_policy  filled as far as it can be read
 *
 * True when there is no fault.
 */
bool reminder_rules_read(const struct json_t *document, struct text *faults,
                         struct reminder_policy *out_policy);

/* The same from its text, as it is stored; ERR_OK, ERR_RULES_MALFORMED or ERR_NO_MEMORY. */
enum err reminder_rules_parse(const struct text *stored, struct reminder_policy *out_policy);

#endif
