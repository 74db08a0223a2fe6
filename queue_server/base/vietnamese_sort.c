#include "base/vietnamese_sort.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/latin.h"
#include "base/utf8.h"
#include "base/vietnamese.h"

/* Bytes of a key. Fields and levels end with the smallest, so that a shorter one comes first. */
enum {
    KEY_END = '!',
    KEY_SPACE = '"',
    KEY_PUNCTUATION = '#', /* followed by the character itself, in two bytes */
    KEY_LETTER = 'A',      /* 'a' and those after it, in the order of the alphabet */
    KEY_OTHER = '~',       /* followed by the scalar value in four bytes */
};

struct key {
    char *bytes;
    size_t size;
    size_t used;
    bool full;
};

static void key_add(struct key *key, int byte)
{
    if (key->used + 1 >= key->size) {
        key->full = true;
        return;
    }
    key->bytes[key->used++] = (char)byte;
}

/* Place in the alphabet of a small letter without tone, from 0; -1 for no letter of it. */
static int alphabet_place(uint32_t letter)
{
    static const uint16_t alphabet[] = {
        'a', 0x103, 0xE2, 'b', 'c', 'd',   0x111, 'e', 0xEA, 'f',   'g',
        'h', 'i',   'j',  'k', 'l', 'm',   'n',   'o', 0xF4, 0x1A1, 'p',
        'q', 'r',   's',  't', 'u', 0x1B0, 'v',   'w', 'x',  'y',   'z',
    };

    for (size_t i = 0; i < sizeof alphabet / sizeof *alphabet; i++)
        if (alphabet[i] == letter)
            return (int)i;
    return -1;
}

/* Order of the tones; 0 for a mark that is no tone. */
static int tone_place(uint32_t mark)
{
    static const uint16_t tones[] = {0x300, 0x309, 0x303, 0x301, 0x323};

    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++)
        if (tones[i] == mark)
            return (int)i + 1;
    return 0;
}

/* A character as the order sees it. */
struct element {
    uint32_t letter; /* small, with the mark that makes it another letter: ă â ê ô ơ ư đ */
    int tone;        /* 0 none, 1..5 tones, 6 another mark */
    bool capital;
};

/* Take tone and case from a character until a letter of the alphabet is left. */
static struct element element_of(uint32_t scalar)
{
    struct element element = {.letter = latin_letter(scalar).lower};
    uint32_t quality = 0;

    element.capital = element.letter != scalar;
    while (alphabet_place(element.letter) < 0 && latin_letter(element.letter).base != 0) {
        const struct latin_letter letter = latin_letter(element.letter);

        if (tone_place(letter.mark) > 0)
            element.tone = tone_place(letter.mark);
        else
            quality = letter.mark;
        element.letter = letter.base;
    }
    /* ậ is â + dot below or ạ + circumflex: the outer mark may be the one that makes the letter. */
    if (quality != 0) {
        const uint32_t joined = latin_compose(element.letter, quality);

        if (joined != 0 && alphabet_place(joined) >= 0)
            element.letter = joined;
        else if (element.tone == 0)
            element.tone = 6;
    }
    return element;
}

static void add_primary(struct key *key, uint32_t letter)
{
    const int place = alphabet_place(letter);

    if (place >= 0) {
        key_add(key, KEY_LETTER + place);
    } else if (letter == ' ') {
        key_add(key, KEY_SPACE);
    } else if (letter >= '0' && letter <= '9') {
        key_add(key, (int)letter);
    } else if (letter < 0x80) {
        key_add(key, KEY_PUNCTUATION);
        key_add(key, '0' + (int)(letter >> 4));
        key_add(key, '0' + (int)(letter & 15));
    } else {
        key_add(key, KEY_OTHER);
        for (int shift = 18; shift >= 0; shift -= 6)
            key_add(key, '0' + (int)(letter >> shift & 63));
    }
}

enum level { LEVEL_LETTERS, LEVEL_TONES, LEVEL_CASE };

/* One level of the key for a piece of clean text, closed by KEY_END. */
static void add_level(struct key *key, const char *text, size_t length, enum level level)
{
    uint32_t scalar;

    for (size_t at = 0; at < length;) {
        at += utf8_read(text + at, length - at, &scalar);
        if (latin_is_mark(scalar))
            continue;
        const struct element element = element_of(scalar);

        if (level == LEVEL_LETTERS)
            add_primary(key, element.letter);
        else
            key_add(key, '0' + (level == LEVEL_TONES ? element.tone : element.capital));
    }
    key_add(key, KEY_END);
}

static void add_letters_and_tones(struct key *key, const char *text, size_t length)
{
    add_level(key, text, length, LEVEL_LETTERS);
    add_level(key, text, length, LEVEL_TONES);
}

static enum err key_finish(struct key *key)
{
    if (key->full || key->size == 0)
        return ERR_TEXT_TOO_LONG;
    key->bytes[key->used] = '\0';
    return ERR_OK;
}

/* Rule R-403. */
enum err vietnamese_sort_key(const char *text, size_t length, char *out_key, size_t size)
{
    char clean[SORT_TEXT_MAX + 1];
    struct key key = {.bytes = out_key, .size = size};
    enum err err = vietnamese_clean(text, length, clean, sizeof clean, &length);

    if (err)
        return err;
    add_letters_and_tones(&key, clean, length);
    add_level(&key, clean, length, LEVEL_CASE);
    return key_finish(&key);
}

/* Rule R-404. */
enum err vietnamese_name_key(const char *name, size_t length, char *out_key, size_t size)
{
    char clean[SORT_TEXT_MAX + 1];
    struct key key = {.bytes = out_key, .size = size};
    enum err err = vietnamese_clean(name, length, clean, sizeof clean, &length);
    size_t given, family;

    if (err)
        return err;
    for (given = length; given > 0 && clean[given - 1] != ' '; given--)
        ;
    for (family = 0; family < given && clean[family] != ' '; family++)
        ;
    add_letters_and_tones(&key, clean + given, length - given);
    add_letters_and_tones(&key, clean, family);
    if (given > family + 1) /* words stand between: leave out the space at each end */
        add_letters_and_tones(&key, clean + family + 1, given - family - 2);
    else
        add_letters_and_tones(&key, clean, 0);
    add_level(&key, clean, length, LEVEL_CASE);
    return key_finish(&key);
}
