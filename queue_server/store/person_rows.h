/*
 * The register of people between rows and structs: one person, one record.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules R-465..R-472.
 */
#ifndef STORE_PERSON_ROWS_H
#define STORE_PERSON_ROWS_H

#include "base/vietnamese_sort.h"
#include "store/dossier_parts.h"

enum {
    NUMBER_KIND_SIZE = sizeof "personal_id",
    NAME_KEY_SIZE = SORT_KEY_SIZE(FULL_NAME_SIZE - 1),
    PERSON_SEARCH_WORDS = 4,
    PERSON_PATTERN_SIZE = FULL_NAME_SIZE + 3 /* "% word%" */
};

/* Texts are "" when unknown. */
struct person_record {
    int64_t id;
    char kind[PERSON_WORD_SIZE];
    char full_name[FULL_NAME_SIZE];
    char number_kind[NUMBER_KIND_SIZE]; /* personal_id, tax_code */
    char number[PERSON_ID_SIZE];
    char birth_date[PERSON_BIRTH_SIZE];
    char sex[PERSON_WORD_SIZE];
    char address[PERSON_ADDRESS_SIZE];
    char phone[PERSON_PHONE_SIZE];
    struct instant verified_at; /* none: no officer has seen a document */
    int64_t standing;           /* the record that stands for him; his own unless merged */
    int64_t merged_into;        /* 0: he stands */
    int64_t merged_seq;         /* log row of that merge */
    char name_key[NAME_KEY_SIZE];
    char fold[FULL_NAME_SIZE];
};

/* Enter him under `person->id`, or tell anew of the one who has his number; returns whose record it
 * is. One statement. Rule R-465. */
int64_t person_rows_put(struct store_tx *tx, const struct person_record *person);
/* Tell anew of the record `person->id`. */
void person_rows_change(struct store_tx *tx, const struct person_record *person);
/* False when there is none. */
bool person_rows_get(struct store_tx *tx, int64_t id, struct person_record *out_person);
/* Who stands for the person with this number of this kind (NULL: of any); 0 for nobody. */
int64_t person_rows_of_number(struct store_tx *tx, const char *number, const char *kind);

struct person_filter {
    const char *patterns[PERSON_SEARCH_WORDS]; /* of LIKE, each must agree; NULL: any */
    const char *scope_unit;                    /* NULL: all of the centre */
    const char *scope_account;
    const char *after_key; /* "" for the first page */
    int64_t after;
    int limit;
};

typedef void (*person_each_fn)(const struct person_record *person, void *data);
/* Those who stand and have a dossier in the scope, in the order of names. */
void person_rows_list(struct store_tx *tx, const struct person_filter *filter, person_each_fn each,
                      void *data);

/* Those who look alike: at most `limit` people, those of one name and date together. */
void person_rows_duplicates(struct store_tx *tx, int limit, person_each_fn each, void *data);

/* Dossiers of the one who stands, of those in the scope of `filter` the newest `limit`. */
void person_rows_dossiers(struct store_tx *tx, int64_t standing, const struct person_filter *filter,
                          void (*each)(int64_t dossier, const char *part, void *data), void *data);

/* The first dossier with people who are not in the register; 0 for none. */
int64_t person_rows_missing(struct store_tx *tx);

struct person_count {
    int64_t records;
    int64_t merged;   /* of them */
    int64_t faulty;   /* records that do not end at one that stands */
    int64_t unlinked; /* people of dossiers without a record */
};
void person_rows_count(struct store_tx *tx, struct person_count *out_count);

#endif
