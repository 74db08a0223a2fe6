#include "usecase/check_scans.h"

#include <jansson.h>
#include <string.h>

#include "store/inbox_rows.h"
#include "usecase/ticket_view.h"

/* ---- rows and log ---------------------------------------------------------------------------- */

/* The row of an event that attached or removed a scan must be there, and say the same. */
static void compare_row(struct check_scans *scans, const struct event *event, const json_t *told,
                        bool removed)
{
    const char *id = json_string_value(json_object_get(told, "id"));
    const char *type = json_string_value(json_object_get(told, "type"));
    const int64_t dossier = opaque_id_parse('d', event->subject);
    struct scan_record record;

    if (!id || !type || !scan_rows_get(scans->tx, dossier, opaque_id_parse('s', id), &record) ||
        (!removed && record.id != event->seq))
        check_fault(scans->faults, "scan of row %lld of the log: it is gone",
                    (long long)event->seq);
    else if (strcmp(type, record.type) != 0 ||
             json_integer_value(json_object_get(told, "bytes")) != record.bytes ||
             json_integer_value(json_object_get(told, "paper")) != record.paper ||
             (removed && !record.removed_by[0]))
        check_fault(scans->faults, "scan %s of d%lld: is not what row %lld of the log says", id,
                    (long long)dossier, (long long)event->seq);
}

void check_scans_note(struct check_scans *scans, const struct event *event)
{
    const bool removed = strcmp(event->kind, "dossier_scan_removed") == 0;

    if (!removed && strcmp(event->kind, "dossier_scanned") != 0)
        return;
    json_t *data = json_loads(event->data, 0, NULL);
    scans->told += !removed;
    scans->told_removed += removed;
    compare_row(scans, event, json_object_get(data, "scan"), removed);
    json_decref(data);
}

struct row_count {
    int64_t all, removed;
};

static void count_row(const struct scan_record *record, void *data)
{
    struct row_count *count = data;

    count->all++;
    count->removed += record->removed_by[0] != '\0';
}

/* What was taken over has the bytes of where it is from. Rule R-435. */
static void check_source(const struct scan_record *record, void *data)
{
    struct check_scans *scans = data;
    struct scan_record source;

    if (record->from_scan &&
        (!scan_rows_get(scans->tx, record->from_dossier, record->from_scan, &source) ||
         strcmp(source.sha256, record->sha256) != 0))
        check_fault(scans->faults, "scan s%lld of d%lld: not what it was taken over from",
                    (long long)record->id, (long long)record->dossier);
}

/* Rule R-463. */
int64_t check_scans_compare(struct check_scans *scans)
{
    struct row_count count = {0};

    scan_rows_all(scans->tx, count_row, &count);
    scan_rows_reused(scans->tx, check_source, scans);
    if (count.all != scans->told)
        check_fault(scans->faults, "scans: %lld rows, the log tells of %lld", (long long)count.all,
                    (long long)scans->told);
    if (count.removed != scans->told_removed)
        check_fault(scans->faults, "scans: %lld were taken away, the log tells of %lld",
                    (long long)count.removed, (long long)scans->told_removed);
    return count.all;
}

/* ---- files ----------------------------------------------------------------------------------- */

struct walk {
    struct store_tx *tx;
    const struct scan_store *from, *to;
    bool verify, sweep;
    struct check_faults faults;
    struct scan_files *out;
    char last[SCAN_NAME_SIZE]; /* rows come in the order of their files */
    enum err err;
};

/* The next standing scan's file, once for all scans that have it. */
static bool is_next_file(struct walk *walk, const struct scan_record *record)
{
    if (record->removed_by[0] || strcmp(walk->last, record->sha256) == 0)
        return false;
    memcpy(walk->last, record->sha256, sizeof walk->last);
    return true;
}

static void check_file(const struct scan_record *record, void *data)
{
    struct walk *walk = data;

    if (!is_next_file(walk, record))
        return;
    const int64_t size = scan_store_size(walk->from, record->sha256);
    walk->out->files++;
    if (size < 0)
        check_fault(&walk->faults, "scan s%lld of d%lld: its file %s is missing",
                    (long long)record->id, (long long)record->dossier, record->sha256);
    else if (size != record->bytes ||
             (walk->verify && scan_store_verify(walk->from, record->sha256) != ERR_OK))
        check_fault(&walk->faults, "scan s%lld of d%lld: its file %s was changed",
                    (long long)record->id, (long long)record->dossier, record->sha256);
}

/* Those from the scanner that wait have files too. Rule R-566. */
static bool is_next_waiting(struct walk *walk, const struct inbox_scan *scan)
{
    if (!instant_is_none(scan->ended_at) || !scan->sha256[0] ||
        strcmp(walk->last, scan->sha256) == 0)
        return false;
    memcpy(walk->last, scan->sha256, sizeof walk->last);
    return true;
}

static void check_waiting(const struct inbox_scan *scan, void *data)
{
    struct walk *walk = data;

    if (!is_next_waiting(walk, scan))
        return;
    const int64_t size = scan_store_size(walk->from, scan->sha256);
    walk->out->files++;
    if (size < 0)
        check_fault(&walk->faults, "scan s%lld from the scanner: its file %s is missing",
                    (long long)scan->id, scan->sha256);
    else if (size != scan->bytes ||
             (walk->verify && scan_store_verify(walk->from, scan->sha256) != ERR_OK))
        check_fault(&walk->faults, "scan s%lld from the scanner: its file %s was changed",
                    (long long)scan->id, scan->sha256);
}

static void check_orphan(const char *name, void *data)
{
    struct walk *walk = data;

    if (scan_rows_has_file(walk->tx, name) || inbox_rows_has_file(walk->tx, name))
        return;
    walk->out->orphans++;
    if (walk->sweep && scan_store_remove(walk->from, name) == ERR_OK)
        walk->out->swept++;
}

enum err check_scan_files(struct store_tx *tx, const struct scan_store *store, bool verify,
                          bool sweep, void (*fault)(const char *sentence, void *data), void *data,
                          struct scan_files *out)
{
    struct walk walk = {.tx = tx,
                        .from = store,
                        .verify = verify,
                        .sweep = sweep,
                        .faults = {.told = fault, .data = data},
                        .out = out};

    *out = (struct scan_files){0};
    scan_rows_all(tx, check_file, &walk);
    walk.last[0] = '\0';
    inbox_rows_all(tx, check_waiting, &walk);
    out->faults = walk.faults.count;
    if (sql_outcome(tx) != ERR_OK)
        return sql_outcome(tx);
    return scan_store_each(store, check_orphan, &walk);
}

static void copy_file(const struct scan_record *record, void *data)
{
    struct walk *walk = data;

    if (walk->err == ERR_OK && is_next_file(walk, record))
        walk->err = scan_store_copy(walk->from, walk->to, record->sha256);
}

static void copy_waiting(const struct inbox_scan *scan, void *data)
{
    struct walk *walk = data;

    if (walk->err == ERR_OK && is_next_waiting(walk, scan))
        walk->err = scan_store_copy(walk->from, walk->to, scan->sha256);
}

enum err copy_scan_files(struct store_tx *tx, const struct scan_store *from,
                         const struct scan_store *to)
{
    struct walk walk = {.from = from, .to = to, .err = ERR_OK};

    scan_rows_all(tx, copy_file, &walk);
    walk.last[0] = '\0';
    inbox_rows_all(tx, copy_waiting, &walk);
    return walk.err == ERR_OK ? sql_outcome(tx) : walk.err;
}
