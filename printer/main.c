/* printer: jobs become paper. The commands; see docs/printer.1. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "printer/carry_out.h"
#include "printer/destinations.h"
#include "printer/escpos.h"
#include "printer/options.h"
#include "printer/output_file.h"
#include "printer/protocol.h"
#include "printer/render.h"
#include "printer/serve.h"

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

static const char usage[] =
    "usage: printer render [--form FORM] [--paper 80mm|a5|a4] [--type pdf|png|escpos] --output "
    "FILE\n"
    "                      < job.json\n"
    "       printer print [--form FORM] [--paper 80mm|a5|a4] [--output FILE.pdf]\n"
    "                     --destination ADDRESS < job.json\n"
    "       printer destinations [--json]\n"
    "       printer serve\n"
    "       printer --help | --version\n"
    "\n"
    "FORM     ticket, 01, 02, 03, 05, return, handover\n"
    "FILE     .pdf, .png, or .escpos (tickets); - is standard output, its kind said by --type\n"
    "ADDRESS  escpos+tcp://HOST[:9100], escpos+dev:///dev/usb/lp0, escpos+cups:QUEUE,\n"
    "         cups:QUEUE, ipp://... or ipps://...\n"
    "\n"
    "--fonts DIR or MOTCUA_FONTS: where the Liberation 2 fonts are.\n"
    "serve speaks JSON lines on standard input and output: see printer(1).\n";

static int complain(const struct fault *fault)
{
    fprintf(stderr, "printer: %s%s%s: %s\n", err_code(fault->err), fault->field[0] ? " " : "",
            fault->field, err_text(fault->err, LANGUAGE_VI));
    return EXIT_FAILED;
}

static int complain_about(enum err err, const char *field)
{
    struct fault fault = {.err = err};

    snprintf(fault.field, sizeof fault.field, "%s", field);
    return complain(&fault);
}

/* Read a job from standard input. Returns the exit status; the caller releases the job. */
static int read_job(const struct options *options, struct job *job)
{
    struct bytes input = {0};
    struct fault fault = {.err = ERR_OK};
    char part[65536];
    size_t n;
    enum err err = ERR_OK;

    while (err == ERR_OK && (n = fread(part, 1, sizeof part, stdin)) > 0)
        if (input.length + n > PROTOCOL_LINE_MOST)
            err = ERR_TOO_LARGE;
        else if (!bytes_append(&input, part, n))
            err = ERR_NO_MEMORY;
    fault.err = err;
    if (err == ERR_OK)
        err = job_read(job, (const char *)input.data, input.length, options->form, options->paper,
                       &fault);
    bytes_release(&input);
    if (err == ERR_NO_MEMORY)
        fault.err = err;
    return err == ERR_OK ? EXIT_DONE : complain(&fault);
}

static bool has_suffix(const char *path, const char *suffix)
{
    size_t length = strlen(path), end = strlen(suffix);

    return length > end && strcmp(path + length - end, suffix) == 0;
}

static enum err render_escpos(struct typesetter *typesetter, const struct job *job,
                              struct bytes *document, struct render_facts *facts)
{
    struct raster raster;
    enum err err = render_raster(typesetter, job, &raster, facts);

    if (err != ERR_OK)
        return err;
    err = escpos_encode(&raster, document);
    free(raster.bits);
    return err;
}

/* What is to be written: as --type says, else by the ending of the name. */
static const char *type_of(const struct options *options)
{
    if (options->type)
        return options->type;
    return has_suffix(options->output, ".png")      ? "png"
           : has_suffix(options->output, ".escpos") ? "escpos"
                                                    : "pdf";
}

static enum err render_as(const char *type, struct typesetter *typesetter, const struct job *job,
                          struct bytes *document, struct render_facts *facts)
{
    if (strcmp(type, "png") == 0)
        return render_png(typesetter, job, document, facts);
    if (strcmp(type, "escpos") == 0)
        return render_escpos(typesetter, job, document, facts);
    return strcmp(type, "pdf") == 0 ? render_pdf(typesetter, job, document, facts) : ERR_BAD_VALUE;
}

