#include "counter_client/terminal/one_shot.h"

#include "counter_client/terminal/event_lines.h"
#include "counter_client/terminal/exchange.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/password.h"
#include "counter_client/terminal/prepare.h"
#include "counter_client/terminal/session_file.h"
#include "counter_client/terminal/shown.h"
#include "counter_client/terminal/uuid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CARD_TEXT_SIZE = 2048 };

struct one_shot {
    struct invocation *invocation;
    struct exchange exchange;
    struct stored_session stored;
    char card_text[CARD_TEXT_SIZE];
};

enum { HTTP_NO_CONTENT = 204 };

/* ---- saying things ----------------------------------------------------------------------------
 */

static int say_usage(const struct one_shot *run, const char *complaint)
{
    fprintf(stderr, "counter_client %s: %s\n", run->invocation->command->name, complaint);
    return EXIT_USAGE;
}

static int say_unreachable(const struct one_shot *run, const struct reply *reply)
{
    fprintf(stderr, "counter_client: %s: %s\n",
            run->invocation->language == LANGUAGE_EN ? "the server cannot be reached"
                                                     : "không kết nối được máy chủ",
            reply->fault);
    return EXIT_UNREACHABLE;
}

/* Good by its status, but cut short or from something that is not a server of ours: whether the
 * action was done is not known. */
static int say_unreadable(const struct one_shot *run)
{
    fprintf(stderr, "counter_client: %s\n",
            run->invocation->language == LANGUAGE_EN ? "the server's answer cannot be read"
                                                     : "không đọc được trả lời của máy chủ");
    return EXIT_UNREACHABLE;
}

static int say_refusal(const struct one_shot *run, const struct reply *reply)
{
    struct text text;

    if (reply->status == 0)
        return say_unreachable(run, reply);
    if (run->invocation->json && reply->body.data)
        printf("%s\n", reply->body.data);
    text_init(&text);
    problem_add(&text, reply->status, reply->json, run->invocation->language);
    fputs(text.data ? text.data : "", stderr);
    text_release(&text);
    return EXIT_REFUSED;
}

static int say_answer(const struct one_shot *run, const struct reply *reply)
{
    struct text text;

    if (!reply_ok(reply))
        return say_refusal(run, reply);
    if (!reply->json && reply->status != HTTP_NO_CONTENT)
        return say_unreadable(run);
    if (run->invocation->json) {
        if (reply->body.length > 0)
            printf("%s\n", reply->body.data);
        return EXIT_DONE;
    }
    text_init(&text);
    shown_add(&text, run->invocation->command->shown, reply->json, run->invocation->language);
    fputs(text.data ? text.data : "", stdout);
    text_release(&text);
    return EXIT_DONE;
}

/* The file of a document: where --output says, else standard output when that is no terminal. */
static int keep_document(const struct one_shot *run, const struct reply *reply)
{
    const char *output = run->invocation->output;
    bool to_stdout = !output || strcmp(output, "-") == 0;
    FILE *file;
    bool ok;

    if (!reply_ok(reply))
        return say_refusal(run, reply);
    file = to_stdout ? stdout : fopen(output, "wb");
    ok = file && fwrite(reply->body.data, 1, reply->body.length, file) == reply->body.length;
    if (file && !to_stdout)
        ok = fclose(file) == 0 && ok;
    if (!ok)
        return say_usage(run, err_text(ERR_FILE, run->invocation->language));
    return EXIT_DONE;
}

/* ---- the session ------------------------------------------------------------------------------
 */

static bool keep_session(const struct one_shot *run, const char *server, const json_t *session)
{
    struct stored_session stored;
    const char *token = json_text_at(session, "token");
    size_t length = strlen(server);

    while (length > 0 && server[length - 1] == '/')
        length--;
    if (!token || strlen(token) >= sizeof stored.token || length >= sizeof stored.server)
        return false;
    snprintf(stored.server, sizeof stored.server, "%.*s", (int)length, server);
    snprintf(stored.token, sizeof stored.token, "%s", token);
    return session_file_write(run->invocation->session, &stored) == ERR_OK;
}

static int sign_in(struct one_shot *run, const char *server)
{
    const struct invocation *invocation = run->invocation;
    bool english = invocation->language == LANGUAGE_EN;
    const char *prompt = invocation->password_stdin ? NULL : english ? "Password" : "Mật khẩu";
    struct http_request request = {.method = "POST", .path = "/session"};
    char password[PASSWORD_SIZE];
    struct reply reply;
    json_t *body;
    char *text;
    int exit_status;

    if (!password_read(prompt, password))
        return say_usage(run, english ? "no password was given" : "chưa có mật khẩu");
    body = json_pack("{s:s, s:s}", "account", invocation_value(invocation, "account", 0),
                     "password", password);
    text = json_dumps(body, JSON_COMPACT);
    request.body = text;
    run->exchange.token = NULL;
    exchange_ask(&run->exchange, &request, &reply);
    if (reply_ok(&reply) && !keep_session(run, server, reply.json))
        fprintf(stderr, english ? "The session could not be stored; use MOTCUA_TOKEN\n"
                                : "Không lưu được phiên; hãy dùng MOTCUA_TOKEN\n");
    exit_status = say_answer(run, &reply);
    reply_release(&reply);
    json_decref(body);
    if (text)
        explicit_bzero(text, strlen(text));
    explicit_bzero(password, sizeof password);
    free(text);
    return exit_status;
}

