#include "usecase/merge_people.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/dossier_check.h"
#include "usecase/person_view.h"
#include "usecase/ticket_view.h"

static enum err check_reason(struct merge_people *merge)
{
    dossier_check_text(&merge->command, "/reason", merge->reason, sizeof merge->reason);
    return merge->command.facts.fields.length ? ERR_FIELDS : ERR_OK;
}

/* Rule R-473: another document of the same kind tells another person, unless the director knows
 * better. */
static bool may_be_one(const struct merge_people *merge, const struct person_record *person,
                       const struct person_record *into)
{
    const bool differ =
        person->number[0] && into->number[0] && strcmp(person->number_kind, into->number_kind) == 0;

    return !differ || role_set_has(merge->command.actor.roles, ROLE_GD_TT);
}

/* Rule R-472. */
static enum err check_merge(const struct merge_people *merge, const struct person_record *person,
                            const struct person_record *into)
{
    if (person->id == into->id)
        return ERR_MERGE_ITSELF;
    if (into->merged_into && into->standing == person->id)
        return ERR_MERGE_CYCLE;
    if (person->merged_into || into->merged_into)
        return ERR_PERSON_MERGED;
    return may_be_one(merge, person, into) ? ERR_OK : ERR_IDENTITY_DIFFERS;
}

static void tell(struct store_tx *tx, struct merge_people *merge, const char *kind, int64_t into)
{
    char subject[TICKET_ID_SIZE], other[TICKET_ID_SIZE];
    struct text data;

    opaque_id('g', merge->person, subject);
    opaque_id('g', into, other);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "person", subject);
    json_put_string(&data, "into", other);
    json_close_object(&data);
    command_event(tx, &merge->command, kind, subject, "", &data);
    text_release(&data);
}

static enum err join(struct store_tx *tx, struct merge_people *merge,
                     const struct person_record *person)
{
    struct person_record into;
    struct person_merge row = {.person = merge->person, .into = merge->into};

    if (!person_rows_get(tx, merge->into, &into)) {
        command_fault(&merge->command, "/into", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    const enum err err = check_merge(merge, person, &into);
    if (err != ERR_OK)
        return err;
    row.seq = event_log_next_seq(tx);
    row.merged_at = merge->command.now;
    memcpy(row.reason, merge->reason, sizeof row.reason);
    snprintf(row.merged_by, sizeof row.merged_by, "%s", merge->command.actor.code);
    person_merge_rows_put(tx, &row);
    tell(tx, merge, "person_merged", merge->into);
    return ERR_OK;
}

static enum err part(struct store_tx *tx, struct merge_people *merge,
                     const struct person_record *person)
{
    struct person_merge undone = {.undone_at = merge->command.now};

    if (!person->merged_into)
        return ERR_NOT_MERGED;
    memcpy(undone.undone_reason, merge->reason, sizeof undone.undone_reason);
    snprintf(undone.undone_by, sizeof undone.undone_by, "%s", merge->command.actor.code);
    person_merge_rows_undo(tx, person, event_log_next_seq(tx), &undone);
    tell(tx, merge, "person_merge_undone", person->merged_into);
    return ERR_OK;
}

enum err merge_people_run(struct store_tx *tx, struct command *command)
{
    struct merge_people *merge = container_of(command, struct merge_people, command);
    const bool joins = merge->into != 0;
    struct person_record person;
    enum err err = check_reason(merge);

    if (err == ERR_OK && !person_rows_get(tx, merge->person, &person))
        err = ERR_NOT_FOUND;
    if (err == ERR_OK)
        err = joins ? join(tx, merge, &person) : part(tx, merge, &person);
    if (err != ERR_OK)
        return err;
    if (!person_rows_get(tx, joins ? merge->into : merge->person, &person))
        return ERR_STORE;
    person_view_summary(&merge->body, NULL, &person);
    return merge->body.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}
