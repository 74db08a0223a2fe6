/* queue_server backup: a copy of the centre's database that was proved readable. */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "command/command.h"
#include "command/refusal.h"
#include "store/folder.h"
#include "store/look.h"
#include "usecase/check_centre.h"

static void usage(FILE *out)
{
    fputs(
        "usage: queue_server backup --data DIR --output DIR2\n"
        "\n"
        "  --data DIR      the centre's folder; a server may be running on it\n"
        "  --output DIR2   a folder that does not hold a centre; it is made when missing\n"
        "\n"
        "DIR2 becomes a complete data folder as of now: the database, checked like `queue_server\n"
        "check` checks it. Pages kept as PDF are made again when they are asked for.\n",
        out);
}

static bool sync_file(const char *path)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;

    if (file >= 0)
        close(file);
    return synced;
}

static void count_fault(const char *sentence, void *data)
{
    (void)data;
    fprintf(stderr, "FAULT %s\n", sentence);
}

/* Open the copy as a reader would, and check it. */
static enum err prove(const char *folder)
{
    struct store_look *look;
    struct check_result result;
    char message[256];
    enum err err = store_look_open(folder, &look);

    if (err != ERR_OK)
        return err;
    err = check_centre(store_look_tx(look), count_fault, NULL, &result);
    if (err == ERR_OK &&
        (result.faults > 0 || !engine_integrity(store_look_engine(look), message, sizeof message)))
        err = ERR_STORE;
    store_look_close(look);
    if (err == ERR_OK)
        printf("%lld rows of the log, %lld tickets, %lld dossiers, no fault\n",
               (long long)result.events, (long long)result.tickets, (long long)result.dossiers);
    return err;
}

static enum err copy_to(const char *folder, const char *output)
{
    char path[FOLDER_PATH_SIZE];
    struct store_look *look;
    enum err err = folder_make(output);

    if (err == ERR_OK)
        err = folder_path(output, FOLDER_DATABASE, path);
    if (err == ERR_OK && access(path, F_OK) == 0)
        err = ERR_DATABASE_EXISTS;
    if (err == ERR_OK)
        err = store_look_open(folder, &look);
    if (err != ERR_OK)
        return err;
    err = engine_backup(store_look_engine(look), path);
    store_look_close(look);
    if (err == ERR_OK && !(sync_file(path) && sync_file(output)))
        err = ERR_FILE;
    if (err == ERR_OK)
        err = prove(output);
    if (err != ERR_OK)
        unlink(path);
    return err;
}

int command_backup(int argc, char **argv)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"output", required_argument, NULL, 'o'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    const char *folder = NULL, *output = NULL;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        switch (option) {
        case 'd':
            folder = optarg;
            break;
        case 'o':
            output = optarg;
            break;
        case 'h':
            usage(stdout);
            return EXIT_DONE;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    if (!folder || !output || optind != argc) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    const enum err err = copy_to(folder, output);
    if (err != ERR_OK) {
        refusal_say("backup", output, err);
        return EXIT_REFUSED;
    }
    printf("backed up %s to %s\n", folder, output);
    return EXIT_DONE;
}
