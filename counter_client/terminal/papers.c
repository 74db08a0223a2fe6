#include "counter_client/terminal/papers.h"

#include "counter_client/terminal/json_path.h"

#include <stdlib.h>
#include <string.h>

enum { PART_SIZE = 300 };

/* The text before `mark` into `part`; what follows it, NULL at the end. False: too long. */
static bool take_part(const char **text, char mark, char part[PART_SIZE])
{
    const char *end = strchr(*text, mark);
    size_t length = end ? (size_t)(end - *text) : strlen(*text);

    if (length >= PART_SIZE)
        return false;
    memcpy(part, *text, length);
    part[length] = '\0';
    *text = end ? end + 1 : NULL;
    return true;
}

/* A whole number 0 .. limit. */
static bool read_count(const char *text, int64_t limit, int64_t *out_count)
{
    char *end;
    long long value = strtoll(text, &end, 10);

    if (end == text || *end != '\0' || value < 0 || value > limit)
        return false;
    *out_count = value;
    return true;
}

static json_t *scan_of(const char *word)
{
    const char *const exceptions[] = {"oversize", "bound", "object", "secret"};

    for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++) {
        if (strcmp(word, exceptions[i]) == 0)
            return json_pack("{s:s}", "exception", word);
    }
    return json_pack("{s:s}", "file", word);
}

void paper_usual_counts(const json_t *row, int *out_originals, int *out_copies)
{
    const char *form = json_text_at(row, "form");
    bool copy = form && strcmp(form, "copy") == 0;
    /* `present` is shown and not kept, `data` is no paper at all */
    bool none = form && (strcmp(form, "data") == 0 || strcmp(form, "present") == 0);

    *out_originals = copy || none ? 0 : 1;
    *out_copies = copy ? 1 : 0;
}

json_t *paper_of_row(const json_t *row, int originals, int copies)
{
    const char *name = json_text_at(row, "name"), *form = json_text_at(row, "form");

    return json_pack("{s:I, s:s, s:s, s:i, s:i}", "row", (json_int_t)json_int_at(row, "row", 0),
                     "name", name ? name : "", "form", form ? form : "original", "originals",
                     originals, "copies", copies);
}

static const json_t *row_numbered(const json_t *procedure, int64_t number)
{
    size_t i;
    json_t *row;

    json_array_foreach(json_object_get(procedure, "documents"), i, row)
    {
        if (json_int_at(row, "row", 0) == number)
            return row;
    }
    return NULL;
}

static bool add_all(json_t *documents, const json_t *procedure)
{
    size_t i;
    json_t *row;

    json_array_foreach(json_object_get(procedure, "documents"), i, row)
    {
        int originals, copies;

        if (!json_true_at(row, "required"))
            continue;
        paper_usual_counts(row, &originals, &copies);
        if (json_array_append_new(documents, paper_of_row(row, originals, copies)) != 0)
            return false;
    }
    return true;
}

bool papers_add(json_t *documents, const char *text, const json_t *procedure)
{
    char part[PART_SIZE];
    int64_t number, count;
    int counts[2];
    const json_t *row;
    json_t *paper;

    if (strcmp(text, "all") == 0)
        return add_all(documents, procedure);
    if (!take_part(&text, ':', part) || !read_count(part, 100, &number) ||
        !(row = row_numbered(procedure, number)))
        return false;
    paper_usual_counts(row, &counts[0], &counts[1]);
    for (int i = 0; i < 2 && text; i++) {
        if (!take_part(&text, ':', part) || !read_count(part, 1000, &count))
            return false;
        counts[i] = (int)count;
    }
    paper = paper_of_row(row, counts[0], counts[1]);
    if (text && json_object_set_new(paper, "scan", scan_of(text)) != 0) {
        json_decref(paper);
        return false;
    }
    return json_array_append_new(documents, paper) == 0;
}

/* METHOD[:REFERENCE] */
static json_t *read_settled(const char *text)
{
    char method[PART_SIZE];

    if (!take_part(&text, ':', method) || method[0] == '\0')
        return NULL;
    return json_pack("{s:s, s:s*}", "method", method, "reference", text);
}

json_t *fee_read(const char *text)
{
    char line[PART_SIZE], amount[PART_SIZE];
    int64_t dong;
    json_t *settled = NULL;

    if (!take_part(&text, '=', line) || !text || !take_part(&text, ':', amount) ||
        !read_count(amount, INT64_C(100000000000), &dong))
        return NULL;
    if (text && !(settled = read_settled(text)))
        return NULL;
    return json_pack("{s:s, s:I, s:o*}", "line", line, "amount", (json_int_t)dong, "settled",
                     settled);
}

json_t *settlement_read(const char *text)
{
    char line[PART_SIZE];
    json_t *settled;

    if (!take_part(&text, ':', line) || !text || !(settled = read_settled(text)))
        return NULL;
    return json_pack("{s:s, s:o}", "line", line, "settled", settled);
}

json_t *scan_read(const char *text)
{
    char place[PART_SIZE];
    int64_t number;

    if (!take_part(&text, '=', place) || !text || !read_count(place, 200, &number))
        return NULL;
    return json_pack("{s:I, s:o}", "document", (json_int_t)number, "scan", scan_of(text));
}
