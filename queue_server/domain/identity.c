#include "domain/identity.h"

#include <string.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "base/vietnamese.h"

/* Provinces of birth registration, as numbered before the mergers of 2025. Rule R-410. */
static const struct province {
    int code;
    const char *name;
} provinces[] = {
    {1, "Hà Nội"},
    {2, "Hà Giang"},
    {4, "Cao Bằng"},
    {6, "Bắc Kạn"},
    {8, "Tuyên Quang"},
    {10, "Lào Cai"},
    {11, "Điện Biên"},
    {12, "Lai Châu"},
    {14, "Sơn La"},
    {15, "Yên Bái"},
    {17, "Hòa Bình"},
    {19, "Thái Nguyên"},
    {20, "Lạng Sơn"},
    {22, "Quảng Ninh"},
    {24, "Bắc Giang"},
    {25, "Phú Thọ"},
    {26, "Vĩnh Phúc"},
    {27, "Bắc Ninh"},
    {30, "Hải Dương"},
    {31, "Hải Phòng"},
    {33, "Hưng Yên"},
    {34, "Thái Bình"},
    {35, "Hà Nam"},
    {36, "Nam Định"},
    {37, "Ninh Bình"},
    {38, "Thanh Hóa"},
    {40, "Nghệ An"},
    {42, "Hà Tĩnh"},
    {44, "Quảng Bình"},
    {45, "Quảng Trị"},
    {46, "Thừa Thiên Huế"},
    {48, "Đà Nẵng"},
    {49, "Quảng Nam"},
    {51, "Quảng Ngãi"},
    {52, "Bình Định"},
    {54, "Phú Yên"},
    {56, "Khánh Hòa"},
    {58, "Ninh Thuận"},
    {60, "Bình Thuận"},
    {62, "Kon Tum"},
    {64, "Gia Lai"},
    {66, "Đắk Lắk"},
    {67, "Đắk Nông"},
    {68, "Lâm Đồng"},
    {70, "Bình Phước"},
    {72, "Tây Ninh"},
    {74, "Bình Dương"},
    {75, "Đồng Nai"},
    {77, "Bà Rịa - Vũng Tàu"},
    {79, "TP. Hồ Chí Minh"},
    {80, "Long An"},
    {82, "Tiền Giang"},
    {83, "Bến Tre"},
    {84, "Trà Vinh"},
    {86, "Vĩnh Long"},
    {87, "Đồng Tháp"},
    {89, "An Giang"},
    {91, "Kiên Giang"},
    {92, "Cần Thơ"},
    {93, "Hậu Giang"},
    {94, "Sóc Trăng"},
    {95, "Bạc Liêu"},
    {96, "Cà Mau"},
};

static const char *province_name(int code)
{
    for (size_t i = 0; i < sizeof provinces / sizeof *provinces; i++)
        if (provinces[i].code == code)
            return provinces[i].name;
    return NULL;
}

static bool all_digits(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!digit_is(text[i]))
            return false;
    return true;
}

/* Rule R-410. */
enum err personal_id_parse(const char *text, size_t length, struct date today,
                           struct personal_id *out_id)
{
    struct personal_id id = {0};
    int province, century, year;

    if (length != PERSONAL_ID_DIGITS || !all_digits(text, length) ||
        !digits_read(text, 3, &province) || !digits_read(text + 3, 1, &century) ||
        !digits_read(text + 4, 2, &year))
        return ERR_PERSONAL_ID;
    memcpy(id.digits, text, length);
    id.birth_year = 1900 + century / 2 * 100 + year;
    id.sex = century % 2 == 0 ? SEX_MALE : SEX_FEMALE;
    id.province = province_name(province);
    if (id.birth_year > date_civil(today).year)
        return ERR_PERSONAL_ID;
    *out_id = id;
    return ERR_OK;
}

/* Rule R-411. */
enum err personal_id_agrees(const struct personal_id *id, struct birth_date birth, enum sex sex)
{
    if ((birth.year != 0 && birth.year != id->birth_year) || (sex != SEX_UNKNOWN && sex != id->sex))
        return ERR_PERSONAL_ID_MISMATCH;
    return ERR_OK;
}

/* Rule R-412. */
bool old_id_is_valid(const char *text, size_t length)
{
    return length == OLD_ID_DIGITS && all_digits(text, length);
}

/* Rule R-414. */
enum err tax_code_check(const char *text, size_t length, struct date today)
{
    static const int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    struct personal_id id;
    int sum = 0;

    if (length == PERSONAL_ID_DIGITS)
        return personal_id_parse(text, length, today, &id) ? ERR_TAX_CODE : ERR_OK;
    if ((length != 10 && length != 14) || !all_digits(text, 10))
        return ERR_TAX_CODE;
    if (length == 14 && (text[10] != '-' || !all_digits(text + 11, 3)))
        return ERR_TAX_CODE;
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        sum += weights[i] * (text[i] - '0');
    return text[9] - '0' == 10 - sum % 11 ? ERR_OK : ERR_TAX_CODE;
}

/* Bytes of the word at `text`, up to a space or the end. */
static size_t word_length(const char *text)
{
    size_t length = 0;

    while (text[length] != '\0' && text[length] != ' ')
        length++;
    return length;
}

/* Rule R-416. */
enum err person_name_mask(const char *name, size_t length, char *out_text, size_t size)
{
    char clean[FULL_NAME_SIZE];
    size_t used = 0;
    const char *word = clean;
    enum err err = vietnamese_clean(name, length, clean, sizeof clean, &length);

    if (err)
        return err;
    for (int index = 0; *word != '\0'; index++) {
        const size_t bytes = word_length(word);
        const bool last = word[bytes] == '\0';
        const bool initial = index >= 2 || last;
        uint32_t scalar;
        const size_t keep = initial ? utf8_read(word, bytes, &scalar) : bytes;

        if (used + keep + 3 > size)
            return ERR_TEXT_TOO_LONG;
        memcpy(out_text + used, word, keep);
        used += keep;
        if (initial)
            out_text[used++] = '.';
        if (!last)
            out_text[used++] = ' ';
        word += bytes + !last;
    }
    if (size == 0)
        return ERR_TEXT_TOO_LONG;
    out_text[used] = '\0';
    return ERR_OK;
}

/* Rule R-416. */
void personal_id_mask(const char *digits, size_t length, char out_text[PERSONAL_ID_MASK_SIZE])
{
    static const char dots[] = "••••";
    size_t used = sizeof dots - 1;

    memcpy(out_text, dots, used);
    if (length >= 4) {
        memcpy(out_text + used, digits + length - 4, 4);
        used += 4;
    }
    out_text[used] = '\0';
}
