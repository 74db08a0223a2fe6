#include "domain/calendar_build.h"

#include <assert.h>

enum {
    YEAR_FIRST = 1900,
    YEAR_LAST = 2199,
    YEAR_COUNT = YEAR_LAST - YEAR_FIRST + 1,
    DATE_BITS = YEAR_COUNT * 366,
};

/* A set of dates of the years that texts may name. */
struct date_set {
    uint8_t bits[DATE_BITS / 8 + 1];
};

enum year_state { YEAR_SILENT, YEAR_CONFIRMED, YEAR_DOUBTFUL };

static uint32_t set_index(struct date date)
{
    const struct date origin = date_from_civil((struct civil){YEAR_FIRST, 1, 1});

    assert(date.day >= origin.day && date.day - origin.day < DATE_BITS);
    return (uint32_t)(date.day - origin.day);
}

static void set_add(struct date_set *set, struct date date)
{
    const uint32_t i = set_index(date);

    set->bits[i / 8] = (uint8_t)(set->bits[i / 8] | 1u << i % 8);
}

static bool set_has(const struct date_set *set, struct date date)
{
    const uint32_t i = set_index(date);

    return (set->bits[i / 8] >> i % 8 & 1) != 0;
}

bool calendar_sessions_valid(const struct day_span *spans, size_t count, size_t *out_fault)
{
    int32_t end = 0;

    if (count == 0) {
        *out_fault = 0;
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (spans[i].from < end || spans[i].to <= spans[i].from || spans[i].to > SECONDS_PER_DAY) {
            *out_fault = i;
            return false;
        }
        end = spans[i].to;
    }
    return true;
}

/* The usable dates: the horizon, but not before the first sessions row. Rule R-010. */
static struct date usable_first(const struct calendar_source *source)
{
    const struct date row = source->rows[0].effective_from;

    return date_before(source->first, row) ? row : source->first;
}

static int32_t usable_count(const struct calendar_source *source)
{
    if (source->row_count == 0)
        return 0;
    const int32_t count = source->last.day - usable_first(source).day + 1;
    return count > 0 ? count : 0;
}

/* Index of the row in force on `date`; a row must be. */
static size_t row_in_force(const struct calendar_source *source, struct date date)
{
    size_t low = 0, high = source->row_count;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;

        if (source->rows[middle].effective_from.day <= date.day)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Room for the remaining sessions of dates with partial days off: each part taken out can split
 * one session in two. */
static size_t extra_spans(const struct calendar_source *source)
{
    size_t total = source->partial_count;
    const size_t usable = (size_t)usable_count(source);

    for (size_t i = 0; usable && i < source->partial_count; i++)
        if (i == 0 || !date_equal(source->partials[i - 1].date, source->partials[i].date))
            total +=
                (size_t)source->rows[row_in_force(source, source->partials[i].date)].span_count;
    return total;
}

static size_t row_spans(const struct calendar_source *source)
{
    size_t total = 0;

    for (size_t i = 0; i < source->row_count; i++)
        total += (size_t)source->rows[i].span_count;
    return total;
}

size_t calendar_size(const struct calendar_source *source)
{
    const size_t days = (size_t)usable_count(source);

    return (days + 1) * sizeof(struct calendar_day) +
           source->row_count * sizeof(struct calendar_row) +
           (row_spans(source) + extra_spans(source)) * sizeof(struct day_span) +
           (days + source->row_count) * sizeof(int32_t);
}

/* Writes into the block while a calendar is being built. */
struct builder {
    const struct calendar_source *source;
    struct date_set off, make_up;
    uint8_t years[YEAR_COUNT]; /* enum year_state */
    struct calendar_day *days;
    struct calendar_row *rows;
    struct day_span *spans; /* next free one */
    int32_t *working_days;
    int32_t *row_seconds;
    size_t partial; /* next one in the source */
};

static void note_year(struct builder *builder, const struct calendar_date *row)
{
    uint8_t *state = &builder->years[date_civil(row->date).year - YEAR_FIRST];

    if (!row->official)
        *state = YEAR_DOUBTFUL;
    else if (*state == YEAR_SILENT)
        *state = YEAR_CONFIRMED;
}

/* Fill the sets of dates; a date in both lists is a contradiction. Rule R-012. */
static enum err read_dates(struct builder *builder, struct date *out_fault)
{
    const struct calendar_source *source = builder->source;

    for (size_t i = 0; i < source->day_off_count; i++) {
        set_add(&builder->off, source->days_off[i].date);
        note_year(builder, &source->days_off[i]);
    }
    for (size_t i = 0; i < source->make_up_count; i++) {
        if (set_has(&builder->off, source->make_up_days[i].date)) {
            *out_fault = source->make_up_days[i].date;
            return ERR_CALENDAR_CONTRADICTION;
        }
        set_add(&builder->make_up, source->make_up_days[i].date);
        note_year(builder, &source->make_up_days[i]);
    }
    return ERR_OK;
}

/* Copy the rows and their sessions into the block. */
static void copy_rows(struct builder *builder)
{
    const struct calendar_source *source = builder->source;

    for (size_t i = 0; i < source->row_count; i++) {
        const struct calendar_row *row = &source->rows[i];

        builder->rows[i] = *row;
        builder->rows[i].spans = builder->spans;
        builder->row_seconds[i] = 0;
        for (int32_t k = 0; k < row->span_count; k++) {
            builder->row_seconds[i] += row->spans[k].to - row->spans[k].from;
            *builder->spans++ = row->spans[k];
        }
    }
}

static enum day_kind kind_of(const struct builder *builder, struct date date)
{
    if (set_has(&builder->make_up, date))
        return DAY_MAKE_UP;
    if (set_has(&builder->off, date))
        return DAY_OFF;
    if (builder->source->weekly_rest >> date_weekday(date) & 1)
        return DAY_WEEKLY_REST;
    return DAY_ORDINARY;
}

/* Write what the partial days off [first, end) leave of one session. They are sorted by `from`. */
static void cut_session(struct builder *builder, struct day_span session, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct day_span off = builder->source->partials[i].off;

        if (off.from > session.from && off.from < session.to)
            *builder->spans++ = (struct day_span){session.from, off.from};
        if (off.from < session.to && off.to > session.from)
            session.from = off.to < session.to ? off.to : session.to;
    }
    if (session.from < session.to)
        *builder->spans++ = session;
}

