#include "usecase/load_directory.h"

enum err load_directory_run(struct store_tx *tx, struct command *command)
{
    return directory_load(tx, &container_of(command, struct load_directory, command)->loaded);
}
