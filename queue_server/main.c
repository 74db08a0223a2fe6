/* queue_server: the commands by name. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "command/command.h"

static int version(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    puts("queue_server " MOTCUA_VERSION);
    return EXIT_DONE;
}

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *summary;
} commands[] = {
    {"serve", command_serve, "serve a centre"},
    {"init", command_init, "make a centre's folder"},
    {"import", command_import, "load set-up, procedures, calendar"},
    {"export", command_export, "write dossiers as lines or as a table"},
    {"mapping", command_mapping, "save how tables of other systems are read"},
    {"account", command_account, "add, change or disable an account"},
    {"backup", command_backup, "copy the database, proved readable"},
    {"check", command_check, "check file, log, counters, numbers"},
    {"clock", command_clock, "vouch for a clock that the server doubts"},
    {"calendar", command_calendar, "amend, revert, confirm and review the calendar"},
    {"due", command_due, "due instants by a working calendar"},
    {"between", command_between, "working seconds between two instants"},
    {"replay", command_replay, "play a day of the queue under given rules"},
    {"version", version, "print the version"},
};

static void usage(FILE *out)
{
    fputs("usage: queue_server COMMAND [OPTION]...\n\n", out);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(out, "  %-10s %s\n", commands[i].name, commands[i].summary);
    fputs("\nqueue_server COMMAND --help tells the options of a command.\n", out);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN);
    if (argc >= 2)
        for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
            if (strcmp(argv[1], commands[i].name) == 0)
                return commands[i].run(argc - 1, argv + 1);
    if (argc == 2 && strcmp(argv[1], "--version") == 0)
        return version(0, NULL);
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        usage(stdout);
        return EXIT_DONE;
    }
    if (argc >= 2)
        fprintf(stderr, "queue_server: there is no command %s\n\n", argv[1]);
    usage(stderr);
    return EXIT_USAGE;
}
