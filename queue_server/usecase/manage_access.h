/*
 * Accounts, devices and sessions are made, changed and ended. Writer thread. Rules R-700..R-708.
 */
#ifndef USECASE_MANAGE_ACCESS_H
#define USECASE_MANAGE_ACCESS_H

#include "usecase/directory.h"
#include "usecase/pair_device.h"

/* Members of an account that a change leaves as they are stored. */
enum account_member { ACCOUNT_NAME = 1, ACCOUNT_ROLES = 2, ACCOUNT_UNIT = 4, ACCOUNT_DISABLED = 8 };

enum { VERSION_UNSAID = -1 };

/* An account is made (account.version 0), changed, disabled, or given a password. */
struct save_account {
    struct command command;

    /* Input. */
    struct directory_account account; /* as it shall be */
    unsigned kept;                    /* of a change: enum account_member that stay */
    bool is_new;
    bool new_password;        /* only the password changes; its sessions end */
    int64_t expected_version; /* of a change; 0: whatever it is, VERSION_UNSAID: refuse */
};

/*
 * Store the account, with its event. Its sessions end when it is disabled or has a new password.
 * account is set to what was stored.
 *
 * Returns ERR_OK; ERR_DUPLICATE (is_new: an account or a device has or had the code);
 * ERR_NOT_FOUND; ERR_FORBIDDEN (who asks would disable himself or lose QUAN_TRI);
 * ERR_LAST_ADMINISTRATOR; ERR_VERSION_CONFLICT (with the account as it is now); ERR_FIELDS
 * (the code or the name is not one, no unit for THU_LY or LD_PHONG); ERR_UNKNOWN_UNIT;
 * ERR_BAD_VALUE (no role, or a device's). Rules.
 */
enum err save_account_run(struct store_tx *tx, struct command *command);

/* A device is made or taken out of use. */
struct save_device {
    struct command command;
    struct directory_device device;

    /* Output: of a new device that has a screen; no code for another. */
    struct pairing pairing;
};

/* Returns ERR_OK, ERR_DUPLICATE (an account has the code, or a device in use), ERR_NOT_FOUND (none
 * in use), ERR_UNKNOWN_SITE, ERR_BAD_VALUE (its kind), ERR_FIELDS (its code). Rule R-704. */
enum err save_device_run(struct store_tx *tx, struct command *command);

/* A person has signed in: the session is made durable. */
struct open_session {
    struct command command;
    struct directory_session session;
};

enum err open_session_run(struct store_tx *tx, struct command *command);
/* ... or signs out. */
enum err close_session_run(struct store_tx *tx, struct command *command);

#endif
