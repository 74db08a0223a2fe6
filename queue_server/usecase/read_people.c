#include "usecase/read_people.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"
#include "store/person_merge_rows.h"
#include "usecase/dossier_view.h"
#include "usecase/person_view.h"

/* ---- a page ---------------------------------------------------------------------------------- */

static void add_item(const struct person_record *person, void *data)
{
    struct list_people *list = data;

    if (list->count == list->limit) {
        list->more = true;
        return;
    }
    list->count++;
    list->last = person->id;
    person_view_summary(&list->items, NULL, person);
}

struct patterns {
    char words[PERSON_SEARCH_WORDS][PERSON_PATTERN_SIZE];
};

/* Each word of the search as the beginning of a word of the name. False when no name can agree. */
static bool find_patterns(const char *search, struct patterns *patterns,
                          struct person_filter *filter)
{
    char fold[SEARCH_SIZE];
    int count = 0;

    if (vietnamese_fold(search, strlen(search), fold, sizeof fold, NULL) != ERR_OK ||
        strpbrk(fold, "%_"))
        return false;
    for (char *word = fold; *word && count < PERSON_SEARCH_WORDS; count++) {
        char *end = word + strcspn(word, " ");
        const size_t length = (size_t)(end - word);

        if (length > FULL_NAME_SIZE - 1)
            return false;
        snprintf(patterns->words[count], PERSON_PATTERN_SIZE, "%% %.*s%%", (int)length, word);
        filter->patterns[count] = patterns->words[count];
        word = *end ? end + 1 : end;
    }
    return count > 0;
}

static bool is_number(const char *search)
{
    return search[0] && strspn(search, "0123456789-") == strlen(search);
}

static void look_closer(int64_t dossier, const char *part, void *data)
{
    (void)dossier;
    (void)part;
    *(bool *)data = true;
}

/* Has he a dossier that the reader may see? */
static bool in_scope(struct store_tx *tx, int64_t standing, const struct person_filter *scope)
{
    struct person_filter one = *scope;
    bool found = false;

    one.limit = 1;
    person_rows_dossiers(tx, standing, &one, look_closer, &found);
    return found;
}

/* The one who has this number; a document that was merged away tells of who stands. */
static void find_number(struct store_tx *tx, struct list_people *list,
                        const struct person_filter *scope)
{
    const int64_t id = list->after ? 0 : person_rows_of_number(tx, list->search, NULL);
    struct person_record person;

    if (id && in_scope(tx, id, scope) && person_rows_get(tx, id, &person))
        add_item(&person, list);
}

enum err list_people_run(struct store_tx *tx, struct command *command)
{
    struct list_people *list = container_of(command, struct list_people, command);
    struct person_filter filter = {.after_key = "", .limit = list->limit + 1};
    struct person_record last;
    struct patterns patterns;

    dossier_scope_of(&command->actor, &filter.scope_unit, &filter.scope_account);
    if (list->after) {
        if (!person_rows_get(tx, list->after, &last))
            return ERR_BAD_CURSOR;
        filter.after = last.id;
        filter.after_key = last.name_key;
    }
    if (is_number(list->search))
        find_number(tx, list, &filter);
    else if (!list->search[0] || find_patterns(list->search, &patterns, &filter))
        person_rows_list(tx, &filter, add_item, list);
    return list->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

static void add_in_scope(const struct person_record *person, void *data)
{
    struct list_people *list = data;
    struct person_filter scope = {.limit = 1};

    dossier_scope_of(&list->command.actor, &scope.scope_unit, &scope.scope_account);
    if (in_scope(list->tx, person->id, &scope))
        add_item(person, list);
}

enum err list_duplicates_run(struct store_tx *tx, struct command *command)
{
    struct list_people *list = container_of(command, struct list_people, command);

    list->tx = tx;
    person_rows_duplicates(tx, list->limit + 1, add_in_scope, list);
    return list->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

/* ---- one ------------------------------------------------------------------------------------- */

struct found_dossiers {
    struct {
        int64_t id;
        char part[PERSON_WORD_SIZE];
    } found[PERSON_DOSSIERS_MAX];
    int count;
};

static void keep_dossier(int64_t dossier, const char *part, void *data)
{
    struct found_dossiers *dossiers = data;

    dossiers->found[dossiers->count].id = dossier;
    snprintf(dossiers->found[dossiers->count++].part, PERSON_WORD_SIZE, "%s", part);
}

static void put_dossiers(struct store_tx *tx, const struct found_dossiers *dossiers,
                         const struct command *command, struct text *text)
{
    struct dossier_record record;

    json_open_array(text, "dossiers");
    for (int i = 0; i < dossiers->count; i++) {
        if (!dossier_rows_get(tx, dossiers->found[i].id, &record))
            continue;
        json_open_object(text, NULL);
        json_put_string(text, "part", dossiers->found[i].part);
        dossier_view_summary(tx, text, "dossier", &record, command->now);
        json_close_object(text);
    }
    json_close_array(text);
}

static void put_merge(const struct person_merge *merge, void *data)
{
    struct text *text = data;
    char person[TICKET_ID_SIZE], into[TICKET_ID_SIZE];

    opaque_id('g', merge->person, person);
    opaque_id('g', merge->into, into);
    json_open_object(text, NULL);
    json_put_string(text, "person", person);
    json_put_string(text, "into", into);
    json_put_string(text, "reason", merge->reason);
    json_put_string(text, "merged_by", merge->merged_by);
    json_put_instant(text, "merged_at", merge->merged_at);
    json_put_string_or_null(text, "undone_reason", merge->undone_reason);
    json_put_string_or_null(text, "undone_by", merge->undone_by);
    json_put_instant_or_null(text, "undone_at", merge->undone_at);
    json_close_object(text);
}

enum err read_person_run(struct store_tx *tx, struct command *command)
{
    struct read_person *read = container_of(command, struct read_person, command);
    struct person_filter scope = {.limit = PERSON_DOSSIERS_MAX};
    struct found_dossiers dossiers = {.count = 0};
    struct person_record person;

    dossier_scope_of(&command->actor, &scope.scope_unit, &scope.scope_account);
    if (!person_rows_get(tx, read->person, &person) || !in_scope(tx, person.standing, &scope))
        return ERR_NOT_FOUND;
    if (!person.merged_into)
        person_rows_dossiers(tx, person.id, &scope, keep_dossier, &dossiers);
    json_open_object(&read->body, NULL);
    person_view_members(&read->body, &person);
    json_open_array(&read->body, "merges");
    person_merge_rows_each(tx, person.id, put_merge, &read->body);
    json_close_array(&read->body);
    put_dossiers(tx, &dossiers, command, &read->body);
    json_close_object(&read->body);
    return read->body.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}
