#include "server.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "api/api.h"
#include "api/calendar_follow.h"
#include "base/log.h"
#include "base/user_language.h"
#include "http/listener.h"
#include "http/pages.h"
#include "http/router.h"
#include "live/control.h"
#include "live/event_stream.h"
#include "live/housekeeper.h"
#include "live/print_feed.h"
#include "live/print_preview.h"
#include "live/reminders.h"
#include "live/scanner.h"
#include "live/webhooks.h"
#include "usecase/register_person.h"
#include "usecase/training_clock.h"

enum { STOP_GRACE_MS = 5000, CLOCK_CHECK_MS = 1000, SCREENS_PATH = 1024 };

struct server {
    struct server_options options;
    uv_loop_t loop;
    uv_signal_t terminate, interrupt;
    uv_timer_t clock_check;
    struct store *store;
    struct api api;
    bool office_open, stopping;
    struct event_bus *bus;
    struct router router, metrics_router;
    struct pages *pages;
    struct http_listener *listener, *metrics_listener;
    struct control *control;
    struct print_feed *print_feed;
    struct print_preview *print_preview;
    struct scan_store scans;
    struct uploads uploads;
    struct housekeeper housekeeper;
    struct reminders reminders;
    struct webhooks webhooks;
    struct scanner scanner;
    int status;
};

/* ---- closing, top-down ----------------------------------------------------------------------- */

static void bus_closed_cb(void *data)
{
    struct server *server = data;

    if (server->office_open) {
        directory_release(&server->api.directory);
        office_release(&server->api.office);
        clock_stop(&server->api.office.clock);
    }
}

static void store_closed_cb(void *data)
{
    struct server *server = data;

    if (server->bus)
        event_bus_close(server->bus, bus_closed_cb, server);
    else
        bus_closed_cb(server);
}

static void close_store(struct server *server)
{
    if (server->api.estimates)
        estimates_close(server->api.estimates);
    if (server->api.backups)
        backups_close(server->api.backups);
    if (server->api.hasher)
        password_hasher_close(server->api.hasher);
    store_close(server->store, store_closed_cb, server);
}

static void print_feed_closed_cb(void *data)
{
    close_store(data);
}

static void print_preview_closed_cb(void *data)
{
    struct server *server = data;

    if (server->print_feed)
        print_feed_close(server->print_feed, print_feed_closed_cb, server);
    else
        close_store(server);
}

static void control_closed_cb(void *data)
{
    struct server *server = data;

    if (server->print_preview)
        print_preview_close(server->print_preview, print_preview_closed_cb, server);
    else
        print_preview_closed_cb(server);
}

static void listener_closed_cb(void *data)
{
    struct server *server = data;

    if (server->control)
        control_close(server->control, control_closed_cb, server);
    else
        control_closed_cb(server);
}

static void metrics_closed_cb(void *data)
{
    (void)data; /* nobody waits for it: it owes no reply that matters */
}

static void stop(struct server *server)
{
    if (server->stopping)
        return;
    server->stopping = true;
    uv_close((uv_handle_t *)&server->terminate, NULL);
    uv_close((uv_handle_t *)&server->interrupt, NULL);
    uv_close((uv_handle_t *)&server->clock_check, NULL);
    housekeeper_stop(&server->housekeeper);
    reminders_stop(&server->reminders);
    webhooks_stop(&server->webhooks);
    scanner_stop(&server->scanner);
    if (server->metrics_listener)
        http_listener_close(server->metrics_listener, 0, metrics_closed_cb, server);
    if (server->listener)
        http_listener_close(server->listener, STOP_GRACE_MS, listener_closed_cb, server);
    else
        listener_closed_cb(server);
}

static void signal_cb(uv_signal_t *handle, int number)
{
    (void)number;
    stop(handle->data);
}

static void fail(struct server *server, const char *what, enum err err)
{
    log_error("%s: %s (%s)", what, err_text(err, user_language()), err_code(err));
    server->status = 1;
    stop(server);
}

/* ---- opening, bottom-up ---------------------------------------------------------------------- */

static void committed_cb(const struct event *event, void *data)
{
    struct server *server = data;

    if (server->bus)
        event_bus_publish(event, server->bus);
    webhooks_saw(&server->webhooks);
}

static void stream_gone_cb(void *stream, void *data)
{
    event_bus_stream_gone(stream, ((struct server *)data)->bus);
}

static bool page_cb(struct http_connection *c, void *data)
{
    return pages_answer(((struct server *)data)->pages, c);
}

static void clock_check_cb(uv_timer_t *timer)
{
    struct server *server = timer->data;

    if (clock_check(&server->api.office.clock))
        log_error("the wall clock has stepped: reading only until it is confirmed");
}

