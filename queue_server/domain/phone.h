/*
 * Phone numbers of Vietnam. Pure. Source: domain 8.4.
 */
#ifndef DOMAIN_PHONE_H
#define DOMAIN_PHONE_H

#include <stddef.h>

#include "base/error.h"

enum {
    PHONE_SIZE = sizeof "+842083851234", /* bytes with the NUL */
    PHONE_SHOWN_SIZE = sizeof "0208 3851 234",
};

/*
 * Bring a phone number of Vietnam into the form `+84...`: mobile and landline, written with 0, +84
 * or (mobile) 84, spaces, dots and hyphens anywhere. Rule R-415.
 *
 * Returns ERR_OK or ERR_PHONE.
 */
enum err phone_normalise(const char *text, size_t length, char out_phone[PHONE_SIZE]);

/* Show a normalised phone number to staff: "0912 345 612", landline "0208 3851 234". R-415. */
void phone_show(const char *phone, char out_text[PHONE_SHOWN_SIZE]);

/* Show it in public: "09xx xxx x12", landline "02xx xxxx x34". Rule R-416. */
void phone_mask(const char *phone, char out_text[PHONE_SHOWN_SIZE]);

#endif
