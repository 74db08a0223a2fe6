/*
 * A table that a spreadsheet or another system wrote, as cells in memory: CSV, or the
 * first sheet of a workbook (XLSX, sheet_xlsx.c).
 *
 * Any thread but the loop's, for it takes time; pure but for memory. What a stranger sends is
 * bounded: SHEET_* below. Rules.
 */
#ifndef API_SHEET_H
#define API_SHEET_H

#include "base/text.h"
#include "domain/date_form.h"

enum {
    SHEET_BYTES_MAX = 8 << 20, /* of a file */
    SHEET_ROWS_MAX = 10100,    /* the last one's number */
    SHEET_COLUMNS_MAX = 256,
    SHEET_CELLS_MAX = 1 << 19, /* that are not empty */
};

struct sheet_cell {
    size_t at; /* in the sheet's bytes */
    uint32_t length;
    int row;     /* 1 .. as a spreadsheet numbers them */
    int column;  /* 0 .. */
    bool number; /* the sheet knows it as a number, a date perhaps; else a text */
};

struct sheet {
    struct text bytes; /* UTF-8 that the cells lie in */
    struct sheet_cell *cells;
    size_t count, room;
    bool has_dates; /* the file says where its days begin: `dates` */
    enum date_system dates;
    int faulty_row; /* of ERR_NOT_A_TABLE; 0: of no row */
};

/*
 * Read a CSV. Its text is UTF-8.
 *
 * bytes      taken: they are the sheet's afterwards, changed, and empty
 * separator  of its fields
 * out_sheet  to be released in any case; its cells are row by row, column by column
 *
 * Returns ERR_OK, ERR_NOT_A_TABLE (of `faulty_row`), ERR_TOO_LARGE, ERR_NO_MEMORY.
 */
enum err sheet_read_csv(struct text *bytes, char separator, struct sheet *out_sheet);

/* Do the bytes begin as a workbook does? No text does. */
bool sheet_is_workbook(const struct text *bytes);

/*
 * Read the first sheet of a workbook.
 *
 * bytes      borrowed, during the call only
 * out_sheet  as above
 *
 * Returns ERR_OK, ERR_NOT_A_TABLE (no workbook, or one with a document type or entities),
 * ERR_TOO_LARGE (what it unpacks to, too), ERR_NO_MEMORY. Rule R-525.
 */
enum err sheet_read_xlsx(const struct text *bytes, struct sheet *out_sheet);

/* Add a cell unless it is empty. ERR_OK, ERR_TOO_LARGE (its row, column or number), ERR_NO_MEMORY.
 */
enum err sheet_add(struct sheet *sheet, const struct sheet_cell *cell);

void sheet_release(struct sheet *sheet);

#endif
