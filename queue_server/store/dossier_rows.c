#include "store/dossier_rows.h"

#include <stdio.h>
#include <string.h>

#include "store/row_cursor.h"

static const char *const channel_names[] = {
    [CHANNEL_COUNTER] = "counter", [CHANNEL_ONLINE] = "online", [CHANNEL_POST] = "post"};
static const char *const due_names[] = {
    [DUE_NONE] = "none", [DUE_DAY] = "day", [DUE_TIME] = "time"};
static const char *const pause_names[] = {[PAUSE_SUPPLEMENT] = "supplement",
                                          [PAUSE_PAYMENT] = "payment",
                                          [PAUSE_SUSPENSION] = "suspension"};

const char *dossier_channel_name(enum channel channel)
{
    return channel_names[channel];
}

/* Index of a word in a table of `count`; `count` when it is not there. */
static size_t word_of(const char *const *words, size_t count, const char *word)
{
    size_t i = 0;

    while (i < count && strcmp(words[i], word) != 0)
        i++;
    return i;
}

/* The rule's "not yet" is 0 ms, a row's is NULL. */
static struct instant ruled(struct instant instant)
{
    return instant_is_none(instant) ? (struct instant){0} : instant;
}

/* ---- writing --------------------------------------------------------------------------------- */

static void put_procedure(struct row_cursor *row, const struct dossier_record *record)
{
    row_put_text(row, record->procedure);
    row_put_int(row, record->procedure_version);
    row_put_text(row, record->procedure_name);
    row_put_text(row, record->field);
    row_put_text(row, record->handling_unit);
    row_put_text(row, record->limit_text);
    if (record->cutoff_s >= 0)
        row_put_int(row, record->cutoff_s);
    else
        row_put_null(row);
    row_put_int(row, record->dossier.at_counter);
}

static void put_state(struct row_cursor *row, const struct dossier_record *record)
{
    const struct dossier *dossier = &record->dossier;
    const bool asked = dossier->state == DOSSIER_WITHDRAWAL_REQUESTED;

    row_put_text(row, dossier_state_name(dossier->state));
    row_put_text_or_null(row, asked ? dossier_state_name(dossier->state_before) : "");
    row_put_text_or_null(row, record->outcome);
    row_put_text(row, channel_names[dossier->channel]);
    row_put_text(row, record->delivery);
    row_put_text(row, record->receiving_agency);
    row_put_text(row, record->competent_agency);
    row_put_int(row, record->elsewhere);
    row_put_text(row, dossier->responsible.unit);
    row_put_text(row, dossier->responsible.account);
    row_put_instant(row, record->created_at);
    row_put_text(row, record->created_by);
    row_put_instant(row, dossier_known(dossier->accepted_at));
    row_put_text_or_null(row, dossier->accepted_by);
    row_put_int_or_null(row, record->book_row);
}

static void put_due(struct row_cursor *row, const struct dossier_record *record)
{
    const struct due *due = &record->due;
    const bool has_due = due->kind != DUE_NONE;

    row_put_instant(row, record->promised_at);
    row_put_text(row, due_names[due->kind]);
    row_put_instant(row, has_due ? due->at : instant_none());
    if (has_due)
        row_put_int(row, due->day.day);
    else
        row_put_null(row);
    row_put_int(row, record->paused);
    row_put_int(row, record->unconfirmed);
    row_put_instant(row, record->near_at);
    row_put_instant(row, record->late_at);
    row_put_int_or_null(row, record->calendar_version);
    row_put_int_or_null(row, record->due_calendar);
    row_put_instant(row, dossier_known(record->dossier.ended_at));
    row_put_text_or_null(row, verdict_name(record->verdict));
    row_put_instant(row, dossier_known(record->dossier.returned_at));
}

static void put_handover(struct row_cursor *row, const struct dossier_record *record)
{
    const struct handover *handover = &record->dossier.handover;

    row_put_int(row, record->dossier.handed_over);
    if (handover->pending) {
        row_put_text(row, handover->giver.account);
        row_put_text(row, handover->giver.unit);
        row_put_text(row, handover->receiver.account);
        row_put_text(row, handover->receiver.unit);
    } else {
        for (int i = 0; i < 4; i++)
            row_put_null(row);
    }
    row_put_instant(row, handover->pending ? record->given_at : instant_none());
    row_put_text_or_null(row, handover->pending ? record->given_note : "");
}

