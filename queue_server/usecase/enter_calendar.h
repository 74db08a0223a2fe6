/*
 * A working calendar is entered: the next version, in force at once. Writer thread.
 *
 * Versions are never changed; who entered one, when, how and by what decree stays with it. However
 * it comes - imported, amended, drafted by rule, confirmed - it is entered here. Rules R-283,
 *
 */
#ifndef USECASE_ENTER_CALENDAR_H
#define USECASE_ENTER_CALENDAR_H

#include "usecase/calendar_document.h"
#include "usecase/follow_calendar.h"

/* Told in the event; the words stand in enter_calendar.c. */
enum calendar_how { CALENDAR_IMPORTED, CALENDAR_AMENDED, CALENDAR_DRAFTED, CALENDAR_CONFIRMED };

struct entered_calendar {
    int64_t version;                 /* in force now */
    bool changed;                    /* false: the document was in force already */
    struct calendar_apply_row apply; /* how far the open dossiers followed; changed only */
};

/*
 * Store a sound document as the next version, with the event `calendar_imported`, and let the first
 * open dossiers follow. The document of the version in force, whatever its blanks and the order of
 * its keys, changes nothing.
 *
 * json    borrowed, `length` bytes: the text that `document` was read from
 * decree  that it rests on; "": as the document says
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE.
 */
enum err enter_calendar(struct store_tx *tx, struct command *command,
                        const struct calendar_document *document, const char *json, size_t length,
                        const char *decree, enum calendar_how how,
                        struct entered_calendar *out_entered);

/* The same for a document that was made here; in the text that `root` is written as.
 * ERR_CALENDAR_MALFORMED or ERR_CALENDAR_CONTRADICTION when it is no sound one. */
enum err enter_calendar_made(struct store_tx *tx, struct command *command, const json_t *root,
                             enum calendar_how how, struct entered_calendar *out_entered);

/* SHA-256 of a document that blanks and the order of keys do not change. ERR_OK, ERR_NO_MEMORY. */
enum err calendar_document_digest(const struct calendar_document *document,
                                  uint8_t out_digest[DIGEST_SIZE]);

#endif
