/*
 * Who does something: an account or device with its roles, or an import. Pure.
 */
#ifndef DOMAIN_DOSSIER_ACTOR_H
#define DOMAIN_DOSSIER_ACTOR_H

#include <stdbool.h>

#include "domain/role.h"

enum { ACCOUNT_CODE_SIZE = 41, OFFICER_UNIT_SIZE = 41 }; /* bytes with the NUL */

/* One person of one unit; an empty account stands for anyone of the unit. */
struct officer {
    char account[ACCOUNT_CODE_SIZE];
    char unit[OFFICER_UNIT_SIZE];
};

struct dossier_actor {
    struct officer officer;
    struct role_set roles;
    bool import; /* a file or feed from outside: no account, no roles */
};

#endif
