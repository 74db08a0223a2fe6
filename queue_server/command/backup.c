/* queue_server backup: a copy of the centre's database that was proved readable. */
#include <getopt.h>
#include <stdio.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/refusal.h"
#include "usecase/copy_centre.h"

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

static void count_fault(const char *sentence, void *data)
{
    (void)data;
    fprintf(stderr, "FAULT %s\n", sentence);
}

static enum err copy_to(const char *folder, const char *output)
{
    struct copied_centre copied;
    const enum err err = copy_centre(folder, output, count_fault, NULL, &copied);

    if (err == ERR_OK)
        printf("%lld rows of the log, %lld tickets, %lld dossiers, no fault\n",
               (long long)copied.found.events, (long long)copied.found.tickets,
               (long long)copied.found.dossiers);
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
    if (!folder || !output)
        return option_missing("backup", folder ? "--output DIR2" : "--data DIR", usage);
    if (optind != argc) {
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
