#include "printer/output_ipp.h"

#include <stdio.h>
#include <string.h>

#include "printer/ipp_talk.h"

enum {
    POLL_FAST_MS = 200,
    POLL_FAST = 5,
    POLL_MS = 1000,
    POLLS = 30,
    POLL_SLOW_MS = 5000,
    PAUSED_RETRY_S = 60,
    PENDING_MOST_MS = 120000, /* on an idle printer: the queue has lost the job */
};

enum step {
    STEP_CREATE, /* make the empty job */
    STEP_SEND,   /* it has no document, and the server said go */
    STEP_ASK,    /* what does the printer have? */
    STEP_WATCH,  /* it has the document */
    STEP_OVER,
};

struct submission {
    struct errand *errand;
    const struct bytes *document;
    const char *format;
    struct ipp_talk talk;
    char name[ERRAND_NAME_SIZE];
    int job;
    int polls, pending_ms;
};

static const char *media_of(const struct job *job)
{
    switch (job->paper) {
    case PAPER_80MM:
        return NULL; /* the size of the PDF rules */
    case PAPER_A5:
        return "iso_a5_148x210mm";
    case PAPER_A4:
        return "iso_a4_210x297mm";
    }
    return NULL;
}

static enum step finish(struct submission *submission, const char *reason, const char *message)
{
    errand_attention(submission->errand, reason, message);
    return STEP_OVER;
}

/* How to go on after a wait: `step`, or drop the job because the server says so. */
static enum step go_on(struct submission *submission, enum errand_turn turn, enum step step)
{
    if (turn == ERRAND_GO_ON)
        return step;
    if (turn == ERRAND_CANCELLED) {
        if (submission->job > 0 &&
            (submission->talk.http ||
             ipp_talk_open(&submission->talk, &submission->errand->order->destination)))
            ipp_cancel_job(&submission->talk, submission->job);
        errand_say_cancelled(submission->errand);
    }
    return STEP_OVER;
}

static enum step retry(struct submission *submission, const char *reason, int after_s,
                       enum step step)
{
    ipp_talk_close(&submission->talk);
    return go_on(submission, errand_retry(submission->errand, reason, after_s), step);
}

static bool connected(struct submission *submission)
{
    if (submission->talk.http)
        return true;
    if (ipp_talk_open(&submission->talk, &submission->errand->order->destination))
        return true;
    errand_note(submission->errand, PRINTER_OFFLINE);
    return false;
}

static enum step step_create(struct submission *submission)
{
    enum ipp_answer answer = IPP_ANSWER_OK;

    submission->job = ipp_find_job(&submission->talk, submission->name);
    if (submission->job == 0)
        answer = ipp_create_job(&submission->talk, submission->name,
                                media_of(&submission->errand->order->job), &submission->job);
    switch (answer) {
    case IPP_ANSWER_OK:
        ipp_talk_close(&submission->talk); /* the server's answer may take long */
        return go_on(submission, errand_created(submission->errand, submission->job), STEP_SEND);
    case IPP_ANSWER_NONE: /* an empty job prints nothing: may be repeated */
        return retry(submission, "offline", 0, STEP_CREATE);
    case IPP_ANSWER_BUSY:
        return retry(submission, "busy", 1, STEP_CREATE);
    case IPP_ANSWER_CLOSED:
        return retry(submission, "paused", PAUSED_RETRY_S, STEP_CREATE);
    case IPP_ANSWER_UNKNOWN:
        return finish(submission, "rejected", "Không có hàng đợi hay máy in này");
    case IPP_ANSWER_NO_MORE:
    case IPP_ANSWER_REFUSED:
        return finish(submission, "rejected", "Máy in từ chối nhận lệnh in");
    }
    return STEP_OVER;
}

static enum step step_send(struct submission *submission)
{
    switch (ipp_send_document(&submission->talk, submission->job, submission->document,
                              submission->format)) {
    case IPP_ANSWER_OK:
        errand_sent(submission->errand);
        return STEP_WATCH;
    case IPP_ANSWER_NONE:
    case IPP_ANSWER_BUSY:
    case IPP_ANSWER_CLOSED:
        return retry(submission, "offline", 1, STEP_ASK);
    case IPP_ANSWER_UNKNOWN:
    case IPP_ANSWER_NO_MORE:
        return retry(submission, "busy", 1, STEP_ASK);
    case IPP_ANSWER_REFUSED:
        ipp_cancel_job(&submission->talk, submission->job);
        return finish(submission, "rejected", "Máy in từ chối tài liệu");
    }
    return STEP_OVER;
}

/* Decide from what the printer has; only a job that surely is empty gets its document. R-807. */
static enum step after_asking(struct submission *submission, const struct ipp_job *job)
{
    const struct order *order = submission->errand->order;

    if (strcmp(job->name, submission->name) != 0) /* numbers restart when a printer does */
        return finish(submission, "unconfirmed", "Máy in không còn lệnh in này: hãy xem giấy");
    if (job->incoming)
        return STEP_SEND;
    if (job->state == IPP_JSTATE_CANCELED || job->state == IPP_JSTATE_ABORTED) {
        if (job->documents != 0)
            return finish(submission, "aborted", "Máy in đã hủy lệnh in: hãy xem giấy");
        submission->job = 0;
        return STEP_CREATE;
    }
    if (order->was_sent)
        return STEP_WATCH;
    if (order->destination.kind == DESTINATION_IPP) /* it may have taken half a document */
        return finish(submission, "unconfirmed", "Không rõ máy in đã nhận đủ chưa: hãy xem giấy");
    errand_sent(submission->errand); /* CUPS keeps whole documents only */
    return STEP_WATCH;
}

