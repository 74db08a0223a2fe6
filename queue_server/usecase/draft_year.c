#include "usecase/draft_year.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/lunar.h"

static const char *const weekdays[] = {"T2", "T3", "T4", "T5", "T6", "T7", "CN"};
enum { EVERY_WEEKDAY = 0x7f, NAME_SIZE = 200 };

/* Điều 112 Bộ luật Lao động, Nghị quyết 28/2026/QH16; the placing of Tết is that of most years. */
static const struct yearly_rule labour_code[] = {
    {.name = "Tết Dương lịch", .month = 1, .day = 1, .days = 1},
    {.name = "Tết Âm lịch", .month = 1, .day = 1, .lunar = true, .days_before = 1, .days = 5},
    {.name = "Giỗ Tổ Hùng Vương", .month = 3, .day = 10, .lunar = true, .days = 1},
    {.name = "Ngày Chiến thắng", .month = 4, .day = 30, .days = 1},
    {.name = "Quốc tế Lao động", .month = 5, .day = 1, .days = 1},
    {.name = "Quốc khánh", .month = 9, .day = 2, .days = 1, .neighbour = true},
    {.name = "Ngày Văn hóa Việt Nam", .month = 11, .day = 24, .days = 1, .from_year = 2026},
};

/* ---- the rules ------------------------------------------------------------------------------- */

static int number(const json_t *row, const char *key, int otherwise)
{
    const json_t *value = json_object_get(row, key);

    return json_is_integer(value) ? (int)json_integer_value(value) : otherwise;
}

static bool two_digits(const char *text, int *out_number)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return false;
    *out_number = (text[0] - '0') * 10 + text[1] - '0';
    return true;
}

/* A rule that a program can read; false for one that is only told. */
static bool read_rule(const json_t *row, struct yearly_rule *out_rule)
{
    const char *solar = json_string_value(json_object_get(row, "solar"));
    const char *lunar = json_string_value(json_object_get(row, "lunar"));
    const char *name = json_string_value(json_object_get(row, "rule"));
    const char *day = solar ? solar : lunar;
    struct yearly_rule rule = {.name = name ? name : "", .lunar = !solar};

    if (!day || strlen(day) != 5 || !two_digits(day, &rule.month) || day[2] != '-' ||
        !two_digits(day + 3, &rule.day))
        return false;
    rule.neighbour = json_is_true(json_object_get(row, "neighbour"));
    rule.days = number(row, "days", 1) - rule.neighbour; /* the neighbour is one of the days */
    rule.days_before = number(row, "days_before", 0);
    rule.from_year = number(row, "from_year", 0);
    if (rule.days < 1 || rule.days > YEARLY_RULE_DAYS_MAX || rule.days_before < 0 ||
        rule.days_before >= rule.days)
        return false;
    *out_rule = rule;
    return true;
}

static size_t read_rules(const json_t *root, struct yearly_rule rules[YEARLY_RULES_MAX])
{
    size_t count = 0, i;
    const json_t *row;

    json_array_foreach(json_object_get(root, "annual_rules"), i, row)
    {
        if (count < YEARLY_RULES_MAX && read_rule(row, &rules[count]))
            count++;
    }
    if (count > 0)
        return count;
    memcpy(rules, labour_code, sizeof labour_code);
    return sizeof labour_code / sizeof *labour_code;
}

static unsigned weekly_rest(const json_t *root)
{
    unsigned rest = 0;
    const json_t *word;
    size_t i;

    json_array_foreach(json_object_get(root, "weekly_rest"), i, word)
    {
        for (unsigned day = 0; json_is_string(word) && day < 7; day++)
            if (strcmp(json_string_value(word), weekdays[day]) == 0)
                rest |= 1u << day;
    }
    return rest;
}

/* ---- the rows -------------------------------------------------------------------------------- */