static void add_metrics_cb(struct text *text, void *data)
{
    struct server *server = data;
    const struct http_stats http = http_listener_stats(server->listener);
    const struct event_bus_stats bus = event_bus_stats(server->bus);
    const struct print_feed_stats print = print_feed_stats(server->print_feed);
    const struct {
        const char *name, *type;
        uint64_t value;
    } figures[] = {
        {"http_connections", "gauge", http.connections},
        {"http_requests_total", "counter", http.requests},
        {"http_refused_total", "counter", http.refused},
        {"http_timeouts_total", "counter", http.timeouts},
        {"http_slow_readers_total", "counter", http.slow},
        {"http_bytes_in_total", "counter", http.bytes_in},
        {"http_bytes_out_total", "counter", http.bytes_out},
        {"event_streams", "gauge", bus.streams},
        {"events_sent_total", "counter", bus.sent},
        {"event_streams_cut_total", "counter", bus.cut},
        {"printer_program_running", "gauge", print.running},
        {"printer_program_starts_total", "counter", print.starts},
        {"printer_program_deaths_total", "counter", print.deaths},
        {"print_jobs_in_hand", "gauge", (uint64_t)print.in_hand},
        {"print_jobs_printed_total", "counter", print.printed},
        {"print_jobs_kept_total", "counter", print.kept},
        {"print_jobs_attention_total", "counter", print.attention},
        {"print_reports_unstored", "gauge", (uint64_t)print.unstored},
    };

    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        text_printf(text, "# TYPE motcua_%s %s\nmotcua_%s %llu\n", figures[i].name, figures[i].type,
                    figures[i].name, (unsigned long long)figures[i].value);
}

/* As many connections as the process may have files open, less what it needs itself. */
static struct http_limits limits_of_process(void)
{
    struct http_limits limits = http_limits_default();
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < limits.max_connections + 64)
        limits.max_connections = files.rlim_cur > 128 ? (uint32_t)files.rlim_cur - 64 : 64;
    return limits;
}

static void announce(const struct server *server)
{
    const bool ipv6 = strchr(server->options.host, ':') != NULL;

    printf("listening on http://%s%s%s:%d\n", ipv6 ? "[" : "", server->options.host,
           ipv6 ? "]" : "", http_listener_port(server->listener));
    fflush(stdout);
}

static enum err open_api(struct server *server)
{
    struct api *api = &server->api;
    enum err err = password_hasher_open(&server->loop, &api->hasher);

    api_limits_init(api);
    api->open_stream = event_bus_open_stream;
    api->end_streams = event_bus_end_streams;
    if (err == ERR_OK)
        err = estimates_open(&api->office, &api->estimates);
    if (err == ERR_OK)
        err = backups_open(&server->loop, &api->office, server->options.folder, &api->backups);
    if (err == ERR_OK)
        err = event_bus_open(&server->loop, api, &server->bus);
    if (err == ERR_OK)
        err = scan_store_open(server->options.folder, server->options.scan_max, &server->scans);
    server->uploads = (struct uploads){.loop = &server->loop, .store = &server->scans};
    api->scans = server->uploads.store;
    api->live_data = server->bus;
    api->add_metrics = add_metrics_cb;
    api->metrics_data = server;
    return err;
}

/* The printer program: the one that was named, or the one beside this program. */
static enum err open_printing(struct server *server)
{
    char beside[1024] = "";
    size_t size = sizeof beside - sizeof "printer";
    const char *printer = server->options.printer;

    if (!printer && uv_exepath(beside, &size) == 0) {
        char *slash = strrchr(beside, '/');

        snprintf(slash ? slash + 1 : beside, sizeof "printer", "printer");
    }
    printer = printer ? printer : beside;
    const enum err err =
        print_preview_open(&server->loop, &server->api, printer, &server->print_preview);
    if (err != ERR_OK)
        return err;
    return print_feed_open(&server->loop, &server->api, server->options.folder, printer,
                           &server->print_feed);
}

static enum err open_listener(struct server *server)
{
    const struct server_options *options = &server->options;
    struct http_limits limits = limits_of_process();
    struct http_handler handler;
    enum err err;

    server->router = (struct router){.api = &server->api,
                                     .page = page_cb,
                                     .stream_gone = stream_gone_cb,
                                     .data = server,
                                     .uploads = &server->uploads,
                                     .without_metrics = options->metrics_host != NULL};
    pages_files(server->pages, &server->router.files);
    handler = router_handler(&server->router);
    limits.behind_proxy = options->behind_proxy;
    err = http_listener_open(&server->loop, options->host, options->port, &limits, &handler,
                             &server->listener);
    if (err != ERR_OK || !options->metrics_host)
        return err;
    server->metrics_router = (struct router){.api = &server->api, .only_metrics = true};
    handler = router_handler(&server->metrics_router);
    return http_listener_open(&server->loop, options->metrics_host, options->metrics_port, &limits,
                              &handler, &server->metrics_listener);
}

static enum err open_pages(struct server *server, char *out_place, size_t size)
{
    char beside[SCREENS_PATH];
    const char *web = server->options.web;

    if (!web && pages_find_screens(beside, sizeof beside))
        web = beside;
    if (!web)
        log_info("the screens are not built: the API and the plain pages are served without them");
    return pages_open(web, &server->pages, out_place, size);
}

/* What is read from the database before anybody is served. */
struct start {
    struct store_request request;
    struct server *server;
    struct catalogue *catalogue;
};

