#include "usecase/import_report.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static const struct {
    const char *word;
    enum err err;
    const char *vi, *en;
} findings[IMPORT_FINDING_COUNT] = {
#define X(name, word, err, vi, en) [IMPORT_##name] = {(word), (err), (vi), (en)},
    IMPORT_FINDING_MAP(X)
#undef X
};

void import_report_init(struct import_report *report, enum language language)
{
    *report = (struct import_report){.language = language};
}

void import_report_release(struct import_report *report)
{
    text_release(&report->faults);
    text_release(&report->warnings);
    text_release(&report->found_faults.items);
    text_release(&report->found_faults.fields);
    text_release(&report->found_warnings.items);
    text_release(&report->found_warnings.fields);
}

/* Copy what the file says, which may be anything: what does not fit, is no UTF-8 or a control
 * character is left out. */
static void copy_said(const char *said, char *out, size_t size)
{
    size_t left = strlen(said), used = 0;
    uint32_t scalar;

    while (left > 0) {
        const size_t length = utf8_read(said, left, &scalar);
        const size_t step = length ? length : 1;

        if (used + step >= size)
            break;
        if (length && scalar >= 0x20 && scalar != 0x7F) {
            memcpy(out + used, said, length);
            used += length;
        }
        said += step;
        left -= step;
    }
    out[used] = '\0';
}

void import_report_at(struct import_report *report, const char *list, size_t index,
                      const char *code)
{
    report->row = (int)index + 1;
    report->line = 0;
    report->code[0] = '\0';
    snprintf(report->pointer, sizeof report->pointer, "/%s/%zu", list, index);
    if (code)
        copy_said(code, report->code, sizeof report->code);
    if (code)
        snprintf(report->place, sizeof report->place, "%s[%zu] (%s)", list, index, report->code);
    else
        snprintf(report->place, sizeof report->place, "%s[%zu]", list, index);
}

void import_report_at_line(struct import_report *report, int line, int column)
{
    report->line = line > 0 ? line : 0;
    snprintf(report->place, sizeof report->place, "line %d column %d", line, column);
}

/* "documents[2].kind" below the row's pointer. */
static void add_pointer(struct text *text, const char *row, const char *field)
{
    text_add(text, row);
    if (field[0])
        text_add_char(text, '/');
    for (const char *c = field; *c; c++) {
        if (*c == '.' || *c == '[')
            text_add_char(text, '/');
        else if (*c == '~' || *c == '/')
            text_add(text, *c == '~' ? "~0" : "~1");
        else if (*c != ']')
            text_add_char(text, *c);
    }
}

static void add_item(const struct import_report *report, struct text *items, const char *field,
                     enum import_finding finding, const char *message)
{
    json_open_object(items, NULL);
    if (report->row)
        json_put_int(items, "row", report->row);
    else
        json_put_null(items, "row");
    if (report->line)
        json_put_int(items, "line", report->line);
    else
        json_put_null(items, "line");
    json_put_string_or_null(items, "procedure", report->code);
    json_put_string_or_null(items, "field", field);
    json_put_string(items, "finding", findings[finding].word);
    json_put_string(items, "message", message);
    json_close_object(items);
}

static void add_finding(const struct import_report *report, struct text *lines,
                        struct import_found *found, const char *raw, enum import_finding finding)
{
    const char *message =
        report->language == LANGUAGE_EN ? findings[finding].en : findings[finding].vi;
    char field[IMPORT_FIELD_SIZE];

    copy_said(raw, field, sizeof field);
    text_printf(lines, "%s%s%s: %s\n", report->place, report->place[0] && field[0] ? " " : "",
                field, message);
    add_item(report, &found->items, field, finding, message);
    if (findings[finding].err == ERR_OK)
        return;
    /* of what is no JSON the field is what was met there */
    add_pointer(&found->fields, report->pointer, finding == IMPORT_FAULT_SYNTAX ? "" : field);
    text_printf(&found->fields, "\t%s\n", err_code(findings[finding].err));
}

void import_fault(struct import_report *report, const char *field, enum import_finding finding)
{
    if (report->fault_count++ < IMPORT_LINES_MAX)
        add_finding(report, &report->faults, &report->found_faults, field, finding);
}

void import_warn(struct import_report *report, const char *field, enum import_finding finding)
{
    if (report->warning_count++ < IMPORT_LINES_MAX)
        add_finding(report, &report->warnings, &report->found_warnings, field, finding);
}