static void name_day(const struct derived_day *day, char out_name[NAME_SIZE])
{
    const char *name = day->rule->name;

    if (day->kind == DERIVED_IN_LIEU)
        snprintf(out_name, NAME_SIZE, "Nghỉ bù %s", name);
    else if (day->kind == DERIVED_NEIGHBOUR)
        snprintf(out_name, NAME_SIZE, "%s (ngày liền kề)", name);
    else if (day->rule->days > 1 && day->nth < 0)
        snprintf(out_name, NAME_SIZE, "%s (trước %d ngày)", name, -day->nth);
    else if (day->rule->days > 1)
        snprintf(out_name, NAME_SIZE, "%s (ngày thứ %d)", name, day->nth + 1);
    else
        snprintf(out_name, NAME_SIZE, "%s", name);
}

static json_t *row_of(const struct derived_day *day)
{
    static const char *const kinds[] = {[DERIVED_STATUTORY] = "statutory",
                                        [DERIVED_NEIGHBOUR] = "adjacent",
                                        [DERIVED_IN_LIEU] = "substitute"};
    char date[DATE_TEXT_SIZE], name[NAME_SIZE];

    date_format(day->date, date);
    name_day(day, name);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:b}", "date", date, "weekday",
                     weekdays[date_weekday(day->date)], "name_vi", name, "kind", kinds[day->kind],
                     "status", "derived_by_rule", "source",
                     day->kind == DERIVED_IN_LIEU ? "Khoản 3 Điều 111 Bộ luật Lao động 2019"
                                                  : "Điều 112 Bộ luật Lao động 2019",
                     "weekday_off", !day->rests);
}

/* A make-up day that somebody entered beforehand is worked. */
static bool is_made_up(const json_t *root, struct date date)
{
    char text[DATE_TEXT_SIZE];
    const json_t *row;
    size_t i;

    date_format(date, text);
    json_array_foreach(json_object_get(root, "compensatory_working_days"), i, row)
    {
        const char *made_up = json_string_value(json_object_get(row, "date"));

        if (made_up && strcmp(made_up, text) == 0)
            return true;
    }
    return false;
}

static enum err add_year(json_t *root, int year, struct date after)
{
    struct derived_day *days = malloc(DERIVED_DAYS_MAX * sizeof *days);
    struct yearly_rule rules[YEARLY_RULES_MAX];
    const size_t rule_count = read_rules(root, rules);
    const unsigned rest = weekly_rest(root);
    size_t count = 0;
    enum err err = days ? ERR_OK : ERR_NO_MEMORY;

    if (err == ERR_OK)
        err = rest == EVERY_WEEKDAY ? ERR_DATE
                                    : calendar_derive(year, rest, rules, rule_count, days, &count);
    for (size_t i = 0; err == ERR_OK && i < count; i++)
        if (date_before(after, days[i].date) && !is_made_up(root, days[i].date) &&
            json_array_append_new(json_object_get(root, "days_off"), row_of(&days[i])) != 0)
            err = ERR_NO_MEMORY;
    free(days);
    return err;
}

/* A horizon that the document states ends with the last drafted year. */
static enum err move_horizon(json_t *root, int until)
{
    json_t *horizon = json_object_get(json_object_get(root, "meta"), "horizon");
    char last[DATE_TEXT_SIZE];

    if (!horizon)
        return ERR_OK;
    date_format(date_from_civil((struct civil){until, 12, 31}), last);
    return json_array_set_new(horizon, 1, json_string(last)) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

/* Rule R-066. */
enum err draft_years(const struct calendar_document *document, int until, json_t **out_root)
{
    const struct calendar *calendar = calendar_document_calendar(document);
    const struct date last = date_plus(calendar->first, calendar->day_count - 1);
    json_t *root = json_deep_copy(calendar_document_json(document));
    enum err err = root ? ERR_OK : ERR_NO_MEMORY;

    for (int year = date_civil(date_plus(last, 1)).year; err == ERR_OK && year <= until; year++)
        err = add_year(root, year, last);
    if (err == ERR_OK)
        err = move_horizon(root, until);
    if (err == ERR_OK)
        *out_root = root;
    else
        json_decref(root);
    return err;
}
