/* What the control socket and the command line ask for, as use cases. */
#include <stdlib.h>
#include <string.h>

#include "api/arrival_input.h"
#include "api/calendar_follow.h"
#include "live/control_calendar.h"
#include "live/control_mapping.h"
#include "usecase/import_calendar.h"
#include "usecase/import_centre.h"
#include "usecase/import_dossiers.h"
#include "usecase/import_procedures.h"
#include "usecase/manage_access.h"

/* A request that runs; its use case follows it in memory. */
struct running {
    struct api *api;
    control_done_fn done;
    void *data;
    json_t *answer; /* members that the use case adds */
    char *document; /* of an import */
};

static void finish(struct running *running, enum err err, const char *message)
{
    json_t *answer = running->answer ? running->answer : json_object();

    json_object_set_new(answer, "ok", json_boolean(err == ERR_OK));
    if (err != ERR_OK) {
        json_object_set_new(answer, "code", json_string(err_code(err)));
        if (message && message[0])
            json_object_set_new(answer, "message", json_string(message));
    }
    running->done(answer, running->data);
    json_decref(answer);
    free(running->document);
    free(running);
}

static struct running *start(struct api *api, control_done_fn done, void *data)
{
    struct running *running = calloc(1, sizeof *running);

    if (running)
        *running =
            (struct running){.api = api, .done = done, .data = data, .answer = json_object()};
    return running;
}

static void prepare(struct command *command, struct running *running, command_run_fn run,
                    command_done_fn done)
{
    *command = (struct command){.office = &running->api->office,
                                .actor = {.kind = ACTOR_SYSTEM},
                                .run = run,
                                .done = done,
                                .owner = running};
}

static void submit(struct running *running, struct command *command)
{
    const enum err err = command_submit(command);

    if (err != ERR_OK) {
        free(command);
        finish(running, err, NULL);
    }
}

/* ---- accounts -------------------------------------------------------------------------------- */

/* Who asked is told when it holds. */
static void saved(struct command *command)
{
    struct running *running = command->owner;
    const enum err err = command->err;

    if (err == ERR_OK && running->api->hasher) {
        api_account_saved(running->api, container_of(command, struct save_account, command));
        api_reload_directory(running->api);
    }
    command_release(command);
    free(command);
    finish(running, err, NULL);
}

static void confirmed(struct command *command)
{
    struct running *running = command->owner;
    const enum err err = command->err;

    command_release(command);
    free(command);
    finish(running, err, NULL);
}

static void copy_member(const json_t *request, const char *key, char *out, size_t size)
{
    const char *value = json_string_value(json_object_get(request, key));

    if (value && strlen(value) < size)
        memcpy(out, value, strlen(value) + 1);
}

static enum err read_roles(const json_t *request, struct role_set *out_roles)
{
    size_t i;
    json_t *value;

    json_array_foreach(json_object_get(request, "roles"), i, value)
    {
        enum role role;

        if (!json_is_string(value) ||
            role_from_code(json_string_value(value), json_string_length(value), &role) != ERR_OK)
            return ERR_UNKNOWN;
        *out_roles = role_set_add(*out_roles, role);
    }
    return ERR_OK;
}

static void save_account(struct running *running, const json_t *request, bool is_new,
                         bool new_password)
{
    const char *password = json_string_value(json_object_get(request, "password"));
    struct save_account *save = calloc(1, sizeof *save);
    enum err err = save ? ERR_OK : ERR_NO_MEMORY;

    if (err == ERR_OK) {
        prepare(&save->command, running, save_account_run, saved);
        save->is_new = is_new;
        save->new_password = new_password;
        copy_member(request, "account", save->account.code, sizeof save->account.code);
        copy_member(request, "name", save->account.name, sizeof save->account.name);
        copy_member(request, "unit", save->account.unit, sizeof save->account.unit);
        err = read_roles(request, &save->account.roles);
    }
    if (err == ERR_OK && password && !password_hash(password, save->account.password))
        err = ERR_NO_MEMORY;
    if (err == ERR_OK && !save->account.code[0])
        err = ERR_BAD_VALUE;
    if (err != ERR_OK) {
        free(save);
        finish(running, err, NULL);
        return;
    }
    submit(running, &save->command);
}

