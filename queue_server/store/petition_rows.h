/*
 * The register of petitions between rows and structs.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules R-553..R-557.
 */
#ifndef STORE_PETITION_ROWS_H
#define STORE_PETITION_ROWS_H

#include "domain/identity.h"
#include "domain/petition.h"
#include "domain/phone.h"
#include "store/dossier_rows.h"

enum {
    PETITION_CONTENT_SIZE = 4001,
    PETITION_TEXT_SIZE = 2001,
    PETITION_WORD_SIZE = 16,
    PETITION_PHONE_SIZE = 31 /* as it was typed */
};

/* Texts are "" for what is not there. */
struct petition_record {
    struct petition petition; /* what the rules look at */
    int64_t id;               /* number of the log row that entered it */
    int64_t year, number;
    char kind[PETITION_WORD_SIZE];    /* feedback, proposal */
    char channel[PETITION_WORD_SIZE]; /* counter, phone, online, post */
    char content[PETITION_CONTENT_SIZE];
    char full_name[FULL_NAME_SIZE];
    char phone[PETITION_PHONE_SIZE]; /* +84... once it was read */
    bool confidential;
    char received_by[ACCOUNT_CODE_SIZE];
    char asked_for[PETITION_TEXT_SIZE];
    char outcome[PETITION_TEXT_SIZE]; /* the answer, to whom it was passed on, why refused */
    int64_t version;
    struct instant changed_at;
    char changed_by[ACCOUNT_CODE_SIZE];
};

void petition_rows_insert(struct store_tx *tx, const struct petition_record *record);
/* Save what actions change. */
void petition_rows_update(struct store_tx *tx, const struct petition_record *record);
/* False when there is none. */
bool petition_rows_get(struct store_tx *tx, int64_t id, struct petition_record *out_record);

/* NULL and a date of day 0 mean any. */
struct petition_filter {
    const char *state;
    struct date late_on; /* open, and its last day has passed on this one */
    int64_t before;      /* id; INT64_MAX for the newest */
    int limit;
};
typedef void (*petition_each_fn)(const struct petition_record *record, void *data);
void petition_rows_list(struct store_tx *tx, const struct petition_filter *filter,
                        petition_each_fn each, void *data);
/* Those received from `from` until before `to`, in no order. */
void petition_rows_period(struct store_tx *tx, struct instant from, struct instant to,
                          petition_each_fn each, void *data);
/* Give each year: how many there are, and the highest number. */
void petition_rows_years(struct store_tx *tx,
                         void (*each)(int64_t year, int64_t count, int64_t highest, void *data),
                         void *data);

#endif
