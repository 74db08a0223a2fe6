#include "domain/permission.h"

/* Rule R-202. */
static const struct role_set roles[PERMISSION_COUNT] = {
#define X(code, reads, bits) [PERMISSION_##code] = {(bits)},
    PERMISSION_MAP(X)
#undef X
};

enum grant permission_check(enum permission permission, struct role_set held)
{
    return role_grant(roles[permission], held);
}

/* Rule R-203. */
enum dossier_scope permission_dossier_scope(struct role_set held)
{
    static const struct role_set all = {ROLE_BIT(LANH_DAO) | ROLE_BIT(KIEM_TRA)};
    static const struct role_set centre = {ROLE_BIT(TIEP_NHAN) | ROLE_BIT(VAN_THU) |
                                           ROLE_BIT(GD_TT) | ROLE_BIT(TO_HOP_BC)};
    static const struct role_set unit = {ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG)};

    if (role_set_meets(held, all))
        return SCOPE_ALL;
    if (role_set_meets(held, centre))
        return SCOPE_CENTRE;
    return role_set_meets(held, unit) ? SCOPE_UNIT : SCOPE_NONE;
}
