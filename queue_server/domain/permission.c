#include "domain/permission.h"

/* Rule R-202. */
static const struct {
    const char *name;
    bool reads_only;
    struct role_set roles;
} permissions[PERMISSION_COUNT] = {
#define X(code, name, reads, roles) [PERMISSION_##code] = {(name), (reads), {(roles)}},
    PERMISSION_MAP(X)
#undef X
};

const char *permission_name(enum permission permission)
{
    return permissions[permission].name;
}

bool permission_reads_only(enum permission permission)
{
    return permissions[permission].reads_only;
}

struct role_set permission_roles(enum permission permission)
{
    return permissions[permission].roles;
}

enum grant permission_check(enum permission permission, struct role_set held)
{
    return role_grant(permissions[permission].roles, held);
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
