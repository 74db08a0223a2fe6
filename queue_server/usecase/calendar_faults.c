#include "usecase/calendar_faults.h"

#include <stdlib.h>
#include <string.h>

#include "usecase/calendar_reader.h"

/* A row of one of the lists. */
struct row {
    struct date date;
    size_t index;
};

static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a, *right = b;

    if (left->date.day != right->date.day)
        return left->date.day < right->date.day ? -1 : 1;
    return (left->index > right->index) - (left->index < right->index);
}

static struct row *sorted(const struct calendar_date *dates, size_t count)
{
    struct row *rows = malloc((count + 1) * sizeof *rows);

    for (size_t i = 0; rows && i < count; i++)
        rows[i] = (struct row){.date = dates[i].date, .index = i};
    if (rows)
        qsort(rows, count, sizeof *rows, compare_rows);
    return rows;
}

/* Walk two sorted lists side by side. */
static size_t tell_common(const struct row *off, size_t off_count, const struct row *up,
                          size_t up_count, calendar_fault_fn each, void *data)
{
    struct date told = {INT32_MIN};
    size_t i = 0, j = 0, count = 0;

    while (i < off_count && j < up_count && count < CALENDAR_FAULTS_MAX) {
        if (date_before(off[i].date, up[j].date)) {
            i++;
        } else if (date_before(up[j].date, off[i].date)) {
            j++;
        } else {
            const struct calendar_fault fault = {
                .date = off[i].date, .day_off = off[i].index, .make_up = up[j++].index};

            if (date_equal(fault.date, told))
                continue;
            each(&fault, data);
            told = fault.date;
            count++;
        }
    }
    return count;
}

/* Rule R-073. */
size_t calendar_faults_each(const char *json, size_t length, calendar_fault_fn each, void *data)
{
    const size_t mark = length >= 3 && memcmp(json, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    json_t *root = json_loadb(json + mark, length - mark, JSON_REJECT_DUPLICATES, NULL);
    struct calendar_parts parts;
    char message[256];
    size_t count = 0;

    if (root && calendar_parts_read(root, &parts, message, sizeof message) == ERR_OK) {
        const struct calendar_source *source = &parts.source;
        struct row *off = sorted(source->days_off, source->day_off_count);
        struct row *up = sorted(source->make_up_days, source->make_up_count);

        if (off && up)
            count = tell_common(off, source->day_off_count, up, source->make_up_count, each, data);
        free(off);
        free(up);
        calendar_parts_release(&parts);
    }
    json_decref(root);
    return count;
}
