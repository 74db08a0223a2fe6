/*
 * A calendar's document with years added that follow from the yearly rules alone, until their
 * decision is published (domain/calendar_derive.h). Any thread; allocates. Rules R-064..R-066.
 */
#ifndef USECASE_DRAFT_YEAR_H
#define USECASE_DRAFT_YEAR_H

#include <jansson.h>

#include "domain/calendar_derive.h"
#include "usecase/calendar_document.h"

/*
 * Copy a document and add the days off after its last date up to 31 December of `until`, each row
 * with status `derived_by_rule` and the article it follows from; a horizon that it states is moved.
 *
 * The yearly rules are the rows of its `annual_rules` that a program can read - `solar` or `lunar`
 * ("MM-DD"), `days`, `days_before`, `neighbour`, `from_year` - else those of the labour code.
 *
 * until     a year after the calendar's last date, at most 2199
 * out_root  a new reference; set on success only
 *
 * Returns ERR_OK, ERR_DATE (a rule names a date that a year does not have, or no weekday is
 * worked), ERR_NO_MEMORY.
 */
enum err draft_years(const struct calendar_document *document, int until, json_t **out_root);

#endif
