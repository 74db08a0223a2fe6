#include "api/column_mapping.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vietnamese.h"
#include "usecase/save_import_mapping.h"

static const struct line_member members[] = {
    {NULL, "status", MEMBER_NUMBER, true},
    {NULL, "external_code", MEMBER_TEXT, true},
    {NULL, "procedure", MEMBER_TEXT, true},
    {NULL, "channel", MEMBER_TEXT, true},
    {NULL, "content", MEMBER_TEXT, false},
    {NULL, "result_delivery", MEMBER_TEXT, false},
    {NULL, "receiving_agency", MEMBER_TEXT, false},
    {NULL, "competent_agency", MEMBER_TEXT, false},
    {NULL, "arrived_at", MEMBER_INSTANT, false},
    {"applicant", "kind", MEMBER_TEXT, true},
    {"applicant", "full_name", MEMBER_TEXT, true},
    {"applicant", "personal_id", MEMBER_TEXT, false},
    {"applicant", "tax_code", MEMBER_TEXT, false},
    {"applicant", "birth_date", MEMBER_DATE, false},
    {"applicant", "sex", MEMBER_TEXT, false},
    {"applicant", "address", MEMBER_TEXT, false},
    {"applicant", "phone", MEMBER_TEXT, false},
    {"applicant", "email", MEMBER_TEXT, false},
    {"applicant", "identity_document", MEMBER_TEXT, false},
    {"representative", "full_name", MEMBER_TEXT, false},
    {"representative", "personal_id", MEMBER_TEXT, false},
    {"representative", "phone", MEMBER_TEXT, false},
    {"representative", "address", MEMBER_TEXT, false},
    {"representative", "authorisation", MEMBER_TEXT, false},
};
enum { MEMBERS = sizeof members / sizeof *members };

const struct line_member *line_members(int *out_count)
{
    *out_count = MEMBERS;
    return members;
}

void line_member_path(const struct line_member *member, char out_path[LINE_MEMBER_SIZE])
{
    snprintf(out_path, LINE_MEMBER_SIZE, "%s%s%s", member->part ? member->part : "",
             member->part ? "." : "", member->name);
}

/* NULL when there is no such member. */
static const struct line_member *member_of(const char *text)
{
    char path[LINE_MEMBER_SIZE];

    for (int i = 0; i < MEMBERS; i++) {
        line_member_path(&members[i], path);
        if (strcmp(path, text) == 0)
            return &members[i];
    }
    return NULL;
}

bool mapped_column_is_serial(const struct mapped_column *column)
{
    return strcmp(column->form, "serial") == 0;
}

/* ---- columns --------------------------------------------------------------------------------- */

static void read_form(struct input *in, struct mapped_column *out)
{
    input_text(in, "date", false, out->form, sizeof out->form);
    if (!out->form[0] || !out->member)
        return;
    if ((out->member->kind != MEMBER_DATE && out->member->kind != MEMBER_INSTANT) ||
        (!mapped_column_is_serial(out) && !date_form_is_one(out->form)))
        input_fault(in, "date", ERR_BAD_VALUE);
}

/* Translations: both sides are texts. */
static void read_values(struct input *in, struct mapped_column *out)
{
    struct input values = input_object(in, "values", false);
    const char *key;
    json_t *value;

    if (!values.object)
        return;
    if (json_object_size(values.object) == 0 ||
        json_object_size(values.object) > MAPPING_VALUES_MAX)
        input_fault(in, "values", ERR_BAD_VALUE);
    json_object_foreach((json_t *)values.object, key, value)
    {
        if (!json_is_string(value))
            input_fault(&values, key, ERR_WRONG_TYPE);
        else if (json_string_length(value) >= MAPPING_VALUE_SIZE)
            input_fault(&values, key, ERR_BAD_VALUE);
    }
    out->values = values.object;
}

static void read_column(struct input *in, struct mapped_column *out)
{
    char header[MAPPING_HEADER_SIZE], member[LINE_MEMBER_SIZE];

    input_text(in, "header", true, header, sizeof header);
    if (vietnamese_clean(header, strlen(header), out->header, sizeof out->header, NULL) != ERR_OK)
        input_fault(in, "header", ERR_BAD_VALUE);
    input_text(in, "member", true, member, sizeof member);
    out->member = member[0] ? member_of(member) : NULL;
    if (member[0] && !out->member)
        input_fault(in, "member", ERR_BAD_VALUE);
    read_form(in, out);
    read_values(in, out);
    input_close(in);
}

