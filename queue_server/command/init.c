/* queue_server init: make a centre's folder. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/instant.h"
#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/offline.h"
#include "command/refusal.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server init --data DIR [OPTION]...\n"
          "\n"
          "  --data DIR     folder to make the centre in; it must not hold one\n"
          "  --code CODE    agency identifier (H00.000; import may change it)\n"
          "  --name NAME    name of the centre (import may change it)\n"
          "  --training     a centre for lessons, demonstrations and tests: its clock can be set "
          "and\n"
          "                 its paper says TẬP HUẤN. It never becomes a real one.\n"
          "  --clock TIME   where the clock of a training centre begins and stands still, e.g.\n"
          "                 2026-03-10T07:30:00+07:00; without it, the time now, running\n"
          "  --help         this text\n",
          out);
}

int command_init(int argc, char **argv)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"code", required_argument, NULL, 'c'},
                                            {"name", required_argument, NULL, 'n'},
                                            {"training", no_argument, NULL, 't'},
                                            {"clock", required_argument, NULL, 'k'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    const char *folder = NULL, *code = "H00.000", *name = "Trung tâm Phục vụ hành chính công";
    struct instant clock = instant_none();
    bool training = false, readable = true;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        switch (option) {
        case 'd':
            folder = optarg;
            break;
        case 'c':
            code = optarg;
            break;
        case 'n':
            name = optarg;
            break;
        case 't':
            training = true;
            break;
        case 'k':
            readable = instant_parse(optarg, strlen(optarg), &clock) == ERR_OK;
            break;
        case 'h':
            usage(stdout);
            return EXIT_DONE;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    if (!folder)
        return option_missing("init", "--data DIR", usage);
    if (optind != argc || !readable || (!instant_is_none(clock) && !training)) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    const enum err err = centre_make(folder, code, name, training, clock);
    if (err != ERR_OK) {
        refusal_say("init", folder, err);
        return EXIT_REFUSED;
    }
    printf("made a %s centre in %s\n", training ? "training" : "real", folder);
    return EXIT_DONE;
}
