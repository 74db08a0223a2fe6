/*
 * The register of people: found by name or number, and one of them with his dossiers.
 *
 * Reader thread. Who may see a dossier may see its people.
 */
#ifndef USECASE_READ_PEOPLE_H
#define USECASE_READ_PEOPLE_H

#include "store/person_rows.h"
#include "usecase/command.h"
#include "usecase/read_dossier.h"
#include "usecase/ticket_view.h"

enum { PERSON_DOSSIERS_MAX = 200 };

/* A page of those who stand, by name: tên, then họ, then đệm. Rules. */
struct list_people {
    struct command command;

    /* Input. */
    char search[SEARCH_SIZE]; /* words of the name without tones, or a number; "": everybody */
    int64_t after;            /* record of the page before; 0: the first page */
    int limit;

    /* Output. */
    struct text items; /* JSON parted by commas; owned by the caller, after a failure too */
    int64_t last;
    bool more;

    /* Scratch. */
    int count;
    struct store_tx *tx;
};
/* ERR_OK; ERR_BAD_CURSOR (no such record); ERR_NO_MEMORY, ERR_STORE. */
enum err list_people_run(struct store_tx *tx, struct command *command);

/* The first `limit` of those who may be one: of one name without tones and one date of birth, while
 * one of them at least has no personal id; those alike stand together. Rule R-475. */
enum err list_duplicates_run(struct store_tx *tx, struct command *command);

/* One record; of one who stands the newest PERSON_DOSSIERS_MAX dossiers that the reader may see. */
struct read_person {
    struct command command;
    int64_t person;
    struct text body; /* JSON; owned by the caller, after a failure too */
};
/* ERR_OK; ERR_NOT_FOUND, also for one of whom he may see no dossier; ERR_NO_MEMORY,
 * ERR_STORE. */
enum err read_person_run(struct store_tx *tx, struct command *command);

#endif
