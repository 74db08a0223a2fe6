/* queue_server check: is everything as the log says? */
#include <getopt.h>
#include <stdio.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/refusal.h"
#include "store/folder.h"
#include "store/look.h"
#include "usecase/check_centre.h"
#include "usecase/check_scans.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server check --data DIR [--sweep]\n"
          "\n"
          "Checks the database file, the chain of hashes of the log, tickets, dossiers and\n"
          "counters recomputed from the log, the number series, and the bytes of the scans.\n"
          "Changes nothing; a server may be running on the folder.\n"
          "\n"
          "  --sweep   take away the files of scans that nothing refers to; not while a server\n"
          "            runs\n"
          "\n"
          "Exit status 0 when all is sound, 1 when it is not.\n",
          out);
}

static void tell_fault(const char *sentence, void *data)
{
    (void)data;
    printf("FAULT %s\n", sentence);
}

/* The files of the scans; false when they are not sound. Rule R-463. */
static bool check_files(const char *folder, struct store_look *look, bool sweep)
{
    struct scan_store store;
    struct scan_files files;
    enum err err = scan_store_look(folder, &store);

    if (err == ERR_OK)
        err = check_scan_files(store_look_tx(look), &store, true, sweep, tell_fault, NULL, &files);
    if (err != ERR_OK) {
        refusal_say("check", folder, err);
        return false;
    }
    printf("scan files: %lld read, %lld that nothing refers to, %lld taken away\n",
           (long long)files.files, (long long)files.orphans, (long long)files.swept);
    if (files.faults > 0)
        printf("%lld faults of scan files\n", (long long)files.faults);
    return files.faults == 0;
}

static int check_look(const char *folder, struct store_look *look, bool sweep)
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
           "closed reports: %lld versions compared with the log\n"
           "scans: %lld compared with the log\n"
           "scans from the scanner: %lld compared with the log\n"
           "reminders: %lld compared with the log\n"
           "receipts: %lld compared with the log\n"
           "petitions: %lld compared with the log\n"
           "cash closings: %lld compared with the log\n"
           "people: %lld records, each ends at one that stands\n"
           "mappings of columns: %lld compared with the log\n",
           (long long)result.events, (long long)result.tickets, (long long)result.dossiers,
           (long long)result.figures, (long long)result.series, (long long)result.ratings,
           (long long)result.closed_reports, (long long)result.scans, (long long)result.inbox,
           (long long)result.reminders, (long long)result.receipts, (long long)result.petitions,
           (long long)result.cash_closings, (long long)result.people, (long long)result.mappings);
    const bool files = check_files(folder, look, sweep);
    printf("%lld faults\n", (long long)result.faults);
    return sound && files && result.faults == 0 ? EXIT_DONE : EXIT_REFUSED;
}

/* With `sweep` nobody else may have the folder meanwhile. */
static int check_folder(const char *folder, bool sweep)
{
    struct store_look *look;
    int lock = -1;
    enum err err = sweep ? folder_lock(folder, &lock) : ERR_OK;
    int status = EXIT_REFUSED;

    if (err == ERR_OK)
        err = store_look_open(folder, &look);
    if (err == ERR_OK) {
        status = check_look(folder, look, sweep);
        store_look_close(look);
    } else {
        refusal_say("check", folder, err);
    }
    if (lock >= 0)
        folder_unlock(lock);
    return status;
}

int command_check(int argc, char **argv)
{
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"sweep", no_argument, NULL, 's'},
                                            {"help", no_argument, NULL, 'h'},
                                            {NULL, 0, NULL, 0}};
    const char *folder = NULL;
    bool sweep = false;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (option == 'd') {
            folder = optarg;
        } else if (option == 's') {
            sweep = true;
        } else {
            usage(option == 'h' ? stdout : stderr);
            return option == 'h' ? EXIT_DONE : EXIT_USAGE;
        }
    if (!folder)
        return option_missing("check", "--data DIR", usage);
    if (optind != argc) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    return check_folder(folder, sweep);
}
