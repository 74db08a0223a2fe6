#include "command/folder_option.h"

#include <getopt.h>

#include "command/command.h"

int option_missing(const char *command, const char *missing, void (*usage)(FILE *out))
{
    fprintf(stderr, "queue_server %s: %s is missing\n", command, missing);
    usage(stderr);
    return EXIT_USAGE;
}

int folder_option_read(int argc, char **argv, void (*usage)(FILE *out), const char **out_folder)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    const char *folder = NULL;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (option == 'd') {
            folder = optarg;
        } else {
            usage(option == 'h' ? stdout : stderr);
            return option == 'h' ? EXIT_DONE : EXIT_USAGE;
        }
    if (!folder)
        return option_missing(argv[0], "--data DIR", usage);
    *out_folder = folder;
    return OPTIONS_READ;
}
