#include "usecase/due_as_of.h"

#include <string.h>

#include "domain/later_due.h"
#include "usecase/explain_deadline.h"
#include "usecase/moment_as_of.h"

/* What was entered in the second `at` itself was recorded by then. */
static enum err find_in_force(struct due_as_of *ask, struct instant at)
{
    struct calendar_version_row row;

    if (ask->asked && ask->at.ms == at.ms)
        return ERR_OK;
    ask->asked = true;
    ask->at = at;
    ask->in_force = NULL;
    if (!calendar_rows_at(ask->tx, instant_plus_seconds(at, 1), &row))
        return sql_outcome(ask->tx);
    return calendar_store_version(ask->calendars, ask->tx, row.version, &ask->in_force);
}

static enum err find_accepted(struct due_as_of *ask, int64_t version)
{
    if (ask->accepted && ask->accepted->row.version == version)
        return ERR_OK;
    return calendar_store_version(ask->calendars, ask->tx, version, &ask->accepted);
}

/* As they stood at `at`: those begun by then, open where they ended later. Returns how many. */
static size_t keep_until(struct instant at, struct pause *pauses, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        struct pause pause = pauses[i];

        pause.open = pause.open || instant_before(at, pause.to);
        if (!instant_before(at, pause.from))
            pauses[kept++] = pause;
    }
    return kept;
}

/* What people knew of the pauses then: corrections approved later are undone. Rule R-539. */
static void undo_corrections(struct due_as_of *ask, int64_t id, struct instant at,
                             struct pause *pauses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct dossier_moment from = {MOMENT_PAUSE_FROM, i}, to = {MOMENT_PAUSE_TO, i};

        pauses[i].from = moment_as_of(ask->tx, id, &from, pauses[i].from, at);
        if (!pauses[i].open)
            pauses[i].to = moment_as_of(ask->tx, id, &to, pauses[i].to, at);
    }
}

/* What the log held of the dossier at `at`: limit, cut-off, pauses, and both calendars in `ask`;
 * pauses as they are known now, or `as_known` then. Rules. */
static enum err prepare(struct due_as_of *ask, int64_t id, struct instant at, bool as_known,
                        struct pause pauses[DOSSIER_PAUSES_MAX], struct deadline_request *request)
{
    struct report_pinned pinned;
    enum err err;

    if (!report_rows_pinned(ask->tx, id, &pinned))
        return sql_outcome(ask->tx) == ERR_OK ? ERR_NOT_FOUND : sql_outcome(ask->tx);
    const bool extended =
        !instant_is_none(pinned.extended_at) && !instant_before(at, pinned.extended_at);
    const char *limit = extended ? pinned.extended_limit : pinned.limit_text;
    const int32_t cutoff_s = extended ? pinned.extended_cutoff_s : pinned.cutoff_s;
    err = time_limit_parse(limit, strlen(limit), &request->limit);
    if (err == ERR_OK)
        err = find_accepted(ask, pinned.calendar_version);
    if (err == ERR_OK)
        err = find_in_force(ask, at);
    if (err != ERR_OK)
        return err;
    if (cutoff_s >= 0)
        request->policy = (struct deadline_policy){.cutoff = CUTOFF_AT, .cutoff_second = cutoff_s};
    request->pauses = pauses;
    const size_t count = report_rows_pauses(ask->tx, id, pauses);
    if (as_known)
        undo_corrections(ask, id, at, pauses, count);
    request->pause_count = keep_until(at, pauses, count);
    return ERR_OK;
}

enum err due_as_of(struct due_as_of *ask, int64_t id, struct instant accepted_at, struct instant at,
                   struct deadline *out_deadline)
{
    struct pause pauses[DOSSIER_PAUSES_MAX];
    struct deadline_request request = {.received = instant_floor(accepted_at)};
    const enum err err = prepare(ask, id, at, false, pauses, &request);

    if (err != ERR_OK)
        return err;
    const struct calendar_version *in_force = ask->in_force ? ask->in_force : ask->accepted;
    return later_due(calendar_document_calendar(ask->accepted->document),
                     calendar_document_calendar(in_force->document), &request, out_deadline);
}

/* Rule R-074. */
enum err due_as_of_ledger(struct due_as_of *ask, int64_t id, struct instant accepted_at,
                          struct instant at, json_t **out_ledger)
{
    struct pause pauses[DOSSIER_PAUSES_MAX];
    struct deadline_request request = {.received = instant_floor(accepted_at)};
    struct deadline first, later;
    enum err err = prepare(ask, id, at, true, pauses, &request);

    if (err != ERR_OK)
        return err;
    const struct calendar_version *accepted = ask->accepted;
    const struct calendar_version *in_force = ask->in_force ? ask->in_force : accepted;
    err = later_due(calendar_document_calendar(accepted->document),
                    calendar_document_calendar(in_force->document), &request, &later);
    if (err != ERR_OK)
        return err;
    /* the calendar at acceptance counts when both give the same */
    const bool by_first = deadline_compute(calendar_document_calendar(accepted->document), &request,
                                           &first) == ERR_OK &&
                          !deadline_is_later(&first, &later);
    json_t *ledger = explain_deadline(by_first ? accepted->document : in_force->document, &request,
                                      by_first ? &first : &later);
    if (!ledger)
        return ERR_NO_MEMORY;
    *out_ledger = ledger;
    return ERR_OK;
}
