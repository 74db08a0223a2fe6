#include "command/import_lines.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/user_language.h"
#include "command/command.h"
#include "command/offline.h"
#include "command/refusal.h"

#define BOM "\xef\xbb\xbf"

bool import_lines_is(const char *path)
{
    const char *end = strrchr(path, '.');

    return end && strcmp(end, ".jsonl") == 0;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* A file that is read: its dossiers, and the line that each stands on. */
struct lines {
    const char *path;
    json_t *dossiers; /* array */
    int *numbers;     /* of the line of each */
    size_t room;
    bool broken; /* a line is no JSON */
};

static bool keep(struct lines *lines, json_t *dossier, int number)
{
    const size_t count = json_array_size(lines->dossiers);

    if (count == lines->room) {
        const size_t room = (lines->room + 512) * 2;
        int *numbers = realloc(lines->numbers, room * sizeof *numbers);

        if (!numbers)
            return false;
        lines->numbers = numbers;
        lines->room = room;
    }
    lines->numbers[count] = number;
    return json_array_append_new(lines->dossiers, dossier) == 0;
}

/* A line as it came, perhaps with the mark of its encoding and Windows' end of line. */
static bool take_line(struct lines *lines, char *line, size_t length, int number)
{
    const bool marked = number == 1 && strncmp(line, BOM, strlen(BOM)) == 0;
    json_error_t error;

    if (marked)
        line += strlen(BOM);
    length -= marked ? strlen(BOM) : 0;
    while (length && strchr("\r\n \t", line[length - 1]))
        length--;
    if (length == 0)
        return true;
    json_t *dossier = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
    if (dossier)
        return keep(lines, dossier, number);
    lines->broken = true;
    fprintf(stderr, "queue_server import: %s: line %d, column %d: %s\n", lines->path, number,
            error.column, error.text);
    return true;
}

static enum err read_file(struct lines *lines)
{
    FILE *file = fopen(lines->path, "r");
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    bool kept = true;

    if (!file)
        return ERR_FILE;
    for (int number = 1; kept && (length = getline(&line, &size, file)) >= 0; number++)
        kept = take_line(lines, line, (size_t)length, number);
    const bool failed = ferror(file);
    free(line);
    fclose(file);
    return failed ? ERR_FILE : kept ? ERR_OK : ERR_NO_MEMORY;
}

/* ---- what the server says -------------------------------------------------------------------- */

/* "Words (code)" of a fault, and the end of its line. */
static void say_words(const char *code, size_t length)
{
    char copy[64];
    enum err err;

    snprintf(copy, sizeof copy, "%.*s", (int)length, code);
    fprintf(stderr, ": %s (%s)\n", err_from_code(copy, &err) ? err_text(err, user_language()) : "?",
            copy);
}

/*
 * "/dossiers/3/procedure TAB unknown_procedure" of the server, "/rows/7/channel TAB ..." of the
 * table, whose rows have their own numbers, or what is wrong with the whole: its place, the member,
 * the words.
 */
static void say_fault(const struct import_told *told, const char *fault, size_t length)
{
    static const char line[] = "/dossiers/", row[] = "/rows/";
    const char *tab = memchr(fault, '\t', length);
    char *member = NULL;
    unsigned long number = 0;

    if (!tab)
        return;
    if (strncmp(fault, line, strlen(line)) == 0) {
        number = strtoul(fault + strlen(line), &member, 10);
        number = number < json_array_size(told->dossiers) ? (unsigned long)told->numbers[number]
                                                          : number;
    } else if (strncmp(fault, row, strlen(row)) == 0) {
        number = strtoul(fault + strlen(row), &member, 10);
    }
    fprintf(stderr, "queue_server import: %s: ", told->path);
    if (member)
        fprintf(stderr, "%s %lu%s%.*s", told->word, number, member < tab ? ", " : "",
                (int)(tab - member), member);
    else
        fprintf(stderr, "%.*s", (int)(tab - fault), fault);
    say_words(tab + 1, length - (size_t)(tab + 1 - fault));
}

static void say_faults(const struct import_told *told, const char *faults)
{
    while (faults && *faults) {
        const size_t length = strcspn(faults, "\n");

        say_fault(told, faults, length);
        faults += length + (faults[length] == '\n');
    }
}

static int say_answer(const struct import_told *told, const json_t *answer)
{
    const char *message = json_string_value(json_object_get(answer, "message"));
    const json_int_t faults =
        told->fault_count + json_integer_value(json_object_get(answer, "fault_count"));

    if (faults == 0 && json_is_true(json_object_get(answer, "ok"))) {
        printf("dossiers: %lld %ss read, %lld imported, %lld known before\n",
               (long long)json_integer_value(json_object_get(answer, "lines")), told->word,
               (long long)json_integer_value(json_object_get(answer, "imported")),
               (long long)json_integer_value(json_object_get(answer, "known")));
        return EXIT_DONE;
    }
    fprintf(stderr, "queue_server import: %s: nothing was loaded\n", told->path);
    if (faults == 0) {
        refusal_say_answer("import", told->path, answer);
        return EXIT_USAGE;
    }
    say_faults(told, told->faults);
    say_faults(told, message);
    fprintf(stderr, "queue_server import: %s: %lld faults\n", told->path, (long long)faults);
    return EXIT_USAGE;
}

/* With faults already the server only looks, so that its own are told as well. */
int import_lines_send(const char *folder, const struct import_told *told)
{
    json_t *request = json_pack("{s:s, s:O, s:b}", "do", "import_dossiers", "lines", told->dossiers,
                                "dry_run", told->fault_count > 0);
    json_t *answer = NULL;
    const enum err err = request ? centre_ask(folder, request, &answer) : ERR_NO_MEMORY;
    int status = EXIT_REFUSED;

    if (err != ERR_OK)
        refusal_say("import", folder, err);
    else
        status = say_answer(told, answer);
    json_decref(answer);
    json_decref(request);
    return status;
}

int import_lines(const char *folder, const char *path)
{
    struct lines lines = {.path = path, .dossiers = json_array()};
    const enum err err = lines.dossiers ? read_file(&lines) : ERR_NO_MEMORY;
    int status = EXIT_USAGE;

    if (err != ERR_OK)
        refusal_say("import", path, err);
    else if (lines.broken || json_array_size(lines.dossiers) == 0)
        fprintf(stderr, "queue_server import: %s: nothing was loaded\n", path);
    else
        status = import_lines_send(folder, &(struct import_told){.path = path,
                                                                 .word = "line",
                                                                 .dossiers = lines.dossiers,
                                                                 .numbers = lines.numbers});
    json_decref(lines.dossiers);
    free(lines.numbers);
    return status;
}
