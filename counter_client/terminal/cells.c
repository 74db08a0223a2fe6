#include "counter_client/terminal/cells.h"

#include "base/utf8.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

void cells_start(void)
{
    setlocale(LC_ALL, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

static int cells_of_scalar(uint32_t scalar)
{
    int cells = wcwidth((wchar_t)scalar);

    return cells < 0 ? 1 : cells;
}

size_t cells_character(const char *text, size_t length, int *out_cells)
{
    uint32_t scalar;
    size_t end = utf8_read(text, length, &scalar);
    int cells;

    if (end == 0) {
        *out_cells = 1;
        return 1;
    }
    cells = cells_of_scalar(scalar);
    while (end < length) {
        size_t more = utf8_read(text + end, length - end, &scalar);

        if (more == 0 || scalar < 0x300 || cells_of_scalar(scalar) != 0)
            break;
        end += more;
    }
    *out_cells = cells;
    return end;
}

int cells_width(const char *text, size_t length)
{
    int total = 0;

    for (size_t at = 0; at < length;) {
        int cells;

        at += cells_character(text + at, length - at, &cells);
        total += cells;
    }
    return total;
}

size_t cells_fit(const char *text, size_t length, int cells)
{
    size_t at = 0;

    while (at < length) {
        int width;
        size_t size = cells_character(text + at, length - at, &width);

        if (width > cells)
            break;
        cells -= width;
        at += size;
    }
    return at;
}

size_t cells_fold(const char *text, size_t length, int cells, size_t *out_next)
{
    size_t end = cells_fit(text, length, cells);
    size_t cut = end;

    if (end < length && text[end] != ' ') {
        while (cut > 0 && text[cut - 1] != ' ')
            cut--;
        if (cut == 0)
            cut = end > 0 ? end : length;
    }
    *out_next = cut;
    while (*out_next < length && text[*out_next] == ' ')
        (*out_next)++;
    while (cut > 0 && text[cut - 1] == ' ')
        cut--;
    return cut;
}
