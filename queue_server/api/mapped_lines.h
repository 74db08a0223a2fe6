/*
 * The rows of a table as lines of ho_so.jsonl, by a mapping of columns.
 *
 * Any thread but the loop's; pure but for memory. Rules.
 */
#ifndef API_MAPPED_LINES_H
#define API_MAPPED_LINES_H

#include <jansson.h>

#include "api/column_mapping.h"
#include "api/sheet.h"

struct mapped_lines {
    json_t *lines; /* array of objects as arrival_input.h reads them; owned */
    int *rows;     /* of the table, for each line; owned */
    size_t room;
    struct text
        faults; /* pointer TAB code, one a line: at "/rows/ROW/member", "/columns/I/header" */
    int fault_count;
};

/*
 * Turn a file into lines.
 *
 * bytes     of the file; taken
 * document  the mapping's JSON, as it was saved; borrowed
 * most      lines at most
 * out       to be released in any case. A row with a fault gives no line; an empty row neither
 *
 * What the file lacks is told by faults. Returns ERR_OK; ERR_STORE (the document is no mapping),
 * ERR_NO_MEMORY.
 */
enum err mapped_lines_make(struct text *bytes, const struct text *document, size_t most,
                           struct mapped_lines *out);

void mapped_lines_release(struct mapped_lines *lines);

#endif
