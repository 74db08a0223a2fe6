/*
 * Dates and times as tables of other systems write them: by a form such as `dd/MM/yyyy HH:mm`, or
 * as the number of days that a spreadsheet keeps.
 *
 * Pure. Times are local. Rules.
 */
#ifndef DOMAIN_DATE_FORM_H
#define DOMAIN_DATE_FORM_H

#include "base/civil.h"

enum { DATE_FORM_SIZE = 41 };

/* Where a spreadsheet begins to count its days; never stored as a number. */
enum date_system {
    DATE_SYSTEM_1900, /* day 1 is 1900-01-01; day 60 is a 29 February 1900 that never was */
    DATE_SYSTEM_1904, /* day 0 is 1904-01-01 */
};

struct local_time {
    struct date date;
    int32_t second; /* of the day, 0..86399; 0 where the form has no time */
};

/*
 * Is it a form? `dd`, `MM` and `yyyy` once each, `HH` and `mm` both or neither, `ss` only with
 * them; between them any other characters but letters and digits, a letter `T` excepted. Two fields
 * without a character between them are none.
 */
bool date_form_is_one(const char *form);

/*
 * Read a text by a form. Day, month and hour may have one digit, `yyyy` four, minutes and seconds
 * two. Nothing may be left over.
 *
 * Returns ERR_OK; ERR_SYNTAX: not of this form; ERR_DATE: no such date (1900..2199) or time.
 */
enum err date_form_read(const char *form, const char *text, size_t length,
                        struct local_time *out_time);

/*
 * Read the decimal number of a spreadsheet's date: days, and the part of a day that has passed, to
 * the nearest second.
 *
 * 1900: 1..59 are 1 January .. 28 February 1900, 61 is 1 March: Excel counts a 29 February 1900, so
 * that from there on days are counted from 30 December 1899. 60 and 0 are no dates. 1904: 0 is its
 * 1 January.
 *
 * Returns ERR_OK, ERR_SYNTAX (no such number), ERR_DATE (none, or later than 2199).
 */
enum err date_serial_read(const char *text, size_t length, enum date_system system,
                          struct local_time *out_time);

#endif
