#include "usecase/queue_rules_document.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* An element of the document and the place where it stands. */
struct node {
    const json_t *json;
    char place[sizeof(((struct queue_rules_fault *)NULL)->place)];
};

struct reader {
    struct queue_rules rules;
    struct queue_rules_fault *fault;
};

__attribute__((format(printf, 4, 5))) static enum err
refuse(struct reader *reader, const char *place, enum err kind, const char *message, ...)
{
    va_list arguments;

    va_start(arguments, message);
    snprintf(reader->fault->place, sizeof reader->fault->place, "%s", place[0] ? place : "/");
    vsnprintf(reader->fault->message, sizeof reader->fault->message, message, arguments);
    va_end(arguments);
    reader->fault->kind = kind;
    return ERR_RULES_MALFORMED;
}

/* What a program is told of a value of another type: null is the same as nothing there. */
static enum err wrong_type(const json_t *json)
{
    return json_is_null(json) ? ERR_MISSING_FIELD : ERR_WRONG_TYPE;
}

static void node_enter(const struct node *parent, const char *key, const json_t *json,
                       struct node *out_node)
{
    const size_t length = strlen(parent->place);

    out_node->json = json;
    memcpy(out_node->place, parent->place, length + 1);
    snprintf(out_node->place + length, sizeof out_node->place - length, "/%s", key);
}

/* The member `key` of the object `parent`, which must have it. */
static enum err member(struct reader *reader, const struct node *parent, const char *key,
                       struct node *out_node)
{
    node_enter(parent, key, json_object_get(parent->json, key), out_node);
    return out_node->json ? ERR_OK
                          : refuse(reader, out_node->place, ERR_MISSING_FIELD, "is missing");
}

/* `node` is an object, with no member outside `keys`, a list that ends with NULL. */
static enum err object_of(struct reader *reader, const struct node *node, const char *const *keys)
{
    const char *key;
    json_t *value;

    if (!json_is_object(node->json))
        return refuse(reader, node->place, wrong_type(node->json), "must be an object");
    json_object_foreach((json_t *)node->json, key, value)
    {
        size_t i = 0;

        while (keys[i] && strcmp(keys[i], key) != 0)
            i++;
        if (!keys[i]) {
            struct node unknown;

            node_enter(node, key, value, &unknown);
            return refuse(reader, unknown.place, ERR_UNKNOWN_FIELD,
                          "is not a member of the rules file");
        }
    }
    return ERR_OK;
}

/* A whole number least..most; where `may_be_off`, null stands for QUEUE_OFF. */
struct range {
    int64_t least;
    int64_t most;
    bool may_be_off;
};

static const struct range span = {0, QUEUE_SPAN_MAX_S, false};

static enum err number(struct reader *reader, const struct node *parent, const char *key,
                       struct range range, int64_t *out_value)
{
    struct node node;
    const enum err err = member(reader, parent, key, &node);

    if (err != ERR_OK)
        return err;
    if (range.may_be_off && json_is_null(node.json)) {
        *out_value = QUEUE_OFF;
        return ERR_OK;
    }
    if (!json_is_integer(node.json) || json_integer_value(node.json) < range.least ||
        json_integer_value(node.json) > range.most)
        return refuse(reader, node.place,
                      json_is_integer(node.json) ? ERR_BAD_VALUE : wrong_type(node.json),
                      "must be a whole number %lld..%lld%s", (long long)range.least,
                      (long long)range.most, range.may_be_off ? " or null" : "");
    *out_value = json_integer_value(node.json);
    return ERR_OK;
}

static enum err lane_of(struct reader *reader, const struct node *parent, enum queue_lane *out_lane)
{
    static const char *const names[] = {
        [QUEUE_ORDINARY] = "ordinary", [QUEUE_PRIORITY] = "priority", [QUEUE_URGENT] = "urgent"};
    struct node node;
    const enum err err = member(reader, parent, "lane", &node);

    if (err != ERR_OK)
        return err;
    for (size_t i = 0; json_is_string(node.json) && i < sizeof names / sizeof *names; i++) {
        if (strcmp(json_string_value(node.json), names[i]) == 0) {
            *out_lane = (enum queue_lane)i;
            return ERR_OK;
        }
    }
    return refuse(reader, node.place,
                  json_is_string(node.json) ? ERR_BAD_VALUE : wrong_type(node.json),
                  "must be \"ordinary\", \"priority\" or \"urgent\"");
}

