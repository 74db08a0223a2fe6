/*
 * Latin letters: how Unicode builds them from a plain letter and combining marks.
 *
 * Pure. Covers U+00C0..U+024F and U+1E00..U+1EFF (every letter of Vietnamese and of the languages
 * of Europe) and the combining marks U+0300..U+036F. Source: Unicode Character Database 14.0,
 * canonical decompositions, combining classes and simple lower case.
 */
#ifndef BASE_LATIN_H
#define BASE_LATIN_H

#include <stdbool.h>
#include <stdint.h>

struct latin_letter {
    uint16_t base;  /* letter before the last mark was added; 0: the letter is not composed */
    uint16_t mark;  /* that mark, U+0300..U+036F; 0: not composed */
    uint32_t lower; /* the letter in lower case, itself when it has none */
};

static inline bool latin_is_mark(uint32_t scalar)
{
    return scalar >= 0x300 && scalar < 0x370;
}

/* The table's entry for `scalar`; one that says "not composed, its own lower case" outside of it.
 * ASCII letters have their lower case. */
struct latin_letter latin_letter(uint32_t scalar);

/* The letter that `base` and `mark` compose, or 0 when there is none. */
uint32_t latin_compose(uint32_t base, uint32_t mark);

/* Canonical combining class of a mark; 0 for anything that is no mark. */
unsigned latin_mark_class(uint32_t scalar);

#endif
