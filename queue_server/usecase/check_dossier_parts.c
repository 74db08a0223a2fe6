#include "usecase/check_dossier_parts.h"

#include <string.h>

#include "store/dossier_parts.h"
#include "store/report_rows.h"

/* FNV-1a over eight bytes. */
static uint64_t mix(uint64_t digest, int64_t value)
{
    for (int i = 0; i < 8; i++)
        digest = (digest ^ ((uint64_t)value >> 8 * i & 0xff)) * UINT64_C(0x100000001b3);
    return digest;
}

static uint64_t mix_text(uint64_t digest, const char *text)
{
    for (; *text; text++)
        digest = mix(digest, *text);
    return mix(digest, 0);
}

void parts_told_step(struct parts_told *told, struct instant at, const char *unit,
                     const char *officer)
{
    const uint64_t before = told->steps ? mix(told->steps, at.ms) : 0; /* the acceptance is told */

    told->steps = mix_text(mix_text(before, unit), officer);
}

static uint64_t pause_digest(size_t pause, bool ends, struct instant at)
{
    return mix(mix(0, (int64_t)(2 * pause + ends)), at.ms);
}

void parts_told_pause(struct parts_told *told, size_t pause, bool ends, struct instant at)
{
    told->pauses += pause_digest(pause, ends, at);
}

void parts_told_pause_moved(struct parts_told *told, size_t pause, bool ends, struct instant before,
                            struct instant after)
{
    told->pauses += pause_digest(pause, ends, after) - pause_digest(pause, ends, before);
}

/* They come in any order, so their digests are added up. */
void parts_told_agency(struct parts_told *told, int64_t step, bool ends, struct instant at)
{
    told->agencies += mix(mix(0, 2 * step + ends), at.ms);
}

/* ---- the rows -------------------------------------------------------------------------------- */

/* Steps of one officer after the other are one responsibility. */
struct step_walk {
    struct parts_told rows;
    struct officer officer;
    bool any;
    struct instant until; /* end of the last one, at first the acceptance; none: it goes on */
    bool broken;          /* at some instant nobody was responsible, or two were */
};

static void walk_step(const struct dossier_step *step, void *data)
{
    struct step_walk *walk = data;

    walk->broken =
        walk->broken || instant_is_none(walk->until) || walk->until.ms != step->begun_at.ms ||
        (!instant_is_none(step->ended_at) && instant_before(step->ended_at, step->begun_at));
    walk->until = step->ended_at;
    if (walk->any && strcmp(step->officer.unit, walk->officer.unit) == 0 &&
        strcmp(step->officer.account, walk->officer.account) == 0)
        return;
    walk->any = true;
    walk->officer = step->officer;
    parts_told_step(&walk->rows, step->begun_at, step->officer.unit, step->officer.account);
}

static void walk_pauses(struct store_tx *tx, int64_t id, struct parts_told *rows)
{
    struct pause pauses[DOSSIER_PAUSES_MAX];
    const size_t count = report_rows_pauses(tx, id, pauses);

    for (size_t i = 0; i < count; i++) {
        parts_told_pause(rows, i, false, pauses[i].from);
        if (!pauses[i].open)
            parts_told_pause(rows, i, true, pauses[i].to);
    }
}

static void walk_agencies(struct store_tx *tx, const struct parts_asked *asked,
                          struct parts_told *rows)
{
    const int count = dossier_agency_steps_get(tx, asked->id, asked->room);

    for (int i = 0; i < count; i++) {
        parts_told_agency(rows, asked->room[i].step, false, asked->room[i].begun_at);
        if (!instant_is_none(asked->room[i].ended_at))
            parts_told_agency(rows, asked->room[i].step, true, asked->room[i].ended_at);
    }
}

void check_dossier_parts(struct store_tx *tx, const struct parts_asked *asked,
                         struct check_faults *faults)
{
    struct step_walk walk = {.until = asked->accepted_at};
    const long long id = asked->id;

    dossier_steps_each(tx, asked->id, walk_step, &walk);
    walk_pauses(tx, asked->id, &walk.rows);
    walk_agencies(tx, asked, &walk.rows);
    if (walk.broken || walk.until.ms != asked->ended_at.ms)
        check_fault(faults, "dossier d%lld: not exactly one is responsible for it at each moment",
                    id);
    if (walk.rows.pauses != asked->told->pauses)
        check_fault(faults, "dossier d%lld: its pauses are not those of the log", id);
    if (walk.rows.steps != asked->told->steps)
        check_fault(faults, "dossier d%lld: its steps are not those of the log", id);
    if (walk.rows.agencies != asked->told->agencies)
        check_fault(faults, "dossier d%lld: its steps at agencies are not those of the log", id);
}
