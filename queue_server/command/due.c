/* queue_server due: due instants by a working calendar, one or many. Rule R-057. */
#include <getopt.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "command/calendar_file.h"
#include "command/command.h"
#include "command/due_text.h"
#include "usecase/explain_deadline.h"

static const char help[] =
    "usage: queue_server due --calendar FILE --received INSTANT --limit LIMIT [OPTION]...\n"
    "       queue_server due --calendar FILE --batch [--policy NAME=VALUE]...\n"
    "\n"
    "  --calendar FILE       working calendar, in the format of holidays.json\n"
    "  --received INSTANT    YYYY-MM-DDTHH:MM[:SS], then +07:00, another offset, Z or nothing\n"
    "  --limit LIMIT         SAME_DAY, WORKING_DAYS n, WORKING_HOURS n, WORKING_SECONDS n,\n"
    "                        CALENDAR_DAYS n, CALENDAR_MONTHS n or NONE\n"
    "  --pause FROM/TO       the clock stood still; FROM/ when it still does; may be repeated\n"
    "  --pause-reason TEXT   why, for the --pause before it\n"
    "  --policy NAME=VALUE   cutoff=HH:MM, cutoff=none, rest_day=count_from_next or\n"
    "                        rest_day=receive_next; may be repeated\n"
    "  --explain             print first how the due instant arose, stretch by stretch\n"
    "  --json                with --explain: the same as JSON\n"
    "  --batch               read `received TAB limit [TAB from/to[,from/to]...]` lines from\n"
    "                        standard input, print one answer for each\n"
    "\n"
    "The answer is the due instant, `none`, `paused` or `error CODE`; `unconfirmed` after a TAB\n"
    "says that it depends on a year whose days off are not decided.\n"
    "Exit status: 0 answered, 1 the single answer is an error, 2 wrong options or calendar.\n";

struct options {
    const char *calendar, *received, *limit;
    bool batch, explain, json, help;
    struct deadline_policy policy;
    struct pause_list pauses;
    enum err pause_err; /* of the first --pause that cannot be read */
};

static int refuse(const char *message, const char *detail)
{
    fprintf(stderr, "queue_server due: %s%s\nqueue_server due --help tells the options.\n", message,
            detail);
    return EXIT_USAGE;
}

static int take_pause_reason(struct options *options, const char *reason)
{
    if (options->pauses.count == 0)
        return refuse("--pause-reason follows a --pause", "");
    options->pauses.pauses[options->pauses.count - 1].reason = reason;
    return EXIT_DONE;
}

static int take_option(struct options *options, int option, const char *value)
{
    enum err err;

    switch (option) {
    case 'c':
        options->calendar = value;
        return EXIT_DONE;
    case 'r':
        options->received = value;
        return EXIT_DONE;
    case 'l':
        options->limit = value;
        return EXIT_DONE;
    case 'p':
        err = pause_list_add(&options->pauses, value, strlen(value));
        if (options->pause_err == ERR_OK)
            options->pause_err = err;
        return EXIT_DONE;
    case 'w':
        return options->pause_err == ERR_OK ? take_pause_reason(options, value) : EXIT_DONE;
    case 'o':
        if (deadline_policy_set(&options->policy, value, strlen(value)) == ERR_OK)
            return EXIT_DONE;
        return refuse("no such policy: ", value);
    case 'b':
        options->batch = true;
        return EXIT_DONE;
    case 'e':
        options->explain = true;
        return EXIT_DONE;
    case 'j':
        options->json = true;
        return EXIT_DONE;
    case 'h':
        options->help = true;
        return EXIT_DONE;
    default: /* getopt has printed the message */
        return EXIT_USAGE;
    }
}

