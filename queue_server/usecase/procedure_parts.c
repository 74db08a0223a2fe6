#include "usecase/procedure_parts.h"

#include <stdio.h>

enum { RETENTION_MAX_BYTES = 300 };

static const char *const lists[] = {"process", "applicants", "conditions", "legal_basis", NULL};

const char *procedure_part_name(enum procedure_part part)
{
    static const char *const names[PROCEDURE_PARTS] = {
        [PART_PROCESS] = "process", [PART_APPLICANTS] = "applicants", [PART_SETS] = "sets"};

    return names[part];
}

bool procedure_has_part(const struct procedure *procedure, enum procedure_part part)
{
    const json_t *value = json_object_get(procedure->row, procedure_part_name(part));

    return json_is_array(value) ? json_array_size(value) > 0 : json_is_integer(value);
}

/* ---- checking -------------------------------------------------------------------------------- */

static void check_list(const struct import_row *row, const char *key)
{
    const json_t *list = import_row_member(row, key, false), *value;
    char field[IMPORT_PATH_SIZE];
    size_t i;

    if (list && (!json_is_array(list) || json_array_size(list) > PROCEDURE_TEXTS_MAX))
        import_row_fault(row, key, json_is_array(list) ? IMPORT_FAULT_TOO_MANY : IMPORT_FAULT_TYPE);
    json_array_foreach(list, i, value)
    {
        snprintf(field, sizeof field, "%s[%zu]", key, i);
        if (!json_is_string(value))
            import_row_fault(row, field, IMPORT_FAULT_TYPE);
        else if (json_string_length(value) == 0)
            import_row_fault(row, field, IMPORT_FAULT_EMPTY);
        else if (json_string_length(value) > PROCEDURE_TEXT_MAX_BYTES)
            import_row_fault(row, field, IMPORT_FAULT_TOO_LONG);
    }
}

void procedure_parts_check(const struct import_row *row)
{
    const json_t *sets = import_row_member(row, "sets", false);

    for (int i = 0; lists[i]; i++)
        check_list(row, lists[i]);
    if (sets && !json_is_integer(sets))
        import_row_fault(row, "sets", IMPORT_FAULT_TYPE);
    else if (sets &&
             (json_integer_value(sets) < 1 || json_integer_value(sets) > PROCEDURE_SETS_MAX))
        import_row_fault(row, "sets", IMPORT_FAULT_VALUE);
    import_row_text(row, "retention", false, RETENTION_MAX_BYTES);
}

/* ---- showing --------------------------------------------------------------------------------- */

static void view_list(struct text *text, const char *key, const json_t *list)
{
    const json_t *value;
    size_t i;

    json_open_array(text, key);
    json_array_foreach(list, i, value) json_put_string(text, NULL, json_string_value(value));
    json_close_array(text);
}

void procedure_parts_view(struct text *text, const struct procedure *procedure)
{
    const json_t *sets = json_object_get(procedure->row, "sets");

    for (int i = 0; lists[i]; i++)
        view_list(text, lists[i], json_object_get(procedure->row, lists[i]));
    if (json_is_integer(sets))
        json_put_int(text, "sets", json_integer_value(sets));
    else
        json_put_null(text, "sets");
    json_put_string(text, "retention",
                    json_string_value(json_object_get(procedure->row, "retention")));
    json_open_array(text, "missing");
    for (int part = 0; part < PROCEDURE_PARTS; part++)
        if (!procedure_has_part(procedure, (enum procedure_part)part))
            json_put_string(text, NULL, procedure_part_name((enum procedure_part)part));
    json_close_array(text);
}
