#include "domain/queue_rules.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

void queue_rules_init(struct queue_rules *rules)
{
    memset(rules, 0, sizeof *rules);
    rules->max_run_priority = 2;
    rules->max_run_ordinary = 1;
    rules->hard_max_wait_s = QUEUE_OFF;
    rules->return_window_s = 900;
    rules->return_delay_s = 180;
    rules->appointment_late_s = 900;
}

/* */
void queue_rules_init_defaults(struct queue_rules *rules)
{
    static const struct {
        const char *code;
        enum queue_lane lane;
        int32_t rank;
        int32_t target_s;
    } defaults[] = {{"P0", QUEUE_ORDINARY, 9, 1800}, {"P1", QUEUE_URGENT, 1, 0},
                    {"P2", QUEUE_PRIORITY, 2, 0},    {"P3", QUEUE_PRIORITY, 3, 0},
                    {"P4", QUEUE_PRIORITY, 4, 0},    {"P5", QUEUE_PRIORITY, 5, 0},
                    {"P6", QUEUE_PRIORITY, 6, 0},    {"P7", QUEUE_PRIORITY, 7, 900}};

    queue_rules_init(rules);
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
        int added;
        const enum err err = queue_rules_add_class(rules, defaults[i].code, defaults[i].lane,
                                                   defaults[i].rank, defaults[i].target_s, &added);

        assert(err == ERR_OK);
        (void)err;
    }
    queue_rules_set_late_becomes(rules, queue_rules_class(rules, "P6"),
                                 queue_rules_class(rules, "P0"));
}

static bool code_is_valid(const char *code)
{
    const size_t length = strlen(code);

    if (length < 1 || length >= QUEUE_CODE_SIZE)
        return false;
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)code[i] < ' ' || code[i] == 0x7f)
            return false;
    return true;
}

static bool span_is_valid(int64_t seconds)
{
    return seconds >= 0 && seconds <= QUEUE_SPAN_MAX_S;
}

static bool run_is_valid(int64_t run)
{
    return run == QUEUE_OFF || (run >= 1 && run <= QUEUE_RUN_MAX);
}

enum err queue_rules_add_class(struct queue_rules *rules, const char *code, enum queue_lane lane,
                               int64_t rank, int64_t target_s, int *out_class)
{
    struct queue_class *added;

    if (queue_rules_class(rules, code) != QUEUE_NONE)
        return ERR_DUPLICATE;
    if (rules->class_count == QUEUE_CLASSES_MAX || !code_is_valid(code) || rank < 0 ||
        rank > QUEUE_RANK_MAX || !span_is_valid(target_s))
        return ERR_RULES_MALFORMED;
    added = &rules->classes[rules->class_count];
    memcpy(added->code, code, strlen(code) + 1);
    added->lane = lane;
    added->rank = (int32_t)rank;
    added->target_s = (int32_t)target_s;
    added->late_becomes = QUEUE_NONE;
    *out_class = rules->class_count++;
    return ERR_OK;
}

void queue_rules_set_late_becomes(struct queue_rules *rules, int of_class, int becomes)
{
    assert(of_class >= 0 && of_class < rules->class_count);
    assert(becomes >= 0 && becomes < rules->class_count);
    rules->classes[of_class].late_becomes = becomes;
}

enum err queue_rules_add_service(struct queue_rules *rules, const char *code, int *out_service)
{
    if (queue_rules_service(rules, code) != QUEUE_NONE)
        return ERR_DUPLICATE;
    if (rules->service_count == QUEUE_SERVICES_MAX || !code_is_valid(code))
        return ERR_RULES_MALFORMED;
    memcpy(rules->services[rules->service_count].code, code, strlen(code) + 1);
    *out_service = rules->service_count++;
    return ERR_OK;
}

enum err queue_rules_add_counter(struct queue_rules *rules, const char *code, int *out_counter)
{
    if (queue_rules_counter(rules, code) != QUEUE_NONE)
        return ERR_DUPLICATE;
    if (rules->counter_count == QUEUE_COUNTERS_MAX || !code_is_valid(code))
        return ERR_RULES_MALFORMED;
    memcpy(rules->counters[rules->counter_count].code, code, strlen(code) + 1);
    *out_counter = rules->counter_count++;
    return ERR_OK;
}

/* */
static enum err add_duty(struct queue_rules *rules, int counter, int service,
                         struct queue_duty duty)
{
    assert(counter >= 0 && counter < rules->counter_count);
    assert(service >= 0 && service < rules->service_count);
    if (queue_rules_serves(rules, counter, service))
        return ERR_DUPLICATE;
    rules->counters[counter].duties[service] = duty;
    return ERR_OK;
}

enum err queue_rules_add_primary(struct queue_rules *rules, int counter, int service)
{
    return add_duty(rules, counter, service, (struct queue_duty){QUEUE_ROLE_PRIMARY, 0});
}

enum err queue_rules_add_help(struct queue_rules *rules, int counter, int service, int64_t after_s)
{
    if (!span_is_valid(after_s))
        return ERR_RULES_MALFORMED;
    return add_duty(rules, counter, service,
                    (struct queue_duty){QUEUE_ROLE_HELP, (int32_t)after_s});
}

enum err queue_rules_set_max_run(struct queue_rules *rules, int64_t priority, int64_t ordinary)
{
    if (!run_is_valid(priority) || !run_is_valid(ordinary))
        return ERR_RULES_MALFORMED;
    rules->max_run_priority = (int32_t)priority;
    rules->max_run_ordinary = (int32_t)ordinary;
    return ERR_OK;
}

enum err queue_rules_set_hard_max(struct queue_rules *rules, int64_t hard_max_wait_s)
{
    if (hard_max_wait_s != QUEUE_OFF && !span_is_valid(hard_max_wait_s))
        return ERR_RULES_MALFORMED;
    rules->hard_max_wait_s = (int32_t)hard_max_wait_s;
    return ERR_OK;
}

enum err queue_rules_set_windows(struct queue_rules *rules, int64_t return_window_s,
                                 int64_t return_delay_s, int64_t appointment_late_s)
{
    if (!span_is_valid(return_window_s) || !span_is_valid(return_delay_s) ||
        !span_is_valid(appointment_late_s))
        return ERR_RULES_MALFORMED;
    rules->return_window_s = (int32_t)return_window_s;
    rules->return_delay_s = (int32_t)return_delay_s;
    rules->appointment_late_s = (int32_t)appointment_late_s;
    return ERR_OK;
}

int queue_rules_class(const struct queue_rules *rules, const char *code)
{
    for (int i = 0; i < rules->class_count; i++)
        if (strcmp(rules->classes[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int queue_rules_service(const struct queue_rules *rules, const char *code)
{
    for (int i = 0; i < rules->service_count; i++)
        if (strcmp(rules->services[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}

int queue_rules_counter(const struct queue_rules *rules, const char *code)
{
    for (int i = 0; i < rules->counter_count; i++)
        if (strcmp(rules->counters[i].code, code) == 0)
            return i;
    return QUEUE_NONE;
}
