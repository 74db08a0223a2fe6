/*
 * counter_client: the terminal client of a one-stop shop's counter. One-shot commands for scripts,
 * or the full screen for a clerk. Everything goes through the server's HTTP API.
 */
#include "base/random.h"
#include "counter_client/terminal/app.h"
#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/help.h"
#include "counter_client/terminal/invocation.h"
#include "counter_client/terminal/one_shot.h"

#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The user's language: LC_ALL, LC_MESSAGES, LANG, the first that says something. */
static const char *language_of_user(void)
{
    const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);

        if (value && value[0])
            return value;
    }
    return NULL;
}

static int say(void (*add)(struct text *text, const struct invocation *invocation),
               const struct invocation *invocation)
{
    struct text text;

    text_init(&text);
    add(&text, invocation);
    fputs(text.data ? text.data : "", stdout);
    text_release(&text);
    return EXIT_DONE;
}

/* The server and session of the full screen: as for a command, and the stored session if it is of
 * that server. */
static int full_screen(const struct invocation *invocation)
{
    struct stored_session stored;
    const char *server, *token;
    int exit_status = EXIT_USAGE;

    if (session_find(invocation->session, invocation->server, invocation->token, &stored, &server,
                     &token))
        exit_status = app_run(server, token, invocation->counter, invocation->language);
    else
        fprintf(stderr, "counter_client: %s\n",
                invocation->language == LANGUAGE_EN ? "--server URL is missing"
                                                    : "thiếu --server URL");
    explicit_bzero(&stored, sizeof stored);
    return exit_status;
}

static int run(struct invocation *invocation)
{
    switch (invocation->errand) {
    case ERRAND_COMMAND:
        return one_shot_run(invocation);
    case ERRAND_LIST_COMMANDS:
        return say(help_list_commands, invocation);
    case ERRAND_SCREEN:
        return full_screen(invocation);
    case ERRAND_HELP:
        return say(help_add, invocation);
    }
    return EXIT_USAGE;
}

int main(int count, char **words)
{
    const struct environment environment = {.server = getenv("MOTCUA_SERVER"),
                                            .token = getenv("MOTCUA_TOKEN"),
                                            .session = getenv("MOTCUA_SESSION"),
                                            .language = language_of_user()};
    struct invocation invocation;
    char complaint[COMPLAINT_SIZE] = "";
    int exit_status;

    cells_start();
    random_start();
    signal(SIGPIPE, SIG_IGN);
    if (!invocation_read(count, words, &environment, &invocation, complaint)) {
        fprintf(stderr, "counter_client: %s\n", complaint);
        return EXIT_USAGE;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    exit_status = run(&invocation);
    curl_global_cleanup();
    return exit_status;
}
