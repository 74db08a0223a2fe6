/*
 * What a scanned paper is, by its bytes and never by its name: PDF, JPEG or PNG.
 *
 * Pure. The bytes are looked at as they come, in pieces of any size; only the first and the last
 * few are kept. Rule R-461.
 */
#ifndef DOMAIN_SCAN_TYPE_H
#define DOMAIN_SCAN_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* name (stored and sent; the number never is), media type */
#define SCAN_TYPE_MAP(X)                                                                           \
    X(PDF, "pdf", "application/pdf")                                                               \
    X(JPEG, "jpeg", "image/jpeg")                                                                  \
    X(PNG, "png", "image/png")

enum scan_type {
#define X(code, name, media) SCAN_##code,
    SCAN_TYPE_MAP(X)
#undef X
        SCAN_TYPE_COUNT
};

enum { SCAN_HEAD = 16, SCAN_TAIL = 1024, SCAN_TYPE_SIZE = 5 /* of a name, with the NUL */ };

/* What is kept of the bytes; all zero: none has come. */
struct scan_look {
    uint8_t head[SCAN_HEAD];
    uint8_t tail[SCAN_TAIL];
    size_t head_length, tail_length;
};

/* Look at the next `length` bytes (borrowed). */
void scan_look_add(struct scan_look *look, const void *bytes, size_t length);

/*
 * What all the bytes together are. A PDF begins with `%PDF-` and two digits around a dot, and has
 * `%%EOF` near its end; a JPEG begins with FF D8 FF; a PNG with its signature and the chunk IHDR,
 * and ends with IEND. What is cut off before its end is therefore none of them (JPEG excepted:
 * telephones write further data behind its end).
 *
 * out_type  set on success only
 *
 * Returns false for anything else. Rule R-461.
 */
bool scan_look_type(const struct scan_look *look, enum scan_type *out_type);

/* Do these bytes end as a whole file of their type does: a JPEG with FF D9 near its end too? False
 * also for what is none of the three. Rule R-560. */
bool scan_look_is_ended(const struct scan_look *look);

/* "pdf" ...; static. */
const char *scan_type_name(enum scan_type type);
/* "application/pdf" ...; static. */
const char *scan_type_media(enum scan_type type);
/* The type of that name. False, and nothing is set, for any other text. */
bool scan_type_from_name(const char *name, enum scan_type *out_type);

/* A media type as a request declares it (NULL: none; parameters behind `;` are ignored). */
enum scan_declared {
    SCAN_DECLARED_NOTHING, /* none, or application/octet-stream: the bytes decide */
    SCAN_DECLARED_TYPE,    /* one of the three: *out_type */
    SCAN_DECLARED_OTHER,   /* nothing that is taken */
};
enum scan_declared scan_declared_type(const char *media_type, enum scan_type *out_type);

#endif
