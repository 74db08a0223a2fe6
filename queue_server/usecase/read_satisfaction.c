#include "usecase/read_satisfaction.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/account_rows.h"
#include "usecase/procedure.h"

static const char *const by_names[] = {
#define X(name, text) [SATISFACTION_BY_##name] = text,
    SATISFACTION_BY_MAP(X)
#undef X
};

const char *satisfaction_by_name(enum satisfaction_by by)
{
    return by_names[by];
}

bool satisfaction_by_from_name(const char *text, enum satisfaction_by *out_by)
{
    for (int i = 0; i < SATISFACTION_BY_COUNT; i++)
        if (strcmp(by_names[i], text) == 0) {
            *out_by = (enum satisfaction_by)i;
            return true;
        }
    return false;
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* The row of `key`, made when there is none; NULL without room. */
static struct satisfaction_row *row_of(struct read_satisfaction *read, const char *key)
{
    for (int i = 0; i < read->row_count; i++)
        if (strcmp(read->rows[i].key, key) == 0)
            return &read->rows[i];
    if (read->row_count == read->room) {
        const int room = read->room ? read->room * 2 : 16;
        struct satisfaction_row *rows =
            room > SATISFACTION_ROWS_MAX ? NULL : realloc(read->rows, (size_t)room * sizeof *rows);

        if (!rows) {
            read->failed = true;
            return NULL;
        }
        read->rows = rows;
        read->room = room;
    }
    struct satisfaction_row *row = &read->rows[read->row_count++];
    *row = (struct satisfaction_row){.threshold = satisfaction_threshold("")};
    snprintf(row->key, sizeof row->key, "%s", key);
    return row;
}

static void count(struct read_satisfaction *read, const char *key,
                  const struct rating_record *record)
{
    struct satisfaction_row *row = key[0] ? row_of(read, key) : NULL;

    if (row)
        satisfaction_count(&row->counts, &record->rating, 1);
}

static void count_groups(struct read_satisfaction *read, const struct rating_record *record,
                         const char *month)
{
    count(read, record->kind, record);
    if (strcmp(record->channel, "online") == 0)
        count(read, "online", record);
    count(read, record->sector, record);
    count(read, month, record);
}

static void add(const struct rating_record *record, void *data)
{
    struct read_satisfaction *read = data;
    char month[MONTH_KEY_SIZE];

    if (record->assisted) { /* */
        read->assisted++;
        return;
    }
    satisfaction_count(&read->total, &record->rating, 1);
    period_month_key(record->date, month);
    switch (read->by) {
    case SATISFACTION_BY_GROUP:
        count_groups(read, record, month);
        break;
    case SATISFACTION_BY_SERVICE:
        count(read, record->service, record);
        break;
    case SATISFACTION_BY_SITE:
        count(read, record->site, record);
        break;
    case SATISFACTION_BY_FIELD:
        count(read, record->field, record);
        break;
    case SATISFACTION_BY_PROCEDURE:
        count(read, record->procedure, record);
        break;
    case SATISFACTION_BY_UNIT:
        count(read, record->unit, record);
        break;
    case SATISFACTION_BY_OFFICER:
        count(read, record->officer, record);
        break;
    case SATISFACTION_BY_MONTH:
        count(read, month, record);
        break;
    case SATISFACTION_BY_COUNT:
        break;
    }
}

/* ---- their names ----------------------------------------------------------------------------- */

static const char *group_name(const char *key, enum language language)
{
    static const char *const names[][3] = {
        {"ticket", "Lượt phục vụ tại quầy", "Visits to the counters"},
        {"dossier", "Giải quyết hồ sơ", "Dossiers"},
        {"online", "Hồ sơ nộp trực tuyến", "Dossiers filed online"},
        {"land", "Hồ sơ đất đai", "Land dossiers"},
        {"construction", "Hồ sơ xây dựng", "Construction dossiers"},
        {"investment", "Hồ sơ đầu tư, kinh doanh", "Investment dossiers"},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], key) == 0)
            return names[i][language == LANGUAGE_EN ? 2 : 1];
    return key;
}

