/*
 * The code of a dossier (mã số hồ sơ) and the secret that lets its owner look it up.
 *
 * Pure. Source: domain 2 (QĐ 20/2020/QĐ-TTg, TT 03/2025, TT 04/2025). A code is
 * `<agency>-<YYMMDD>-<number>`: the agency that received the dossier, the date of receipt in local
 * time, the agency's number of that day. It never changes during the dossier's life.
 */
#ifndef DOMAIN_DOSSIER_CODE_H
#define DOMAIN_DOSSIER_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/civil.h"
#include "base/error.h"

enum {
    AGENCY_ID_SIZE = sizeof "H55.128.012.003", /* bytes with the NUL, as all sizes here */
    DOSSIER_CODE_SIZE = sizeof "H55.128.012.003-260310-123456789",
    DOSSIER_NUMBER_MAX = 99999, /* of one agency and day, in a code of ours */
    LOOKUP_SECRET_LETTERS = 9,
    LOOKUP_SECRET_LETTERS_BEFORE = 6, /* of a secret made by an earlier version: it stays good */
    LOOKUP_SECRET_SIZE = LOOKUP_SECRET_LETTERS + 1,
};

enum dossier_code_kind {
    DOSSIER_CODE_NEW,     /* H55.128-260310-0007: the form that we generate */
    DOSSIER_CODE_OLD,     /* 000.17.22.H56-210531-0001 */
    DOSSIER_CODE_CENTRAL, /* H55.128-260126-010007: ministry's two digits and four of number */
};

struct dossier_code {
    enum dossier_code_kind kind;
    char agency[AGENCY_ID_SIZE];
    struct date received;
    int number; /* CENTRAL: all six digits */
};

/* True for an agency identifier of the old form, ddd.dd.dd.Hdd. Rule R-501. */
bool agency_id_was_valid(const char *text, size_t length);

/* True for an agency identifier of the present form: `Hdd`, then up to three groups `.dd` or
 * `.ddd`. Rule R-500. */
bool agency_id_is_valid(const char *text, size_t length);

/*
 * Write the code of a dossier received here. Numbers below 10000 have four digits, others five.
 * Rule R-500.
 *
 * agency    borrowed, NUL-terminated
 * received  local date of acceptance, years 2000..2099
 * number    1..DOSSIER_NUMBER_MAX
 *
 * Returns ERR_OK or ERR_CODE_FORMAT (agency, date or number outside its form).
 */
enum err dossier_code_format(const char *agency, struct date received, int number,
                             char out_code[DOSSIER_CODE_SIZE]);

/*
 * Read a code of any of the three kinds, as imports and look-ups bring them. The date must exist
 * (20YY). An agency starts with H; that of a CENTRAL code, where six digits follow the date, with
 * any capital letter (ministries use G). The number of an OLD code may have 4..9 digits. Rule
 *
 *
 * text  borrowed, `length` bytes, need not be terminated
 *
 * Returns ERR_OK or ERR_CODE_FORMAT.
 */
enum err dossier_code_parse(const char *text, size_t length, struct dossier_code *out_code);

/*
 * Make a look-up secret of 9 letters out of 30 that cannot be mistaken for each other (no 0 1 I L O
 * U). Rule R-502.
 *
 * random  64 random bits; about 44 of them are used
 */
void lookup_secret_make(uint64_t random, char out_secret[LOOKUP_SECRET_SIZE]);

/*
 * Bring a secret typed by a person into the form made: small letters become capital, spaces and
 * hyphens are left out. One of 6 letters, as they were made before, is read as well; what follows
 * the NUL is filled with NUL. Rule R-502.
 *
 * Returns ERR_OK or ERR_BAD_VALUE (another number of letters, or a letter that no secret has).
 */
enum err lookup_secret_read(const char *text, size_t length, char out_secret[LOOKUP_SECRET_SIZE]);

#endif
