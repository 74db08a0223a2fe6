/*
 * A calendar as it is stored and exchanged: the JSON text, the domain calendar built from it, and
 * the names and decrees that explain its days.
 *
 * Runs on any thread; a loaded document is never changed, so threads may share it. Format: the one
 * of sample/holidays.json (working-time.md 2); R-010..R-016.
 */
#ifndef USECASE_CALENDAR_DOCUMENT_H
#define USECASE_CALENDAR_DOCUMENT_H

#include "domain/calendar.h"

struct calendar_document;
struct json_t; /* jansson's */

enum { CALENDAR_DOCUMENT_MAX = 16 * 1024 * 1024, CALENDAR_MESSAGE_SIZE = 256 };

/* What a row says of itself; texts are borrowed from the document, never NULL, "" when unsaid. */
struct calendar_note {
    const char *name;   /* name_vi, name or reason */
    const char *decree; /* decree or source */
    const char *status; /* official, proposed, ... */
};

/*
 * Read a calendar document.
 *
 * json          borrowed, `length` bytes of UTF-8 (a byte-order mark is skipped), at most
 *               CALENDAR_DOCUMENT_MAX
 * out_document  set on success only; owned by the caller: calendar_document_free
 * message       on failure: what is wrong and where, or the date that contradicts itself
 *
 * Returns ERR_OK, ERR_CALENDAR_MALFORMED, ERR_CALENDAR_CONTRADICTION, ERR_NO_MEMORY. Rules R-012,
 *
 */
enum err calendar_document_load(const char *json, size_t length,
                                struct calendar_document **out_document, char *message,
                                size_t message_size);

void calendar_document_free(struct calendar_document *document);

/* The calendar; borrowed, lives as long as the document. */
const struct calendar *calendar_document_calendar(const struct calendar_document *document);

/* meta.title, and meta.version or else meta.compiled; "" when unsaid. */
const char *calendar_document_title(const struct calendar_document *document);
const char *calendar_document_version(const struct calendar_document *document);
/* meta.decree, "" when unsaid: the decision that the whole calendar rests on. */
const char *calendar_document_decree(const struct calendar_document *document);
/* The whole document as it was read; borrowed, never to be changed. */
const struct json_t *calendar_document_json(const struct calendar_document *document);

/* What the first row of days_off, compensatory_working_days or partial_days_off says of a date (and
 * second of the day); false when there is none. */
bool calendar_document_day_off(const struct calendar_document *document, struct date date,
                               struct calendar_note *out_note);
bool calendar_document_make_up(const struct calendar_document *document, struct date date,
                               struct calendar_note *out_note);
bool calendar_document_partial(const struct calendar_document *document, struct date date,
                               int32_t second, struct calendar_note *out_note);

#endif
