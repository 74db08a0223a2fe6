#include "store/dossier_parts.h"

#include <string.h>

#include "store/row_cursor.h"

#define COPY(field) row_copy(&row, field, sizeof(field))

static struct row_cursor start(struct store_tx *tx, enum statement statement, int64_t id)
{
    struct row_cursor row = row_start(tx, statement);

    row_put_int(&row, id);
    return row;
}

/* A cursor over the columns of the present row. */
static struct row_cursor columns(const struct row_cursor *statement)
{
    return (struct row_cursor){.sql = statement->sql};
}

/* ---- people ---------------------------------------------------------------------------------- */

static const char *const part_names[PART_COUNT] = {[PART_APPLICANT] = "applicant",
                                                   [PART_REPRESENTATIVE] = "representative",
                                                   [PART_RECEIVER] = "receiver"};

void dossier_person_put(struct store_tx *tx, int64_t id, enum dossier_part part,
                        const struct dossier_person *person)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_PERSON_PUT, id);

    row_put_text(&row, part_names[part]);
    row_put_text(&row, person->kind);
    row_put_text(&row, person->full_name);
    row_put_text_or_null(&row, person->personal_id);
    row_put_text_or_null(&row, person->tax_code);
    row_put_text_or_null(&row, person->birth_date);
    row_put_text_or_null(&row, person->sex);
    row_put_text_or_null(&row, person->address);
    row_put_text_or_null(&row, person->phone);
    row_put_text_or_null(&row, person->email);
    row_put_text_or_null(&row, person->document);
    row_put_text_or_null(&row, person->verified_by);
    row_put_instant(&row, person->document[0] ? person->verified_at : instant_none());
    row_put_text_or_null(&row, person->authorisation);
    row_put_text_or_null(&row, person->content);
    row_put_int_or_null(&row, person->person);
    sql_run(row.sql);
}

static void read_person(const struct row_cursor *statement, struct dossier_person *out)
{
    struct row_cursor row = columns(statement);

    row.next = 1; /* after the part */
    out->there = true;
    COPY(out->kind);
    COPY(out->full_name);
    COPY(out->personal_id);
    COPY(out->tax_code);
    COPY(out->birth_date);
    COPY(out->sex);
    COPY(out->address);
    COPY(out->phone);
    COPY(out->email);
    COPY(out->document);
    COPY(out->verified_by);
    out->verified_at = row_instant(&row);
    COPY(out->authorisation);
    COPY(out->content);
    out->person = row_int(&row);
}

void dossier_people_get(struct store_tx *tx, int64_t id, struct dossier_person out[PART_COUNT])
{
    struct row_cursor row = start(tx, STMT_DOSSIER_PERSON_LIST, id);

    memset(out, 0, PART_COUNT * sizeof *out);
    while (sql_row(row.sql))
        for (int part = 0; part < PART_COUNT; part++)
            if (strcmp(sql_column_text(row.sql, 0), part_names[part]) == 0)
                read_person(&row, &out[part]);
}

/* ---- papers ---------------------------------------------------------------------------------- */

void dossier_document_put(struct store_tx *tx, int64_t id, int position,
                          const struct dossier_document *paper)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_DOCUMENT_PUT, id);

    row_put_int(&row, position);
    row_put_int_or_null(&row, paper->list_row);
    row_put_text(&row, paper->name);
    row_put_text(&row, paper->form);
    row_put_int(&row, paper->originals);
    row_put_int(&row, paper->copies);
    row_put_text_or_null(&row, paper->note);
    row_put_text_or_null(&row, paper->scan_file);
    row_put_text_or_null(&row, paper->exception);
    row_put_instant(&row, paper->received_at);
    sql_run(row.sql);
}

static void clear(struct store_tx *tx, enum statement statement, int64_t id)
{
    struct row_cursor row = start(tx, statement, id);

    sql_run(row.sql);
}

