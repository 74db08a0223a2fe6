/*
 * Papers of a dossier that are printed when somebody asks for them: the control slip (form 06),
 * the list of papers given back, the survey.
 *
 * Writer thread. Each is a sheet of its own, with the next number of its form where that has one;
 * it goes to the printer of the counter where who asks sits. Rules,
 *
 */
#ifndef USECASE_PRINT_SHEET_H
#define USECASE_PRINT_SHEET_H

#include "store/print_rows.h"
#include "usecase/command.h"

enum dossier_sheet { SHEET_CONTROL, SHEET_PAPERS, SHEET_SURVEY };

struct print_sheet {
    struct command command;

    /* Input. */
    int64_t dossier;
    enum dossier_sheet sheet;

    /* Output. */
    struct print_record record;
};

/* "control", "papers", "survey". False for another name. */
bool dossier_sheet_from_name(const char *name, enum dossier_sheet *out_sheet);

/*
 * Returns ERR_OK; ERR_NOT_FOUND also for a dossier that he may not read; ERR_STATE_FORBIDS
 * for a control slip or a survey before acceptance, for a list of papers unless it was refused or
 * stopped; ERR_NO_MEMORY, ERR_STORE.
 */
enum err print_sheet_run(struct store_tx *tx, struct command *command);

#endif
