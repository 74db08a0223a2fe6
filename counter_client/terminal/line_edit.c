#include "counter_client/terminal/line_edit.h"

#include "base/utf8.h"
#include "base/vietnamese.h"
#include "counter_client/terminal/cells.h"

#include <string.h>

void line_edit_set(struct line_edit *line, const char *text)
{
    size_t length = 0;

    if (vietnamese_nfc(text, strlen(text), line->text, sizeof line->text, &length) != ERR_OK)
        length = 0;
    line->text[length] = '\0';
    line->length = line->cursor = length;
}

static size_t next_character(const struct line_edit *line, size_t from)
{
    int cells;

    return from >= line->length
               ? line->length
               : from + cells_character(line->text + from, line->length - from, &cells);
}

static size_t previous_character(const struct line_edit *line, size_t from)
{
    size_t at = 0, before = 0;

    while (at < from) {
        before = at;
        at = next_character(line, at);
    }
    return before;
}

static void remove_bytes(struct line_edit *line, size_t from, size_t to)
{
    memmove(line->text + from, line->text + to, line->length - to + 1);
    line->length -= to - from;
    line->cursor = from;
}

/* The text before the cursor and the new character are composed together; what follows begins a
 * character of its own and stays as it is. */
static void insert(struct line_edit *line, uint32_t scalar)
{
    char before[LINE_SIZE + UTF8_BYTES_MAX], composed[LINE_SIZE], after[LINE_SIZE];
    size_t size, rest = line->length - line->cursor;

    memcpy(before, line->text, line->cursor);
    size = line->cursor + utf8_write(scalar, before + line->cursor);
    if (vietnamese_nfc(before, size, composed, sizeof composed, &size) != ERR_OK ||
        size + rest >= LINE_SIZE)
        return;
    memcpy(after, line->text + line->cursor, rest);
    memcpy(line->text, composed, size);
    memcpy(line->text + size, after, rest);
    line->cursor = size;
    line->length = size + rest;
    line->text[line->length] = '\0';
}

static bool edit(struct line_edit *line, struct input_key key)
{
    if (key.code == INPUT_CHARACTER && key.value >= ' ' && key.value != 0x7f)
        insert(line, key.value);
    else if (key.code == INPUT_BACKSPACE)
        remove_bytes(line, previous_character(line, line->cursor), line->cursor);
    else if (key.code == INPUT_DELETE)
        remove_bytes(line, line->cursor, next_character(line, line->cursor));
    else if (key.code == INPUT_CLEAR)
        remove_bytes(line, 0, line->length);
    else
        return false;
    return true;
}

bool line_edit_key(struct line_edit *line, struct input_key key)
{
    if (key.code == INPUT_LEFT)
        line->cursor = previous_character(line, line->cursor);
    else if (key.code == INPUT_RIGHT)
        line->cursor = next_character(line, line->cursor);
    else if (key.code == INPUT_HOME)
        line->cursor = 0;
    else if (key.code == INPUT_END)
        line->cursor = line->length;
    else
        return edit(line, key);
    return true;
}

void line_edit_window(const struct line_edit *line, int cells, size_t *out_start, int *out_column)
{
    size_t start = 0;
    int column = cells_width(line->text, line->cursor);

    while (column >= cells && start < line->cursor) {
        int width;

        start += cells_character(line->text + start, line->length - start, &width);
        column -= width;
    }
    *out_start = start;
    *out_column = column;
}
