#include "domain/dossier_scan.h"

#include <string.h>

static bool may_scan(const struct dossier *dossier, const struct dossier_actor *actor,
                     bool of_result)
{
    const struct role_set of_centre = {ROLE_BIT(TIEP_NHAN) | ROLE_BIT(GD_TT)};
    const struct role_set of_unit = {ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG)};

    if (role_set_meets(actor->roles, of_centre))
        return true;
    if (of_result && role_set_has(actor->roles, ROLE_VAN_THU))
        return true;
    return role_set_meets(actor->roles, of_unit) &&
           strcmp(actor->officer.unit, dossier->responsible.unit) == 0;
}

/* Rule R-464. */
enum err dossier_scan_allowed(const struct dossier *dossier, const struct dossier_actor *actor,
                              bool of_result)
{
    const enum dossier_state state = dossier->state;
    const bool open = dossier_state_phase(state) == PHASE_OPEN;
    const bool has_result = state == DOSSIER_PROCESSING || state == DOSSIER_RESULT_READY;

    if (!may_scan(dossier, actor, of_result))
        return ERR_FORBIDDEN;
    return (of_result ? has_result : open) ? ERR_OK : ERR_STATE_FORBIDS;
}
