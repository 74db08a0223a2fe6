/*
 * Accounts, devices and sessions are made, changed and ended. Writer thread. Rules R-700..R-703.
 */
#ifndef USECASE_MANAGE_ACCESS_H
#define USECASE_MANAGE_ACCESS_H

#include "usecase/directory.h"

/* An account is made (account.version 0), changed, disabled, or given a password. */
struct save_account {
    struct command command;

    /* Input. */
    struct directory_account account; /* as it shall be */
    bool is_new;
    bool new_password;        /* only the password changes; its sessions end */
    int64_t expected_version; /* of a change; 0: whatever it is */
};

/* Returns ERR_OK, ERR_DUPLICATE (is_new), ERR_NOT_FOUND, ERR_VERSION_CONFLICT, ERR_BAD_VALUE (a
 * unit that does not exist, no role, a device's role). account is set to what was stored. */
enum err save_account_run(struct store_tx *tx, struct command *command);

/* A device is made or taken out of use. */
struct save_device {
    struct command command;
    struct directory_device device;
};

/* Returns ERR_OK, ERR_DUPLICATE (made twice), ERR_NOT_FOUND, ERR_UNKNOWN_SITE. */
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
