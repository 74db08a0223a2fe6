/*
 * What people say of the service, between rows and structs. Writer or reader thread; errors are
 * sticky in the transaction.
 *
 * A rating names no ticket and no dossier; that one was given is kept apart.
 */
#ifndef STORE_RATING_ROWS_H
#define STORE_RATING_ROWS_H

#include "domain/queue_rules.h"
#include "domain/satisfaction.h"
#include "store/dossier_rows.h"
#include "store/ticket_rows.h"

enum { RATING_WORD_SIZE = 16 };

/* Texts are "" where the kind has none. */
struct rating_record {
    struct rating rating;
    struct date date;               /* local, of the answer */
    int64_t seq;                    /* of the log row */
    char kind[RATING_WORD_SIZE];    /* ticket, dossier */
    char channel[RATING_WORD_SIZE]; /* counter, online, post */
    char site[SITE_CODE_SIZE];
    char service[QUEUE_CODE_SIZE];
    char field[DOSSIER_FIELD_SIZE];
    char procedure[DOSSIER_PROCEDURE_SIZE];
    char sector[RATING_WORD_SIZE]; /* land, construction, investment */
    char unit[OFFICER_UNIT_SIZE];
    char officer[ACCOUNT_CODE_SIZE];
    bool assisted; /* entered with the help of somebody of the office */
};

/* Was `subject` ("t12", "d34") rated? And remember that it was. */
bool rating_rows_given(struct store_tx *tx, const char *subject);
void rating_rows_give(struct store_tx *tx, const char *subject);

void rating_rows_insert(struct store_tx *tx, const struct rating_record *record);
/* Give each rating of the dates from..to, both inclusive, to `each`. */
void rating_rows_each(struct store_tx *tx, struct date from, struct date to,
                      void (*each)(const struct rating_record *record, void *data), void *data);

#endif
