#include "usecase/dossier_due.h"

#include <string.h>

#include "domain/later_due.h"
#include "domain/working_time.h"
#include "usecase/calendar_store.h"
#include "usecase/explain_deadline.h"

/* As the rule of nearness has them. */
enum { NEAR_LEAST_S = 4 * 3600, NEAR_PART = 5 };

static const char *const pause_reasons[] = {[PAUSE_SUPPLEMENT] = "Chờ bổ sung hồ sơ",
                                            [PAUSE_PAYMENT] = "Chờ nghĩa vụ tài chính",
                                            [PAUSE_SUSPENSION] = "Tạm dừng theo quy định"};

/* A due date by one calendar. */
struct counted {
    struct pause pauses[DOSSIER_PAUSES_MAX];
    struct deadline_request request;
    struct deadline deadline;
    const struct calendar_version *version;
};

static void copy_pauses(const struct dossier *dossier, struct counted *counted)
{
    for (size_t i = 0; i < dossier->pause_count; i++) {
        const struct dossier_pause *pause = &dossier->pauses[i];

        counted->pauses[i] = (struct pause){.from = pause->from,
                                            .to = pause->to,
                                            .open = pause->open,
                                            .reason = pause_reasons[pause->kind]};
    }
    counted->request.pauses = counted->pauses;
    counted->request.pause_count = dossier->pause_count;
}

static enum err count_by(const struct dossier_record *record,
                         const struct calendar_version *version, struct counted *out)
{
    out->version = version;
    out->request =
        (struct deadline_request){.received = instant_floor(record->dossier.accepted_at)};
    const bool extended = record->dossier.extended; /* */
    const int32_t cutoff_s = extended ? record->extended_cutoff_s : record->cutoff_s;
    const char *limit = extended ? record->extended_limit : record->limit_text;
    if (cutoff_s >= 0)
        out->request.policy =
            (struct deadline_policy){.cutoff = CUTOFF_AT, .cutoff_second = cutoff_s};
    const enum err err = time_limit_parse(limit, strlen(limit), &out->request.limit);
    if (err != ERR_OK)
        return err;
    copy_pauses(&record->dossier, out);
    return deadline_compute(calendar_document_calendar(version->document), &out->request,
                            &out->deadline);
}

/*
 * By the calendar at acceptance and `now`, the one in force: the later. `out_alone` is the
 * due instant by `now` alone; none without one.
 */
static enum err count(struct store_tx *tx, struct office *office,
                      const struct calendar_version *now, const struct dossier_record *record,
                      struct counted *out, int64_t *out_pinned, struct instant *out_alone)
{
    const struct calendar_version *then;
    struct counted other;
    const int64_t pinned = record->calendar_version ? record->calendar_version : now->row.version;
    enum err err = calendar_store_version(office->calendars, tx, pinned, &then);

    if (err != ERR_OK)
        return err;
    *out_pinned = pinned;
    *out_alone = instant_none();
    err = count_by(record, then, out);
    if (now->row.version == pinned)
        return err;
    const enum err second = count_by(record, now, &other);
    if (second == ERR_OK && other.deadline.outcome != DEADLINE_NONE)
        *out_alone = other.deadline.due;
    if (second == ERR_OK && (err != ERR_OK || deadline_is_later(&out->deadline, &other.deadline))) {
        *out = other;
        out->request.pauses = out->pauses;
    }
    return err == ERR_OK || second == ERR_OK ? ERR_OK : err;
}

/* From when on the dossier is near due: little working time is left until the due instant. R-302 */
static struct instant near_from(const struct counted *counted)
{
    const struct calendar *calendar = calendar_document_calendar(counted->version->document);
    const struct instant from = counted->request.received;
    struct instant near;
    int64_t limit_s;

    if (working_time_between(calendar, from, counted->deadline.due, &limit_s) != ERR_OK)
        return from;
    const int64_t part = limit_s / NEAR_PART;
    const int64_t left = part > NEAR_LEAST_S ? part : NEAR_LEAST_S;
    if (limit_s <= left || working_time_add(calendar, from, limit_s - left, &near) != ERR_OK)
        return from;
    return near;
}

static void keep(struct dossier_record *record, const struct counted *counted, int64_t pinned)
{
    const struct deadline *deadline = &counted->deadline;

    record->calendar_version = pinned;
    record->due_calendar = counted->version->row.version;
    record->paused = deadline->outcome == DEADLINE_PAUSED;
    record->unconfirmed = deadline->outcome == DEADLINE_DUE && deadline->unconfirmed;
    record->due = due_of_deadline(deadline);
    if (deadline->outcome == DEADLINE_NONE) {
        record->near_at = record->late_at = instant_none();
        return;
    }
    record->near_at = near_from(counted);
    record->late_at = deadline->day_limit ? instant_on_date(date_plus(deadline->due_day, 1), 0)
                                          : instant_plus_seconds(deadline->due, 1);
}

enum err dossier_due_compute(struct store_tx *tx, struct office *office,
                             struct dossier_record *record)
{
    const struct calendar_version *now;
    enum due_move move;
    const enum err err = calendar_store_current(office->calendars, tx, &now);

    return err == ERR_OK ? dossier_due_by(tx, office, now, record, &move) : err;
}

static struct instant due_at(const struct dossier_record *record)
{
    return record->due.kind == DUE_NONE ? instant_none() : record->due.at;
}

/* Rule R-070. */
static enum due_move move_of(struct instant before, struct instant after, struct instant alone)
{
    if (instant_is_none(before) || instant_is_none(after))
        return DUE_STAYS;
    if (instant_before(before, after))
        return DUE_LATER;
    if (instant_before(after, before))
        return DUE_EARLIER;
    return !instant_is_none(alone) && instant_before(alone, after) ? DUE_KEPT : DUE_STAYS;
}

