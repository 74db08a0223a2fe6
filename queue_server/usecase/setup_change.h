/*
 * What every change of the set-up has in common: the version it rests on, the event that tells of
 * it, and the new catalogue that is in force once it is committed. Writer thread, but for the last
 * two functions. Rules.
 *
 *     run     setup_change_begin()    the rows as they are: there or not, of the version seen?
 *             (the part's own rules, its rows)
 *             setup_change_end()      next version, event, new catalogue; nobody is left waiting
 *     done    setup_change_take()     loop thread: the new catalogue is in force
 *
 * The catalogue is read again inside the transaction, so that two changes of one group commit see
 * each other, and no command is ever run with half of a change.
 */
#ifndef USECASE_SETUP_CHANGE_H
#define USECASE_SETUP_CHANGE_H

#include "usecase/command.h"
#include "usecase/setup_view.h"

struct setup_change {
    struct command command; /* first */

    /* Input. */
    enum setup_part part;
    char code[SETUP_CODE_SIZE];
    bool is_new;
    int64_t expected_version; /* of a change; 0: none was said, which is refused */

    /* Between begin and end. */
    struct catalogue *before; /* the set-up as the rows hold it; owned */
    int index;                /* of the part in it; QUEUE_NONE for a new one */

    /* Output, valid when the outcome is ERR_OK. */
    struct setup_stamp stamp;
    struct catalogue *after; /* owned, until setup_change_take() */
};

/*
 * Load the set-up and see whether the change may be made.
 *
 * Returns ERR_OK; ERR_DUPLICATE (new, and the code is there, in use or retired), ERR_LIMIT_REACHED
 * (new), ERR_FIELDS (new: the code is not one), ERR_NOT_FOUND, ERR_VERSION_REQUIRED,
 * ERR_VERSION_CONFLICT (with the name of who changed it, and the part as it is now), ERR_NO_MEMORY,
 * ERR_STORE.
 */
enum err setup_change_begin(struct store_tx *tx, struct setup_change *change);

/*
 * Bring a name into the form in which it is stored: in place, `size` bytes. ERR_OK, or
 * ERR_FIELDS with a fault at `pointer` (an empty text, or characters that are not allowed).
 */
enum err setup_change_clean(struct setup_change *change, const char *pointer, char *text,
                            size_t size);

/* The same for "/name", of SETUP_NAME_SIZE bytes, and a second text, which may be empty. */
enum err setup_change_clean_two(struct setup_change *change, char name[SETUP_NAME_SIZE],
                                const char *pointer, char *text, size_t size);

/*
 * The rows are changed: count the version, tell it (kind `printer_changed` for a printer, else
 * `setup_changed`), load the new set-up.
 *
 * Returns ERR_OK; ERR_TICKETS_WAITING with the service, when people wait for one that a counter of
 * their site served before and none serves now; ERR_NO_MEMORY, ERR_STORE.
 */
enum err setup_change_end(struct store_tx *tx, struct setup_change *change);

/*
 * Does a change rest on the version that is stored? Tells in the command's facts who made that one
 * and when; what stands there now is the caller's to add.
 *
 * expected_version  0: none was said
 *
 * ERR_OK, ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT. Rule R-980.
 */
enum err setup_change_check(struct store_tx *tx, struct command *command, int64_t expected_version,
                            const struct setup_stamp *stamp);

/* The name of the person behind an account, for a conflict; the code when it has none. */
void setup_change_person(struct store_tx *tx, const char *account, char out_name[PERSON_NAME_SIZE]);

/* Write the part as it is now; any thread, after the end and before setup_change_take(). */
void setup_change_view(struct text *text, const struct setup_change *change);

/* Loop thread: put the new set-up in force when the command was done, and free what it holds. */
void setup_change_take(struct setup_change *change);

#endif
