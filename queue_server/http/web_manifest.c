#include "http/web_manifest.h"

#include <string.h>

enum { PARTS = 7 };

#define SMALL  "abcdefghijklmnopqrstuvwxyz"
#define LARGE  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

struct part {
    const char *at;
    size_t length;
};

/* The parts between the tabs; false unless there are PARTS of them. */
static bool split(const char *line, size_t length, struct part out_parts[PARTS])
{
    const char *const end = line + length;

    for (int i = 0; i < PARTS; i++) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));

        if ((tab != NULL) != (i < PARTS - 1))
            return false;
        out_parts[i] = (struct part){line, (size_t)((tab ? tab : end) - line)};
        line = tab ? tab + 1 : end;
    }
    return true;
}

/* Copy a part of `allowed` characters; false when it is empty, too long or has another. */
static bool copy(struct part part, const char *allowed, char *out, size_t size)
{
    if (part.length == 0 || part.length >= size)
        return false;
    memcpy(out, part.at, part.length);
    out[part.length] = '\0';
    return strspn(out, allowed) == part.length;
}

static bool read_path(struct part part, char out[WEB_PATH_SIZE])
{
    if (!copy(part, SMALL LARGE DIGITS "._-/", out, WEB_PATH_SIZE) || out[0] != '/')
        return false;
    for (const char *slash = out; slash; slash = strchr(slash + 1, '/'))
        if (slash[1] == '\0' || slash[1] == '/' || slash[1] == '.')
            return false;
    return true;
}

static bool read_type(struct part part, char out[WEB_TYPE_SIZE])
{
    if (!copy(part, SMALL DIGITS ".+-/", out, WEB_TYPE_SIZE))
        return false;
    const char *slash = strchr(out, '/');

    return slash && slash != out && slash[1] && !strchr(slash + 1, '/');
}

static bool read_size(struct part part, uint32_t *out_size)
{
    uint32_t size = 0;

    if (part.length == 0 || part.length > 8)
        return false;
    for (size_t i = 0; i < part.length; i++) {
        if (part.at[i] < '0' || part.at[i] > '9')
            return false;
        size = size * 10 + (uint32_t)(part.at[i] - '0');
    }
    *out_size = size;
    return size <= WEB_FILE_MAX;
}

bool web_manifest_line(const char *line, size_t length, struct web_entry *out_entry)
{
    struct web_entry entry = {0};
    struct part part[PARTS];

    if (memchr(line, '\0', length) || !split(line, length, part) ||
        !read_path(part[0], entry.path) || !read_type(part[1], entry.type) ||
        !copy(part[3], SMALL LARGE DIGITS, entry.etag, sizeof entry.etag))
        return false;
    if (part[2].length != 1 || (*part[2].at != 'i' && *part[2].at != 'r'))
        return false;
    entry.immutable = *part[2].at == 'i';
    for (int coding = 0; coding < CODINGS; coding++)
        if (!read_size(part[4 + coding], &entry.size[coding]) ||
            (coding != CODING_NONE && entry.size[coding] >= entry.size[CODING_NONE]))
            return false;
    if (entry.size[CODING_NONE] == 0)
        return false;
    *out_entry = entry;
    return true;
}
