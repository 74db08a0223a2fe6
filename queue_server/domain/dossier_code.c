#include "domain/dossier_code.h"

#include <string.h>

#include "base/digits.h"

enum { CENTURY = 2000, DATE_DIGITS = 6, NUMBER_DIGITS_MAX = 9 };

/* Digits at the start of `text`, at most `length`. */
static size_t digits_ahead(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && digit_is(text[count]))
        count++;
    return count;
}

/* A capital letter, two digits, up to three groups of two or three digits behind dots. */
static bool is_present_agency(const char *text, size_t length)
{
    size_t at = 3;
    int groups = 0;

    if (length < 3 || text[0] < 'A' || text[0] > 'Z' || digits_ahead(text + 1, 2) != 2)
        return false;
    for (; at < length; groups++) {
        const size_t digits = text[at] == '.' ? digits_ahead(text + at + 1, length - at - 1) : 0;

        if (digits < 2 || digits > 3)
            return false;
        at += 1 + digits;
    }
    return groups <= 3;
}

/* `ddd.dd.dd.Hdd` */
static bool is_old_agency(const char *text, size_t length)
{
    static const char form[] = "ddd.dd.dd.Hdd";

    if (length != sizeof form - 1)
        return false;
    for (size_t i = 0; i < length; i++)
        if (form[i] == 'd' ? !digit_is(text[i]) : text[i] != form[i])
            return false;
    return true;
}

/* Rule R-500. */
bool agency_id_is_valid(const char *text, size_t length)
{
    return is_present_agency(text, length) && text[0] == 'H';
}

bool agency_id_was_valid(const char *text, size_t length)
{
    return is_old_agency(text, length);
}

static bool read_date(const char *text, struct date *out_date)
{
    struct civil civil;

    if (!digits_read(text, 2, &civil.year) || !digits_read(text + 2, 2, &civil.month) ||
        !digits_read(text + 4, 2, &civil.day))
        return false;
    civil.year += CENTURY;
    if (!civil_exists(civil))
        return false;
    *out_date = date_from_civil(civil);
    return true;
}

/* Rule R-500. */
enum err dossier_code_format(const char *agency, struct date received, int number,
                             char out_code[DOSSIER_CODE_SIZE])
{
    const size_t length = strlen(agency);
    const struct civil civil = date_civil(received);
    const size_t width = number > 9999 ? 5 : 4;
    char *at = out_code + length;

    if (!agency_id_is_valid(agency, length) || civil.year < CENTURY || civil.year > CENTURY + 99 ||
        number < 1 || number > DOSSIER_NUMBER_MAX)
        return ERR_CODE_FORMAT;
    memcpy(out_code, agency, length);
    at[0] = '-';
    digits_write(civil.year, 2, at + 1);
    digits_write(civil.month, 2, at + 3);
    digits_write(civil.day, 2, at + 5);
    at[7] = '-';
    digits_write(number, width, at + 8);
    at[8 + width] = '\0';
    return ERR_OK;
}

/* Which kind has this agency and this many digits of number? CENTRAL is asked before NEW. */
static bool find_kind(const char *agency, size_t length, size_t digits,
                      enum dossier_code_kind *out_kind)
{
    if (is_present_agency(agency, length) && digits == 6)
        *out_kind = DOSSIER_CODE_CENTRAL;
    else if (agency_id_is_valid(agency, length) && (digits == 4 || digits == 5))
        *out_kind = DOSSIER_CODE_NEW;
    else if (is_old_agency(agency, length) && digits >= 4)
        *out_kind = DOSSIER_CODE_OLD;
    else
        return false;
    return true;
}

/* Rule R-501. */
enum err dossier_code_parse(const char *text, size_t length, struct dossier_code *out_code)
{
    struct dossier_code code = {0};
    size_t agency = 0, number;

    while (agency < length && text[agency] != '-')
        agency++;
    number = agency + DATE_DIGITS + 2; /* where the digits of the number begin */
    if (length < number || text[number - 1] != '-' || !read_date(text + agency + 1, &code.received))
        return ERR_CODE_FORMAT;
    if (length - number > NUMBER_DIGITS_MAX ||
        !digits_read(text + number, length - number, &code.number) ||
        !find_kind(text, agency, length - number, &code.kind))
        return ERR_CODE_FORMAT;
    memcpy(code.agency, text, agency);
    *out_code = code;
    return ERR_OK;
}

static const char secret_letters[] = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

enum { SECRET_LETTERS = sizeof secret_letters - 1 };

static bool is_secret_letter(char letter)
{
    for (size_t i = 0; i < SECRET_LETTERS; i++)
        if (secret_letters[i] == letter)
            return true;
    return false;
}

/* Rule R-502. The remainder's bias is below 2^-19. */
void lookup_secret_make(uint64_t random, char out_secret[LOOKUP_SECRET_SIZE])
{
    for (size_t i = 0; i < LOOKUP_SECRET_LETTERS; i++, random /= SECRET_LETTERS)
        out_secret[i] = secret_letters[random % SECRET_LETTERS];
    out_secret[LOOKUP_SECRET_LETTERS] = '\0';
}

/* Rule R-502. */
enum err lookup_secret_read(const char *text, size_t length, char out_secret[LOOKUP_SECRET_SIZE])
{
    char secret[LOOKUP_SECRET_SIZE] = "";
    size_t used = 0;

    for (size_t i = 0; i < length; i++) {
        const char letter = (char)(text[i] >= 'a' && text[i] <= 'z' ? text[i] - 32 : text[i]);

        if (letter == ' ' || letter == '-')
            continue;
        if (used == LOOKUP_SECRET_LETTERS || !is_secret_letter(letter))
            return ERR_BAD_VALUE;
        secret[used++] = letter;
    }
    if (used != LOOKUP_SECRET_LETTERS && used != LOOKUP_SECRET_LETTERS_BEFORE)
        return ERR_BAD_VALUE;
    memcpy(out_secret, secret, sizeof secret);
    return ERR_OK;
}
