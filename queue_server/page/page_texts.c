#include "page/page_texts.h"

const char *page_text(enum page_text text, enum language language)
{
    static const char *const texts[SAY_COUNT][2] = {
#define X(name, vi, en) [SAY_##name] = {vi, en},
        PAGE_TEXT_MAP(X)
#undef X
    };

    return texts[text][language == LANGUAGE_EN];
}
