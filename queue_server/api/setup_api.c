/* The set-up as administrators see and change it: /setup, and POST and PATCH of its parts. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/read_setup.h"
#include "usecase/save_setup.h"

enum { AFTER_MAX_S = 315576000 /* ten years, as the contract has it */ };

/* ---- GET /setup ------------------------------------------------------------------------------ */

static void setup_answer(struct command *command)
{
    struct read_setup *read = container_of(command, struct read_setup, command);

    api_answer_take(command, 200, &read->body);
}

static void after_setup(struct command *command)
{
    text_release(&container_of(command, struct read_setup, command)->body);
}

enum err setup_api_get(struct api_call *call)
{
    struct read_setup *read = api_command(call, sizeof *read, read_setup_run, setup_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_setup);
    return api_read(read);
}

/* ---- what every change has in common --------------------------------------------------------- */

static void change_answer(struct command *command)
{
    const struct setup_change *change = container_of(command, struct setup_change, command);

    setup_change_view(api_answer(command, change->is_new ? 201 : 200), change);
    api_answer_etag(command, change->stamp.version);
}

static void after_change(struct command *command)
{
    setup_change_take(container_of(command, struct setup_change, command));
}

/* Begin a change whose first member is a struct setup_change. NULL: no memory. */
static void *begin(struct api_call *call, size_t size, command_run_fn run)
{
    struct setup_change *change = api_command(call, size, run, change_answer);

    if (!change)
        return NULL;
    change->is_new = strcmp(call->route->method, "POST") == 0;
    change->expected_version = call->if_match;
    api_after(change, after_change);
    return change;
}

/* The code of the part: in the body of a new one, else in the path. */
static void read_own_code(struct input *in, struct setup_change *change, const char *key)
{
    const char *code = api_call_of(&change->command)->parameter[0];

    if (change->is_new)
        input_text(in, key, true, change->code, sizeof change->code);
    else if (strlen(code) < sizeof change->code)
        memcpy(change->code, code, strlen(code) + 1);
}

/* The bit of a member that the body leaves out. */
static unsigned kept(struct input *in, const char *key, unsigned bit)
{
    return input_has(in, key) ? 0 : bit;
}

/* A member that null takes away. */
static unsigned kept_nullable(struct input *in, const char *key, unsigned bit)
{
    return input_has(in, key) || json_is_null(json_object_get(in->object, key)) ? 0 : bit;
}

/* A change names something. */
static enum err submit(struct input *in, struct setup_change *change)
{
    if (!change->is_new && json_object_size(in->object) == 0)
        input_fault(in, NULL, ERR_MISSING_FIELD);
    const enum err err = input_end(in);

    if (err != ERR_OK) {
        api_discard(change);
        return err;
    }
    return api_submit(change);
}

/* ---- sites ----------------------------------------------------------------------------------- */

static enum err save_site(struct api_call *call)
{
    struct save_site *save = begin(call, sizeof *save, save_site_run);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    read_own_code(&in, &save->change, "site");
    input_text(&in, "name", save->change.is_new, save->name, sizeof save->name);
    input_text(&in, "address", false, save->address, sizeof save->address);
    save->kept = kept(&in, "name", SETUP_NAME) | kept_nullable(&in, "address", SETUP_ADDRESS);
    if (!save->change.is_new) {
        input_bool(&in, "retired", false, &save->retired);
        save->kept |= kept(&in, "retired", SETUP_RETIRED);
    }
    return submit(&in, &save->change);
}

enum err setup_api_create_site(struct api_call *call)
{
    return save_site(call);
}

enum err setup_api_change_site(struct api_call *call)
{
    return save_site(call);
}

/* ---- services -------------------------------------------------------------------------------- */

static enum err save_service(struct api_call *call)
{
    static const char *const states[] = {"open", "closed", NULL};
    struct save_service *save = begin(call, sizeof *save, save_service_run);
    struct input in = input_of(call);
    int64_t position = 0;

    if (!save)
        return ERR_NO_MEMORY;
    read_own_code(&in, &save->change, "service");
    input_text(&in, "name", save->change.is_new, save->name, sizeof save->name);
    input_text(&in, "name_en", false, save->name_en, sizeof save->name_en);
    save->closed = input_word(&in, "state", false, states) == 1;
    input_int(&in, "position", false, 0, QUEUE_SERVICES_MAX - 1, &position);
    save->position = (int)position;
    save->kept = kept(&in, "name", SETUP_NAME) | kept_nullable(&in, "name_en", SETUP_NAME_EN) |
                 kept(&in, "state", SETUP_CLOSED) | kept(&in, "position", SETUP_POSITION);
    return submit(&in, &save->change);
}

