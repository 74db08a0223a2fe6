/*
 * Rows of accounts, devices and sessions. Errors are sticky in the transaction.
 *
 * The structs are those of the directory: they stand here because they are what the rows hold.
 */
#ifndef STORE_ACCOUNT_ROWS_H
#define STORE_ACCOUNT_ROWS_H

#include "base/random.h"
#include "domain/role.h"
#include "store/ticket_rows.h"

enum {
    PASSWORD_HASH_SIZE = 128,
    PERSON_NAME_SIZE = 192,
    UNIT_CODE_SIZE = 24,
    DEVICE_KIND_SIZE = 16
};

struct directory_account {
    char code[ACTOR_CODE_SIZE];
    char name[PERSON_NAME_SIZE];
    char unit[UNIT_CODE_SIZE];
    struct role_set roles;             /* stored as code texts */
    char password[PASSWORD_HASH_SIZE]; /* argon2id string, "" = cannot sign in */
    bool disabled;
    int64_t version;
    struct instant changed_at;
    char changed_by[ACTOR_CODE_SIZE];
};

struct directory_device {
    char code[ACTOR_CODE_SIZE];
    char kind[DEVICE_KIND_SIZE]; /* kiosk, board, printer */
    char site[SITE_CODE_SIZE];
    bool any_class;
    bool disabled;
    uint8_t token[DIGEST_SIZE];
    struct instant created_at;
    char created_by[ACTOR_CODE_SIZE];
    struct instant seen_at; /* 0: never */
    bool seen_unkept;       /* memory knows more than the row */
};

/* A device was seen. */
struct device_sight {
    char code[ACTOR_CODE_SIZE];
    struct instant at;
};

struct directory_session {
    uint8_t token[DIGEST_SIZE];
    char account[ACTOR_CODE_SIZE];
    struct instant created_at, expires_at; /* real time */
};

bool account_rows_get(struct store_tx *tx, const char *code, struct directory_account *out_account);
void account_rows_put(struct store_tx *tx, const struct directory_account *account);
/* The lists end, and return false, when `each` does. */
bool account_rows_list(struct store_tx *tx,
                       bool (*each)(const struct directory_account *account, void *data),
                       void *data);

bool device_rows_get(struct store_tx *tx, const char *code, struct directory_device *out_device);
void device_rows_put(struct store_tx *tx, const struct directory_device *device);
/* Keep when it was seen; an older sight changes nothing. */
void device_rows_saw(struct store_tx *tx, const struct device_sight *sight);
bool device_rows_list(struct store_tx *tx,
                      bool (*each)(const struct directory_device *device, void *data), void *data);

void session_rows_insert(struct store_tx *tx, const struct directory_session *session);
void session_rows_delete(struct store_tx *tx, const uint8_t token[DIGEST_SIZE]);
void session_rows_delete_of(struct store_tx *tx, const char *account);
/* Forget those that are over at `wall` (real time). */
void session_rows_expire(struct store_tx *tx, struct instant wall);
/* Those live at `wall` (real time). */
bool session_rows_list(struct store_tx *tx, struct instant wall,
                       bool (*each)(const struct directory_session *session, void *data),
                       void *data);

#endif
