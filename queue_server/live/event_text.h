/*
 * An event as the text of a stream, and who may see it. Pure but for memory. Rules.
 */
#ifndef LIVE_EVENT_TEXT_H
#define LIVE_EVENT_TEXT_H

#include "base/text.h"
#include "store/event_log.h"
#include "usecase/command.h"

enum event_topic { TOPIC_QUEUE = 1, TOPIC_DOSSIERS = 2, TOPIC_PRINT = 4, TOPIC_LOG = 8 };

/* Read "queue,print"; NULL stands for all. ERR_OK or ERR_BAD_PARAMETER. */
enum err event_topics_parse(const char *text, unsigned *out_topics);

/* What a reader listens to and may see. */
struct event_reader {
    unsigned topics;           /* set of enum event_topic, those he may not hear taken out */
    char site[SITE_CODE_SIZE]; /* "" for every site */
    char unit[UNIT_CODE_SIZE]; /* of a reader who sees the dossiers of his unit only, else "" */
    char account[ACTOR_CODE_SIZE];
    bool in_hall; /* a device: hears no class, reason or account */
};

/* The reader that an actor makes of the topics he asked for. */
struct event_reader event_reader_of(const struct actor *actor, unsigned topics, const char *site);

/* An event made ready: what decides who sees it, and its text in both forms. */
struct event_ready {
    const struct event *event;
    unsigned topic;
    char site[SITE_CODE_SIZE];
    char unit[UNIT_CODE_SIZE];          /* of a dossier */
    char officer[ACTOR_CODE_SIZE];      /* of a dossier */
    char unit_before[UNIT_CODE_SIZE];   /* of a dossier that moved */
    char receiver_unit[UNIT_CODE_SIZE]; /* to whom a dossier is handed over */
    char receiver[ACTOR_CODE_SIZE];
};
/* False when the data is not JSON (memory). */
bool event_make_ready(const struct event *event, struct event_ready *out_ready);

bool event_is_visible(const struct event_ready *ready, const struct event_reader *reader);

/* Write "id: ...\nevent: ...\ndata: ...\n\n". */
void event_write(struct text *text, const struct event *event, bool in_hall);
/* Write an event that is not in the log: a snapshot, a heartbeat. `id` 0: none. */
void event_write_plain(struct text *text, const char *name, int64_t id, const char *data);

#endif
