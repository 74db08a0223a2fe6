#include "domain/scanner_file.h"

#include <string.h>

#include "base/utf8.h"
#include "base/vietnamese.h"

const char *scanner_refusal_name(enum scanner_refusal refusal)
{
    static const char *const names[SCANNER_REFUSALS] = {[SCANNER_TAKEN] = "",
#define X(code, name, vi, en) [SCANNER_REFUSED_##code] = (name),
                                                        SCANNER_REFUSAL_MAP(X)
#undef X
    };

    return names[refusal];
}

const char *scanner_refusal_words(enum scanner_refusal refusal)
{
    static const char *const words[SCANNER_REFUSALS] = {[SCANNER_TAKEN] = "",
#define X(code, name, vi, en) [SCANNER_REFUSED_##code] = vi "\n" en "\n",
                                                        SCANNER_REFUSAL_MAP(X)
#undef X
    };

    return words[refusal];
}

/* In small letters or capitals of ASCII; `ending` in small ones. */
static bool is_ending(const char *text, const char *ending)
{
    for (; *ending; text++, ending++)
        if ((*text >= 'A' && *text <= 'Z' ? *text + ('a' - 'A') : *text) != *ending)
            return false;
    return true;
}

/* Rule R-560. */
bool scanner_name_is_final(const char *name)
{
    static const char *const endings[] = {".part",       ".partial", ".tmp", ".temp", ".filepart",
                                          ".crdownload", ".!ut",     ".swp", ".lock", "~"};
    const size_t length = strlen(name);

    if (name[0] == '.' || length == 0)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t ending = strlen(endings[i]);

        if (length >= ending && is_ending(name + length - ending, endings[i]))
            return false;
    }
    return true;
}

/* ---- the name as it is shown ----------------------------------------------------------------- */

/* What is neither UTF-8 nor fit to be shown becomes `?`; cut between characters. */
static void replace_odd(const char *name, char out_label[SCANNER_LABEL_SIZE])
{
    size_t used = 0, left = strlen(name);

    while (left > 0) {
        uint32_t scalar;
        size_t take = utf8_read(name, left, &scalar);
        const bool shown = take > 0 && scalar >= 0x20 && (scalar < 0x7f || scalar >= 0xa0);
        const size_t room = shown ? take : 1;

        if (used + room >= SCANNER_LABEL_SIZE)
            break;
        if (shown)
            memcpy(out_label + used, name, take);
        else
            out_label[used] = '?';
        used += room;
        take = take > 0 ? take : 1;
        name += take;
        left -= take;
    }
    out_label[used] = '\0';
}

/* Rule R-562. */
void scanner_label(const char *name, char out_label[SCANNER_LABEL_SIZE])
{
    char plain[SCANNER_LABEL_SIZE], clean[SCANNER_LABEL_SIZE];

    replace_odd(name, plain);
    if (vietnamese_clean(plain, strlen(plain), clean, sizeof clean, NULL) != ERR_OK || !clean[0])
        memcpy(clean, "?", sizeof "?");
    memcpy(out_label, clean, strlen(clean) + 1);
}
