/* A ticket as JSON: in the log, on the event stream and in answers. Pure but for memory. */
#ifndef USECASE_TICKET_VIEW_H
#define USECASE_TICKET_VIEW_H

#include "base/text.h"
#include "domain/wait_estimate.h"
#include "store/ticket_rows.h"

/* What people are told about their wait; computed off the writer, so it has an age. */
struct wait_range {
    bool known;
    enum wait_unknown why;               /* when not known */
    int32_t low_s, high_s;               /* calibrated */
    int32_t played_low_s, played_high_s; /* 10th and 90th percentile of the plays */
    int32_t ahead;                       /* tickets that will probably be called before */
    struct instant as_of;
};

/*
 * Write the ticket under `key`.
 *
 * wait        NULL: unknown
 * with_token  for its issuer only: the secret of the citizen's link
 */
void ticket_view(struct text *text, const char *key, const struct ticket_record *record,
                 const struct queue_rules *rules, const struct wait_range *wait, bool with_token);

/* The same for a device in a hall: without the class and the dossier of the ticket. */
void ticket_view_in_hall(struct text *text, const char *key, const struct ticket_record *record,
                         const struct queue_rules *rules, const struct wait_range *wait);

/*
 * "wait_estimate": {"low_s", "high_s", "as_of"}; or null, and "wait_unknown" says why.
 * wait NULL: nobody asked, and it is null without a reason.
 */
void wait_view(struct text *text, const struct wait_range *wait);

enum { TICKET_ID_SIZE = 24 };

/* "t12"; "d", "p" likewise for other things. */
void opaque_id(char letter, int64_t id, char out_text[TICKET_ID_SIZE]);
/* Read it back; 0 when it is not one. */
int64_t opaque_id_parse(char letter, const char *text);

#endif
