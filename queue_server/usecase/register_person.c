#include "usecase/register_person.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"
#include "store/person_rows.h"

static const char *const kinds[] = {"personal_id", "tax_code"};

/* A record's id: of the change that entered it, and whom of the dossier's people. */
static int64_t record_id(int64_t seq, enum dossier_part part)
{
    return 4 * seq + (int64_t)part;
}

/* Which document tells who he is: of those who trade the tax code first. A personal id that serves
 * as a tax code is a personal id. */
static void choose_number(const struct dossier_person *person, struct person_record *out)
{
    const bool trades =
        strcmp(person->kind, "business") == 0 || strcmp(person->kind, "organisation") == 0;
    const char *number = person->personal_id;

    if ((trades && person->tax_code[0]) || !number[0])
        number = person->tax_code;
    snprintf(out->number, sizeof out->number, "%s", number);
    snprintf(out->number_kind, sizeof out->number_kind, "%s",
             kinds[strlen(number) != PERSONAL_ID_DIGITS]);
}

static void make_record(const struct dossier_person *person, int64_t id, struct person_record *out)
{
    const size_t length = strlen(person->full_name);

    memset(out, 0, sizeof *out);
    out->id = id;
    memcpy(out->kind, person->kind, sizeof out->kind);
    memcpy(out->full_name, person->full_name, sizeof out->full_name);
    if (vietnamese_name_key(person->full_name, length, out->name_key, sizeof out->name_key) !=
        ERR_OK)
        snprintf(out->name_key, sizeof out->name_key, "~"); /* after all others */
    if (vietnamese_fold(person->full_name, length, out->fold, sizeof out->fold, NULL) != ERR_OK)
        out->fold[0] = '\0';
    choose_number(person, out);
    memcpy(out->birth_date, person->birth_date, sizeof out->birth_date);
    memcpy(out->sex, person->sex, sizeof out->sex);
    memcpy(out->address, person->address, sizeof out->address);
    memcpy(out->phone, person->phone, sizeof out->phone);
    out->verified_at = person->document[0] ? person->verified_at : instant_none();
}

/* The receiver who is the applicant or the representative; PART_RECEIVER for anybody else. */
static enum dossier_part same_as(const struct dossier_person *people, enum dossier_part part)
{
    const char *kind = people[part].kind;

    if (part == PART_RECEIVER && strcmp(kind, "applicant") == 0)
        return PART_APPLICANT;
    if (part == PART_RECEIVER && strcmp(kind, "representative") == 0)
        return PART_REPRESENTATIVE;
    return part;
}

static void enter(struct store_tx *tx, int64_t dossier, struct dossier_person *people,
                  enum dossier_part part, int64_t seq)
{
    struct dossier_person *person = &people[part];
    const enum dossier_part same = same_as(people, part);
    struct person_record record;

    if (same != part && people[same].person) {
        person->person = people[same].person;
    } else {
        make_record(person, record_id(seq, part), &record);
        if (part == PART_RECEIVER)
            memcpy(record.kind, "citizen", sizeof "citizen");
        person->person = person_rows_put(tx, &record);
    }
    dossier_person_put(tx, dossier, part, person);
}

void register_person_put(struct dossier_work *work, enum dossier_part part)
{
    enter(work->tx, work->record.id, work->people, part, work->record.version);
}

void register_person_correct(struct dossier_work *work)
{
    struct dossier_person *applicant = &work->people[PART_APPLICANT];
    struct person_record record, before = {.id = 0};
    const bool known = applicant->person && person_rows_get(work->tx, applicant->person, &before);

    make_record(applicant, applicant->person, &record);
    const bool keeps = known && (!before.number[0] || strcmp(before.number, record.number) == 0);
    const bool taken = record.number[0] && strcmp(before.number, record.number) != 0 &&
                       person_rows_of_number(work->tx, record.number, record.number_kind) != 0;
    if (keeps && !taken) {
        person_rows_change(work->tx, &record);
        dossier_person_put(work->tx, work->record.id, PART_APPLICANT, applicant);
    } else {
        register_person_put(work, PART_APPLICANT);
    }
}

enum err register_people(struct store_tx *tx)
{
    struct dossier_person people[PART_COUNT];
    int64_t dossier;

    while ((dossier = person_rows_missing(tx)) != 0 && sql_outcome(tx) == ERR_OK) {
        dossier_people_get(tx, dossier, people);
        for (int part = 0; part < PART_COUNT; part++)
            if (people[part].there && !people[part].person)
                enter(tx, dossier, people, (enum dossier_part)part, dossier);
    }
    return sql_outcome(tx);
}
