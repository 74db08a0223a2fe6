/* queue_server account: accounts from the command line. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/offline.h"
#include "command/refusal.h"

enum { PASSWORD_SIZE = 256, RANDOM_PASSWORD = 12 };

static void usage(FILE *out)
{
    fputs(
        "usage: queue_server account add NAME --data DIR --roles ROLE[,ROLE]... [OPTION]...\n"
        "       queue_server account password NAME --data DIR [--password-stdin]\n"
        "       queue_server account disable NAME --data DIR\n"
        "\n"
        "  NAME                the name to sign in with: a-z, 0-9, . _ -\n"
        "  --data DIR          the centre's folder; a server may be running on it\n"
        "  --name TEXT         the person's name\n"
        "  --roles ROLES       PHAT_SO TIEP_NHAN THU_LY LD_PHONG LANH_DAO VAN_THU GD_TT TO_HOP_BC\n"
        "                      QUAN_TRI KIEM_TRA\n"
        "  --unit UNIT         the unit that the person belongs to\n"
        "  --password-stdin    take the password from standard input; else a random one is made\n"
        "                      and printed, this once\n"
        "  --help              this text\n",
        out);
}

/* As the contract has it: a lower-case letter, then letters, digits, dots, dashes; 2..39 bytes. */
static bool account_name_is_valid(const char *name)
{
    const size_t length = strlen(name);

    return length >= 2 && length < 40 && name[0] >= 'a' && name[0] <= 'z' &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-") == length;
}

struct arguments {
    const char *verb, *folder, *account, *name, *roles, *unit;
    bool from_stdin;
};

static bool read_password(bool from_stdin, char out_password[PASSWORD_SIZE])
{
    if (!from_stdin) {
        random_letters(out_password, RANDOM_PASSWORD);
        return true;
    }
    if (!fgets(out_password, PASSWORD_SIZE, stdin))
        return false;
    out_password[strcspn(out_password, "\r\n")] = '\0';
    return strlen(out_password) >= 8;
}

static json_t *roles_array(const char *roles)
{
    json_t *array = json_array();

    while (roles && *roles) {
        const size_t length = strcspn(roles, ",");

        json_array_append_new(array, json_stringn(roles, length));
        roles += length + (roles[length] == ',');
    }
    return array;
}

static int carry_out(const struct arguments *arguments)
{
    const bool secret = strcmp(arguments->verb, "disable") != 0;
    char what[32], password[PASSWORD_SIZE] = "";
    json_t *answer = NULL;
    int status = EXIT_DONE;

    if (secret && !read_password(arguments->from_stdin, password)) {
        fputs("queue_server account: a password has at least 8 bytes\n", stderr);
        return EXIT_USAGE;
    }
    snprintf(what, sizeof what, "account_%s", arguments->verb);
    json_t *request =
        json_pack("{s:s, s:s, s:s, s:s, s:o}", "do", what, "account", arguments->account, "name",
                  arguments->name ? arguments->name : arguments->account, "unit",
                  arguments->unit ? arguments->unit : "", "roles", roles_array(arguments->roles));
    if (secret)
        json_object_set_new(request, "password", json_string(password));
    const enum err err = centre_ask(arguments->folder, request, &answer);
    if (err != ERR_OK) {
        refusal_say("account", arguments->folder, err);
        status = EXIT_REFUSED;
    } else if (!json_is_true(json_object_get(answer, "ok"))) {
        refusal_say_answer("account", arguments->account, answer);
        status = EXIT_REFUSED;
    } else if (secret && !arguments->from_stdin) {
        printf("%s %s\n", arguments->account, password);
    } else {
        printf("%s\n", arguments->account);
    }
    json_decref(answer);
    json_decref(request);
    return status;
}

int command_account(int argc, char **argv)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"account", required_argument, NULL, 'a'},
        {"name", required_argument, NULL, 'n'}, {"roles", required_argument, NULL, 'r'},
        {"unit", required_argument, NULL, 'u'}, {"password-stdin", no_argument, NULL, 's'},
        {"help", no_argument, NULL, 'h'},       {NULL, 0, NULL, 0}};
    struct arguments arguments = {0};
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        switch (option) {
        case 'd':
            arguments.folder = optarg;
            break;
        case 'n':
            arguments.name = optarg;
            break;
        case 'r':
            arguments.roles = optarg;
            break;
        case 'u':
            arguments.unit = optarg;
            break;
        case 's':
            arguments.from_stdin = true;
            break;
        case 'h':
            usage(stdout);
            return EXIT_DONE;
        default:
            usage(stderr);
            return EXIT_USAGE;
        }
    arguments.verb = optind + 2 == argc ? argv[optind] : "";
    arguments.account = optind + 2 == argc ? argv[optind + 1] : "";
    if (!arguments.folder)
        return option_missing("account", "--data DIR", usage);
    if (!account_name_is_valid(arguments.account) ||
        (strcmp(arguments.verb, "add") != 0 && strcmp(arguments.verb, "password") != 0 &&
         strcmp(arguments.verb, "disable") != 0)) {
        usage(stderr);
        return EXIT_USAGE;
    }
    random_start();
    return carry_out(&arguments);
}
