/* Health, figures, version, the event stream's door, the training clock. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/training_clock.h"

static bool is_training(const struct api_call *call)
{
    struct catalogue *catalogue = office_catalogue(&call->api->office);
    const bool training = catalogue->training;

    catalogue_release(catalogue);
    return training;
}

/* ---- GET /health ----------------------------------------------------------------------------- */

enum err system_api_health(struct api_call *call)
{
    struct office *office = &call->api->office;
    struct text body;

    if (store_stats(office->store).disk_full)
        return ERR_DISK_FULL;
    if (clock_is_doubtful(&office->clock))
        return ERR_CLOCK_DOUBTFUL;
    text_init(&body);
    json_open_object(&body, NULL);
    json_put_string(&body, "status", "ok");
    json_put_instant(&body, "at", clock_now(&office->clock));
    json_put_bool(&body, "training", is_training(call));
    json_close_object(&body);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

/* ---- GET /metrics ---------------------------------------------------------------------------- */

static void add_figure(struct text *text, const char *name, const char *type, const char *help,
                       uint64_t value)
{
    text_printf(text, "# HELP motcua_%s %s\n# TYPE motcua_%s %s\nmotcua_%s %llu\n", name, help,
                name, type, name, (unsigned long long)value);
}

static void add_store(struct text *text, struct office *office)
{
    const struct store_stats stats = store_stats(office->store);

    add_figure(text, "store_writes_total", "counter", "Commands done by the writer.",
               stats.requests);
    add_figure(text, "store_reads_total", "counter", "Commands done by the readers.", stats.reads);
    add_figure(text, "store_commits_total", "counter", "Transactions committed.", stats.commits);
    add_figure(text, "store_refusals_total", "counter", "Commands refused by a rule.",
               stats.refusals);
    add_figure(text, "store_full_total", "counter", "Groups refused for want of disk.", stats.full);
    add_figure(text, "store_disk_full", "gauge", "1 while no write is taken for want of disk.",
               stats.disk_full);
    add_figure(text, "store_wal_pages", "gauge", "Pages in the write-ahead log.",
               (uint64_t)(stats.wal_pages > 0 ? stats.wal_pages : 0));
    add_figure(text, "store_checkpoint_failures_total", "counter", "Checkpoints that failed.",
               (uint64_t)stats.checkpoint_failures);
    add_figure(text, "clock_doubtful", "gauge", "1 while the clock cannot be trusted.",
               clock_is_doubtful(&office->clock));
}

enum err system_api_metrics(struct api_call *call)
{
    struct api *api = call->api;
    struct text body;

    text_init(&body);
    add_store(&body, &api->office);
    add_figure(&body, "sessions", "gauge", "Live sessions.", api->directory.session_count);
    if (api->add_metrics)
        api->add_metrics(&body, api->metrics_data);
    if (body.failed)
        call->reply(call, 503, "", "", 0);
    else
        call->reply(call, 200,
                    "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                    "Cache-Control: no-store\r\n",
                    body.data, body.length);
    text_release(&body);
    api_call_free(call);
    return ERR_OK;
}

/* ---- GET /version ---------------------------------------------------------------------------- */

enum err system_api_version(struct api_call *call)
{
    struct catalogue *catalogue = office_catalogue(&call->api->office);
    struct text body;

    text_init(&body);
    json_open_object(&body, NULL);
    json_put_string(&body, "version", MOTCUA_VERSION);
    json_put_string(&body, "api", "v1");
    json_open_object(&body, "centre"); /* whom a page of signing in belongs to */
    json_put_string(&body, "name", catalogue->name);
    json_put_bool(&body, "training", catalogue->training);
    json_close_object(&body);
    json_close_object(&body);
    catalogue_release(catalogue);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

enum err system_api_events(struct api_call *call)
{
    struct api *api = call->api;

    return api->open_stream(call, api->live_data);
}

/* ---- the training clock (R-602) -------------------------------------------------------------- */

static void view_clock(struct text *body, struct clock *clock)
{
    json_open_object(body, NULL);
    json_put_instant(body, "now", clock_now(clock));
    json_put_int(body, "rate", clock_rate(clock));
    json_close_object(body);
}

enum err system_api_clock_get(struct api_call *call)
{
    struct text body;

    if (!is_training(call))
        return ERR_NOT_FOUND;
    text_init(&body);
    view_clock(&body, &call->api->office.clock);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

static void clock_answer(struct command *command)
{
    view_clock(api_answer(command, 200), &command->office->clock);
}

enum err system_api_clock_set(struct api_call *call)
{
    struct set_training_clock *set;
    struct input in = input_of(call);
    enum err err;

    if (!is_training(call))
        return ERR_NOT_FOUND;
    set = api_command(call, sizeof *set, set_training_clock_run, clock_answer);
    if (!set)
        return ERR_NO_MEMORY;
    input_instant(&in, "now", true, &set->to);
    input_int(&in, "rate", true, 0, CLOCK_RATE_MAX, &set->rate);
    err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(set);
        return err;
    }
    return api_submit(set);
}
