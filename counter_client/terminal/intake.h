/*
 * A dossier being taken in: the form, the procedure looked for and chosen, the checklist of its
 * papers. Pure but for memory and the locale: the caller asks the server.
 */
#ifndef TERMINAL_INTAKE_H
#define TERMINAL_INTAKE_H

#include "counter_client/terminal/form.h"

enum { PAPERS_MAX = 100, FOUND_MAX = 8 };

struct paper {
    const json_t *row; /* inside `procedure` */
    bool ticked;
    int originals, copies;
};

/* Where the keys go. */
enum intake_part { INTAKE_FORM, INTAKE_PAPERS };

struct intake {
    struct form form;
    json_t *found; /* ProcedureList of the search; NULL: none */
    int found_chosen;
    json_t *procedure; /* the chosen one; NULL: none yet */
    struct paper papers[PAPERS_MAX];
    int paper_count, paper_focus;
    enum intake_part part;
    char ticket[24]; /* of the person at the counter; empty: none */
};

/* Names of fields that are not sent as they are. */
#define INTAKE_CARD   "card"
#define INTAKE_SEARCH "search"

/* Returns false when memory ran out. */
bool intake_init(struct intake *intake, enum language language);
void intake_release(struct intake *intake);

/* Fill the applicant from a Card. */
void intake_card(struct intake *intake, const json_t *card);
/* Results of the search; takes a reference. */
void intake_found(struct intake *intake, json_t *list);
/* A procedure was chosen: its required papers are ticked; takes a reference. */
void intake_choose(struct intake *intake, json_t *procedure);

/* True when the focus is on the field with that name. */
bool intake_is_at(const struct intake *intake, const char *name);

/* Tab and the arrows go through the form and on into the checklist and back; Space ticks a paper,
 * + and - change its originals, Left and Right its copies. False: the key means nothing here. */
bool intake_key(struct intake *intake, struct input_key key);

/* The DossierCreate; a new reference, NULL when memory ran out. */
json_t *intake_body(const struct intake *intake);

#endif
