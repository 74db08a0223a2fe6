/* The catalogue is looked at: procedures and the calendar in force. Reader thread. */
#ifndef USECASE_READ_CATALOGUE_H
#define USECASE_READ_CATALOGUE_H

#include "domain/calendar_outlook.h"
#include "usecase/command.h"
#include "usecase/follow_calendar.h"
#include "usecase/procedure.h"

enum { PROCEDURE_WORDS_SIZE = 201 }; /* of a search and of a field, in bytes */

/*
 * A page of procedures in order of code: of each the version in force today, else the last that
 * was. One that has not begun yet is not among them. Rule R-281.
 */
struct read_procedures {
    struct command command;

    /* Input. */
    char words[PROCEDURE_WORDS_SIZE]; /* of the name, or the beginning of the code; "" for all */
    char field[PROCEDURE_WORDS_SIZE]; /* exactly; "" for all */
    bool in_force_only;
    char after[PROCEDURE_CODE_SIZE]; /* "" for the first page */
    int limit;

    /* Output: the procedures as JSON parted by commas, and the cursor of the next page. */
    struct text items;              /* owned by the caller */
    char next[PROCEDURE_CODE_SIZE]; /* "" for the last page */
};
/* ERR_OK, ERR_NO_MEMORY, ERR_BAD_PARAMETER (words that are not text). */
enum err read_procedures_run(struct store_tx *tx, struct command *command);

/* One procedure, as above, or one of its versions, whatever is in force. Rules. */
struct read_procedure {
    struct command command;
    const char *code;           /* borrowed */
    int64_t version;            /* 0: the one in force */
    struct procedure procedure; /* owned by the caller after success */
};
/* ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY. */
enum err read_procedure_run(struct store_tx *tx, struct command *command);

/* The newest PROCEDURE_VERSIONS_MAX versions of a procedure, the newest first: JSON,
 * {"items": [...]}. Rule R-820. */
enum { PROCEDURE_VERSIONS_MAX = 100 };
struct read_procedure_versions {
    struct command command;
    const char *code; /* borrowed */
    struct text body; /* owned by the caller */
};
/* ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY. */
enum err read_procedure_versions_run(struct store_tx *tx, struct command *command);

/* The calendar in force. */
struct read_calendar {
    struct command command;
    const struct calendar_version *calendar; /* lives as long as the office */
    struct calendar_outlook outlook;         /* from today on */
    struct calendar_apply_row apply;         /* how far dossiers followed; version 0: none */
};
/* ERR_OK, ERR_NOT_FOUND (none was entered), ERR_NO_MEMORY. */
enum err read_calendar_run(struct store_tx *tx, struct command *command);

/* The newest CALENDAR_VERSIONS_MAX versions, the newest first: JSON, {"items": [...]}. */
enum { CALENDAR_VERSIONS_MAX = 100 };
struct read_calendar_versions {
    struct command command;
    struct text body; /* owned by the caller */
};
/* ERR_OK, ERR_NO_MEMORY. */
enum err read_calendar_versions_run(struct store_tx *tx, struct command *command);

#endif
