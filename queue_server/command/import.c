/* queue_server import: load the centre's set-up, its procedures, its calendar. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/offline.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server import --data DIR [OPTION]...\n"
          "\n"
          "  --data DIR          the centre's folder; a server may be running on it\n"
          "  --centre FILE       sites, units, services, counters, queue rules, printers\n"
          "  --procedures FILE   catalogue of procedures (the format of procedures.json)\n"
          "  --calendar FILE     working calendar (the format of holidays.json)\n"
          "  --help              this text\n"
          "\n"
          "Each file is checked first: with any fault, named with its place, nothing of it is "
          "loaded.\n",
          out);
}

static int import_file(const char *folder, const char *what, const char *path)
{
    json_error_t error;
    json_t *document = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    json_t *answer = NULL;

    if (!document) {
        fprintf(stderr, "queue_server import: %s: line %d, column %d: %s\n", path, error.line,
                error.column, error.text);
        return EXIT_USAGE;
    }
    json_t *request =
        json_pack("{s:s, s:s, s:o}", "do", "import", "what", what, "document", document);
    const enum err err = centre_ask(folder, request, &answer);
    int status = EXIT_DONE;
    if (err != ERR_OK) {
        fprintf(stderr, "queue_server import: %s: %s\n", folder, err_text(err, LANGUAGE_EN));
        status = EXIT_REFUSED;
    } else if (!json_is_true(json_object_get(answer, "ok"))) {
        fprintf(stderr, "queue_server import: %s: nothing was loaded\n%s\n", path,
                json_string_value(json_object_get(answer, "message")));
        status = EXIT_USAGE;
    } else {
        const char *warnings = json_string_value(json_object_get(answer, "warnings"));

        if (warnings && warnings[0])
            fprintf(stderr, "%s", warnings);
        printf("%s: %lld rows read, %lld changed\n", what,
               (long long)json_integer_value(json_object_get(answer, "rows")),
               (long long)json_integer_value(json_object_get(answer, "changed")));
    }
    json_decref(answer);
    json_decref(request);
    return status;
}

int command_import(int argc, char **argv)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"centre", required_argument, NULL, 'c'},
                                            {"procedures", required_argument, NULL, 'p'},
                                            {"calendar", required_argument, NULL, 'k'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    const char *folder = NULL, *files[3] = {NULL};
    static const char *const what[3] = {"centre", "calendar", "procedures"};
    int option, status = EXIT_DONE, given = 0;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        switch (option) {
        case 'd':
            folder = optarg;
            break;
        case 'c':
            files[0] = optarg;
            break;
        case 'k':
            files[1] = optarg;
            break;
        case 'p':
            files[2] = optarg;
            break;
        case 'h':
            usage(stdout);
            return EXIT_DONE;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    for (int i = 0; i < 3; i++)
        given += files[i] != NULL;
    if (!folder || !given || optind != argc) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    for (int i = 0; i < 3 && status == EXIT_DONE; i++)
        if (files[i])
            status = import_file(folder, what[i], files[i]);
    return status;
}
