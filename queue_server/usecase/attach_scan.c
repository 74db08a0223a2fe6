#include "usecase/attach_scan.h"

#include <string.h>

#include "base/vietnamese.h"
#include "domain/dossier_scan.h"
#include "store/event_log.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_journal.h"
#include "usecase/ticket_view.h"

/* ---- what both have in common ---------------------------------------------------------------- */

enum err attach_scan_load(struct store_tx *tx, struct command *command, int64_t id, bool of_result,
                          struct dossier_work **out_work)
{
    struct dossier_work *work = NULL;
    enum err err = dossier_work_open(tx, command, id, &work);

    if (err == ERR_OK)
        err = dossier_scan_allowed(&work->record.dossier, &work->actor, of_result);
    if (err == ERR_STATE_FORBIDS)
        snprintf(command->facts.state, sizeof command->facts.state, "%s",
                 dossier_state_name(work->record.dossier.state));
    if (err == ERR_OK) {
        *out_work = work;
        return ERR_OK;
    }
    dossier_work_free(work);
    return err;
}

static void put_source(struct text *text, const struct scan_record *record)
{
    char id[TICKET_ID_SIZE];

    json_open_object(text, "reused_from");
    opaque_id('d', record->from_dossier, id);
    json_put_string(text, "dossier", id);
    opaque_id('s', record->from_scan, id);
    json_put_string(text, "scan", id);
    json_close_object(text);
}

/* The event: ids, type, size; of the bytes and the reason a salted digest. Rules. */
static void tell(struct dossier_work *work, const char *kind, const struct scan_record *record,
                 int64_t from_inbox)
{
    char subject[TICKET_ID_SIZE], id[TICKET_ID_SIZE];
    struct text data, sealed;

    opaque_id('s', record->id, id);
    opaque_id('d', record->dossier, subject);
    text_init(&data);
    text_init(&sealed);
    json_open_object(&data, NULL);
    json_open_object(&data, "scan");
    json_put_string(&data, "id", id);
    json_put_int(&data, "paper", record->paper);
    json_put_string(&data, "type", record->type);
    json_put_int(&data, "bytes", record->bytes);
    if (record->from_scan)
        put_source(&data, record);
    if (from_inbox) {
        opaque_id('s', from_inbox, id);
        json_put_string(&data, "from_inbox", id);
    }
    text_add(&sealed, record->sha256);
    dossier_journal_digest(&data, "digest", &work->record, &sealed);
    if (record->removed_by[0]) {
        text_clear(&sealed);
        text_add(&sealed, record->reason);
        dossier_journal_digest(&data, "reason_digest", &work->record, &sealed);
    }
    json_close_object(&data);
    dossier_journal_view(&data, &work->record);
    json_close_object(&data);
    command_event(work->tx, work->command, kind, subject, NULL, &data);
    text_release(&sealed);
    text_release(&data);
}

static void check_text(struct command *command, const char *pointer, char *text, size_t size)
{
    if (text[0])
        dossier_check_text(command, pointer, text, size);
}

void attach_scan_save(struct dossier_work *work, struct scan_record *record, int64_t from_inbox)
{
    record->id = event_log_next_seq(work->tx);
    record->added_at = work->command->now;
    record->removed_at = instant_none();
    memcpy(record->added_by, work->actor.officer.account, sizeof record->added_by);
    scan_rows_put(work->tx, record);
    dossier_rows_act(work->tx, work->actor.officer.account, record->dossier);
    tell(work, "dossier_scanned", record, from_inbox);
}

/* ---- attach ---------------------------------------------------------------------------------- */

/* The bytes decide; what was said of them must agree. Rule R-461. */
static enum err check_type(const struct attach_scan *attach, enum scan_type *out_type)
{
    if (attach->declared == SCAN_DECLARED_OTHER)
        return ERR_MEDIA_TYPE;
    if (!scan_look_type(&attach->file->look, out_type))
        return ERR_SCAN_TYPE;
    return attach->declared == SCAN_DECLARED_TYPE && attach->declared_type != *out_type
               ? ERR_SCAN_FALSE_TYPE
               : ERR_OK;
}

static enum err check(struct dossier_work *work, struct attach_scan *attach,
                      enum scan_type *out_type)
{
    if (attach->paper > work->document_count)
        return ERR_UNKNOWN_PAPER;
    if (scan_rows_each(work->tx, attach->dossier, NULL, NULL) >= DOSSIER_SCANS_MAX)
        return ERR_LIMIT_REACHED;
    check_text(work->command, "/name", attach->name, sizeof attach->name);
    if (work->command->facts.fields.length)
        return ERR_FIELDS;
    return check_type(attach, out_type);
}

