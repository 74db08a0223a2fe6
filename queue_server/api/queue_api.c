/* The queue at a glance: GET /queue, GET /public/waiting. No classes, no names: fit for a wall. */
#include <string.h>

#include "api/handlers.h"
#include "usecase/read_queue.h"

/* Is a counter of the site open that serves the service? */
static bool is_served(const struct read_counters *counters, const struct catalogue_site *site,
                      const char *service)
{
    const int asked = queue_rules_service(&site->rules, service);

    for (int i = 0; asked != QUEUE_NONE && i < counters->count; i++) {
        const struct counter_record *record = &counters->seen[i].record;
        const int counter = queue_rules_counter(&site->rules, record->code);

        if (strcmp(record->site, site->code) == 0 && strcmp(record->state, "open") == 0 &&
            counter != QUEUE_NONE &&
            queue_rules_duty(&site->rules, counter, asked).role != QUEUE_ROLE_NONE)
            return true;
    }
    return false;
}

/* The wait of a newcomer; that no counter is open needs no play of the queue, R-126. */
static struct wait_range wait_of(struct api *api, const struct read_counters *counters,
                                 const struct catalogue_site *site, const char *service)
{
    struct wait_range wait = estimates_newcomer(api->estimates, site->code, service, "P0");

    if (!wait.known && wait.why == WAIT_NOT_COMPUTED && !is_served(counters, site, service))
        wait.why = WAIT_NO_COUNTER;
    return wait;
}

static void view_services(struct text *body, struct api *api, const struct read_queue *read,
                          const struct queue_seen *seen)
{
    const struct catalogue *catalogue = read->command.catalogue;
    const struct catalogue_site *site = &catalogue->sites[seen->site];

    json_open_array(body, "services");
    for (int i = 0; i < catalogue->service_count; i++) {
        const struct catalogue_service *service = &catalogue->services[i];
        const struct wait_range wait = wait_of(api, &read->counters, site, service->code);

        json_open_object(body, NULL);
        json_put_string(body, "service", service->code);
        json_put_string(body, "name", service->name);
        json_put_string_or_null(body, "name_en", service->name_en);
        json_put_string(body, "state", service->closed ? "closed" : "open");
        json_put_int(body, "waiting", seen->waiting[i]);
        wait_view(body, &wait);
        json_close_object(body);
    }
    json_close_array(body);
}

static void view_calls(struct text *body, const struct catalogue *catalogue,
                       const struct queue_seen *seen)
{
    json_open_array(body, "calls");
    for (int i = 0; i < seen->call_count; i++) {
        const struct queue_call *call = &seen->calls[i];
        const int counter = catalogue_counter(catalogue, call->counter);

        json_open_object(body, NULL);
        json_put_string(body, "number", call->number);
        json_put_string(body, "counter", call->counter);
        json_put_string(body, "counter_name",
                        counter == QUEUE_NONE ? call->counter : catalogue->counters[counter].name);
        json_put_instant(body, "at", call->at);
        json_put_bool(body, "priority", call->priority);
        json_close_object(body);
    }
    json_close_array(body);
}

static void view_counters(struct text *body, const struct read_counters *counters, const char *site)
{
    char number[TICKET_NUMBER_SIZE];

    json_open_array(body, "counters");
    for (int i = 0; i < counters->count; i++) {
        const struct counter_seen *seen = &counters->seen[i];

        if (strcmp(seen->record.site, site) != 0)
            continue;
        json_open_object(body, NULL);
        json_put_string(body, "counter", seen->record.code);
        json_put_string(body, "name", seen->record.name);
        json_put_string(body, "state", seen->record.state);
        if (seen->busy)
            ticket_number_format(seen->ticket.number_service, seen->ticket.number, number);
        json_put_string(body, "number", seen->busy ? number : NULL);
        json_close_object(body);
    }
    json_close_array(body);
}

void queue_view(struct text *body, const char *key, struct api *api, const struct read_queue *read)
{
    const struct catalogue *catalogue = read->command.catalogue;

    json_open_array(body, key);
    for (int i = 0; i < read->count; i++) {
        const struct queue_seen *seen = &read->seen[i];
        const struct catalogue_site *site = &catalogue->sites[seen->site];

        json_open_object(body, NULL);
        json_put_string(body, "site", site->code);
        json_put_string(body, "site_name", site->name);
        json_put_date(body, "business_date", date_of_instant(read->command.now));
        json_put_instant(body, "at", read->command.now);
        json_put_int(body, "seq", read->seq);
        view_services(body, api, read, seen);
        view_calls(body, catalogue, seen);
        view_counters(body, &read->counters, site->code);
        json_close_object(body);
    }
    json_close_array(body);
}

static void empty_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the estimates are */
}

static void after_queue(struct command *command)
{
    struct read_queue *read = container_of(command, struct read_queue, command);
    struct text *body = &command->answer.body;

    if (command->err != ERR_OK)
        return;
    json_open_object(body, NULL);
    queue_view(body, "items", api_call_of(command)->api, read);
    json_close_object(body);
}

enum err queue_api_get(struct api_call *call)
{
    struct read_queue *read = api_command(call, sizeof *read, read_queue_run, empty_answer);
    const char *site = api_query(call, "site");

    if (!read)
        return ERR_NO_MEMORY;
    if (!site && call->actor.kind == ACTOR_DEVICE)
        site = call->actor.site;
    if (site && strlen(site) < sizeof read->site)
        memcpy(read->site, site, strlen(site) + 1);
    api_after(read, after_queue);
    return api_read_with(read, api_site_allowed(call, site));
}
