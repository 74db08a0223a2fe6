/* The texts of the command `due`: pauses and lines in, answers and ledgers out. */
#ifndef COMMAND_DUE_TEXT_H
#define COMMAND_DUE_TEXT_H

#include <stdio.h>

#include "command/line_reader.h"
#include "domain/deadline.h"
#include "usecase/calendar_document.h"

/* Pauses that grow as they are read. All zero at the start. */
struct pause_list {
    struct pause *pauses;
    size_t count, size;
};

/* Add the pause `from/to`, or `from/` when it is still open. Returns ERR_OK, ERR_SYNTAX,
 * ERR_NO_MEMORY. */
enum err pause_list_add(struct pause_list *list, const char *text, size_t length);

void pause_list_release(struct pause_list *list);

/*
 * Read a line `received TAB limit [TAB from/to[,from/to]...]`.
 *
 * pauses       emptied and filled; out_request points into it
 * out_request  its policy is left alone; on failure nothing in it may be used
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_SYNTAX before ERR_LIMIT. Rule R-057.
 */
enum err due_line_parse(struct column line, struct pause_list *pauses,
                        struct deadline_request *out_request);

enum { DUE_ANSWER_SIZE = INSTANT_TEXT_SIZE + sizeof "error calendar_contradiction unconfirmed" };

/* Write the answer of one line, without its end: the due instant with a TAB and `unconfirmed` when
 * it is, or `none`, `paused`, `error CODE`. Returns its length. Rule R-057. */
size_t due_answer_format(enum err err, const struct deadline *deadline,
                         char out_text[DUE_ANSWER_SIZE]);

/* Print the ledger of a deadline for people. Rules R-060..R-062. */
void due_ledger_print(FILE *out, const struct calendar_document *document,
                      const struct deadline_request *request, const struct deadline *deadline);

#endif
