#include "usecase/accept_dossier.h"

#include <stdio.h>
#include <string.h>

#include "store/shared_rows.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"

void accept_dossier_pin(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const struct procedure *procedure = &work->procedure;

    snprintf(record->procedure, sizeof record->procedure, "%s", procedure->code);
    record->procedure_version = procedure->version;
    snprintf(record->procedure_name, sizeof record->procedure_name, "%s", procedure->name);
    snprintf(record->field, sizeof record->field, "%s", procedure->field);
    snprintf(record->handling_unit, sizeof record->handling_unit, "%s", procedure->unit);
    time_limit_format(&procedure->limit, record->limit_text);
    record->cutoff_s = procedure->policy.cutoff == CUTOFF_AT ? procedure->policy.cutoff_second : -1;
    record->dossier.same_day = procedure->limit.unit == LIMIT_SAME_DAY;
    record->dossier.at_counter = procedure_is_at_counter(procedure);
}

/* The due date of an acceptance now; false in `due_in_calendar` when there is none. Rule R-225. */
static enum err find_due(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const struct instant before = record->dossier.accepted_at;

    record->dossier.accepted_at = work->facts.now;
    const enum err err = dossier_due_compute(work->tx, work->command->office, record);
    record->dossier.accepted_at = before;
    work->facts.due_in_calendar = err == ERR_OK;
    if (err == ERR_OK)
        work->facts.due = record->due;
    return err == ERR_CALENDAR_RANGE ? ERR_OK : err;
}

enum err accept_dossier_facts(struct dossier_work *work)
{
    struct dossier_facts *facts = &work->facts;

    facts->procedure_in_force =
        procedure_is_in_force(&work->procedure, date_of_instant(facts->now));
    facts->identity_valid = dossier_identity_fault(work) == NULL;
    facts->documents_complete = dossier_check_complete(work, NULL);
    facts->fee_before_settled = dossier_check_settled(work, false, NULL);
    return find_due(work);
}

enum err accept_dossier_number(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const struct date today = date_of_instant(work->facts.now);
    const int year = date_civil(today).year;
    char series[DOSSIER_FIELD_SIZE + 16], code[DOSSIER_CODE_SIZE], agency[AGENCY_ID_SIZE];

    /* ours, wherever it was received before */
    snprintf(agency, sizeof agency, "%.15s", work->command->catalogue->code);
    snprintf(series, sizeof series, "dossier/%s", agency);
    const int64_t number = series_next(work->tx, series, today.day); /* */
    if (sql_outcome(work->tx) != ERR_OK)
        return ERR_OK; /* sticky */
    const enum err err = number > DOSSIER_NUMBER_MAX
                             ? ERR_CODE_FORMAT
                             : dossier_code_format(agency, today, (int)number, code);
    if (err != ERR_OK)
        return err;
    memcpy(record->code, code, sizeof code);
    snprintf(series, sizeof series, "book/%s", record->field);
    record->book_row = series_next(work->tx, series, year);
    record->promised_at = record->due.kind == DUE_NONE ? instant_none() : record->due.at;
    return ERR_OK;
}
