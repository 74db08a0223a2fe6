#include "usecase/check_inbox.h"

#include <jansson.h>
#include <string.h>

#include "usecase/scanner_inbox.h"
#include "usecase/ticket_view.h"

/* ---- one event ------------------------------------------------------------------------------- */

static bool tells(const json_t *told, const char *key, const char *value)
{
    const char *said = json_string_value(json_object_get(told, key));

    return strcmp(said ? said : "", value) == 0;
}

/* The row says what the log says, and has the name and the bytes of which it has the digest. */
static bool is_told(const struct inbox_scan *scan, const json_t *told)
{
    uint8_t sealed[DIGEST_SIZE];
    char digits[DIGEST_TEXT_SIZE];

    inbox_scan_digest(scan, sealed);
    digest_text(sealed, digits);
    return tells(told, "type", scan->type) && tells(told, "refused", scan->refused) &&
           json_integer_value(json_object_get(told, "bytes")) == scan->bytes &&
           tells(told, "digest", digits);
}

static void compare_row(struct check_inbox *inbox, const struct event *event, const json_t *told)
{
    const bool assigned = strcmp(event->kind, "scanner_scan_assigned") == 0;
    const bool discarded = strcmp(event->kind, "scanner_scan_discarded") == 0;
    struct inbox_scan scan;

    if (!inbox_rows_get(inbox->tx, opaque_id_parse('s', event->subject), &scan))
        check_fault(inbox->faults,
                    "scan %s from the scanner: row %lld of the log tells of it, it "
                    "is gone",
                    event->subject, (long long)event->seq);
    else if (!is_told(&scan, told) || (assigned && !scan.dossier) ||
             (discarded && (scan.dossier || instant_is_none(scan.ended_at))))
        check_fault(inbox->faults, "scan %s from the scanner: is not what row %lld of the log says",
                    event->subject, (long long)event->seq);
}

/* The scan of a dossier that is one of these, and it is that one's. */
static void compare_given(struct check_inbox *inbox, const struct event *event, const json_t *told)
{
    const char *from = json_string_value(json_object_get(told, "from_inbox"));
    const int64_t dossier = opaque_id_parse('d', event->subject);
    struct scan_record record;
    struct inbox_scan scan;

    if (!from)
        return;
    inbox->given++;
    if (!inbox_rows_get(inbox->tx, opaque_id_parse('s', from), &scan) || scan.dossier != dossier ||
        scan.scan != event->seq || !scan_rows_get(inbox->tx, dossier, event->seq, &record) ||
        strcmp(record.sha256, scan.sha256) != 0)
        check_fault(inbox->faults, "scan s%lld of d%lld: not the scan %s from the scanner",
                    (long long)event->seq, (long long)dossier, from);
}

void check_inbox_note(struct check_inbox *inbox, const struct event *event)
{
    const bool of_inbox = strncmp(event->kind, "scanner_", strlen("scanner_")) == 0;

    if (!of_inbox && strcmp(event->kind, "dossier_scanned") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    const json_t *told = json_object_get(data, "scan");
    inbox->arrived += strcmp(event->kind, "scanner_scan_arrived") == 0;
    inbox->refused += strcmp(event->kind, "scanner_scan_refused") == 0;
    inbox->assigned += strcmp(event->kind, "scanner_scan_assigned") == 0;
    inbox->discarded += strcmp(event->kind, "scanner_scan_discarded") == 0;
    if (of_inbox)
        compare_row(inbox, event, told);
    else
        compare_given(inbox, event, told);
    json_decref(data);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static void count_row(const struct inbox_scan *scan, void *data)
{
    struct check_inbox *rows = data;
    const bool ended = !instant_is_none(scan->ended_at);

    rows->arrived += scan->refused[0] == '\0';
    rows->refused += scan->refused[0] != '\0';
    rows->assigned += scan->dossier != 0;
    rows->discarded += ended && !scan->dossier;
}

/* Rule R-566. */
int64_t check_inbox_compare(struct check_inbox *inbox)
{
    struct check_inbox rows = {0};

    inbox_rows_all(inbox->tx, count_row, &rows);
    const struct {
        const char *what;
        int64_t rows, told;
    } counts[] = {{"arrived", rows.arrived, inbox->arrived},
                  {"were refused", rows.refused, inbox->refused},
                  {"were given to dossiers", rows.assigned, inbox->assigned},
                  {"are scans of dossiers", rows.assigned, inbox->given},
                  {"were discarded", rows.discarded, inbox->discarded}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].rows != counts[i].told)
            check_fault(inbox->faults, "scans from the scanner: %lld %s, the log tells of %lld",
                        (long long)counts[i].rows, counts[i].what, (long long)counts[i].told);
    return rows.arrived + rows.refused;
}
