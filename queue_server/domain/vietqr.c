#include "domain/vietqr.h"

#include <string.h>

#include "base/digits.h"

enum {
    AMOUNT_SIZE = 21,
    AMOUNT_DIGITS_MAX = 13,
    PLAIN_DIGITS_MIN = 12 /* H55 and the shortest agency, date and number */
};

/* ---- the text of a code ---------------------------------------------------------------------- */

uint16_t vietqr_crc(const char *bytes, size_t length)
{
    unsigned crc = 0xffff;

    for (size_t i = 0; i < length; i++) {
        crc ^= (unsigned)(unsigned char)bytes[i] << 8;
        for (int bit = 0; bit < 8; bit++)
            crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
    }
    return (uint16_t)crc;
}

/* Append tag, two digits of length and value; an empty value is left out. All values are far below
 * 99 bytes, and every `out` has room for what is put into it. */
static void put(char *out, const char *tag, const char *value)
{
    const size_t length = strlen(value);

    if (!length)
        return;
    out += strlen(out);
    memcpy(out, tag, 2);
    digits_write((int)length, 2, out + 2);
    memcpy(out + 4, value, length + 1);
}

/* Without separators; "" for 0. */
static void write_amount(int64_t amount, char out_text[AMOUNT_SIZE])
{
    char digits[AMOUNT_SIZE];
    size_t count = 0;

    for (; amount > 0; amount /= 10)
        digits[count++] = (char)('0' + amount % 10);
    for (size_t i = 0; i < count; i++)
        out_text[i] = digits[count - 1 - i];
    out_text[count] = '\0';
}

static bool is_printable(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* Digits, and where `capitals` says so capital letters; at least one. */
static bool is_plain(const char *text, bool capitals)
{
    const char *at = text;

    while (digit_is(*at) || (capitals && *at >= 'A' && *at <= 'Z'))
        at++;
    return at > text && *at == '\0';
}

static bool is_sound(const struct vietqr *code, const char *amount)
{
    return strlen(code->bin) == VIETQR_BIN_SIZE - 1 && is_plain(code->bin, false) &&
           is_plain(code->account, true) && code->amount >= 0 &&
           strlen(amount) <= AMOUNT_DIGITS_MAX && is_printable(code->name) &&
           is_printable(code->city) && is_printable(code->bill) && is_printable(code->purpose);
}

static void write_crc(uint16_t crc, char out_text[5])
{
    for (int i = 0; i < 4; i++)
        out_text[i] = "0123456789ABCDEF"[crc >> (12 - 4 * i) & 0xf];
    out_text[4] = '\0';
}

/* 38: who receives it, by bank and account or card. */
static void put_receiver(char *out, const struct vietqr *code)
{
    char account[60] = "", all[120] = ""; /* each far below 99 bytes */

    put(account, "00", code->bin);
    put(account, "01", code->account);
    put(all, "00", "A000000727");
    put(all, "01", account);
    put(all, "02", code->card ? "QRIBFTTC" : "QRIBFTTA");
    put(out, "38", all);
}

/* Rule R-417. */
enum err vietqr_write(const struct vietqr *code, char out_text[VIETQR_TEXT_SIZE],
                      size_t *out_length)
{
    char amount[AMOUNT_SIZE] = "", more[80] = "", text[VIETQR_TEXT_SIZE] = "";

    write_amount(code->amount, amount);
    if (!is_sound(code, amount))
        return ERR_BAD_VALUE;
    put(text, "00", "01");
    put(text, "01", code->amount ? "12" : "11");
    put_receiver(text, code);
    put(text, "53", "704");
    put(text, "54", amount);
    put(text, "58", "VN");
    put(text, "59", code->name);
    put(text, "60", code->city);
    put(more, "01", code->bill);
    put(more, "08", code->purpose);
    put(text, "62", more);
    const size_t length = strlen(text);
    memcpy(text + length, "6304", 5);
    write_crc(vietqr_crc(text, length + 4), text + length + 4);
    memcpy(out_text, text, sizeof text);
    if (out_length)
        *out_length = strlen(text);
    return ERR_OK;
}

/* ---- the code of a dossier in it ------------------------------------------------------------- */

/* The capital or digit that `c` stands for; 0 for a separator. */
static char plain(char c)
{
    if (c >= 'a' && c <= 'z')
        return (char)(c - 'a' + 'A');
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '\0';
}

/* Rule R-417. */
enum err vietqr_purpose(const char *code, char out_purpose[VIETQR_PURPOSE_SIZE])
{
    if (strlen(code) >= VIETQR_PURPOSE_SIZE)
        return ERR_TEXT_TOO_LONG;
    for (; *code; code++)
        *out_purpose++ = plain(*code) ? plain(*code) : ' ';
    *out_purpose = '\0';
    return ERR_OK;
}

/* Rule R-418. */
enum err plain_code(const char *code, char out_plain[PLAIN_CODE_SIZE])
{
    char made[PLAIN_CODE_SIZE];
    size_t length = 0;

    for (; *code; code++) {
        if (!plain(*code))
            continue;
        if (length == sizeof made - 1)
            return ERR_TEXT_TOO_LONG;
        made[length++] = plain(*code);
    }
    made[length] = '\0';
    memcpy(out_plain, made, length + 1);
    return ERR_OK;
}

/* The codes that begin with the letter at `text`, longest first; returns how many were added. */
static int find_at(const char *text, char out_plain[][PLAIN_CODE_SIZE], int room)
{
    size_t ends[PLAIN_CODE_SIZE]; /* lengths at which a group of digits of the text ends */
    char code[PLAIN_CODE_SIZE] = {plain(text[0])};
    size_t length = 1;
    int end_count = 0, added = 0;

    for (text++; length < sizeof code - 1; text++) {
        if (*text == '\0' || (plain(*text) && !digit_is(*text)))
            break;
        if (!plain(*text))
            continue;
        code[length++] = *text;
        if (length > PLAIN_DIGITS_MIN && !digit_is(text[1]))
            ends[end_count++] = length;
    }
    while (end_count > 0 && added < room) {
        const size_t end = ends[--end_count];

        memcpy(out_plain[added], code, end);
        out_plain[added++][end] = '\0';
    }
    return added;
}

/* Rule R-418. */
int plain_codes_find(const char *text, char out_plain[][PLAIN_CODE_SIZE])
{
    int count = 0;

    for (const char *at = text; *at && at - text < BANK_TEXT_MAX && count < PLAIN_CODES_MAX; at++)
        if (plain(*at) && !digit_is(*at))
            count += find_at(at, &out_plain[count], PLAIN_CODES_MAX - count);
    return count;
}
