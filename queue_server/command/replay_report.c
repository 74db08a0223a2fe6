#include "command/replay_report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/refusal.h"
#include "command/rules_file.h"
#include "domain/replay_figures.h"
#include "store/look.h"
#include "usecase/replay_day.h"

/* One site's day, twice. */
struct comparison {
    const struct queue_rules *rules;
    struct replay_day day;
    struct replay_result *played;
    int *real_passed, *played_passed; /* passed over, by visit */
    int64_t *space;
};

static int refuse(const char *what, enum err err, int status)
{
    refusal_say("replay", what, err);
    return status;
}

/* ---- one site -------------------------------------------------------------------------------- */

static void release(struct comparison *comparison)
{
    replay_day_release(&comparison->day);
    free(comparison->played);
    free(comparison->real_passed);
    free(comparison->played_passed);
    free(comparison->space);
}

/* Play the day that was read, and count what the figures need. ERR_OK, ERR_NO_MEMORY. */
static enum err play(struct comparison *comparison)
{
    const struct replay_day *day = &comparison->day;
    const size_t count = day->visit_count;
    enum err err = ERR_NO_MEMORY;

    comparison->played = calloc(count + 1, sizeof *comparison->played);
    comparison->real_passed = calloc(count + 1, sizeof *comparison->real_passed);
    comparison->played_passed = calloc(count + 1, sizeof *comparison->played_passed);
    comparison->space = calloc(count + 1, sizeof *comparison->space);
    if (comparison->played && comparison->real_passed && comparison->played_passed &&
        comparison->space)
        err = replay_day_play(day, comparison->rules, comparison->played);
    if (err != ERR_OK)
        return err;
    replay_figures_passed_over(day->visits, count, day->real, comparison->real_passed);
    replay_figures_passed_over(day->visits, count, comparison->played, comparison->played_passed);
    return ERR_OK;
}

static void print_line(const char *service, const char *of_class, const char *day,
                       const struct replay_figures *figures)
{
    printf("%-8s %-6s %-8s %7d %7d %8d %5d", service, of_class, day, figures->issued,
           figures->served, figures->absent, figures->left);
    if (figures->wait.count > 0)
        printf(" %9" PRId64 " %6" PRId64 " %10" PRId64, figures->wait.median_s, figures->wait.p90_s,
               figures->wait.longest_s);
    else
        printf(" %9s %6s %10s", "-", "-", "-");
    printf(" %12d\n", figures->most_passed_over);
}

/* Two lines of a group; none when nobody of it came. */
static void print_group(const struct comparison *comparison, int service, int of_class)
{
    const struct replay_day *day = &comparison->day;
    const char *service_code =
        service == QUEUE_NONE ? "all" : comparison->rules->services[service].code;
    const char *class_code =
        of_class == QUEUE_NONE ? "all" : comparison->rules->classes[of_class].code;
    const struct replay_figures real =
        replay_figures_of(day->visits, day->visit_count, day->real, comparison->real_passed,
                          service, of_class, comparison->space);
    const struct replay_figures played =
        replay_figures_of(day->visits, day->visit_count, comparison->played,
                          comparison->played_passed, service, of_class, comparison->space);

    if (real.issued == 0 && service != QUEUE_NONE)
        return;
    print_line(service_code, class_code, "real", &real);
    print_line(service_code, class_code, "replayed", &played);
}

static void print_site(const struct comparison *comparison, const char *site, const char *date,
                       const char *rules)
{
    printf("site %s, %s, replayed under %s\n", site, date, rules ? rules : "the rules in force");
    printf("%-8s %-6s %-8s %7s %7s %8s %5s %9s %6s %10s %12s\n", "service", "class", "day",
           "issued", "served", "no_show", "left", "median_s", "p90_s", "longest_s", "passed_over");
    for (int service = 0; service < comparison->rules->service_count; service++)
        for (int of_class = 0; of_class < comparison->rules->class_count; of_class++)
            print_group(comparison, service, of_class);
    print_group(comparison, QUEUE_NONE, QUEUE_NONE);
}

static int report_site(struct store_tx *tx, const struct catalogue *catalogue, int site,
                       const struct replay_report_options *options, struct date date,
                       const struct queue_rules *rules)
{
    struct comparison comparison = {.rules = rules ? rules : &catalogue->sites[site].rules};
    char unknown[QUEUE_CODE_SIZE];
    enum err err =
        replay_day_read(tx, catalogue, site, date, comparison.rules, &comparison.day, unknown);

    if (err == ERR_UNKNOWN_SERVICE || err == ERR_UNKNOWN_CLASS)
        return refuse(unknown, err, EXIT_USAGE);
    if (err == ERR_TOO_LARGE) {
        fprintf(stderr, "queue_server replay: %s: more than %d tickets in one day\n",
                catalogue->sites[site].code, REPLAY_VISITS_MAX);
        return EXIT_REFUSED;
    }
    if (err != ERR_OK)
        return refuse(catalogue->sites[site].code, err, EXIT_REFUSED);
    err = play(&comparison);
    if (err == ERR_OK)
        print_site(&comparison, catalogue->sites[site].code, options->date, options->rules);
    release(&comparison);
    return err == ERR_OK ? EXIT_DONE : refuse("replay", err, EXIT_REFUSED);
}

/* ---- the command ----------------------------------------------------------------------------- */

static int report_sites(struct store_tx *tx, const struct catalogue *catalogue,
                        const struct replay_report_options *options, struct date date,
                        const struct queue_rules *rules)
{
    int status = EXIT_DONE;

    if (options->site && catalogue_site(catalogue, options->site) == QUEUE_NONE)
        return refuse(options->site, ERR_UNKNOWN_SITE, EXIT_USAGE);
    for (int i = 0; i < catalogue->site_count && status == EXIT_DONE; i++)
        if (!options->site || strcmp(options->site, catalogue->sites[i].code) == 0)
            status = report_site(tx, catalogue, i, options, date, rules);
    return status;
}

static int report(const struct replay_report_options *options, struct date date,
                  const struct queue_rules *rules)
{
    struct catalogue *catalogue;
    struct store_look *look;
    enum err err = store_look_open(options->data, &look);
    int status;

    if (err != ERR_OK)
        return refuse(options->data, err, EXIT_REFUSED);
    err = catalogue_load(store_look_tx(look), &catalogue);
    if (err == ERR_OK) {
        status = report_sites(store_look_tx(look), catalogue, options, date, rules);
        catalogue_release(catalogue);
    } else {
        status = refuse(options->data, err, EXIT_REFUSED);
    }
    store_look_close(look);
    return status;
}

int replay_report(const struct replay_report_options *options)
{
    struct queue_rules *rules = options->rules ? malloc(sizeof *rules) : NULL;
    struct date date;
    int status = EXIT_USAGE;

    if (options->rules && !rules)
        status = refuse("rules", ERR_NO_MEMORY, EXIT_REFUSED);
    else if (date_parse(options->date, strlen(options->date), &date) != ERR_OK)
        status = refuse(options->date, ERR_DATE, EXIT_USAGE);
    else if (!rules || rules_file_load(options->rules, rules))
        status = report(options, date, rules);
    free(rules);
    if (status == EXIT_DONE && (fflush(stdout) != 0 || ferror(stdout)))
        status = refuse("standard output", ERR_FILE, EXIT_REFUSED);
    return status;
}
