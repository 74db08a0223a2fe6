#include "usecase/dossier_rules.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "domain/deadline_policy.h"

enum { DAYS_MAX = 366 };

static bool read_days(const json_t *document, const char *key, struct text *faults, int *days)
{
    const json_t *value = json_object_get(document, key);

    if (!value)
        return true;
    if (!json_is_integer(value) || json_integer_value(value) < 0 ||
        json_integer_value(value) > DAYS_MAX) {
        text_printf(faults, "dossier_rules.%s: a number of days is needed\n", key);
        return false;
    }
    *days = (int)json_integer_value(value);
    return true;
}

/* Rule R-214: the second of the day after which a confirmed step starts the next working day. */
static bool read_hour(const json_t *document, struct text *faults, int *second)
{
    const json_t *value = json_object_get(document, "confirm_until");
    const char *text = json_string_value(value);
    struct deadline_policy policy = {.cutoff = CUTOFF_DEFAULT};
    char option[sizeof "cutoff=HH:MM"];

    if (!value)
        return true;
    snprintf(option, sizeof option, "cutoff=%s", text ? text : "");
    if (!text || strlen(text) != strlen("HH:MM") ||
        deadline_policy_set(&policy, option, strlen(option)) != ERR_OK ||
        policy.cutoff != CUTOFF_AT) {
        text_add(faults, "dossier_rules.confirm_until: a time like 15:00 is needed\n");
        return false;
    }
    *second = policy.cutoff_second;
    return true;
}

static bool check_members(const json_t *document, struct text *faults)
{
    static const char *const members[] = {"confirm_until", "supplement_days", "apology_days"};
    const char *key;
    json_t *value;
    bool sound = true;

    json_object_foreach((json_t *)document, key, value)
    {
        bool known = false;

        for (size_t i = 0; i < sizeof members / sizeof *members; i++)
            known = known || strcmp(key, members[i]) == 0;
        if (!known)
            text_printf(faults, "dossier_rules.%.64s: not a member of it\n", key);
        sound = sound && known;
    }
    return sound;
}

bool dossier_rules_read(const json_t *document, struct text *faults,
                        struct dossier_policy *out_policy)
{
    bool sound = json_is_object(document);

    *out_policy = dossier_policy_default();
    if (!sound)
        text_add(faults, "dossier_rules: an object is needed\n");
    sound = check_members(document, faults) && sound;
    sound = read_hour(document, faults, &out_policy->confirm_until_s) && sound;
    sound = read_days(document, "supplement_days", faults, &out_policy->supplement_days) && sound;
    return read_days(document, "apology_days", faults, &out_policy->apology_days) && sound;
}

enum err dossier_rules_parse(const struct text *stored, struct dossier_policy *out_policy)
{
    json_t *document = stored->failed ? NULL : json_loadb(stored->data, stored->length, 0, NULL);
    struct text faults;

    if (stored->failed)
        return ERR_NO_MEMORY;
    text_init(&faults);
    const bool sound = dossier_rules_read(document, &faults, out_policy);
    text_release(&faults);
    json_decref(document);
    return sound ? ERR_OK : ERR_RULES_MALFORMED;
}
