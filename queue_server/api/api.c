#include "api/api.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "usecase/load_directory.h"
#include "usecase/ticket_view.h"

enum {
    SIGN_IN_BURST = 8, /* tries of one account, then one every SIGN_IN_REFILL_MS */
    SIGN_IN_REFILL_MS = 15000,
    SIGN_IN_PEER_BURST =
        100, /* tries from one address: a whole office signs in at half past seven */
    SIGN_IN_PEER_REFILL_MS = 500,
    PAIRING_PEER_BURST = 8, /* tries of pairing codes from one address */
    PAIRING_PEER_REFILL_MS = 15000,
    PAIRING_ALL_BURST = 30, /* ... and from all: a code has a hundred million values */
    PAIRING_ALL_REFILL_MS = 5000,
    CHECK_IN_BURST = 20, /* receipts that one kiosk reads: against guessing */
    CHECK_IN_REFILL_MS = 5000,
    PUBLIC_BURST = 300, /* look-ups of one address: a whole lobby may share one */
    PUBLIC_REFILL_MS = 100,
    WRONG_LINKS_BURST = 100, /* links of one address that open nothing: somebody guesses */
    WRONG_LINKS_REFILL_MS = 6000,
    CHANGES_BURST = 200000, /* requests of one account or device: against a script gone wild */
    CHANGES_REFILL_US = 20
};

void api_limits_init(struct api *api)
{
    throttle_init(&api->sign_ins, SIGN_IN_BURST, SIGN_IN_REFILL_MS * 1000);
    throttle_init(&api->sign_in_peers, SIGN_IN_PEER_BURST, SIGN_IN_PEER_REFILL_MS * 1000);
    throttle_init(&api->pairing_peers, PAIRING_PEER_BURST, PAIRING_PEER_REFILL_MS * 1000);
    throttle_init(&api->pairing_all, PAIRING_ALL_BURST, PAIRING_ALL_REFILL_MS * 1000);
    throttle_init(&api->check_ins, CHECK_IN_BURST, CHECK_IN_REFILL_MS * 1000);
    throttle_init(&api->public_uses, PUBLIC_BURST, PUBLIC_REFILL_MS * 1000);
    throttle_init(&api->wrong_links, WRONG_LINKS_BURST, WRONG_LINKS_REFILL_MS * 1000);
    throttle_init(&api->changes, CHANGES_BURST, CHANGES_REFILL_US);
}

struct office *api_office(struct api *api)
{
    return &api->office;
}

/* ---- the directory --------------------------------------------------------------------------- */

struct reload {
    struct load_directory load;
    struct api *api;
    uint64_t changes; /* of the directory when it was asked for */
};

static void reload_done(struct command *command)
{
    struct reload *reload = container_of(command, struct reload, load.command);
    struct api *api = reload->api;
    const bool old = reload->changes != api->directory.changes;

    if (command->err == ERR_OK && old) {
        /* somebody signed in since, whom this snapshot may not hold: look again */
        directory_release(&reload->load.loaded);
    } else if (command->err == ERR_OK) {
        directory_keep_sights(&api->directory, &reload->load.loaded);
        directory_release(&api->directory);
        api->directory = reload->load.loaded;
        api->directory.changes = reload->changes;
    }
    command_release(command);
    free(reload);
    if (old)
        api_reload_directory(api);
}

void api_reload_directory(struct api *api)
{
    struct reload *reload = calloc(1, sizeof *reload);

    if (!reload)
        return;
    reload->api = api;
    reload->changes = api->directory.changes;
    reload->load.command = (struct command){.office = &api->office,
                                            .actor = {.kind = ACTOR_SYSTEM},
                                            .run = load_directory_run,
                                            .done = reload_done};
    if (command_read(&reload->load.command) != ERR_OK)
        free(reload);
}

/* ---- printing -------------------------------------------------------------------------------- */

void api_after_print(struct command *command)
{
    const struct api *api = api_call_of(command)->api;

    if (command->err == ERR_OK && api->print_wanted)
        api->print_wanted(api->print_data);
}

/* ---- secret links ---------------------------------------------------------------------------- */

/* Rule R-972. */
enum err api_link_allowed(struct api_call *call)
{
    return throttle_has(&call->api->wrong_links, call->peer, clock_monotonic_us()) ? ERR_OK
                                                                                   : ERR_TOO_MANY;
}

void api_link_tried(struct api_call *call, enum err outcome)
{
    if (outcome == ERR_NOT_FOUND)
        throttle_take(&call->api->wrong_links, call->peer, clock_monotonic_us());
}

/* ---- lists ----------------------------------------------------------------------------------- */

static enum err read_limit(const struct api_call *call, int *out_limit)
{
    const char *text = api_query(call, "limit");
    char *end;

    *out_limit = LIST_LIMIT_DEFAULT;
    if (!text)
        return ERR_OK;
    const long limit = strtol(text, &end, 10);
    if (*end || end == text || limit < 1 || limit > LIST_LIMIT_MAX)
        return ERR_BAD_PARAMETER;
    *out_limit = (int)limit;
    return ERR_OK;
}

enum err api_list_ids(const struct api_call *call, char letter, int *out_limit, int64_t *out_after)
{
    const char *after = api_query(call, "after");
    const enum err err = read_limit(call, out_limit);

    *out_after = 0;
    if (err != ERR_OK || !after)
        return err;
    *out_after = opaque_id_parse(letter, after);
    return *out_after ? ERR_OK : ERR_BAD_CURSOR;
}

enum err api_list_codes(const struct api_call *call, int *out_limit, char out_after[CURSOR_SIZE])
{
    const char *after = api_query(call, "after");
    const enum err err = read_limit(call, out_limit);

    out_after[0] = '\0';
    if (err != ERR_OK || !after)
        return err;
    if (!after[0] || strlen(after) >= CURSOR_SIZE)
        return ERR_BAD_CURSOR;
    snprintf(out_after, CURSOR_SIZE, "%s", after);
    return ERR_OK;
}

struct api_page api_page_of(int total, int limit, const char *after,
                            const char *(*code_at)(int index, const void *data), const void *data)
{
    struct api_page page = {0};

    while (after[0] && page.from < total && strcmp(code_at(page.from, data), after) <= 0)
        page.from++;
    page.to = total - page.from > limit ? page.from + limit : total;
    page.more = page.to < total;
    return page;
}

void api_list_answer(struct command *command, const struct text *items, const char *next)
{
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_open_array(body, "items");
    text_add_bytes(body, items->data ? items->data : "", items->length);
    body->failed = body->failed || items->failed;
    api_list_end(body, next && next[0] ? next : NULL);
}

void api_list_end(struct text *body, const char *next)
{
    json_close_array(body);
    json_put_string(body, "next", next);
    json_close_object(body);
}
