/*
 * Roles: what an account or a device may be, as data, and sets of them.
 *
 * Pure. Source: domain 0.3; devices: the API's device tokens. Code texts are stored and sent, the
 * numbers and bits never are.
 */
#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* code, device? */
#define ROLE_MAP(X)                                                                                \
    X(PHAT_SO, false)                                                                              \
    X(TIEP_NHAN, false)                                                                            \
    X(THU_LY, false)                                                                               \
    X(LD_PHONG, false)                                                                             \
    X(LANH_DAO, false)                                                                             \
    X(VAN_THU, false)                                                                              \
    X(GD_TT, false)                                                                                \
    X(TO_HOP_BC, false)                                                                            \
    X(QUAN_TRI, false)                                                                             \
    X(KIEM_TRA, false)                                                                             \
    X(CONG_DAN, false)                                                                             \
    X(KIOSK, true)                                                                                 \
    X(BOARD, true)                                                                                 \
    X(PRINTER, true)

enum role {
#define X(code, device) ROLE_##code,
    ROLE_MAP(X)
#undef X
        ROLE_COUNT
};

/* The bit of a role in a set, for tables: ROLE_BIT(TIEP_NHAN). */
#define ROLE_BIT(code) (UINT32_C(1) << ROLE_##code)

enum { ROLE_SET_TEXT_SIZE = 160 }; /* every code and a comma after each, with room */

struct role_set {
    uint32_t bits; /* never stored */
};

/* Code text, e.g. "TIEP_NHAN"; static. */
const char *role_code(enum role role);
/* True for what holds a device token instead of an account. */
bool role_is_device(enum role role);

/* Find a role by its code. Returns ERR_OK or ERR_UNKNOWN. Rule R-200. */
enum err role_from_code(const char *text, size_t length, enum role *out_role);

static inline bool role_set_has(struct role_set set, enum role role)
{
    return (set.bits >> role & 1) != 0;
}

static inline struct role_set role_set_add(struct role_set set, enum role role)
{
    return (struct role_set){set.bits | UINT32_C(1) << role};
}

static inline bool role_set_meets(struct role_set a, struct role_set b)
{
    return (a.bits & b.bits) != 0;
}

/* Read codes parted by single commas, "TIEP_NHAN,GD_TT"; an empty text is the empty set. Returns
 * ERR_OK or ERR_UNKNOWN. */
enum err role_set_parse(const char *text, size_t length, struct role_set *out_set);

/* Write the codes of a set, in the order of the table, parted by commas. */
void role_set_format(struct role_set set, char out_text[ROLE_SET_TEXT_SIZE]);

/* How somebody comes to be allowed. */
enum grant {
    GRANT_NONE,   /* forbidden */
    GRANT_OWN,    /* by a role of his own */
    GRANT_ACTING, /* GD_TT in the place of TIEP_NHAN or LD_PHONG: needs a reason each time */
};

/*
 * May somebody who holds `held` do what is open to `allowed`? GD_TT may act for TIEP_NHAN and
 * LD_PHONG, for nobody else; no other role acts for another. Rule R-201.
 */
enum grant role_grant(struct role_set allowed, struct role_set held);

#endif
