/* queue_server calendar: amend the working calendar, go back to a version, confirm a year. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/offline.h"
#include "command/refusal.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server calendar amend FILE --data DIR (--dry-run | --token TOKEN)\n"
          "       queue_server calendar revert VERSION --data DIR (--dry-run | --token TOKEN)\n"
          "       queue_server calendar confirm YEAR --data DIR --decree TEXT\n"
          "       queue_server calendar review --data DIR\n"
          "\n"
          "  amend          put the calendar of FILE (the format of holidays.json) in force\n"
          "  revert         put the days of an earlier version in force again\n"
          "  confirm        the decision on YEAR is published: its days become official\n"
          "  review         draft the years that are missing, warn of one that is not confirmed,\n"
          "                 and let the open dossiers follow; a server does this by itself\n"
          "  --data DIR     the centre's folder; a server may be running on it\n"
          "  --dry-run      only tell how many open dossiers would move, and the TOKEN\n"
          "  --token TOKEN  of the dry run of today: what is applied is what was shown\n"
          "  --decree TEXT  the decision, e.g. 'Thông báo 9441/TB-BNV'\n"
          "  --help         this text\n",
          out);
}

struct arguments {
    const char *verb, *what, *folder, *token, *decree;
    bool dry_run;
};

static int read_arguments(int argc, char **argv, struct arguments *out)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'},  {"dry-run", no_argument, NULL, 'n'},
        {"token", required_argument, NULL, 't'}, {"decree", required_argument, NULL, 'e'},
        {"help", no_argument, NULL, 'h'},        {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'h') {
            usage(stdout);
            return EXIT_DONE;
        }
        if (option == 'd')
            out->folder = optarg;
        else if (option == 'n')
            out->dry_run = true;
        else if (option == 't')
            out->token = optarg;
        else if (option == 'e')
            out->decree = optarg;
        else
            return usage(stderr), EXIT_USAGE;
    }
    if (optind < argc)
        out->verb = argv[optind++];
    if (optind < argc)
        out->what = argv[optind++];
    if (!out->folder)
        return option_missing("calendar", "--data DIR", usage);
    return OPTIONS_READ;
}

/* ---- the request ----------------------------------------------------------------------------- */

static json_t *change_request(const struct arguments *arguments)
{
    return json_pack("{s:s, s:s}", "do", arguments->dry_run ? "calendar_dry_run" : "calendar_amend",
                     "token", arguments->token ? arguments->token : "");
}

static json_t *amend_request(const struct arguments *arguments)
{
    json_error_t error;
    json_t *document = json_load_file(arguments->what, JSON_REJECT_DUPLICATES, &error);

    if (!document) {
        fprintf(stderr, "queue_server calendar: %s: line %d, column %d: %s\n", arguments->what,
                error.line, error.column, error.text);
        return NULL;
    }
    json_t *request = change_request(arguments);
    json_object_set_new(request, "document", document);
    return request;
}

/* The request of the verb; NULL with the exit status when there is none. */
static json_t *request_of(const struct arguments *arguments, int *out_status)
{
    const char *verb = arguments->verb ? arguments->verb : "";
    const bool changes = strcmp(verb, "amend") == 0 || strcmp(verb, "revert") == 0;
    json_t *request = NULL;

    *out_status = EXIT_USAGE;
    if (changes && !arguments->dry_run && !arguments->token)
        option_missing("calendar", "--dry-run", usage);
    else if (strcmp(verb, "amend") == 0 && arguments->what)
        request = amend_request(arguments);
    else if (strcmp(verb, "revert") == 0 && arguments->what) {
        request = change_request(arguments);
        json_object_set_new(request, "version", json_integer(strtoll(arguments->what, NULL, 10)));
    } else if (strcmp(verb, "confirm") == 0 && arguments->what && arguments->decree)
        request =
            json_pack("{s:s, s:I, s:s}", "do", "calendar_confirm", "year",
                      (json_int_t)strtoll(arguments->what, NULL, 10), "decree", arguments->decree);
    else if (strcmp(verb, "review") == 0 && !arguments->what)
        request = json_pack("{s:s}", "do", "calendar_review");
    else
        usage(stderr);
    return request;
}

/* ---- the answer ------------------------------------------------------------------------------ */

static long long member(const json_t *object, const char *key)
{
    return (long long)json_integer_value(json_object_get(object, key));
}

static void say(const struct arguments *arguments, const json_t *answer)
{
    const json_t *moves = json_object_get(answer, "moves");
    const char *would = arguments->dry_run ? "would be " : "";

    if (json_object_get(answer, "version"))
        printf("version %lld%s\n", member(answer, "version"),
               json_is_false(json_object_get(answer, "changed")) ? ", nothing changes" : "");
    if (moves)
        printf("%lld open dossiers: %lld %sdue later, %lld %sdue earlier again, %lld would move "
               "earlier and keep their promise\n",
               member(moves, "seen"), member(moves, "later"), would, member(moves, "earlier"),
               would, member(moves, "kept"));
    if (json_object_get(answer, "token"))
        printf("token %s\n", json_string_value(json_object_get(answer, "token")));
}

int command_calendar(int argc, char **argv)
{
    struct arguments arguments = {.verb = NULL};
    json_t *answer = NULL;
    int status = read_arguments(argc, argv, &arguments);

    if (status != OPTIONS_READ)
        return status;
    json_t *request = request_of(&arguments, &status);
    if (!request)
        return status;
    random_start();
    const enum err err = centre_ask(arguments.folder, request, &answer);
    const bool done = err == ERR_OK && json_is_true(json_object_get(answer, "ok"));
    if (err != ERR_OK)
        refusal_say("calendar", arguments.folder, err);
    else if (!done)
        refusal_say_answer("calendar", arguments.what ? arguments.what : arguments.folder, answer);
    else
        say(&arguments, answer);
    json_decref(answer);
    json_decref(request);
    return done ? EXIT_DONE : EXIT_REFUSED;
}
