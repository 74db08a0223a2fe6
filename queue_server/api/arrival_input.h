/*
 * One line of ho_so.jsonl (domain 9.3) as a dossier that arrives.
 *
 * Any thread; pure but for memory. Rules.
 */
#ifndef API_ARRIVAL_INPUT_H
#define API_ARRIVAL_INPUT_H

#include "api/dossier_input.h"

/*
 * Read a line.
 *
 * line  borrowed
 * out   all zero but for its command, whose facts get each fault with its pointer inside the line
 *
 * What only a dossier has that went on (due date, end, result, events) is known, and not read:
 * a line whose status is not 1 is no arrival.
 */
void arrival_input_read(const json_t *line, struct open_dossier *out);

#endif
