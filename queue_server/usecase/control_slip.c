#include "usecase/control_slip.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "store/account_rows.h"
#include "usecase/dossier_due.h"
#include "usecase/dossier_forms.h"
#include "usecase/dossier_step_clock.h"

/* ---- the hand-overs -------------------------------------------------------------------------- */

struct slip {
    struct text *text;
    struct step_clock clock;
    struct officer before; /* who had it before the step in hand */
    bool begun;
};

static void put_officer(const struct slip *slip, const char *key, const char *account)
{
    struct directory_account space;

    if (account[0])
        json_put_string(slip->text, key,
                        account_rows_get(slip->clock.work->tx, account, &space) ? space.name
                                                                                : account);
}

static const char *verdict_words(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_NONE:
        break;
    case VERDICT_EARLY:
        return "trước hạn";
    case VERDICT_ON_TIME:
        return "đúng hạn";
    case VERDICT_LATE:
        return "quá hạn";
    }
    return "";
}

/* How the stage that ended at `at` stands to its own due date; "" where it has none. */
static const char *result_of_stage(const struct slip *slip, struct instant at)
{
    bool paused;
    const struct due due = step_clock_due(&slip->clock, &paused);

    return due.kind == DUE_NONE || paused ? "" : verdict_words(verdict_decide(due, at, false));
}

static void put_step(const struct dossier_step *step, void *data)
{
    struct slip *slip = data;
    struct text *text = slip->text;

    json_open_object(text, NULL);
    if (slip->begun) {
        json_put_string(text, "giver_unit", dossier_form_unit(slip->clock.work, slip->before.unit));
        put_officer(slip, "giver", step->given_by[0] ? step->given_by : slip->before.account);
        json_put_string_or_null(text, "result", result_of_stage(slip, step->begun_at));
    }
    json_put_string(text, "receiver_unit", dossier_form_unit(slip->clock.work, step->officer.unit));
    put_officer(slip, "receiver", step->officer.account);
    json_put_instant(text, "at", step->begun_at);
    json_put_string_or_null(text, "note", step->note);
    json_close_object(text);
    step_clock_go(&slip->clock, step);
    slip->before = step->officer;
    slip->begun = true;
}

/* The last row: the result reaches who applied. Its result is that of the whole. */
static void put_return(struct slip *slip)
{
    const struct dossier_work *work = slip->clock.work;
    const struct dossier_person *receiver = &work->people[PART_RECEIVER];

    if (work->record.dossier.returned_at.ms == 0)
        return;
    json_open_object(slip->text, NULL);
    json_put_string(slip->text, "giver_unit", dossier_form_unit(work, slip->before.unit));
    json_put_string(slip->text, "receiver_unit", "người nhận kết quả");
    json_put_string_or_null(slip->text, "receiver", receiver->there ? receiver->full_name : "");
    json_put_instant(slip->text, "at", work->record.dossier.returned_at);
    json_put_string_or_null(slip->text, "result", verdict_words(work->record.verdict));
    json_put_string(slip->text, "note", "kết quả của cả hồ sơ");
    json_close_object(slip->text);
}

/* ---- the ledger ------------------------------------------------------------------------------ */

static const char *reason_words(const char *name)
{
    static const struct {
        const char *name, *words;
    } reasons[] = {
        {"moved_by_cutoff", "nhận sau giờ chốt, tính từ ngày làm việc sau"},
        {"moved_by_rest_day", "nhận vào ngày nghỉ, tính từ ngày làm việc sau"},
        {"day_of_receipt", "ngày tiếp nhận, không tính"},
        {"session", "giờ làm việc"},
        {"working_day", "ngày làm việc"},
        {"calendar_day", "ngày theo lịch"},
        {"make_up_day", "ngày làm bù"},
        {"lunch", "nghỉ trưa"},
        {"night", "ngoài giờ"},
        {"weekly_rest", "nghỉ hằng tuần"},
        {"day_off", "nghỉ"},
        {"partial_day_off", "nghỉ một phần ngày"},
        {"pause", "tạm dừng"},
        {"rolled", "dời sang ngày làm việc"},
    };

    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (strcmp(name, reasons[i].name) == 0)
            return reasons[i].words;
    return name;
}