static void name_of_procedure(struct read_satisfaction *read, struct satisfaction_row *row)
{
    struct procedure procedure;

    if (procedure_load(read->tx, read->command.office, row->key, date_of_instant(read->command.now),
                       &procedure) != ERR_OK)
        return;
    snprintf(row->name, sizeof row->name, "%s", procedure.name);
    procedure_release(&procedure);
}

static void set_name(struct read_satisfaction *read, struct satisfaction_row *row)
{
    const struct catalogue *catalogue = read->command.catalogue;
    struct directory_account account;
    const char *name = row->key;
    int index;

    switch ((int)read->by) {
    case SATISFACTION_BY_GROUP:
        name = group_name(row->key, read->command.language);
        row->threshold = satisfaction_threshold(row->key);
        break;
    case SATISFACTION_BY_SERVICE:
        index = catalogue_service(catalogue, row->key);
        name = index == QUEUE_NONE ? name : catalogue->services[index].name;
        break;
    case SATISFACTION_BY_SITE:
        index = catalogue_site(catalogue, row->key);
        name = index == QUEUE_NONE ? name : catalogue->sites[index].name;
        break;
    case SATISFACTION_BY_UNIT:
        index = catalogue_unit(catalogue, row->key);
        name = index == QUEUE_NONE ? name : catalogue->units[index].name;
        break;
    case SATISFACTION_BY_OFFICER:
        if (account_rows_get(read->tx, row->key, &account))
            name = account.name;
        break;
    default:
        break;
    }
    snprintf(row->name, sizeof row->name, "%s", name);
    if (read->by == SATISFACTION_BY_PROCEDURE)
        name_of_procedure(read, row);
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct satisfaction_row *)a)->key,
                  ((const struct satisfaction_row *)b)->key);
}

/* A few answers would say more of who gave them than of an officer (domain 5.6). */
static void drop_few(struct read_satisfaction *read)
{
    int kept = 0;

    for (int i = 0; i < read->row_count; i++)
        if (satisfaction_answers(&read->rows[i].counts) >= SATISFACTION_OFFICER_MIN)
            read->rows[kept++] = read->rows[i];
    read->row_count = kept;
}

/* The month of `last` and those before it that are published with it. */
static struct period published_period(struct date last)
{
    struct civil first = date_civil(last);

    first.day = 1;
    first.month -= SATISFACTION_MONTHS - 1;
    if (first.month < 1) {
        first.month += 12;
        first.year--;
    }
    return (struct period){.from = date_from_civil(first), .to = last};
}

enum err read_satisfaction_run(struct store_tx *tx, struct command *command)
{
    struct read_satisfaction *read = container_of(command, struct read_satisfaction, command);

    const struct date yesterday = {date_of_instant(command->now).day - 1};
    struct date last;

    read->tx = tx;
    if (read->period.from.day == 0)
        read->period = published_period(yesterday);
    last = read->period.to;
    /* who looks before and after a visit does not see its answer arrive */
    if ((read->published || read->by == SATISFACTION_BY_OFFICER) && date_before(yesterday, last))
        last = yesterday;
    if (read->published && !date_before(last, read->period.from))
        read->period.to = last;
    rating_rows_each(tx, read->period.from, last, add, read);
    if (read->failed) {
        satisfaction_release(read);
        return ERR_NO_MEMORY;
    }
    if (read->by == SATISFACTION_BY_OFFICER)
        drop_few(read);
    for (int i = 0; i < read->row_count; i++)
        set_name(read, &read->rows[i]);
    if (read->row_count)
        qsort(read->rows, (size_t)read->row_count, sizeof *read->rows, by_key);
    return ERR_OK;
}

void satisfaction_release(struct read_satisfaction *read)
{
    free(read->rows);
    read->rows = NULL;
    read->row_count = read->room = 0;
}
