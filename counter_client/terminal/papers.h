/* Options that stand for lists of a dossier: its papers, fees and scans. Pure but for memory. */
#ifndef TERMINAL_PAPERS_H
#define TERMINAL_PAPERS_H

#include <jansson.h>
#include <stdbool.h>

/*
 * Add the papers of one --paper to `documents`.
 *
 * text       ROW[:ORIGINALS[:COPIES[:SCAN]]], or "all": every required paper of the procedure
 * procedure  the procedure, borrowed
 *
 * Without counts a paper is one original, or one copy where the procedure asks for a copy. Returns
 * false when the text cannot be read or the procedure has no such row.
 */
bool papers_add(json_t *documents, const char *text, const json_t *procedure);

/* A paper as one line of the procedure's list asks for it, `originals` and `copies` as given; a new
 * reference. */
json_t *paper_of_row(const json_t *row, int originals, int copies);

/* Counts of a paper when nobody says otherwise. */
void paper_usual_counts(const json_t *row, int *out_originals, int *out_copies);

/* LINE=AMOUNT[:METHOD[:REFERENCE]] -> a fee line; NULL when it cannot be read. A new reference. */
json_t *fee_read(const char *text);
/* LINE:METHOD[:REFERENCE] -> a line settled now; NULL when it cannot be read. A new reference. */
json_t *settlement_read(const char *text);
/* PLACE=FILE or PLACE=EXCEPTION -> a scan; NULL when it cannot be read. A new reference. */
json_t *scan_read(const char *text);

#endif
