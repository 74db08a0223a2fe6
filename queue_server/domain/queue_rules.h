/*
 * The rules of one site's queue: classes of people, caps, windows, and what each counter serves.
 *
 * Pure: plain data over fixed arrays, built step by step either from the JSON rules file
 * (usecase/queue_rules_document.h) or from the rows of a centre. Afterwards classes, services and
 * counters are small indices; the codes are kept for look-up and for showing. Spans are whole
 * seconds. About 35 KB: keep it in the owner's struct, do not copy it about.
 * Source: queue order, "Rules file". Rules.
 */
#ifndef DOMAIN_QUEUE_RULES_H
#define DOMAIN_QUEUE_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum {
    QUEUE_CODE_SIZE = 16, /* a code has 1..15 bytes, none of them a control character */
    QUEUE_CLASSES_MAX = 32,
    QUEUE_SERVICES_MAX = 64,
    QUEUE_COUNTERS_MAX = 64,
    QUEUE_RANK_MAX = 1000000,
    QUEUE_RUN_MAX = 1000000,
    QUEUE_SPAN_MAX_S = 1000000000, /* every span of the rules is 0 .. this */
    QUEUE_NONE = -1,               /* no such class, service or counter */
    QUEUE_OFF = -1                 /* a cap or a maximum that is not in use (null) */
};

enum queue_lane { QUEUE_ORDINARY, QUEUE_PRIORITY, QUEUE_URGENT };

struct queue_class {
    char code[QUEUE_CODE_SIZE]; /* "P0" .. "P7" */
    enum queue_lane lane;
    int32_t rank;     /* smaller goes first among equally due */
    int32_t target_s; /* the wait that this class is meant to have */
    int late_becomes; /* class of a person who comes late to an appointment, or QUEUE_NONE */
};

struct queue_service {
    char code[QUEUE_CODE_SIZE];
};

enum queue_role { QUEUE_ROLE_NONE, QUEUE_ROLE_PRIMARY, QUEUE_ROLE_HELP };

/* What one counter does with one service. */
struct queue_duty {
    enum queue_role role;
    int32_t after_s; /* HELP: it helps a person who has waited this long */
};

struct queue_post {
    char code[QUEUE_CODE_SIZE];
    struct queue_duty duties[QUEUE_SERVICES_MAX]; /* by service index */
};

struct queue_rules {
    struct queue_class classes[QUEUE_CLASSES_MAX];
    struct queue_service services[QUEUE_SERVICES_MAX];
    struct queue_post counters[QUEUE_COUNTERS_MAX];
    int class_count;
    int service_count;
    int counter_count;
    int32_t max_run_priority; /* priority calls in a row over an ordinary person, or QUEUE_OFF */
    int32_t max_run_ordinary; /* ordinary calls in a row over a priority person, or QUEUE_OFF */
    int32_t hard_max_wait_s;  /* or QUEUE_OFF */
    int32_t return_window_s;  /* a no-show may come back this long after, inclusive */
    int32_t return_delay_s;   /* and is called again at the earliest this long after that */
    int32_t appointment_late_s;
};

/* No class, service or counter; the values of the defaults below. */
void queue_rules_init(struct queue_rules *rules);

/*
 * The default rules, without services and counters: P1 urgent; P2, P3, P4, P5 priority,
 * target 0; P6 priority, target 0, late becomes P0; P7 priority, target 900; P0 ordinary, rank 9,
 * target 1800; the number in the code is the rank of P1..P7. max_run 2 and 1, no hard maximum,
 * return window 900, return delay 180, appointment late 900.
 */
void queue_rules_init_defaults(struct queue_rules *rules);

/*
 * Add a class; `late_becomes` of it is set to QUEUE_NONE (queue_rules_set_late_becomes).
 *
 * code      borrowed, copied
 * out_class its index
 *
 * Returns ERR_OK; ERR_DUPLICATE for a code that is there; ERR_RULES_MALFORMED for a code of a wrong
 * length or with a control character, for rank or target out of range, and when all places are
 * taken. The rules are unchanged on failure, as with every function below.
 */
enum err queue_rules_add_class(struct queue_rules *rules, const char *code, enum queue_lane lane,
                               int64_t rank, int64_t target_s, int *out_class);
/* Both are indices of this `rules`. */
void queue_rules_set_late_becomes(struct queue_rules *rules, int of_class, int becomes);

/* As queue_rules_add_class. A service that no counter has can be waited for, but is never called.
 */
enum err queue_rules_add_service(struct queue_rules *rules, const char *code, int *out_service);
enum err queue_rules_add_counter(struct queue_rules *rules, const char *code, int *out_counter);

/*
 * Give a counter a service as its own work, or as help for people who have waited `after_s`.
 *
 * Returns ERR_OK; ERR_DUPLICATE when the counter has the service already (R-101: it is either
 * primary or help at one counter, not both); ERR_RULES_MALFORMED for `after_s` out of range.
 */
enum err queue_rules_add_primary(struct queue_rules *rules, int counter, int service);
enum err queue_rules_add_help(struct queue_rules *rules, int counter, int service, int64_t after_s);

/*
 * Set the caps and windows. Each is QUEUE_OFF where that is allowed, else runs 1..QUEUE_RUN_MAX
 * and spans 0..QUEUE_SPAN_MAX_S.
 *
 * Returns ERR_OK, or ERR_RULES_MALFORMED and changes nothing.
 */
enum err queue_rules_set_max_run(struct queue_rules *rules, int64_t priority, int64_t ordinary);
enum err queue_rules_set_hard_max(struct queue_rules *rules, int64_t hard_max_wait_s);
enum err queue_rules_set_windows(struct queue_rules *rules, int64_t return_window_s,
                                 int64_t return_delay_s, int64_t appointment_late_s);

/* Index of a code, or QUEUE_NONE. */
int queue_rules_class(const struct queue_rules *rules, const char *code);
int queue_rules_service(const struct queue_rules *rules, const char *code);
int queue_rules_counter(const struct queue_rules *rules, const char *code);

/* What `counter` does with `service`; both are indices of `rules`. */
static inline struct queue_duty queue_rules_duty(const struct queue_rules *rules, int counter,
                                                 int service)
{
    return rules->counters[counter].duties[service];
}

static inline bool queue_rules_serves(const struct queue_rules *rules, int counter, int service)
{
    return queue_rules_duty(rules, counter, service).role != QUEUE_ROLE_NONE;
}

static inline enum queue_lane queue_rules_lane(const struct queue_rules *rules, int of_class)
{
    return rules->classes[of_class].lane;
}

#endif
