/* Corrections by append: one person asks, the director approves. Rules. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "usecase/dossier_check.h"
#include "usecase/dossier_journal.h"
#include "usecase/move_dossier.h"
#include "usecase/register_person.h"

#define CORRECTED(member)                                                                          \
    {                                                                                              \
#member, offsetof(struct dossier_person, member),                                          \
            sizeof(((struct dossier_person *)0)->member)                                           \
    }

/* What people mistype. Moments are corrected as well (move_dossier_moment.c); fees and papers are
 * no such thing. */
static const struct {
    const char *name;
    size_t at, size;
} corrected[] = {CORRECTED(full_name),  CORRECTED(personal_id), CORRECTED(tax_code),
                 CORRECTED(birth_date), CORRECTED(address),     CORRECTED(phone),
                 CORRECTED(email),      CORRECTED(content)};

/* The value of a field of the person; NULL for one that may not be corrected. */
static char *value_of(struct dossier_person *person, const char *field, size_t *out_size)
{
    for (size_t i = 0; i < sizeof corrected / sizeof *corrected; i++)
        if (strcmp(corrected[i].name, field) == 0) {
            *out_size = corrected[i].size;
            return (char *)person + corrected[i].at;
        }
    return NULL;
}

/* Bring the new value into the person, as intake would have read it. False when it may not be
 * corrected, or nothing would change. */
static bool put_value(struct dossier_work *work, struct dossier_correction *correction)
{
    struct dossier_person *person = &work->people[PART_APPLICANT];
    size_t size;
    char *value = value_of(person, correction->field, &size);
    struct dossier_moment moment;

    work->facts.moment_in_order = true;
    if (dossier_moment_parse(correction->field, &moment))
        return move_dossier_moment_put(work, &moment, correction);
    if (!value || !person->there || strlen(correction->new_value) >= size)
        return false;
    memcpy(correction->old_value, value, strlen(value) + 1);
    memcpy(value, correction->new_value, strlen(correction->new_value) + 1);
    dossier_check_person(work->command, "/value", person);
    memcpy(correction->new_value, value, strlen(value) + 1);
    return strcmp(correction->old_value, value) != 0 && person->full_name[0];
}

static void ask(struct dossier_work *work, const struct move_dossier *move)
{
    struct dossier_correction *correction = &work->correction;

    *correction = (struct dossier_correction){.asked_at = work->facts.now,
                                              .approved_at = instant_none(),
                                              .due_before = instant_none(),
                                              .due_after = instant_none()};
    memcpy(correction->field, move->field, sizeof correction->field);
    memcpy(correction->new_value, move->value, sizeof correction->new_value);
    memcpy(correction->reason, move->reason, sizeof correction->reason);
    memcpy(correction->asked_by, work->command->actor.code, sizeof correction->asked_by);
    work->facts.correctable = put_value(work, correction);
}

struct wanted {
    int64_t seq;
    struct dossier_correction *out;
};

static void find_correction(const struct dossier_correction *correction, void *data)
{
    const struct wanted *wanted = data;

    if (correction->seq == wanted->seq && !correction->approved_by[0])
        *wanted->out = *correction;
}

static void approve(struct dossier_work *work, const struct move_dossier *move)
{
    struct dossier_correction *correction = &work->correction;
    struct wanted wanted = {.seq = move->correction, .out = correction};

    dossier_corrections_each(work->tx, work->record.id, find_correction, &wanted);
    work->facts.asked_by_another =
        strcmp(correction->asked_by, work->command->actor.code) != 0; /* none: not_correctable */
    work->facts.correctable = correction->seq && put_value(work, correction);
    memcpy(correction->approved_by, work->command->actor.code, sizeof correction->approved_by);
    correction->approved_at = work->facts.now;
}

static void ignore(const struct dossier_correction *correction, void *data)
{
    (void)correction;
    (void)data;
}

enum err move_dossier_correction_facts(struct dossier_work *work, struct move_dossier *move)
{
    if (move->action == ACTION_CORRECT) {
        approve(work, move);
        return ERR_OK;
    }
    ask(work, move);
    return dossier_corrections_each(work->tx, work->record.id, ignore, NULL) < CORRECTIONS_MAX
               ? ERR_OK
               : ERR_LIMIT_REACHED;
}

/* The person changes with the approval only; he is found by both his names then. */
void move_dossier_correction_save(struct dossier_work *work)
{
    struct dossier_moment moment;

    if (work->action == ACTION_ASK_CORRECTION)
        work->correction.seq = work->record.version;
    else if (work->action != ACTION_CORRECT)
        return;
    else
        work->correction.approved_seq = work->record.version;
    dossier_correction_put(work->tx, work->record.id, &work->correction);
    if (work->action == ACTION_ASK_CORRECTION) {
        dossier_people_get(work->tx, work->record.id, work->people); /* as he still is */
        return;
    }
    if (dossier_moment_parse(work->correction.field, &moment)) {
        move_dossier_moment_save(work, &moment);
        return;
    }
    register_person_correct(work);
    dossier_journal_words(work);
}
