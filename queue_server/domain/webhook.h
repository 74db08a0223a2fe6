/* What a webhook may be, and how long it rests. Pure. Rules. */
#ifndef DOMAIN_WEBHOOK_H
#define DOMAIN_WEBHOOK_H

#include <stdbool.h>
#include <stdint.h>

enum { WEBHOOK_REST_MS = 5000, WEBHOOK_REST_MAX_MS = 3600 * 1000 };

/* Small letters, digits and hyphens, a hyphen not first. */
bool webhook_code_is_one(const char *code);

/* http or https, a host, nothing but printable ASCII; no name and password in it. Rule R-537. */
bool webhook_url_is_one(const char *url);

/* Milliseconds until the next try after `failures` (1 or more) in a row: 5 s, 10 s, 20 s ... an
 * hour. Rule R-535. */
int64_t webhook_rest_ms(int64_t failures);

#endif