void dossier_documents_clear(struct store_tx *tx, int64_t id)
{
    clear(tx, STMT_DOSSIER_DOCUMENT_CLEAR, id);
}

static void read_paper(const struct row_cursor *statement, struct dossier_document *out)
{
    struct row_cursor row = columns(statement);

    memset(out, 0, sizeof *out);
    row.next = 1; /* after the position */
    out->list_row = (int)row_int(&row);
    COPY(out->name);
    COPY(out->form);
    out->originals = (int)row_int(&row);
    out->copies = (int)row_int(&row);
    COPY(out->note);
    COPY(out->scan_file);
    COPY(out->exception);
    out->received_at = row_instant(&row);
}

int dossier_documents_get(struct store_tx *tx, int64_t id, struct dossier_document *out_papers,
                          int most)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_DOCUMENT_LIST, id);
    int count = 0;

    while (count < most && sql_row(row.sql))
        read_paper(&row, &out_papers[count++]);
    sql_end(row.sql);
    return count;
}

/* ---- fees ------------------------------------------------------------------------------------ */

void dossier_fee_put(struct store_tx *tx, int64_t id, int position, const struct dossier_fee *fee)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_FEE_PUT, id);

    row_put_int(&row, position);
    row_put_text(&row, fee->line);
    row_put_int(&row, fee->amount);
    row_put_text(&row, fee->after ? "after" : "before");
    row_put_text_or_null(&row, fee->method);
    row_put_text_or_null(&row, fee->reference);
    row_put_text_or_null(&row, fee->settled_by);
    row_put_instant(&row, fee->method[0] ? fee->settled_at : instant_none());
    row_put_text_or_null(&row, fee->exemption);
    row_put_int(&row, fee->refund);
    row_put_int_or_null(&row, fee->closing);
    row_put_text_or_null(&row, fee->refund_method);
    row_put_text_or_null(&row, fee->refund_reference);
    row_put_text_or_null(&row, fee->refunded_by);
    row_put_instant(&row, fee->refund_method[0] ? fee->refunded_at : instant_none());
    row_put_int_or_null(&row, fee->refund_closing);
    row_put_text_or_null(&row, fee->refund_granted_by);
    sql_run(row.sql);
}

void dossier_fees_clear(struct store_tx *tx, int64_t id)
{
    clear(tx, STMT_DOSSIER_FEE_CLEAR, id);
}

static void read_fee(const struct row_cursor *statement, struct dossier_fee *out)
{
    struct row_cursor row = columns(statement);

    memset(out, 0, sizeof *out);
    row.next = 1; /* after the position */
    COPY(out->line);
    out->amount = row_int(&row);
    out->after = strcmp(row_text(&row), "after") == 0;
    COPY(out->method);
    COPY(out->reference);
    COPY(out->settled_by);
    out->settled_at = row_instant(&row);
    COPY(out->exemption);
    out->refund = row_int(&row) != 0;
    out->closing = row_int(&row);
    COPY(out->refund_method);
    COPY(out->refund_reference);
    COPY(out->refunded_by);
    out->refunded_at = row_instant(&row);
    out->refund_closing = row_int(&row);
    COPY(out->refund_granted_by);
}

void dossier_fees_owed(struct store_tx *tx, void (*each)(const struct fee_owed *fee, void *data),
                       void *data)
{
    struct sql *sql = row_start(tx, STMT_DOSSIER_FEE_OWED).sql;
    struct fee_owed fee, *out = &fee;

    while (sql_row(sql)) {
        struct row_cursor row = {.sql = sql};

        fee.dossier = row_int(&row);
        fee.amount = row_int(&row);
        COPY(out->code);
        COPY(out->external_code);
        each(&fee, data);
    }
    sql_end(sql);
}

int dossier_fees_get(struct store_tx *tx, int64_t id, struct dossier_fee *out_fees, int most)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_FEE_LIST, id);
    int count = 0;

    while (count < most && sql_row(row.sql))
        read_fee(&row, &out_fees[count++]);
    sql_end(row.sql);
    return count;
}

