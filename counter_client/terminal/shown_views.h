/* How each answer is shown: rows and columns, as data. Pure. */
#ifndef TERMINAL_SHOWN_VIEWS_H
#define TERMINAL_SHOWN_VIEWS_H

#include "counter_client/terminal/commands.h"
#include "counter_client/terminal/table.h"

struct shown_view {
    const char *rows; /* path of the list; NULL: one record */
    const struct column *columns;
};

/* NULL where an answer has no view (nothing to show, or several tables). */
const struct shown_view *shown_view(enum shown shown);

/* Parts of answers with several tables. Each list ends with a path of NULL. */
extern const struct column shown_ledger[];
extern const struct column shown_dossiers[];
extern const struct column shown_queue_services[];
extern const struct column shown_queue_counters[];
extern const struct column shown_ledger_head[];
extern const struct column shown_person_dossiers[];
extern const struct column shown_documents[];
extern const struct column shown_fees[];
extern const struct column shown_procedure_papers[];
extern const struct column shown_findings[];
extern const struct column shown_problem_facts[];

#endif
