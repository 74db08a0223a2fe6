/*
 * A table of a report as the bytes of a file that a spreadsheet opens. Any thread; pure but for
 * memory.
 */
#ifndef API_TABLE_FILE_H
#define API_TABLE_FILE_H

#include "usecase/report_table.h"

/*
 * CSV by RFC 4180 with a byte order mark, so that Excel reads it as UTF-8: a line of column names,
 * then the rows. A text that a spreadsheet would take for a formula begins with an apostrophe.
 * Rule R-944.
 */
void table_csv(struct text *file, const struct report_table *table);

/*
 * A workbook (XLSX): title and notes, then the table; counts and rates are numbers, texts are never
 * formulas. `file` is marked as failed when it cannot be made. Rule R-944.
 */
void table_xlsx(struct text *file, const struct report_table *table);

#endif
