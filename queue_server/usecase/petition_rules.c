#include "usecase/petition_rules.h"

#include <jansson.h>
#include <string.h>

enum { DAYS_MAX = 100 };

static int *member_of(struct petition_policy *policy, const char *key)
{
    if (strcmp(key, "sort_days") == 0)
        return &policy->sort_days;
    if (strcmp(key, "ask_days") == 0)
        return &policy->ask_days;
    if (strcmp(key, "answer_days") == 0)
        return &policy->answer_days;
    return strcmp(key, "publish_days") == 0 ? &policy->publish_days : NULL;
}

bool petition_rules_read(const json_t *document, struct text *faults,
                         struct petition_policy *out_policy)
{
    bool sound = json_is_object(document);
    const char *key;
    json_t *value;

    *out_policy = petition_policy_default();
    if (!sound)
        text_add(faults, "petition_rules: an object is needed\n");
    json_object_foreach((json_t *)document, key, value)
    {
        int *member = member_of(out_policy, key);
        const json_int_t days = json_is_integer(value) ? json_integer_value(value) : 0;

        if (member && days >= 1 && days <= DAYS_MAX) {
            *member = (int)days;
            continue;
        }
        text_printf(faults, "petition_rules.%.64s: %s\n", key,
                    member ? "working days from 1 to 100 are needed" : "not a member of it");
        sound = false;
    }
    return sound;
}

enum err petition_rules_parse(const struct text *stored, struct petition_policy *out_policy)
{
    json_t *document = stored->failed ? NULL : json_loadb(stored->data, stored->length, 0, NULL);
    struct text faults;

    if (stored->failed)
        return ERR_NO_MEMORY;
    text_init(&faults);
    const bool sound = petition_rules_read(document, &faults, out_policy);
    text_release(&faults);
    json_decref(document);
    return sound ? ERR_OK : ERR_RULES_MALFORMED;
}
