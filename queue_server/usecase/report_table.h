/*
 * A report as a plain table, before it is a file or a page: columns, cells, notes. Pure but for
 * memory.
 *
 * Every ratio stands in it with numerator, denominator and the period it is of. Running out of
 * memory is kept in the table (`failed`) and asked for once, at the end.
 */
#ifndef USECASE_REPORT_TABLE_H
#define USECASE_REPORT_TABLE_H

#include "base/text.h"
#include "domain/indicators.h"

enum {
    TABLE_COLUMNS_MAX = 30,
    TABLE_NOTES_MAX = 4,
    TABLE_NOTE_SIZE = 400,
    TABLE_TITLE_SIZE = 200,
    TABLE_FILE_SIZE = 64
};

enum cell_kind {
    CELL_TEXT,
    CELL_COUNT,
    CELL_RATE,    /* a percentage; of a rate without a denominator there is none */
    CELL_DATE,    /* 31/12/2026 */
    CELL_INSTANT, /* 31/12/2026 16:50 */
};

struct report_cell {
    enum cell_kind kind;
    char *text;   /* CELL_TEXT, owned */
    char *struck; /* on paper: what stood here before, struck; owned, NULL for none */
    int64_t number;
    struct rate rate;
    struct date date;
    struct instant instant; /* instant_none(): empty */
};

struct table_head {
    const char *title; /* static */
    int width;         /* in letters, roughly */
    bool right;
};

struct report_table {
    char title[TABLE_TITLE_SIZE];
    char notes[TABLE_NOTES_MAX][TABLE_NOTE_SIZE]; /* period, how it was counted */
    int note_count;
    char file[TABLE_FILE_SIZE]; /* name without ending, ASCII */
    struct table_head columns[TABLE_COLUMNS_MAX];
    size_t column_count;
    struct report_cell *cells; /* row by row */
    size_t cell_count, capacity;
    bool has_total; /* the last row is the total */
    struct instant at;
    bool failed;
};

void report_table_release(struct report_table *table);

void table_column(struct report_table *table, const char *title, int width, bool right);
void table_note(struct report_table *table, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The next cell, left to right, row by row. */
void table_text(struct report_table *table, const char *text);
void table_count(struct report_table *table, int64_t number);
void table_rate(struct report_table *table, struct rate rate);
void table_date(struct report_table *table, struct date date);
void table_instant(struct report_table *table, struct instant instant);

/* What stood in the cell put last, before it was corrected. */
void table_struck(struct report_table *table, const char *before);

size_t table_rows(const struct report_table *table);

/* Add what a person reads in a cell: a count without separators, a rate as rate_text() has it. */
void cell_read(struct text *text, const struct report_cell *cell);

#endif
