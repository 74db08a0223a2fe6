#include "api/satisfaction_view.h"

#include "api/rate_view.h"
#include "base/digits.h"

static void put_bound(struct text *text, const char *key, bool known, int64_t hundredths)
{
    struct text value;

    if (!known) {
        json_put_null(text, key);
        return;
    }
    text_init(&value);
    text_printf(&value, "%d.%02d", (int)(hundredths / 100), (int)(hundredths % 100));
    json_put_raw(text, key, value.data ? value.data : "null");
    text_release(&value);
}

/* The share with its interval, and what is to be said of it. `shown`: false hides all but how many
 * answers there are. */
static void put_share(struct text *text, const struct satisfaction *counts, int threshold,
                      bool shown)
{
    const struct rate rate = satisfaction_index(counts);
    const enum satisfaction_verdict verdict = satisfaction_judge(rate, threshold);
    int64_t low = 0, high = 0;
    const bool known = shown && satisfaction_interval(rate, &low, &high);

    json_put_int(text, "answers", rate.denominator);
    if (shown)
        rate_view(text, "index", rate);
    else
        json_put_null(text, "index");
    put_bound(text, "low", known, low);
    put_bound(text, "high", known, high);
    json_put_int(text, "threshold", threshold);
    json_put_string(text, "verdict", satisfaction_verdict_name(verdict));
}

/* Single levels and reasons of a few would tell who gave them: below the sample that is judged
 * nobody is shown them, managers neither. Rule R-967. */
static void put_details(struct text *text, const struct satisfaction *counts)
{
    const bool shown = satisfaction_answers(counts) >= SATISFACTION_SAMPLE_MIN;

    json_open_array(text, "levels");
    for (int i = 0; shown && i < LEVEL_COUNT; i++)
        json_put_int(text, NULL, counts->levels[i]);
    json_close_array(text);
    json_open_object(text, "reasons");
    for (int i = 0; shown && i < RATING_REASON_COUNT; i++)
        json_put_int(text, rating_reason_name((enum rating_reason)i), counts->reasons[i]);
    json_close_object(text);
}

static void put_row(struct text *text, const char *member, const struct satisfaction_row *row,
                    bool shown)
{
    json_open_object(text, member);
    json_put_string_or_null(text, "key", row->key);
    json_put_string(text, "name", row->name);
    put_share(text, &row->counts, row->threshold, shown);
    put_details(text, &row->counts);
    json_close_object(text);
}

static void put_total(struct text *text, const struct read_satisfaction *read, bool published)
{
    struct satisfaction_row total = {.threshold = satisfaction_threshold(""),
                                     .counts = read->total};
    const char *name = read->command.language == LANGUAGE_EN ? "All" : "Chung";

    for (size_t i = 0; name[i]; i++)
        total.name[i] = name[i];
    put_row(text, "total", &total,
            !published || satisfaction_answers(&read->total) >= SATISFACTION_SAMPLE_MIN);
}

static void put_head(struct text *text, const struct read_satisfaction *read)
{
    const struct span span = period_span(read->period, read->command.now);

    json_put_date(text, "from", read->period.from);
    json_put_date(text, "to", read->period.to);
    json_put_instant(text, "as_of", span.at);
    json_put_bool(text, "complete", span.complete);
    json_put_int(text, "minimum_sample", SATISFACTION_SAMPLE_MIN);
    json_put_int(text, "assisted", read->assisted);
}

/* The published rows of one kind: months have digits as their key. */
static void put_published(struct text *text, const char *member,
                          const struct read_satisfaction *read, bool months)
{
    json_open_array(text, member);
    for (int i = 0; i < read->row_count; i++)
        if (digit_is(read->rows[i].key[0]) == months)
            put_row(text, NULL, &read->rows[i],
                    satisfaction_answers(&read->rows[i].counts) >= SATISFACTION_SAMPLE_MIN);
    json_close_array(text);
}

void satisfaction_view_public(struct text *text, const char *key,
                              const struct read_satisfaction *read)
{
    json_open_object(text, key);
    put_head(text, read);
    put_published(text, "groups", read, false);
    put_published(text, "months", read, true);
    put_total(text, read, true);
    json_close_object(text);
}

void satisfaction_view_report(struct text *text, const struct read_satisfaction *read)
{
    json_open_object(text, NULL);
    put_head(text, read);
    json_put_string(text, "by", satisfaction_by_name(read->by));
    json_open_array(text, "rows");
    for (int i = 0; i < read->row_count; i++)
        put_row(text, NULL, &read->rows[i], true);
    json_close_array(text);
    put_total(text, read, false);
    json_close_object(text);
}
