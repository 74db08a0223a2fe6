#include "usecase/import.h"

void import_tell(struct store_tx *tx, struct command *command, const char *kind)
{
    const struct import *import = container_of(command, struct import, command);
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "rows", import->rows);
    json_put_int(&data, "changed", import->changed);
    json_close_object(&data);
    command_event(tx, command, kind, "catalogue", "", &data);
    text_release(&data);
}
