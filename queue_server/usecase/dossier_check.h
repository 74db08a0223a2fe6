/*
 * What is checked of the contents of a dossier: people, papers, fees.
 *
 * Any thread; pure but for the command's facts. Values are brought into their stored form in place.
 */
#ifndef USECASE_DOSSIER_CHECK_H
#define USECASE_DOSSIER_CHECK_H

#include "usecase/dossier_work.h"

/*
 * Bring the values of a person into their stored form: names and texts composed, the phone
 * number with +84. What cannot be is a fault of its field: personal_id_invalid,
 * personal_id_mismatch, date_invalid, tax_code_invalid, phone_invalid, bad_value.
 *
 * pointer  of the person in the request, e.g. "/applicant"
 */
void dossier_check_person(struct command *command, const char *pointer,
                          struct dossier_person *person);

/* Compose the texts of papers and fee lines; faults as above at pointer/INDEX. Returns whether all
 * are well. */
void dossier_check_documents(struct command *command, const char *pointer,
                             struct dossier_document *documents, int count);
void dossier_check_fees(struct command *command, const char *pointer, struct dossier_fee *fees,
                        int count);
enum { CHECK_TEXT_MAX = 4001 };
/* Compose one text in place, of at most CHECK_TEXT_MAX bytes; a fault at `pointer` when that is
 * impossible. */
void dossier_check_text(struct command *command, const char *pointer, char *text, size_t size);

/* True when a personal id says a province of birth that nobody knows: a warning. */
bool dossier_check_province(const struct dossier_person *person, struct date today);

/* The member of an intake without which the applicant's identity is not known well enough to accept
 * the dossier, as a JSON Pointer; NULL when it is. Rule R-221. */
const char *dossier_identity_fault(const struct dossier_work *work);

/*
 * Are the papers there, the scans, the fees? Names of what is not are added to `missing` (may be
 * NULL), one a line. Rules.
 */
bool dossier_check_complete(const struct dossier_work *work, struct text *missing);
bool dossier_check_scans(const struct dossier_work *work, struct text *missing);
bool dossier_check_settled(const struct dossier_work *work, bool after, struct text *missing);

#endif
