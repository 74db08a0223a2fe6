#include "usecase/reuse_scan.h"

#include <string.h>

#include "store/person_rows.h"
#include "usecase/attach_scan.h"
#include "usecase/dossier_work.h"
#include "usecase/read_dossier.h"
#include "usecase/ticket_view.h"

/* The record that stands for the applicant; 0 when he is in no register. */
static int64_t standing_of(struct dossier_work *work)
{
    const int64_t id = work->people[PART_APPLICANT].person;
    struct person_record person;

    return id && person_rows_get(work->tx, id, &person) ? person.standing : 0;
}

/* ---- what is held ---------------------------------------------------------------------------- */

static void add_item(const struct held_scan *held, void *data)
{
    struct text *text = data;
    char id[TICKET_ID_SIZE];

    json_open_object(text, NULL);
    opaque_id('d', held->scan.dossier, id);
    json_put_string(text, "dossier", id);
    json_put_string_or_null(text, "dossier_code", held->code);
    json_put_string(text, "procedure_name", held->procedure);
    opaque_id('s', held->scan.id, id);
    json_put_string(text, "scan", id);
    json_put_bool(text, "result", held->scan.paper == SCAN_PAPER_RESULT);
    json_put_string_or_null(text, "paper", held->paper);
    json_put_string(text, "type", held->scan.type);
    json_put_int(text, "bytes", held->scan.bytes);
    json_put_instant(text, "added_at", held->scan.added_at);
    json_close_object(text);
}

/* Give what is held of the applicant where this person may read. Rules. */
static void each_held(struct dossier_work *work,
                      void (*each)(const struct held_scan *held, void *data), void *data)
{
    struct held_filter filter = {.standing = standing_of(work), .apart = work->record.id};

    dossier_scope_of(&work->command->actor, &filter.scope_unit, &filter.scope_account);
    if (filter.standing)
        scan_rows_held(work->tx, &filter, each, data);
}

enum err read_held_run(struct store_tx *tx, struct command *command)
{
    struct read_held *read = container_of(command, struct read_held, command);
    struct dossier_work *work = NULL;
    const enum err err = dossier_work_open(tx, command, read->dossier, &work);

    text_init(&read->items);
    if (err != ERR_OK)
        return err;
    each_held(work, add_item, &read->items);
    dossier_work_free(work);
    return read->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

/* ---- taking one over ------------------------------------------------------------------------- */

struct wanted {
    const struct reuse_scan *reuse;
    struct scan_record *out;
    bool found;
};

static void pick(const struct held_scan *held, void *data)
{
    struct wanted *wanted = data;

    if (held->scan.dossier != wanted->reuse->from_dossier ||
        held->scan.id != wanted->reuse->from_scan)
        return;
    *wanted->out = held->scan;
    wanted->found = true;
}

static enum err check(struct dossier_work *work, struct reuse_scan *reuse)
{
    struct wanted wanted = {.reuse = reuse, .out = &reuse->record};

    if (reuse->paper > work->document_count)
        return ERR_UNKNOWN_PAPER;
    if (scan_rows_each(work->tx, reuse->dossier, NULL, NULL) >= DOSSIER_SCANS_MAX)
        return ERR_LIMIT_REACHED;
    each_held(work, pick, &wanted);
    return wanted.found ? ERR_OK : ERR_NOT_HELD;
}

enum err reuse_scan_run(struct store_tx *tx, struct command *command)
{
    struct reuse_scan *reuse = container_of(command, struct reuse_scan, command);
    struct dossier_work *work = NULL;
    enum err err = attach_scan_load(tx, command, reuse->dossier, false, &work);

    if (err != ERR_OK)
        return err;
    err = check(work, reuse);
    if (err == ERR_OK) {
        reuse->record.dossier = reuse->dossier;
        reuse->record.paper = reuse->paper;
        reuse->record.from_dossier = reuse->from_dossier;
        reuse->record.from_scan = reuse->from_scan;
        attach_scan_save(work, &reuse->record, 0);
        err = sql_outcome(tx);
    }
    dossier_work_free(work);
    return err;
}
