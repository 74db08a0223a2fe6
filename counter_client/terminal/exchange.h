/*
 * One request after another, each waited for: what one-shot commands need. Loop thread only.
 */
#ifndef TERMINAL_EXCHANGE_H
#define TERMINAL_EXCHANGE_H

#include "base/text.h"
#include "counter_client/terminal/http.h"

struct exchange {
    uv_loop_t loop;
    struct http *http;
    const char *token; /* borrowed; NULL: none */
    enum language language;
};

/* An answer that outlives its call. */
struct reply {
    int status; /* 0: unreachable, `fault` says why */
    char fault[HTTP_FAULT_SIZE];
    char etag[HTTP_TAG_SIZE];
    json_t *json;     /* owned; NULL: none */
    struct text body; /* owned */
};

/* Returns ERR_OK, ERR_NO_MEMORY. `server` and `token` are borrowed until exchange_close. */
enum err exchange_open(struct exchange *exchange, const char *server, const char *token,
                       enum language language);
void exchange_close(struct exchange *exchange);

/*
 * Send a request and wait for its answer. Token, language and attempts are filled in.
 *
 * out_reply  set in any case; release it with reply_release
 */
void exchange_ask(struct exchange *exchange, const struct http_request *request,
                  struct reply *out_reply);

/* A GET; as exchange_ask. */
void exchange_get(struct exchange *exchange, const char *path, struct reply *out_reply);

static inline bool reply_ok(const struct reply *reply)
{
    return reply->status >= 200 && reply->status < 300;
}

void reply_release(struct reply *reply);

#endif
