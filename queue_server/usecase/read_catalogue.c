#include "usecase/read_catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "base/vietnamese.h"
#include "usecase/procedure_view.h"

/* ---- searching ------------------------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* True when `word` begins a word of `name`. */
static bool begins_a_word(const char *name, const char *word)
{
    for (const char *at = strstr(name, word); at; at = strstr(at + 1, word))
        if (at == name || !is_letter(at[-1]))
            return true;
    return false;
}

/* True when every word of `words` begins a word of `name`, or `code` begins with `words`; all in
 * the form of vietnamese_fold. Rule R-281. */
static bool matches(const char *words, const char *name, const char *code)
{
    char word[PROCEDURE_WORDS_SIZE];

    if (strncmp(code, words, strlen(words)) == 0)
        return true;
    while (*words) {
        const size_t length = strcspn(words, " ");

        if (length >= sizeof word)
            return false;
        memcpy(word, words, length);
        word[length] = '\0';
        if (!begins_a_word(name, word))
            return false;
        words += length;
        words += strspn(words, " ");
    }
    return true;
}

/* ---- a page ---------------------------------------------------------------------------------- */

struct chosen {
    char code[PROCEDURE_CODE_SIZE];
    int64_t version;
};

/* Rows come in order of code and version; of each code one row is chosen, when it is complete. */
struct page {
    const struct read_procedures *read;
    struct date today;
    char words[PROCEDURE_WORDS_SIZE]; /* folded */
    struct procedure_row row;         /* best of the code in hand; code "" for none */
    bool in_force, wanted;            /* of that row */
    struct chosen *chosen;            /* limit + 1 of them */
    int count;
};

static bool is_wanted(const struct page *page, const struct procedure_row *row,
                      const char *name_fold, const char *field)
{
    char code[PROCEDURE_WORDS_SIZE] = "";

    if (page->read->field[0] && strcmp(page->read->field, field) != 0)
        return false;
    vietnamese_fold(row->code, strlen(row->code), code, sizeof code, NULL);
    return matches(page->words, name_fold, code);
}

/* The code in hand is complete. False when the page is full. */
static bool choose(struct page *page)
{
    if (page->row.code[0] && page->wanted && (page->in_force || !page->read->in_force_only)) {
        struct chosen *chosen = &page->chosen[page->count++];

        memcpy(chosen->code, page->row.code, sizeof chosen->code);
        chosen->version = page->row.version;
    }
    page->row.code[0] = '\0';
    return page->count <= page->read->limit;
}

static bool take_row(const struct procedure_row *row, const char *name_fold, const char *field,
                     void *data)
{
    struct page *page = data;
    const bool same_code = strcmp(page->row.code, row->code) == 0;
    const bool in_force = !row->ends || !date_before(row->effective_to, page->today);

    if (!same_code && !choose(page))
        return false;
    if (same_code && page->in_force && !in_force)
        return true;
    page->row = *row;
    page->in_force = in_force;
    page->wanted = is_wanted(page, row, name_fold, field);
    return true;
}

/* Write the chosen ones; the one too many only tells that there is a next page. */
static enum err view_page(struct store_tx *tx, struct read_procedures *read,
                          const struct page *page)
{
    enum err err = ERR_OK;

    for (int i = 0; err == ERR_OK && i < page->count && i < read->limit; i++) {
        struct procedure procedure;

        err = procedure_load_version(tx, read->command.office, page->chosen[i].code,
                                     page->chosen[i].version, &procedure);
        if (err != ERR_OK)
            break;
        procedure_view(&read->items, NULL, &procedure, page->today);
        procedure_release(&procedure);
    }
    if (page->count > read->limit)
        memcpy(read->next, page->chosen[read->limit - 1].code, sizeof read->next);
    return err;
}

enum err read_procedures_run(struct store_tx *tx, struct command *command)
{
    struct read_procedures *read = container_of(command, struct read_procedures, command);
    struct page page = {.read = read, .today = date_of_instant(command->now)};
    enum err err =
        vietnamese_fold(read->words, strlen(read->words), page.words, sizeof page.words, NULL);

