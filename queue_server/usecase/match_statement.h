/*
 * Lines of a bank statement are matched with the dossiers that owe money: by the code in their
 * text, capitals and digits alone compared. Nothing is stored, so the same statement may come any
 * number of times. Reader thread. Rules.
 */
#ifndef USECASE_MATCH_STATEMENT_H
#define USECASE_MATCH_STATEMENT_H

#include "domain/vietqr.h"
#include "store/dossier_rows.h"
#include "usecase/command.h"

enum { STATEMENT_LINES_MAX = 500, STATEMENT_TEXT_SIZE = 501 };

/* What a line is. */
enum statement_match {
    STATEMENT_UNKNOWN, /* names no dossier that owes anything */
    STATEMENT_DIFFERS, /* another amount than what is owed */
    STATEMENT_MATCHED, /* as much as is owed */
};

struct statement_line {
    char text[STATEMENT_TEXT_SIZE];
    int64_t amount; /* đồng */

    /* Output; the rest only when it is known. */
    enum statement_match match;
    int64_t dossier;
    char code[DOSSIER_ANY_CODE_SIZE];
    int64_t owed; /* đồng */
};

struct match_statement {
    struct command command;
    struct statement_line *lines; /* owned by the caller */
    int count;
};

/* ERR_OK, ERR_NO_MEMORY. */
enum err match_statement_run(struct store_tx *tx, struct command *command);

/* "unknown", "differs" or "matched"; static. */
const char *statement_match_name(enum statement_match match);

#endif
