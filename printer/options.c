#include "printer/options.h"

#include <stddef.h>
#include <string.h>

/* Options with a value, and the letters of the commands that have them. */
static const struct {
    const char *name, *commands;
    size_t offset;
} valued[] = {
    {"--fonts", "rpsd", offsetof(struct options, fonts)},
    {"--form", "rp", offsetof(struct options, form)},
    {"--paper", "rp", offsetof(struct options, paper)},
    {"--output", "rp", offsetof(struct options, output)},
    {"--type", "r", offsetof(struct options, type)},
    {"--destination", "p", offsetof(struct options, destination)},
};

static bool read_valued(struct options *options, int argc, char **argv, int *i)
{
    for (size_t k = 0; k < sizeof valued / sizeof valued[0]; k++) {
        if (strcmp(argv[*i], valued[k].name) != 0)
            continue;
        if (*i + 1 >= argc || !strchr(valued[k].commands, options->command[0]))
            return false;
        *(const char **)((char *)options + valued[k].offset) = argv[++*i];
        return true;
    }
    return false;
}

static bool is_command(const char *word)
{
    return strcmp(word, "render") == 0 || strcmp(word, "destinations") == 0 ||
           strcmp(word, "print") == 0 || strcmp(word, "serve") == 0;
}

bool options_read(int argc, char **argv, struct options *out_options, const char **out_wrong)
{
    struct options options = {0};

    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];

        *out_wrong = word;
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
            options.help = true;
        else if (strcmp(word, "--version") == 0)
            options.version = true;
        else if (!options.command && is_command(word))
            options.command = word;
        else if (!options.command)
            return false;
        else if (strcmp(word, "--json") == 0 && options.command[0] == 'd')
            options.json = true;
        else if (!read_valued(&options, argc, argv, &i))
            return false;
    }
    *out_options = options;
    return true;
}
