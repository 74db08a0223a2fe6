#include "usecase/calendar_dry_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "usecase/calendar_faults.h"
#include "usecase/setup_change.h"

/* ---- the document ---------------------------------------------------------------------------- */

struct fault_sink {
    struct command *command;
    const char *pointer;
};

static void say_contradiction(const struct calendar_fault *fault, void *data)
{
    const struct fault_sink *sink = data;
    char pointer[96];

    snprintf(pointer, sizeof pointer, "%s/days_off/%zu/date", sink->pointer, fault->day_off);
    command_fault(sink->command, pointer, ERR_CALENDAR_CONTRADICTION);
    snprintf(pointer, sizeof pointer, "%s/compensatory_working_days/%zu/date", sink->pointer,
             fault->make_up);
    command_fault(sink->command, pointer, ERR_CALENDAR_CONTRADICTION);
}

/* The reader's place, `days_off[3].date: ...`, as a pointer below `pointer`. */
static void say_malformed(struct command *command, const char *pointer, const char *message)
{
    static const char known[] = "abcdefghijklmnopqrstuvwxyz_0123456789[].";
    const size_t length = strspn(message, known);
    char place[160];
    size_t at = (size_t)snprintf(place, sizeof place, "%s", pointer);

    if (message[length] == ':' && length > 0 && strncmp(message, "line", 4) != 0)
        for (size_t i = 0; i < length && at + 2 < sizeof place; i++) {
            if (i == 0 || message[i] == '[' || message[i] == '.')
                place[at++] = '/';
            if (message[i] != '[' && message[i] != ']' && message[i] != '.')
                place[at++] = message[i];
        }
    place[at] = '\0';
    command_fault(command, place, ERR_CALENDAR_MALFORMED);
}

/* Rule R-073. */
enum err calendar_source_load(struct store_tx *tx, struct command *command,
                              const struct calendar_source_text *from, struct text *out_json,
                              struct calendar_document **out_document)
{
    struct fault_sink sink = {.command = command, .pointer = from->pointer};
    char message[CALENDAR_MESSAGE_SIZE];
    enum err err;

    text_init(out_json);
    if (from->json)
        text_add_bytes(out_json, from->json, from->length);
    else if (!calendar_rows_document(tx, from->version, out_json))
        return sql_outcome(tx) == ERR_OK ? ERR_NOT_FOUND : sql_outcome(tx);
    if (out_json->failed)
        return ERR_NO_MEMORY;
    err = calendar_document_load(out_json->data, out_json->length, out_document, message,
                                 sizeof message);
    if (err == ERR_CALENDAR_CONTRADICTION)
        calendar_faults_each(out_json->data, out_json->length, say_contradiction, &sink);
    else if (err == ERR_CALENDAR_MALFORMED)
        say_malformed(command, from->pointer, message);
    return err == ERR_OK || err == ERR_NO_MEMORY ? err : ERR_FIELDS;
}

/* Rule R-071. */
enum err calendar_token(const struct calendar_document *document, int64_t base_version,
                        struct date day, char out_token[CALENDAR_TOKEN_SIZE])
{
    struct {
        int64_t version, day;
        uint8_t document[DIGEST_SIZE];
    } shown = {.version = base_version, .day = day.day};
    uint8_t hash[DIGEST_SIZE];
    const enum err err = calendar_document_digest(document, shown.document);

    if (err != ERR_OK)
        return err;
    digest(&shown, sizeof shown, hash);
    digest_text(hash, out_token);
    return ERR_OK;
}

/* ---- the version it rests on ----------------------------------------------------------------- */

enum err calendar_check_version(struct store_tx *tx, struct command *command,
                                int64_t expected_version, struct calendar_version_row *out_newest)
{
    *out_newest = (struct calendar_version_row){.version = 0};
    calendar_rows_newest(tx, out_newest);
    if (expected_version < 0)
        return ERR_OK;
    struct setup_stamp stamp = {.version = out_newest->version,
                                .changed_at = out_newest->entered_at};
    memcpy(stamp.changed_by, out_newest->entered_by, sizeof stamp.changed_by);
    return setup_change_check(tx, command, expected_version, &stamp);
}

/* ---- the run --------------------------------------------------------------------------------- */

static enum err begin(struct store_tx *tx, struct calendar_dry_run *run)
{
    struct calendar_version_row newest;
    struct text json;
    enum err err = calendar_check_version(tx, &run->command, run->expected_version, &newest);

    if (err != ERR_OK)
        return err;
    err = calendar_source_load(tx, &run->command, &run->from, &json, &run->document);
    text_release(&json);
    if (err != ERR_OK)
        return err;
    run->draft = (struct calendar_version){.row.version = INT64_MAX, .document = run->document};
    run->changes = true;
    err = calendar_document_digest(run->document, run->draft.row.digest);
    if (err == ERR_OK && newest.version > 0)
        run->changes = memcmp(newest.digest, run->draft.row.digest, DIGEST_SIZE) != 0;
    run->base_version = newest.version;
    return err == ERR_OK ? calendar_token(run->document, run->base_version,
                                          date_of_instant(run->command.now), run->token)
                         : err;
}

/* Nothing is kept of what is computed. */
static enum err look_at(struct store_tx *tx, struct calendar_dry_run *run,
                        struct dossier_record *record)
{
    enum due_move move = DUE_STAYS;
    const enum err err = dossier_due_by(tx, run->command.office, &run->draft, record, &move);

    if (err != ERR_OK && err != ERR_CALENDAR_RANGE)
        return err;
    follow_calendar_count(&run->moves, move);
    return ERR_OK;
}

static enum err run_slice(struct store_tx *tx, struct calendar_dry_run *run)
{
    struct dossier_record *record = malloc(sizeof *record);
    struct calendar_version_row newest = {.version = 0};
    enum err err = record ? ERR_OK : ERR_NO_MEMORY;

    calendar_rows_newest(tx, &newest);
    if (err == ERR_OK && newest.version != run->base_version)
        err = ERR_VERSION_CONFLICT;
    for (int i = 0; err == ERR_OK && run->more && i < DRY_RUN_SLICE; i++) {
        const int64_t id = dossier_rows_open_after(tx, run->last_id);

        run->more = id != 0;
        if (run->more && dossier_rows_get(tx, id, record))
            err = look_at(tx, run, record);
        run->last_id = id;
    }
    free(record);
    return err;
}

static enum err dry_run_work(struct store_tx *tx, struct command *command)
{
    struct calendar_dry_run *run = container_of(command, struct calendar_dry_run, command);
    const enum err err = run->document ? ERR_OK : begin(tx, run);

    return err == ERR_OK ? run_slice(tx, run) : err;
}

static void dry_run_done(struct command *command)
{
    struct calendar_dry_run *run = container_of(command, struct calendar_dry_run, command);

    if (command->err == ERR_OK && run->more) {
        command_release(command);
        command->err = command_read(command);
        if (command->err == ERR_OK)
            return;
        if (command->answer_with)
            command->answer_with(command, command->err);
    }
    calendar_document_free(run->document);
    run->document = NULL;
    run->finished(command);
}

enum err calendar_dry_run_start(struct calendar_dry_run *run)
{
    run->finished = run->command.done;
    run->command.run = dry_run_work;
    run->command.done = dry_run_done;
    run->more = true;
    return command_read(&run->command);
}
