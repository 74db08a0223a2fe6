/* queue_server between: working seconds between two instants, one pair or many. Rule R-058. */
#include <getopt.h>
#include <string.h>

#include "command/calendar_file.h"
#include "command/command.h"
#include "command/line_reader.h"
#include "domain/working_time.h"

static const char help[] =
    "usage: queue_server between --calendar FILE --start INSTANT --end INSTANT\n"
    "       queue_server between --calendar FILE --batch\n"
    "\n"
    "  --calendar FILE   working calendar, in the format of holidays.json\n"
    "  --start INSTANT   YYYY-MM-DDTHH:MM[:SS], then +07:00, another offset, Z or nothing\n"
    "  --end INSTANT     not before the start; its second is not counted\n"
    "  --batch           read `start TAB end` lines from standard input, print one answer for "
    "each\n"
    "\n"
    "The answer is a number of working seconds, or `error CODE`.\n"
    "Exit status: 0 answered, 1 the single answer is an error, 2 wrong options or calendar.\n";

struct options {
    const char *calendar, *start, *end;
    bool batch, help;
};

static int refuse(const char *message, const char *detail)
{
    fprintf(stderr, "queue_server between: %s%s\nqueue_server between --help tells the options.\n",
            message, detail);
    return EXIT_USAGE;
}

static bool take_option(struct options *options, int option, const char *value)
{
    switch (option) {
    case 'c':
        options->calendar = value;
        return true;
    case 's':
        options->start = value;
        return true;
    case 'e':
        options->end = value;
        return true;
    case 'b':
        options->batch = true;
        return true;
    case 'h':
        options->help = true;
        return true;
    default: /* getopt has printed the message */
        return false;
    }
}

static int read_options(int argc, char **argv, struct options *options)
{
    static const struct option names[] = {
        {"calendar", required_argument, NULL, 'c'}, {"start", required_argument, NULL, 's'},
        {"end", required_argument, NULL, 'e'},      {"batch", no_argument, NULL, 'b'},
        {"help", no_argument, NULL, 'h'},           {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "", names, NULL)) != -1)
        if (!take_option(options, option, optarg))
            return EXIT_USAGE;
    if (options->help)
        return EXIT_DONE;
    if (optind < argc)
        return refuse("not an option: ", argv[optind]);
    if (!options->calendar)
        return refuse("--calendar is needed", "");
    if (options->batch ? options->start || options->end : !options->start || !options->end)
        return refuse("--start and --end, or --batch alone, are needed", "");
    return EXIT_DONE;
}

static enum err count_pair(const struct calendar *calendar, struct column start, struct column end,
                           int64_t *out_seconds)
{
    struct instant from, to;

    if (instant_parse(start.text, start.length, &from) != ERR_OK ||
        instant_parse(end.text, end.length, &to) != ERR_OK)
        return ERR_SYNTAX;
    return working_time_between(calendar, from, to, out_seconds);
}

static void print_answer(enum err err, int64_t seconds)
{
    if (err == ERR_OK)
        printf("%lld\n", (long long)seconds);
    else
        printf("error %s\n", err_code(err));
}

/* Make sure that everything printed has arrived. */
static int finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    perror("queue_server between: standard output");
    return EXIT_REFUSED;
}

static int run_batch(const struct calendar *calendar)
{
    struct line_reader reader = {.file = stdin};
    struct column line;
    int status = EXIT_DONE;

    while (!ferror(stdout) && line_reader_next(&reader, &line)) {
        struct column columns[2];
        int64_t seconds = 0;
        const enum err err = columns_split(line, columns, 2) == 2
                                 ? count_pair(calendar, columns[0], columns[1], &seconds)
                                 : ERR_SYNTAX;

        print_answer(err, seconds);
    }
    if (ferror(stdin)) {
        perror("queue_server between: standard input");
        status = EXIT_REFUSED;
    }
    line_reader_release(&reader);
    return finish(status);
}

static int run_single(const struct options *options, const struct calendar *calendar)
{
    const struct column start = {options->start, strlen(options->start)};
    const struct column end = {options->end, strlen(options->end)};
    int64_t seconds = 0;
    const enum err err = count_pair(calendar, start, end, &seconds);

    print_answer(err, seconds);
    return finish(err == ERR_OK ? EXIT_DONE : EXIT_REFUSED);
}

int command_between(int argc, char **argv)
{
    struct options options = {.batch = false};
    struct calendar_document *document;
    int status = read_options(argc, argv, &options);

    if (status != EXIT_DONE)
        return status;
    if (options.help) {
        fputs(help, stdout);
        return finish(EXIT_DONE);
    }
    document = calendar_file_load("between", options.calendar);
    if (!document)
        return EXIT_USAGE;
    status = options.batch ? run_batch(calendar_document_calendar(document))
                           : run_single(&options, calendar_document_calendar(document));
    calendar_document_free(document);
    return status;
}
