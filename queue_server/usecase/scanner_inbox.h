/*
 * The scans that an office scanner wrote into the watched folder: recorded, listed, given to a
 * paper of a dossier exactly once, or discarded with a reason.
 *
 * Names are only shown; the log has ids, types, sizes and a salted digest. Rules R-562..R-566.
 */
#ifndef USECASE_SCANNER_INBOX_H
#define USECASE_SCANNER_INBOX_H

#include "store/inbox_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* Is a folder watched? Names are sent. */
#define SCANNER_WATCH_MAP(X)                                                                       \
    X(OFF, off) /* the server was started without one */                                           \
    X(WATCHED, watched)                                                                            \
    X(UNREACHABLE, unreachable) /* it is not there, or cannot be read or cleared */

enum scanner_watch {
#define X(upper, lower) SCANNER_##upper,
    SCANNER_WATCH_MAP(X)
#undef X
};

/* A file of the scanner is recorded; writer thread, by the system. */
struct receive_scan {
    struct command command;

    /* Input. */
    char name[SCANNER_LABEL_SIZE];
    int64_t written_ns, bytes;
    enum scanner_refusal refusal; /* SCANNER_TAKEN: `file` and `type` are set */
    struct scan_file *file;       /* finished; borrowed */
    enum scan_type type;

    /* Output. */
    int64_t id;
    bool known; /* it was recorded before: nothing is written */
};

/* ERR_OK; ERR_FILE, ERR_DISK_FULL, ERR_STORE. Rules. */
enum err receive_scan_run(struct store_tx *tx, struct command *command);

/* How the folder stands. Who watches it knows; this is there for who may ask. Reader thread. */
struct read_scanner_folder {
    struct command command;
    enum scanner_watch watch; /* for the answer */
};

/* ERR_OK. */
enum err read_scanner_folder_run(struct store_tx *tx, struct command *command);

/* What waits, newest first. Reader thread. */
struct read_inbox {
    struct command command;

    /* Input. */
    int64_t before; /* id; INT64_MAX for the newest */
    int limit;

    /* Output. */
    struct text items;         /* JSON parted by commas; owned by the caller, after a failure too */
    char next[TICKET_ID_SIZE]; /* cursor of the next page, "" for none */

    /* Scratch. */
    int count;
    int64_t last;
};

/* ERR_OK, ERR_NO_MEMORY, ERR_STORE. */
enum err read_inbox_run(struct store_tx *tx, struct command *command);

/* The bytes of one that waits. Reader thread. */
struct read_inbox_file {
    struct command command;

    /* Input. */
    int64_t id;
    const struct scan_store *store; /* borrowed */

    /* Output. */
    struct inbox_scan scan;
    struct text bytes; /* owned by the caller */
};

/* ERR_OK; ERR_NOT_FOUND (none, or refused), ERR_SCAN_ASSIGNED, ERR_SCAN_REMOVED, ERR_FILE,
 * ERR_NO_MEMORY. */
enum err read_inbox_file_run(struct store_tx *tx, struct command *command);

/* One is given to a paper of a dossier. Writer thread. */
struct assign_scan {
    struct command command;

    /* Input. */
    int64_t dossier;
    int paper; /* position in its list; SCAN_PAPER_RESULT */
    int64_t scan;

    /* Output. */
    struct scan_record record;
};

/*
 * As attach_scan_run(): ERR_OK; ERR_NOT_FOUND (the dossier, or no such scan), ERR_FORBIDDEN,
 * ERR_STATE_FORBIDS, ERR_UNKNOWN_PAPER, ERR_LIMIT_REACHED; ERR_SCAN_ASSIGNED (somebody was
 * earlier), ERR_SCAN_REMOVED (it was discarded).
 */
enum err assign_scan_run(struct store_tx *tx, struct command *command);

/* One belongs to nobody, or what was refused was seen to. Writer thread. */
struct discard_scan {
    struct command command;

    /* Input. */
    int64_t id;
    char reason[SCAN_REASON_SIZE];

    /* Output. */
    struct inbox_scan scan;
};

/* ERR_OK, ERR_NOT_FOUND, ERR_FIELDS, ERR_REASON_MISSING, ERR_SCAN_ASSIGNED, ERR_SCAN_REMOVED. */
enum err discard_scan_run(struct store_tx *tx, struct command *command);

/* Write one as an element of an array (key NULL) or the whole answer. */
void inbox_scan_view(struct text *text, const struct inbox_scan *scan);
/* What the log has of its bytes and its name. */
void inbox_scan_digest(const struct inbox_scan *scan, uint8_t out_digest[DIGEST_SIZE]);

#endif
