#include "domain/role.h"

#include <string.h>

static const struct {
    const char *code;
    bool device;
} roles[ROLE_COUNT] = {
#define X(code, device) [ROLE_##code] = {#code, (device)},
    ROLE_MAP(X)
#undef X
};

const char *role_code(enum role role)
{
    return roles[role].code;
}

bool role_is_device(enum role role)
{
    return roles[role].device;
}

/* Rule R-200. */
enum err role_from_code(const char *text, size_t length, enum role *out_role)
{
    for (int i = 0; i < ROLE_COUNT; i++)
        if (strlen(roles[i].code) == length && memcmp(roles[i].code, text, length) == 0) {
            *out_role = (enum role)i;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

enum err role_set_parse(const char *text, size_t length, struct role_set *out_set)
{
    struct role_set set = {0};

    for (size_t start = 0, at = 0; length > 0 && at <= length; at++) {
        enum role role;

        if (at < length && text[at] != ',')
            continue;
        if (role_from_code(text + start, at - start, &role))
            return ERR_UNKNOWN;
        set = role_set_add(set, role);
        start = at + 1;
    }
    *out_set = set;
    return ERR_OK;
}

void role_set_format(struct role_set set, char out_text[ROLE_SET_TEXT_SIZE])
{
    size_t used = 0;

    for (int i = 0; i < ROLE_COUNT; i++) {
        const size_t length = strlen(roles[i].code);

        if (!role_set_has(set, (enum role)i))
            continue;
        if (used > 0)
            out_text[used++] = ',';
        memcpy(out_text + used, roles[i].code, length);
        used += length;
    }
    out_text[used] = '\0';
}

/* Rule R-201. */
enum grant role_grant(struct role_set allowed, struct role_set held)
{
    static const struct role_set represented = {ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LD_PHONG)};

    if (role_set_meets(allowed, held))
        return GRANT_OWN;
    return role_set_has(held, ROLE_GD_TT) && role_set_meets(allowed, represented) ? GRANT_ACTING
                                                                                  : GRANT_NONE;
}
