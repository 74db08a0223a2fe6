#include "api/calendar_follow.h"

#include <stdlib.h>

#include "usecase/review_calendar.h"

struct walk {
    struct follow_calendar follow;
    struct office *office;
    calendar_follow_done_fn done;
    void *data;
};

static void end(struct walk *walk, enum err err)
{
    if (walk->done)
        walk->done(err, &walk->follow.apply, walk->data);
    free(walk);
}

static void slice_done(struct command *command);

static enum err submit(struct walk *walk)
{
    walk->follow.command = (struct command){.office = walk->office,
                                            .actor = {.kind = ACTOR_SYSTEM},
                                            .run = follow_calendar_run,
                                            .done = slice_done};
    return command_submit(&walk->follow.command);
}

static void slice_done(struct command *command)
{
    struct walk *walk =
        container_of(container_of(command, struct follow_calendar, command), struct walk, follow);
    enum err err = command->err;

    command_release(command);
    if (err == ERR_OK && walk->follow.more) {
        err = submit(walk);
        if (err == ERR_OK)
            return;
    }
    end(walk, err);
}

enum err calendar_follow_start(struct office *office, calendar_follow_done_fn done, void *data)
{
    struct walk *walk = calloc(1, sizeof *walk);
    enum err err;

    if (!walk)
        return ERR_NO_MEMORY;
    walk->office = office;
    walk->done = done;
    walk->data = data;
    err = submit(walk);
    if (err != ERR_OK)
        free(walk);
    return err;
}

/* ---- review ---------------------------------------------------------------------------------- */

struct review {
    struct review_calendar review;
    calendar_follow_done_fn done;
    void *data;
};

static void reviewed(struct command *command)
{
    struct review *review =
        container_of(container_of(command, struct review_calendar, command), struct review, review);
    const struct calendar_apply_row none = {.version = 0};
    enum err err = command->err;

    if (err == ERR_OK)
        err = calendar_follow_start(command->office, review->done, review->data);
    if (err != ERR_OK && review->done)
        review->done(err, &none, review->data);
    command_release(command);
    free(review);
}

enum err calendar_review_start(struct office *office, calendar_follow_done_fn done, void *data)
{
    struct review *review = calloc(1, sizeof *review);
    enum err err;

    if (!review)
        return ERR_NO_MEMORY;
    review->done = done;
    review->data = data;
    review->review.command = (struct command){.office = office,
                                              .actor = {.kind = ACTOR_SYSTEM},
                                              .run = review_calendar_run,
                                              .done = reviewed};
    err = command_submit(&review->review.command);
    if (err != ERR_OK)
        free(review);
    return err;
}
