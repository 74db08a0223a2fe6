#include "usecase/dossier_check.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"
#include "domain/phone.h"

enum { POINTER_SIZE = 96 };

static void fault(struct command *command, const char *pointer, const char *member, enum err err)
{
    char at[POINTER_SIZE];

    snprintf(at, sizeof at, "%.70s/%.24s", pointer, member);
    command_fault(command, at, err);
}

void dossier_check_text(struct command *command, const char *pointer, char *text, size_t size)
{
    char clean[CHECK_TEXT_MAX];

    assert(size <= sizeof clean);
    const enum err err = vietnamese_clean(text, strlen(text), clean, size, NULL);

    if (err == ERR_OK)
        memcpy(text, clean, strlen(clean) + 1);
    else
        command_fault(command, pointer, err);
}

static void check_member(struct command *command, const char *pointer, const char *member,
                         char *text, size_t size)
{
    char at[POINTER_SIZE];

    snprintf(at, sizeof at, "%.70s/%.24s", pointer, member);
    dossier_check_text(command, at, text, size);
}

/* ---- people ---------------------------------------------------------------------------------- */

/* "1990-08-15" or "1990"; ERR_BAD_VALUE for another form, ERR_DATE for a day that never was. */
static enum err read_birth(const char *text, struct date today, struct birth_date *out_birth)
{
    struct date date;
    const size_t length = strlen(text);

    *out_birth = (struct birth_date){0};
    if (length == 0)
        return ERR_OK;
    if (strspn(text, "0123456789-") != length || (length != 4 && length != 10))
        return ERR_BAD_VALUE;
    if (length == 4) {
        out_birth->year =
            (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
        return strchr(text, '-') || out_birth->year < 1900 ||
                       out_birth->year > date_civil(today).year
                   ? ERR_DATE
                   : ERR_OK;
    }
    if (date_parse(text, length, &date) != ERR_OK || date_before(today, date))
        return ERR_DATE;
    const struct civil civil = date_civil(date);
    *out_birth = (struct birth_date){civil.year, civil.month, civil.day};
    return ERR_OK;
}

static void check_ids(struct command *command, const char *pointer,
                      const struct dossier_person *person, struct date today)
{
    struct birth_date birth;
    struct personal_id id;
    const enum sex sex = strcmp(person->sex, "male") == 0     ? SEX_MALE
                         : strcmp(person->sex, "female") == 0 ? SEX_FEMALE
                                                              : SEX_UNKNOWN;
    const enum err dated = read_birth(person->birth_date, today, &birth);

    if (dated != ERR_OK)
        fault(command, pointer, "birth_date", dated);
    if (person->personal_id[0]) {
        enum err err =
            personal_id_parse(person->personal_id, strlen(person->personal_id), today, &id);

        if (err == ERR_OK && dated == ERR_OK)
            err = personal_id_agrees(&id, birth, sex);
        if (err != ERR_OK)
            fault(command, pointer, "personal_id", err);
    }
    if (person->tax_code[0] &&
        tax_code_check(person->tax_code, strlen(person->tax_code), today) != ERR_OK)
        fault(command, pointer, "tax_code", ERR_TAX_CODE);
}

void dossier_check_person(struct command *command, const char *pointer,
                          struct dossier_person *person)
{
    char phone[PHONE_SIZE];

