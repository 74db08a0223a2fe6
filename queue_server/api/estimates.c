#include "api/estimates.h"

#include <stdlib.h>
#include <string.h>

#include "api/estimate_cache.h"
#include "usecase/estimate_wait.h"

/* A site at which a computation is under way. */
struct under_way {
    bool taken;
    char site[SITE_CODE_SIZE];
};

struct estimates {
    struct office *office;
    struct estimate_cache newcomers;
    struct estimate_cache tickets;
    struct under_way under_way[CATALOGUE_SITES_MAX];
    bool closing;
};

/* One computation: the use case, and what it was asked. */
struct computation {
    struct estimate_wait use_case;
    struct estimates *estimates;
    struct under_way *place;
    struct estimate_key keys[ESTIMATE_QUESTIONS_MAX];
    int64_t versions[ESTIMATE_QUESTIONS_MAX];
};

/* ---- opening and closing --------------------------------------------------------------------- */

static void free_all(struct estimates *estimates)
{
    estimate_cache_close(&estimates->newcomers);
    estimate_cache_close(&estimates->tickets);
    free(estimates);
}

enum err estimates_open(struct office *office, struct estimates **out_estimates)
{
    struct estimates *estimates = calloc(1, sizeof *estimates);
    enum err err = ERR_NO_MEMORY;

    if (!estimates)
        return err;
    estimates->office = office;
    err = estimate_cache_open(&estimates->newcomers, ESTIMATE_NEWCOMERS_MAX);
    if (err == ERR_OK)
        err = estimate_cache_open(&estimates->tickets, ESTIMATE_TICKETS_MAX);
    if (err != ERR_OK) {
        free_all(estimates);
        return err;
    }
    *out_estimates = estimates;
    return ERR_OK;
}

static bool any_under_way(const struct estimates *estimates)
{
    for (int i = 0; i < CATALOGUE_SITES_MAX; i++)
        if (estimates->under_way[i].taken)
            return true;
    return false;
}

void estimates_close(struct estimates *estimates)
{
    if (!estimates)
        return;
    estimates->closing = true;
    if (!any_under_way(estimates))
        free_all(estimates);
}

/* ---- computing ------------------------------------------------------------------------------- */

static struct estimate_cache *cache_of(struct estimates *estimates, const struct estimate_key *key)
{
    return key->ticket == QUEUE_NO_TICKET ? &estimates->newcomers : &estimates->tickets;
}

/* A free place for a computation at `site`; NULL when one is under way there already. */
static struct under_way *free_place(struct estimates *estimates, const char *site)
{
    struct under_way *found = NULL;

    for (int i = 0; i < CATALOGUE_SITES_MAX; i++) {
        struct under_way *place = &estimates->under_way[i];

        if (!place->taken)
            found = place;
        else if (strcmp(place->site, site) == 0)
            return NULL;
    }
    return found;
}

/* Take up what is wanted of `cache` at the site, as far as there is room. */
static void take_up(struct computation *computation, struct estimate_cache *cache, const char *site,
                    int64_t now_ms)
{
    struct estimate_wait *use_case = &computation->use_case;

    for (int i = 0; i < cache->count && use_case->count < ESTIMATE_QUESTIONS_MAX; i++) {
        struct estimate_entry *entry = &cache->entries[i];
        const int place = use_case->count;

        if (!entry->wanted || strcmp(entry->key.site, site) != 0)
            continue;
        struct estimate_question *question = &use_case->questions[use_case->count++];
        question->ticket = entry->key.ticket;
        memcpy(question->service, entry->key.service, sizeof question->service);
        memcpy(question->of_class, entry->key.of_class, sizeof question->of_class);
        computation->keys[place] = entry->key;
        computation->versions[place] = entry->version;
        estimate_entry_begin(entry, now_ms);
    }
}

/* Put the answer of one question into memory; its entry may have given way meanwhile. */
static void keep(struct computation *computation, int place)
{
    const struct estimate_question *question = &computation->use_case.questions[place];
    const struct estimate_key *key = &computation->keys[place];
    struct estimate_entry *entry = estimate_cache_find(cache_of(computation->estimates, key), key);

    if (!entry || entry->version != computation->versions[place])
        return;
    if (question->answered)
        entry->range = question->range;
    else
        estimate_entry_put_off(entry);
}

static void begin(struct estimates *estimates, const char *site);

