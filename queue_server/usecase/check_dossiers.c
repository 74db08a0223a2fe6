#include "usecase/check_dossiers.h"

#include <jansson.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "domain/dossier_moment.h"
#include "domain/later_due.h"
#include "store/answer_rows.h"
#include "store/report_rows.h"
#include "store/row_cursor.h"
#include "usecase/check_dossier_parts.h"
#include "usecase/check_figures.h"
#include "usecase/check_notes.h"
#include "usecase/due_as_of.h"
#include "usecase/ticket_view.h"

enum { GROW = 1024 };

/* A dossier as the log tells it, in order of id. Words that many share are kept once. */
struct told {
    int64_t id;
    const char *field, *procedure, *unit, *officer;
    struct instant accepted_at, ended_at, returned_at; /* instant_none() until then */
    struct parts_told parts;
    char code[DOSSIER_CODE_SIZE];
    enum dossier_state state;
    enum verdict verdict;
    size_t pauses;
    bool online, elsewhere, pause_open;
};

struct check_dossiers {
    struct store_tx *tx;
    struct check_faults *faults;
    struct told *told;
    size_t count, room;
    void *words; /* tree of texts */
    struct check_figures figures;
    struct calendar_store *calendars;
    struct due_as_of ask_now; /* of open dossiers, as the log stands */
    bool followed;            /* no dossier is still to follow the calendar in force */
    struct check_notes notes;
    struct dossier_agency_step agency_steps[AGENCY_STEPS_MAX];
};

struct check_dossiers *check_dossiers_new(struct store_tx *tx, struct check_faults *faults)
{
    struct check_dossiers *check = calloc(1, sizeof *check);

    if (!check)
        return NULL;
    *check =
        (struct check_dossiers){.tx = tx, .faults = faults, .calendars = calendar_store_open()};
    if (check->calendars)
        return check;
    free(check);
    return NULL;
}

void check_dossiers_free(struct check_dossiers *check)
{
    if (!check)
        return;
    calendar_store_close(check->calendars);
    check_figures_release(&check->figures);
    tdestroy(check->words, free);
    free(check->told);
    free(check);
}

/* ---- the log --------------------------------------------------------------------------------- */

