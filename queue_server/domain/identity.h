/*
 * Who a person or an organisation is: personal id, tax code, public masks.
 *
 * Pure. Texts are UTF-8, borrowed, `length` bytes, need not be terminated. Source: domain 8.2 (NĐ
 * 137/2015/NĐ-CP, Luật Căn cước 2023).
 *
 * Glossary: số định danh cá nhân = personal id, 12 digits; CMND = the identity card number of old,
 * 9 digits; MST = tax code.
 */
#ifndef DOMAIN_IDENTITY_H
#define DOMAIN_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/civil.h"
#include "base/error.h"

enum {
    PERSONAL_ID_DIGITS = 12,
    OLD_ID_DIGITS = 9,
    FULL_NAME_SIZE = 201, /* bytes with the NUL, as all sizes here */
    PERSON_ADDRESS_SIZE = 501,
    PERSONAL_ID_MASK_SIZE = sizeof "••••2345",
};

/* Never stored as numbers: the API and the database write male, female. */
enum sex { SEX_UNKNOWN, SEX_MALE, SEX_FEMALE };

/* A date of birth as papers give it: some know the year only. */
struct birth_date {
    int year;  /* 0: nothing is known */
    int month; /* 1..12; 0: only the year is known, then `day` is 0 too */
    int day;
};

struct personal_id {
    char digits[PERSONAL_ID_DIGITS + 1];
    int birth_year; /* e.g. 1990 */
    enum sex sex;   /* never SEX_UNKNOWN */
    const char
        *province; /* of birth registration, e.g. "Bắc Kạn"; static. NULL: the code is not one
                      of the 63 provinces (a country of birth, or unknown): a warning only */
};

/*
 * Check a personal id `PPP C YY RRRRRR` and take it apart: C gives century and sex, YY the year of
 * birth. Rule R-410.
 *
 * today  a birth year after this date's year does not exist (so C >= 4 is refused until 2100)
 *
 * Returns ERR_OK or ERR_PERSONAL_ID (not exactly 12 digits, or an impossible year). No check digit
 * exists. An unknown province is no error: see `province`.
 */
enum err personal_id_parse(const char *text, size_t length, struct date today,
                           struct personal_id *out_id);

/*
 * Does an id belong to this date of birth and sex? What is unknown (year 0, SEX_UNKNOWN) agrees.
 * Rule R-411.
 *
 * Returns ERR_OK or ERR_PERSONAL_ID_MISMATCH; a use case may let it pass with a recorded reason (a
 * person registered anew keeps an id that no longer agrees).
 */
enum err personal_id_agrees(const struct personal_id *id, struct birth_date birth, enum sex sex);

/* True for an old CMND number, 9 digits: accepted in searches only. Rule R-412. */
bool old_id_is_valid(const char *text, size_t length);

/*
 * Check a tax code: `dddddddddd` or `dddddddddd-ddd`, where the tenth digit is 10 - (31 a1 + 29 a2
 * + 23 a3 + 19 a4 + 17 a5 + 13 a6 + 7 a7 + 5 a8 + 3 a9) mod 11; or a personal id, which is the tax
 * code of persons and household businesses since 01/07/2025. Rule R-414.
 *
 * Returns ERR_OK or ERR_TAX_CODE.
 */
enum err tax_code_check(const char *text, size_t length, struct date today);

/*
 * Show a name in public: the first two words, initials of the others, the last word always an
 * initial: "Nông Thị M.", "Nguyễn Thị B. N.", "Lò A.", "M.". Rule R-416.
 *
 * Returns ERR_OK, ERR_BAD_VALUE (not text) or ERR_TEXT_TOO_LONG.
 */
enum err person_name_mask(const char *name, size_t length, char *out_text, size_t size);

/* Show a personal id (or any number of at least four digits) in public: "••••2345"; fewer digits
 * give "••••" alone. Rule R-416. */
void personal_id_mask(const char *digits, size_t length, char out_text[PERSONAL_ID_MASK_SIZE]);

#endif
