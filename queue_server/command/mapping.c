/* queue_server mapping: how tables of other systems are read, saved by name. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/offline.h"
#include "command/refusal.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server mapping put NAME FILE --data DIR\n"
          "       queue_server mapping show NAME --data DIR\n"
          "       queue_server mapping list --data DIR\n"
          "\n"
          "  put         save the mapping of columns of FILE (JSON) under NAME, in place of an\n"
          "              earlier one\n"
          "  show        print it\n"
          "  list        print the names\n"
          "  --data DIR  the centre's folder; a server may be running on it\n"
          "  --help      this text\n"
          "\n"
          "queue_server import --mapping NAME then reads tables (CSV, XLSX) by it.\n",
          out);
}

/* The request of the verb; NULL, with everything said, when there is none. */
static json_t *request_of(int argc, char **argv)
{
    const char *verb = optind < argc ? argv[optind] : "";
    const int arguments = argc - optind;
    json_error_t error;
    json_t *document;

    if (strcmp(verb, "list") == 0 && arguments == 1)
        return json_pack("{s:s}", "do", "import_mapping_list");
    if (strcmp(verb, "show") == 0 && arguments == 2)
        return json_pack("{s:s, s:s}", "do", "import_mapping_get", "mapping", argv[optind + 1]);
    if (strcmp(verb, "put") != 0 || arguments != 3) {
        usage(stderr);
        return NULL;
    }
    document = json_load_file(argv[optind + 2], JSON_REJECT_DUPLICATES, &error);
    if (document)
        return json_pack("{s:s, s:s, s:o}", "do", "import_mapping_put", "mapping", argv[optind + 1],
                         "document", document);
    fprintf(stderr, "queue_server mapping: %s: line %d, column %d: %s\n", argv[optind + 2],
            error.line, error.column, error.text);
    return NULL;
}

static void say(const json_t *answer)
{
    const json_t *document = json_object_get(answer, "document");
    size_t i;
    json_t *item;

    if (document) {
        json_dumpf(document, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_array_foreach(json_object_get(answer, "items"), i, item)
    {
        puts(json_string_value(json_object_get(item, "mapping")));
    }
}

int command_mapping(int argc, char **argv)
{
    const char *folder = NULL;
    const int read = folder_option_read(argc, argv, usage, &folder);
    json_t *request, *answer = NULL;

    if (read != OPTIONS_READ)
        return read;
    request = request_of(argc, argv);
    if (!request)
        return EXIT_USAGE;
    random_start();
    const enum err err = centre_ask(folder, request, &answer);
    const bool done = err == ERR_OK && json_is_true(json_object_get(answer, "ok"));
    if (err != ERR_OK)
        refusal_say("mapping", folder, err);
    else if (!done)
        refusal_say_answer("mapping", argv[argc - 1], answer);
    else
        say(answer);
    json_decref(answer);
    json_decref(request);
    return done ? EXIT_DONE : EXIT_REFUSED;
}
