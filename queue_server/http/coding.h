/*
 * The content codings in which a file may lie ready, and which of them a client takes.
 *
 * Pure. RFC 9110, 8.4 and 12.5.3. Rule R-911.
 */
#ifndef HTTP_CODING_H
#define HTTP_CODING_H

#include <stdbool.h>

enum http_coding { CODING_NONE, CODING_GZIP, CODING_BROTLI, CODINGS };

/* "gzip", "br"; "" for CODING_NONE. */
const char *coding_name(enum http_coding coding);

/*
 * Whether an Accept-Encoding field takes `coding`: it is named, or `*` is and it is not, with a
 * weight that is not zero. Without a field (NULL) only CODING_NONE is taken, which always is.
 */
bool coding_is_accepted(const char *accept_encoding, enum http_coding coding);

/*
 * Whether an If-None-Match field (borrowed; NULL: none) names `etag` (with its quotes), or is `*`.
 * Weak tags are compared by their value (RFC 9110, 13.1.2).
 */
bool etag_is_named(const char *if_none_match, const char *etag);

#endif
