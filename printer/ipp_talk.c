#include "printer/ipp_talk.h"

#include <stdio.h>
#include <string.h>

enum { CONNECT_MS = 3000, ANSWER_S = 5 };

#define USER "motcua"

/* No answer in time: give up the request (without this, libcups waits for ever). */
static int give_up(http_t *http, void *data)
{
    (void)http;
    (void)data;
    return 0;
}

bool ipp_talk_open(struct ipp_talk *talk, const struct destination *destination)
{
    char scheme[32], user[64], host[256];
    int port;
    http_encryption_t encryption = HTTP_ENCRYPTION_IF_REQUESTED;

    *talk = (struct ipp_talk){0};
    if (destination->kind == DESTINATION_IPP) {
        snprintf(talk->uri, sizeof talk->uri, "%s", destination->name);
        if (httpSeparateURI(HTTP_URI_CODING_ALL, talk->uri, scheme, sizeof scheme, user,
                            sizeof user, host, sizeof host, &port, talk->resource,
                            sizeof talk->resource) < HTTP_URI_STATUS_OK)
            return false;
        if (strcmp(scheme, "ipps") == 0)
            encryption = HTTP_ENCRYPTION_ALWAYS;
    } else {
        snprintf(host, sizeof host, "%s", cupsServer());
        port = ippPort();
        encryption = cupsEncryption();
        snprintf(talk->resource, sizeof talk->resource, "/printers/%s", destination->name);
        httpAssembleURIf(HTTP_URI_CODING_ALL, talk->uri, sizeof talk->uri, "ipp", NULL, "localhost",
                         0, "/printers/%s", destination->name);
    }
    talk->http = httpConnect2(host, port, NULL, AF_UNSPEC, encryption, 1, CONNECT_MS, NULL);
    if (talk->http)
        httpSetTimeout(talk->http, ANSWER_S, give_up, NULL);
    return talk->http != NULL;
}

void ipp_talk_close(struct ipp_talk *talk)
{
    if (talk->http)
        httpClose(talk->http);
    talk->http = NULL;
}

/* A request about the printer, or about `job` of it; attributes in the order printers expect. */
static ipp_t *request_of(const struct ipp_talk *talk, ipp_op_t operation, int job)
{
    ipp_t *request = ippNewRequest(operation);

    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, talk->uri);
    if (job > 0)
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, USER);
    return request;
}

/* cupsDoRequest takes the request. */
static ipp_t *ask(struct ipp_talk *talk, ipp_t *request)
{
    return cupsDoRequest(talk->http, request, talk->resource);
}

static enum ipp_answer answer_of(ipp_t *response)
{
    ipp_status_t status = response ? ippGetStatusCode(response) : IPP_STATUS_CUPS_INVALID;

    if (!response)
        return IPP_ANSWER_NONE;
    if (status <= IPP_STATUS_OK_EVENTS_COMPLETE)
        return IPP_ANSWER_OK;
    if (status == IPP_STATUS_ERROR_BUSY || status == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE ||
        status == IPP_STATUS_ERROR_TEMPORARY)
        return IPP_ANSWER_BUSY;
    if (status == IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS)
        return IPP_ANSWER_CLOSED;
    if (status == IPP_STATUS_ERROR_NOT_FOUND)
        return IPP_ANSWER_UNKNOWN;
    if (status == IPP_STATUS_ERROR_NOT_POSSIBLE)
        return IPP_ANSWER_NO_MORE;
    return IPP_ANSWER_REFUSED;
}

static int integer_of(ipp_t *response, const char *name, ipp_tag_t tag, int absent)
{
    ipp_attribute_t *attribute = ippFindAttribute(response, name, tag);

    return attribute ? ippGetInteger(attribute, 0) : absent;
}

static void text_of(ipp_t *response, const char *name, char *out_text, size_t size)
{
    ipp_attribute_t *attribute = ippFindAttribute(response, name, IPP_TAG_ZERO);
    const char *text = attribute ? ippGetString(attribute, 0, NULL) : NULL;

    snprintf(out_text, size, "%s", text ? text : "");
}

/* True when one of the keywords of attribute `name` begins with `keyword`. */
static bool has_keyword(ipp_t *response, const char *name, const char *keyword)
{
    ipp_attribute_t *attribute = ippFindAttribute(response, name, IPP_TAG_ZERO);

    for (int i = 0; attribute && i < ippGetCount(attribute); i++) {
        const char *text = ippGetString(attribute, i, NULL);

        if (text && strncmp(text, keyword, strlen(keyword)) == 0)
            return true;
    }
    return false;
}

/* The number of the job called `name` in an answer to Get-Jobs, 0 when there is none. */
static int job_called(ipp_t *response, const char *name)
{
    int id = 0, found = 0;
    bool matches = false;

    for (ipp_attribute_t *at = ippFirstAttribute(response); at; at = ippNextAttribute(response)) {
        const char *attribute = ippGetName(at);

        if (!attribute) { /* the next job begins; its members come in any order */
            id = 0;
            matches = false;
        } else if (strcmp(attribute, "job-id") == 0) {
            id = ippGetInteger(at, 0);
        } else if (strcmp(attribute, "job-name") == 0) {
            const char *text = ippGetString(at, 0, NULL);

            matches = text && strcmp(text, name) == 0;
        }
        if (matches && id > 0)
            found = id;
    }
    return found;
}

int ipp_find_job(struct ipp_talk *talk, const char *name)
{
    static const char *const wanted[] = {"job-id", "job-name"};
    ipp_t *request = request_of(talk, IPP_OP_GET_JOBS, 0), *response;
    int found;
    struct ipp_job job;

    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", NULL, "not-completed");
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 2, NULL,
                  wanted);
    response = ask(talk, request);
    found = job_called(response, name);
    ippDelete(response);
    if (found > 0 && ipp_get_job(talk, found, &job) == IPP_ANSWER_OK && job.incoming &&
        strcmp(job.name, name) == 0)
        return found;
    return 0;
}

