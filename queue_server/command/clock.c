/* queue_server clock: vouch for a clock that the server doubts. */
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
    fputs(
        "usage: queue_server clock confirm --data DIR\n"
        "\n"
        "A server whose machine's clock has stepped, or lies before the end of the log or long "
        "after\n"
        "it, reads only. Set the machine's clock right first; then this command makes the running\n"
        "server believe it. It stands in the log.\n",
        out);
}

int command_clock(int argc, char **argv)
{
    const char *folder = NULL;
    json_t *answer = NULL;
    const int read = folder_option_read(argc, argv, usage, &folder);

    if (read != OPTIONS_READ)
        return read;
    if (optind + 1 != argc || strcmp(argv[optind], "confirm") != 0) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    json_t *request = json_pack("{s:s}", "do", "clock_confirm");
    const enum err err = centre_ask(folder, request, &answer);
    const bool done = err == ERR_OK && json_is_true(json_object_get(answer, "ok"));
    if (err != ERR_OK)
        refusal_say("clock", folder, err);
    else if (!done)
        refusal_say_answer("clock", folder, answer);
    json_decref(answer);
    json_decref(request);
    return done ? EXIT_DONE : EXIT_REFUSED;
}
