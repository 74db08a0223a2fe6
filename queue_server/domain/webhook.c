#include "domain/webhook.h"

#include <string.h>

bool webhook_code_is_one(const char *code)
{
    return code[0] && code[0] != '-' &&
           strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(code);
}

bool webhook_url_is_one(const char *url)
{
    const char *host = strncmp(url, "https://", 8) == 0  ? url + 8
                       : strncmp(url, "http://", 7) == 0 ? url + 7
                                                         : "";

    if (!host[0] || strchr("/:?#@", host[0]) || strcspn(host, "@") < strcspn(host, "/?#"))
        return false;
    for (const char *c = host; *c; c++)
        if (*c <= ' ' || *c > '~' || *c == '\\' || *c == '"')
            return false;
    return true;
}

int64_t webhook_rest_ms(int64_t failures)
{
    int64_t rest = WEBHOOK_REST_MS;

    for (int64_t i = 1; i < failures && rest < WEBHOOK_REST_MAX_MS; i++)
        rest *= 2;
    return rest < WEBHOOK_REST_MAX_MS ? rest : WEBHOOK_REST_MAX_MS;
}
