/*
 * One print job: which form, on which paper, with which content.
 *
 * Pure but for the heap. The JSON of a job and of each form's content is listed in docs/printer.1;
 * tests/printer/jobs has an example of each.
 */
#ifndef PRINTER_JOB_H
#define PRINTER_JOB_H

#include "printer/content.h"

enum form {
    FORM_TICKET,
    FORM_RECEIPT,
    FORM_SUPPLEMENT,
    FORM_REFUSAL,
    FORM_APOLOGY,
    FORM_STOP,
    FORM_CONTROL,
    FORM_BOOK,
    FORM_RETURN,
    FORM_HANDOVER,
    FORM_PAPERS,
    FORM_FEE,
    FORM_SURVEY,
    FORM_REPORT,
    FORM_TEST,
};

enum paper { PAPER_80MM, PAPER_A5, PAPER_A4 };

enum { JOB_ID_MOST = 64, JOB_COPY_MOST = 999 };

union content {
    struct ticket ticket;
    struct head head; /* first member of all the others */
    struct receipt receipt;
    struct supplement supplement;
    struct refusal refusal;
    struct apology apology;
    struct stop stop;
    struct control control;
    struct returned returned;
    struct papers_back papers_back;
    struct handover handover;
    struct fee_receipt fee;
    struct report report; /* form 07 too */
    struct test_page test;
};

struct job {
    struct pool pool; /* owned */
    const char *id;   /* NULL when the caller gave none */
    enum form form;
    enum paper paper;
    int copy; /* 1 = the first print */
    bool training;
    bool preview; /* to be looked at, not printed: it says so */
    struct instant created_at;
    union content content;
};

/* The members of a job's JSON as they stand, before they mean anything. */
struct job_fields {
    const char *id, *form, *paper;
    int copy;
    bool training, preview;
    struct moment created_at;
    json_t *content; /* borrowed */
};

/* True when it is for a roll of 80 mm: a ticket, or the test page of its printer. */
static inline bool job_is_on_roll(const struct job *job)
{
    return job->paper == PAPER_80MM;
}

/* Title of a form in Vietnamese, as it stands on paper; static. */
const char *form_title(enum form form);

/*
 * Make a job of its fields and read its content.
 *
 * fields      its texts must be in the pool of `job`
 * form_text   name of a form on the command line, or NULL; must agree with the job's own
 * paper_text  "80mm", "a5" or "a4" of the command line, or NULL: then the job's own, or else the
 *             form's usual paper
 * job         zeroed but for its pool; the caller releases it, also after a failure
 *
 * Returns ERR_OK; ERR_UNKNOWN_FIELD, ERR_MISSING_FIELD, ERR_WRONG_TYPE, ERR_BAD_VALUE with
 * `out_fault` set (a ticket fits 80 mm paper only, and only a ticket and a test page do);
 * ERR_NO_MEMORY.
 */
enum err job_make(struct job *job, const struct job_fields *fields, const char *form_text,
                  const char *paper_text, struct fault *out_fault);

/* Read a whole job, as the commands `render` and `print` take it, from `length` bytes of JSON. */
enum err job_read(struct job *job, const char *json, size_t length, const char *form_text,
                  const char *paper_text, struct fault *out_fault);

/* Free what belongs to the job. */
void job_release(struct job *job);

#endif
