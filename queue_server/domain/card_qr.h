/*
 * The QR text of an identity card (CCCD, Căn cước). Pure. Source: domain 8.1.
 */
#ifndef DOMAIN_CARD_QR_H
#define DOMAIN_CARD_QR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/civil.h"
#include "base/error.h"
#include "domain/identity.h"

/* What a card's QR text says. */
struct card {
    struct personal_id id;
    char old_id[OLD_ID_DIGITS + 1]; /* "" when the card names none */
    char full_name[FULL_NAME_SIZE]; /* stored form, letter case as on the card */
    struct birth_date birth;
    enum sex sex;
    char address[PERSON_ADDRESS_SIZE]; /* "" when the card names none */
    struct birth_date issued;          /* year 0 when absent */
    bool retype; /* the scanner garbled the text: name and address are "" and must be typed */
};

/*
 * Read the QR text of an identity card:
 * `id|old id|name|ddMMyyyy birth|Nam or Nữ|address|ddMMyyyy issued[|anything]`. At least 6 fields,
 * further ones after the seventh are ignored; each is brought into its stored form (trimmed, NFC).
 * Dates must exist; day or month `00` means that only the year is known. The id must agree with
 * birth and sex. A text with `?` or U+FFFD was garbled on its way: only the fields of digits are
 * kept, sex comes from the id, and `retype` is set. Rule R-413.
 *
 * today  as in personal_id_parse
 *
 * Returns ERR_OK; ERR_CARD_QR (not UTF-8, too few fields, a name, sex or old id that cannot be,
 * a field too long); ERR_PERSONAL_ID; ERR_DATE; ERR_PERSONAL_ID_MISMATCH, in the order id, date,
 * agreement after the form of the whole.
 */
enum err card_qr_parse(const char *text, size_t length, struct date today, struct card *out_card);

#endif
