/*
 * A citizen says how the service was: once for a ticket, once for a dossier. Writer thread.
 *
 * Whoever holds the link may answer, nobody else. What he says is kept without saying of which
 * ticket or dossier, so that no officer learns who said it. Rules R-960..R-965.
 */
#ifndef USECASE_RATE_VISIT_H
#define USECASE_RATE_VISIT_H

#include "store/rating_rows.h"
#include "usecase/command.h"

struct rate_visit {
    struct command command;

    /* Input: the token of a ticket, or code and secret of a dossier. */
    char token[TOKEN_SIZE]; /* "": a dossier */
    char code[DOSSIER_ANY_CODE_SIZE];
    char secret[65];
    struct rating rating;

    /* Output. */
    struct rating_record record;
};

/*
 * ERR_OK; ERR_NOT_FOUND, whatever is wrong with the link; ERR_REASON_MISSING,
 * ERR_BAD_VALUE; ERR_ALREADY_RATED; ERR_RATING_CLOSED (not ended yet, or too long ago).
 */
enum err rate_visit_run(struct store_tx *tx, struct command *command);

/* When the service of a ticket or a dossier ended; instant_none() when it has not. Rule R-963. */
struct instant rating_ticket_ended(const struct ticket *ticket);
struct instant rating_dossier_ended(const struct dossier *dossier);
/* May the ticket or the dossier be rated now? */
enum rating_gate rating_gate_of_ticket(struct store_tx *tx, const struct ticket *ticket,
                                       struct instant now);
enum rating_gate rating_gate_of_dossier(struct store_tx *tx, const struct dossier_record *record,
                                        struct instant now);

#endif
