/*
 * The official forms: each lays itself out on a sheet, from heading to signatures.
 *
 * Labels are those of Circular 03/2025/TT-VPCP, annex I (domain.md 3.2 - 3.6) and, for the slips
 * without a legal model, of practice (3.9). Each draws the content of `sheet->job`.
 */
#ifndef PRINTER_FORMS_H
#define PRINTER_FORMS_H

#include "printer/sheet.h"

/* Form 01, all 16 rows of domain.md 3.2. Rule R-811. */
void form_receipt(struct sheet *sheet);
/* Form 02. */
void form_supplement(struct sheet *sheet);
/* Form 03. */
void form_refusal(struct sheet *sheet);
/* Form 04. */
void form_apology(struct sheet *sheet);
/* Form 05. */
void form_stop(struct sheet *sheet);
/* Form 06, with the ledger of the due date. Rule R-813. */
void form_control(struct sheet *sheet);
/* Form 07, rows of the book of a field; landscape. Rule R-814. */
void form_book(struct sheet *sheet);
/* Receipt for the result. */
void slip_return(struct sheet *sheet);
/* Hand-over between the centre and a unit; landscape. */
void slip_handover(struct sheet *sheet);

/* List of papers given back. Rule R-815. */
void slip_papers(struct sheet *sheet);
/* Survey: what people think of the service. Rule R-819. */
void slip_survey(struct sheet *sheet);
/* Receipt of fees. */
void slip_fee(struct sheet *sheet);

/* A report: its own title, a table, places to sign; landscape. */
void form_report(struct sheet *sheet);
/* Test page of an office printer, and of a printer with a roll: its height in dots. */
void form_test(struct sheet *sheet);
double form_test_roll(struct canvas *canvas, const struct job *job);

/* Name, personal id, address, telephone and email of a person, as the forms list them. */
void form_person(struct sheet *sheet, const char *label, const struct person *person);
/* The table of papers: name, originals, certified copies, photocopies. */
void form_papers(struct sheet *sheet, const struct rows *papers);

#endif
