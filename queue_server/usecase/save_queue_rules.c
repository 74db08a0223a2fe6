#include "usecase/save_queue_rules.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/shared_rows.h"
#include "usecase/queue_rules_document.h"

/* ---- the document ---------------------------------------------------------------------------- */

static void put_or_null(struct text *text, const char *key, int32_t value)
{
    if (value == QUEUE_OFF)
        json_put_null(text, key);
    else
        json_put_int(text, key, value);
}

static void write_class(struct text *text, const struct queue_rules *rules,
                        const struct queue_class *of)
{
    static const char *const lanes[] = {
        [QUEUE_ORDINARY] = "ordinary", [QUEUE_PRIORITY] = "priority", [QUEUE_URGENT] = "urgent"};

    json_open_object(text, of->code);
    json_put_string(text, "lane", lanes[of->lane]);
    json_put_int(text, "rank", of->rank);
    json_put_int(text, "target_s", of->target_s);
    if (of->late_becomes != QUEUE_NONE)
        json_put_string(text, "late_becomes", rules->classes[of->late_becomes].code);
    json_close_object(text);
}

/* The members of the rules file but its counters. */
static void write_rules(struct text *text, const struct queue_rules *rules)
{
    json_open_object(text, "classes");
    for (int i = 0; i < rules->class_count; i++)
        write_class(text, rules, &rules->classes[i]);
    json_close_object(text);
    json_open_object(text, "max_run");
    put_or_null(text, "priority", rules->max_run_priority);
    put_or_null(text, "ordinary", rules->max_run_ordinary);
    json_close_object(text);
    put_or_null(text, "hard_max_wait_s", rules->hard_max_wait_s);
    json_put_int(text, "return_window_s", rules->return_window_s);
    json_put_int(text, "return_delay_s", rules->return_delay_s);
    json_put_int(text, "appointment_late_s", rules->appointment_late_s);
}

static void write_view(struct text *text, const char *key, const struct queue_rules *rules,
                       const struct setup_stamp *stamp)
{
    json_open_object(text, key);
    write_rules(text, rules);
    setup_stamp_view(text, stamp);
    json_close_object(text);
}

/* The rules in force; `out_rules` is of malloc. */
static enum err load_rules(struct store_tx *tx, struct queue_rules **out_rules)
{
    struct queue_rules *rules = malloc(sizeof *rules);
    struct queue_rules_fault fault;
    struct text stored;
    enum err err = rules ? ERR_OK : ERR_NO_MEMORY;

    if (err != ERR_OK)
        return err;
    text_init(&stored);
    if (setting_get(tx, "queue_rules", &stored))
        err = stored.failed ? ERR_NO_MEMORY
                            : queue_rules_document_read(stored.data, stored.length, rules, &fault);
    else
        queue_rules_init_defaults(rules);
    text_release(&stored);
    if (err == ERR_OK)
        *out_rules = rules;
    else
        free(rules);
    return err;
}

enum err queue_rules_view(struct store_tx *tx, struct text *text, const char *key)
{
    struct queue_rules *rules;
    struct setup_stamp stamp;
    const enum err err = load_rules(tx, &rules);

    if (err != ERR_OK)
        return err;
    setup_stamp_get(tx, setup_part_name(PART_RULES), "", &stamp);
    write_view(text, key, rules, &stamp);
    free(rules);
    return ERR_OK;
}

/* ---- checking -------------------------------------------------------------------------------- */

static enum err check_version(struct store_tx *tx, struct save_queue_rules *save,
                              const struct queue_rules *before)
{
    struct command *command = &save->command;

    setup_stamp_get(tx, setup_part_name(PART_RULES), "", &save->stamp);
    const enum err err = setup_change_check(tx, command, save->expected_version, &save->stamp);
    if (err == ERR_VERSION_CONFLICT)
        write_view(&command->facts.current, NULL, before, &save->stamp);
    return err;
}

/* Read the document as an imported one, whose counters stand elsewhere. */
static enum err read_document(struct save_queue_rules *save, struct queue_rules *out_rules)
{
    static const char no_counters[] = ",\"counters\":{}}";
    const size_t length = strlen(save->document);
    struct queue_rules_fault fault;
    struct text whole;
    enum err err;

