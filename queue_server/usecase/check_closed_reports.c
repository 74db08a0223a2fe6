#include "usecase/check_closed_reports.h"

#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "store/closed_report_rows.h"

static void add_digest(uint8_t digests[DIGEST_SIZE], const uint8_t one[DIGEST_SIZE])
{
    for (int i = 0; i < DIGEST_SIZE; i++)
        digests[i] ^= one[i];
}

void check_closed_reports_note(struct check_closed_reports *check, const struct event *event)
{
    uint8_t one[DIGEST_SIZE];
    size_t size = 0;

    if (strcmp(event->kind, "report_closed") != 0 && strcmp(event->kind, "report_revised") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    const char *hex = json_string_value(json_object_get(data, "figures_hash"));
    if (hex && sodium_hex2bin(one, sizeof one, hex, strlen(hex), NULL, &size, NULL) == 0 &&
        size == DIGEST_SIZE)
        add_digest(check->digests, one);
    else
        check->unreadable = true;
    check->told++;
    json_decref(data);
}

/* What is known of the rows so far. */
struct rows {
    struct check_faults *faults;
    int64_t count;
    uint8_t digests[DIGEST_SIZE];
    struct closed_report before; /* the row before; its texts are gone */
};

static void fault(const struct rows *rows, const struct closed_report *report, const char *what)
{
    char from[DATE_TEXT_SIZE];

    date_format(report->period.from, from);
    check_fault(rows->faults, "closed report %s from %s, version %d: %s", report->kind, from,
                report->version, what);
}

static bool follows(const struct closed_report *before, const struct closed_report *report)
{
    const int32_t gap = report->period.from.day - before->period.to.day - 1;
    enum period_kind kind;

    return period_kind_from_name(report->kind, strlen(report->kind), &kind) == ERR_OK &&
           (gap == 0 || (gap > 0 && !period_kind_joins(kind)));
}

/* A first version follows the newest of the period before it. R-313. */
static void check_place(const struct rows *rows, const struct closed_report *report)
{
    const struct closed_report *before = &rows->before;
    const bool same_kind = rows->count > 0 && strcmp(before->kind, report->kind) == 0;

    if (same_kind && before->period.from.day == report->period.from.day) {
        if (report->version != before->version + 1)
            fault(rows, report, "does not follow the version before it");
        return;
    }
    if (report->version != 1)
        fault(rows, report, "there is no version 1");
    if (same_kind && !follows(before, report))
        fault(rows, report, "does not begin where the period before it ended");
}

static void check_row(const struct closed_report *report, void *data)
{
    struct rows *rows = data;
    uint8_t found[DIGEST_SIZE];

    digest(report->figures.data, report->figures.length, found);
    if (memcmp(found, report->figures_hash, DIGEST_SIZE) != 0)
        fault(rows, report, "its digest is not that of its figures");
    add_digest(rows->digests, found);
    check_place(rows, report);
    rows->before = *report;
    rows->count++;
}

int64_t check_closed_reports_compare(const struct check_closed_reports *check, struct store_tx *tx,
                                     struct check_faults *faults)
{
    struct rows rows = {.faults = faults};

    closed_report_rows_all(tx, check_row, &rows);
    if (rows.count != check->told)
        check_fault(faults, "closed reports: %lld versions, the log tells of %lld",
                    (long long)rows.count, (long long)check->told);
    else if (check->unreadable || memcmp(rows.digests, check->digests, DIGEST_SIZE) != 0)
        check_fault(faults, "closed reports: their figures are not those that the log tells of");
    return rows.count;
}