static enum err refuse_code(struct reader *reader, const char *place, const char *what, int most)
{
    return refuse(reader, place, ERR_BAD_VALUE,
                  "is not a code of 1 to %d bytes, or there are more than %d %s",
                  QUEUE_CODE_SIZE - 1, most, what);
}

static enum err read_class(struct reader *reader, const struct node *node, const char *code)
{
    static const char *const keys[] = {"lane", "rank", "target_s", "late_becomes", NULL};
    enum queue_lane lane = QUEUE_ORDINARY;
    int64_t rank;
    int64_t target_s;
    int added;
    enum err err = object_of(reader, node, keys);

    if (err == ERR_OK)
        err = lane_of(reader, node, &lane);
    if (err == ERR_OK)
        err = number(reader, node, "rank", (struct range){0, QUEUE_RANK_MAX, false}, &rank);
    if (err == ERR_OK)
        err = number(reader, node, "target_s", span, &target_s);
    if (err != ERR_OK)
        return err;
    if (queue_rules_add_class(&reader->rules, code, lane, rank, target_s, &added) != ERR_OK)
        return refuse_code(reader, node->place, "classes", QUEUE_CLASSES_MAX);
    return ERR_OK;
}

/* Once all classes are known. */
static enum err read_late_becomes(struct reader *reader, const struct node *parent,
                                  const char *code)
{
    struct node node;
    int becomes = QUEUE_NONE;

    node_enter(parent, "late_becomes", json_object_get(parent->json, "late_becomes"), &node);
    if (!node.json)
        return ERR_OK;
    if (json_is_string(node.json))
        becomes = queue_rules_class(&reader->rules, json_string_value(node.json));
    if (becomes == QUEUE_NONE)
        return refuse(reader, node.place, ERR_BAD_VALUE, "must be the code of a class");
    queue_rules_set_late_becomes(&reader->rules, queue_rules_class(&reader->rules, code), becomes);
    return ERR_OK;
}

static enum err read_classes(struct reader *reader, const struct node *root)
{
    struct node classes;
    struct node node;
    const char *code;
    json_t *value;
    enum err err = member(reader, root, "classes", &classes);

    if (err != ERR_OK)
        return err;
    if (!json_is_object(classes.json))
        return refuse(reader, classes.place, wrong_type(classes.json), "must be an object");
    json_object_foreach((json_t *)classes.json, code, value)
    {
        node_enter(&classes, code, value, &node);
        err = read_class(reader, &node, code);
        if (err != ERR_OK)
            return err;
    }
    json_object_foreach((json_t *)classes.json, code, value)
    {
        node_enter(&classes, code, value, &node);
        err = read_late_becomes(reader, &node, code);
        if (err != ERR_OK)
            return err;
    }
    return ERR_OK;
}

/* The service that `node` names, added when it is new. */
static enum err service_of(struct reader *reader, const struct node *node, int *out_service)
{
    const char *code = json_string_value(node->json);

    if (!code)
        return refuse(reader, node->place, ERR_BAD_VALUE, "must be the code of a service");
    *out_service = queue_rules_service(&reader->rules, code);
    if (*out_service == QUEUE_NONE &&
        queue_rules_add_service(&reader->rules, code, out_service) != ERR_OK)
        return refuse_code(reader, node->place, "services", QUEUE_SERVICES_MAX);
    return ERR_OK;
}

static enum err read_primary(struct reader *reader, int counter, const struct node *node)
{
    int service;
    const enum err err = service_of(reader, node, &service);

    if (err != ERR_OK)
        return err;
    if (queue_rules_add_primary(&reader->rules, counter, service) != ERR_OK)
        return refuse(reader, node->place, ERR_BAD_VALUE,
                      "the counter has this service already"); /* */
    return ERR_OK;
}

static enum err read_help(struct reader *reader, int counter, const struct node *node)
{
    static const char *const keys[] = {"service", "after_s", NULL};
    struct node named;
    int service;
    int64_t after_s;
    enum err err = object_of(reader, node, keys);

    if (err == ERR_OK)
        err = member(reader, node, "service", &named);
    if (err == ERR_OK)
        err = service_of(reader, &named, &service);
    if (err == ERR_OK)
        err = number(reader, node, "after_s", span, &after_s);
    if (err != ERR_OK)
        return err;
    if (queue_rules_add_help(&reader->rules, counter, service, after_s) != ERR_OK)
        return refuse(reader, node->place, ERR_BAD_VALUE,
                      "the counter has this service already"); /* */
    return ERR_OK;
}

