/*
 * Post deliveries to a partner, one after the other on one connection, until one does not arrive.
 *
 * Blocks: for a thread of the pool. Nothing but http and https, no redirects, certificates
 * verified, what is answered is not read but for its status. Rules.
 */
#ifndef LIVE_WEBHOOK_POST_H
#define LIVE_WEBHOOK_POST_H

#include <stdatomic.h>

#include "usecase/webhook_deliveries.h"

struct webhook_post {
    const struct webhook *webhook;     /* borrowed */
    const struct delivery *deliveries; /* borrowed */
    int count;
    atomic_bool *stopping; /* set: a post under way is given up soon */

    /* Output. */
    int arrived; /* of them, from the first on */
    char failure[WEBHOOK_FAILURE_SIZE];
};

void webhook_post_run(struct webhook_post *post);

/*
 * Value of header Motcua-Signature: "t=TIMESTAMP,v1=HEX", HEX the HMAC-SHA-256 of "TIMESTAMP.BODY"
 * by the webhook's secret. TIMESTAMP are seconds since 1970, of the machine's clock. R-534.
 */
enum { SIGNATURE_SIZE = 100 };
void webhook_sign(const char *secret, int64_t timestamp, const char *body,
                  char out_signature[SIGNATURE_SIZE]);

#endif