static int compare_words(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* The kept copy of a word, "" for none; NULL without memory. */
static const char *keep_word(struct check_dossiers *check, const json_t *object, const char *key)
{
    const char *word = json_string_value(json_object_get(object, key));
    char *const *found;
    char *copy;

    if (!word)
        return "";
    found = (void *)tfind(word, &check->words, compare_words);
    if (found)
        return *found;
    copy = strdup(word);
    if (copy && tsearch(copy, &check->words, compare_words))
        return copy;
    free(copy);
    return NULL;
}

static int compare_told(const void *a, const void *b)
{
    const struct told *left = a, *right = b;

    return (left->id > right->id) - (left->id < right->id);
}

static struct told *find_told(const struct check_dossiers *check, int64_t id)
{
    const struct told key = {.id = id};

    return check->count ? bsearch(&key, check->told, check->count, sizeof key, compare_told) : NULL;
}

/* An id is the number of the event that told the dossier first, so ids rise. */
static struct told *add_told(struct check_dossiers *check, int64_t id)
{
    if (check->count == check->room) {
        const size_t room = (check->room + GROW) * 2;
        struct told *grown = realloc(check->told, room * sizeof *grown);

        if (!grown)
            return NULL;
        check->told = grown;
        check->room = room;
    }
    struct told *told = &check->told[check->count++];
    *told = (struct told){.id = id,
                          .field = "",
                          .procedure = "",
                          .unit = "",
                          .officer = "",
                          .accepted_at = instant_none(),
                          .ended_at = instant_none(),
                          .returned_at = instant_none()};
    return told;
}

/* Read what the event says of the dossier into `out`. False when it cannot be read. */
static bool read_told(const json_t *object, struct told *out)
{
    const char *state = json_string_value(json_object_get(object, "state"));
    const char *verdict = json_string_value(json_object_get(object, "verdict"));
    const char *code = json_string_value(json_object_get(object, "code"));
    const char *channel = json_string_value(json_object_get(object, "channel"));

    if (!state || !channel || (code && strlen(code) >= sizeof out->code) ||
        dossier_state_from_name(state, strlen(state), &out->state) != ERR_OK)
        return false;
    out->verdict = VERDICT_NONE;
    if (verdict && verdict_from_name(verdict, strlen(verdict), &out->verdict) != ERR_OK)
        return false;
    memcpy(out->code, code ? code : "", code ? strlen(code) + 1 : 1);
    out->online = strcmp(channel, dossier_channel_name(CHANNEL_ONLINE)) == 0;
    out->elsewhere = json_is_true(json_object_get(object, "decided_elsewhere"));
    return true;
}

/* Rule R-215: a pause runs from the pausing action to the resuming one; a request to withdraw and
 * the end leave it as it is. */
static void follow_pause(struct told *told, struct instant at)
{
    const bool paused = dossier_state_clock(told->state) == CLOCK_PAUSED;
    const bool running = dossier_state_clock(told->state) == CLOCK_RUNS;

    if (paused ? told->pause_open : !(running && told->pause_open))
        return;
    if (paused)
        told->pauses++;
    parts_told_pause(&told->parts, told->pauses - 1, !paused, at);
    told->pause_open = paused;
}

static void follow_agencies(struct told *told, const json_t *data, bool ends, struct instant at)
{
    const json_t *steps = json_object_get(data, "agency_steps"), *step;
    size_t i;

    json_array_foreach(steps, i, step) parts_told_agency(
        &told->parts, json_integer_value(json_object_get(step, "step")), ends, at);
}

/* A moment was corrected: what was told of it before is taken back. Rules R-538..R-540. */
static void follow_moment(struct check_dossiers *check, struct told *told,
                          const struct told *before, const struct dossier_moment *moment,
                          struct instant was, struct instant now)
{
    struct figure_moment figure = {.at = now,
                                   .field = told->field,
                                   .procedure = told->procedure,
                                   .unit = told->unit,
                                   .officer = told->officer};

    if (moment->kind == MOMENT_ACCEPTED) {
        told->accepted_at = now;
        check_figures_acceptance_moved(&check->figures, &figure, told->online, was);
    }
    if (moment->kind == MOMENT_ENDED)
        told->ended_at = now;
    if (moment->kind == MOMENT_RETURNED)
        told->returned_at = now;
    if (moment->kind >= MOMENT_PAUSE_FROM)
        parts_told_pause_moved(&told->parts, moment->pause, moment->kind == MOMENT_PAUSE_TO, was,
                               now);
    if (instant_is_none(told->ended_at))
        return;
    figure.at = before->ended_at;
    check_figures_reopened(&check->figures, &figure, before->verdict);
    figure.at = told->ended_at;
    check_figures_ended(&check->figures, &figure, told->verdict);
}

static bool read_instant(const json_t *data, const char *key, struct instant *out)
{
    const char *text = json_string_value(json_object_get(data, key));

    return text && instant_parse(text, strlen(text), out) == ERR_OK;
}

/* A correction of what is no moment changes nothing that is told here. */
static void follow_correction(struct check_dossiers *check, struct told *told,
                              const struct told *before, const json_t *data)
{
    const char *field = json_string_value(json_object_get(data, "field"));
    struct dossier_moment moment;
    struct instant was, now;

    if (field && dossier_moment_parse(field, &moment) && read_instant(data, "before", &was) &&
        read_instant(data, "after", &now))
        follow_moment(check, told, before, &moment, was, now);
}

/* What the action made of it, at the event's own instant; "" for what nobody did (a due date that
 * moved). `before` is the dossier before. */
static void follow(struct check_dossiers *check, struct told *told, const struct told *before,
                   struct instant at, const char *action)
{
    const struct figure_moment moment = {.at = at,
                                         .field = told->field,
                                         .procedure = told->procedure,
                                         .unit = told->unit,
                                         .officer = told->officer};
    const bool accepts = strcmp(action, "accept") == 0;

    if (accepts) {
        told->accepted_at = at;
        check_figures_accepted(&check->figures, &moment, told->online, told->code);
    }
    if (strcmp(action, "issue_result") == 0 || strcmp(action, "stop") == 0) {
        told->ended_at = at;
        check_figures_ended(&check->figures, &moment, told->verdict);
    }
    if (strcmp(action, "reopen") == 0) { /* */
        struct figure_moment end = moment;

        end.at = before->ended_at;
        end.unit = before->unit;
        end.officer = before->officer;
        check_figures_reopened(&check->figures, &end, before->verdict);
        told->ended_at = instant_none();
    }
    if (strcmp(action, "return_result") == 0)
        told->returned_at = at;
    if (instant_is_none(told->accepted_at))
        return;
    if (accepts || told->unit != before->unit || told->officer != before->officer)
        parts_told_step(&told->parts, at, told->unit, told->officer);
    follow_pause(told, at);
}

static bool note(struct check_dossiers *check, const struct event *event, int64_t id,
                 const json_t *data)
{
    const json_t *object = json_object_get(data, "dossier");
    const char *action = json_string_value(json_object_get(data, "action"));
    struct told *told = find_told(check, id);

    if (!told && id == event->seq)
        told = add_told(check, id);
    else if (!told) {
        check_fault(check->faults, "log: row %lld tells of dossier d%lld before it was",
                    (long long)event->seq, (long long)id);
        return true;
    }
    if (!told)
        return false;
    const struct told before = *told;
    told->field = keep_word(check, object, "field");
    told->procedure = keep_word(check, object, "procedure");
    told->unit = keep_word(check, object, "unit");
    told->officer = keep_word(check, object, "officer");
    if (!told->field || !told->procedure || !told->unit || !told->officer)
        return false;
    if (!read_told(object, told))
        check_fault(check->faults, "log: row %lld tells a dossier that cannot be read",
                    (long long)event->seq);
    else
        follow(check, told, &before, instant_floor(event->at), action ? action : "");
    if (action && strcmp(action, "correct") == 0)
        follow_correction(check, told, &before, data);
    check_notes_told(&check->notes, action ? action : "");
    follow_agencies(told, data, action && strcmp(action, "step_result") == 0,
                    instant_floor(event->at));
    return !check->figures.no_memory;
}

bool check_dossiers_note(struct check_dossiers *check, const struct event *event)
{
    const bool of_dossier = strncmp(event->kind, "dossier_", strlen("dossier_")) == 0;
    const int64_t id = of_dossier ? opaque_id_parse('d', event->subject) : 0;
    json_t *data = id ? json_loads(event->data, 0, NULL) : NULL;
    const bool done = !json_object_get(data, "dossier") || note(check, event, id, data);

    json_decref(data);
    return done;
}

/* ---- the rows -------------------------------------------------------------------------------- */

static void compare_text(struct check_dossiers *check, int64_t id, const char *what,
                         const char *row, const char *log)
{
    if (strcmp(row ? row : "", log ? log : "") != 0)
        check_fault(check->faults, "dossier d%lld: %s is %s, the log says %s", (long long)id, what,
                    row ? row : "none", log ? log : "none");
}

static void compare_instant(struct check_dossiers *check, int64_t id, const char *what,
                            struct instant row, struct instant log)
{
    if (row.ms != log.ms)
        check_fault(check->faults, "dossier d%lld: %s is another instant than in the log",
                    (long long)id, what);
}

/* Rule R-301, by the due date as the log stood at the end. */
static enum err compare_verdict(struct check_dossiers *check, struct due_as_of *ask,
                                const struct report_dossier *dossier, enum dossier_state state)
{
    struct deadline deadline;
    enum err err;

    if (instant_is_none(dossier->ended_at) || state == DOSSIER_STOPPED)
        return ERR_OK;
    err = due_as_of(ask, dossier->id, dossier->accepted_at, dossier->ended_at, &deadline);
    if (err == ERR_NO_MEMORY || err == ERR_STORE)
        return err;
    const enum verdict verdict =
        err == ERR_OK ? verdict_decide(due_of_deadline(&deadline), dossier->ended_at, false)
                      : VERDICT_NONE;
    if (verdict != dossier->verdict)
        check_fault(check->faults, "dossier d%lld: the verdict is %s, recomputed %s",
                    (long long)dossier->id,
                    dossier->verdict ? verdict_name(dossier->verdict) : "none",
                    verdict ? verdict_name(verdict) : "none");
    return ERR_OK;
}

/* once the dossiers have followed the calendar in force, the due date of an open one
 * is what it gives now. */
static enum err compare_due(struct check_dossiers *check, const struct report_dossier *dossier,
                            struct instant due_at)
{
    struct deadline deadline;
    const bool open = !instant_is_none(dossier->accepted_at) && instant_is_none(dossier->ended_at);
    const enum err err = open && check->followed
                             ? due_as_of(&check->ask_now, dossier->id, dossier->accepted_at,
                                         (struct instant){INT64_MAX / 2}, &deadline)
                             : ERR_NOT_FOUND;

    if (err != ERR_OK) /* a date that no calendar holds stays as it was computed last */
        return err == ERR_NO_MEMORY || err == ERR_STORE ? err : ERR_OK;
    const struct due due = due_of_deadline(&deadline);
    if (due_at.ms != (due.kind == DUE_NONE ? instant_none() : due.at).ms)
        check_fault(check->faults, "dossier d%lld: the due date is another than recomputed",
                    (long long)dossier->id);
    return ERR_OK;
}

/* Read the present row and compare it. */
static enum err compare_row(struct check_dossiers *check, struct due_as_of *ask, struct sql *sql)
{
    struct row_cursor row = {.sql = sql};
    struct report_dossier dossier = {.id = row_int(&row)};
    const struct told *told = find_told(check, dossier.id);

    if (!told) {
        check_fault(check->faults, "dossier d%lld: the log does not know it",
                    (long long)dossier.id);
        return ERR_OK;
    }
    compare_text(check, told->id, "the state", row_text(&row), dossier_state_name(told->state));
    compare_text(check, told->id, "the unit", row_text(&row), told->unit);
    compare_text(check, told->id, "the officer", row_text(&row), told->officer);
    dossier.accepted_at = row_instant(&row);
    dossier.ended_at = row_instant(&row);
    compare_instant(check, told->id, "the acceptance", dossier.accepted_at, told->accepted_at);
    compare_instant(check, told->id, "the end", dossier.ended_at, told->ended_at);
    compare_instant(check, told->id, "the return", row_instant(&row), told->returned_at);
    const char *verdict = row_text(&row);
    compare_text(check, told->id, "the verdict", verdict, verdict_name(told->verdict));
    compare_text(check, told->id, "the code", row_text(&row), told->code);
    compare_text(check, told->id, "the procedure", row_text(&row), told->procedure);
    compare_text(check, told->id, "the field", row_text(&row), told->field);
    const char *channel = row_text(&row);
    if ((strcmp(channel, dossier_channel_name(CHANNEL_ONLINE)) == 0) != told->online)
        check_fault(check->faults, "dossier d%lld: the channel is not that of the log",
                    (long long)told->id);
    dossier.verdict = told->verdict;
    check_dossier_parts(check->tx,
                        &(struct parts_asked){.id = told->id,
                                              .accepted_at = told->accepted_at,
                                              .ended_at = told->ended_at,
                                              .told = &told->parts,
                                              .room = check->agency_steps},
                        check->faults);
    const enum err err = compare_due(check, &dossier, row_instant(&row));
    if ((row_int(&row) != 0) != told->elsewhere) /* */
        check_fault(check->faults, "dossier d%lld: whether it is decided elsewhere is not as told",
                    (long long)told->id);
    return err == ERR_OK ? compare_verdict(check, ask, &dossier, told->state) : err;
}

/* The rows of book 07: as many as the series of its field gave in all years, none beyond. Returns
 * how many series were compared. */
static int64_t compare_books(struct check_dossiers *check)
{
    struct sql *q = row_start(check->tx, STMT_DOSSIER_BOOK).sql;
    int64_t books = 0;

    for (; sql_row(q); books++) {
        struct row_cursor row = {.sql = q};
        const char *field = row_text(&row);
        const int64_t amount = row_int(&row), greatest = row_int(&row);
        const int64_t taken = row_int(&row), highest = row_int(&row);

        if (amount != taken || greatest > highest)
            check_fault(check->faults,
                        "book of %s: %lld rows up to %lld, its series gave %lld up to %lld", field,
                        (long long)amount, (long long)greatest, (long long)taken,
                        (long long)highest);
    }
    sql_end(q);
    return books;
}

/* Rule R-504. */
static void tell_answer(int64_t dossier, const char *state, int owed, void *data)
{
    check_fault(data, "dossier d%lld: %s with %d answers owed", (long long)dossier, state, owed);
}

enum err check_dossiers_compare(struct check_dossiers *check,
                                struct dossiers_compared *out_compared)
{
    struct due_as_of ask = {.tx = check->tx, .calendars = check->calendars};
    struct calendar_apply_row apply = {.ended_at = {0}};
    struct row_cursor row = row_start(check->tx, STMT_DOSSIER_CHECK_ROWS);
    enum err err = ERR_OK;
    size_t rows = 0;

    calendar_apply_newest(check->tx, &apply);
    check->followed = !instant_is_none(apply.ended_at);
    check->ask_now = ask;
    for (; err == ERR_OK && sql_row(row.sql); rows++)
        err = compare_row(check, &ask, row.sql);
    sql_end(row.sql);
    if (err != ERR_OK)
        return err;
    answer_rows_check(check->tx, tell_answer, check->faults);
    check_notes_compare(&check->notes, check->tx, check->faults);
    if (rows < check->count)
        check_fault(check->faults, "dossiers: %zu rows, the log knows %zu", rows, check->count);
    const struct figures_compared figures =
        check_figures_compare(&check->figures, check->tx, check->faults);
    *out_compared = (struct dossiers_compared){.dossiers = (int64_t)check->count,
                                               .figures = figures.figures,
                                               .series = figures.series + compare_books(check)};
    return sql_outcome(check->tx);
}