/* Printers refuse media they do not know, so it is asked for only where it is listed. */
static bool has_media(struct ipp_talk *talk, const char *media)
{
    static const char *const wanted[] = {"media-supported"};
    ipp_t *request = request_of(talk, IPP_OP_GET_PRINTER_ATTRIBUTES, 0), *response;
    bool has;

    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", 1, NULL,
                  wanted);
    response = ask(talk, request);
    has = has_keyword(response, "media-supported", media);
    ippDelete(response);
    return has;
}

enum ipp_answer ipp_create_job(struct ipp_talk *talk, const char *name, const char *media,
                               int *out_job)
{
    ipp_t *request = request_of(talk, IPP_OP_CREATE_JOB, 0), *response;
    enum ipp_answer answer;
    int job;

    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, name);
    if (media && has_media(talk, media))
        ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, media);
    response = ask(talk, request);
    answer = answer_of(response);
    job = integer_of(response, "job-id", IPP_TAG_INTEGER, 0);
    ippDelete(response);
    if (answer == IPP_ANSWER_OK && job <= 0)
        return IPP_ANSWER_REFUSED;
    if (answer == IPP_ANSWER_OK)
        *out_job = job;
    return answer;
}

enum ipp_answer ipp_send_document(struct ipp_talk *talk, int job, const struct bytes *document,
                                  const char *format)
{
    ipp_t *request = request_of(talk, IPP_OP_SEND_DOCUMENT, job), *response;
    enum ipp_answer answer;
    http_status_t status;

    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL, format);
    ippAddBoolean(request, IPP_TAG_OPERATION, "last-document", 1);
    status =
        cupsSendRequest(talk->http, request, talk->resource, ippLength(request) + document->length);
    ippDelete(request);
    if (status == HTTP_STATUS_CONTINUE)
        status = cupsWriteRequestData(talk->http, (const char *)document->data, document->length);
    if (status == HTTP_STATUS_SERVICE_UNAVAILABLE)
        return IPP_ANSWER_BUSY;
    if (status != HTTP_STATUS_CONTINUE && status != HTTP_STATUS_OK)
        return IPP_ANSWER_NONE;
    response = cupsGetResponse(talk->http, talk->resource);
    answer = answer_of(response);
    ippDelete(response);
    return answer;
}

enum ipp_answer ipp_get_job(struct ipp_talk *talk, int job, struct ipp_job *out_job)
{
    static const char *const wanted[] = {"job-name", "job-state", "job-state-reasons",
                                         "job-state-message", "number-of-documents"};
    ipp_t *request = request_of(talk, IPP_OP_GET_JOB_ATTRIBUTES, job), *response;
    struct ipp_job got;
    enum ipp_answer answer;

    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  sizeof wanted / sizeof wanted[0], NULL, wanted);
    response = ask(talk, request);
    answer = answer_of(response);
    got.state = (ipp_jstate_t)integer_of(response, "job-state", IPP_TAG_ENUM, IPP_JSTATE_PENDING);
    got.documents = integer_of(response, "number-of-documents", IPP_TAG_INTEGER, -1);
    got.incoming =
        got.state <= IPP_JSTATE_HELD &&
        (has_keyword(response, "job-state-reasons", "job-incoming") ||
         has_keyword(response, "job-state-reasons", "job-data-insufficient") || got.documents == 0);
    text_of(response, "job-name", got.name, sizeof got.name);
    text_of(response, "job-state-message", got.message, sizeof got.message);
    ippDelete(response);
    if (answer == IPP_ANSWER_OK)
        *out_job = got;
    return answer;
}

void ipp_cancel_job(struct ipp_talk *talk, int job)
{
    ippDelete(ask(talk, request_of(talk, IPP_OP_CANCEL_JOB, job)));
}

static enum printer_state state_of(ipp_t *response, const char *message)
{
    const char *reasons = "printer-state-reasons";
    int state = integer_of(response, "printer-state", IPP_TAG_ENUM, IPP_PSTATE_IDLE);

    if (has_keyword(response, reasons, "media-empty") ||
        has_keyword(response, reasons, "media-needed"))
        return PRINTER_OUT_OF_PAPER;
    if (has_keyword(response, reasons, "offline") ||
        has_keyword(response, reasons, "connecting-to-device") ||
        strstr(message, "may not exist or is unavailable") || strstr(message, "not responding"))
        return PRINTER_OFFLINE;
    if (state == IPP_PSTATE_STOPPED || has_keyword(response, reasons, "paused"))
        return PRINTER_PAUSED;
    return PRINTER_READY;
}

enum ipp_answer ipp_get_printer(struct ipp_talk *talk, struct ipp_printer *out_printer)
{
    static const char *const wanted[] = {"printer-state", "printer-state-reasons",
                                         "printer-state-message"};
    ipp_t *request = request_of(talk, IPP_OP_GET_PRINTER_ATTRIBUTES, 0), *response;
    struct ipp_printer got;
    enum ipp_answer answer;

    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  sizeof wanted / sizeof wanted[0], NULL, wanted);
    response = ask(talk, request);
    answer = answer_of(response);
    text_of(response, "printer-state-message", got.message, sizeof got.message);
    got.state = state_of(response, got.message);
    got.idle = integer_of(response, "printer-state", IPP_TAG_ENUM, 0) == IPP_PSTATE_IDLE;
    ippDelete(response);
    if (answer == IPP_ANSWER_OK)
        *out_printer = got;
    return answer;
}
