#include "usecase/scanner_inbox.h"

#include <string.h>

#include "base/random.h"
#include "base/vietnamese.h"
#include "store/event_log.h"
#include "usecase/attach_scan.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_work.h"
#include "usecase/ticket_view.h"

void inbox_scan_view(struct text *text, const struct inbox_scan *scan)
{
    char id[TICKET_ID_SIZE];

    opaque_id('s', scan->id, id);
    json_open_object(text, NULL);
    json_put_string(text, "id", id);
    json_put_string(text, "name", scan->name);
    json_put_string_or_null(text, "type", scan->type);
    json_put_int(text, "bytes", scan->bytes);
    json_put_string_or_null(text, "refused", scan->refused);
    json_put_instant(text, "arrived_at", scan->arrived_at);
    json_put_string_or_null(text, "discarded_by", scan->dossier ? "" : scan->ended_by);
    json_put_string_or_null(text, "reason", scan->reason);
    json_close_object(text);
}

/* ---- the log --------------------------------------------------------------------------------- */

static void digest_of(const char *salt, const char *first, const char *second,
                      uint8_t out_digest[DIGEST_SIZE])
{
    char all[INBOX_SALT_SIZE + SCAN_NAME_SIZE + SCAN_REASON_SIZE];
    const int length = snprintf(all, sizeof all, "%s%s\x1f%s", salt, first, second);

    digest(all, (size_t)length, out_digest);
}

void inbox_scan_digest(const struct inbox_scan *scan, uint8_t out_digest[DIGEST_SIZE])
{
    digest_of(scan->salt, scan->sha256, scan->name, out_digest);
}

/* Rules: no name, no reason; to which dossier it was given tells that dossier's own
 * event. */
static void tell(struct store_tx *tx, struct command *command, const char *kind,
                 const struct inbox_scan *scan)
{
    uint8_t sealed[DIGEST_SIZE];
    char id[TICKET_ID_SIZE];
    struct text data;

    opaque_id('s', scan->id, id);
    inbox_scan_digest(scan, sealed);
    text_init(&data);
    json_open_object(&data, NULL);
    json_open_object(&data, "scan");
    json_put_string(&data, "id", id);
    json_put_string_or_null(&data, "type", scan->type);
    json_put_int(&data, "bytes", scan->bytes);
    json_put_string_or_null(&data, "refused", scan->refused);
    json_put_hex(&data, "digest", sealed, sizeof sealed);
    if (scan->reason[0]) {
        digest_of(scan->salt, "", scan->reason, sealed);
        json_put_hex(&data, "reason_digest", sealed, sizeof sealed);
    }
    json_close_object(&data);
    json_close_object(&data);
    command_event(tx, command, kind, id, NULL, &data);
    text_release(&data);
}

/* ---- arriving -------------------------------------------------------------------------------- */

static void fill(const struct receive_scan *receive, struct inbox_scan *out)
{
    *out = (struct inbox_scan){.written_ns = receive->written_ns,
                               .bytes = receive->bytes,
                               .arrived_at = receive->command.now,
                               .ended_at = instant_none()};
    memcpy(out->name, receive->name, sizeof out->name);
    snprintf(out->refused, sizeof out->refused, "%s", scanner_refusal_name(receive->refusal));
    if (receive->refusal == SCANNER_TAKEN) {
        memcpy(out->sha256, receive->file->name, sizeof out->sha256);
        snprintf(out->type, sizeof out->type, "%s", scan_type_name(receive->type));
    }
}

enum err receive_scan_run(struct store_tx *tx, struct command *command)
{
    struct receive_scan *receive = container_of(command, struct receive_scan, command);
    struct inbox_scan scan, before;

    fill(receive, &scan);
    receive->known = inbox_rows_same(tx, &scan, &before);
    if (receive->known) {
        receive->id = before.id;
        return sql_outcome(tx);
    }
    const enum err err = receive->refusal == SCANNER_TAKEN ? scan_file_keep(receive->file) : ERR_OK;
    if (err != ERR_OK)
        return err;
    receive->id = scan.id = event_log_next_seq(tx);
    random_token(scan.salt);
    inbox_rows_put(tx, &scan);
    tell(tx, command, scan.refused[0] ? "scanner_scan_refused" : "scanner_scan_arrived", &scan);
    return sql_outcome(tx);
}

/* ---- reading --------------------------------------------------------------------------------- */

enum err read_scanner_folder_run(struct store_tx *tx, struct command *command)
{
    (void)tx;
    (void)command;
    return ERR_OK;
}

static void add_item(const struct inbox_scan *scan, void *data)
{
    struct read_inbox *read = data;

    if (read->count++ == read->limit)
        return;
    inbox_scan_view(&read->items, scan);
    read->last = scan->id;
}