/* ---- a plain request --------------------------------------------------------------------------
 */

static int send_prepared(struct one_shot *run, struct prepared *prepared)
{
    const struct invocation *invocation = run->invocation;
    const struct command *command = invocation->command;
    const struct body_facts facts = {prepared->procedure, prepared->card};
    struct http_request request = {.method = command->method};
    char key[UUID_SIZE], complaint[COMPLAINT_SIZE];
    struct text path;
    struct reply reply;
    char *body = NULL;
    int exit_status;

    if ((command->bits & COMMAND_BODY) && !(command->bits & COMMAND_FILE)) {
        json_t *json;

        if (!body_build(invocation, prepared->file, &facts, &json, complaint))
            return say_usage(run, complaint);
        body = json_dumps(json, JSON_COMPACT);
        json_decref(json);
    }
    uuid_new(key);
    text_init(&path);
    body_path(invocation, &path);
    request.path = path.data ? path.data : "/";
    request.body = command->bits & COMMAND_FILE ? prepared->bytes.data : body;
    request.accept = command->bits & COMMAND_DOCUMENT ? "application/pdf, image/jpeg, image/png, "
                                                        "application/problem+json"
                                                      : NULL;
    if (command->bits & COMMAND_KEYED)
        request.key = invocation->key ? invocation->key : key;
    if (prepared->if_match[0])
        request.if_match = prepared->if_match;
    exchange_ask(&run->exchange, &request, &reply);
    exit_status =
        command->bits & COMMAND_DOCUMENT ? keep_document(run, &reply) : say_answer(run, &reply);
    reply_release(&reply);
    text_release(&path);
    free(body);
    return exit_status;
}

/* "-" for a card's text is a line of standard input: what a scanner types. */
static bool read_dashes(struct one_shot *run)
{
    for (size_t i = 0; i < run->invocation->given_count; i++) {
        struct given *given = &run->invocation->given[i];
        bool card = strcmp(given->option->name, "text") == 0 || given->option->kind == OPTION_CARD;

        if (!card || strcmp(given->value, "-") != 0)
            continue;
        if (!fgets(run->card_text, sizeof run->card_text, stdin))
            return false;
        run->card_text[strcspn(run->card_text, "\r\n")] = '\0';
        given->value = run->card_text;
    }
    return true;
}

static int plain_request(struct one_shot *run)
{
    const struct invocation *invocation = run->invocation;
    char complaint[COMPLAINT_SIZE] = "";
    struct prepared prepared;
    struct reply refusal;
    int exit_status = EXIT_USAGE;

    if ((invocation->command->bits & COMMAND_DOCUMENT) && !invocation->output && isatty(1))
        return say_usage(run, invocation->language == LANGUAGE_EN ? "--output FILE is missing"
                                                                  : "thiếu --output FILE");
    if (!read_dashes(run))
        return say_usage(run, err_text(ERR_FILE, invocation->language));
    switch (prepare(&run->exchange, run->invocation, &prepared, &refusal, complaint)) {
    case PREPARE_OK:
        exit_status = send_prepared(run, &prepared);
        break;
    case PREPARE_REFUSED:
        exit_status = say_refusal(run, &refusal);
        reply_release(&refusal);
        break;
    case PREPARE_USAGE:
        exit_status = say_usage(run, complaint);
        break;
    }
    prepared_release(&prepared);
    return exit_status;
}

static int sign_out(struct one_shot *run)
{
    int exit_status = plain_request(run);

    if (!run->invocation->token)
        session_file_remove(run->invocation->session);
    return exit_status;
}

static int carry_out(struct one_shot *run, const char *server)
{
    const struct command *command = run->invocation->command;

    if (command->work == WORK_SIGN_IN)
        return sign_in(run, server);
    if (command->work == WORK_SIGN_OUT)
        return sign_out(run);
    if (command->bits & COMMAND_STREAM)
        return event_lines_run(&run->exchange, run->invocation);
    return plain_request(run);
}

int one_shot_run(struct invocation *invocation)
{
    bool english = invocation->language == LANGUAGE_EN;
    struct one_shot *run = calloc(1, sizeof *run);
    const char *server, *token;
    int exit_status;

    if (!run)
        return EXIT_REFUSED;
    run->invocation = invocation;
    if (!session_find(invocation->session, invocation->server, invocation->token, &run->stored,
                      &server, &token)) {
        exit_status = say_usage(run, english ? "--server URL is missing" : "thiếu --server URL");
    } else if (!token && !(invocation->command->bits & COMMAND_PUBLIC)) {
        fprintf(stderr, "counter_client: %s\n",
                english ? "sign in first: counter_client --server URL sign-in ACCOUNT"
                        : "hãy đăng nhập trước: counter_client --server URL sign-in TÀI_KHOẢN");
        exit_status = EXIT_REFUSED;
    } else if (exchange_open(&run->exchange, server, token, invocation->language) == ERR_OK) {
        exit_status = carry_out(run, server);
        exchange_close(&run->exchange);
    } else {
        exit_status = say_usage(run, err_text(ERR_NO_MEMORY, invocation->language));
    }
    explicit_bzero(&run->stored, sizeof run->stored);
    free(run);
    return exit_status;
}
