#include "base/vietnamese.h"

#include <stdint.h>
#include <string.h>

#include "base/latin.h"
#include "base/utf8.h"

enum { MARKS_MAX = 16 };
/* Stands for the letter of marks that follow none; above every scalar value. */
enum { NO_LETTER = 0x110000 };

/* A letter with the marks that follow it. */
struct cluster {
    uint32_t letter;
    uint32_t marks[MARKS_MAX];
    size_t count;
};

/* Bytes of the result; `full` once something did not fit. */
struct output {
    char *bytes;
    size_t size;
    size_t used;
    bool full;
};

static void put(struct output *output, uint32_t scalar)
{
    char bytes[UTF8_BYTES_MAX];
    const size_t count = utf8_write(scalar, bytes);

    if (output->used + count >= output->size) {
        output->full = true;
        return;
    }
    memcpy(output->bytes + output->used, bytes, count);
    output->used += count;
}

static enum err finish(struct output *output, size_t *out_length)
{
    if (output->full || output->size == 0)
        return ERR_TEXT_TOO_LONG;
    output->bytes[output->used] = '\0';
    if (out_length)
        *out_length = output->used;
    return ERR_OK;
}

static bool add_mark(struct cluster *cluster, uint32_t mark)
{
    if (cluster->count == MARKS_MAX)
        return false;
    cluster->marks[cluster->count++] = mark;
    return true;
}

/* Three marks are kept in Unicode only for old data and decompose into others. */
static bool add_plain_mark(struct cluster *cluster, uint32_t mark)
{
    if (mark == 0x344)
        return add_mark(cluster, 0x308) && add_mark(cluster, 0x301);
    if (mark == 0x340 || mark == 0x341)
        return add_mark(cluster, mark - 0x40);
    return add_mark(cluster, mark == 0x343 ? 0x313 : mark);
}

/* Take a composed letter apart; its marks come out innermost first. */
static bool decompose(uint32_t scalar, struct cluster *cluster)
{
    const struct latin_letter letter = latin_letter(scalar);

    if (letter.base == 0) {
        cluster->letter = scalar;
        return true;
    }
    return decompose(letter.base, cluster) && add_mark(cluster, letter.mark);
}

/* Canonical order: by class, marks of one class as they stood. */
static void sort_marks(struct cluster *cluster)
{
    for (size_t i = 1; i < cluster->count; i++) {
        const uint32_t mark = cluster->marks[i];
        size_t at = i;

        for (; at > 0 && latin_mark_class(cluster->marks[at - 1]) > latin_mark_class(mark); at--)
            cluster->marks[at] = cluster->marks[at - 1];
        cluster->marks[at] = mark;
    }
}

/*
 * Characters that print nothing of their own: joiners, soft hyphens, variation selectors, tags, and
 * the marks, embeddings, overrides and isolates that turn the direction of what follows, with which
 * a name can read otherwise on paper than it is stored.
 */
static bool is_zero_width(uint32_t scalar)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},    {0x180B, 0x180E},
                  {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},  {0xFE00, 0xFE0F},
                  {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (scalar >= ranges[i].first && scalar <= ranges[i].last)
            return true;
    return false;
}

/*
 * Read one letter and all marks that belong to it, in canonical order; with `skip`, zero-width
 * characters after the letter or its marks are taken and forgotten.
 * Returns the bytes used; 0 when they are not UTF-8 or there are too many marks.
 */
static size_t cluster_read(const char *text, size_t length, bool skip, struct cluster *out_cluster)
{
    struct cluster cluster = {.letter = NO_LETTER};
    uint32_t scalar;
    size_t used = utf8_read(text, length, &scalar);

    if (used == 0)
        return 0;
    if (latin_mark_class(scalar) != 0) { /* marks without a letter */
        if (!add_plain_mark(&cluster, scalar))
            return 0;
    } else if (!decompose(scalar, &cluster)) {
        return 0;
    }
    while (used < length) {
        const size_t bytes = utf8_read(text + used, length - used, &scalar);

        if (bytes == 0)
            return 0;
        if (!(skip && is_zero_width(scalar))) {
            if (latin_mark_class(scalar) == 0)
                break;
            if (!add_plain_mark(&cluster, scalar))
                return 0;
        }
        used += bytes;
    }
    sort_marks(&cluster);
    *out_cluster = cluster;
    return used;
}

