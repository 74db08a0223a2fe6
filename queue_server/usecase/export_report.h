/*
 * The on-time report and lists of open dossiers as tables: for files, and for paper.
 *
 * Reader thread. The same counts as on the screen, made by the same use cases. Rules R-944..R-946.
 */
#ifndef USECASE_EXPORT_REPORT_H
#define USECASE_EXPORT_REPORT_H

#include "base/paper_limits.h"
#include "usecase/list_open.h"
#include "usecase/report_on_time.h"
#include "usecase/report_table.h"

enum { EXPORT_ROWS_MAX = 5000 /* of a list of dossiers */ };

struct export_on_time {
    struct report_on_time report; /* its input is this one's */
    bool paper;                   /* fewer columns, in Vietnamese, and `content` */

    /* Output; owned by the caller once it has run well: export_on_time_release(). */
    struct report_table table;
    struct text content; /* of the print job, JSON */
};

struct export_open {
    struct list_open list; /* its input but the limit */
    bool paper;
    struct report_table table;
    struct text content;
};

/* The book of a field (form 07) of what was accepted in a period. Rule R-814. */
struct export_book {
    struct command command;

    /* Input. */
    char field[DOSSIER_NAME_SIZE];
    struct period period;
    bool paper;

    /* Output, as above. */
    struct report_table table;
    struct text content;
};

/* ERR_OK; ERR_TOO_LARGE for more than PAPER_ROWS_MAX rows on paper, EXPORT_ROWS_MAX in a file;
 * ERR_NO_MEMORY, ERR_STORE. */
enum err export_book_run(struct store_tx *tx, struct command *command);
void export_book_release(struct export_book *export);

/* As report_on_time_run(). ERR_TOO_LARGE when paper would have more than PAPER_ROWS_MAX rows. */
enum err export_on_time_run(struct store_tx *tx, struct command *command);
/* As list_open_run(); a list that is cut says so in a note. */
enum err export_open_run(struct store_tx *tx, struct command *command);

void export_on_time_release(struct export_on_time *export);
void export_open_release(struct export_open *export);

#endif
