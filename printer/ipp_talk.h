/*
 * The IPP requests that printing needs, to a printer or to a queue of CUPS.
 *
 * Blocks, at most a few seconds for each request; for worker threads: libcups keeps its settings by
 * thread. Plain requests rather than the destination API, so that printer and queue are one code
 * and the job's number is known before its document is sent (printing 4.2).
 */
#ifndef PRINTER_IPP_TALK_H
#define PRINTER_IPP_TALK_H

#include <cups/cups.h>
#include <stdbool.h>

#include "printer/bytes.h"
#include "printer/destination.h"
#include "printer/events.h"

struct ipp_talk {
    http_t *http; /* owned */
    char uri[HTTP_MAX_URI];
    char resource[HTTP_MAX_URI];
};

enum ipp_answer {
    IPP_ANSWER_OK,
    IPP_ANSWER_NONE,    /* no answer, or 5xx from the web server: unknown what happened */
    IPP_ANSWER_BUSY,    /* later */
    IPP_ANSWER_CLOSED,  /* the queue takes no jobs now */
    IPP_ANSWER_UNKNOWN, /* the printer does not know the job */
    IPP_ANSWER_NO_MORE, /* the job can take no document any more */
    IPP_ANSWER_REFUSED,
};

struct ipp_job {
    ipp_jstate_t state;
    bool incoming; /* waits for its document */
    int documents; /* -1 = the printer does not say */
    char name[256];
    char message[256];
};

struct ipp_printer {
    enum printer_state state;
    bool idle;
    char message[256];
};

/* Connect. Returns false when there is nobody; then surely nothing was sent. */
bool ipp_talk_open(struct ipp_talk *talk, const struct destination *destination);
void ipp_talk_close(struct ipp_talk *talk);

/*
 * Find a waiting, still empty job called `name`: one made by an earlier run that could not tell.
 * Returns its number, 0 when there is none.
 */
int ipp_find_job(struct ipp_talk *talk, const char *name);

/* Make an empty job. media: IPP name to ask for if the printer has it, or NULL. */
enum ipp_answer ipp_create_job(struct ipp_talk *talk, const char *name, const char *media,
                               int *out_job);

/* Send the document of `job` in one call. */
enum ipp_answer ipp_send_document(struct ipp_talk *talk, int job, const struct bytes *document,
                                  const char *format);

/* State of `job`. */
enum ipp_answer ipp_get_job(struct ipp_talk *talk, int job, struct ipp_job *out_job);

/* Ask the printer to drop `job`; it may be too late. */
void ipp_cancel_job(struct ipp_talk *talk, int job);

/* State of the printer itself. */
enum ipp_answer ipp_get_printer(struct ipp_talk *talk, struct ipp_printer *out_printer);

#endif
