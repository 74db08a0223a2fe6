/*
 * Rows of calendar_version. A version is never changed once it is there; the greatest is in force.
 *
 * Errors are sticky in the transaction. Rules.
 */
#ifndef STORE_CALENDAR_ROWS_H
#define STORE_CALENDAR_ROWS_H

#include "base/random.h"
#include "base/text.h"
#include "store/ticket_rows.h"

enum { CALENDAR_TEXT_SIZE = 512 };

struct calendar_version_row {
    int64_t version; /* 1, 2, 3 ... */
    char title[CALENDAR_TEXT_SIZE];
    char decree[CALENDAR_TEXT_SIZE]; /* that it rests on, "" when unsaid */
    struct instant entered_at;
    char entered_by[ACTOR_CODE_SIZE]; /* "" for the command line */
    uint8_t digest[DIGEST_SIZE];      /* SHA-256 of the document */
};

/* False, output untouched, when there is none. */
bool calendar_rows_newest(struct store_tx *tx, struct calendar_version_row *out_row);
/* The one that was in force just before `before`. */
bool calendar_rows_at(struct store_tx *tx, struct instant before,
                      struct calendar_version_row *out_row);
bool calendar_rows_get(struct store_tx *tx, int64_t version, struct calendar_version_row *out_row);
/* Add the document of a version to `out_document`; false when there is no such version. */
bool calendar_rows_document(struct store_tx *tx, int64_t version, struct text *out_document);
/* document  JSON, borrowed, terminated */
void calendar_rows_insert(struct store_tx *tx, const struct calendar_version_row *row,
                          const char *document);

/* Call `each` with the newest `limit` versions, the newest first; without their digests. */
void calendar_rows_each(struct store_tx *tx, int limit,
                        void (*each)(const struct calendar_version_row *row, void *data),
                        void *data);

/* Open dossiers by what a calendar does to their due dates. Rule R-070. */
struct calendar_moves {
    int64_t seen;    /* looked at */
    int64_t later;   /* due later than before */
    int64_t earlier; /* due earlier again: what an amendment gave is undone */
    int64_t kept;    /* would be due earlier, and keep what was promised */
};

/* How far the open dossiers have followed a version. Rule R-069. */
struct calendar_apply_row {
    int64_t version;
    struct instant begun_at, ended_at; /* instant_none(): those after last_id are still to follow */
    int64_t last_id;
    struct calendar_moves moves;
};

/* Of the greatest version; false, output untouched, when there is none. */
bool calendar_apply_newest(struct store_tx *tx, struct calendar_apply_row *out_row);
void calendar_apply_put(struct store_tx *tx, const struct calendar_apply_row *row);

#endif
