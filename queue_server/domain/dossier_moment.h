/*
 * The moments of a dossier from which everything else is counted, by name: what a correction may
 * set right, and in which order they must stand.
 *
 * Pure. Nobody edits an instant; a correction with reason and approver is appended. Source: domain
 * 0.3, statistics 1. Rule R-538.
 */
#ifndef DOMAIN_DOSSIER_MOMENT_H
#define DOMAIN_DOSSIER_MOMENT_H

#include "domain/dossier.h"

enum dossier_moment_kind {
    MOMENT_ACCEPTED,   /* "accepted_at" */
    MOMENT_ENDED,      /* "ended_at" */
    MOMENT_RETURNED,   /* "returned_at" */
    MOMENT_PAUSE_FROM, /* "pauses/1/from" */
    MOMENT_PAUSE_TO,   /* "pauses/1/to" */
};

enum { DOSSIER_MOMENT_NAME_SIZE = sizeof "pauses/32/from" };

struct dossier_moment {
    enum dossier_moment_kind kind;
    size_t pause; /* of the two of a pause: which, from 0; below DOSSIER_PAUSES_MAX */
};

/* Read the name of a moment. False for any other text. */
bool dossier_moment_parse(const char *name, struct dossier_moment *out_moment);
void dossier_moment_name(const struct dossier_moment *moment,
                         char out_name[DOSSIER_MOMENT_NAME_SIZE]);

/* The moment in `dossier`, to be read or set; NULL when it has not come. */
struct instant *dossier_moment_of(struct dossier *dossier, const struct dossier_moment *moment);

/*
 * Do they follow each other: acceptance, each pause, end, return, none after `now`? Of a dossier
 * that was accepted.
 */
bool dossier_moments_in_order(const struct dossier *dossier, struct instant now);

#endif