    if (err != ERR_OK)
        return ERR_BAD_PARAMETER;
    page.chosen = calloc((size_t)read->limit + 1, sizeof *page.chosen);
    if (!page.chosen)
        return ERR_NO_MEMORY;
    procedure_rows_list(tx, read->after, page.today, take_row, &page);
    if (page.count <= read->limit)
        choose(&page);
    err = view_page(tx, read, &page);
    free(page.chosen);
    return err;
}

/* ---- one ------------------------------------------------------------------------------------- */

enum err read_procedure_run(struct store_tx *tx, struct command *command)
{
    struct read_procedure *read = container_of(command, struct read_procedure, command);
    const enum err err = read->version
                             ? procedure_load_version(tx, command->office, read->code,
                                                      read->version, &read->procedure)
                             : procedure_load(tx, command->office, read->code,
                                              date_of_instant(command->now), &read->procedure);

    return err == ERR_UNKNOWN_PROCEDURE ? ERR_NOT_FOUND : err;
}

struct versions {
    struct read_procedure_versions *read;
    int count;
};

static void view_procedure_version(const struct procedure_row *row, const char *name, void *data)
{
    struct versions *versions = data;
    struct text *body = &versions->read->body;
    const struct procedure range = {.effective_from = row->effective_from,
                                    .ends = row->ends,
                                    .effective_to = row->effective_to};
    const struct date today = date_of_instant(versions->read->command.now);

    versions->count++;
    json_open_object(body, NULL);
    json_put_int(body, "version", row->version);
    json_put_string(body, "name", name);
    json_put_bool(body, "in_force", procedure_is_in_force(&range, today));
    json_put_date(body, "effective_from", row->effective_from);
    if (row->ends)
        json_put_date(body, "effective_to", row->effective_to);
    else
        json_put_null(body, "effective_to");
    json_close_object(body);
}

enum err read_procedure_versions_run(struct store_tx *tx, struct command *command)
{
    struct read_procedure_versions *read =
        container_of(command, struct read_procedure_versions, command);
    struct versions versions = {.read = read};

    json_open_object(&read->body, NULL);
    json_open_array(&read->body, "items");
    procedure_rows_versions(tx, read->code, PROCEDURE_VERSIONS_MAX, view_procedure_version,
                            &versions);
    json_close_array(&read->body);
    json_close_object(&read->body);
    if (read->body.failed)
        return ERR_NO_MEMORY;
    return versions.count ? ERR_OK : ERR_NOT_FOUND;
}

enum err read_calendar_run(struct store_tx *tx, struct command *command)
{
    struct read_calendar *read = container_of(command, struct read_calendar, command);
    const enum err err = calendar_store_current(command->office->calendars, tx, &read->calendar);

    if (err != ERR_OK)
        return err == ERR_CALENDAR_RANGE ? ERR_NOT_FOUND : err;
    read->outlook = calendar_outlook(calendar_document_calendar(read->calendar->document),
                                     date_of_instant(command->now));
    calendar_apply_newest(tx, &read->apply);
    return ERR_OK;
}

static void view_version(const struct calendar_version_row *row, void *data)
{
    struct text *body = data;

    json_open_object(body, NULL);
    json_put_int(body, "version", row->version);
    json_put_string_or_null(body, "title", row->title);
    json_put_string_or_null(body, "decree", row->decree);
    json_put_instant(body, "entered_at", row->entered_at);
    json_put_string_or_null(body, "entered_by", row->entered_by);
    json_close_object(body);
}

enum err read_calendar_versions_run(struct store_tx *tx, struct command *command)
{
    struct read_calendar_versions *read =
        container_of(command, struct read_calendar_versions, command);

    json_open_object(&read->body, NULL);
    json_open_array(&read->body, "items");
    calendar_rows_each(tx, CALENDAR_VERSIONS_MAX, view_version, &read->body);
    json_close_array(&read->body);
    json_close_object(&read->body);
    return read->body.failed ? ERR_NO_MEMORY : ERR_OK;
}