/* "2 ngày", or "1:30" of hours and minutes. */
static void put_amount(struct text *text, const char *key, json_int_t amount, bool days)
{
    char shown[32];

    if (days)
        snprintf(shown, sizeof shown, "%lld ngày", (long long)amount);
    else
        snprintf(shown, sizeof shown, "%lld giờ %02lld", (long long)(amount / 3600),
                 (long long)(amount / 60 % 60));
    json_put_string(text, key, shown);
}

static void put_stretch(struct text *text, const json_t *stretch, bool days)
{
    const char *reason = reason_words(json_string_value(json_object_get(stretch, "reason")));
    const char *name = json_string_value(json_object_get(stretch, "name"));
    const char *to = json_string_value(json_object_get(stretch, "to"));
    const json_int_t counted = json_integer_value(json_object_get(stretch, "counted"));
    struct text why;

    text_init(&why);
    text_printf(&why, name ? "%s: %s" : "%s", reason, name);
    json_open_object(text, NULL);
    json_put_string(text, "from", json_string_value(json_object_get(stretch, "from")));
    if (to)
        json_put_string(text, "to", to);
    json_put_string(text, "reason", why.data ? why.data : reason);
    if (counted)
        put_amount(text, "counted", counted, days);
    put_amount(text, "total", json_integer_value(json_object_get(stretch, "total")), days);
    json_close_object(text);
    text_release(&why);
}

static void put_ledger(struct text *text, struct dossier_work *work)
{
    json_t *ledger = NULL;
    const json_t *stretch;
    size_t i;

    if (dossier_due_ledger(work->tx, work->command->office, &work->record, &ledger) != ERR_OK)
        return;
    const bool days = strcmp(json_string_value(json_object_get(ledger, "counts")), "days") == 0;
    json_open_array(text, "ledger");
    json_array_foreach(json_object_get(ledger, "stretches"), i, stretch)
        put_stretch(text, stretch, days);
    json_close_array(text);
    json_decref(ledger);
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* Agencies that it was forwarded to, each once. */
static void put_cooperating(struct text *text, const struct dossier_work *work)
{
    struct text names;

    text_init(&names);
    for (int i = 0; i < work->agency_step_count; i++) {
        bool said = false;

        for (int j = 0; j < i && !said; j++)
            said = strcmp(work->agency_steps[j].agency, work->agency_steps[i].agency) == 0;
        if (!said)
            text_printf(&names, "%s%s", names.length ? "; " : "", work->agency_steps[i].agency);
    }
    json_put_string_or_null(text, "cooperating", names.data ? names.data : "");
    text_release(&names);
}

void control_slip_write(struct text *text, struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    struct slip slip = {.text = text};

    dossier_form_number(text, work->tx, work->facts.now, "06", "/PKS-TTPVHCC");
    json_put_string(text, "procedure", record->procedure_name);
    json_put_string(text, "applicant", work->people[PART_APPLICANT].full_name);
    json_put_string(text, "handling", dossier_form_unit(work, record->handling_unit));
    put_cooperating(text, work);
    json_put_instant(text, "received_at", record->dossier.accepted_at);
    json_put_instant_or_null(text, "due_at",
                             record->due.kind == DUE_NONE || record->paused ? instant_none()
                                                                            : record->due.at);
    step_clock_init(&slip.clock, work);
    json_open_array(text, "steps");
    dossier_steps_each(work->tx, record->id, put_step, &slip);
    put_return(&slip);
    json_close_array(text);
    put_ledger(text, work);
    dossier_form_officer(text, work, "maker");
}
