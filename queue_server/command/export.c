/* queue_server export: dossiers as lines or as a table, the catalogue of procedures. Rules R-526,
 * */
#include <fcntl.h>
#include <getopt.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "api/column_mapping.h"
#include "api/table_file.h"
#include "command/command.h"
#include "command/folder_option.h"
#include "command/refusal.h"
#include "store/look.h"
#include "usecase/export_dossiers.h"
#include "usecase/export_procedures.h"

static void usage(FILE *out)
{
    fputs("usage: queue_server export --data DIR --output FILE [--arrived | --procedures]\n"
          "\n"
          "  --data DIR     the centre's folder; a server may be running on it\n"
          "  --output FILE  a new file: .jsonl (one dossier a line), .csv or .xlsx (a table)\n"
          "  --arrived      only those that wait for an answer: what an import reads back\n"
          "  --procedures   the catalogue of procedures instead, as a new file that ends in .json\n"
          "                 (the format of procedures.json), which an import reads back\n"
          "  --help         this text\n"
          "\n"
          "A file of dossiers holds personal data; only its owner may read it.\n",
          out);
}

enum form { FORM_LINES, FORM_CSV, FORM_XLSX, FORM_CATALOGUE, FORM_NONE };

static enum form form_of(const char *path)
{
    static const char *const endings[] = {".jsonl", ".csv", ".xlsx", ".json"};
    const char *end = strrchr(path, '.');
    int form = FORM_LINES;

    while (form < FORM_NONE && (!end || strcmp(end, endings[form]) != 0))
        form++;
    return (enum form)form;
}

/* What is being written. */
struct exporting {
    FILE *file;
    enum form form;
    struct report_table table;
    long count;
    bool failed;
};

/* ---- a table --------------------------------------------------------------------------------- */

/* The columns are named as a mapping names the members. */
static void begin_table(struct report_table *table, char names[][LINE_MEMBER_SIZE])
{
    int count;
    const struct line_member *members = line_members(&count);

    snprintf(table->title, sizeof table->title, "Hồ sơ");
    for (int i = 0; i < count; i++) {
        line_member_path(&members[i], names[i]);
        table_column(table, names[i], 18, false);
    }
}

static void put_row(struct report_table *table, const json_t *line)
{
    int count;
    const struct line_member *members = line_members(&count);
    char number[24];

    for (int i = 0; i < count; i++) {
        const json_t *object = members[i].part ? json_object_get(line, members[i].part) : line;
        const json_t *value = json_object_get(object, members[i].name);

        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(value));
        table_text(table, json_is_integer(value)  ? number
                          : json_is_string(value) ? json_string_value(value)
                                                  : "");
    }
}

static void end_table(struct exporting *to)
{
    struct text bytes;

    text_init(&bytes);
    if (to->form == FORM_CSV)
        table_csv(&bytes, &to->table);
    else
        table_xlsx(&bytes, &to->table);
    to->failed = to->failed || to->table.failed || bytes.failed ||
                 fwrite(bytes.data, 1, bytes.length, to->file) != bytes.length;
    text_release(&bytes);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool put_cb(const struct text *line, void *data)
{
    struct exporting *to = data;

    to->count++;
    if (to->form == FORM_LINES) {
        to->failed = fwrite(line->data, 1, line->length, to->file) != line->length ||
                     fputc('\n', to->file) == EOF;
        return !to->failed;
    }
    json_t *json = json_loadb(line->data, line->length, 0, NULL);
    to->failed = !json;
    if (json)
        put_row(&to->table, json);
    json_decref(json);
    return !to->failed;
}

static enum err write_catalogue(struct exporting *to, struct store_tx *tx)
{
    struct text document;
    enum err err;

    text_init(&document);
    to->count = export_procedures_write(tx, &document);
    err = document.failed ? ERR_NO_MEMORY : sql_outcome(tx);
    if (err == ERR_OK && fwrite(document.data, 1, document.length, to->file) != document.length)
        err = ERR_FILE;
    text_release(&document);
    return err;
}

static enum err write_all(struct exporting *to, struct store_tx *tx, bool arrived)
{
    char names[TABLE_COLUMNS_MAX][LINE_MEMBER_SIZE];
    enum err err;

    if (to->form == FORM_CATALOGUE)
        return write_catalogue(to, tx);
    if (to->form != FORM_LINES)
        begin_table(&to->table, names);
    err = export_dossiers(tx, arrived, put_cb, to);
    if (err == ERR_OK && to->form != FORM_LINES)
        end_table(to);
    report_table_release(&to->table);
    return err == ERR_OK && to->failed ? ERR_FILE : err;
}

static enum err write_file(const char *path, struct store_tx *tx, bool arrived, long *out_count)
{
    const int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    struct exporting to = {.form = form_of(path),
                           .file = descriptor < 0 ? NULL : fdopen(descriptor, "w")};
    enum err err;

    if (!to.file) {
        if (descriptor >= 0)
            close(descriptor);
        return ERR_FILE;
    }
    err = write_all(&to, tx, arrived);
    if ((fflush(to.file) != 0 || fsync(descriptor) != 0) && err == ERR_OK)
        err = ERR_FILE;
    fclose(to.file);
    if (err != ERR_OK)
        unlink(path);
    *out_count = to.count;
    return err;
}

static int export_to(const char *folder, const char *path, bool arrived)
{
    struct store_look *look;
    long count = 0;
    enum err err = store_look_open(folder, &look);

    if (err != ERR_OK) {
        refusal_say("export", folder, err);
        return EXIT_REFUSED;
    }
    err = write_file(path, store_look_tx(look), arrived, &count);
    store_look_close(look);
    if (err != ERR_OK) {
        refusal_say("export", path, err);
        return EXIT_REFUSED;
    }
    printf("%s: %ld written\n", form_of(path) == FORM_CATALOGUE ? "procedures" : "dossiers", count);
    return EXIT_DONE;
}

int command_export(int argc, char **argv)
{
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"output", required_argument, NULL, 'o'},
        {"arrived", no_argument, NULL, 'a'},    {"procedures", no_argument, NULL, 'p'},
        {"help", no_argument, NULL, 'h'},       {NULL, 0, NULL, 0}};
    const char *folder = NULL, *output = NULL;
    bool arrived = false, procedures = false;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'h' || option == '?') {
            usage(option == 'h' ? stdout : stderr);
            return option == 'h' ? EXIT_DONE : EXIT_USAGE;
        }
        arrived = arrived || option == 'a';
        procedures = procedures || option == 'p';
        folder = option == 'd' ? optarg : folder;
        output = option == 'o' ? optarg : output;
    }
    if (!folder)
        return option_missing("export", "--data DIR", usage);
    if (!output || form_of(output) == FORM_NONE || (arrived && procedures) ||
        procedures != (form_of(output) == FORM_CATALOGUE))
        return option_missing("export", "--output FILE", usage);
    return export_to(folder, output, arrived);
}
