/*
 * The API of one centre: what its handlers share. Loop thread only.
 */
#ifndef API_API_H
#define API_API_H

#include "api/backups.h"
#include "api/call.h"
#include "api/estimates.h"
#include "api/password_hasher.h"
#include "api/throttle.h"
#include "store/folder.h"
#include "store/scan_store.h"
#include "usecase/scanner_inbox.h"

struct api {
    struct office office;
    struct directory directory;
    struct password_hasher *hasher;
    struct estimates *estimates;
    struct backups *backups;
    struct throttle sign_ins;      /* by account; a success fills it again */
    struct throttle sign_in_peers; /* by address */
    struct throttle pairing_peers; /* tries of pairing codes, by address */
    struct throttle pairing_all;   /* ... of all addresses together */
    struct throttle check_ins;     /* codes of receipts, by who asks: against guessing */
    struct throttle public_uses;   /* public look-ups, by address */
    struct throttle wrong_links;   /* links that opened nothing, by address */
    struct throttle changes;       /* requests of one actor */
    /* Of the live part: opens an event stream for a call, which it takes over. */
    enum err (*open_stream)(struct api_call *call, void *data);
    /* Of the print feed; all NULL or "" when there is none. */
    void (*print_wanted)(void *data);            /* the outbox may have new work */
    void (*page_wanted)(int64_t id, void *data); /* this job's page is not there */
    void *print_data;
    /* Of the print preview: makes a picture of a job (JSON, borrowed) and answers the call, which
     * it takes over. NULL when there is none. */
    void (*preview)(struct api_call *call, const char *job, size_t length, void *data);
    /* Looks for the printers that the machine knows, and answers the call. NULL likewise. */
    void (*search_printers)(struct api_call *call, void *data);
    void *preview_data;
    char pages[FOLDER_PATH_SIZE];   /* folder of the pages */
    const struct scan_store *scans; /* borrowed; NULL: no scans are kept */
    enum scanner_watch scanner;     /* how the scanner's folder stands */
    /* Writes the figures of the HTTP layer and of the live part, for /metrics. */
    void (*add_metrics)(struct text *text, void *data);
    void *metrics_data;
    void *live_data;
    /* Ends the streams that were opened with this token (its digest). */
    void (*end_streams)(const uint8_t token[DIGEST_SIZE], void *data);
};

/* Begin with full buckets: how often somebody may try or ask. Rule R-703. */
void api_limits_init(struct api *api);

/* All routes; `out_count` of them. */
const struct api_route *api_routes(size_t *out_count);

/* Read the accounts, devices and sessions again, after a change of them. */
void api_reload_directory(struct api *api);

/* An account was stored by `save`: the directory knows it from now on, and the event streams of its
 * sessions end when what it may do has changed; they come back with the new rights, or not at all.
 * Rule R-707. */
struct save_account;
void api_account_saved(struct api *api, const struct save_account *save);

/* Add the header that gives a screen its device's token: HttpOnly, so that no script reads it, and
 * sent to this server's own pages only. `kind` is kiosk or board. Rule R-901. */
void device_cookie_header(struct text *headers, const struct api_call *call, const char *kind,
                          const char *token);

/* For api_after(): tell the print feed that the command, if it went well, has put a sheet into the
 * outbox. */
void api_after_print(struct command *command);

/*
 * For what a secret link opens: call api_link_allowed() before it is looked at (ERR_OK or
 * ERR_TOO_MANY), api_link_tried() with the outcome. Rule R-972.
 */
enum err api_link_allowed(struct api_call *call);
void api_link_tried(struct api_call *call, enum err outcome);

/* ---- lists ----------------------------------------------------------------------------------- */

enum { LIST_LIMIT_DEFAULT = 50, LIST_LIMIT_MAX = 500, CURSOR_SIZE = 128 };

/* Read ?limit= and ?after= of a list whose cursor is an id with a letter ("t12"). ERR_OK,
 * ERR_BAD_PARAMETER, ERR_BAD_CURSOR. */
enum err api_list_ids(const struct api_call *call, char letter, int *out_limit, int64_t *out_after);
/* The same for a list whose cursor is a code; "" for the first page. */
enum err api_list_codes(const struct api_call *call, int *out_limit, char out_after[CURSOR_SIZE]);
/* A list of `total` codes that are in memory, in order: gives the range [from, to) of the page.
 * `code_at` tells the code of an index. */
struct api_page {
    int from, to;
    bool more;
};
struct api_page api_page_of(int total, int limit, const char *after,
                            const char *(*code_at)(int index, const void *data), const void *data);
/* Close {"items": [...], "next": ...}; `next` NULL for the last page. */
void api_list_end(struct text *body, const char *next);
/* Answer 200 with a whole list. `items` are its elements, parted by commas, borrowed; `next` "" or
 * NULL for the last page. */
void api_list_answer(struct command *command, const struct text *items, const char *next);

#endif
