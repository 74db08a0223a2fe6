#include "base/user_language.h"

#include <stdlib.h>
#include <strings.h>

enum language user_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (value && value[0])
            return strncasecmp(value, "vi", 2) == 0 ? LANGUAGE_VI : LANGUAGE_EN;
    }
    return LANGUAGE_EN;
}