static bool gives(const struct column_mapping *mapping, const struct line_member *member)
{
    for (int i = 0; i < mapping->count; i++)
        if (mapping->columns[i].member == member)
            return true;
    for (int i = 0; i < mapping->constant_count; i++)
        if (mapping->constants[i].member == member)
            return true;
    return false;
}

/* Nothing may be given twice: one column would hide the other. */
static void read_columns(struct input *in, struct column_mapping *out)
{
    const json_t *array = input_array(in, "columns", true, MAPPING_COLUMNS_MAX);
    const size_t count = json_array_size(array);

    for (size_t i = 0; i < count; i++) {
        struct input element = input_element(in, "columns", array, i);
        struct mapped_column *column = &out->columns[i];

        if (!element.object)
            continue;
        read_column(&element, column);
        if (column->member && gives(out, column->member))
            input_fault(&element, "member", ERR_DUPLICATE);
        out->count = (int)i + 1;
    }
}

static void read_constants(struct input *in, struct column_mapping *out)
{
    struct input constants = input_object(in, "constants", false);
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)constants.object, key, value)
    {
        const struct line_member *member = member_of(key);

        if (!member)
            input_fault(&constants, key, ERR_BAD_VALUE);
        else if (gives(out, member))
            input_fault(&constants, key, ERR_DUPLICATE);
        else if (!json_is_string(value))
            input_fault(&constants, key, ERR_WRONG_TYPE);
        else if (!json_string_length(value) || json_string_length(value) >= MAPPING_VALUE_SIZE)
            input_fault(&constants, key, ERR_BAD_VALUE);
        else {
            out->constants[out->constant_count].member = member;
            out->constants[out->constant_count++].value = json_string_value(value);
        }
    }
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void check_members(struct input *in, const struct column_mapping *mapping)
{
    for (int i = 0; i < MEMBERS; i++)
        if (members[i].required && !gives(mapping, &members[i])) {
            input_fault(in, "columns", ERR_MISSING_FIELD);
            return;
        }
}

void column_mapping_read(struct input *in, struct column_mapping *out_mapping)
{
    static const char *const separators[] = {",", ";", "\t", NULL};
    int64_t row = 1, rows = 1, system = 1900;

    *out_mapping = (struct column_mapping){.count = 0};
    input_int(in, "header_row", false, 1, MAPPING_HEADER_ROW_MAX, &row);
    input_int(in, "header_rows", false, 1, 2, &rows);
    input_int(in, "date_system", false, 1900, 1904, &system);
    if (system != 1900 && system != 1904)
        input_fault(in, "date_system", ERR_BAD_VALUE);
    const int separator = input_word(in, "separator", false, separators);
    out_mapping->header_row = (int)row;
    out_mapping->header_rows = (int)rows;
    out_mapping->separator = separators[separator < 0 ? 0 : separator][0];
    out_mapping->dates = system == 1904 ? DATE_SYSTEM_1904 : DATE_SYSTEM_1900;
    read_columns(in, out_mapping);
    read_constants(in, out_mapping);
    check_members(in, out_mapping);
    input_close(in);
}

enum err column_mapping_document(struct input *in, struct text *out_document)
{
    struct column_mapping *mapping = malloc(sizeof *mapping);
    char *json = mapping ? json_dumps(in->object, JSON_COMPACT) : NULL;

    if (json) {
        column_mapping_read(in, mapping);
        text_add(out_document, json);
    }
    const bool failed = !json || out_document->failed;
    free(mapping);
    free(json);
    if (failed)
        return ERR_NO_MEMORY;
    if (out_document->length > IMPORT_MAPPING_DOCUMENT_MAX)
        input_fault(in, NULL, ERR_TEXT_TOO_LONG);
    if (in->facts->fields.failed)
        return ERR_NO_MEMORY;
    return in->facts->fields.length ? ERR_FIELDS : ERR_OK;
}
