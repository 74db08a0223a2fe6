#include "usecase/setup_view.h"

#include <string.h>

static const struct {
    const char *name;
    int most;
} parts[] = {
    [PART_SITE] = {"site", CATALOGUE_SITES_MAX},
    [PART_SERVICE] = {"service", QUEUE_SERVICES_MAX},
    [PART_COUNTER] = {"counter", QUEUE_COUNTERS_MAX},
    [PART_PRINTER] = {"printer", CATALOGUE_PRINTERS_MAX},
    [PART_RULES] = {"queue_rules", 1},
};

const char *setup_part_name(enum setup_part part)
{
    return parts[part].name;
}

int setup_part_most(enum setup_part part)
{
    return parts[part].most;
}

int setup_part_count(const struct catalogue *catalogue, enum setup_part part)
{
    switch (part) {
    case PART_SITE:
        return catalogue->site_count;
    case PART_SERVICE:
        return catalogue->service_count;
    case PART_COUNTER:
        return catalogue->counter_count;
    case PART_PRINTER:
        return catalogue->printer_count;
    case PART_RULES:
        break;
    }
    return 0;
}

const char *setup_part_code(const struct catalogue *catalogue, enum setup_part part, int index)
{
    switch (part) {
    case PART_SITE:
        return catalogue->sites[index].code;
    case PART_SERVICE:
        return catalogue->services[index].code;
    case PART_COUNTER:
        return catalogue->counters[index].code;
    case PART_PRINTER:
        return catalogue->printers[index].code;
    case PART_RULES:
        break;
    }
    return "";
}

int setup_part_index(const struct catalogue *catalogue, enum setup_part part, const char *code)
{
    const int count = setup_part_count(catalogue, part);

    for (int i = 0; i < count; i++)
        if (strcmp(setup_part_code(catalogue, part, i), code) == 0)
            return i;
    return QUEUE_NONE;
}

/* ---- the parts ------------------------------------------------------------------------------- */

static void view_site(struct text *text, const struct catalogue_site *site)
{
    json_put_string(text, "site", site->code);
    json_put_string(text, "name", site->name);
    json_put_string_or_null(text, "address", site->address);
    json_put_bool(text, "retired", site->retired);
}

static void view_service(struct text *text, const struct catalogue_service *service)
{
    json_put_string(text, "service", service->code);
    json_put_string(text, "name", service->name);
    json_put_string_or_null(text, "name_en", service->name_en);
    json_put_string(text, "state", service->closed ? "closed" : "open");
}

void duties_view(struct text *text, const struct queue_rules *rules, const char *code)
{
    const int counter = queue_rules_counter(rules, code);

    json_open_object(text, "services");
    json_open_array(text, "primary");
    for (int i = 0; i < rules->service_count; i++)
        if (queue_rules_duty(rules, counter, i).role == QUEUE_ROLE_PRIMARY)
            json_put_string(text, NULL, rules->services[i].code);
    json_close_array(text);
    json_open_array(text, "help");
    for (int i = 0; i < rules->service_count; i++) {
        const struct queue_duty duty = queue_rules_duty(rules, counter, i);

        if (duty.role != QUEUE_ROLE_HELP)
            continue;
        json_open_object(text, NULL);
        json_put_string(text, "service", rules->services[i].code);
        json_put_int(text, "after_s", duty.after_s);
        json_close_object(text);
    }
    json_close_array(text);
    json_close_object(text);
}

static void view_counter(struct text *text, const struct catalogue *catalogue,
                         const struct catalogue_counter *counter)
{
    const struct catalogue_site *site = &catalogue->sites[counter->site];

    json_put_string(text, "counter", counter->code);
    json_put_string(text, "site", site->code);
    json_put_string(text, "name", counter->name);
    duties_view(text, &site->rules, counter->code);
    json_put_bool(text, "retired", counter->retired);
}

static void view_users(struct text *text, const char *key, const struct catalogue *catalogue,
                       const char *printer, bool devices)
{
    json_open_array(text, key);
    for (int i = 0; i < catalogue->use_count; i++) {
        const struct printer_use *use = &catalogue->uses[i];

        if (use->by_device == devices && strcmp(use->printer, printer) == 0)
            json_put_string(text, NULL, use->user);
    }
    json_close_array(text);
}

static void view_printer(struct text *text, const struct catalogue *catalogue,
                         const struct printer_row *printer)
{
    json_put_string(text, "printer", printer->code);
    json_put_string(text, "name", printer->name);
    json_put_string(text, "destination", printer->destination);
    json_put_string(text, "site", printer->site);
    json_put_string(text, "paper", printer->paper);
    view_users(text, "counters", catalogue, printer->code, false);
    view_users(text, "devices", catalogue, printer->code, true);
    json_put_bool(text, "retired", printer->retired);
}

void setup_stamp_view(struct text *text, const struct setup_stamp *stamp)
{
    json_put_instant_or_null(text, "changed_at", stamp->changed_at);
    json_put_string_or_null(text, "changed_by", stamp->changed_by);
    json_put_int(text, "version", stamp->version);
}

void setup_part_view(struct text *text, const char *key, const struct catalogue *catalogue,
                     enum setup_part part, int index, const struct setup_stamp *stamp)
{
    json_open_object(text, key);
    switch (part) {
    case PART_SITE:
        view_site(text, &catalogue->sites[index]);
        break;
    case PART_SERVICE:
        view_service(text, &catalogue->services[index]);
        break;
    case PART_COUNTER:
        view_counter(text, catalogue, &catalogue->counters[index]);
        break;
    case PART_PRINTER:
        view_printer(text, catalogue, &catalogue->printers[index]);
        break;
    case PART_RULES:
        break;
    }
    setup_stamp_view(text, stamp);
    json_close_object(text);
}