static void put_result(struct row_cursor *row, const struct dossier_record *record)
{
    const struct dossier *dossier = &record->dossier;

    row_put_int(row, dossier->supplements_asked);
    row_put_int_or_null(row, dossier->supplement_until.day);
    row_put_text_or_null(row, record->decision);
    row_put_text_or_null(row, record->decision_title);
    row_put_text_or_null(row, record->decision_file);
    row_put_instant(row, record->signed_at);
    row_put_text_or_null(row, dossier->signed_by);
    row_put_text_or_null(row, record->number);
    row_put_int_or_null(row, record->number_year);
    row_put_int_or_null(row, record->ticket);
}

static void put_pauses(struct store_tx *tx, const struct dossier_record *record)
{
    for (size_t i = 0; i < record->dossier.pause_count; i++) {
        const struct dossier_pause *pause = &record->dossier.pauses[i];
        struct row_cursor row = row_start(tx, STMT_DOSSIER_PAUSE_PUT);

        row_put_int(&row, record->id);
        row_put_int(&row, (int64_t)i + 1);
        row_put_text(&row, pause_names[pause->kind]);
        row_put_instant(&row, pause->from);
        row_put_instant(&row, pause->open ? instant_none() : pause->to);
        sql_run(row.sql);
    }
}

static void put_term(struct store_tx *tx, const struct dossier_record *record)
{
    struct row_cursor row;

    if (!record->dossier.extended && !record->dossier.reappointed)
        return;
    row = row_start(tx, STMT_DOSSIER_TERM_PUT);
    row_put_int(&row, record->id);
    row_put_instant(&row, record->dossier.extended ? record->extended_at : instant_none());
    row_put_text_or_null(&row, record->extended_limit);
    if (record->dossier.extended && record->extended_cutoff_s >= 0)
        row_put_int(&row, record->extended_cutoff_s);
    else
        row_put_null(&row);
    row_put_instant(&row, record->dossier.reappointed ? record->apologised_at : instant_none());
    row_put_text_or_null(&row, record->apologised_by);
    row_put_instant(&row, record->dossier.reappointed ? record->new_time : instant_none());
    sql_run(row.sql);
}

void dossier_rows_put(struct store_tx *tx, const struct dossier_record *record)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_PUT);

    row_put_int(&row, record->id);
    row_put_text_or_null(&row, record->code);
    row_put_text_or_null(&row, record->external_code);
    put_procedure(&row, record);
    put_state(&row, record);
    put_due(&row, record);
    put_handover(&row, record);
    put_result(&row, record);
    row_put_text(&row, record->secret);
    sql_blob(row.sql, row.next++, record->salt, sizeof record->salt);
    row_put_int(&row, record->version);
    row_put_instant(&row, record->changed_at);
    row_put_text(&row, record->changed_by);
    row_put_text(&row, record->changed_key);
    sql_run(row.sql);
    put_pauses(tx, record);
    put_term(tx, record);
}

/* ---- reading --------------------------------------------------------------------------------- */

#define COPY(field) row_copy(row, field, sizeof(field))

static void read_procedure(struct row_cursor *row, struct dossier_record *out)
{
    COPY(out->procedure);
    out->procedure_version = row_int(row);
    COPY(out->procedure_name);
    COPY(out->field);
    COPY(out->handling_unit);
    COPY(out->limit_text);
    out->cutoff_s = row_is_null(row) ? -1 : (int32_t)sql_column_int(row->sql, row->next);
    row->next++;
    out->dossier.at_counter = row_int(row) != 0;
    out->dossier.same_day = strcmp(out->limit_text, "SAME_DAY") == 0;
}

/* False for a name that no table has. */
static bool read_state(struct row_cursor *row, struct dossier_record *out)
{
    struct dossier *dossier = &out->dossier;
    const char *state = row_text(row);
    bool known = dossier_state_from_name(state, strlen(state), &dossier->state) == ERR_OK;
    const char *before = row_text(row);

    if (before && dossier_state_from_name(before, strlen(before), &dossier->state_before) != ERR_OK)
        known = false;
    COPY(out->outcome);
    const size_t channel = word_of(channel_names, 3, row_text(row));
    known = known && channel < 3;
    dossier->channel = (enum channel)(channel % 3);
    COPY(out->delivery);
    COPY(out->receiving_agency);
    COPY(out->competent_agency);
    out->elsewhere = row_int(row) != 0;
    COPY(dossier->responsible.unit);
    COPY(dossier->responsible.account);
    out->created_at = row_instant(row);
    COPY(out->created_by);
    dossier->accepted_at = ruled(row_instant(row));
    COPY(dossier->accepted_by);
    out->book_row = row_int(row);
    return known;
}