static enum err read_duties(struct reader *reader, int counter, const struct node *parent,
                            const char *key,
                            enum err (*read)(struct reader *, int, const struct node *))
{
    struct node list;
    struct node node;
    char position[24];
    enum err err = member(reader, parent, key, &list);

    if (err == ERR_OK && !json_is_array(list.json))
        err = refuse(reader, list.place, wrong_type(list.json), "must be a list");
    for (size_t i = 0; err == ERR_OK && i < json_array_size(list.json); i++) {
        snprintf(position, sizeof position, "%zu", i);
        node_enter(&list, position, json_array_get(list.json, i), &node);
        err = read(reader, counter, &node);
    }
    return err;
}

static enum err read_counter(struct reader *reader, const struct node *node, const char *code)
{
    static const char *const keys[] = {"primary", "help", NULL};
    int counter;
    enum err err = object_of(reader, node, keys);

    if (err != ERR_OK)
        return err;
    if (queue_rules_add_counter(&reader->rules, code, &counter) != ERR_OK)
        return refuse_code(reader, node->place, "counters", QUEUE_COUNTERS_MAX);
    err = read_duties(reader, counter, node, "primary", read_primary);
    return err == ERR_OK ? read_duties(reader, counter, node, "help", read_help) : err;
}

static enum err read_counters(struct reader *reader, const struct node *root)
{
    struct node counters;
    struct node node;
    const char *code;
    json_t *value;
    enum err err = member(reader, root, "counters", &counters);

    if (err != ERR_OK)
        return err;
    if (!json_is_object(counters.json))
        return refuse(reader, counters.place, wrong_type(counters.json), "must be an object");
    json_object_foreach((json_t *)counters.json, code, value)
    {
        node_enter(&counters, code, value, &node);
        err = read_counter(reader, &node, code);
        if (err != ERR_OK)
            return err;
    }
    return ERR_OK;
}

static enum err read_caps(struct reader *reader, const struct node *root)
{
    static const char *const keys[] = {"priority", "ordinary", NULL};
    static const struct range run = {1, QUEUE_RUN_MAX, true};
    static const struct range maximum = {0, QUEUE_SPAN_MAX_S, true};
    struct node node;
    int64_t priority;
    int64_t ordinary;
    int64_t hard_max;
    enum err err = member(reader, root, "max_run", &node);

    if (err == ERR_OK)
        err = object_of(reader, &node, keys);
    if (err == ERR_OK)
        err = number(reader, &node, "priority", run, &priority);
    if (err == ERR_OK)
        err = number(reader, &node, "ordinary", run, &ordinary);
    if (err == ERR_OK)
        err = number(reader, root, "hard_max_wait_s", maximum, &hard_max);
    if (err == ERR_OK)
        err = queue_rules_set_max_run(&reader->rules, priority, ordinary);
    if (err == ERR_OK)
        err = queue_rules_set_hard_max(&reader->rules, hard_max);
    return err;
}

static enum err read_windows(struct reader *reader, const struct node *root)
{
    int64_t window;
    int64_t delay;
    int64_t late;
    enum err err = number(reader, root, "return_window_s", span, &window);

    if (err == ERR_OK)
        err = number(reader, root, "return_delay_s", span, &delay);
    if (err == ERR_OK)
        err = number(reader, root, "appointment_late_s", span, &late);
    return err == ERR_OK ? queue_rules_set_windows(&reader->rules, window, delay, late) : err;
}

/* */
enum err queue_rules_document_read(const char *text, size_t length, struct queue_rules *out_rules,
                                   struct queue_rules_fault *out_fault)
{
    static const char *const keys[] = {"classes",         "max_run",
                                       "hard_max_wait_s", "return_window_s",
                                       "return_delay_s",  "appointment_late_s",
                                       "counters",        NULL};
    struct reader reader = {.fault = out_fault};
    json_error_t error;
    json_t *json = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    struct node root = {.json = json, .place = ""};
    enum err err;

    if (!json) {
        char place[64];

        snprintf(place, sizeof place, "line %d, column %d", error.line, error.column);
        return refuse(&reader, place, ERR_MALFORMED, "%s", error.text);
    }
    queue_rules_init(&reader.rules);
    err = object_of(&reader, &root, keys);
    if (err == ERR_OK)
        err = read_classes(&reader, &root);
    if (err == ERR_OK)
        err = read_caps(&reader, &root);
    if (err == ERR_OK)
        err = read_windows(&reader, &root);
    if (err == ERR_OK)
        err = read_counters(&reader, &root);
    json_decref(json);
    if (err == ERR_OK)
        *out_rules = reader.rules;
    return err;
}
