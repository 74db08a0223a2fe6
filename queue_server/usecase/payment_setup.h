/*
 * How the centre takes money: the bank account that it is paid into, and the series of its
 * receipts. Configuration of the centre, kept as one setting. Rules.
 *
 * Reading on any thread that has a transaction; saving on the writer.
 */
#ifndef USECASE_PAYMENT_SETUP_H
#define USECASE_PAYMENT_SETUP_H

#include "domain/vietqr.h"
#include "store/receipt_rows.h"
#include "usecase/setup_change.h"

enum { PAYEE_TAX_CODE_SIZE = 15 };

struct payment_setup {
    char bin[VIETQR_BIN_SIZE];         /* "": no account is known */
    char account[VIETQR_ACCOUNT_SIZE]; /* "" when there is no bin */
    char holder[VIETQR_NAME_SIZE];     /* ASCII, as banks have it; "" for none, as the rest */
    char city[VIETQR_CITY_SIZE];
    char tax_code[PAYEE_TAX_CODE_SIZE]; /* mã số thuế of the collecting unit */
    char series[RECEIPT_SERIES_SIZE];   /* ký hiệu of receipts; "BL" until it is set */
};

/* What is set, or what holds until it is. ERR_OK, ERR_STORE (what is kept cannot be read). */
enum err payment_setup_load(struct store_tx *tx, struct payment_setup *out_setup);

/* Write it under `key`, with its version. */
void payment_setup_view(struct text *text, const char *key, const struct payment_setup *setup,
                        const struct setup_stamp *stamp);

/* ---- looked at: reader thread ---------------------------------------------------------------- */

struct read_payment_setup {
    struct command command;

    /* Output. */
    struct payment_setup setup;
    struct setup_stamp stamp;
};

enum err read_payment_setup_run(struct store_tx *tx, struct command *command);

/* ---- changed: writer thread ------------------------------------------------------------------ */

struct save_payment_setup {
    struct command command;

    /* Input. */
    struct payment_setup setup; /* brought into its stored form in place */
    int64_t expected_version;   /* 0: none was said, which is refused */

    /* Output. */
    struct setup_stamp stamp;
};

/* ERR_OK; ERR_FIELDS (a bank of other than six digits, one of bank and account alone, signs that
 * banks do not take, a series of other than capitals, digits, "/" and "-"); ERR_VERSION_REQUIRED,
 * ERR_VERSION_CONFLICT; ERR_STORE. */
enum err save_payment_setup_run(struct store_tx *tx, struct command *command);

#endif
