#include "domain/csv.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void csv_init(struct csv *csv, char *bytes, size_t length, char separator)
{
    const size_t mark = sizeof BYTE_ORDER_MARK - 1;

    *csv = (struct csv){.bytes = bytes, .length = length, .separator = separator, .row = 1};
    if (length >= mark && memcmp(bytes, BYTE_ORDER_MARK, mark) == 0)
        csv->at = mark;
}

/* Length of the line end at `at`: 2 for CR LF, 1 for LF, 0 for none. */
static size_t line_end(const struct csv *csv, size_t at)
{
    if (csv->bytes[at] == '\n')
        return 1;
    return csv->bytes[at] == '\r' && at + 1 < csv->length && csv->bytes[at + 1] == '\n' ? 2 : 0;
}

/* The field ended before `at`: what comes there must be a separator, a line end or the end. */
static enum csv_step finish(struct csv *csv, size_t at, struct csv_field *field,
                            struct csv_field *out_field)
{
    size_t end = 0;

    field->row = csv->row;
    field->last = at == csv->length;
    csv->pending = false;
    if (!field->last && csv->bytes[at] == csv->separator) {
        csv->pending = true;
        end = 1;
    } else if (!field->last) {
        end = line_end(csv, at);
        if (end == 0)
            return CSV_FAULT;
        field->last = true;
        csv->row++;
    }
    csv->at = at + end;
    *out_field = *field;
    return CSV_FIELD;
}

static enum csv_step read_plain(struct csv *csv, struct csv_field *out_field)
{
    struct csv_field field = {.text = csv->bytes + csv->at};
    size_t at = csv->at;

    for (; at < csv->length; at++) {
        const char c = csv->bytes[at];

        if (c == csv->separator || line_end(csv, at))
            break;
        if (c == '"' || c == '\0' || c == '\r')
            return CSV_FAULT;
    }
    field.length = at - csv->at;
    return finish(csv, at, &field, out_field);
}

/* The quoted text is moved together over its doubled quotes. */
static enum csv_step read_quoted(struct csv *csv, struct csv_field *out_field)
{
    char *out = csv->bytes + csv->at;
    struct csv_field field = {.text = out};

    for (size_t at = csv->at + 1; at < csv->length; at++) {
        const char c = csv->bytes[at];

        if (c == '\0')
            return CSV_FAULT;
        if (c != '"') {
            *out++ = c;
        } else if (at + 1 < csv->length && csv->bytes[at + 1] == '"') {
            *out++ = c;
            at++;
        } else {
            field.length = (size_t)(out - field.text);
            return finish(csv, at + 1, &field, out_field);
        }
    }
    return CSV_FAULT;
}

enum csv_step csv_next(struct csv *csv, struct csv_field *out_field)
{
    if (csv->at >= csv->length && !csv->pending)
        return CSV_END;
    if (csv->at < csv->length && csv->bytes[csv->at] == '"')
        return read_quoted(csv, out_field);
    return read_plain(csv, out_field);
}
