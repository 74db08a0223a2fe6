/*
 * Reading dossiers: one, lists, how a due date arose, what happened, and the holder's look-up.
 *
 * Reader thread. Everybody sees what his roles and unit let him see; what he may not see
 * is not there for him.
 */
#ifndef USECASE_READ_DOSSIER_H
#define USECASE_READ_DOSSIER_H

#include "store/dossier_rows.h"
#include "usecase/command.h"

/* One dossier, its ledger, or a page of its history: JSON in `body`, owned by the caller. */
struct read_dossier {
    struct command command;

    /* Input. */
    int64_t dossier;
    bool has_as_of;
    struct instant as_of; /* ledger: a whole second; as the log stood then */
    int64_t after;        /* history: number of the log row before the page */
    int limit;

    /* Output. */
    struct text body;
    int64_t version;
};

/* ERR_OK, ERR_NOT_FOUND (also of what he may not see). */
enum err read_dossier_run(struct store_tx *tx, struct command *command);
/* ERR_OK, ERR_NOT_FOUND (also before acceptance), ERR_CALENDAR_RANGE. */
enum err read_ledger_run(struct store_tx *tx, struct command *command);
/* {"items": [...], "next"}, oldest first. ERR_OK, ERR_NOT_FOUND. */
enum err read_history_run(struct store_tx *tx, struct command *command);

enum { SEARCH_SIZE = 201 };

/* A page of dossiers, newest first or by due date. Texts are "" for any. */
struct list_dossiers {
    struct command command;

    /* Input. */
    char state[32], pending[DOSSIER_WORD_SIZE];
    char unit[OFFICER_UNIT_SIZE], officer[ACCOUNT_CODE_SIZE];
    char procedure[DOSSIER_PROCEDURE_SIZE], field[DOSSIER_FIELD_SIZE];
    char code[DOSSIER_ANY_CODE_SIZE];
    char search[SEARCH_SIZE];
    struct date from, to; /* of acceptance, both inclusive; day 0 for none */
    bool by_due; /* open ones with a due date, in the order in which they become late; no search */
    int64_t before;            /* id; 0 for the first page */
    struct instant late_after; /* by_due: with `before`, the last one of the page before */
    int limit;

    /* Output: elements of "items", owned by the caller, and the cursor of the next page. */
    struct text items;
    int count;
    int64_t last;
    struct instant last_late;
    bool more;
};

/* ERR_OK. Rules, R-932 (a search is by whole words without tones, ids, phones and
 * codes). */
enum err list_dossiers_run(struct store_tx *tx, struct command *command);

/* The unit whose dossiers alone he may see, with those that his account has acted on, where his
 * scope is no wider; NULL for both where it is. Borrowed from the actor. */
void dossier_scope_of(const struct actor *actor, const char **out_unit, const char **out_account);

/* The holder's look-up, open to all. */
struct look_up_dossier {
    struct command command;

    /* Input. */
    char code[DOSSIER_ANY_CODE_SIZE];
    char secret[65];

    /* Output; owned by the caller. */
    struct text body;
};

/*
 * Find the dossier that code and secret open; either thread. They are compared in constant time,
 * against a dummy when there is no such code. ERR_OK or ERR_NOT_FOUND. Rule R-245.
 */
enum err look_up_dossier_find(struct store_tx *tx, const char *code, const char *secret,
                              struct dossier_record *out_record);

/*
 * Masked. ERR_OK or ERR_NOT_FOUND, whatever is wrong (look_up_dossier_find). Rule R-245.
 */
enum err look_up_dossier_run(struct store_tx *tx, struct command *command);

#endif
