/*
 * The set-up as administrators see it: each part with its version and who changed it last. Pure but
 * for memory.
 */
#ifndef USECASE_SETUP_VIEW_H
#define USECASE_SETUP_VIEW_H

#include "base/text.h"
#include "store/setup_rows.h"
#include "usecase/catalogue.h"

enum setup_part { PART_SITE, PART_SERVICE, PART_COUNTER, PART_PRINTER, PART_RULES };

/* Word of a part in rows and events, e.g. "counter"; static. */
const char *setup_part_name(enum setup_part part);
/* Most parts of this kind that a centre may have. */
int setup_part_most(enum setup_part part);
/* How many there are, retired ones too; and the code of one. Not of PART_RULES. */
int setup_part_count(const struct catalogue *catalogue, enum setup_part part);
const char *setup_part_code(const struct catalogue *catalogue, enum setup_part part, int index);
/* Index of a code, or QUEUE_NONE. Not of PART_RULES. */
int setup_part_index(const struct catalogue *catalogue, enum setup_part part, const char *code);

/* Write a part (not PART_RULES) under `key`. */
void setup_part_view(struct text *text, const char *key, const struct catalogue *catalogue,
                     enum setup_part part, int index, const struct setup_stamp *stamp);
/* Write the member "services": what a counter of a site serves by itself, and whom it helps. `code`
 * is the counter's. */
void duties_view(struct text *text, const struct queue_rules *rules, const char *code);
/* Write the members version, changed_at and changed_by to an object that is open. */
void setup_stamp_view(struct text *text, const struct setup_stamp *stamp);

#endif
