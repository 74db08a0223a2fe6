/*
 * Who may scan a paper into a dossier, and when. Pure. Rule R-464.
 */
#ifndef DOMAIN_DOSSIER_SCAN_H
#define DOMAIN_DOSSIER_SCAN_H

#include "domain/dossier.h"

/*
 * May this person attach a scan, or take one away, now?
 *
 * of_result  the scan shows the signed result, not a paper of the list
 *
 * Reception and the director in their own centre, THU_LY and LD_PHONG while their unit is
 * responsible, VAN_THU the result only. Papers while the dossier is open, the result while it is
 * processed or ready.
 *
 * Returns ERR_OK, ERR_FORBIDDEN, ERR_STATE_FORBIDS, in that order.
 */
enum err dossier_scan_allowed(const struct dossier *dossier, const struct dossier_actor *actor,
                              bool of_result);

#endif