enum err read_inbox_run(struct store_tx *tx, struct command *command)
{
    struct read_inbox *read = container_of(command, struct read_inbox, command);

    text_init(&read->items);
    inbox_rows_waiting(tx, read->before, read->limit + 1, add_item, read);
    if (read->count > read->limit)
        opaque_id('s', read->last, read->next);
    return read->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

/* What waits under this id, or how it ended. */
static enum err find(struct store_tx *tx, int64_t id, struct inbox_scan *out)
{
    if (!inbox_rows_get(tx, id, out))
        return ERR_NOT_FOUND;
    if (out->dossier)
        return ERR_SCAN_ASSIGNED;
    return instant_is_none(out->ended_at) ? ERR_OK : ERR_SCAN_REMOVED;
}

static enum err find_taken(struct store_tx *tx, int64_t id, struct inbox_scan *out)
{
    const enum err err = find(tx, id, out);

    return err == ERR_OK && out->refused[0] ? ERR_NOT_FOUND : err;
}

enum err read_inbox_file_run(struct store_tx *tx, struct command *command)
{
    struct read_inbox_file *read = container_of(command, struct read_inbox_file, command);
    enum err err = find_taken(tx, read->id, &read->scan);

    text_init(&read->bytes);
    if (err != ERR_OK)
        return err;
    err = scan_store_read(read->store, read->scan.sha256, &read->bytes);
    return err == ERR_NOT_FOUND ? ERR_FILE : err; /* a row without its file is a fault of ours */
}

/* ---- given to a dossier ---------------------------------------------------------------------- */

static enum err check(struct dossier_work *work, const struct assign_scan *assign,
                      struct inbox_scan *out_scan)
{
    const enum err err = find_taken(work->tx, assign->scan, out_scan);

    if (err != ERR_OK)
        return err;
    if (assign->paper > work->document_count)
        return ERR_UNKNOWN_PAPER;
    return scan_rows_each(work->tx, assign->dossier, NULL, NULL) >= DOSSIER_SCANS_MAX
               ? ERR_LIMIT_REACHED
               : ERR_OK;
}

static void give(struct dossier_work *work, struct assign_scan *assign, struct inbox_scan *scan)
{
    struct scan_record *record = &assign->record;

    *record = (struct scan_record){
        .dossier = assign->dossier, .paper = assign->paper, .bytes = scan->bytes};
    memcpy(record->sha256, scan->sha256, sizeof record->sha256);
    memcpy(record->type, scan->type, sizeof record->type);
    memcpy(record->name, scan->name, sizeof record->name);
    attach_scan_save(work, record, scan->id);
    scan->dossier = assign->dossier;
    scan->scan = record->id;
    scan->ended_at = work->command->now;
    memcpy(scan->ended_by, record->added_by, sizeof scan->ended_by);
    inbox_rows_put(work->tx, scan);
    tell(work->tx, work->command, "scanner_scan_assigned", scan);
}

/* Rule R-564. */
enum err assign_scan_run(struct store_tx *tx, struct command *command)
{
    struct assign_scan *assign = container_of(command, struct assign_scan, command);
    struct inbox_scan scan;
    struct dossier_work *work;
    enum err err =
        attach_scan_load(tx, command, assign->dossier, assign->paper == SCAN_PAPER_RESULT, &work);

    if (err != ERR_OK)
        return err;
    err = check(work, assign, &scan);
    if (err == ERR_OK) {
        give(work, assign, &scan);
        err = sql_outcome(tx);
    }
    dossier_work_free(work);
    return err;
}

/* ---- discarded ------------------------------------------------------------------------------- */

/* Rule R-565. */
enum err discard_scan_run(struct store_tx *tx, struct command *command)
{
    struct discard_scan *discard = container_of(command, struct discard_scan, command);
    struct inbox_scan *scan = &discard->scan;
    const enum err err = find(tx, discard->id, scan);

    if (err != ERR_OK)
        return err;
    if (discard->reason[0])
        dossier_check_text(command, "/reason", discard->reason, sizeof discard->reason);
    if (command->facts.fields.length)
        return ERR_FIELDS;
    if (vietnamese_is_empty(discard->reason, strlen(discard->reason)))
        return ERR_REASON_MISSING;
    scan->ended_at = command->now;
    memcpy(scan->ended_by, command->actor.code, sizeof scan->ended_by);
    memcpy(scan->reason, discard->reason, sizeof scan->reason);
    inbox_rows_put(tx, scan);
    tell(tx, command, "scanner_scan_discarded", scan);
    return sql_outcome(tx);
}
