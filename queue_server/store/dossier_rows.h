/*
 * Dossiers between rows and structs: the dossier itself, its pauses, and lists of dossiers.
 *
 * Writer or reader thread; errors are sticky in the transaction. The rule's part of a dossier is
 * domain/dossier.h's; what only papers, screens and the log need stands beside it. People, papers,
 * fees, steps and notes: store/dossier_parts.h.
 */
#ifndef STORE_DOSSIER_ROWS_H
#define STORE_DOSSIER_ROWS_H

#include "base/random.h"
#include "domain/dossier.h"
#include "domain/dossier_code.h"
#include "domain/identity.h"
#include "domain/indicators.h"
#include "domain/time_limit.h"
#include "store/statement.h"

enum { /* bytes with the NUL */
       DOSSIER_ANY_CODE_SIZE = 61,
       DOSSIER_PROCEDURE_SIZE = 41,
       DOSSIER_NAME_SIZE = 501,
       DOSSIER_FIELD_SIZE = 201,
       DOSSIER_NUMBER_SIZE = 101,
       DOSSIER_FILE_SIZE = 201,
       DOSSIER_NOTE_SIZE = 1001,
       DOSSIER_WORD_SIZE = 16, /* approved, counter ... */
       DOSSIER_SALT_SIZE = 16,
       DOSSIER_KEY_SIZE = 129,
};

/* Instants are instant_none(), texts "" and numbers 0 for what is not there yet. */
struct dossier_record {
    struct dossier dossier; /* what the rules look at */
    int64_t id;             /* number of the log row that recorded it */
    char code[DOSSIER_ANY_CODE_SIZE];
    char external_code[DOSSIER_ANY_CODE_SIZE];
    char procedure[DOSSIER_PROCEDURE_SIZE];
    int64_t procedure_version;
    char procedure_name[DOSSIER_NAME_SIZE];
    char field[DOSSIER_FIELD_SIZE];
    char handling_unit[OFFICER_UNIT_SIZE];
    char limit_text[TIME_LIMIT_TEXT_SIZE];
    int32_t cutoff_s;           /* second of the day, -1: the default of the limit */
    struct instant extended_at; /* the legal extension was granted */
    char extended_limit[TIME_LIMIT_TEXT_SIZE];
    int32_t extended_cutoff_s;
    struct instant apologised_at; /* a leader promised another time */
    char apologised_by[ACCOUNT_CODE_SIZE];
    struct instant new_time;
    char outcome[DOSSIER_WORD_SIZE];  /* approved, rejected, returned */
    char delivery[DOSSIER_WORD_SIZE]; /* counter, post, online */
    char receiving_agency[AGENCY_ID_SIZE];
    char competent_agency[AGENCY_ID_SIZE];
    bool elsewhere; /* another agency decides: it is in none of our figures */
    struct instant created_at;
    char created_by[ACCOUNT_CODE_SIZE];
    int64_t book_row;
    struct instant promised_at;
    struct due due;           /* legal; while paused: before the open pause */
    bool paused;              /* a pause that counts is open */
    bool unconfirmed;         /* the due date rests on an unconfirmed year */
    struct instant near_at;   /* near due from here on, unless paused or ended */
    struct instant late_at;   /* overdue from here on, unless paused or ended */
    int64_t calendar_version; /* in force at acceptance */
    int64_t due_calendar;     /* that gave the due date */
    enum verdict verdict;     /* frozen at the end */
    struct instant given_at;  /* of the pending hand-over */
    char given_note[DOSSIER_NOTE_SIZE];
    char decision[DOSSIER_WORD_SIZE]; /* outcome as signed */
    char decision_title[DOSSIER_NAME_SIZE];
    char decision_file[DOSSIER_FILE_SIZE];
    struct instant signed_at;
    char number[DOSSIER_NUMBER_SIZE]; /* of the result */
    int64_t number_year;              /* 0 until it is issued */
    int64_t ticket;
    char secret[LOOKUP_SECRET_SIZE];
    uint8_t salt[DOSSIER_SALT_SIZE];
    int64_t version; /* number of the log row that changed it last */
    struct instant changed_at;
    char changed_by[ACCOUNT_CODE_SIZE];
    char changed_key[DOSSIER_KEY_SIZE];  /* Idempotency-Key of that change, "" for none */
    char applicant_name[FULL_NAME_SIZE]; /* read only: "" once it is erased */
};

