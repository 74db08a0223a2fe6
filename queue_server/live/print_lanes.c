#include "live/print_lanes.h"

#include <stdlib.h>
#include <string.h>

void print_lanes_init(struct print_lanes *lanes)
{
    memset(lanes, 0, sizeof *lanes);
    lanes->last = &lanes->first;
}

/* A place for a new lane: a new one, or that of a lane without work. */
static struct print_lane *free_place(struct print_lanes *lanes)
{
    if (lanes->count < PRINT_LANES_MAX)
        return &lanes->lanes[lanes->count++];
    for (int i = 0; i < PRINT_LANES_MAX; i++)
        if (lanes->lanes[i].in_hand == 0)
            return &lanes->lanes[i];
    return NULL;
}

struct print_lane *print_lanes_of(struct print_lanes *lanes, const char *printer)
{
    struct print_lane *lane;

    for (int i = 0; i < lanes->count; i++)
        if (strcmp(lanes->lanes[i].printer, printer) == 0)
            return &lanes->lanes[i];
    lane = free_place(lanes);
    if (lane) {
        memset(lane, 0, sizeof *lane);
        memcpy(lane->printer, printer, strlen(printer) + 1);
    }
    return lane;
}

struct print_hand *print_lanes_take(struct print_lanes *lanes, struct print_lane *lane,
                                    const struct print_record *record, bool page_only)
{
    struct print_hand *hand = calloc(1, sizeof *hand);

    if (!hand)
        return NULL;
    hand->lane = lane;
    hand->id = record->id;
    hand->generation = record->generation;
    hand->page_only = page_only;
    memcpy(hand->sha256, record->sha256, sizeof hand->sha256);
    *lanes->last = hand;
    lanes->last = &hand->next;
    lane->in_hand++;
    lanes->in_hand++;
    return hand;
}

struct print_hand *print_lanes_find(struct print_lanes *lanes, int64_t id)
{
    for (struct print_hand *hand = lanes->first; hand; hand = hand->next)
        if (hand->id == id)
            return hand;
    return NULL;
}

bool print_lanes_drop(struct print_lanes *lanes, struct print_hand *hand)
{
    struct print_lane *lane = hand->lane;
    struct print_hand **at = &lanes->first;

    while (*at != hand)
        at = &(*at)->next;
    *at = hand->next;
    if (!hand->next)
        lanes->last = at;
    free(hand);
    lane->in_hand--;
    lanes->in_hand--;
    return lane->more && lane->in_hand <= PRINT_AHEAD_MAX / 2;
}

int print_lanes_wishes(struct print_lanes *lanes, struct print_wish out_wishes[PRINT_LANES_MAX])
{
    for (int i = 0; i < lanes->count; i++) {
        struct print_lane *lane = &lanes->lanes[i];
        struct print_wish *wish = &out_wishes[i];

        memcpy(wish->printer, lane->printer, sizeof wish->printer);
        wish->room = lane->stopped ? 0 : PRINT_AHEAD_MAX - lane->in_hand;
        wish->begun = lane->begun;
        wish->after = lane->after;
        if (wish->room > 0)
            lane->more = false; /* until the look says so again */
    }
    return lanes->count;
}

static void begin_anew(struct print_lane *lane)
{
    lane->begun = lane->more = lane->stopped = false;
    lane->after = 0;
}

bool print_lanes_restart(struct print_lanes *lanes)
{
    bool any = false;

    for (int i = 0; i < lanes->count; i++)
        if (lanes->lanes[i].stopped && lanes->lanes[i].in_hand == 0) {
            begin_anew(&lanes->lanes[i]);
            any = true;
        }
    return any;
}

bool print_lanes_any_stopped(const struct print_lanes *lanes)
{
    for (int i = 0; i < lanes->count; i++)
        if (lanes->lanes[i].stopped)
            return true;
    return false;
}

/* The oldest job of a lane that may have been the program's death. */
static const struct print_hand *head_of(const struct print_lanes *lanes,
                                        const struct print_lane *lane)
{
    for (const struct print_hand *hand = lanes->first; hand; hand = hand->next)
        if (hand->lane == lane && !hand->page_only)
            return hand->spoken_of ? NULL : hand;
    return NULL;
}

/* Count a strike; true when it was the last. Rule R-658. */
static bool strike(struct print_lane *lane, const struct print_hand *head)
{
    if (!head) {
        lane->suspect = 0;
        return false;
    }
    lane->strikes = lane->suspect == head->id ? lane->strikes + 1 : 1;
    lane->suspect = head->id;
    return lane->strikes == PRINT_STRIKES_MAX;
}

void print_lanes_program_died(struct print_lanes *lanes, void (*doomed)(int64_t id, void *data),
                              void *data)
{
    for (int i = 0; i < lanes->count; i++) {
        struct print_lane *lane = &lanes->lanes[i];

        if (strike(lane, head_of(lanes, lane)))
            doomed(lane->suspect, data);
        begin_anew(lane);
    }
    while (lanes->first)
        print_lanes_drop(lanes, lanes->first);
}
