#include "usecase/print_sheet.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/control_slip.h"
#include "usecase/dossier_forms.h"
#include "usecase/dossier_journal.h"
#include "usecase/dossier_paper.h"
#include "usecase/print_journal.h"

static const struct {
    const char *name, *form, *paper;
} sheets[] = {
    [SHEET_CONTROL] = {"control", "06", "a4"},
    [SHEET_PAPERS] = {"papers", "papers", "a5"},
    [SHEET_SURVEY] = {"survey", "survey", "a5"},
};

bool dossier_sheet_from_name(const char *name, enum dossier_sheet *out_sheet)
{
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++)
        if (strcmp(name, sheets[i].name) == 0) {
            *out_sheet = (enum dossier_sheet)i;
            return true;
        }
    return false;
}

static enum err check(const struct print_sheet *print, struct dossier_work *work)
{
    const enum dossier_state state = work->record.dossier.state;

    if (print->sheet != SHEET_PAPERS ? work->record.code[0] != '\0'
                                     : state == DOSSIER_REFUSED || state == DOSSIER_STOPPED)
        return ERR_OK;
    snprintf(work->command->facts.state, sizeof work->command->facts.state, "%s",
             dossier_state_name(state));
    return ERR_STATE_FORBIDS;
}

/* ---- the list of papers given back ----------------------------------------------------------- */

/* Why it was refused, as the applicant was told. */
static void find_refusal(const struct dossier_note *note, void *data)
{
    if (strcmp(note->kind, "refusal") == 0)
        json_put_string_or_null(data, "reason", note->reason);
}

static void write_papers(struct text *text, struct dossier_work *work)
{
    dossier_form_person(text, &work->people[PART_APPLICANT], "");
    json_put_string(text, "procedure", work->record.procedure_name);
    if (work->record.dossier.state == DOSSIER_STOPPED)
        json_put_string(text, "reason", "Dừng giải quyết hồ sơ");
    else
        dossier_notes_each(work->tx, work->record.id, find_refusal, text);
    dossier_form_papers(text, work);
    json_put_string(text, "receiver", dossier_form_submitter(work));
    dossier_form_officer(text, work, "officer");
}

/* ---- printing -------------------------------------------------------------------------------- */

static void tell(struct dossier_work *work, const struct print_record *record)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    print_view(&data, "print_job", record);
    dossier_journal_view(&data, &work->record);
    json_close_object(&data);
    command_event(work->tx, work->command, "dossier_sheet_printed", record->subject, NULL, &data);
    text_release(&data);
}

static void save(struct print_sheet *print, struct dossier_work *work)
{
    const int64_t id = event_log_next_seq(work->tx);
    struct text text;

    text_init(&text);
    json_open_object(&text, NULL);
    if (print->sheet == SHEET_SURVEY)
        dossier_paper_survey(&text, work);
    else
        dossier_paper_head(&text, work);
    if (print->sheet == SHEET_CONTROL)
        control_slip_write(&text, work);
    if (print->sheet == SHEET_PAPERS)
        write_papers(&text, work);
    json_close_object(&text);
    dossier_paper_queue(work, id, sheets[print->sheet].form, sheets[print->sheet].paper, &text);
    text_release(&text);
    if (print_rows_get(work->tx, id, &print->record, NULL))
        tell(work, &print->record);
}

enum err print_sheet_run(struct store_tx *tx, struct command *command)
{
    struct print_sheet *print = container_of(command, struct print_sheet, command);
    struct dossier_work *work;
    enum err err = dossier_work_open(tx, command, print->dossier, &work);

    if (err != ERR_OK)
        return err;
    err = check(print, work);
    if (err == ERR_OK) {
        save(print, work);
        err = sql_outcome(tx);
    }
    dossier_work_free(work);
    return err;
}