    text_init(&whole);
    text_add_bytes(&whole, save->document, length - 1); /* an object: without its last brace */
    text_add(&whole, length > 2 ? no_counters : no_counters + 1);
    err = whole.failed ? ERR_NO_MEMORY
                       : queue_rules_document_read(whole.data, whole.length, out_rules, &fault);
    text_release(&whole);
    if (err != ERR_RULES_MALFORMED)
        return err;
    command_fault(&save->command, fault.kind == ERR_MALFORMED ? "/counters" : fault.place,
                  fault.kind == ERR_MALFORMED ? ERR_UNKNOWN_FIELD : fault.kind);
    return ERR_FIELDS;
}

/* */
static enum err check_classes(struct save_queue_rules *save, const struct queue_rules *before,
                              const struct queue_rules *after)
{
    const int ordinary = queue_rules_class(after, "P0");
    char pointer[40];

    for (int i = 0; i < before->class_count; i++) {
        if (queue_rules_class(after, before->classes[i].code) != QUEUE_NONE)
            continue;
        snprintf(pointer, sizeof pointer, "/classes/%s", before->classes[i].code);
        command_fault(&save->command, pointer, ERR_MISSING_FIELD);
    }
    if (ordinary != QUEUE_NONE && queue_rules_lane(after, ordinary) != QUEUE_ORDINARY)
        command_fault(&save->command, "/classes/P0/lane", ERR_BAD_VALUE);
    return save->command.facts.fields.length ? ERR_FIELDS : ERR_OK;
}

/* ---- saving ---------------------------------------------------------------------------------- */

static enum err store_rules(struct store_tx *tx, struct save_queue_rules *save,
                            const struct queue_rules *rules)
{
    struct command *command = &save->command;
    struct text document, data;

    save->stamp.version++;
    save->stamp.changed_at = command->now;
    memcpy(save->stamp.changed_by, command->actor.code, sizeof save->stamp.changed_by);
    text_init(&document);
    json_open_object(&document, NULL);
    write_rules(&document, rules);
    json_open_object(&document, "counters");
    json_close_object(&document);
    json_close_object(&document);
    text_init(&data);
    json_open_object(&data, NULL);
    write_view(&data, "queue_rules", rules, &save->stamp);
    json_close_object(&data);
    if (document.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    else
        setting_put(tx, "queue_rules", document.data);
    setup_stamp_put(tx, setup_part_name(PART_RULES), "", &save->stamp);
    command_event(tx, command, "queue_rules_changed", setup_part_name(PART_RULES), "", &data);
    text_release(&document);
    text_release(&data);
    const enum err err = sql_outcome(tx);
    return err == ERR_OK ? catalogue_load(tx, &save->after) : err;
}

static enum err change(struct store_tx *tx, struct save_queue_rules *save,
                       const struct queue_rules *before, struct queue_rules *after)
{
    enum err err = read_document(save, after);

    if (err == ERR_OK)
        err = check_version(tx, save, before);
    if (err == ERR_OK)
        err = check_classes(save, before, after);
    if (err == ERR_OK && !save->dry_run)
        err = store_rules(tx, save, after);
    if (err == ERR_OK)
        write_view(&save->view, NULL, after, &save->stamp);
    return err;
}

enum err save_queue_rules_run(struct store_tx *tx, struct command *command)
{
    struct save_queue_rules *save = container_of(command, struct save_queue_rules, command);
    struct queue_rules *before = NULL, *after = malloc(sizeof *after);
    enum err err = after ? load_rules(tx, &before) : ERR_NO_MEMORY;

    if (err == ERR_OK)
        err = change(tx, save, before, after);
    free(before);
    free(after);
    return err;
}

void save_queue_rules_take(struct save_queue_rules *save)
{
    const struct command *command = &save->command;

    if (command->err == ERR_OK && !command->replayed && save->after) {
        office_set_catalogue(command->office, save->after);
        save->after = NULL;
    }
    catalogue_release(save->after);
    save->after = NULL;
}
