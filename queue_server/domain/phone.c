#include "domain/phone.h"

#include <stdbool.h>
#include <string.h>

#include "base/digits.h"

/* National part of a mobile number: 9 digits, after the leading 0. */
static bool is_mobile(const char *digits, size_t count)
{
    /* second digits that follow 3, 5, 7, 8 and 9 */
    static const char *const second[10] = {
        [3] = "23456789", [5] = "25689", [7] = "06789", [8] = "123456789", [9] = "0123456789"};
    const char *allowed = count == 9 ? second[digits[0] - '0'] : NULL;

    for (; allowed && *allowed; allowed++)
        if (*allowed == digits[1])
            return true;
    return false;
}

/* National part of a landline: 2 and nine digits more. */
static bool is_landline(const char *digits, size_t count)
{
    return count == 10 && digits[0] == '2';
}

/* Rule R-415. */
enum err phone_normalise(const char *text, size_t length, char out_phone[PHONE_SIZE])
{
    char digits[PHONE_SIZE];
    size_t count = 0, skip;
    bool plus = false;

    for (size_t i = 0; i < length; i++) {
        if (text[i] == ' ' || text[i] == '.' || text[i] == '-')
            continue;
        if (text[i] == '+' && count == 0 && !plus) {
            plus = true;
            continue;
        }
        if (!digit_is(text[i]) || count == PHONE_SIZE - 2)
            return ERR_PHONE;
        digits[count++] = text[i];
    }
    if (count < 10)
        return ERR_PHONE;
    if (!plus && digits[0] == '0')
        skip = 1;
    else if (memcmp(digits, "84", 2) == 0)
        skip = 2;
    else
        return ERR_PHONE;
    /* A landline with 84 alone would be read as a mobile number by mistake: it needs its plus. */
    if (!is_mobile(digits + skip, count - skip) &&
        !((skip == 1 || plus) && is_landline(digits + skip, count - skip)))
        return ERR_PHONE;
    memcpy(out_phone, "+84", 3);
    memcpy(out_phone + 3, digits + skip, count - skip);
    out_phone[3 + count - skip] = '\0';
    return ERR_OK;
}

/* Rule R-415. */
void phone_show(const char *phone, char out_text[PHONE_SHOWN_SIZE])
{
    const char *national = phone + sizeof "+84" - 1;
    const size_t count = strlen(national);
    const size_t first = 3, second = first + (count > 9 ? 4 : 3); /* digits before the blanks */
    size_t used = 0;

    out_text[used++] = '0';
    for (size_t i = 0; i < count; i++) {
        if (i == first || i == second)
            out_text[used++] = ' ';
        out_text[used++] = national[i];
    }
    out_text[used] = '\0';
}

/* Rule R-416. */
void phone_mask(const char *phone, char out_text[PHONE_SHOWN_SIZE])
{
    size_t length;

    phone_show(phone, out_text);
    length = strlen(out_text);
    for (size_t i = 2; i + 2 < length; i++)
        if (out_text[i] != ' ')
            out_text[i] = 'x';
}
