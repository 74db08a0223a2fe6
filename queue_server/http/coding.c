#include "http/coding.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

const char *coding_name(enum http_coding coding)
{
    switch (coding) {
    case CODING_GZIP:
        return "gzip";
    case CODING_BROTLI:
        return "br";
    case CODING_NONE:
    case CODINGS:
        break;
    }
    return "";
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Whether the parameter behind a coding gives it the weight zero: "q=0", "q=0.000". */
static bool has_no_weight(const char *at)
{
    at = skip_blanks(at);
    if (*at != ';')
        return false;
    at = skip_blanks(at + 1);
    if (strncasecmp(at, "q=0", 3) != 0)
        return false;
    at += 3;
    at += strspn(at, ".0");
    return *at < '1' || *at > '9';
}

bool coding_is_accepted(const char *accept_encoding, enum http_coding coding)
{
    const char *name = coding_name(coding);
    bool any = false;

    if (!*name || !accept_encoding)
        return !*name;
    for (const char *at = accept_encoding; *at; at += strcspn(at, ","), at += *at == ',') {
        at = skip_blanks(at);
        const size_t length = strcspn(at, " \t,;");

        if (length == strlen(name) && strncasecmp(at, name, length) == 0)
            return !has_no_weight(at + length);
        if (length == 1 && *at == '*')
            any = !has_no_weight(at + length);
    }
    return any;
}

bool etag_is_named(const char *if_none_match, const char *etag)
{
    const size_t length = strlen(etag);

    if (!if_none_match)
        return false;
    if (strcmp(if_none_match, "*") == 0)
        return true;
    for (const char *at = if_none_match; *at;) {
        at += strspn(at, " \t,");
        if (strncmp(at, "W/", 2) == 0)
            at += 2;
        if (strncmp(at, etag, length) == 0 && (!at[length] || strchr(" \t,", at[length])))
            return true;
        at += strcspn(at, ",");
    }
    return false;
}
