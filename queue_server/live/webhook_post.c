#include "live/webhook_post.h"

#include <curl/curl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"

enum { CONNECT_MS = 5000, POST_MS = 10000, LINE_SIZE = 160 };

void webhook_sign(const char *secret, int64_t timestamp, const char *body,
                  char out_signature[SIGNATURE_SIZE])
{
    crypto_auth_hmacsha256_state state;
    uint8_t mac[crypto_auth_hmacsha256_BYTES];
    char stamp[24], hex[2 * sizeof mac + 1];

    snprintf(stamp, sizeof stamp, "%lld", (long long)timestamp);
    crypto_auth_hmacsha256_init(&state, (const uint8_t *)secret, strlen(secret));
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)stamp, strlen(stamp));
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)".", 1);
    crypto_auth_hmacsha256_update(&state, (const uint8_t *)body, strlen(body));
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_bin2hex(hex, sizeof hex, mac, sizeof mac);
    snprintf(out_signature, SIGNATURE_SIZE, "t=%s,v1=%s", stamp, hex);
}

static size_t drop_answer(char *bytes, size_t size, size_t count, void *data)
{
    (void)bytes;
    (void)data;
    return size * count;
}

static int watch(void *data, curl_off_t down_all, curl_off_t down, curl_off_t up_all, curl_off_t up)
{
    (void)down_all;
    (void)down;
    (void)up_all;
    (void)up;
    return atomic_load((atomic_bool *)data) ? 1 : 0;
}

/* Adds a line; on failure `lines` is freed and NULL is returned, also for NULL. */
static struct curl_slist *add(struct curl_slist *lines, const char *name, const char *value)
{
    char line[LINE_SIZE];
    struct curl_slist *longer;

    snprintf(line, sizeof line, "%s: %s", name, value);
    longer = curl_slist_append(lines, line);
    if (!longer)
        curl_slist_free_all(lines);
    return longer;
}

static struct curl_slist *headers(const struct webhook *webhook, const struct delivery *delivery)
{
    char signature[SIGNATURE_SIZE], name[WEBHOOK_CODE_SIZE + 24];
    struct curl_slist *lines = NULL;

    webhook_sign(webhook->secret, clock_wall().ms / 1000, delivery->body, signature);
    snprintf(name, sizeof name, "%s/%lld", webhook->code, (long long)delivery->seq);
    lines = add(lines, "Content-Type", "application/json");
    lines = lines ? add(lines, "Motcua-Signature", signature) : NULL;
    lines = lines ? add(lines, "Motcua-Delivery", name) : NULL;
    lines = lines ? add(lines, "Motcua-Event", delivery->kind) : NULL;
    return lines ? add(lines, "Expect", "") : NULL; /* no waiting for 100 Continue */
}

/* What all posts to one partner have in common. */
static void set_up(CURL *curl, struct webhook_post *post)
{
    curl_easy_setopt(curl, CURLOPT_URL, post->webhook->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "motcua");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)CONNECT_MS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)POST_MS);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop_answer);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, post->stopping);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

/* True when the partner answered 2xx; else why not stands in `failure`. */
static bool post_one(CURL *curl, struct webhook_post *post, const struct delivery *delivery)
{
    struct curl_slist *lines = headers(post->webhook, delivery);
    long status = 0;

    if (!lines) {
        snprintf(post->failure, sizeof post->failure, "no memory");
        return false;
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, delivery->body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)strlen(delivery->body));
    const CURLcode code = curl_easy_perform(curl);
    curl_slist_free_all(lines);
    if (code != CURLE_OK) {
        snprintf(post->failure, sizeof post->failure, "%s", curl_easy_strerror(code));
        return false;
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299)
        snprintf(post->failure, sizeof post->failure, "HTTP %ld", status);
    return status >= 200 && status <= 299;
}

void webhook_post_run(struct webhook_post *post)
{
    CURL *curl = curl_easy_init();

    post->arrived = 0;
    post->failure[0] = '\0';
    if (!curl) {
        snprintf(post->failure, sizeof post->failure, "no memory");
        return;
    }
    set_up(curl, post);
    while (post->arrived < post->count && !atomic_load(post->stopping) &&
           post_one(curl, post, &post->deliveries[post->arrived]))
        post->arrived++;
    curl_easy_cleanup(curl);
}
