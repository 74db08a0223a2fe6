/*
 * One call of the HTTP API, from its request to its reply. Loop thread only.
 *
 * http/router.c makes a call of a request, finds its route and hands it to the route's handler. A
 * handler reads the input, fills a use case and submits it; the reply comes when the use case is
 * done. Nothing is decided here.
 *
 *     route->handler(call)     returns ERR_OK when it has replied or submitted a command that will;
 *                              else the refusal, which the router turns into a problem
 *     api_done(command)        the done() of every command of the API: reply, free
 *
 * A client that leaves does not stop its command: the call lives until the reply, which is dropped.
 */
#ifndef API_CALL_H
#define API_CALL_H

#include <jansson.h>

#include "store/scan_store.h"
#include "usecase/command.h"
#include "usecase/directory.h"

struct api;
struct api_call;

typedef enum err (*api_handler_fn)(struct api_call *call);

enum { API_PATH_PARAMETERS_MAX = 2, API_PARAMETER_SIZE = 128, API_PEER_SIZE = 64 };

/* What a route asks of a call before its handler sees it. */
enum route_flags {
    ROUTE_PUBLIC = 1,      /* no session or device token; limited rate */
    ROUTE_KEYED = 2,       /* takes an Idempotency-Key */
    ROUTE_BODY = 4,        /* must have a JSON body */
    ROUTE_MAY_BODY = 8,    /* may have one; none stands for {} */
    ROUTE_VERSIONED = 16,  /* takes If-Match (or After-Key) */
    ROUTE_UNBOUND = 32,    /* an event stream: the reply does not end the call */
    ROUTE_PAGE = 256,      /* a page of citizens: lenient address, a form as its body */
    ROUTE_NOTICED = 128,   /* public, but somebody who is signed in is noticed */
    ROUTE_FILE = 512,      /* its body is a scan: received to a file */
    ROUTE_TABLE = 1024,    /* ... or rather a table: CSV, XLSX */
    ROUTE_DOCUMENT = 2048, /* ... or a JSON document that is larger than a body may be */
    ROUTE_UNLIMITED = 64   /* asked by machines that watch: never 429 */
};

struct api_route {
    const char *method;
    const char *path; /* below /api/v1; "{}" stands for one parameter */
    enum permission permission;
    unsigned flags;
    const char *query; /* names it knows, parted by commas; "" for none */
    api_handler_fn handler;
};

struct api_call {
    struct api *api;
    const struct api_route *route;
    struct actor actor;
    enum language language;
    char parameter[API_PATH_PARAMETERS_MAX][API_PARAMETER_SIZE];
    char key[COMMAND_KEY_MAX + 1];
    uint8_t digest[DIGEST_SIZE];
    int64_t if_match;                    /* 0: none */
    char after_key[COMMAND_KEY_MAX + 1]; /* "": none */
    char seat[SEAT_SIZE];                /* Counter-Seat; "": none */
    char token[API_PARAMETER_SIZE];      /* that the request was signed in with; "" for none */
    const char *screen; /* "kiosk" or "board": signed in by that device's cookie; NULL else */
    char peer[API_PEER_SIZE];
    bool secure;                 /* the client came by TLS */
    json_t *body;                /* an object; NULL when there is none */
    struct scan_file *file;      /* received, of a route that takes one; NULL else */
    enum scan_declared declared; /* what the request says that it is */
    enum scan_type declared_type;
    json_t *queries; /* object of strings */
    char last_event_id[32];
    struct refusal_facts facts; /* of a refusal that a handler returns */

    /* Of the adaptor to HTTP. */
    void *connection; /* NULL once the client is gone */
    void (*reply)(struct api_call *call, int status, const char *headers, const char *body,
                  size_t length);
    void *upload; /* that `file` is of; NULL: none */
    void (*free_upload)(void *upload);
};

/* What stands before a cookie's name when it came, or goes, over TLS: a browser takes such a cookie
 * from this very host by TLS only, and keeps it apart from the one of plain HTTP. */
#define COOKIE_SECURE_PREFIX "__Host-"

/*
 * Add the Set-Cookie line of a cookie that scripts and other sites never see; over TLS it is secure
 * and bears the prefix.
 *
 * name     "motcua_session", ...; without the prefix
 * value    "" with `seconds` 0 forgets it
 */
void api_set_cookie(struct text *headers, const struct api_call *call, const char *name,
                    const char *value, int seconds);

/* The centre that the API speaks for (api.h). */
struct office *api_office(struct api *api);

/* A query parameter, or NULL. */
const char *api_query(const struct api_call *call, const char *name);
/* Copy a query parameter; `out` is untouched when there is none. False when it does not fit, so
 * that nothing can have that value. */
bool api_query_copy(const struct api_call *call, const char *name, char *out, size_t size);
/* ?dry_run=true|false, false when it is left out. ERR_OK, ERR_BAD_PARAMETER. */
enum err api_query_dry_run(const struct api_call *call, bool *out_dry_run);
/* A device but a board is bound to its site: ERR_FORBIDDEN when `site` ("" or NULL: none) is
 * another. R-906. */
enum err api_site_allowed(const struct api_call *call, const char *site);

/* Reply with JSON. The call is freed. */
void api_reply_json(struct api_call *call, int status, const char *headers,
                    const struct text *body);
/* Reply 200 with `bytes` (borrowed) of a media type. The call is freed. */
void api_reply_media(struct api_call *call, const char *media_type, const struct text *bytes);
/* Reply with the problem of `err` and call->facts. The call is freed. */
void api_reply_problem(struct api_call *call, enum err err);
void api_call_free(struct api_call *call);

/*
 * Make a use case of `size` bytes whose first member is a struct command, in the call's name.
 *
 * run     the use case
 * answer  fills command->answer after success; refusals are filled by the API itself
 *
 * Returns NULL without memory.
 */
void *api_command(struct api_call *call, size_t size, command_run_fn run,
                  void (*answer)(struct command *command));
/* Free a use case that will not be submitted. */
void api_discard(void *use_case);
/* Submit it to the writer or a reader; when that is refused it is freed. ERR_OK or ERR_CLOSED. */
enum err api_submit(void *use_case);
enum err api_read(void *use_case);
/* The same for a use case whose inputs were read with the outcome `inputs`: unless that is ERR_OK
 * it is freed and the outcome returned. */
enum err api_read_with(void *use_case, enum err inputs);
/* Called with the result of every command before the reply, on the loop: for what the loop keeps
 * in memory. */
void api_after(void *use_case, void (*after)(struct command *command));

/* After success `take` answers the call, instead of the command: it has call and command->answer
 * (borrowed), and sees to it that the call gets its reply, now or later. */
void api_take(void *use_case, void (*take)(struct command *command, struct api_call *call));

/* The call of a command. */
struct api_call *api_call_of(const struct command *command);

/* Begin a successful answer with `status`; write JSON to the returned text. */
struct text *api_answer(struct command *command, int status);
/* Answer successfully with `text`, which is taken over and empty afterwards. */
void api_answer_take(struct command *command, int status, struct text *text);
/* Say that the successful answer is of this media type instead of JSON; static. */
void api_answer_media(struct command *command, const char *media_type);
/* Add the header ETag: "version". */
void api_answer_etag(struct command *command, int64_t version);

#endif
