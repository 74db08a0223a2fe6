#include "usecase/setup_change.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"

/* ---- before ---------------------------------------------------------------------------------- */

void setup_change_person(struct store_tx *tx, const char *account, char out_name[PERSON_NAME_SIZE])
{
    struct directory_account row;

    if (account[0] && account_rows_get(tx, account, &row))
        memcpy(out_name, row.name, PERSON_NAME_SIZE);
    else
        snprintf(out_name, PERSON_NAME_SIZE, "%s", account);
}

enum err setup_change_check(struct store_tx *tx, struct command *command, int64_t expected_version,
                            const struct setup_stamp *stamp)
{
    if (expected_version == 0)
        return ERR_VERSION_REQUIRED;
    if (expected_version == stamp->version)
        return ERR_OK;
    setup_change_person(tx, stamp->changed_by, command->facts.changed_by);
    command->facts.changed_at = stamp->changed_at;
    return ERR_VERSION_CONFLICT;
}

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* A code that the contract allows and the rows have room for; of a service one capital letter. */
static bool is_code(const struct setup_change *change)
{
    const char *code = change->code;
    const size_t most = change->part == PART_SITE ? SITE_CODE_SIZE - 1 : QUEUE_CODE_SIZE - 1;

    if (change->part == PART_SERVICE)
        return code[0] >= 'A' && code[0] <= 'Z' && !code[1];
    return code[0] && strlen(code) <= most && strchr(LETTERS, code[0]) &&
           !code[strspn(code, LETTERS "._-")];
}

static enum err check_new(struct setup_change *change)
{
    struct command *command = &change->command;
    char pointer[SETUP_CODE_SIZE];

    if (!is_code(change)) {
        snprintf(pointer, sizeof pointer, "/%s", setup_part_name(change->part));
        command_fault(command, pointer, ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    if (change->index != QUEUE_NONE) {
        snprintf(command->facts.conflicting_code, sizeof command->facts.conflicting_code, "%s",
                 change->code);
        return ERR_DUPLICATE;
    }
    return setup_part_count(change->before, change->part) >= setup_part_most(change->part)
               ? ERR_LIMIT_REACHED
               : ERR_OK;
}

/* */
static enum err check_version(struct store_tx *tx, struct setup_change *change)
{
    struct command *command = &change->command;
    const enum err err = setup_change_check(tx, command, change->expected_version, &change->stamp);

    if (err == ERR_VERSION_CONFLICT)
        setup_part_view(&command->facts.current, NULL, change->before, change->part, change->index,
                        &change->stamp);
    return err;
}

enum err setup_change_begin(struct store_tx *tx, struct setup_change *change)
{
    enum err err = catalogue_load(tx, &change->before);

    if (err != ERR_OK)
        return err;
    change->index = setup_part_index(change->before, change->part, change->code);
    if (change->is_new)
        return check_new(change);
    if (change->index == QUEUE_NONE)
        return ERR_NOT_FOUND;
    setup_stamp_get(tx, setup_part_name(change->part), change->code, &change->stamp);
    return check_version(tx, change);
}

enum err setup_change_clean(struct setup_change *change, const char *pointer, char *text,
                            size_t size)
{
    char clean[SETUP_NAME_SIZE];

    if (vietnamese_clean(text, strlen(text), clean, sizeof clean, NULL) != ERR_OK || !clean[0] ||
        strlen(clean) >= size) {
        command_fault(&change->command, pointer, ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    memcpy(text, clean, strlen(clean) + 1);
    return ERR_OK;
}

enum err setup_change_clean_two(struct setup_change *change, char name[SETUP_NAME_SIZE],
                                const char *pointer, char *text, size_t size)
{
    const enum err err = setup_change_clean(change, "/name", name, SETUP_NAME_SIZE);

    return err == ERR_OK && text[0] ? setup_change_clean(change, pointer, text, size) : err;
}

/* ---- after ----------------------------------------------------------------------------------- */

static bool is_served(const struct queue_rules *rules, int service)
{
    for (int counter = 0; service != QUEUE_NONE && counter < rules->counter_count; counter++)
        if (queue_rules_serves(rules, counter, service))
            return true;
    return false;
}

/* The two set-ups at one site, while the figures of its day are read. */
struct cover {
    const struct queue_rules *before, *after;
    char forsaken[QUEUE_CODE_SIZE]; /* first service that people wait for in vain; "" for none */
};

static void look_at_service(const char *service, const struct queue_count *count, void *data)
{
    struct cover *cover = data;

    if (!cover->forsaken[0] && count->waiting + count->parked > 0 &&
        is_served(cover->before, queue_rules_service(cover->before, service)) &&
        !is_served(cover->after, queue_rules_service(cover->after, service)))
        snprintf(cover->forsaken, sizeof cover->forsaken, "%s", service);
}

/* */
static enum err check_cover(struct store_tx *tx, struct setup_change *change)
{
    struct command *command = &change->command;

    for (int i = 0; i < change->before->site_count; i++) {
        const struct catalogue_site *site = &change->before->sites[i];
        struct cover cover = {.before = &site->rules,
                              .after = catalogue_rules(site->code, change->after)};

        if (cover.after)
            queue_count_day(tx, site->code, date_of_instant(command->now), look_at_service, &cover);
        if (cover.forsaken[0]) {
            memcpy(command->facts.conflicting_code, cover.forsaken, sizeof cover.forsaken);
            return ERR_TICKETS_WAITING;
        }
    }
    return ERR_OK;
}

static const char *site_of(const struct setup_change *change, int index)
{
    switch (change->part) {
    case PART_SITE:
        return change->code;
    case PART_COUNTER:
        return change->after->sites[change->after->counters[index].site].code;
    case PART_PRINTER:
        return change->after->printers[index].site;
    case PART_SERVICE:
    case PART_RULES:
        break;
    }
    return NULL;
}

static void tell(struct store_tx *tx, struct setup_change *change)
{
    const int index = setup_part_index(change->after, change->part, change->code);
    const char *name = setup_part_name(change->part);
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", site_of(change, index));
    json_put_string(&data, "part", name);
    json_put_bool(&data, "new", change->is_new);
    setup_part_view(&data, "setup", change->after, change->part, index, &change->stamp);
    json_close_object(&data);
    command_event(tx, &change->command,
                  change->part == PART_PRINTER ? "printer_changed" : "setup_changed", change->code,
                  "", &data);
    text_release(&data);
}

enum err setup_change_end(struct store_tx *tx, struct setup_change *change)
{
    struct command *command = &change->command;
    enum err err;

    change->stamp.version = change->is_new ? 1 : change->stamp.version + 1;
    change->stamp.changed_at = command->now;
    memcpy(change->stamp.changed_by, command->actor.code, sizeof change->stamp.changed_by);
    setup_stamp_put(tx, setup_part_name(change->part), change->code, &change->stamp);
    err = sql_outcome(tx);
    if (err == ERR_OK)
        err = catalogue_load(tx, &change->after);
    if (err == ERR_OK)
        err = check_cover(tx, change);
    if (err == ERR_OK)
        tell(tx, change);
    return err;
}

void setup_change_view(struct text *text, const struct setup_change *change)
{
    setup_part_view(text, NULL, change->after, change->part,
                    setup_part_index(change->after, change->part, change->code), &change->stamp);
}

void setup_change_take(struct setup_change *change)
{
    const struct command *command = &change->command;

    if (command->err == ERR_OK && !command->replayed && change->after) {
        office_set_catalogue(command->office, change->after);
        change->after = NULL;
    }
    catalogue_release(change->after);
    catalogue_release(change->before);
    change->after = change->before = NULL;
}
