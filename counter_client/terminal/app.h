/*
 * The full screen: what is open, and where keys and answers go. Loop thread only.
 *
 *     key -> the page's key function -> model, or a request -> answer -> model -> the page is drawn
 *     event stream ------------------------------------------------^
 *
 * app.c holds the loop, the other app_*.c files one group of pages each, view_*.c draw.
 */
#ifndef TERMINAL_APP_H
#define TERMINAL_APP_H

#include <uv.h>

#include "base/list.h"
#include "base/text.h"
#include "counter_client/terminal/event_feed.h"
#include "counter_client/terminal/form.h"
#include "counter_client/terminal/http.h"
#include "counter_client/terminal/intake.h"
#include "counter_client/terminal/model.h"
#include "counter_client/terminal/session_file.h"

enum {
    TITLE_SIZE = 160,
    PATH_SIZE = 200,
    SIGN_OUT_MS = 1500,
    ASK_PAUSE_MS = 100,
    SEARCH_PAUSE_MS = 150
};

struct app;

enum page {
    PAGE_SIGN_IN,
    PAGE_HOME,
    PAGE_LIST,   /* counters, tickets, dossiers or the actions of a dossier to choose from */
    PAGE_PROMPT, /* a small form before an action */
    PAGE_INTAKE, /* a new dossier */
    PAGE_TEXT,   /* help, a dossier, a preview: to read */
    PAGE_COUNT
};

enum list_kind { LIST_COUNTERS, LIST_TICKETS, LIST_DOSSIERS, LIST_ACTIONS };

struct list_page {
    enum list_kind kind;
    json_t *rows; /* owned array; NULL until the answer is there */
    int chosen, top;
};

enum text_kind { TEXT_HELP, TEXT_DOSSIER, TEXT_PREVIEW, TEXT_FAULTS, TEXT_RECEIVED };

struct text_page {
    enum text_kind kind;
    char title[TITLE_SIZE];
    struct text text; /* lines */
    int top;
};

/* What a prompt sends when it is confirmed. */
struct prompt {
    char title[TITLE_SIZE];
    struct form form;
    const char *method;
    char path[PATH_SIZE];
    char if_match[HTTP_TAG_SIZE]; /* empty: none */
    void (*done)(struct app *app, const struct http_answer *answer);
    enum page back; /* where Escape leads */
};

struct app {
    uv_loop_t loop;
    uv_poll_t input;
    uv_signal_t resized, interrupted, terminated;
    uv_timer_t ask_pause, search_pause;
    struct http *http;
    struct event_feed *feed; /* NULL: not signed in */
    struct list pending;     /* requests on their way (struct app_request) */
    char server[SERVER_SIZE];
    char token[TOKEN_TEXT_SIZE]; /* empty: not signed in */
    char wanted_counter[44];     /* of --counter; empty: ask */
    struct model model;
    enum page page;
    struct form sign_in;
    struct list_page list;
    struct text_page text;
    struct prompt prompt;
    struct intake intake;
    bool intake_open; /* `intake` holds a dossier being taken in */
    json_t *dossier;  /* the one that is looked at; NULL: none */
    json_t *units;    /* UnitList, for hand-overs; NULL until asked for */
    char dossier_tag[HTTP_TAG_SIZE];
    bool own_session; /* signed in on this screen: leaving it signs out */
    bool signed_out;  /* the server has answered the sign-out */
    bool feed_ended;  /* the session ended: the feed is closed by the loop */
    unsigned to_ask;  /* MODEL_ASK_ bits of events, asked for when ask_pause ends */
    bool quit;
};

/* ---- app.c ------------------------------------------------------------------------------------
 */

/*
 * Run the full screen until the person leaves it.
 *
 * server   borrowed; token, counter: NULL where not known
 *
 * Returns the program's exit status.
 */
int app_run(const char *server, const char *token, const char *counter, enum language language);

/* Draw the page as it is now. */
void app_draw(struct app *app);
void app_go(struct app *app, enum page page);

/* ---- app_requests.c ---------------------------------------------------------------------------
 */

typedef void app_answer(struct app *app, const struct http_answer *answer);

/* Ask for something; `done` gets answers with a status of success only, refusals go to the line of
 * errors. */
void app_get(struct app *app, const char *path, app_answer *done);

/*
 * Change something: with a new Idempotency-Key, one change at a time, not while offline (both are
 * said in the line of errors).
 *
 * body      taken; NULL: none
 * if_match  borrowed; NULL: none
 */
void app_change(struct app *app, const char *method, const char *path, json_t *body,
                const char *if_match, app_answer *done);

/* Ask with a body for something that changes nothing (a card, a preview, a session). */
void app_ask(struct app *app, const char *path, json_t *body, app_answer *done);

/* Forget what is on its way; before http_close. */
void app_requests_forget(struct app *app);

/* ---- app_session.c ----------------------------------------------------------------------------
 */

void app_sign_in_open(struct app *app);
void app_sign_in_key(struct app *app, struct input_key key);
/* The token is known: ask who it is, open the stream. */
void app_session_begin(struct app *app);
/* The session has ended: back to the sign-in. */
void app_session_end(struct app *app);
/* Leaving: end the session that was begun on this screen; waits for the answer, not for long. */
void app_sign_out(struct app *app);
void app_ask_queue(struct app *app);
void app_ask_counter(struct app *app);
void app_ask_dossiers(struct app *app);

/* ---- app_home.c -------------------------------------------------------------------------------
 */

void app_home_key(struct app *app, struct input_key key);
/* Sit at a counter and set its state. */
void app_counter_set(struct app *app, const char *counter, const char *state);
/* Answers of ticket actions. */
void app_took_ticket(struct app *app, const struct http_answer *answer);

/* ---- app_list.c -------------------------------------------------------------------------------
 */

void app_list_open(struct app *app, enum list_kind kind);
void app_list_key(struct app *app, struct input_key key);

/* ---- app_prompt.c -----------------------------------------------------------------------------
 */

/* Begin a prompt: add fields to app->prompt.form, then app_go(PAGE_PROMPT). With GET the fields go
 * into the query of `path`, which has one already. */
void app_prompt_begin(struct app *app, const char *title, const char *method, const char *path,
                      app_answer *done);
void app_prompt_key(struct app *app, struct input_key key);

/* ---- app_dossier.c ----------------------------------------------------------------------------
 */

void app_dossier_open(struct app *app, const char *id);
/* A prompt for an action of the dossier that is looked at. */
void app_dossier_action(struct app *app, const char *action);
void app_text_key(struct app *app, struct input_key key);
/* Show a text; its lines are added to app->text.text. */
void app_text_begin(struct app *app, enum text_kind kind, const char *title);
void app_help_open(struct app *app);

/* ---- app_intake.c -----------------------------------------------------------------------------
 */

void app_intake_open(struct app *app);
void app_intake_key(struct app *app, struct input_key key);
/* The preview was read: receive the dossier. */
void app_intake_accept(struct app *app);
void app_search_cb(uv_timer_t *timer);

#endif
