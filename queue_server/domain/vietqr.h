/*
 * The text of a VietQR payment code (EMVCo, merchant presented, as NAPAS lays it down), and how a
 * bank statement is found to speak of a dossier.
 *
 * Pure. Everything is ASCII. Source: domain 8.3; rules.
 */
#ifndef DOMAIN_VIETQR_H
#define DOMAIN_VIETQR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { /* bytes with the NUL */
       VIETQR_BIN_SIZE = 7,
       VIETQR_ACCOUNT_SIZE = 20,
       VIETQR_NAME_SIZE = 26,
       VIETQR_CITY_SIZE = 16,
       VIETQR_BILL_SIZE = 26,
       VIETQR_PURPOSE_SIZE = 26, /* 25 characters: more is cut by old banks */
       VIETQR_TEXT_SIZE = 400,
       PLAIN_CODE_SIZE = 41, /* a dossier code without its separators */
       PLAIN_CODES_MAX = 8,
       BANK_TEXT_MAX = 500 /* characters of a statement line that are looked at */
};

struct vietqr {
    char bin[VIETQR_BIN_SIZE];         /* of the bank: six digits */
    char account[VIETQR_ACCOUNT_SIZE]; /* letters and digits */
    bool card;                         /* the account is the number of a card */
    int64_t amount;                    /* đồng; 0: static, whoever pays says how much */
    char name[VIETQR_NAME_SIZE];       /* of who receives it; "" for none, as the rest */
    char city[VIETQR_CITY_SIZE];
    char bill[VIETQR_BILL_SIZE];
    char purpose[VIETQR_PURPOSE_SIZE];
};

/*
 * Write the text of the code, without a NUL counted in `out_length` (may be NULL). Rule R-417.
 *
 * Returns ERR_OK; ERR_BAD_VALUE: bank or account is malformed, the amount is negative or has more
 * than 13 digits, or a text has other than printable ASCII.
 */
enum err vietqr_write(const struct vietqr *code, char out_text[VIETQR_TEXT_SIZE],
                      size_t *out_length);

/* CRC-16/CCITT-FALSE: 0x1021, begun with 0xFFFF, not reflected. "123456789" gives 0x29B1. R-417 */
uint16_t vietqr_crc(const char *bytes, size_t length);

/* The purpose of a payment for a dossier: its code, each separator a blank. ERR_OK,
 * ERR_TEXT_TOO_LONG (too long for old banks). Rule R-417. */
enum err vietqr_purpose(const char *code, char out_purpose[VIETQR_PURPOSE_SIZE]);

/* A code as bank statements are compared with: capitals and digits only. ERR_OK, ERR_TEXT_TOO_LONG.
 *
 */
enum err plain_code(const char *code, char out_plain[PLAIN_CODE_SIZE]);

/*
 * Find what may be dossier codes in the text of a bank statement, longest first at each place: a
 * capital and at least 12 digits, whatever stands between them; the digit behind the last one in
 * the text itself is none. Rule R-418.
 *
 * Returns how many there are, PLAIN_CODES_MAX at most.
 */
int plain_codes_find(const char *text, char out_plain[][PLAIN_CODE_SIZE]);

#endif
