/* queue_server check: is everything as the log says? */
#include <getopt.h>
#include <stdio.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/refusal.h"
#include "store/look.h"
#include "usecase/check_centre.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server check --data DIR\n"
          "\n"
          "Checks the database file, the chain of hashes of the log, tickets, dossiers and\n"
          "counters recomputed from the log, and the number series. Changes nothing; a server\n"
          "may be running on the folder.\n"
          "Exit status 0 when all is sound, 1 when it is not.\n",
          out);
}

static void tell_fault(const char *sentence, void *data)
{
    (void)data;
    printf("FAULT %s\n", sentence);
}

static int check_look(const char *folder, struct store_look *look)
{
    struct check_result result;
    char message[256];
    const bool sound = engine_integrity(store_look_engine(look), message, sizeof message);
    const enum err err = check_centre(store_look_tx(look), tell_fault, NULL, &result);

    printf("database: %s\n", sound ? "sound" : message);
    if (err != ERR_OK) {
        refusal_say("check", folder, err);
        return EXIT_REFUSED;
    }
    printf("log: %lld rows read\n"
           "tickets: %lld compared with the log\n"
           "dossiers: %lld compared with the log\n"
           "figures: %lld rows recounted\n"
           "number series: %lld compared\n"
           "ratings: %lld compared with the log\n"
           "closed reports: %lld versions compared with the log\n",
           (long long)result.events, (long long)result.tickets, (long long)result.dossiers,
           (long long)result.figures, (long long)result.series, (long long)result.ratings,
           (long long)result.closed_reports);
    printf("%lld faults\n", (long long)result.faults);
    return sound && result.faults == 0 ? EXIT_DONE : EXIT_REFUSED;
}

int command_check(int argc, char **argv)
{
    const char *folder = NULL;
    struct store_look *look;
    const int read = folder_option_read(argc, argv, usage, &folder);

    if (read != OPTIONS_READ)
        return read;
    if (optind != argc) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    const enum err err = store_look_open(folder, &look);
    if (err != ERR_OK) {
        refusal_say("check", folder, err);
        return EXIT_REFUSED;
    }
    const int status = check_look(folder, look);
    store_look_close(look);
    return status;
}
