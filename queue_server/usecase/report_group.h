/*
 * The rows of a report by what makes one: field, procedure, officer, unit or month of acceptance.
 *
 * Reader thread. A report embeds struct report_group as the first member of its own row; rows are
 * found and made by key while dossiers go by, then named and put in order once. Rule R-309.
 */
#ifndef USECASE_REPORT_GROUP_H
#define USECASE_REPORT_GROUP_H

#include "store/report_rows.h"
#include "usecase/command.h"

/* name in the API */
#define REPORT_BY_MAP(X)                                                                           \
    X(FIELD, "field")                                                                              \
    X(PROCEDURE, "procedure")                                                                      \
    X(OFFICER, "officer")                                                                          \
    X(UNIT, "unit")                                                                                \
    X(MONTH, "month")

#define X(name, text) REPORT_BY_##name,
enum report_by { REPORT_BY_MAP(X) REPORT_BY_COUNT };
#undef X

/* "field" ...; static. */
const char *report_by_name(enum report_by by);
/* Find one by its name. ERR_OK or ERR_UNKNOWN. */
enum err report_by_from_name(const char *text, enum report_by *out_by);

enum { REPORT_KEY_SIZE = DOSSIER_FIELD_SIZE, REPORT_ROWS_MAX = 10000 };

struct report_group {
    char key[REPORT_KEY_SIZE]; /* "": no officer or unit */
    char name[DOSSIER_NAME_SIZE];
    int64_t newest; /* dossier; its pinned name stands for the procedure's */
    char *order;    /* rows stand in the order of this */
};

struct report_groups {
    enum report_by by;
    size_t row_size; /* of the report's row, whose first member is a struct report_group */
    struct report_group **rows;
    size_t count;
};

/*
 * Which row a dossier stands in.
 *
 * responsible  at the instant that the report looks at
 * out_key      "" for nobody
 */
void report_key(enum report_by by, const struct report_dossier *dossier,
                const struct officer *responsible, char out_key[REPORT_KEY_SIZE]);

/* The row of a key, made zeroed where there was none. ERR_OK, ERR_INTERNAL (more than
 * REPORT_ROWS_MAX rows), ERR_NO_MEMORY. */
enum err report_groups_row(struct report_groups *groups, const char *key,
                           struct report_group **out_row);

/* Name the rows and put them in order: by name in the Vietnamese order, people by given name,
 * months in time; who is nobody stands last. ERR_OK, ERR_NO_MEMORY. */
enum err report_groups_finish(struct store_tx *tx, const struct command *command,
                              struct report_groups *groups);

/* Free the rows. */
void report_groups_release(struct report_groups *groups);

#endif
