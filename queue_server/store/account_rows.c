#include "store/account_rows.h"

#include <string.h>

static void read_account(struct sql *q, struct directory_account *out)
{
    const char *roles = sql_column_text(q, 3);

    memset(out, 0, sizeof *out);
    sql_column_copy(q, 0, out->code, sizeof out->code);
    sql_column_copy(q, 1, out->name, sizeof out->name);
    sql_column_copy(q, 2, out->unit, sizeof out->unit);
    if (role_set_parse(roles, strlen(roles), &out->roles) != ERR_OK)
        sql_fail(q->tx, ERR_STORE);
    sql_column_copy(q, 4, out->password, sizeof out->password);
    out->disabled = sql_column_int(q, 5) != 0;
    out->version = sql_column_int(q, 6);
    out->changed_at = sql_column_instant(q, 7);
    sql_column_copy(q, 8, out->changed_by, sizeof out->changed_by);
}

bool account_rows_get(struct store_tx *tx, const char *code, struct directory_account *out_account)
{
    struct sql *q = sql_start(tx, STMT_ACCOUNT_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    const bool found = sql_row(q);
    if (found)
        read_account(q, out_account);
    sql_end(q);
    return found;
}

void account_rows_put(struct store_tx *tx, const struct directory_account *account)
{
    struct sql *q = sql_start(tx, STMT_ACCOUNT_PUT);
    char roles[ROLE_SET_TEXT_SIZE];

    role_set_format(account->roles, roles);
    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, account->code);
    sql_text(q, 3, account->name);
    sql_text(q, 4, account->unit);
    sql_text(q, 5, roles);
    sql_text(q, 6, account->password);
    sql_int(q, 7, account->disabled);
    sql_int(q, 8, account->version);
    sql_instant(q, 9, account->changed_at);
    sql_text(q, 10, account->changed_by);
    sql_run(q);
}

bool account_rows_list(struct store_tx *tx,
                       bool (*each)(const struct directory_account *account, void *data),
                       void *data)
{
    struct sql *q = sql_start(tx, STMT_ACCOUNT_LIST);
    struct directory_account account;
    bool go_on = true;

    sql_int(q, 1, sql_centre(tx));
    while (go_on && sql_row(q)) {
        read_account(q, &account);
        go_on = each(&account, data);
    }
    sql_end(q);
    return go_on;
}

static void read_digest(struct sql *q, int column, uint8_t out_digest[DIGEST_SIZE])
{
    size_t size;
    const void *bytes = sql_column_blob(q, column, &size);

    memset(out_digest, 0, DIGEST_SIZE);
    if (size == DIGEST_SIZE)
        memcpy(out_digest, bytes, DIGEST_SIZE);
    else
        sql_fail(q->tx, ERR_STORE);
}

static void read_device(struct sql *q, struct directory_device *out)
{
    memset(out, 0, sizeof *out);
    sql_column_copy(q, 0, out->code, sizeof out->code);
    sql_column_copy(q, 1, out->kind, sizeof out->kind);
    sql_column_copy(q, 2, out->site, sizeof out->site);
    out->any_class = sql_column_int(q, 3) != 0;
    read_digest(q, 4, out->token);
    out->disabled = sql_column_int(q, 5) != 0;
    out->created_at = sql_column_instant(q, 6);
    sql_column_copy(q, 7, out->created_by, sizeof out->created_by);
    out->seen_at = sql_column_instant(q, 8);
}

bool device_rows_get(struct store_tx *tx, const char *code, struct directory_device *out_device)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    const bool found = sql_row(q);
    if (found)
        read_device(q, out_device);
    sql_end(q);
    return found;
}

void device_rows_put(struct store_tx *tx, const struct directory_device *device)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_PUT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, device->code);
    sql_text(q, 3, device->kind);
    sql_text(q, 4, device->site);
    sql_int(q, 5, device->any_class);
    sql_blob(q, 6, device->token, DIGEST_SIZE);
    sql_int(q, 7, device->disabled);
    sql_instant(q, 8, device->created_at);
    sql_text(q, 9, device->created_by);
    sql_run(q);
}

void device_rows_saw(struct store_tx *tx, const struct device_sight *sight)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_SEEN);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, sight->code);
    sql_instant(q, 3, sight->at);
    sql_run(q);
}

bool device_rows_list(struct store_tx *tx,
                      bool (*each)(const struct directory_device *device, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_DEVICE_LIST);
    struct directory_device device;
    bool go_on = true;

    sql_int(q, 1, sql_centre(tx));
    while (go_on && sql_row(q)) {
        read_device(q, &device);
        go_on = each(&device, data);
    }
    sql_end(q);
    return go_on;
}

void session_rows_insert(struct store_tx *tx, const struct directory_session *session)
{
    struct sql *q = sql_start(tx, STMT_SESSION_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_blob(q, 2, session->token, DIGEST_SIZE);
    sql_text(q, 3, session->account);
    sql_instant(q, 4, session->created_at);
    sql_instant(q, 5, session->expires_at);
    sql_run(q);
}

void session_rows_delete(struct store_tx *tx, const uint8_t token[DIGEST_SIZE])
{
    struct sql *q = sql_start(tx, STMT_SESSION_DELETE);

    sql_int(q, 1, sql_centre(tx));
    sql_blob(q, 2, token, DIGEST_SIZE);
    sql_run(q);
}

void session_rows_delete_of(struct store_tx *tx, const char *account)
{
    struct sql *q = sql_start(tx, STMT_SESSION_DELETE_OF);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, account);
    sql_run(q);
}

void session_rows_expire(struct store_tx *tx, struct instant wall)
{
    struct sql *q = sql_start(tx, STMT_SESSION_EXPIRE);

    sql_int(q, 1, sql_centre(tx));
    sql_instant(q, 2, wall);
    sql_run(q);
}

bool session_rows_list(struct store_tx *tx, struct instant wall,
                       bool (*each)(const struct directory_session *session, void *data),
                       void *data)
{
    struct sql *q = sql_start(tx, STMT_SESSION_LIST);
    struct directory_session session;
    bool go_on = true;

    sql_int(q, 1, sql_centre(tx));
    sql_instant(q, 2, wall);
    while (go_on && sql_row(q)) {
        memset(&session, 0, sizeof session);
        read_digest(q, 0, session.token);
        sql_column_copy(q, 1, session.account, sizeof session.account);
        session.created_at = sql_column_instant(q, 2);
        session.expires_at = sql_column_instant(q, 3);
        go_on = each(&session, data);
    }
    sql_end(q);
    return go_on;
}