/* Disabling keeps everything else: the row is read, marked, written. */
static enum err disable_run(struct store_tx *tx, struct command *command)
{
    struct save_account *save = container_of(command, struct save_account, command);
    struct directory_account stored;

    if (!account_rows_get(tx, save->account.code, &stored))
        return ERR_NOT_FOUND;
    save->account = stored;
    save->account.disabled = true;
    return save_account_run(tx, command);
}

static void disable_account(struct running *running, const json_t *request)
{
    struct save_account *save = calloc(1, sizeof *save);

    if (!save) {
        finish(running, ERR_NO_MEMORY, NULL);
        return;
    }
    prepare(&save->command, running, disable_run, saved);
    copy_member(request, "account", save->account.code, sizeof save->account.code);
    submit(running, &save->command);
}

/* ---- the clock ------------------------------------------------------------------------------- */

struct confirm {
    struct command command;
};

static enum err confirm_run(struct store_tx *tx, struct command *command)
{
    struct text data;

    text_init(&data);
    text_add(&data, "{}");
    command_event(tx, command, "clock_confirmed", "clock", "", &data);
    text_release(&data);
    return ERR_OK;
}

/* An administrator of the machine vouches for its clock: believed first, then logged. */
static void confirm_clock(struct running *running)
{
    struct confirm *confirm = calloc(1, sizeof *confirm);

    if (!confirm) {
        finish(running, ERR_NO_MEMORY, NULL);
        return;
    }
    clock_confirm(&running->api->office.clock);
    prepare(&confirm->command, running, confirm_run, confirmed);
    submit(running, &confirm->command);
}

/* ---- imports --------------------------------------------------------------------------------- */

/* An import may have changed the set-up: every later command sees the new one. */
struct reload {
    struct command command;
    struct catalogue *loaded;
};

static enum err reload_run(struct store_tx *tx, struct command *command)
{
    return catalogue_load(tx, &container_of(command, struct reload, command)->loaded);
}

static void reloaded(struct command *command)
{
    struct reload *reload = container_of(command, struct reload, command);
    struct running *running = command->owner;
    const enum err err = command->err;

    if (err == ERR_OK)
        office_set_catalogue(&running->api->office, reload->loaded);
    command_release(command);
    free(reload);
    finish(running, err, NULL);
}

static void reload_catalogue(struct running *running)
{
    struct reload *reload = calloc(1, sizeof *reload);

    if (!reload) {
        finish(running, ERR_NO_MEMORY, NULL);
        return;
    }
    /* on the writer, so that it is never older than a change committed meanwhile */
    prepare(&reload->command, running, reload_run, reloaded);
    if (command_submit(&reload->command) != ERR_OK) {
        free(reload);
        finish(running, ERR_CLOSED, NULL);
    }
}

/* whoever imports a calendar hears of it when every open dossier has followed; should it be
 * stopped, the server goes on with it. */
static void followed(enum err err, const struct calendar_apply_row *apply, void *data)
{
    struct running *running = data;

    if (err == ERR_OK && apply->version) {
        json_t *moves = control_moves(&apply->moves);

        json_object_set_new(moves, "version", json_integer(apply->version));
        json_object_set_new(running->answer, "moves", moves);
    }
    reload_catalogue(running);
}

static void imported(struct command *command)
{
    struct import *import = container_of(command, struct import, command);
    struct running *running = command->owner;
    const enum err err = command->err;
    char *message = text_take(&import->faults);
    char *warnings = text_take(&import->warnings);

    json_object_set_new(running->answer, "rows", json_integer(import->rows));
    json_object_set_new(running->answer, "changed", json_integer(import->changed));
    json_object_set_new(running->answer, "warnings", json_string(warnings ? warnings : ""));
    const bool moved = command->run == import_calendar_run && import->changed;
    struct office *office = command->office;
    command_release(command);
    free(import);
    const bool walks =
        err == ERR_OK && moved && calendar_follow_start(office, followed, running) == ERR_OK;
    if (err == ERR_OK && !walks)
        reload_catalogue(running);
    else if (err != ERR_OK)
        finish(running, err, message);
    free(message);
    free(warnings);
}

