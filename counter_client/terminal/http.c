#include "counter_client/terminal/http.h"

#include "base/text.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { ALLOWED_EVENTS = UV_READABLE | UV_WRITABLE };

struct http {
    uv_loop_t *loop;
    CURLM *multi;
    uv_timer_t timer; /* curl's own timeouts */
    char *base;       /* server and /api/v1 */
    struct http_call *calls;
    bool closing;
};

struct http_call {
    struct http *http;
    struct http_call *next, **link; /* in http->calls */
    CURL *easy;
    struct curl_slist *headers;
    struct text body;
    uv_timer_t start;
    int attempts_left;
    int delay_ms;
    bool streamed; /* a byte was given away: never sent again */
    http_bytes *bytes;
    http_done *done;
    void *data;
};

struct watch {
    uv_poll_t poll;
    struct http *http;
    curl_socket_t socket;
};

/* ---- the end of a call ------------------------------------------------------------------------
 */

static void call_closed_cb(uv_handle_t *handle)
{
    struct http_call *call = handle->data;

    curl_slist_free_all(call->headers);
    text_release(&call->body);
    free(call);
}

static void call_end(struct http_call *call)
{
    *call->link = call->next;
    if (call->next)
        call->next->link = call->link;
    curl_multi_remove_handle(call->http->multi, call->easy);
    curl_easy_cleanup(call->easy);
    uv_close((uv_handle_t *)&call->start, call_closed_cb);
}

static void read_tag(CURL *easy, char out_tag[HTTP_TAG_SIZE])
{
    struct curl_header *header;

    out_tag[0] = '\0';
    if (curl_easy_header(easy, "ETag", 0, CURLH_HEADER, -1, &header) == CURLHE_OK &&
        strlen(header->value) < HTTP_TAG_SIZE)
        memcpy(out_tag, header->value, strlen(header->value) + 1);
}

static json_t *read_json(CURL *easy, const struct text *body)
{
    const char *type = NULL;

    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    if (!type || !strstr(type, "json") || body->length == 0)
        return NULL;
    return json_loadb(body->data, body->length, JSON_DECODE_ANY, NULL);
}

static void call_answer(struct http_call *call, CURLcode code)
{
    struct http_answer answer = {0};
    long status = 0;

    if (code == CURLE_OK) {
        curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
        answer.status = (int)status;
        answer.json = read_json(call->easy, &call->body);
    } else {
        snprintf(answer.fault, sizeof answer.fault, "%s", curl_easy_strerror(code));
    }
    answer.body = call->body.data ? call->body.data : "";
    answer.length = call->body.length;
    read_tag(call->easy, answer.etag);
    call->done(&answer, call->data);
    json_decref(answer.json);
    call_end(call);
}

/* Give the request to curl, the first time or once more. Never inside one of curl's own callbacks
 * (an event may make us ask for something), which curl does not allow. */
static void start_cb(uv_timer_t *timer)
{
    struct http_call *call = timer->data;

    text_clear(&call->body);
    if (curl_multi_add_handle(call->http->multi, call->easy) != CURLM_OK)
        call_answer(call, CURLE_OUT_OF_MEMORY);
}

static bool may_help_to_repeat(CURLcode code)
{
    return code == CURLE_COULDNT_CONNECT || code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
           code == CURLE_GOT_NOTHING || code == CURLE_PARTIAL_FILE ||
           code == CURLE_OPERATION_TIMEDOUT;
}

static void call_finished(struct http_call *call, CURLcode code)
{
    if (code == CURLE_OK || !may_help_to_repeat(code) || call->streamed ||
        --call->attempts_left <= 0) {
        call_answer(call, code);
        return;
    }
    curl_multi_remove_handle(call->http->multi, call->easy);
    uv_timer_start(&call->start, start_cb, (uint64_t)call->delay_ms, 0);
    call->delay_ms *= 3;
}

/* ---- curl on the loop -------------------------------------------------------------------------
 */

static void take_finished(struct http *http)
{
    CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(http->multi, &left)) != NULL) {
        struct http_call *call = NULL;

        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&call);
        call_finished(call, message->data.result);
    }
}