static int read_options(int argc, char **argv, struct options *options)
{
    static const struct option names[] = {
        {"calendar", required_argument, NULL, 'c'},
        {"received", required_argument, NULL, 'r'},
        {"limit", required_argument, NULL, 'l'},
        {"pause", required_argument, NULL, 'p'},
        {"pause-reason", required_argument, NULL, 'w'},
        {"policy", required_argument, NULL, 'o'},
        {"batch", no_argument, NULL, 'b'},
        {"explain", no_argument, NULL, 'e'},
        {"json", no_argument, NULL, 'j'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option, status = EXIT_DONE;

    while (status == EXIT_DONE && (option = getopt_long(argc, argv, "", names, NULL)) != -1)
        status = take_option(options, option, optarg);
    if (status != EXIT_DONE || options->help)
        return status;
    if (optind < argc)
        return refuse("not an option: ", argv[optind]);
    if (!options->calendar)
        return refuse("--calendar is needed", "");
    if (options->batch && (options->received || options->limit || options->explain ||
                           options->pauses.count > 0 || options->pause_err != ERR_OK))
        return refuse("--batch takes only --calendar and --policy", "");
    if (!options->batch && (!options->received || !options->limit))
        return refuse("--received and --limit, or --batch, are needed", "");
    if (options->json && !options->explain)
        return refuse("--json goes with --explain", "");
    return EXIT_DONE;
}

/* Make sure that everything printed has arrived. */
static int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("queue_server due: standard output");
    return EXIT_REFUSED;
}

static int run_batch(const struct options *options, const struct calendar *calendar)
{
    struct line_reader reader = {.file = stdin};
    struct pause_list pauses = {.count = 0};
    struct deadline_request request = {.policy = options->policy};
    struct column line;
    int status = EXIT_DONE;

    while (!ferror(stdout) && line_reader_next(&reader, &line)) {
        struct deadline deadline;
        char answer[DUE_ANSWER_SIZE + 1];
        enum err err = due_line_parse(line, &pauses, &request);
        size_t length;

        if (err == ERR_OK)
            err = deadline_compute(calendar, &request, &deadline);
        length = due_answer_format(err, &deadline, answer);
        answer[length] = '\n';
        fwrite(answer, 1, length + 1, stdout);
    }
    if (ferror(stdin)) {
        perror("queue_server due: standard input");
        status = EXIT_REFUSED;
    }
    pause_list_release(&pauses);
    line_reader_release(&reader);
    return finish(status);
}

static int print_json(json_t *ledger)
{
    int status = EXIT_REFUSED;

    if (ledger && json_dumpf(ledger, stdout, JSON_INDENT(1)) == 0 && putchar('\n') != EOF)
        status = EXIT_DONE;
    json_decref(ledger);
    return status;
}

static int print_answer(const struct options *options, const struct calendar_document *document,
                        const struct deadline_request *request, const struct deadline *deadline)
{
    char answer[DUE_ANSWER_SIZE];

    if (options->json)
        return print_json(explain_deadline(document, request, deadline));
    if (options->explain)
        due_ledger_print(stdout, document, request, deadline);
    due_answer_format(ERR_OK, deadline, answer);
    puts(answer);
    if (options->explain)
        printf("calendar: %s, version %s\n", calendar_document_title(document),
               calendar_document_version(document));
    return EXIT_DONE;
}

static int run_single(const struct options *options, const struct calendar_document *document)
{
    struct deadline_request request = {.pauses = options->pauses.pauses,
                                       .pause_count = options->pauses.count,
                                       .policy = options->policy};
    struct deadline deadline;
    char answer[DUE_ANSWER_SIZE];
    enum err err = instant_parse(options->received, strlen(options->received), &request.received);

    if (err == ERR_OK)
        err = options->pause_err;
    if (err == ERR_OK)
        err = time_limit_parse(options->limit, strlen(options->limit), &request.limit);
    if (err == ERR_OK)
        err = deadline_compute(calendar_document_calendar(document), &request, &deadline);
    if (err == ERR_OK)
        return finish(print_answer(options, document, &request, &deadline));
    if (options->json) {
        print_json(json_pack("{s:s, s:s}", "outcome", "error", "code", err_code(err)));
        return finish(EXIT_REFUSED);
    }
    due_answer_format(err, &deadline, answer);
    puts(answer);
    return finish(EXIT_REFUSED);
}

int command_due(int argc, char **argv)
{
    struct options options = {.pause_err = ERR_OK};
    struct calendar_document *document = NULL;
    int status = read_options(argc, argv, &options);

    if (status == EXIT_DONE && options.help) {
        fputs(help, stdout);
        status = finish(EXIT_DONE);
    } else if (status == EXIT_DONE) {
        document = calendar_file_load("due", options.calendar);
        if (!document)
            status = EXIT_USAGE;
        else if (options.batch)
            status = run_batch(&options, calendar_document_calendar(document));
        else
            status = run_single(&options, document);
    }
    calendar_document_free(document);
    pause_list_release(&options.pauses);
    return status;
}