/* Give a date its remaining sessions. Rule R-014. */
static void set_sessions(struct builder *builder, struct calendar_day *day, struct date date)
{
    const struct calendar_source *source = builder->source;
    const struct calendar_row *row = &builder->rows[day->row];
    size_t first = builder->partial, end;

    while (first < source->partial_count && date_before(source->partials[first].date, date))
        first++;
    for (end = first; end < source->partial_count; end++)
        if (!date_equal(source->partials[end].date, date))
            break;
    builder->partial = end;
    day->spans = row->spans;
    day->span_count = 0;
    if (day->kind != DAY_ORDINARY && day->kind != DAY_MAKE_UP)
        return;
    day->span_count = row->span_count;
    if (first == end)
        return;
    day->spans = builder->spans;
    for (int32_t i = 0; i < row->span_count; i++)
        cut_session(builder, row->spans[i], first, end);
    day->span_count = (int32_t)(builder->spans - day->spans);
}

/* Fill every day and the running sums; returns the number of working days. */
static int32_t fill_days(struct builder *builder, struct date first, int32_t count)
{
    int64_t seconds = 0;
    int32_t working = 0, unconfirmed = 0;

    for (int32_t i = 0; i <= count; i++) {
        struct calendar_day *day = &builder->days[i];
        const struct date date = date_plus(first, i);

        *day = (struct calendar_day){.seconds_before = seconds,
                                     .working_before = working,
                                     .unconfirmed_before = unconfirmed};
        if (i == count)
            break;
        day->kind = (uint16_t)kind_of(builder, date);
        day->row = (uint16_t)row_in_force(builder->source, date);
        set_sessions(builder, day, date);
        for (int32_t k = 0; k < day->span_count; k++)
            seconds += day->spans[k].to - day->spans[k].from;
        if (day->span_count > 0)
            builder->working_days[working++] = i;
        unconfirmed += builder->years[date_civil(date).year - YEAR_FIRST] != YEAR_CONFIRMED;
    }
    return working;
}

enum err calendar_build(const struct calendar_source *source, void *block,
                        struct calendar *out_calendar, struct date *out_fault)
{
    const int32_t count = usable_count(source);
    const struct date first = count > 0 ? usable_first(source) : source->first;
    struct builder builder = {.source = source};
    enum err err;

    assert(source->row_count <= CALENDAR_ROWS_MAX);
    builder.days = block;
    builder.rows = (struct calendar_row *)(builder.days + count + 1);
    builder.spans = (struct day_span *)(builder.rows + source->row_count);
    builder.working_days = (int32_t *)(builder.spans + row_spans(source) + extra_spans(source));
    builder.row_seconds = builder.working_days + count;
    err = read_dates(&builder, out_fault);
    if (err != ERR_OK)
        return err;
    copy_rows(&builder);
    *out_calendar = (struct calendar){.first = first,
                                      .day_count = count,
                                      .working_count = fill_days(&builder, first, count),
                                      .days = builder.days,
                                      .working_days = builder.working_days,
                                      .rows = builder.rows,
                                      .row_seconds = builder.row_seconds};
    return ERR_OK;
}
