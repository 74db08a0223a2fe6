/* queue_server import: load the centre's set-up, its procedures, its calendar, dossiers. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/import_lines.h"
#include "command/import_table.h"
#include "command/offline.h"
#include "command/refusal.h"

enum { FILES_MAX = 16 };

static void usage(FILE *out)
{
    fputs(
        "usage: queue_server import --data DIR [--mapping NAME] FILE...\n"
        "\n"
        "  --data DIR   the centre's folder; a server may be running on it\n"
        "  --mapping NAME  how tables are read: see queue_server mapping\n"
        "  --help       this text\n"
        "\n"
        "What a file holds is seen from its members: the centre's set-up (sites, units, services,\n"
        "counters, queue rules, printers), a working calendar (the format of holidays.json) or a\n"
        "catalogue of procedures (the format of procedures.json). They are loaded in this order.\n"
        "Files whose names end in .jsonl hold dossiers that arrived outside (ho_so.jsonl), one a\n"
        "line; they come last, and one that is here already changes nothing.\n"
        "Files whose names end in .csv or .xlsx are tables of such dossiers.\n"
        "Each file is checked first: with any fault, named with its place, nothing of it is "
        "loaded.\n",
        out);
}

/* Kinds of documents in the order of their loading, and the member that tells one. */
static const struct {
    const char *what, *member;
} kinds[] = {{"centre", "sites"}, {"calendar", "days_off"}, {"procedures", "procedures"}};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* Load one document (taken). */
static int import_document(const char *folder, const char *what, const char *path, json_t *document)
{
    json_t *request =
        json_pack("{s:s, s:s, s:o}", "do", "import", "what", what, "document", document);
    json_t *answer = NULL;
    const enum err err = centre_ask(folder, request, &answer);
    int status = EXIT_DONE;

    if (err != ERR_OK) {
        refusal_say("import", folder, err);
        status = EXIT_REFUSED;
    } else if (!json_is_true(json_object_get(answer, "ok"))) {
        fprintf(stderr, "queue_server import: %s: nothing was loaded\n", path);
        refusal_say_answer("import", path, answer);
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

/* Read a file and see what it holds; -1 with a message when that is nothing that is known. */
static int read_document(const char *path, json_t **out_document)
{
    json_error_t error;
    json_t *document = json_load_file(path, JSON_REJECT_DUPLICATES, &error);

    if (!document) {
        fprintf(stderr, "queue_server import: %s: line %d, column %d: %s\n", path, error.line,
                error.column, error.text);
        return -1;
    }
    for (int kind = 0; kind < KINDS; kind++)
        if (json_object_get(document, kinds[kind].member)) {
            *out_document = document;
            return kind;
        }
    fprintf(stderr, "queue_server import: %s: neither a set-up nor a calendar nor procedures\n",
            path);
    json_decref(document);
    return -1;
}

/* Files of dossiers come last. */
static bool holds_dossiers(const char *path)
{
    return import_lines_is(path) || import_table_is(path);
}

static int import_files(const char *folder, const char *mapping, char **paths, int count)
{
    json_t *documents[FILES_MAX] = {NULL};
    int kind_of[FILES_MAX];
    int status = EXIT_DONE;

    for (int i = 0; i < count && status == EXIT_DONE; i++) {
        kind_of[i] = holds_dossiers(paths[i]) ? KINDS : read_document(paths[i], &documents[i]);
        status = kind_of[i] < 0 ? EXIT_USAGE : EXIT_DONE;
    }
    for (int kind = 0; kind < KINDS; kind++)
        for (int i = 0; i < count && status == EXIT_DONE; i++)
            if (documents[i] && kind_of[i] == kind) {
                status = import_document(folder, kinds[kind].what, paths[i], documents[i]);
                documents[i] = NULL;
            }
    for (int i = 0; i < count && status == EXIT_DONE; i++)
        if (kind_of[i] == KINDS)
            status = import_table_is(paths[i]) ? import_table(folder, paths[i], mapping)
                                               : import_lines(folder, paths[i]);
    for (int i = 0; i < count; i++)
        json_decref(documents[i]);
    return status;
}

static int read_options(int argc, char **argv, const char **out_folder, const char **out_mapping)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"mapping", required_argument, NULL, 'm'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'd') {
            *out_folder = optarg;
        } else if (option == 'm') {
            *out_mapping = optarg;
        } else {
            usage(option == 'h' ? stdout : stderr);
            return option == 'h' ? EXIT_DONE : EXIT_USAGE;
        }
    }
    return *out_folder ? OPTIONS_READ : option_missing("import", "--data DIR", usage);
}

int command_import(int argc, char **argv)
{
    const char *folder = NULL, *mapping = NULL;
    const int read = read_options(argc, argv, &folder, &mapping);

    if (read != OPTIONS_READ)
        return read;
    if (optind == argc)
        return option_missing("import", "FILE", usage);
    if (argc - optind > FILES_MAX) {
        usage(stderr);
        return EXIT_USAGE;
    }
    for (int i = optind; i < argc; i++)
        if (import_table_is(argv[i]) && !mapping)
            return option_missing("import", "--mapping NAME", usage);
    random_start();
    return import_files(folder, mapping, argv + optind, argc - optind);
}