    check_member(command, pointer, "full_name", person->full_name, sizeof person->full_name);
    check_member(command, pointer, "address", person->address, sizeof person->address);
    check_member(command, pointer, "authorisation", person->authorisation,
                 sizeof person->authorisation);
    check_ids(command, pointer, person, date_of_instant(command->now));
    if (!person->phone[0])
        return;
    if (phone_normalise(person->phone, strlen(person->phone), phone) == ERR_OK)
        memcpy(person->phone, phone, sizeof phone);
    else
        fault(command, pointer, "phone", ERR_PHONE);
}

bool dossier_check_province(const struct dossier_person *person, struct date today)
{
    struct personal_id id;

    return personal_id_parse(person->personal_id, strlen(person->personal_id), today, &id) ==
               ERR_OK &&
           !id.province;
}

/* Rule R-221. */
const char *dossier_identity_fault(const struct dossier_work *work)
{
    const struct dossier_person *applicant = &work->people[PART_APPLICANT];
    const bool citizen = strcmp(applicant->kind, "citizen") == 0;
    const bool trades =
        strcmp(applicant->kind, "business") == 0 || strcmp(applicant->kind, "organisation") == 0;

    if (trades)
        return applicant->tax_code[0] || applicant->personal_id[0] ? NULL : "/applicant/tax_code";
    if (!citizen)
        return NULL;
    if (!applicant->personal_id[0] &&
        (!applicant->document[0] || strcmp(applicant->document, "card") == 0))
        return "/applicant/personal_id";
    return work->record.dossier.channel != CHANNEL_COUNTER || applicant->document[0] ||
                   work->people[PART_REPRESENTATIVE].there
               ? NULL
               : "/applicant/identity_document";
}

/* ---- papers ---------------------------------------------------------------------------------- */

void dossier_check_documents(struct command *command, const char *pointer,
                             struct dossier_document *documents, int count)
{
    char at[POINTER_SIZE];

    for (int i = 0; i < count; i++) {
        snprintf(at, sizeof at, "%.70s/%d", pointer, i);
        check_member(command, at, "name", documents[i].name, sizeof documents[i].name);
        check_member(command, at, "note", documents[i].note, sizeof documents[i].note);
    }
}

/* Does this paper answer a row of the procedure's list? Rule R-222. */
static bool answers(const struct dossier_document *document, const struct procedure_document *row)
{
    if (strcmp(document->form, "data") == 0)
        return row->replace_by_data || row->form == DOCUMENT_FORM_DATA;
    return strcmp(document->form, "present") == 0 || document->originals + document->copies > 0;
}

bool dossier_check_complete(const struct dossier_work *work, struct text *missing)
{
    bool complete = true;

    for (int row = 0; row < work->procedure.document_count; row++) {
        const struct procedure_document *asked = &work->procedure.documents[row];
        bool found = !asked->required;

        for (int i = 0; i < work->document_count && !found; i++)
            found = work->documents[i].list_row == row + 1 && answers(&work->documents[i], asked);
        if (!found && missing)
            text_printf(missing, "%s\n", asked->name);
        complete = complete && found;
    }
    return complete;
}

/* Rule R-223: papers that are kept are scanned, or it is said why not. */
bool dossier_check_scans(const struct dossier_work *work, struct text *missing)
{
    bool complete = true;

    for (int i = 0; i < work->document_count; i++) {
        const struct dossier_document *document = &work->documents[i];
        const bool kept =
            strcmp(document->form, "data") != 0 && strcmp(document->form, "present") != 0;

        if (!kept || document->scanned || document->scan_file[0] || document->exception[0])
            continue;
        complete = false;
        if (missing)
            text_printf(missing, "%s\n", document->name);
    }
    return complete;
}

/* ---- fees ------------------------------------------------------------------------------------ */

void dossier_check_fees(struct command *command, const char *pointer, struct dossier_fee *fees,
                        int count)
{
    char at[POINTER_SIZE];

    for (int i = 0; i < count; i++) {
        snprintf(at, sizeof at, "%.70s/%d", pointer, i);
        check_member(command, at, "line", fees[i].line, sizeof fees[i].line);
        check_member(command, at, "exemption", fees[i].exemption, sizeof fees[i].exemption);
    }
}

/* Rule R-224: nothing due, paid, or exempt with a reason. */
bool dossier_check_settled(const struct dossier_work *work, bool after, struct text *missing)
{
    bool settled = true;

    for (int i = 0; i < work->fee_count; i++) {
        const struct dossier_fee *fee = &work->fees[i];

        if (fee->after != after || fee->amount == 0 || fee->method[0] || fee->exemption[0])
            continue;
        settled = false;
        if (missing)
            text_printf(missing, "%s\n", fee->line);
    }
    return settled;
}
