#include "live/print_reports.h"

#include <stdlib.h>
#include <string.h>

struct report {
    struct print_progress progress; /* first: its command is ours */
    struct print_reports *reports;
    struct link link;
};

void print_reports_init(struct print_reports *reports, struct office *office,
                        void (*done)(const struct print_progress *progress, enum err err,
                                     void *data),
                        void (*kept_one)(void *data), void *data)
{
    *reports =
        (struct print_reports){.office = office, .done = done, .kept_one = kept_one, .data = data};
    list_init(&reports->kept);
}

/* An error that ends when its cause does. */
static bool passes(enum err err)
{
    return err == ERR_DISK_FULL || err == ERR_CLOCK_DOUBTFUL || err == ERR_NO_MEMORY;
}

static void report_done(struct command *command)
{
    struct report *report = container_of(command, struct report, progress.command);
    struct print_reports *reports = report->reports;
    const enum err err = command->err;

    command_release(command);
    if (passes(err) && !reports->giving_up) {
        list_push(&reports->kept, &report->link);
        reports->kept_one(reports->data);
        return;
    }
    const struct print_progress progress = report->progress;
    reports->pending--;
    free(report);
    reports->done(&progress, err, reports->data);
}

static void submit(struct report *report)
{
    struct print_reports *reports = report->reports;

    report->progress.command = (struct command){.office = reports->office,
                                                .actor = {.kind = ACTOR_SYSTEM},
                                                .run = print_progress_run,
                                                .done = report_done};
    if (command_submit(&report->progress.command) != ERR_OK) { /* the store is closing */
        reports->pending--;
        free(report);
    }
}

bool print_reports_add(struct print_reports *reports, enum print_news news,
                       const struct print_said *said)
{
    struct report *report = calloc(1, sizeof *report);

    if (!report)
        return false;
    report->reports = reports;
    report->progress.id = said->id;
    report->progress.news = news;
    report->progress.job = said->job;
    memcpy(report->progress.sha256, said->sha256, sizeof said->sha256);
    memcpy(report->progress.message, said->message, sizeof said->message);
    reports->pending++;
    submit(report);
    return true;
}

bool print_reports_add_message(struct print_reports *reports, enum print_news news, int64_t id,
                               const char *message)
{
    struct print_said said = {.id = id};

    print_message_copy(said.message, message);
    return print_reports_add(reports, news, &said);
}

void print_reports_again(struct print_reports *reports)
{
    struct list list;
    struct link *link;

    list_init(&list);
    list_take_all(&list, &reports->kept);
    while ((link = list_pop(&list)))
        submit(container_of(link, struct report, link));
}

void print_reports_give_up(struct print_reports *reports)
{
    struct link *link;

    reports->giving_up = true;
    while ((link = list_pop(&reports->kept))) {
        free(container_of(link, struct report, link));
        reports->pending--;
    }
}