static void computation_done(struct command *command)
{
    struct computation *computation = container_of(command, struct computation, use_case.command);
    struct estimates *estimates = computation->estimates;
    char site[SITE_CODE_SIZE];

    memcpy(site, computation->use_case.site, sizeof site);
    computation->place->taken = false;
    if (command->err == ERR_OK && !estimates->closing)
        for (int i = 0; i < computation->use_case.count; i++)
            keep(computation, i);
    const bool goes_on = command->err == ERR_OK && !estimates->closing;
    command_release(command);
    free(computation);
    if (goes_on)
        begin(estimates, site);
    else if (estimates->closing && !any_under_way(estimates))
        free_all(estimates);
}

/* Compute what is wanted at the site, unless that is being done. Without memory, or when the store
 * closes, nothing begins: what is told then is only older. */
static void begin(struct estimates *estimates, const char *site)
{
    const int64_t now_ms = clock_monotonic_ms();
    struct under_way *place = free_place(estimates, site);
    struct computation *computation = place ? calloc(1, sizeof *computation) : NULL;

    if (!computation)
        return;
    computation->estimates = estimates;
    computation->place = place;
    computation->use_case.command = (struct command){.office = estimates->office,
                                                     .actor = {.kind = ACTOR_SYSTEM},
                                                     .run = estimate_wait_run,
                                                     .done = computation_done};
    memcpy(computation->use_case.site, site, strlen(site) + 1);
    take_up(computation, &estimates->newcomers, site, now_ms);
    take_up(computation, &estimates->tickets, site, now_ms);
    if (computation->use_case.count == 0 ||
        command_read(&computation->use_case.command) != ERR_OK) {
        free(computation);
        return;
    }
    place->taken = true;
    memcpy(place->site, computation->use_case.site, sizeof place->site);
}

/* ---- asking ---------------------------------------------------------------------------------- */

/* The site's code as the set-up has it; false unless site, service and class are there. */
static bool is_in_set_up(struct office *office, const char *site, const char *service,
                         const char *of_class, char out_site[SITE_CODE_SIZE])
{
    struct catalogue *catalogue = office_catalogue(office);
    const int index =
        site[0] ? catalogue_site_in_use(catalogue, site) : catalogue_only_site(catalogue);
    bool known = false;

    if (index != QUEUE_NONE) {
        const struct catalogue_site *found = &catalogue->sites[index];

        known = queue_rules_service(&found->rules, service) != QUEUE_NONE &&
                queue_rules_class(&found->rules, of_class) != QUEUE_NONE;
        memcpy(out_site, found->code, SITE_CODE_SIZE);
    }
    catalogue_release(catalogue);
    return known;
}

static struct wait_range ask(struct estimates *estimates, const struct estimate_key *key,
                             int64_t version, int64_t life_ms)
{
    const int64_t now_ms = clock_monotonic_ms();
    struct estimate_entry *entry =
        estimate_cache_use(cache_of(estimates, key), key, now_ms, life_ms);

    if (entry->version != version) {
        entry->version = version;
        entry->range = (struct wait_range){.known = false};
        entry->wanted = true;
    }
    const struct wait_range range = estimate_entry_range(entry, now_ms);
    if (entry->wanted)
        begin(estimates, key->site);
    return range;
}

struct wait_range estimates_newcomer(struct estimates *estimates, const char *site,
                                     const char *service, const char *of_class)
{
    char code[SITE_CODE_SIZE];

    if (estimates->closing || !is_in_set_up(estimates->office, site, service, of_class, code))
        return (struct wait_range){.known = false};
    const struct estimate_key key = estimate_key_of_newcomer(code, service, of_class);
    return ask(estimates, &key, 0, ESTIMATE_LIFE_MS);
}

struct wait_range estimates_ticket(struct estimates *estimates, const struct ticket_record *record,
                                   const struct queue_rules *rules)
{
    const struct ticket *ticket = &record->ticket;
    char code[SITE_CODE_SIZE];

    if (estimates->closing || ticket->state != TICKET_WAITING ||
        !is_in_set_up(estimates->office, record->site, rules->services[ticket->service].code,
                      rules->classes[ticket->of_class].code, code))
        return (struct wait_range){.known = false};
    const struct estimate_key key = estimate_key_of_ticket(code, ticket->id);
    return ask(estimates, &key, record->version, ESTIMATE_TICKET_LIFE_MS);
}
