#include "usecase/command.h"

#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "store/event_log.h"
#include "store/shared_rows.h"

static struct command *command_of(struct store_request *request)
{
    return container_of(request, struct command, request);
}

static void clear_answer(struct command *command)
{
    command->answer.status = 0;
    text_clear(&command->answer.headers);
    text_clear(&command->answer.body);
}

static bool is_anonymous(const struct command *command)
{
    return command->actor.kind == ACTOR_NOBODY;
}

/*
 * Without an account neither the key nor the digest is kept as it came: a digest of address and
 * body would tell anybody who has both the link and the database whose answer it was. What
 * takes their place can be made only by who has the key, and that is not kept.
 */
static void seal_key(struct command *command)
{
    const size_t length = strlen(command->key);
    uint8_t of_key[DIGEST_SIZE];
    char both[COMMAND_KEY_MAX + DIGEST_SIZE];

    memcpy(both, command->key, length);
    memcpy(both + length, command->digest, DIGEST_SIZE);
    digest(both, length + DIGEST_SIZE, command->digest);
    digest(command->key, length, of_key);
    digest_text(of_key, command->key);
}

/* Take up the answer that was given to this key before, if there is one. */
static enum err replay(struct store_tx *tx, struct command *command, bool *out_found)
{
    struct stored_answer stored = {.status = 0};

    *out_found = false;
    if (!command->key[0] || !idempotency_get(tx, command->actor.code, command->key, &stored))
        return ERR_OK;
    const bool same = memcmp(stored.digest, command->digest, DIGEST_SIZE) == 0;
    *out_found = true;
    if (same) {
        command->answer = (struct answer){
            .status = stored.status, .headers = stored.headers, .body = stored.body};
        command->replayed = true;
        command->answered = ERR_OK;
        return ERR_OK;
    }
    text_release(&stored.headers);
    text_release(&stored.body);
    return ERR_KEY_MISMATCH;
}

static void store_answer(struct store_tx *tx, struct command *command)
{
    struct stored_answer answer = {.status = command->answer.status,
                                   .headers = command->answer.headers,
                                   .body = command->answer.body};

    if (!command->key[0] || !command->answer.status)
        return;
    memcpy(answer.digest, command->digest, DIGEST_SIZE);
    idempotency_put(tx, command->actor.code, command->key, &answer, clock_wall());
}

/* The one place where it is checked who may do what. */
static enum err check_permission(struct command *command)
{
    const struct actor *actor = &command->actor;

    if (actor->kind == ACTOR_SYSTEM || command->open_to_all) {
        command->grant = GRANT_OWN;
        return ERR_OK;
    }
    command->grant = permission_check(command->permission, actor->roles);
    /* who acts for another says why; where a request has no place for it, nobody can. */
    if (command->grant == GRANT_ACTING && !command->acting_reason[0])
        return command->permission == PERMISSION_DOSSIER_OPEN ? ERR_REASON_MISSING : ERR_FORBIDDEN;
    if (command->grant != GRANT_NONE)
        return ERR_OK;
    return actor->kind == ACTOR_NOBODY ? ERR_UNAUTHENTICATED : ERR_FORBIDDEN;
}

static enum err make_answer(struct command *command, enum err outcome)
{
    clear_answer(command);
    if (command->answer_with)
        command->answer_with(command, outcome);
    command->answered = outcome;
    return command->answer.body.failed || command->answer.headers.failed ? ERR_NO_MEMORY : ERR_OK;
}

/* Writer thread. */
static enum err command_work(struct store_tx *tx, struct store_request *request)
{
    struct command *command = command_of(request);
    bool found = false;
    enum err err = check_permission(command);

    if (err == ERR_OK)
        err = replay(tx, command, &found);
    if (err != ERR_OK || found)
        return err;
    if (clock_is_doubtful(&command->office->clock))
        return ERR_CLOCK_DOUBTFUL;
    command->now = instant_later(clock_now(&command->office->clock), event_log_last_at(tx));
    err = command->run(tx, command);
    if (err == ERR_OK)
        err = sql_outcome(tx);
    if (err == ERR_OK)
        err = make_answer(command, ERR_OK);
    if (err == ERR_OK)
        store_answer(tx, command);
    return err;
}

/* Writer thread, after the changes were undone: a refusal by rule is an answer too. Anybody could
 * fill the store with those of requests without an account: they are decided anew each time. */
static void command_refused(struct store_tx *tx, struct store_request *request, enum err outcome)
{
    struct command *command = command_of(request);
    const int status = err_status(outcome);

    if (is_anonymous(command) || outcome == ERR_KEY_MISMATCH ||
        (status != 409 && status != 412 && status != 422))
        return;
    if (make_answer(command, outcome) == ERR_OK)
        store_answer(tx, command);
}

/* Reader thread. */
static enum err command_look(struct store_tx *tx, struct store_request *request)
{
    struct command *command = command_of(request);
    enum err err;

    command->now = clock_now(&command->office->clock);
    err = check_permission(command);
    if (err == ERR_OK)
        err = command->run(tx, command);
    if (err == ERR_OK)
        err = sql_outcome(tx);
    return err == ERR_OK ? make_answer(command, ERR_OK) : err;
}

static void command_done(struct store_request *request, enum err outcome)
{
    struct command *command = command_of(request);

    command->err = outcome;
    if (outcome != command->answered) { /* refused unrecorded, or the group failed after all */
        command->replayed = false;
        make_answer(command, outcome);
    }
    command->done(command);
}

static enum err submit(struct command *command, bool changes)
{
    enum err err;

    if (changes && command->key[0] && is_anonymous(command))
        seal_key(command);
    command->changes = changes;
    command->request.work = changes ? command_work : command_look;
    command->request.refused = changes ? command_refused : NULL;
    command->request.done = command_done;
    command->request.refuses_first = changes && command->refuses_first;
    command->catalogue = office_catalogue(command->office);
    command->answer = (struct answer){.status = 0};
    command->facts = (struct refusal_facts){.changed_at = instant_none(), .due_at = instant_none()};
    command->replayed = false;
    command->answered = ERR_COUNT;
    err = changes ? store_submit(command->office->store, &command->request)
                  : store_read(command->office->store, &command->request);
    if (err != ERR_OK)
        command_release(command);
    return err;
}

enum err command_submit(struct command *command)
{
    return submit(command, true);
}

enum err command_read(struct command *command)
{
    return submit(command, false);
}

void command_fault(struct command *command, const char *pointer, enum err err)
{
    text_printf(&command->facts.fields, "%s\t%s\n", pointer, err_code(err));
}

void command_release(struct command *command)
{
    text_release(&command->facts.allowed);
    text_release(&command->facts.missing);
    text_release(&command->facts.current);
    text_release(&command->facts.fields);
    catalogue_release(command->catalogue);
    command->catalogue = NULL;
    text_release(&command->answer.headers);
    text_release(&command->answer.body);
}

int64_t command_event(struct store_tx *tx, struct command *command, const char *kind,
                      const char *subject, const char *counter, const struct text *data)
{
    struct event event = {.at = command->now, .data = data->data};

    if (data->failed || !data->data) {
        sql_fail(tx, ERR_NO_MEMORY);
        return 0;
    }
    snprintf(event.kind, sizeof event.kind, "%s", kind);
    snprintf(event.subject, sizeof event.subject, "%s", subject);
    snprintf(event.actor, sizeof event.actor, "%s", command->actor.code);
    snprintf(event.counter, sizeof event.counter, "%s", counter ? counter : "");
    event_log_append(tx, &event);
    return event.seq;
}
