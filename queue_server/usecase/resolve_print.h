/* A person has looked at the printer and says what became of a doubtful sheet. Rule R-656. */
#ifndef USECASE_RESOLVE_PRINT_H
#define USECASE_RESOLVE_PRINT_H

#include "store/print_rows.h"
#include "usecase/command.h"

struct resolve_print {
    struct command command;

    /* Input. */
    int64_t id;             /* 0 is none */
    enum print_state found; /* PRINT_PRINTED or PRINT_CANCELLED */
    char note[PRINT_MESSAGE_SIZE];

    /* Output, valid when the outcome is ERR_OK. */
    struct print_record record;
};

/* Writer thread. Returns ERR_OK, ERR_NOT_FOUND, ERR_STATE_FORBIDS. */
enum err resolve_print_run(struct store_tx *tx, struct command *command);

#endif