static void import_document(struct running *running, const json_t *request)
{
    static const struct {
        const char *what;
        command_run_fn run;
    } kinds[] = {{"centre", import_centre_run},
                 {"procedures", import_procedures_run},
                 {"calendar", import_calendar_run}};
    const char *what = json_string_value(json_object_get(request, "what"));
    struct import *import = calloc(1, sizeof *import);
    command_run_fn run = NULL;

    for (size_t i = 0; what && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].what, what) == 0)
            run = kinds[i].run;
    running->document = json_dumps(json_object_get(request, "document"), JSON_COMPACT);
    if (!import || !run || !running->document) {
        free(import);
        finish(running, ERR_MALFORMED, NULL);
        return;
    }
    prepare(&import->command, running, run, imported);
    import->json = running->document;
    import->length = strlen(running->document);
    submit(running, &import->command);
}

/* ---- dossiers -------------------------------------------------------------------------------- */

/* The faults, "POINTER TAB CODE" a line, are told as they are. */
static void arrived(struct command *command)
{
    struct import_dossiers *import = container_of(command, struct import_dossiers, command);
    struct running *running = command->owner;
    const enum err err = command->err;
    char *faults = err == ERR_FIELDS ? text_take(&command->facts.fields) : NULL;

    json_object_set_new(running->answer, "lines", json_integer(import->line_count));
    json_object_set_new(running->answer, "imported", json_integer(import->imported));
    json_object_set_new(running->answer, "known", json_integer(import->known));
    json_object_set_new(running->answer, "fault_count", json_integer(import->fault_count));
    json_decref((json_t *)import->lines);
    command_release(command);
    free(import);
    finish(running, err, faults);
    free(faults);
}

static void import_dossiers(struct running *running, const json_t *request)
{
    json_t *lines = json_object_get(request, "lines");
    struct import_dossiers *import = calloc(1, sizeof *import);

    if (!import || !json_is_array(lines) || json_array_size(lines) > IMPORT_DOSSIERS_MAX) {
        free(import);
        finish(running, ERR_MALFORMED, NULL);
        return;
    }
    prepare(&import->command, running, import_dossiers_run, arrived);
    import->read = arrival_input_read;
    import->dry_run = json_is_true(json_object_get(request, "dry_run"));
    import->lines = json_incref(lines); /* the request ends before the use case */
    const enum err err =
        import->dry_run ? command_read(&import->command) : command_submit(&import->command);
    if (err != ERR_OK) {
        json_decref(lines);
        free(import);
        finish(running, err, NULL);
    }
}

/* ---- one request ----------------------------------------------------------------------------- */

void control_execute(struct api *api, const json_t *request, control_done_fn done, void *data)
{
    const char *what = json_string_value(json_object_get(request, "do"));
    struct running *running;

    if (control_calendar(api, request, done, data) || control_mapping(api, request, done, data))
        return;
    running = start(api, done, data);
    if (!running) {
        done(NULL, data);
        return;
    }
    if (!what)
        finish(running, ERR_MALFORMED, NULL);
    else if (strcmp(what, "import") == 0)
        import_document(running, request);
    else if (strcmp(what, "import_dossiers") == 0)
        import_dossiers(running, request);
    else if (strcmp(what, "account_add") == 0)
        save_account(running, request, true, false);
    else if (strcmp(what, "account_password") == 0)
        save_account(running, request, false, true);
    else if (strcmp(what, "account_disable") == 0)
        disable_account(running, request);
    else if (strcmp(what, "clock_confirm") == 0)
        confirm_clock(running);
    else
        finish(running, ERR_UNKNOWN, NULL);
}