enum err setup_api_create_service(struct api_call *call)
{
    return save_service(call);
}

enum err setup_api_change_service(struct api_call *call)
{
    return save_service(call);
}

/* ---- counters -------------------------------------------------------------------------------- */

static void read_primary(struct input *in, struct save_counter *save)
{
    const json_t *list = input_array(in, "primary", true, QUEUE_SERVICES_MAX), *value;
    size_t i;

    json_array_foreach(list, i, value)
    {
        struct save_duty *duty = &save->duties[save->duty_count++];

        duty->after_s = -1;
        input_element_text(in, "primary", list, i, duty->service, sizeof duty->service);
    }
    save->primary_count = save->duty_count;
}

static void read_help(struct input *in, struct save_counter *save)
{
    const size_t room = (size_t)(QUEUE_SERVICES_MAX - save->duty_count);
    const json_t *list = input_array(in, "help", true, room), *value;
    size_t i;

    json_array_foreach(list, i, value)
    {
        struct save_duty *duty = &save->duties[save->duty_count++];
        struct input element = input_element(in, "help", list, i);

        input_text(&element, "service", true, duty->service, sizeof duty->service);
        input_int(&element, "after_s", true, 0, AFTER_MAX_S, &duty->after_s);
        input_close(&element);
    }
}

static void read_services(struct input *in, struct save_counter *save)
{
    struct input services = input_object(in, "services", save->change.is_new);

    if (!services.object)
        return;
    read_primary(&services, save);
    read_help(&services, save);
    input_close(&services);
}

static enum err save_counter(struct api_call *call)
{
    struct save_counter *save = begin(call, sizeof *save, save_counter_run);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    read_own_code(&in, &save->change, "counter");
    input_text(&in, "name", save->change.is_new, save->name, sizeof save->name);
    read_services(&in, save);
    save->kept = kept(&in, "name", SETUP_NAME) | kept(&in, "services", SETUP_DUTIES);
    if (save->change.is_new) {
        input_code(&in, "site", true, save->site, sizeof save->site);
    } else {
        input_bool(&in, "retired", false, &save->retired);
        save->kept |= kept(&in, "retired", SETUP_RETIRED);
    }
    return submit(&in, &save->change);
}

enum err setup_api_create_counter(struct api_call *call)
{
    return save_counter(call);
}

enum err setup_api_change_counter(struct api_call *call)
{
    return save_counter(call);
}

/* ---- printers -------------------------------------------------------------------------------- */

static void read_users(struct input *in, struct save_printer *save, const char *key, bool devices)
{
    const size_t room = (size_t)(PRINTER_USERS_MAX - save->user_count);
    const json_t *list = input_array(in, key, false, room), *value;
    size_t i;

    json_array_foreach(list, i, value)
    {
        struct printer_use *use = &save->users[save->user_count++];

        use->by_device = devices;
        input_element_text(in, key, list, i, use->user, sizeof use->user);
    }
}

static enum err save_printer(struct api_call *call)
{
    static const char *const papers[] = {"80mm", "a5", "a4", NULL};
    struct save_printer *save = begin(call, sizeof *save, save_printer_run);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    const bool is_new = save->change.is_new;
    read_own_code(&in, &save->change, "printer");
    input_text(&in, "name", is_new, save->row.name, sizeof save->row.name);
    input_text(&in, "destination", is_new, save->row.destination, sizeof save->row.destination);
    const int paper = input_word(&in, "paper", is_new, papers);
    memcpy(save->row.paper, paper < 0 ? "" : papers[paper],
           paper < 0 ? 1 : strlen(papers[paper]) + 1);
    read_users(&in, save, "counters", false);
    read_users(&in, save, "devices", true);
    save->kept = kept(&in, "name", SETUP_NAME) | kept(&in, "destination", SETUP_DESTINATION) |
                 kept(&in, "paper", SETUP_PAPER) |
                 (kept(&in, "counters", SETUP_USERS) & kept(&in, "devices", SETUP_USERS));
    if (is_new) {
        input_code(&in, "site", true, save->row.site, sizeof save->row.site);
    } else {
        input_bool(&in, "retired", false, &save->row.retired);
        save->kept |= kept(&in, "retired", SETUP_RETIRED);
    }
    return submit(&in, &save->change);
}

enum err setup_api_create_printer(struct api_call *call)
{
    return save_printer(call);
}

enum err setup_api_change_printer(struct api_call *call)
{
    return save_printer(call);
}
