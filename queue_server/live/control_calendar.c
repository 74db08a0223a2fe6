#include "live/control_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "api/calendar_follow.h"
#include "usecase/amend_calendar.h"

/* A request that runs. */
struct asked {
    union {
        struct command command; /* the first member of each */
        struct calendar_dry_run dry_run;
        struct amend_calendar amend;
        struct confirm_year confirm;
    } use;
    struct office *office;
    control_done_fn done;
    void *data;
    json_t *answer;
    char *document;
};

static void finish(struct asked *asked, enum err err)
{
    json_object_set_new(asked->answer, "ok", json_boolean(err == ERR_OK));
    if (err != ERR_OK)
        json_object_set_new(asked->answer, "code", json_string(err_code(err)));
    asked->done(asked->answer, asked->data);
    json_decref(asked->answer);
    free(asked->document);
    free(asked);
}

json_t *control_moves(const struct calendar_moves *moves)
{
    return json_pack("{s:I, s:I, s:I, s:I}", "seen", moves->seen, "later", moves->later, "earlier",
                     moves->earlier, "kept", moves->kept);
}

/* Each fault of the document on a line of its own. */
static void put_faults(struct asked *asked)
{
    const struct text *fields = &asked->use.command.facts.fields;

    if (fields->length)
        json_object_set_new(asked->answer, "message", json_stringn(fields->data, fields->length));
}

/* ---- done ------------------------------------------------------------------------------------ */

/* it is told when every open dossier has followed. */
static void followed(enum err err, const struct calendar_apply_row *apply, void *data)
{
    struct asked *asked = data;

    if (apply->version) {
        json_object_set_new(asked->answer, "followed", json_integer(apply->version));
        json_object_set_new(asked->answer, "moves", control_moves(&apply->moves));
    }
    finish(asked, err);
}

static void end(struct asked *asked, const struct entered_calendar *entered)
{
    struct command *command = &asked->use.command;
    enum err err = command->err;

    if (err == ERR_OK) {
        json_object_set_new(asked->answer, "version", json_integer(entered->version));
        json_object_set_new(asked->answer, "changed", json_boolean(entered->changed));
    }
    put_faults(asked);
    command_release(command);
    if (err == ERR_OK && entered->changed) {
        err = calendar_follow_start(asked->office, followed, asked);
        if (err == ERR_OK)
            return;
    }
    finish(asked, err);
}

static void amended(struct command *command)
{
    struct asked *asked = command->owner;

    end(asked, &asked->use.amend.entered);
}

static void confirmed(struct command *command)
{
    struct asked *asked = command->owner;

    end(asked, &asked->use.confirm.entered);
}

static void counted(struct command *command)
{
    struct asked *asked = command->owner;
    const struct calendar_dry_run *run = &asked->use.dry_run;
    const enum err err = command->err;

    if (err == ERR_OK) {
        json_object_set_new(asked->answer, "version", json_integer(run->base_version));
        json_object_set_new(asked->answer, "changed", json_boolean(run->changes));
        json_object_set_new(asked->answer, "token", json_string(run->token));
        json_object_set_new(asked->answer, "moves", control_moves(&run->moves));
    }
    put_faults(asked);
    command_release(command);
    finish(asked, err);
}

/* ---- asked ----------------------------------------------------------------------------------- */

static void prepare(struct asked *asked, command_run_fn run, command_done_fn done)
{
    asked->use.command = (struct command){.office = asked->office,
                                          .actor = {.kind = ACTOR_SYSTEM},
                                          .run = run,
                                          .done = done,
                                          .owner = asked};
}

/* The document, or the version to go back to. */
static enum err read_source(struct asked *asked, const json_t *request,
                            struct calendar_source_text *out_from)
{
    const json_t *document = json_object_get(request, "document");

    *out_from = (struct calendar_source_text){
        .version = json_integer_value(json_object_get(request, "version")), .pointer = ""};
    if (!document)
        return ERR_OK;
    asked->document = json_dumps(document, JSON_COMPACT);
    out_from->json = asked->document;
    out_from->length = asked->document ? strlen(asked->document) : 0;
    return asked->document ? ERR_OK : ERR_NO_MEMORY;
}

static void copy_member(const json_t *request, const char *key, char *out, size_t size)
{
    const char *value = json_string_value(json_object_get(request, key));

    if (value && strlen(value) < size)
        memcpy(out, value, strlen(value) + 1);
}

static enum err ask_dry_run(struct asked *asked, const json_t *request)
{
    struct calendar_dry_run *run = &asked->use.dry_run;
    enum err err;

    prepare(asked, NULL, counted);
    run->expected_version = -1;
    err = read_source(asked, request, &run->from);
    return err == ERR_OK ? calendar_dry_run_start(run) : err;
}

static enum err ask_amend(struct asked *asked, const json_t *request)
{
    struct amend_calendar *amend = &asked->use.amend;
    enum err err;

    prepare(asked, amend_calendar_run, amended);
    amend->expected_version = -1;
    copy_member(request, "token", amend->token, sizeof amend->token);
    err = read_source(asked, request, &amend->from);
    return err == ERR_OK ? command_submit(&amend->command) : err;
}

static enum err ask_confirm(struct asked *asked, const json_t *request)
{
    struct confirm_year *confirm = &asked->use.confirm;

    prepare(asked, confirm_year_run, confirmed);
    confirm->expected_version = -1;
    confirm->year = (int)json_integer_value(json_object_get(request, "year"));
    copy_member(request, "decree", confirm->decree, sizeof confirm->decree);
    return command_submit(&confirm->command);
}

static enum err ask_review(struct asked *asked, const json_t *request)
{
    (void)request;
    return calendar_review_start(asked->office, followed, asked);
}

bool control_calendar(struct api *api, const json_t *request, control_done_fn done, void *data)
{
    static const struct {
        const char *what;
        enum err (*ask)(struct asked *asked, const json_t *request);
    } known[] = {{"calendar_dry_run", ask_dry_run},
                 {"calendar_amend", ask_amend},
                 {"calendar_confirm", ask_confirm},
                 {"calendar_review", ask_review}};
    const char *what = json_string_value(json_object_get(request, "do"));

    for (size_t i = 0; what && i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].what, what) != 0)
            continue;
        struct asked *asked = calloc(1, sizeof *asked);
        if (!asked) {
            done(NULL, data);
            return true;
        }
        asked->office = &api->office;
        asked->done = done;
        asked->data = data;
        asked->answer = json_object();
        const enum err err = known[i].ask(asked, request);
        if (err != ERR_OK)
            finish(asked, err);
        return true;
    }
    return false;
}
