#include "usecase/reminder_rules.h"

#include <jansson.h>
#include <string.h>

enum { DAYS_MAX = 30, HOURS_MAX = 1000 };

static bool read_number(const json_t *document, const char *key, int most, struct text *faults,
                        int *number)
{
    const json_t *value = json_object_get(document, key);

    if (!value)
        return true;
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > most) {
        text_printf(faults, "reminder_rules.%s: a number from 0 to %d is needed\n", key, most);
        return false;
    }
    *number = (int)json_integer_value(value);
    return true;
}

/* Hours of one kind: officer, unit, leader. */
static bool read_hours(const char *kind, const json_t *hours, struct text *faults,
                       int out_hours[REMINDER_LEVELS])
{
    bool sound = json_array_size(hours) == REMINDER_LEVELS;

    for (size_t i = 0; sound && i < REMINDER_LEVELS; i++) {
        const json_t *value = json_array_get(hours, i);

        if (json_is_null(value))
            out_hours[i] = REMINDER_NEVER;
        else if (json_is_integer(value) && json_integer_value(value) >= 0 &&
                 json_integer_value(value) <= HOURS_MAX)
            out_hours[i] = (int)json_integer_value(value);
        else
            sound = false;
    }
    if (!sound)
        text_printf(faults,
                    "reminder_rules.after_hours.%s: %d working hours from 0 to %d, or null, are "
                    "needed\n",
                    kind, REMINDER_LEVELS, HOURS_MAX);
    return sound;
}

static bool read_levels(const json_t *levels, struct text *faults, struct reminder_policy *policy)
{
    bool sound = !levels || json_is_object(levels);
    enum reminder_kind kind;
    const char *key;
    json_t *value;

    if (!sound)
        text_add(faults, "reminder_rules.after_hours: an object is needed\n");
    json_object_foreach((json_t *)levels, key, value)
    {
        if (reminder_kind_from_name(key, &kind)) {
            sound = read_hours(key, value, faults, policy->after_hours[kind]) && sound;
            continue;
        }
        text_printf(faults, "reminder_rules.after_hours.%.64s: no kind of reminder\n", key);
        sound = false;
    }
    return sound;
}

bool reminder_rules_read(const json_t *document, struct text *faults,
                         struct reminder_policy *out_policy)
{
    bool sound = json_is_object(document);
    const char *key;
    json_t *value;

    *out_policy = reminder_policy_default();
    if (!sound)
        text_add(faults, "reminder_rules: an object is needed\n");
    json_object_foreach((json_t *)document, key, value)
    {
        if (strcmp(key, "near_days") == 0 || strcmp(key, "scan_hours") == 0 ||
            strcmp(key, "collect_days") == 0 || strcmp(key, "after_hours") == 0)
            continue;
        text_printf(faults, "reminder_rules.%.64s: not a member of it\n", key);
        sound = false;
    }
    sound = read_number(document, "near_days", DAYS_MAX, faults, &out_policy->near_days) && sound;
    sound =
        read_number(document, "scan_hours", HOURS_MAX, faults, &out_policy->scan_hours) && sound;
    sound =
        read_number(document, "collect_days", DAYS_MAX, faults, &out_policy->collect_days) && sound;
    return read_levels(json_object_get(document, "after_hours"), faults, out_policy) && sound;
}

enum err reminder_rules_parse(const struct text *stored, struct reminder_policy *out_policy)
{
    json_t *document = stored->failed ? NULL : json_loadb(stored->data, stored->length, 0, NULL);
    struct text faults;

    if (stored->failed)
        return ERR_NO_MEMORY;
    text_init(&faults);
    const bool sound = reminder_rules_read(document, &faults, out_policy);
    text_release(&faults);
    json_decref(document);
    return sound ? ERR_OK : ERR_RULES_MALFORMED;
}
