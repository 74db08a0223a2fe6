#include "counter_client/terminal/exchange.h"

#include <stdio.h>
#include <string.h>

struct waiting {
    struct reply *reply;
    bool answered;
};

enum err exchange_open(struct exchange *exchange, const char *server, const char *token,
                       enum language language)
{
    enum err err;

    exchange->token = token;
    exchange->language = language;
    if (uv_loop_init(&exchange->loop) != 0)
        return ERR_NO_MEMORY;
    err = http_open(&exchange->loop, server, &exchange->http);
    if (err != ERR_OK)
        uv_loop_close(&exchange->loop);
    return err;
}

void exchange_close(struct exchange *exchange)
{
    http_close(exchange->http);
    uv_run(&exchange->loop, UV_RUN_DEFAULT);
    uv_loop_close(&exchange->loop);
}

static void on_answer(const struct http_answer *answer, void *data)
{
    struct waiting *waiting = data;
    struct reply *reply = waiting->reply;

    reply->status = answer->status;
    memcpy(reply->fault, answer->fault, sizeof reply->fault);
    memcpy(reply->etag, answer->etag, sizeof reply->etag);
    reply->json = json_incref(answer->json);
    text_add_bytes(&reply->body, answer->body, answer->length);
    waiting->answered = true;
}

void exchange_ask(struct exchange *exchange, const struct http_request *request,
                  struct reply *out_reply)
{
    struct waiting waiting = {.reply = out_reply};
    struct http_request filled = *request;

    *out_reply = (struct reply){0};
    filled.token = exchange->token;
    filled.language = exchange->language;
    filled.attempts = HTTP_ATTEMPTS;
    if (http_send(exchange->http, &filled, on_answer, &waiting, NULL) != ERR_OK) {
        snprintf(out_reply->fault, sizeof out_reply->fault, "%s",
                 err_text(ERR_NO_MEMORY, exchange->language));
        return;
    }
    while (!waiting.answered)
        uv_run(&exchange->loop, UV_RUN_ONCE);
}

void exchange_get(struct exchange *exchange, const char *path, struct reply *out_reply)
{
    struct http_request request = {.method = "GET", .path = path};

    exchange_ask(exchange, &request, out_reply);
}

void reply_release(struct reply *reply)
{
    json_decref(reply->json);
    text_release(&reply->body);
}