static bool read_due(struct row_cursor *row, struct dossier_record *out)
{
    out->promised_at = row_instant(row);
    const size_t kind = word_of(due_names, 3, row_text(row));
    out->due.kind = (enum due_kind)(kind % 3);
    out->due.at = row_instant(row);
    out->due.day.day = (int32_t)row_int(row);
    out->paused = row_int(row) != 0;
    out->unconfirmed = row_int(row) != 0;
    out->near_at = row_instant(row);
    out->late_at = row_instant(row);
    out->calendar_version = row_int(row);
    out->due_calendar = row_int(row);
    out->dossier.ended_at = ruled(row_instant(row));
    const char *verdict = row_text(row);
    const bool known =
        !verdict || verdict_from_name(verdict, strlen(verdict), &out->verdict) == ERR_OK;
    out->dossier.returned_at = ruled(row_instant(row));
    return known && kind < 3;
}

static void read_handover(struct row_cursor *row, struct dossier_record *out)
{
    struct handover *handover = &out->dossier.handover;

    out->dossier.handed_over = row_int(row) != 0;
    handover->pending = !row_is_null(row);
    COPY(handover->giver.account);
    COPY(handover->giver.unit);
    COPY(handover->receiver.account);
    COPY(handover->receiver.unit);
    out->given_at = row_instant(row);
    COPY(out->given_note);
}

static void read_result(struct row_cursor *row, struct dossier_record *out)
{
    struct dossier *dossier = &out->dossier;

    dossier->supplements_asked = (int)row_int(row);
    dossier->supplement_until.day = (int32_t)row_int(row);
    COPY(out->decision);
    COPY(out->decision_title);
    COPY(out->decision_file);
    out->signed_at = row_instant(row);
    COPY(dossier->signed_by);
    dossier->decision_signed = !instant_is_none(out->signed_at);
    COPY(out->number);
    out->number_year = row_int(row);
    out->ticket = row_int(row);
}

static void read_salt(struct row_cursor *row, struct dossier_record *out)
{
    size_t size;
    const void *salt = sql_column_blob(row->sql, row->next++, &size);

    if (size == sizeof out->salt)
        memcpy(out->salt, salt, size);
}

/* Read the present row; columns as the dossier queries list them. */
static bool read_record(struct sql *sql, struct dossier_record *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->id = row_int(row);
    COPY(out->code);
    COPY(out->external_code);
    read_procedure(row, out);
    const bool state = read_state(row, out), due = read_due(row, out);
    read_handover(row, out);
    read_result(row, out);
    COPY(out->secret);
    read_salt(row, out);
    out->version = row_int(row);
    out->changed_at = row_instant(row);
    COPY(out->changed_by);
    COPY(out->changed_key);
    COPY(out->applicant_name);
    return state && due;
}

static void read_pauses(struct store_tx *tx, struct dossier_record *out)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_PAUSE_LIST);

    row_put_int(&row, out->id);
    while (out->dossier.pause_count < DOSSIER_PAUSES_MAX && sql_row(row.sql)) {
        struct dossier_pause *pause = &out->dossier.pauses[out->dossier.pause_count++];
        const size_t kind = word_of(pause_names, 3, sql_column_text(row.sql, 1));

        pause->kind = (enum pause_kind)(kind % 3);
        pause->from = sql_column_instant(row.sql, 2);
        pause->to = sql_column_instant(row.sql, 3);
        pause->open = instant_is_none(pause->to);
        if (kind == 3)
            sql_fail(tx, ERR_STORE);
    }
    sql_end(row.sql);
}

static void read_term(struct store_tx *tx, struct dossier_record *out)
{
    struct row_cursor put = row_start(tx, STMT_DOSSIER_TERM_GET),
                      *row = &(struct row_cursor){.sql = put.sql};

    row_put_int(&put, out->id);
    if (sql_row(put.sql)) {
        out->extended_at = row_instant(row);
        COPY(out->extended_limit);
        out->extended_cutoff_s =
            row_is_null(row) ? -1 : (int32_t)sql_column_int(row->sql, row->next);
        row->next++;
        out->apologised_at = row_instant(row);
        COPY(out->apologised_by);
        out->new_time = row_instant(row);
        out->dossier.extended = !instant_is_none(out->extended_at);
        out->dossier.reappointed = !instant_is_none(out->apologised_at);
    }
    sql_end(put.sql);
}