static enum step step_ask(struct submission *submission)
{
    struct ipp_job job;

    switch (ipp_get_job(&submission->talk, submission->job, &job)) {
    case IPP_ANSWER_OK:
        return after_asking(submission, &job);
    case IPP_ANSWER_UNKNOWN:
    case IPP_ANSWER_NO_MORE:
        return finish(submission, "unconfirmed", "Máy in không còn lệnh in này: hãy xem giấy");
    case IPP_ANSWER_NONE:
    case IPP_ANSWER_BUSY:
    case IPP_ANSWER_CLOSED:
        return retry(submission, "offline", 0, STEP_ASK);
    case IPP_ANSWER_REFUSED:
        return finish(submission, "unconfirmed", "Máy in không cho biết lệnh in: hãy xem giấy");
    }
    return STEP_OVER;
}

static int poll_ms(int polls)
{
    return polls < POLL_FAST ? POLL_FAST_MS : polls < POLL_FAST + POLLS ? POLL_MS : POLL_SLOW_MS;
}

/* The job is not finished: what keeps the printer? */
static enum step look_at_printer(struct submission *submission, const struct ipp_job *job)
{
    struct ipp_printer printer;

    if (ipp_get_printer(&submission->talk, &printer) != IPP_ANSWER_OK)
        return STEP_WATCH;
    if (printer.state == PRINTER_READY)
        errand_release(submission->errand);
    else
        errand_hold(submission->errand, printer.state, NULL);
    if (job->state != IPP_JSTATE_PENDING || !printer.idle)
        submission->pending_ms = 0;
    else
        submission->pending_ms += poll_ms(submission->polls);
    if (submission->pending_ms <= PENDING_MOST_MS)
        return STEP_WATCH;
    ipp_cancel_job(&submission->talk, submission->job);
    return finish(submission, "stuck", "Hàng đợi bỏ quên lệnh in: đã hủy, hãy xem giấy");
}

static enum step watch_job(struct submission *submission, const struct ipp_job *job)
{
    char message[512];

    if (strcmp(job->name, submission->name) != 0)
        return finish(submission, "unconfirmed", "Máy in không còn lệnh in này: hãy xem giấy");
    if (job->state == IPP_JSTATE_COMPLETED) {
        errand_printed(submission->errand, true);
        return STEP_OVER;
    }
    if (job->state == IPP_JSTATE_CANCELED || job->state == IPP_JSTATE_ABORTED) {
        snprintf(message, sizeof message, "Máy in đã hủy lệnh in: hãy xem giấy%s%s%s",
                 job->message[0] ? " (" : "", job->message, job->message[0] ? ")" : "");
        return finish(submission, "aborted", message);
    }
    return submission->polls >= 2 ? look_at_printer(submission, job) : STEP_WATCH;
}

static enum step step_watch(struct submission *submission)
{
    struct ipp_job job;
    enum step step = STEP_WATCH;
    enum ipp_answer answer = ipp_get_job(&submission->talk, submission->job, &job);

    if (answer == IPP_ANSWER_OK)
        step = watch_job(submission, &job);
    else if (answer == IPP_ANSWER_UNKNOWN)
        step = finish(submission, "unconfirmed", "Máy in không còn lệnh in này: hãy xem giấy");
    else
        ipp_talk_close(&submission->talk); /* connect afresh next time */
    if (step != STEP_WATCH)
        return step;
    return go_on(submission, errand_pause(submission->errand, poll_ms(submission->polls++)), step);
}

/* Nobody there. Before the document was sent that is a plain retry, afterwards a wait. */
static enum step without_printer(struct submission *submission, enum step step)
{
    if (step != STEP_WATCH)
        return retry(submission, "offline", 0, step);
    errand_hold(submission->errand, PRINTER_OFFLINE, NULL);
    return go_on(submission, errand_pause(submission->errand, poll_ms(submission->polls++)), step);
}

static enum step take_step(struct submission *submission, enum step step)
{
    if (!connected(submission))
        return without_printer(submission, step);
    switch (step) {
    case STEP_CREATE:
        return step_create(submission);
    case STEP_SEND:
        return step_send(submission);
    case STEP_ASK:
        return step_ask(submission);
    case STEP_WATCH:
        return step_watch(submission);
    case STEP_OVER:
        break;
    }
    return STEP_OVER;
}

void output_ipp(struct errand *errand, const struct bytes *document, const char *format)
{
    struct submission submission = {.errand = errand, .document = document, .format = format};
    enum step step = STEP_CREATE;

    errand_name(errand, submission.name);
    submission.job = errand->order->known_job;
    if (submission.job > 0)
        step = STEP_ASK;
    while (step != STEP_OVER)
        step = take_step(&submission, step);
    ipp_talk_close(&submission.talk);
}

enum printer_state output_ipp_state(const struct destination *destination)
{
    struct ipp_talk talk;
    struct ipp_printer printer = {.state = PRINTER_UNKNOWN};

    if (!ipp_talk_open(&talk, destination))
        return PRINTER_OFFLINE;
    if (ipp_get_printer(&talk, &printer) != IPP_ANSWER_OK)
        printer.state = PRINTER_UNKNOWN;
    ipp_talk_close(&talk);
    return printer.state;
}