/* ---- steps ----------------------------------------------------------------------------------- */

static void set_step(struct store_tx *tx, enum statement statement, int64_t id, struct instant at)
{
    struct row_cursor row = start(tx, statement, id);

    row_put_instant(&row, at);
    sql_run(row.sql);
}

void dossier_step_end(struct store_tx *tx, int64_t id, struct instant at)
{
    set_step(tx, STMT_DOSSIER_STEP_END, id, at);
}

void dossier_step_first_begins(struct store_tx *tx, int64_t id, struct instant at)
{
    set_step(tx, STMT_DOSSIER_STEP_FIRST, id, at);
}

void dossier_step_last_ends(struct store_tx *tx, int64_t id, struct instant at)
{
    set_step(tx, STMT_DOSSIER_STEP_LAST, id, at);
}

void dossier_step_again(struct store_tx *tx, int64_t id)
{
    sql_run(start(tx, STMT_DOSSIER_STEP_AGAIN, id).sql);
}

void dossier_step_begin(struct store_tx *tx, int64_t id, const struct dossier_step *step)
{
    dossier_step_end(tx, id, step->begun_at);

    struct row_cursor row = start(tx, STMT_DOSSIER_STEP_PUT, id);
    row_put_int(&row, step->step);
    row_put_text(&row, step->officer.unit);
    row_put_text(&row, step->officer.account);
    row_put_text_or_null(&row, step->given_by);
    row_put_instant(&row, step->given_at);
    row_put_instant(&row, step->begun_at);
    row_put_instant(&row, step->starts_at);
    row_put_null(&row);
    row_put_text_or_null(&row, step->note);
    row_put_int(&row, step->list_row);
    sql_run(row.sql);
}

static void read_step(const struct row_cursor *statement, struct dossier_step *out)
{
    struct row_cursor row = columns(statement);

    out->step = (int)row_int(&row);
    COPY(out->officer.unit);
    COPY(out->officer.account);
    COPY(out->given_by);
    out->given_at = row_instant(&row);
    out->begun_at = row_instant(&row);
    out->starts_at = row_instant(&row);
    out->ended_at = row_instant(&row);
    COPY(out->note);
    out->list_row = (int)row_int(&row);
}

int dossier_steps_each(struct store_tx *tx, int64_t id,
                       void (*each)(const struct dossier_step *step, void *data), void *data)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_STEP_LIST, id);
    struct dossier_step step;
    int count = 0;

    for (; sql_row(row.sql); count++) {
        read_step(&row, &step);
        if (each)
            each(&step, data);
    }
    return count;
}

/* ---- notes ----------------------------------------------------------------------------------- */

void dossier_note_put(struct store_tx *tx, int64_t id, const struct dossier_note *note)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_NOTE_PUT, id);

    row_put_int(&row, note->seq);
    row_put_text(&row, note->kind);
    row_put_text(&row, note->reason);
    row_put_text_or_null(&row, note->code);
    row_put_text_or_null(&row, note->items);
    row_put_int_or_null(&row, note->until.day);
    row_put_text(&row, note->actor);
    row_put_instant(&row, note->at);
    sql_run(row.sql);
}

static void read_note(const struct row_cursor *statement, struct dossier_note *out)
{
    struct row_cursor row = columns(statement);

    out->seq = row_int(&row);
    COPY(out->kind);
    COPY(out->reason);
    COPY(out->code);
    out->items = row_text(&row);
    out->until.day = (int32_t)row_int(&row);
    COPY(out->actor);
    out->at = row_instant(&row);
}

void dossier_notes_each(struct store_tx *tx, int64_t id,
                        void (*each)(const struct dossier_note *note, void *data), void *data)
{
    struct row_cursor row = start(tx, STMT_DOSSIER_NOTE_LIST, id);
    struct dossier_note note;

    while (sql_row(row.sql)) {
        read_note(&row, &note);
        each(&note, data);
    }
}