static void poll_cb(uv_poll_t *poll, int status, int events)
{
    struct watch *watch = poll->data;
    struct http *http = watch->http;
    int action = status < 0 ? CURL_CSELECT_ERR : 0;
    int running;

    if (events & UV_READABLE)
        action |= CURL_CSELECT_IN;
    if (events & UV_WRITABLE)
        action |= CURL_CSELECT_OUT;
    curl_multi_socket_action(http->multi, watch->socket, action, &running);
    take_finished(http);
}

static void timer_cb(uv_timer_t *timer)
{
    struct http *http = timer->data;
    int running;

    curl_multi_socket_action(http->multi, CURL_SOCKET_TIMEOUT, 0, &running);
    take_finished(http);
}

/* curl asks to be woken after `timeout_ms`; -1: never. */
static int on_timeout(CURLM *multi, long timeout_ms, void *data)
{
    struct http *http = data;

    (void)multi;
    if (timeout_ms < 0)
        uv_timer_stop(&http->timer);
    else
        uv_timer_start(&http->timer, timer_cb, (uint64_t)timeout_ms, 0);
    return 0;
}

static void watch_closed_cb(uv_handle_t *handle)
{
    free(handle->data);
}

static struct watch *watch_new(struct http *http, curl_socket_t socket)
{
    struct watch *watch = calloc(1, sizeof *watch);

    if (!watch)
        return NULL;
    *watch = (struct watch){.http = http, .socket = socket};
    if (uv_poll_init_socket(http->loop, &watch->poll, socket) != 0) {
        free(watch);
        return NULL;
    }
    watch->poll.data = watch;
    curl_multi_assign(http->multi, socket, watch);
    return watch;
}

/* curl asks for a socket to be watched, differently, or no more. */
static int on_socket(CURL *easy, curl_socket_t socket, int what, void *data, void *socket_data)
{
    struct http *http = data;
    struct watch *watch = socket_data;
    int events = 0;

    (void)easy;
    if (what == CURL_POLL_REMOVE) {
        if (watch) {
            uv_poll_stop(&watch->poll);
            curl_multi_assign(http->multi, socket, NULL);
            uv_close((uv_handle_t *)&watch->poll, watch_closed_cb);
        }
        return 0;
    }
    if (!watch && !(watch = watch_new(http, socket)))
        return -1;
    if (what & CURL_POLL_IN)
        events |= UV_READABLE;
    if (what & CURL_POLL_OUT)
        events |= UV_WRITABLE;
    return uv_poll_start(&watch->poll, events & ALLOWED_EVENTS, poll_cb) == 0 ? 0 : -1;
}

/* ---- sending ----------------------------------------------------------------------------------
 */

static size_t on_bytes(char *bytes, size_t one, size_t length, void *data)
{
    struct http_call *call = data;
    long status = 0;

    (void)one;
    curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
    if (call->bytes && status == 200) {
        call->streamed = true;
        call->bytes(bytes, length, call->data);
        return length;
    }
    if (call->body.length + length > HTTP_BODY_MAX)
        return 0;
    text_add_bytes(&call->body, bytes, length);
    return call->body.failed ? 0 : length;
}

/* The empty line after the headers of a stream: it is open, though nothing may come for a while. */
static size_t on_header(char *line, size_t one, size_t length, void *data)
{
    struct http_call *call = data;
    long status = 0;

    (void)one;
    curl_easy_getinfo(call->easy, CURLINFO_RESPONSE_CODE, &status);
    if (call->bytes && status == 200 && length > 0 && (line[0] == '\r' || line[0] == '\n'))
        call->bytes("", 0, call->data);
    return length;
}

/* Add `name: value`; false when memory ran out. A NULL value adds nothing. */
static bool add_header(struct http_call *call, const char *name, const char *value)
{
    struct text line;
    struct curl_slist *longer;

    if (!value)
        return true;
    text_init(&line);
    text_printf(&line, "%s: %s", name, value);
    longer = line.failed ? NULL : curl_slist_append(call->headers, line.data);
    text_release(&line);
    if (!longer)
        return false;
    call->headers = longer;
    return true;
}

static bool add_headers(struct http_call *call, const struct http_request *request)
{
    struct text bearer;
    bool ok;

    text_init(&bearer);
    if (request->token)
        text_printf(&bearer, "Bearer %s", request->token);
    ok = !bearer.failed && add_header(call, "Authorization", bearer.data) &&
         add_header(call, "Accept", request->accept ? request->accept : "application/json") &&
         add_header(call, "Accept-Language", request->language == LANGUAGE_EN ? "en" : "vi") &&
         add_header(call, "Content-Type", request->body ? "application/json" : NULL) &&
         add_header(call, "Idempotency-Key", request->key) &&
         add_header(call, "If-Match", request->if_match) &&
         add_header(call, "Last-Event-ID", request->last_event_id);
    text_release(&bearer);
    return ok;
}