static int render_job(const struct options *options, struct typesetter *typesetter,
                      const struct job *job)
{
    struct bytes document = {0};
    struct render_facts facts = {0};
    enum err err = render_as(type_of(options), typesetter, job, &document, &facts);

    if (err == ERR_BAD_VALUE) {
        bytes_release(&document);
        return complain_about(err, options->type ? "--type" : options->output);
    }
    if (err == ERR_OK)
        err = strcmp(options->output, "-") == 0 ? output_stream(STDOUT_FILENO, &document)
                                                : output_file(options->output, &document);
    bytes_release(&document);
    if (err != ERR_OK)
        return complain_about(err, options->output);
    if (facts.unknown_glyphs > 0)
        fprintf(stderr, "printer: %d letters are in no font\n", facts.unknown_glyphs);
    return EXIT_DONE;
}

/* One errand without a server: what happens is printed as the server would see it. */
static int print_job(const struct options *options, struct typesetter *typesetter,
                     struct order *order)
{
    struct errand_desk desk;
    struct events events;
    struct errand errand = {.order = order, .desk = &desk, .events = &events, .by_hand = true};

    if (destination_is_escpos(&order->destination) && !job_is_on_roll(&order->job))
        return complain_about(ERR_BAD_VALUE, "destination");
    order->kind = ORDER_PRINT;
    order->generation = 1;
    if (!order->job.id)
        order->job.id = "by-hand";
    if (options->output && !(order->output = strdup(options->output)))
        return complain_about(ERR_NO_MEMORY, "");
    events_init(&events, STDOUT_FILENO);
    errand_desk_init(&desk);
    carry_out(&errand, typesetter);
    errand_desk_release(&desk);
    events_release(&events);
    return errand.finished ? EXIT_DONE : EXIT_FAILED;
}

static int command_job(const struct options *options, const char *fonts)
{
    const bool printing = options->command[0] == 'p';
    struct order *order = calloc(1, sizeof *order);
    struct typesetter *typesetter = NULL;
    enum err err = ERR_NO_MEMORY;
    int status = EXIT_USAGE;

    if (!order)
        return complain_about(ERR_NO_MEMORY, "");
    if (printing ? !options->destination : !options->output)
        fputs(usage, stderr);
    else if (printing && destination_parse(options->destination, &order->destination) != ERR_OK)
        complain_about(ERR_BAD_VALUE, "--destination");
    else if ((err = typesetter_new(fonts, &typesetter)) != ERR_OK)
        status = complain_about(err, fonts);
    else if ((status = read_job(options, &order->job)) == EXIT_DONE)
        status = printing ? print_job(options, typesetter, order)
                          : render_job(options, typesetter, &order->job);
    typesetter_free(typesetter);
    order_free(order);
    return status;
}

static int command_destinations(const struct options *options)
{
    json_t *list = destinations_list(), *entry;
    size_t i;

    if (!list)
        return complain_about(ERR_NO_MEMORY, "");
    if (options->json) {
        json_dumpf(list, stdout, JSON_INDENT(2));
        putchar('\n');
    } else {
        json_array_foreach(list, i, entry)
        {
            printf("%s\t%s\t%s\n", json_string_value(json_object_get(entry, "destination")),
                   json_string_value(json_object_get(entry, "state")),
                   json_string_value(json_object_get(entry, "info")));
        }
    }
    json_decref(list);
    return EXIT_DONE;
}

static int run(const struct options *options)
{
    const char *fonts = options->fonts ? options->fonts : getenv("MOTCUA_FONTS");

    if (!fonts)
        fonts = typesetter_fonts();
    switch (options->command[0]) {
    case 'd':
        return command_destinations(options);
    case 's':
        return serve(fonts, STDIN_FILENO, STDOUT_FILENO);
    default:
        return command_job(options, fonts);
    }
}

int main(int argc, char **argv)
{
    struct options options = {0};
    const char *wrong = "";
    int status = EXIT_DONE;

    signal(SIGPIPE, SIG_IGN); /* a printer that goes away is an error of write() */
    if (!options_read(argc, argv, &options, &wrong)) {
        fprintf(stderr, "printer: unknown or misplaced argument %s\n%s", wrong, usage);
        return EXIT_USAGE;
    }
    if (options.help) {
        fputs(usage, stdout);
    } else if (options.version) {
        puts("printer " MOTCUA_VERSION);
    } else if (!options.command) {
        fputs(usage, stderr);
        status = EXIT_USAGE;
    } else {
        status = run(&options);
    }
    return status;
}