/* Put the cluster together again: a mark joins the letter unless one of its class stands before. */
static void compose(struct cluster *cluster)
{
    size_t kept = 0;

    for (size_t i = 0; i < cluster->count; i++) {
        const uint32_t mark = cluster->marks[i];
        const uint32_t composed = latin_compose(cluster->letter, mark);
        const bool blocked =
            kept > 0 && latin_mark_class(cluster->marks[kept - 1]) >= latin_mark_class(mark);

        if (composed != 0 && !blocked)
            cluster->letter = composed;
        else
            cluster->marks[kept++] = mark;
    }
    cluster->count = kept;
}

static void put_cluster(struct output *output, const struct cluster *cluster)
{
    if (cluster->letter != NO_LETTER)
        put(output, cluster->letter);
    for (size_t i = 0; i < cluster->count; i++)
        put(output, cluster->marks[i]);
}

/* Rule R-400. */
enum err vietnamese_nfc(const char *text, size_t length, char *out_text, size_t size,
                        size_t *out_length)
{
    struct output output = {.bytes = out_text, .size = size};
    struct cluster cluster;

    for (size_t at = 0; at < length;) {
        const size_t used = cluster_read(text + at, length - at, false, &cluster);

        if (used == 0)
            return ERR_BAD_VALUE;
        compose(&cluster);
        put_cluster(&output, &cluster);
        at += used;
    }
    return finish(&output, out_length);
}

static bool is_blank(uint32_t scalar)
{
    return scalar == ' ' || scalar == '\t' || scalar == '\n' || scalar == '\r' || scalar == 0xA0 ||
           (scalar >= 0x2000 && scalar <= 0x200A) || scalar == 0x2028 || scalar == 0x2029 ||
           scalar == 0x202F || scalar == 0x205F || scalar == 0x3000;
}

/* Controls, and the code points that Unicode says are never characters. */
static bool is_control(uint32_t scalar)
{
    return scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0) ||
           (scalar >= 0xFDD0 && scalar <= 0xFDEF) || (scalar & 0xFFFE) == 0xFFFE;
}

/* What a search sees of a letter: lower case, without marks, đ as d. */
static uint32_t fold_letter(uint32_t letter)
{
    return letter == 0x110 || letter == 0x111 ? 'd' : latin_letter(letter).lower;
}

/* Both stored and search form: the first keeps the marks, the second drops them. */
static enum err collapse(const char *text, size_t length, bool fold, struct output *output)
{
    struct cluster cluster;
    bool space = false;

    for (size_t at = 0; at < length;) {
        const size_t used = cluster_read(text + at, length - at, true, &cluster);

        if (used == 0)
            return ERR_BAD_VALUE;
        at += used;
        if (is_blank(cluster.letter)) {
            space = output->used > 0;
            cluster.letter = NO_LETTER;
        } else if (is_zero_width(cluster.letter)) {
            cluster.letter = NO_LETTER;
        } else if (is_control(cluster.letter)) {
            return ERR_BAD_VALUE;
        }
        if (fold) {
            cluster.letter = fold_letter(cluster.letter);
            cluster.count = 0;
        }
        if (cluster.letter == NO_LETTER && cluster.count == 0)
            continue;
        if (space)
            put(output, ' ');
        space = false;
        compose(&cluster);
        put_cluster(output, &cluster);
    }
    return ERR_OK;
}

/* Rule R-401. */
enum err vietnamese_clean(const char *text, size_t length, char *out_text, size_t size,
                          size_t *out_length)
{
    struct output output = {.bytes = out_text, .size = size};
    const enum err err = collapse(text, length, false, &output);

    return err ? err : finish(&output, out_length);
}

/* Rule R-401. */
bool vietnamese_is_empty(const char *text, size_t length)
{
    uint32_t scalar;

    for (size_t at = 0; at < length;) {
        const size_t used = utf8_read(text + at, length - at, &scalar);

        if (used == 0 || !(is_blank(scalar) || is_zero_width(scalar)))
            return false;
        at += used;
    }
    return true;
}

/* Rule R-402. */
enum err vietnamese_fold(const char *text, size_t length, char *out_text, size_t size,
                         size_t *out_length)
{
    struct output output = {.bytes = out_text, .size = size};
    const enum err err = collapse(text, length, true, &output);

    return err ? err : finish(&output, out_length);
}
