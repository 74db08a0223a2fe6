/*
 * What belongs to a dossier: its people, papers, fees, steps, and what was written about it.
 *
 * Writer or reader thread; errors are sticky in the transaction. Personal values stand in people
 * and notes, so that these rows can be erased; the log never has them.
 */
#ifndef STORE_DOSSIER_PARTS_H
#define STORE_DOSSIER_PARTS_H

#include "domain/phone.h"
#include "store/dossier_rows.h"

enum { /* bytes with the NUL */
       PERSON_EMAIL_SIZE = 255,
       TAX_CODE_SIZE = 21,
       PERSON_ID_SIZE = 21,
       PERSON_PHONE_SIZE = 31,
       PERSON_WORD_SIZE = 20, /* organisation, birth_certificate ... */
       PERSON_BIRTH_SIZE = 11,
       PERSON_CONTENT_SIZE = 1001,
       PAPER_FORM_SIZE = 12,
       PAPER_EXCEPTION_SIZE = 12,
       FEE_REFERENCE_SIZE = 101,
       FEE_METHOD_SIZE = 20,
       NOTE_REASON_SIZE = 2001,
       DOSSIER_PAPERS_MAX = 200,
       DOSSIER_FEES_MAX = 50,
};

/* Stored by name. */
enum dossier_part { PART_APPLICANT, PART_REPRESENTATIVE, PART_RECEIVER, PART_COUNT };

/* Texts are "" when unknown. */
struct dossier_person {
    bool there;
    char kind[PERSON_WORD_SIZE]; /* citizen ...; of a receiver applicant, representative, other */
    char full_name[FULL_NAME_SIZE];
    char personal_id[PERSON_ID_SIZE];
    char tax_code[TAX_CODE_SIZE];
    char birth_date[PERSON_BIRTH_SIZE]; /* YYYY-MM-DD or YYYY */
    char sex[PERSON_WORD_SIZE];         /* male, female */
    char address[PERSON_ADDRESS_SIZE];
    char phone[PERSON_PHONE_SIZE]; /* +84... once it is stored */
    char email[PERSON_EMAIL_SIZE];
    char document[PERSON_WORD_SIZE]; /* that the officer saw; "": nobody has checked */
    char verified_by[ACCOUNT_CODE_SIZE];
    struct instant verified_at;
    char authorisation[DOSSIER_NAME_SIZE];
    char content[PERSON_CONTENT_SIZE]; /* of the applicant: what he asks for */
    int64_t person;                    /* his record in the register; 0: none yet */
};

void dossier_person_put(struct store_tx *tx, int64_t id, enum dossier_part part,
                        const struct dossier_person *person);
/* All three; `there` tells which exist. */
void dossier_people_get(struct store_tx *tx, int64_t id, struct dossier_person out[PART_COUNT]);

struct dossier_document {
    int list_row; /* of the procedure's list; 0: an additional paper */
    char name[DOSSIER_NAME_SIZE];
    char form[PAPER_FORM_SIZE]; /* form, original, copy, present, data */
    int originals, copies;
    char note[DOSSIER_NAME_SIZE];
    char scan_file[DOSSIER_FILE_SIZE];
    char exception[PAPER_EXCEPTION_SIZE]; /* why there is no scan */
    bool scanned;                         /* a scan is attached (dossier_scan); never stored here */
    struct instant received_at;
};

/* `position` from 1. */
void dossier_document_put(struct store_tx *tx, int64_t id, int position,
                          const struct dossier_document *paper);
void dossier_documents_clear(struct store_tx *tx, int64_t id);
/* Returns how many there are, at most `most`. */
int dossier_documents_get(struct store_tx *tx, int64_t id, struct dossier_document *out_papers,
                          int most);

struct dossier_fee {
    char line[DOSSIER_FIELD_SIZE];
    int64_t amount;               /* đồng */
    bool after;                   /* to be settled before the result is returned, not before
                                     acceptance */
    char method[FEE_METHOD_SIZE]; /* "": not settled */
    char reference[FEE_REFERENCE_SIZE];
    char settled_by[ACCOUNT_CODE_SIZE];
    struct instant settled_at;
    char exemption[DOSSIER_NAME_SIZE];
    bool refund;
    int64_t closing; /* number of the cash closing that counted it; 0: none yet */
    char refund_granted_by[ACCOUNT_CODE_SIZE]; /* "": before that was kept */
    char refund_method[FEE_METHOD_SIZE];       /* "": it was not given back */
    char refund_reference[FEE_REFERENCE_SIZE];
    char refunded_by[ACCOUNT_CODE_SIZE];
    struct instant refunded_at;
    int64_t refund_closing; /* that counted what was given back; 0: none yet */
};

void dossier_fee_put(struct store_tx *tx, int64_t id, int position, const struct dossier_fee *fee);
void dossier_fees_clear(struct store_tx *tx, int64_t id);
int dossier_fees_get(struct store_tx *tx, int64_t id, struct dossier_fee *out_fees, int most);

/* A fee that is owed. */
struct fee_owed {
    int64_t dossier;
    int64_t amount;                            /* đồng */
    char code[DOSSIER_ANY_CODE_SIZE];          /* "" before acceptance */
    char external_code[DOSSIER_ANY_CODE_SIZE]; /* "" for none */
};

/* Every one of the centre; those of a dossier follow each other. */
void dossier_fees_owed(struct store_tx *tx, void (*each)(const struct fee_owed *fee, void *data),
                       void *data);

/* Who was responsible, from when to when. */
struct dossier_step {
    int step; /* 1, 2, 3 ... */
    struct officer officer;
    char given_by[ACCOUNT_CODE_SIZE]; /* "" when nobody gave it */
    struct instant given_at;
    struct instant begun_at;  /* responsible from here on */
    struct instant starts_at; /* its clock starts */
    struct instant ended_at;
    char note[DOSSIER_NOTE_SIZE];
    int list_row; /* of the plan of internal steps, from 1; 0: of none */
};

/* End the step in hand at the new one's `begun_at`, and begin the new one. */
void dossier_step_begin(struct store_tx *tx, int64_t id, const struct dossier_step *step);
void dossier_step_end(struct store_tx *tx, int64_t id, struct instant at);
/* The last step goes on, as if it had never ended. */
void dossier_step_again(struct store_tx *tx, int64_t id);
/* A corrected acceptance or end: the first step begins there, the last, if it has ended, ends. */
void dossier_step_first_begins(struct store_tx *tx, int64_t id, struct instant at);
void dossier_step_last_ends(struct store_tx *tx, int64_t id, struct instant at);
/* Give each step to `each`, in order; returns how many. */
int dossier_steps_each(struct store_tx *tx, int64_t id,
                       void (*each)(const struct dossier_step *step, void *data), void *data);

/* What a person wrote when he acted. */
struct dossier_note {
    int64_t seq; /* of the log row */
    char kind[DOSSIER_WORD_SIZE + 8];
    char reason[NOTE_REASON_SIZE];
    char code[PERSON_WORD_SIZE]; /* of a refusal, a suspension */
    const char *items; /* JSON array of texts, NULL for none; borrowed; of a payment its notice */
    struct date until; /* day 0: none */
    char actor[ACCOUNT_CODE_SIZE];
    struct instant at;
};

void dossier_note_put(struct store_tx *tx, int64_t id, const struct dossier_note *note);
/* Give each note to `each`, in order; `items` is borrowed for the call. */
void dossier_notes_each(struct store_tx *tx, int64_t id,
                        void (*each)(const struct dossier_note *note, void *data), void *data);

#endif
