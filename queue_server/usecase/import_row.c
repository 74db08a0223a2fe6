#include "usecase/import_row.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"

enum { DEPTH_MAX = 8 };

static const int64_t money_max = INT64_C(100000000000); /* đồng */

/* ---- cleaning -------------------------------------------------------------------------------- */

static enum err clean_text(json_t *text, const char *path, struct import_report *report)
{
    char clean[IMPORT_TEXT_MAX + 1];
    size_t length;
    const enum err err = vietnamese_clean(json_string_value(text), json_string_length(text), clean,
                                          sizeof clean, &length);

    if (err != ERR_OK) {
        import_fault(report, path,
                     err == ERR_TEXT_TOO_LONG ? IMPORT_FAULT_TOO_LONG : IMPORT_FAULT_TEXT);
        return ERR_OK;
    }
    return json_string_setn(text, clean, length) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

static enum err clean_value(json_t *value, const char *path, int depth,
                            struct import_report *report)
{
    char below[IMPORT_PATH_SIZE];
    const char *key;
    json_t *member;
    size_t i;
    enum err err = ERR_OK;

    if (json_is_string(value))
        return clean_text(value, path, report);
    if (depth == DEPTH_MAX) {
        import_fault(report, path, IMPORT_FAULT_VALUE);
        return ERR_OK;
    }
    if (json_is_object(value)) {
        json_object_foreach(value, key, member)
        {
            snprintf(below, sizeof below, "%s%s%.40s", path, path[0] ? "." : "", key);
            err = err == ERR_OK ? clean_value(member, below, depth + 1, report) : err;
        }
    } else if (json_is_array(value)) {
        json_array_foreach(value, i, member)
        {
            snprintf(below, sizeof below, "%.70s[%zu]", path, i);
            err = err == ERR_OK ? clean_value(member, below, depth + 1, report) : err;
        }
    }
    return err;
}

enum err import_row_clean(json_t *row, struct import_report *report)
{
    return clean_value(row, "", 0, report);
}

/* ---- members --------------------------------------------------------------------------------- */

void import_row_fault(const struct import_row *at, const char *key, enum import_finding finding)
{
    char path[IMPORT_PATH_SIZE + 48];

    snprintf(path, sizeof path, "%s%s%s", at->path, at->path[0] && key[0] ? "." : "", key);
    import_fault(at->report, path, finding);
}

json_t *import_row_member(const struct import_row *at, const char *key, bool required)
{
    json_t *value = json_object_get(at->object, key);

    if (json_is_null(value))
        value = NULL;
    if (!value && required)
        import_row_fault(at, key, IMPORT_FAULT_MISSING);
    return value;
}

const char *import_row_text(const struct import_row *at, const char *key, bool required,
                            size_t most)
{
    const json_t *value = import_row_member(at, key, required);

    if (!value)
        return NULL;
    if (!json_is_string(value))
        import_row_fault(at, key, IMPORT_FAULT_TYPE);
    else if (json_string_length(value) == 0)
        import_row_fault(at, key, IMPORT_FAULT_EMPTY);
    else if (json_string_length(value) > most)
        import_row_fault(at, key, IMPORT_FAULT_TOO_LONG);
    else
        return json_string_value(value);
    return NULL;
}

int import_row_word(const struct import_row *at, const char *key, const char *const *words)
{
    const json_t *value = import_row_member(at, key, true);
    const char *text = json_string_value(value);

    if (!value)
        return 0;
    for (int i = 0; text && words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    import_row_fault(at, key, text ? IMPORT_FAULT_VALUE : IMPORT_FAULT_TYPE);
    return 0;
}

bool import_row_bool(const struct import_row *at, const char *key, bool required, bool otherwise)
{
    const json_t *value = import_row_member(at, key, required);

    if (value && !json_is_boolean(value))
        import_row_fault(at, key, IMPORT_FAULT_TYPE);
    return value ? json_is_true(value) : otherwise;
}

bool import_row_money(const struct import_row *at, const char *key, int64_t *out_amount)
{
    const json_t *value = import_row_member(at, key, false);

    if (!value)
        return false;
    if (!json_is_integer(value)) {
        import_row_fault(at, key, IMPORT_FAULT_TYPE);
        return false;
    }
    *out_amount = json_integer_value(value);
    if (*out_amount >= 0 && *out_amount <= money_max)
        return true;
    import_row_fault(at, key, IMPORT_FAULT_VALUE);
    return false;
}

bool import_row_number(const struct import_row *at, const char *key, bool required,
                       double *out_number)
{
    const json_t *value = import_row_member(at, key, required);

    if (value && !json_is_number(value))
        import_row_fault(at, key, IMPORT_FAULT_TYPE);
    if (!json_is_number(value))
        return false;
    *out_number = json_number_value(value);
    return true;
}

struct import_row import_row_object(const struct import_row *at, const char *key, bool required)
{
    json_t *value = import_row_member(at, key, required);
    struct import_row below = {.report = at->report};

    if (value && !json_is_object(value))
        import_row_fault(at, key, IMPORT_FAULT_TYPE);
    else
        below.object = value;
    snprintf(below.path, sizeof below.path, "%.40s%s%.40s", at->path, at->path[0] ? "." : "", key);
    return below;
}

bool import_row_date(const struct import_row *at, const char *key, struct date *out_date)
{
    const json_t *value = import_row_member(at, key, false);

    if (!value)
        return false;
    if (date_parse(json_is_string(value) ? json_string_value(value) : "", json_string_length(value),
                   out_date) == ERR_OK)
        return true;
    import_row_fault(at, key, IMPORT_FAULT_VALUE);
    return false;
}

struct import_row import_row_element(const struct import_row *at, const char *key, size_t index,
                                     const json_t *element)
{
    struct import_row below = {.report = at->report};

    snprintf(below.path, sizeof below.path, "%.30s%s%.30s[%zu]", at->path, at->path[0] ? "." : "",
             key, index);
    if (json_is_object(element))
        below.object = element;
    else
        import_row_fault(&below, "", IMPORT_FAULT_TYPE);
    return below;
}
