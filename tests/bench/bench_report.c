/*
 * How long the on-time report takes at a large centre.
 *
 *     bench_report DOSSIERS
 *
 * Two months of dossiers, one in ten open, one in five paused once; the second month is reported by
 * field and by officer, and a page is asked of the dossiers behind a figure. Then what is open: the
 * strip by field, and a page of its list. One JSON line: seconds of each.
 */
#include "support/report_scene.h"

#include <stdlib.h>

#include "base/clock.h"
#include "support/dice.h"
#include "usecase/list_counted.h"
#include "usecase/list_open.h"

enum { BATCH = 2000 };

static struct scene scene;
static struct planned batch[BATCH];
static struct dice dice;

static void plan(struct planned *out)
{
    static const char *const fields[] = {"Hộ tịch", "Đất đai", "Chứng thực", "Bảo trợ xã hội"};
    static const char *const officers[] = {"an", "binh", "chi"};
    const struct date first = day(SLOW_DUE_FIRST);
    const int second = 27000 + dice_roll(&dice, 14000);

    *out = (struct planned){.field = fields[dice_roll(&dice, 4)],
                            .channel = (enum channel)dice_roll(&dice, 3),
                            .accepted =
                                instant_on_date(date_plus(first, dice_roll(&dice, 45)), second),
                            .steps = {{"VP_HDND_UBND", officers[dice_roll(&dice, 3)], {0}}},
                            .step_count = 1};
    if (dice_one_in(&dice, 5)) {
        const struct instant from = instant_plus_seconds(out->accepted, 3600);

        out->pauses[out->pause_count++] =
            (struct dossier_pause){.from = from, .to = instant_plus_seconds(from, 86400)};
    }
    if (dice_one_in(&dice, 10))
        return;
    out->ended = instant_plus_seconds(out->accepted, 90000 + 3600 * dice_roll(&dice, 100));
    out->verdict = (enum verdict)(VERDICT_EARLY + dice_roll(&dice, 3));
}

static double report_s(enum report_by by)
{
    const int64_t start = clock_monotonic_us();

    scene_report(&scene, "2026-05-01", "2026-05-31", by);
    return (double)(clock_monotonic_us() - start) / 1e6;
}

/* Run as GD_TT on a reader. Returns the seconds that it took. */
static double read_s(struct command *command, command_run_fn run)
{
    const int64_t start = clock_monotonic_us();

    office_prepare(&scene.office, command, "giamdoc", PERMISSION_REPORT_READ, run);
    command->actor.roles = (struct role_set){ROLE_BIT(GD_TT)};
    assert_int_equal(command_read(command), ERR_OK);
    office_wait(&scene.office, scene.office.done + 1);
    assert_int_equal(command->err, ERR_OK);
    command_release(command);
    return (double)(clock_monotonic_us() - start) / 1e6;
}

static double page_s(void)
{
    static struct list_counted list;

    list = (struct list_counted){.period = {day("2026-05-01"), day("2026-05-31")},
                                 .column = REPORT_COLUMN_RECEIVED,
                                 .limit = 50};
    const double seconds = read_s(&list.command, list_counted_run);
    text_release(&list.items);
    return seconds;
}

static double open_s(size_t *out_count)
{
    static struct report_open report = {.by = REPORT_BY_FIELD};
    const double seconds = read_s(&report.command, report_open_run);

    *out_count = report.count;
    report_open_release(&report);
    return seconds;
}

static double open_page_s(void)
{
    static struct list_open_view view = {.list = {.limit = 50}};
    const double seconds = read_s(&view.list.command, list_open_view_run);

    list_open_release(&view.list);
    text_release(&view.items);
    return seconds;
}

int main(int argc, char **argv)
{
    const long dossiers = argc == 2 ? strtol(argv[1], NULL, 10) : 0;

    if (dossiers < BATCH) {
        fputs("usage: bench_report DOSSIERS (2000 and more)\n", stderr);
        return 2;
    }
    dice = dice_seeded(1);
    scene_make(&scene, "2026-05-20 09:00:00");
    for (long done = 0; done < dossiers; done += BATCH) {
        for (int i = 0; i < BATCH; i++)
            plan(&batch[i]);
        scene_put(&scene, batch, BATCH);
    }
    const double by_field = report_s(REPORT_BY_FIELD), by_officer = report_s(REPORT_BY_OFFICER);
    size_t open;
    const double page = page_s(), strip = open_s(&open), open_page = open_page_s();
    printf("{\"dossiers\": %lld, \"by_field_s\": %.3f, \"by_officer_s\": %.3f, \"page_s\": %.3f, "
           "\"open\": %zu, \"open_s\": %.3f, \"open_page_s\": %.3f}\n",
           (long long)scene.last, by_field, by_officer, page, open, strip, open_page);
    scene_remove(&scene);
    return 0;
}
