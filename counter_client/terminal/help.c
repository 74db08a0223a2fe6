#include "counter_client/terminal/help.h"

#include "counter_client/terminal/cells.h"

#include <stdio.h>
#include <string.h>

enum { NAME_CELLS = 30 };

static void add_pair(struct text *text, const char *name, const char *help)
{
    int cells = cells_width(name, strlen(name));

    text_printf(text, "  %s%*s%s\n", name, cells < NAME_CELLS ? NAME_CELLS - cells : 2, "", help);
}

static const struct said general = {
    "Tùy chọn chung:\n"
    "  --server URL        máy chủ, http://MÁY:CỔNG (hoặc MOTCUA_SERVER, hoặc như lần đăng nhập)\n"
    "  --json              in đúng JSON của máy chủ\n"
    "  --lang vi|en        ngôn ngữ\n"
    "  --key KEY           Idempotency-Key; không có thì tạo mới, gửi lại vẫn dùng khóa đó\n"
    "  --version N         phiên bản cho If-Match; không có thì hỏi máy chủ trước\n"
    "  --file FILE         JSON của yêu cầu (- là đầu vào chuẩn); tùy chọn khác ghi đè lên\n"
    "  -o, --output FILE   ghi trang in vào tệp\n"
    "  --session FILE      tệp giữ phiên đăng nhập (hoặc MOTCUA_SESSION; MOTCUA_TOKEN là mã "
    "phiên)\n"
    "  --password-stdin    đọc mật khẩu từ đầu vào chuẩn (sign-in)\n"
    "  --count N           dừng sau N sự kiện; --last-event-id ID: sau sự kiện này (events)\n"
    "Mã thoát: 0 xong, 1 bị từ chối, 2 gõ sai, 3 không tới được máy chủ.\n",
    "Options of every command:\n"
    "  --server URL        http://HOST:PORT (or MOTCUA_SERVER, or that of the last sign-in)\n"
    "  --json              print the server's JSON\n"
    "  --lang vi|en        language\n"
    "  --key KEY           Idempotency-Key; else a new one, the same for every retry\n"
    "  --version N         version for If-Match; else it is asked for first\n"
    "  --file FILE         JSON of the request (- is standard input); options go over it\n"
    "  -o, --output FILE   where a page is written\n"
    "  --session FILE      file of the session (or MOTCUA_SESSION; MOTCUA_TOKEN is a token)\n"
    "  --password-stdin    read the password from standard input (sign-in)\n"
    "  --count N           end after N events; --last-event-id ID: after this one (events)\n"
    "Exit status: 0 done, 1 refused, 2 usage, 3 the server cannot be reached.\n"};

static void add_commands(struct text *text, const char *topic, enum language language)
{
    const struct command *command;

    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        bool inside = !topic || (strncmp(command->name, topic, strlen(topic)) == 0 &&
                                 command->name[strlen(topic)] == ' ');

        if (inside)
            add_pair(text, command->name, said(language, command->summary));
    }
}

static void add_option(struct text *text, const struct option *option, enum language language)
{
    const char *value = option_value_name(option);
    struct text name;

    text_init(&name);
    if (option->bits & OPTION_POSITIONAL)
        text_printf(&name, "[--%s] %s", option->name, value ? value : "");
    else
        text_printf(&name, "--%s%s%s", option->name, value ? " " : "", value ? value : "");
    add_pair(text, name.data ? name.data : option->name, said(language, option_help(option)));
    if (option->fallback)
        text_printf(text, "  %*s(%s)\n", NAME_CELLS, "", option->fallback);
    text_release(&name);
}

static void add_command(struct text *text, const struct command *command, enum language language)
{
    text_printf(text, "counter_client %s", command->name);
    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        const char *value = option_value_name(each);
        bool required = each->bits & OPTION_REQUIRED;

        if (each->bits & OPTION_POSITIONAL)
            text_printf(text, required ? " %s" : " [%s]", value);
        else if (required)
            text_printf(text, " --%s %s", each->name, value);
    }
    text_printf(text, "\n%s\n%s /api/v1%s\n\n", said(language, command->summary), command->method,
                command->path);
    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++)
        add_option(text, each, language);
    if (command->options)
        text_add_char(text, '\n');
}

void help_add(struct text *text, const struct invocation *invocation)
{
    enum language language = invocation->language;
    bool english = language == LANGUAGE_EN;

    if (invocation->command) {
        add_command(text, invocation->command, language);
    } else {
        text_add(text, english ? "counter_client --server URL [--counter CODE]    the full screen\n"
                                 "counter_client [--server URL] COMMAND ...        one command\n\n"
                               : "counter_client --server URL [--counter QUẦY]    toàn màn hình\n"
                                 "counter_client [--server URL] LỆNH ...           một lệnh\n\n");
        add_commands(text, invocation->topic, language);
        text_add(text, english ? "\nMore: counter_client COMMAND --help\n\n"
                               : "\nXem thêm: counter_client LỆNH --help\n\n");
    }
    text_add(text, said(language, general));
}

/* ---- the table as JSON ------------------------------------------------------------------------
 */

static const char *place_name(enum option_place place)
{
    switch (place) {
    case PLACE_PATH:
        return "path";
    case PLACE_QUERY:
        return "query";
    case PLACE_BODY:
        return "body";
    }
    return "";
}

static void put_options(struct text *text, const struct command *command)
{
    json_open_array(text, "options");
    for (const struct option *each = command->options; each && each->kind != OPTION_NONE; each++) {
        char field[64];

        option_field(each, field, sizeof field);
        json_open_object(text, NULL);
        json_put_string(text, "name", each->name);
        json_put_string(text, "field", field);
        json_put_string(text, "place", place_name(each->place));
        json_put_bool(text, "required", each->bits & OPTION_REQUIRED);
        json_put_string_or_null(text, "value",
                                option_value_name(each) ? option_value_name(each) : "");
        json_put_string(text, "help", option_help(each).en);
        json_close_object(text);
    }
    json_close_array(text);
}

void help_list_commands(struct text *text, const struct invocation *invocation)
{
    const struct command *command;

    if (invocation->json)
        json_open_array(text, NULL);
    for (size_t i = 0; (command = command_at(i)) != NULL; i++) {
        if (!invocation->json) {
            text_printf(text, "%s\n", command->name);
            continue;
        }
        json_open_object(text, NULL);
        json_put_string(text, "name", command->name);
        json_put_string(text, "method", command->method);
        json_put_string(text, "path", command->path);
        json_put_bool(text, "keyed", command->bits & COMMAND_KEYED);
        json_put_bool(text, "versioned", command->bits & COMMAND_VERSIONED);
        json_put_bool(text, "body", command->bits & COMMAND_BODY);
        json_put_bool(text, "public", command->bits & COMMAND_PUBLIC);
        put_options(text, command);
        json_close_object(text);
    }
    if (invocation->json) {
        json_close_array(text);
        text_add_char(text, '\n');
    }
}
