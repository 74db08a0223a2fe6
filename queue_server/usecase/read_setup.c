#include "usecase/read_setup.h"

#include "usecase/save_queue_rules.h"

static void view_part(struct store_tx *tx, struct text *text, const struct catalogue *catalogue,
                      enum setup_part part, const char *key)
{
    const int count = setup_part_count(catalogue, part);

    json_open_array(text, key);
    for (int i = 0; i < count; i++) {
        struct setup_stamp stamp;

        setup_stamp_get(tx, setup_part_name(part), setup_part_code(catalogue, part, i), &stamp);
        setup_part_view(text, NULL, catalogue, part, i, &stamp);
    }
    json_close_array(text);
}

enum err read_setup_run(struct store_tx *tx, struct command *command)
{
    struct read_setup *read = container_of(command, struct read_setup, command);
    struct catalogue *catalogue;
    enum err err = catalogue_load(tx, &catalogue);

    if (err != ERR_OK)
        return err;
    json_open_object(&read->body, NULL);
    view_part(tx, &read->body, catalogue, PART_SITE, "sites");
    view_part(tx, &read->body, catalogue, PART_SERVICE, "services");
    view_part(tx, &read->body, catalogue, PART_COUNTER, "counters");
    view_part(tx, &read->body, catalogue, PART_PRINTER, "printers");
    err = queue_rules_view(tx, &read->body, "queue_rules");
    json_close_object(&read->body);
    catalogue_release(catalogue);
    return err;
}