static void fill(const struct attach_scan *attach, enum scan_type type, struct scan_record *out)
{
    *out = (struct scan_record){
        .dossier = attach->dossier, .paper = attach->paper, .bytes = attach->file->bytes};
    memcpy(out->sha256, attach->file->name, sizeof out->sha256);
    memcpy(out->name, attach->name, sizeof out->name);
    snprintf(out->type, sizeof out->type, "%s", scan_type_name(type));
}

enum err attach_scan_run(struct store_tx *tx, struct command *command)
{
    struct attach_scan *attach = container_of(command, struct attach_scan, command);
    const bool of_result = attach->paper == SCAN_PAPER_RESULT;
    struct dossier_work *work;
    enum scan_type type;
    enum err err = attach_scan_load(tx, command, attach->dossier, of_result, &work);

    if (err != ERR_OK)
        return err;
    err = check(work, attach, &type);
    if (err == ERR_OK)
        err = scan_file_keep(attach->file); /* before the row: R-460 */
    if (err == ERR_OK) {
        fill(attach, type, &attach->record);
        attach_scan_save(work, &attach->record, 0);
    }
    dossier_work_free(work);
    return err;
}

/* ---- remove ---------------------------------------------------------------------------------- */

enum err remove_scan_run(struct store_tx *tx, struct command *command)
{
    struct remove_scan *take = container_of(command, struct remove_scan, command);
    struct scan_record *record = &take->record;
    struct dossier_work *work;
    const bool found = scan_rows_get(tx, take->dossier, take->id, record);
    const bool of_result = found && record->paper == SCAN_PAPER_RESULT;
    enum err err = attach_scan_load(tx, command, take->dossier, of_result, &work);

    if (err != ERR_OK)
        return err;
    check_text(command, "/reason", take->reason, sizeof take->reason);
    if (!found)
        err = ERR_NOT_FOUND;
    else if (command->facts.fields.length)
        err = ERR_FIELDS;
    else if (record->removed_by[0])
        err = ERR_SCAN_REMOVED;
    else if (vietnamese_is_empty(take->reason, strlen(take->reason)))
        err = ERR_REASON_MISSING;
    if (err == ERR_OK) {
        record->removed_at = command->now;
        memcpy(record->removed_by, work->actor.officer.account, sizeof record->removed_by);
        memcpy(record->reason, take->reason, sizeof record->reason);
        scan_rows_put(tx, record);
        dossier_rows_act(tx, work->actor.officer.account, take->dossier);
        tell(work, "dossier_scan_removed", record, 0);
    }
    dossier_work_free(work);
    return err;
}

/* ---- reading --------------------------------------------------------------------------------- */

void scan_view(struct text *text, const struct scan_record *record)
{
    char id[TICKET_ID_SIZE];

    opaque_id('s', record->id, id);
    json_open_object(text, NULL);
    json_put_string(text, "id", id);
    json_put_int(text, "paper", record->paper);
    json_put_string(text, "type", record->type);
    json_put_int(text, "bytes", record->bytes);
    json_put_string(text, "sha256", record->sha256);
    json_put_string_or_null(text, "name", record->name);
    json_put_string(text, "added_by", record->added_by);
    json_put_instant(text, "added_at", record->added_at);
    json_put_string_or_null(text, "removed_by", record->removed_by);
    json_put_instant_or_null(text, "removed_at", record->removed_at);
    json_put_string_or_null(text, "reason", record->reason);
    if (record->from_scan)
        put_source(text, record);
    else
        json_put_null(text, "reused_from");
    json_close_object(text);
}

static void add_item(const struct scan_record *record, void *data)
{
    scan_view(data, record);
}

enum err read_scans_run(struct store_tx *tx, struct command *command)
{
    struct read_scans *read = container_of(command, struct read_scans, command);
    const enum err err = dossier_work_look(tx, command, read->dossier);

    text_init(&read->items);
    if (err != ERR_OK)
        return err;
    scan_rows_each(tx, read->dossier, add_item, &read->items);
    return read->items.failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err read_scan_file_run(struct store_tx *tx, struct command *command)
{
    struct read_scan_file *read = container_of(command, struct read_scan_file, command);
    const enum err err = dossier_work_look(tx, command, read->dossier);

    text_init(&read->bytes);
    if (err != ERR_OK)
        return err;
    if (!scan_rows_get(tx, read->dossier, read->id, &read->record))
        return ERR_NOT_FOUND;
    if (read->record.removed_by[0])
        return ERR_SCAN_REMOVED;
    const enum err got = scan_store_read(read->store, read->record.sha256, &read->bytes);
    return got == ERR_NOT_FOUND ? ERR_FILE : got; /* a row without its file is a fault of ours */
}
