/* Satisfaction as JSON. Pure but for memory. Rules ..R-968. */
#ifndef API_SATISFACTION_VIEW_H
#define API_SATISFACTION_VIEW_H

#include "usecase/read_satisfaction.h"

/*
 * What is published: groups and months. A group with fewer than SATISFACTION_SAMPLE_MIN answers
 * tells how many there are and no more.
 */
void satisfaction_view_public(struct text *text, const char *key,
                              const struct read_satisfaction *read);
/* What managers see: every row; levels and reasons from SATISFACTION_SAMPLE_MIN answers on. */
void satisfaction_view_report(struct text *text, const struct read_satisfaction *read);

#endif
