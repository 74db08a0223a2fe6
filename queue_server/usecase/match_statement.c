#include "usecase/match_statement.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "store/dossier_parts.h"

/* A dossier that owes, under one of its codes. */
struct owing {
    char plain[PLAIN_CODE_SIZE]; /* first: nodes are compared by it */
    char code[DOSSIER_ANY_CODE_SIZE];
    int64_t dossier, owed;
};

struct owings {
    void *tree;
    bool no_memory;
};

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

const char *statement_match_name(enum statement_match match)
{
    static const char *const names[] = {"unknown", "differs", "matched"};

    return names[match];
}

/* Under `code`, unless there is none or it cannot stand in a statement. */
static void add_code(struct owings *owings, const struct fee_owed *fee, const char *code)
{
    struct owing *owing = calloc(1, sizeof *owing);

    if (!owing) {
        owings->no_memory = true;
        return;
    }
    if (!code[0] || plain_code(code, owing->plain) != ERR_OK) {
        free(owing);
        return;
    }
    struct owing *const *found = tsearch(owing, &owings->tree, compare);
    if (!found) {
        owings->no_memory = true;
        free(owing);
        return;
    }
    struct owing *kept = *found;
    kept->dossier = fee->dossier;
    kept->owed += fee->amount;
    snprintf(kept->code, sizeof kept->code, "%s", fee->code[0] ? fee->code : fee->external_code);
    if (kept != owing)
        free(owing);
}

static void add_fee(const struct fee_owed *fee, void *data)
{
    add_code(data, fee, fee->code);
    if (strcmp(fee->code, fee->external_code) != 0)
        add_code(data, fee, fee->external_code);
}

static void match_line(const struct owings *owings, struct statement_line *line)
{
    char codes[PLAIN_CODES_MAX][PLAIN_CODE_SIZE];
    const int count = plain_codes_find(line->text, codes);
    const struct owing *owing = NULL;

    for (int i = 0; i < count && !owing; i++) {
        struct owing *const *found = tfind(codes[i], (void *const *)&owings->tree, compare);

        owing = found ? *found : NULL;
    }
    line->match = STATEMENT_UNKNOWN;
    if (!owing)
        return;
    line->match = owing->owed == line->amount ? STATEMENT_MATCHED : STATEMENT_DIFFERS;
    line->dossier = owing->dossier;
    line->owed = owing->owed;
    memcpy(line->code, owing->code, sizeof line->code);
}

enum err match_statement_run(struct store_tx *tx, struct command *command)
{
    struct match_statement *match = container_of(command, struct match_statement, command);
    struct owings owings = {.tree = NULL};

    dossier_fees_owed(tx, add_fee, &owings);
    for (int i = 0; i < match->count; i++)
        match_line(&owings, &match->lines[i]);
    tdestroy(owings.tree, free);
    return owings.no_memory ? ERR_NO_MEMORY : ERR_OK;
}