static void read_agency(struct store_tx *tx, struct dossier_record *out)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_AGENCY_STEP_LIST);

    row_put_int(&row, out->id);
    while (sql_row(row.sql))
        out->dossier.agency_steps_open += instant_is_none(sql_column_instant(row.sql, 9));
    sql_end(row.sql);
}

bool dossier_rows_get(struct store_tx *tx, int64_t id, struct dossier_record *out_record)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_GET);
    bool found = false;

    row_put_int(&row, id);
    if (sql_row(row.sql)) {
        found = read_record(row.sql, out_record);
        if (!found)
            sql_fail(tx, ERR_STORE);
    }
    sql_end(row.sql);
    if (found) {
        read_pauses(tx, out_record);
        read_term(tx, out_record);
        read_agency(tx, out_record);
    }
    return found && sql_outcome(tx) == ERR_OK;
}

/* The first column of the first row, 0 for none. */
static int64_t read_id(struct row_cursor *row)
{
    const int64_t id = sql_row(row->sql) ? sql_column_int(row->sql, 0) : 0;

    sql_end(row->sql);
    return id;
}

int64_t dossier_rows_by_code(struct store_tx *tx, const char *code)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_BY_CODE);

    row_put_text(&row, code);
    return read_id(&row);
}

int64_t dossier_rows_number(struct store_tx *tx, const char *field, int64_t year,
                            const char *number)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_NUMBER_TAKEN);

    row_put_text(&row, field);
    row_put_int(&row, year);
    row_put_text(&row, number);
    return read_id(&row);
}

void dossier_rows_void_number(struct store_tx *tx, int64_t id, const char *field, int64_t year,
                              const char *number)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_VOID_NUMBER_PUT);

    row_put_text(&row, field);
    row_put_int(&row, year);
    row_put_text(&row, number);
    row_put_int(&row, id);
    sql_run(row.sql);
}

int64_t dossier_rows_open_after(struct store_tx *tx, int64_t id)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_OPEN_AFTER);

    row_put_int(&row, id);
    return read_id(&row);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static enum statement driver_of(const struct dossier_filter *filter)
{
    if (filter->by_due)
        return STMT_DOSSIER_LIST_DUE;
    if (filter->words[0])
        return STMT_DOSSIER_LIST_WORD;
    if (filter->pending)
        return STMT_DOSSIER_LIST_OPEN;
    if (filter->officer)
        return STMT_DOSSIER_LIST_OFFICER;
    if (filter->state)
        return STMT_DOSSIER_LIST_STATE;
    return filter->unit ? STMT_DOSSIER_LIST_UNIT : STMT_DOSSIER_LIST;
}

static void bind_filter(struct row_cursor *row, const struct dossier_filter *filter)
{
    row_put_int(row, filter->before || filter->by_due ? filter->before : INT64_MAX);
    row_put_int(row, filter->limit);
    row_put_text_or_null(row, filter->state);
    row_put_text_or_null(row, filter->unit);
    row_put_text_or_null(row, filter->officer);
    row_put_text_or_null(row, filter->procedure);
    row_put_text_or_null(row, filter->field);
    row_put_instant(row, filter->from);
    row_put_instant(row, filter->to);
    row_put_text_or_null(row, filter->code);
    row_put_text_or_null(row, filter->pending);
    row_put_instant(row, filter->now);
    row_put_text_or_null(row, filter->scope_unit);
    row_put_text_or_null(row, filter->scope_account);
    if (filter->by_due)
        row_put_instant(row, filter->late_after);
    for (int i = 0; i < DOSSIER_WORDS_MAX && filter->words[0]; i++)
        row_put_text_or_null(row, filter->words[i]);
}

void dossier_rows_list(struct store_tx *tx, const struct dossier_filter *filter,
                       void (*each)(const struct dossier_record *record, void *data), void *data)
{
    struct row_cursor row = row_start(tx, driver_of(filter));
    struct dossier_record record;

    bind_filter(&row, filter);
    while (sql_row(row.sql))
        if (read_record(row.sql, &record))
            each(&record, data);
        else
            sql_fail(tx, ERR_STORE);
}
