#include "usecase/person_view.h"

#include "usecase/ticket_view.h"

static void put_head(struct text *text, const struct person_record *person)
{
    char id[TICKET_ID_SIZE];

    opaque_id('g', person->id, id);
    json_put_string(text, "id", id);
    json_put_string(text, "kind", person->kind);
    json_put_string(text, "full_name", person->full_name);
    json_put_string_or_null(text, "number_kind", person->number_kind);
    json_put_string_or_null(text, "number", person->number);
    json_put_string_or_null(text, "birth_date", person->birth_date);
    json_put_string_or_null(text, "sex", person->sex);
    json_put_string_or_null(text, "phone", person->phone);
    json_put_instant_or_null(text, "verified_at", person->verified_at);
}

void person_view_summary(struct text *text, const char *key, const struct person_record *person)
{
    json_open_object(text, key);
    put_head(text, person);
    json_close_object(text);
}

void person_view_members(struct text *text, const struct person_record *person)
{
    char into[TICKET_ID_SIZE] = "";

    put_head(text, person);
    json_put_string_or_null(text, "address", person->address);
    if (person->merged_into)
        opaque_id('g', person->merged_into, into);
    json_put_string_or_null(text, "merged_into", into);
}