enum err dossier_due_by(struct store_tx *tx, struct office *office,
                        const struct calendar_version *calendar, struct dossier_record *record,
                        enum due_move *out_move)
{
    const struct instant before = due_at(record);
    struct instant alone;
    struct counted counted;
    int64_t pinned;
    const enum err err = count(tx, office, calendar, record, &counted, &pinned, &alone);

    if (err == ERR_OK) {
        keep(record, &counted, pinned);
        *out_move = move_of(before, due_at(record), alone);
    }
    return err == ERR_NOT_FOUND ? ERR_STORE : err;
}

enum err dossier_due_at_end(struct store_tx *tx, struct office *office,
                            struct dossier_record *record)
{
    const struct instant end = record->dossier.ended_at;
    const bool extended = record->dossier.extended;
    struct calendar_version_row row = {.version = record->calendar_version};
    const struct calendar_version *then;
    enum due_move move;

    calendar_rows_at(tx, instant_plus_seconds(end, 1), &row); /* none: the pinned one alone */
    enum err err = calendar_store_version(office->calendars, tx, row.version, &then);
    if (err != ERR_OK)
        return err == ERR_NOT_FOUND ? ERR_STORE : err;
    record->dossier.extended = extended && !instant_before(end, record->extended_at);
    err = dossier_due_by(tx, office, then, record, &move);
    record->dossier.extended = extended;
    return err;
}

enum err dossier_due_ledger(struct store_tx *tx, struct office *office,
                            const struct dossier_record *record, json_t **out_ledger)
{
    const struct calendar_version *version;
    struct counted counted;
    enum err err = record->due_calendar ? calendar_store_version(office->calendars, tx,
                                                                 record->due_calendar, &version)
                                        : calendar_store_current(office->calendars, tx, &version);

    if (err == ERR_OK)
        err = count_by(record, version, &counted);
    if (err != ERR_OK)
        return err == ERR_NOT_FOUND ? ERR_STORE : err;
    json_t *ledger = explain_deadline(version->document, &counted.request, &counted.deadline);
    if (!ledger)
        return ERR_NO_MEMORY;
    *out_ledger = ledger;
    return ERR_OK;
}

enum pending dossier_due_pending(const struct dossier_record *record, struct instant now)
{
    if (record->due.kind == DUE_NONE)
        return PENDING_IN_TIME;
    if (record->paused)
        return PENDING_PAUSED;
    if (!instant_before(now, record->late_at))
        return PENDING_OVERDUE;
    return instant_before(now, record->near_at) ? PENDING_IN_TIME : PENDING_NEAR_DUE;
}

enum err dossier_due_of_step(struct store_tx *tx, struct office *office,
                             const struct time_limit *limit, struct instant now,
                             struct due *out_due)
{
    const struct deadline_request request = {.received = now, .limit = *limit};
    const struct calendar_version *version;
    struct deadline deadline;
    enum err err = calendar_store_current(office->calendars, tx, &version);

    if (err == ERR_OK)
        err = deadline_compute(calendar_document_calendar(version->document), &request, &deadline);
    if (err == ERR_OK)
        *out_due = due_of_deadline(&deadline);
    return err;
}

/* The pauses from `starts` on; one that was open then counts from there. */
static void copy_later_pauses(const struct dossier *dossier, struct instant starts,
                              struct counted *counted)
{
    size_t kept = 0;

    copy_pauses(dossier, counted);
    for (size_t i = 0; i < dossier->pause_count; i++) {
        struct pause pause = counted->pauses[i];

        if (!pause.open && !instant_before(starts, pause.to))
            continue;
        if (instant_before(pause.from, starts))
            pause.from = starts;
        counted->pauses[kept++] = pause;
    }
    counted->request.pause_count = kept;
}

enum err dossier_due_of_internal(struct store_tx *tx, struct office *office,
                                 const struct dossier_record *record,
                                 const struct time_limit *limit, struct instant starts,
                                 struct due *out_due, bool *out_paused)
{
    struct counted counted = {.request = {.received = starts, .limit = *limit}};
    const struct calendar_version *version;
    enum err err =
        record->calendar_version
            ? calendar_store_version(office->calendars, tx, record->calendar_version, &version)
            : calendar_store_current(office->calendars, tx, &version);

    if (err != ERR_OK)
        return err == ERR_NOT_FOUND ? ERR_STORE : err;
    copy_later_pauses(&record->dossier, starts, &counted);
    err = deadline_compute(calendar_document_calendar(version->document), &counted.request,
                           &counted.deadline);
    if (err != ERR_OK)
        return err;
    *out_due = due_of_deadline(&counted.deadline);
    *out_paused = counted.deadline.outcome == DEADLINE_PAUSED;
    return ERR_OK;
}

bool dossier_due_covers(struct store_tx *tx, struct office *office, struct instant instant)
{
    const struct calendar_version *version;

    return calendar_store_current(office->calendars, tx, &version) == ERR_OK &&
           calendar_covers(calendar_document_calendar(version->document), date_of_instant(instant));
}

struct instant dossier_due_next_day(struct store_tx *tx, struct office *office, struct instant now)
{
    const struct calendar_version *version;
    struct date next;

    if (calendar_store_current(office->calendars, tx, &version) != ERR_OK)
        return now;
    const struct calendar *calendar = calendar_document_calendar(version->document);
    if (calendar_working_day_after(calendar, date_of_instant(now), 1, &next) != ERR_OK)
        return now;
    return calendar_day_start(calendar, next);
}