static bool set_address(struct http_call *call, const struct http_request *request)
{
    struct text url;
    bool ok;

    text_init(&url);
    text_printf(&url, "%s%s", call->http->base, request->path);
    ok = !url.failed && curl_easy_setopt(call->easy, CURLOPT_URL, url.data) == CURLE_OK &&
         curl_easy_setopt(call->easy, CURLOPT_CUSTOMREQUEST, request->method) == CURLE_OK;
    text_release(&url);
    if (ok && request->body)
        ok = curl_easy_setopt(call->easy, CURLOPT_COPYPOSTFIELDS, request->body) == CURLE_OK;
    return ok;
}

static bool set_up(struct http_call *call, const struct http_request *request)
{
    CURL *easy = call->easy;

    curl_easy_setopt(easy, CURLOPT_PRIVATE, call);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, call);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, call);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "counter_client/" MOTCUA_VERSION);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)HTTP_CONNECT_MS);
    if (request->bytes) {
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)HTTP_SILENCE_S);
    } else {
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)HTTP_ANSWER_MS);
    }
    return set_address(call, request) && add_headers(call, request) &&
           curl_easy_setopt(easy, CURLOPT_HTTPHEADER, call->headers) == CURLE_OK;
}

enum err http_send(struct http *http, const struct http_request *request, http_done *done,
                   void *data, struct http_call **out_call)
{
    struct http_call *call = calloc(1, sizeof *call);

    if (!call)
        return ERR_NO_MEMORY;
    *call = (struct http_call){.http = http,
                               .easy = curl_easy_init(),
                               .attempts_left = request->attempts,
                               .delay_ms = 150,
                               .bytes = request->bytes,
                               .done = done,
                               .data = data};
    text_init(&call->body);
    if (!call->easy) {
        free(call);
        return ERR_NO_MEMORY;
    }
    uv_timer_init(http->loop, &call->start);
    call->start.data = call;
    call->next = http->calls;
    call->link = &http->calls;
    if (call->next)
        call->next->link = &call->next;
    http->calls = call;
    if (!set_up(call, request)) {
        call_end(call);
        return ERR_NO_MEMORY;
    }
    uv_timer_start(&call->start, start_cb, 0, 0);
    if (out_call)
        *out_call = call;
    return ERR_OK;
}

void http_cancel(struct http_call *call)
{
    call_end(call);
}

/* ---- opening and closing ----------------------------------------------------------------------
 */

static char *base_of(const char *server)
{
    size_t length = strlen(server);
    struct text base;

    while (length > 0 && server[length - 1] == '/')
        length--;
    text_init(&base);
    text_add_bytes(&base, server, length);
    text_add(&base, "/api/v1");
    return text_take(&base);
}

enum err http_open(uv_loop_t *loop, const char *server, struct http **out_http)
{
    struct http *http = calloc(1, sizeof *http);

    if (!http)
        return ERR_NO_MEMORY;
    http->loop = loop;
    http->base = base_of(server);
    http->multi = curl_multi_init();
    if (!http->base || !http->multi) {
        curl_multi_cleanup(http->multi);
        free(http->base);
        free(http);
        return ERR_NO_MEMORY;
    }
    uv_timer_init(loop, &http->timer);
    http->timer.data = http;
    curl_multi_setopt(http->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
    curl_multi_setopt(http->multi, CURLMOPT_SOCKETDATA, http);
    curl_multi_setopt(http->multi, CURLMOPT_TIMERFUNCTION, on_timeout);
    curl_multi_setopt(http->multi, CURLMOPT_TIMERDATA, http);
    *out_http = http;
    return ERR_OK;
}

static void http_closed_cb(uv_handle_t *handle)
{
    struct http *http = handle->data;

    free(http->base);
    free(http);
}

void http_close(struct http *http)
{
    while (http->calls)
        call_end(http->calls);
    curl_multi_cleanup(http->multi);
    uv_close((uv_handle_t *)&http->timer, http_closed_cb);
}