static enum err start_work(struct store_tx *tx, struct store_request *request)
{
    struct start *start = container_of(request, struct start, request);
    struct server *server = start->server;
    enum err err = catalogue_load(tx, &start->catalogue);

    if (err == ERR_OK)
        err = directory_load(tx, &server->api.directory);
    if (err == ERR_OK)
        training_clock_restore(tx, start->catalogue->training, store_log_end(server->store),
                               &server->api.office.clock);
    return err;
}

static void start_done(struct store_request *request, enum err outcome)
{
    struct start *start = container_of(request, struct start, request);
    struct server *server = start->server;
    char place[SCREENS_PATH];
    enum err err = outcome;

    if (err == ERR_OK) {
        office_init(&server->api.office, server->store, start->catalogue);
        server->office_open = true;
        err = open_api(server);
    }
    if (err == ERR_OK)
        err = open_printing(server);
    free(start);
    if (err != ERR_OK) {
        fail(server, "start", err);
        return;
    }
    err = open_pages(server, place, sizeof place);
    if (err != ERR_OK) {
        fail(server, place, err);
        return;
    }
    err = open_listener(server);
    if (err != ERR_OK) {
        fail(server, server->options.host, err);
        return;
    }
    err = control_open(&server->loop, server->options.folder, &server->api, &server->control);
    if (err != ERR_OK)
        fail(server, "control socket", err);
    else if (clock_is_doubtful(&server->api.office.clock))
        log_error("the clock is doubtful: reading only until it is confirmed");
    if (err != ERR_OK)
        return;
    uv_timer_start(&server->clock_check, clock_check_cb, CLOCK_CHECK_MS, CLOCK_CHECK_MS);
    housekeeper_start(&server->loop, &server->api, &server->housekeeper);
    calendar_follow_start(&server->api.office, NULL, NULL); /* after a crash in the middle: R-069 */
    reminders_start(&server->loop, &server->api.office, &server->reminders);
    webhooks_start(&server->loop, &server->api.office, &server->webhooks);
    scanner_start(&server->loop, &server->api, server->options.scanner, server->options.folder,
                  &server->scanner);
    announce(server);
}

static enum err begin_start(struct server *server)
{
    struct start *start = calloc(1, sizeof *start);
    enum err err;

    if (!start)
        return ERR_NO_MEMORY;
    *start = (struct start){.request = {.work = start_work, .done = start_done}, .server = server};
    err = store_read(server->store, &start->request);
    if (err != ERR_OK)
        free(start);
    return err;
}

/* ---- before that: people of older dossiers -------------------------------------------------- */

struct entry {
    struct store_request request;
    struct server *server;
};

static enum err entry_work(struct store_tx *tx, struct store_request *request)
{
    (void)request;
    return register_people(tx);
}

/* What could not be written, on a full disk, is written at the next start. */
static void entry_done(struct store_request *request, enum err outcome)
{
    struct entry *entry = container_of(request, struct entry, request);
    struct server *server = entry->server;

    free(entry);
    if (outcome != ERR_OK)
        log_error("people: %s", err_text(outcome, user_language()));
    const enum err err = begin_start(server);
    if (err != ERR_OK)
        fail(server, "start", err);
}

/* Rule R-467. */
static enum err begin_entry(struct server *server)
{
    struct entry *entry = calloc(1, sizeof *entry);

    if (!entry)
        return ERR_NO_MEMORY;
    *entry = (struct entry){.request = {.work = entry_work, .done = entry_done}, .server = server};
    const enum err err = store_submit(server->store, &entry->request);
    if (err != ERR_OK)
        free(entry);
    return err;
}

static void open_handles(struct server *server)
{
    server->terminate.data = server->interrupt.data = server->clock_check.data = server;
    uv_signal_init(&server->loop, &server->terminate);
    uv_signal_init(&server->loop, &server->interrupt);
    uv_signal_start(&server->terminate, signal_cb, SIGTERM);
    uv_signal_start(&server->interrupt, signal_cb, SIGINT);
    uv_timer_init(&server->loop, &server->clock_check);
}

int server_run(const struct server_options *options)
{
    struct server *server = calloc(1, sizeof *server);
    enum err err;

    if (!server)
        return 1;
    server->options = *options;
    if (uv_loop_init(&server->loop) != 0) {
        log_error("%s", err_text(ERR_NO_MEMORY, user_language()));
        free(server);
        return 1;
    }
    struct store_config config = store_config_default(options->folder);
    config.committed = committed_cb;
    config.committed_data = server;
    if (options->readers)
        config.readers = options->readers;
    err = store_open(&server->loop, &config, &server->store);
    if (err != ERR_OK) {
        log_error("%s: %s (%s)", options->folder, err_text(err, user_language()), err_code(err));
        uv_loop_close(&server->loop);
        free(server);
        return 1;
    }
    open_handles(server);
    err = begin_entry(server);
    if (err != ERR_OK)
        fail(server, "start", err);
    uv_run(&server->loop, UV_RUN_DEFAULT);
    const int status = server->status;
    pages_close(server->pages);
    scanner_folder_release(&server->scanner.folder);
    if (uv_loop_close(&server->loop) != 0)
        log_error("handles were left open");
    free(server);
    return status;
}
