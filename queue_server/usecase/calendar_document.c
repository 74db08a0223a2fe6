#include "usecase/calendar_document.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "usecase/calendar_reader.h"

/* A row of one of the lists, found by its date. */
struct note_index {
    struct date date;
    size_t position; /* in its list, so that the first of equal dates is found first */
    const json_t *row;
};

struct note_list {
    struct note_index *notes; /* sorted by date, then position */
    size_t count;
};

struct calendar_document {
    json_t *root;
    void *block; /* the calendar's memory */
    struct calendar calendar;
    struct note_list days_off, make_up_days, partials;
};

static int note_order(const void *a, const void *b)
{
    const struct note_index *left = a, *right = b;

    if (!date_equal(left->date, right->date))
        return date_before(left->date, right->date) ? -1 : 1;
    return left->position < right->position ? -1 : 1;
}

/* Index the rows of a list that has been read before, so that its dates are known to be good. */
static bool index_notes(const json_t *root, const char *key, struct note_list *out_list)
{
    const json_t *list = json_object_get(root, key), *row;
    size_t i;

    out_list->notes = calloc(json_array_size(list) + 1, sizeof *out_list->notes);
    if (!out_list->notes)
        return false;
    json_array_foreach(list, i, row)
    {
        const json_t *date = json_object_get(row, "date");
        struct note_index *note = &out_list->notes[out_list->count];

        note->position = i;
        note->row = row;
        if (date_parse(json_string_value(date), json_string_length(date), &note->date) == ERR_OK)
            out_list->count++;
    }
    qsort(out_list->notes, out_list->count, sizeof *out_list->notes, note_order);
    return true;
}

/* Index of the first note at or after `date`. */
static size_t note_find(const struct note_list *list, struct date date)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (date_before(list->notes[middle].date, date))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static const char *first_text(const char *a, const char *b, const char *c)
{
    return a ? a : b ? b : c ? c : "";
}

static struct calendar_note note_of(const json_t *row)
{
    return (struct calendar_note){
        .name = first_text(text_of(row, "name_vi"), text_of(row, "name"), text_of(row, "reason")),
        .decree = first_text(text_of(row, "decree"), text_of(row, "source"), NULL),
        .status = first_text(text_of(row, "status"), NULL, NULL),
    };
}

static bool note_on(const struct note_list *list, struct date date, struct calendar_note *out_note)
{
    const size_t i = note_find(list, date);

    if (i == list->count || !date_equal(list->notes[i].date, date))
        return false;
    *out_note = note_of(list->notes[i].row);
    return true;
}

/* Build the calendar of a document whose root is set. Rule R-012. */
static enum err build(struct calendar_document *document, char *message, size_t message_size)
{
    struct calendar_parts parts;
    struct date bad;
    char bad_text[DATE_TEXT_SIZE];
    enum err err = calendar_parts_read(document->root, &parts, message, message_size);

    if (err != ERR_OK)
        return err;
    document->block = malloc(calendar_size(&parts.source));
    if (document->block)
        err = calendar_build(&parts.source, document->block, &document->calendar, &bad);
    else
        err = ERR_NO_MEMORY;
    if (err == ERR_CALENDAR_CONTRADICTION) {
        date_format(bad, bad_text);
        snprintf(message, message_size, "%s: in both days_off and compensatory_working_days",
                 bad_text);
    }
    calendar_parts_release(&parts);
    return err;
}

enum err calendar_document_load(const char *json, size_t length,
                                struct calendar_document **out_document, char *message,
                                size_t message_size)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct calendar_document *document = calloc(1, sizeof *document);
    json_error_t where;
    enum err err;

    snprintf(message, message_size, "%s", err_text(ERR_NO_MEMORY, LANGUAGE_EN));
    if (!document)
        return ERR_NO_MEMORY;
    if (length >= 3 && memcmp(json, mark, 3) == 0) {
        json += 3;
        length -= 3;
    }
    err = ERR_CALENDAR_MALFORMED;
    if (length > CALENDAR_DOCUMENT_MAX) {
        snprintf(message, message_size, "the document: larger than %d bytes",
                 CALENDAR_DOCUMENT_MAX);
        goto free_document;
    }
    document->root = json_loadb(json, length, JSON_REJECT_DUPLICATES, &where);
    if (!document->root) {
        snprintf(message, message_size, "line %d column %d: %s", where.line, where.column,
                 where.text);
        goto free_document;
    }
    err = build(document, message, message_size);
    if (err != ERR_OK)
        goto free_document;
    err = ERR_NO_MEMORY;
    if (!index_notes(document->root, "days_off", &document->days_off) ||
        !index_notes(document->root, "compensatory_working_days", &document->make_up_days) ||
        !index_notes(document->root, "partial_days_off", &document->partials))
        goto free_document;
    message[0] = '\0';
    *out_document = document;
    return ERR_OK;

free_document:
    calendar_document_free(document);
    return err;
}

void calendar_document_free(struct calendar_document *document)
{
    if (!document)
        return;
    free(document->days_off.notes);
    free(document->make_up_days.notes);
    free(document->partials.notes);
    free(document->block);
    json_decref(document->root);
    free(document);
}

const struct calendar *calendar_document_calendar(const struct calendar_document *document)
{
    return &document->calendar;
}

const char *calendar_document_title(const struct calendar_document *document)
{
    return first_text(text_of(json_object_get(document->root, "meta"), "title"), NULL, NULL);
}

const char *calendar_document_version(const struct calendar_document *document)
{
    const json_t *meta = json_object_get(document->root, "meta");

    return first_text(text_of(meta, "version"), text_of(meta, "compiled"), NULL);
}

const char *calendar_document_decree(const struct calendar_document *document)
{
    return first_text(text_of(json_object_get(document->root, "meta"), "decree"), NULL, NULL);
}

const struct json_t *calendar_document_json(const struct calendar_document *document)
{
    return document->root;
}

bool calendar_document_day_off(const struct calendar_document *document, struct date date,
                               struct calendar_note *out_note)
{
    return note_on(&document->days_off, date, out_note);
}

bool calendar_document_make_up(const struct calendar_document *document, struct date date,
                               struct calendar_note *out_note)
{
    return note_on(&document->make_up_days, date, out_note);
}

/* True when `second` lies in the span of a row of partial_days_off (known to be good). */
static bool partial_holds(const json_t *row, int32_t second)
{
    const char *from = text_of(row, "from"), *to = text_of(row, "to");
    const int32_t minute = second / 60;
    const int32_t first =
        (from[0] - '0') * 600 + (from[1] - '0') * 60 + (from[3] - '0') * 10 + from[4] - '0';
    const int32_t end = (to[0] - '0') * 600 + (to[1] - '0') * 60 + (to[3] - '0') * 10 + to[4] - '0';

    return minute >= first && minute < end;
}

bool calendar_document_partial(const struct calendar_document *document, struct date date,
                               int32_t second, struct calendar_note *out_note)
{
    const struct note_list *list = &document->partials;

    for (size_t i = note_find(list, date); i < list->count; i++) {
        if (!date_equal(list->notes[i].date, date))
            break;
        if (partial_holds(list->notes[i].row, second)) {
            *out_note = note_of(list->notes[i].row);
            return true;
        }
    }
    return false;
}
