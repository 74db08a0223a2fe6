/* Receipts of fees are looked at. Reader thread; the view on any. */
#ifndef USECASE_READ_RECEIPTS_H
#define USECASE_READ_RECEIPTS_H

#include "usecase/issue_receipt.h"
#include "usecase/ticket_view.h"

/* "issued", "void_asked" or "voided"; static. */
const char *receipt_state_name(const struct receipt_record *record);

/* Write a receipt as an element of an array or the whole answer. */
void receipt_view(struct text *text, const struct receipt_seen *seen);
/* Write its "lines", for the log without the words that an officer typed. */
void receipt_view_lines(struct text *text, const struct receipt_seen *seen, bool words);

struct read_receipts {
    struct command command;

    /* Input. */
    int64_t dossier; /* 0: of all, from the newest on */
    int64_t before;  /* only those with a lower id */
    int limit;

    /* Output. */
    struct text items;         /* JSON parted by commas; owned by the caller */
    char next[TICKET_ID_SIZE]; /* "": no more */
};

/* ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY. */
enum err read_receipts_run(struct store_tx *tx, struct command *command);

struct read_receipt {
    struct command command;
    int64_t receipt;
    struct receipt_seen seen;
};

/* ERR_OK, ERR_NOT_FOUND. */
enum err read_receipt_run(struct store_tx *tx, struct command *command);

#endif
