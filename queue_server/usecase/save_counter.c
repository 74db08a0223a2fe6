#include <stdio.h>
#include <string.h>

#include "usecase/queue_journal.h"
#include "usecase/save_setup.h"

static void keep_members(struct save_counter *save)
{
    const struct setup_change *change = &save->change;
    const struct catalogue_counter *counter = &change->before->counters[change->index];

    memcpy(save->site, change->before->sites[counter->site].code, sizeof save->site);
    if (save->kept & SETUP_NAME)
        memcpy(save->name, counter->name, sizeof save->name);
    if (save->kept & SETUP_RETIRED)
        save->retired = counter->retired;
}

/* each service is there, and once. */
static enum err check_duties(struct save_counter *save)
{
    struct command *command = &save->change.command;
    char pointer[64];
    bool sound = true;

    for (int i = 0; i < save->duty_count; i++) {
        const bool help = i >= save->primary_count;
        bool twice = false;

        for (int k = 0; k < i; k++)
            twice = twice || strcmp(save->duties[k].service, save->duties[i].service) == 0;
        snprintf(pointer, sizeof pointer,
                 help ? "/services/help/%d/service" : "/services/primary/%d",
                 help ? i - save->primary_count : i);
        if (catalogue_service(save->change.before, save->duties[i].service) == QUEUE_NONE)
            command_fault(command, pointer, ERR_UNKNOWN_SERVICE);
        else if (twice)
            command_fault(command, pointer, ERR_BAD_VALUE);
        else
            continue;
        sound = false;
    }
    return sound ? ERR_OK : ERR_FIELDS;
}

static bool loses_a_service(const struct save_counter *save)
{
    const struct catalogue *before = save->change.before;
    const struct queue_rules *rules =
        &before->sites[before->counters[save->change.index].site].rules;
    const int counter = queue_rules_counter(rules, save->change.code);

    for (int service = 0; service < rules->service_count; service++) {
        bool kept = !queue_rules_serves(rules, counter, service) || (save->kept & SETUP_DUTIES);

        for (int i = 0; i < save->duty_count; i++)
            kept = kept || strcmp(save->duties[i].service, rules->services[service].code) == 0;
        if (!kept)
            return true;
    }
    return false;
}

/* Whoever took the seat on a day that is over has gone home. */
static bool is_of_today(struct store_tx *tx, const struct counter_record *record)
{
    struct date date;
    int64_t first_id = 0;

    return business_day_get(tx, record->site, &date, &first_id) && record->version >= first_id;
}

static void free_seat(struct store_tx *tx, struct counter_record *record)
{
    record->account[0] = record->seat[0] = '\0';
    snprintf(record->state, sizeof record->state, "closed");
    counter_rows_update(tx, record);
}

/* who sits there, or waits for this counter alone, is not left behind. */
static enum err check_people(struct store_tx *tx, struct save_counter *save)
{
    struct setup_change *change = &save->change;
    struct refusal_facts *facts = &change->command.facts;
    struct counter_record record;

    if (!counter_rows_get(tx, change->code, &record))
        return ERR_STORE;
    if (save->retired && queue_counter_is_busy(&record.counter))
        return ERR_COUNTER_BUSY;
    if (save->retired && record.account[0] && !is_of_today(tx, &record))
        free_seat(tx, &record);
    if (save->retired && record.account[0]) {
        snprintf(facts->conflicting_code, sizeof facts->conflicting_code, "%s", record.account);
        return ERR_IN_USE;
    }
    if ((save->retired || loses_a_service(save)) &&
        counter_rows_has_tied(tx, save->site, change->code)) {
        snprintf(facts->conflicting_code, sizeof facts->conflicting_code, "%s", change->code);
        return ERR_TICKETS_WAITING;
    }
    return ERR_OK;
}

static enum err check_old(struct store_tx *tx, struct save_counter *save)
{
    const int site = catalogue_site(save->change.command.catalogue, save->site);
    enum err err = ERR_OK;

    if (site != QUEUE_NONE) /* what was left of yesterday keeps nothing in use */
        err = queue_journal_begin_day(tx, &save->change.command, site);
    return err == ERR_OK ? check_people(tx, save) : err;
}

static void put_rows(struct store_tx *tx, const struct save_counter *save)
{
    const char *code = save->change.code;

    counter_rows_put(tx, code, save->site, save->name, save->retired);
    if (save->kept & SETUP_DUTIES)
        return;
    counter_rows_clear_duties(tx, code);
    for (int i = 0; i < save->duty_count; i++)
        counter_rows_put_duty(tx, code, save->duties[i].service, save->duties[i].after_s);
}

enum err save_counter_run(struct store_tx *tx, struct command *command)
{
    struct setup_change *change = container_of(command, struct setup_change, command);
    struct save_counter *save = container_of(change, struct save_counter, change);
    enum err err;

    change->part = PART_COUNTER;
    err = setup_change_begin(tx, change);
    if (err != ERR_OK)
        return err;
    if (!change->is_new)
        keep_members(save);
    if (catalogue_site_in_use(change->before, save->site) == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    err = setup_change_clean(change, "/name", save->name, sizeof save->name);
    if (err == ERR_OK)
        err = check_duties(save);
    if (err == ERR_OK && !change->is_new)
        err = check_old(tx, save);
    if (err != ERR_OK)
        return err;
    put_rows(tx, save);
    return setup_change_end(tx, change);
}
