#include "usecase/read_queue_rules.h"

#include "usecase/save_queue_rules.h"

enum err read_queue_rules_run(struct store_tx *tx, struct command *command)
{
    struct read_queue_rules *read = container_of(command, struct read_queue_rules, command);

    setup_stamp_get(tx, setup_part_name(PART_RULES), "", &read->stamp);
    return queue_rules_view(tx, &read->view, NULL);
}