/* "counter", "online", "post"; static. */
const char *dossier_channel_name(enum channel channel);

/* Insert a dossier or save what has changed; its pauses and what a leader granted too. */
void dossier_rows_put(struct store_tx *tx, const struct dossier_record *record);
/* With its pauses, what a leader granted and how many agency steps are open. False when there is
 * none (or after an error). */
bool dossier_rows_get(struct store_tx *tx, int64_t id, struct dossier_record *out_record);
/* Id of the dossier with this code, its own or that of another system; 0 for none. */
int64_t dossier_rows_by_code(struct store_tx *tx, const char *code);
/* Id of the dossier that has, or had, this result number in its series; 0 for none. R-230. */
int64_t dossier_rows_number(struct store_tx *tx, const char *field, int64_t year,
                            const char *number);

/* The number of a result that is void: nobody else gets it. */
void dossier_rows_void_number(struct store_tx *tx, int64_t id, const char *field, int64_t year,
                              const char *number);

/* Id of the open dossier after this one, in order of intake; 0 for none. */
int64_t dossier_rows_open_after(struct store_tx *tx, int64_t id);
/* The same of all dossiers. */
int64_t dossier_rows_after(struct store_tx *tx, int64_t id);

enum { DOSSIER_WORDS_MAX = 4 };

/* NULL, none and 0 mean any. */
struct dossier_filter {
    const char *state, *unit, *officer, *procedure, *field, *code;
    const char *pending;                  /* in_time, near_due, overdue, paused, as of `now` */
    struct instant from, to;              /* accepted in [from, to) */
    const char *scope_unit;               /* only what this unit may read ... */
    const char *scope_account;            /* ... or this account has acted on; with scope_unit */
    const char *words[DOSSIER_WORDS_MAX]; /* folded; each must agree, the first is the driver */
    struct instant now;
    int64_t before;            /* id */
    bool by_due;               /* open ones, the one that becomes late first first; no words ... */
    struct instant late_after; /* ... after this and the id `before`; 0 for the first page */
    int limit;
};

/*
 * Give each dossier of the filter to `each`, newest first or by due date, without its pauses. One
 * of several statements is chosen, so that the scarcest filter drives: words, open ones, officer,
 * state, unit.
 */
void dossier_rows_list(struct store_tx *tx, const struct dossier_filter *filter,
                       void (*each)(const struct dossier_record *record, void *data), void *data);

/* Has this account acted on the dossier? And remember that it has. Rule R-203. */
bool dossier_rows_acted(struct store_tx *tx, const char *account, int64_t id);
void dossier_rows_act(struct store_tx *tx, const char *account, int64_t id);
/* Let the dossier be found by a folded word. */
void dossier_rows_word(struct store_tx *tx, int64_t id, const char *word);

/* Give the number of each print job of a dossier ("d34") to `each`, oldest first. */
void dossier_rows_print_jobs(struct store_tx *tx, const char *subject,
                             void (*each)(int64_t id, void *data), void *data);

/* What a day or month is changed by; see dossier_count in the schema. Rule R-240. */
struct dossier_count {
    int received_online, received_other, early, on_time, late;
};
enum dossier_grain { GRAIN_DAY = 1, GRAIN_MONTH = 2 }; /* stored: never renumber */
/* Stored: never renumber. */
enum dossier_dim { DIM_ALL = 0, DIM_FIELD = 1, DIM_PROCEDURE = 2, DIM_OFFICER = 3, DIM_UNIT = 4 };

/* Add to the figures of the local day and month of `at`. */
void dossier_rows_count(struct store_tx *tx, enum dossier_dim dim, const char *dim_id,
                        struct instant at, const struct dossier_count *delta);

#endif
