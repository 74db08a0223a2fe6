/*
 * What a clerk can do at the counter now, with the key for each: which actions the state allows,
 * and the one that is the next step. Pure.
 */
#ifndef TERMINAL_HOME_ACTIONS_H
#define TERMINAL_HOME_ACTIONS_H

#include "counter_client/terminal/input_key.h"
#include "counter_client/terminal/model.h"

enum home_action {
    HOME_OPEN,        /* open the counter */
    HOME_CALL,        /* call the next ticket */
    HOME_FINISH_CALL, /* finish and call the next one */
    HOME_RECALL,
    HOME_START,
    HOME_FINISH,
    HOME_NO_SHOW,
    HOME_PARK,
    HOME_TRANSFER,
    HOME_INTAKE,   /* a new dossier */
    HOME_TICKETS,  /* waiting, parked and absent tickets */
    HOME_DOSSIERS, /* his dossiers */
    HOME_PAUSE,    /* pause the counter */
    HOME_CLOSE,    /* close the counter */
    HOME_COUNTERS, /* choose another counter */
    HOME_HELP,
    HOME_QUIT,
    HOME_ACTION_COUNT
};

struct home_key {
    enum home_action action;
    unsigned function; /* F-key; 0: none */
    char letter;       /* 0: none */
    struct said label;
};

/*
 * The actions that the model's state allows, in the order of the bar at the bottom; the first is
 * the next step, to be shown as the one to press.
 *
 * out_keys  HOME_ACTION_COUNT places
 *
 * Returns how many there are.
 */
int home_actions(const struct model *model, struct home_key out_keys[HOME_ACTION_COUNT]);

/* The action of a key in this state; HOME_ACTION_COUNT: none. */
enum home_action home_action_of_key(const struct model *model, struct input_key key);

#endif
