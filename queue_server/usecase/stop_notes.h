/*
 * What the notes of a stop keep beside their reason: the way by which the applicant asked, and why
 * the fees are given back or are not. Form 05 bears both.
 *
 * Pure. Rule R-818.
 */
#ifndef USECASE_STOP_NOTES_H
#define USECASE_STOP_NOTES_H

#include "base/text.h"
#include "store/dossier_parts.h"

enum { REFUND_REASON_SIZE = 301 };

/* "in_person", "written", "post", "online", "phone"; ended by NULL. */
extern const char *const withdrawal_ways[];

/* Let the note keep `value`, unless it is "". `items` holds the JSON that the note borrows. */
void stop_note_keep(struct dossier_note *note, struct text *items, const char *value);
/* The way that the note of a request to withdraw keeps, "" for none; static. */
const char *withdrawal_way_of(const struct dossier_note *note);
/* In words for paper, NULL for ""; static. */
const char *withdrawal_way_words(const char *way);

#endif
