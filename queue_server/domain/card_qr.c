#include "domain/card_qr.h"

#include <string.h>

#include "base/digits.h"
#include "base/utf8.h"
#include "base/vietnamese.h"

enum { FIELD_ID, FIELD_OLD_ID, FIELD_NAME, FIELD_BIRTH, FIELD_SEX, FIELD_ADDRESS, FIELD_ISSUED };
enum { FIELDS_LEAST = FIELD_ISSUED, FIELDS_READ = FIELD_ISSUED + 1, REPLACEMENT = 0xFFFD };

struct field {
    char text[PERSON_ADDRESS_SIZE];
    size_t length;
};

/* A lost character leaves `?` or U+FFFD. Returns false when the text is not UTF-8. */
static bool look_for_loss(const char *text, size_t length, bool *out_lost)
{
    uint32_t scalar;

    *out_lost = false;
    for (size_t at = 0; at < length;) {
        const size_t bytes = utf8_read(text + at, length - at, &scalar);

        if (bytes == 0)
            return false;
        if (scalar == '?' || scalar == REPLACEMENT)
            *out_lost = true;
        at += bytes;
    }
    return true;
}

/* Cut the text at `|` and bring the first seven fields into their stored form. */
static enum err split(const char *text, size_t length, struct field out_fields[FIELDS_READ])
{
    size_t count = 0, start = 0;

    for (size_t at = 0; at <= length; at++) {
        if (at < length && text[at] != '|')
            continue;
        if (count < FIELDS_READ &&
            vietnamese_clean(text + start, at - start, out_fields[count].text,
                             sizeof out_fields[count].text, &out_fields[count].length))
            return ERR_CARD_QR;
        count++;
        start = at + 1;
    }
    return count < FIELDS_LEAST ? ERR_CARD_QR : ERR_OK;
}

/* ddMMyyyy; 00 for day or month: the year alone is known. */
static enum err read_date(const struct field *field, struct birth_date *out_date)
{
    struct civil civil;

    if (field->length != 8 || !digits_read(field->text, 2, &civil.day) ||
        !digits_read(field->text + 2, 2, &civil.month) ||
        !digits_read(field->text + 4, 4, &civil.year))
        return ERR_DATE;
    if (civil.day == 0 || civil.month == 0) {
        *out_date = (struct birth_date){.year = civil.year};
        return civil.month <= 12 && civil.day <= 31 &&
                       civil_exists((struct civil){civil.year, 1, 1})
                   ? ERR_OK
                   : ERR_DATE;
    }
    if (!civil_exists(civil))
        return ERR_DATE;
    *out_date = (struct birth_date){civil.year, civil.month, civil.day};
    return ERR_OK;
}

static enum sex read_sex(const struct field *field)
{
    if (strcmp(field->text, "Nam") == 0)
        return SEX_MALE;
    return strcmp(field->text, "Nữ") == 0 ? SEX_FEMALE : SEX_UNKNOWN;
}

/* Name, sex, address and old id; only the last is looked at when the text was garbled. */
static enum err read_texts(const struct field fields[FIELDS_READ], struct card *card)
{
    const struct field *name = &fields[FIELD_NAME], *address = &fields[FIELD_ADDRESS];
    const struct field *old = &fields[FIELD_OLD_ID];

    if (old->length > 0 && !old_id_is_valid(old->text, old->length))
        return ERR_CARD_QR;
    memcpy(card->old_id, old->text, old->length + 1);
    if (card->retype)
        return ERR_OK;
    card->sex = read_sex(&fields[FIELD_SEX]);
    if (card->sex == SEX_UNKNOWN || name->length == 0 || name->length >= sizeof card->full_name)
        return ERR_CARD_QR;
    memcpy(card->full_name, name->text, name->length + 1);
    memcpy(card->address, address->text, address->length + 1);
    return ERR_OK;
}

/* Rule R-413. */
enum err card_qr_parse(const char *text, size_t length, struct date today, struct card *out_card)
{
    struct field fields[FIELDS_READ] = {0};
    struct card card = {0};
    enum err err;

    if (!look_for_loss(text, length, &card.retype))
        return ERR_CARD_QR;
    err = split(text, length, fields);
    if (!err)
        err = read_texts(fields, &card);
    if (!err)
        err = personal_id_parse(fields[FIELD_ID].text, fields[FIELD_ID].length, today, &card.id);
    if (!err)
        err = read_date(&fields[FIELD_BIRTH], &card.birth);
    if (!err && fields[FIELD_ISSUED].length > 0)
        err = read_date(&fields[FIELD_ISSUED], &card.issued);
    if (!err)
        err = personal_id_agrees(&card.id, card.birth, card.sex);
    if (err)
        return err;
    card.sex = card.id.sex;
    *out_card = card;
    return ERR_OK;
}
