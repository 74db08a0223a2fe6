#include "command/line_reader.h"

#include <stdlib.h>
#include <string.h>

bool line_reader_next(struct line_reader *reader, struct column *out_line)
{
    ssize_t length;

    while ((length = getline(&reader->line, &reader->size, reader->file)) >= 0) {
        const char *text = reader->line;

        if (!reader->started && length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
            text += 3;
            length -= 3;
        }
        reader->started = true;
        if (length > 0 && text[length - 1] == '\n')
            length--;
        if (length > 0 && text[length - 1] == '\r')
            length--;
        if (length == 0 || text[0] == '#')
            continue;
        *out_line = (struct column){text, (size_t)length};
        return true;
    }
    return false;
}

void line_reader_release(struct line_reader *reader)
{
    free(reader->line);
    reader->line = NULL;
}

size_t columns_split(struct column line, struct column *out_columns, size_t max)
{
    const char *text = line.text, *const end = line.text + line.length;
    size_t count = 0;

    for (;;) {
        const char *tab = memchr(text, '\t', (size_t)(end - text));
        const char *column_end = tab ? tab : end;

        if (count < max)
            out_columns[count] = (struct column){text, (size_t)(column_end - text)};
        count++;
        if (!tab)
            return count;
        text = tab + 1;
    }
}
